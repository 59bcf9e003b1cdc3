// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The text beside a lesson's program: what to look at, stop by stop. A question hides what comes until it is answered, then steps there and
// says why.

#include <QScrollArea>
#include <optional>

#include "core/replay/memory_state.h"
#include "ui/models/lessons/lesson.h"

class QVBoxLayout;

namespace memtape {

class Appearance;
class Cursor;
class Document;

class LessonPanel : public QScrollArea {
    Q_OBJECT
public:
    LessonPanel(Document& document, Cursor& cursor, const Appearance& appearance, QWidget* parent = nullptr);
    void setLesson(const Lesson& lesson, const QString& language);
    void setLanguage(const QString& language);
    void clearLesson();
    bool hasLesson() const { return m_lesson.has_value(); }
    const Lesson& lesson() const { return *m_lesson; }
    // The step of a stop; nothing when its line does not run that often.
    std::optional<quint64> stepOf(const LessonStop& stop) const;
    void goToStop(int index);
    void answer(int choice);
    // What an open question is to be answered by: one of its choices, or an object.
    bool asksForChoice() const;
    bool asksForObject() const;
    void answerObject(ObjectId id);

Q_SIGNALS:
    void questionOpened(quint64 step); // nothing may move beyond it
    void questionAnswered();
    void predictionWanted(const std::optional<memtape::Question::Kind>& kind); // at the stop, before the step that follows
    void drawingWanted();                                                      // of the arrows at the stop
    void instrumentWanted(const QString& name);                                // beside the picture at the stop
    void lessonDone(const QString& id);
    void neighbourRequested(bool previous);

private:
    void rebuild();
    bool isQuestionOpen() const;
    void accept(int choice);
    void tellIfDone();

    Document& m_document;
    Cursor& m_cursor;
    const Appearance& m_appearance;
    QVBoxLayout* m_rows;
    std::optional<Lesson> m_lesson;
    QString m_language;
    int m_stop = -1;         // before the first
    QVector<int> m_answered; // choice at each stop, −1: not yet
    int m_wrong = -1;        // the choice last made, or 0 for an object
};

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which lesson is open, and all that goes with it: the gallery, the panel beside the program, what a question holds back, what is done.

#include <QObject>

#include "ui/models/lessons/lesson.h"

namespace memtape {

class LessonPictures;
class Messages;
class Views;
class WindowLayout;
struct Workbench;

class Lessons : public QObject {
    Q_OBJECT
public:
    Lessons(Workbench& bench, Views& views, WindowLayout& layout, Messages& messages);
    bool has(const QString& id) const { return find(id) != nullptr; }
    void openFirst(); // the first run's: at the lesson's picture, with its hint
    void open(const QString& id);
    void leave();                                      // before another program is opened
    const QString& openId() const { return m_openId; } // empty: none is open
    const Lesson* openLesson() const { return find(m_openId); }
    QString title() const; // of the one that is open, in the language of now
    void setLanguage(const QString& code);

Q_SIGNALS:
    void titleChanged();
    void lookWanted(int detail, bool everyObjectAsBox); // of the picture; -1: as it was chosen
    void chosen(const QString& id);                     // in the gallery; the program that is open may have to be saved first

private:
    void connectQuestions();
    void connectGallery();
    void showPicture(const Lesson& lesson);
    void sayHint(const Lesson& lesson);
    void listLessons();
    void showPictures(); // that are painted, in the gallery
    void useInstrument(const QString& name);
    void closeInstrument();
    void toggleGallery();
    void openNeighbour(bool previous);
    void readOwn(); // of the teacher's folder, anew
    void chooseFolder();
    void setFolder(const QString& folder);
    void showClosingPage();
    void showGallery();
    const Lesson* find(const QString& id) const;

    Workbench& m_bench;
    Views& m_views;
    WindowLayout& m_layout;
    Messages& m_messages;
    const QVector<Lesson> m_lessons; // that come with the program
    QVector<Lesson> m_own;           // of the teacher's folder
    QString m_openId, m_language;
    bool m_openedInspector = false; // for a stop
    LessonPictures* m_pictures;
};

}

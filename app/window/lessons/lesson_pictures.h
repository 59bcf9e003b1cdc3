// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Small pictures of lessons for the gallery: each lesson is recorded, one after the other, in a process of its own as every program, and its heap is painted at the
// step that stands for it. What was painted is kept as long as the window is open.

#include <QHash>
#include <QImage>
#include <QObject>
#include <QVector>
#include <memory>

#include "ui/models/lessons/lesson.h"
#include "ui/style/palette.h"

namespace memtape {

class ProgramRunner;
class Run;

class LessonPictures : public QObject {
    Q_OBJECT
public:
    explicit LessonPictures(QObject* parent = nullptr);
    ~LessonPictures() override;
    void want(const QVector<Lesson>& lessons);                 // those that are not painted yet follow, in order
    QImage pictureOf(const Lesson& lesson, Theme theme) const; // null: not yet, or there is none
    bool isPainting() const { return m_isPainting; }

Q_SIGNALS:
    void painted(const QString& id);

private:
    struct Painted {
        QImage light, dark;
    };
    void next();
    void paint(const Lesson& lesson, std::unique_ptr<Run> run);

    std::unique_ptr<ProgramRunner> m_runner; // made when the first picture is wanted
    QVector<Lesson> m_queue;
    QHash<QString, Painted> m_painted; // by the lesson's text
    bool m_isPainting = false;
};

// The heap at the line that stands for the lesson, else at its first stop; where nothing of the heap is drawn there, the stack. Null: it has no such step.
QImage lessonPicture(Run& run, const Lesson& lesson, Theme theme, QSize size, double pixelRatio);

}

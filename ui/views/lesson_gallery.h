// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// All lessons in their order, with marks for those that are done.

#include <QScrollArea>
#include <QStringList>

#include "ui/models/lessons/lesson.h"

class QVBoxLayout;

namespace memtape {

class Appearance;

class LessonGallery : public QScrollArea {
    Q_OBJECT
public:
    explicit LessonGallery(const Appearance& appearance, QWidget* parent = nullptr);
    void setLessons(const QVector<Lesson>& lessons, const QStringList& done, const QString& language);

    void focusFirst(); // with the keyboard: arrows from lesson to lesson, Enter opens, Esc goes back

protected:
    void keyPressEvent(QKeyEvent* event) override;

Q_SIGNALS:
    void lessonChosen(const QString& id);
    void closed();

private:
    const Appearance& m_appearance;
    QVBoxLayout* m_rows;
};

}

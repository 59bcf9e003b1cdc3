// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What is wrong with a lesson, one row for each, which lead to their lines.

#include <QWidget>

#include "ui/models/lessons/lesson.h"

class QLabel;
class QListWidget;

namespace memtape {

class Appearance;

class LessonCheckView : public QWidget {
    Q_OBJECT
public:
    explicit LessonCheckView(const Appearance& appearance, QWidget* parent = nullptr);
    void setProblems(const QVector<LessonProblem>& problems);
    QStringList rows() const;

Q_SIGNALS:
    void lineChosen(int line); // of the lesson's file

protected:
    void changeEvent(QEvent* event) override;

private:
    void list();

    QVector<LessonProblem> m_problems;
    QLabel* m_about;
    QListWidget* m_list;
};

}

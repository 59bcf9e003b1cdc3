// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// All that is wrong with a lesson, by line of its file: what its text says by itself, and what only a run of its program shows.

#include <QVector>

#include "ui/models/lessons/lesson.h"

namespace memtape {

class Run;

// The run is of the lesson's file. In order of lines; empty: no mistakes.
QVector<LessonProblem> checkLesson(const Lesson& lesson, Run& run);

}

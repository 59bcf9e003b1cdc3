// SPDX-License-Identifier: GPL-3.0-or-later
// A lesson's file: its program and its comments.
#include "ui/models/lessons/lesson.h"
#include "tests/fuzz/target.h"

void memtape::fuzz::tryInput(std::string_view bytes) {
    Lesson::parse(QStringLiteral("01-lesson"), QString::fromUtf8(bytes.data(), qsizetype(bytes.size())));
}

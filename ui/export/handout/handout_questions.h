// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a handout asks at the stops of a lesson: the lesson's own questions, and those that Memtape makes where the lesson wants one (`# predict:`), each with
// its answer.

#include <QString>
#include <QStringList>
#include <cstdint>
#include <vector>

namespace memtape {

class Run;
struct LessonStop;
struct PictureOptions;

// A stop that the run comes to.
struct ReachedStop {
    const LessonStop* stop = nullptr;
    uint64_t step = 0;
};

struct HandoutQuestion {
    ReachedStop at;
    QString about, question; // about: the line that is asked about, where the question alone does not say it
    QStringList choices;     // to be ticked; none: the answer is marked in the picture
    QString right, why;
};

// In the language of now. options: of the picture that the reader sees.
std::vector<HandoutQuestion> handoutQuestions(Run& run, const std::vector<ReachedStop>& stops, const PictureOptions& options);

}

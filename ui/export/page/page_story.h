// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a page tells, step by step and in each of its languages: pictures for wide and for narrow readers, sentences, output, and what a lesson says and
// asks there.

#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

#include "ui/export/page/page_pictures.h"
#include "ui/export/page/page_questions.h"
#include "ui/export/snapshot.h"
#include "ui/models/lessons/lesson.h"
#include "ui/models/sentences/happened_text.h"

namespace memtape {

struct PageStep {
    uint64_t step = 0;
    int file = -1;                            // among PageStory::files; −1: of none of them
    int line = 0;                             // about to run
    int justLine = 0;                         // of the same file, just run; 0: none
    qsizetype printed = 0;                    // how much of the output is there
    int stop = -1;                            // of the lesson
    ObjectId answer;                          // to its question by a click
    std::optional<PagePrediction> prediction; // that the stop asks for
    std::optional<PageDrawing> drawing;
    // By language, in the order of the page's.
    std::vector<StepText> text;
    std::vector<QString> place;
    std::vector<ShownPieces> wide, narrow;
};

struct PageFile {
    QString name, text;
};

struct PageStory {
    QStringList languages; // `en`, `ko`
    std::string programLanguage;
    QString name; // the program's file
    std::optional<Lesson> lesson;
    std::vector<PageFile> files;
    std::vector<PageStep> steps;
    QString output;
    UsedFonts fonts;
    SharedElements elements;
    PagePictures wide{'w', fonts, elements}, narrow{'n', fonts, elements};

    PageStory() = default;
    PageStory(const PageStory&) = delete;
    PageStory& operator=(const PageStory&) = delete;
};

// The steps are the run's, in order, and there are some.
void tellStory(PageStory& story, Run& run, const std::vector<uint64_t>& steps, const ExportOptions& options);

}

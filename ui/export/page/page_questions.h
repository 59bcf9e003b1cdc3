// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The questions in a lesson's page that Memtape answers itself: what the next step will do, and the arrows that the reader draws. As in the window, and with the
// same answers.

#include <QPointF>
#include <QStringList>
#include <optional>
#include <vector>

#include "ui/export/page/page_pictures.h"
#include "ui/models/draw/draw_task.h"
#include "ui/models/predict/question.h"

namespace memtape {

class MemoryScene;

struct PagePrediction {
    struct Words {
        QString about, question, truth;
        QStringList choices;
    };
    Question question;
    std::vector<Words> words;                                                   // by language
    ObjectId answer() const { return question.choices[question.right].object; } // that is clicked; none: it is no object
};

struct PageDrawing {
    struct Words {
        QString wish, truth;
        QStringList places; // of the dots
    };
    struct Dot {
        QPointF at;
        PlacedPiece arrow; // as it is
    };
    QVector<ObjectId> objects, targets;     // that have letters; of the dots
    std::vector<Words> words;               // by language
    std::vector<QVector<Dot>> wide, narrow; // by language
};

// Of the kind that a lesson wants at that step; none: nothing of it can be asked. options: of the picture that the reader sees.
std::optional<PagePrediction> predictionAt(Run& run, uint64_t step, std::optional<Question::Kind> kind, const PictureOptions& options);
// None: there is nothing to be drawn, or too much.
std::optional<PageDrawing> drawingAt(Run& run, uint64_t step, const PictureOptions& options);
void sayPrediction(PagePrediction& prediction, Run& run);                                      // in the language of now
void sayDrawing(PageDrawing& drawing, Run& run, uint64_t step, const PictureOptions& options); // in the language of now

// What the scene shows of the question beside the picture, and its pieces.
void markPrediction(MemoryScene& scene, Run& run, const PagePrediction& prediction);
void markDrawing(MemoryScene& scene, const PageDrawing& drawing);
QVector<PageDrawing::Dot> dotsOf(const MemoryScene& scene, PagePictures& pictures);

}

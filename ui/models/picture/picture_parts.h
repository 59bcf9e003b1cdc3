// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A picture under construction: its parts are made in files of their own, from these.

#include <optional>

#include "ui/models/picture/kept_boxes.h"
#include "ui/models/picture/passing_error.h"
#include "ui/models/picture/picture.h"
#include "ui/models/picture/picture_changes.h"
#include "ui/models/picture/picture_references.h"
#include "ui/state/run.h"

namespace memtape {

struct PictureMaking {
    Run& run;
    const PictureOptions& options;
    const Reading& reading;
    const PictureChanges& changes;
    PictureReferences& references;
    Picture& picture;
    uint32_t justLine; // the line just run; 0: none, or notes are not asked for
    std::optional<PassingError> passing;
    KeptBoxes* kept; // of the step before; null: none are

    const MemoryState& state() const { return reading.state(); }
};

void addCards(PictureMaking& making);                                     // the names and the frames; first, as the boxes are what they lead to
void addGroups(PictureMaking& making, const QSet<ObjectId>& unreachable); // before the boxes, as they lead to some
// Rows of a container that has many cells, where most of them refer to objects of groups: one for each stretch of them. Empty: they do not.
QVector<RowPicture> severalRows(PictureMaking& making, ObjectId container, ObjectKind kind, size_t cells);
void addBoxes(PictureMaking& making);                     // what is referred to, what is unreachable, and what was released
QString heldLabel(const Reading& reading, ObjectId held); // of a row of what a line at work, or a paused call, holds

}

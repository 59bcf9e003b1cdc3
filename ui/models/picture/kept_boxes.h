// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The boxes of the picture of one step, for that of another. Most of a large heap is not touched from one step to the next, and what is not looks as it
// did; so it is made once. A box is kept if all that it shows is known to be its own, or of objects that it can be forgotten with when they are
// touched; a picture made of kept boxes is the same as one that was made without.

#include <QHash>
#include <QVector>
#include <optional>
#include <vector>

#include "ui/models/picture/object_groups.h"
#include "ui/models/picture/picture.h"

namespace memtape {

class PictureReferences;

class KeptBoxes {
public:
    // From the step before on: forgets what something happened to in between, and all where that cannot be told. What lay right before the step.
    std::vector<Change> goTo(Run& run, uint64_t step, const PictureOptions& options);
    void reset();

    // As it looked, without a mark, and still looks while all is reachable; null: it is to be made. What it refers to is in the picture then.
    const BoxPicture* find(ObjectId id, const Reading& reading, PictureReferences& references) const;
    // Where it may be kept. `keys`: of its entries.
    void keep(const BoxPicture& box, const QVector<ObjectId>& keys, const Reading& reading, PictureReferences& references);

private:
    struct Kept {
        BoxPicture box;
        std::vector<ObjectId> mortal; // in its rows: their chips would say when they no longer are
    };
    void forget(ObjectId touched);

    std::optional<uint64_t> m_step;
    PictureOptions m_options;
    QString m_sample;   // of the language that the words are in
    ObjectId m_globals; // which are no box
    QHash<ObjectId, Kept> m_boxes;
    QHash<ObjectId, QVector<ObjectId>> m_shownIn; // what looks otherwise when it is touched, and is shown in boxes of others
};

// What is kept from one step to the next by who shows many of one run; another run, or one that was recorded anew, wants reset().
struct PictureMemory {
    ObjectGroups groups;
    KeptBoxes boxes;

    void reset() {
        groups.reset();
        boxes.reset();
    }
};

Picture buildPicture(Run& run, uint64_t step, const PictureOptions& options, PictureMemory& memory);

}

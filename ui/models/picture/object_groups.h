// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The program's living objects by type and by the line that made them, so that many like ones can be one box of the picture. A neighbouring step is
// counted by what changed in between, any other by going through all that is alive.

#include <QVector>
#include <optional>
#include <vector>

#include "ui/models/picture/picture.h"

namespace memtape {

class ObjectGroups {
public:
    // Of one birth: those that may be a group, and the others, which are drawn in place where they are referred to, or hold their like.
    struct Births {
        uint32_t type = 0, file = 0, line = 0;
        QVector<GroupPicture::Member> boxes, others; // in order of birth

        ObjectId box() const; // stands for the group where objects have their ids; of no object, and the same at every step
    };

    // The run outlives its use here; another run, or one that was recorded anew, wants reset().
    void count(Run& run, const Reading& reading, uint64_t step);
    void reset() { m_step.reset(); }
    const std::vector<Births>& births() const { return m_births; }

private:
    Births& birthsOf(const Reading& reading, const ObjectView& object);
    void add(const Reading& reading, ObjectId id);
    void remove(ObjectId id);
    bool follow(Run& run, const Reading& reading, uint64_t step);
    bool addsUp(const MemoryState& state) const;

    std::optional<uint64_t> m_step;
    std::vector<Births> m_births;
    using Origin = QPair<uint64_t, uint32_t>; // code and line, and type
    QHash<Origin, size_t> m_places;           // of the births from there
    uint64_t m_objects = 0, m_bytes = 0;
};

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which objects have been written, and as which number: a table by identity, in a block of the region. It holds its objects.

#include <cstdint>

#include "core/python/objects/model/object.h"
#include "core/python/objects/model/recording.h"

namespace memtape::pickle {

class Memo {
public:
    ssize find(const Object* o) const; // −1: not there
    ssize count() const { return m_count; }
    bool add(Object* owner, Object* o) { return addAs(owner, o, m_count); } // the next number; it is not there yet
    bool addAs(Object* owner, Object* o, ssize number);
    void clear(Object* owner);
    bool copyFrom(Object* owner, const Memo& other);
    int traverse(Visit visit, void* context) const;
    void cells(CellVisitor& visitor) const;
    template <class Each> bool each(Each&& visit) const { // false: one was
        for (ssize i = 0; i < m_room; ++i)
            if (m_entries[i].object && !visit(m_entries[i].object, m_entries[i].number)) return false;
        return true;
    }

private:
    struct Entry {
        Object* object;
        ssize number;
    };
    Entry& place(const Object* o) const;
    bool grow();

    Entry* m_entries;
    ssize m_room, m_count;
};

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Many references at once that a native function holds: what a container gave up all together and drops one by one, what a sort has
// taken out of its list. Nothing is registered unless a recording is made: then each is a Held, so that a step in between shows it.

#include <cstdlib>
#include <new>

#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

// The references are the block's while nothing is recorded, the holds' while it is; either way the block keeps the pointers.
class HeldItems {
public:
    HeldItems() = default;
    HeldItems(const HeldItems&) = delete;
    HeldItems& operator=(const HeldItems&) = delete;
    ~HeldItems() { release(); }
    void hold(Object* const* items, ssize count) {
        reserve(count);
        while (m_count < count && m_holds) add(items[m_count]);
    }
    // The same one by one: room for `count` references, then add() so many times.
    void reserve(ssize count) {
        if (recording() && count > 0) m_holds = static_cast<Held<>*>(std::malloc(static_cast<size_t>(count) * sizeof(Held<>)));
    }
    void add(Object* item) {
        if (m_holds) new (m_holds + m_count++) Held<>(Owned(item));
    }
    // The references are the block's again.
    void release() {
        while (m_count > 0) {
            Held<>& last = m_holds[--m_count];
            (void)last.release();
            last.~Held<>();
        }
        std::free(m_holds);
        m_holds = nullptr;
    }

private:
    Held<>* m_holds = nullptr;
    ssize m_count = 0;
};

// Drops the references in a block, the last first. Null entries are skipped.
void dropReferencesRecorded(Object** items, ssize count);
inline void dropReferences(Object** items, ssize count) {
    if (recording()) [[unlikely]]
        return dropReferencesRecorded(items, count);
    while (--count >= 0) xdecref(items[count]);
}

}

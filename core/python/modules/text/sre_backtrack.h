// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a match goes back to, on one stack: alternatives that are still open, and between them what was changed since, to be put back on the way.
// Groups (Atomic, Look …) stand in it as barriers; when such a group is left for good, its alternatives are taken out and the changes stay.

#include <cstddef>
#include <cstdint>

#include "core/python/objects/model/object.h"

namespace memtape::sre {

enum class Kept : uint32_t {
    // changes
    Mark, // index: its number; a: what it was; b: lastindex as it was
    Loop, // index: its number; a: count, b: last place, as they were
    // alternatives
    Alternative, // index: instruction; a: place
    LoopRest,    // leave the loop after all; index: its Until; a: place; b: last place as it was
    LoopAgain,   // the body of a lazy loop once more; index: its Until; a: place; b: count
    Greedy,      // one character less; index: the repeat; a: the least place; b: the place tried last
    Lazy,        // one character more; index: the repeat; a: the place; b: the greatest place
    // barriers; b: the barrier around; a: place
    Bottom,
    Atomic,
    Look,       // index: the Look
    Possessive, // one run of the body; index: the PossessiveEnd
};

inline bool isChange(Kept kind) { return kind <= Kept::Loop; }

struct Entry {
    Kept kind;
    uint32_t index;
    ssize a, b;
};

// Lies outside of the program's heap, yet counts for its limit. The last one's memory is used again.
class BacktrackStack {
public:
    BacktrackStack();
    ~BacktrackStack();
    BacktrackStack(const BacktrackStack&) = delete;
    BacktrackStack& operator=(const BacktrackStack&) = delete;

    // False: MemoryError pending.
    bool push(Kept kind, uint32_t index, ssize a, ssize b) {
        if (m_count == m_capacity) [[unlikely]]
            if (!grow()) return false;
        m_entries[m_count++] = {kind, index, a, b};
        return true;
    }
    void pop() { --m_count; }
    Entry& top() { return m_entries[m_count - 1]; }
    Entry& operator[](size_t i) { return m_entries[i]; }
    size_t count() const { return m_count; }
    void cutTo(size_t count) { m_count = count; }

private:
    bool grow();
    Entry* m_entries;
    size_t m_count = 0, m_capacity;
};

}

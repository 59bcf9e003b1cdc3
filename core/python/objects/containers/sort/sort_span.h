// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a sort moves: keys and, where a key function made them, the items that they stand for. Without a key function the items are the keys.

#include <algorithm>
#include <cstring>

#include "core/python/objects/model/object.h"

namespace memtape {

// A place in the array of keys and the same place in that of the items (null: there is none). It owns nothing.
struct SortSpan {
    Object** keys = nullptr;
    Object** items = nullptr;

    SortSpan at(ssize n) const { return {keys + n, items ? items + n : nullptr}; }

    // Moves `count` entries from `from` to here; the two may overlap.
    void take(SortSpan from, ssize count) const {
        const size_t bytes = static_cast<size_t>(count) * sizeof(Object*);
        std::memmove(keys, from.keys, bytes);
        if (items) std::memmove(items, from.items, bytes);
    }

    void reverse(ssize count) const {
        std::reverse(keys, keys + count);
        if (items) std::reverse(items, items + count);
    }

    // Moves the entry at `from` down to `to`, and those between up by one.
    void insert(ssize to, ssize from) const {
        rotateOne(keys, to, from);
        if (items) rotateOne(items, to, from);
    }

private:
    static void rotateOne(Object** array, ssize to, ssize from) {
        Object* moved = array[from];
        std::memmove(array + to + 1, array + to, static_cast<size_t>(from - to) * sizeof(Object*));
        array[to] = moved;
    }
};

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How a sort compares two keys. Mostly all keys of a list are of one type; looked at once before the sort, they need not be dispatched on
// at each comparison. What is compared, and by which operators, is CPython's: of tuples, the first items that are not equal.

#include "core/python/objects/model/object.h"
#include "core/python/objects/model/type.h"

namespace memtape {

class SortOrder {
public:
    // The order for these keys, of which there is at least one.
    SortOrder(Object* const* keys, ssize count);

    // 1: a < b, 0: not, -1: an exception is pending.
    int less(Object* a, Object* b) const { return m_less(a, b, *this); }

private:
    using Less = int (*)(Object*, Object*, const SortOrder&);

    Less m_less;
    Less m_firstItemLess = nullptr;      // of tuples: the order of their first items
    RichCompareFunc m_compare = nullptr; // the comparison of the one type that all keys (or first items) have

    void chooseForHeads(Object* const* keys, ssize count, bool firstItems);
    static int lessAny(Object* a, Object* b, const SortOrder&);
    static int lessOfOneType(Object* a, Object* b, const SortOrder&);
    static int lessTuple(Object* a, Object* b, const SortOrder&);
};

}

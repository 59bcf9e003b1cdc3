// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The runs that lie ready in what is to be sorted.

#include "core/python/objects/containers/sort/sort_span.h"
#include "core/python/objects/containers/sort/sorted_search.h"

namespace memtape {

// From a run of `length` on: how far the keys go up or stay. -1: exception.
template <class Order> ssize ascend(Object* const* keys, ssize length, ssize count, const Order& order) {
    for (; length < count; ++length) {
        const int less = order.less(keys[length], keys[length - 1]);
        if (less < 0) return -1;
        if (less) break;
    }
    return length;
}

// The first `equals` keys are equal and the one behind them is smaller: how far the keys go down or stay. Each stretch of equal keys is reversed
// on the way, so that a reversal of the whole brings them back in order. -1: exception.
template <class Order> ssize descend(SortSpan span, ssize equals, ssize count, const Order& order) {
    Object* const* keys = span.keys;
    span.reverse(equals);
    ssize stretch = equals, length = equals + 1; // where the last stretch of equal keys begins, and ends
    for (; length < count; ++length) {
        int less = order.less(keys[length], keys[length - 1]);
        if (less < 0) return -1;
        if (less) {
            span.at(stretch).reverse(length - stretch);
            stretch = length;
            continue;
        }
        less = order.less(keys[length - 1], keys[length]);
        if (less < 0) return -1;
        if (less) break;
    }
    span.at(stretch).reverse(length - stretch);
    return length;
}

// The length of the run with which the `count` entries (at least one) begin, which is ascending afterwards. -1: an exception is pending.
// A descending run may hold equal keys, side by side; they keep their order, as they must for the sort to be stable.
template <class Order> ssize findNaturalRun(SortSpan span, ssize count, const Order& order) {
    Object* const* keys = span.keys;
    ssize length = ascend(keys, 1, count, order);
    if (length < 0 || length == count) return length;
    if (length > 1) {
        // Going down may begin here only if nothing has gone up before: if the first is not smaller than the last.
        const int less = order.less(keys[0], keys[length - 1]);
        if (less < 0) return -1;
        if (less) return length;
    }
    length = descend(span, length, count, order);
    if (length < 0) return -1;
    span.reverse(length);
    return ascend(keys, length, count, order);
}

// Makes the first `count` entries sorted, of which the first `sorted` are: each of the others is inserted where it belongs. False: exception.
template <class Order> bool lengthenRun(SortSpan span, ssize sorted, ssize count, const Order& order) {
    for (; sorted < count; ++sorted) {
        const ssize place = halvingSearch<AmongEquals::Last>(span.keys[sorted], span.keys, 0, sorted, order);
        if (place < 0) return false;
        span.insert(place, sorted);
    }
    return true;
}

}

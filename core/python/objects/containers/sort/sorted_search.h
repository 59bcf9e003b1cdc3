// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where a key belongs among sorted ones, in an order of sort_order.h. Both searches compare in the order that CPython's do, which a program can watch.

#include "core/python/objects/model/object.h"

namespace memtape {

// Where a key goes among those that are equal to it.
enum class AmongEquals { First, Last };
// At which end a search begins.
enum class Beginning { Front, Back };

// Does `item` go before `key`? 1, 0, or -1: an exception is pending.
template <AmongEquals place, class Order> int goesBefore(Object* item, Object* key, const Order& order) {
    if constexpr (place == AmongEquals::First) return order.less(item, key);
    const int less = order.less(key, item);
    return less < 0 ? less : !less;
}

// How many of the sorted keys go before `key`, where it is known to be no fewer than `low` and no more than `high`. -1: exception.
template <AmongEquals place, class Order> ssize halvingSearch(Object* key, Object* const* sorted, ssize low, ssize high, const Order& order) {
    while (low < high) {
        const ssize middle = low + (high - low) / 2;
        const int before = goesBefore<place>(sorted[middle], key, order);
        if (before < 0) return -1;
        if (before) low = middle + 1;
        else high = middle;
    }
    return low;
}

// The same over all `count` keys, where the answer is likely to lie near one end: the distance from it is doubled (0, 1, 3, 7 …) until the
// place is passed; what lies between the last two probes is halved.
template <AmongEquals place, class Order>
ssize gallopingSearch(Object* key, Object* const* sorted, ssize count, Beginning beginning, const Order& order) {
    ssize low = 0, high = count;
    for (ssize distance = 0; distance < count; distance = 2 * distance + 1) {
        const ssize probe = beginning == Beginning::Front ? distance : count - 1 - distance;
        const int before = goesBefore<place>(sorted[probe], key, order);
        if (before < 0) return -1;
        if (before) low = probe + 1;
        else high = probe;
        // Passed: a probe from the front that does not go before the key, or one from the back that does.
        if ((before != 0) != (beginning == Beginning::Front)) break;
    }
    return halvingSearch<place>(key, sorted, low, high, order);
}

}

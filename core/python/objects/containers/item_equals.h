// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// "Is this item equal to the value sought?" as the searches of list, tuple and deque ask it: identity first, then the common exact types
// without a call, then `item == value` with the item held, since the comparison may take it out of its container.

#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

inline int itemEquals(Object* item, Object* value) { // 1, 0, -1
    if (item == value) return 1;
    if (item->type == value->type) {
        if (isExactInt(item))
            return isCompactInt(item) && isCompactInt(value) ? compactValue(item) == compactValue(value) : intCompare(item, value) == 0;
        if (isExactStr(item)) return strEquals(item, value);
    }
    Held<> held(newRef(item));
    return richCompareBool(item, value, Comparison::Eq);
}

}

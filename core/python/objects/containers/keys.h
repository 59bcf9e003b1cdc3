// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Keys of dicts and sets: their hash, and whether two of the same hash are equal. Most are text or ints, whose answers need no call.

#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

inline int64_t strHash(Object* str) {
    int64_t hash = asStr(str)->hash;
    return hash != -1 ? hash : hashStr(str);
}

// -1: exception pending (unhashable). May run `__hash__`.
inline int64_t keyHash(Object* key) {
    if (isExactStr(key)) return strHash(key);
    if (isExactInt(key) && isCompactInt(key)) return hashCompactInt(key);
    return hashOf(key);
}

// 1: the same object, or equal text or ints. 0: text or ints that differ. -1: richCompareBool() has to say, which may run `__eq__`.
inline int plainlyEqual(Object* a, Object* b) {
    if (a == b) return 1;
    if (a->type != b->type) return -1;
    if (a->type == types::Str) return strEquals(a, b);
    if (a->type != types::Int) return -1;
    if (isCompactInt(a) && isCompactInt(b)) return compactValue(a) == compactValue(b);
    return intCompare(a, b) == 0;
}

}

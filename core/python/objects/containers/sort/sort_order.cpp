// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/objects/containers/sort/sort_order.h"

#include <algorithm>
#include <cstring>

#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/numbers/float_object.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

namespace {

int lessLatin1(Object* a, Object* b, const SortOrder&) {
    StrObject *left = asStr(a), *right = asStr(b);
    const int order = std::memcmp(strData(left), strData(right), static_cast<size_t>(std::min(left->length, right->length)));
    return order != 0 ? order < 0 : left->length < right->length;
}
int lessCompactInt(Object* a, Object* b, const SortOrder&) { return compactValue(a) < compactValue(b); }
int lessFloat(Object* a, Object* b, const SortOrder&) { return floatValue(a) < floatValue(b); }

bool isFilledTuple(Object* o) { return o->type == types::Tuple && asTuple(o)->count > 0; }

}

int SortOrder::lessAny(Object* a, Object* b, const SortOrder&) { return richCompareBool(a, b, Comparison::Lt); }

int SortOrder::lessOfOneType(Object* a, Object* b, const SortOrder& order) {
    // A comparison may give the class another __lt__.
    if (a->type->richCompare != order.m_compare) return richCompareBool(a, b, Comparison::Lt);
    Owned answer = order.m_compare(a, b, Comparison::Lt);
    if (!answer) return -1;
    if (answer.pointer == True) return 1;
    if (answer.pointer == False) return 0;
    Held<> held(answer);
    if (held.get() == NotImplemented) return richCompareBool(a, b, Comparison::Lt);
    return isTrue(held);
}

int SortOrder::lessTuple(Object* a, Object* b, const SortOrder& order) {
    const TupleObject *left = asTuple(a), *right = asTuple(b);
    const ssize shared = std::min(left->count, right->count);
    for (ssize i = 0; i < shared; ++i) {
        const int equal = richCompareBool(left->items[i], right->items[i], Comparison::Eq);
        if (equal < 0) return -1;
        if (equal) continue;
        if (i == 0) return order.m_firstItemLess(left->items[0], right->items[0], order);
        return richCompareBool(left->items[i], right->items[i], Comparison::Lt);
    }
    return left->count < right->count;
}

SortOrder::SortOrder(Object* const* keys, ssize count) : m_less(lessAny) {
    if (!isFilledTuple(keys[0])) {
        chooseForHeads(keys, count, false);
        return;
    }
    if (!std::all_of(keys, keys + count, isFilledTuple)) return;
    chooseForHeads(keys, count, true);
    // A tuple as first item is compared in full: only the outer level is special.
    m_firstItemLess = asTuple(keys[0])->items[0]->type == types::Tuple ? lessAny : m_less;
    m_less = lessTuple;
}

// Sets m_less for keys, or for the first items of keys that are tuples, by what all of them have in common.
void SortOrder::chooseForHeads(Object* const* keys, ssize count, bool firstItems) {
    auto head = [&](ssize i) { return firstItems ? asTuple(keys[i])->items[0] : keys[i]; };
    const Type* type = head(0)->type;
    bool latin1 = type == types::Str, compact = type == types::Int;
    for (ssize i = 0; i < count; ++i) {
        Object* o = head(i);
        if (o->type != type) return;
        compact = compact && isCompactInt(o);
        latin1 = latin1 && asStr(o)->kind == 1;
    }
    m_compare = type->richCompare;
    if (latin1) m_less = lessLatin1;
    else if (compact) m_less = lessCompactInt;
    else if (type == types::Float) m_less = lessFloat;
    else if (m_compare) m_less = lessOfOneType;
}

}

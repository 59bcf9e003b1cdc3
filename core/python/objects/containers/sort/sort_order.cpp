// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/objects/containers/sort/sort_order.h"

#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/protocol/protocol.h"

namespace memtape {

namespace {

Object* firstItem(Object* tuple) { return asTuple(tuple)->items[0]; }

// Of head(object) for each of the objects.
template <class Head> Likeness likenessOfHeads(Object* const* objects, ssize count, Head head) {
    const Type* type = head(objects[0])->type;
    bool latin1 = type == types::Str, compact = type == types::Int;
    for (ssize i = 0; i < count; ++i) {
        Object* o = head(objects[i]);
        if (o->type != type) return Likeness::None;
        compact = compact && isCompactInt(o);
        latin1 = latin1 && asStr(o)->kind == 1;
    }
    return latin1 ? Likeness::Latin1 : compact ? Likeness::CompactInt : type == types::Float ? Likeness::Float : Likeness::OneType;
}

// Of an answer that is no bool. By itself, so that the common way through a comparison stays short.
[[gnu::noinline]] int truthOfAnswer(Owned answer, Object* a, Object* b) {
    Held<> held(answer);
    return held.get() == NotImplemented ? richCompareBool(a, b, Comparison::Lt) : isTrue(held);
}

}

Likeness likenessOf(Object* const* objects, ssize count) {
    return likenessOfHeads(objects, count, [](Object* o) { return o; });
}

bool likenessOfFirstItems(Object* const* objects, ssize count, Likeness* likeness) {
    if (!std::all_of(objects, objects + count, [](Object* o) { return o->type == types::Tuple && asTuple(o)->count > 0; })) return false;
    *likeness = likenessOfHeads(objects, count, firstItem);
    return true;
}

int GeneralOrder::lessAny(Object* a, Object* b, const GeneralOrder&) { return richCompareBool(a, b, Comparison::Lt); }

int GeneralOrder::lessOfOneType(Object* a, Object* b, const GeneralOrder& order) {
    // A comparison may give the class another __lt__.
    if (a->type->richCompare != order.m_compare) return richCompareBool(a, b, Comparison::Lt);
    Owned answer = order.m_compare(a, b, Comparison::Lt);
    if (!answer) return -1;
    if (answer.pointer == True) return 1;
    if (answer.pointer == False) return 0;
    return truthOfAnswer(answer, a, b);
}

int GeneralOrder::lessTuple(Object* a, Object* b, const GeneralOrder& order) {
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

GeneralOrder GeneralOrder::ofTuples(Likeness firstItems, Object* sample) {
    const Type* type = firstItem(sample)->type;
    auto whole = [type](Less firstItemLess) { return GeneralOrder(lessTuple, type->richCompare, firstItemLess); };
    switch (firstItems) {
    case Likeness::Latin1: return whole([](Object* a, Object* b, const GeneralOrder&) { return Latin1Order::less(a, b); });
    case Likeness::CompactInt: return whole([](Object* a, Object* b, const GeneralOrder&) { return CompactIntOrder::less(a, b); });
    case Likeness::Float: return whole([](Object* a, Object* b, const GeneralOrder&) { return FloatOrder::less(a, b); });
    case Likeness::OneType:
        // A tuple as first item is compared in full: only the outer level is special.
        return whole(type == types::Tuple ? lessAny : ofOneType(type).m_less);
    case Likeness::None: break;
    }
    return whole(lessAny);
}

}

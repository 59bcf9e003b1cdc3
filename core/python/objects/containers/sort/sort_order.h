// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How a sort compares two keys. Mostly all keys of a list are of one type; looked at once before the sort, they need not be dispatched on
// at each comparison. What is compared, and by which operators, is CPython's: of tuples, the first items that are not equal.
//
// An order has less(a, b): 1: a < b, 0: not, -1: an exception is pending. The sort is a template over it, as the comparison is most of its work.

#include <algorithm>
#include <cstring>

#include "core/python/objects/model/object.h"
#include "core/python/objects/model/type.h"
#include "core/python/objects/numbers/float_object.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

// Of exact str with one byte a character.
struct Latin1Order {
    static int less(Object* a, Object* b) {
        StrObject *left = asStr(a), *right = asStr(b);
        const int order = std::memcmp(strData(left), strData(right), static_cast<size_t>(std::min(left->length, right->length)));
        return order != 0 ? order < 0 : left->length < right->length;
    }
};
// Of exact int with one digit at most.
struct CompactIntOrder {
    static int less(Object* a, Object* b) { return compactValue(a) < compactValue(b); }
};
// Of exact float.
struct FloatOrder {
    static int less(Object* a, Object* b) { return floatValue(a) < floatValue(b); }
};

// What the exact types of some objects, one at least, have in common.
enum class Likeness { Latin1, CompactInt, Float, OneType, None };

// Of anything else, tuples among it.
class GeneralOrder {
public:
    // Of objects of this one type, or of any.
    static GeneralOrder ofOneType(const Type* type) { return {type->richCompare ? lessOfOneType : lessAny, type->richCompare, nullptr}; }
    static GeneralOrder ofAny() { return {lessAny, nullptr, nullptr}; }
    // Of tuples whose first items are alike so, the first of them being `sample`.
    static GeneralOrder ofTuples(Likeness firstItems, Object* sample);

    int less(Object* a, Object* b) const { return m_less(a, b, *this); }

private:
    using Less = int (*)(Object*, Object*, const GeneralOrder&);

    Less m_less;
    RichCompareFunc m_compare; // the comparison of the one type, or of the first items' one type
    Less m_firstItemLess;

    GeneralOrder(Less less, RichCompareFunc compare, Less firstItemLess) : m_less(less), m_compare(compare), m_firstItemLess(firstItemLess) {}
    static int lessAny(Object* a, Object* b, const GeneralOrder&);
    static int lessOfOneType(Object* a, Object* b, const GeneralOrder&);
    static int lessTuple(Object* a, Object* b, const GeneralOrder&);
};

Likeness likenessOf(Object* const* objects, ssize count);
// The same of the first items of tuples; nothing where one of the objects is no tuple (exactly), or is empty.
bool likenessOfFirstItems(Object* const* objects, ssize count, Likeness* likeness);

// f(order) with the order that fits these keys, of which there is at least one.
template <class F> bool withOrderOf(Object* const* keys, ssize count, F f) {
    Likeness firstItems;
    if (likenessOfFirstItems(keys, count, &firstItems)) return f(GeneralOrder::ofTuples(firstItems, keys[0]));
    switch (likenessOf(keys, count)) {
    case Likeness::Latin1: return f(Latin1Order());
    case Likeness::CompactInt: return f(CompactIntOrder());
    case Likeness::Float: return f(FloatOrder());
    case Likeness::OneType: return f(GeneralOrder::ofOneType(keys[0]->type));
    case Likeness::None: break;
    }
    return f(GeneralOrder::ofAny());
}

}

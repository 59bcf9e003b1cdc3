// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the files of itertools share: one definition for each of its types, and the making of their instances.

#include <cstddef>

#include "core/python/objects/containers/iterator_objects.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/module_types.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"

namespace memtape::itertools {

#define ITERTOOLS_TYPES(row) \
    row(Count) row(Cycle) row(Repeat) row(Chain) row(Accumulate) row(Batched) row(Compress) row(DropWhile) row(TakeWhile) row(FilterFalse) \
        row(StarMap) row(IndexSlice) row(Pairwise) row(GroupBy) row(Grouper) row(Tee) row(TeeData) row(Product) row(Permutations) row(Combinations) \
            row(CombinationsWithReplacement) row(ZipLongest)

#define DECLARE(Name) \
    extern Type* Name##Type; \
    void define##Name(Type* t);
ITERTOOLS_TYPES(DECLARE)
#undef DECLARE

// An instance, zeroed and tracked; finishObject reports its cells once they are filled in.
template <class T> T* newInstance(Type* type) { return static_cast<T*>(type->alloc(type, 0).pointer); }

// The next value of an iterator, with StopIteration as the iterator left it (as tp_iternext).
inline Owned rawNext(Object* iterator) { return iterator->type->iterNext(iterator); }

// Puts `value` (taken over) into a result tuple that nobody else has.
inline void replaceItem(TupleObject* t, ssize i, Object* value) {
    Object* old = t->items[i];
    t->items[i] = value;
    recordCell(t, CellKind::Item, static_cast<uint32_t>(i), value);
    xdecref(old);
}

Owned teeFunction(Object* module, Args args);

}

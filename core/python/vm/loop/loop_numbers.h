// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Making and dropping exact ints and floats within the dispatch loop. What they do is newInt's, newFloat's and the types' dealloc; here
// it is inline, and each copy of the loop knows whether it records.

#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/float_object.h"
#include "core/python/objects/numbers/int_digits.h"
#include "core/python/objects/numbers/int_object.h"

namespace memtape {

template <bool Recording> [[gnu::always_inline]] inline Object* makeInt(int64_t value) {
    if (static_cast<uint64_t>(value) + 5 < 262) return smallInts[value + 5];
    uint64_t magnitude = value < 0 ? -static_cast<uint64_t>(value) : static_cast<uint64_t>(value);
    if (magnitude > digitMask) [[unlikely]]
        return newIntSlow(value).pointer;
    auto* i = static_cast<IntObject*>(heap.allocate(sizeof(IntObject)));
    if (!i) [[unlikely]]
        return Owned(raiseMemoryError()).pointer;
    i->refcount = 1;
    i->type = types::Int;
    i->tag = (1u << 3) | (value < 0 ? 2 : 0);
    i->digits[0] = static_cast<uint32_t>(magnitude);
    if constexpr (Recording) recorder->allocInt(granuleOf(i), value);
    return i;
}

template <bool Recording> [[gnu::always_inline]] inline void dropInt(Object* exactInt) {
    if (isImmortal(exactInt) || --exactInt->refcount) return;
    if constexpr (Recording) recorder->free(granuleOf(exactInt), freeCause);
    heap.release(exactInt);
}

template <bool Recording> [[gnu::always_inline]] inline Object* makeFloat(double value) {
    Object* f = freeFloats;
    if (!f) [[unlikely]]
        return newFloat(value).pointer;
    freeFloats = reinterpret_cast<Object*>(f->type);
    --freeFloatCount;
    f->refcount = 1;
    f->type = types::Float;
    static_cast<FloatObject*>(f)->value = value;
    if constexpr (Recording) recorder->allocFloat(granuleOf(f), value);
    return f;
}

template <bool Recording> [[gnu::always_inline]] inline void dropFloat(Object* exactFloat) {
    if (isImmortal(exactFloat) || --exactFloat->refcount) return;
    if (freeFloatCount >= freeFloatRoom) [[unlikely]]
        return deallocate(exactFloat);
    if constexpr (Recording) recorder->free(granuleOf(exactFloat), freeCause);
    exactFloat->type = reinterpret_cast<Type*>(freeFloats);
    freeFloats = exactFloat;
    ++freeFloatCount;
}

// Of which a slot that is bound anew is mostly left: what goes then runs no code.
inline bool isNumber(const Object* o) { return o->type == types::Int || o->type == types::Float; }

// The slot of the running frame that had `old`, a number, has `value` from now on.
template <bool Recording> [[gnu::always_inline]] inline void replaceNumber(uint32_t slot, Object* value, Object* old) {
    const bool isInt = old->type == types::Int;
    if (isImmortal(old) || old->refcount > 1 || (!isInt && freeFloatCount >= freeFloatRoom)) {
        if constexpr (Recording) recorder->slotSet(slot, granuleOf(value));
        return decref(old);
    }
    if constexpr (Recording) {
        if (freeCause == FreeCause::Count) [[likely]] {
            recorder->slotReplace(slot, granuleOf(value), granuleOf(old));
        } else {
            recorder->slotSet(slot, granuleOf(value));
            recorder->free(granuleOf(old), freeCause);
        }
    }
    if (isInt) return heap.release(old);
    old->type = reinterpret_cast<Type*>(freeFloats);
    freeFloats = old;
    ++freeFloatCount;
}

// Drops a reference to whatever it is; numbers, which it mostly is, here.
template <bool Recording> inline void dropValue(Object* o) {
    if (o->type == types::Int) dropInt<Recording>(o);
    else if (o->type == types::Float) dropFloat<Recording>(o);
    else decref(o);
}

inline bool areCompactInts(const Object* a, const Object* b) {
    return a->type == types::Int && b->type == types::Int &&
           (static_cast<const IntObject*>(a)->tag | static_cast<const IntObject*>(b)->tag) < (2u << 3);
}
inline bool areFloats(const Object* a, const Object* b) { return a->type == types::Float && b->type == types::Float; }

// The bit of packedComparison's mask that a comparison's outcome has.
inline uint32_t outcomeBit(int64_t a, int64_t b) { return 1u << (2 * (a >= b) + (a <= b)); }
inline uint32_t outcomeBit(double a, double b) { return 1u << (2 * (a >= b) + (a <= b)); } // neither, for a nan: 1, unordered

}

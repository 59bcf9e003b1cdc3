// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/objects/containers/range_object.h"

#include <cstddef>
#include <string>

#include "core/python/objects/containers/iterator_objects.h"
#include "core/python/objects/containers/slice_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

static_assert(sizeof(RangeObject) == 48);
static_assert(sizeof(RangeIteratorObject) == 40 && sizeof(LongRangeIteratorObject) == 40);

namespace {

// The value where it fits into a machine word; nothing is raised.
bool fits(Object* i, int64_t* out) {
    int overflow = 0;
    *out = intValue(i, &overflow);
    return overflow == 0;
}

// How many numbers there are, in machine words; −1: too many.
int64_t smallLength(int64_t start, int64_t stop, int64_t step) {
    uint64_t span, stride;
    if (step > 0) {
        if (start >= stop) return 0;
        span = static_cast<uint64_t>(stop) - static_cast<uint64_t>(start) - 1;
        stride = static_cast<uint64_t>(step);
    } else {
        if (stop >= start) return 0;
        span = static_cast<uint64_t>(start) - static_cast<uint64_t>(stop) - 1;
        stride = 0 - static_cast<uint64_t>(step);
    }
    uint64_t length = span / stride + 1;
    return length == 0 || length > static_cast<uint64_t>(INT64_MAX) ? -1 : static_cast<int64_t>(length);
}

Owned lengthOfRange(Object* start, Object* stop, Object* step) {
    int64_t a, b, c;
    if (fits(start, &a) && fits(stop, &b) && fits(step, &c)) {
        int64_t length = smallLength(a, b, c);
        if (length >= 0) return newInt(length);
    }
    bool up = intSign(step) > 0;
    Object *low = up ? start : stop, *high = up ? stop : start;
    if (intCompare(low, high) >= 0) return newInt(0);
    Ref<> stride = up ? Ref<>::share(step) : Ref<>(numberNegative(step));
    if (!stride) return nullptr;
    Ref<> one = newInt(1);
    Ref<> distance = numberSubtract(high, low);
    if (!distance) return nullptr;
    Ref<> last = numberSubtract(distance, one);
    if (!last) return nullptr;
    Ref<> steps = numberFloorDivide(last, stride);
    if (!steps) return nullptr;
    return numberAdd(steps, one);
}

Owned makeRange(Ref<> start, Ref<> stop, Ref<> step) {
    Ref<> length = lengthOfRange(start, stop, step);
    if (!length) return nullptr;
    RangeObject* r = static_cast<RangeObject*>(allocateObject(types::Range, sizeof(RangeObject)));
    if (!r) return nullptr;
    r->start = start.releaseRaw();
    r->stop = stop.releaseRaw();
    r->step = step.releaseRaw();
    r->length = length.releaseRaw();
    recordCells(r);
    return Owned(r);
}

Owned rangeCreate(Type*, Args args) {
    if (!checkNoKeywords("range", args) || !checkArgCount("range", args.count, 1, 3)) return nullptr;
    if (args.count == 1) {
        Held<> stop(numberIndex(args[0]));
        if (!stop) return nullptr;
        return makeRange(newInt(0), stop.release(), newInt(1));
    }
    Held<> start(numberIndex(args[0]));
    if (!start) return nullptr;
    Held<> stop(numberIndex(args[1]));
    if (!stop) return nullptr;
    Held<> step(args.count > 2 ? numberIndex(args[2]) : newInt(1));
    if (!step) return nullptr;
    if (intSign(step) == 0) return raise(exc::ValueError, "range() arg 3 must not be zero");
    return makeRange(start.release(), stop.release(), step.release());
}

// start + index × step; index an int.
Owned itemAt(RangeObject* r, Object* index) {
    if (isCompactInt(r->step) && compactValue(r->step) == 1) return numberAdd(r->start, index);
    Ref<> offset = numberMultiply(index, r->step);
    if (!offset) return nullptr;
    return numberAdd(r->start, offset);
}

Owned rangeItemAtInt(RangeObject* r, Object* given) {
    Ref<> index = intSign(given) < 0 ? Ref<>(numberAdd(given, r->length)) : Ref<>::share(given);
    if (!index) return nullptr;
    if (intSign(index) < 0 || intCompare(index, r->length) >= 0) return raise(exc::IndexError, "range object index out of range");
    return itemAt(r, index);
}

Owned rangeItem(Object* o, ssize i) {
    Ref<> index = newInt(i);
    if (!index) return nullptr;
    return rangeItemAtInt(asRange(o), index);
}

Owned rangeSlice(RangeObject* r, Object* slice) {
    // What the slice's bounds are for this length, as ints of any size.
    Ref<> bounds = callMethod(slice, names::indices, r->length);
    if (!bounds) return nullptr;
    TupleObject* b = asTuple(bounds);
    Ref<> step = numberMultiply(r->step, b->items[2]);
    if (!step) return nullptr;
    Ref<> start = itemAt(r, b->items[0]);
    if (!start) return nullptr;
    Ref<> stop = itemAt(r, b->items[1]);
    if (!stop) return nullptr;
    return makeRange(start, stop, step);
}

Owned rangeSubscript(Object* o, Object* key) {
    if (key->type->index) {
        Ref<> index = numberIndex(key);
        if (!index) return nullptr;
        return rangeItemAtInt(asRange(o), index);
    }
    if (isSlice(key)) return rangeSlice(asRange(o), key);
    return raise(exc::TypeError, "range indices must be integers or slices, not {}", key->type->name);
}

ssize rangeLength(Object* o) {
    int64_t n;
    if (fits(asRange(o)->length, &n)) return n;
    return raise(exc::OverflowError, "Python int too large to convert to C ssize_t");
}

int rangeTruth(Object* o) { return intSign(asRange(o)->length) != 0; }

// The index of an int in the range; null without an exception: not in it.
Owned indexOfInt(RangeObject* r, Object* value) {
    bool up = intSign(r->step) > 0;
    if (up ? intCompare(value, r->start) < 0 || intCompare(value, r->stop) >= 0 : intCompare(value, r->start) > 0 || intCompare(value, r->stop) <= 0)
        return nullptr;
    Ref<> distance = numberSubtract(value, r->start);
    if (!distance) return nullptr;
    Ref<> rest = numberRemainder(distance, r->step);
    if (!rest || intSign(rest) != 0) return nullptr;
    return numberFloorDivide(distance, r->step);
}

bool isPlainInt(Object* o) { return isExactInt(o) || isBool(o); }

int rangeContains(Object* o, Object* value) {
    RangeObject* r = asRange(o);
    if (isPlainInt(value)) {
        int64_t a, b, c, v;
        if (fits(r->start, &a) && fits(r->stop, &b) && fits(r->step, &c) && fits(value, &v)) {
            if (c > 0 ? v < a || v >= b : v > a || v <= b) return 0;
            if (c == 1) return 1;
            unsigned __int128 distance = c > 0 ? static_cast<__int128>(v) - a : static_cast<__int128>(a) - v;
            unsigned __int128 stride = c > 0 ? static_cast<__int128>(c) : -static_cast<__int128>(c);
            return distance % stride == 0;
        }
        Ref<> index = indexOfInt(r, value);
        return index ? 1 : errorOccurred() ? -1 : 0;
    }
    Held<> iterator(getIter(o));
    if (!iterator) return -1;
    for (;;) {
        Held<> item(nextOf(iterator));
        if (!item) return errorOccurred() ? -1 : 0;
        if (int equal = richCompareBool(item, value, Comparison::Eq)) return equal;
        if (!checkBreaker()) return -1;
    }
}

Owned rangeIndex(Object* self, Object* value) {
    if (isPlainInt(value)) {
        Owned index = indexOfInt(asRange(self), value);
        if (index || errorOccurred()) return index;
        return raise(exc::ValueError, "{!r} is not in range", value);
    }
    Held<> iterator(getIter(self));
    if (!iterator) return nullptr;
    for (int64_t i = 0;; ++i) {
        Held<> item(nextOf(iterator));
        if (!item) return errorOccurred() ? Owned(nullptr) : Owned(raise(exc::ValueError, "sequence.index(x): x not in sequence"));
        int equal = richCompareBool(item, value, Comparison::Eq);
        if (equal < 0) return nullptr;
        if (equal) return newInt(i);
    }
}

Owned rangeCount(Object* self, Object* value) {
    if (isPlainInt(value)) {
        int there = rangeContains(self, value);
        return there < 0 ? Owned(nullptr) : newInt(there);
    }
    Held<> iterator(getIter(self));
    if (!iterator) return nullptr;
    for (int64_t count = 0;;) {
        Held<> item(nextOf(iterator));
        if (!item) return errorOccurred() ? Owned(nullptr) : newInt(count);
        int equal = richCompareBool(item, value, Comparison::Eq);
        if (equal < 0) return nullptr;
        count += equal;
    }
}

Owned rangeRepr(Object* o) {
    RangeObject* r = asRange(o);
    std::string out = "range(";
    if (!appendRepr(out, r->start)) return nullptr;
    out += ", ";
    if (!appendRepr(out, r->stop)) return nullptr;
    if (!(isCompactInt(r->step) && compactValue(r->step) == 1)) {
        out += ", ";
        if (!appendRepr(out, r->step)) return nullptr;
    }
    out += ')';
    return newStr(out);
}

bool rangesEqual(RangeObject* a, RangeObject* b) {
    if (a == b) return true;
    if (intCompare(a->length, b->length) != 0) return false;
    if (intSign(a->length) == 0) return true;
    if (intCompare(a->start, b->start) != 0) return false;
    if (isCompactInt(a->length) && compactValue(a->length) == 1) return true;
    return intCompare(a->step, b->step) == 0;
}

Owned rangeCompare(Object* a, Object* b, Comparison op) {
    if (!isRange(b) || (op != Comparison::Eq && op != Comparison::Ne)) return notImplemented();
    return newBool(rangesEqual(asRange(a), asRange(b)) == (op == Comparison::Eq));
}

int64_t rangeHash(Object* o) {
    RangeObject* r = asRange(o);
    bool empty = intSign(r->length) == 0, single = isCompactInt(r->length) && compactValue(r->length) == 1;
    Ref<> key = packTuple(r->length, empty ? None : r->start, empty || single ? None : r->step);
    return key ? hashOf(key) : -1;
}

Owned rangeReduce(Object* self) {
    RangeObject* r = asRange(self);
    Ref<> args = packTuple(r->start, r->stop, r->step);
    if (!args) return nullptr;
    return packTuple(static_cast<Object*>(types::Range), args.get());
}

// ---- iteration -------------------------------------------------------------------------------------------------------

Owned newSmallIterator(int64_t start, int64_t step, int64_t remaining) {
    auto* it = static_cast<RangeIteratorObject*>(allocateObject(types::RangeIterator, sizeof(RangeIteratorObject)));
    if (!it) return nullptr;
    it->start = start;
    it->step = step;
    it->remaining = remaining;
    recordCells(it);
    return Owned(it);
}

Owned newLongIterator(Ref<> start, Ref<> step, Ref<> remaining) {
    if (!start || !step || !remaining) return nullptr;
    auto* it = static_cast<LongRangeIteratorObject*>(allocateObject(types::LongRangeIterator, sizeof(LongRangeIteratorObject)));
    if (!it) return nullptr;
    it->start = start.releaseRaw();
    it->step = step.releaseRaw();
    it->remaining = remaining.releaseRaw();
    recordCells(it);
    return Owned(it);
}

// Can the iterator count in machine words, its start after the last item included?
bool isSmall(int64_t stop, int64_t step) {
    if (step == INT64_MIN) return false;
    return step > 0 ? stop <= INT64_MAX - step : stop >= INT64_MIN - step;
}

Owned rangeIter(Object* o) {
    RangeObject* r = asRange(o);
    int64_t start, stop, step;
    if (fits(r->start, &start) && fits(r->stop, &stop) && fits(r->step, &step) && isSmall(stop, step)) {
        int64_t length = smallLength(start, stop, step);
        if (length >= 0) return newSmallIterator(start, step, length);
    }
    return newLongIterator(Ref<>::share(r->start), Ref<>::share(r->step), Ref<>::share(r->length));
}

Owned rangeReversed(Object* self) {
    RangeObject* r = asRange(self);
    int64_t start, stop, step;
    if (fits(r->start, &start) && fits(r->stop, &stop) && fits(r->step, &step) && isSmall(stop, step)) {
        int64_t length = smallLength(start, stop, step);
        __int128 before = static_cast<__int128>(start) - step;
        if (length >= 0 && before >= INT64_MIN && before <= INT64_MAX) {
            int64_t last = static_cast<int64_t>(static_cast<uint64_t>(start) + static_cast<uint64_t>(length - 1) * static_cast<uint64_t>(step));
            return newSmallIterator(last, -step, length);
        }
    }
    Ref<> last = numberSubtract(r->length, Ref<>(newInt(1)));
    if (!last) return nullptr;
    Ref<> product = numberMultiply(last, r->step);
    if (!product) return nullptr;
    return newLongIterator(numberAdd(r->start, product), numberNegative(r->step), Ref<>::share(r->length));
}

Owned smallNext(Object* o) {
    auto* it = static_cast<RangeIteratorObject*>(o);
    if (it->remaining <= 0) return nullptr;
    int64_t value = it->start;
    it->start = static_cast<int64_t>(static_cast<uint64_t>(value) + static_cast<uint64_t>(it->step));
    --it->remaining;
    return newInt(value);
}

Owned smallHint(Object* o) { return newInt(static_cast<RangeIteratorObject*>(o)->remaining); }

Owned reduceAsIter(Object* range) {
    Ref<> iter = builtinNamed("iter");
    if (!iter || !range) return nullptr;
    Ref<> args = packTuple(range);
    if (!args) return nullptr;
    return packTuple(iter.get(), args.get(), None);
}

Owned smallReduce(Object* o) {
    auto* it = static_cast<RangeIteratorObject*>(o);
    Ref<> start = newInt(it->start), step = newInt(it->step);
    Ref<> stop =
        newInt(static_cast<int64_t>(static_cast<uint64_t>(it->start) + static_cast<uint64_t>(it->remaining) * static_cast<uint64_t>(it->step)));
    if (!start || !stop || !step) return nullptr;
    Ref<> range = makeRange(start, stop, step);
    return reduceAsIter(range);
}

Owned smallSetState(Object* o, Object* state) {
    auto* it = static_cast<RangeIteratorObject*>(o);
    int64_t index;
    if (!isInt(state)) return raise(exc::TypeError, "an integer is required");
    if (!intToInt64(state, &index)) return nullptr;
    if (index < 0) index = 0;
    if (index > it->remaining) index = it->remaining;
    it->start += index * it->step;
    it->remaining -= index;
    return newNone();
}

Owned longNext(Object* o) {
    auto* it = static_cast<LongRangeIteratorObject*>(o);
    if (intSign(it->remaining) <= 0) return nullptr;
    Ref<> less = numberSubtract(it->remaining, Ref<>(newInt(1)));
    if (!less) return nullptr;
    Ref<> following = numberAdd(it->start, it->step);
    if (!following) return nullptr;
    Owned value = newRef(it->start);
    setField(it, it->start, following.release());
    setField(it, it->remaining, less.release());
    return value;
}

Owned longHint(Object* o) { return newRef(static_cast<LongRangeIteratorObject*>(o)->remaining); }

Owned longReduce(Object* o) {
    auto* it = static_cast<LongRangeIteratorObject*>(o);
    Ref<> product = numberMultiply(it->remaining, it->step);
    if (!product) return nullptr;
    Ref<> stop = numberAdd(it->start, product);
    if (!stop) return nullptr;
    Ref<> range = makeRange(Ref<>::share(it->start), stop, Ref<>::share(it->step));
    return reduceAsIter(range);
}

const Field rangeFields[] = {{"start", offsetof(RangeObject, start)},
                             {"stop", offsetof(RangeObject, stop)},
                             {"step", offsetof(RangeObject, step)},
                             {"length", offsetof(RangeObject, length)},
                             {}};
const Field longFields[] = {{"start", offsetof(LongRangeIteratorObject, start)},
                            {"step", offsetof(LongRangeIteratorObject, step)},
                            {"remaining", offsetof(LongRangeIteratorObject, remaining)},
                            {}};
const MemberDef rangeMembers[] = {{"start", MemberKind::Object, offsetof(RangeObject, start)},
                                  {"stop", MemberKind::Object, offsetof(RangeObject, stop)},
                                  {"step", MemberKind::Object, offsetof(RangeObject, step)},
                                  {}};
const MethodDef rangeMethods[] = {{"__reversed__", rangeReversed}, {"__reduce__", rangeReduce}, {"count", rangeCount}, {"index", rangeIndex}, {}};
const MethodDef smallMethods[] = {{"__length_hint__", smallHint}, {"__reduce__", smallReduce}, {"__setstate__", smallSetState}, {}};
const MethodDef longMethods[] = {{"__length_hint__", longHint}, {"__reduce__", longReduce}, {}};

}

void defineRangeType(Type* t) {
    t->name = "range";
    t->basicSize = sizeof(RangeObject);
    t->flags = IsSequence;
    t->doc =
        "range(stop) -> range object\nrange(start, stop[, step]) -> range object\n\nReturn an object that produces a sequence of integers from start (inclusive)\n"
        "to stop (exclusive) by step.  range(i, j) produces i, i+1, i+2, ..., j-1.\nstart defaults to 0, and stop is omitted!  range(4) produces 0, 1, 2, 3.\n"
        "These are exactly the valid indices for a list of 4 elements.\nWhen step is given, it specifies the increment (or decrement).";
    t->fields = rangeFields;
    t->members = rangeMembers;
    t->methods = rangeMethods;
    t->create = rangeCreate;
    t->repr = rangeRepr;
    t->hash = rangeHash;
    t->richCompare = rangeCompare;
    t->iter = rangeIter;
    t->truth = rangeTruth;
    t->sequenceLength = t->mappingLength = rangeLength;
    t->item = rangeItem;
    t->contains = rangeContains;
    t->subscript = rangeSubscript;
}

void defineRangeIteratorType(Type* t) {
    t->name = "range_iterator";
    t->basicSize = sizeof(RangeIteratorObject);
    t->flags = DisallowInstantiation;
    t->iter = returnSelf;
    t->iterNext = smallNext;
    t->methods = smallMethods;
}

void defineLongRangeIteratorType(Type* t) {
    t->name = "longrange_iterator";
    t->basicSize = sizeof(LongRangeIteratorObject);
    t->flags = DisallowInstantiation;
    t->fields = longFields;
    t->iter = returnSelf;
    t->iterNext = longNext;
    t->methods = longMethods;
}

}

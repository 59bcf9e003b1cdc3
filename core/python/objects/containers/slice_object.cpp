// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/objects/containers/slice_object.h"

#include <algorithm>
#include <cstddef>
#include <string>

#include "core/python/objects/containers/iterator_objects.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

static_assert(sizeof(SliceObject) == 40);

Owned newSlice(Object* start, Object* stop, Object* step) {
    SliceObject* s = newPlainObject<SliceObject>(types::Slice);
    if (!s) return nullptr;
    s->start = newRef(start ? start : None).pointer;
    s->stop = newRef(stop ? stop : None).pointer;
    s->step = newRef(step ? step : None).pointer;
    return finishObject(s);
}

static bool boundOf(Object* value, ssize* out, const char* message) {
    if (!value->type->index) return raise(exc::TypeError, message);
    ssize n = indexAsSize(value, nullptr);
    if (n == -1 && errorOccurred()) return false;
    *out = n;
    return true;
}

bool sliceBound(Object* value, ssize* out) {
    return isNone(value) || boundOf(value, out, "slice indices must be integers or None or have an __index__ method");
}

bool indexBounds(Args args, ssize* start, ssize* stop) {
    constexpr const char* message = "slice indices must be integers or have an __index__ method";
    return (args.count <= 1 || boundOf(args[1], start, message)) && (args.count <= 2 || boundOf(args[2], stop, message));
}

bool sliceUnpack(Object* slice, ssize* start, ssize* stop, ssize* step) {
    SliceObject* s = asSlice(slice);
    *step = 1;
    if (!isNone(s->step)) {
        if (!sliceBound(s->step, step)) return false;
        if (*step == 0) return raise(exc::ValueError, "slice step cannot be zero");
        if (*step < -PTRDIFF_MAX) *step = -PTRDIFF_MAX; // so that −step does not overflow
    }
    *start = *step < 0 ? PTRDIFF_MAX : 0;
    if (!sliceBound(s->start, start)) return false;
    *stop = *step < 0 ? PTRDIFF_MIN : PTRDIFF_MAX;
    return sliceBound(s->stop, stop);
}

ssize sliceAdjust(ssize length, ssize* start, ssize* stop, ssize* step) {
    ssize furthest = std::max(length, ssize{2});
    *step = std::clamp(*step, -furthest, furthest);
    auto fit = [length, forwards = *step > 0](ssize* bound) {
        if (*bound < 0) {
            *bound += length;
            if (*bound < 0) *bound = forwards ? 0 : -1;
        } else if (*bound >= length) {
            *bound = forwards ? length : length - 1;
        }
    };
    fit(start);
    fit(stop);
    if (*step < 0) return *stop < *start ? (*start - *stop - 1) / -*step + 1 : 0;
    return *start < *stop ? (*stop - *start - 1) / *step + 1 : 0;
}

namespace {

Owned sliceCreate(Type*, Args args) {
    if (!checkNoKeywords("slice", args) || !checkArgCount("slice", args.count, 1, 3)) return nullptr;
    if (args.count == 1) return newSlice(nullptr, args[0], nullptr);
    return newSlice(args[0], args[1], args.count > 2 ? args[2] : nullptr);
}

Owned sliceRepr(Object* o) {
    SliceObject* s = asSlice(o);
    std::string out = "slice(";
    if (!appendRepr(out, s->start)) return nullptr;
    out += ", ";
    if (!appendRepr(out, s->stop)) return nullptr;
    out += ", ";
    if (!appendRepr(out, s->step)) return nullptr;
    out += ')';
    return newStr(out);
}

Owned sliceCompare(Object* a, Object* b, Comparison op) {
    if (!isSlice(a) || !isSlice(b)) return notImplemented();
    if (a == b) return newBool(op == Comparison::Eq || op == Comparison::Le || op == Comparison::Ge);
    SliceObject *v = asSlice(a), *w = asSlice(b);
    Held<> left(packTuple(v->start, v->stop, v->step));
    if (!left) return nullptr;
    Held<> right(packTuple(w->start, w->stop, w->step));
    if (!right) return nullptr;
    return richCompare(left, right, op);
}

int64_t sliceHash(Object* o) {
    SliceObject* s = asSlice(o);
    constexpr uint64_t prime1 = 11400714785074694791u, prime2 = 14029467366897019727u, prime5 = 2870177450012600261u;
    uint64_t sum = prime5;
    for (Object* part : {s->start, s->stop, s->step}) {
        int64_t lane = hashOf(part);
        if (lane == -1) return -1;
        sum += static_cast<uint64_t>(lane) * prime2;
        sum = (sum << 31) | (sum >> 33);
        sum *= prime1;
    }
    return sum == static_cast<uint64_t>(-1) ? 1546275796 : static_cast<int64_t>(sum);
}

// slice.indices(): the same fitting with ints of any size.
Owned sliceIndices(Object* self, Object* lengthArg) {
    SliceObject* s = asSlice(self);
    Held<> length(numberIndex(lengthArg));
    if (!length) return nullptr;
    if (intSign(length) < 0) return raise(exc::ValueError, "length should not be negative");
    Held<> step(isNone(s->step) ? newInt(1) : s->step->type->index ? numberIndex(s->step) : Owned(nullptr));
    if (!step)
        return errorOccurred() ? Owned(nullptr) : Owned(raise(exc::TypeError, "slice indices must be integers or None or have an __index__ method"));
    int direction = intSign(step);
    if (direction == 0) return raise(exc::ValueError, "slice step cannot be zero");
    Held<> lower(newInt(direction < 0 ? -1 : 0)), upper(direction < 0 ? numberAdd(length, lower) : newRef(length));
    if (!upper) return nullptr;
    auto bound = [&](Object* given, bool isStart) -> Owned {
        if (isNone(given)) return newRef((direction < 0) == isStart ? upper : lower);
        if (!given->type->index) return raise(exc::TypeError, "slice indices must be integers or None or have an __index__ method");
        Ref<> value = numberIndex(given);
        if (!value) return nullptr;
        if (intSign(value) < 0) {
            value = Ref<>(numberAdd(value, length));
            if (!value) return nullptr;
            if (intCompare(value, lower) < 0) return newRef(lower);
        } else if (intCompare(value, upper) > 0) {
            return newRef(upper);
        }
        return value.release();
    };
    Held<> start(bound(s->start, true));
    if (!start) return nullptr;
    Held<> stop(bound(s->stop, false));
    if (!stop) return nullptr;
    return packTuple(start.get(), stop.get(), step.get());
}

Owned sliceReduce(Object* self) {
    SliceObject* s = asSlice(self);
    Ref<> args = packTuple(s->start, s->stop, s->step);
    if (!args) return nullptr;
    return packTuple(static_cast<Object*>(types::Slice), args.get());
}

const Field sliceFields[] = {
    {"start", offsetof(SliceObject, start)}, {"stop", offsetof(SliceObject, stop)}, {"step", offsetof(SliceObject, step)}, {}};
const MemberDef sliceMembers[] = {{"start", MemberKind::Object, offsetof(SliceObject, start)},
                                  {"stop", MemberKind::Object, offsetof(SliceObject, stop)},
                                  {"step", MemberKind::Object, offsetof(SliceObject, step)},
                                  {}};
const MethodDef sliceMethods[] = {{"indices", sliceIndices}, {"__reduce__", sliceReduce}, {}};

}

void defineSliceType(Type* t) {
    t->name = "slice";
    t->basicSize = sizeof(SliceObject);
    t->flags = HaveGc;
    t->doc = "slice(stop)\nslice(start, stop[, step])\n\nCreate a slice object.  This is used for extended slicing (e.g. a[0:10:2]).";
    t->fields = sliceFields;
    t->members = sliceMembers;
    t->methods = sliceMethods;
    t->create = sliceCreate;
    t->repr = sliceRepr;
    t->hash = sliceHash;
    t->richCompare = sliceCompare;
}

}

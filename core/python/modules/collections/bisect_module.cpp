// SPDX-License-Identifier: GPL-3.0-or-later
// bisect: where a value belongs in a sorted sequence.
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"

namespace memtape {

namespace {

enum class Side { Left, Right }; // of values that are equal

struct Arguments {
    Object *sequence = nullptr, *value = nullptr, *key = nullptr;
    ssize low = 0, high = -1;
};

bool readArguments(const char* function, Args args, Arguments* out) {
    Object* given[5] = {};
    if (!parseArgs(function, args, "a x | lo hi $ key", given)) return false;
    out->sequence = given[0];
    out->value = given[1];
    if (given[2]) {
        out->low = indexAsSize(given[2], exc::OverflowError);
        if (out->low == -1 && errorOccurred()) return false;
    }
    if (given[3] && !isNone(given[3])) {
        out->high = indexAsSize(given[3], exc::OverflowError);
        if (out->high == -1 && errorOccurred()) return false;
    }
    out->key = given[4] && !isNone(given[4]) ? given[4] : nullptr;
    return true;
}

// -1: exception pending.
ssize position(const Arguments& a, Object* value, Side side) {
    ssize low = a.low, high = a.high;
    if (low < 0) return raise(exc::ValueError, "lo must be non-negative");
    if (high == -1) {
        high = lengthOf(a.sequence);
        if (high < 0) return -1;
    }
    while (low < high) {
        ssize middle = static_cast<ssize>((static_cast<size_t>(low) + static_cast<size_t>(high)) / 2);
        Held<> item(getItemAt(a.sequence, middle));
        if (!item) return -1;
        if (a.key) {
            item = call(a.key, item);
            if (!item) return -1;
        }
        int less = side == Side::Right ? richCompareBool(value, item, Comparison::Lt) : richCompareBool(item, value, Comparison::Lt);
        if (less < 0) return -1;
        if ((side == Side::Right) == (less == 1)) high = middle;
        else low = middle + 1;
    }
    return low;
}

template <Side side> Owned bisect(const char* function, Args args) {
    Arguments a;
    if (!readArguments(function, args, &a)) return {};
    ssize at = position(a, a.value, side);
    if (at < 0) return {};
    return newInt(at);
}

template <Side side> Owned insort(const char* function, Args args) {
    Arguments a;
    if (!readArguments(function, args, &a)) return {};
    Held<> value(newRef(a.value));
    if (a.key) {
        value = call(a.key, a.value);
        if (!value) return {};
    }
    ssize at = position(a, value, side);
    if (at < 0) return {};
    if (isExactList(a.sequence)) {
        if (!listInsert(asList(a.sequence), at, a.value)) return {};
    } else {
        Held<> index(newInt(at));
        if (!index) return {};
        Held<> result(callMethod(a.sequence, names::insert, index, a.value));
        if (!result) return {};
    }
    return newNone();
}

Owned bisectRight(Object*, Args args) { return bisect<Side::Right>("bisect_right", args); }
Owned bisectLeft(Object*, Args args) { return bisect<Side::Left>("bisect_left", args); }
Owned insortRight(Object*, Args args) { return insort<Side::Right>("insort_right", args); }
Owned insortLeft(Object*, Args args) { return insort<Side::Left>("insort_left", args); }

const MethodDef functions[] = {
    {"bisect_right", bisectRight, NativeKind::Keywords},
    {"bisect_left", bisectLeft, NativeKind::Keywords},
    {"insort_right", insortRight, NativeKind::Keywords},
    {"insort_left", insortLeft, NativeKind::Keywords},
    {},
};

}

Owned makeBisectModule() {
    Ref<> module = newModule("_bisect");
    if (!module || !addFunctions(module, functions)) return {};
    return module.release();
}

}

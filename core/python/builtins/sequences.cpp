// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/builtins/builtins.h"
#include "core/python/objects/containers/iterator_objects.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/protocol/vm_hooks.h"

namespace memtape {

namespace {

Owned lenOf(Object*, Object* o) {
    ssize length = lengthOf(o);
    return length < 0 ? nullptr : newInt(length);
}

Owned iterOf(Object*, Args args) {
    if (args.count == 1) return getIter(args[0]);
    if (!isCallable(args[0])) return raise(exc::TypeError, "iter(v, w): v must be callable");
    return newCallableIterator(args[0], args[1]);
}

Owned nextOfIterator(Object*, Args args) {
    Object* it = args[0];
    if (!it->type->iterNext) return raise(exc::TypeError, "'{}' object is not an iterator", it->type->name);
    Ref<> value(it->type->iterNext(it));
    if (value) return value.release();
    if (args.count > 1) {
        if (errorOccurred()) {
            if (!errorMatches(exc::StopIteration)) return nullptr;
            clearError();
        }
        return newRef(args[1]);
    }
    return errorOccurred() ? Owned(nullptr) : Owned(raiseStopIteration(nullptr));
}

Owned sortedOf(Object*, Args args) {
    if (args.count != 1) {
        return raise(exc::TypeError, "sorted expected 1 argument, got {}", args.count);
    }
    Held<ListObject> list(newList(0));
    if (!list || !listExtend(list, args[0])) return nullptr;
    Object* out[2] = {None, nullptr};
    if (!parseArgs("sort", args.withoutFirst(), "| $ key reverse", out)) return nullptr;
    int reverse = out[1] ? isTrue(out[1]) : 0;
    if (reverse < 0) return nullptr;
    if (!listSort(list, isNone(out[0]) ? nullptr : out[0], reverse != 0)) return nullptr;
    return list.release();
}

// The first item whose truth is `wanted` decides.
Owned decide(Object* iterable, bool wanted) {
    Held<> iterator(getIter(iterable));
    if (!iterator) return nullptr;
    for (;;) {
        Held<> item(nextOf(iterator));
        if (!item) return errorOccurred() ? Owned(nullptr) : newBool(!wanted);
        int truth = isTrue(item);
        if (truth < 0) return nullptr;
        if ((truth != 0) == wanted) return newBool(wanted);
    }
}

Owned anyOf(Object*, Object* iterable) { return decide(iterable, true); }
Owned allOf(Object*, Object* iterable) { return decide(iterable, false); }

Owned aiterOf(Object*, Object* o) {
    if (!o->type->asyncIter) return raise(exc::TypeError, "'{}' object is not an async iterable", o->type->name);
    Ref<> it(o->type->asyncIter(o));
    if (it && !it->type->asyncNext) {
        return raise(exc::TypeError, "aiter() returned not an async iterator of type '{}'", it->type->name);
    }
    return it.release();
}

Owned anextOf(Object*, Args args) {
    Object* o = args[0];
    if (!o->type->asyncNext) return raise(exc::TypeError, "'{}' object is not an async iterator", o->type->name);
    if (args.count == 1) return o->type->asyncNext(o);
    Held<> awaitable(o->type->asyncNext(o));
    return awaitable ? vmHooks.anextAwaitable(awaitable, args[1]) : Owned(nullptr);
}

}

const MethodDef sequenceFunctions[] = {
    {"len", lenOf},
    {"iter", iterOf, 1, 2},
    {"next", nextOfIterator, 1, 2},
    {"sorted", sortedOf, NativeKind::Keywords},
    {"any", anyOf},
    {"all", allOf},
    {"aiter", aiterOf},
    {"anext", anextOf, 1, 2},
    {},
};

}

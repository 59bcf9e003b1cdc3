// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/objects/model/cycle_collector.h"

#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/collection.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/type.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

Collector collector;

void Collector::start() {
    constexpr int thresholds[generationCount] = {2000, 10, 10};
    for (int i = 0; i < generationCount; ++i) {
        generations[i].list.forgetAll();
        generations[i].threshold = thresholds[i];
        generations[i].count = 0;
        figures[i] = {};
    }
    permanent.list.forgetAll();
    enabled = true;
    collecting = false;
    debug = 0;
    longLivedTotal = longLivedPending = 0;
    garbage = callbacks = nullptr;
}

void Collector::beginProgram() {
    generations[1].list.takeAll(generations[0].list);
    generations[0].count = 10; // about: what CPython's compiler leaves differs with the program
    generations[1].count = 3;
    figures[0] = {.collections = 3, .collected = 24};
}

namespace {

// Tells gc.callbacks that a collection begins or has ended.
void tellCallbacks(const char* phase, int generation, int64_t collected) {
    if (!collector.callbacks || asList(collector.callbacks)->count == 0) return;
    Held<> info(newDict());
    Held<> phaseText(newStr(phase));
    Held<> generationNumber(newInt(generation)), collectedNumber(newInt(collected)), zero(newInt(0));
    if (!info || !phaseText || !dictSetText(info, "generation", generationNumber) || !dictSetText(info, "collected", collectedNumber) ||
        !dictSetText(info, "uncollectable", zero)) {
        writeUnraisable(nullptr);
        return;
    }
    for (ssize i = 0; i < asList(collector.callbacks)->count; ++i) {
        Held<> callback(Held<>::share(asList(collector.callbacks)->items[i]));
        Ref<> result = call(callback, phaseText, info);
        if (!result) writeUnraisable(callback);
    }
}

}

int64_t Collector::collect(int generation) {
    if (collecting) return 0;
    Held<> pending(takeError());
    collecting = true;
    tellCallbacks("start", generation, 0);
    const int64_t found = runCollection(generation);
    tellCallbacks("stop", generation, found);
    collecting = false;
    if (pending) restoreError(pending.release());
    return found;
}

void Collector::collectIfDue() {
    if (!enabled || collecting) return;
    for (int i = oldest; i >= 0; --i) {
        const Generation& generation = generations[i];
        if (generation.count <= generation.threshold) continue;
        // A full collection only when those that came through are a quarter of the old: else its cost grows with the square.
        if (i == oldest && longLivedPending < longLivedTotal / 4) continue;
        if (i > 0 && generation.threshold == 0) continue;
        collect(i);
        return;
    }
}

// ---- finalizers at death -----------------------------------------------------------------------------------------------------------

bool finalizeFromDealloc(Object* o) {
    FinalizeFunc finalize = o->type->finalize;
    if (!finalize) return true;
    o->refcount = 1; // alive for the time of its finalizer
    Held<> alive{Owned(o)};
    if (!gcIsFinalized(o)) {
        finalize(o);
        if (isGcObject(o)) gcSetFinalized(o);
    }
    (void)alive.release();
    return --o->refcount == 0;
}

}

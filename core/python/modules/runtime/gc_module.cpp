// SPDX-License-Identifier: GPL-3.0-or-later

// gc: the collector's interface.

#include <cstdint>

#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/cycle_collector.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/runtime.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"

namespace memtape {

namespace {

bool generationArgument(const char* function, Args args, Object* fallback, int64_t* out) {
    Object* p[1] = {fallback};
    if (!parseArgs(function, args, "| generation", p)) return false;
    Ref<> number = numberIndex(p[0]);
    if (!number) return false;
    int overflow = 0;
    *out = intValue(number, &overflow);
    if (overflow || *out > INT32_MAX || *out < INT32_MIN) return raise(exc::OverflowError, "Python int too large to convert to C int");
    return true;
}

Owned collect(Object*, Args args) {
    Held<> oldest(newInt(2));
    int64_t generation = 2;
    if (!generationArgument("collect", args, oldest, &generation)) return nullptr;
    if (generation < 0 || generation >= Collector::generationCount) return raise(exc::ValueError, "invalid generation");
    int64_t found = collector.collect(static_cast<int>(generation));
    return errorOccurred() ? Owned(nullptr) : newInt(found);
}

Owned enable(Object*) {
    collector.enabled = true;
    return newNone();
}
Owned disable(Object*) {
    collector.enabled = false;
    return newNone();
}
Owned isEnabled(Object*) { return newBool(collector.enabled); }

Owned threeInts(int64_t a, int64_t b, int64_t c) {
    Ref<> x = newInt(a), y = newInt(b), z = newInt(c);
    if (!x || !y || !z) return nullptr;
    return packTuple(x.get(), y.get(), z.get());
}

Owned getThreshold(Object*) {
    auto& g = collector.generations;
    return threeInts(g[0].threshold, g[1].threshold, g[2].threshold);
}
Owned getCount(Object*) {
    auto& g = collector.generations;
    return threeInts(g[0].count, g[1].count, g[2].count);
}

Owned setThreshold(Object*, Args args) {
    if (args.count < 1 || args.count > 3) return raise(exc::TypeError, "gc.set_threshold requires 1 to 3 arguments");
    int values[3];
    for (size_t i = 0; i < args.count; i++) {
        ssize n = indexAsSize(args[i], exc::OverflowError);
        if (n == -1 && errorOccurred()) return nullptr;
        values[i] = static_cast<int>(n);
    }
    for (size_t i = 0; i < args.count; i++) collector.generations[i].threshold = values[i];
    // Each older generation left out gets the last value given, as the C function's loop does.
    for (size_t i = args.count; i < 3 && args.count > 1; i++) collector.generations[i].threshold = values[args.count - 1];
    return newNone();
}

Owned setDebug(Object*, Object* flags) {
    ssize n = indexAsSize(flags, exc::OverflowError);
    if (n == -1 && errorOccurred()) return nullptr;
    collector.debug = static_cast<int>(n);
    return newNone();
}
Owned getDebug(Object*) { return newInt(collector.debug); }

// ---- who refers to whom ------------------------------------------------------------------------------------------------------

Owned getObjects(Object*, Args args) {
    int64_t generation = -1;
    Object* p[1] = {None};
    if (!parseArgs("get_objects", args, "| generation", p)) return nullptr;
    if (p[0] != None) {
        ssize n = indexAsSize(p[0], exc::OverflowError);
        if (n == -1 && errorOccurred()) return nullptr;
        if (n >= Collector::generationCount)
            return raise(exc::ValueError, "generation parameter must be less than the number of available generations ({})",
                         Collector::generationCount);
        if (n < 0) return raise(exc::ValueError, "generation parameter cannot be negative");
        generation = n;
    }
    Ref<ListObject> list = newList(0);
    if (!list) return nullptr;
    for (int i = 0; i < Collector::generationCount; i++) {
        if (generation >= 0 && i != generation) continue;
        bool ok = true;
        collector.generations[i].list.forEach([&](GcHead* h) {
            Object* o = objectOf(h);
            ok = ok && (o == list.get() || listAppend(list, o));
        });
        if (!ok) return nullptr;
    }
    return list.release();
}

struct Search {
    Object* const* wanted;
    size_t count;
};
int visitWanted(Object* o, void* context) {
    auto* s = static_cast<Search*>(context);
    for (size_t i = 0; i < s->count; i++)
        if (s->wanted[i] == o) return 1;
    return 0;
}

Owned getReferrers(Object*, Args args) {
    Ref<ListObject> list = newList(0);
    if (!list) return nullptr;
    Search search{args.values, args.count};
    for (Collector::Generation& g : collector.generations) {
        bool ok = true;
        g.list.forEach([&](GcHead* h) {
            Object* o = objectOf(h);
            if (!ok || o == list.get() || !o->type->traverse) return;
            ok = !o->type->traverse(o, visitWanted, &search) || listAppend(list, o);
        });
        if (!ok) return nullptr;
    }
    return list.release();
}

int visitAppend(Object* o, void* list) { return listAppend(static_cast<ListObject*>(list), o) ? 0 : 1; }

Owned getReferents(Object*, Args args) {
    Ref<ListObject> list = newList(0);
    if (!list) return nullptr;
    for (size_t i = 0; i < args.count; i++) {
        if (!isGcObject(args[i]) || !args[i]->type->traverse) continue;
        if (args[i]->type->traverse(args[i], visitAppend, list.get())) return nullptr;
    }
    return list.release();
}

Owned getStats(Object*) {
    Ref<ListObject> list = newList(0);
    if (!list) return nullptr;
    for (const Collector::Figures& figures : collector.figures) {
        Ref<> row = newDict();
        // Since finalizers run before cycles are broken (PEP 442), nothing is uncollectable.
        Ref<> runs = newIntFromUnsigned(figures.collections), found = newIntFromUnsigned(figures.collected), none = newInt(0);
        if (!row || !runs || !found || !none) return nullptr;
        if (!dictSetText(row, "collections", runs) || !dictSetText(row, "collected", found) || !dictSetText(row, "uncollectable", none))
            return nullptr;
        if (!listAppend(list, row)) return nullptr;
    }
    return list.release();
}

Owned isTrackedFunction(Object*, Object* o) { return newBool(isGcObject(o) && isTracked(o)); }
Owned isFinalizedFunction(Object*, Object* o) { return newBool(gcIsFinalized(o)); }

Owned freeze(Object*) {
    for (Collector::Generation& g : collector.generations) {
        collector.permanent.list.takeAll(g.list);
        g.count = 0;
    }
    return newNone();
}
Owned unfreeze(Object*) {
    collector.generations[Collector::oldest].list.takeAll(collector.permanent.list);
    return newNone();
}
Owned getFreezeCount(Object*) { return newInt(collector.permanent.list.size()); }

constexpr MethodDef functions[] = {
    {"enable", enable},
    {"disable", disable},
    {"isenabled", isEnabled},
    {"set_debug", setDebug},
    {"get_debug", getDebug},
    {"get_count", getCount},
    {"set_threshold", setThreshold, 0, -1},
    {"get_threshold", getThreshold},
    {"collect", collect, NativeKind::Keywords},
    {"get_objects", getObjects, NativeKind::Keywords},
    {"get_stats", getStats},
    {"is_tracked", isTrackedFunction},
    {"is_finalized", isFinalizedFunction},
    {"get_referrers", getReferrers, 0, -1},
    {"get_referents", getReferents, 0, -1},
    {"freeze", freeze},
    {"unfreeze", unfreeze},
    {"get_freeze_count", getFreezeCount},
    {},
};

}

Owned makeGcModule() {
    Ref<> m = newModule("gc");
    if (!m || !addFunctions(m, functions)) return nullptr;
    for (Object** list : {&collector.garbage, &collector.callbacks}) {
        if (*list) continue;
        *list = Owned(newList(0)).pointer;
        if (!*list) return nullptr;
        recordKeptForGood(*list);
    }
    if (!addToModule(m, "garbage", newRef(collector.garbage)) || !addToModule(m, "callbacks", newRef(collector.callbacks))) return nullptr;
    struct {
        const char* name;
        Collector::DebugFlag value;
    } flags[] = {{"DEBUG_STATS", Collector::Stats},
                 {"DEBUG_COLLECTABLE", Collector::Collectable},
                 {"DEBUG_UNCOLLECTABLE", Collector::Uncollectable},
                 {"DEBUG_SAVEALL", Collector::SaveAll},
                 {"DEBUG_LEAK", Collector::Leak}};
    for (auto& f : flags)
        if (!addToModule(m, f.name, newInt(f.value))) return nullptr;
    return m.release();
}

}

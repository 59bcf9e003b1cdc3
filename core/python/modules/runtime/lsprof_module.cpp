// SPDX-License-Identifier: GPL-3.0-or-later

// _lsprof: the profiler beneath cProfile. It listens as a function of sys.setprofile() does, and counts (profile_counts.h).

#include <cstddef>
#include <set>
#include <string>

#include "core/host/clock.h"
#include "core/python/modules/arguments.h"
#include "core/python/modules/native_modules.h"
#include "core/python/modules/runtime/profile_counts.h"
#include "core/python/modules/runtime/profile_listener.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/struct_sequence.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/module_types.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/float_object.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/protocol/vm_hooks.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

namespace {

// 96 bytes with the GC head, as CPython's.
struct ProfilerObject : Object {
    Object* timer;         // the program's clock, or null
    Object* functions;     // list: code objects, and names of native functions, by their numbers in the counts
    ProfileCounts* counts; // outside the region
    double unit;           // of the program's clock, in seconds; 0: it tells seconds
    bool countsPairs, countsNatives, asksTimer;
    void* unused[3];
};
static_assert(sizeof(ProfilerObject) == 80);

Type *profilerType, *entryType, *subentryType;
std::set<ProfileCounts*> liveCounts;
RuntimeCache moduleCache([] {
    profilerType = entryType = subentryType = nullptr;
    for (ProfileCounts* counts : liveCounts) delete counts;
    liveCounts.clear();
});

ProfilerObject* profiler(Object* o) { return static_cast<ProfilerObject*>(o); }

// ---- the clock

int64_t ticksOf(Object* value, double unit) {
    if (unit <= 0 && isFloat(value)) return static_cast<int64_t>(floatValue(value) * 1e9);
    Ref<> number = numberIndex(value);
    int64_t ticks = 0;
    if (!number || !intToInt64(number, &ticks)) return 0;
    return unit > 0 ? ticks : static_cast<int64_t>(static_cast<uint64_t>(ticks) * 1'000'000'000u);
}

int64_t now(ProfilerObject* p) {
    if (!p->timer) return hostMonotonicNs();
    Held<> timer(newRef(p->timer));
    const bool before = p->asksTimer;
    p->asksTimer = true;
    Held<> value(call(timer));
    p->asksTimer = before;
    int64_t ticks = value ? ticksOf(value, p->unit) : 0;
    if (errorOccurred()) writeUnraisable(timer);
    return ticks;
}

double seconds(const ProfilerObject* p, int64_t ticks) { return static_cast<double>(ticks) * (p->timer && p->unit > 0 ? p->unit : 1e-9); }

// ---- listening

// As repr() of the method that the type has, or by module and name.
Owned nativeName(NativeFunctionObject* function) {
    Held<> name(newStr(function->definition->name));
    if (!name) return nullptr;
    if (function->self)
        if (Object* method = lookupInType(function->self->type, name)) return reprOf(method);
    std::string text = "<built-in method ";
    if (function->module && isStr(function->module)) text += strToUtf8(function->module) + ".";
    return newStr(text + function->definition->name + ">");
}

// The name comes first, as it may run code of the program, which may clear all. A code object is kept, so that its address stays its own.
bool enter(ProfilerObject* p, const void* key, Owned (*name)(Object*), Object* function) {
    Held<> shown(p->counts->knows(key) ? newNone() : name(function));
    if (!shown) return false;
    if (!p->counts->knows(key) && !listAppend(asList(p->functions), shown)) return false;
    const size_t number = p->counts->numberOf(key);
    p->counts->enter(number, now(p), p->countsPairs);
    return true;
}

Owned listen(Object* self, Args args) {
    ProfilerObject* p = profiler(self);
    if (!isStr(args[1])) return newNone();
    const std::string event = strToUtf8(args[1]);
    if (event == "call") {
        Held<> code(getAttr(args[0], "f_code"));
        if (!code || !enter(
                         p, code.get(), [](Object* o) { return newRef(o); }, code))
            return nullptr;
    } else if (event == "return") {
        p->counts->leave(now(p));
    } else if (p->countsNatives && isNativeFunction(args[2])) {
        auto* function = static_cast<NativeFunctionObject*>(args[2]);
        if (event != "c_call") p->counts->leave(now(p));
        else if (!enter(
                     p, function->definition, [](Object* o) { return nativeName(static_cast<NativeFunctionObject*>(o)); }, function))
            return nullptr;
    }
    return newNone();
}
const MethodDef listener("_lsprof", listen, 3, 3);

// The profiler that listens now in this thread; null: there is none.
Object* listening() {
    Object* function = interpreter.profileFunction;
    return function && isProfileListener(function) ? static_cast<NativeFunctionObject*>(function)->self : nullptr;
}

Owned enable(Object* self, Args args) {
    Object* out[2] = {};
    bool pairs = true, natives = true;
    if (!parseArgs("enable", args, "| subcalls builtins", out)) return nullptr;
    if ((out[0] && !boolArgument(out[0], &pairs)) || (out[1] && !boolArgument(out[1], &natives))) return nullptr;
    if (interpreter.profileFunction) return raise(exc::ValueError, "Another profiling tool is already active");
    // what is not said stays as it was
    if (out[0]) profiler(self)->countsPairs = pairs;
    if (out[1]) profiler(self)->countsNatives = natives;
    Held<> function(newNativeFunction(&listener, self, nullptr));
    if (!function) return nullptr;
    vmHooks.setTraceFunction(interpreter.profileFunction, function);
    return newNone();
}

// What is under way ends here.
Owned disable(Object* self) {
    if (profiler(self)->asksTimer) return raise(exc::RuntimeError, "cannot disable profiler in external timer");
    if (listening() != self) return newNone();
    Held<> kept(newRef(self));
    vmHooks.setTraceFunction(interpreter.profileFunction, nullptr);
    for (size_t left = profiler(self)->counts->depth(); left > 0; --left) profiler(self)->counts->leave(now(profiler(self)));
    return newNone();
}

Owned clear(Object* self) {
    if (profiler(self)->asksTimer) return raise(exc::RuntimeError, "cannot clear profiler in external timer");
    Held<> none(newList(0));
    if (!none) return nullptr;
    profiler(self)->counts->clear();
    setField(self, profiler(self)->functions, none.release());
    return newNone();
}

// ---- what was counted

Owned newEntry(ProfilerObject* p, Type* type, size_t number, const ProfileCounts::Count& count, Object* callees) {
    Object* values[] = {newRef(asList(p->functions)->items[number]).pointer,
                        newInt(count.calls).pointer,
                        newInt(count.recursiveCalls).pointer,
                        newFloat(seconds(p, count.totalTicks)).pointer,
                        newFloat(seconds(p, count.ownTicks)).pointer,
                        callees ? newRef(callees).pointer : nullptr};
    return newStructSequence(type, values);
}

Owned calleeList(ProfilerObject* p, const ProfileCounts::Function& function) {
    Held<ListObject> list(newList(0));
    for (const auto& [number, count] : function.callees) {
        if (!list) return nullptr;
        if (!count.calls) continue;
        Held<> entry(newEntry(p, subentryType, number, count, nullptr));
        if (!entry || !listAppend(list, entry)) return nullptr;
    }
    return list && list->count ? Owned(list.release()) : newNone();
}

Owned statistics(Object* self, Args args) {
    if (args.count || args.keywordCount()) return raise(exc::TypeError, "getstats() takes no arguments");
    ProfilerObject* p = profiler(self);
    Held<ListObject> list(newList(0));
    const auto& functions = p->counts->functions();
    for (size_t i = 0; list && i < functions.size() && i < static_cast<size_t>(asList(p->functions)->count); ++i) {
        if (!functions[i].calls) continue;
        Held<> callees(calleeList(p, functions[i]));
        Held<> entry(callees ? newEntry(p, entryType, i, functions[i], callees) : Owned(nullptr));
        if (!entry || !listAppend(list, entry)) return nullptr;
    }
    return Owned(list.release());
}

// ---- the type

Owned create(Type* type, Args) {
    Held<> list(newList(0));
    Held<> made(list ? type->alloc(type, 0) : Owned(nullptr));
    if (!made) return nullptr;
    ProfilerObject* p = profiler(made);
    p->counts = *liveCounts.insert(new ProfileCounts).first;
    p->countsPairs = p->countsNatives = true;
    setField(made.get(), p->functions, list.release());
    return made.release();
}

bool init(Object* self, Args args) {
    Object* out[4] = {};
    double unit = 0;
    bool pairs = true, natives = true;
    if (!parseArgs("Profiler", args, "| timer timeunit subcalls builtins", out)) return false;
    if (out[1]) {
        if (!isFloat(out[1]) && !out[1]->type->toFloat && !out[1]->type->index)
            return raise(exc::TypeError, "must be real number, not {}", out[1]->type->name);
        Held<> number(numberToFloat(out[1]));
        if (!number) return false;
        unit = floatValue(number);
    }
    if ((out[2] && !boolArgument(out[2], &pairs)) || (out[3] && !boolArgument(out[3], &natives))) return false;
    ProfilerObject* p = profiler(self);
    setField(self, p->timer, out[0] && !isNone(out[0]) ? newRef(out[0]) : Owned(nullptr));
    p->unit = unit;
    p->countsPairs = pairs;
    p->countsNatives = natives;
    return true;
}

void dealloc(Object* o) {
    gcUntrack(o);
    Dying dying(o);
    dropFields(o);
    liveCounts.erase(profiler(o)->counts);
    delete profiler(o)->counts;
    freeObject(o);
}

const Field fields[] = {{"timer", offsetof(ProfilerObject, timer)}, {"functions", offsetof(ProfilerObject, functions)}, {}};
const MethodDef methods[] = {
    {"getstats", statistics, NativeKind::Keywords}, {"enable", enable, NativeKind::Keywords}, {"disable", disable}, {"clear", clear}, {},
};

void defineProfilerType(Type* t) {
    t->name = "_lsprof.Profiler";
    t->doc =
        "Profiler(timer=None, timeunit=None, subcalls=True, builtins=True)\n\n    Counts calls and the time they take, by the clock or by a timer of your own, whose unit is timeunit seconds.\n";
    t->basicSize = sizeof(ProfilerObject);
    t->flags = HaveGc | BaseType;
    t->fields = fields;
    t->methods = methods;
    t->create = create;
    t->init = init;
    t->dealloc = dealloc;
}

const StructSequenceField entryFields[] = {
    {"code", "code object or built-in function name"},
    {"callcount", "how many times this was called"},
    {"reccallcount", "how many times called recursively"},
    {"totaltime", "total time in this entry"},
    {"inlinetime", "inline time in this entry (not in subcalls)"},
    {"calls", "details of the calls"},
    {},
};
const StructSequenceField subentryFields[] = {
    {"code", "called code object or built-in function name"},      {"callcount", "how many times this is called"},
    {"reccallcount", "how many times this is called recursively"}, {"totaltime", "total time spent in this call"},
    {"inlinetime", "inline time (not in further subcalls)"},       {},
};
const StructSequenceDef entryDefinition{"_lsprof.profiler_entry", nullptr, entryFields, 6};
const StructSequenceDef subentryDefinition{"_lsprof.profiler_subentry", nullptr, subentryFields, 5};

}

bool isProfileListener(const Object* profileFunction) {
    return isNativeFunction(profileFunction) && static_cast<const NativeFunctionObject*>(profileFunction)->definition == &listener;
}

Owned makeLsprofModule() {
    Ref<> m = newModule("_lsprof");
    if (!m || !addTypeToModule(m, profilerType, defineProfilerType)) return nullptr;
    entryType = newStructSequenceType(entryDefinition);
    subentryType = newStructSequenceType(subentryDefinition);
    bool ok =
        entryType && subentryType && addToModule(m, "profiler_entry", newRef(entryType)) && addToModule(m, "profiler_subentry", newRef(subentryType));
    return ok ? m.release() : Owned(nullptr);
}

}

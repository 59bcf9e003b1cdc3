// SPDX-License-Identifier: GPL-3.0-or-later

// What `sys` tells of the interpreter, and knobs of CPython's that have no effect here but are kept.

#include <vector>

#include "core/python/modules/arguments.h"
#include "core/python/modules/module_registry.h"
#include "core/python/modules/runtime/sys_parts.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/set_object.h"
#include "core/python/objects/containers/struct_sequence.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/float_object.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/protocol/vm_hooks.h"
#include "core/python/objects/text/str_intern.h"
#include "core/python/objects/text/str_object.h"
#include "core/python/threads/scheduler.h"

namespace memtape {

namespace {

int openFlags = 2; // RTLD_NOW
RuntimeCache knobsCache([] { openFlags = 2; });

Owned nothing(Object*) { return newNone(); }
Owned yes(Object*) { return newBool(true); }
Owned no(Object*) { return newBool(false); }

// ---- frames

// The name of the module that a frame's function is of; None where there are not so many frames.
Owned frameModuleName(Object*, Args args) {
    Object* out[1] = {nullptr};
    int depth = 0;
    if (!parseArgs("_getframemodulename", args, "| depth", out) || !intArgument(out[0], &depth)) return nullptr;
    if (depth <= 0) {
        Object* globals = vmHooks.runningGlobals();
        Object* name = globals ? dictFind(globals, names::dunderName) : nullptr;
        return name || !errorOccurred() ? newRef(name ? name : None) : Owned(nullptr);
    }
    Held<> frame(vmHooks.frame(depth));
    if (!frame) {
        if (!errorMatches(exc::ValueError)) return nullptr;
        clearError();
        return newNone();
    }
    Held<> globals(getAttr(frame, "f_globals"));
    Object* name = globals ? dictFind(globals, names::dunderName) : nullptr;
    return name || !errorOccurred() ? newRef(name ? name : None) : Owned(nullptr);
}

// {thread: value} for each of the program's threads.
Owned byThread(Owned (*valueOf)(const Thread& thread)) {
    Held<> dict{Owned(newDict())};
    if (!dict) return nullptr;
    const std::vector<Thread*> threads = liveThreads();
    for (const Thread* thread : threads) {
        Held<> value(valueOf(*thread)), number(newInt(static_cast<int64_t>(thread->ident)));
        if (!value && !errorOccurred()) continue;
        if (!value || !number || !dictSet(dict, number, value)) return nullptr;
    }
    return dict.release();
}

Owned handledBy(const Thread& thread) {
    const ThreadState& state = stateOf(thread);
    for (const HandledException* h = state.handled; h; h = h->previous) {
        const HandledException& one = h == &interpreter.handledByMain ? state.handledByMain : *h; // put aside with the thread
        if (one.value && !isNone(one.value)) return newRef(one.value);
    }
    return newNone();
}

Owned currentFrames(Object*) { return byThread(threadHooks.frameOf); }
Owned currentExceptions(Object*) { return byThread(handledBy); }

// ---- breakpoint()

// The debugger of the library, as where nothing else is set.
Owned breakpointHook(Object*, Args args) {
    Ref<> name(internStr("pdb"));
    Held<> module(name ? vmHooks.importModule(name) : Owned(nullptr));
    Held<> function(module ? getAttr(module, "set_trace") : Owned(nullptr));
    return function ? call(function, args) : Owned(nullptr);
}

// ---- knobs

Owned getOpenFlags(Object*) { return newInt(openFlags); }
Owned setOpenFlags(Object*, Object* flags) { return intArgument(flags, &openFlags) ? newNone() : Owned(nullptr); }

Owned getSwitchInterval(Object*) { return newFloat(switchInterval()); }
Owned setSwitchInterval(Object*, Object* interval) {
    double seconds;
    if (!isFloat(interval) && !isInt(interval) && !interval->type->toFloat && !interval->type->index)
        return raise(exc::TypeError, "must be real number, not {}", interval->type->name);
    if (!toDouble(interval, &seconds)) return nullptr;
    if (!(seconds > 0)) return raise(exc::ValueError, "switch interval must be strictly positive");
    changeSwitchInterval(seconds);
    return newNone();
}

Owned activateTrampoline(Object*, Object* backend) {
    if (!isStr(backend))
        return raise(exc::TypeError, "activate_stack_trampoline() argument must be str, not {}", isNone(backend) ? "None" : backend->type->name);
    if (!strEqualsText(backend, "perf") && !strEqualsText(backend, "perf_jit")) return raise(exc::ValueError, "invalid backend: {}", backend);
    return newNone();
}

Owned internedSize(Object*, Args args) {
    Object* out[1] = {nullptr};
    if (!parseArgs("getunicodeinternedsize", args, "| $ _only_immortal", out)) return nullptr;
    const int onlyImmortal = out[0] ? isTrue(out[0]) : 0;
    return onlyImmortal < 0 ? Owned(nullptr) : newInt(static_cast<int64_t>(internedStringCount(onlyImmortal != 0)));
}

Owned processorConfiguration(Object*) { return newInt(-1); }
Owned encodeErrors(Object*) { return newStr("surrogateescape"); }

const StructSequenceField threadFields[] = {{"name"}, {"lock"}, {"version"}, {}};
const StructSequenceDef threadDefinition{"sys.thread_info", nullptr, threadFields, 3, false};

struct LateNames {
    const char* attribute;
    std::vector<std::string_view> (*names)();
    Owned (*make)(ListObject* list);
    bool isMade = false;
};
LateNames lateNames[] = {
    {"builtin_module_names", nativeModuleNames, [](ListObject* list) { return listToTuple(list); }},
    {"stdlib_module_names", standardModuleNames, [](ListObject* list) { return newFrozenSet(list); }},
};
RuntimeCache lateNamesCache([] {
    for (LateNames& row : lateNames) row.isMade = false;
});

}

const MethodDef sysIntrospectionFunctions[] = {
    {"_getframemodulename", frameModuleName, NativeKind::Keywords},
    {"_current_frames", currentFrames},
    {"_current_exceptions", currentExceptions},
    {"breakpointhook", breakpointHook, NativeKind::Keywords},
    {"getdlopenflags", getOpenFlags},
    {"setdlopenflags", setOpenFlags},
    {"getswitchinterval", getSwitchInterval},
    {"setswitchinterval", setSwitchInterval},
    {"activate_stack_trampoline", activateTrampoline},
    {"deactivate_stack_trampoline", nothing},
    {"is_stack_trampoline_active", no},
    {"getunicodeinternedsize", internedSize, NativeKind::Keywords},
    {"getfilesystemencodeerrors", encodeErrors},
    {"_clear_internal_caches", nothing},
    {"_clear_type_cache", nothing},
    {"_debugmallocstats", nothing},
    {"_get_cpu_count_config", processorConfiguration},
    {"_is_gil_enabled", yes},
    {},
};

bool makeSysModuleNames(Object* nameOrNull) {
    for (LateNames& row : lateNames) {
        if (row.isMade || (nameOrNull && !strEqualsText(nameOrNull, row.attribute))) continue;
        row.isMade = true;
        if (dictFindText(interpreter.sysDict, row.attribute)) continue; // the program's own
        LibraryWork work;
        Held<ListObject> list(newList(0));
        if (!list) return false;
        for (std::string_view name : row.names()) {
            Ref<> text(internStr(name));
            if (!text || !listAppend(list, text)) return false;
        }
        Ref<> made(row.make(list));
        if (!made || !dictSetText(interpreter.sysDict, row.attribute, made)) return false;
    }
    return true;
}

bool addSysIntrospection(Object* module) {
    Type* threadInfo = newStructSequenceType(threadDefinition);
    Object* values[] = {newStr("pthread").pointer, newStr("semaphore").pointer, newStr("NPTL 2.36").pointer};
    if (!threadInfo || !addToModule(module, "thread_info", newStructSequence(threadInfo, values))) return false;
    Ref<> name(newStr("CPython")), empty(newStr(""));
    return name && empty && addToModule(module, "_git", packTuple(name.get(), empty.get(), empty.get())) &&
           addToModule(module, "_framework", newStr("")) && addToModule(module, "_home", newNone()) &&
           addToModule(module, "_base_executable", newStr(""));
}

}

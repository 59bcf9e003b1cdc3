// SPDX-License-Identifier: GPL-3.0-or-later
// sys.settrace, sys.setprofile and their like. What the functions are told is the dispatch loop's matter.

#include "core/python/modules/runtime/sys_trace.h"

#include "core/python/modules/runtime/profile_listener.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/runtime.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/protocol/vm_hooks.h"
#include "core/python/threads/scheduler.h"

namespace memtape {

namespace {

Owned setTrace(Object*, Object* function) {
    vmHooks.setTraceFunction(interpreter.traceFunction, isNone(function) ? nullptr : function);
    return newNone();
}
Owned setProfile(Object*, Object* function) {
    vmHooks.setTraceFunction(interpreter.profileFunction, isNone(function) ? nullptr : function);
    return newNone();
}
Owned setTraceOfAll(Object*, Object* function) {
    threadHooks.setTraceOfAll(&ThreadState::traceFunction, isNone(function) ? nullptr : function);
    return newNone();
}
Owned setProfileOfAll(Object*, Object* function) {
    threadHooks.setTraceOfAll(&ThreadState::profileFunction, isNone(function) ? nullptr : function);
    return newNone();
}
Owned getTrace(Object*) { return newRef(interpreter.traceFunction ? interpreter.traceFunction : None); }
Owned getProfile(Object*) {
    Object* function = interpreter.profileFunction;
    return newRef(function && !isProfileListener(function) ? function : None);
}

// A debugger's commands call functions that are to be debugged too.
Owned callTracing(Object*, Args args) {
    if (args[1]->type != types::Tuple && !isSubtype(args[1]->type, types::Tuple))
        return raise(exc::TypeError, "call_tracing() argument 2 must be tuple, not {}", isNone(args[1]) ? "None" : args[1]->type->name);
    const bool inTrace = interpreter.inTrace;
    interpreter.inTrace = false;
    Owned result = callWithTuple(args[0], args[1], nullptr);
    interpreter.inTrace = inTrace;
    return result;
}

}

const MethodDef sysTraceFunctions[] = {
    {"settrace", setTrace},
    {"setprofile", setProfile},
    {"gettrace", getTrace},
    {"getprofile", getProfile},
    {"_settraceallthreads", setTraceOfAll},
    {"_setprofileallthreads", setProfileOfAll},
    {"call_tracing", callTracing, 2, 2},
    {},
};

}

// SPDX-License-Identifier: GPL-3.0-or-later

// resource: what the process may use and has used. A program's own limits are Memtape's (--max-heap …), so the system's are shown as those of an
// unlimited process, and stay as they are.

#include <sys/resource.h>

#include "core/host/clock.h"
#include "core/python/heap/heap.h"
#include "core/python/modules/arguments.h"
#include "core/python/modules/module_parts.h"
#include "core/python/modules/native_modules.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/containers/struct_sequence.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/numbers/float_object.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"

namespace memtape {

namespace {

const StructSequenceField usageFields[] = {
    {"ru_utime", "user time used"},
    {"ru_stime", "system time used"},
    {"ru_maxrss", "max. resident set size"},
    {"ru_ixrss", "shared memory size"},
    {"ru_idrss", "unshared data size"},
    {"ru_isrss", "unshared stack size"},
    {"ru_minflt", "page faults not requiring I/O"},
    {"ru_majflt", "page faults requiring I/O"},
    {"ru_nswap", "number of swap outs"},
    {"ru_inblock", "block input operations"},
    {"ru_oublock", "block output operations"},
    {"ru_msgsnd", "IPC messages sent"},
    {"ru_msgrcv", "IPC messages received"},
    {"ru_nsignals", "signals received"},
    {"ru_nvcsw", "voluntary context switches"},
    {"ru_nivcsw", "involuntary context switches"},
    {},
};
constexpr size_t usageFieldCount = 16;
const StructSequenceDef usageDefinition{
    "resource.struct_rusage",
    "struct_rusage: Result from getrusage.\n\nThis object may be accessed either as a tuple of\n    (utime,stime,maxrss,ixrss,idrss,isrss,minflt,majflt,\n"
    "    nswap,inblock,oublock,msgsnd,msgrcv,nsignals,nvcsw,nivcsw)\nor via the attributes ru_utime, ru_stime, ru_maxrss, and so on.",
    usageFields, static_cast<int>(usageFieldCount)};
Type* usageType = nullptr;
RuntimeCache usageTypeCache([] { usageType = nullptr; });

// The program's processor time, and as its memory what its heap has in use.
Owned usage(Object*, Object* arg) {
    int who;
    if (!intArgument(arg, &who)) return nullptr;
    if (who != RUSAGE_SELF && who != RUSAGE_CHILDREN && who != RUSAGE_THREAD) return raise(exc::ValueError, "invalid who parameter");
    bool own = who != RUSAGE_CHILDREN;
    Object* values[usageFieldCount];
    for (Object*& value : values) value = newInt(0).pointer;
    values[0] = newFloat(own ? static_cast<double>(hostProcessNs()) * 1e-9 : 0.0).pointer;
    values[1] = newFloat(0.0).pointer;
    values[2] = newInt(own ? static_cast<int64_t>(heap.bytesInUse() / 1024) : 0).pointer;
    return newStructSequence(usageType, values);
}

bool wantResource(Object* arg) {
    int resource;
    if (!intArgument(arg, &resource)) return false;
    if (resource < 0 || resource >= static_cast<int>(RLIM_NLIMITS)) return raise(exc::ValueError, "invalid resource specified");
    return true;
}

Owned limits() {
    Ref<> none = newInt(-1);
    return packTuple(none.get(), none.get());
}

// The limits that the program asks for: two ints, of which the first is not more than the second.
bool readLimits(Object* arg) {
    Held<> pair(sequenceToTuple(arg));
    if (!pair) return false;
    if (asTuple(pair)->count != 2) return raise(exc::ValueError, "expected a tuple of 2 integers");
    int64_t values[2];
    for (int i = 0; i < 2; ++i) {
        Ref<> number = numberIndex(asTuple(pair)->items[i]);
        if (!number || !intToInt64(number, &values[i])) return false;
    }
    if (static_cast<uint64_t>(values[0]) > static_cast<uint64_t>(values[1])) return raise(exc::ValueError, "current limit exceeds maximum limit");
    return true;
}

Owned getLimit(Object*, Object* resource) { return wantResource(resource) ? limits() : Owned(nullptr); }
Owned setLimit(Object*, Args args) { return wantResource(args[0]) && readLimits(args[1]) ? newNone() : Owned(nullptr); }
Owned processLimit(Object*, Args args) {
    int process;
    if (!intArgument(args[0], &process) || !wantResource(args[1])) return nullptr;
    if (args.count > 2 && !isNone(args[2]) && !readLimits(args[2])) return nullptr;
    return limits();
}
Owned pageSize(Object*) { return newInt(4096); }

const MethodDef functions[] = {
    {"getrusage", usage}, {"getrlimit", getLimit}, {"setrlimit", setLimit, 2, 2}, {"prlimit", processLimit, 2, 3}, {"getpagesize", pageSize}, {}};

const IntConstant constants[] = {
    {"RLIMIT_CPU", RLIMIT_CPU},
    {"RLIMIT_FSIZE", RLIMIT_FSIZE},
    {"RLIMIT_DATA", RLIMIT_DATA},
    {"RLIMIT_STACK", RLIMIT_STACK},
    {"RLIMIT_CORE", RLIMIT_CORE},
    {"RLIMIT_NOFILE", RLIMIT_NOFILE},
    {"RLIMIT_OFILE", RLIMIT_NOFILE},
    {"RLIMIT_AS", RLIMIT_AS},
    {"RLIMIT_RSS", RLIMIT_RSS},
    {"RLIMIT_NPROC", RLIMIT_NPROC},
    {"RLIMIT_MEMLOCK", RLIMIT_MEMLOCK},
    {"RLIMIT_MSGQUEUE", RLIMIT_MSGQUEUE},
    {"RLIMIT_NICE", RLIMIT_NICE},
    {"RLIMIT_RTPRIO", RLIMIT_RTPRIO},
    {"RLIMIT_RTTIME", RLIMIT_RTTIME},
    {"RLIMIT_SIGPENDING", RLIMIT_SIGPENDING},
    {"RUSAGE_SELF", RUSAGE_SELF},
    {"RUSAGE_CHILDREN", RUSAGE_CHILDREN},
    {"RUSAGE_THREAD", RUSAGE_THREAD},
    {"RLIM_INFINITY", -1},
    {},
};

}

Owned makeResourceModule() {
    Ref<> module = newModule("resource");
    if (!module || !addFunctions(module, functions) || !addConstants(module, constants)) return nullptr;
    usageType = newStructSequenceType(usageDefinition);
    bool ok = usageType && addToModule(module, "struct_rusage", newRef(usageType)) && addToModule(module, "error", newRef(exc::OSError));
    return ok ? module.release() : Owned(nullptr);
}

}

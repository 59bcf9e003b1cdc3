// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/modules/time/time_clocks.h"

#include <time.h>

#include <cerrno>

#include "core/host/clock.h"
#include "core/python/modules/arguments.h"
#include "core/python/modules/os/os_error.h"
#include "core/python/objects/classes/namespace_object.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/numbers/float_object.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_methods.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

namespace {

double seconds(int64_t ns) { return static_cast<double>(ns) * 1e-9; }

using ReadClock = int64_t (*)();
template <ReadClock read> Owned inSeconds(Object*) { return newFloat(seconds(read())); }
template <ReadClock read> Owned inNanoseconds(Object*) { return newInt(read()); }

// The host's clock behind a number of the system's; null: there is none.
ReadClock clockOf(int number) {
    switch (number) {
    case CLOCK_REALTIME:
    case CLOCK_TAI: return hostTimeNs;
    case CLOCK_MONOTONIC:
    case CLOCK_MONOTONIC_RAW:
    case CLOCK_BOOTTIME: return hostMonotonicNs;
    case CLOCK_PROCESS_CPUTIME_ID:
    case CLOCK_THREAD_CPUTIME_ID: return hostProcessNs;
    default: return nullptr;
    }
}

ReadClock clockArgument(Object* arg) {
    int number;
    if (!isInt(arg)) return (void)raise(exc::TypeError, "clk_id should be integer, not {}", arg->type->name), nullptr;
    if (!intArgument(arg, &number)) return nullptr;
    ReadClock read = clockOf(number);
    if (!read) (void)raiseOsError(EINVAL);
    return read;
}

Owned getTime(Object*, Object* clock) {
    ReadClock read = clockArgument(clock);
    return read ? newFloat(seconds(read())) : Owned(nullptr);
}
Owned getTimeNs(Object*, Object* clock) {
    ReadClock read = clockArgument(clock);
    return read ? newInt(read()) : Owned(nullptr);
}
Owned getResolution(Object*, Object* clock) { return clockArgument(clock) ? newFloat(1e-9) : Owned(nullptr); }

// The world's clock is not the program's to set.
Owned setTime(Object*, Args args) {
    double time;
    int number;
    if (!intArgument(args[0], &number) || !toDouble(args[1], &time)) return nullptr;
    return raiseOsError(number == CLOCK_REALTIME ? EPERM : EINVAL);
}
Owned setTimeNs(Object*, Args args) {
    int number;
    if (!intArgument(args[0], &number)) return nullptr;
    if (!isInt(args[1])) return raise(exc::TypeError, "'{}' object cannot be interpreted as an integer", args[1]->type->name);
    return raiseOsError(number == CLOCK_REALTIME ? EPERM : EINVAL);
}
Owned threadClock(Object*, Object* thread) {
    if (!isInt(thread)) return raise(exc::TypeError, "'{}' object cannot be interpreted as an integer", thread->type->name);
    return newInt(CLOCK_THREAD_CPUTIME_ID);
}

Owned clockInfo(Object*, Args args) {
    static const struct {
        const char *name, *clock;
        bool monotonic, adjustable;
    } rows[] = {
        {"time", "clock_gettime(CLOCK_REALTIME)", false, true},
        {"monotonic", "clock_gettime(CLOCK_MONOTONIC)", true, false},
        {"perf_counter", "clock_gettime(CLOCK_MONOTONIC)", true, false},
        {"process_time", "clock_gettime(CLOCK_PROCESS_CPUTIME_ID)", true, false},
        {"thread_time", "clock_gettime(CLOCK_THREAD_CPUTIME_ID)", true, false},
    };
    if (!wantStr("get_clock_info", "argument 1", args[0])) return nullptr;
    for (const auto& row : rows) {
        if (!strEqualsText(args[0], row.name)) continue;
        Held<> made(call(types::SimpleNamespace));
        Ref<> clock(newStr(row.clock)), resolution(newFloat(1e-9));
        if (!made || !clock || !resolution) return nullptr;
        Object* dict = static_cast<NamespaceObject*>(made.get())->dict;
        bool ok = dictSetText(dict, "implementation", clock) && dictSetText(dict, "monotonic", row.monotonic ? True : False) &&
                  dictSetText(dict, "adjustable", row.adjustable ? True : False) && dictSetText(dict, "resolution", resolution);
        return ok ? made.release() : Owned(nullptr);
    }
    return raise(exc::ValueError, "unknown clock");
}

}

const MethodDef clockFunctions[] = {
    {"time", inSeconds<hostTimeNs>},
    {"time_ns", inNanoseconds<hostTimeNs>},
    {"monotonic", inSeconds<hostMonotonicNs>},
    {"monotonic_ns", inNanoseconds<hostMonotonicNs>},
    {"perf_counter", inSeconds<hostMonotonicNs>},
    {"perf_counter_ns", inNanoseconds<hostMonotonicNs>},
    {"process_time", inSeconds<hostProcessNs>},
    {"process_time_ns", inNanoseconds<hostProcessNs>},
    {"thread_time", inSeconds<hostProcessNs>},
    {"thread_time_ns", inNanoseconds<hostProcessNs>},
    {"clock_gettime", getTime},
    {"clock_gettime_ns", getTimeNs},
    {"clock_getres", getResolution},
    {"clock_settime", setTime, 2, 2},
    {"clock_settime_ns", setTimeNs, 2, 2},
    {"pthread_getcpuclockid", threadClock},
    {"get_clock_info", clockInfo, 1, 1},
    {},
};

const IntConstant clockConstants[] = {
    {"CLOCK_REALTIME", CLOCK_REALTIME},
    {"CLOCK_MONOTONIC", CLOCK_MONOTONIC},
    {"CLOCK_MONOTONIC_RAW", CLOCK_MONOTONIC_RAW},
    {"CLOCK_PROCESS_CPUTIME_ID", CLOCK_PROCESS_CPUTIME_ID},
    {"CLOCK_THREAD_CPUTIME_ID", CLOCK_THREAD_CPUTIME_ID},
    {"CLOCK_BOOTTIME", CLOCK_BOOTTIME},
    {"CLOCK_TAI", CLOCK_TAI},
    {},
};

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include <time.h>

#include <cmath>
#include <cstring>
#include <string>

#include "core/host/clock.h"
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
#include "core/python/objects/text/str_object.h"

// time: clocks through the host; the calendar in UTC, which is also the local time zone.

namespace memtape {

namespace {

Type* structTime = nullptr;
RuntimeCache structTimeCache([] { structTime = nullptr; });

const StructSequenceField timeFields[] = {
    {"tm_year"}, {"tm_mon"}, {"tm_mday"}, {"tm_hour"}, {"tm_min"}, {"tm_sec"}, {"tm_wday"}, {"tm_yday"}, {"tm_isdst"}, {"tm_zone"}, {"tm_gmtoff"}, {},
};

const StructSequenceDef timeDefinition{"time.struct_time", nullptr, timeFields, 9, true};

double seconds(int64_t ns) { return static_cast<double>(ns) * 1e-9; }

Owned timeOf(Object*) { return newFloat(seconds(hostTimeNs())); }
Owned timeNs(Object*) { return newInt(hostTimeNs()); }
Owned monotonic(Object*) { return newFloat(seconds(hostMonotonicNs())); }
Owned monotonicNs(Object*) { return newInt(hostMonotonicNs()); }
Owned processTime(Object*) { return newFloat(seconds(hostProcessNs())); }
Owned processTimeNs(Object*) { return newInt(hostProcessNs()); }

Owned sleep(Object*, Object* arg) {
    double wait;
    if (isInt(arg) || isFloat(arg) || arg->type->index) {
        if (!toDouble(arg, &wait)) return nullptr;
    } else {
        return raise(exc::TypeError, "'{}' object cannot be interpreted as an integer", arg->type->name);
    }
    if (std::isnan(wait)) return raise(exc::ValueError, "Invalid value NaN (not a number)");
    if (wait < 0) return raise(exc::ValueError, "sleep length must be non-negative");
    return hostSleep(wait) ? newNone() : nullptr;
}

Owned makeStruct(const tm& t) {
    Object* values[] = {newInt(t.tm_year + 1900).pointer,
                        newInt(t.tm_mon + 1).pointer,
                        newInt(t.tm_mday).pointer,
                        newInt(t.tm_hour).pointer,
                        newInt(t.tm_min).pointer,
                        newInt(t.tm_sec).pointer,
                        newInt((t.tm_wday + 6) % 7).pointer,
                        newInt(t.tm_yday + 1).pointer,
                        newInt(0).pointer,
                        newStr("UTC").pointer,
                        newInt(0).pointer};
    return newStructSequence(structTime, values);
}

bool secondsArgument(Args args, time_t* when) {
    if (args.count == 0 || isNone(args[0])) {
        *when = static_cast<time_t>(hostTimeNs() / 1'000'000'000);
        return true;
    }
    double value;
    if (!toDouble(args[0], &value)) return false;
    if (!(std::fabs(value) < 6.7e16)) return raise(exc::OverflowError, "timestamp out of range for platform time_t");
    *when = static_cast<time_t>(std::floor(value));
    return true;
}

Owned gmtimeOf(Object*, Args args) {
    time_t when;
    if (!secondsArgument(args, &when)) return nullptr;
    tm t{};
    if (!gmtime_r(&when, &t)) return raise(exc::OverflowError, "timestamp out of range for platform time_t");
    return makeStruct(t);
}

bool readStruct(Object* o, tm* t) {
    if (!isTuple(o)) return raise(exc::TypeError, "Tuple or struct_time argument required");
    int64_t v[9];
    if (asTuple(o)->count < 9) return raise(exc::TypeError, "function takes exactly 9 arguments ({} given)", asTuple(o)->count);
    for (int i = 0; i < 9; ++i)
        if (!isInt(asTuple(o)->items[i]) || !intToInt64(asTuple(o)->items[i], &v[i])) {
            return errorOccurred() ? false : raise(exc::TypeError, "an integer is required");
        }
    if (v[1] == 0) v[1] = 1;
    if (v[2] == 0) v[2] = 1;
    if (v[7] == 0) v[7] = 1;
    if (v[1] < 1 || v[1] > 12) return raise(exc::ValueError, "month out of range");
    if (v[2] < 1 || v[2] > 31) return raise(exc::ValueError, "day of month out of range");
    if (v[3] < 0 || v[3] > 23) return raise(exc::ValueError, "hour out of range");
    if (v[4] < 0 || v[4] > 59) return raise(exc::ValueError, "minute out of range");
    if (v[5] < 0 || v[5] > 61) return raise(exc::ValueError, "seconds out of range");
    *t = tm{};
    t->tm_year = static_cast<int>(v[0] - 1900), t->tm_mon = static_cast<int>(v[1] - 1), t->tm_mday = static_cast<int>(v[2]),
    t->tm_hour = static_cast<int>(v[3]);
    t->tm_min = static_cast<int>(v[4]), t->tm_sec = static_cast<int>(v[5]), t->tm_wday = static_cast<int>((v[6] + 1) % 7),
    t->tm_yday = static_cast<int>(v[7] - 1);
    return true;
}

bool timeArgument(Args args, size_t index, tm* t) {
    if (args.count > index) return readStruct(args[index], t);
    time_t now = static_cast<time_t>(hostTimeNs() / 1'000'000'000);
    gmtime_r(&now, t);
    return true;
}

Owned strftimeOf(Object*, Args args) {
    if (!isStr(args[0])) return raise(exc::TypeError, "strftime() argument 1 must be str, not {}", args[0]->type->name);
    tm t{};
    if (!timeArgument(args, 1, &t)) return nullptr;
    std::string format = strToUtf8(args[0]), out(format.size() * 4 + 256, 0);
    t.tm_zone = "UTC";
    if (format.empty()) return newStr("");
    size_t size = strftime(out.data(), out.size(), format.c_str(), &t);
    return newStr(std::string_view(out.data(), size));
}

Owned asctimeText(const tm& t) {
    static const char* const days[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static const char* const months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    char text[80];
    std::snprintf(text, sizeof text, "%s %s%3d %.2d:%.2d:%.2d %d", days[t.tm_wday % 7], months[t.tm_mon % 12], t.tm_mday, t.tm_hour, t.tm_min,
                  t.tm_sec, 1900 + t.tm_year);
    return newStr(text);
}

Owned asctimeOf(Object*, Args args) {
    tm t{};
    return timeArgument(args, 0, &t) ? asctimeText(t) : nullptr;
}

Owned ctimeOf(Object*, Args args) {
    time_t when;
    if (!secondsArgument(args, &when)) return nullptr;
    tm t{};
    gmtime_r(&when, &t);
    return asctimeText(t);
}

Owned mktimeOf(Object*, Object* arg) {
    tm t{};
    if (!readStruct(arg, &t)) return nullptr;
    return newFloat(static_cast<double>(timegm(&t)));
}

Owned strptimeOf(Object*, Args args) {
    if (!isStr(args[0])) return raise(exc::TypeError, "strptime() argument 0 must be str, not {!r}", static_cast<Object*>(args[0]->type));
    std::string text = strToUtf8(args[0]), format = args.count > 1 && isStr(args[1]) ? strToUtf8(args[1]) : "%a %b %d %H:%M:%S %Y";
    tm t{};
    t.tm_mday = 1;
    const char* rest = strptime(text.c_str(), format.c_str(), &t);
    if (!rest)
        return raise(exc::ValueError, "time data {!r} does not match format {!r}", args[0], args.count > 1 ? args[1] : Ref<>(newStr(format)).get());
    if (*rest) return raise(exc::ValueError, "unconverted data remains: {}", rest);
    if (t.tm_year == 0 && format.find("%Y") == format.npos && format.find("%y") == format.npos) {
        tm whole = t;
        whole.tm_year = 0;
        timegm(&whole);
        t = whole;
    } else {
        timegm(&t);
    }
    return makeStruct(t);
}

const MethodDef functions[] = {
    {"time", timeOf},
    {"time_ns", timeNs},
    {"monotonic", monotonic},
    {"monotonic_ns", monotonicNs},
    {"perf_counter", monotonic},
    {"perf_counter_ns", monotonicNs},
    {"process_time", processTime},
    {"process_time_ns", processTimeNs},
    {"thread_time", processTime},
    {"thread_time_ns", processTimeNs},
    {"sleep", sleep},
    {"gmtime", gmtimeOf, 0, 1},
    {"localtime", gmtimeOf, 0, 1},
    {"strftime", strftimeOf, 1, 2},
    {"strptime", strptimeOf, 1, 2},
    {"asctime", asctimeOf, 0, 1},
    {"ctime", ctimeOf, 0, 1},
    {"mktime", mktimeOf},
    {},
};

}

Owned makeTimeModule() {
    Ref<> module(newModule("time"));
    if (!module || !addFunctions(module, functions)) return nullptr;
    structTime = newStructSequenceType(timeDefinition);
    if (!structTime) return nullptr;
    if (!addToModule(module, "struct_time", newRef(structTime)) || !addToModule(module, "timezone", newInt(0)) ||
        !addToModule(module, "altzone", newInt(0)) || !addToModule(module, "daylight", newInt(0))) {
        return nullptr;
    }
    Ref<> utc(newStr("UTC"));
    return utc && addToModule(module, "tzname", packTuple(utc.get(), utc.get())) ? module.release() : nullptr;
}

}

// SPDX-License-Identifier: GPL-3.0-or-later

// time: clocks through the host (time_clocks.cpp); the calendar in UTC, which is also the local time zone.

#include <time.h>

#include <cerrno>
#include <cmath>
#include <string>

#include "core/host/clock.h"
#include "core/python/modules/native_modules.h"
#include "core/python/modules/os/os_error.h"
#include "core/python/modules/time/time_clocks.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/containers/struct_sequence.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/numbers/float_object.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/protocol/vm_hooks.h"
#include "core/python/objects/text/str_builder.h"
#include "core/python/objects/text/str_methods.h"

namespace memtape {

namespace {

Type* structTime = nullptr;
RuntimeCache structTimeCache([] { structTime = nullptr; });

const StructSequenceField timeFields[] = {
    {"tm_year"}, {"tm_mon"}, {"tm_mday"}, {"tm_hour"}, {"tm_min"}, {"tm_sec"}, {"tm_wday"}, {"tm_yday"}, {"tm_isdst"}, {"tm_zone"}, {"tm_gmtoff"}, {},
};
constexpr int visibleFields = 9, allFields = 11;
const StructSequenceDef timeDefinition{"time.struct_time", "A moment in parts: what gmtime(), localtime() and strptime() give.", timeFields,
                                       visibleFields, true};

Owned sleep(Object*, Object* arg) {
    double wait;
    if (isInt(arg) || isFloat(arg) || arg->type->index) {
        if (!toDouble(arg, &wait)) {
            if (!errorMatches(exc::OverflowError)) return nullptr;
            clearError();
            return raise(exc::OverflowError, "timestamp too large to convert to C PyTime_t");
        }
    } else {
        return raise(exc::TypeError, "'{}' object cannot be interpreted as an integer", arg->type->name);
    }
    if (std::isnan(wait)) return raise(exc::ValueError, "Invalid value NaN (not a number)");
    if (wait < 0) return raise(exc::ValueError, "sleep length must be non-negative");
    if (wait > 9.2e9) {
        return raise(exc::OverflowError,
                     isFloat(arg) ? "timestamp out of range for platform time_t" : "timestamp too large to convert to C PyTime_t");
    }
    return hostSleep(wait) ? newNone() : nullptr;
}

// ---- from seconds to parts

Owned makeStruct(const tm& t, const char* zone) {
    Object* values[] = {newInt(int64_t{t.tm_year} + 1900).pointer,
                        newInt(t.tm_mon + 1).pointer,
                        newInt(t.tm_mday).pointer,
                        newInt(t.tm_hour).pointer,
                        newInt(t.tm_min).pointer,
                        newInt(t.tm_sec).pointer,
                        newInt((t.tm_wday + 6) % 7).pointer,
                        newInt(t.tm_yday + 1).pointer,
                        newInt(0).pointer,
                        newStr(zone).pointer,
                        newInt(0).pointer};
    return newStructSequence(structTime, values);
}

bool outOfRange() { return raise(exc::OverflowError, "timestamp out of range for platform time_t"); }

// The seconds of an argument, rounded down; now, where there is none.
bool secondsArgument(Args args, time_t* when) {
    if (args.count == 0 || isNone(args[0])) {
        *when = static_cast<time_t>(hostTimeNs() / 1'000'000'000);
        return true;
    }
    if (isFloat(args[0])) {
        const double value = floatValue(args[0]);
        if (std::isnan(value)) return raise(exc::ValueError, "Invalid value NaN (not a number)");
        if (!(std::fabs(value) < 9.2e18)) return outOfRange();
        *when = static_cast<time_t>(std::floor(value));
        return true;
    }
    Ref<> number(numberIndex(args[0]));
    if (!number) return false;
    int overflow;
    *when = intValue(number, &overflow);
    return !overflow || outOfRange();
}

bool partsOf(Args args, tm* t) {
    time_t when;
    if (!secondsArgument(args, &when)) return false;
    return gmtime_r(&when, t) || raiseOsError(EOVERFLOW);
}

Owned gmtimeOf(Object*, Args args) {
    tm t{};
    return partsOf(args, &t) ? makeStruct(t, "GMT") : Owned(nullptr);
}
Owned localtimeOf(Object*, Args args) {
    tm t{};
    return partsOf(args, &t) ? makeStruct(t, "UTC") : Owned(nullptr);
}

// ---- from parts

// The nine numbers of a tuple, as C has them; not yet looked at.
bool readParts(const char* function, Object* o, tm* t) {
    if (!isTuple(o)) return raise(exc::TypeError, "Tuple or struct_time argument required");
    if (asTuple(o)->count != visibleFields && o->type != structTime) return raise(exc::TypeError, "{}(): illegal time tuple argument", function);
    int v[visibleFields];
    for (int i = 0; i < visibleFields; ++i) {
        Ref<> number(numberIndex(asTuple(o)->items[i]));
        if (!number) return false;
        int overflow;
        const int64_t value = intValue(number, &overflow);
        if (overflow || value != static_cast<int>(value))
            return raise(exc::OverflowError, "signed integer is {}",
                         (overflow ? overflow : value) > 0 ? "greater than maximum" : "less than minimum");
        v[i] = static_cast<int>(value);
    }
    if (v[0] < INT32_MIN + 1900) return raise(exc::OverflowError, "year out of range");
    *t = tm{};
    t->tm_year = v[0] - 1900;
    t->tm_mon = v[1] - 1;
    t->tm_mday = v[2];
    t->tm_hour = v[3];
    t->tm_min = v[4];
    t->tm_sec = v[5];
    t->tm_wday = v[6] >= 0 ? (v[6] + 1) % 7 : v[6] + 1;
    t->tm_yday = v[7] - 1;
    t->tm_isdst = v[8];
    return true;
}

// What strftime() and asctime() take. A month, day of the month or of the year that is zero counts as one.
bool checkParts(tm* t) {
    if (t->tm_mon == -1) t->tm_mon = 0;
    else if (t->tm_mon < 0 || t->tm_mon > 11) return raise(exc::ValueError, "month out of range");
    if (t->tm_mday == 0) t->tm_mday = 1;
    else if (t->tm_mday < 0 || t->tm_mday > 31) return raise(exc::ValueError, "day of month out of range");
    if (t->tm_hour < 0 || t->tm_hour > 23) return raise(exc::ValueError, "hour out of range");
    if (t->tm_min < 0 || t->tm_min > 59) return raise(exc::ValueError, "minute out of range");
    if (t->tm_sec < 0 || t->tm_sec > 61) return raise(exc::ValueError, "seconds out of range");
    if (t->tm_wday < 0) return raise(exc::ValueError, "day of week out of range");
    if (t->tm_yday == -1) t->tm_yday = 0;
    else if (t->tm_yday < 0 || t->tm_yday > 365) return raise(exc::ValueError, "day of year out of range");
    return true;
}

bool timeArgument(const char* function, Args args, size_t index, tm* t) {
    if (args.count > index) return readParts(function, args[index], t) && checkParts(t);
    const time_t now = static_cast<time_t>(hostTimeNs() / 1'000'000'000);
    gmtime_r(&now, t);
    return true;
}

// The text of a format without the characters that C's function could not pass on.
bool appendFormatted(StrBuilder& out, const std::string& format, const tm& t) {
    if (format.empty()) return true;
    // one character more, so that an empty result is told from one that did not fit
    const std::string marked = format + "+";
    std::string text(format.size() * 4 + 256, 0);
    for (;;) {
        const size_t size = strftime(text.data(), text.size(), marked.c_str(), &t);
        if (size) {
            out.appendUtf8(std::string_view(text.data(), size - 1));
            return true;
        }
        if (text.size() > (size_t{1} << 30)) return raiseMemoryError();
        text.resize(text.size() * 2);
    }
}

Owned strftimeOf(Object*, Args args) {
    if (!wantStr("strftime", "argument 1", args[0])) return nullptr;
    tm t{};
    if (!timeArgument("strftime", args, 1, &t)) return nullptr;
    t.tm_zone = "UTC";
    const TextView format = viewOf(args[0]);
    StrBuilder out;
    std::string ascii;
    for (ssize i = 0; i < format.length; ++i) {
        const uint32_t c = format.at(i);
        if (c == 0) return raise(exc::ValueError, "embedded null character");
        if (c < 0x80) {
            ascii += static_cast<char>(c);
            continue;
        }
        if (!appendFormatted(out, ascii, t)) return nullptr;
        ascii.clear();
        out.append(c);
    }
    return appendFormatted(out, ascii, t) ? out.finish() : Owned(nullptr);
}

Owned asctimeText(const tm& t) {
    static const char* const days[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static const char* const months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    char text[80];
    std::snprintf(text, sizeof text, "%s %s%3d %.2d:%.2d:%.2d %lld", days[t.tm_wday % 7], months[t.tm_mon % 12], t.tm_mday, t.tm_hour, t.tm_min,
                  t.tm_sec, 1900LL + t.tm_year);
    return newStr(text);
}

Owned asctimeOf(Object*, Args args) {
    tm t{};
    return timeArgument("asctime", args, 0, &t) ? asctimeText(t) : Owned(nullptr);
}
Owned ctimeOf(Object*, Args args) {
    tm t{};
    return partsOf(args, &t) ? asctimeText(t) : Owned(nullptr);
}

Owned mktimeOf(Object*, Object* arg) {
    tm t{};
    if (!readParts("mktime", arg, &t)) return nullptr;
    t.tm_wday = -1; // stays so where the moment cannot be told
    const bool isSummerTime = t.tm_isdst > 0;
    time_t when = timegm(&t);
    if (isSummerTime) when -= 3600; // as C's function has it, also where there is none
    if (when == -1 && t.tm_wday == -1) return raise(exc::OverflowError, "mktime argument out of range");
    return newFloat(static_cast<double>(when));
}

// What reads texts is in the library.
Owned strptimeOf(Object*, Args args) {
    Ref<> name(internStr("_strptime"));
    Held<> module(name ? vmHooks.importModule(name) : Owned(nullptr));
    Held<> function(module ? getAttr(module, "_strptime_time") : Owned(nullptr));
    return function ? call(function, args) : Owned(nullptr);
}

// The zone is UTC whatever the environment says.
Owned setZone(Object*) { return newNone(); }

const MethodDef functions[] = {
    {"sleep", sleep},
    {"gmtime", gmtimeOf, 0, 1},
    {"localtime", localtimeOf, 0, 1},
    {"strftime", strftimeOf, 1, 2},
    {"strptime", strptimeOf, 0, -1},
    {"asctime", asctimeOf, 0, 1},
    {"ctime", ctimeOf, 0, 1},
    {"mktime", mktimeOf},
    {"tzset", setZone},
    {},
};

}

Owned makeTimeModule() {
    Ref<> module(newModule("time"));
    if (!module || !addFunctions(module, functions) || !addFunctions(module, clockFunctions) || !addConstants(module, clockConstants)) return nullptr;
    structTime = newStructSequenceType(timeDefinition);
    if (!structTime) return nullptr;
    const IntConstant zone[] = {{"timezone", 0}, {"altzone", 0}, {"daylight", 0}, {"_STRUCT_TM_ITEMS", allFields}, {}};
    if (!addToModule(module, "struct_time", newRef(structTime)) || !addConstants(module, zone)) return nullptr;
    Ref<> utc(newStr("UTC"));
    return utc && addToModule(module, "tzname", packTuple(utc.get(), utc.get())) ? module.release() : nullptr;
}

}

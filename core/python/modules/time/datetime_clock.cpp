// SPDX-License-Identifier: GPL-3.0-or-later
// Dates and times by the clock, and from and to timestamps. The machine's own zone is UTC, as for the time module.
#include <cmath>

#include "core/host/clock.h"
#include "core/python/modules/time/calendar_days.h"
#include "core/python/modules/time/datetime_parts.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/exceptions/warnings.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/float_object.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

namespace {

constexpr int epochOrdinal = 719163; // 1 January 1970

struct Instant {
    int64_t seconds; // since 1970
    int microseconds;
};

Instant now() {
    int64_t us = hostTimeNs() / 1000;
    return {us / 1000000, static_cast<int>(us % 1000000)};
}

Failure raiseOutOfRange() { return raise(exc::OverflowError, "timestamp out of range for platform time_t"); }

// A number of seconds: ints as they are, floats rounded to microseconds, half to even, or (`whole`) down to seconds.
bool instantOf(Object* timestamp, bool whole, Instant* out) {
    if (!isFloat(timestamp)) {
        Held<> number(numberIndex(timestamp));
        int overflow = 0;
        if (!number) return false;
        *out = {intValue(number, &overflow), 0};
        return overflow ? raiseOutOfRange() : true;
    }
    double value = floatValue(timestamp), seconds;
    if (std::isnan(value)) return raise(exc::ValueError, "Invalid value NaN (not a number)");
    double fraction = std::modf(value, &seconds);
    if (whole) {
        seconds = std::floor(value);
        fraction = 0;
    }
    double us = fraction * 1e6;
    double rounded = std::round(us);
    if (std::fabs(us - rounded) == 0.5) rounded = 2.0 * std::round(us / 2.0);
    if (rounded >= 1e6) rounded -= 1e6, seconds += 1;
    else if (rounded < 0) rounded += 1e6, seconds -= 1;
    if (!(seconds >= -9223372036854775808.0 && seconds < 9223372036854775808.0)) return raiseOutOfRange();
    *out = {static_cast<int64_t>(seconds), static_cast<int>(rounded)};
    return true;
}

// The calendar's form. A year that a date cannot have says so.
bool calendarOf(const Instant& instant, DateValue* d, TimeValue* t) {
    int64_t days = instant.seconds / 86400, rest = instant.seconds % 86400;
    if (rest < 0) rest += 86400, --days;
    if (days < -1000000000000 || days > 1000000000000) return raise(exc::OverflowError, "timestamp out of range for platform time_t");
    int64_t ordinal = days + epochOrdinal;
    if (ordinal < 1 || ordinal > calendar::lastOrdinal) {
        // 400 years are 146097 days.
        int64_t cycles = (ordinal - 1) / 146097, inCycle = (ordinal - 1) % 146097;
        if (inCycle < 0) inCycle += 146097, --cycles;
        calendar::fromOrdinal(static_cast<int>(inCycle) + 1, &d->year, &d->month, &d->day);
        return raise(exc::ValueError, "year {} is out of range", d->year + cycles * 400);
    }
    calendar::fromOrdinal(static_cast<int>(ordinal), &d->year, &d->month, &d->day);
    int second = static_cast<int>(rest);
    *t = {second / 3600, second / 60 % 60, second % 60, instant.microseconds};
    return true;
}

// CPython asks for the local time a day before (or, with a fold, behind) to find a change of offset, so that the outermost days have none.
bool canAskAround(const Instant& instant, int fold) {
    DateValue d;
    TimeValue t;
    return calendarOf({instant.seconds + (fold ? 86400 : -86400), 0}, &d, &t);
}

Owned atInstant(Object* type, const Instant& instant, Object* zone) {
    DateValue d;
    TimeValue t;
    if (!calendarOf(instant, &d, &t)) return nullptr;
    Held<> made(newDateTime(d, t, zone, 0, static_cast<Type*>(type)));
    if (!made || isNone(zone)) return made.release();
    Held<> name(internStr("fromutc"));
    return name ? callMethod(zone, name, made) : nullptr;
}

}

Owned dateTimeNow(Object* type, Args args) {
    Object* zone = None;
    return parseArgs("now", args, "| tz", &zone) && checkZone(zone) ? atInstant(type, now(), zone) : nullptr;
}

Owned dateTimeUtcNow(Object* type) {
    if (!warnDeprecated(
            "datetime.datetime.utcnow() is deprecated and scheduled for removal in a future version. Use timezone-aware objects to represent "
            "datetimes in UTC: datetime.datetime.now(datetime.UTC)."))
        return nullptr;
    return atInstant(type, now(), None);
}

Owned dateTimeFromTimestamp(Object* type, Args args) {
    Object* p[2] = {nullptr, None};
    Instant instant;
    if (!parseArgs("fromtimestamp", args, "timestamp | tz", p) || !checkZone(p[1]) || !instantOf(p[0], false, &instant)) return nullptr;
    if (isNone(p[1]) && !canAskAround(instant, 0)) return nullptr;
    return atInstant(type, instant, p[1]);
}

Owned dateTimeUtcFromTimestamp(Object* type, Object* timestamp) {
    Instant instant;
    if (!warnDeprecated(
            "datetime.datetime.utcfromtimestamp() is deprecated and scheduled for removal in a future version. Use timezone-aware objects to "
            "represent datetimes in UTC: datetime.datetime.fromtimestamp(timestamp, datetime.UTC)."))
        return nullptr;
    return instantOf(timestamp, false, &instant) ? atInstant(type, instant, None) : nullptr;
}

Owned dateTimeTimestamp(Object* self) {
    Held<> name(internStr("total_seconds"));
    if (!isNone(zoneOf(self))) {
        Held<> since(dateTimeMinus(self, dateTimeState.epoch));
        return since && name ? callMethod(since, name) : nullptr;
    }
    DateValue d = dateOf(self);
    TimeValue t = timeOfDay(self);
    int64_t days = calendar::toOrdinal(d.year, d.month, d.day) - epochOrdinal;
    int64_t seconds = days * 86400 + t.hour * 3600 + t.minute * 60 + t.second;
    if (!canAskAround({seconds, 0}, foldOf(self))) return nullptr;
    return newFloat(static_cast<double>(seconds) + t.microsecond / 1e6);
}

Owned dateFromTimestamp(Object* type, Object* timestamp) {
    Instant instant;
    DateValue d;
    TimeValue t;
    return instantOf(timestamp, true, &instant) && calendarOf(instant, &d, &t) ? newDate(d, static_cast<Type*>(type)) : nullptr;
}

Owned dateToday(Object* type) {
    Held<> name(internStr("fromtimestamp")), timestamp(newFloat(static_cast<double>(hostTimeNs()) * 1e-9));
    return name && timestamp ? callMethod(type, name, timestamp) : nullptr;
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
// Dates and times as ISO 8601 writes them, and their reading.
#include <algorithm>

#include "core/python/modules/time/calendar_days.h"
#include "core/python/modules/time/datetime_parts.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

std::string isoDateText(const DateValue& d) {
    char text[32];
    std::snprintf(text, sizeof text, "%04d-%02d-%02d", d.year, d.month, d.day);
    return text;
}

bool isoTimeText(const TimeValue& t, Object* specification, std::string* out) {
    enum { Hours, Minutes, Seconds, Milliseconds, Microseconds, Auto };
    static const char* const names[] = {"hours", "minutes", "seconds", "milliseconds", "microseconds", "auto"};
    int form = Auto;
    if (specification) {
        form = 0;
        while (form <= Auto && !strEqualsText(specification, names[form])) ++form;
        if (form > Auto) return raise(exc::ValueError, "Unknown timespec value");
    }
    if (form == Auto) form = t.microsecond ? Microseconds : Seconds;
    char text[32];
    switch (form) {
    case Hours: std::snprintf(text, sizeof text, "%02d", t.hour); break;
    case Minutes: std::snprintf(text, sizeof text, "%02d:%02d", t.hour, t.minute); break;
    case Seconds: std::snprintf(text, sizeof text, "%02d:%02d:%02d", t.hour, t.minute, t.second); break;
    case Milliseconds: std::snprintf(text, sizeof text, "%02d:%02d:%02d.%03d", t.hour, t.minute, t.second, t.microsecond / 1000); break;
    default: std::snprintf(text, sizeof text, "%02d:%02d:%02d.%06d", t.hour, t.minute, t.second, t.microsecond);
    }
    *out += text;
    return true;
}

bool offsetText(Object* zone, Object* about, const char* separator, std::string* out) {
    Held<> offset(zoneOffset(zone, about));
    if (!offset) return false;
    if (isNone(offset)) return true;
    long long us = static_cast<long long>(deltaMicroseconds(offset)), size = us < 0 ? -us : us, seconds = size / 1000000;
    char text[64];
    int at = std::snprintf(text, sizeof text, "%c%02lld%s%02lld", us < 0 ? '-' : '+', seconds / 3600, separator, seconds / 60 % 60);
    if (seconds % 60 || size % 1000000) at += std::snprintf(text + at, sizeof text - static_cast<size_t>(at), "%s%02lld", separator, seconds % 60);
    if (size % 1000000) at += std::snprintf(text + at, sizeof text - static_cast<size_t>(at), ".%06lld", size % 1000000);
    out->append(text, static_cast<size_t>(at));
    return true;
}

// ---- reading ----------------------------------------------------------------------------------------------------------

namespace {

// The reading is CPython's, with what it lets pass: so that a text is a date for both or for neither. Texts end with a null character, which is looked at.

// Takes digits; null: they are not there.
const char* takeDigits(const char* p, int count, int* out) {
    int value = 0;
    for (; count > 0; --count, ++p) {
        if (*p < '0' || *p > '9') return nullptr;
        value = value * 10 + *p - '0';
    }
    *out = value;
    return p;
}
bool isDigit(char c) { return c >= '0' && c <= '9'; }

bool fromIsoWeek(int year, int week, int day, DateValue* out) {
    if (year < minYear || year > maxYear || week < 1 || week > calendar::isoWeeks(year) || day < 1 || day > 7) return false;
    int ordinal = calendar::isoWeek1Monday(year) + (week - 1) * 7 + day - 1;
    if (ordinal < 1 || ordinal > calendar::lastOrdinal) return false;
    calendar::fromOrdinal(ordinal, &out->year, &out->month, &out->day);
    return true;
}

enum class Read : uint8_t { Wrong, Whole, WithRest };

// HH[:MM[:SS[.fff…]]], or the same without colons, up to `end`. Of a fraction six digits count. A single character that is left in front of an offset
// passes for a blank.
Read readClock(const char* p, const char* end, TimeValue* out) {
    int* const parts[] = {&out->hour, &out->minute, &out->second};
    bool colons = false;
    for (int i = 0; i < 3; ++i) {
        p = takeDigits(p, 2, parts[i]);
        if (!p) return Read::Wrong;
        char c = *p++;
        if (i == 0) colons = c == ':';
        if (p >= end) return c ? Read::WithRest : Read::Whole;
        if (colons && c == ':') continue;
        if (c == '.' || c == ',') break;
        if (colons) return Read::Wrong;
        --p;
    }
    int digits = static_cast<int>(std::min<ptrdiff_t>(end - p, 6));
    p = takeDigits(p, digits, &out->microsecond);
    if (!p) return Read::Wrong;
    for (; digits < 6; ++digits) out->microsecond *= 10;
    while (isDigit(*p)) ++p;
    return *p ? Read::WithRest : Read::Whole;
}

}

Owned raiseNotIso(Object* given) { return raise(exc::ValueError, "Invalid isoformat string: {!r}", given); }

IsoDate readIsoDate(const char* text, size_t length, DateValue* out) {
    const char* p = takeDigits(text, 4, &out->year);
    if (!p) return IsoDate::Wrong;
    bool dashes = *p == '-';
    if (dashes) ++p;
    if (*p == 'W') {
        int week, day = 1;
        p = takeDigits(p + 1, 2, &week);
        if (!p) return IsoDate::Wrong;
        if (static_cast<size_t>(p - text) < length) {
            if (dashes && *p++ != '-') return IsoDate::Wrong;
            if (!takeDigits(p, 1, &day)) return IsoDate::Wrong;
        }
        return fromIsoWeek(out->year, week, day, out) ? IsoDate::Whole : IsoDate::Wrong;
    }
    p = takeDigits(p, 2, &out->month);
    if (!p || (dashes && *p++ != '-')) return IsoDate::Wrong;
    p = takeDigits(p, 2, &out->day);
    if (!p) return IsoDate::Wrong;
    return p == text + length ? IsoDate::Whole : IsoDate::WithRest;
}

size_t isoDateLength(const std::string& text) {
    if (text.size() == 7) return 7; // a week
    if (text.size() < 8) return 0;
    if (text[4] != '-') {
        if (text[4] != 'W') return 8; // YYYYMMDD
        // YYYYWww or YYYYWwwd: digits without an end belong to the day where there are an odd number of them
        size_t end = 7;
        while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
        if (end < 9) return end;
        return end % 2 == 0 ? 7 : 8;
    }
    if (text[5] != 'W') return 10; // YYYY-MM-DD
    if (text.size() > 8 && text[8] == '-') {
        if (text.size() == 9) return 0;
        // YYYY-Www-dTHH, or YYYY-Www with a dash as the separator and a time behind it
        if (text.size() > 10 && text[10] >= '0' && text[10] <= '9') return 8;
        return 10;
    }
    return 8;
}

bool readIsoTime(const char* text, size_t length, TimeValue* out, Ref<>* zone) {
    const char *end = text + length, *offsetAt = text;
    *zone = newNone();
    do {
        if (*offsetAt == '+' || *offsetAt == '-' || *offsetAt == 'Z') break;
    } while (++offsetAt < end);
    Read read = readClock(text, offsetAt, out);
    if (read == Read::Wrong) return false;
    if (offsetAt >= end) return read == Read::Whole;
    TimeValue offset;
    if (*offsetAt == 'Z') {
        if (offsetAt[1]) return false;
    } else if (readClock(offsetAt + 1, end, &offset) != Read::Whole) {
        return false;
    }
    int64_t sign = *offsetAt == '-' ? -1 : 1, seconds = offset.hour * 3600 + offset.minute * 60 + offset.second;
    if (seconds == 0) { // whatever is behind the seconds
        *zone = newRef(dateTimeState.utc);
        return true;
    }
    Ref<> delta(newDelta(0, sign * seconds, sign * offset.microsecond));
    if (delta) *zone = newTimezone(delta, nullptr);
    return delta && *zone;
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the files of _datetime share. Objects are laid out as CPython's; those without a tzinfo have no room for one.
//
//   calendar_days         days of the Gregorian calendar, without objects
//   datetime_module       the module; what all need of other modules; checks
//   datetime_delta        timedelta
//   datetime_date         date; IsoCalendarDate in datetime_iso_calendar
//   datetime_time         time
//   datetime_datetime     datetime: making and operators; datetime_datetime_methods: the rest; datetime_clock: from and to timestamps
//   datetime_zones        tzinfo and timezone, and asking a tzinfo
//   datetime_text         isoformat and its reading; datetime_strftime

#include <string>

#include "core/python/objects/model/native.h"
#include "core/python/objects/model/object.h"
#include "core/python/objects/model/type.h"

namespace memtape {

constexpr int minYear = 1, maxYear = 9999;

struct DeltaObject : Object {
    int64_t hash;
    int days, seconds, microseconds; // 0 ≤ seconds < 86400, 0 ≤ microseconds < 1000000
};
// The bytes are those of a pickle: year, month, day, hour, minute, second, microsecond, the highest first.
struct DateObject : Object {
    int64_t hash;
    bool hasZone;
    uint8_t data[4];
};
struct TimeObject : Object {
    int64_t hash;
    bool hasZone;
    uint8_t data[6], fold;
    Object* zone; // only where hasZone
};
struct DateTimeObject : Object {
    int64_t hash;
    bool hasZone;
    uint8_t data[10], fold;
    Object* zone;
};
static_assert(sizeof(DeltaObject) == 40 && sizeof(DateObject) == 32 && sizeof(TimeObject) == 40 && sizeof(DateTimeObject) == 48);

struct ZoneObject : Object { // timezone
    Object *offset, *name;   // name: null where none was given
};

struct DateTimeState {
    Type *delta, *date, *time, *datetime, *tzinfo, *timezone, *isoCalendar;
    Object *utc, *epoch; // kept for good
};
extern DateTimeState dateTimeState;

// The values, apart from objects.
struct DateValue {
    int year, month, day;
};
struct TimeValue {
    int hour = 0, minute = 0, second = 0, microsecond = 0;
};

inline DeltaObject* asDelta(Object* o) { return static_cast<DeltaObject*>(o); }
inline TimeObject* asTime(Object* o) { return static_cast<TimeObject*>(o); }
inline DateTimeObject* asDateTime(Object* o) { return static_cast<DateTimeObject*>(o); }
inline bool isDelta(const Object* o) { return isInstance(o, dateTimeState.delta); }
inline bool isDate(const Object* o) { return isInstance(o, dateTimeState.date); }
inline bool isDateTime(const Object* o) { return isInstance(o, dateTimeState.datetime); }
inline bool isTimeObject(const Object* o) { return isInstance(o, dateTimeState.time); }
inline bool isTzinfo(const Object* o) { return isInstance(o, dateTimeState.tzinfo); }

DateValue dateOf(Object* dateOrDateTime);
TimeValue timeOfDay(Object* timeOrDateTime);
Object* zoneOf(Object* timeOrDateTime); // None where it has none; borrowed
int foldOf(Object* timeOrDateTime);
void packTime(uint8_t* bytes, const TimeValue& t);
TimeValue unpackTime(const uint8_t* bytes);

// datetime_module.cpp
bool cIntArgument(Object* o, int* out); // as the format "i" of PyArg_Parse has it
bool checkDate(const DateValue& d);
bool checkTime(const TimeValue& t, int fold);
bool checkZone(Object* zone); // None or a tzinfo
Owned importForDateTime(const char* module, const char* name);
Owned newStructTime(const DateValue& d, const TimeValue& t, int isDst);
bool setClassAttribute(Type* type, const char* name, Owned value);
// `replace` and `__replace__` go through the class where it is a subclass.
bool isExactly(Object* o, const Type* type);
// The bytes that a date or a time is pickled as: a bytes, or a str where a pickle of Python 2 is read. False: it is something else, or of another length.
bool readPickledBytes(Object* given, uint8_t* out, size_t size);
// What __reduce_ex__ of a time or datetime gives: its class, its bytes, and its zone if it has one. From protocol 4 on the fold is the first bit of the byte at `foldAt`.
Owned reduceToBytes(Object* timeOrDateTime, const uint8_t* data, size_t size, size_t foldAt, int protocol);

// datetime_delta.cpp
using Microseconds = __int128;
Owned newDelta(int64_t days, int64_t seconds, int64_t microseconds, Type* type = nullptr); // normalizes
Microseconds deltaMicroseconds(Object* delta);
Owned deltaFromMicroseconds(Microseconds us, Type* type = nullptr);
void defineDelta(Type* t);

// datetime_date.cpp
Owned newDate(const DateValue& d, Type* type = nullptr); // calls a subclass
Owned newExactDate(const DateValue& d, Type* type);      // checks nothing
void defineDate(Type* t);
Owned dateCtimeText(const DateValue& d, const TimeValue& t);
void defineIsoCalendar(Type* t);
Owned isoCalendarOf(Object* self);

// datetime_time.cpp
Owned newTime(const TimeValue& t, Object* zone, int fold, Type* type = nullptr);
void defineTime(Type* t);

// datetime_datetime.cpp
Owned newDateTime(const DateValue& d, const TimeValue& t, Object* zone, int fold, Type* type = nullptr);
Owned newExactDateTime(const DateValue& d, const TimeValue& t, Object* zone, int fold, Type* type);
Owned dateTimePlus(Object* self, Object* delta, int sign); // of the class of self
Owned dateTimeMinus(Object* a, Object* b);                 // of datetimes
void defineDateTime(Type* t);
// datetime_datetime_methods.cpp
extern const MethodDef dateTimeMethods[];
// datetime_clock.cpp
Owned dateTimeNow(Object* type, Args args);
Owned dateTimeUtcNow(Object* type);
Owned dateTimeFromTimestamp(Object* type, Args args);
Owned dateTimeUtcFromTimestamp(Object* type, Object* timestamp);
Owned dateTimeTimestamp(Object* self);
Owned dateFromTimestamp(Object* type, Object* timestamp);
Owned dateToday(Object* type);

// datetime_zones.cpp: what a tzinfo says, checked; None where the zone is None.
Owned zoneOffset(Object* zone, Object* about);
Owned zoneDst(Object* zone, Object* about);
Owned zoneName(Object* zone, Object* about);
Owned newTimezone(Object* offset, Object* name); // checks the offset
void defineTzinfo(Type* t);
void defineTimezone(Type* t);

// datetime_text.cpp
std::string isoDateText(const DateValue& d);
// False: ValueError pending. `specification`: null: "auto".
bool isoTimeText(const TimeValue& t, Object* specification, std::string* out);
// "+09:00", or nothing where there is no offset.
bool offsetText(Object* zone, Object* about, const char* separator, std::string* out);
enum class IsoDate : uint8_t { Wrong, Whole, WithRest };
IsoDate readIsoDate(const char* text, size_t length, DateValue* out); // of texts that go on with a null character
// A time with an offset: `zone` is a new timezone, or None. False without an exception: the text is none.
bool readIsoTime(const char* text, size_t length, TimeValue* out, Ref<>* zone);
Owned raiseNotIso(Object* given);
size_t isoDateLength(const std::string& text); // how much of a datetime's text its date is
// datetime_strftime.cpp
Owned formatTime(Object* self, Object* format, Object* structTime, Object* about);
Owned formatMethod(Object* self, Object* specification);

}

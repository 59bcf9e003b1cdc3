// SPDX-License-Identifier: GPL-3.0-or-later
// _datetime: the module, the classes' constants, and what their files share.
#include <climits>

#include "core/python/modules/module_parts.h"
#include "core/python/modules/native_modules.h"
#include "core/python/modules/time/calendar_days.h"
#include "core/python/modules/time/datetime_parts.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/module_types.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/protocol/vm_hooks.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

DateTimeState dateTimeState;
static RuntimeCache stateCache([] { dateTimeState = {}; });

// ---- parts of the objects ---------------------------------------------------------------------------------------------

DateValue dateOf(Object* o) {
    const uint8_t* d = isDateTime(o) ? asDateTime(o)->data : static_cast<DateObject*>(o)->data;
    return {d[0] << 8 | d[1], d[2], d[3]};
}
TimeValue unpackTime(const uint8_t* d) { return {d[0], d[1], d[2], d[3] << 16 | d[4] << 8 | d[5]}; }
void packTime(uint8_t* d, const TimeValue& t) {
    d[0] = static_cast<uint8_t>(t.hour), d[1] = static_cast<uint8_t>(t.minute), d[2] = static_cast<uint8_t>(t.second);
    d[3] = static_cast<uint8_t>(t.microsecond >> 16), d[4] = static_cast<uint8_t>(t.microsecond >> 8), d[5] = static_cast<uint8_t>(t.microsecond);
}
TimeValue timeOfDay(Object* o) { return unpackTime(isDateTime(o) ? asDateTime(o)->data + 4 : asTime(o)->data); }
Object* zoneOf(Object* o) {
    if (isDateTime(o)) return asDateTime(o)->hasZone ? asDateTime(o)->zone : None;
    return asTime(o)->hasZone ? asTime(o)->zone : None;
}
int foldOf(Object* o) { return isDateTime(o) ? asDateTime(o)->fold : asTime(o)->fold; }
bool isExactly(Object* o, const Type* type) { return o->type == type; }

// ---- checks -----------------------------------------------------------------------------------------------------------

bool cIntArgument(Object* o, int* out) {
    if (!o) return true;
    Held<> number(numberIndex(o));
    int64_t value;
    if (!number || !intToInt64(number, &value)) return false;
    if (value > INT_MAX) return raise(exc::OverflowError, "signed integer is greater than maximum");
    if (value < INT_MIN) return raise(exc::OverflowError, "signed integer is less than minimum");
    *out = static_cast<int>(value);
    return true;
}

bool checkDate(const DateValue& d) {
    if (d.year < minYear || d.year > maxYear) return raise(exc::ValueError, "year {} is out of range", d.year);
    if (d.month < 1 || d.month > 12) return raise(exc::ValueError, "month must be in 1..12");
    if (d.day < 1 || d.day > calendar::daysInMonth(d.year, d.month)) return raise(exc::ValueError, "day is out of range for month");
    return true;
}
bool checkTime(const TimeValue& t, int fold) {
    if (t.hour < 0 || t.hour > 23) return raise(exc::ValueError, "hour must be in 0..23");
    if (t.minute < 0 || t.minute > 59) return raise(exc::ValueError, "minute must be in 0..59");
    if (t.second < 0 || t.second > 59) return raise(exc::ValueError, "second must be in 0..59");
    if (t.microsecond < 0 || t.microsecond > 999999) return raise(exc::ValueError, "microsecond must be in 0..999999");
    return fold == 0 || fold == 1 ? true : raise(exc::ValueError, "fold must be either 0 or 1");
}
bool checkZone(Object* zone) {
    if (isNone(zone) || isTzinfo(zone)) return true;
    return raise(exc::TypeError, "tzinfo argument must be None or of a tzinfo subclass, not type '{}'", zone->type->name);
}

// ---- other modules ----------------------------------------------------------------------------------------------------

Owned importForDateTime(const char* module, const char* name) {
    Held<> moduleName(newStr(module));
    if (!moduleName) return nullptr;
    Held<> imported(vmHooks.importModule(moduleName));
    return imported ? getAttr(imported, std::string_view(name)) : nullptr;
}

Owned newStructTime(const DateValue& d, const TimeValue& t, int isDst) {
    int values[] = {d.year,
                    d.month,
                    d.day,
                    t.hour,
                    t.minute,
                    t.second,
                    calendar::weekday(d.year, d.month, d.day),
                    calendar::daysBeforeMonth(d.year, d.month) + d.day,
                    isDst};
    Ref<TupleObject> tuple(newTuple(9));
    if (!tuple) return nullptr;
    for (int i = 0; i < 9; ++i)
        if (!(tuple->items[i] = newInt(values[i]).pointer)) return nullptr;
    recordCells(tuple);
    Held<> type(importForDateTime("time", "struct_time")), held(Owned(tuple.release()));
    return type ? call(type, held) : nullptr;
}

bool setClassAttribute(Type* type, const char* name, Owned value) {
    Ref<> held(value);
    return held && dictSetText(type->dict, name, held);
}

// ---- the module -------------------------------------------------------------------------------------------------------

static bool setConstants() {
    DateTimeState& s = dateTimeState;
    const TimeValue lastTime{23, 59, 59, 999999};
    const DateValue first{1, 1, 1}, last{9999, 12, 31};
    Ref<> zero(newDelta(0, 0, 0));
    if (!zero) return false;
    s.utc = newTimezone(zero, nullptr).pointer;
    if (!s.utc) return false;
    recordKeptForGood(s.utc);
    s.epoch = newExactDateTime({1970, 1, 1}, {}, s.utc, 0, s.datetime).pointer;
    if (!s.epoch) return false;
    recordKeptForGood(s.epoch);
    Ref<> least(newDelta(0, -(24 * 60 - 1) * 60, 0)), most(newDelta(0, (24 * 60 - 1) * 60, 0));
    bool ok = setClassAttribute(s.delta, "resolution", newDelta(0, 0, 1)) && setClassAttribute(s.delta, "min", newDelta(-999999999, 0, 0)) &&
              setClassAttribute(s.delta, "max", newDelta(999999999, 86399, 999999)) &&
              setClassAttribute(s.date, "min", newExactDate(first, s.date)) && setClassAttribute(s.date, "max", newExactDate(last, s.date)) &&
              setClassAttribute(s.date, "resolution", newDelta(1, 0, 0)) && setClassAttribute(s.time, "min", newTime({}, None, 0)) &&
              setClassAttribute(s.time, "max", newTime(lastTime, None, 0)) && setClassAttribute(s.time, "resolution", newDelta(0, 0, 1)) &&
              setClassAttribute(s.datetime, "min", newExactDateTime(first, {}, None, 0, s.datetime)) &&
              setClassAttribute(s.datetime, "max", newExactDateTime(last, lastTime, None, 0, s.datetime)) &&
              setClassAttribute(s.datetime, "resolution", newDelta(0, 0, 1)) && setClassAttribute(s.timezone, "utc", newRef(s.utc)) &&
              setClassAttribute(s.timezone, "min", newTimezone(least, nullptr)) && setClassAttribute(s.timezone, "max", newTimezone(most, nullptr));
    for (Type* t : {s.delta, s.date, s.time, s.datetime, s.timezone}) typeModified(t);
    return ok;
}

Owned makeDatetimeModule() {
    dateTimeState = {};
    DateTimeState& s = dateTimeState;
    Ref<> module(newModule("_datetime"));
    const IntConstant constants[] = {{"MINYEAR", minYear}, {"MAXYEAR", maxYear}, {}};
    if (!module || !addTypeToModule(module, s.delta, defineDelta) || !addTypeToModule(module, s.date, defineDate) ||
        !addTypeToModule(module, s.time, defineTime) || !addTypeToModule(module, s.tzinfo, defineTzinfo) ||
        !addTypeToModule(module, s.datetime, defineDateTime) || !addTypeToModule(module, s.timezone, defineTimezone))
        return nullptr;
    s.isoCalendar = makeModuleType(defineIsoCalendar);
    if (!s.isoCalendar || !setConstants() || !addConstants(module, constants) || !addToModule(module, "UTC", newRef(s.utc))) return nullptr;
    return module.release();
}

}

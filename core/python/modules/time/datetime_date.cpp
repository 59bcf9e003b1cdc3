// SPDX-License-Identifier: GPL-3.0-or-later
// datetime.date.
#include <cstring>

#include "core/python/modules/arguments.h"
#include "core/python/modules/time/calendar_days.h"
#include "core/python/modules/time/datetime_parts.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/bytes_object.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

static DateObject* asDate(Object* o) { return static_cast<DateObject*>(o); }

Owned newExactDate(const DateValue& d, Type* type) {
    Object* made = type == dateTimeState.date ? allocateObject(type, sizeof(DateObject)) : type->alloc(type, 0).pointer;
    if (!made) return nullptr;
    DateObject* o = asDate(made);
    o->hash = -1;
    o->hasZone = false;
    const uint8_t bytes[4] = {static_cast<uint8_t>(d.year >> 8), static_cast<uint8_t>(d.year), static_cast<uint8_t>(d.month),
                              static_cast<uint8_t>(d.day)};
    std::memcpy(o->data, bytes, sizeof bytes);
    return Owned(made);
}

Owned newDate(const DateValue& d, Type* type) {
    if (!type || type == dateTimeState.date) return checkDate(d) ? newExactDate(d, dateTimeState.date) : nullptr;
    Held<> year(newInt(d.year)), month(newInt(d.month)), day(newInt(d.day));
    return call(type, year, month, day);
}

namespace {

Type* classOf(Object* type) { return static_cast<Type*>(type); }
int ordinalOf(const DateValue& d) { return calendar::toOrdinal(d.year, d.month, d.day); }

Owned fromOrdinal(int64_t ordinal, Type* type) {
    if (ordinal < 1) return raise(exc::ValueError, "ordinal must be >= 1");
    DateValue d{10000, 1, 1}; // what is beyond the last day says so
    if (ordinal <= calendar::lastOrdinal) calendar::fromOrdinal(static_cast<int>(ordinal), &d.year, &d.month, &d.day);
    return newDate(d, type);
}

// The four bytes of a pickle, as bytes, or as the text that Python 2's pickles are read as.
bool readState(Object* given, uint8_t (&out)[4]) {
    if (!readPickledBytes(given, out, sizeof out)) return false;
    return out[2] >= 1 && out[2] <= 12;
}

Owned dateNew(Type* type, Args args) {
    uint8_t state[4];
    if (args.count == 1 && !args.keywordCount() && readState(args[0], state))
        return newExactDate({state[0] << 8 | state[1], state[2], state[3]}, type);
    Object* p[3] = {};
    DateValue d{};
    int early; // what is given is looked at before what is not
    for (size_t i = 0; args.count < 3 && i < args.count; ++i)
        if (!cIntArgument(args[i], &early)) return nullptr;
    if (!parseArgs("", args, "year month day", p) || !cIntArgument(p[0], &d.year) || !cIntArgument(p[1], &d.month) || !cIntArgument(p[2], &d.day))
        return nullptr;
    return checkDate(d) ? newExactDate(d, type) : nullptr;
}

// ---- operators --------------------------------------------------------------------------------------------------------

Owned plusDays(Object* self, Object* delta, int sign) {
    int64_t ordinal = ordinalOf(dateOf(self)) + static_cast<int64_t>(sign) * asDelta(delta)->days;
    if (ordinal < 1 || ordinal > calendar::lastOrdinal) return raise(exc::OverflowError, "date value out of range");
    return fromOrdinal(ordinal, self->type);
}
Owned add(Object* a, Object* b) {
    if (isDateTime(a) || isDateTime(b)) return notImplemented();
    if (isDate(a) && isDelta(b)) return plusDays(a, b, 1);
    return isDelta(a) && isDate(b) ? plusDays(b, a, 1) : notImplemented();
}
Owned subtract(Object* a, Object* b) {
    if (isDateTime(a) || isDateTime(b) || !isDate(a)) return notImplemented();
    if (isDate(b)) return newDelta(ordinalOf(dateOf(a)) - ordinalOf(dateOf(b)), 0, 0);
    return isDelta(b) ? plusDays(a, b, -1) : notImplemented();
}
// A datetime is a date, but not to be compared as one.
Owned compare(Object* a, Object* b, Comparison op) {
    if (!isDate(b) || isDateTime(b)) return notImplemented();
    return newBool(answers(op, std::memcmp(asDate(a)->data, asDate(b)->data, 4)));
}
int64_t hashDate(Object* self) {
    DateObject* d = asDate(self);
    return d->hash != -1 ? d->hash : d->hash = hashBytes(d->data, sizeof d->data);
}

Owned reprDate(Object* self) {
    DateValue d = dateOf(self);
    return newStr(std::string(self->type->name) + "(" + std::to_string(d.year) + ", " + std::to_string(d.month) + ", " + std::to_string(d.day) + ")");
}
Owned isoFormat(Object* self) { return newStr(isoDateText(dateOf(self))); }
Owned strDate(Object* self) {
    Held<> name(internStr("isoformat"));
    return name ? callMethod(self, name) : nullptr;
}

// ---- methods ----------------------------------------------------------------------------------------------------------

Owned ctimeMethod(Object* self) { return dateCtimeText(dateOf(self), {}); }
Owned timeTuple(Object* self) { return newStructTime(dateOf(self), {}, -1); }
Owned toOrdinal(Object* self) { return newInt(ordinalOf(dateOf(self))); }
int weekdayOf(Object* self) {
    DateValue d = dateOf(self);
    return calendar::weekday(d.year, d.month, d.day);
}
Owned weekday(Object* self) { return newInt(weekdayOf(self)); }
Owned isoWeekday(Object* self) { return newInt(weekdayOf(self) + 1); }

Owned strftimeMethod(Object* self, Args args) {
    Object* format = nullptr;
    if (!parseArgs("strftime", args, "format", &format)) return nullptr;
    if (!isStr(format)) return raise(exc::TypeError, "strftime() argument 1 must be str, not {}", format->type->name);
    Held<> name(internStr("timetuple"));
    Held<> tuple(name ? callMethod(self, name) : Owned(nullptr));
    return tuple ? formatTime(self, format, tuple, self) : nullptr;
}

Owned replaceMethod(Object* self, Args args) {
    Object* p[3] = {};
    DateValue d = dateOf(self);
    if (!parseArgs("replace", args, "| year month day", p) || !intArgument(p[0], &d.year) || !intArgument(p[1], &d.month) ||
        !intArgument(p[2], &d.day))
        return nullptr;
    return newDate(d, self->type);
}

Owned fromOrdinalMethod(Object* type, Args args) {
    int ordinal = 0;
    return checkArgCount("fromordinal", args.count, 1, 1) && cIntArgument(args[0], &ordinal) ? fromOrdinal(ordinal, classOf(type)) : nullptr;
}
Owned fromIsoFormat(Object* type, Object* given) {
    DateValue d;
    if (!isStr(given)) return raise(exc::TypeError, "fromisoformat: argument must be str");
    std::string text = strToUtf8(given);
    bool canBe = text.size() == 7 || text.size() == 8 || text.size() == 10;
    if (!canBe || readIsoDate(text.c_str(), text.size(), &d) == IsoDate::Wrong) return raiseNotIso(given);
    return newDate(d, classOf(type));
}
Owned fromIsoCalendar(Object* type, Args args) {
    Object* p[3] = {};
    int year = 0, week = 0, day = 0;
    if (!parseArgs("fromisocalendar", args, "year week day", p)) return nullptr;
    if (!cIntArgument(p[0], &year) || !cIntArgument(p[1], &week) || !cIntArgument(p[2], &day)) {
        if (!errorMatches(exc::OverflowError)) return nullptr;
        clearError();
        return raise(exc::ValueError, "ISO calendar component out of range");
    }
    if (year < minYear || year > maxYear) return raise(exc::ValueError, "Year is out of range: {}", year);
    if (week < 1 || week > calendar::isoWeeks(year)) return raise(exc::ValueError, "Invalid week: {}", week);
    if (day < 1 || day > 7) return raise(exc::ValueError, "Invalid day: {} (range is [1, 7])", day);
    return fromOrdinal(calendar::isoWeek1Monday(year) + (week - 1) * 7 + day - 1, classOf(type));
}
Owned reduce(Object* self) {
    Ref<> state(newBytes(asDate(self)->data, 4));
    if (!state) return nullptr;
    Ref<> arguments(packTuple(state.get()));
    return arguments ? packTuple(static_cast<Object*>(self->type), arguments.get()) : nullptr;
}

Owned getYear(Object* self) { return newInt(dateOf(self).year); }
Owned getMonth(Object* self) { return newInt(dateOf(self).month); }
Owned getDay(Object* self) { return newInt(dateOf(self).day); }
const GetSetDef getsets[] = {{"year", getYear}, {"month", getMonth}, {"day", getDay}, {}};

const MethodDef methods[] = {
    {"fromtimestamp", dateFromTimestamp, NativeBinding::Class},
    {"fromordinal", fromOrdinalMethod, 0, -1, NativeBinding::Class},
    {"fromisoformat", fromIsoFormat, NativeBinding::Class},
    {"fromisocalendar", fromIsoCalendar, NativeKind::Keywords, NativeBinding::Class},
    {"today", dateToday, NativeBinding::Class},
    {"ctime", ctimeMethod},
    {"strftime", strftimeMethod, NativeKind::Keywords},
    {"__format__", formatMethod},
    {"timetuple", timeTuple},
    {"isocalendar", isoCalendarOf},
    {"isoformat", isoFormat},
    {"isoweekday", isoWeekday},
    {"toordinal", toOrdinal},
    {"weekday", weekday},
    {"replace", replaceMethod, NativeKind::Keywords},
    {"__replace__", replaceMethod, NativeKind::Keywords},
    {"__reduce__", reduce},
    {},
};

}

Owned dateCtimeText(const DateValue& d, const TimeValue& t) {
    static const char* const days[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    static const char* const months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    char text[80];
    std::snprintf(text, sizeof text, "%s %s %2d %02d:%02d:%02d %04d", days[calendar::weekday(d.year, d.month, d.day)], months[d.month - 1], d.day,
                  t.hour, t.minute, t.second, d.year);
    return newStr(text);
}

void defineDate(Type* t) {
    t->name = "datetime.date";
    t->doc = "date(year, month, day) --> date object";
    t->basicSize = sizeof(DateObject);
    t->flags = BaseType;
    t->create = dateNew;
    t->repr = reprDate;
    t->str = strDate;
    t->hash = hashDate;
    t->richCompare = compare;
    t->add = add;
    t->subtract = subtract;
    t->methods = methods;
    t->getsets = getsets;
}

// ---- isocalendar() ----------------------------------------------------------------------------------------------------

namespace {

template <int index> Owned isoPart(Object* self) { return newRef(asTuple(self)->items[index]); }

Owned isoRepr(Object* self) {
    std::string text = self->type->name;
    const char* const names[] = {"(year=", ", week=", ", weekday="};
    for (int i = 0; i < 3; ++i) {
        text += names[i];
        if (!appendRepr(text, asTuple(self)->items[i])) return nullptr;
    }
    return newStr(text + ")");
}
// As a plain tuple.
Owned isoReduce(Object* self) {
    Ref<> parts(newTupleOf(asTuple(self)->items, 3));
    if (!parts) return nullptr;
    Ref<> arguments(packTuple(parts.get()));
    return arguments ? packTuple(static_cast<Object*>(types::Tuple), arguments.get()) : nullptr;
}
Owned isoNew(Type* type, Args args) {
    Object* p[3] = {};
    if (!parseArgs("IsoCalendarDate", args, "year week weekday", p)) return nullptr;
    Owned made = type->alloc(type, 3);
    if (!made) return nullptr;
    for (int i = 0; i < 3; ++i) asTuple(made.pointer)->items[i] = newRef(p[i]).pointer;
    recordCells(made.pointer);
    return made;
}

const GetSetDef isoGetsets[] = {{"year", isoPart<0>}, {"week", isoPart<1>}, {"weekday", isoPart<2>}, {}};
const MethodDef isoMethods[] = {{"__reduce__", isoReduce}, {}};

}

void defineIsoCalendar(Type* t) {
    t->name = "datetime.IsoCalendarDate";
    t->doc = "The year, week and weekday that isocalendar() gives, by place or by name.";
    t->base = types::Tuple;
    t->basicSize = types::Tuple->basicSize;
    t->itemSize = types::Tuple->itemSize;
    t->flags = HaveGc;
    t->create = isoNew;
    t->repr = isoRepr;
    t->getsets = isoGetsets;
    t->methods = isoMethods;
}

Owned isoCalendarOf(Object* self) {
    DateValue d = dateOf(self);
    int ordinal = ordinalOf(d), year = d.year, monday = calendar::isoWeek1Monday(year);
    if (ordinal < monday) monday = calendar::isoWeek1Monday(--year);
    else if (year < 10000 && ordinal >= calendar::isoWeek1Monday(year + 1)) monday = calendar::isoWeek1Monday(++year);
    Ref<> parts[] = {newInt(year), newInt((ordinal - monday) / 7 + 1), newInt((ordinal - monday) % 7 + 1)};
    Object* values[] = {parts[0], parts[1], parts[2]};
    return isoNew(dateTimeState.isoCalendar, {values, 3, nullptr});
}

}

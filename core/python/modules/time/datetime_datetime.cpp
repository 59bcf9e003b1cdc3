// SPDX-License-Identifier: GPL-3.0-or-later
// datetime.datetime: making, comparing, and its operators.
#include <cstddef>
#include <cstring>

#include "core/python/modules/time/calendar_days.h"
#include "core/python/modules/time/datetime_parts.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/bytes_object.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

Owned newExactDateTime(const DateValue& d, const TimeValue& t, Object* zone, int fold, Type* type) {
    bool aware = !isNone(zone);
    size_t bytes = aware ? sizeof(DateTimeObject) : offsetof(DateTimeObject, zone);
    Object* made = type == dateTimeState.datetime ? allocateObject(type, bytes) : type->alloc(type, 0).pointer;
    if (!made) return nullptr;
    DateTimeObject* o = asDateTime(made);
    o->hash = -1;
    o->hasZone = aware;
    o->data[0] = static_cast<uint8_t>(d.year >> 8), o->data[1] = static_cast<uint8_t>(d.year);
    o->data[2] = static_cast<uint8_t>(d.month), o->data[3] = static_cast<uint8_t>(d.day);
    packTime(o->data + 4, t);
    o->fold = static_cast<uint8_t>(fold);
    if (aware) o->zone = newRef(zone).pointer;
    else recordResize(o); // sys.getsizeof says the type's size of both
    recordCells(o);
    return Owned(made);
}

Owned newDateTime(const DateValue& d, const TimeValue& t, Object* zone, int fold, Type* type) {
    if (!type || type == dateTimeState.datetime)
        return checkDate(d) && checkTime(t, fold) && checkZone(zone) ? newExactDateTime(d, t, zone, fold, dateTimeState.datetime) : nullptr;
    Held<> parts[7] = {newInt(d.year), newInt(d.month), newInt(d.day), newInt(t.hour), newInt(t.minute), newInt(t.second), newInt(t.microsecond)};
    Object* values[8];
    for (int i = 0; i < 7; ++i) values[i] = parts[i];
    values[7] = zone;
    Held<> made(call(type, {values, 8, nullptr}));
    if (made && fold && isDateTime(made)) asDateTime(made.get())->fold = static_cast<uint8_t>(fold);
    return made.release();
}

namespace {

bool readState(Object* given, uint8_t (&out)[10]) {
    if (!readPickledBytes(given, out, sizeof out)) return false;
    int month = out[2] & 0x7f; // its first bit is the fold
    return month >= 1 && month <= 12;
}

Owned dateTimeNew(Type* type, Args args) {
    uint8_t state[10];
    if (args.count >= 1 && args.count <= 2 && !args.keywordCount() && readState(args[0], state)) {
        Object* zone = args.count > 1 ? args[1] : None;
        if (!isNone(zone) && !isTzinfo(zone)) return raise(exc::TypeError, "bad tzinfo state arg");
        return newExactDateTime({state[0] << 8 | state[1], state[2] & 0x7f, state[3]}, unpackTime(state + 4), zone, state[2] >> 7, type);
    }
    Object* p[9] = {};
    DateValue d{};
    int early; // what is given is looked at before what is not
    for (size_t i = 0; args.count < 3 && i < args.count; ++i)
        if (!cIntArgument(args[i], &early)) return nullptr;
    TimeValue t;
    int fold = 0;
    if (!parseArgs("", args, "year month day | hour minute second microsecond tzinfo $ fold", p) || !cIntArgument(p[0], &d.year) ||
        !cIntArgument(p[1], &d.month) || !cIntArgument(p[2], &d.day) || !cIntArgument(p[3], &t.hour) || !cIntArgument(p[4], &t.minute) ||
        !cIntArgument(p[5], &t.second) || !cIntArgument(p[6], &t.microsecond) || !cIntArgument(p[8], &fold))
        return nullptr;
    Object* zone = p[7] ? p[7] : None;
    return checkDate(d) && checkTime(t, fold) && checkZone(zone) ? newExactDateTime(d, t, zone, fold, type) : nullptr;
}

void dateTimeDealloc(Object* o) {
    Dying dying(o);
    if (asDateTime(o)->hasZone) {
        asDateTime(o)->hasZone = false;
        clearField(asDateTime(o)->zone);
    }
    freeObject(o);
}
const Field zoneField[] = {{"tzinfo", offsetof(DateTimeObject, zone)}, {}};
void dateTimeCells(Object* o, CellVisitor& visitor) {
    if (asDateTime(o)->hasZone) visitor.visit(CellKind::Field, 0, asDateTime(o)->zone);
}

// Since the beginning of year 1, by its own clock.
Microseconds sinceYear1(Object* o) {
    DateValue d = dateOf(o);
    TimeValue t = timeOfDay(o);
    int64_t seconds = int64_t{86400} * calendar::toOrdinal(d.year, d.month, d.day) + t.hour * 3600 + t.minute * 60 + t.second;
    return static_cast<Microseconds>(seconds) * 1000000 + t.microsecond;
}

Owned offsetOf(Object* self) { return zoneOffset(zoneOf(self), self); }

// The offset that it would have with the other fold.
Owned otherOffset(Object* self) {
    Held<> other(newExactDateTime(dateOf(self), timeOfDay(self), zoneOf(self), !foldOf(self), dateTimeState.datetime));
    return other ? offsetOf(other) : nullptr;
}
// 1: the offset depends on the fold, so that between zones the time is none that equals another (PEP 495); 0; −1: an exception is pending.
int hasProblematicFold(Object* self, Object* offset) {
    if (isNone(zoneOf(self))) return 0;
    Held<> other(otherOffset(self));
    if (!other) return -1;
    if (isNone(offset) || isNone(other)) return offset != other.get();
    return deltaMicroseconds(offset) != deltaMicroseconds(other);
}

Owned compare(Object* a, Object* b, Comparison op) {
    if (!isDateTime(b)) return notImplemented();
    auto byBytes = [&] { return std::memcmp(asDateTime(a)->data, asDateTime(b)->data, 10); };
    if (zoneOf(a) == zoneOf(b)) return newBool(answers(op, byBytes()));
    bool equality = op == Comparison::Eq || op == Comparison::Ne;
    Held<> first(offsetOf(a)), second(first ? offsetOf(b) : Owned(nullptr));
    if (!second) return nullptr;
    if (isNone(first) != isNone(second)) {
        if (equality) return newBool(op == Comparison::Ne);
        return raise(exc::TypeError, "can't compare offset-naive and offset-aware datetimes");
    }
    int order;
    if (isNone(first) || deltaMicroseconds(first) == deltaMicroseconds(second)) order = byBytes();
    else order = orderOf(sinceYear1(a) - deltaMicroseconds(first), sinceYear1(b) - deltaMicroseconds(second));
    if (equality && order == 0) {
        for (auto [o, offset] : {std::pair(a, first.get()), std::pair(b, second.get())}) {
            int problem = hasProblematicFold(o, offset);
            if (problem < 0) return nullptr;
            if (problem) return newBool(op == Comparison::Ne);
        }
    }
    return newBool(answers(op, order));
}

int64_t hashDateTime(Object* self) {
    DateTimeObject* o = asDateTime(self);
    if (o->hash != -1) return o->hash;
    Held<> plain(o->fold ? newExactDateTime(dateOf(self), timeOfDay(self), zoneOf(self), 0, dateTimeState.datetime) : newRef(self));
    Held<> offset(plain ? offsetOf(plain) : Owned(nullptr));
    if (!offset) return -1;
    if (isNone(offset)) return o->hash = hashBytes(o->data, sizeof o->data);
    Ref<> inUtc(deltaFromMicroseconds(sinceYear1(self) - deltaMicroseconds(offset)));
    return inUtc ? o->hash = hashOf(inUtc) : -1;
}

// ---- arithmetic -------------------------------------------------------------------------------------------------------

Owned add(Object* a, Object* b) {
    if (isDateTime(a) && isDelta(b)) return dateTimePlus(a, b, 1);
    return isDelta(a) && isDateTime(b) ? dateTimePlus(b, a, 1) : notImplemented();
}
Owned subtract(Object* a, Object* b) {
    if (!isDateTime(a)) return notImplemented();
    if (isDateTime(b)) return dateTimeMinus(a, b);
    return isDelta(b) ? dateTimePlus(a, b, -1) : notImplemented();
}

Owned reprDateTime(Object* self) {
    DateValue d = dateOf(self);
    TimeValue t = timeOfDay(self);
    std::string text = std::string(self->type->name) + "(";
    for (int part : {d.year, d.month, d.day, t.hour}) text += std::to_string(part) + ", ";
    text += std::to_string(t.minute);
    if (t.second || t.microsecond) text += ", " + std::to_string(t.second);
    if (t.microsecond) text += ", " + std::to_string(t.microsecond);
    if (foldOf(self)) text += ", fold=" + std::to_string(foldOf(self));
    if (!isNone(zoneOf(self))) {
        text += ", tzinfo=";
        if (!appendRepr(text, zoneOf(self))) return nullptr;
    }
    return newStr(text + ")");
}
Owned strDateTime(Object* self) {
    Held<> name(internStr("isoformat")), separator(newStr(" "));
    return name && separator ? callMethod(self, name, separator) : nullptr;
}

Owned getHour(Object* self) { return newInt(timeOfDay(self).hour); }
Owned getMinute(Object* self) { return newInt(timeOfDay(self).minute); }
Owned getSecond(Object* self) { return newInt(timeOfDay(self).second); }
Owned getMicrosecond(Object* self) { return newInt(timeOfDay(self).microsecond); }
Owned getZone(Object* self) { return newRef(zoneOf(self)); }
Owned getFold(Object* self) { return newInt(foldOf(self)); }

const GetSetDef getsets[] = {
    {"hour", getHour}, {"minute", getMinute}, {"second", getSecond}, {"microsecond", getMicrosecond}, {"tzinfo", getZone}, {"fold", getFold}, {}};

}

Owned dateTimePlus(Object* self, Object* delta, int sign) {
    constexpr int64_t day = int64_t{86400} * 1000000;
    Microseconds sum = sinceYear1(self) + sign * deltaMicroseconds(delta), days = sum / day;
    int64_t rest = static_cast<int64_t>(sum % day);
    if (rest < 0) rest += day, --days;
    if (days < 1 || days > calendar::lastOrdinal) return raise(exc::OverflowError, "date value out of range");
    DateValue d;
    calendar::fromOrdinal(static_cast<int>(days), &d.year, &d.month, &d.day);
    int seconds = static_cast<int>(rest / 1000000);
    return newDateTime(d, {seconds / 3600, seconds / 60 % 60, seconds % 60, static_cast<int>(rest % 1000000)}, zoneOf(self), 0, self->type);
}

Owned dateTimeMinus(Object* a, Object* b) {
    Microseconds difference = sinceYear1(a) - sinceYear1(b);
    if (zoneOf(a) != zoneOf(b)) {
        Held<> first(offsetOf(a)), second(first ? offsetOf(b) : Owned(nullptr));
        if (!second) return nullptr;
        if (isNone(first) != isNone(second)) return raise(exc::TypeError, "can't subtract offset-naive and offset-aware datetimes");
        if (!isNone(first)) difference += deltaMicroseconds(second) - deltaMicroseconds(first);
    }
    return deltaFromMicroseconds(difference);
}

void defineDateTime(Type* t) {
    t->name = "datetime.datetime";
    t->doc =
        "datetime(year, month, day[, hour[, minute[, second[, microsecond[,tzinfo]]]]])\n\nA date with a time of day, and with a zone or without.\n";
    t->base = dateTimeState.date;
    t->basicSize = sizeof(DateTimeObject);
    t->flags = BaseType;
    t->create = dateTimeNew;
    t->dealloc = dateTimeDealloc;
    t->cells = dateTimeCells;
    t->fields = zoneField;
    t->repr = reprDateTime;
    t->str = strDateTime;
    t->hash = hashDateTime;
    t->richCompare = compare;
    t->add = add;
    t->subtract = subtract;
    t->methods = dateTimeMethods;
    t->getsets = getsets;
}

}

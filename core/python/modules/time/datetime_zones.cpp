// SPDX-License-Identifier: GPL-3.0-or-later
// datetime.tzinfo and datetime.timezone, and what is asked of a tzinfo.
#include <cstddef>

#include "core/python/modules/time/datetime_parts.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

namespace {

constexpr Microseconds dayMicroseconds = Microseconds{86400} * 1000000;

ZoneObject* asZone(Object* o) { return static_cast<ZoneObject*>(o); }
bool isTimezone(const Object* o) { return isInstance(o, dateTimeState.timezone); }
bool withinDay(Object* delta) {
    Microseconds us = deltaMicroseconds(delta);
    return us > -dayMicroseconds && us < dayMicroseconds;
}

// "UTC+09:00"
Owned timezoneName(ZoneObject* zone) {
    if (zone->name) return newRef(zone->name);
    if (zone == dateTimeState.utc) return newStr("UTC");
    Microseconds us = deltaMicroseconds(zone->offset);
    if (us == 0) return newStr("UTC");
    long long size = static_cast<long long>(us < 0 ? -us : us), seconds = size / 1000000;
    char text[64];
    int at = std::snprintf(text, sizeof text, "UTC%c%02lld:%02lld", us < 0 ? '-' : '+', seconds / 3600, seconds / 60 % 60);
    if (seconds % 60 || size % 1000000) at += std::snprintf(text + at, sizeof text - static_cast<size_t>(at), ":%02lld", seconds % 60);
    if (size % 1000000) at += std::snprintf(text + at, sizeof text - static_cast<size_t>(at), ".%06lld", size % 1000000);
    return newStr(std::string_view(text, static_cast<size_t>(at)));
}

Owned ask(Object* zone, const char* method, Object* about) {
    if (isNone(zone)) return newNone();
    Held<> name(internStr(method));
    Held<> answer(name ? callMethod(zone, name, about) : Owned(nullptr));
    if (!answer || isNone(answer)) return answer.release();
    if (!isDelta(answer)) return raise(exc::TypeError, "tzinfo.{}() must return None or timedelta, not '{}'", method, answer->type->name);
    if (!withinDay(answer))
        return raise(exc::ValueError, "offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24).");
    return answer.release();
}

}

Owned zoneOffset(Object* zone, Object* about) {
    if (zone->type == dateTimeState.timezone) return newRef(asZone(zone)->offset);
    return ask(zone, "utcoffset", about);
}
Owned zoneDst(Object* zone, Object* about) { return ask(zone, "dst", about); }
Owned zoneName(Object* zone, Object* about) {
    if (isNone(zone)) return newNone();
    if (zone->type == dateTimeState.timezone) return timezoneName(asZone(zone));
    Held<> name(internStr("tzname"));
    Held<> answer(name ? callMethod(zone, name, about) : Owned(nullptr));
    if (!answer || isNone(answer) || isStr(answer)) return answer.release();
    return raise(exc::TypeError, "tzinfo.tzname() must return None or a string, not '{}'", answer->type->name);
}

// ---- tzinfo -----------------------------------------------------------------------------------------------------------

namespace {

Owned notThere(const char* method) { return raise(exc::NotImplementedError, "a tzinfo subclass must implement {}()", method); }
Owned baseName(Object*, Object*) { return notThere("tzname"); }
Owned baseOffset(Object*, Object*) { return notThere("utcoffset"); }
Owned baseDst(Object*, Object*) { return notThere("dst"); }

// From a time in UTC to one of the zone, whose standard offset does not change.
Owned baseFromUtc(Object* self, Object* given) {
    if (!isDateTime(given)) return raise(exc::TypeError, "fromutc: argument must be a datetime");
    if (zoneOf(given) != self) return raise(exc::ValueError, "fromutc: dt.tzinfo is not self");
    Held<> offset(zoneOffset(self, given));
    if (!offset) return nullptr;
    if (isNone(offset)) return raise(exc::ValueError, "fromutc: non-None utcoffset() result required");
    Held<> dst(zoneDst(self, given));
    if (!dst) return nullptr;
    if (isNone(dst)) return raise(exc::ValueError, "fromutc: non-None dst() result required");
    Held<> standard(deltaFromMicroseconds(deltaMicroseconds(offset) - deltaMicroseconds(dst)));
    Held<> moved(standard ? dateTimePlus(given, standard, 1) : Owned(nullptr));
    if (!moved) return nullptr;
    dst = zoneDst(self, moved);
    if (!dst) return nullptr;
    if (isNone(dst)) return raise(exc::ValueError, "fromutc: tz.dst() gave inconsistent results; cannot convert");
    return deltaMicroseconds(dst) ? dateTimePlus(moved, dst, 1) : moved.release();
}

Owned baseReduce(Object* self) {
    bool failed = false;
    Held<> name(internStr("__getinitargs__")), stateName(internStr("__getstate__"));
    Held<> maker(name ? findAttr(self, name, &failed) : Owned(nullptr)), arguments;
    if (failed) return nullptr;
    arguments = maker ? call(maker) : newTupleOf(nullptr, 0);
    Held<> state(arguments && stateName ? callMethod(self, stateName) : Owned(nullptr));
    return state ? packTuple(static_cast<Object*>(self->type), arguments.get(), state.get()) : nullptr;
}

const MethodDef baseMethods[] = {{"tzname", baseName},     {"utcoffset", baseOffset},  {"dst", baseDst},
                                 {"fromutc", baseFromUtc}, {"__reduce__", baseReduce}, {}};

}

void defineTzinfo(Type* t) {
    t->name = "datetime.tzinfo";
    t->doc = "What a time zone is made from.";
    t->basicSize = sizeof(Object);
    t->flags = BaseType;
    t->create = [](Type* type, Args) { return type->alloc(type, 0); };
    t->methods = baseMethods;
}

// ---- timezone ---------------------------------------------------------------------------------------------------------

Owned newTimezone(Object* offset, Object* name) {
    if (!name && !deltaMicroseconds(offset) && dateTimeState.utc) return newRef(dateTimeState.utc);
    if (!withinDay(offset))
        return raise(exc::ValueError, "offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not {!r}.", offset);
    Type* type = dateTimeState.timezone;
    Owned made = type->alloc(type, 0);
    if (!made) return nullptr;
    asZone(made.pointer)->offset = newRef(offset).pointer;
    xincref(name);
    asZone(made.pointer)->name = name;
    recordCells(made.pointer);
    return made;
}

namespace {

Owned timezoneNew(Type*, Args args) {
    Object* p[2] = {};
    if (!parseArgs("timezone", args, "offset | name", p)) return nullptr;
    if (!isDelta(p[0]))
        return raise(exc::TypeError, "timezone() argument 1 must be datetime.timedelta, not {}", isNone(p[0]) ? "None" : p[0]->type->name);
    if (p[1] && !isStr(p[1])) return raise(exc::TypeError, "timezone() argument 2 must be str, not {}", isNone(p[1]) ? "None" : p[1]->type->name);
    return newTimezone(p[0], p[1]);
}

Owned compare(Object* a, Object* b, Comparison op) {
    if ((op != Comparison::Eq && op != Comparison::Ne) || !isTimezone(b)) return notImplemented();
    return richCompare(asZone(a)->offset, asZone(b)->offset, op);
}
int64_t hashTimezone(Object* self) { return hashOf(asZone(self)->offset); }

Owned reprTimezone(Object* self) {
    if (self == dateTimeState.utc) return newStr("datetime.timezone.utc");
    std::string text = std::string(self->type->name) + "(";
    if (!appendRepr(text, asZone(self)->offset)) return nullptr;
    if (asZone(self)->name) {
        text += ", ";
        if (!appendRepr(text, asZone(self)->name)) return nullptr;
    }
    return newStr(text + ")");
}
Owned strTimezone(Object* self) { return timezoneName(asZone(self)); }

bool checkAbout(const char* method, Object* about) {
    if (isNone(about) || isDateTime(about)) return true;
    return raise(exc::TypeError, "{}(dt) argument must be a datetime instance or None, not {}", method, about->type->name);
}
Owned nameMethod(Object* self, Object* about) { return checkAbout("tzname", about) ? timezoneName(asZone(self)) : nullptr; }
Owned offsetMethod(Object* self, Object* about) { return checkAbout("utcoffset", about) ? newRef(asZone(self)->offset) : nullptr; }
Owned dstMethod(Object*, Object* about) { return checkAbout("dst", about) ? newNone() : nullptr; }
Owned fromUtc(Object* self, Object* given) {
    if (!isDateTime(given)) return raise(exc::TypeError, "fromutc: argument must be a datetime");
    if (zoneOf(given) != self) return raise(exc::ValueError, "fromutc: dt.tzinfo is not self");
    return dateTimePlus(given, asZone(self)->offset, 1);
}
Owned initArguments(Object* self) {
    return asZone(self)->name ? packTuple(asZone(self)->offset, asZone(self)->name) : packTuple(asZone(self)->offset);
}

const MethodDef zoneMethods[] = {{"tzname", nameMethod}, {"utcoffset", offsetMethod},        {"dst", dstMethod},
                                 {"fromutc", fromUtc},   {"__getinitargs__", initArguments}, {}};
const Field zoneFields[] = {{"offset", offsetof(ZoneObject, offset)}, {"name", offsetof(ZoneObject, name)}, {}};

}

void defineTimezone(Type* t) {
    t->name = "datetime.timezone";
    t->doc = "A zone that is always as far from UTC.";
    t->base = dateTimeState.tzinfo;
    t->basicSize = sizeof(ZoneObject);
    t->create = timezoneNew;
    t->fields = zoneFields;
    t->repr = reprTimezone;
    t->str = strTimezone;
    t->hash = hashTimezone;
    t->richCompare = compare;
    t->methods = zoneMethods;
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
// datetime.time.
#include <cstddef>
#include <cstring>

#include "core/python/modules/arguments.h"
#include "core/python/modules/time/datetime_parts.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/bytes_object.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

static Owned newExactTime(const TimeValue& t, Object* zone, int fold, Type* type) {
    bool aware = !isNone(zone);
    // Without a zone an object ends where the zone would be.
    size_t bytes = aware ? sizeof(TimeObject) : offsetof(TimeObject, zone);
    Object* made = type == dateTimeState.time ? allocateObject(type, bytes) : type->alloc(type, 0).pointer;
    if (!made) return nullptr;
    TimeObject* o = asTime(made);
    o->hash = -1;
    o->hasZone = aware;
    packTime(o->data, t);
    o->fold = static_cast<uint8_t>(fold);
    if (aware) o->zone = newRef(zone).pointer;
    else recordResize(o); // sys.getsizeof says the type's size of both
    recordCells(o);
    return Owned(made);
}

Owned newTime(const TimeValue& t, Object* zone, int fold, Type* type) {
    if (!type || type == dateTimeState.time) return checkTime(t, fold) && checkZone(zone) ? newExactTime(t, zone, fold, dateTimeState.time) : nullptr;
    Held<> parts[4] = {newInt(t.hour), newInt(t.minute), newInt(t.second), newInt(t.microsecond)};
    Object* values[] = {parts[0], parts[1], parts[2], parts[3], zone};
    Held<> made(call(type, {values, 5, nullptr}));
    if (made && fold && isTimeObject(made)) asTime(made.get())->fold = static_cast<uint8_t>(fold);
    return made.release();
}

namespace {

// ---- making -----------------------------------------------------------------------------------------------------------

bool readState(Object* given, uint8_t (&out)[6]) {
    if (!readPickledBytes(given, out, sizeof out)) return false;
    return (out[0] & 0x7f) < 24; // its first bit is the fold
}

Owned timeNew(Type* type, Args args) {
    uint8_t state[6];
    if (args.count >= 1 && args.count <= 2 && !args.keywordCount() && readState(args[0], state)) {
        Object* zone = args.count > 1 ? args[1] : None;
        if (!isNone(zone) && !isTzinfo(zone)) return raise(exc::TypeError, "bad tzinfo state arg");
        int fold = state[0] >> 7;
        state[0] &= 0x7f;
        return newExactTime(unpackTime(state), zone, fold, type);
    }
    Object* p[6] = {};
    TimeValue t;
    int fold = 0;
    if (!parseArgs("", args, "| hour minute second microsecond tzinfo $ fold", p) || !cIntArgument(p[0], &t.hour) || !cIntArgument(p[1], &t.minute) ||
        !cIntArgument(p[2], &t.second) || !cIntArgument(p[3], &t.microsecond) || !cIntArgument(p[5], &fold))
        return nullptr;
    Object* zone = p[4] ? p[4] : None;
    return checkTime(t, fold) && checkZone(zone) ? newExactTime(t, zone, fold, type) : nullptr;
}

void timeDealloc(Object* o) {
    Dying dying(o);
    if (asTime(o)->hasZone) {
        asTime(o)->hasZone = false;
        clearField(asTime(o)->zone);
    }
    freeObject(o);
}
const Field zoneField[] = {{"tzinfo", offsetof(TimeObject, zone)}, {}};
void timeCells(Object* o, CellVisitor& visitor) {
    if (asTime(o)->hasZone) visitor.visit(CellKind::Field, 0, asTime(o)->zone);
}

// ---- operators --------------------------------------------------------------------------------------------------------

Owned offsetOf(Object* self) { return zoneOffset(zoneOf(self), None); }
int64_t secondsOf(const TimeValue& t) { return t.hour * 3600 + t.minute * 60 + t.second; }

Owned compare(Object* a, Object* b, Comparison op) {
    if (!isTimeObject(b)) return notImplemented();
    auto byBytes = [&] { return newBool(answers(op, std::memcmp(asTime(a)->data, asTime(b)->data, 6))); };
    if (zoneOf(a) == zoneOf(b)) return byBytes();
    Held<> first(offsetOf(a)), second(first ? offsetOf(b) : Owned(nullptr));
    if (!second) return nullptr;
    if (isNone(first) != isNone(second)) {
        if (op == Comparison::Eq || op == Comparison::Ne) return newBool(op == Comparison::Ne);
        return raise(exc::TypeError, "can't compare offset-naive and offset-aware times");
    }
    if (isNone(first)) return byBytes();
    auto inUtc = [](Object* o, Object* offset) {
        TimeValue t = timeOfDay(o);
        return static_cast<Microseconds>(secondsOf(t)) * 1000000 + t.microsecond - deltaMicroseconds(offset);
    };
    return newBool(answers(op, orderOf(inUtc(a, first), inUtc(b, second))));
}

int64_t hashTime(Object* self) {
    TimeObject* t = asTime(self);
    if (t->hash != -1) return t->hash;
    Held<> plain(t->fold ? newExactTime(timeOfDay(self), zoneOf(self), 0, dateTimeState.time) : newRef(self));
    Held<> offset(plain ? offsetOf(plain) : Owned(nullptr));
    if (!offset) return -1;
    if (isNone(offset)) return t->hash = hashBytes(t->data, sizeof t->data);
    TimeValue v = timeOfDay(self);
    Ref<> inUtc(deltaFromMicroseconds(static_cast<Microseconds>(secondsOf(v)) * 1000000 + v.microsecond - deltaMicroseconds(offset)));
    return inUtc ? t->hash = hashOf(inUtc) : -1;
}

Owned reprTime(Object* self) {
    TimeValue t = timeOfDay(self);
    std::string text = std::string(self->type->name) + "(" + std::to_string(t.hour) + ", " + std::to_string(t.minute);
    if (t.second || t.microsecond) text += ", " + std::to_string(t.second);
    if (t.microsecond) text += ", " + std::to_string(t.microsecond);
    if (foldOf(self)) text += ", fold=" + std::to_string(foldOf(self));
    if (!isNone(zoneOf(self))) {
        text += ", tzinfo=";
        if (!appendRepr(text, zoneOf(self))) return nullptr;
    }
    return newStr(text + ")");
}
Owned strTime(Object* self) {
    Held<> name(internStr("isoformat"));
    return name ? callMethod(self, name) : nullptr;
}

// ---- methods ----------------------------------------------------------------------------------------------------------

Owned isoFormat(Object* self, Args args) {
    Object* specification = nullptr;
    std::string text;
    if (!parseArgs("isoformat", args, "| timespec", &specification)) return nullptr;
    if (specification && !isStr(specification))
        return raise(exc::TypeError, "isoformat() argument 1 must be str, not {}", isNone(specification) ? "None" : specification->type->name);
    return isoTimeText(timeOfDay(self), specification, &text) && offsetText(zoneOf(self), None, ":", &text) ? newStr(text) : nullptr;
}
Owned strftimeMethod(Object* self, Args args) {
    Object* format = nullptr;
    if (!parseArgs("strftime", args, "format", &format)) return nullptr;
    if (!isStr(format)) return raise(exc::TypeError, "strftime() argument 1 must be str, not {}", format->type->name);
    TimeValue t = timeOfDay(self);
    // A day that every strftime() knows.
    Ref<> parts[] = {newInt(1900), newInt(1), newInt(1), newInt(t.hour), newInt(t.minute), newInt(t.second), newInt(0), newInt(1), newInt(-1)};
    Object* values[9];
    for (int i = 0; i < 9; ++i) values[i] = parts[i];
    Held<> tuple(newTupleOf(values, 9));
    return tuple ? formatTime(self, format, tuple, None) : nullptr;
}
Owned utcOffset(Object* self) { return offsetOf(self); }
Owned nameMethod(Object* self) { return zoneName(zoneOf(self), None); }
Owned dstMethod(Object* self) { return zoneDst(zoneOf(self), None); }

Owned replaceMethod(Object* self, Args args) {
    Object* p[6] = {};
    TimeValue t = timeOfDay(self);
    int fold = foldOf(self);
    if (!parseArgs("replace", args, "| hour minute second microsecond tzinfo $ fold", p) || !intArgument(p[0], &t.hour) ||
        !intArgument(p[1], &t.minute) || !intArgument(p[2], &t.second) || !intArgument(p[3], &t.microsecond) || !intArgument(p[5], &fold))
        return nullptr;
    if (fold != 0 && fold != 1) return raise(exc::ValueError, "fold must be either 0 or 1");
    return newTime(t, p[4] ? p[4] : zoneOf(self), fold, self->type);
}

Owned fromIsoFormat(Object* type, Object* given) {
    TimeValue t;
    Ref<> zone;
    if (!isStr(given)) return raise(exc::TypeError, "fromisoformat: argument must be str");
    std::string text = strToUtf8(given);
    size_t start = text[0] == 'T';
    if (!readIsoTime(text.c_str() + start, text.size() - start, &t, &zone)) return errorOccurred() ? Owned(nullptr) : raiseNotIso(given);
    return newTime(t, zone, 0, static_cast<Type*>(type));
}

Owned stateOf(Object* self, int protocol) { return reduceToBytes(self, asTime(self)->data, 6, 0, protocol); }
Owned reduceProtocol(Object* self, Args args) {
    int protocol = 0;
    return checkArgCount("__reduce_ex__", args.count, 1, 1) && cIntArgument(args[0], &protocol) ? stateOf(self, protocol) : nullptr;
}
Owned reduce(Object* self) { return stateOf(self, 2); }

Owned getHour(Object* self) { return newInt(timeOfDay(self).hour); }
Owned getMinute(Object* self) { return newInt(timeOfDay(self).minute); }
Owned getSecond(Object* self) { return newInt(timeOfDay(self).second); }
Owned getMicrosecond(Object* self) { return newInt(timeOfDay(self).microsecond); }
Owned getZone(Object* self) { return newRef(zoneOf(self)); }
Owned getFold(Object* self) { return newInt(foldOf(self)); }

const GetSetDef getsets[] = {
    {"hour", getHour}, {"minute", getMinute}, {"second", getSecond}, {"microsecond", getMicrosecond}, {"tzinfo", getZone}, {"fold", getFold}, {}};
const MethodDef methods[] = {
    {"isoformat", isoFormat, NativeKind::Keywords},
    {"strftime", strftimeMethod, NativeKind::Keywords},
    {"__format__", formatMethod},
    {"utcoffset", utcOffset},
    {"tzname", nameMethod},
    {"dst", dstMethod},
    {"replace", replaceMethod, NativeKind::Keywords},
    {"__replace__", replaceMethod, NativeKind::Keywords},
    {"fromisoformat", fromIsoFormat, NativeBinding::Class},
    {"__reduce_ex__", reduceProtocol, 0, -1},
    {"__reduce__", reduce},
    {},
};

}

void defineTime(Type* t) {
    t->name = "datetime.time";
    t->doc = "time([hour[, minute[, second[, microsecond[, tzinfo]]]]]) --> a time object\n\nA time of day, with a zone or without.\n";
    t->basicSize = sizeof(TimeObject);
    t->flags = BaseType;
    t->create = timeNew;
    t->dealloc = timeDealloc;
    t->cells = timeCells;
    t->fields = zoneField;
    t->repr = reprTime;
    t->str = strTime;
    t->hash = hashTime;
    t->richCompare = compare;
    t->methods = methods;
    t->getsets = getsets;
}

}

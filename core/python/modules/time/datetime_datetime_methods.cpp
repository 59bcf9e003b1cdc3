// SPDX-License-Identifier: GPL-3.0-or-later
// The methods of datetime.datetime.
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
#include "core/text/utf8.h"

namespace memtape {

namespace {

// ---- texts ------------------------------------------------------------------------------------------------------------

Owned isoFormat(Object* self, Args args) {
    Object* p[2] = {};
    if (!parseArgs("isoformat", args, "| sep timespec", p)) return nullptr;
    std::string separator = "T", time;
    if (p[0]) {
        if (!isStr(p[0]) || asStr(p[0])->length != 1)
            return raise(exc::TypeError, "isoformat() argument 1 must be a unicode character, not {}", isNone(p[0]) ? "None" : p[0]->type->name);
        separator = strToUtf8(p[0]);
    }
    if (p[1] && !isStr(p[1])) return raise(exc::TypeError, "isoformat() argument 2 must be str, not {}", isNone(p[1]) ? "None" : p[1]->type->name);
    if (!isoTimeText(timeOfDay(self), p[1], &time)) return nullptr;
    std::string text = isoDateText(dateOf(self)) + separator + time;
    return offsetText(zoneOf(self), self, ":", &text) ? newStr(text) : nullptr;
}

Owned fromIsoFormat(Object* type, Object* given) {
    if (!isStr(given)) return raise(exc::TypeError, "fromisoformat: argument must be str");
    std::string text = strToUtf8(given);
    DateValue d;
    TimeValue t;
    Ref<> zone(newNone());
    size_t dateLength = text.size() < 7 ? 0 : isoDateLength(text);
    IsoDate date = dateLength ? readIsoDate(text.c_str(), dateLength, &d) : IsoDate::Wrong;
    if (date == IsoDate::Wrong) return raiseNotIso(given);
    if (date == IsoDate::WithRest) zone = newRef(dateTimeState.utc); // the date will be wrong, and says so
    if (date == IsoDate::Whole && text.size() > dateLength) {
        size_t behind = dateLength + utf8::encodedLength(charAt(asStr(given), static_cast<ssize>(dateLength))); // any character separates
        if (!readIsoTime(text.c_str() + behind, text.size() - behind, &t, &zone)) return errorOccurred() ? Owned(nullptr) : raiseNotIso(given);
    }
    return newDateTime(d, t, zone, 0, static_cast<Type*>(type));
}

Owned ctimeMethod(Object* self) { return dateCtimeText(dateOf(self), timeOfDay(self)); }

Owned strptime(Object* type, Args args) {
    if (!checkArgCount("strptime", args.count, 2, 2)) return nullptr;
    for (size_t i = 0; i < 2; ++i)
        if (!isStr(args[i]))
            return raise(exc::TypeError, "strptime() argument {} must be str, not {}", i + 1, isNone(args[i]) ? "None" : args[i]->type->name);
    Held<> function(importForDateTime("_strptime", "_strptime_datetime"));
    return function ? call(function, type, args[0], args[1]) : nullptr;
}

// ---- parts and other forms --------------------------------------------------------------------------------------------

Owned dateMethod(Object* self) { return newExactDate(dateOf(self), dateTimeState.date); }
Owned timeMethod(Object* self) { return newTime(timeOfDay(self), None, foldOf(self)); }
Owned timetzMethod(Object* self) { return newTime(timeOfDay(self), zoneOf(self), foldOf(self)); }
Owned utcOffset(Object* self) { return zoneOffset(zoneOf(self), self); }
Owned nameMethod(Object* self) { return zoneName(zoneOf(self), self); }
Owned dstMethod(Object* self) { return zoneDst(zoneOf(self), self); }

Owned timeTuple(Object* self) {
    Held<> dst(zoneDst(zoneOf(self), self));
    if (!dst) return nullptr;
    return newStructTime(dateOf(self), timeOfDay(self), isNone(dst) ? -1 : deltaMicroseconds(dst) != 0);
}
Owned utcTimeTuple(Object* self) {
    Held<> offset(zoneOffset(zoneOf(self), self)), moved;
    if (!offset) return nullptr;
    if (isNone(offset)) return newStructTime(dateOf(self), timeOfDay(self), 0);
    Held<> plain(newExactDateTime(dateOf(self), timeOfDay(self), None, 0, dateTimeState.datetime));
    if (plain) moved = dateTimePlus(plain, offset, -1);
    return moved ? newStructTime(dateOf(moved), timeOfDay(moved), 0) : nullptr;
}

Owned combine(Object* type, Args args) {
    Object* p[3] = {};
    if (!parseArgs("combine", args, "date time | tzinfo", p)) return nullptr;
    if (!isDate(p[0])) return raise(exc::TypeError, "combine() argument 1 must be datetime.date, not {}", isNone(p[0]) ? "None" : p[0]->type->name);
    if (!isTimeObject(p[1]))
        return raise(exc::TypeError, "combine() argument 2 must be datetime.time, not {}", isNone(p[1]) ? "None" : p[1]->type->name);
    return newDateTime(dateOf(p[0]), timeOfDay(p[1]), p[2] ? p[2] : zoneOf(p[1]), foldOf(p[1]), static_cast<Type*>(type));
}

Owned replaceMethod(Object* self, Args args) {
    Object* p[9] = {};
    DateValue d = dateOf(self);
    TimeValue t = timeOfDay(self);
    int fold = foldOf(self);
    if (!parseArgs("replace", args, "| year month day hour minute second microsecond tzinfo $ fold", p) || !intArgument(p[0], &d.year) ||
        !intArgument(p[1], &d.month) || !intArgument(p[2], &d.day) || !intArgument(p[3], &t.hour) || !intArgument(p[4], &t.minute) ||
        !intArgument(p[5], &t.second) || !intArgument(p[6], &t.microsecond) || !intArgument(p[8], &fold))
        return nullptr;
    if (fold != 0 && fold != 1) return raise(exc::ValueError, "fold must be either 0 or 1");
    return newDateTime(d, t, p[7] ? p[7] : zoneOf(self), fold, self->type);
}

// The zone of the machine, which is UTC here, as for time.
Owned localZone() {
    Ref<> zero(newDelta(0, 0, 0)), name(newStr("UTC"));
    return zero && name ? newTimezone(zero, name) : nullptr;
}

Owned astimezone(Object* self, Args args) {
    Object* given = None;
    if (!parseArgs("astimezone", args, "| tz", &given)) return nullptr;
    if (!isNone(given) && !isTzinfo(given))
        return raise(exc::TypeError, "tzinfo argument must be None or of a tzinfo subclass, not type '{}'", given->type->name);
    Held<> own(newRef(zoneOf(self)));
    if (own.get() == given && !isNone(own)) return newRef(self);
    if (isNone(own)) own = localZone();
    Held<> offset(own ? zoneOffset(own, self) : Owned(nullptr));
    if (!offset) return nullptr;
    if (isNone(offset)) { // it says nothing: as if it had none
        own = localZone();
        offset = own ? zoneOffset(own, self) : Owned(nullptr);
        if (!offset) return nullptr;
    }
    Held<> target(isNone(given) ? localZone() : newRef(given));
    Held<> plain(target ? newDateTime(dateOf(self), timeOfDay(self), None, 0, self->type) : Owned(nullptr));
    Held<> inUtc(plain ? dateTimePlus(plain, offset, -1) : Owned(nullptr));
    if (!inUtc || !isDateTime(inUtc)) return inUtc ? Owned(raise(exc::TypeError, "a datetime was expected")) : nullptr;
    Held<> marked(newDateTime(dateOf(inUtc), timeOfDay(inUtc), target, 0, self->type));
    Held<> name(internStr("fromutc"));
    return marked && name ? callMethod(target, name, marked) : nullptr;
}

Owned stateOf(Object* self, int protocol) { return reduceToBytes(self, asDateTime(self)->data, 10, 2, protocol); }
Owned reduceProtocol(Object* self, Args args) {
    int protocol = 0;
    return checkArgCount("__reduce_ex__", args.count, 1, 1) && cIntArgument(args[0], &protocol) ? stateOf(self, protocol) : nullptr;
}
Owned reduce(Object* self) { return stateOf(self, 2); }

}

const MethodDef dateTimeMethods[] = {
    {"now", dateTimeNow, NativeKind::Keywords, NativeBinding::Class},
    {"utcnow", dateTimeUtcNow, NativeBinding::Class},
    {"fromtimestamp", dateTimeFromTimestamp, NativeKind::Keywords, NativeBinding::Class},
    {"utcfromtimestamp", dateTimeUtcFromTimestamp, NativeBinding::Class},
    {"strptime", strptime, 0, -1, NativeBinding::Class},
    {"combine", combine, NativeKind::Keywords, NativeBinding::Class},
    {"fromisoformat", fromIsoFormat, NativeBinding::Class},
    {"date", dateMethod},
    {"time", timeMethod},
    {"timetz", timetzMethod},
    {"ctime", ctimeMethod},
    {"timetuple", timeTuple},
    {"timestamp", dateTimeTimestamp},
    {"utctimetuple", utcTimeTuple},
    {"isoformat", isoFormat, NativeKind::Keywords},
    {"utcoffset", utcOffset},
    {"tzname", nameMethod},
    {"dst", dstMethod},
    {"replace", replaceMethod, NativeKind::Keywords},
    {"__replace__", replaceMethod, NativeKind::Keywords},
    {"astimezone", astimezone, NativeKind::Keywords},
    {"__reduce_ex__", reduceProtocol, 0, -1},
    {"__reduce__", reduce},
    {},
};

}

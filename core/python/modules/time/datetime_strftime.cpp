// SPDX-License-Identifier: GPL-3.0-or-later
// strftime() and format(): what time.strftime() does not know of is put in beforehand.
#include <string>

#include "core/python/modules/time/datetime_parts.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/codecs.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

// The name of the zone, in which a % stands for itself.
static bool appendZoneName(std::string& out, Object* zone, Object* about) {
    Held<> name(zoneName(zone, about));
    if (!name) return false;
    if (isNone(name)) return true;
    std::string text;
    for (char c : strToUtf8(name)) text += c == '%' ? "%%" : std::string(1, c);
    Ref<> doubled(newStr(text));
    return doubled && encodeInto(out, doubled, "utf-8", "strict");
}

Owned formatTime(Object* self, Object* format, Object* structTime, Object* about) {
    bool hasTime = isDateTime(self) || isTimeObject(self);
    Object* zone = hasTime ? zoneOf(self) : None;
    std::string given = strToUtf8(format), out;
    for (size_t i = 0; i < given.size(); ++i) {
        char c = given[i];
        if (c != '%' || i + 1 == given.size()) {
            out += c;
            continue;
        }
        char next = given[++i];
        if (next == 'z') {
            if (!offsetText(zone, about, "", &out)) return nullptr;
        } else if (next == ':' && i + 1 < given.size() && given[i + 1] == 'z') {
            ++i;
            if (!offsetText(zone, about, ":", &out)) return nullptr;
        } else if (next == 'Z') {
            if (!appendZoneName(out, zone, about)) return nullptr;
        } else if (next == 'f') {
            char digits[16];
            std::snprintf(digits, sizeof digits, "%06d", hasTime ? timeOfDay(self).microsecond : 0);
            out += digits;
        } else {
            out += c;
            out += next;
        }
    }
    Held<> function(importForDateTime("time", "strftime")), text(newStr(out));
    return function && text ? call(function, text, structTime) : nullptr;
}

Owned formatMethod(Object* self, Object* specification) {
    if (!isStr(specification))
        return raise(exc::TypeError, "__format__() argument 1 must be str, not {}", isNone(specification) ? "None" : specification->type->name);
    if (asStr(specification)->length == 0) return strOf(self);
    Held<> name(internStr("strftime"));
    return name ? callMethod(self, name, specification) : nullptr;
}

}

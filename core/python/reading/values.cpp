// SPDX-License-Identifier: GPL-3.0-or-later
// The values that are told by their text, from what the tape has of them.
#include <bit>
#include <cstring>

#include "core/python/reading/python_reading.h"
#include "core/python/reading/value_text.h"
#include "core/python/shapes/shapes.h"
#include "core/text/float_text.h"

namespace memtape {

namespace {

using Shape = PythonShape;

ValueText plain(std::string text) {
    ValueText value;
    value.length = text.size();
    value.text = std::move(text);
    return value;
}

ValueText integer(const ObjectView& object) {
    if (object.payloadKind == Event::Payload::Int) return plain(std::to_string(static_cast<int64_t>(object.scalar)));
    return reprOfInt(object.payload, object.payloadLength);
}

ValueText truth(const ObjectView& object) {
    bool isOne = !object.payload.empty() && (object.payload[0] == '1' || object.payload[0] == 'T');
    return plain((object.payloadKind == Event::Payload::Int ? object.scalar != 0 : isOne) ? "True" : "False");
}

ValueText floating(const ObjectView& object) {
    if (object.payloadKind == Event::Payload::Float) return plain(floatText(std::bit_cast<double>(object.scalar)));
    double value;
    if (object.payload.size() != sizeof value) return plain(std::string(object.payload));
    std::memcpy(&value, object.payload.data(), sizeof value);
    return plain(floatText(value));
}

ValueText complex(const ObjectView& object) {
    double parts[2];
    if (object.payload.size() != sizeof parts) return plain(std::string(object.payload));
    std::memcpy(parts, object.payload.data(), sizeof parts);
    return plain(complexText(parts[0], parts[1]));
}

ValueText range(const Reading& reading, const ObjectView& object, const TypeInfo& type) {
    if (!object.payload.empty()) return plain(std::string(object.payload));
    static constexpr std::string_view names[] = {"start", "stop", "step"};
    std::string parts[3];
    for (uint32_t f = 0; f < type.fields.size(); f++)
        for (size_t p = 0; p < 3; p++)
            if (type.fields[f] == names[p]) parts[p] = reading.valueText(reading.state().cell(object.id, CellKind::Field, f));
    return plain("range(" + parts[0] + ", " + parts[1] + (parts[2].empty() || parts[2] == "1" ? "" : ", " + parts[2]) + ")");
}

}

bool PythonReading::isTrue(ObjectId id) const { return truth(state().object(id)).text == "True"; }

ValueText PythonReading::value(ObjectId id) const {
    if (!state().isAlive(id)) return {};
    const ObjectView object = state().object(id);
    const TypeInfo& type = state().type(object.type);
    switch (shapeOf(type)) {
    case Shape::Int: return integer(object);
    case Shape::Bool: return truth(object);
    case Shape::Float: return floating(object);
    case Shape::Complex: return complex(object);
    case Shape::None: return plain("None");
    case Shape::Ellipsis: return plain("Ellipsis");
    case Shape::NotImplemented: return plain("NotImplemented");
    case Shape::Str: return reprOfStr(object.payload, object.payloadLength);
    case Shape::Bytes: return reprOfBytes(object.payload, object.payloadLength, {});
    case Shape::ByteArray: return reprOfBytes(object.payload, object.payloadLength, type.name);
    case Shape::Range: return range(*this, object, type);
    default: return {};
    }
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
// Dates and times as the bytes that pickles hold.
#include <cstring>
#include <string>

#include "core/python/modules/time/datetime_parts.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/text/bytes_object.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

bool readPickledBytes(Object* given, uint8_t* out, size_t size) {
    const auto length = static_cast<ssize>(size);
    if (isBytes(given)) {
        if (bytesLength(given) != length) return false;
        std::memcpy(out, bytesData(given), size);
        return true;
    }
    if (!isStr(given) || asStr(given)->length != length || asStr(given)->kind != 1) return false;
    for (ssize i = 0; i < length; ++i) out[i] = static_cast<uint8_t>(charAt(asStr(given), i));
    return true;
}

Owned reduceToBytes(Object* timeOrDateTime, const uint8_t* data, size_t size, size_t foldAt, int protocol) {
    std::string bytes(reinterpret_cast<const char*>(data), size);
    if (protocol > 3 && foldOf(timeOrDateTime)) bytes[foldAt] = static_cast<char>(bytes[foldAt] | 0x80);
    Ref<> state(newBytes(reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size()));
    if (!state) return nullptr;
    Object* zone = zoneOf(timeOrDateTime);
    Ref<> arguments(isNone(zone) ? packTuple(state.get()) : packTuple(state.get(), zone));
    return arguments ? packTuple(static_cast<Object*>(timeOrDateTime->type), arguments.get()) : Owned(nullptr);
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/audit/live_value.h"

#include <bit>

#include "core/events/large_int.h"
#include "core/python/objects/numbers/float_object.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/text/bytes_object.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

namespace {

LiveValue ofInt(Object* o) {
    int overflow = 0;
    int64_t value = intValue(o, &overflow);
    if (!overflow) return {Event::Payload::Int, static_cast<uint64_t>(value), std::to_string(value)};
    mpz_t big;
    mpz_init(big);
    intToMpz(o, big);
    std::string text(1 + mpz_sizeinbase(big, 256), largePositive);
    mpz_export(text.data() + 1, nullptr, -1, 1, 0, 0, big); // the lowest byte first
    if (mpz_sgn(big) < 0) text[0] = largeNegative;
    mpz_clear(big);
    return {Event::Payload::Bytes, 0, text};
}

template <class T> std::string bytesOf(const T& value) { return std::string(reinterpret_cast<const char*>(&value), sizeof value); }

}

std::optional<LiveValue> liveValue(Object* o) {
    if (isInt(o)) return ofInt(o);
    if (isStr(o)) return LiveValue{Event::Payload::Bytes, 0, strToUtf8(o)};
    if (isInstance(o, types::Float)) return LiveValue{Event::Payload::Float, std::bit_cast<uint64_t>(floatValue(o)), bytesOf(floatValue(o))};
    if (isInstance(o, types::Complex)) {
        auto* c = static_cast<ComplexObject*>(o);
        double parts[2] = {c->real, c->imaginary};
        return LiveValue{Event::Payload::Bytes, 0, bytesOf(parts)};
    }
    if (isBytes(o) || isByteArray(o)) {
        const uint8_t* data;
        size_t size;
        if (bufferOf(o, &data, &size)) return LiveValue{Event::Payload::Bytes, 0, std::string(reinterpret_cast<const char*>(data), size)};
    }
    return std::nullopt;
}

}

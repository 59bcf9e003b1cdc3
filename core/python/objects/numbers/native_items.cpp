// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/objects/numbers/native_items.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/numbers/float_object.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/bytes_object.h"

namespace memtape {

namespace {

enum class Family : uint8_t { Character, Bool, Signed, Unsigned, Address, Half, Float, Double };
struct ItemKind {
    char format;
    uint8_t size;
    Family family;
};
constexpr ItemKind kinds[] = {
    {'c', 1, Family::Character}, {'?', 1, Family::Bool},     {'b', 1, Family::Signed},   {'B', 1, Family::Unsigned}, {'h', 2, Family::Signed},
    {'H', 2, Family::Unsigned},  {'i', 4, Family::Signed},   {'I', 4, Family::Unsigned}, {'l', 8, Family::Signed},   {'L', 8, Family::Unsigned},
    {'q', 8, Family::Signed},    {'Q', 8, Family::Unsigned}, {'n', 8, Family::Signed},   {'N', 8, Family::Unsigned}, {'P', 8, Family::Address},
    {'e', 2, Family::Half},      {'f', 4, Family::Float},    {'d', 8, Family::Double},
};

const ItemKind* kindOf(char format) {
    for (const ItemKind& kind : kinds)
        if (kind.format == format) return &kind;
    return nullptr;
}

template <class T> T read(const uint8_t* from) {
    T value;
    std::memcpy(&value, from, sizeof value);
    return value;
}
template <class T> ItemFault write(uint8_t* to, T value) {
    std::memcpy(to, &value, sizeof value);
    return ItemFault::None;
}

// TypeErrors are about the item then; others are the value's own.
ItemFault faultPending() {
    if (!errorMatches(exc::TypeError)) return ItemFault::Pending;
    clearError();
    return ItemFault::Type;
}

ItemFault writeInteger(const ItemKind& kind, Object* number, uint8_t* to) {
    int overflow;
    int64_t n = intValue(number, &overflow);
    uint64_t bits = static_cast<uint64_t>(n);
    if (overflow) {
        mpz_t large;
        mpz_init(large);
        intToMpz(number, large);
        size_t length = mpz_sizeinbase(large, 2);
        bool fits = kind.family != Family::Signed && kind.size == 8 && length <= 64 && (overflow > 0 || kind.family == Family::Address);
        if (fits) bits = mpz_getlimbn(large, 0);
        if (fits && overflow < 0) bits = 0 - bits;
        mpz_clear(large);
        if (!fits) return ItemFault::Value;
    } else if (kind.family == Family::Signed ? kind.size < 8 && (n < -(int64_t{1} << (8 * kind.size - 1)) || n >= int64_t{1} << (8 * kind.size - 1))
                                             : (n < 0 && kind.family != Family::Address) || (kind.size < 8 && n >> (8 * kind.size))) {
        return ItemFault::Value;
    }
    std::memcpy(to, &bits, kind.size); // little end first
    return ItemFault::None;
}

}

int nativeItemSize(char format) {
    const ItemKind* kind = kindOf(format);
    return kind ? kind->size : 0;
}

Owned readNativeItem(char format, const uint8_t* from) {
    const ItemKind& kind = *kindOf(format);
    switch (kind.family) {
    case Family::Character: return newBytes(from, 1);
    case Family::Bool: return newBool(*from != 0);
    case Family::Signed:
        return newInt(kind.size == 1   ? read<int8_t>(from)
                      : kind.size == 2 ? read<int16_t>(from)
                      : kind.size == 4 ? read<int32_t>(from)
                                       : read<int64_t>(from));
    case Family::Unsigned:
    case Family::Address:
        return newIntFromUnsigned(kind.size == 1   ? read<uint8_t>(from)
                                  : kind.size == 2 ? read<uint16_t>(from)
                                  : kind.size == 4 ? read<uint32_t>(from)
                                                   : read<uint64_t>(from));
    case Family::Half: return newFloat(halfToDouble(read<uint16_t>(from)));
    case Family::Float: return newFloat(static_cast<double>(read<float>(from)));
    case Family::Double: return newFloat(read<double>(from));
    }
    return nullptr;
}

ItemFault writeNativeItem(char format, Object* value, uint8_t* to) {
    const ItemKind& kind = *kindOf(format);
    switch (kind.family) {
    case Family::Character:
        if (!isBytes(value)) return ItemFault::Type;
        if (bytesLength(value) != 1) return ItemFault::Value;
        *to = bytesData(value)[0];
        return ItemFault::None;
    case Family::Bool: {
        int truth = isTrue(value);
        if (truth < 0) return ItemFault::Pending;
        *to = static_cast<uint8_t>(truth);
        return ItemFault::None;
    }
    case Family::Half:
    case Family::Float:
    case Family::Double: {
        double number;
        if (!toDouble(value, &number)) {
            if (!errorMatches(exc::OverflowError)) return faultPending();
            clearError();
            return ItemFault::Value;
        }
        if (kind.family == Family::Float) return write(to, static_cast<float>(number));
        if (kind.family == Family::Double) return write(to, number);
        uint16_t half;
        return doubleToHalf(number, &half) ? write(to, half) : ItemFault::Value;
    }
    default: break;
    }
    Ref<> number(numberIndex(value));
    return number ? writeInteger(kind, number, to) : faultPending();
}

ItemFault writeNativeInteger(char format, Object* integer, uint8_t* to) { return writeInteger(*kindOf(format), integer, to); }

double halfToDouble(uint16_t half) {
    int exponent = half >> 10 & 31, fraction = half & 1023;
    double magnitude = exponent == 31  ? (fraction ? NAN : INFINITY)
                       : exponent == 0 ? std::ldexp(fraction, -24)
                                       : std::ldexp(fraction + 1024, exponent - 25);
    return std::copysign(magnitude, half & 0x8000 ? -1.0 : 1.0);
}

bool doubleToHalf(double value, uint16_t* half) {
    uint16_t sign = std::signbit(value) ? 0x8000 : 0;
    double magnitude = std::fabs(value);
    if (std::isnan(value)) {
        *half = sign | 0x7e00;
    } else if (std::isinf(value)) {
        *half = sign | 0x7c00;
    } else {
        // In units of the last place of its binade (of the subnormal ones below 2**-14); rounding up may lead into the next one by itself.
        int exponent = magnitude ? std::max(std::ilogb(magnitude), -14) : -14;
        if (exponent > 15) return false;
        int units = static_cast<int>(std::nearbyint(std::ldexp(magnitude, 10 - exponent)));
        int bits = ((exponent + 14) << 10) + units;
        if (bits >= 0x7c00) return false;
        *half = static_cast<uint16_t>(sign | bits);
    }
    return true;
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/modules/collections/array_items.h"

#include <cstring>
#include <limits>

#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/numbers/float_object.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

namespace {

template <class T> Owned getInteger(const char* bytes) {
    T value;
    std::memcpy(&value, bytes, sizeof(T));
    if constexpr (std::numeric_limits<T>::is_signed) return newInt(static_cast<int64_t>(value));
    else return newIntFromUnsigned(value);
}

const char* const smallNames[] = {"signed char", "unsigned byte integer", "signed short", "unsigned short"};

// Kinds narrower than int name themselves in their errors.
template <class T, int name> bool setSmall(Object* o, char* bytes) {
    Ref<> index = numberIndex(o);
    if (!index) return false;
    int overflow = 0;
    int64_t value = intValue(index, &overflow);
    if (overflow < 0 || (!overflow && value < std::numeric_limits<T>::min()))
        return raise(exc::OverflowError, "{} is less than minimum", smallNames[name]);
    if (overflow > 0 || value > std::numeric_limits<T>::max()) return raise(exc::OverflowError, "{} is greater than maximum", smallNames[name]);
    T small = static_cast<T>(value);
    std::memcpy(bytes, &small, sizeof(T));
    return true;
}

bool setInt(Object* o, char* bytes) {
    Ref<> index = numberIndex(o);
    if (!index) return false;
    int overflow = 0;
    int64_t value = intValue(index, &overflow);
    if (overflow || value != static_cast<int32_t>(value)) {
        bool low = overflow < 0 || (!overflow && value < 0);
        return raise(exc::OverflowError, low ? "signed integer is less than minimum" : "signed integer is greater than maximum");
    }
    int32_t small = static_cast<int32_t>(value);
    std::memcpy(bytes, &small, 4);
    return true;
}

bool setLong(Object* o, char* bytes) {
    Ref<> index = numberIndex(o);
    int64_t value;
    if (!index || !intToInt64(index, &value)) return false;
    std::memcpy(bytes, &value, 8);
    return true;
}

bool setLongLong(Object* o, char* bytes) {
    Ref<> index = numberIndex(o);
    if (!index) return false;
    int overflow = 0;
    int64_t value = intValue(index, &overflow);
    if (overflow) return raise(exc::OverflowError, "int too big to convert");
    std::memcpy(bytes, &value, 8);
    return true;
}

// 0 … 2^64 − 1; the texts are those of the C type's conversion.
bool unsignedValue(Object* o, const char* negative, const char* tooLarge, uint64_t* out) {
    Ref<> index = numberIndex(o);
    if (!index) return false;
    if (intSign(index) < 0) return raise(exc::OverflowError, "{}", negative);
    mpz_t big;
    mpz_init(big);
    intToMpz(index, big);
    bool fits = mpz_sizeinbase(big, 2) <= 64;
    *out = 0;
    if (fits) mpz_export(out, nullptr, -1, 8, 0, 0, big);
    mpz_clear(big);
    return fits ? true : static_cast<bool>(raise(exc::OverflowError, "{}", tooLarge));
}

bool setUnsignedInt(Object* o, char* bytes) {
    uint64_t value;
    if (!unsignedValue(o, "can't convert negative value to unsigned int", "Python int too large to convert to C unsigned long", &value)) return false;
    if (value > UINT32_MAX) return raise(exc::OverflowError, "unsigned int is greater than maximum");
    uint32_t small = static_cast<uint32_t>(value);
    std::memcpy(bytes, &small, 4);
    return true;
}
bool setUnsignedLong(Object* o, char* bytes) {
    uint64_t value;
    if (!unsignedValue(o, "can't convert negative value to unsigned int", "Python int too large to convert to C unsigned long", &value)) return false;
    std::memcpy(bytes, &value, 8);
    return true;
}
bool setUnsignedLongLong(Object* o, char* bytes) {
    uint64_t value;
    if (!unsignedValue(o, "can't convert negative int to unsigned", "int too big to convert", &value)) return false;
    std::memcpy(bytes, &value, 8);
    return true;
}

template <class T> Owned getFloat(const char* bytes) {
    T value;
    std::memcpy(&value, bytes, sizeof(T));
    return newFloat(static_cast<double>(value));
}
template <class T> bool setFloat(Object* o, char* bytes) {
    double value;
    if (!toDouble(o, &value)) return false;
    T stored = static_cast<T>(value);
    std::memcpy(bytes, &stored, sizeof(T));
    return true;
}

Owned getChar(const char* bytes) {
    uint32_t c;
    std::memcpy(&c, bytes, 4);
    if (c > 0x10FFFF) return raise(exc::ValueError, "chr() arg not in range(0x110000)");
    return newStrFromChar(c);
}
bool setChar(Object* o, char* bytes) {
    if (!isStr(o) || asStr(o)->length != 1) return raise(exc::TypeError, "array item must be unicode character");
    uint32_t c = charAt(asStr(o), 0);
    std::memcpy(bytes, &c, 4);
    return true;
}

const ArrayItemKind kinds[] = {
    {'b', 1, getInteger<int8_t>, setSmall<int8_t, 0>},
    {'B', 1, getInteger<uint8_t>, setSmall<uint8_t, 1>},
    {'u', 4, getChar, setChar},
    {'w', 4, getChar, setChar},
    {'h', 2, getInteger<int16_t>, setSmall<int16_t, 2>},
    {'H', 2, getInteger<uint16_t>, setSmall<uint16_t, 3>},
    {'i', 4, getInteger<int32_t>, setInt},
    {'I', 4, getInteger<uint32_t>, setUnsignedInt},
    {'l', 8, getInteger<int64_t>, setLong},
    {'L', 8, getInteger<uint64_t>, setUnsignedLong},
    {'q', 8, getInteger<int64_t>, setLongLong},
    {'Q', 8, getInteger<uint64_t>, setUnsignedLongLong},
    {'f', 4, getFloat<float>, setFloat<float>},
    {'d', 8, getFloat<double>, setFloat<double>},
};

}

const ArrayItemKind* arrayItemKind(uint32_t code) {
    for (const ArrayItemKind& k : kinds)
        if (static_cast<uint32_t>(k.code) == code) return &k;
    return nullptr;
}

}

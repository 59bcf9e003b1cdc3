// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/objects/numbers/float_methods.h"

#include <cmath>
#include <cstdlib>
#include <string>

#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/numbers/int_digits.h"
#include "core/python/objects/numbers/number_text.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/format_spec.h"
#include "core/python/objects/text/str_object.h"
#include "core/text/float_text.h"

namespace memtape {

namespace {

Owned itself(Object* o) { return isExactFloat(o) ? newRef(o) : newFloat(floatValue(o)); }

Owned isInteger(Object* o) {
    double x = floatValue(o);
    return newBool(std::isfinite(x) && std::floor(x) == x);
}

Owned truncated(Object* o) { return newIntFromDouble(floatValue(o)); }
Owned floorOf(Object* o) { return newIntFromDouble(std::floor(floatValue(o))); }
Owned ceilOf(Object* o) { return newIntFromDouble(std::ceil(floatValue(o))); }

Owned roundMethod(Object* o, Args args) {
    double x = floatValue(o);
    if (args.count == 0 || isNone(args[0])) {
        double rounded = std::round(x);
        if (std::fabs(x - rounded) == 0.5) rounded = 2.0 * std::round(x / 2.0);
        return newIntFromDouble(rounded);
    }
    ssize digits = indexAsSize(args[0], nullptr);
    if (digits == -1 && errorOccurred()) return {};
    return roundDouble(x, digits);
}

Owned asIntegerRatio(Object* o) { return doubleAsIntegerRatio(floatValue(o)); }

// ---- hexadecimal text ---------------------------------------------------------------------------------------------

Owned hexText(Object* o) {
    double x = floatValue(o);
    if (!std::isfinite(x)) return newStr(floatText(x));
    if (x == 0) return newStr(std::signbit(x) ? "-0x0.0p+0" : "0x0.0p+0");
    int exponent;
    double m = std::frexp(std::fabs(x), &exponent);
    int shift = 1 - (-1021 - exponent > 0 ? -1021 - exponent : 0);
    m = std::ldexp(m, shift);
    exponent -= shift;
    std::string text = x < 0 ? "-0x" : "0x";
    auto digit = [&] {
        int d = static_cast<int>(m);
        m = (m - d) * 16;
        return "0123456789abcdef"[d];
    };
    text += digit();
    text += '.';
    for (int i = 0; i < 13; ++i) text += digit();
    text += exponent < 0 ? "p-" : "p+";
    return newStr(text + std::to_string(std::abs(exponent)));
}

Owned invalidHex() { return raise(exc::ValueError, "invalid hexadecimal floating-point string"); }
Owned hexTooLarge() { return raise(exc::OverflowError, "hexadecimal value too large to represent as a float"); }

int hexDigit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    c = static_cast<char>(c | 32);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

// [sign] ['0x'] digits ['.' digits] ['p' exponent], rounded correctly.
Owned parseHex(std::string text) {
    stripSpaces(text);
    size_t at = 0;
    double special;
    if (size_t read = parseDouble(text, &special); read && !std::isfinite(special)) {
        // inf and nan; a number too large for a double in decimal is none of these
        bool word = text.find_first_of("iInN") != text.npos;
        if (word) return read == text.size() ? newFloat(special) : invalidHex();
    }
    bool negative = false;
    if (at < text.size() && (text[at] == '+' || text[at] == '-')) negative = text[at++] == '-';
    if (at + 1 < text.size() && text[at] == '0' && (text[at + 1] | 32) == 'x') at += 2;
    std::string digits;
    int64_t exponent = 0;
    auto readDigits = [&](int perDigit) {
        while (at < text.size() && hexDigit(text[at]) >= 0) {
            digits += text[at++];
            exponent -= perDigit;
        }
    };
    readDigits(0);
    if (at < text.size() && text[at] == '.') {
        ++at;
        readDigits(4);
    }
    if (digits.empty()) return invalidHex();
    if (at < text.size() && (text[at] | 32) == 'p') {
        ++at;
        bool down = false;
        if (at < text.size() && (text[at] == '+' || text[at] == '-')) down = text[at++] == '-';
        if (at >= text.size() || text[at] < '0' || text[at] > '9') return invalidHex();
        int64_t given = 0;
        for (; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at) {
            if (given < (int64_t{1} << 55)) given = given * 10 + (text[at] - '0');
        }
        exponent += down ? -given : given;
    }
    if (at != text.size()) return invalidHex();
    size_t leading = digits.find_first_not_of('0');
    if (leading == digits.npos) return newFloat(negative ? -0.0 : 0.0);
    digits.erase(0, leading);
    // The first 64 bits and a sticky one are enough to round once.
    uint64_t bits = 0;
    bool sticky = false;
    for (size_t i = 0; i < digits.size(); ++i) {
        if (i < 15) {
            bits = bits << 4 | static_cast<uint64_t>(hexDigit(digits[i]));
        } else {
            sticky |= digits[i] != '0';
            exponent += 4;
        }
    }
    bits = bits << 1 | (sticky ? 1 : 0);
    exponent -= 1;
    int length = 64 - __builtin_clzll(bits);
    if (exponent + length > 1024) return hexTooLarge();
    if (exponent + length < -1080) return newFloat(negative ? -0.0 : 0.0);
    // Subnormal results have fewer bits: round to them by hand, since converting to double would round twice.
    int64_t keep = exponent + length < -1021 ? exponent + length + 1074 : 53;
    int64_t extra = length - keep;
    if (extra > 0) {
        uint64_t half = uint64_t{1} << (extra - 1), rest = extra >= 64 ? bits : bits & ((half << 1) - 1);
        bits = extra >= 64 ? 0 : bits >> extra;
        if (rest > half || (rest == half && (bits & 1))) ++bits;
        exponent += extra;
    }
    double value = std::ldexp(static_cast<double>(bits), static_cast<int>(exponent));
    if (std::isinf(value)) return hexTooLarge();
    return newFloat(negative ? -value : value);
}

Owned fromHex(Object* type, Object* o) {
    if (!isStr(o)) return raise(exc::TypeError, "bad argument type for built-in operation");
    Held<> value(parseHex(strToUtf8(o)));
    if (!value || type == types::Float) return value.release();
    return call(type, value.get());
}

// ---- the rest -----------------------------------------------------------------------------------------------------

Owned getNewArgs(Object* o) {
    Ref<> copy = newFloat(floatValue(o));
    return copy ? packTuple(copy.get()) : Owned(nullptr);
}

Owned getFormat(Object*, Object* kind) {
    if (!isStr(kind)) return raise(exc::TypeError, "__getformat__() argument must be str, not {}", kind->type->name);
    if (strEqualsText(kind, "double") || strEqualsText(kind, "float")) return newStr("IEEE, little-endian");
    return raise(exc::ValueError, "__getformat__() argument 1 must be 'double' or 'float'");
}

Owned formatMethod(Object* o, Object* spec) {
    if (!isStr(spec)) return raise(exc::TypeError, "__format__() argument must be str, not {}", isNone(spec) ? "None" : spec->type->name);
    return formatFloat(o, spec);
}

Owned imaginaryPart(Object*) { return newFloat(0.0); }

}

Owned doubleAsIntegerRatio(double value) {
    if (std::isinf(value)) return raise(exc::OverflowError, "cannot convert Infinity to integer ratio");
    if (std::isnan(value)) return raise(exc::ValueError, "cannot convert NaN to integer ratio");
    int exponent;
    double m = std::frexp(value, &exponent);
    for (int i = 0; i < 300 && m != std::floor(m); ++i) {
        m *= 2.0;
        --exponent;
    }
    Ref<> numerator = newIntFromDouble(m), denominator = newInt(1), shift = newInt(std::abs(exponent));
    if (!numerator || !denominator || !shift) return {};
    Ref<>& scaled = exponent > 0 ? numerator : denominator;
    scaled = intLeftShift(scaled, shift);
    if (!scaled) return {};
    return packTuple(numerator.get(), denominator.get());
}

Owned roundDouble(double value, int64_t digits) {
    if (!std::isfinite(value) || value == 0) return newFloat(value);
    constexpr int64_t most = 323, least = -308; // beyond these rounding changes nothing, or leaves a zero
    if (digits > most) return newFloat(value);
    if (digits < least) return newFloat(value < 0 ? -0.0 : 0.0);
    std::string text;
    if (digits >= 0) {
        text = formatDouble(value, 'f', static_cast<int>(digits), false, false);
    } else {
        // Exactly: the digits before the point, cut at −digits with the rest telling the direction.
        mpz_t whole, power, half;
        mpz_init(whole);
        mpz_init(power);
        mpz_init(half);
        double magnitude = std::fabs(value), floor = std::floor(magnitude);
        mpz_set_d(whole, floor);
        mpz_ui_pow_ui(power, 10, static_cast<unsigned long>(-digits));
        mpz_fdiv_qr(whole, half, whole, power);
        mpz_mul_2exp(half, half, 1);
        int order = mpz_cmp(half, power);
        if (order > 0 || (order == 0 && (magnitude != floor || mpz_odd_p(whole)))) mpz_add_ui(whole, whole, 1);
        mpz_mul(whole, whole, power);
        char* buffer = mpz_get_str(nullptr, 10, whole);
        text = buffer;
        std::free(buffer);
        if (value < 0) text.insert(0, "-");
        mpz_clear(whole);
        mpz_clear(power);
        mpz_clear(half);
    }
    double rounded = 0;
    parseDouble(text, &rounded);
    if (std::isinf(rounded)) return raise(exc::OverflowError, "rounded value too large to represent");
    return newFloat(rounded);
}

const MethodDef floatMethods[] = {
    {"conjugate", itself},
    {"__trunc__", truncated},
    {"__floor__", floorOf},
    {"__ceil__", ceilOf},
    {"__round__", roundMethod, 0, 1},
    {"as_integer_ratio", asIntegerRatio},
    {"fromhex", fromHex, NativeBinding::Class},
    {"hex", hexText},
    {"is_integer", isInteger},
    {"__getnewargs__", getNewArgs},
    {"__getformat__", getFormat, NativeBinding::Class},
    {"__format__", formatMethod},
    {},
};

const GetSetDef floatGetSets[] = {
    {"real", itself},
    {"imag", imaginaryPart},
    {},
};

}

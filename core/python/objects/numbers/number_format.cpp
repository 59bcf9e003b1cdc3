// SPDX-License-Identifier: GPL-3.0-or-later
// format() of int, float and complex.
#include <climits>
#include <cmath>

#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/float_object.h"
#include "core/python/objects/numbers/int_digits.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/format_spec.h"
#include "core/python/objects/text/str_object.h"
#include "core/text/float_text.h"
#include "core/text/utf8.h"

namespace memtape {

namespace {

// A number on its way to text: [sign][prefix][digits, grouped][rest: point, decimals, exponent, %].
struct NumberParts {
    bool negative = false;
    std::string_view prefix, digits, rest;
    int groupSize = 3;
};

// The digits with separators, and with zeros in front until they are `minimum` wide.
std::string groupDigits(std::string_view digits, FormatSpec::Grouping grouping, int groupSize, ssize minimum) {
    std::string reversed;
    ssize remaining = static_cast<ssize>(digits.size());
    char separator = grouping == FormatSpec::Grouping::Comma ? ',' : grouping == FormatSpec::Grouping::Underscore ? '_' : 0;
    for (;;) {
        ssize most = remaining > minimum ? remaining : minimum;
        if (most < 1) most = 1;
        ssize length = separator && groupSize < most ? groupSize : most;
        for (ssize i = 0; i < length; ++i) reversed += remaining > 0 ? digits[static_cast<size_t>(--remaining)] : '0';
        minimum -= length;
        if (remaining <= 0 && minimum <= 0) break;
        minimum -= 1;
        reversed += separator;
    }
    return {reversed.rbegin(), reversed.rend()};
}

std::string signText(const FormatSpec& spec, bool negative) {
    if (negative) return "-";
    return spec.sign == '+' ? "+" : spec.sign == ' ' ? " " : "";
}

// Without the outer padding. What "=" fills up stands between head and tail.
struct LaidOut {
    std::string head, tail;
};
LaidOut layOut(const FormatSpec& spec, const NumberParts& parts) {
    std::string head = signText(spec, parts.negative) + std::string(parts.prefix);
    ssize fixed = static_cast<ssize>(head.size() + parts.rest.size());
    ssize minimum = spec.fill == '0' && spec.align == '=' ? spec.width - fixed : 0;
    std::string digits = parts.digits.empty() ? "" : groupDigits(parts.digits, spec.grouping, parts.groupSize, minimum);
    return {head, digits + std::string(parts.rest)};
}

Owned finish(const FormatSpec& spec, const NumberParts& parts) {
    if (spec.width > 0 && !wantRoom(static_cast<uint64_t>(spec.width))) return nullptr;
    auto [head, tail] = layOut(spec, parts);
    ssize length = static_cast<ssize>(head.size() + tail.size());
    if (spec.align == '=' && spec.width > length) { // the padding stands behind sign and prefix
        FormatSpec inner = spec;
        inner.align = '>';
        inner.width = spec.width - static_cast<ssize>(head.size());
        Ref<> padded = padFormatted(inner, tail, static_cast<ssize>(tail.size()));
        if (!padded || head.empty()) return padded.release();
        Ref<> front = newStr(head);
        return front ? strConcat(front, padded) : Owned(nullptr);
    }
    return padFormatted(spec, head + tail, length);
}

// Splits "-12.5e+3" into its parts.
NumberParts splitFloat(std::string_view text) {
    NumberParts parts;
    if (!text.empty() && text[0] == '-') {
        parts.negative = true;
        text.remove_prefix(1);
    }
    size_t digits = 0;
    while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') ++digits;
    parts.digits = text.substr(0, digits);
    parts.rest = text.substr(digits);
    return parts;
}

// "z": a zero, also one that rounding has made, has no minus sign.
void dropNegativeZero(const FormatSpec& spec, std::string& text) {
    if (spec.noNegativeZero && !text.empty() && text[0] == '-' && text.find_first_of("123456789iInN") == text.npos) text.erase(0, 1);
}

// One double by the spec's type. False: ValueError pending.
bool doubleText(const FormatSpec& spec, double value, std::string* out) {
    char kind = static_cast<char>(spec.type);
    ssize precision = spec.precision, standard = 6;
    bool addDotZero = false, percent = false;
    if (precision > INT_MAX) return raise(exc::ValueError, "precision too big");
    if (spec.type == 0) {
        addDotZero = true;
        standard = 0;
        kind = precision < 0 ? 'r' : 'g';
    } else if (kind == 'n') {
        kind = 'g';
    } else if (kind == '%') {
        kind = 'f';
        value *= 100;
        percent = true;
    }
    if (precision < 0) precision = standard;
    if (!canAllocateInt(static_cast<uint64_t>(precision))) return false;
    *out = formatDouble(value, kind, static_cast<int>(precision), spec.alternate, addDotZero);
    if (kind != 'r' || std::isfinite(value)) dropNegativeZero(spec, *out);
    if (percent) *out += '%';
    return true;
}

Owned formatDoubleValue(const FormatSpec& spec, double value) {
    std::string text;
    if (!doubleText(spec, value, &text)) return {};
    return finish(spec, splitFloat(text));
}

bool isFloatType(uint32_t type) { return type == 'e' || type == 'E' || type == 'f' || type == 'F' || type == 'g' || type == 'G' || type == '%'; }

Owned formatCharacter(const FormatSpec& spec, Object* value) {
    if (spec.sign) return raise(exc::ValueError, "Sign not allowed with integer format specifier 'c'");
    if (spec.alternate) return raise(exc::ValueError, "Alternate form (#) not allowed with integer format specifier 'c'");
    int64_t c;
    if (!intToInt64(value, &c)) return {};
    if (c < 0 || c > 0x10ffff) return raise(exc::OverflowError, "%c arg not in range(0x110000)");
    FormatSpec outer = spec;
    if (outer.align == '=') outer.align = '>';
    return padFormatted(outer, utf8::encoded(static_cast<char32_t>(c)), 1);
}

}

Owned formatInt(Object* value, Object* specText) {
    if (asStr(specText)->length == 0) return isExactInt(value) ? intToText(value, 10) : strOf(value);
    FormatSpec spec;
    if (!parseFormatSpec(specText, 'd', '>', value, &spec)) return {};
    if (isFloatType(spec.type)) {
        double number;
        if (!intToDouble(value, &number)) return {};
        return formatDoubleValue(spec, number);
    }
    int base = spec.type == 'b' ? 2 : spec.type == 'o' ? 8 : spec.type == 'x' || spec.type == 'X' ? 16 : 10;
    if (base == 10 && spec.type != 'd' && spec.type != 'n' && spec.type != 'c') return raiseUnknownFormatCode(spec.type, value);
    if (spec.precision >= 0) return raise(exc::ValueError, "Precision not allowed in integer format specifier");
    if (spec.noNegativeZero) return raise(exc::ValueError, "Negative zero coercion (z) not allowed in integer format specifier");
    if (spec.type == 'c') return formatCharacter(spec, value);
    std::string text;
    if (!appendIntDigits(text, value, base)) return {};
    if (spec.type == 'X') {
        for (char& c : text) {
            if (c >= 'a') c = static_cast<char>(c - 32);
        }
    }
    NumberParts parts;
    parts.digits = text;
    if (text[0] == '-') {
        parts.negative = true;
        parts.digits.remove_prefix(1);
    }
    if (base != 10) {
        parts.groupSize = 4;
        if (spec.alternate) parts.prefix = base == 2 ? "0b" : base == 8 ? "0o" : spec.type == 'X' ? "0X" : "0x";
    }
    return finish(spec, parts);
}

Owned formatFloat(Object* value, Object* specText) {
    if (asStr(specText)->length == 0) return strOf(value);
    FormatSpec spec;
    if (!parseFormatSpec(specText, 0, '>', value, &spec)) return {};
    if (spec.type != 0 && spec.type != 'n' && !isFloatType(spec.type)) return raiseUnknownFormatCode(spec.type, value);
    return formatDoubleValue(spec, floatValue(value));
}

Owned formatComplex(Object* value, Object* specText) {
    if (asStr(specText)->length == 0) return strOf(value);
    FormatSpec spec;
    if (!parseFormatSpec(specText, 0, '>', value, &spec)) return {};
    if (spec.type != 0 && spec.type != 'n' && (!isFloatType(spec.type) || spec.type == '%')) return raiseUnknownFormatCode(spec.type, value);
    if (spec.fill == '0') return raise(exc::ValueError, "Zero padding is not allowed in complex format specifier");
    if (spec.align == '=') return raise(exc::ValueError, "'=' alignment flag is not allowed in complex format specifier");
    auto* c = static_cast<ComplexObject*>(value);
    // Without a type it looks like str(): a real part of 0.0 is left out, else parentheses stand around both.
    bool onlyImaginary = spec.type == 0 && c->real == 0 && !std::signbit(c->real), parentheses = spec.type == 0 && !onlyImaginary;
    std::string realText, imaginaryText;
    auto part = [&](double number, char sign, std::string* out) {
        FormatSpec inner = spec;
        inner.width = -1;
        inner.sign = sign;
        std::string text;
        // Unlike a float, a part of a complex shows no ".0" of its own.
        if (inner.type == 0) {
            text = formatDouble(number, spec.precision < 0 ? 'r' : 'g', static_cast<int>(spec.precision < 0 ? 0 : spec.precision), spec.alternate,
                                false);
            dropNegativeZero(spec, text);
        } else if (!doubleText(inner, number, &text)) {
            return false;
        }
        auto [head, tail] = layOut(inner, splitFloat(text));
        *out = head + tail;
        return true;
    };
    if (spec.precision > INT_MAX) return raise(exc::ValueError, "precision too big");
    if (!onlyImaginary && !part(c->real, spec.sign, &realText)) return {};
    if (!part(c->imaginary, onlyImaginary ? spec.sign : '+', &imaginaryText)) return {};
    std::string text = realText + imaginaryText + "j";
    if (parentheses) text = "(" + text + ")";
    return padFormatted(spec, text, static_cast<ssize>(text.size()));
}

}

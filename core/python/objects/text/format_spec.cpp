// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/objects/text/format_spec.h"

#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/text/str_object.h"
#include "core/text/unicode.h"
#include "core/text/utf8.h"

namespace memtape {

namespace {

bool isAlign(uint32_t c) { return c == '<' || c == '>' || c == '=' || c == '^'; }

// A decimal number at `at`. −1: too many digits, ValueError pending; `digits`: how many there were.
ssize readNumber(StrObject* s, ssize& at, ssize end, ssize* digits) {
    ssize value = 0;
    *digits = 0;
    for (; at < end; ++at, ++*digits) {
        int digit = unicode::decimalValue(charAt(s, at));
        if (digit < 0) break;
        if (value > (PTRDIFF_MAX - digit) / 10) {
            raise(exc::ValueError, "Too many decimal digits in format string");
            return -1;
        }
        value = value * 10 + digit;
    }
    return value;
}

std::string quotedChar(uint32_t c) {
    if (c > 32 && c < 128) return std::string("'") + static_cast<char>(c) + "'";
    char code[16];
    std::snprintf(code, sizeof code, "'\\x%x'", c);
    return code;
}

}

Failure raiseUnknownFormatCode(uint32_t type, Object* value) {
    return raise(exc::ValueError, "Unknown format code {} for object of type '{}'", quotedChar(type), value->type->name);
}

bool parseFormatSpec(Object* spec, uint32_t defaultType, char defaultAlign, Object* value, FormatSpec* out) {
    StrObject* s = asStr(spec);
    ssize at = 0, end = s->length;
    *out = FormatSpec();
    out->type = defaultType;
    out->align = defaultAlign;
    auto peek = [&](ssize offset = 0) -> uint32_t { return at + offset < end ? charAt(s, at + offset) : 0; };

    bool fillGiven = false;
    if (end - at >= 2 && isAlign(peek(1))) {
        out->fill = peek();
        out->align = static_cast<char>(peek(1));
        fillGiven = out->alignGiven = true;
        at += 2;
    } else if (isAlign(peek())) {
        out->align = static_cast<char>(peek());
        out->alignGiven = true;
        ++at;
    }
    if (uint32_t c = peek(); c == '+' || c == '-' || c == ' ') out->sign = static_cast<char>(c), ++at;
    if (peek() == 'z') out->noNegativeZero = true, ++at;
    if (peek() == '#') out->alternate = true, ++at;
    if (!fillGiven && peek() == '0') {
        out->fill = '0';
        if (!out->alignGiven && defaultAlign == '>') out->align = '=';
        ++at;
    }
    ssize digits;
    ssize width = readNumber(s, at, end, &digits);
    if (width < 0) return false;
    out->width = digits ? width : -1;

    if (peek() == ',') out->grouping = FormatSpec::Grouping::Comma, ++at;
    if (peek() == '_') {
        if (out->grouping != FormatSpec::Grouping::None) return raise(exc::ValueError, "Cannot specify both ',' and '_'.");
        out->grouping = FormatSpec::Grouping::Underscore;
        ++at;
    }
    if (peek() == ',' && out->grouping == FormatSpec::Grouping::Underscore) return raise(exc::ValueError, "Cannot specify both ',' and '_'.");
    if (at < end && peek() == ',' && out->grouping == FormatSpec::Grouping::Comma) return raise(exc::ValueError, "Cannot specify ',' with ','.");

    if (peek() == '.') {
        ++at;
        out->precision = readNumber(s, at, end, &digits);
        if (out->precision < 0) return false;
        if (!digits) return raise(exc::ValueError, "Format specifier missing precision");
    }
    if (end - at > 1) {
        return raise(exc::ValueError, "Invalid format specifier '{}' for object of type '{}'", FormatArg(spec), value->type->name);
    }
    if (end - at == 1) out->type = charAt(s, at);

    if (out->grouping != FormatSpec::Grouping::None) {
        switch (out->type) {
        case 'd':
        case 'e':
        case 'f':
        case 'g':
        case 'E':
        case 'G':
        case '%':
        case 'F':
        case 0: break;
        case 'b':
        case 'o':
        case 'x':
        case 'X':
            if (out->grouping == FormatSpec::Grouping::Underscore) break;
            [[fallthrough]];
        default: {
            char separator = out->grouping == FormatSpec::Grouping::Comma ? ',' : '_';
            return raise(exc::ValueError, "Cannot specify '{}' with {}.", std::string(1, separator), quotedChar(out->type));
        }
        }
    }
    return true;
}

Owned padFormatted(const FormatSpec& spec, const std::string& text, ssize length) {
    if (spec.width <= length) return newStr(text);
    ssize missing = spec.width - length, left = spec.align == '<' ? 0 : spec.align == '^' ? missing / 2 : missing;
    if (!wantRoom(static_cast<uint64_t>(spec.width))) return nullptr;
    const std::string fill = utf8::encoded(spec.fill);
    std::string out;
    out.reserve(text.size() + static_cast<size_t>(missing) * fill.size());
    for (ssize i = 0; i < left; ++i) out += fill;
    out += text;
    for (ssize i = left; i < missing; ++i) out += fill;
    return newStr(out);
}

}

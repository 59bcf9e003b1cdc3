// SPDX-License-Identifier: GPL-3.0-or-later
// int to text and back, and int() itself.
#include <algorithm>
#include <cstring>

#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/numbers/int_digits.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"
#include "core/text/unicode.h"

namespace memtape {

int maxIntTextDigits = 4300;

namespace {

RuntimeCache digitLimit([] { maxIntTextDigits = 4300; });

bool isSpace(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

int digitValue(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'z') return c - 'a' + 10;
    if (c >= 'A' && c <= 'Z') return c - 'A' + 10;
    return 37;
}

// CPython looks at the number of digits before converting where that is enough to know.
bool tooLongForText(Object* o) {
    if (maxIntTextDigits <= 0) return false;
    ssize n = digitCount(o);
    return n >= 10 * 640 / (3 * digitBits) + 2 && maxIntTextDigits / (3 * digitBits) <= (n - 11) / 10;
}

Owned raiseTooLong() {
    return raise(exc::ValueError,
                 "Exceeds the limit ({} digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit",
                 maxIntTextDigits);
}

}

// ---- to text ------------------------------------------------------------------------------------------------------

bool appendIntDigits(std::string& out, Object* o, int base) {
    if (isMediumInt(o) && base == 10) {
        char buffer[24];
        int64_t value = mediumValue(o);
        uint64_t rest = value < 0 ? -static_cast<uint64_t>(value) : static_cast<uint64_t>(value);
        char* p = buffer + sizeof buffer;
        do *--p = static_cast<char>('0' + rest % 10);
        while (rest /= 10);
        if (value < 0) *--p = '-';
        out.append(p, static_cast<size_t>(buffer + sizeof buffer - p));
        return true;
    }
    if (base == 10 && tooLongForText(o)) return static_cast<bool>(raiseTooLong());
    Mpz value(o);
    size_t start = out.size();
    out.resize(start + mpz_sizeinbase(value, base) + 2);
    mpz_get_str(out.data() + start, base, value);
    out.resize(start + std::strlen(out.data() + start));
    if (base == 10 && maxIntTextDigits > 0) {
        size_t digits = out.size() - start - (isNegativeInt(o) ? 1 : 0);
        if (digits > 640 && digits > static_cast<size_t>(maxIntTextDigits)) return static_cast<bool>(raiseTooLong());
    }
    return true;
}

Owned intToText(Object* o, int base) {
    std::string text;
    if (!appendIntDigits(text, o, base)) return {};
    if (base != 10) text.insert(text[0] == '-' ? 1 : 0, base == 2 ? "0b" : base == 8 ? "0o" : "0x");
    // not the shared one, even where it is one character
    StrObject* made = allocateStr(static_cast<ssize>(text.size()), 0x7f);
    if (!made) return nullptr;
    std::memcpy(strData(made), text.data(), text.size());
    recordPayload(made);
    return Owned(made);
}

Owned intRepr(Object* o) { return intToText(o, 10); }

// ---- from text ----------------------------------------------------------------------------------------------------

namespace {

Owned invalidLiteral(int base, Object* text) { return raise(exc::ValueError, "invalid literal for int() with base {}: {!r}", base, text); }

}

Owned intFromBytes(std::string_view text, int base, Object* original) {
    int givenBase = base;
    size_t at = 0, end = text.size();
    while (at < end && isSpace(text[at])) ++at;
    while (end > at && isSpace(text[end - 1])) --end;
    bool negative = false;
    if (at < end && (text[at] == '+' || text[at] == '-')) negative = text[at++] == '-';
    bool zeroOnly = false; // base 0: a number that begins with 0 can only be 0
    auto prefixBase = [&] {
        if (at + 1 >= end || text[at] != '0') return 0;
        char c = static_cast<char>(text[at + 1] | 32);
        return c == 'x' ? 16 : c == 'o' ? 8 : c == 'b' ? 2 : 0;
    };
    if (base == 0) {
        base = prefixBase();
        if (base == 0) {
            base = 10;
            zeroOnly = at < end && text[at] == '0';
        }
    }
    if (prefixBase() == base) {
        at += 2;
        if (at < end && text[at] == '_') ++at; // one underscore may follow the prefix
    }
    // Digits with single underscores between them.
    std::string digits;
    digits.reserve(end - at);
    bool fine = at < end && text[at] != '_';
    for (size_t i = at; fine && i < end; ++i) {
        if (text[i] == '_') {
            fine = i + 1 < end && text[i + 1] != '_';
            continue;
        }
        if (digitValue(text[i]) >= base) fine = false;
        else digits += text[i];
    }
    if (!fine) return invalidLiteral(givenBase, original);
    if (zeroOnly && digits.find_first_not_of('0') != digits.npos) return invalidLiteral(givenBase, original);

    if (digits.size() <= 12 || (base <= 10 && digits.size() <= 18)) {
        int64_t value = 0;
        for (char c : digits) value = value * base + digitValue(c);
        return newInt(negative ? -value : value);
    }
    if ((base & (base - 1)) != 0 && maxIntTextDigits > 0 && digits.size() > 640 && digits.size() > static_cast<size_t>(maxIntTextDigits)) {
        return raise(
            exc::ValueError,
            "Exceeds the limit ({} digits) for integer string conversion: value has {} digits; use sys.set_int_max_str_digits() to increase the limit",
            maxIntTextDigits, digits.size());
    }
    if (!canAllocateInt(digits.size() / 2)) return {};
    Mpz value;
    mpz_set_str(value, digits.c_str(), base);
    if (negative) mpz_neg(value, value);
    return newIntFromMpz(value);
}

Owned intFromTextObject(Object* o, int base) {
    if (isStr(o)) {
        // Decimal digits of any script count as their ASCII ones, spaces of any kind as a blank; what else there is cannot be valid.
        StrObject* s = asStr(o);
        std::string text;
        text.reserve(static_cast<size_t>(s->length));
        for (ssize i = 0; i < s->length; ++i) {
            uint32_t c = charAt(s, i);
            if (c < 0x80) {
                text += unicode::isSpace(c) ? ' ' : static_cast<char>(c);
                continue;
            }
            int decimal = unicode::decimalValue(c);
            text += decimal >= 0 ? static_cast<char>('0' + decimal) : unicode::isSpace(c) ? ' ' : '?';
        }
        return intFromBytes(text, base, o);
    }
    Ref<> bytes = hasFlag(o, BytesSubclass) ? newRef(o) : call(types::Bytes, o);
    if (!bytes) return {};
    const VarObject* b = static_cast<const VarObject*>(bytes.get());
    return intFromBytes({reinterpret_cast<const char*>(b) + 32, static_cast<size_t>(b->count)}, base, bytes);
}

// ---- int(x, base) -------------------------------------------------------------------------------------------------

namespace {

Owned convert(Object* x, Object* baseObject) {
    if (!x) {
        if (baseObject) return raise(exc::TypeError, "int() missing string argument");
        return newInt(0);
    }
    if (!baseObject) {
        if (isExactInt(x)) return newRef(x);
        return numberToInt(x);
    }
    ssize base = indexAsSize(baseObject, nullptr);
    if (base == -1 && errorOccurred()) return {};
    if ((base != 0 && base < 2) || base > 36) return raise(exc::ValueError, "int() base must be >= 2 and <= 36, or 0");
    if (isStr(x) || hasFlag(x, BytesSubclass) || isInstance(x, types::ByteArray)) return intFromTextObject(x, static_cast<int>(base));
    return raise(exc::TypeError, "int() can't convert non-string with explicit base");
}

}

Owned intNew(Type* type, Args args) {
    Object* out[2] = {};
    if (args.names) {
        if (!parseArgs("int", args, "| x / base", out)) return {};
    } else {
        if (args.count > 2) {
            const char* words = type == types::Int ? "int expected at most 2 arguments, got {}" : "int() takes at most 2 arguments ({} given)";
            return raise(exc::TypeError, words, args.count);
        }
        for (size_t i = 0; i < args.count; ++i) out[i] = args[i];
    }
    Ref<> value = convert(out[0], out[1]);
    if (!value || type == types::Int) return value.release();
    // An instance of a subclass: a copy of the digits.
    ssize digits = digitCount(value);
    Owned made = type->alloc(type, digits > 0 ? digits : 1);
    if (!made) return {};
    IntObject* copy = asInt(made.pointer);
    copy->tag = asInt(value.get())->tag;
    std::memcpy(copy->digits, asInt(value.get())->digits, static_cast<size_t>(digits > 0 ? digits : 1) * 4);
    if (digits > 1) recordResize(copy);
    recordPayload(copy);
    return made;
}

}

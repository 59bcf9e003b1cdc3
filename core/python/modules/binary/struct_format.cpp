// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/modules/binary/struct_format.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <string>

#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/numbers/float_object.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/numbers/native_items.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/bytes_object.h"

namespace memtape {

namespace {

bool isSpace(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool isDigit(char c) { return c >= '0' && c <= '9'; }

// The native letter for a letter in one of the standard formats, whose long has four bytes; 0: not among them.
char standardLetter(char letter) {
    switch (letter) {
    case 'l': return 'i';
    case 'L': return 'I';
    case 'n':
    case 'N':
    case 'P': return 0;
    default: return nativeItemSize(letter) ? letter : 0;
    }
}

bool tooLong() { return raise(structError, "total struct size too long"); }

// Digits at `at`, which moves behind them.
bool readCount(std::string_view text, size_t& at, ssize& count) {
    count = 0;
    for (; at < text.size() && isDigit(text[at]); ++at)
        if (__builtin_mul_overflow(count, 10, &count) || __builtin_add_overflow(count, text[at] - '0', &count)) return tooLong();
    return at < text.size() || raise(structError, "repeat count given without format specifier");
}

bool isFloatLetter(char letter) { return letter == 'e' || letter == 'f' || letter == 'd'; }

bool raiseRange(const StructCode& code) {
    if (code.letter == 'P') return raise(structError, "int too large to convert");
    int bits = 8 * static_cast<int>(code.size);
    bool isSigned = code.native >= 'a';
    uint64_t most = ~uint64_t{0} >> (64 - bits + (isSigned ? 1 : 0));
    std::string least = isSigned ? "-" + std::to_string(most + 1) : "0";
    return raise(structError, "'{}' format requires {} <= number <= {}", std::string_view(&code.letter, 1), least, most);
}

bool packFloat(const StructCode& code, Object* value, uint8_t* to) {
    double number;
    if (!toDouble(value, &number)) {
        clearError();
        return raise(structError, "required argument is not a float");
    }
    if (code.native == 'd') {
        std::memcpy(to, &number, sizeof number);
        return true;
    }
    bool fits = true;
    if (code.native == 'e') {
        uint16_t half = 0;
        fits = doubleToHalf(number, &half);
        std::memcpy(to, &half, sizeof half);
    } else {
        float single = static_cast<float>(number);
        fits = code.infinite || !std::isinf(single) || std::isinf(number);
        std::memcpy(to, &single, sizeof single);
    }
    return fits || raise(exc::OverflowError, "float too large to pack with {} format", std::string_view(&code.native, 1));
}

bool packInteger(const StructCode& code, Object* value, uint8_t* to) {
    if (!isInt(value) && !value->type->index) return raise(structError, "required argument is not an integer");
    Ref<> number = numberIndex(value);
    if (!number) return false;
    return writeNativeInteger(code.native, number, to) == ItemFault::None || raiseRange(code);
}

bool packText(const StructCode& code, Object* value, uint8_t* to) {
    bool pascal = code.letter == 'p';
    const uint8_t* data;
    size_t given;
    if ((!isBytes(value) && !isByteArray(value)) || !bufferOf(value, &data, &given))
        return raise(structError, "argument for '{}' must be a bytes object", std::string_view(&code.letter, 1));
    ssize room = code.size - (pascal ? 1 : 0), length = std::clamp(static_cast<ssize>(given), ssize{0}, std::max(room, ssize{0}));
    if (length) std::memcpy(to + (pascal ? 1 : 0), data, static_cast<size_t>(length));
    if (pascal && code.size) *to = static_cast<uint8_t>(std::min<ssize>(length, 255));
    return true;
}

}

bool readStructFormat(std::string_view text, StructFormat& out) {
    if (text.find('\0') != text.npos) return raise(structError, "embedded null character");
    size_t at = 0;
    bool native = true, swapped = false, aligned = true;
    if (!text.empty() && std::string_view("@=<>!").find(text[0]) != std::string_view::npos) {
        aligned = native = text[0] == '@';
        swapped = text[0] == '>' || text[0] == '!';
        ++at;
    }
    for (; at < text.size(); ++at) {
        if (isSpace(text[at])) continue;
        ssize count = 1, bytes;
        if (isDigit(text[at]) && !readCount(text, at, count)) return false;
        char letter = text[at];
        bool pad = letter == 'x', whole = letter == 's' || letter == 'p';
        char item = pad || whole ? letter : native ? (nativeItemSize(letter) ? letter : '\0') : standardLetter(letter);
        if (!item) return raise(structError, "bad char in struct format");
        ssize size = pad || whole ? 1 : nativeItemSize(item);
        if (aligned && size > 1 && __builtin_add_overflow(out.size, (size - out.size % size) % size, &out.size)) return tooLong();
        ssize offset = out.size;
        if (__builtin_mul_overflow(count, size, &bytes) || __builtin_add_overflow(out.size, bytes, &out.size)) return tooLong();
        if (pad) continue;
        if (whole) {
            out.codes.push_back({letter, letter, false, false, offset, count, 1});
            ++out.values;
        } else if (count) {
            out.codes.push_back({letter, item, swapped, native, offset, size, count});
            out.values += count;
        }
    }
    return true;
}

Owned unpackItem(const StructCode& code, const uint8_t* from) {
    if (code.letter == 's') return newBytes(from, static_cast<size_t>(code.size));
    if (code.letter == 'p') {
        ssize length = code.size ? std::min<ssize>(*from, code.size - 1) : 0;
        return newBytes(from + (code.size ? 1 : 0), static_cast<size_t>(length));
    }
    if (!code.swapped) return readNativeItem(code.native, from);
    uint8_t bytes[8];
    std::reverse_copy(from, from + code.size, bytes);
    return readNativeItem(code.native, bytes);
}

bool packItem(const StructCode& code, Object* value, uint8_t* to) {
    bool good;
    switch (code.letter) {
    case 's':
    case 'p': return packText(code, value, to);
    case 'c':
    case '?': {
        ItemFault fault = writeNativeItem(code.native, value, to);
        if (fault == ItemFault::None || fault == ItemFault::Pending) return fault == ItemFault::None;
        return raise(structError, "char format requires a bytes object of length 1");
    }
    default: good = isFloatLetter(code.letter) ? packFloat(code, value, to) : packInteger(code, value, to);
    }
    if (good && code.swapped) std::reverse(to, to + code.size);
    return good;
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/modules/arguments.h"
#include "core/python/modules/text/json_parts.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/protocol/vm_hooks.h"

namespace memtape {

namespace {

constexpr uint32_t firstHigh = 0xd800, firstLow = 0xdc00, surrogates = 0x400;
bool isHigh(uint32_t c) { return c - firstHigh < surrogates; }
bool isLow(uint32_t c) { return c - firstLow < surrogates; }

// Four hexadecimal digits; false: they are not there.
bool readHex(TextView text, ssize at, uint32_t* out) {
    if (at < 0 || text.length - at < 4) return false;
    *out = 0;
    for (ssize i = at; i < at + 4; ++i) {
        uint32_t c = text.at(i), lower = c | 32;
        uint32_t digit = c - '0' < 10 ? c - '0' : lower - 'a' < 6 ? lower - 'a' + 10 : 16;
        if (digit > 15) return false;
        *out = *out << 4 | digit;
    }
    return true;
}

// What one character after a backslash stands for; 0: nothing.
uint32_t simpleEscape(uint32_t c) {
    switch (c) {
    case '"':
    case '\\':
    case '/': return c;
    case 'b': return '\b';
    case 'f': return '\f';
    case 'n': return '\n';
    case 'r': return '\r';
    case 't': return '\t';
    }
    return 0;
}
char escapeLetter(uint32_t c) {
    switch (c) {
    case '"':
    case '\\': return static_cast<char>(c);
    case '\b': return 'b';
    case '\f': return 'f';
    case '\n': return 'n';
    case '\r': return 'r';
    case '\t': return 't';
    }
    return 0;
}

void appendHex(StrBuilder& out, uint32_t unit) {
    constexpr char digits[] = "0123456789abcdef";
    out.append('\\');
    out.append('u');
    for (int shift = 12; shift >= 0; shift -= 4) out.append(digits[unit >> shift & 15]);
}

Owned encode(Object* text, JsonCharacters characters) {
    if (!isStr(text)) return raise(exc::TypeError, "first argument must be a string, not {}", text->type->name);
    StrBuilder out;
    appendJsonString(out, viewOf(text), characters);
    return out.finish();
}

}

Failure raiseJsonError(const char* message, Object* text, ssize place) {
    Ref<> name = newStr("json.decoder");
    Held<> module(name ? vmHooks.importModule(name) : Owned(nullptr));
    Held<> type(module ? getAttr(module, "JSONDecodeError") : Owned(nullptr));
    Ref<> words = newStr(message), number = newInt(place);
    if (!type || !words || !number) return {};
    Held<> error(call(type, words, text, number));
    return error ? raiseInstance(error) : Failure();
}

Owned scanJsonString(Object* textObject, ssize begin, bool strict, ssize* end) {
    TextView text = viewOf(textObject);
    if (begin < 0 || begin > text.length) return raise(exc::ValueError, "end is out of bounds");
    auto unterminated = [&] { return raiseJsonError("Unterminated string starting at", textObject, begin - 1); };
    StrBuilder out;
    for (ssize at = begin;;) {
        ssize plain = at;
        uint32_t c = 0;
        for (; at < text.length; ++at) {
            c = text.at(at);
            if (c == '"' || c == '\\') break;
            if (c < 0x20 && strict) return raiseJsonError("Invalid control character at", textObject, at);
        }
        if (at == text.length) return unterminated();
        if (c == '"') {
            *end = at + 1;
            if (plain == begin) return strSubstring(textObject, begin, at);
            out.append(text, plain, at);
            return out.finish();
        }
        out.append(text, plain, at);
        if (++at == text.length) return unterminated();
        c = text.at(at++);
        if (c != 'u') {
            uint32_t meant = simpleEscape(c);
            if (!meant) return raiseJsonError("Invalid \\escape", textObject, at - 2);
            out.append(meant);
            continue;
        }
        ssize digits = at;
        uint32_t unit, low;
        // The four digits must not be the text's last characters.
        if (digits + 4 >= text.length || !readHex(text, digits, &unit)) return raiseJsonError("Invalid \\uXXXX escape", textObject, digits - 1);
        at += 4;
        if (isHigh(unit) && at + 6 < text.length && text.at(at) == '\\' && text.at(at + 1) == 'u') {
            if (!readHex(text, at + 2, &low)) return raiseJsonError("Invalid \\uXXXX escape", textObject, at + 1);
            if (isLow(low)) {
                unit = 0x10000 + ((unit - firstHigh) << 10 | (low - firstLow));
                at += 6;
            }
        }
        out.append(unit);
    }
}

void appendJsonString(StrBuilder& out, TextView text, JsonCharacters characters) {
    out.append('"');
    ssize plain = 0;
    for (ssize i = 0; i < text.length; ++i) {
        uint32_t c = text.at(i);
        bool keep = c >= 0x20 && c != '"' && c != '\\' && (characters == JsonCharacters::All || c < 0x7f);
        if (keep) continue;
        out.append(text, plain, i);
        plain = i + 1;
        if (char letter = escapeLetter(c)) {
            out.append('\\');
            out.append(letter);
        } else if (c > 0xffff) {
            appendHex(out, firstHigh + ((c - 0x10000) >> 10));
            appendHex(out, firstLow + ((c - 0x10000) & 0x3ff));
        } else {
            appendHex(out, c);
        }
    }
    out.append(text, plain, text.length);
    out.append('"');
}

Owned encodeBasestring(Object*, Object* text) { return encode(text, JsonCharacters::All); }
Owned encodeBasestringAscii(Object*, Object* text) { return encode(text, JsonCharacters::Ascii); }

// scanstring(string, end, strict=True)
Owned scanStringFunction(Object*, Args args) {
    if (!checkNoKeywords("scanstring", args)) return nullptr;
    if (args.count < 2) return raise(exc::TypeError, "scanstring() takes at least 2 arguments ({} given)", args.count);
    if (args.count > 3) return raise(exc::TypeError, "scanstring() takes at most 3 arguments ({} given)", args.count);
    ssize begin, end;
    if (!sizeArgument(args[1], &begin)) return nullptr;
    int strict = args.count > 2 ? isTrue(args[2]) : 1;
    if (strict < 0) return nullptr;
    if (!isStr(args[0])) return raise(exc::TypeError, "first argument must be a string, not {}", args[0]->type->name);
    Ref<> text = scanJsonString(args[0], begin, strict, &end);
    Ref<> place = text ? Ref<>(newInt(end)) : Ref<>();
    return place ? packTuple(text.get(), place.get()) : Owned(nullptr);
}

}

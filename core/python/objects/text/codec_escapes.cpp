// SPDX-License-Identifier: GPL-3.0-or-later

// The escapes of literals, as codecs: unicode_escape, raw_unicode_escape, and those of bytes literals.

#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/exceptions/warnings.h"
#include "core/python/objects/text/codec_errors.h"
#include "core/python/objects/text/codecs.h"
#include "core/text/character_names.h"
#include "core/text/quoted.h"
#include "core/text/utf8.h"

namespace memtape {

namespace {

// \n and its like: what follows the backslash, and what it means.
struct SimpleEscape {
    char letter, meaning;
};
constexpr SimpleEscape simpleEscapes[] = {{'\\', '\\'}, {'\'', '\''}, {'"', '"'},  {'b', '\b'}, {'f', '\f'},
                                          {'t', '\t'},  {'n', '\n'},  {'r', '\r'}, {'v', '\v'}, {'a', '\a'}};
const SimpleEscape* simpleEscape(uint8_t c) {
    for (const SimpleEscape& escape : simpleEscapes)
        if (static_cast<uint8_t>(escape.letter) == c) return &escape;
    return nullptr;
}

int hexValue(uint8_t c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}
bool isOctal(uint8_t c) { return c >= '0' && c <= '7'; }

// Up to `digits` hexadecimal digits from `at` on, which moves behind them.
uint32_t readHex(const uint8_t* data, size_t size, size_t& at, size_t digits, size_t& found) {
    uint32_t value = 0;
    for (found = 0; found < digits && at < size && hexValue(data[at]) >= 0; ++found) value = value << 4 | static_cast<uint32_t>(hexValue(data[at++]));
    return value;
}
// The same for up to three octal digits.
uint32_t readOctal(const uint8_t* data, size_t size, size_t& at) {
    uint32_t value = 0;
    for (int i = 0; i < 3 && at < size && isOctal(data[at]); ++i) value = value << 3 | (data[at++] - '0');
    return value;
}

// The first escape that means nothing is warned of when all is decoded.
struct BadEscape {
    std::string text;
    bool octal = false;
    void note(std::string_view escape, bool isOctal) {
        if (text.empty()) text = escape, octal = isOctal;
    }
    bool report() const {
        if (text.empty()) return true;
        return warnDeprecated((octal ? "invalid octal escape sequence '\\" : "invalid escape sequence '\\") + text + "'");
    }
};

// One escape of a text, from its backslash on. `reason`: why it is wrong; `end` is behind it, or behind what there is of it.
struct Escape {
    size_t end;
    const char* reason = nullptr;
    bool unfinished = false; // the input ends in it
    std::u32string meaning;
};

Escape readNamed(const CodecInput& input, size_t at) {
    Escape escape{at, "malformed \\N character escape", at >= input.size, {}};
    if (escape.unfinished || input.data[at] != '{') return escape;
    size_t end = ++at;
    while (end < input.size && input.data[end] != '}') ++end;
    escape.end = end;
    if (end == input.size) return escape.unfinished = true, escape;
    if (end == at) return escape;
    escape.end = end + 1;
    escape.reason = "unknown Unicode character name";
    if (auto c = unicode::characterByName({reinterpret_cast<const char*>(input.data) + at, end - at})) {
        escape.meaning += *c;
        escape.reason = nullptr;
    }
    return escape;
}

Escape readHexEscape(const CodecInput& input, size_t at, size_t digits) {
    size_t found;
    const uint32_t value = readHex(input.data, input.size, at, digits, found);
    if (found < digits) {
        const char* reason = digits == 2 ? "truncated \\xXX escape" : digits == 4 ? "truncated \\uXXXX escape" : "truncated \\UXXXXXXXX escape";
        return {at, reason, at == input.size, {}};
    }
    if (value > 0x10ffff) return {at, "illegal Unicode character", false, {}};
    return {at, nullptr, false, std::u32string(1, static_cast<char32_t>(value))};
}

Escape readEscape(const CodecInput& input, size_t backslash, BadEscape& bad) {
    size_t at = backslash + 1;
    if (at == input.size) return {at, "\\ at end of string", true, {}};
    const uint8_t c = input.data[at++];
    if (c == '\n') return {at, nullptr, false, {}};
    if (const SimpleEscape* simple = simpleEscape(c)) return {at, nullptr, false, std::u32string(1, static_cast<char32_t>(simple->meaning))};
    if (isOctal(c)) {
        const size_t start = --at;
        const uint32_t value = readOctal(input.data, input.size, at);
        if (value > 0xff) bad.note({reinterpret_cast<const char*>(input.data) + start, 3}, true);
        return {at, nullptr, false, std::u32string(1, static_cast<char32_t>(value))};
    }
    if (c == 'x' || c == 'u' || c == 'U') return readHexEscape(input, at, c == 'x' ? 2 : c == 'u' ? 4 : 8);
    if (c == 'N') return readNamed(input, at);
    bad.note(utf8::encoded(char32_t{c}), false);
    return {at, nullptr, false, std::u32string{U'\\', static_cast<char32_t>(c)}};
}

}

bool decodeUnicodeEscape(StrBuilder& out, CodecInput input) {
    DecodeTrouble trouble("unicodeescape", input, out);
    BadEscape bad;
    size_t i = 0;
    while (i < input.size) {
        if (input.data[i] != '\\') {
            out.append(uint32_t{input.data[i++]});
            continue;
        }
        const Escape escape = readEscape(input, i, bad);
        if (escape.unfinished && input.consumed) break;
        if (escape.reason) {
            if (!trouble.handle(i, escape.end, escape.reason, i)) return false;
            continue;
        }
        for (char32_t c : escape.meaning) out.append(static_cast<uint32_t>(c));
        i = escape.end;
    }
    if (input.consumed) *input.consumed = i;
    return bad.report();
}

bool encodeUnicodeEscape(std::string& out, Object* str) {
    const TextView text = viewOf(str);
    for (ssize i = 0; i < text.length; ++i) {
        const uint32_t c = text.at(i);
        if (c == '\\') out += "\\\\";
        else if (c == '\t') out += "\\t";
        else if (c == '\n') out += "\\n";
        else if (c == '\r') out += "\\r";
        else if (c >= ' ' && c < 0x7f) out += static_cast<char>(c);
        else out += escapeOf(c);
    }
    return true;
}

bool decodeRawUnicodeEscape(StrBuilder& out, CodecInput input) {
    DecodeTrouble trouble("rawunicodeescape", input, out);
    size_t i = 0;
    while (i < input.size) {
        const uint8_t c = input.data[i];
        if (c != '\\' || (i + 1 == input.size && !input.consumed)) {
            out.append(uint32_t{c});
            ++i;
            continue;
        }
        if (i + 1 == input.size) break;
        const uint8_t letter = input.data[i + 1];
        if (letter != 'u' && letter != 'U') {
            out.append('\\');
            out.append(uint32_t{letter});
            i += 2;
            continue;
        }
        Escape escape = readHexEscape(input, i + 2, letter == 'u' ? 4 : 8);
        if (escape.unfinished && input.consumed) break;
        if (escape.reason) {
            // CPython's own words of this codec
            const bool tooLarge = escape.end == i + 10 && letter == 'U' && std::string_view(escape.reason) == "illegal Unicode character";
            const char* reason = tooLarge ? "\\Uxxxxxxxx out of range" : escape.reason;
            if (!trouble.handle(i, escape.end, reason, i)) return false;
            continue;
        }
        out.append(static_cast<uint32_t>(escape.meaning[0]));
        i = escape.end;
    }
    if (input.consumed) *input.consumed = i;
    return true;
}

bool encodeRawUnicodeEscape(std::string& out, Object* str) {
    const TextView text = viewOf(str);
    for (ssize i = 0; i < text.length; ++i) {
        const uint32_t c = text.at(i);
        if (c < 0x100) out += static_cast<char>(c);
        else out += escapeOf(c);
    }
    return true;
}

bool decodeEscapes(std::string& out, std::string_view bytes, std::string_view errors) {
    const auto* data = reinterpret_cast<const uint8_t*>(bytes.data());
    BadEscape bad;
    for (size_t i = 0; i < bytes.size();) {
        if (data[i] != '\\') {
            out += static_cast<char>(data[i++]);
            continue;
        }
        const size_t backslash = i++;
        if (i == bytes.size()) return raise(exc::ValueError, "Trailing \\ in string");
        const uint8_t c = data[i++];
        if (c == '\n') continue;
        if (const SimpleEscape* simple = simpleEscape(c)) {
            out += simple->meaning;
        } else if (isOctal(c)) {
            const size_t start = --i;
            const uint32_t value = readOctal(data, bytes.size(), i);
            if (value > 0xff) bad.note(bytes.substr(start, 3), true);
            out += static_cast<char>(value);
        } else if (c == 'x') {
            size_t end = i, found;
            const uint32_t value = readHex(data, bytes.size(), end, 2, found);
            i = end;
            if (found == 2) out += static_cast<char>(value);
            else if (errors.empty() || errors == "strict") return raise(exc::ValueError, "invalid \\x escape at position {}", backslash);
            else if (errors == "replace") out += '?';
            else if (errors != "ignore") return raise(exc::ValueError, "decoding error; unknown error handling code: {}", errors);
        } else {
            bad.note(utf8::encoded(char32_t{c}), false);
            out += '\\';
            out += static_cast<char>(c);
        }
    }
    return bad.report();
}

}

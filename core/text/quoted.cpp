// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/quoted.h"

#include "core/text/unicode.h"
#include "core/text/utf8.h"

namespace memtape {

namespace {

// How many bytes at `at` stand for themselves.
size_t plainLength(std::string_view text, size_t at, char quote) {
    size_t i = at;
    while (i < text.size() && text[i] >= ' ' && text[i] < 0x7F && text[i] != quote && text[i] != '\\') ++i;
    return i - at;
}

}

std::string escapeOf(char32_t c) {
    const int digits = c < 0x100 ? 2 : c < 0x10000 ? 4 : 8;
    std::string text = digits == 2 ? "\\x" : digits == 4 ? "\\u" : "\\U";
    for (int shift = 4 * digits - 4; shift >= 0; shift -= 4) text += "0123456789abcdef"[c >> shift & 15];
    return text;
}

char quoteFor(std::string_view text) { return text.find('\'') != text.npos && text.find('"') == text.npos ? '"' : '\''; }

std::string quotedCharacter(char32_t c, char quote) {
    switch (c) {
    case '\t': return "\\t";
    case '\n': return "\\n";
    case '\r': return "\\r";
    case '\\': return "\\\\";
    default: break;
    }
    if (c == static_cast<unsigned char>(quote)) return {'\\', quote};
    return unicode::isPrintable(c) ? utf8::encoded(c) : escapeOf(c);
}

std::string quotedByte(unsigned char byte, char quote) { return byte < 0x80 ? quotedCharacter(byte, quote) : escapeOf(byte); }

std::string quotedStr(std::string_view utf8) {
    const char quote = quoteFor(utf8);
    std::string text(1, quote);
    for (size_t i = 0; i < utf8.size();) {
        const size_t plain = plainLength(utf8, i, quote);
        text.append(utf8, i, plain);
        i += plain;
        if (i == utf8.size()) break;
        const utf8::Step step = utf8::decode(utf8, i, utf8::Surrogates::Passed);
        text += quotedCharacter(step.character, quote);
        i += step.length;
    }
    return text + quote;
}

std::string quotedBytes(std::string_view bytes) {
    const char quote = quoteFor(bytes);
    std::string text(1, quote);
    for (size_t i = 0; i < bytes.size(); ++i) {
        const size_t plain = plainLength(bytes, i, quote);
        text.append(bytes, i, plain);
        i += plain;
        if (i < bytes.size()) text += quotedByte(static_cast<unsigned char>(bytes[i]), quote);
    }
    return text + quote;
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replay/value_text.h"

#include <cstdio>
#include <cstring>

#include <gmp.h>

#include "core/text/unicode.h"
#include "core/text/utf8.h"

namespace memtape {

// ---- numbers ---------------------------------------------------------------------------------------------------------

ValueText reprOfInt(std::string_view payload, uint64_t fullLength) {
    ValueText value;
    bool negative = payload.substr(0, 1) == "-";
    std::string_view digits = payload.substr(negative);
    if (digits.substr(0, 2) != "0x") {
        value.text = payload;
    } else {
        uint64_t missing = fullLength > payload.size() ? fullLength - payload.size() : 0;
        constexpr uint64_t mostMissing = 32u << 20; // more is not worth the time: the digits are then hexadecimal
        mpz_t number;
        mpz_init(number);
        bool good = missing <= mostMissing && mpz_set_str(number, std::string(digits.substr(2)).c_str(), 16) == 0;
        if (good) {
            mpz_mul_2exp(number, number, 4 * missing);
            value.text.resize(mpz_sizeinbase(number, 10) + 2);
            mpz_get_str(value.text.data(), 10, number);
            value.text.resize(std::strlen(value.text.c_str()));
            if (negative) value.text.insert(0, 1, '-');
        } else {
            value.text = payload;
        }
        mpz_clear(number);
    }
    value.length = value.text.size();
    value.cut = value.length > longestValue || fullLength > payload.size();
    if (value.text.size() > longestValue) value.text.resize(longestValue);
    return value;
}

// ---- texts -----------------------------------------------------------------------------------------------------------

bool nextCharacter(std::string_view utf8, size_t& at, char32_t& character) {
    const utf8::Step step = utf8::decode(utf8, at, utf8::Surrogates::Passed);
    const bool isFine = step.problem == utf8::Problem::None;
    if (isFine) character = step.character;
    at += isFine ? step.length : 1u;
    return isFine;
}

namespace {

// Counts characters and keeps the first ones.
class Collector {
public:
    void ascii(std::string_view text) {
        if (m_value.length + text.size() <= longestValue) m_value.text += text;
        else if (m_value.length < longestValue) m_value.text += text.substr(0, longestValue - m_value.length);
        m_value.length += text.size();
    }
    void character(char32_t c) {
        if (m_value.length++ < longestValue) utf8::append(m_value.text, c);
    }
    void hex(char letter, uint32_t value, int digits) {
        char buffer[16];
        int size = std::snprintf(buffer, sizeof buffer, "\\%c%0*x", letter, digits, value);
        ascii({buffer, static_cast<size_t>(size)});
    }
    ValueText finish(uint64_t missing) {
        m_value.length += missing;
        m_value.cut = m_value.length > longestValue || missing;
        return std::move(m_value);
    }

private:
    ValueText m_value;
};

char quoteFor(std::string_view text) { return text.find('\'') != std::string_view::npos && text.find('"') == std::string_view::npos ? '"' : '\''; }

bool commonEscape(Collector& out, uint8_t c, char quote) {
    if (c == static_cast<uint8_t>(quote) || c == '\\') {
        char escaped[2] = {'\\', static_cast<char>(c)};
        out.ascii({escaped, 2});
    } else if (c == '\t') {
        out.ascii("\\t");
    } else if (c == '\n') {
        out.ascii("\\n");
    } else if (c == '\r') {
        out.ascii("\\r");
    } else {
        return false;
    }
    return true;
}

}

ValueText reprOfStr(std::string_view utf8, uint64_t fullLength) {
    Collector out;
    char quote = quoteFor(utf8);
    bool cut = fullLength > utf8.size();
    out.ascii({&quote, 1});
    for (size_t at = 0; at < utf8.size();) {
        size_t begin = at;
        char32_t c;
        if (!nextCharacter(utf8, at, c)) {
            if (cut && utf8.size() - begin < 4) break; // in the middle of a character
            c = 0xFFFD;
        }
        if (c < 0x80) {
            char plain = static_cast<char>(c);
            if (commonEscape(out, static_cast<uint8_t>(c), quote)) continue;
            if (c < 0x20 || c == 0x7f) out.hex('x', c, 2);
            else out.ascii({&plain, 1});
        } else if (unicode::isPrintable(c)) {
            out.character(c);
        } else if (c < 0x100) {
            out.hex('x', c, 2);
        } else if (c < 0x10000) {
            out.hex('u', c, 4);
        } else {
            out.hex('U', c, 8);
        }
    }
    if (!cut) out.ascii({&quote, 1});
    return out.finish(cut ? fullLength - utf8.size() + 1 : 0);
}

ValueText reprOfBytes(std::string_view bytes, uint64_t fullLength, std::string_view callName) {
    Collector out;
    char quote = quoteFor(bytes);
    bool cut = fullLength > bytes.size();
    for (size_t at = 0; at < callName.size();) {
        char32_t c;
        if (nextCharacter(callName, at, c)) out.character(c);
    }
    out.ascii(callName.empty() ? "b" : "(b");
    out.ascii({&quote, 1});
    for (char byte : bytes) {
        uint8_t c = static_cast<uint8_t>(byte);
        if (commonEscape(out, c, quote)) continue;
        if (c < 0x20 || c >= 0x7f) out.hex('x', c, 2);
        else out.ascii({&byte, 1});
    }
    if (!cut) {
        out.ascii({&quote, 1});
        if (!callName.empty()) out.ascii(")");
    }
    return out.finish(cut ? fullLength - bytes.size() + (callName.empty() ? 1 : 2) : 0);
}

}

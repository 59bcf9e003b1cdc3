// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/reading/value_text.h"

#include "core/events/large_int.h"
#include "core/text/integer_text.h"
#include "core/text/quoted.h"
#include "core/text/unicode.h"
#include "core/text/utf8.h"

namespace memtape {

// ---- numbers ---------------------------------------------------------------------------------------------------------

namespace {

// The magnitude's bytes, lowest first.
std::string hexOf(std::string_view bytes) {
    constexpr char digits[] = "0123456789abcdef";
    std::string text;
    text.reserve(2 * bytes.size());
    for (size_t i = bytes.size(); i--;) {
        const uint8_t byte = static_cast<uint8_t>(bytes[i]);
        text += {digits[byte >> 4], digits[byte & 15]};
    }
    return text;
}

// "-" or nothing, then what follows it in decimal; `missing`: so many hexadecimal digits more, which are not known.
std::string decimal(bool isNegative, std::string_view hexDigits, uint64_t missing) {
    constexpr uint64_t mostMissing = 32u << 20; // more is not worth the time: the digits are then hexadecimal
    std::string text = missing <= mostMissing ? decimalOfHex(hexDigits, missing) : std::string();
    if (text.empty()) text = "0x" + std::string(hexDigits);
    return isNegative ? "-" + text : text;
}

}

ValueText reprOfInt(std::string_view payload, uint64_t fullLength) {
    ValueText value;
    const uint64_t missing = fullLength > payload.size() ? fullLength - payload.size() : 0;
    const bool isNegative = payload.substr(0, 1) == "-";
    if (isLargeInt(payload)) value.text = decimal(payload[0] == largeNegative, hexOf(payload.substr(1)), 2 * missing);
    else if (payload.substr(isNegative, 2) == "0x") value.text = decimal(isNegative, payload.substr(isNegative + 2), missing);
    else value.text = payload;
    value.length = value.text.size();
    value.cut = value.length > longestValue || missing;
    if (value.text.size() > longestValue) value.text.resize(longestValue);
    return value;
}

// ---- texts -----------------------------------------------------------------------------------------------------------

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
    ValueText finish(uint64_t missing) {
        m_value.length += missing;
        m_value.cut = m_value.length > longestValue || missing;
        return std::move(m_value);
    }

private:
    ValueText m_value;
};

}

ValueText reprOfStr(std::string_view utf8, uint64_t fullLength) {
    Collector out;
    char quote = quoteFor(utf8);
    bool cut = fullLength > utf8.size();
    out.ascii({&quote, 1});
    for (size_t at = 0; at < utf8.size();) {
        const utf8::Step step = utf8::decode(utf8, at, utf8::Surrogates::Passed);
        if (cut && step.problem == utf8::Problem::UnexpectedEnd) break; // in the middle of a character
        at += step.length;
        if (step.character >= 0x80 && unicode::isPrintable(step.character)) out.character(step.character);
        else out.ascii(quotedCharacter(step.character, quote));
    }
    if (!cut) out.ascii({&quote, 1});
    return out.finish(cut ? fullLength - utf8.size() + 1 : 0);
}

ValueText reprOfBytes(std::string_view bytes, uint64_t fullLength, std::string_view callName) {
    Collector out;
    char quote = quoteFor(bytes);
    bool cut = fullLength > bytes.size();
    for (size_t at = 0; at < callName.size();) {
        const utf8::Step step = utf8::decode(callName, at, utf8::Surrogates::Passed);
        out.character(step.character);
        at += step.length;
    }
    out.ascii(callName.empty() ? "b" : "(b");
    out.ascii({&quote, 1});
    for (char byte : bytes) out.ascii(quotedByte(static_cast<unsigned char>(byte), quote));
    if (!cut) {
        out.ascii({&quote, 1});
        if (!callName.empty()) out.ascii(")");
    }
    return out.finish(cut ? fullLength - bytes.size() + (callName.empty() ? 1 : 2) : 0);
}

}

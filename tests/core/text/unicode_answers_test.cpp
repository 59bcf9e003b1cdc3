// SPDX-License-Identifier: GPL-3.0-or-later
//
// Every answer of core/text about every code point is CPython 3.13's, as remake_answers.py keeps them.
#include <fstream>
#include <functional>
#include <vector>

#include "core/text/unicode.h"
#include "core/text/utf8.h"
#include "tests/support/catch.h"

using namespace memtape;
using namespace memtape::unicode;

namespace {

class Answers {
public:
    // An answer about one code point, as numbers.
    void add(char32_t c, std::u32string_view more = {}) {
        ++m_count;
        mix(c);
        for (const char32_t number : more) mix(number);
    }
    std::string line(const std::string& name) const { return name + ": " + std::to_string(m_count) + " " + std::to_string(m_digest); }

private:
    void mix(char32_t number) { m_digest = (m_digest * 1000003 + number) % 4294967291; }
    uint64_t m_digest = 0;
    size_t m_count = 0;
};

constexpr char32_t pointCount = 0x110000;

std::string yesOrNo(const std::string& name, const std::function<bool(char32_t)>& holds) {
    Answers answers;
    for (char32_t c = 0; c < pointCount; ++c) {
        if (holds(c)) answers.add(c);
    }
    return answers.line(name);
}

std::string texts(const std::string& name, const std::function<std::u32string(char32_t)>& change) {
    Answers answers;
    for (char32_t c = 0; c < pointCount; ++c) {
        const std::u32string text = change(c);
        if (text != std::u32string(1, c)) answers.add(c, text);
    }
    return answers.line(name);
}

std::string values(const std::string& name, int (*value)(char32_t)) {
    Answers answers;
    for (char32_t c = 0; c < pointCount; ++c) {
        if (value(c) >= 0) answers.add(c, std::u32string(1, static_cast<char32_t>(value(c))));
    }
    return answers.line(name);
}

std::function<std::u32string(char32_t)> mapping(int (*map)(char32_t, char32_t*)) {
    return [map](char32_t c) {
        char32_t out[3];
        const int count = map(c, out);
        return std::u32string(out, static_cast<size_t>(count));
    };
}

std::u32string normalized(char32_t c) {
    if (c >= 0xD800 && c <= 0xDFFF) return std::u32string(1, c);
    const std::string text = normalizedKc(utf8::encoded(c));
    std::u32string characters;
    for (size_t i = 0; i < text.size();) {
        const utf8::Step step = utf8::decode(text, i);
        characters += step.character;
        i += step.length;
    }
    return characters;
}

}

TEST_CASE("what is said of all code points is what CPython 3.13 says", "[unicode]") {
    std::ifstream file(MEMTAPE_UNICODE_ANSWERS);
    const auto kept = [&] {
        std::string line;
        std::getline(file, line);
        return line;
    };
    CHECK(yesOrNo("isAlpha", isAlpha) == kept());
    CHECK(yesOrNo("isDecimal", isDecimal) == kept());
    CHECK(yesOrNo("isDigit", isDigit) == kept());
    CHECK(yesOrNo("isNumeric", isNumeric) == kept());
    CHECK(yesOrNo("isAlnum", isAlnum) == kept());
    CHECK(yesOrNo("isSpace", isSpace) == kept());
    CHECK(yesOrNo("isPrintable", isPrintable) == kept());
    CHECK(yesOrNo("isUpper", isUpper) == kept());
    CHECK(yesOrNo("isLower", isLower) == kept());
    CHECK(yesOrNo("isTitle", isTitle) == kept());
    CHECK(yesOrNo("isLineBreak", isLineBreak) == kept());
    CHECK(yesOrNo("isIdentifierStart", isIdentifierStart) == kept());
    CHECK(yesOrNo("isIdentifierContinue", isIdentifierContinue) == kept());
    CHECK(yesOrNo("isAssigned", isAssigned) == kept());
    CHECK(yesOrNo("isWide", isWide) == kept());
    CHECK(yesOrNo("isCased and not isCaseIgnorable", [](char32_t c) { return isCased(c) && !isCaseIgnorable(c); }) == kept());
    CHECK(yesOrNo("isCased or isCaseIgnorable", [](char32_t c) { return isCased(c) || isCaseIgnorable(c); }) == kept());
    CHECK(texts("toUpper", mapping(toUpper)) == kept());
    CHECK(texts("toLower", mapping(toLower)) == kept());
    CHECK(texts("toTitle", mapping(toTitle)) == kept());
    CHECK(texts("toFold", mapping(toFold)) == kept());
    CHECK(texts("normalizedKc", normalized) == kept());
    CHECK(values("decimalValue", decimalValue) == kept());
    CHECK(values("digitValue", digitValue) == kept());
    CHECK(kept().empty());
    CHECK(file.eof());
}

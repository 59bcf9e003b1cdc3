// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/unicode.h"

#include "core/text/utf8.h"
#include "tests/support/catch.h"

using namespace memtape;
using namespace memtape::unicode;

namespace {

using Mapping = int (*)(char32_t, char32_t*);
std::string mapped(Mapping mapping, char32_t c) {
    char32_t out[3];
    const int count = mapping(c, out);
    return utf8::encoded(std::u32string_view(out, static_cast<size_t>(count)));
}

}

TEST_CASE("a letter of Unicode 15.1 is a letter to everyone who asks", "[unicode]") {
    for (const char32_t c : {firstAddedIdeograph, lastAddedIdeograph}) {
        CHECK(isAlpha(c));
        CHECK(isPrintable(c));
        CHECK(isAssigned(c));
        CHECK(isIdentifierStart(c));
        CHECK(isIdentifierContinue(c));
        CHECK(isWide(c));
        CHECK(findNonIdentifierCharacter("a" + utf8::encoded(c)) == std::string::npos);
        CHECK(normalizedKc(utf8::encoded(c)) == utf8::encoded(c));
    }
    for (const char32_t c : {firstAddedIdeograph - 1, lastAddedIdeograph + 1}) {
        CHECK_FALSE(isAlpha(c));
        CHECK_FALSE(isPrintable(c));
        CHECK_FALSE(isAssigned(c));
        CHECK_FALSE(isIdentifierStart(c));
    }
}

TEST_CASE("digits are decimals, digits, or numbers only", "[unicode]") {
    CHECK((isDecimal(0x663) && isDigit(0x663) && isNumeric(0x663)));   // ARABIC-INDIC DIGIT THREE
    CHECK((!isDecimal(0xB2) && isDigit(0xB2) && isNumeric(0xB2)));     // SUPERSCRIPT TWO
    CHECK((!isDecimal(0xBD) && !isDigit(0xBD) && isNumeric(0xBD)));    // VULGAR FRACTION ONE HALF
    CHECK((isAlpha(0x4E09) && !isDigit(0x4E09) && isNumeric(0x4E09))); // the ideograph for three
    CHECK(decimalValue(0x663) == 3);
    CHECK(decimalValue(0xB2) == -1);
    CHECK(digitValue(0xB2) == 2);
    CHECK(digitValue(0xBD) == -1);
}

TEST_CASE("what can be printed is all but separators, controls and what is not assigned", "[unicode]") {
    CHECK(isPrintable(' '));
    CHECK(isPrintable(0xE9));
    CHECK_FALSE(isPrintable(0xA0));
    CHECK_FALSE(isPrintable(0x7F));
    CHECK_FALSE(isPrintable(0xAD));
    CHECK_FALSE(isPrintable(0xD800));
    CHECK_FALSE(isPrintable(0xE000));
    CHECK_FALSE(isPrintable(0x378));
}

TEST_CASE("identifiers follow PEP 3131", "[unicode]") {
    CHECK(isIdentifierStart('_'));
    CHECK_FALSE(isIdentifierStart('5'));
    CHECK(isIdentifierContinue('5'));
    CHECK(isIdentifierStart(0x2118)); // Other_ID_Start
    CHECK(isIdentifierContinue(0xB7));
    CHECK_FALSE(isIdentifierStart(0xE33)); // its NFKC form begins with a mark
    CHECK(isIdentifierContinue(0x200D));   // new in 15.1
    CHECK(findNonIdentifierCharacter("n\u00E9e") == std::string::npos);
    CHECK(findNonIdentifierCharacter("\u00E9\u20AC") == 2);
    CHECK(findNonIdentifierCharacter("5a") == 0);
}

TEST_CASE("case mappings are the full ones, of up to three characters", "[unicode]") {
    CHECK(mapped(toUpper, 0xDF) == "SS");
    CHECK(mapped(toTitle, 0xDF) == "Ss");
    CHECK(mapped(toFold, 0xDF) == "ss");
    CHECK(mapped(toLower, 0x130) == "i\u0307");
    CHECK(mapped(toUpper, 0xFB03) == "FFI");
    CHECK(mapped(toTitle, 0x1C6) == "\u01C5");
    CHECK(mapped(toUpper, 'a') == "A");
    CHECK(mapped(toLower, 0x4E00) == "\u4E00");
}

TEST_CASE("wide characters take two columns", "[unicode]") {
    CHECK(isWide(0xD55C));
    CHECK(isWide(0x1F600));
    CHECK(isWide(0xFF21));
    CHECK(isWide(0x3099)); // a combining mark, but CPython asks for nothing else
    CHECK(isWide(0x2FFFD));
    CHECK_FALSE(isWide(0x2FFFE));
    CHECK_FALSE(isWide('a'));
    CHECK_FALSE(isWide(0xE9));
    CHECK_FALSE(isWide(0x301));
}

TEST_CASE("names are compared in normalization form KC", "[unicode]") {
    CHECK(normalizedKc("plain") == "plain");
    CHECK(normalizedKc("e\u0301") == "\u00E9");
    CHECK(normalizedKc("\uFB01x") == "fix");
    CHECK(normalizedKc("\uFF21") == "A");
    CHECK(normalizedKc("\u1112\u1161\u11AB") == "\uD55C");
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/character_names.h"

#include "tests/support/catch.h"

using namespace memtape;

namespace {

constexpr char32_t none = 0;
char32_t named(std::string_view name) { return unicode::characterByName(name).value_or(none); }

}

TEST_CASE("characters are found by their names in any case", "[names]") {
    CHECK(named("BULLET") == 0x2022);
    CHECK(named("latin small letter a") == 'a');
    CHECK(named("Grinning Face") == 0x1F600);
    CHECK(named("WEIERSTRASS ELLIPTIC FUNCTION") == 0x2118); // the name without its mistake
    CHECK(named("SCRIPT CAPITAL P") == 0x2118);              // and with it
}

TEST_CASE("names that are no names of characters are not found", "[names]") {
    CHECK(named("") == none);
    CHECK(named("no such thing") == none);
    CHECK(named(" BULLET") == none);
    CHECK(named(std::string_view("BULLET\0x", 8)) == none);
}

TEST_CASE("names that are worked out are capitals, as CPython has it", "[names]") {
    CHECK(named("CJK UNIFIED IDEOGRAPH-4E00") == 0x4E00);
    CHECK(named("cjk unified ideograph-4e00") == none);
    CHECK(named("HANGUL SYLLABLE GA") == 0xAC00);
    CHECK(named("Hangul Syllable Ga") == none);
    CHECK(named("TANGUT IDEOGRAPH-17000") == none);
}

TEST_CASE("the names of Unicode 15.1 are known, and no later ones", "[names]") {
    CHECK(named("CJK UNIFIED IDEOGRAPH-2EBF0") == 0x2EBF0);
    CHECK(named("CJK UNIFIED IDEOGRAPH-2EE5D") == 0x2EE5D);
    CHECK(named("CJK UNIFIED IDEOGRAPH-2EE5E") == none);
    CHECK(named("CJK UNIFIED IDEOGRAPH-02EBF0") == none);
    CHECK(named("IDEOGRAPHIC DESCRIPTION CHARACTER SUBTRACTION") == 0x31EF);
    CHECK(named("ideographic description character rotation") == 0x2FFF);
    CHECK(named("GARAY DIGIT ZERO") == none); // of Unicode 16.0
}

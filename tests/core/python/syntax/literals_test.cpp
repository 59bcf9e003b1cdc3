// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/syntax/literals.h"

#include <cmath>

#include "tests/support/catch.h"

using namespace memtape;

namespace {

Constant number(std::string_view text) {
    size_t digits = 0;
    return *parseNumber(text, 0, digits);
}

}

TEST_CASE("ints are kept as hexadecimal digits whatever their size", "[literals]") {
    CHECK(number("0").text == "0");
    CHECK(number("1_000").text == "3e8");
    CHECK(number("0x_FF").text == "ff");
    CHECK(number("0o17").text == "f");
    CHECK(number("0b101").text == "5");
    CHECK(number("18446744073709551616").text == "10000000000000000");
    CHECK(number("0x1" + std::string(40, '0')).text == "1" + std::string(40, '0'));
}

TEST_CASE("an int may have too many digits", "[literals]") {
    size_t digits = 0;
    CHECK_FALSE(parseNumber(std::string(5000, '1'), 4300, digits).has_value());
    CHECK(digits == 5000);
    CHECK(parseNumber(std::string(4300, '1'), 4300, digits).has_value());
    CHECK(parseNumber("0x" + std::string(5000, '1'), 4300, digits).has_value());
}

TEST_CASE("floats out of range become infinite or zero", "[literals]") {
    CHECK(number("1.5").real == 1.5);
    CHECK(number(".5e1").real == 5.0);
    CHECK(std::isinf(number("1e400").real));
    CHECK(number("1e-400").real == 0.0);
    CHECK(number("0.0000e99999999999999999999").real == 0.0);
    CHECK(std::isinf(number("1" + std::string(400, '0') + ".0").real));
    CHECK(number("0." + std::string(400, '0') + "1").real == 0.0);
    CHECK(number("2J").imaginary == 2.0);
}

TEST_CASE("escapes in strings", "[literals]") {
    CHECK(decodeStringBody("a\\n\\x41\\u00e9\\101\\\n", false, true).text == "a\nA\u00e9A");
    CHECK(decodeStringBody("\\N{BULLET}\\N{latin small letter a}", false, true).text == "\u2022a");
    CHECK(decodeStringBody("\\ud800", false, true).text == "\xed\xa0\x80");
    CHECK(decodeStringBody("\\n", true, true).text == "\\n");
    CHECK(decodeStringBody("\\d\\e", false, true).invalidEscape == "d");
    CHECK(decodeStringBody("\\777", false, true).invalidEscape == "777");
    CHECK(decodeStringBody("\\x4", false, true).problem ==
          "(unicode error) 'unicodeescape' codec can't decode bytes in position 0-2: truncated \\xXX escape");
    CHECK(decodeStringBody("\u00e9\\x4", false, true).problem ==
          "(unicode error) 'unicodeescape' codec can't decode bytes in position 10-12: truncated \\xXX escape");
    CHECK(decodeStringBody("\\U00110000", false, true).problem ==
          "(unicode error) 'unicodeescape' codec can't decode bytes in position 0-9: illegal Unicode character");
}

TEST_CASE("escapes in bytes", "[literals]") {
    CHECK(decodeBytesBody("\\x41\\377\\q", false).text == std::string("A\xff\\q"));
    CHECK(decodeBytesBody("a\\x4", false).problem == "(value error) invalid \\x escape at position 1");
}

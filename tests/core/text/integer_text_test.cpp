// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/integer_text.h"

#include "tests/support/catch.h"

using namespace memtape;

TEST_CASE("addresses are hexadecimal", "[integer]") {
    CHECK(hexText(0) == "0x0");
    CHECK(hexText(255) == "0xff");
    CHECK(hexText(UINT64_MAX) == "0xffffffffffffffff");
}

TEST_CASE("hexadecimal digits become decimal ones, however many they are", "[integer]") {
    CHECK(decimalOfHex("0") == "0");
    CHECK(decimalOfHex("ff") == "255");
    CHECK(decimalOfHex("-FF") == "-255");
    CHECK(decimalOfHex("10000000000000000") == "18446744073709551616");
    CHECK(decimalOfHex("-8000000000000000") == "-9223372036854775808");
    CHECK(decimalOfHex("1", 16) == "18446744073709551616");
    CHECK(decimalOfHex("-1", 1) == "-16");
    CHECK(decimalOfHex("0", 1000) == "0");
    CHECK(decimalOfHex("1", 250) == decimalOfHex("1" + std::string(250, '0')));
}

TEST_CASE("what is no number has no digits", "[integer]") {
    for (const char* text : {"", "-", "0x1", "g", "1.0", "--1"}) CHECK(decimalOfHex(text).empty());
}

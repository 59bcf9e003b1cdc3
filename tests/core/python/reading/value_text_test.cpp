// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/reading/value_text.h"

#include "tests/support/catch.h"

using namespace memtape;

TEST_CASE("large ints come as bytes and are shown in decimal", "[values]") {
    using namespace std::literals;
    CHECK(reprOfInt("-42", 3).text == "-42");
    CHECK(reprOfInt("+\0\0\0\0\0\0\0\0\1"sv, 10).text == "18446744073709551616");
    CHECK(reprOfInt("~\xff\xff\xff\xff\xff\xff\xff\xff"sv, 9).text == "-18446744073709551615");
    ValueText cut = reprOfInt("~\2"sv, 4); // two bytes below it are not known
    CHECK(cut.cut);
    CHECK(cut.text == "-131072");
}

TEST_CASE("older tapes have large ints in hexadecimal", "[values]") {
    CHECK(reprOfInt("0x10000000000000000", 19).text == "18446744073709551616");
    CHECK(reprOfInt("-0xde0b6b3a7640000", 18).text == "-1000000000000000000");
    ValueText cut = reprOfInt("0x1", 4); // 0x1?
    CHECK(cut.cut);
    CHECK(cut.text == "16");
}

TEST_CASE("strings are quoted and escaped as Python does", "[values]") {
    auto str = [](std::string_view s) { return reprOfStr(s, s.size()).text; };
    CHECK(str("") == "''");
    CHECK(str("it's") == "\"it's\"");
    CHECK(str("it's \"so\"") == "'it\\'s \"so\"'");
    CHECK(str("\n\t\r\\\x01\x7f") == "'\\n\\t\\r\\\\\\x01\\x7f'");
    CHECK(str("é한😀") == "'é한😀'");
    CHECK(str("\xc2\xa0\xc2\xad") == "'\\xa0\\xad'");
    CHECK(str("\xe2\x80\x8b\xe2\x80\xa8") == "'\\u200b\\u2028'");
    CHECK(str("\xed\xa0\x80") == "'\\ud800'");
    CHECK(str("\xf0\x9f\xbf\xbf") == "'\\U0001ffff'");
    std::string_view bytes("a'\0\xff", 4);
    CHECK(reprOfBytes(bytes, 4, {}).text == "b\"a'\\x00\\xff\"");
    CHECK(reprOfBytes("x", 1, "bytearray").text == "bytearray(b'x')");
    CHECK(reprOfBytes("x", 1, "Packet").text == "Packet(b'x')");
    ValueText big = reprOfStr(std::string(100000, 'a'), 100000);
    CHECK(big.cut);
    CHECK(big.length == 100002);
    CHECK(big.text.size() == 65536);
    ValueText head = reprOfStr(std::string(65536, 'a'), 1000000);
    CHECK(head.cut);
    CHECK(head.length == 1000002);
}

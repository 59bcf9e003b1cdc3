// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/quoted.h"

#include "tests/support/catch.h"

using namespace memtape;

TEST_CASE("an escape has two, four or eight digits", "[quoted]") {
    CHECK(escapeOf(0) == "\\x00");
    CHECK(escapeOf(0xFF) == "\\xff");
    CHECK(escapeOf(0x100) == "\\u0100");
    CHECK(escapeOf(0xD800) == "\\ud800");
    CHECK(escapeOf(0xFFFF) == "\\uffff");
    CHECK(escapeOf(0x10000) == "\\U00010000");
    CHECK(escapeOf(0x10FFFF) == "\\U0010ffff");
}

TEST_CASE("the quote is the one that needs no escapes, if one of them does not", "[quoted]") {
    CHECK(quotedStr("") == "''");
    CHECK(quotedStr("plain") == "'plain'");
    CHECK(quotedStr("it's") == "\"it's\"");
    CHECK(quotedStr("\"so\"") == "'\"so\"'");
    CHECK(quotedStr("it's \"so\"") == "'it\\'s \"so\"'");
}

TEST_CASE("in a str what cannot be printed is escaped", "[quoted]") {
    CHECK(quotedStr("\n\t\r\\\x01\x7F") == "'\\n\\t\\r\\\\\\x01\\x7f'");
    CHECK(quotedStr("\u00E9\uD55C\U0001F600") == "'\u00E9\uD55C\U0001F600'");
    CHECK(quotedStr("\u00A0\u200B\uE000\U000E0001") == "'\\xa0\\u200b\\ue000\\U000e0001'");
    CHECK(quotedStr("\xED\xA0\x80") == "'\\ud800'");
    CHECK(quotedStr("\U0002EBF0\U0002EE5E") == "'\U0002EBF0\\U0002ee5e'"); // of 15.1, and not
}

TEST_CASE("in bytes all but ASCII is escaped", "[quoted]") {
    CHECK(quotedBytes("") == "''");
    CHECK(quotedBytes("it's \\ \n") == "\"it's \\\\ \\n\"");
    CHECK(quotedBytes(std::string_view("a\0\x80\xFF", 4)) == "'a\\x00\\x80\\xff'");
    CHECK(quotedBytes("\u00E9") == "'\\xc3\\xa9'");
}

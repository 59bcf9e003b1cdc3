// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/quoted_words.h"

#include "tests/support/catch.h"

using namespace memtape;

namespace {

// The words with bars between them.
std::string parted(std::string_view line) {
    const auto words = quotedWords(line);
    if (!words) return "no end";
    std::string out;
    for (const std::string& word : *words) out += word + "|";
    return out;
}

}

TEST_CASE("words are parted by blanks", "[words]") {
    CHECK(parted("") == "");
    CHECK(parted(" \t ") == "");
    CHECK(parted("a  b\tc ") == "a|b|c|");
    CHECK(parted("가 나\r") == "가|나|");
}

TEST_CASE("quotes hold blanks and each other", "[words]") {
    CHECK(parted("a=\"b c\" 'd e'f \"it's\"") == "a=b c|d ef|it's|");
    CHECK(parted("'' \"\"x") == "|x|");
    CHECK(parted(R"("a\"b\\c\n" 'a\b' a\b)") == R"(a"b\c\n|a\b|a\b|)");
}

TEST_CASE("a quote that is not closed makes no words", "[words]") {
    CHECK(parted("a 'b") == "no end");
    CHECK(parted("\"a\\\"") == "no end");
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/utf8.h"

#include "tests/support/catch.h"

using namespace memtape;
using utf8::Problem;
using utf8::Surrogates;

namespace {

// The text step by step: characters in hexadecimal, problems as a word and their length.
std::string steps(std::string_view bytes, Surrogates surrogates = Surrogates::Refused) {
    std::string all;
    for (size_t i = 0; i < bytes.size();) {
        const utf8::Step step = utf8::decode(bytes, i, surrogates);
        char words[32];
        switch (step.problem) {
        case Problem::None: std::snprintf(words, sizeof words, "%x", static_cast<unsigned>(step.character)); break;
        case Problem::InvalidStart: std::snprintf(words, sizeof words, "start:%d", step.length); break;
        case Problem::InvalidContinuation: std::snprintf(words, sizeof words, "continuation:%d", step.length); break;
        case Problem::UnexpectedEnd: std::snprintf(words, sizeof words, "end:%d", step.length); break;
        }
        if (step.problem != Problem::None) CHECK(step.character == utf8::replacementCharacter);
        all += (all.empty() ? "" : " ") + std::string(words);
        i += step.length;
    }
    return all;
}

}

TEST_CASE("each length of UTF-8 begins and ends where Unicode says", "[utf8]") {
    CHECK(steps(std::string_view("\0", 1)) == "0");
    CHECK(steps("\x7F") == "7f");
    CHECK(steps("\xC2\x80") == "80");
    CHECK(steps("\xDF\xBF") == "7ff");
    CHECK(steps("\xE0\xA0\x80") == "800");
    CHECK(steps("\xED\x9F\xBF") == "d7ff");
    CHECK(steps("\xEE\x80\x80") == "e000");
    CHECK(steps("\xEF\xBF\xBF") == "ffff");
    CHECK(steps("\xF0\x90\x80\x80") == "10000");
    CHECK(steps("\xF4\x8F\xBF\xBF") == "10ffff");
    CHECK(steps("a\u00E9\uD55C\U0001F600") == "61 e9 d55c 1f600");
}

TEST_CASE("overlong forms and what lies above U+10FFFF are refused at the first byte that makes them so", "[utf8]") {
    CHECK(steps("\xC0\x80") == "start:1 start:1");
    CHECK(steps("\xC1\xBF") == "start:1 start:1");
    CHECK(steps("\xE0\x80\x80") == "continuation:1 start:1 start:1");
    CHECK(steps("\xE0\x9F\xBF") == "continuation:1 start:1 start:1");
    CHECK(steps("\xF0\x80\x80\x80") == "continuation:1 start:1 start:1 start:1");
    CHECK(steps("\xF0\x8F\xBF\xBF") == "continuation:1 start:1 start:1 start:1");
    CHECK(steps("\xF4\x90\x80\x80") == "continuation:1 start:1 start:1 start:1");
    CHECK(steps("\xF5\x80\x80\x80") == "start:1 start:1 start:1 start:1");
    CHECK(steps("\xFF") == "start:1");
}

TEST_CASE("surrogates are refused in UTF-8, and passed where str's own text is read", "[utf8]") {
    CHECK(steps("\xED\xA0\x80") == "continuation:1 start:1 start:1");
    CHECK(steps("\xED\xBF\xBF") == "continuation:1 start:1 start:1");
    CHECK(steps("\xED\xA0\x80", Surrogates::Passed) == "d800");
    CHECK(steps("\xED\xBF\xBF", Surrogates::Passed) == "dfff");
    CHECK(steps("\xED\xA0\x80\xED\xB0\x80", Surrogates::Passed) == "d800 dc00"); // a pair stays a pair
    CHECK(steps("\xED\x9F\xBF", Surrogates::Passed) == "d7ff");
    CHECK(steps("\xED\xA0", Surrogates::Passed) == "end:2");
}

TEST_CASE("a character that is cut is one problem up to the cut", "[utf8]") {
    CHECK(steps("\xC3") == "end:1");
    CHECK(steps("\xE2\x82") == "end:2");
    CHECK(steps("\xF0\x9F\x98") == "end:3");
    CHECK(steps("\xC3"
                "A") == "continuation:1 41");
    CHECK(steps("\xE2\x82"
                "A") == "continuation:2 41");
    CHECK(steps("\xF0\x9F\x98"
                "A") == "continuation:3 41");
    CHECK(steps("\xF0\x9F\xE2\x82\xAC") == "continuation:2 20ac");
    CHECK(steps("\x80") == "start:1");
    CHECK(steps("a\xBF"
                "b") == "61 start:1 62");
}

TEST_CASE("problems have CPython's words", "[utf8]") {
    CHECK(std::string(utf8::words(Problem::InvalidStart)) == "invalid start byte");
    CHECK(std::string(utf8::words(Problem::InvalidContinuation)) == "invalid continuation byte");
    CHECK(std::string(utf8::words(Problem::UnexpectedEnd)) == "unexpected end of data");
    CHECK(std::string(utf8::words(Problem::None)).empty());
}

TEST_CASE("every code point is written and read back, surrogates as three bytes", "[utf8]") {
    size_t wrong = 0;
    for (char32_t c = 0; c <= 0x10FFFF; ++c) {
        const std::string bytes = utf8::encoded(c);
        const utf8::Step step = utf8::decode(bytes, 0, Surrogates::Passed);
        const bool isSurrogate = c >= 0xD800 && c <= 0xDFFF;
        wrong += bytes.size() != utf8::encodedLength(c) || step.length != bytes.size() || step.character != c || step.problem != Problem::None;
        wrong += (utf8::findProblem(bytes) != std::string::npos) != isSurrogate;
    }
    CHECK(wrong == 0);
    CHECK(utf8::encoded(U"a\u00E9\u20AC\U0001F600") == "a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80");
    std::string text = "x";
    utf8::append(text, 0xD800);
    CHECK(text == "x\xED\xA0\x80");
}

TEST_CASE("ASCII is told apart wherever in the text the first other byte stands", "[utf8]") {
    CHECK(utf8::isAscii(std::string_view()));
    for (size_t size = 0; size < 40; ++size) {
        const std::string plain(size, 'x');
        CHECK(utf8::isAscii(plain));
        CHECK(utf8::asciiLength(plain + "\xC3\xA9" + plain) == size);
        CHECK(utf8::asciiLength(plain + "\xC3\xA9" + plain, size + 2) == size);
        CHECK(utf8::asciiLength(plain, size) == 0);
    }
}

TEST_CASE("the first problem of a text is found behind any number of fine characters", "[utf8]") {
    CHECK(utf8::findProblem("") == std::string::npos);
    CHECK(utf8::findProblem("plain \u00E9 \uD55C") == std::string::npos);
    CHECK(utf8::findProblem("plain \u00E9 \xC3") == 9);
    CHECK(utf8::findProblem("\xFF"
                            "a") == 0);
    CHECK(utf8::findProblem("0123456789\xED\xA0\x80") == 10);
    CHECK(utf8::findProblem("0123456789\xED\xA0\x80", Surrogates::Passed) == std::string::npos);
}

TEST_CASE("characters are counted, a problem as one", "[utf8]") {
    CHECK(utf8::countCharacters("") == 0);
    CHECK(utf8::countCharacters("a\u00E9\uD55C\U0001F600") == 4);
    CHECK(utf8::countCharacters("\xE2\x82"
                                "A") == 2);
    CHECK(utf8::countCharacters("\xC0\x80") == 2);
    CHECK(utf8::countKnownCharacters("a\u00E9\uD55C\U0001F600\xED\xA0\x80") == 5);
}

TEST_CASE("each problem is replaced by one replacement character", "[utf8]") {
    CHECK(utf8::replaceProblems("a\u00E9") == "a\u00E9");
    CHECK(utf8::replaceProblems("\xE2\x82"
                                "A\xFF") == "\uFFFD"
                                            "A\uFFFD");
    CHECK(utf8::replaceProblems("\xED\xA0\x80") == "\uFFFD\uFFFD\uFFFD");
}

// SPDX-License-Identifier: GPL-3.0-or-later
//
// However deep or long a program is, it is read or refused in CPython's words.
#include "core/python/syntax/parser.h"

#include "tests/support/catch.h"

using namespace memtape;

namespace {

std::string repeat(const std::string& text, int count) {
    std::string result;
    for (int i = 0; i < count; i++) result += text;
    return result;
}

std::string outcome(const std::string& text) {
    Arena arena;
    const ParseResult result = parseModule(SourceFile::fromText("<s>", text), arena);
    return result.problem ? result.problem->message : "fine";
}

constexpr const char* tooComplex = "Parser stack overflowed - Python source too complex to parse";

}

TEST_CASE("brackets nest two hundred deep", "[limits]") {
    CHECK(outcome(repeat("(", 200) + "1" + repeat(")", 200)) == "fine");
    CHECK(outcome(repeat("[", 100000)) == "too many nested parentheses");
    CHECK(outcome(repeat("f(a=", 40) + "1 1" + repeat(")", 40)) == "invalid syntax. Perhaps you forgot a comma?");
}

TEST_CASE("operators in front of operands run out of the parser's depth", "[limits]") {
    CHECK(outcome(repeat("-", 5900) + "1") == "fine");
    CHECK(outcome(repeat("-", 100000) + "1") == tooComplex);
    CHECK(outcome(repeat("not ", 100000) + "1") == tooComplex);
    CHECK(outcome(repeat("lambda: ", 100000) + "1") == tooComplex);
    CHECK(outcome(repeat("2 ** ", 100000) + "1") == tooComplex);
    CHECK(outcome(repeat("a if b else ", 100000) + "c") == tooComplex);
    CHECK(outcome("if a: b\n" + repeat("elif a: b\n", 100000)) == tooComplex);
    CHECK(outcome(repeat("~", 5900) + "1 1") == "invalid syntax");
}

TEST_CASE("chains from left to right may be as long as they like", "[limits]") {
    CHECK(outcome("a" + repeat(" + a", 100000)) == "fine");
    CHECK(outcome("a" + repeat(".b", 100000)) == "fine");
    CHECK(outcome("a" + repeat("(b)", 100000)) == "fine");
    CHECK(outcome("a" + repeat(" < a", 100000)) == "fine");
    CHECK(outcome(repeat("a = ", 100000) + "1") == "fine");
    CHECK(outcome(repeat("'a' ", 100000)) == "fine");
}

TEST_CASE("blocks nest a hundred deep", "[limits]") {
    std::string text;
    for (int i = 0; i < 101; i++) text += repeat(" ", i) + "if 1:\n";
    CHECK(outcome(text) == "too many levels of indentation");
}

TEST_CASE("f-strings nest, but not for ever", "[limits]") {
    CHECK(outcome(repeat("f'{", 200)) == "too many nested f-strings");
    CHECK(outcome("f'{a:{b:{c:{d}}}}'") == "f-string: expressions nested too deeply");
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/syntax/display_tokens.h"

#include "tests/support/catch.h"

using namespace memtape;

namespace {

const char* kindName(TokenKind kind) {
    switch (kind) {
    case TokenKind::Name: return "n";
    case TokenKind::Number: return "0";
    case TokenKind::String: return "s";
    case TokenKind::Comment: return "c";
    case TokenKind::SoftKeyword: return "k";
    case TokenKind::FStringStart: return "f";
    case TokenKind::FStringMiddle: return "m";
    case TokenKind::FStringEnd: return "e";
    case TokenKind::Unknown: return "?";
    default: return isKeyword(kind) ? "k" : "o";
    }
}

// "k:if n:x" and so on.
std::string display(const std::string& text) {
    std::string result;
    for (const Token& token : tokenizeForDisplay(text)) {
        if (!result.empty()) result += ' ';
        result += kindName(token.kind);
        result += ':';
        result += token.text(text);
    }
    return result;
}

}

TEST_CASE("everything that has a colour is a token", "[display]") {
    CHECK(display("if x >= 1.5e-3: # why\n  return 'a'\n") == "k:if n:x o:>= 0:1.5e-3 o:: c:# why k:return s:'a'");
    CHECK(display("rb'x' \"\"\"a\nb\"\"\" u'y'") == "s:rb'x' s:\"\"\"a\nb\"\"\" s:u'y'");
}

TEST_CASE("f-strings show their fields", "[display]") {
    CHECK(display("f'a{x!r:>{w}}b' + y") == "f:f' m:a o:{ n:x o:! n:r o:: m:> o:{ n:w o:} o:} m:b e:' o:+ n:y");
    CHECK(display("f'{a}{b}' f'{{c}}'") == "f:f' o:{ n:a o:} o:{ n:b o:} e:' f:f' m:{{c}} e:'");
    CHECK(display("f'{ {1: 2}[1] }'") == "f:f' o:{ o:{ 0:1 o:: 0:2 o:} o:[ 0:1 o:] o:} e:'");
}

TEST_CASE("what is unfinished ends with its line", "[display]") {
    CHECK(display("'abc\nx") == "s:'abc n:x");
    CHECK(display("f'abc{x\ny = 1") == "f:f' m:abc o:{ n:x n:y o:= 0:1");
    CHECK(display("'''abc\nx") == "s:'''abc\nx");
    CHECK(display("x = $ ?") == "n:x o:= ?:$ ?:?");
}

TEST_CASE("soft keywords are keywords only where they begin their statement", "[display]") {
    CHECK(display("match x:\n case [1, y]: pass") == "k:match n:x o:: k:case o:[ 0:1 o:, n:y o:] o:: k:pass");
    CHECK(display("match = type(x)\nprint(match, case)") == "n:match o:= n:type o:( n:x o:) n:print o:( n:match o:, n:case o:)");
    CHECK(display("type X = int; match(x)") == "k:type n:X o:= n:int o:; n:match o:( n:x o:)");
}

TEST_CASE("tokens know their lines and columns", "[display]") {
    const std::string text = "a\n  '''b\nc''' d";
    const std::vector<Token> tokens = tokenizeForDisplay(text);
    REQUIRE(tokens.size() == 3);
    CHECK(tokens[1].line == 2);
    CHECK(tokens[1].column == 2);
    CHECK(tokens[1].endLine == 3);
    CHECK(tokens[1].endColumn == 4);
    CHECK(tokens[2].line == 3);
    CHECK(tokens[2].column == 5);
}

TEST_CASE("any bytes at all can be displayed", "[display]") {
    std::string text;
    for (int i = 0; i < 3000; i++) text += "f'{\"\\#\n}:!)(x\xff\x00"[(i * i + i / 7) % 16];
    size_t end = 0;
    for (const Token& token : tokenizeForDisplay(text)) {
        CHECK(token.begin >= end);
        CHECK(token.end > token.begin);
        end = token.end;
    }
    CHECK(end <= text.size());
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/syntax/lexer.h"

#include "tests/support/catch.h"

using namespace memtape;

namespace {

// The texts of all tokens; those without one as NEWLINE, INDENT, DEDENT, END, ERROR.
std::string tokens(const std::string& text, Lexer::Goal goal = Lexer::Goal::File) {
    const SourceFile source = SourceFile::fromText("<s>", text);
    Lexer lexer(source, goal);
    std::string result;
    for (;;) {
        const Token token = lexer.next();
        if (!result.empty()) result += ' ';
        switch (token.kind) {
        case TokenKind::Newline: result += "NEWLINE"; break;
        case TokenKind::Indent: result += "INDENT"; break;
        case TokenKind::Dedent: result += "DEDENT"; break;
        case TokenKind::EndMarker: return result + "END";
        case TokenKind::Error: return result + "ERROR: " + lexer.problem()->message;
        default: result += token.text(source.text());
        }
    }
}

}

TEST_CASE("blocks open and close by indentation, blank lines and comments aside", "[lexer]") {
    CHECK(tokens("if a:\n  b\n\n  # c\n  c\nd\n") == "if a : NEWLINE INDENT b NEWLINE c NEWLINE DEDENT d NEWLINE END");
    CHECK(tokens("if a:\n\tb\n        c\n") == "if a : NEWLINE INDENT b NEWLINE ERROR: inconsistent use of tabs and spaces in indentation");
    CHECK(tokens("if a:\n    b\n  c\n") == "if a : NEWLINE INDENT b NEWLINE ERROR: unindent does not match any outer indentation level");
}

TEST_CASE("lines go on in brackets and behind backslashes", "[lexer]") {
    CHECK(tokens("a = (1,\n  2)\n") == "a = ( 1 , 2 ) NEWLINE END");
    CHECK(tokens("a = \\\n  1\n") == "a = 1 NEWLINE END");
    CHECK(tokens("a = \\ 1\n") == "a = ERROR: unexpected character after line continuation character");
    CHECK(tokens("(1,\n") == "( 1 , ERROR: '(' was never closed");
    CHECK(tokens("(]") == "( ERROR: closing parenthesis ']' does not match opening parenthesis '('");
    CHECK(tokens("(\n]") == "( ERROR: closing parenthesis ']' does not match opening parenthesis '(' on line 1");
}

TEST_CASE("operators are taken as long as they go", "[lexer]") {
    CHECK(tokens("a**=b//c<<=d->e:=f...g..h") == "a **= b // c <<= d -> e := f ... g . . h NEWLINE END");
}

TEST_CASE("the end of a statement at a prompt closes its blocks", "[lexer]") {
    CHECK(tokens("if a:\n  b", Lexer::Goal::Statement) == "if a : NEWLINE INDENT b NEWLINE DEDENT NEWLINE END");
    CHECK(tokens("a", Lexer::Goal::Expression) == "a END");
}

TEST_CASE("f-strings come in parts, fields as ordinary tokens", "[lexer]") {
    CHECK(tokens("f'a{b!r:>{c}}d'") == "f' a { b ! r : > { c }  } d ' NEWLINE END");
    CHECK(tokens("f'{{a}}'") == "f' { a} ' NEWLINE END");
    CHECK(tokens("f'{f\"{x}\"}'") == "f' { f\" { x } \" } ' NEWLINE END");
    CHECK(tokens("f'{a:=b}'") == "f' { a : =b } ' NEWLINE END");
    CHECK(tokens("f'a") == "f' ERROR: unterminated f-string literal (detected at line 1)");
    CHECK(tokens("f'{a") == "f' { a ERROR: '{' was never closed");
}

TEST_CASE("a keyword may follow a number, with a warning", "[lexer]") {
    const SourceFile source = SourceFile::fromText("<s>", "1if 2else 3\n");
    Lexer lexer(source, Lexer::Goal::File);
    while (lexer.next().kind != TokenKind::EndMarker) {}
    REQUIRE(lexer.warnings().size() == 2);
    CHECK(lexer.warnings()[0].message == "invalid decimal literal");
    CHECK(lexer.warnings()[0].column == 1);
}

TEST_CASE("identifiers are words in any script", "[lexer]") {
    CHECK(tokens("größe = 名前") == "größe = 名前 NEWLINE END");
    CHECK(tokens("a’b") == "ERROR: invalid character '’' (U+2019)");
    CHECK(tokens("a\u00a0b") == "ERROR: invalid non-printable character U+00A0");
}

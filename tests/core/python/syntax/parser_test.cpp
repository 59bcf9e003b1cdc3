// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/syntax/parser.h"

#include "tests/support/ast_dump.h"
#include "tests/support/catch.h"

using namespace memtape;

namespace {

ParseResult parse(const std::string& text, Arena& arena) { return parseModule(SourceFile::fromText("<s>", text), arena); }

}

TEST_CASE("a tree outlives the source it was read from", "[parser]") {
    Arena arena;
    ParseResult result;
    {
        const std::string text = "größe = ﬁn + x\n"; // the ligature is normalised
        result = parse(text, arena);
    }
    REQUIRE(result.module);
    const auto* assign = result.module->body[0]->as<ast::Assign>();
    CHECK(assign->targets[0]->as<ast::Name>()->id == "größe");
    CHECK(assign->value->as<ast::BinOp>()->left->as<ast::Name>()->id == "fin");
}

TEST_CASE("a problem carries what a SyntaxError shows", "[parser]") {
    Arena arena;
    const ParseResult result = parse("x = 1\nif x = 2:\n    pass\n", arena);
    REQUIRE(result.problem);
    CHECK_FALSE(result.module);
    const SyntaxProblem& problem = *result.problem;
    CHECK(problem.kind == SyntaxProblem::Kind::SyntaxError);
    CHECK(problem.message == "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
    CHECK(problem.file == "<s>");
    CHECK(problem.line == 2);
    CHECK(problem.column == 4);
    CHECK(problem.endColumn == 9);
    CHECK(problem.text == "if x = 2:\n");
}

TEST_CASE("columns of a problem count characters", "[parser]") {
    Arena arena;
    const ParseResult result = parse("'é' = 1\n", arena);
    REQUIRE(result.problem);
    CHECK(result.problem->column == 1);
    CHECK(result.problem->endColumn == 4);
}

TEST_CASE("a prompt can tell what is unfinished from what is wrong", "[parser]") {
    const auto isIncomplete = [](const char* text) {
        Arena arena;
        const ParseResult result = parseSingle(SourceFile::fromText("<s>", text), arena);
        REQUIRE(result.problem);
        return result.problem->isIncomplete;
    };
    CHECK(isIncomplete("if x:"));
    CHECK(isIncomplete("(1,"));
    CHECK(isIncomplete("'''abc"));
    CHECK_FALSE(isIncomplete("x = = 1\n"));
    CHECK_FALSE(isIncomplete("(1 2)\n"));
}

TEST_CASE("warnings come once, with the line of their literal", "[parser]") {
    Arena arena;
    const ParseResult result = parse("x = 1\nwith ('\\d', 1) as y: pass\n", arena);
    REQUIRE(result.module);
    REQUIRE(result.warnings.size() == 1);
    CHECK(result.warnings[0].message == "invalid escape sequence '\\d'");
    CHECK(result.warnings[0].line == 2);
}

TEST_CASE("the limit on digits of an int can be set", "[parser]") {
    Arena arena;
    const SourceFile source = SourceFile::fromText("<s>", "x = " + std::string(700, '9'));
    CHECK(parseModule(source, arena).module);
    ParseOptions options;
    options.maxIntDigits = 640;
    const ParseResult result = parseModule(source, arena, options);
    REQUIRE(result.problem);
    CHECK(result.problem->message.substr(0, 44) == "Exceeds the limit (640 digits) for integer s");
}

TEST_CASE("the future of Barry changes the operator for inequality", "[parser]") {
    Arena arena;
    CHECK(parse("from __future__ import barry_as_FLUFL\n1 <> 2\n", arena).module);
    CHECK(parse("from __future__ import barry_as_FLUFL\n1 != 2\n", arena).problem->message == "with Barry as BDFL, use '<>' instead of '!='");
    CHECK(parse("1 <> 2\n", arena).problem->message == "invalid syntax");
}

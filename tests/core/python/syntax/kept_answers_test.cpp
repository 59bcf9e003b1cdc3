// SPDX-License-Identifier: GPL-3.0-or-later
//
// Programs, right and wrong, with CPython 3.13's answers kept beside them: the tree as ast.dump() prints it, or the
// error. The files in data/ are remade by remake_answers.py.
#include <fstream>
#include <string>

#include "core/python/syntax/parser.h"
#include "tests/support/ast_dump.h"
#include "tests/support/catch.h"

using namespace memtape;

namespace {

std::string unescape(const std::string& line) {
    std::string text;
    for (size_t i = 0; i < line.size(); i++) {
        if (line[i] != '\\') {
            text += line[i];
            continue;
        }
        const char c = line[++i];
        text += c == 'n' ? '\n' : c == 't' ? '\t' : c == 'f' ? '\f' : '\\';
    }
    return text;
}

std::string answer(const std::string& mode, const std::string& program) {
    const SourceFile source = SourceFile::fromText("<s>", program);
    Arena arena;
    std::string text;
    std::vector<SyntaxWarning> warnings;
    if (mode == "eval") {
        ParseExpressionResult result = parseExpression(source, arena);
        text = result.problem ? tests::problemRepr(*result.problem) : tests::dumpExpression(*result.expression);
        warnings = std::move(result.warnings);
    } else {
        ParseResult result = mode == "single" ? parseSingle(source, arena) : parseModule(source, arena);
        text = result.problem ? tests::problemRepr(*result.problem) : mode == "check" ? "fine" : tests::dumpModule(*result.module);
        warnings = std::move(result.warnings);
    }
    for (const SyntaxWarning& warning : warnings) text += " | " + std::to_string(warning.line) + ": " + warning.message;
    return text;
}

// Three lines for each program: how to read it, the program, the answer.
int checkFile(const std::string& name) {
    std::ifstream file(std::string(MEMTAPE_SYNTAX_DATA) + "/" + name);
    REQUIRE(file);
    std::string mode, program, wanted;
    int count = 0;
    while (std::getline(file, mode) && std::getline(file, program) && std::getline(file, wanted)) {
        INFO(program);
        CHECK(answer(mode, unescape(program)) == wanted);
        count++;
    }
    return count;
}

}

TEST_CASE("trees are those of CPython, with their positions", "[syntax]") { CHECK(checkFile("trees.txt") > 50); }

TEST_CASE("syntax errors have CPython's words and places", "[syntax]") { CHECK(checkFile("errors.txt") > 400); }

TEST_CASE("expressions and statements at a prompt are read as CPython reads them", "[syntax]") { CHECK(checkFile("goals.txt") > 50); }

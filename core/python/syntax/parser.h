// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// From source text to a syntax tree: CPython 3.13's grammar, and its words where a text is no program.
//
// Either `module` (or `expression`) is set, or `problem` is; warnings may come with both. The tree lives in the arena.

#include <optional>
#include <vector>

#include "core/python/syntax/arena.h"
#include "core/python/syntax/ast.h"
#include "core/source/diagnostic.h"
#include "core/source/source_file.h"

namespace memtape {

struct ParseResult {
    ast::Module* module = nullptr;
    std::optional<SyntaxProblem> problem;
    std::vector<SyntaxWarning> warnings;
};

struct ParseExpressionResult {
    ast::Expr* expression = nullptr;
    std::optional<SyntaxProblem> problem;
    std::vector<SyntaxWarning> warnings;
};

struct ParseOptions {
    int maxIntDigits = 4300; // sys.set_int_max_str_digits(); 0: any number
};

// A whole file: compile(..., "exec").
ParseResult parseModule(const SourceFile& source, Arena& arena, const ParseOptions& options = {});
// One expression, for eval(): compile(..., "eval").
ParseExpressionResult parseExpression(const SourceFile& source, Arena& arena, const ParseOptions& options = {});
// One interactive statement: compile(..., "single").
ParseResult parseSingle(const SourceFile& source, Arena& arena, const ParseOptions& options = {});

}

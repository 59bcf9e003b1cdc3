// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// From a syntax tree to a code unit, as CPython 3.13 compiles it.
//
//     future statements → constant folding → scopes → emitter (instructions with labels) → flow graph → code unit
//
// The tree is changed on the way (folding), so it is compiled once. `code` is set, or `problem` is.

#include <memory>
#include <optional>
#include <vector>

#include "core/python/bytecode/code_unit.h"
#include "core/python/syntax/arena.h"
#include "core/python/syntax/ast.h"
#include "core/source/diagnostic.h"
#include "core/source/source_file.h"

namespace memtape {

struct CompileResult {
    std::shared_ptr<CodeUnit> code;
    std::optional<SyntaxProblem> problem;
    std::vector<SyntaxWarning> warnings;
};

struct CompileOptions {
    // What the code that calls compile(), eval() or exec() has imported from __future__ holds for the new code too.
    bool futureAnnotations = false;
    int optimize = 0;                  // 1: -O, no asserts; 2: -OO, no docstrings either
    bool topLevelAwait = false;        // a module may await, and is a coroutine then (PyCF_ALLOW_TOP_LEVEL_AWAIT)
    bool (*mayInvertBool)() = nullptr; // FoldingOptions has it
};

CompileResult compileModule(ast::Module& module, const SourceFile& source, Arena& arena, const CompileOptions& options = {});
CompileResult compileExpression(ast::Expr* expression, const SourceFile& source, Arena& arena, const CompileOptions& options = {});
// compile(.., "single"): expression statements print their value.
CompileResult compileInteractive(ast::Module& module, const SourceFile& source, Arena& arena, const CompileOptions& options = {});

}

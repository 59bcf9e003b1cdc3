// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Works out what is known before the program runs: operators over constants, tuples of constants, "%s" % (..) as an
// f-string, `in [..]` over constants. Which expressions are folded, and up to which size, is CPython 3.13's choice: it
// decides which instructions, and so which steps, there are.

#include <optional>
#include <string>
#include <vector>

#include "core/python/syntax/arena.h"
#include "core/python/syntax/ast.h"

namespace memtape {

// What folding needs to know of the program and tell of it.
struct FoldingOptions {
    bool futureAnnotations = false; // annotations become strings of their source, so stay as they are
    bool isInteractive = false;     // compile(.., "single"): no docstring
    int optimize = 0;               // above 0: __debug__ is False
    // Asked at each ~True and ~False, of which Python warns where they are worked out; false: the program is to do that. Null: nobody is warned.
    bool (*mayInvertBool)() = nullptr;
};

// Returns false where the tree is too deep (CPython's RecursionError).
bool foldConstants(ast::Module& module, Arena& arena, const FoldingOptions& options);
bool foldConstants(ast::Expr*& expression, Arena& arena, const FoldingOptions& options);

bool constantIsTrue(const Constant& constant);
bool constantsAreEqual(const Constant& a, const Constant& b); // Python's ==

// Operators over constants; nothing where Python would raise, or CPython does not fold.
std::optional<Constant> foldedUnary(ast::UnaryOperator op, const Constant& operand);
std::optional<Constant> foldedBinary(ast::Operator op, const Constant& left, const Constant& right);
std::optional<Constant> foldedSubscript(const Constant& value, const Constant& index);

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Prints trees in exactly the form of CPython's `ast.dump(tree, include_attributes=True)`, so that the two can be
// compared.

#include <string>

#include "core/python/syntax/ast.h"
#include "core/source/diagnostic.h"

namespace memtape::tests {

std::string dumpModule(const ast::Module& module);
std::string dumpExpression(const ast::Expr& expression); // as the body of `ast.Expression`

// A problem as the tuple (type, message, line, column, text, end line, end column); the last five only where it has a
// place.
std::string problemRepr(const SyntaxProblem& problem);

// repr() of a constant's value.
std::string constantRepr(const memtape::Constant& constant);
// repr() of a str; the text is UTF-8 with surrogates as three bytes.
std::string stringRepr(std::string_view text);

}

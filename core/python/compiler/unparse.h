// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// An expression as source text again: what `from __future__ import annotations` keeps of an annotation. Spaces and
// parentheses are CPython's (Python/ast_unparse.c's output), as programs read these strings.

#include <string>

#include "core/python/syntax/ast.h"

namespace memtape {

std::string unparsed(const ast::Expr& expression);

std::string constantRepr(const Constant& constant); // Python's repr()

}

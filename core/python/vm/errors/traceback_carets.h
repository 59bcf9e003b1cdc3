// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The source lines of one traceback entry, with the marks under them: which part of the line was being run, and within an operator, subscript or call
// which part of that. The rules are those of CPython 3.13's traceback module.

#include <functional>
#include <string>
#include <vector>

#include "core/python/bytecode/code_unit.h"

namespace memtape {

// The lines (UTF-8, without line ends) that `position` covers, indented by four blanks, each ending in a line break. "" where they are blank.
std::string markedLines(const std::vector<std::string>& lines, const Position& position);

}

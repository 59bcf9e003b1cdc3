// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Tokens for colouring a text while it is being written.
//
// Unlike the Lexer this never fails and needs no whole program: what is no token becomes one of kind Unknown, an
// unterminated string ends with its line (or, with three quotes, with the text). Comments are tokens, line ends and
// indentation are not. The parts of an f-string are FStringStart, FStringMiddle and FStringEnd, with the tokens of its
// fields between them.

#include <string_view>
#include <vector>

#include "core/python/syntax/token.h"

namespace memtape {

std::vector<Token> tokenizeForDisplay(std::string_view text);

}

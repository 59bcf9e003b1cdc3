// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/syntax/parser.h"

#include "core/syntax/tree_parser.h"

namespace memtape {

ParseResult parseModule(const SourceFile& source, Arena& arena, const ParseOptions& options) {
    ParseResult result;
    TokenStream tokens(source);
    TreeParser parser(tokens, source, arena, options);
    result.module = parser.module();
    if (!result.module) {
        if (parser.problem()) result.problem = parser.problem();
        else if (tokens.lexer().problem()) result.problem = tokens.lexer().problem();
        else { const Token& t = tokens.last(); result.problem = tokens.lexer().makeProblem(SyntaxProblem::Kind::SyntaxError, "invalid syntax", t.line, t.column+1, t.endLine, t.endColumn+1); }
    }
    result.warnings = parser.warnings();
    return result;
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/syntax/parser.h"

#include <algorithm>

#include "core/python/syntax/diagnosis/diagnoser.h"
#include "core/python/syntax/tree_parser.h"

namespace memtape {

namespace {

// One reading of one text, and where that fails the search for the reason.
class Parsing {
public:
    Parsing(const SourceFile& source, Arena& arena, const ParseOptions& options, Lexer::Goal goal)
        : m_tokens(source, goal),
          m_parser(m_tokens, source, arena, options),
          m_source(source) {}

    TreeParser& parser() { return m_parser; }

    // A prompt's statement must be all there is.
    bool hasMoreText() {
        std::string_view rest = m_source.text().substr(m_tokens.lexer().offset());
        while (!rest.empty()) {
            const char c = rest[0];
            if (c == '#') rest.remove_prefix(std::min(rest.find('\n'), rest.size()));
            else if (c == ' ' || c == '\t' || c == '\n' || c == '\014') rest.remove_prefix(1);
            else return true;
        }
        return false;
    }
    SyntaxProblem problemAtLastToken(std::string message) {
        return m_tokens.lexer().makeProblemAt(SyntaxProblem::Kind::SyntaxError, std::move(message), m_tokens.last());
    }

    SyntaxProblem explain(std::string_view rule);
    std::vector<SyntaxWarning> warnings();

private:
    static constexpr size_t LargeTokenCount = 100'000;

    SyntaxProblem findProblem(std::string_view rule);
    std::optional<SyntaxProblem> problemInRest();

    TokenStream m_tokens;
    TreeParser m_parser;
    const SourceFile& m_source;
};

// In CPython's order: what the tokenizer could not read comes first, then what a literal or a mistake's rule says, else
// "invalid syntax" at the last token that the first reading looked at. The last three give way to an error of the
// tokenizer further on.
SyntaxProblem Parsing::explain(std::string_view rule) {
    const bool isIncomplete = m_tokens.lexer().hasReachedEnd();
    SyntaxProblem problem = findProblem(rule);
    problem.isIncomplete = isIncomplete;
    return problem;
}

SyntaxProblem Parsing::findProblem(std::string_view rule) {
    Lexer& lexer = m_tokens.lexer();
    if (lexer.hasFailed()) return *lexer.problem();
    lexer.setWarns(false);
    std::optional<SyntaxProblem> problem = m_parser.problem();
    if (problem && problem->kind == SyntaxProblem::Kind::MemoryError) return *problem;
    // A copy: to look at a literal, the diagnoser has the parser read what stands in its braces, which may add to them.
    const std::vector<TreeParser::Suspect> suspects = m_parser.suspects();
    for (const TreeParser::Suspect& suspect : suspects) {
        if (!problem) problem = diagnosis::Diagnoser(m_tokens, m_parser, m_source).diagnoseSuspect(suspect);
        if (lexer.hasFailed()) return *lexer.problem();
    }
    const Token last = m_tokens.last();
    if (!problem) {
        // From the start, as CPython does it, it takes a second for each megabyte. In a large file only the statement
        // that failed is read again; the difference shows where a rule for a mistake fits a correct program.
        const size_t firstToken = m_tokens.fetchedCount() < LargeTokenCount ? 0 : m_parser.statementStart();
        problem = diagnosis::Diagnoser(m_tokens, m_parser, m_source).diagnose(rule, firstToken);
        if (lexer.hasFailed()) return *lexer.problem();
    }
    const bool isGeneric = !problem;
    if (isGeneric) {
        if (last.kind == TokenKind::Indent || last.kind == TokenKind::Dedent) {
            return lexer.makeProblemAt(SyntaxProblem::Kind::IndentationError,
                                       last.kind == TokenKind::Indent ? "unexpected indent" : "unexpected unindent", m_tokens.last());
        }
        problem = lexer.makeProblem(SyntaxProblem::Kind::SyntaxError, "invalid syntax", last.line, last.column + 1, last.endLine, last.endColumn + 1);
    }
    if (isGeneric || !lexer.hasReachedEnd()) {
        if (auto inRest = problemInRest()) return *inRest;
    }
    return *problem;
}

std::optional<SyntaxProblem> Parsing::problemInRest() {
    const int line = m_tokens.last().line;
    Lexer& lexer = m_tokens.lexer();
    for (;;) {
        const Token token = lexer.next();
        if (token.kind == TokenKind::EndMarker) return std::nullopt;
        if (token.kind != TokenKind::Error) continue;
        // Inside an f-string the error found first stands.
        if (lexer.isInFString()) return std::nullopt;
        if (lexer.hasWrongToken()) return lexer.problem();
        // An open bracket counts only when it was open before the line of the error.
        if (!lexer.brackets().empty() && line > lexer.brackets().back().line) return lexer.unclosedBracketProblem();
        return std::nullopt;
    }
}

// A text that was read twice may have warned twice.
std::vector<SyntaxWarning> Parsing::warnings() {
    std::vector<SyntaxWarning> all = std::move(m_tokens.lexer().warnings());
    for (SyntaxWarning& warning : m_parser.warnings()) all.push_back(std::move(warning));
    std::stable_sort(all.begin(), all.end(), [](const auto& x, const auto& y) { return x.line != y.line ? x.line < y.line : x.column < y.column; });
    const auto isSame = [](const auto& x, const auto& y) { return x.line == y.line && x.column == y.column && x.message == y.message; };
    all.erase(std::unique(all.begin(), all.end(), isSame), all.end());
    return all;
}

}

ParseResult parseModule(const SourceFile& source, Arena& arena, const ParseOptions& options) {
    ParseResult result;
    Parsing parsing(source, arena, options, Lexer::Goal::File);
    result.module = parsing.parser().module();
    if (!result.module) result.problem = parsing.explain("file");
    result.warnings = parsing.warnings();
    return result;
}

ParseExpressionResult parseExpression(const SourceFile& source, Arena& arena, const ParseOptions& options) {
    ParseExpressionResult result;
    Parsing parsing(source, arena, options, Lexer::Goal::Expression);
    result.expression = parsing.parser().wholeExpression();
    if (!result.expression) result.problem = parsing.explain("eval");
    result.warnings = parsing.warnings();
    return result;
}

ParseResult parseSingle(const SourceFile& source, Arena& arena, const ParseOptions& options) {
    ParseResult result;
    Parsing parsing(source, arena, options, Lexer::Goal::Statement);
    result.module = parsing.parser().single();
    if (!result.module) {
        result.problem = parsing.explain("interactive");
    } else if (parsing.hasMoreText()) {
        result.module = nullptr;
        result.problem = parsing.problemAtLastToken("multiple statements found while compiling a single statement");
    }
    result.warnings = parsing.warnings();
    return result;
}

}

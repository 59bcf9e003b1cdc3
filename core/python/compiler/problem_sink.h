// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where the compiler's passes leave the first problem and the warnings before it. A pass goes on after a problem; what it
// makes then is thrown away, and nothing it still finds is told: CPython stops at the first.

#include <optional>
#include <string>
#include <vector>

#include "core/python/syntax/ast.h"
#include "core/source/diagnostic.h"

namespace memtape {

class ProblemSink {
public:
    bool hasProblem() const { return m_problem.has_value(); }

    void error(const ast::Range& range, std::string message) {
        if (m_problem) return;
        m_problem.emplace();
        m_problem->message = std::move(message);
        m_problem->line = range.line;
        m_problem->column = range.column + 1; // in bytes: CPython's compiler does not count characters here
        m_problem->endLine = range.endLine;
        m_problem->endColumn = range.endColumn + 1;
    }

    // As above, where CPython has None for the end's column.
    void errorAtStart(const ast::Range& range, std::string message) {
        if (m_problem) return;
        error(range, std::move(message));
        m_problem->endLine = range.line;
        m_problem->endColumn = 0;
    }

    void warning(const ast::Range& range, std::string message) {
        if (!m_problem) m_warnings.push_back({std::move(message), range.line, range.column + 1, range.endColumn + 1, range.endLine, true});
    }

    void tooDeep() {
        if (m_problem) return;
        m_problem.emplace();
        m_problem->kind = SyntaxProblem::Kind::RecursionError;
        m_problem->message = "maximum recursion depth exceeded during compilation";
        m_problem->hasPosition = false;
        m_problem->hasText = false;
    }

    std::optional<SyntaxProblem> takeProblem() { return std::move(m_problem); }
    std::vector<SyntaxWarning> takeWarnings() { return std::move(m_warnings); }

private:
    std::optional<SyntaxProblem> m_problem;
    std::vector<SyntaxWarning> m_warnings;
};

// How deep the passes follow a tree; CPython 3.13 stops at its native recursion limit.
inline constexpr int maxTreeDepth = 10000;

}

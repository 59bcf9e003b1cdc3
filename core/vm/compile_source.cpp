// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vm/compile_source.h"

#include "core/compiler/compiler.h"
#include "core/objects/errors.h"
#include "core/objects/int_object.h"
#include "core/objects/protocol.h"
#include "core/objects/str_object.h"
#include "core/objects/tuple_object.h"
#include "core/objects/warnings.h"
#include "core/syntax/parser.h"
#include "core/vm/program.h"

namespace memtape {

Failure raiseSyntaxProblem(const SyntaxProblem& problem) {
    using Kind = SyntaxProblem::Kind;
    if (problem.kind == Kind::MemoryError) return raiseMemoryError();
    if (problem.kind == Kind::RecursionError) return raise(exc::RecursionError, "{}", problem.message);
    Type* type = problem.kind == Kind::TabError ? exc::TabError : problem.kind == Kind::IndentationError ? exc::IndentationError : exc::SyntaxError;
    Ref<> message = newStr(problem.message), file = newStr(problem.file);
    if (!message || !file) return Failure();
    Ref<> place;
    if (problem.hasPosition) {
        Ref<> line = newInt(problem.line), column = newInt(problem.column), endLine = newInt(problem.endLine), endColumn = newInt(problem.endColumn);
        Ref<> text = problem.hasText ? newStr(problem.text) : newNone();
        if (!text) return Failure();
        place = packTuple(file.get(), line.get(), column.get(), text.get(), endLine.get(), endColumn.get());
    } else {
        place = packTuple(file.get(), None, None, None);
    }
    Ref<> error = place ? Ref<>(call(type, message, place)) : Ref<>();
    return error ? raiseInstance(error) : Failure();
}

namespace {

struct Compiled {
    std::shared_ptr<CodeUnit> unit;
    std::optional<SyntaxProblem> problem;
    std::vector<SyntaxWarning> warnings, compilerWarnings;
};

Compiled compileText(const SourceFile& source, CompileMode mode, bool futureAnnotations) {
    Arena arena;
    CompileOptions options;
    options.futureAnnotations = futureAnnotations;
    if (mode == CompileMode::Eval) {
        ParseExpressionResult parsed = parseExpression(source, arena);
        if (parsed.problem) return {nullptr, parsed.problem, parsed.warnings, {}};
        CompileResult made = compileExpression(parsed.expression, source, arena, options);
        return {made.code, made.problem, parsed.warnings, made.warnings};
    }
    bool single = mode == CompileMode::Single;
    ParseResult parsed = single ? parseSingle(source, arena) : parseModule(source, arena);
    if (parsed.problem) return {nullptr, parsed.problem, parsed.warnings, {}};
    CompileResult made = single ? compileInteractive(*parsed.module, source, arena, options) : compileModule(*parsed.module, source, arena, options);
    return {made.code, made.problem, parsed.warnings, made.warnings};
}

// A filter that makes an error of the warning makes a SyntaxError of it, at the same place. What the parser warns of is known with its source
// line, what the compiler warns of without.
bool giveWarnings(const std::vector<SyntaxWarning>& warnings, const SourceFile& source, bool withText, std::optional<SyntaxProblem>* problem) {
    for (const SyntaxWarning& warning : warnings) {
        if (warnAt(exc::SyntaxWarning, warning.message, source.name(), warning.line)) continue;
        if (!errorMatches(exc::SyntaxWarning)) return false;
        clearError();
        problem->emplace();
        SyntaxProblem& made = **problem;
        made.message = warning.message;
        made.file = source.name();
        made.line = made.endLine = warning.line;
        made.column = warning.column;
        made.endColumn = warning.endColumn;
        made.text = source.line(warning.line);
        made.hasText = withText;
        return false;
    }
    return true;
}

}

Owned compileSource(const SourceFile& source, CompileMode mode, CodeOrigin origin, bool futureAnnotations, std::optional<SyntaxProblem>* problem) {
    Compiled compiled = compileText(source, mode, futureAnnotations);
    std::optional<SyntaxProblem> refused;
    if (!giveWarnings(compiled.warnings, source, true, &refused) || !giveWarnings(compiled.compilerWarnings, source, false, &refused)) {
        if (!refused) return nullptr;
        compiled.problem = std::move(refused);
    }
    if (!compiled.problem) return newCode(compiled.unit, origin);
    if (problem) {
        *problem = std::move(compiled.problem);
        return nullptr;
    }
    return raiseSyntaxProblem(*compiled.problem);
}

}

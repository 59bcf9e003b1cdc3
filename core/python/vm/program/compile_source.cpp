// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/vm/program/compile_source.h"

#include "core/python/compiler/compiler.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"
#include "core/python/syntax/parser.h"
#include "core/python/vm/errors/warnings.h"
#include "core/python/vm/program/program.h"

namespace memtape {

Failure raiseSyntaxProblem(const SyntaxProblem& problem) {
    using Kind = SyntaxProblem::Kind;
    if (problem.kind == Kind::MemoryError) return raise(exc::MemoryError, "{}", problem.message);
    if (problem.kind == Kind::RecursionError) return raise(exc::RecursionError, "{}", problem.message);
    Type* type = problem.kind == Kind::TabError ? exc::TabError : problem.kind == Kind::IndentationError ? exc::IndentationError : exc::SyntaxError;
    if (!problem.hasPosition) return raise(type, "{}", problem.message); // CPython found it before it thought of a place
    Ref<> message = newStr(problem.message), file = newStr(problem.file);
    if (!message || !file) return Failure();
    Ref<> line = newInt(problem.line), column = newInt(problem.column), endLine = newInt(problem.endLine), endColumn = newInt(problem.endColumn);
    Ref<> text = problem.hasText ? newStr(problem.text) : newNone();
    if (!text) return Failure();
    if (problem.isOfScopes) {
        Ref<> error = call(type, message);
        const std::pair<const char*, Object*> parts[] = {{"filename", file}, {"lineno", line},        {"offset", column},
                                                         {"text", text},     {"end_lineno", endLine}, {"end_offset", endColumn}};
        for (auto [name, value] : parts) {
            Ref<> attribute = newStr(name);
            if (!error || !attribute || !setAttr(error, attribute, value)) return Failure();
        }
        return raiseInstance(error);
    }
    Ref<> place = problem.line == 0 ? packTuple(file.get(), line.get(), column.get(), text.get())
                                    : packTuple(file.get(), line.get(), column.get(), text.get(), endLine.get(), endColumn.get());
    Ref<> error = place ? Ref<>(call(type, message, place)) : Ref<>();
    return error ? raiseInstance(error) : Failure();
}

namespace {

struct Compiled {
    std::shared_ptr<CodeUnit> unit;
    std::optional<SyntaxProblem> problem;
    std::vector<SyntaxWarning> warnings; // those of the parser first
};

Compiled withWarnings(std::vector<SyntaxWarning> warnings, CompileResult made) {
    warnings.insert(warnings.end(), made.warnings.begin(), made.warnings.end());
    return {std::move(made.code), std::move(made.problem), std::move(warnings)};
}

Compiled compileText(const SourceFile& source, CompileMode mode, bool futureAnnotations) {
    Arena arena;
    CompileOptions options;
    options.futureAnnotations = futureAnnotations;
    if (mode == CompileMode::Eval) {
        ParseExpressionResult parsed = parseExpression(source, arena);
        if (parsed.problem) return {nullptr, parsed.problem, parsed.warnings};
        return withWarnings(parsed.warnings, compileExpression(parsed.expression, source, arena, options));
    }
    bool single = mode == CompileMode::Single;
    ParseResult parsed = single ? parseSingle(source, arena) : parseModule(source, arena);
    if (parsed.problem) return {nullptr, parsed.problem, parsed.warnings};
    return withWarnings(parsed.warnings,
                        single ? compileInteractive(*parsed.module, source, arena, options) : compileModule(*parsed.module, source, arena, options));
}

}

Owned compileSource(const SourceFile& source, CompileMode mode, CodeOrigin origin, bool futureAnnotations, std::optional<SyntaxProblem>* problem) {
    Compiled compiled = compileText(source, mode, futureAnnotations);
    for (const SyntaxWarning& warning : compiled.warnings)
        if (!warnOfSyntax(source, warning)) return nullptr;
    if (!compiled.problem) return newCode(compiled.unit, origin);
    if (problem) {
        *problem = std::move(compiled.problem);
        return nullptr;
    }
    return raiseSyntaxProblem(*compiled.problem);
}

}

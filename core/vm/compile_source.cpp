// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vm/compile_source.h"

#include "core/compiler/compiler.h"
#include "core/objects/errors.h"
#include "core/objects/int_object.h"
#include "core/objects/protocol.h"
#include "core/objects/str_object.h"
#include "core/objects/tuple_object.h"
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
};

Compiled compileText(const SourceFile& source, const std::string& file, CompileMode mode, uint32_t flags) {
    Arena arena;
    CompileOptions options;
    options.inheritedFlags = flags;
    if (mode == CompileMode::Eval) {
        ParseExpressionResult parsed = parseExpression(source, arena);
        if (parsed.problem) return {nullptr, parsed.problem};
        CompileResult made = compileExpression(*parsed.expression, file, options);
        return {made.code, made.problem};
    }
    ParseResult parsed = mode == CompileMode::Single ? parseSingle(source, arena) : parseModule(source, arena);
    if (parsed.problem) return {nullptr, parsed.problem};
    CompileResult made = mode == CompileMode::Single ? compileSingle(*parsed.module, file, options) : compileModule(*parsed.module, file, options);
    return {made.code, made.problem};
}

}

Owned compileSource(std::string_view text, const std::string& file, CompileMode mode, CodeOrigin origin, uint32_t inheritedFlags) {
    SourceFile source = SourceFile::fromText(file, text);
    Compiled compiled = compileText(source, file, mode, inheritedFlags);
    if (compiled.problem) {
        if (compiled.problem->hasText && compiled.problem->text.empty()) compiled.problem->text = source.lineText(compiled.problem->line);
        return raiseSyntaxProblem(*compiled.problem);
    }
    return newCode(compiled.unit, origin);
}

}

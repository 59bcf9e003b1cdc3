// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/compiler/compiler.h"

#include "core/python/compiler/constant_folding.h"
#include "core/python/compiler/emitter.h"
#include "core/python/compiler/scopes.h"

namespace memtape {

using namespace ast;

namespace {

constexpr uint32_t barryFlag = 0x400000; // from __future__ import barry_as_FLUFL

struct FutureStatements {
    uint32_t flags = 0;
    const ImportFrom* last = nullptr;
};

void readFeature(const Alias& alias, const Range& statement, FutureStatements& future, ProblemSink& sink) {
    constexpr std::string_view always[] = {"nested_scopes",  "generators",     "division",         "absolute_import",
                                           "with_statement", "print_function", "unicode_literals", "generator_stop"};
    for (const std::string_view name : always) {
        if (alias.name == name) return;
    }
    if (alias.name == "annotations") future.flags |= CodeFlag::FutureAnnotations;
    else if (alias.name == "barry_as_FLUFL") future.flags |= barryFlag;
    else if (alias.name == "braces") sink.errorAtStart(statement, "not a chance");
    else sink.errorAtStart(statement, "future feature " + std::string(alias.name.substr(0, 100)) + " is not defined");
}

// Only a docstring and other future statements may come before a future statement.
FutureStatements readFuture(const Module& module, ProblemSink& sink) {
    FutureStatements future;
    bool isOver = false;
    int previousLine = 0;
    for (const Stmt* statement : docstringOf(module.body) ? module.body.subspan(1) : module.body) {
        if (isOver && statement->range.line > previousLine) break;
        previousLine = statement->range.line;
        if (statement->kind == StmtKind::ImportFrom && statement->as<ImportFrom>()->module == "__future__" &&
            statement->as<ImportFrom>()->level == 0) {
            const auto& node = *statement->as<ImportFrom>();
            if (isOver) {
                sink.error(node.range, "from __future__ imports must occur at the beginning of the file");
                break;
            }
            for (const Alias& alias : node.names) readFeature(alias, node.range, future, sink);
            future.last = &node;
        } else {
            isOver = true;
        }
    }
    return future;
}

CompileResult finished(std::shared_ptr<CodeUnit> code, ProblemSink& sink, const SourceFile& source) {
    CompileResult result;
    result.problem = sink.takeProblem();
    result.warnings = sink.takeWarnings();
    if (!result.problem) {
        result.code = std::move(code);
        return result;
    }
    result.problem->file = source.name();
    // CPython's compiler reads the line from the file again, so for a text of the running program there is none
    if (source.origin() == SourceFile::Origin::Text) result.problem->hasText = false;
    if (result.problem->hasText) result.problem->text = source.quotedLine(result.problem->line);
    return result;
}

// CPython's symbol table raises its errors in its own way.
CompileResult wrongScopes(ProblemSink& sink, const SourceFile& source) {
    CompileResult result = finished(nullptr, sink, source);
    result.problem->isOfScopes = true;
    return result;
}

CompileResult compileStatements(Module& module, const SourceFile& source, Arena& arena, const CompileOptions& options, bool isInteractive) {
    ProblemSink sink;
    FutureStatements future = readFuture(module, sink);
    if (options.futureAnnotations) future.flags |= CodeFlag::FutureAnnotations;
    const bool futureAnnotations = future.flags & CodeFlag::FutureAnnotations;
    if (!sink.hasProblem() && !foldConstants(module, arena, {futureAnnotations, isInteractive, options.optimize, options.mayInvertBool}))
        sink.tooDeep();
    if (sink.hasProblem()) return finished(nullptr, sink, source);
    const ScopeTable scopes = buildScopes(module, arena, {futureAnnotations}, sink);
    if (sink.hasProblem()) return wrongScopes(sink, source);
    Emitter emitter(scopes, source, arena, sink, {future.flags, future.last, options.optimize, options.topLevelAwait});
    auto code = isInteractive ? emitter.compileInteractive(module) : emitter.compileModule(module);
    return finished(std::move(code), sink, source);
}

}

CompileResult compileModule(Module& module, const SourceFile& source, Arena& arena, const CompileOptions& options) {
    return compileStatements(module, source, arena, options, false);
}

CompileResult compileInteractive(Module& module, const SourceFile& source, Arena& arena, const CompileOptions& options) {
    return compileStatements(module, source, arena, options, true);
}

CompileResult compileExpression(Expr* expression, const SourceFile& source, Arena& arena, const CompileOptions& options) {
    ProblemSink sink;
    if (!foldConstants(expression, arena, {options.futureAnnotations, false, options.optimize, options.mayInvertBool})) sink.tooDeep();
    if (sink.hasProblem()) return finished(nullptr, sink, source);
    const ScopeTable scopes = buildScopes(*expression, arena, {options.futureAnnotations}, sink);
    if (sink.hasProblem()) return wrongScopes(sink, source);
    const uint32_t flags = options.futureAnnotations ? CodeFlag::FutureAnnotations : 0u;
    Emitter emitter(scopes, source, arena, sink, {flags, nullptr, options.optimize, options.topLevelAwait});
    auto code = emitter.compileExpression(*expression);
    return finished(std::move(code), sink, source);
}

}

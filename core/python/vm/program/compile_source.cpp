// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/vm/program/compile_source.h"

#include "core/python/compiler/compiler.h"
#include "core/python/compiler/constant_folding.h"
#include "core/python/modules/ast/tree_objects.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/interpreter.h"
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
    Ref<> line = newInt(problem.line), column = newInt(problem.column), endLine = newInt(problem.endLine),
          endColumn = problem.endColumn < 0 && problem.isOfScopes ? newNone() : newInt(problem.endColumn);
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

// The warning comes where the text is compiled; where it is made an exception, the program raises that when it comes there.
bool mayInvertBool() {
    if (Ref<> inverted = numberInvert(True)) return true;
    if (!interpreter.stopping) clearError();
    return false;
}

// A text on its way to code.
class Compilation {
public:
    Compilation(const SourceFile& source, const CompileRequest& request) : m_source(source), m_request(request) {
        m_options.futureAnnotations = request.futureAnnotations;
        m_options.optimize = request.optimize;
        m_options.topLevelAwait = request.flags & CompileTopLevelAwait;
        if (request.isAsked) m_options.mayInvertBool = mayInvertBool;
    }

    std::optional<SyntaxProblem> problem;
    std::vector<SyntaxWarning> warnings; // those of the parser first

    void parse() {
        if (m_request.mode == CompileMode::Eval) {
            ParseExpressionResult parsed = parseExpression(m_source, arena);
            tree = {ast::ModKind::Expression, {}, parsed.expression, {}};
            problem = std::move(parsed.problem);
            warnings = std::move(parsed.warnings);
            return;
        }
        const bool single = m_request.mode == CompileMode::Single;
        ParseResult parsed = single ? parseSingle(m_source, arena) : parseModule(m_source, arena);
        tree = {
            single ? ast::ModKind::Interactive : ast::ModKind::Module, parsed.module ? parsed.module->body : ast::List<ast::Stmt*>(), nullptr, {}};
        problem = std::move(parsed.problem);
        warnings = std::move(parsed.warnings);
    }

    std::shared_ptr<CodeUnit> compile() {
        ast::Module module{tree.body};
        CompileResult made = tree.kind == ast::ModKind::Expression    ? compileExpression(tree.expression, m_source, arena, m_options)
                             : tree.kind == ast::ModKind::Interactive ? compileInteractive(module, m_source, arena, m_options)
                                                                      : compileModule(module, m_source, arena, m_options);
        problem = std::move(made.problem);
        warnings.insert(warnings.end(), made.warnings.begin(), made.warnings.end());
        return made.code;
    }

    // As the compiler folds it, for a program to look at.
    void fold() {
        const FoldingOptions folding{m_request.futureAnnotations, tree.kind == ast::ModKind::Interactive, m_request.optimize,
                                     m_options.mayInvertBool};
        ast::Module module{tree.body};
        if (tree.expression) foldConstants(tree.expression, arena, folding);
        else foldConstants(module, arena, folding);
    }

    bool wantsTree() const { return m_request.flags & CompileOnlyAst; }
    bool wantsFolded() const { return (m_request.flags & CompileOptimizedAst) == CompileOptimizedAst; }
    bool warn() const {
        for (const SyntaxWarning& warning : warnings)
            if (!warnOfSyntax(m_source, warning)) return false;
        return true;
    }

    Arena arena;
    ast::Mod tree;

private:
    const SourceFile& m_source;
    const CompileRequest& m_request;
    CompileOptions m_options;
};

// codeop asks so whether a prompt has to wait for more.
Failure raiseIncomplete(const SyntaxProblem& problem) {
    Ref<> file = newStr(problem.file), text = problem.hasText ? newStr(problem.text) : newNone();
    Ref<> line = newInt(problem.line), column = newInt(problem.column), endLine = newInt(problem.endLine), endColumn = newInt(problem.endColumn);
    Ref<> message = newStr("incomplete input");
    Ref<> place = file && text ? Ref<>(packTuple(file.get(), line.get(), column.get(), text.get(), endLine.get(), endColumn.get())) : Ref<>();
    Ref<> error = message && place ? Ref<>(call(exc::_IncompleteInputError, message, place)) : Ref<>();
    return error ? raiseInstance(error) : Failure();
}

// More text could make a program of it. A string that its line's end has broken off stays so.
bool mayGoOn(const SourceFile& source, const SyntaxProblem& problem) {
    const auto begins = [&](std::string_view text) { return problem.message.compare(0, text.size(), text) == 0; };
    if (begins("unexpected character after line continuation") || begins("unterminated f-string literal")) return false;
    if (begins("unterminated string literal")) return source.hasAddedLineEnd();
    return problem.isIncomplete;
}

// At a prompt a block ends with an empty line; codeop asks that the end of the text is none.
bool leavesBlockOpen(const SourceFile& source, const CompileRequest& request) {
    if (request.mode != CompileMode::Single || !(request.flags & CompileDontImplyDedent) || !source.hasAddedLineEnd()) return false;
    const std::string_view last = source.line(source.lineCount());
    return !last.empty() && (last[0] == ' ' || last[0] == '\t') && last.find_first_not_of(" \t\f\n") != std::string_view::npos;
}
Failure raiseOpenBlock(const SourceFile& source, const CompileRequest& request) {
    SyntaxProblem problem;
    problem.message = "invalid syntax";
    problem.file = source.name();
    problem.line = problem.endLine = source.lineCount();
    problem.column = problem.endColumn = static_cast<int>(source.line(problem.line).size());
    problem.text = source.line(problem.line);
    return request.flags & CompileAllowIncomplete ? raiseIncomplete(problem) : raiseSyntaxProblem(problem);
}

}

Owned compileSource(const SourceFile& source, const CompileRequest& request, std::optional<SyntaxProblem>* problem) {
    Compilation compilation(source, request);
    compilation.parse();
    std::shared_ptr<CodeUnit> unit;
    if (!compilation.problem && !compilation.wantsTree()) unit = compilation.compile();
    if (!compilation.warn()) return nullptr;
    if (!compilation.problem && leavesBlockOpen(source, request)) return raiseOpenBlock(source, request);
    if (!compilation.problem && unit) return newCode(unit, request.origin);
    if (!compilation.problem) {
        if (compilation.wantsFolded()) compilation.fold();
        return objectsOfTree(compilation.tree);
    }
    if (problem) {
        *problem = std::move(compilation.problem);
        return nullptr;
    }
    if ((request.flags & CompileAllowIncomplete) && mayGoOn(source, *compilation.problem)) return raiseIncomplete(*compilation.problem);
    return raiseSyntaxProblem(*compilation.problem);
}

Owned compileSyntaxTree(Object* tree, const std::string& filename, const CompileRequest& request) {
    const SourceFile source = SourceFile::fromText(filename, "");
    Compilation compilation(source, request);
    if (compilation.wantsTree() && !compilation.wantsFolded()) return newRef(tree);
    const ast::ModKind wanted = request.mode == CompileMode::Eval     ? ast::ModKind::Expression
                                : request.mode == CompileMode::Single ? ast::ModKind::Interactive
                                                                      : ast::ModKind::Module;
    if (!treeOfObjects(tree, wanted, compilation.arena, &compilation.tree) || !validateTree(compilation.tree)) return nullptr;
    if (compilation.wantsFolded()) {
        compilation.fold();
        return objectsOfTree(compilation.tree);
    }
    std::shared_ptr<CodeUnit> unit = compilation.compile();
    if (!compilation.warn()) return nullptr;
    return compilation.problem ? Owned(raiseSyntaxProblem(*compilation.problem)) : newCode(unit, request.origin);
}

}

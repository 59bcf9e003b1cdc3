// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Walks the tree and writes each code unit's instructions.
//
// Units nest as the program's scopes do: entering a function pushes a unit, leaving it makes a CodeUnit that becomes a constant of
// the unit around. Inside a unit, "frame blocks" say what a `return`, `break` or `continue` has to undo on its way out: loops,
// handlers, `with`, `finally` bodies (which are emitted once for each way out).
//
// A problem found here is noted, and the walk goes on; the code is then thrown away. So functions return nothing and need no checks.
//
// The families of emission are in emit_<family>.cpp.

#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/python/bytecode/code_unit.h"
#include "core/python/compiler/conditional_spans.h"
#include "core/python/compiler/constant_table.h"
#include "core/python/compiler/flow/flow_graph.h"
#include "core/python/compiler/instruction_sequence.h"
#include "core/python/compiler/problem_sink.h"
#include "core/python/compiler/scopes.h"
#include "core/python/syntax/arena.h"
#include "core/python/syntax/ast.h"
#include "core/source/source_file.h"

namespace memtape {

// Names in the order of their first use.
class NameTable {
public:
    int add(std::string_view name);
    int find(std::string_view name) const; // -1 where it is not there
    int count() const { return static_cast<int>(m_names.size()); }
    const std::vector<std::string_view>& names() const { return m_names; }

private:
    std::vector<std::string_view> m_names;
    std::unordered_map<std::string_view, int> m_index;
};

enum class UnitKind : uint8_t { Module, Class, Function, AsyncFunction, Lambda, Comprehension, TypeParameters };

struct FrameBlock {
    enum class Kind : uint8_t {
        WhileLoop,
        ForLoop,
        TryExcept,
        FinallyTry,
        FinallyEnd,
        With,
        AsyncWith,
        HandlerCleanup,
        PopValue,
        ExceptionHandler,
        GroupHandler,
        AsyncComprehension,
        StopIteration,
    };
    Kind kind;
    Label start; // where `continue` goes
    Label exit;  // where `break` goes
    Position position;
    ast::List<ast::Stmt*> finalBody; // FinallyTry
    std::string_view name;           // HandlerCleanup: `except .. as name`
};

struct UnitInProgress {
    Scope* scope = nullptr;
    UnitKind kind = UnitKind::Module;
    std::string_view name;
    std::string qualname;
    std::string_view className; // for mangling
    int firstLine = 1;
    uint32_t argCount = 0, posOnlyArgCount = 0, kwOnlyArgCount = 0;
    InstructionSequence sequence;
    ConstantTable constants;
    NameTable names, locals, cells, frees;
    std::unordered_map<std::string_view, bool> hiddenLocals; // of inlined comprehensions; false once they are over
    std::vector<std::string_view> staticAttributes;          // class: attributes that its methods set on self
    std::vector<FrameBlock> blocks;
    std::vector<ConditionalSpan> conditionals; // where somebody wants to know
    int inlinedComprehensionDepth = 0;
};

struct EmitterOptions {
    uint32_t futureFlags = 0;
    const ast::ImportFrom* lastFutureImport = nullptr;
    int optimize = 0; // 1: no asserts; 2: no docstrings
    bool topLevelAwait = false;
};

class Emitter {
public:
    Emitter(const ScopeTable& scopes, const SourceFile& source, Arena& arena, ProblemSink& sink, const EmitterOptions& options);

    std::shared_ptr<CodeUnit> compileModule(const ast::Module& module);
    std::shared_ptr<CodeUnit> compileInteractive(const ast::Module& module);
    std::shared_ptr<CodeUnit> compileExpression(const ast::Expr& expression);

private:
    using Range = ast::Range;

    static Position at(const Range& range) { return {range.line, range.endLine, range.column, range.endColumn}; }
    template <class Node> static Position at(const Node* node) { return at(node->range); }

    void error(const Position& position, std::string message);
    void warning(const Range& range, std::string message);

    // ---- units and single instructions (emitter.cpp) ---------------------------------------------------------------
    void enterUnit(std::string_view name, UnitKind kind, Scope* scope, int firstLine);
    void enterUnit(std::string_view name, UnitKind kind, const void* node, int firstLine) { enterUnit(name, kind, m_scopes.of(node), firstLine); }
    // Ends the innermost unit. An end that is reached returns the top, or None where `returnsNone`.
    std::shared_ptr<CodeUnit> leaveUnit(bool returnsNone);
    std::string qualifiedName(const UnitInProgress& unit) const;
    bool awaitsAtTopLevel(); // the innermost unit is a module that may await, and becomes a coroutine
    uint32_t codeFlags() const;

    void add(const Position& position, Opcode opcode, int operand = 0);
    void addJump(const Position& position, Opcode opcode, Label target);
    void addName(const Position& position, Opcode opcode, std::string_view name); // index into names, packed
    void addConstant(const Position& position, Constant constant);
    void addNone(const Position& position) { addConstant(position, Constant{}); }
    void addString(const Position& position, std::string_view text);
    Label newLabel() { return m_unit->sequence.newLabel(); }
    void use(Label label) { m_unit->sequence.useLabel(label); }

    void pushBlock(FrameBlock block);
    void popBlock() {
        if (!m_unit->blocks.empty()) m_unit->blocks.pop_back();
    }

    // ---- names (emit_names.cpp) --------------------------------------------------------------------------------------
    std::string_view mangled(std::string_view name) const;
    void checkBinding(const Position& position, std::string_view name, ast::Context context); // __debug__ stays as it is
    void checkParameters(const ast::Arguments& args);
    void emitName(const Position& position, std::string_view name, ast::Context context);
    void emitClosure(const Position& position, std::shared_ptr<CodeUnit> code, uint32_t parts);
    NameScope closureScope(std::string_view name) const;
    void addLocal(const Position& position, Opcode opcode, std::string_view name);

    // ---- modules and statements (emit_statements.cpp) -----------------------------------------------------------------
    void emitBody(Position position, ast::List<ast::Stmt*> body);
    void emit(ast::List<ast::Stmt*> body);
    void emit(const ast::Stmt& statement);
    void emitReturn(const ast::Return& node);
    void emitAssign(const ast::Assign& node);
    void emitAugAssign(const ast::AugAssign& node);
    void emitAnnAssign(const ast::AnnAssign& node);
    void emitDiscarded(const ast::Expr& expression);
    void checkAnnotationSubscript(const ast::Expr& slice);
    void emitExpressionStatement(const ast::ExprStmt& node);
    void emitRaise(const ast::Raise& node);
    void emitAssert(const ast::Assert& node);
    void emitImport(const ast::Import& node);
    void emitImportFrom(const ast::ImportFrom& node);
    void emitImportAs(const Position& position, std::string_view name, std::string_view asName);

    // ---- branches and loops (emit_flow.cpp) -----------------------------------------------------------------------------
    void emitIf(const ast::If& node);
    void emitWhile(const ast::While& node);
    void emitFor(const ast::For& node);
    void emitAsyncFor(const ast::For& node);
    void emitBreak(const ast::Stmt& node);
    void emitContinue(const ast::Stmt& node);
    void emitJumpIf(const Position& position, const ast::Expr& test, Label target, bool condition);
    // Undoes the blocks from the innermost outwards, up to the loop where one is asked for; returns its index, or -1.
    int unwind(Position& position, bool preservesTop, bool stopsAtLoop);
    void unwindBlock(Position& position, const FrameBlock& block, bool preservesTop);
    void emitYieldFrom(const Position& position, bool isAwait);

    // ---- try and with (emit_try.cpp) -------------------------------------------------------------------------------------
    void emitTry(const ast::Try& node);
    void emitFinally(const ast::Try& node);
    void emitExcept(const ast::Try& node);
    void emitHandler(const ast::ExceptHandler& handler, Label end);
    void emitExceptStar(const ast::Try& node);
    void emitUnbindHandlerName(const Position& position, std::string_view name);
    void emitPopExceptAndReraise(const Position& position);
    void emitWith(const ast::With& node, size_t index);
    void emitAwaitedExit(const Position& position);
    void emitExitWithNones(const Position& position);
    void emitWithExceptFinish(Label cleanup);

    // ---- functions, classes, type parameters (emit_definitions.cpp) ------------------------------------------------------
    void emitDecoratorCalls(ast::List<ast::Expr*> decorators);
    void emitFunction(const ast::FunctionDef& node);
    void emitFunctionBody(const ast::FunctionDef& node, uint32_t parts, int firstLine);
    void setParameterCounts(const ast::Arguments& args);
    uint32_t emitDefaults(const Position& position, const ast::Arguments& args);
    bool emitAnnotations(const Position& position, const ast::Arguments& args, const ast::Expr* returns);
    void emitAnnotation(std::string_view name, const ast::Expr* annotation, const Position& position, int& count);
    void emitAnnotationText(const ast::Expr& annotation);
    void emitLambda(const ast::Lambda& node);
    void emitClass(const ast::ClassDef& node);
    void emitClassBody(const ast::ClassDef& node, int firstLine);
    void emitTypeParameters(ast::List<ast::TypeParam> typeParams);
    void emitLazily(const ast::Expr& value, std::string_view name, const void* node, bool allowsStarred);
    void emitTypeAlias(const ast::TypeAlias& node);
    void wrapInStopIterationHandler();

    // ---- expressions (emit_expressions.cpp) --------------------------------------------------------------------------------
    void emit(const ast::Expr* expression);
    void emitAll(ast::List<ast::Expr*> expressions);
    void emitExpression(const ast::Expr& expression);
    void emitBoolOp(const ast::BoolOp& node);
    void emitUnary(const ast::UnaryOp& node);
    void emitIfExp(const ast::IfExp& node);
    void noteConditional(const Position& whole, const Position& body, const Position& orelse);
    void emitCompare(const ast::Compare& node);
    void emitComparison(const Position& position, ast::CompareOperator op);
    void emitYield(const ast::Yield& node);
    void emitYieldFrom(const ast::YieldFrom& node);
    void emitAwait(const ast::Await& node);
    void emitYieldValue(const Position& position);
    void emitAttribute(const ast::Attribute& node);
    void emitSubscript(const ast::Subscript& node);
    void emitSliceParts(const ast::Slice& node);
    void emitJoinedStr(const ast::JoinedStr& node);
    void emitFormattedValue(const ast::FormattedValue& node);
    static Position attributePosition(Position position, const ast::Attribute& attribute);
    void noteStaticAttribute(const ast::Attribute& node);

    // ---- displays (emit_displays.cpp) ----------------------------------------------------------------------------------------
    void emitSequence(const Position& position, ast::List<ast::Expr*> elements, std::string_view extraName, int pushed, Opcode build, Opcode add,
                      Opcode extend, bool isTuple);
    void emitUnpack(const Position& position, ast::List<ast::Expr*> targets);
    void emitListOrTuple(const Position& position, ast::List<ast::Expr*> elements, ast::Context context, bool isTuple);
    void emitDict(const ast::Dict& node);
    void emitDictPart(const ast::Dict& node, size_t begin, size_t end);

    // ---- calls (emit_calls.cpp) ----------------------------------------------------------------------------------------------
    void emitCall(const ast::Call& node);
    bool emitMethodCall(const ast::Call& node);
    void emitArgumentsAndCall(const Position& position, int pushed, ast::List<ast::Expr*> args, std::string_view extraName,
                              ast::List<ast::Keyword> keywords);
    void emitKeywordNames(const Position& position, ast::List<ast::Keyword> keywords);
    void emitKeywordDict(const Position& position, ast::List<ast::Keyword> keywords, size_t begin, size_t end);
    void checkKeywords(ast::List<ast::Keyword> keywords);
    bool isImportedModule(const ast::Expr& expression) const;
    bool isOptimizableSuper(const ast::Attribute& attribute) const;
    void emitSuperArguments(const ast::Call& call);

    // ---- comprehensions (emit_comprehensions.cpp) -----------------------------------------------------------------------------
    struct InlinedState {
        std::vector<std::string_view> pushedLocals;
        std::vector<std::string_view> hidden;
        std::vector<Symbol> replacedSymbols; // as they were in the scope around
        Label cleanup;
    };
    struct ComprehensionParts {
        ComprehensionKind kind;
        ast::List<ast::Comprehension> generators;
        const ast::Expr* element;
        const ast::Expr* value; // dict only
    };
    void emitComprehension(const ast::Expr& node, std::string_view name, const ComprehensionParts& parts);
    void emitComprehensionIter(const ast::Comprehension& generator);
    void emitGenerator(const Position& position, const ComprehensionParts& parts, size_t index, int depth, bool iterIsOnStack);
    void emitSyncGenerator(const Position& position, const ComprehensionParts& parts, size_t index, int depth, bool iterIsOnStack);
    void emitAsyncGenerator(const Position& position, const ComprehensionParts& parts, size_t index, int depth, bool iterIsOnStack);
    Position emitElement(const ComprehensionParts& parts, int depth);
    void pushInlinedState(const Position& position, const Scope& comprehension, InlinedState& state);
    void popInlinedState(const Position& position, InlinedState& state);
    void restoreInlinedLocals(const Position& position, const InlinedState& state);

    // ---- match (emit_match.cpp) -----------------------------------------------------------------------------------------------
    struct PatternContext {
        std::vector<std::string_view> stores; // names bound when the pattern succeeds, their values on the stack
        bool allowsIrrefutable = false;
        std::vector<Label> failPops; // where a failure with i more values on the stack goes
        int onTop = 0;               // values on the stack above the stores
    };
    void emitMatch(const ast::Match& node);
    void emitPattern(const ast::Pattern& pattern, PatternContext& context);
    void emitSubpattern(const ast::Pattern& pattern, PatternContext& context);
    void emitPatternCapture(const Position& position, std::string_view name, PatternContext& context);
    void emitPatternAs(const ast::MatchAs& pattern, PatternContext& context);
    void emitPatternClass(const ast::MatchClass& pattern, PatternContext& context);
    void emitPatternMapping(const ast::MatchMapping& pattern, PatternContext& context);
    void emitPatternOr(const ast::MatchOr& pattern, PatternContext& context);
    void emitPatternSequence(const ast::MatchSequence& pattern, PatternContext& context);
    void emitPatternUnpack(const Position& position, ast::List<ast::Pattern*> patterns, PatternContext& context);
    void emitPatternSubscripts(const Position& position, ast::List<ast::Pattern*> patterns, size_t star, PatternContext& context);
    void emitPatternValue(const ast::MatchValue& pattern, PatternContext& context);
    void ensureFailPops(PatternContext& context, size_t count);
    void jumpToFailPop(const Position& position, PatternContext& context, Opcode jump);
    void emitFailPops(const Position& position, PatternContext& context);
    void emitRotate(const Position& position, int count);

    // ---- warnings (emit_warnings.cpp) -----------------------------------------------------------------------------------------
    void warnOfComparison(const ast::Compare& node);
    void warnOfCaller(const ast::Expr& function);
    void warnOfSubscripted(const ast::Expr& value);
    void warnOfIndex(const ast::Expr& value, const ast::Expr& index);

    const ScopeTable& m_scopes;
    const SourceFile& m_source;
    Arena& m_arena;
    ProblemSink& m_sink;
    uint32_t m_futureFlags;
    const ast::ImportFrom* m_lastFutureImport;
    int m_optimize;
    bool m_topLevelAwait;
    std::vector<std::unique_ptr<UnitInProgress>> m_units;
    UnitInProgress* m_unit = nullptr; // the innermost
    bool m_isInteractive = false;
};

// ---- small questions about constants and nodes, shared by the families -----------------------------------------------------

const Constant* constantOf(const ast::Expr& expression);
Constant stringConstant(std::string_view text);
Constant intConstant(int64_t value);
bool areAllConstants(ast::List<ast::Expr*> expressions, size_t begin, size_t end);
bool hasAnnotation(ast::List<ast::Stmt*> body); // outside nested functions and classes
BinaryOperation binaryOperationOf(ast::Operator op, bool isInPlace);
bool isTwoPartSlice(const ast::Expr& expression);
const Constant* docstringOf(ast::List<ast::Stmt*> body);
std::string cleanedDocstring(std::string_view text);
std::string_view typeNameOf(const ast::Expr& expression); // of the literal or display; empty where unknown

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/compiler/emitter.h"

#include <algorithm>

#include "core/python/compiler/assemble.h"

namespace memtape {

ConditionalSpans* conditionalSpans = nullptr;

constexpr size_t maxFrameBlocks = 21;

int NameTable::add(std::string_view name) {
    const auto [place, isNew] = m_index.emplace(name, count());
    if (isNew) m_names.push_back(name);
    return place->second;
}

int NameTable::find(std::string_view name) const {
    const auto found = m_index.find(name);
    return found == m_index.end() ? -1 : found->second;
}

Emitter::Emitter(const ScopeTable& scopes, const SourceFile& source, Arena& arena, ProblemSink& sink, const EmitterOptions& options)
    : m_scopes(scopes),
      m_source(source),
      m_arena(arena),
      m_sink(sink),
      m_futureFlags(options.futureFlags),
      m_lastFutureImport(options.lastFutureImport),
      m_optimize(options.optimize),
      m_topLevelAwait(options.topLevelAwait) {}

void Emitter::error(const Position& position, std::string message) {
    m_sink.error({position.line, position.column, position.endLine, position.endColumn}, std::move(message));
}

void Emitter::warning(const Range& range, std::string message) { m_sink.warning(range, std::move(message)); }

std::shared_ptr<CodeUnit> Emitter::compileModule(const ast::Module& module) {
    enterUnit("<module>", UnitKind::Module, m_scopes.top(), 1);
    emitBody({1, 1, 0, 0}, module.body);
    return leaveUnit(true);
}

std::shared_ptr<CodeUnit> Emitter::compileInteractive(const ast::Module& module) {
    m_isInteractive = true;
    enterUnit("<module>", UnitKind::Module, m_scopes.top(), 1);
    if (hasAnnotation(module.body)) add({1, 1, 0, 0}, Opcode::SetupAnnotations);
    emit(module.body);
    return leaveUnit(true);
}

std::shared_ptr<CodeUnit> Emitter::compileExpression(const ast::Expr& expression) {
    enterUnit("<module>", UnitKind::Module, m_scopes.top(), 1);
    emit(&expression);
    return leaveUnit(false);
}

namespace {

// The names with a scope, or noted for it otherwise, sorted: CPython's order of cells and free variables.
void addSorted(const Scope& scope, NameScope wanted, uint32_t use, NameTable& table) {
    std::vector<std::string_view> names;
    for (const Symbol& symbol : scope.symbols) {
        if (symbol.scope == wanted || (symbol.uses & use)) names.push_back(symbol.name);
    }
    std::sort(names.begin(), names.end());
    for (const std::string_view name : names) table.add(name);
}

}

void Emitter::enterUnit(std::string_view name, UnitKind kind, Scope* scope, int firstLine) {
    auto unit = std::make_unique<UnitInProgress>();
    unit->scope = scope;
    unit->kind = kind;
    unit->name = name;
    unit->firstLine = firstLine;
    for (const std::string_view parameter : scope->parameters) unit->locals.add(parameter);
    addSorted(*scope, NameScope::Cell, CellInComprehension, unit->cells);
    if (scope->needsClassClosure) unit->cells.add("__class__");
    if (scope->needsClassDict) unit->cells.add("__classdict__");
    addSorted(*scope, NameScope::Free, FreeInClass, unit->frees);
    if (m_unit) unit->className = m_unit->className;
    unit->qualname = qualifiedName(*unit);

    m_units.push_back(std::move(unit));
    m_unit = m_units.back().get();
    Position position{firstLine, firstLine, 0, 0};
    if (kind == UnitKind::Module) position.line = 0;
    add(position, Opcode::Resume, ResumeAtStart);
}

// Called before the unit is pushed: m_units are those around it.
std::string Emitter::qualifiedName(const UnitInProgress& unit) const {
    const std::string name(unit.name);
    if (m_units.size() <= 1) return name;
    size_t parentIndex = m_units.size() - 1;
    if (m_units[parentIndex]->kind == UnitKind::TypeParameters) {
        // Scopes of type parameters are passed over.
        if (m_units.size() == 2) return name;
        --parentIndex;
    }
    const UnitInProgress& parent = *m_units[parentIndex];
    if (unit.kind == UnitKind::Function || unit.kind == UnitKind::AsyncFunction || unit.kind == UnitKind::Class) {
        const std::string_view key = mangledName(parent.className, unit.name, m_arena);
        if (parent.scope->scopeOf(key) == NameScope::GlobalExplicit) return name;
    }
    const bool isFunction = parent.kind == UnitKind::Function || parent.kind == UnitKind::AsyncFunction || parent.kind == UnitKind::Lambda;
    return parent.qualname + (isFunction ? ".<locals>." : ".") + name;
}

uint32_t Emitter::codeFlags() const {
    const Scope& scope = *m_unit->scope;
    uint32_t flags = m_futureFlags;
    if (scope.isFunctionLike()) {
        flags |= CodeFlag::NewLocals | CodeFlag::Optimized;
        if (scope.isNested) flags |= CodeFlag::Nested;
        if (scope.isGenerator && scope.isCoroutine) flags |= CodeFlag::AsyncGenerator;
        else if (scope.isGenerator) flags |= CodeFlag::Generator;
        else if (scope.isCoroutine) flags |= CodeFlag::Coroutine;
        if (scope.hasVarArgs) flags |= CodeFlag::VarArgs;
        if (scope.hasVarKeywords) flags |= CodeFlag::VarKeywords;
    } else if (m_topLevelAwait && m_unit->kind == UnitKind::Module && scope.isCoroutine) {
        flags |= CodeFlag::Coroutine;
    }
    return flags;
}

bool Emitter::awaitsAtTopLevel() {
    if (!m_topLevelAwait || m_unit->kind != UnitKind::Module) return false;
    m_unit->scope->isCoroutine = true;
    return true;
}

std::shared_ptr<CodeUnit> Emitter::leaveUnit(bool returnsNone) {
    if (returnsNone) addNone(noPosition);
    add(noPosition, Opcode::ReturnValue);

    auto code = std::make_shared<CodeUnit>();
    UnitInProgress& unit = *m_unit;
    if (!m_sink.hasProblem()) {
        const SlotNames slots{unit.locals.names(), unit.cells.names(), unit.frees.names()};
        std::vector<std::string_view> hidden;
        for (const auto& [name, isHidden] : unit.hiddenLocals) hidden.push_back(name);
        const uint32_t flags = codeFlags();

        FlowGraph graph(unit.sequence);
        graph.optimize(unit.constants, unit.locals.count(), static_cast<int>(unit.scope->parameters.size()));
        const int depth = graph.finish(slots, flags, unit.firstLine);

        code->name = unit.name;
        code->qualname = std::move(unit.qualname);
        code->filename = m_source.name();
        code->firstLine = unit.firstLine;
        code->flags = flags;
        code->argCount = unit.argCount + unit.posOnlyArgCount;
        code->posOnlyArgCount = unit.posOnlyArgCount;
        code->kwOnlyArgCount = unit.kwOnlyArgCount;
        code->stackSize = static_cast<uint32_t>(std::max(depth, 1));
        layDown(graph, *code);
        if (conditionalSpans) (*conditionalSpans)[code.get()] = std::move(unit.conditionals); // also of one that was in the same place
        nameSlots(slots, hidden, *code);
        code->constants = unit.constants.take();
        code->names.assign(unit.names.names().begin(), unit.names.names().end());
    }
    m_units.pop_back();
    m_unit = m_units.empty() ? nullptr : m_units.back().get();
    return code;
}

void Emitter::add(const Position& position, Opcode opcode, int operand) { m_unit->sequence.add(opcode, operand, position); }

void Emitter::addJump(const Position& position, Opcode opcode, Label target) { m_unit->sequence.add(opcode, target.id, position); }

void Emitter::addName(const Position& position, Opcode opcode, std::string_view name) {
    int operand = m_unit->names.add(mangled(name));
    switch (opcode) {
    case Opcode::LoadAttr: operand <<= 1; break;
    case Opcode::LoadMethod:
        opcode = Opcode::LoadAttr;
        operand = operand << 1 | 1;
        break;
    case Opcode::LoadSuperAttr: operand = operand << 2 | 2; break;
    case Opcode::LoadSuperMethod:
        opcode = Opcode::LoadSuperAttr;
        operand = operand << 2 | 3;
        break;
    case Opcode::LoadZeroSuperAttr:
        opcode = Opcode::LoadSuperAttr;
        operand <<= 2;
        break;
    case Opcode::LoadZeroSuperMethod:
        opcode = Opcode::LoadSuperAttr;
        operand = operand << 2 | 1;
        break;
    default: break;
    }
    add(position, opcode, operand);
}

void Emitter::addConstant(const Position& position, Constant constant) {
    add(position, Opcode::LoadConst, m_unit->constants.add(std::move(constant)));
}

void Emitter::addString(const Position& position, std::string_view text) { addConstant(position, stringConstant(text)); }

void Emitter::pushBlock(FrameBlock block) {
    if (m_unit->blocks.size() >= maxFrameBlocks) error(block.position, "too many statically nested blocks");
    m_unit->blocks.push_back(block);
}

const Constant* constantOf(const ast::Expr& expression) {
    return expression.kind == ast::ExprKind::Constant ? expression.as<ast::Constant>()->value : nullptr;
}

Constant stringConstant(std::string_view text) {
    Constant constant;
    constant.kind = Constant::Kind::Str;
    constant.text = text;
    return constant;
}

Constant intConstant(int64_t value) {
    constexpr char digits[] = "0123456789abcdef";
    Constant constant;
    constant.kind = Constant::Kind::Int;
    uint64_t rest = value < 0 ? uint64_t{0} - static_cast<uint64_t>(value) : static_cast<uint64_t>(value);
    do {
        constant.text.insert(constant.text.begin(), digits[rest & 15]);
        rest >>= 4;
    } while (rest);
    if (value < 0) constant.text.insert(constant.text.begin(), '-');
    return constant;
}

bool areAllConstants(ast::List<ast::Expr*> expressions, size_t begin, size_t end) {
    for (size_t i = begin; i < end; ++i) {
        if (!expressions[i] || expressions[i]->kind != ast::ExprKind::Constant) return false;
    }
    return true;
}

bool isTwoPartSlice(const ast::Expr& expression) { return expression.kind == ast::ExprKind::Slice && !expression.as<ast::Slice>()->step; }

}

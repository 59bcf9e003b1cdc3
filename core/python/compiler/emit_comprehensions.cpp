// SPDX-License-Identifier: GPL-3.0-or-later

// Comprehensions. A generator expression is a function of its own, called with the first iterable. The others run in the
// frame around them (PEP 709): their variables are locals of that frame, whose values from before wait on the stack meanwhile.

#include "core/python/compiler/emitter.h"

namespace memtape {

using namespace ast;

void Emitter::emitComprehensionIter(const Comprehension& generator) {
    emit(generator.iter);
    add(at(generator.iter), generator.isAsync ? Opcode::GetAiter : Opcode::GetIter);
}

void Emitter::emitComprehension(const Expr& node, std::string_view name, const ComprehensionParts& parts) {
    const Position position = at(&node);
    Scope* scope = m_scopes.of(&node);
    const UnitKind outerKind = m_unit->kind;
    const bool isGenerator = parts.kind == ComprehensionKind::Generator;
    const bool isAsync = scope->isCoroutine, isAwaited = isAsync && awaitsAtTopLevel();
    const Comprehension& outermost = parts.generators[0];

    InlinedState state;
    if (scope->isInlined) {
        emitComprehensionIter(outermost);
        pushInlinedState(position, *scope, state);
    } else {
        enterUnit(name, UnitKind::Comprehension, scope, node.range.line);
    }
    if (isAsync && !isGenerator && outerKind != UnitKind::AsyncFunction && outerKind != UnitKind::Comprehension && !isAwaited)
        error(position, "asynchronous comprehension outside of an asynchronous function");

    if (!isGenerator) {
        const Opcode build = parts.kind == ComprehensionKind::List  ? Opcode::BuildList
                             : parts.kind == ComprehensionKind::Set ? Opcode::BuildSet
                                                                    : Opcode::BuildMap;
        add(position, build, 0);
        if (scope->isInlined) add(position, Opcode::Swap, 2);
    }
    emitGenerator(position, parts, 0, 0, scope->isInlined);
    if (scope->isInlined) return popInlinedState(position, state);

    if (!isGenerator) add(position, Opcode::ReturnValue);
    else wrapInStopIterationHandler();
    auto code = leaveUnit(true);
    emitClosure(position, std::move(code), 0);
    emitComprehensionIter(outermost);
    add(position, Opcode::Call, 0);
    if (isAsync && !isGenerator) {
        add(position, Opcode::GetAwaitable, 0);
        addNone(position);
        emitYieldFrom(position, true);
    }
}

void Emitter::emitGenerator(const Position& position, const ComprehensionParts& parts, size_t index, int depth, bool iterIsOnStack) {
    if (parts.generators[index].isAsync) emitAsyncGenerator(position, parts, index, depth, iterIsOnStack);
    else emitSyncGenerator(position, parts, index, depth, iterIsOnStack);
}

// Adds the element to the result, `depth` values below it; returns the element's position.
Position Emitter::emitElement(const ComprehensionParts& parts, int depth) {
    Position position = at(parts.element);
    emit(parts.element);
    switch (parts.kind) {
    case ComprehensionKind::Generator:
        emitYieldValue(position);
        add(position, Opcode::PopTop);
        break;
    case ComprehensionKind::List: add(position, Opcode::ListAppend, depth + 1); break;
    case ComprehensionKind::Set: add(position, Opcode::SetAdd, depth + 1); break;
    default:
        emit(parts.value);
        position.endLine = parts.value->range.endLine;
        position.endColumn = parts.value->range.endColumn;
        add(position, Opcode::MapAdd, depth + 1);
        break;
    }
    return position;
}

void Emitter::emitSyncGenerator(const Position& position, const ComprehensionParts& parts, size_t index, int depth, bool iterIsOnStack) {
    const Comprehension& generator = parts.generators[index];
    const Label start = newLabel(), ifCleanup = newLabel(), anchor = newLabel();
    bool isLoop = true;
    if (!iterIsOnStack) {
        if (index == 0) {
            m_unit->argCount = 1;
            add(position, Opcode::LoadFast, 0);
        } else {
            // `for y in [value]` is an assignment.
            List<Expr*> elements;
            if (generator.iter->kind == ExprKind::List) elements = generator.iter->as<ListExpr>()->elts;
            else if (generator.iter->kind == ExprKind::Tuple) elements = generator.iter->as<Tuple>()->elts;
            if (elements.size() == 1 && elements[0]->kind != ExprKind::Starred) {
                emit(elements[0]);
                isLoop = false;
            } else {
                emitComprehensionIter(generator);
            }
        }
    }
    if (isLoop) {
        ++depth;
        use(start);
        addJump(at(generator.iter), Opcode::ForIter, anchor);
    }
    emit(generator.target);
    for (const Expr* condition : generator.ifs) emitJumpIf(position, *condition, ifCleanup, false);
    Position elementPosition = at(parts.element);
    if (index + 1 < parts.generators.size()) emitGenerator(position, parts, index + 1, depth, false);
    else elementPosition = emitElement(parts, depth);
    use(ifCleanup);
    if (isLoop) {
        addJump(elementPosition, Opcode::Jump, start);
        use(anchor);
        add(noPosition, Opcode::EndFor);
        add(noPosition, Opcode::PopTop);
    }
}

void Emitter::emitAsyncGenerator(const Position& position, const ComprehensionParts& parts, size_t index, int depth, bool iterIsOnStack) {
    const Comprehension& generator = parts.generators[index];
    const Label start = newLabel(), except = newLabel(), ifCleanup = newLabel();
    if (!iterIsOnStack) {
        if (index == 0) {
            m_unit->argCount = 1;
            add(position, Opcode::LoadFast, 0);
        } else {
            emitComprehensionIter(generator);
        }
    }
    use(start);
    pushBlock({FrameBlock::Kind::AsyncComprehension, start, {}, position, {}, {}});
    addJump(position, Opcode::SetupFinally, except);
    add(position, Opcode::GetAnext);
    addNone(position);
    emitYieldFrom(position, true);
    add(position, Opcode::PopBlock);
    emit(generator.target);
    for (const Expr* condition : generator.ifs) emitJumpIf(position, *condition, ifCleanup, false);
    ++depth;
    Position elementPosition = at(parts.element);
    if (index + 1 < parts.generators.size()) emitGenerator(position, parts, index + 1, depth, false);
    else elementPosition = emitElement(parts, depth);
    use(ifCleanup);
    addJump(elementPosition, Opcode::Jump, start);
    popBlock();
    use(except);
    add(position, Opcode::EndAsyncFor);
}

void Emitter::pushInlinedState(const Position& position, const Scope& comprehension, InlinedState& state) {
    UnitInProgress& unit = *m_unit;
    const bool isInClass = unit.scope->kind == ScopeKind::Class && unit.inlinedComprehensionDepth == 0;
    ++unit.inlinedComprehensionDepth;
    for (const Symbol& symbol : comprehension.symbols) {
        // In a class body CPython takes every name of the comprehension, bound or not.
        const bool isTaken = isInClass || ((symbol.uses & BoundLocally) && !(symbol.uses & DeclaredNonlocal));
        if (isTaken && !unit.scope->isFunctionLike()) {
            // In a module or class the variable is a local of the frame, which locals() does not show.
            bool& isHidden = unit.hiddenLocals[symbol.name];
            if (!isHidden) {
                isHidden = true;
                state.hidden.push_back(symbol.name);
            }
        }
        const Symbol* outer = unit.scope->find(symbol.name);
        const NameScope outerScope = outer ? outer->scope : NameScope::Unknown;
        const bool differs =
            symbol.scope != outerScope && symbol.scope != NameScope::Free && !(symbol.scope == NameScope::Cell && outerScope == NameScope::Free);
        if (differs || isInClass) {
            Symbol& replaced = unit.scope->ensure(symbol.name);
            state.replacedSymbols.push_back(replaced);
            replaced.uses = symbol.uses;
            replaced.scope = symbol.scope;
        }
        if (!isTaken) continue;
        // A cell goes to the stack itself, and the comprehension gets a new one.
        addLocal(position, Opcode::LoadFastAndClear, symbol.name);
        if (symbol.scope == NameScope::Cell) {
            const int index = outerScope == NameScope::Free ? unit.cells.count() + unit.frees.find(symbol.name) : unit.cells.find(symbol.name);
            add(position, Opcode::MakeCell, index);
        }
        state.pushedLocals.push_back(symbol.name);
    }
    if (state.pushedLocals.empty()) return;
    add(position, Opcode::Swap, static_cast<int>(state.pushedLocals.size()) + 1);
    state.cleanup = newLabel();
    addJump(position, Opcode::SetupFinally, state.cleanup);
}

void Emitter::restoreInlinedLocals(const Position& position, const InlinedState& state) {
    const size_t count = state.pushedLocals.size();
    add(position, Opcode::Swap, static_cast<int>(count) + 1); // the result, or the exception, comes up
    for (size_t i = count; i-- > 0;) addLocal(position, Opcode::StoreFastMaybeNull, state.pushedLocals[i]);
}

void Emitter::popInlinedState(const Position& position, InlinedState& state) {
    --m_unit->inlinedComprehensionDepth;
    for (const Symbol& symbol : state.replacedSymbols) {
        Symbol& current = m_unit->scope->ensure(symbol.name);
        current.uses = symbol.uses;
        current.scope = symbol.scope;
    }
    for (const std::string_view name : state.hidden) m_unit->hiddenLocals[name] = false;
    if (state.pushedLocals.empty()) return;
    const Label end = newLabel();
    add(noPosition, Opcode::PopBlock);
    addJump(noPosition, Opcode::JumpNoInterrupt, end);
    use(state.cleanup);
    add(noPosition, Opcode::Swap, 2);
    add(noPosition, Opcode::PopTop); // the unfinished result
    restoreInlinedLocals(position, state);
    add(noPosition, Opcode::Reraise, 0);
    use(end);
    restoreInlinedLocals(position, state);
}

}

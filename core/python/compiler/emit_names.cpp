// SPDX-License-Identifier: GPL-3.0-or-later

// Names: which of the ways to reach a variable an instruction takes, and closures.

#include "core/python/compiler/emitter.h"

namespace memtape {

using ast::Context;

namespace {

Opcode chosen(Context context, Opcode load, Opcode store, Opcode remove) {
    return context == Context::Load ? load : context == Context::Store ? store : remove;
}

}

std::string_view Emitter::mangled(std::string_view name) const { return mangledNameIn(*m_unit->scope, m_unit->className, name, m_arena); }

void Emitter::checkBinding(const Position& position, std::string_view name, Context context) {
    if (name == "__debug__" && context != Context::Load)
        error(position, context == Context::Del ? "cannot delete __debug__" : "cannot assign to __debug__");
}

void Emitter::addLocal(const Position& position, Opcode opcode, std::string_view name) { add(position, opcode, m_unit->locals.add(name)); }

void Emitter::emitName(const Position& position, std::string_view name, Context context) {
    checkBinding(position, name, context);
    const std::string_view key = mangled(name);
    UnitInProgress& unit = *m_unit;
    const Scope& scope = *unit.scope;
    const bool isInClassBody = scope.kind == ScopeKind::Class && unit.inlinedComprehensionDepth == 0;
    const NameScope where = scope.scopeOf(key);

    const auto emitClassDict = [&] { add(position, Opcode::LoadDeref, unit.cells.count() + unit.frees.find("__classdict__")); };
    const auto emitGlobal = [&] {
        if (context == Context::Load && scope.seesClassScope && where == NameScope::GlobalImplicit) {
            emitClassDict();
            add(position, Opcode::LoadFromDictOrGlobals, unit.names.add(key));
            return;
        }
        const Opcode opcode = chosen(context, Opcode::LoadGlobal, Opcode::StoreGlobal, Opcode::DeleteGlobal);
        const int index = unit.names.add(key);
        add(position, opcode, opcode == Opcode::LoadGlobal ? index << 1 : index);
    };

    switch (where) {
    case NameScope::Free:
    case NameScope::Cell: {
        Opcode opcode = chosen(context, Opcode::LoadDeref, Opcode::StoreDeref, Opcode::DeleteDeref);
        if (context == Context::Load && isInClassBody) {
            opcode = Opcode::LoadFromDictOrDeref;
            add(position, Opcode::LoadLocals);
        } else if (context == Context::Load && scope.seesClassScope) {
            opcode = Opcode::LoadFromDictOrDeref;
            emitClassDict();
        }
        const int index = where == NameScope::Cell ? unit.cells.find(key) : unit.cells.count() + unit.frees.find(key);
        return add(position, opcode, index);
    }
    case NameScope::Local: {
        const auto hidden = unit.hiddenLocals.find(key);
        if (scope.isFunctionLike() || (hidden != unit.hiddenLocals.end() && hidden->second))
            return addLocal(position, chosen(context, Opcode::LoadFast, Opcode::StoreFast, Opcode::DeleteFast), key);
        break;
    }
    case NameScope::GlobalImplicit:
        if (scope.isFunctionLike()) return emitGlobal();
        break;
    case NameScope::GlobalExplicit: return emitGlobal();
    case NameScope::Unknown: break;
    }
    // A comprehension in a class body does not see the body's names.
    if (context == Context::Load && scope.kind == ScopeKind::Class && !isInClassBody) {
        add(position, Opcode::LoadGlobal, unit.names.add(key) << 1);
        return;
    }
    add(position, chosen(context, Opcode::LoadName, Opcode::StoreName, Opcode::DeleteName), unit.names.add(key));
}

NameScope Emitter::closureScope(std::string_view name) const {
    if (m_unit->scope->kind == ScopeKind::Class && (name == "__class__" || name == "__classdict__")) return NameScope::Cell;
    return m_unit->scope->scopeOf(name);
}

// A function of the code, with the cells that it shares. `parts` are what lies on the stack for it.
void Emitter::emitClosure(const Position& position, std::shared_ptr<CodeUnit> code, uint32_t parts) {
    int freeCount = 0;
    for (size_t i = 0; i < code->localsPlusNames.size(); ++i) {
        if (!(code->localsPlusKinds[i] & LocalKind::Free)) continue;
        const std::string_view name = code->localsPlusNames[i];
        const int index = closureScope(name) == NameScope::Cell ? m_unit->cells.find(name) : m_unit->cells.count() + m_unit->frees.find(name);
        add(position, Opcode::LoadClosure, index);
        ++freeCount;
    }
    if (freeCount > 0) {
        parts |= FunctionClosure;
        add(position, Opcode::BuildTuple, freeCount);
    }
    Constant constant;
    constant.kind = Constant::Kind::Code;
    constant.code = std::move(code);
    addConstant(position, std::move(constant));
    add(position, Opcode::MakeFunction);
    for (const FunctionPart part : {FunctionClosure, FunctionAnnotations, FunctionKwDefaults, FunctionDefaults}) {
        if (parts & part) add(position, Opcode::SetFunctionAttribute, static_cast<int>(part));
    }
}

}

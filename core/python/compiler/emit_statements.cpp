// SPDX-License-Identifier: GPL-3.0-or-later

// Bodies and simple statements.

#include <algorithm>

#include "core/python/compiler/emitter.h"

namespace memtape {

using namespace ast;

namespace {

using memtape::hasAnnotation;

bool hasAnnotation(const Stmt& statement) {
    switch (statement.kind) {
    case StmtKind::AnnAssign: return true;
    case StmtKind::For:
    case StmtKind::AsyncFor: return hasAnnotation(statement.as<For>()->body) || hasAnnotation(statement.as<For>()->orelse);
    case StmtKind::While: return hasAnnotation(statement.as<While>()->body) || hasAnnotation(statement.as<While>()->orelse);
    case StmtKind::If: return hasAnnotation(statement.as<If>()->body) || hasAnnotation(statement.as<If>()->orelse);
    case StmtKind::Match:
        return std::any_of(statement.as<Match>()->cases.begin(), statement.as<Match>()->cases.end(),
                           [](const MatchCase& matchCase) { return hasAnnotation(matchCase.body); });
    case StmtKind::With:
    case StmtKind::AsyncWith: return hasAnnotation(statement.as<With>()->body);
    case StmtKind::Try:
    case StmtKind::TryStar: {
        const auto& node = *statement.as<Try>();
        return std::any_of(node.handlers.begin(), node.handlers.end(), [](const ExceptHandler& handler) { return hasAnnotation(handler.body); }) ||
               hasAnnotation(node.body) || hasAnnotation(node.finalbody) || hasAnnotation(node.orelse);
    }
    default: return false;
    }
}

}

bool hasAnnotation(List<Stmt*> body) {
    return std::any_of(body.begin(), body.end(), [](const Stmt* statement) { return hasAnnotation(*statement); });
}

BinaryOperation binaryOperationOf(Operator op, bool isInPlace) {
    BinaryOperation operation = NB_ADD;
    switch (op) {
    case Operator::Add: operation = NB_ADD; break;
    case Operator::Sub: operation = NB_SUBTRACT; break;
    case Operator::Mult: operation = NB_MULTIPLY; break;
    case Operator::MatMult: operation = NB_MATRIX_MULTIPLY; break;
    case Operator::Div: operation = NB_TRUE_DIVIDE; break;
    case Operator::Mod: operation = NB_REMAINDER; break;
    case Operator::Pow: operation = NB_POWER; break;
    case Operator::LShift: operation = NB_LSHIFT; break;
    case Operator::RShift: operation = NB_RSHIFT; break;
    case Operator::BitOr: operation = NB_OR; break;
    case Operator::BitXor: operation = NB_XOR; break;
    case Operator::BitAnd: operation = NB_AND; break;
    case Operator::FloorDiv: operation = NB_FLOOR_DIVIDE; break;
    }
    return static_cast<BinaryOperation>(operation + (isInPlace ? NB_INPLACE_ADD : NB_ADD));
}

const memtape::Constant* docstringOf(List<Stmt*> body) {
    if (body.empty() || body[0]->kind != StmtKind::Expr) return nullptr;
    const memtape::Constant* constant = constantOf(*body[0]->as<ExprStmt>()->value);
    return constant && constant->kind == memtape::Constant::Kind::Str ? constant : nullptr;
}

// The body of a module or class.
void Emitter::emitBody(Position position, List<Stmt*> body) {
    if (m_unit->kind == UnitKind::Module && !body.empty()) position = at(body[0]);
    if (hasAnnotation(body)) add(position, Opcode::SetupAnnotations);
    if (const memtape::Constant* docstring = docstringOf(body)) {
        if (m_optimize < 2) {
            addString(at(body[0]->as<ExprStmt>()->value), cleanedDocstring(docstring->text));
            emitName(noPosition, "__doc__", Context::Store);
        }
        body = body.subspan(1);
    }
    emit(body);
}

void Emitter::emit(List<Stmt*> body) {
    for (const Stmt* statement : body) emit(*statement);
}

void Emitter::emit(const Stmt& statement) {
    switch (statement.kind) {
    case StmtKind::FunctionDef:
    case StmtKind::AsyncFunctionDef: return emitFunction(*statement.as<FunctionDef>());
    case StmtKind::ClassDef: return emitClass(*statement.as<ClassDef>());
    case StmtKind::TypeAlias: return emitTypeAlias(*statement.as<TypeAlias>());
    case StmtKind::Return: return emitReturn(*statement.as<Return>());
    case StmtKind::Delete: return emitAll(statement.as<Delete>()->targets);
    case StmtKind::Assign: return emitAssign(*statement.as<Assign>());
    case StmtKind::AugAssign: return emitAugAssign(*statement.as<AugAssign>());
    case StmtKind::AnnAssign: return emitAnnAssign(*statement.as<AnnAssign>());
    case StmtKind::For: return emitFor(*statement.as<For>());
    case StmtKind::AsyncFor: return emitAsyncFor(*statement.as<For>());
    case StmtKind::While: return emitWhile(*statement.as<While>());
    case StmtKind::If: return emitIf(*statement.as<If>());
    case StmtKind::Match: return emitMatch(*statement.as<Match>());
    case StmtKind::Raise: return emitRaise(*statement.as<Raise>());
    case StmtKind::Try:
    case StmtKind::TryStar: return emitTry(*statement.as<Try>());
    case StmtKind::Assert: return emitAssert(*statement.as<Assert>());
    case StmtKind::Import: return emitImport(*statement.as<Import>());
    case StmtKind::ImportFrom: return emitImportFrom(*statement.as<ImportFrom>());
    case StmtKind::Global:
    case StmtKind::Nonlocal: return;
    case StmtKind::Expr: return emitExpressionStatement(*statement.as<ExprStmt>());
    case StmtKind::Pass: return add(at(&statement), Opcode::Nop);
    case StmtKind::Break: return emitBreak(statement);
    case StmtKind::Continue: return emitContinue(statement);
    case StmtKind::With:
    case StmtKind::AsyncWith: return emitWith(*statement.as<With>(), 0);
    }
}

void Emitter::emitReturn(const Return& node) {
    Position position = at(&node);
    const bool preservesTop = node.value && node.value->kind != ExprKind::Constant;
    if (!m_unit->scope->isFunctionLike()) return error(position, "'return' outside function");
    if (node.value && m_unit->scope->isCoroutine && m_unit->scope->isGenerator) return error(position, "'return' with value in async generator");
    if (preservesTop) {
        emit(node.value);
    } else if (node.value) {
        position = at(node.value); // a line for the constant
        add(position, Opcode::Nop);
    }
    if (!node.value || node.value->range.line != node.range.line) {
        position = at(&node);
        add(position, Opcode::Nop);
    }
    unwind(position, preservesTop, false);
    if (!node.value) addNone(position);
    else if (!preservesTop) addConstant(position, *constantOf(*node.value));
    add(position, Opcode::ReturnValue);
}

void Emitter::emitAssign(const Assign& node) {
    emit(node.value);
    for (size_t i = 0; i < node.targets.size(); ++i) {
        if (i + 1 < node.targets.size()) add(at(&node), Opcode::Copy, 1);
        emit(node.targets[i]);
    }
}

void Emitter::emitAugAssign(const AugAssign& node) {
    const Expr& target = *node.target;
    const Position targetPosition = at(&target);
    const int operation = static_cast<int>(binaryOperationOf(node.op, true));
    switch (target.kind) {
    case ExprKind::Attribute: {
        const auto& attribute = *target.as<Attribute>();
        const Position position = attributePosition(targetPosition, attribute);
        emit(attribute.value);
        add(targetPosition, Opcode::Copy, 1);
        addName(position, Opcode::LoadAttr, attribute.attr);
        emit(node.value);
        add(at(&node), Opcode::BinaryOp, operation);
        add(position, Opcode::Swap, 2);
        return addName(position, Opcode::StoreAttr, attribute.attr);
    }
    case ExprKind::Subscript: {
        const auto& subscript = *target.as<Subscript>();
        emit(subscript.value);
        if (isTwoPartSlice(*subscript.slice)) {
            emitSliceParts(*subscript.slice->as<Slice>());
            for (int i = 0; i < 3; ++i) add(targetPosition, Opcode::Copy, 3);
            add(targetPosition, Opcode::BinarySlice);
            emit(node.value);
            add(at(&node), Opcode::BinaryOp, operation);
            for (int depth = 4; depth >= 2; --depth) add(targetPosition, Opcode::Swap, depth);
            return add(targetPosition, Opcode::StoreSlice);
        }
        emit(subscript.slice);
        add(targetPosition, Opcode::Copy, 2);
        add(targetPosition, Opcode::Copy, 2);
        add(targetPosition, Opcode::BinarySubscr);
        emit(node.value);
        add(at(&node), Opcode::BinaryOp, operation);
        add(targetPosition, Opcode::Swap, 3);
        add(targetPosition, Opcode::Swap, 2);
        return add(targetPosition, Opcode::StoreSubscr);
    }
    default:
        emitName(targetPosition, target.as<Name>()->id, Context::Load);
        emit(node.value);
        add(at(&node), Opcode::BinaryOp, operation);
        return emitName(targetPosition, target.as<Name>()->id, Context::Store);
    }
}

// Evaluated for its effects only.
void Emitter::emitDiscarded(const Expr& expression) {
    emit(&expression);
    add(at(&expression), Opcode::PopTop);
}

void Emitter::checkAnnotationSubscript(const Expr& slice) {
    if (slice.kind == ExprKind::Slice) {
        const auto& node = *slice.as<Slice>();
        for (const Expr* part : {node.lower, node.upper, node.step})
            if (part) emitDiscarded(*part);
    } else if (slice.kind == ExprKind::Tuple) {
        for (const Expr* part : slice.as<Tuple>()->elts) checkAnnotationSubscript(*part);
    } else {
        emitDiscarded(slice);
    }
}

void Emitter::emitAnnAssign(const AnnAssign& node) {
    const Position position = at(&node);
    const Expr& target = *node.target;
    const bool isFuture = m_futureFlags & CodeFlag::FutureAnnotations;
    const bool keepsAnnotations = m_unit->kind == UnitKind::Module || m_unit->kind == UnitKind::Class;
    if (node.value) {
        emit(node.value);
        emit(node.target);
    }
    if (target.kind == ExprKind::Name) {
        checkBinding(position, target.as<Name>()->id, Context::Store);
        if (node.simple && keepsAnnotations) {
            if (isFuture) emitAnnotationText(*node.annotation);
            else emit(node.annotation);
            addName(position, Opcode::LoadName, "__annotations__");
            addString(position, mangled(target.as<Name>()->id));
            add(position, Opcode::StoreSubscr);
        }
    } else if (!node.value) {
        // The target's parts are evaluated, as the assignment would.
        if (target.kind == ExprKind::Attribute) {
            checkBinding(position, target.as<Attribute>()->attr, Context::Store);
            emitDiscarded(*target.as<Attribute>()->value);
        } else if (target.kind == ExprKind::Subscript) {
            emitDiscarded(*target.as<Subscript>()->value);
            checkAnnotationSubscript(*target.as<Subscript>()->slice);
        }
    }
    if (!node.simple && !isFuture && keepsAnnotations) emitDiscarded(*node.annotation);
}

void Emitter::emitExpressionStatement(const ExprStmt& node) {
    if (m_isInteractive && m_units.size() == 1) {
        emit(node.value);
        add(at(&node), Opcode::CallIntrinsic1, IntrinsicPrint);
        return add(noPosition, Opcode::PopTop);
    }
    if (constantOf(*node.value)) return add(at(&node), Opcode::Nop);
    emit(node.value);
    add(noPosition, Opcode::PopTop);
}

void Emitter::emitRaise(const Raise& node) {
    int count = 0;
    for (const Expr* part : {node.exc, node.cause}) {
        if (!part) break;
        emit(part);
        ++count;
    }
    add(at(&node), Opcode::RaiseVarargs, count);
}

void Emitter::emitAssert(const Assert& node) {
    const Position position = at(&node);
    const memtape::Constant* constant = constantOf(*node.test);
    const bool isTuple = (node.test->kind == ExprKind::Tuple && !node.test->as<Tuple>()->elts.empty()) ||
                         (constant && constant->kind == memtape::Constant::Kind::Tuple && !constant->items.empty());
    if (isTuple) warning(node.range, "assertion is always true, perhaps remove parentheses?");
    if (m_optimize > 0) return;
    const Label end = newLabel();
    emitJumpIf(position, *node.test, end, true);
    add(position, Opcode::LoadAssertionError);
    if (node.msg) {
        emit(node.msg);
        add(position, Opcode::Call, 0);
    }
    add(at(node.test), Opcode::RaiseVarargs, 1);
    use(end);
}

void Emitter::emitImportAs(const Position& position, std::string_view name, std::string_view asName) {
    size_t dot = name.find('.');
    if (dot == std::string_view::npos) return emitName(position, asName, Context::Store);
    for (;;) {
        const size_t start = dot + 1;
        dot = name.find('.', start);
        const bool isLast = dot == std::string_view::npos;
        const std::string_view part = name.substr(start, isLast ? std::string_view::npos : dot - start);
        add(position, Opcode::ImportFrom, m_unit->names.add(part));
        if (isLast) break;
        add(position, Opcode::Swap, 2);
        add(position, Opcode::PopTop);
    }
    emitName(position, asName, Context::Store);
    add(position, Opcode::PopTop);
}

void Emitter::emitImport(const Import& node) {
    const Position position = at(&node);
    for (const Alias& alias : node.names) {
        addConstant(position, intConstant(0));
        addNone(position);
        addName(position, Opcode::ImportName, alias.name);
        if (!alias.asname.empty()) emitImportAs(position, alias.name, alias.asname);
        else emitName(position, alias.name.substr(0, alias.name.find('.')), Context::Store);
    }
}

void Emitter::emitImportFrom(const ImportFrom& node) {
    const Position position = at(&node);
    addConstant(position, intConstant(node.level));
    memtape::Constant names;
    names.kind = memtape::Constant::Kind::Tuple;
    for (const Alias& alias : node.names) names.items.push_back(stringConstant(alias.name));
    if (node.module == "__future__" && node.level == 0 && (!m_lastFutureImport || node.range.line > m_lastFutureImport->range.line))
        return error(position, "from __future__ imports must occur at the beginning of the file");
    addConstant(position, std::move(names));
    addName(position, Opcode::ImportName, node.module);
    for (const Alias& alias : node.names) {
        if (alias.name == "*") {
            add(position, Opcode::CallIntrinsic1, IntrinsicImportStar);
            return add(noPosition, Opcode::PopTop);
        }
        addName(position, Opcode::ImportFrom, alias.name);
        emitName(position, alias.asname.empty() ? alias.name : alias.asname, Context::Store);
    }
    add(position, Opcode::PopTop);
}

}

// SPDX-License-Identifier: GPL-3.0-or-later

// Branches, loops, and the ways out of them.

#include "core/python/compiler/emitter.h"

namespace memtape {

using namespace ast;

void Emitter::emitIf(const If& node) {
    const Label end = newLabel();
    const Label next = node.orelse.empty() ? end : newLabel();
    emitJumpIf(at(&node), *node.test, next, false);
    emit(node.body);
    if (!node.orelse.empty()) {
        addJump(noPosition, Opcode::JumpNoInterrupt, end);
        use(next);
        emit(node.orelse);
    }
    use(end);
}

void Emitter::emitWhile(const While& node) {
    const Position position = at(&node);
    const Label loop = newLabel(), end = newLabel(), anchor = newLabel(), body = newLabel();
    use(loop);
    pushBlock({FrameBlock::Kind::WhileLoop, loop, end, position, {}, {}});
    emitJumpIf(position, *node.test, anchor, false);
    use(body);
    emit(node.body);
    emitJumpIf(position, *node.test, body, true); // the test again: one jump for each round
    popBlock();
    use(anchor);
    emit(node.orelse);
    use(end);
}

void Emitter::emitFor(const For& node) {
    const Label start = newLabel(), cleanup = newLabel(), end = newLabel();
    pushBlock({FrameBlock::Kind::ForLoop, start, end, at(&node), {}, {}});
    emit(node.iter);
    const Position position = at(node.iter);
    add(position, Opcode::GetIter);
    use(start);
    addJump(position, Opcode::ForIter, cleanup);
    add(at(node.target), Opcode::Nop); // holds the target's line where the statement spans several
    emit(node.target);
    emit(node.body);
    addJump(noPosition, Opcode::Jump, start);
    use(cleanup);
    add(noPosition, Opcode::EndFor);
    add(noPosition, Opcode::PopTop);
    popBlock();
    emit(node.orelse);
    use(end);
}

void Emitter::emitAsyncFor(const For& node) {
    Position position = at(&node);
    if (m_unit->kind != UnitKind::AsyncFunction && !awaitsAtTopLevel()) return error(position, "'async for' outside async function");
    const Label start = newLabel(), except = newLabel(), end = newLabel();
    emit(node.iter);
    add(at(node.iter), Opcode::GetAiter);
    use(start);
    pushBlock({FrameBlock::Kind::ForLoop, start, end, position, {}, {}});
    addJump(position, Opcode::SetupFinally, except);
    add(position, Opcode::GetAnext);
    addNone(position);
    emitYieldFrom(position, true);
    add(position, Opcode::PopBlock);
    emit(node.target);
    emit(node.body);
    addJump(noPosition, Opcode::Jump, start);
    popBlock();
    use(except);
    add(at(node.iter), Opcode::EndAsyncFor);
    emit(node.orelse);
    use(end);
}

void Emitter::emitBreak(const Stmt& node) {
    Position position = at(&node);
    add(position, Opcode::Nop);
    const int loop = unwind(position, false, true);
    if (loop < 0) return error(at(&node), "'break' outside loop");
    const FrameBlock block = m_unit->blocks[static_cast<size_t>(loop)];
    unwindBlock(position, block, false);
    addJump(position, Opcode::Jump, block.exit);
}

void Emitter::emitContinue(const Stmt& node) {
    Position position = at(&node);
    add(position, Opcode::Nop);
    const int loop = unwind(position, false, true);
    if (loop < 0) return error(at(&node), "'continue' not properly in loop");
    addJump(position, Opcode::Jump, m_unit->blocks[static_cast<size_t>(loop)].start);
}

// A condition goes to the jump directly: `not`, `and`, `or` and chains of comparisons make no value.
void Emitter::emitJumpIf(const Position& position, const Expr& test, Label target, bool condition) {
    switch (test.kind) {
    case ExprKind::UnaryOp:
        if (test.as<UnaryOp>()->op == UnaryOperator::Not) return emitJumpIf(position, *test.as<UnaryOp>()->operand, target, !condition);
        break;
    case ExprKind::BoolOp: {
        const auto& node = *test.as<BoolOp>();
        const bool jumpsOnTrue = node.op == BoolOperator::Or;
        const Label next = jumpsOnTrue != condition ? newLabel() : target;
        for (size_t i = 0; i + 1 < node.values.size(); ++i) emitJumpIf(position, *node.values[i], next, jumpsOnTrue);
        emitJumpIf(position, *node.values.back(), target, condition);
        if (!(next == target)) use(next);
        return;
    }
    case ExprKind::IfExp: {
        const auto& node = *test.as<IfExp>();
        const Label end = newLabel(), next = newLabel();
        emitJumpIf(position, *node.test, next, false);
        emitJumpIf(position, *node.body, target, condition);
        addJump(noPosition, Opcode::JumpNoInterrupt, end);
        use(next);
        emitJumpIf(position, *node.orelse, target, condition);
        use(end);
        return;
    }
    case ExprKind::Compare: {
        const auto& node = *test.as<Compare>();
        const size_t last = node.ops.size() - 1;
        if (last == 0) break;
        warnOfComparison(node);
        const Position comparison = at(&test);
        const Label cleanup = newLabel(), end = newLabel();
        emit(node.left);
        for (size_t i = 0; i < last; ++i) {
            emit(node.comparators[i]);
            add(comparison, Opcode::Swap, 2);
            add(comparison, Opcode::Copy, 2);
            emitComparison(comparison, node.ops[i]);
            add(comparison, Opcode::ToBool);
            addJump(comparison, Opcode::PopJumpIfFalse, cleanup);
        }
        emit(node.comparators[last]);
        emitComparison(comparison, node.ops[last]);
        add(comparison, Opcode::ToBool);
        addJump(comparison, condition ? Opcode::PopJumpIfTrue : Opcode::PopJumpIfFalse, target);
        addJump(noPosition, Opcode::JumpNoInterrupt, end);
        use(cleanup);
        add(comparison, Opcode::PopTop);
        if (!condition) addJump(noPosition, Opcode::JumpNoInterrupt, target);
        use(end);
        return;
    }
    default: break;
    }
    emit(&test);
    add(at(&test), Opcode::ToBool);
    addJump(at(&test), condition ? Opcode::PopJumpIfTrue : Opcode::PopJumpIfFalse, target);
}

int Emitter::unwind(Position& position, bool preservesTop, bool stopsAtLoop) {
    // Blocks are taken away while what undoes them is emitted: a `return` in a `finally` body must not run it again.
    std::vector<FrameBlock> taken;
    auto& blocks = m_unit->blocks;
    int loop = -1;
    while (!blocks.empty()) {
        const FrameBlock block = blocks.back();
        if (block.kind == FrameBlock::Kind::GroupHandler) {
            error(position, "'break', 'continue' and 'return' cannot appear in an except* block");
            break;
        }
        if (stopsAtLoop && (block.kind == FrameBlock::Kind::WhileLoop || block.kind == FrameBlock::Kind::ForLoop)) {
            loop = static_cast<int>(blocks.size()) - 1;
            break;
        }
        taken.push_back(block);
        blocks.pop_back();
        unwindBlock(position, block, preservesTop);
    }
    blocks.insert(blocks.end(), taken.rbegin(), taken.rend());
    return loop;
}

void Emitter::unwindBlock(Position& position, const FrameBlock& block, bool preservesTop) {
    switch (block.kind) {
    case FrameBlock::Kind::WhileLoop:
    case FrameBlock::Kind::ExceptionHandler:
    case FrameBlock::Kind::GroupHandler:
    case FrameBlock::Kind::AsyncComprehension:
    case FrameBlock::Kind::StopIteration: return;
    case FrameBlock::Kind::ForLoop: // the iterator
        if (preservesTop) add(position, Opcode::Swap, 2);
        add(position, Opcode::PopTop);
        return;
    case FrameBlock::Kind::TryExcept: add(position, Opcode::PopBlock); return;
    case FrameBlock::Kind::FinallyTry:
        add(position, Opcode::PopBlock);
        if (preservesTop) pushBlock({FrameBlock::Kind::PopValue, {}, {}, position, {}, {}});
        emit(block.finalBody);
        if (preservesTop) popBlock();
        // The finally body seems to run after the statement that left: what undoes the rest has no line of its own.
        position = noPosition;
        return;
    case FrameBlock::Kind::FinallyEnd:
        if (preservesTop) add(position, Opcode::Swap, 2);
        add(position, Opcode::PopTop);
        if (preservesTop) add(position, Opcode::Swap, 2);
        add(position, Opcode::PopBlock);
        add(position, Opcode::PopExcept);
        return;
    case FrameBlock::Kind::With:
    case FrameBlock::Kind::AsyncWith:
        position = block.position;
        add(position, Opcode::PopBlock);
        if (preservesTop) add(position, Opcode::Swap, 2);
        emitExitWithNones(position);
        if (block.kind == FrameBlock::Kind::AsyncWith) emitAwaitedExit(position);
        add(position, Opcode::PopTop);
        position = noPosition;
        return;
    case FrameBlock::Kind::HandlerCleanup:
        if (!block.name.empty()) add(position, Opcode::PopBlock);
        if (preservesTop) add(position, Opcode::Swap, 2);
        add(position, Opcode::PopBlock);
        add(position, Opcode::PopExcept);
        if (!block.name.empty()) emitUnbindHandlerName(position, block.name);
        return;
    case FrameBlock::Kind::PopValue:
        if (preservesTop) add(position, Opcode::Swap, 2);
        add(position, Opcode::PopTop);
        return;
    }
}

// [receiver value] to [result]: passes on what is yielded until the receiver is done.
void Emitter::emitYieldFrom(const Position& position, bool isAwait) {
    const Label send = newLabel(), fail = newLabel(), exit = newLabel();
    use(send);
    addJump(position, Opcode::Send, exit);
    addJump(position, Opcode::SetupFinally, fail); // a close() or throw() may end in StopIteration
    add(position, Opcode::YieldValue, 1);
    add(noPosition, Opcode::PopBlock);
    add(position, Opcode::Resume, isAwait ? ResumeAfterAwait : ResumeAfterYieldFrom);
    addJump(position, Opcode::JumpNoInterrupt, send);
    use(fail);
    add(position, Opcode::CleanupThrow);
    use(exit);
    add(position, Opcode::EndSend);
}

}

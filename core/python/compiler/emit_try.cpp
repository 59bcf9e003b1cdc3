// SPDX-License-Identifier: GPL-3.0-or-later

// try, except, except*, finally, with.
//
// The handler side of each begins with the exception on the stack and what was being handled before below it (PUSH_EXC_INFO),
// under a handler of its own ("cleanup") that takes both away again when something is raised there.

#include "core/python/compiler/emitter.h"

namespace memtape {

using namespace ast;

void Emitter::emitTry(const Try& node) {
    if (!node.finalbody.empty()) emitFinally(node);
    else if (node.kind == StmtKind::TryStar) emitExceptStar(node);
    else emitExcept(node);
}

void Emitter::emitPopExceptAndReraise(const Position& position) {
    add(position, Opcode::Copy, 3);
    add(position, Opcode::PopExcept);
    add(position, Opcode::Reraise, 1);
}

void Emitter::emitFinally(const Try& node) {
    const Position position = at(&node);
    const Label body = newLabel(), end = newLabel(), exit = newLabel(), cleanup = newLabel();
    addJump(position, Opcode::SetupFinally, end);
    use(body);
    pushBlock({FrameBlock::Kind::FinallyTry, body, end, position, node.finalbody, {}});
    if (node.handlers.empty()) emit(node.body);
    else if (node.kind == StmtKind::TryStar) emitExceptStar(node);
    else emitExcept(node);
    add(noPosition, Opcode::PopBlock);
    popBlock();
    emit(node.finalbody);
    addJump(noPosition, Opcode::JumpNoInterrupt, exit);

    use(end);
    pushBlock({FrameBlock::Kind::FinallyEnd, end, {}, position, {}, {}});
    addJump(noPosition, Opcode::SetupCleanup, cleanup);
    add(noPosition, Opcode::PushExcInfo);
    emit(node.finalbody);
    popBlock();
    add(noPosition, Opcode::Reraise, 0);
    use(cleanup);
    emitPopExceptAndReraise(noPosition);
    use(exit);
}

void Emitter::emitUnbindHandlerName(const Position& position, std::string_view name) {
    addNone(position);
    emitName(position, name, Context::Store);
    emitName(position, name, Context::Del);
}

void Emitter::emitExcept(const Try& node) {
    const Position position = at(&node);
    const Label body = newLabel(), except = newLabel(), end = newLabel(), cleanup = newLabel();
    addJump(position, Opcode::SetupFinally, except);
    use(body);
    pushBlock({FrameBlock::Kind::TryExcept, body, {}, position, {}, {}});
    emit(node.body);
    popBlock();
    add(noPosition, Opcode::PopBlock);
    emit(node.orelse);
    addJump(noPosition, Opcode::JumpNoInterrupt, end);

    use(except);
    addJump(noPosition, Opcode::SetupCleanup, cleanup);
    add(noPosition, Opcode::PushExcInfo);
    pushBlock({FrameBlock::Kind::ExceptionHandler, {}, {}, position, {}, {}});
    for (size_t i = 0; i < node.handlers.size(); ++i) {
        const ExceptHandler& handler = node.handlers[i];
        if (!handler.type && i + 1 < node.handlers.size()) error(at(&handler), "default 'except:' must be last");
        emitHandler(handler, end);
    }
    popBlock();
    add(noPosition, Opcode::Reraise, 0);
    use(cleanup);
    emitPopExceptAndReraise(noPosition);
    use(end);
}

void Emitter::emitHandler(const ExceptHandler& handler, Label end) {
    const Position position = at(&handler);
    const Label next = newLabel();
    if (handler.type) {
        emit(handler.type);
        add(position, Opcode::CheckExcMatch);
        addJump(position, Opcode::PopJumpIfFalse, next);
    }
    const Label body = newLabel();
    if (handler.name.empty()) {
        add(position, Opcode::PopTop);
        use(body);
        pushBlock({FrameBlock::Kind::HandlerCleanup, body, {}, position, {}, {}});
        emit(handler.body);
        popBlock();
        add(noPosition, Opcode::PopBlock);
        add(noPosition, Opcode::PopExcept);
        addJump(noPosition, Opcode::JumpNoInterrupt, end);
    } else {
        // The name is unbound on every way out of the handler.
        const Label unbind = newLabel();
        emitName(position, handler.name, Context::Store);
        addJump(position, Opcode::SetupCleanup, unbind);
        use(body);
        pushBlock({FrameBlock::Kind::HandlerCleanup, body, {}, position, {}, handler.name});
        emit(handler.body);
        popBlock();
        add(noPosition, Opcode::PopBlock);
        add(noPosition, Opcode::PopBlock);
        add(noPosition, Opcode::PopExcept);
        emitUnbindHandlerName(noPosition, handler.name);
        addJump(noPosition, Opcode::JumpNoInterrupt, end);
        use(unbind);
        emitUnbindHandlerName(noPosition, handler.name);
        add(noPosition, Opcode::Reraise, 1);
    }
    use(next);
}

// except*: each handler takes its part of the group; what the handlers raise and what no one took is gathered in a list and
// raised at the end. Stack: [handled-before group list rest].
void Emitter::emitExceptStar(const Try& node) {
    Position position = at(&node);
    const Label body = newLabel(), except = newLabel(), orelse = newLabel(), end = newLabel(), cleanup = newLabel(), reraiseStar = newLabel();
    addJump(position, Opcode::SetupFinally, except);
    use(body);
    pushBlock({FrameBlock::Kind::TryExcept, body, {}, position, {}, {}});
    emit(node.body);
    popBlock();
    add(noPosition, Opcode::PopBlock);
    addJump(noPosition, Opcode::JumpNoInterrupt, orelse);

    use(except);
    addJump(noPosition, Opcode::SetupCleanup, cleanup);
    add(noPosition, Opcode::PushExcInfo);
    pushBlock({FrameBlock::Kind::GroupHandler, {}, {}, position, {}, {}});
    for (size_t i = 0; i < node.handlers.size(); ++i) {
        const ExceptHandler& handler = node.handlers[i];
        position = at(&handler);
        const Label next = newLabel(), nextWithError = newLabel(), noMatch = newLabel(), handlerEnd = newLabel(), handlerBody = newLabel();
        if (i == 0) {
            add(position, Opcode::BuildList, 0);
            add(position, Opcode::Copy, 2);
        }
        if (handler.type) {
            emit(handler.type);
            add(position, Opcode::CheckEgMatch);
            add(position, Opcode::Copy, 1);
            addJump(position, Opcode::PopJumpIfNone, noMatch);
        }
        if (handler.name.empty()) add(position, Opcode::PopTop);
        else emitName(position, handler.name, Context::Store);
        addJump(position, Opcode::SetupCleanup, handlerEnd);
        use(handlerBody);
        pushBlock({FrameBlock::Kind::HandlerCleanup, handlerBody, {}, position, {}, handler.name});
        emit(handler.body);
        popBlock();
        add(noPosition, Opcode::PopBlock);
        if (!handler.name.empty()) emitUnbindHandlerName(noPosition, handler.name);
        addJump(noPosition, Opcode::JumpNoInterrupt, next);

        use(handlerEnd); // the handler raised: [.. list rest lasti exception]
        if (!handler.name.empty()) emitUnbindHandlerName(noPosition, handler.name);
        add(noPosition, Opcode::ListAppend, 3);
        add(noPosition, Opcode::PopTop);
        addJump(noPosition, Opcode::JumpNoInterrupt, nextWithError);
        use(next);
        add(noPosition, Opcode::Nop); // takes the location of what leads here
        addJump(noPosition, Opcode::JumpNoInterrupt, nextWithError);
        use(noMatch);
        add(position, Opcode::PopTop);
        use(nextWithError);
        if (i + 1 == node.handlers.size()) {
            add(noPosition, Opcode::ListAppend, 1); // the rest, or None
            addJump(noPosition, Opcode::JumpNoInterrupt, reraiseStar);
        }
    }
    popBlock();

    const Label reraise = newLabel();
    use(reraiseStar);
    add(noPosition, Opcode::CallIntrinsic2, IntrinsicPrepReraiseStar);
    add(noPosition, Opcode::Copy, 1);
    addJump(noPosition, Opcode::PopJumpIfNotNone, reraise);
    add(noPosition, Opcode::PopTop);
    add(noPosition, Opcode::PopBlock);
    add(noPosition, Opcode::PopExcept);
    addJump(noPosition, Opcode::JumpNoInterrupt, end);
    use(reraise);
    add(noPosition, Opcode::PopBlock);
    add(noPosition, Opcode::Swap, 2);
    add(noPosition, Opcode::PopExcept);
    add(noPosition, Opcode::Reraise, 0);
    use(cleanup);
    emitPopExceptAndReraise(noPosition);

    use(orelse);
    emit(node.orelse);
    use(end);
}

void Emitter::emitExitWithNones(const Position& position) {
    addNone(position);
    addNone(position);
    addNone(position);
    add(position, Opcode::Call, 2);
}

void Emitter::emitAwaitedExit(const Position& position) {
    add(position, Opcode::GetAwaitable, 2);
    addNone(position);
    emitYieldFrom(position, true);
}

void Emitter::emitWithExceptFinish(Label cleanup) {
    const Label suppress = newLabel(), exit = newLabel();
    add(noPosition, Opcode::ToBool);
    addJump(noPosition, Opcode::PopJumpIfTrue, suppress);
    add(noPosition, Opcode::Reraise, 2);
    use(suppress);
    add(noPosition, Opcode::PopTop);
    add(noPosition, Opcode::PopBlock);
    add(noPosition, Opcode::PopExcept);
    add(noPosition, Opcode::PopTop);
    add(noPosition, Opcode::PopTop);
    addJump(noPosition, Opcode::JumpNoInterrupt, exit);
    use(cleanup);
    emitPopExceptAndReraise(noPosition);
    use(exit);
}

void Emitter::emitWith(const With& node, size_t index) {
    const bool isAsync = node.kind == StmtKind::AsyncWith;
    if (isAsync && m_unit->kind != UnitKind::AsyncFunction && !awaitsAtTopLevel()) return error(at(&node), "'async with' outside async function");
    const WithItem& item = node.items[index];
    const Position position = at(item.contextExpr);
    const Label block = newLabel(), handler = newLabel(), exit = newLabel(), cleanup = newLabel();
    emit(item.contextExpr);
    add(position, isAsync ? Opcode::BeforeAsyncWith : Opcode::BeforeWith);
    if (isAsync) {
        add(position, Opcode::GetAwaitable, 1);
        addNone(position);
        emitYieldFrom(position, true);
    }
    addJump(position, Opcode::SetupWith, handler);
    use(block);
    pushBlock({isAsync ? FrameBlock::Kind::AsyncWith : FrameBlock::Kind::With, block, handler, position, {}, {}});
    if (item.optionalVars) emit(item.optionalVars);
    else add(position, Opcode::PopTop);
    if (index + 1 == node.items.size()) emit(node.body);
    else emitWith(node, index + 1);
    popBlock();
    add(isAsync ? position : noPosition, Opcode::PopBlock);

    emitExitWithNones(position);
    if (isAsync) emitAwaitedExit(position);
    add(position, Opcode::PopTop);
    addJump(position, Opcode::Jump, exit);

    use(handler);
    addJump(position, Opcode::SetupCleanup, cleanup);
    add(position, Opcode::PushExcInfo);
    add(position, Opcode::WithExceptStart);
    if (isAsync) emitAwaitedExit(position);
    emitWithExceptFinish(cleanup);
    use(exit);
}

}

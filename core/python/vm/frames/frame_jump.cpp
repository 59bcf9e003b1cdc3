// SPDX-License-Identifier: GPL-3.0-or-later
// frame.f_lineno = …: from a trace function, the frame goes on at another line, where what is on its evaluation stack allows it.

#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/exceptions/warnings.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/vm/frames/code_extra.h"
#include "core/python/vm/frames/frame_object.h"
#include "core/python/vm/frames/stack_kinds.h"
#include "core/python/vm/loop/tracing.h"

namespace memtape {

namespace {

bool isCompatible(StackKind from, StackKind to) {
    if (to == StackKind::Object) return from != StackKind::Null;
    return to == StackKind::Null || from == to;
}
bool isCompatible(const KindStack& from, const KindStack& to) {
    if (to.size() > from.size()) return false;
    for (size_t i = 0; i < to.size(); ++i)
        if (!isCompatible(static_cast<StackKind>(from[i]), static_cast<StackKind>(to[i]))) return false;
    return true;
}

const char* whyNot(const std::optional<KindStack>& target) {
    if (!target) return "can't jump into unreachable code";
    switch (target->empty() ? StackKind::Object : static_cast<StackKind>(target->back())) {
    case StackKind::Exception: return "can't jump into an 'except' block as there's no exception";
    case StackKind::Lasti: return "can't jump into a re-raising block as there's no location";
    case StackKind::Iterator: return "can't jump into the body of a for loop";
    default: return "incompatible stacks";
    }
}

bool mayJumpNow() {
    if (!traceState.isRunning) return raise(exc::ValueError, "f_lineno can only be set in a trace function");
    if (traceState.event == TraceEvent::Call) return raise(exc::ValueError, "can't jump from the 'call' trace event of a new frame");
    return traceState.event == TraceEvent::Line || raise(exc::ValueError, "can only jump from a 'line' trace event");
}

// The first line from `wanted` on that has instructions; -1: none.
int lineFrom(const CodeUnit& unit, int wanted) {
    int found = -1;
    for (const Position& p : unit.positions)
        if (p.line >= wanted && (found < 0 || p.line < found)) found = p.line;
    return found;
}

// What lies above `depth` is dropped; where exceptions are being handled the outer one is handled again.
void dropStack(Frame* frame, const KindStack& kinds, size_t depth) {
    for (size_t i = kinds.size(); i > depth; --i) {
        Object*& place = frame->localsPlus[--frame->stackTop];
        Object* o = place;
        place = nullptr;
        if (static_cast<StackKind>(kinds[i - 1]) == StackKind::Exception) {
            Object* handled = interpreter.handled->value;
            interpreter.handled->value = isNone(o) ? nullptr : o;
            o = handled;
        }
        xdecref(o);
    }
}

// Code that is jumped over may have bound locals that the code there takes for bound.
std::vector<uint32_t> unboundLocals(const Frame* frame) {
    const CodeUnit& unit = *codeUnit(frame->code);
    std::vector<uint32_t> unbound;
    for (uint32_t i = 0; i < unit.localsPlusKinds.size(); ++i)
        if ((unit.localsPlusKinds[i] & LocalKind::Local) && !(unit.localsPlusKinds[i] & (LocalKind::Cell | LocalKind::HiddenLocal)) &&
            !frame->localsPlus[i])
            unbound.push_back(i);
    return unbound;
}
bool warnOfUnbound(const Frame* frame) {
    const size_t count = unboundLocals(frame).size();
    return count == 0 || warn(exc::RuntimeWarning, "assigning None to " + std::to_string(count) + " unbound local" + (count == 1 ? "" : "s"));
}

}

bool frameLinenoSet(Object* object, Object* value) {
    if (!value) return raise(exc::AttributeError, "cannot delete attribute");
    if (!isInt(value)) return raise(exc::ValueError, "lineno must be an integer");
    if (!mayJumpNow()) return false;
    int overflow = 0;
    const int64_t wanted = intValue(value, &overflow);
    if (overflow || wanted != static_cast<int>(wanted)) return raise(exc::ValueError, "lineno out of range");
    Frame* frame = static_cast<FrameObject*>(object)->frame;
    if (frame != traceState.frame) return raise(exc::ValueError, "f_lineno can only be set in a trace function");
    const CodeUnit& unit = *codeUnit(frame->code);
    if (wanted < unit.firstLine) return raise(exc::ValueError, "line {} comes before the current code block", wanted);
    const int line = lineFrom(unit, static_cast<int>(wanted));
    if (line < 0) return raise(exc::ValueError, "line {} comes after the current code block", wanted);

    const auto kinds = stackKinds(unit);
    const auto& here = kinds[static_cast<size_t>(traceState.from - frame->code->extra->instructions)];
    if (!here) return raise(exc::ValueError, "can't jump from unreachable code");
    const char* reason = "cannot find bytecode for specified line";
    size_t best = unit.positions.size();
    int lineBefore = -1;
    for (size_t i = 0; i < unit.positions.size(); ++i) {
        if (unit.positions[i].line < 0) continue;
        const bool isStart = unit.positions[i].line != lineBefore;
        lineBefore = unit.positions[i].line;
        if (!isStart || lineBefore != line) continue;
        if (kinds[i] && isCompatible(*here, *kinds[i])) {
            if (best == unit.positions.size() || kinds[i]->size() > kinds[best]->size()) best = i;
        } else {
            reason = whyNot(kinds[i]);
        }
    }
    if (best == unit.positions.size()) return raise(exc::ValueError, "{}", reason);
    if (!warnOfUnbound(frame)) return false;
    frame->ip = frame->code->extra->instructions + best;
    return true;
}

void finishJump(Frame* frame, const Instruction* from) {
    const Instruction* first = frame->code->extra->instructions;
    const auto kinds = stackKinds(*codeUnit(frame->code));
    for (uint32_t i : unboundLocals(frame)) {
        frame->localsPlus[i] = newNone().pointer;
        if (recording()) recorder->slotSet(i, granuleOf(None));
    }
    dropStack(frame, *kinds[static_cast<size_t>(from - first)], kinds[static_cast<size_t>(frame->ip - first)]->size());
}

}

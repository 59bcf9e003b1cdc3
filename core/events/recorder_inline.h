// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The calls of Recorder that the hot paths of the interpreter make.

#include <bit>

#include "core/events/recorder.h"

namespace memtape {

// The places of the streams are read once and written once in each call: a store of a byte may be one to anything, so that the compiler
// would have to look them up anew after each.

inline uint8_t* Recorder::nextOp() {
    if (m_ops == m_opsEnd) [[unlikely]]
        nextChunk();
    return m_ops++;
}

inline void Recorder::ref(Granule g) {
    uint32_t place = Predictor::placeOf(g);
    uint8_t* refs = m_refs;
    if (m_guess.named[place] == g) [[likely]] {
        m_refs = refs + 1;
        *refs = static_cast<uint8_t>(place);
        return;
    }
    refMissed(g, place);
}

inline void Recorder::cellIndex(CellKind kind, uint32_t index) {
    uint32_t& last = m_guess.lastIndex[static_cast<unsigned>(kind)];
    number(indexIsRelative(kind) ? zigzag(static_cast<int32_t>(index - last)) : index);
    last = index;
}

inline void Recorder::startStep(uint32_t line) {
    m_guess.startLine(line);
    m_steps++;
}

inline void Recorder::lineStep(uint32_t line) {
    uint8_t* op = nextOp();
    int32_t distance = static_cast<int32_t>(line - m_guess.line);
    startStep(line);
    if (distance >= -16 && distance < 16) [[likely]] {
        *op = static_cast<uint8_t>(op::Line + 16 + distance);
        return;
    }
    *op = op::LineFar;
    number(zigzag(distance));
}

inline void Recorder::step(StepKind kind, uint32_t line, Granule subject) {
    if (kind == StepKind::Line) return lineStep(line);
    uint8_t* op = nextOp();
    int32_t distance = static_cast<int32_t>(line - m_guess.line);
    startStep(line);
    if (kind == StepKind::Call) {
        uint32_t& last = m_guess.calls[m_guess.lastCalled % Predictor::callCount].line;
        if (last == line) [[likely]] {
            *op = op::CallStepSame;
            return;
        }
        last = line;
        *op = op::CallStep;
        number(zigzag(distance));
        return;
    }
    if (kind == StepKind::Return && subject && subject == m_guess.lastHeld) [[likely]] {
        *op = distance ? op::ReturnStepHeld : op::ReturnStepHere;
        if (distance) number(zigzag(distance));
        return;
    }
    if (kind == StepKind::Return) *op = subject ? op::ReturnStepOf : op::ReturnStep;
    else *op = subject ? op::ExceptionStepOf : op::ExceptionStep;
    number(zigzag(distance));
    if (subject) ref(subject);
}

inline void Recorder::slotSet(uint32_t slot, Granule value) {
    uint8_t* op = nextOp();
    bool isNew = value == m_guess.lastAllocated;
    m_guess.bindSlot(slot, value);
    if (slot < op::slotsFolded) [[likely]] {
        if (isNew) {
            *op = static_cast<uint8_t>(op::SlotSetNew + slot);
        } else {
            *op = static_cast<uint8_t>(op::SlotSetRef + slot);
            ref(value);
        }
        return;
    }
    *op = isNew ? op::SlotSetNewFar : op::SlotSetRefFar;
    number(slot);
    if (!isNew) ref(value);
}

inline void Recorder::slotClear(uint32_t slot) {
    if (slot < op::slotClearsFolded) [[likely]] {
        put(static_cast<uint8_t>(op::SlotClear + slot));
    } else {
        put(op::SlotClearFar);
        number(slot);
    }
    m_guess.bindSlot(slot, 0);
}

inline void Recorder::allocated(uint8_t code, Granule g) {
    uint8_t* op = nextOp();
    m_guess.beforeAllocated = m_guess.lastAllocated;
    m_guess.lastAllocated = g;
    m_lives++;
    if (m_guess.newestFreed() == g) [[likely]] {
        m_guess.dropNewestFreed();
        m_guess.name(g);
        *op = code;
        return;
    }
    uint32_t k = m_guess.takeFreed(g);
    *op = static_cast<uint8_t>(code + k);
    if (k == Predictor::freedLooked) ref(g);
    else m_guess.name(g);
}

inline void Recorder::intValue(int64_t value) {
    int64_t& guess = m_guess.intGuess();
    uint64_t difference = zigzag64(static_cast<int64_t>(static_cast<uint64_t>(value) - static_cast<uint64_t>(guess)));
    guess = value;
    uint8_t* ints = m_ints;
    if (difference < 0x80) [[likely]] {
        m_ints = ints + 1;
        *ints = static_cast<uint8_t>(difference);
        return;
    }
    m_ints = putVarint(ints, difference);
}

inline void Recorder::floatValue(double value) {
    uint64_t bits = std::bit_cast<uint64_t>(value);
    uint64_t& guess = m_guess.floatGuess();
    uint64_t difference = bits ^ guess;
    guess = bits;
    std::memcpy(m_floats, &difference, 8);
    m_floats += 8;
}

inline void Recorder::allocInt(Granule object, int64_t value) {
    allocated(op::AllocInt, object);
    intValue(value);
}

inline void Recorder::allocFloat(Granule object, double value) {
    allocated(op::AllocFloat, object);
    floatValue(value);
}

inline void Recorder::alloc(Granule object, uint32_t type, uint32_t size, uint8_t flags) {
    if (m_ops == m_opsEnd) [[unlikely]]
        nextChunk(); // the guesses start anew there
    uint32_t& lastSize = m_guess.lastSize[type % 256];
    bool sized = size != lastSize;
    allocated(sized ? op::AllocSized : op::Alloc, object);
    number64(static_cast<uint64_t>(type) << 1 | (flags != 0));
    if (flags) number(flags);
    if (sized) number(size);
    lastSize = size;
    subject(object);
}

inline void Recorder::free(Granule object, FreeCause cause) {
    uint8_t* op = nextOp();
    m_guess.addFreed(object);
    if (cause == FreeCause::Count) [[likely]] {
        if (object == m_guess.dropped) [[likely]] {
            *op = op::FreeDropped;
        } else if (object == m_guess.lastAllocated) {
            *op = op::FreeNewest;
        } else if (object == m_guess.beforeAllocated) {
            *op = op::FreeBeforeNewest;
        } else if (object == m_guess.droppedByCell) {
            *op = op::FreeOfCell;
        } else {
            *op = op::FreeRef;
            ref(object);
        }
        return;
    }
    *op = op::FreeOther;
    number(static_cast<uint32_t>(cause));
    ref(object);
}

inline void Recorder::cellSet(Granule object, CellKind kind, uint32_t index, Granule value) {
    uint8_t* op = nextOp();
    bool otherObject = object != m_guess.lastSubject, oldValue = value != m_guess.lastAllocated;
    *op = static_cast<uint8_t>(op::CellSet + 4 * static_cast<unsigned>(kind) + 2 * otherObject + oldValue);
    if (otherObject) ref(object);
    cellIndex(kind, index);
    if (oldValue) ref(value);
    subject(object);
    m_guess.bindCell(object, static_cast<uint32_t>(kind), index, value);
}

inline void Recorder::cellInsert(Granule object, CellKind kind, uint32_t index, Granule value) {
    uint8_t* op = nextOp();
    bool otherObject = object != m_guess.lastSubject, oldValue = value != m_guess.lastAllocated;
    if (kind == CellKind::Item) [[likely]] {
        *op = static_cast<uint8_t>(op::CellInsert + 2 * otherObject + oldValue);
    } else {
        otherObject = oldValue = true;
        *op = op::CellInsertOther;
        number(static_cast<uint32_t>(kind));
    }
    if (otherObject) ref(object);
    cellIndex(kind, index);
    if (oldValue) ref(value);
    subject(object);
}

inline void Recorder::cellClear(Granule object, CellKind kind, uint32_t index) {
    put(static_cast<uint8_t>(op::CellClear + static_cast<unsigned>(kind)));
    ref(object);
    cellIndex(kind, index);
    subject(object);
}

inline void Recorder::holdSet(HolderKind holder, uint32_t index, Granule value) {
    uint8_t* op = nextOp();
    if (holder == HolderKind::Stack && index < op::depthsFolded) [[likely]] {
        bool isNew = value == m_guess.lastAllocated;
        m_guess.lastHeld = value;
        *op = static_cast<uint8_t>((isNew ? op::HoldSetNew : op::HoldSetRef) + index);
        if (isNew) return;
    } else {
        *op = holder == HolderKind::Stack ? op::HoldSetFar : holder == HolderKind::Native ? op::NativeHold : op::InterpreterHold;
        number(index);
    }
    ref(value);
}

inline void Recorder::holdClear(HolderKind holder, uint32_t fromIndex) {
    if (holder == HolderKind::Stack && fromIndex < op::depthsFolded) [[likely]] {
        put(static_cast<uint8_t>(op::HoldClear + fromIndex));
        return;
    }
    put(holder == HolderKind::Stack ? op::HoldClearFar : holder == HolderKind::Native ? op::NativeClear : op::InterpreterClear);
    number(fromIndex);
}

inline void Recorder::framePush(uint32_t frame, uint32_t code, Granule codeObject, Granule function, Granule locals, uint8_t flags) {
    uint8_t* op = nextOp();
    Predictor::Call& call = m_guess.calls[code % Predictor::callCount];
    uint32_t distance = frame - m_guess.frame();
    uint32_t& calledHere = m_guess.calledHere();
    m_guess.depth++;
    m_guess.frame() = frame;
    m_guess.lastCalled = code;
    bool same = call.code == code && call.codeObject == codeObject && call.function == function && call.locals == locals && call.flags == flags;
    if (same && calledHere == code && call.distance == distance) [[likely]] {
        *op = op::FramePushKnown;
        return;
    }
    calledHere = code;
    *op = same ? op::FramePushSame : op::FramePush;
    number(code);
    number(zigzag(static_cast<int32_t>(distance)));
    if (same) {
        call.distance = distance;
        return;
    }
    ref(codeObject);
    ref(function);
    ref(locals);
    number(flags);
    call = {code, codeObject, function, locals, distance, 0, flags};
}

inline void Recorder::framePop() {
    put(op::FramePop);
    m_guess.leaveFrame();
}

// ---- rows ------------------------------------------------------------------------------------------------------------

inline bool Recorder::beginCall(uint32_t frame, uint32_t code, Granule codeObject, Granule function, uint32_t line, uint32_t arguments) {
    uint8_t* op = nextOp();
    const Predictor::Call& call = m_guess.calls[code % Predictor::callCount];
    if (arguments > op::argumentsInRow || call.code != code || m_guess.calledHere() != code || call.distance != frame - m_guess.frame() ||
        call.line != line || call.function != function || call.codeObject != codeObject || call.locals || call.flags) [[unlikely]] {
        m_ops = op;
        return false;
    }
    *op = static_cast<uint8_t>(op::CallRow + arguments);
    m_inRows += arguments + 1;
    m_guess.depth++;
    m_guess.frame() = frame;
    m_guess.lastCalled = code;
    return true;
}

inline void Recorder::argument(uint32_t slot, Granule value) {
    m_guess.bindSlot(slot, value);
    ref(value);
}

inline void Recorder::endCall(uint32_t line) { startStep(line); }

inline bool Recorder::returned(Granule value, uint32_t line) {
    uint8_t* op = nextOp();
    if (line != m_guess.line) [[unlikely]] {
        m_ops = op;
        return false;
    }
    m_inRows += 2;
    m_guess.lastHeld = value;
    const bool isOld = value != m_guess.lastAllocated;
    *op = static_cast<uint8_t>(op::ReturnRow + isOld);
    if (isOld) ref(value);
    startStep(line);
    m_guess.leaveFrame();
    return true;
}

inline void Recorder::resumed(Granule generator, uint32_t depth, Granule sent, uint32_t line) {
    uint8_t* op = nextOp();
    m_inRows += 2;
    *op = static_cast<uint8_t>(op::ResumeRow + depth);
    ref(generator);
    m_guess.enterGenerator();
    m_guess.lastHeld = sent;
    ref(sent);
    m_guess.calls[m_guess.lastCalled % Predictor::callCount].line = line;
    number(zigzag(static_cast<int32_t>(line - m_guess.line)));
    startStep(line);
}

inline bool Recorder::yielded(Granule generator, uint32_t depth, Granule value, uint32_t line) {
    uint8_t* op = nextOp();
    if (line != m_guess.line) [[unlikely]] {
        m_ops = op;
        return false;
    }
    m_inRows += 3;
    m_guess.lastHeld = value;
    const bool isOld = value != m_guess.lastAllocated;
    *op = static_cast<uint8_t>(op::YieldRow + 2 * depth + isOld);
    if (isOld) ref(value);
    startStep(line);
    ref(generator);
    m_guess.leaveFrame();
    return true;
}

inline void Recorder::slotReplace(uint32_t slot, Granule value, Granule old) {
    if (slot < op::slotsInRow && value == m_guess.lastAllocated && old == m_guess.slot(slot) && m_ops != m_opsEnd) [[likely]] {
        *m_ops++ = static_cast<uint8_t>(op::ReplaceRow + slot);
        m_inRows++;
        m_guess.bindSlot(slot, value);
        m_guess.addFreed(old);
        return;
    }
    slotSet(slot, value);
    free(old, FreeCause::Count);
}

}

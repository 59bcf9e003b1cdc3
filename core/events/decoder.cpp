// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/decoder.h"

#include <array>

namespace memtape {

void Decoder::start(std::shared_ptr<const EncodedChunk> chunk) {
    m_chunk = std::move(chunk);
    const uint8_t* p = m_chunk->bytes.data();
    m_afterRow = nullptr;
    m_before = 0;
    auto take = [&](Stream s) {
        const uint8_t* begin = p;
        p += m_chunk->size(s);
        return begin;
    };
    m_damaged = m_chunk->bytes.size() < m_chunk->totalSize() + readSlack;
    if (m_damaged) {
        m_opsBegin = m_ops = m_opsEnd = p;
        return;
    }
    m_opsBegin = m_ops = take(Stream::Ops);
    m_opsEnd = m_refs = take(Stream::Refs);
    m_refsEnd = m_numbers = take(Stream::Numbers);
    m_numbersEnd = m_ints = take(Stream::Ints);
    m_intsEnd = m_floats = take(Stream::Floats);
    m_floatsEnd = m_bytes = take(Stream::Bytes);
    m_bytesEnd = p;
    m_guess.reset();
}

bool Decoder::fail() {
    m_damaged = true;
    m_opsEnd = m_ops;
    m_afterRow = nullptr;
    return false;
}

// The events of a row are read like any others, with the row for the first stream.
bool Decoder::readRow(uint8_t code, Event& e) {
    m_before += static_cast<uint32_t>(m_ops - m_opsBegin) - 1;
    m_afterRow = m_ops;
    m_afterRowEnd = m_opsEnd;
    const EventRow& row = *rowOfOp(code);
    m_opsBegin = m_ops = row.ops;
    m_opsEnd = row.ops + row.size;
    return next(e);
}

bool Decoder::leaveRow() {
    if (!m_afterRow) return false;
    m_before += static_cast<uint32_t>(m_ops - m_opsBegin);
    m_opsBegin = m_ops = m_afterRow;
    m_opsEnd = m_afterRowEnd;
    m_afterRow = nullptr;
    return m_ops != m_opsEnd;
}

// An event reads less than readSlack bytes, lists and payloads apart, so looking once behind it is enough.
bool Decoder::inside() const { return m_refs <= m_refsEnd && m_numbers <= m_numbersEnd && m_ints <= m_intsEnd && m_floats <= m_floatsEnd; }

inline Granule Decoder::ref() {
    uint8_t byte = *m_refs++;
    if (byte < Predictor::missBase) [[likely]]
        return m_guess.named[byte];
    uint32_t distance;
    if (byte < Predictor::missFar) {
        distance = byte - Predictor::missBase;
    } else {
        uint64_t rest;
        m_refs = getVarint(m_refs, rest);
        distance = static_cast<uint32_t>(rest << 3) | (byte - Predictor::missFar);
    }
    Granule g = m_guess.lastMiss + static_cast<uint32_t>(unzigzag(distance));
    m_guess.lastMiss = g;
    m_guess.name(g);
    return g;
}

inline uint64_t Decoder::number() {
    uint64_t v;
    m_numbers = getVarint(m_numbers, v);
    return v;
}

inline uint32_t Decoder::cellIndex(CellKind kind) {
    uint32_t& last = m_guess.lastIndex[static_cast<unsigned>(kind)];
    uint32_t v = number32();
    return last = indexIsRelative(kind) ? last + static_cast<uint32_t>(unzigzag(v)) : v;
}

inline Granule Decoder::allocated(uint32_t how) {
    Granule g;
    if (how < Predictor::freedLooked) {
        g = m_guess.removeFreed(how);
        m_guess.name(g);
    } else {
        g = ref();
    }
    m_guess.beforeAllocated = m_guess.lastAllocated;
    return m_guess.lastAllocated = g;
}

inline void Decoder::intValue(Event& e) {
    uint64_t difference;
    m_ints = getVarint(m_ints, difference);
    int64_t& guess = m_guess.intGuess();
    guess = static_cast<int64_t>(static_cast<uint64_t>(guess) + static_cast<uint64_t>(unzigzag64(difference)));
    e.payload = Event::Payload::Int;
    e.extra2 = static_cast<uint64_t>(guess);
}

inline void Decoder::floatValue(Event& e) {
    uint64_t difference;
    std::memcpy(&difference, m_floats, 8);
    m_floats += 8;
    uint64_t& guess = m_guess.floatGuess();
    guess ^= difference;
    e.payload = Event::Payload::Float;
    e.extra2 = guess;
}

bool Decoder::bytes(Event& e, uint64_t& length) {
    length = number();
    if (length > static_cast<uint64_t>(m_bytesEnd - m_bytes)) return false;
    e.bytes = std::string_view(reinterpret_cast<const char*>(m_bytes), length);
    e.payload = Event::Payload::Bytes;
    m_bytes += length;
    return true;
}

bool Decoder::readFill(uint8_t code, Event& e) {
    e.kind = EventKind::CellFill;
    e.a = code - op::CellFill;
    e.value = 0;
    e.object = ref();
    e.index = cellIndex(static_cast<CellKind>(e.a));
    e.count = number32();
    // each reference takes a byte at least
    if (!inside() || e.count > static_cast<uint64_t>(m_refsEnd - m_refs)) return false;
    m_values.resize(e.count);
    for (uint32_t i = 0; i < e.count; i++) {
        m_values[i] = ref();
        if (m_refs > m_refsEnd) return false;
    }
    e.values = m_values.data();
    m_guess.lastIndex[e.a] = e.index + e.count - 1;
    m_guess.lastSubject = e.object;
    return true;
}

bool Decoder::readPointer(Event& e) {
    uint32_t head = number32();
    bool copies = head & PointerHead::copies;
    uint32_t refKind = head >> PointerHead::refShift & 3, cell = head >> PointerHead::cellShift;
    if (refKind > static_cast<uint32_t>(RefKind::Weak) || cell > static_cast<uint32_t>(CellKind::Attribute)) return false;
    m_pointer = {};
    m_pointer.ref = static_cast<RefKind>(refKind);
    MemoryPlace &holder = m_pointer.holder, &target = m_pointer.target;
    if (head & PointerHead::holderIsSlot) {
        holder.kind = MemoryPlace::Kind::Slot;
        holder.frame = number32();
        holder.index = number32();
    } else {
        holder.kind = MemoryPlace::Kind::Cell;
        holder.cell = static_cast<CellKind>(cell);
        holder.object = ref();
        holder.index = cellIndex(holder.cell);
    }
    target.kind = static_cast<MemoryPlace::Kind>(head >> PointerHead::targetShift & 3);
    if (target.kind == MemoryPlace::Kind::Slot) target.frame = number32();
    else target.object = ref();
    if (target.kind == MemoryPlace::Kind::Cell) {
        uint32_t kind = number32();
        if (kind > static_cast<uint32_t>(CellKind::Attribute)) return false;
        target.cell = static_cast<CellKind>(kind);
    }
    if (target.kind != MemoryPlace::Kind::Object) target.index = number32();
    e.kind = copies ? EventKind::PointerCopy : EventKind::PointerSet;
    e.a = static_cast<uint8_t>(refKind);
    e.object = holder.object;
    e.value = target.object;
    e.pointer = &m_pointer;
    return true;
}

void Decoder::readStep(uint8_t code, Event& e) {
    static constexpr StepKind kinds[] = {StepKind::Line,      StepKind::Call, StepKind::Return, StepKind::Return, StepKind::Exception,
                                         StepKind::Exception, StepKind::Call, StepKind::Return, StepKind::Return};
    e.kind = EventKind::Step;
    e.a = static_cast<uint8_t>(kinds[code - op::LineFar]);
    Predictor::Call& call = m_guess.calls[m_guess.lastCalled % Predictor::callCount];
    if (code == op::CallStepSame) e.index = call.line;
    else if (code == op::ReturnStepHere) e.index = m_guess.line;
    else e.index = m_guess.line + static_cast<uint32_t>(unzigzag(number32()));
    if (code == op::CallStep) call.line = e.index;
    if (code == op::ReturnStepOf || code == op::ExceptionStepOf) e.value = ref();
    else e.value = code == op::ReturnStepHeld || code == op::ReturnStepHere ? m_guess.lastHeld : 0;
    m_guess.startLine(e.index);
}

void Decoder::readCall(uint8_t code, Event& e) {
    e.kind = EventKind::FramePush;
    e.count = code == op::FramePushKnown ? m_guess.calledHere() : number32();
    Predictor::Call& call = m_guess.calls[e.count % Predictor::callCount];
    uint32_t distance = code == op::FramePushKnown ? call.distance : static_cast<uint32_t>(unzigzag(number32()));
    e.index = m_guess.frame() + distance;
    m_guess.calledHere() = m_guess.lastCalled = e.count;
    if (code == op::FramePush) {
        Granule codeObject = ref(), function = ref(), locals = ref();
        call = {e.count, codeObject, function, locals, distance, 0, static_cast<uint8_t>(number())};
    }
    call.distance = distance;
    m_guess.depth++;
    m_guess.frame() = e.index;
    e.object = call.codeObject;
    e.value = call.function;
    e.extra = call.locals;
    e.a = call.flags;
}

bool Decoder::next(Event& e) {
    if (m_ops == m_opsEnd && !leaveRow()) return false;
    uint8_t code = *m_ops++;
    e.payload = Event::Payload::None;
    switch (code) {
    case op::Line... op::Line + 31:
        e.kind = EventKind::Step;
        e.a = static_cast<uint8_t>(StepKind::Line);
        e.index = m_guess.line + code - 16;
        e.value = 0;
        m_guess.startLine(e.index);
        return true;
    case op::LineFar... op::ReturnStepHere: readStep(code, e); break;
    case op::SlotSetNew... op::SlotSetRefFar:
        e.kind = EventKind::SlotSet;
        if (code < op::SlotSetRef) {
            e.index = code - op::SlotSetNew;
            e.value = m_guess.lastAllocated;
        } else if (code < op::SlotSetNewFar) {
            e.index = code - op::SlotSetRef;
            e.value = ref();
        } else {
            e.index = number32();
            e.value = code == op::SlotSetNewFar ? m_guess.lastAllocated : ref();
        }
        m_guess.bindSlot(e.index, e.value);
        break;
    case op::SlotClear... op::SlotClearFar:
        e.kind = EventKind::SlotClear;
        e.index = code == op::SlotClearFar ? number32() : code - op::SlotClear;
        e.value = 0;
        m_guess.bindSlot(e.index, 0);
        break;
    case op::FreeDropped... op::FreeOther:
        e.kind = EventKind::Free;
        e.a = code == op::FreeOther ? static_cast<uint8_t>(number()) : static_cast<uint8_t>(FreeCause::Count);
        switch (code) {
        case op::FreeDropped: e.object = m_guess.dropped; break;
        case op::FreeNewest: e.object = m_guess.lastAllocated; break;
        case op::FreeBeforeNewest: e.object = m_guess.beforeAllocated; break;
        case op::FreeOfCell: e.object = m_guess.droppedByCell; break;
        default: e.object = ref();
        }
        m_guess.addFreed(e.object);
        if (e.a > static_cast<uint8_t>(FreeCause::GivenBack)) return fail();
        break;
    case op::AllocInt... op::AllocInt + 4:
        e.kind = EventKind::Alloc;
        e.object = allocated(code - op::AllocInt);
        e.a = 0, e.count = 0, e.extra = 0;
        intValue(e);
        break;
    case op::AllocFloat... op::AllocFloat + 4:
        e.kind = EventKind::Alloc;
        e.object = allocated(code - op::AllocFloat);
        e.a = 0, e.count = 0, e.extra = 0;
        floatValue(e);
        break;
    case op::Alloc... op::AllocSized + 4: {
        bool sized = code >= op::AllocSized;
        e.kind = EventKind::Alloc;
        e.object = allocated(code - (sized ? op::AllocSized : op::Alloc));
        uint64_t type = number();
        e.count = static_cast<uint32_t>(type >> 1);
        e.a = type & 1 ? static_cast<uint8_t>(number()) : 0;
        uint32_t& size = m_guess.lastSize[e.count % 256];
        if (sized) size = number32();
        e.extra = size;
        m_guess.lastSubject = e.object;
        break;
    }
    case op::CellSet... op::CellInsert + 3: {
        bool isSet = code < op::CellInsert;
        uint8_t way = isSet ? code - op::CellSet : code - op::CellInsert;
        e.kind = isSet ? EventKind::CellSet : EventKind::CellInsert;
        e.a = isSet ? way >> 2 : static_cast<uint8_t>(CellKind::Item);
        e.object = way & 2 ? ref() : m_guess.lastSubject;
        e.index = cellIndex(static_cast<CellKind>(e.a));
        e.value = way & 1 ? ref() : m_guess.lastAllocated;
        m_guess.lastSubject = e.object;
        if (isSet) m_guess.bindCell(e.object, e.a, e.index, e.value);
        break;
    }
    case op::HoldSetNew... op::InterpreterHold:
        e.kind = EventKind::HoldSet;
        e.a = static_cast<uint8_t>(code < op::NativeHold ? HolderKind::Stack : code == op::NativeHold ? HolderKind::Native : HolderKind::Interpreter);
        e.index = code < op::HoldSetRef ? code - op::HoldSetNew : code < op::HoldSetFar ? code - op::HoldSetRef : number32();
        e.value = code < op::HoldSetRef ? m_guess.lastAllocated : ref();
        if (code < op::HoldSetFar) m_guess.lastHeld = e.value;
        break;
    case op::HoldClear... op::InterpreterClear:
        e.kind = EventKind::HoldClear;
        e.a = static_cast<uint8_t>(code < op::NativeClear    ? HolderKind::Stack
                                   : code == op::NativeClear ? HolderKind::Native
                                                             : HolderKind::Interpreter);
        e.index = code < op::HoldClearFar ? code - op::HoldClear : number32();
        e.value = 0;
        break;
    case op::FramePushKnown... op::FramePush: readCall(code, e); break;
    case op::FramePop:
        e.kind = EventKind::FramePop;
        m_guess.leaveFrame();
        return true;
    case op::CellFill... op::CellFill + 4:
        if (!readFill(code, e)) return fail();
        break;
    case op::CallRow... op::RowsEnd - 1: return readRow(code, e);
    default:
        if (!readRare(code, e)) return fail();
    }
    return inside() || fail();
}

bool Decoder::readRare(uint8_t code, Event& e) {
    uint64_t length;
    e = Event{};
    e.kind = kindOfOp(code);
    switch (code) {
    case op::CellInsertOther:
        e.a = static_cast<uint8_t>(number());
        if (e.a > static_cast<uint8_t>(CellKind::Attribute)) return false;
        e.object = ref();
        e.index = cellIndex(static_cast<CellKind>(e.a));
        e.value = ref();
        m_guess.lastSubject = e.object;
        return true;
    case op::CellClear... op::CellClear + 4:
        e.a = code - op::CellClear;
        e.object = ref();
        e.index = cellIndex(static_cast<CellKind>(e.a));
        e.value = 0;
        m_guess.lastSubject = e.object;
        return true;
    case op::CellErase: {
        e.object = ref();
        uint64_t v = number();
        e.a = v & 7;
        if (e.a > static_cast<uint8_t>(CellKind::Attribute)) return false;
        e.count = static_cast<uint32_t>(v >> 3);
        e.index = cellIndex(static_cast<CellKind>(e.a));
        m_guess.lastSubject = e.object;
        return true;
    }
    case op::CellTruncate... op::CellTruncate + 4:
        e.a = code - op::CellTruncate;
        e.object = ref();
        e.index = number32();
        m_guess.lastSubject = e.object;
        return true;
    case op::CellMove:
        e.object = ref();
        e.value = ref();
        e.a = static_cast<uint8_t>(number());
        return e.a <= static_cast<uint8_t>(CellKind::Attribute);
    case op::Pointer: return readPointer(e);
    case op::FrameSuspend:
        e.object = ref();
        m_guess.leaveFrame();
        return true;
    case op::FrameResume:
        e.object = ref();
        m_guess.enterGenerator();
        return true;
    case op::Switch: e.index = number32(); return true;
    case op::Raise:
    case op::Catch: e.value = ref(); return true;
    case op::Immortal: e.object = ref(); return true;
    case op::Resize:
        e.object = ref();
        e.extra = number();
        e.extra2 = number();
        return true;
    case op::PayloadBytes:
    case op::PayloadComputed:
        e.object = ref();
        e.a = code == op::PayloadComputed;
        if (!bytes(e, length)) return false;
        e.extra = length;
        if (!e.a) e.extra += number();
        return true;
    case op::PayloadInt:
        e.object = ref();
        e.extra = 0;
        intValue(e);
        return true;
    case op::PayloadFloat:
        e.object = ref();
        e.extra = 0;
        floatValue(e);
        return true;
    case op::PayloadAppend:
        e.object = ref();
        e.value = ref();
        if (!bytes(e, length)) return false;
        e.extra = length + number();
        return true;
    case op::OutputStdout:
    case op::OutputStderr:
        e.a = static_cast<uint8_t>(code == op::OutputStdout ? OutputStream::Stdout : OutputStream::Stderr);
        return bytes(e, length);
    case op::Input: return bytes(e, length);
    case op::CollectBegin: e.count = number32(); return true;
    case op::CollectEnd:
    case op::AttributeName:
        e.count = number32();
        e.index = number32();
        return true;
    case op::CallLimit: e.count = number32(); return true;
    case op::ProgramBegin:
    case op::LibraryBegin:
    case op::LibraryEnd: return true;
    case op::End: {
        uint64_t reason = number();
        e.a = static_cast<uint8_t>(reason);
        e.index = static_cast<uint32_t>(unzigzag(number32()));
        return reason <= static_cast<uint64_t>(EndReason::OutputLimit);
    }
    case op::DefineFile... op::DefineType: e.count = number32(); return true;
    default: return false;
    }
}

uint64_t eventsOfOps(const uint8_t* ops, size_t count) {
    static constexpr auto moreThanOne = [] {
        std::array<uint8_t, 256> more{};
        for (unsigned code = op::CallRow; code < op::RowsEnd; code++)
            more[code] = static_cast<uint8_t>(rowOfOp(static_cast<uint8_t>(code))->size - 1);
        return more;
    }();
    uint64_t events = count;
    for (size_t i = 0; i < count; i++) events += moreThanOne[ops[i]];
    return events;
}

EventKind kindOfOp(uint8_t code) {
    switch (code) {
    case op::Line... op::ReturnStepHere: return EventKind::Step;
    case op::SlotSetNew... op::SlotSetRefFar: return EventKind::SlotSet;
    case op::SlotClear... op::SlotClearFar: return EventKind::SlotClear;
    case op::FreeDropped... op::FreeOther: return EventKind::Free;
    case op::AllocInt... op::AllocSized + 4: return EventKind::Alloc;
    case op::CellSet... op::CellSet + 19: return EventKind::CellSet;
    case op::CellInsert... op::CellInsertOther: return EventKind::CellInsert;
    case op::CellClear... op::CellClear + 4: return EventKind::CellClear;
    case op::CellErase: return EventKind::CellErase;
    case op::CellFill... op::CellFill + 4: return EventKind::CellFill;
    case op::CellTruncate... op::CellTruncate + 4: return EventKind::CellTruncate;
    case op::CellMove: return EventKind::CellMove;
    case op::HoldSetNew... op::InterpreterHold: return EventKind::HoldSet;
    case op::HoldClear... op::InterpreterClear: return EventKind::HoldClear;
    case op::FramePushKnown... op::FramePush: return EventKind::FramePush;
    case op::FramePop: return EventKind::FramePop;
    case op::FrameSuspend: return EventKind::FrameSuspend;
    case op::FrameResume: return EventKind::FrameResume;
    case op::Switch: return EventKind::Switch;
    case op::Pointer: return EventKind::PointerSet;
    case op::Raise: return EventKind::Raise;
    case op::Catch: return EventKind::Catch;
    case op::Immortal: return EventKind::Immortal;
    case op::Resize: return EventKind::Resize;
    case op::PayloadBytes... op::PayloadFloat:
    case op::PayloadComputed: return EventKind::PayloadSet;
    case op::PayloadAppend: return EventKind::PayloadAppend;
    case op::OutputStdout:
    case op::OutputStderr: return EventKind::Output;
    case op::Input: return EventKind::Input;
    case op::CollectBegin: return EventKind::CollectBegin;
    case op::CollectEnd: return EventKind::CollectEnd;
    case op::CallLimit: return EventKind::CallLimit;
    case op::ProgramBegin: return EventKind::ProgramBegin;
    case op::LibraryBegin: return EventKind::LibraryBegin;
    case op::LibraryEnd: return EventKind::LibraryEnd;
    case op::AttributeName: return EventKind::AttributeName;
    case op::DefineFile: return EventKind::DefineFile;
    case op::DefineCode: return EventKind::DefineCode;
    case op::DefineType: return EventKind::DefineType;
    default: return EventKind::End;
    }
}

}

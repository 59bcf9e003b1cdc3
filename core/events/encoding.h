// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How events look as bytes. Shared by Recorder, which writes, and Decoder, which reads: the two differ only in direction.
//
// A chunk holds up to `eventsPerChunk` events in six streams, so that each compresses among its like:
//
//     ops       one byte an event: what happened, with a small operand folded in (the slot, the step from the last line). One byte
//               for a whole row of events where one follows from the other (`eventRows`)
//     refs      granules: one byte where the granule was named lately, else the distance from the last one that was not
//     numbers   indices, lines, sizes, counts as varints
//     ints      values of ints as zigzag varints of the difference from a guess
//     floats    eight bytes a value, exclusive-or with a guess
//     bytes     payloads and output
//
// Both sides keep a Predictor: what was named, freed, set lately. It guesses what a loop does next, so that a turn of it is a
// few equal bytes. It starts anew with each chunk: a chunk can be read by itself. A chunk ends after a number of events or
// bytes, never by time, so the same run gives the same chunks.

#include <cstdint>
#include <cstring>

#include "core/events/memory_events.h"

namespace memtape {

constexpr uint32_t eventsPerChunk = 32768;
constexpr unsigned streamCount = 6;
enum class Stream : uint8_t { Ops, Refs, Numbers, Ints, Floats, Bytes };

// The most that one event, without lists and payloads, takes of a stream.
constexpr uint32_t refBytesPerEvent = 18, numberBytesPerEvent = 26;
// The room of a chunk for lists of references and for payloads.
constexpr uint32_t fillBytesPerChunk = 512 * 1024, payloadBytesPerChunk = 1024 * 1024;
// A reader may look this far beyond the end of the last stream.
constexpr uint32_t readSlack = 64;

// The first byte of an event. "New": the value is the object allocated last; "Ref": it is in the stream of references.
// "Same": the object is the one that the last such event was about; "Far": the number did not fit into the byte.
namespace op {
enum : uint8_t {
    Line = 0, // 0…31: a Line step, −16…15 lines from the last step
    LineFar = 32,
    CallStep,
    ReturnStep,
    ReturnStepOf,
    ExceptionStep,
    ExceptionStepOf,
    CallStepSame,   // on the line of this code's last Call step
    ReturnStepHeld, // of what was put on an evaluation stack last
    ReturnStepHere, // the same, and on the line of the last step
    SlotSetNew,     // 24 slots each
    SlotSetRef = SlotSetNew + 24,
    SlotSetNewFar = SlotSetRef + 24,
    SlotSetRefFar,
    SlotClear, // 8 slots
    SlotClearFar = SlotClear + 8,
    FreeDropped, // by its count, and what the last slot that was set held before
    FreeNewest,
    FreeBeforeNewest, // by its count: the object allocated last, and the one before it
    FreeOfCell,       // by its count, and what the last cell that was set held before
    FreeRef,
    FreeOther,
    AllocInt, // +0…3: the block freed last, last but one …; +4: Ref
    AllocFloat = AllocInt + 5,
    Alloc = AllocFloat + 5, // of the size that the type's last had
    AllocSized = Alloc + 5,
    CellSet = AllocSized + 5,  // + 4·kind + 2·(Ref object) + (Ref value)
    CellInsert = CellSet + 20, // Item: + 2·(Ref object) + (Ref value)
    CellInsertOther = CellInsert + 4,
    CellClear, // + kind
    CellErase = CellClear + 5,
    CellFill,                    // + kind
    CellTruncate = CellFill + 5, // + kind
    CellMove = CellTruncate + 5,
    Pointer,
    HoldSetNew, // Stack: 8 depths each
    HoldSetRef = HoldSetNew + 8,
    HoldSetFar = HoldSetRef + 8,
    NativeHold,
    InterpreterHold,
    HoldClear, // Stack: from depth 0…7
    HoldClearFar = HoldClear + 8,
    NativeClear,
    InterpreterClear,
    FramePushKnown, // of the code that was called last from a step on this line, all as at the last call of it
    FramePushSame,  // all but the place as at the last call of this code
    FramePush,
    FramePop,
    FrameSuspend,
    FrameResume,
    Switch,
    Raise,
    Catch,
    Immortal,
    Resize,
    PayloadBytes,
    PayloadInt,
    PayloadFloat,
    PayloadAppend,
    OutputStdout,
    OutputStderr,
    Input,
    CollectBegin,
    CollectEnd,
    CallLimit,
    ProgramBegin,
    LibraryBegin,
    LibraryEnd,
    End,
    AttributeName,
    DefineFile,
    DefineCode,
    DefineType,
    CallRow,                   // from here on: rows of events. + 0…3 arguments
    ReturnRow = CallRow + 4,   // + (Ref value)
    ResumeRow = ReturnRow + 2, // + depth 0…1
    YieldRow = ResumeRow + 2,  // + 2·depth + (Ref value)
    ReplaceRow = YieldRow + 4, // 8 slots
    RowsEnd = ReplaceRow + 8,
    PayloadComputed = RowsEnd,
    Count,
};
static_assert(Count <= 256);
constexpr unsigned slotsFolded = 24, slotClearsFolded = 8, depthsFolded = 8;
constexpr unsigned argumentsInRow = 3, depthsInRow = 2, slotsInRow = 8;
}

// What the byte of a row stands for: these, one after the other, each with its operands in the streams as if it stood there by itself.
struct EventRow {
    uint8_t size;
    uint8_t ops[5];
};
constexpr EventRow eventRows[] = {
    // A call as FramePushKnown has it, of code of the program whose arguments are its first slots, and its step.
    {2, {op::FramePushKnown, op::CallStepSame}},
    {3, {op::FramePushKnown, op::SlotSetRef, op::CallStepSame}},
    {4, {op::FramePushKnown, op::SlotSetRef, op::SlotSetRef + 1, op::CallStepSame}},
    {5, {op::FramePushKnown, op::SlotSetRef, op::SlotSetRef + 1, op::SlotSetRef + 2, op::CallStepSame}},
    // The value, the step of its return, the end of the frame.
    {3, {op::HoldSetNew, op::ReturnStepHere, op::FramePop}},
    {3, {op::HoldSetRef, op::ReturnStepHere, op::FramePop}},
    // A generator goes on with what is sent to it,
    {3, {op::FrameResume, op::HoldSetRef, op::CallStep}},
    {3, {op::FrameResume, op::HoldSetRef + 1, op::CallStep}},
    // and gives a value.
    {4, {op::HoldSetNew, op::ReturnStepHere, op::HoldClear, op::FrameSuspend}},
    {4, {op::HoldSetRef, op::ReturnStepHere, op::HoldClear, op::FrameSuspend}},
    {4, {op::HoldSetNew + 1, op::ReturnStepHere, op::HoldClear + 1, op::FrameSuspend}},
    {4, {op::HoldSetRef + 1, op::ReturnStepHere, op::HoldClear + 1, op::FrameSuspend}},
    // A slot gets a new object, and what it held before goes.
    {2, {op::SlotSetNew, op::FreeDropped}},
    {2, {op::SlotSetNew + 1, op::FreeDropped}},
    {2, {op::SlotSetNew + 2, op::FreeDropped}},
    {2, {op::SlotSetNew + 3, op::FreeDropped}},
    {2, {op::SlotSetNew + 4, op::FreeDropped}},
    {2, {op::SlotSetNew + 5, op::FreeDropped}},
    {2, {op::SlotSetNew + 6, op::FreeDropped}},
    {2, {op::SlotSetNew + 7, op::FreeDropped}},
};
static_assert(sizeof eventRows / sizeof *eventRows == op::RowsEnd - op::CallRow);
constexpr uint32_t mostInRow = 5;
// The row that a byte stands for; null: it stands for one event.
constexpr const EventRow* rowOfOp(uint8_t code) { return code >= op::CallRow && code < op::RowsEnd ? &eventRows[code - op::CallRow] : nullptr; }
// How many events so many bytes of the first stream are.
uint64_t eventsOfOps(const uint8_t* ops, size_t count);

inline uint32_t zigzag(int32_t v) { return (static_cast<uint32_t>(v) << 1) ^ static_cast<uint32_t>(v >> 31); }
inline int32_t unzigzag(uint32_t v) { return static_cast<int32_t>((v >> 1) ^ (~(v & 1) + 1)); }
inline uint64_t zigzag64(int64_t v) { return (static_cast<uint64_t>(v) << 1) ^ static_cast<uint64_t>(v >> 63); }
inline int64_t unzigzag64(uint64_t v) { return static_cast<int64_t>((v >> 1) ^ (~(v & 1) + 1)); }

template <class Unsigned> inline uint8_t* putVarint(uint8_t* out, Unsigned value) {
    while (value >= 0x80) {
        *out++ = static_cast<uint8_t>(value) | 0x80;
        value >>= 7;
    }
    *out++ = static_cast<uint8_t>(value);
    return out;
}
// Ends after ten bytes whatever they are: the caller sees to it that they may be looked at.
inline const uint8_t* getVarint(const uint8_t* in, uint64_t& value) {
    uint64_t byte = *in++;
    if (byte < 0x80) [[likely]] {
        value = byte;
        return in;
    }
    uint64_t result = byte & 0x7f;
    for (unsigned shift = 7; shift < 64; shift += 7) {
        byte = *in++;
        result |= (byte & 0x7f) << shift;
        if (byte < 0x80) break;
    }
    value = result;
    return in;
}

struct Predictor {
    // Granules named lately, each in the one place that its hash gives. A reference is the place, or from `missBase` on: no
    // longer there, and the distance from the last that was not there (three bits in the byte, the rest as a varint).
    static constexpr uint32_t namedCount = 240, missBase = 240, missFar = 248;
    Granule named[namedCount];
    Granule lastMiss;

    // Blocks freed lately, newest at `freedTop`: the allocator hands out the newest first.
    static constexpr uint32_t freedCount = 8, freedLooked = 4;
    Granule freed[freedCount];
    uint32_t freedTop;

    Granule lastAllocated, beforeAllocated, lastSubject, lastHeld;

    // What the slots of the frames near the running one hold, so that what a slot drops can be guessed to be freed.
    static constexpr uint32_t shadowCount = 256;
    Granule shadow[shadowCount];
    Granule dropped;
    uint32_t depth;

    // What cells were set to lately, in the one place that each cell's hash gives, so that what a cell drops can be guessed too.
    static constexpr uint32_t cellBits = 9;
    Granule cellShadow[1u << cellBits];
    Granule droppedByCell;

    // The values of ints (and bits of floats) by the line that was running and how many it had made by then.
    static constexpr uint32_t valueCount = 256;
    int64_t ints[valueCount];
    uint64_t floats[valueCount];
    uint32_t valuePlace;

    uint32_t line;
    uint32_t lastIndex[5];  // by CellKind
    uint32_t lastSize[256]; // by type
    struct Call {
        uint32_t code;
        Granule codeObject, function, locals;
        uint32_t distance; // from its caller's frame
        uint32_t line;     // of its last Call step
        uint8_t flags;
    };
    static constexpr uint32_t callCount = 64;
    Call calls[callCount];          // by code
    uint32_t calledFrom[callCount]; // by line: the code that was called last
    uint32_t lastCalled;
    uint32_t frames[callCount]; // by depth: where the frame is

    void reset() { std::memset(static_cast<void*>(this), 0, sizeof *this); }

    static uint32_t placeOf(Granule g) { return static_cast<uint32_t>((static_cast<uint64_t>(g * 0x9E3779B1u) * namedCount) >> 32); }
    void name(Granule g) { named[placeOf(g)] = g; }

    Granule newestFreed() const { return freed[freedTop % freedCount]; }
    void dropNewestFreed() { freed[freedTop-- % freedCount] = 0; }
    // How far down the freed blocks lies one; freedLooked: not near. It is taken out.
    uint32_t takeFreed(Granule g) {
        for (uint32_t k = 0; k < freedLooked; k++)
            if (freed[(freedTop - k) % freedCount] == g) {
                removeFreed(k);
                return k;
            }
        return freedLooked;
    }
    Granule removeFreed(uint32_t k) {
        Granule g = freed[(freedTop - k) % freedCount];
        for (; k; k--) freed[(freedTop - k) % freedCount] = freed[(freedTop - k + 1) % freedCount];
        freed[freedTop % freedCount] = 0;
        freedTop--;
        return g;
    }
    void addFreed(Granule g) { freed[++freedTop % freedCount] = g; }

    Granule& slot(uint32_t slot) { return shadow[(depth * 16 + slot) % shadowCount]; }
    void bindSlot(uint32_t slot, Granule value) {
        Granule& held = this->slot(slot);
        dropped = held;
        held = value;
    }
    void bindCell(Granule object, uint32_t kind, uint32_t index, Granule value) {
        Granule& held = cellShadow[(object * 0x9E3779B1u + (index * 8 + kind) * 0x85EBCA6Bu) >> (32 - cellBits)];
        droppedByCell = held;
        held = value;
    }
    uint32_t& frame() { return frames[depth % callCount]; }
    uint32_t& calledHere() { return calledFrom[line % callCount]; }
    void leaveFrame() { depth--; }
    void enterGenerator() { // its frame is not on the stack
        uint32_t caller = frame();
        depth++;
        frame() = caller;
    }
    void startLine(uint32_t newLine) {
        line = newLine;
        valuePlace = newLine * 4;
    }
    int64_t& intGuess() { return ints[valuePlace++ % valueCount]; }
    uint64_t& floatGuess() { return floats[valuePlace++ % valueCount]; }
};

// Indices of items and entries mostly follow each other; those of fields and attributes are small as they are.
inline bool indexIsRelative(CellKind kind) { return kind == CellKind::Item || kind == CellKind::Key || kind == CellKind::Value; }

// The first number of a Pointer event: copies | holder is a slot | RefKind, two bits | where it goes, two bits | the kind of the holder's cell.
// Then the holder, then where it goes; the kind of a cell to which it goes is a number of its own.
struct PointerHead {
    static constexpr uint32_t copies = 1, holderIsSlot = 2, refShift = 2, targetShift = 4, cellShift = 6;
};

EventKind kindOfOp(uint8_t code);

}

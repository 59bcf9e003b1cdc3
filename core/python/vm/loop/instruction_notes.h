// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What instructions of a watched run find on their evaluation stacks. From the first step that is watched on, at which the frames of interest run or have yet
// to be called, the run goes by the form of the dispatch loop for tracing.

#include <cstdint>
#include <memory>
#include <vector>

#include "core/events/memory_events.h"
#include "core/python/bytecode/code_unit.h"
#include "core/python/compiler/conditional_spans.h"
#include "core/python/compiler/second_halves.h"
#include "core/python/vm/frames/frame.h"
#include "core/python/vm/loop/frame_recording.h"

namespace memtape {

// A frame of the program is about to execute an instruction.
struct InstructionNote {
    const void* frame = nullptr; // the same for all of a frame, and of no other at the same time
    uint32_t code = 0;           // index into InstructionNotes::codes
    uint32_t instruction = 0;    // index into its CodeUnit::instructions
    bool beginsLine = false;     // a step of this frame's line was just before it
    bool isWanted = true;        // else it is there because the instruction before it is, which ended with its line
    bool begins = false;         // the frame's first
    uint64_t step = 0;           // the last one
    uint64_t event = 0;          // so many events of the run there were
    uint64_t eventBefore = 0;    // where it begins a line: the same before that step
    std::vector<Granule> stack;  // the top last; 0: an empty place
};

struct NotedCode {
    std::shared_ptr<const CodeUnit> unit;
    std::vector<SecondHalf> secondHalves;
    std::vector<ConditionalSpan> conditionals;
    uint32_t recordId = 0; // CodeInfo id
};

struct InstructionNotes {
    static constexpr uint32_t mostOfStep = 20'000;

    std::vector<uint64_t> steps; // the ones whose instructions are wanted, in order
    std::vector<InstructionNote> notes;
    std::vector<NotedCode> codes;
    bool isCut = false; // a step had more than are kept

    // ---- of the run
    SecondHalves secondHalves;     // of all code that was compiled meanwhile
    ConditionalSpans conditionals; // likewise
    uint64_t stepsBehindFirst = 0; // that the run may still have then
    uint64_t stepOfLast = UINT64_MAX;
    uint32_t ofStep = 0;
    uint64_t eventAtLineEnd = 0;
};
extern InstructionNotes* instructionNotes; // null: the run is not watched, or not yet

// For a run of `maxSteps` steps at most; what was recorded is published when they are over. Gives how many steps the run is to begin with.
uint64_t beginNotes(InstructionNotes& notes, uint64_t maxSteps);
void endNotes();

void noteLineEnd(); // a step of a line is about to be recorded
void noteInstruction(Frame* frame, const Instruction* at, Object** sp, bool beginsLine);
inline void noteIfWatched(Frame* frame, const Instruction* at, Object** sp, bool beginsLine) {
    if (instructionNotes && frame->code->ofProgram) [[unlikely]]
        noteInstruction(frame, at, sp, beginsLine);
}

}

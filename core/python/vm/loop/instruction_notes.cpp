// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/vm/loop/instruction_notes.h"

#include <algorithm>
#include <utility>

#include "core/events/recorder.h"
#include "core/python/heap/heap.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/vm/frames/code_extra.h"
#include "core/python/vm/loop/specialised.h"
#include "core/python/vm/loop/tracing.h"

namespace memtape {

InstructionNotes* instructionNotes = nullptr;

namespace {

void (*stepLimitBefore)() = nullptr;
InstructionNotes* awaited = nullptr; // of a run that has not come to its first watched step

uint32_t numberOf(InstructionNotes& notes, CodeObject* code) {
    for (size_t i = notes.codes.size(); i-- > 0;)
        if (notes.codes[i].recordId == code->recordId) return static_cast<uint32_t>(i);
    NotedCode noted{*code->unit, {}, {}, code->recordId};
    const CodeUnit* unit = noted.unit.get();
    if (auto halves = notes.secondHalves.find(unit); halves != notes.secondHalves.end()) noted.secondHalves = halves->second;
    if (auto spans = notes.conditionals.find(unit); spans != notes.conditionals.end()) noted.conditionals = spans->second;
    notes.codes.push_back(std::move(noted));
    return static_cast<uint32_t>(notes.codes.size() - 1);
}

}

uint64_t beginNotes(InstructionNotes& notes, uint64_t maxSteps) {
    const uint64_t untilFirst = notes.steps.empty() ? maxSteps : std::min(notes.steps.front() + 1, maxSteps);
    notes.stepsBehindFirst = maxSteps - untilFirst;
    awaited = &notes;
    secondHalves = &notes.secondHalves;
    conditionalSpans = &notes.conditionals;
    stepLimitBefore = atStepLimit;
    atStepLimit = [] {
        if (awaited && awaited->stepsBehindFirst) { // at the first that is watched
            instructionNotes = std::exchange(awaited, nullptr);
            allowSteps(instructionNotes->stepsBehindFirst);
            interpreter.breaker.fetch_or(Interpreter::TraceBit, std::memory_order_relaxed);
            return;
        }
        if (recorder) recorder->publish();
        stepLimitBefore();
    };
    return untilFirst;
}

void endNotes() {
    instructionNotes = awaited = nullptr;
    updateTraceBit();
    secondHalves = nullptr;
    conditionalSpans = nullptr;
    atStepLimit = stepLimitBefore;
}

void noteLineEnd() { instructionNotes->eventAtLineEnd = recorder->eventCount(); }

void noteInstruction(Frame* frame, const Instruction* at, Object** sp, bool beginsLine) {
    if (stepsLeft == 0) return; // before the first step, behind the last one, and where there are none
    InstructionNotes& notes = *instructionNotes;
    const uint64_t step = recordedSteps() - 1;
    const auto isWatched = [&](uint64_t s) { return std::binary_search(notes.steps.begin(), notes.steps.end(), s); };
    const bool isWanted = isWatched(step);
    if (!isWanted && !(beginsLine && step > 0 && isWatched(step - 1))) return;
    if (step != notes.stepOfLast) {
        notes.stepOfLast = step;
        notes.ofStep = 0;
    }
    if (++notes.ofStep > InstructionNotes::mostOfStep) {
        notes.isCut = true;
        return;
    }
    InstructionNote note;
    note.frame = frame;
    note.code = numberOf(notes, frame->code);
    note.instruction = static_cast<uint32_t>(at - frame->code->extra->instructions);
    note.beginsLine = beginsLine;
    note.isWanted = isWanted;
    note.eventBefore = beginsLine ? notes.eventAtLineEnd : 0;
    note.begins =
        baseOpcode(*at) == Opcode::Resume && (codeUnit(frame->code)->instructions[note.instruction].operand & resumeLocationMask) == ResumeAtStart;
    note.step = step;
    note.event = recorder->eventCount();
    for (Object** entry = frame->stackBase(); entry < sp; ++entry) note.stack.push_back(granuleOf(*entry));
    notes.notes.push_back(std::move(note));
}

}

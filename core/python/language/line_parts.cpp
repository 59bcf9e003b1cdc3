// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/language/line_parts.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "core/python/language/part_kinds.h"

namespace memtape {

namespace {

using Stack = std::vector<Granule>;

SourceSpan spanOf(const Position& p) { return {p.line, p.column, p.endLine, p.endColumn}; }

bool isBefore(int32_t line, int32_t column, int32_t otherLine, int32_t otherColumn) {
    return line < otherLine || (line == otherLine && column < otherColumn);
}

Granule entry(const Stack& stack, int depth) {
    return depth > 0 && static_cast<size_t>(depth) <= stack.size() ? stack[stack.size() - static_cast<size_t>(depth)] : 0;
}

bool contains(const SourceSpan& outer, const SourceSpan& inner) {
    return !isBefore(inner.line, inner.column, outer.line, outer.column) && !isBefore(outer.endLine, outer.endColumn, inner.endLine, inner.endColumn);
}

// Whether the instruction has done what it does: the frame stands where it leads to.
bool hasGoneOn(const CodeUnit& unit, uint32_t instruction, uint32_t to) {
    if (to == instruction + 1) return true;
    const Instruction& from = unit.instructions[instruction];
    // an iterator that has no more passes over the EndFor at its target
    return opcodeInfo(static_cast<Opcode>(from.opcode)).operand == OperandKind::Jump && to >= from.operand && to <= from.operand + 2;
}

class PartMaker {
public:
    explicit PartMaker(const InstructionNotes& notes) : m_notes(notes) {}

    std::vector<LinePart> make() {
        for (const InstructionNote& note : m_notes.notes) see(note);
        for (auto& [key, frame] : m_frames) close(frame);
        std::stable_sort(m_parts.begin(), m_parts.end(), [](const LinePart& a, const LinePart& b) { return a.begins < b.begins; });
        return std::move(m_parts);
    }

private:
    struct FrameSeen {
        const InstructionNote* last = nullptr; // under way
        uint32_t passage = 0;
        std::vector<SourceSpan> spans; // of what lies on the stack: where in the text it came from
        SourceSpan place;              // of what was done last, where that has one: line 0 where it has none
    };

    void see(const InstructionNote& note) {
        auto [place, isNew] = m_frames.try_emplace(note.frame);
        FrameSeen& frame = place->second;
        if (note.begins || (frame.last && frame.last->code != note.code)) { // another frame in the same place
            close(frame);
            frame = FrameSeen();
            isNew = true;
        }
        if (frame.last) finish(frame, note);
        if (isNew || note.beginsLine) frame.passage = ++m_passages;
        frame.spans.resize(note.stack.size());
        frame.last = &note;
        if (!note.isWanted) m_frames.erase(place);
    }

    // The frame's instruction has come to no end that was seen.
    void close(FrameSeen& frame) {
        if (frame.last)
            each(*frame.last, nullptr,
                 [&](const PartOperation& operation, const Stack& before, const Stack&) { pend(frame, operation, before, false); });
        frame.last = nullptr;
    }

    void finish(FrameSeen& frame, const InstructionNote& after) {
        const InstructionNote& note = *frame.last;
        const CodeUnit& unit = *m_notes.codes[note.code].unit;
        if (!hasGoneOn(unit, note.instruction, after.instruction)) {
            const bool isHandler = static_cast<Opcode>(unit.instructions[after.instruction].opcode) == Opcode::PushExcInfo;
            const bool isRaising = isHandler || !m_notes.isCut; // else notes may be missing
            each(note, nullptr,
                 [&](const PartOperation& operation, const Stack& before, const Stack&) { pend(frame, operation, before, isRaising); });
            frame.spans.clear();
            frame.place = {};
            return;
        }
        each(note, &after, [&](const PartOperation& operation, const Stack& before, const Stack& ended) {
            complete(frame, operation, before, ended, after);
            follow(frame, operation, ended.size());
            if (operation.position.line > 0 && operation.position.column >= 0) frame.place = spanOf(operation.position);
        });
        completeOperators(frame, after);
        completeConditionals(frame, after);
    }

    // An instruction, or both of its halves in turn, with the evaluation stack before and after.
    template <class F> void each(const InstructionNote& note, const InstructionNote* after, F visit) {
        const CodeUnit& unit = *m_notes.codes[note.code].unit;
        const Instruction& code = unit.instructions[note.instruction];
        PartOperation operation{
            &unit, note.instruction, static_cast<Opcode>(code.opcode), code.operand, unit.positions[note.instruction], Opcode::Nop, {}};
        const auto setNext = [&] {
            if (note.instruction + 1 >= unit.instructions.size()) return;
            operation.next = static_cast<Opcode>(unit.instructions[note.instruction + 1].opcode);
            operation.nextPosition = unit.positions[note.instruction + 1];
        };
        static const Stack nothing;
        const Stack& ended = after ? after->stack : nothing;
        std::pair<Opcode, Opcode> halves;
        switch (operation.opcode) {
        case Opcode::LoadFastLoadFast: halves = {Opcode::LoadFast, Opcode::LoadFast}; break;
        case Opcode::StoreFastLoadFast: halves = {Opcode::StoreFast, Opcode::LoadFast}; break;
        case Opcode::StoreFastStoreFast: halves = {Opcode::StoreFast, Opcode::StoreFast}; break;
        default: setNext(); return visit(operation, note.stack, ended);
        }
        Stack between = note.stack;
        if (halves.first == Opcode::StoreFast) between.pop_back();
        else between.push_back(entry(ended, 2));
        Position second;
        for (const SecondHalf& half : m_notes.codes[note.code].secondHalves)
            if (half.instruction == note.instruction) second = half.position;
        operation.opcode = operation.next = halves.first;
        operation.operand = code.operand >> 4;
        operation.next = halves.second;
        operation.nextPosition = second;
        visit(operation, note.stack, between);
        operation.opcode = halves.second;
        operation.operand = code.operand & 15;
        operation.position = second;
        setNext();
        visit(operation, between, ended);
    }

    // What an operation is to a reader; none: nothing.
    std::optional<LinePart> partOf(const FrameSeen& frame, const PartOperation& operation, const Stack& before, PartRow& row) const {
        if (operation.position.line <= 0 || operation.position.column < 0) return std::nullopt;
        LinePart part;
        part.span = spanOf(operation.position);
        if (decidesOperators(operation)) {
            row = {LinePartKind::ShortCircuit, PartRow::Stack::After, 1};
        } else if (endsChainEarly(operation)) { // nothing of the result stays
            row = {LinePartKind::ShortCircuit, PartRow::Stack::Before, 1};
        } else if (restoresName(operation)) {
            if (!endsComprehension(operation)) return std::nullopt;
            row = {LinePartKind::Build, PartRow::Stack::After, 1};
        } else {
            std::optional<PartRow> found = partRow(operation.opcode, operation.operand);
            if (!found || isFilledLater(operation) || isOfGeneratorExpression(operation)) return std::nullopt;
            row = *found;
            if (row.kind == LinePartKind::LookUp && !isLookUpWritten(operation)) return std::nullopt;
            if (row.kind == LinePartKind::Call && isLeaving(operation)) row.kind = LinePartKind::Leave;
        }
        if (row.kind == LinePartKind::Truth && !frame.spans.empty() && frame.spans.back().line > 0) part.span = frame.spans.back();
        if (row.kind == LinePartKind::Comparison && isChained(operation) && frame.spans.size() >= 2) {
            const SourceSpan &left = frame.spans[frame.spans.size() - 2], &right = frame.spans.back();
            if (left.line > 0 && right.line > 0 && isBefore(left.line, left.column, right.endLine, right.endColumn))
                part.span = {left.line, left.column, right.endLine, right.endColumn};
        }
        const InstructionNote& note = *frame.last;
        part.kind = row.kind;
        part.passage = frame.passage;
        part.code = m_notes.codes[note.code].recordId;
        part.begins = {note.step, note.event};
        part.stackBefore = before;
        return part;
    }

    void pend(FrameSeen& frame, const PartOperation& operation, const Stack& before, bool isRaising) {
        PartRow row{};
        std::optional<LinePart> part = partOf(frame, operation, before, row);
        if (!part || row.kind == LinePartKind::ShortCircuit) return;
        if (row.stack == PartRow::Stack::Before) part->value = entry(before, row.depth);
        part->isRaising = isRaising;
        m_parts.push_back(*std::move(part));
    }

    void complete(FrameSeen& frame, const PartOperation& operation, const Stack& before, const Stack& ended, const InstructionNote& after) {
        PartRow row{};
        std::optional<LinePart> part = partOf(frame, operation, before, row);
        if (!part) return;
        const bool jumped = after.instruction != frame.last->instruction + 1;
        if (row.kind == LinePartKind::ShortCircuit && !jumped) return;
        const bool isExhausted = row.kind == LinePartKind::Next && jumped;
        if (row.stack == PartRow::Stack::Before) part->value = entry(before, row.depth);
        if (row.stack == PartRow::Stack::After && !isExhausted) part->value = entry(ended, row.depth);
        part->stackAfter = ended;
        LinePart whole = *part;
        end(*std::move(part), after);
        if (row.kind != LinePartKind::Comparison || !endsChain(operation)) return;
        whole.span = spanOf(operation.position);
        end(std::move(whole), after);
    }

    // When the instruction before it had ended.
    static PartMoment momentOf(const InstructionNote& after) {
        return after.beginsLine ? PartMoment{after.step - 1, after.eventBefore} : PartMoment{after.step, after.event};
    }

    void end(LinePart part, const InstructionNote& after) {
        part.ends = momentOf(after);
        if (part.ends.step != m_stepOfLast) m_endedInStep = 0;
        m_stepOfLast = part.ends.step;
        part.number = ++m_endedInStep;
        m_parts.push_back(std::move(part));
    }

    // `and` and `or` whose last operand has just been evaluated: that is their value. Their other operands jump to where the frame stands now.
    void completeOperators(const FrameSeen& frame, const InstructionNote& after) {
        const InstructionNote& note = *frame.last;
        const CodeUnit& unit = *m_notes.codes[note.code].unit;
        const auto operationAt = [&](uint32_t i) {
            const Instruction& code = unit.instructions[i];
            return PartOperation{&unit, i, static_cast<Opcode>(code.opcode), code.operand, unit.positions[i], Opcode::Nop, {}};
        };
        const bool isJump = decidesOperators(operationAt(note.instruction));
        if (after.stack.empty() || (after.instruction != note.instruction + 1 && !isJump)) return;
        std::vector<SourceSpan> told;
        if (isJump) told.push_back(spanOf(unit.positions[note.instruction]));
        for (uint32_t i = note.instruction; i-- > 0;) { // the innermost first
            if (unit.instructions[i].operand != after.instruction || !decidesOperators(operationAt(i))) continue;
            LinePart part;
            part.kind = LinePartKind::Operator;
            part.span = spanOf(unit.positions[i]);
            if (std::find(told.begin(), told.end(), part.span) != told.end()) continue;
            told.push_back(part.span);
            part.passage = frame.passage;
            part.code = m_notes.codes[note.code].recordId;
            part.begins = momentOf(after);
            part.value = after.stack.back();
            part.stackBefore = part.stackAfter = after.stack;
            end(std::move(part), after);
        }
    }

    // Conditional expressions of which a branch has just been left: its value is theirs.
    void completeConditionals(FrameSeen& frame, const InstructionNote& after) {
        const NotedCode& code = m_notes.codes[after.code];
        const Opcode next = static_cast<Opcode>(code.unit->instructions[after.instruction].opcode);
        if (!frame.place.line || after.stack.empty() || next == Opcode::JumpForward || next == Opcode::Nop) return;
        const SourceSpan to = spanOf(code.unit->positions[after.instruction]);
        const SourceSpan from = frame.place;
        for (const ConditionalSpan& conditional : code.conditionals) {
            const SourceSpan whole = spanOf(conditional.whole);
            if (!contains(spanOf(conditional.body), from) && !contains(spanOf(conditional.orelse), from)) continue;
            if (to.line > 0 && to != whole && contains(whole, to)) continue; // it goes on within it
            LinePart part;
            part.kind = LinePartKind::Operator;
            part.span = whole;
            part.passage = frame.passage;
            part.code = code.recordId;
            part.begins = momentOf(after);
            part.value = after.stack.back();
            part.stackBefore = part.stackAfter = after.stack;
            end(std::move(part), after);
            frame.place = {}; // told once
        }
    }

    // Where in the text what lies on the stack now came from.
    static void follow(FrameSeen& frame, const PartOperation& operation, size_t size) {
        std::vector<SourceSpan>& spans = frame.spans;
        const size_t depth = operation.operand;
        const auto popped = static_cast<size_t>(valuesPopped(operation.opcode, operation.operand));
        if (operation.opcode == Opcode::Copy && depth && depth <= spans.size()) {
            spans.push_back(spans[spans.size() - depth]);
        } else if (operation.opcode == Opcode::Swap && depth && depth <= spans.size()) {
            std::swap(spans.back(), spans[spans.size() - depth]);
        } else if (operation.opcode != Opcode::ToBool) { // of which the operand's is kept
            spans.resize(spans.size() - std::min(popped, spans.size()));
            spans.resize(size, spanOf(operation.position));
        }
        spans.resize(size);
    }

    const InstructionNotes& m_notes;
    std::unordered_map<const void*, FrameSeen> m_frames;
    std::vector<LinePart> m_parts;
    uint32_t m_passages = 0, m_endedInStep = 0;
    uint64_t m_stepOfLast = UINT64_MAX;
};

}

std::vector<LinePart> linePartsOf(const InstructionNotes& notes) { return PartMaker(notes).make(); }

}

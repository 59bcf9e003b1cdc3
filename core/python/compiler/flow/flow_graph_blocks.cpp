// SPDX-License-Identifier: GPL-3.0-or-later

// Blocks and jumps: copies of small exits, code that nothing reaches, instructions and jumps that say nothing.

#include "core/python/compiler/flow/flow_graph.h"

namespace memtape {
namespace {

constexpr size_t maxCopiedInstructions = 4;

// A jump to a short exit, or to a block without lines that does not run on, is replaced by that block's instructions.
bool inlineTarget(BasicBlock& block) {
    FlowInstruction* last = block.last();
    if (!last || !isUnconditionalJump(last->opcode)) return false;
    BasicBlock* target = last->target;
    const bool isSmallExit = target->exitsScope() && target->instructions.size() <= maxCopiedInstructions;
    const bool isLineless = target->hasNoLine() && !target->hasFallthrough();
    if (!isSmallExit && !isLineless) return false;
    const Opcode removedJump = last->opcode;
    last->set(Opcode::Nop);
    const std::vector<FlowInstruction> copied = target->instructions; // the target may be the block itself
    block.instructions.insert(block.instructions.end(), copied.begin(), copied.end());
    // A jump that looks at the evaluation breaker must leave one that does.
    if (isLineless && isUnconditionalJump(block.last()->opcode) && removedJump == Opcode::Jump) block.last()->opcode = Opcode::Jump;
    --target->predecessors;
    return true;
}

// The line of the first instruction that will stay in the next block with instructions.
int nextBlockLine(BasicBlock* block) {
    BasicBlock* next = nextNonEmpty(block->next);
    if (!next) return -2;
    for (const FlowInstruction& instruction : next->instructions) {
        if (instruction.opcode != Opcode::Nop || instruction.position.line >= 0) return instruction.position.line;
    }
    return -1;
}

// A NOP stays only where its line would be lost without it.
int removeRedundantNopsOf(BasicBlock& block) {
    std::vector<FlowInstruction>& instructions = block.instructions;
    size_t kept = 0;
    int previousLine = -1;
    for (size_t i = 0; i < instructions.size(); ++i) {
        const int line = instructions[i].position.line;
        if (instructions[i].opcode == Opcode::Nop) {
            if (line < 0 || line == previousLine) continue;
            if (i + 1 < instructions.size()) {
                FlowInstruction& following = instructions[i + 1];
                if (following.position.line == line) continue;
                if (following.position.line < 0) {
                    following.position = instructions[i].position;
                    continue;
                }
            } else if (nextBlockLine(&block) == line) {
                continue;
            }
        }
        if (kept != i) instructions[kept] = instructions[i];
        ++kept;
        previousLine = line;
    }
    const size_t removed = instructions.size() - kept;
    instructions.resize(kept);
    return static_cast<int>(removed);
}

Opcode reversedJump(Opcode opcode) {
    switch (opcode) {
    case Opcode::PopJumpIfNone: return Opcode::PopJumpIfNotNone;
    case Opcode::PopJumpIfNotNone: return Opcode::PopJumpIfNone;
    case Opcode::PopJumpIfFalse: return Opcode::PopJumpIfTrue;
    case Opcode::PopJumpIfTrue: return Opcode::PopJumpIfFalse;
    default: return opcode;
    }
}

}

void FlowGraph::inlineSmallExits() {
    for (bool changed = true; changed;) { // each change removes a jump, so this ends
        changed = false;
        for (BasicBlock* block = m_entry; block; block = block->next) changed |= inlineTarget(*block);
    }
}

void FlowGraph::removeUnreachable() {
    for (BasicBlock* block = m_entry; block; block = block->next) {
        block->predecessors = 0;
        block->isVisited = false;
    }
    std::vector<BasicBlock*> pending{m_entry};
    m_entry->predecessors = 1;
    m_entry->isVisited = true;
    const auto visit = [&pending](BasicBlock* block) {
        if (!block->isVisited) {
            block->isVisited = true;
            pending.push_back(block);
        }
        ++block->predecessors;
    };
    while (!pending.empty()) {
        BasicBlock* block = pending.back();
        pending.pop_back();
        if (block->next && block->hasFallthrough()) visit(block->next);
        for (const FlowInstruction& instruction : block->instructions) {
            if (hasTarget(instruction.opcode)) visit(instruction.target);
        }
    }
    for (BasicBlock* block = m_entry; block; block = block->next) {
        if (block->predecessors == 0) {
            block->instructions.clear();
            block->isHandler = false;
        }
    }
}

int FlowGraph::removeRedundantNops() {
    int removed = 0;
    for (BasicBlock* block = m_entry; block; block = block->next) removed += removeRedundantNopsOf(*block);
    return removed;
}

// Also a value that is pushed only to be dropped.
void FlowGraph::removeRedundantNopsAndPairs() {
    for (bool done = false; !done;) {
        done = true;
        FlowInstruction* previous = nullptr;
        FlowInstruction* instruction = nullptr;
        for (BasicBlock* block = m_entry; block; block = block->next) {
            removeRedundantNopsOf(*block);
            if (block->label >= 0) instruction = nullptr; // jumped to from elsewhere
            for (FlowInstruction& current : block->instructions) {
                previous = instruction;
                instruction = &current;
                if (instruction->opcode != Opcode::PopTop || !previous) continue;
                if (previous->opcode == Opcode::LoadConst || (previous->opcode == Opcode::Copy && previous->operand == 1)) {
                    previous->set(Opcode::Nop);
                    instruction->set(Opcode::Nop);
                    done = false;
                }
            }
            if ((instruction && isJump(instruction->opcode)) || !block->hasFallthrough()) instruction = nullptr;
        }
    }
}

int FlowGraph::removeRedundantJumps() {
    int removed = 0;
    for (BasicBlock* block = m_entry; block; block = block->next) {
        FlowInstruction* last = block->last();
        if (!last || !isUnconditionalJump(last->opcode)) continue;
        if (nextNonEmpty(last->target) == nextNonEmpty(block->next)) {
            last->set(Opcode::Nop);
            ++removed;
        }
    }
    return removed;
}

void FlowGraph::removeRedundantNopsAndJumps() {
    for (;;) {
        const int nops = removeRedundantNops();
        const int jumps = removeRedundantJumps();
        if (nops + jumps == 0) break;
    }
}

// Conditional jumps go forward only: one that goes back becomes its opposite over a jump back.
void FlowGraph::normalizeJumps() {
    for (BasicBlock* block = m_entry; block; block = block->next) block->isVisited = false;
    for (BasicBlock* block = m_entry; block; block = block->next) {
        block->isVisited = true;
        FlowInstruction* last = block->last();
        if (!last || !isJump(last->opcode) || isUnconditionalJump(last->opcode) || !last->target->isVisited) continue;
        const Opcode reversed = reversedJump(last->opcode);
        if (reversed == last->opcode) continue;
        BasicBlock* back = newBlock();
        back->instructions.push_back({Opcode::Jump, 0, last->position, last->target}); // no handler, as in CPython
        last->opcode = reversed;
        last->target = block->next;
        back->isCold = block->isCold;
        back->next = block->next;
        block->next = back;
    }
}

}

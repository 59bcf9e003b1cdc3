// SPDX-License-Identifier: GPL-3.0-or-later

// Lines: every exit must have one, since a frame's last line is read from the instruction where it left. Instructions that
// the emitter gave no place take the place of what runs before them, where that is one instruction only.

#include "core/python/compiler/flow/flow_graph.h"

namespace memtape {
namespace {

bool isLinelessExitOrEvalCheck(const BasicBlock& block) { return (block.exitsScope() || block.hasEvalBreak()) && block.hasNoLine(); }

}

void FlowGraph::resolveLines() {
    duplicateExitsWithoutLine();
    propagateLines();
}

void FlowGraph::duplicateExitsWithoutLine() {
    int nextLabel = maxLabel() + 1;
    for (BasicBlock* block = m_entry; block; block = block->next) {
        FlowInstruction* last = block->last();
        if (!last || !isJump(last->opcode)) continue;
        BasicBlock* target = nextNonEmpty(last->target);
        if (!target || target->predecessors <= 1 || !isLinelessExitOrEvalCheck(*target)) continue;
        BasicBlock* copy = copyOf(*target);
        copy->instructions[0].position = last->position;
        last->target = copy;
        --target->predecessors;
        copy->predecessors = 1;
        copy->next = target->next;
        copy->label = nextLabel++;
        target->next = copy;
    }
    // What remains is reached by running on alone.
    for (BasicBlock* block = m_entry; block; block = block->next) {
        if (block->next && block->hasFallthrough() && !block->instructions.empty() && !block->next->instructions.empty() &&
            isLinelessExitOrEvalCheck(*block->next))
            block->next->instructions[0].position = block->last()->position;
    }
}

void FlowGraph::propagateLines() {
    for (BasicBlock* block = m_entry; block; block = block->next) {
        const FlowInstruction* last = block->last();
        if (!last) continue;
        Position previous = noPosition;
        for (FlowInstruction& instruction : block->instructions) {
            if (instruction.position.line < 0) instruction.position = previous;
            else previous = instruction.position;
        }
        const auto inherit = [&previous](BasicBlock* following) {
            if (following->predecessors == 1 && !following->instructions.empty() && following->instructions[0].position.line < 0)
                following->instructions[0].position = previous;
        };
        if (block->next && block->hasFallthrough()) inherit(block->next);
        if (isJump(last->opcode)) inherit(last->target);
    }
}

}

// SPDX-License-Identifier: GPL-3.0-or-later

// Handlers: which one covers which instruction, how deep the stack is where, and the move of handlers behind the code
// that runs when nothing is raised.

#include <algorithm>

#include "core/python/compiler/flow/flow_graph.h"

namespace memtape {

void FlowGraph::markHandlers() {
    for (BasicBlock* block = m_entry; block; block = block->next) {
        for (const FlowInstruction& instruction : block->instructions) {
            if (isHandlerSetup(instruction.opcode)) instruction.target->isHandler = true;
        }
    }
}

// Follows the flow with the stack of handlers in force. The handler blocks begin with the stack as it was at their set-up.
void FlowGraph::assignHandlers() {
    for (BasicBlock* block = m_entry; block; block = block->next) block->isVisited = false;
    std::vector<BasicBlock*> pending{m_entry};
    m_entry->isVisited = true;
    const auto visit = [&pending](BasicBlock* block, const std::vector<BasicBlock*>& handlers) {
        if (block->isVisited) return;
        block->isVisited = true;
        block->handlerStack = handlers;
        pending.push_back(block);
    };
    while (!pending.empty()) {
        BasicBlock* block = pending.back();
        pending.pop_back();
        std::vector<BasicBlock*> handlers = std::move(block->handlerStack);
        block->handlerStack.clear();
        int yieldDepth = -1; // handlers in force at the last yield
        for (FlowInstruction& instruction : block->instructions) {
            BasicBlock* const handler = handlers.empty() ? nullptr : handlers.back();
            if (isHandlerSetup(instruction.opcode)) {
                visit(instruction.target, handlers);
                if (instruction.opcode != Opcode::SetupFinally) instruction.target->preservesLasti = true;
                handlers.push_back(instruction.target);
            } else if (instruction.opcode == Opcode::PopBlock) {
                if (!handlers.empty()) handlers.pop_back();
                instruction.set(Opcode::Nop);
            } else {
                instruction.handler = handler;
                if (isJump(instruction.opcode)) {
                    visit(instruction.target, handlers);
                } else if (instruction.opcode == Opcode::YieldValue) {
                    yieldDepth = static_cast<int>(handlers.size());
                } else if (instruction.opcode == Opcode::Resume && instruction.operand != ResumeAtStart) {
                    if (yieldDepth == 1) instruction.operand |= resumeAtDepthOne;
                    yieldDepth = -1;
                }
            }
        }
        if (block->hasFallthrough() && block->next) visit(block->next, handlers);
    }
}

// The greatest depth on any path. A handler's block starts at the depth of its set-up and what its entry pushes.
int FlowGraph::stackDepth() {
    for (BasicBlock* block = m_entry; block; block = block->next) block->startDepth = -1;
    std::vector<BasicBlock*> pending;
    const auto visit = [&pending](BasicBlock* block, int depth) {
        if (block->startDepth >= 0) return;
        block->startDepth = depth;
        pending.push_back(block);
    };
    int greatest = 0;
    visit(m_entry, 0);
    while (!pending.empty()) {
        BasicBlock* block = pending.back();
        pending.pop_back();
        int depth = block->startDepth;
        bool goesOn = true;
        for (const FlowInstruction& instruction : block->instructions) {
            const auto operand = static_cast<uint32_t>(instruction.operand);
            const int effect = valuesPushed(instruction.opcode, operand) - valuesPopped(instruction.opcode, operand);
            if (hasTarget(instruction.opcode)) {
                greatest = std::max(greatest, depth + effect);
                visit(instruction.target, std::max(0, depth + effect));
            }
            if (!isHandlerSetup(instruction.opcode)) depth += effect;
            greatest = std::max(greatest, depth);
            if (isUnconditionalJump(instruction.opcode) || isScopeExit(instruction.opcode)) {
                goesOn = false;
                break;
            }
        }
        if (goesOn && block->next) visit(block->next, depth);
    }
    return greatest;
}

// Warm: reached without an exception.
void FlowGraph::markWarm() {
    for (BasicBlock* block = m_entry; block; block = block->next) block->isVisited = false;
    std::vector<BasicBlock*> pending{m_entry};
    m_entry->isVisited = true;
    const auto visit = [&pending](BasicBlock* block) {
        if (!block->isVisited) {
            block->isVisited = true;
            pending.push_back(block);
        }
    };
    while (!pending.empty()) {
        BasicBlock* block = pending.back();
        pending.pop_back();
        block->isWarm = true;
        if (block->next && block->hasFallthrough()) visit(block->next);
        for (const FlowInstruction& instruction : block->instructions) {
            if (isJump(instruction.opcode)) visit(instruction.target);
        }
    }
}

// Cold: reached from a handler only.
void FlowGraph::markCold() {
    markWarm();
    std::vector<BasicBlock*> pending;
    for (BasicBlock* block = m_entry; block; block = block->next) {
        block->isVisited = block->isHandler;
        if (block->isHandler) pending.push_back(block);
    }
    const auto visit = [&pending](BasicBlock* block) {
        if (!block->isWarm && !block->isVisited) {
            block->isVisited = true;
            pending.push_back(block);
        }
    };
    while (!pending.empty()) {
        BasicBlock* block = pending.back();
        pending.pop_back();
        block->isCold = true;
        if (block->next && block->hasFallthrough()) visit(block->next);
        for (const FlowInstruction& instruction : block->instructions) {
            if (isJump(instruction.opcode)) visit(instruction.target);
        }
    }
}

void FlowGraph::pushColdBlocksToEnd() {
    if (!m_entry->next) return;
    markCold();

    // Where a cold block runs on into a warm one, a jump takes the place of running on.
    int nextLabel = maxLabel() + 1;
    for (BasicBlock* block = m_entry; block; block = block->next) {
        if (!block->isCold || !block->hasFallthrough() || !block->next || !block->next->isWarm) continue;
        BasicBlock* jump = newBlock();
        if (block->next->label < 0) block->next->label = nextLabel++;
        jump->instructions.push_back({Opcode::JumpNoInterrupt, block->next->label, noPosition, block->next});
        jump->isCold = true;
        jump->predecessors = 1;
        jump->next = block->next;
        block->next = jump;
    }

    BasicBlock* coldFirst = nullptr;
    BasicBlock* coldLast = nullptr;
    BasicBlock* warmLast = m_entry;
    for (BasicBlock* block = m_entry->next; block;) {
        BasicBlock* const following = block->next;
        if (block->isCold) {
            (coldLast ? coldLast->next : coldFirst) = block;
            coldLast = block;
            block->next = nullptr;
        } else {
            warmLast->next = block;
            warmLast = block;
        }
        block = following;
    }
    warmLast->next = coldFirst;
    if (coldFirst) removeRedundantNopsAndJumps();
}

}

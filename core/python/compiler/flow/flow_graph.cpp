// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/compiler/flow/flow_graph.h"

#include <algorithm>

namespace memtape {

bool isJump(Opcode opcode) { return opcodeInfo(opcode).operand == OperandKind::Jump && !isHandlerSetup(opcode); }

bool isHandlerSetup(Opcode opcode) { return opcode == Opcode::SetupFinally || opcode == Opcode::SetupCleanup || opcode == Opcode::SetupWith; }

bool hasTarget(Opcode opcode) { return opcodeInfo(opcode).operand == OperandKind::Jump; }

bool isUnconditionalJump(Opcode opcode) { return opcode == Opcode::Jump || opcode == Opcode::JumpNoInterrupt; }

bool isScopeExit(Opcode opcode) {
    return opcode == Opcode::ReturnValue || opcode == Opcode::ReturnConst || opcode == Opcode::RaiseVarargs || opcode == Opcode::Reraise;
}

bool BasicBlock::exitsScope() const { return !instructions.empty() && isScopeExit(instructions.back().opcode); }

bool BasicBlock::hasFallthrough() const {
    if (instructions.empty()) return true;
    const Opcode opcode = instructions.back().opcode;
    return !isScopeExit(opcode) && !isUnconditionalJump(opcode);
}

// Whether an instruction looks at the evaluation breaker.
bool BasicBlock::hasEvalBreak() const {
    return std::any_of(instructions.begin(), instructions.end(), [](const FlowInstruction& instruction) {
        switch (instruction.opcode) {
        case Opcode::Resume:
        case Opcode::Jump:
        case Opcode::JumpBackward:
        case Opcode::Call:
        case Opcode::CallKw:
        case Opcode::CallFunctionEx: return true;
        default: return false;
        }
    });
}

bool BasicBlock::hasNoLine() const {
    return std::all_of(instructions.begin(), instructions.end(), [](const FlowInstruction& instruction) { return instruction.position.line < 0; });
}

BasicBlock* nextNonEmpty(BasicBlock* block) {
    while (block && block->instructions.empty()) block = block->next;
    return block;
}

FlowGraph::FlowGraph(const InstructionSequence& sequence) {
    const auto& instructions = sequence.instructions();
    std::vector<bool> isTarget(instructions.size() + 1, false);
    for (const SequenceInstruction& instruction : instructions) {
        if (hasTarget(instruction.opcode)) isTarget[sequence.placeOf(instruction.operand)] = true;
    }
    m_current = m_entry = newBlock();
    for (size_t i = 0; i < instructions.size(); ++i) {
        if (isTarget[i]) useLabel(static_cast<int>(i));
        SequenceInstruction instruction = instructions[i];
        if (hasTarget(instruction.opcode)) instruction.operand = sequence.placeOf(instruction.operand);
        addInstruction(instruction);
    }
    resolveLabels();
}

BasicBlock* FlowGraph::newBlock() { return &m_blocks.emplace_back(); }

BasicBlock* FlowGraph::copyOf(const BasicBlock& block) {
    BasicBlock* copy = newBlock();
    copy->instructions = block.instructions;
    return copy;
}

int FlowGraph::maxLabel() const {
    int label = -1;
    for (const BasicBlock* block = m_entry; block; block = block->next) label = std::max(label, block->label);
    return label;
}

void FlowGraph::useLabel(int label) { m_pendingLabel = label; }

bool FlowGraph::currentBlockIsTerminated() {
    const FlowInstruction* last = m_current->last();
    if (last && (isJump(last->opcode) || isScopeExit(last->opcode))) return true;
    if (m_pendingLabel >= 0) {
        if (last || m_current->label >= 0) return true;
        m_current->label = m_pendingLabel;
        m_pendingLabel = -1;
    }
    return false;
}

void FlowGraph::addInstruction(const SequenceInstruction& instruction) {
    if (currentBlockIsTerminated()) {
        BasicBlock* block = newBlock();
        block->label = m_pendingLabel;
        m_pendingLabel = -1;
        m_current->next = block;
        m_current = block;
    }
    m_current->instructions.push_back({instruction.opcode, instruction.operand, instruction.position});
}

void FlowGraph::resolveLabels() {
    std::vector<BasicBlock*> blockOf(maxLabel() + 1, nullptr);
    for (BasicBlock* block = m_entry; block; block = block->next) {
        if (block->label >= 0) blockOf[block->label] = block;
    }
    for (BasicBlock* block = m_entry; block; block = block->next) {
        for (FlowInstruction& instruction : block->instructions) {
            if (hasTarget(instruction.opcode)) instruction.target = blockOf[instruction.operand];
        }
    }
}

void FlowGraph::optimize(ConstantTable& constants, int localCount, int parameterCount) {
    markHandlers();
    assignHandlers();

    inlineSmallExits();
    removeUnreachable();
    resolveLines();
    for (BasicBlock* block = m_entry; block; block = block->next) optimizeBlock(*block, constants);
    removeRedundantNopsAndPairs();
    removeUnreachable();
    removeRedundantNopsAndJumps();

    removeUnusedConstants(constants);
    addChecksOfLocals(localCount, parameterCount);
    insertSuperinstructions();
    pushColdBlocksToEnd();
    resolveLines();
}

int FlowGraph::finish(const SlotNames& slots, uint32_t codeFlags, int firstLine) {
    const int depth = stackDepth();
    std::vector<int> cellSlots = cellSlotsOf(slots);
    insertPrefix(slots, cellSlots, codeFlags, firstLine);
    fixCellSlots(slots, cellSlots);
    convertPseudoOpcodes();
    normalizeJumps();
    return depth;
}

}

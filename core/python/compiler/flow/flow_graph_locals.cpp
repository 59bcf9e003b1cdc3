// SPDX-License-Identifier: GPL-3.0-or-later

// Slots: where a local may be unbound, which slot a cell has, and the instructions that set up cells and generators
// before a code unit's own begin.

#include <unordered_map>

#include "core/python/compiler/flow/flow_graph.h"

namespace memtape {
namespace {

constexpr int trackedLocals = 64; // those beyond are followed inside one block only

// Turns loads of locals that may be unbound into checked ones, and tells what follows. An instruction that raises may leave
// for its handler with the locals as they are before it.
class LocalsScan {
public:
    void push(BasicBlock& block, uint64_t unsafe) {
        if ((block.unsafeLocals | unsafe) == block.unsafeLocals) return;
        block.unsafeLocals |= unsafe;
        if (!block.isVisited) {
            block.isVisited = true;
            m_pending.push_back(&block);
        }
    }

    void scan(BasicBlock& block) {
        uint64_t unsafe = block.unsafeLocals;
        for (FlowInstruction& instruction : block.instructions) {
            if (instruction.handler) push(*instruction.handler, unsafe);
            if (instruction.operand < 0 || instruction.operand >= trackedLocals) continue;
            const uint64_t bit = uint64_t{1} << instruction.operand;
            switch (instruction.opcode) {
            case Opcode::DeleteFast:
            case Opcode::LoadFastAndClear:
            case Opcode::StoreFastMaybeNull: unsafe |= bit; break;
            case Opcode::LoadFast:
                if (unsafe & bit) instruction.opcode = Opcode::LoadFastCheck;
                unsafe &= ~bit;
                break;
            case Opcode::StoreFast:
            case Opcode::LoadFastCheck: // where it does not raise, the local is bound
                unsafe &= ~bit;
                break;
            default: break;
            }
        }
        if (block.next && block.hasFallthrough()) push(*block.next, unsafe);
        const FlowInstruction* last = block.last();
        if (last && isJump(last->opcode)) push(*last->target, unsafe);
    }

    void run() {
        while (!m_pending.empty()) {
            BasicBlock* block = m_pending.back();
            m_pending.pop_back();
            block->isVisited = false;
            scan(*block);
        }
    }

private:
    std::vector<BasicBlock*> m_pending;
};

void scanLocalsBeyondTracked(BasicBlock* entry, int localCount) {
    std::vector<int> boundIn(localCount - trackedLocals, 0); // number of the block in which a local is known to be bound
    int number = 0;
    for (BasicBlock* block = entry; block; block = block->next) {
        ++number;
        for (FlowInstruction& instruction : block->instructions) {
            if (opcodeInfo(instruction.opcode).operand != OperandKind::Local || instruction.operand < trackedLocals ||
                instruction.operand >= localCount)
                continue;
            int& bound = boundIn[instruction.operand - trackedLocals];
            switch (instruction.opcode) {
            case Opcode::DeleteFast:
            case Opcode::LoadFastAndClear:
            case Opcode::StoreFastMaybeNull: bound = number - 1; break;
            case Opcode::LoadFast:
                if (bound != number) instruction.opcode = Opcode::LoadFastCheck;
                bound = number;
                break;
            case Opcode::StoreFast: bound = number; break;
            default: break;
            }
        }
    }
}

bool usesCell(Opcode opcode) {
    switch (opcode) {
    case Opcode::MakeCell:
    case Opcode::LoadClosure:
    case Opcode::LoadDeref:
    case Opcode::StoreDeref:
    case Opcode::DeleteDeref:
    case Opcode::LoadFromDictOrDeref: return true;
    default: return false;
    }
}

}

void FlowGraph::addChecksOfLocals(int localCount, int parameterCount) {
    if (localCount == 0) return;
    if (localCount > trackedLocals) {
        scanLocalsBeyondTracked(m_entry, localCount);
        localCount = trackedLocals;
    }
    uint64_t unbound = 0;
    for (int i = parameterCount; i < localCount; ++i) unbound |= uint64_t{1} << i;
    for (BasicBlock* block = m_entry; block; block = block->next) block->isVisited = false;
    LocalsScan scan;
    scan.push(*m_entry, unbound);
    for (BasicBlock* block = m_entry; block; block = block->next) scan.scan(*block); // each once: there may be a `del` anywhere
    scan.run();
}

std::vector<int> cellSlotsOf(const SlotNames& slots) {
    std::unordered_map<std::string_view, int> localSlots;
    for (size_t i = 0; i < slots.locals.size(); ++i) localSlots.emplace(slots.locals[i], static_cast<int>(i));
    std::vector<int> result;
    const int firstCell = static_cast<int>(slots.locals.size());
    for (size_t i = 0; i < slots.cells.size() + slots.frees.size(); ++i) result.push_back(firstCell + static_cast<int>(i));
    for (size_t i = 0; i < slots.cells.size(); ++i) {
        const auto local = localSlots.find(slots.cells[i]);
        if (local != localSlots.end()) result[i] = local->second;
    }
    return result;
}

void FlowGraph::insertPrefix(const SlotNames& slots, const std::vector<int>& cellSlots, uint32_t codeFlags, int firstLine) {
    std::vector<FlowInstruction> prefix;
    if (!slots.frees.empty()) prefix.push_back({Opcode::CopyFreeVars, static_cast<int>(slots.frees.size())});

    // Cells in the order of their slots: parameters first.
    std::vector<int> cellAt(slots.locals.size() + slots.cells.size(), -1);
    for (size_t i = 0; i < slots.cells.size(); ++i) cellAt[cellSlots[i]] = static_cast<int>(i);
    for (const int cell : cellAt) {
        if (cell >= 0) prefix.push_back({Opcode::MakeCell, cell});
    }

    if (codeFlags & (CodeFlag::Generator | CodeFlag::Coroutine | CodeFlag::AsyncGenerator)) {
        const Position position{firstLine, firstLine, -1, -1};
        prefix.push_back({Opcode::ReturnGenerator, 0, position});
        prefix.push_back({Opcode::PopTop, 0, position});
    }
    m_entry->instructions.insert(m_entry->instructions.begin(), prefix.begin(), prefix.end());
}

// Cells that are parameters need no slot of their own; those behind move up.
void FlowGraph::fixCellSlots(const SlotNames& slots, std::vector<int>& cellSlots) {
    const int localCount = static_cast<int>(slots.locals.size());
    int dropped = 0;
    for (size_t i = 0; i < cellSlots.size(); ++i) {
        if (cellSlots[i] == localCount + static_cast<int>(i)) cellSlots[i] -= dropped;
        else ++dropped;
    }
    for (BasicBlock* block = m_entry; block; block = block->next) {
        for (FlowInstruction& instruction : block->instructions) {
            if (usesCell(instruction.opcode)) instruction.operand = cellSlots[instruction.operand];
        }
    }
}

void FlowGraph::convertPseudoOpcodes() {
    for (BasicBlock* block = m_entry; block; block = block->next) {
        for (FlowInstruction& instruction : block->instructions) {
            if (isHandlerSetup(instruction.opcode)) instruction.set(Opcode::Nop);
            else if (instruction.opcode == Opcode::LoadClosure) instruction.opcode = Opcode::LoadFast;
            else if (instruction.opcode == Opcode::StoreFastMaybeNull) instruction.opcode = Opcode::StoreFast;
        }
    }
    removeRedundantNopsAndJumps();
}

}

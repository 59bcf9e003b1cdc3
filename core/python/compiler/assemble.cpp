// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/compiler/assemble.h"

#include <algorithm>
#include <unordered_map>

#include "core/python/compiler/second_halves.h"

namespace memtape {

SecondHalves* secondHalves = nullptr;

namespace {

// The instructions covered by one handler and following one another make one entry.
void makeExceptionTable(FlowGraph& graph, const std::unordered_map<const BasicBlock*, uint32_t>& starts, CodeUnit& unit) {
    BasicBlock* handler = nullptr;
    uint32_t start = 0;
    uint32_t index = 0;
    const auto close = [&](uint32_t end) {
        if (!handler) return;
        const int depth = handler->startDepth - 1 - (handler->preservesLasti ? 1 : 0);
        unit.exceptionTable.push_back({start, end, starts.at(handler), static_cast<uint32_t>(std::max(0, depth)), handler->preservesLasti});
    };
    for (BasicBlock* block = graph.entry(); block; block = block->next) {
        for (const FlowInstruction& instruction : block->instructions) {
            if (instruction.handler != handler) {
                close(index);
                start = index;
                handler = instruction.handler;
            }
            ++index;
        }
    }
    close(index);
}

}

void layDown(FlowGraph& graph, CodeUnit& unit) {
    std::unordered_map<const BasicBlock*, uint32_t> starts;
    uint32_t count = 0;
    for (BasicBlock* block = graph.entry(); block; block = block->next) {
        starts[block] = count;
        count += static_cast<uint32_t>(block->instructions.size());
    }
    unit.instructions.reserve(count);
    unit.positions.reserve(count);
    if (secondHalves) secondHalves->erase(&unit); // of one that was in the same place
    for (BasicBlock* block = graph.entry(); block; block = block->next) {
        for (const FlowInstruction& instruction : block->instructions) {
            const auto index = static_cast<uint32_t>(unit.instructions.size());
            Opcode opcode = instruction.opcode;
            auto operand = static_cast<uint32_t>(instruction.operand);
            if (isJump(opcode)) {
                operand = starts.at(instruction.target);
                const bool isBackward = operand <= index;
                if (opcode == Opcode::Jump) opcode = isBackward ? Opcode::JumpBackward : Opcode::JumpForward;
                else if (opcode == Opcode::JumpNoInterrupt) opcode = isBackward ? Opcode::JumpBackwardNoInterrupt : Opcode::JumpForward;
            }
            unit.instructions.push_back({static_cast<uint16_t>(opcode), 0, operand});
            unit.positions.push_back(instruction.position);
            if (secondHalves && instruction.second.line >= 0) (*secondHalves)[&unit].push_back({index, instruction.second});
        }
    }
    makeExceptionTable(graph, starts, unit);
}

void nameSlots(const SlotNames& slots, const std::vector<std::string_view>& hidden, CodeUnit& unit) {
    const auto contains = [](const std::vector<std::string_view>& names, std::string_view name) {
        return std::find(names.begin(), names.end(), name) != names.end();
    };
    for (const std::string_view name : slots.locals) {
        uint8_t kind = LocalKind::Local;
        if (contains(hidden, name)) kind |= LocalKind::HiddenLocal;
        if (contains(slots.cells, name)) kind |= LocalKind::Cell;
        unit.localsPlusNames.emplace_back(name);
        unit.localsPlusKinds.push_back(kind);
    }
    for (const std::string_view name : slots.cells) {
        if (contains(slots.locals, name)) continue;
        unit.localsPlusNames.emplace_back(name);
        unit.localsPlusKinds.push_back(LocalKind::Cell);
    }
    for (const std::string_view name : slots.frees) {
        unit.localsPlusNames.emplace_back(name);
        unit.localsPlusKinds.push_back(LocalKind::Free);
    }
}

}

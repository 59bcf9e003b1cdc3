// SPDX-License-Identifier: GPL-3.0-or-later

// Rewriting inside one block: conditions that are known, jumps to jumps, tuples made only to be taken apart, swaps,
// pairs of instructions that one instruction can do.

#include <algorithm>

#include "core/python/compiler/constant_folding.h"
#include "core/python/compiler/flow/flow_graph.h"

namespace memtape {
namespace {

Opcode opcodeAt(const BasicBlock& block, size_t index) {
    return index < block.instructions.size() ? block.instructions[index].opcode : Opcode::OpcodeCount;
}

bool isConditionalJumpOnBool(Opcode opcode) { return opcode == Opcode::PopJumpIfFalse || opcode == Opcode::PopJumpIfTrue; }

// A constant on the stack meets its use.
void optimizeConstant(BasicBlock& block, size_t i, int constantIndex, ConstantTable& constants) {
    FlowInstruction& instruction = block.instructions[i];
    const Opcode nextOpcode = opcodeAt(block, i + 1);
    if (isConditionalJumpOnBool(nextOpcode)) {
        FlowInstruction& jump = block.instructions[i + 1];
        const bool isTaken = constantIsTrue(constants[constantIndex]) == (nextOpcode == Opcode::PopJumpIfTrue);
        instruction.set(Opcode::Nop);
        if (isTaken) jump.opcode = Opcode::Jump;
        else jump.set(Opcode::Nop);
    } else if (nextOpcode == Opcode::IsOp) {
        const size_t jump = opcodeAt(block, i + 2) == Opcode::ToBool ? i + 3 : i + 2;
        const Opcode jumpOpcode = opcodeAt(block, jump);
        if (constants[constantIndex].kind != Constant::Kind::None || !isConditionalJumpOnBool(jumpOpcode)) return;
        const bool isNegated = block.instructions[i + 1].operand != 0;
        for (size_t k = i; k < jump; ++k) block.instructions[k].set(Opcode::Nop);
        block.instructions[jump].opcode = isNegated != (jumpOpcode == Opcode::PopJumpIfFalse) ? Opcode::PopJumpIfNotNone : Opcode::PopJumpIfNone;
    } else if (nextOpcode == Opcode::ReturnValue) {
        instruction.set(Opcode::Nop);
        block.instructions[i + 1].set(Opcode::ReturnConst, constantIndex);
    } else if (nextOpcode == Opcode::ToBool) {
        Constant truth;
        truth.kind = constantIsTrue(constants[constantIndex]) ? Constant::Kind::True : Constant::Kind::False;
        instruction.set(Opcode::Nop);
        block.instructions[i + 1].set(Opcode::LoadConst, constants.add(std::move(truth)));
    }
}

// LOAD_CONST n times and BUILD_TUPLE n: one constant.
void foldTuple(BasicBlock& block, size_t i, ConstantTable& constants) {
    FlowInstruction& build = block.instructions[i];
    const auto count = static_cast<size_t>(build.operand);
    if (i < count) return;
    for (size_t k = i - count; k < i; ++k) {
        if (block.instructions[k].opcode != Opcode::LoadConst) return;
    }
    Constant tuple;
    tuple.kind = Constant::Kind::Tuple;
    for (size_t k = i - count; k < i; ++k) {
        tuple.items.push_back(constants[block.instructions[k].operand]);
        block.instructions[k].set(Opcode::Nop);
    }
    build.set(Opcode::LoadConst, constants.add(std::move(tuple)));
}

// A jump to a jump goes where that goes. Returns whether it does.
bool threadJump(BasicBlock& block, size_t i, Opcode opcode) {
    const FlowInstruction& targetJump = block.instructions[i].target->instructions.front();
    if (block.instructions[i].target == targetJump.target) return false; // nothing would change, for ever
    const FlowInstruction threaded{opcode, 0, targetJump.position, targetJump.target};
    block.instructions[i].set(Opcode::Nop); // kept while its line needs it
    block.instructions.push_back(threaded);
    return true;
}

bool isSwappable(const FlowInstruction& instruction) {
    return instruction.opcode == Opcode::StoreFast || instruction.opcode == Opcode::StoreFastMaybeNull || instruction.opcode == Opcode::PopTop;
}

int storedLocal(const FlowInstruction& instruction) {
    return instruction.opcode == Opcode::StoreFast || instruction.opcode == Opcode::StoreFastMaybeNull ? instruction.operand : -1;
}

// Replaces a run of swaps by the fewest that do the same: each cycle of the permutation is walked from its end.
// Returns the index of the run's last instruction.
size_t shortenSwaps(BasicBlock& block, size_t first) {
    FlowInstruction* run = &block.instructions[first];
    const size_t limit = block.instructions.size() - first;
    size_t depth = static_cast<size_t>(run[0].operand);
    size_t length = 1;
    bool hasMore = false;
    for (; length < limit; ++length) {
        if (run[length].opcode == Opcode::Swap) {
            depth = std::max(depth, static_cast<size_t>(run[length].operand));
            hasMore = true;
        } else if (run[length].opcode != Opcode::Nop) {
            break;
        }
    }
    if (!hasMore) return first;

    constexpr int visited = -1;
    std::vector<int> stack(depth);
    for (size_t i = 0; i < depth; ++i) stack[i] = static_cast<int>(i);
    for (size_t i = 0; i < length; ++i) {
        if (run[i].opcode == Opcode::Swap) std::swap(stack[0], stack[run[i].operand - 1]);
    }
    size_t current = length;
    for (size_t i = 0; i < depth; ++i) {
        if (stack[i] == visited || stack[i] == static_cast<int>(i)) continue;
        for (size_t j = i;;) {
            if (j != 0) {
                --current;
                run[current].opcode = Opcode::Swap;
                run[current].operand = static_cast<int>(j) + 1;
            }
            if (stack[j] == visited) break;
            const int following = stack[j];
            stack[j] = visited;
            j = static_cast<size_t>(following);
        }
    }
    while (current > 0) run[--current].set(Opcode::Nop);
    return first + length - 1;
}

int nextSwappable(const BasicBlock& block, int i, int line) {
    const int count = static_cast<int>(block.instructions.size());
    while (++i < count) {
        const FlowInstruction& instruction = block.instructions[i];
        if (line >= 0 && instruction.position.line != line) return -1; // a trace function would see names bound in another order
        if (instruction.opcode == Opcode::Nop) continue;
        return isSwappable(instruction) ? i : -1;
    }
    return -1;
}

bool swapIsSafe(const BasicBlock& block, int j, int k) {
    const int first = storedLocal(block.instructions[j]);
    const int second = storedLocal(block.instructions[k]);
    if (first < 0 && second < 0) return true;
    if (first == second) return false;
    for (int i = j + 1; i < k; ++i) {
        const int between = storedLocal(block.instructions[i]);
        if (between >= 0 && (between == first || between == second)) return false;
    }
    return true;
}

// Swaps instructions instead of values: the stores behind a SWAP change places.
void applySwapsStatically(BasicBlock& block, int i) {
    for (; i >= 0; --i) {
        FlowInstruction& swap = block.instructions[i];
        if (swap.opcode != Opcode::Swap) {
            if (swap.opcode == Opcode::Nop || isSwappable(swap)) continue;
            return;
        }
        const int j = nextSwappable(block, i, -1);
        if (j < 0) return;
        int k = j;
        const int line = block.instructions[j].position.line;
        for (int count = swap.operand - 1; count > 0; --count) {
            k = nextSwappable(block, k, line);
            if (k < 0) return;
        }
        if (!swapIsSafe(block, j, k)) return;
        swap.set(Opcode::Nop);
        std::swap(block.instructions[j], block.instructions[k]);
    }
}

}

void FlowGraph::optimizeBlock(BasicBlock& block, ConstantTable& constants) {
    Opcode opcode = Opcode::OpcodeCount;
    int operand = 0;
    for (size_t i = 0; i < block.instructions.size(); ++i) {
        FlowInstruction& instruction = block.instructions[i];
        // LOAD_CONST, COPY 1: the copy is treated as one more load of the constant.
        const bool isCopyOfConstant = opcode == Opcode::LoadConst && instruction.opcode == Opcode::Copy && instruction.operand == 1;
        if (!isCopyOfConstant) {
            opcode = instruction.opcode;
            operand = instruction.operand;
        }
        if (opcode == Opcode::LoadConst) optimizeConstant(block, i, operand, constants);
    }

    for (size_t i = 0; i < block.instructions.size(); ++i) {
        FlowInstruction& instruction = block.instructions[i];
        const Opcode nextOpcode = opcodeAt(block, i + 1);
        FlowInstruction* following = i + 1 < block.instructions.size() ? &block.instructions[i + 1] : nullptr;
        const Opcode targetOpcode = hasTarget(instruction.opcode) && !instruction.target->instructions.empty()
                                        ? instruction.target->instructions.front().opcode
                                        : Opcode::Nop;
        switch (instruction.opcode) {
        case Opcode::BuildTuple:
            if (nextOpcode == Opcode::UnpackSequence && following->operand == instruction.operand) {
                if (instruction.operand == 1) {
                    instruction.set(Opcode::Nop);
                    following->set(Opcode::Nop);
                    break;
                }
                if (instruction.operand == 2 || instruction.operand == 3) {
                    instruction.set(Opcode::Nop);
                    following->opcode = Opcode::Swap;
                    break;
                }
            }
            foldTuple(block, i, constants);
            break;
        case Opcode::PopJumpIfNone:
        case Opcode::PopJumpIfNotNone:
        case Opcode::PopJumpIfFalse:
        case Opcode::PopJumpIfTrue:
            if (targetOpcode == Opcode::Jump) threadJump(block, i, instruction.opcode);
            break;
        case Opcode::Jump:
            if (targetOpcode == Opcode::Jump || targetOpcode == Opcode::JumpNoInterrupt) threadJump(block, i, Opcode::Jump);
            break;
        case Opcode::JumpNoInterrupt:
            if (targetOpcode == Opcode::Jump || targetOpcode == Opcode::JumpNoInterrupt) threadJump(block, i, targetOpcode);
            break;
        case Opcode::StoreFast:
            if (nextOpcode == Opcode::StoreFast && following->operand == instruction.operand && following->position.line == instruction.position.line)
                instruction.set(Opcode::PopTop);
            break;
        case Opcode::Swap:
            if (instruction.operand == 1) instruction.set(Opcode::Nop);
            break;
        case Opcode::LoadGlobal:
            if (nextOpcode == Opcode::PushNull && (instruction.operand & 1) == 0) {
                instruction.operand |= 1;
                following->set(Opcode::Nop);
            }
            break;
        case Opcode::CompareOp:
            if (nextOpcode == Opcode::ToBool) {
                following->set(Opcode::CompareOp, instruction.operand | static_cast<int>(compareToBool));
                instruction.set(Opcode::Nop);
            }
            break;
        case Opcode::ContainsOp:
        case Opcode::IsOp:
            if (nextOpcode == Opcode::ToBool) {
                following->set(instruction.opcode, instruction.operand);
                instruction.set(Opcode::Nop);
            }
            break;
        case Opcode::ToBool:
            if (nextOpcode == Opcode::ToBool) instruction.set(Opcode::Nop);
            break;
        case Opcode::UnaryNot:
            if (nextOpcode == Opcode::ToBool) {
                instruction.set(Opcode::Nop);
                following->set(Opcode::UnaryNot);
            } else if (nextOpcode == Opcode::UnaryNot) {
                instruction.set(Opcode::Nop);
                following->set(Opcode::Nop);
            }
            break;
        default: break;
        }
    }

    for (size_t i = 0; i < block.instructions.size(); ++i) {
        if (block.instructions[i].opcode == Opcode::Swap) {
            i = shortenSwaps(block, i);
            applySwapsStatically(block, static_cast<int>(i));
        }
    }
}

// The first constant stays in any case: it may be the docstring.
void FlowGraph::removeUnusedConstants(ConstantTable& constants) {
    const int count = constants.count();
    if (count == 0) return;
    const auto usesConstant = [](const FlowInstruction& instruction) { return opcodeInfo(instruction.opcode).operand == OperandKind::Constant; };
    std::vector<int> newIndex(count, -1);
    newIndex[0] = 0;
    for (BasicBlock* block = m_entry; block; block = block->next) {
        for (const FlowInstruction& instruction : block->instructions) {
            if (usesConstant(instruction)) newIndex[instruction.operand] = 0;
        }
    }
    std::vector<int> kept;
    for (int i = 0; i < count; ++i) {
        if (newIndex[i] == 0) {
            newIndex[i] = static_cast<int>(kept.size());
            kept.push_back(i);
        }
    }
    if (static_cast<int>(kept.size()) == count) return;
    constants.keepOnly(kept);
    for (BasicBlock* block = m_entry; block; block = block->next) {
        for (FlowInstruction& instruction : block->instructions) {
            if (usesConstant(instruction)) instruction.operand = newIndex[instruction.operand];
        }
    }
}

namespace {

void makeSuperinstruction(FlowInstruction& first, FlowInstruction& second, Opcode opcode) {
    const int firstLine = first.position.line;
    const int secondLine = second.position.line;
    if (firstLine >= 0 && secondLine >= 0 && firstLine != secondLine) return;
    if (first.operand >= 16 || second.operand >= 16) return;
    first.set(opcode, first.operand << 4 | second.operand);
    first.second = second.position;
    second.set(Opcode::Nop);
}

}

void FlowGraph::insertSuperinstructions() {
    for (BasicBlock* block = m_entry; block; block = block->next) {
        for (size_t i = 0; i + 1 < block->instructions.size(); ++i) {
            FlowInstruction& first = block->instructions[i];
            FlowInstruction& second = block->instructions[i + 1];
            if (first.opcode == Opcode::LoadFast && second.opcode == Opcode::LoadFast) makeSuperinstruction(first, second, Opcode::LoadFastLoadFast);
            else if (first.opcode == Opcode::StoreFast && second.opcode == Opcode::LoadFast)
                makeSuperinstruction(first, second, Opcode::StoreFastLoadFast);
            else if (first.opcode == Opcode::StoreFast && second.opcode == Opcode::StoreFast)
                makeSuperinstruction(first, second, Opcode::StoreFastStoreFast);
        }
    }
    removeRedundantNops();
}

}

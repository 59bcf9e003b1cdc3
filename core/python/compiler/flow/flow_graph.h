// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The control flow graph of one code unit: basic blocks in the order in which they will be laid down.
//
// Its passes decide which lines have instructions, which exits are copied, where handlers go and how deep the stack gets;
// steps, tracebacks and frame sizes follow. So the passes, and the order in which they run, are CPython 3.13's:
//
//     build        from the emitter's sequence: a block begins at each label that is jumped to and behind each jump or exit
//     optimize     handlers of each instruction, copies of small exits, unreachable code, lines of what has none, peepholes,
//                  jump threading, NOPs and jumps that say nothing, unused constants, checks of locals, superinstructions,
//                  handlers ("cold" blocks) to the end, lines again
//     finish       stack depth, prefix instructions and cell slots, pseudo opcodes, conditional jumps only forward
//
// Invariants: a jump or scope exit is the last instruction of its block; a removed instruction is a NOP until a pass clears it away;
// an empty block stays in the chain and is stepped over.

#include <cstdint>
#include <deque>
#include <string_view>
#include <vector>

#include "core/python/compiler/constant_table.h"
#include "core/python/compiler/instruction_sequence.h"

namespace memtape {

struct BasicBlock;

struct FlowInstruction {
    Opcode opcode = Opcode::Nop;
    int operand = 0;
    Position position;
    BasicBlock* target = nullptr;  // of a jump or of a handler's set-up
    BasicBlock* handler = nullptr; // where an exception raised here goes
    Position second;               // of the half that a superinstruction has taken in

    void set(Opcode newOpcode, int newOperand = 0) {
        opcode = newOpcode;
        operand = newOperand;
        target = nullptr;
    }
};

struct BasicBlock {
    std::vector<FlowInstruction> instructions;
    BasicBlock* next = nullptr;            // in the order of layout
    std::vector<BasicBlock*> handlerStack; // while handlers are being assigned: those in force at the block's start
    uint64_t unsafeLocals = 0;             // of the first 64 locals, those that may be unbound at the block's start
    int label = -1;                        // valid where the block is jumped to
    int predecessors = 0;
    int startDepth = -1;
    bool isVisited = false;
    bool isHandler = false;
    bool preservesLasti = false; // entered with the index of the instruction that raised
    bool isWarm = false, isCold = false;

    FlowInstruction* last() { return instructions.empty() ? nullptr : &instructions.back(); }
    bool exitsScope() const;
    bool hasFallthrough() const;
    bool hasEvalBreak() const;
    bool hasNoLine() const;
};

bool hasTarget(Opcode opcode);
bool isJump(Opcode opcode);
bool isHandlerSetup(Opcode opcode);
bool isUnconditionalJump(Opcode opcode);
bool isScopeExit(Opcode opcode);
BasicBlock* nextNonEmpty(BasicBlock* block);

// The names of a code unit's slots, as the emitter numbered them.
struct SlotNames {
    std::vector<std::string_view> locals; // parameters first
    std::vector<std::string_view> cells;  // sorted; a parameter may be among them
    std::vector<std::string_view> frees;  // sorted
};

class FlowGraph {
public:
    explicit FlowGraph(const InstructionSequence& sequence);

    void optimize(ConstantTable& constants, int localCount, int parameterCount);

    // Returns the greatest stack depth.
    int finish(const SlotNames& slots, uint32_t codeFlags, int firstLine);

    BasicBlock* entry() { return m_entry; }

private:
    BasicBlock* newBlock();
    BasicBlock* copyOf(const BasicBlock& block);
    int maxLabel() const;

    // flow_graph.cpp
    void addInstruction(const SequenceInstruction& instruction);
    void useLabel(int label);
    bool currentBlockIsTerminated();
    void resolveLabels();
    // flow_graph_exceptions.cpp
    void markHandlers();
    void assignHandlers();
    int stackDepth();
    void pushColdBlocksToEnd();
    void markWarm();
    void markCold();
    // flow_graph_blocks.cpp
    void inlineSmallExits();
    void removeUnreachable();
    int removeRedundantNops();
    void removeRedundantNopsAndPairs();
    int removeRedundantJumps();
    void removeRedundantNopsAndJumps();
    void normalizeJumps();
    // flow_graph_lines.cpp
    void resolveLines();
    void duplicateExitsWithoutLine();
    void propagateLines();
    // flow_graph_peephole.cpp
    void optimizeBlock(BasicBlock& block, ConstantTable& constants);
    void removeUnusedConstants(ConstantTable& constants);
    void insertSuperinstructions();
    // flow_graph_locals.cpp
    void addChecksOfLocals(int localCount, int parameterCount);
    void insertPrefix(const SlotNames& slots, const std::vector<int>& cellSlots, uint32_t codeFlags, int firstLine);
    void fixCellSlots(const SlotNames& slots, std::vector<int>& cellSlots);
    void convertPseudoOpcodes();

    std::deque<BasicBlock> m_blocks; // stable addresses; the chain through `next` is the order
    BasicBlock* m_entry = nullptr;
    BasicBlock* m_current = nullptr; // while building
    int m_pendingLabel = -1;         // while building: the label of the instruction to come
};

// The slot of each cell and free variable: a cell that is a parameter keeps the parameter's slot.
std::vector<int> cellSlotsOf(const SlotNames& slots);

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the emitter writes: instructions in order, with labels for what is jumped to. A jump's operand is a label until the
// flow graph is built from the sequence. Opcodes may be pseudo opcodes.

#include <vector>

#include "core/python/bytecode/code_unit.h"
#include "core/python/bytecode/opcodes.h"

namespace memtape {

struct Label {
    int id = -1;
    bool isValid() const { return id >= 0; }
    bool operator==(const Label& other) const = default;
};

inline constexpr Position noPosition{};

struct SequenceInstruction {
    Opcode opcode;
    int operand = 0;
    Position position;
};

class InstructionSequence {
public:
    Label newLabel() {
        m_labelPlaces.push_back(-1);
        return Label{static_cast<int>(m_labelPlaces.size()) - 1};
    }

    // The next instruction is where the label's jumps go.
    void useLabel(Label label) { m_labelPlaces[label.id] = static_cast<int>(m_instructions.size()); }

    void add(Opcode opcode, int operand, const Position& position) { m_instructions.push_back({opcode, operand, position}); }

    void insertFirst(const SequenceInstruction& instruction) {
        m_instructions.insert(m_instructions.begin(), instruction);
        for (int& place : m_labelPlaces) {
            if (place >= 0) ++place;
        }
    }

    const std::vector<SequenceInstruction>& instructions() const { return m_instructions; }
    int placeOf(int label) const { return m_labelPlaces[label]; }

private:
    std::vector<SequenceInstruction> m_instructions;
    std::vector<int> m_labelPlaces;
};

}

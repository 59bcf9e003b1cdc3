// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/vm/frames/stack_kinds.h"

#include <algorithm>

#include "core/python/bytecode/opcodes.h"

namespace memtape {

namespace {

class KindFlow {
public:
    explicit KindFlow(const CodeUnit& unit) : m_unit(unit), m_kinds(unit.instructions.size()) {}

    std::vector<std::optional<KindStack>> follow() {
        enter(0, {});
        while (!m_open.empty()) {
            const uint32_t i = m_open.back();
            m_open.pop_back();
            step(i, *m_kinds[i]);
        }
        return std::move(m_kinds);
    }

private:
    void enter(uint32_t i, KindStack stack) {
        if (i >= m_kinds.size() || m_kinds[i]) return;
        m_kinds[i] = std::move(stack);
        m_open.push_back(i);
    }

    static void push(KindStack& stack, StackKind kind) { stack += static_cast<char>(kind); }
    static void drop(KindStack& stack, int count) { stack.resize(stack.size() - std::min(stack.size(), static_cast<size_t>(std::max(count, 0)))); }

    void step(uint32_t i, KindStack stack) {
        for (const ExceptionEntry& entry : m_unit.exceptionTable) {
            if (i < entry.start || i >= entry.end || entry.depth > stack.size()) continue;
            KindStack handler = stack.substr(0, entry.depth);
            if (entry.pushesLasti) push(handler, StackKind::Lasti);
            push(handler, StackKind::Exception);
            enter(entry.target, std::move(handler));
        }
        const Instruction& instruction = m_unit.instructions[i];
        const auto opcode = static_cast<Opcode>(instruction.opcode);
        const uint32_t n = instruction.operand;
        switch (opcode) {
        case Opcode::ReturnValue:
        case Opcode::ReturnConst:
        case Opcode::RaiseVarargs:
        case Opcode::Reraise: return;
        case Opcode::JumpForward:
        case Opcode::JumpBackward:
        case Opcode::JumpBackwardNoInterrupt: return enter(n, std::move(stack));
        case Opcode::ForIter: {
            KindStack next = stack;
            push(next, StackKind::Object);
            enter(n, next);
            enter(i + 1, std::move(next));
            drop(stack, 1);
            return enter(n + 2, std::move(stack)); // over EndFor and PopTop
        }
        case Opcode::GetIter:
        case Opcode::GetAiter:
            drop(stack, 1);
            push(stack, StackKind::Iterator);
            break;
        case Opcode::PushNull: push(stack, StackKind::Null); break;
        case Opcode::LoadGlobal:
            push(stack, StackKind::Object);
            if (n & 1) push(stack, StackKind::Null);
            break;
        case Opcode::LoadAttr:
        case Opcode::LoadSuperAttr:
            drop(stack, opcode == Opcode::LoadAttr ? 1 : 3);
            push(stack, StackKind::Object);
            if (n & 1) push(stack, StackKind::Null); // or the owner
            break;
        case Opcode::PushExcInfo: push(stack, StackKind::Exception); break;
        case Opcode::Copy:
            if (n <= stack.size()) stack += stack[stack.size() - n];
            break;
        case Opcode::Swap:
            if (n <= stack.size() && n > 0) std::swap(stack.back(), stack[stack.size() - n]);
            break;
        default:
            drop(stack, valuesPopped(opcode, n));
            for (int k = valuesPushed(opcode, n); k > 0; --k) push(stack, StackKind::Object);
            keepBelow(opcode, n, *m_kinds[i], stack);
        }
        if (opcodeInfo(opcode).operand == OperandKind::Jump) enter(n, stack);
        enter(i + 1, std::move(stack));
    }

    // What an instruction puts back as it took it keeps its kind: LIST_APPEND and its like leave what is below the top.
    static void keepBelow(Opcode opcode, uint32_t n, const KindStack& before, KindStack& after) {
        const int pops = valuesPopped(opcode, n), pushes = valuesPushed(opcode, n);
        const bool keeps = opcodeInfo(opcode).operand == OperandKind::Depth || opcode == Opcode::WithExceptStart || opcode == Opcode::CheckExcMatch ||
                           opcode == Opcode::GetAnext || opcode == Opcode::GetLen || opcode == Opcode::ImportFrom;
        if (!keeps) return;
        const size_t base = before.size() - static_cast<size_t>(pops);
        for (size_t k = 0; k < static_cast<size_t>(std::min(pops, pushes)); ++k) after[base + k] = before[base + k];
    }

    const CodeUnit& m_unit;
    std::vector<std::optional<KindStack>> m_kinds;
    std::vector<uint32_t> m_open;
};

}

std::vector<std::optional<KindStack>> stackKinds(const CodeUnit& unit) { return KindFlow(unit).follow(); }

}

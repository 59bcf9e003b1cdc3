// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/bytecode/cpython_code.h"

#include "core/python/bytecode/opcodes.h"

namespace memtape {

namespace {

constexpr uint8_t extendedArg = 71;
constexpr uint32_t mostUnitsOfEntry = 8;
constexpr int mostShrinkingRounds = 50; // from then on the code only grows, so that there is an end

// The kinds of co_linetable's entries; below them, 0 to 9, the short form with the column's upper bits.
enum LocationCode : uint8_t { OneLine0 = 10, NoColumns = 13, Long = 14, NoLocation = 15 };

const OpcodeInfo& infoOf(const Instruction& instruction) { return opcodeInfo(static_cast<Opcode>(instruction.opcode)); }

uint32_t prefixUnits(uint32_t operand) { return operand > 0xFFFFFF ? 3 : operand > 0xFFFF ? 2 : operand > 0xFF ? 1 : 0; }

bool isBackward(Opcode opcode) { return opcode == Opcode::JumpBackward || opcode == Opcode::JumpBackwardNoInterrupt; }

// ---- writing

class Writer {
public:
    explicit Writer(const CodeUnit& unit) : m_unit(unit) {}

    CpythonCode write() {
        layOut();
        for (size_t i = 0; i < m_unit.instructions.size(); ++i) writeInstruction(i);
        writeLocations();
        writeExceptions();
        return std::move(m_result);
    }
    uint32_t length() {
        layOut();
        return m_result.starts.back();
    }

private:
    // Where everything lies follows from the operands, and those of jumps from where everything lies: again until nothing changes. CPython begins
    // with the indices of the targets, and a jump that so gets an EXTENDED_ARG may need it for its own length only: it keeps it.
    void layOut() {
        const size_t count = m_unit.instructions.size();
        m_operands.resize(count);
        m_prefixes.resize(count);
        m_result.starts.resize(count + 1);
        m_result.units.resize(count + 1);
        for (size_t i = 0; i < count; ++i) m_prefixes[i] = prefixUnits(m_unit.instructions[i].operand);
        bool changes = true;
        for (int round = 0; changes; ++round) {
            uint32_t at = 0;
            for (size_t i = 0; i < count; ++i) {
                m_result.starts[i] = at;
                m_result.units[i] = at + m_prefixes[i];
                at = m_result.units[i] + 1 + infoOf(m_unit.instructions[i]).caches;
            }
            m_result.starts[count] = m_result.units[count] = at;
            changes = false;
            for (size_t i = 0; i < count; ++i) {
                m_operands[i] = operandOf(i);
                const uint32_t prefixes = prefixUnits(m_operands[i]);
                if (prefixes == m_prefixes[i] || (prefixes < m_prefixes[i] && round > mostShrinkingRounds)) continue;
                m_prefixes[i] = prefixes;
                changes = true;
            }
        }
    }

    uint32_t operandOf(size_t i) const {
        const Instruction& instruction = m_unit.instructions[i];
        const OpcodeInfo& info = infoOf(instruction);
        if (info.operand != OperandKind::Jump) return instruction.operand;
        const uint32_t end = m_result.units[i] + 1 + info.caches, target = m_result.starts[instruction.operand];
        return isBackward(static_cast<Opcode>(instruction.opcode)) ? end - target : target - end;
    }

    void writeUnit(uint8_t opcode, uint32_t operand) {
        m_result.code += static_cast<char>(opcode);
        m_result.code += static_cast<char>(operand & 0xFF);
    }

    void writeInstruction(size_t i) {
        const OpcodeInfo& info = infoOf(m_unit.instructions[i]);
        for (uint32_t prefix = m_prefixes[i]; prefix > 0; --prefix) writeUnit(extendedArg, m_operands[i] >> (8 * prefix));
        writeUnit(static_cast<uint8_t>(info.number), m_operands[i]);
        m_result.code.append(size_t{2} * info.caches, '\0');
    }

    void writeNumber(uint32_t n) {
        for (; n >= 0x40; n >>= 6) m_result.lineTable += static_cast<char>(0x40 | (n & 0x3F));
        m_result.lineTable += static_cast<char>(n);
    }
    void writeSigned(int n) { writeNumber(n < 0 ? static_cast<uint32_t>(-n) << 1 | 1 : static_cast<uint32_t>(n) << 1); }

    void writeLocations() {
        m_line = m_unit.firstLine;
        const size_t count = m_unit.instructions.size();
        for (size_t i = 0; i < count;) {
            size_t end = i + 1;
            while (end < count && same(m_unit.positions[end], m_unit.positions[i])) ++end;
            uint32_t units = m_result.starts[end] - m_result.starts[i];
            for (; units > mostUnitsOfEntry; units -= mostUnitsOfEntry) writeLocation(m_unit.positions[i], mostUnitsOfEntry);
            writeLocation(m_unit.positions[i], units);
            i = end;
        }
    }
    static bool same(const Position& a, const Position& b) {
        return a.line == b.line && a.endLine == b.endLine && a.column == b.column && a.endColumn == b.endColumn;
    }

    void writeLocation(const Position& p, uint32_t units) {
        const auto begin = [&](int code) { m_result.lineTable += static_cast<char>(0x80 | code << 3 | static_cast<int>(units - 1)); };
        const auto byte = [&](int value) { m_result.lineTable += static_cast<char>(value); };
        if (p.line < 0) return begin(NoLocation);
        const int step = p.line - m_line;
        m_line = p.line;
        if ((p.column < 0 || p.endColumn < 0) && (p.endLine == p.line || p.endLine < 0)) {
            begin(NoColumns);
            return writeSigned(step);
        }
        if (p.endLine == p.line && p.column >= 0 && p.endColumn >= 0) {
            const int width = p.endColumn - p.column;
            if (step == 0 && p.column < 80 && width >= 0 && width < 16) {
                begin(p.column >> 3);
                return byte((p.column & 7) << 4 | width);
            }
            if (step >= 0 && step < 3 && p.column < 128 && p.endColumn < 128) {
                begin(OneLine0 + step);
                byte(p.column);
                return byte(p.endColumn);
            }
        }
        begin(Long);
        writeSigned(step);
        writeNumber(static_cast<uint32_t>(p.endLine - p.line));
        writeNumber(static_cast<uint32_t>(p.column + 1));
        writeNumber(static_cast<uint32_t>(p.endColumn + 1));
    }

    void writeExceptions() {
        for (const ExceptionEntry& entry : m_unit.exceptionTable) {
            const uint32_t start = m_result.starts[entry.start];
            writeEntryNumber(start, 0x80);
            writeEntryNumber(m_result.starts[entry.end] - start, 0);
            writeEntryNumber(m_result.starts[entry.target], 0);
            writeEntryNumber(entry.depth << 1 | (entry.pushesLasti ? 1 : 0), 0);
        }
    }
    // Highest bits first; the first byte of an entry has a mark.
    void writeEntryNumber(uint32_t n, uint8_t mark) {
        int shift = 0;
        while (shift < 30 && n >> (shift + 6)) shift += 6;
        for (; shift >= 0; shift -= 6) {
            const uint8_t more = shift > 0 ? 0x40 : 0;
            m_result.exceptionTable += static_cast<char>(mark | more | ((n >> shift) & 0x3F));
            mark = 0;
        }
    }

    const CodeUnit& m_unit;
    CpythonCode m_result;
    std::vector<uint32_t> m_operands, m_prefixes;
    int m_line = 0;
};

}

uint32_t cpythonCodeUnits(const CodeUnit& unit) { return Writer(unit).length(); }

CpythonCode toCpythonCode(const CodeUnit& unit) { return Writer(unit).write(); }

std::string lineNumberTable(const CodeUnit& unit, const CpythonCode& code) {
    std::string table;
    const auto pair = [&](int bytes, int lines) {
        table += static_cast<char>(bytes);
        table += static_cast<char>(lines);
    };
    int line = unit.firstLine, at = 0;
    for (size_t i = 0; i < unit.instructions.size(); ++i) {
        const int here = unit.positions[i].line;
        if (here < 0 || here == line) continue;
        int offset = static_cast<int>(code.starts[i]) * 2, bytes = offset - at, lines = here - line;
        for (; bytes > 254; bytes -= 254) pair(254, 0);
        for (; lines > 127; lines -= 127, bytes = 0) pair(bytes, 127);
        for (; lines < -128; lines += 128, bytes = 0) pair(bytes, -128);
        pair(bytes, lines);
        line = here;
        at = offset;
    }
    return table;
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
// From CPython's bytes to a code unit.

#include <algorithm>

#include "core/python/bytecode/cpython_code.h"
#include "core/python/bytecode/opcodes.h"

namespace memtape {

namespace {

constexpr uint8_t extendedArg = 71;
constexpr const char* badCode = "code: co_code is malformed";
constexpr const char* badLines = "code: co_linetable is malformed";
constexpr const char* badExceptions = "code: co_exceptiontable is malformed";

struct OpcodeNumbers {
    uint16_t ofNumber[256];
    OpcodeNumbers() {
        std::fill(std::begin(ofNumber), std::end(ofNumber), opcodeCount);
        for (uint16_t i = 0; i < opcodeCount; ++i) ofNumber[opcodeInfo(static_cast<Opcode>(i)).number] = i;
    }
};

class Reader {
public:
    explicit Reader(CodeUnit& unit) : m_unit(unit) {}

    const char* read(std::string_view code, std::string_view lineTable, std::string_view exceptionTable) {
        if (!readInstructions(code) || !placeJumps()) return badCode;
        if (!readLocations(lineTable)) return badLines;
        return readExceptions(exceptionTable) ? nullptr : badExceptions;
    }

private:
    static constexpr uint32_t nowhere = UINT32_MAX;

    bool readInstructions(std::string_view code) {
        static const OpcodeNumbers numbers;
        const uint32_t units = static_cast<uint32_t>(code.size() / 2);
        m_indexAt.assign(units + 1, nowhere);
        for (uint32_t at = 0; at < units;) {
            const uint32_t start = at;
            uint32_t operand = 0;
            uint8_t number = static_cast<uint8_t>(code[2 * at]);
            operand = static_cast<uint8_t>(code[2 * at + 1]);
            for (int prefixes = 0; number == extendedArg; ++prefixes) {
                if (prefixes == 3 || ++at == units) return false;
                number = static_cast<uint8_t>(code[2 * at]);
                operand = operand << 8 | static_cast<uint8_t>(code[2 * at + 1]);
            }
            const uint16_t opcode = numbers.ofNumber[number];
            if (opcode == opcodeCount) return false;
            m_indexAt[start] = m_indexAt[at] = static_cast<uint32_t>(m_unit.instructions.size());
            m_unit.instructions.push_back({opcode, 0, operand});
            at += 1u + opcodeInfo(static_cast<Opcode>(opcode)).caches;
            if (at > units) return false;
            m_ends.push_back(at);
        }
        m_indexAt[units] = static_cast<uint32_t>(m_unit.instructions.size());
        return true;
    }

    bool placeJumps() {
        for (size_t i = 0; i < m_unit.instructions.size(); ++i) {
            Instruction& instruction = m_unit.instructions[i];
            const auto opcode = static_cast<Opcode>(instruction.opcode);
            if (opcodeInfo(opcode).operand != OperandKind::Jump) continue;
            const bool back = opcode == Opcode::JumpBackward || opcode == Opcode::JumpBackwardNoInterrupt;
            const uint64_t target = back ? uint64_t{m_ends[i]} - instruction.operand : uint64_t{m_ends[i]} + instruction.operand;
            if (!indexAt(target, &instruction.operand) || instruction.operand == m_unit.instructions.size()) return false;
        }
        return true;
    }
    bool indexAt(uint64_t unit, uint32_t* index) const {
        if (unit >= m_indexAt.size() || m_indexAt[unit] == nowhere) return false;
        *index = m_indexAt[unit];
        return true;
    }

    // ---- co_linetable: as far as it goes; instructions behind its end have no place.
    bool readLocations(std::string_view table) {
        m_unit.positions.assign(m_unit.instructions.size(), Position());
        int line = m_unit.firstLine;
        uint32_t at = 0;
        for (size_t i = 0; i < table.size();) {
            const auto first = static_cast<uint8_t>(table[i++]);
            if (!(first & 0x80)) return false;
            const int code = first >> 3 & 15;
            const uint32_t units = (first & 7) + 1u;
            Position p;
            uint32_t step = 0, endStep = 0, column = 0, endColumn = 0;
            if (code == 15) {
                // no location
            } else if (code == 14 || code == 13) {
                if (!readNumber(table, i, &step)) return false;
                line += step & 1 ? -static_cast<int>(step >> 1) : static_cast<int>(step >> 1);
                p.line = p.endLine = line;
                if (code == 14) {
                    if (!readNumber(table, i, &endStep) || !readNumber(table, i, &column) || !readNumber(table, i, &endColumn)) return false;
                    p.endLine = line + static_cast<int>(endStep);
                    p.column = static_cast<int>(column) - 1;
                    p.endColumn = static_cast<int>(endColumn) - 1;
                }
            } else if (code >= 10) {
                if (i + 2 > table.size()) return false;
                line += code - 10;
                p = {line, line, static_cast<uint8_t>(table[i]), static_cast<uint8_t>(table[i + 1])};
                i += 2;
            } else {
                if (i + 1 > table.size()) return false;
                const auto second = static_cast<uint8_t>(table[i++]);
                p = {line, line, code << 3 | second >> 4, 0};
                p.endColumn = p.column + (second & 15);
            }
            for (uint32_t u = at; u < at + units && u < m_indexAt.size() - 1; ++u)
                if (m_indexAt[u] != nowhere) m_unit.positions[m_indexAt[u]] = p;
            at += units;
        }
        return true;
    }
    static bool readNumber(std::string_view table, size_t& i, uint32_t* number) {
        for (int shift = 0; i < table.size() && shift <= 24; shift += 6) {
            const auto byte = static_cast<uint8_t>(table[i++]);
            *number |= static_cast<uint32_t>(byte & 0x3F) << shift;
            if (!(byte & 0x40)) return true;
        }
        return false;
    }

    bool readExceptions(std::string_view table) {
        uint32_t lastEnd = 0;
        for (size_t i = 0; i < table.size();) {
            uint32_t numbers[4];
            for (uint32_t& number : numbers) {
                number = 0;
                for (;;) {
                    if (i == table.size() || number >> 26) return false;
                    const auto byte = static_cast<uint8_t>(table[i++]);
                    number = number << 6 | (byte & 0x3F);
                    if (!(byte & 0x40)) break;
                }
            }
            ExceptionEntry entry;
            if (!indexAt(numbers[0], &entry.start) || !indexAt(uint64_t{numbers[0]} + numbers[1], &entry.end) || !indexAt(numbers[2], &entry.target))
                return false;
            entry.depth = numbers[3] >> 1;
            entry.pushesLasti = numbers[3] & 1;
            if (entry.start < lastEnd || entry.end <= entry.start || entry.target >= m_unit.instructions.size()) return false;
            lastEnd = entry.end;
            m_unit.exceptionTable.push_back(entry);
        }
        return true;
    }

    CodeUnit& m_unit;
    std::vector<uint32_t> m_indexAt; // of the instruction at a unit
    std::vector<uint32_t> m_ends;    // behind an instruction and its caches, in units
};

}

const char* fromCpythonCode(CodeUnit& unit, std::string_view code, std::string_view lineTable, std::string_view exceptionTable) {
    return Reader(unit).read(code, lineTable, exceptionTable);
}

}

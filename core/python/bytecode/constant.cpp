// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/bytecode/constant.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "core/python/bytecode/code_unit.h"

namespace memtape {
namespace {

// A NaN equals nothing, not even another NaN.
bool sameBits(double a, double b) { return !std::isnan(a) && std::memcmp(&a, &b, sizeof a) == 0; }

bool sameItems(const std::vector<Constant>& a, const std::vector<Constant>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), sameConstant);
}

bool sameInstruction(const Instruction& a, const Instruction& b) { return a.opcode == b.opcode && a.operand == b.operand; }

bool samePosition(const Position& a, const Position& b) {
    return a.line == b.line && a.endLine == b.endLine && a.column == b.column && a.endColumn == b.endColumn;
}

bool sameEntry(const ExceptionEntry& a, const ExceptionEntry& b) {
    return a.start == b.start && a.end == b.end && a.target == b.target && a.depth == b.depth && a.pushesLasti == b.pushesLasti;
}

// Two code objects that a duplicated piece of source gave rise to are one constant.
bool sameCode(const CodeUnit& a, const CodeUnit& b) { return sameCodeButConstants(a, b) && sameItems(a.constants, b.constants); }

// A frozenset's members have no order; both sides hold few members, each once.
bool sameMembers(const std::vector<Constant>& a, const std::vector<Constant>& b) {
    if (a.size() != b.size()) return false;
    for (const Constant& member : a) {
        const auto isMember = [&](const Constant& other) { return sameConstant(member, other); };
        if (std::none_of(b.begin(), b.end(), isMember)) return false;
    }
    return true;
}

}

bool sameCodeButConstants(const CodeUnit& a, const CodeUnit& b) {
    return a.name == b.name && a.argCount == b.argCount && a.posOnlyArgCount == b.posOnlyArgCount && a.kwOnlyArgCount == b.kwOnlyArgCount &&
           a.flags == b.flags && a.firstLine == b.firstLine &&
           std::equal(a.instructions.begin(), a.instructions.end(), b.instructions.begin(), b.instructions.end(), sameInstruction) &&
           a.names == b.names && a.localsPlusNames == b.localsPlusNames &&
           std::equal(a.positions.begin(), a.positions.end(), b.positions.begin(), b.positions.end(), samePosition) &&
           std::equal(a.exceptionTable.begin(), a.exceptionTable.end(), b.exceptionTable.begin(), b.exceptionTable.end(), sameEntry);
}

bool sameConstant(const Constant& a, const Constant& b) {
    if (a.kind != b.kind) return false;
    switch (a.kind) {
    case Constant::Kind::None:
    case Constant::Kind::Ellipsis:
    case Constant::Kind::False:
    case Constant::Kind::True: return true;
    case Constant::Kind::Int:
    case Constant::Kind::Str:
    case Constant::Kind::Bytes: return a.text == b.text;
    case Constant::Kind::Float: return sameBits(a.real, b.real);
    case Constant::Kind::Complex: return sameBits(a.real, b.real) && sameBits(a.imaginary, b.imaginary);
    case Constant::Kind::Tuple: return sameItems(a.items, b.items);
    case Constant::Kind::FrozenSet: return sameMembers(a.items, b.items);
    case Constant::Kind::Code: return a.code == b.code || (a.code && b.code && sameCode(*a.code, *b.code));
    }
    return false;
}

}

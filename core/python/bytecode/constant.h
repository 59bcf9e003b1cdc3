// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A constant as the compiler knows it: a plain value, not yet an object of the running program.
//
// Two constants are the same entry of co_consts when type and value are equal, floats and complex numbers by their
// bits (so 0.0 and -0.0 differ), tuples and frozensets by their members: CPython 3.13's _PyCode_ConstantKey.

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace memtape {

struct CodeUnit;

struct Constant {
    enum class Kind : uint8_t { None, Ellipsis, False, True, Int, Float, Complex, Str, Bytes, Tuple, FrozenSet, Code };

    Kind kind = Kind::None;
    double real = 0, imaginary = 0; // Float: real; Complex: both
    std::string text;               // Str: UTF-8 with lone surrogates as three bytes; Bytes: the bytes;
                                    // Int: hexadecimal digits, lower case, with '-' in front where negative
    std::vector<Constant> items;    // Tuple, FrozenSet (in source order)
    std::shared_ptr<CodeUnit> code; // Code
};

bool sameConstant(const Constant& a, const Constant& b);
// What CPython compares of two code objects, but for their constants.
bool sameCodeButConstants(const CodeUnit& a, const CodeUnit& b);

}

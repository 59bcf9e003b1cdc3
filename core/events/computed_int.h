// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The value of a large int (large_int.h) said by how it came about: an operation and its operands, each a number or the place of an earlier large int's
// payload. A dozen bytes where the value has hundreds; who reads computes it (replay/payloads/computed_ints.h).
//
// What is written never takes more than some thousand steps to compute: `mostComputed` formulas, all of them within `farthestComputed` events, and numbers of
// `largestComputed` bytes. Decided by counts of events, never by where chunks end, so that a run which is repeated says the same.

#include <cstdint>
#include <string_view>

#include "core/events/memory_events.h"
#include "core/events/payload_place.h"

namespace memtape {

enum class IntOperation : uint8_t { Add, Subtract, Multiply, FloorDivide, Remainder, LeftShift, RightShift, And, Or, Xor, Power };
constexpr unsigned intOperationCount = 11;

// Bytes of a magnitude: the least that is worth a formula, the most of a value, the most of what it is computed from.
constexpr uint64_t leastComputed = 24, largestComputed = 4096, largestOperand = 8192;
constexpr uint32_t mostComputed = 255;           // formulas that follow from each other
constexpr uint64_t farthestComputed = 8 * 32768; // events

struct IntOperand {
    PayloadPlace place = 0; // 0: the number
    int64_t number = 0;
};

struct ComputedInt {
    IntOperation operation = IntOperation::Add;
    IntOperand left, right;
    uint16_t checksum = 0; // of the value
};

constexpr unsigned computedIntBytes = 32; // at most
// Writes a formula that will lie at `at` (chunk and offset). Returns how many bytes it has.
unsigned writeComputedInt(uint8_t* to, const ComputedInt& value, PayloadPlace at);
// The formula that lies at `at`. False: the bytes are none; operands lie before it.
bool readComputedInt(std::string_view bytes, PayloadPlace at, ComputedInt& value);

// Of an int whose payload is a formula or its value (PayloadSet). By it two runs are compared: one may write the value where the other, which may not drop
// its beginning, writes a formula, and places are others where chunks end elsewhere.
uint16_t checksumOfValue(const Event& event);

}

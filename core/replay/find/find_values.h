// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How what is found in the memory compares with what is looked for.

#include <optional>
#include <string>

#include "core/replay/find/find_expression.h"
#include "core/replay/reading.h"

namespace memtape {

// A value as far as it can be compared.
struct Comparable {
    enum class Kind : uint8_t { Unknown, Nothing, Truth, Integer, Large, Float, Text, Object } kind = Kind::Unknown;
    int64_t integer = 0; // Integer; Truth: 0 or 1
    double floating = 0;
    std::string text; // Text: UTF-8; Large: decimal digits behind a sign
    ObjectId id;      // of what lies in the memory
};

Comparable comparableOf(const Reading& reading, ObjectId id);
Comparable comparableOf(const FindLiteral& literal);

// None: the two cannot be compared in that way.
std::optional<bool> compare(const Comparable& a, FindOperator op, const Comparable& b);

}

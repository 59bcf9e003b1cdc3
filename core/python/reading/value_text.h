// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The values of scalars as Python's repr() shows them.

#include <cstdint>
#include <string>
#include <string_view>

#include "core/replay/reading.h"

namespace memtape {

constexpr uint64_t longestValue = 65536; // characters

// `payload`: decimal digits, or a large int (events/large_int.h; in tapes up to format 6 a sign, "0x" and hexadecimal digits); `fullLength`: of the
// payload, where it was cut.
ValueText reprOfInt(std::string_view payload, uint64_t fullLength);
ValueText reprOfStr(std::string_view utf8, uint64_t fullLength);
// `callName`: empty for bytes; for a bytearray its type's name, a subclass's too, as bytearray.__repr__ has it.
ValueText reprOfBytes(std::string_view bytes, uint64_t fullLength, std::string_view callName);

}

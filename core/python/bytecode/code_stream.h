// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Code units as bytes, as the archive of the library keeps them: numbers of seven bits a byte, positions as differences. The form is Memtape's own, and
// good for one version of it: opcodes are written as their numbers, so codeStreamVersion() follows from their table.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "core/python/bytecode/code_unit.h"

namespace memtape {

std::string encodeCodeUnit(const CodeUnit& unit);
// Null where the bytes are no code unit: cut, or with a number out of its range. Nesting is bounded.
std::shared_ptr<CodeUnit> decodeCodeUnit(std::string_view bytes);

uint32_t codeStreamVersion();

}

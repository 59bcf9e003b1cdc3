// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What lies on the evaluation stack before each instruction of a code, as far as it decides whether a frame may go on there.

#include <optional>
#include <string>
#include <vector>

#include "core/python/bytecode/code_unit.h"

namespace memtape {

enum class StackKind : char { Object = 'o', Null = 'n', Iterator = 'i', Exception = 'e', Lasti = 'l' };
using KindStack = std::string; // of StackKind, the top last

// Nothing where an instruction is never reached.
std::vector<std::optional<KindStack>> stackKinds(const CodeUnit& unit);

}

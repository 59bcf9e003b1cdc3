// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What instructions did to their evaluation stacks, as parts of lines: which of them a reader of the text would name, where they stand in it, and what they
// give. An instruction is known by what its frame's next note finds.

#include <vector>

#include "core/python/vm/loop/instruction_notes.h"
#include "core/session/part_watch.h"

namespace memtape {

std::vector<LinePart> linePartsOf(const InstructionNotes& notes);

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The names of the program that refer to something at a step: where ways into the heap begin.

#include <string>
#include <vector>

#include "core/replay/reading.h"

namespace memtape {

struct ProgramName {
    std::string name;
    ObjectId value;
    ObjectId table;     // the namespace that has it as an entry; none: a slot of a frame
    uint32_t index = 0; // of the entry, of the slot
    uint32_t frame = 0; // slots: index of the frame from the outermost; namespaces: the same, of one whose names they are
    uint32_t thread = 0;
    uint32_t code = 0; // CodeInfo id of that frame
};

// Of the frames of the running thread, and of the namespaces of all threads; outermost frames first, each namespace once.
std::vector<ProgramName> namesOf(const Reading& reading);

// An entry's key: a text as it is, else the key in a few words of code; empty: there is no such entry.
std::string entryKey(const Reading& reading, ObjectId table, uint32_t index);

// A call in a few letters: the qualified name of what runs.
std::string callName(const Reading& reading, uint32_t code);

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A map of memory as JSON (the contract is in docs/cli.md), and as text for a person.

#include <string>

#include "core/replay/map/next_blocks.h"

namespace memtape {

class Reading;
class Replay;

// Of a reading's state, what the line before it cost, and which free blocks are used next. One object without a line end; some lines, each ended.
std::string mapJson(const Reading& reading, const MemoryMap& map, const MapCost& cost, const std::vector<NextBlock>& next = {});
std::string mapText(const Reading& reading, const MemoryMap& map, const MapCost& cost, const std::vector<NextBlock>& next = {});

enum class MapForm { Json, Text };
// Of a step; seeks. Empty: there is no such step, or nothing is known of how the language lays memory out.
std::string mapAt(Replay& replay, uint64_t step, MapForm form, NextBlocks& next);

}

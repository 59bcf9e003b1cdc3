// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which line of one text is which of another, an edited one.

#include <cstdint>
#include <string_view>
#include <vector>

namespace memtape {

// By line of `a` (1 is the first; 0 stands for none): the line of `b`, or 0. Lines of the same text are paired in order, as many as can be; where
// lines stand for others between two such pairs, the first for the first and so on.
std::vector<uint32_t> alignLines(std::string_view a, std::string_view b);

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How far boxes stand from each other: as they look best, or, where that would leave some out of sight, as close as arrows allow.

namespace memtape {

struct Spacing {
    double cluster = 32; // between boxes that do not belong together, one above the other: a note stands in it
    double beside = 40;  // between a box and those that it leads to, and between clusters side by side
    double sibling = 16; // between the boxes that a container's cells lead to
    double chain = 40;   // between the boxes of a chain, and between its lines
    double level = 32;   // between a tree's levels, downwards
    double branch = 8;   // between its branches
};

constexpr Spacing close{.cluster = 24, .beside = 32, .sibling = 8, .chain = 32, .level = 24, .branch = 8};

}

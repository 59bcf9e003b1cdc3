// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Lengths of the picture, in its own units (pixels at 100 %). The layout, the painter and the tests share them.

namespace memtape::metrics {

// cards and boxes
constexpr double headerHeight = 26;
constexpr double cardHeaderHeight = 30;
constexpr double rowHeight = 26;
constexpr double bodyPadding = 4;  // above the first row and below the last
constexpr double addressLine = 18; // a box's second header line in bytes detail
constexpr double sidePadding = 12;
constexpr double cardRadius = 8;
constexpr double boxRadius = 6;
constexpr double chipHeight = 20;
constexpr double chipStub = 15;     // the stub arrow before a chip
constexpr double chipMaximum = 190; // no chip is wider; its text is cut
constexpr double boxMinimum = 140, boxMaximum = 290;
constexpr double iconWidth = 20; // of the sign of a box's kind
constexpr double badgeHeight = 22;

// the stack
constexpr double stackLeft = 18;
constexpr double stackTop = 18;
constexpr double cardWidth = 292;
constexpr double cardGap = 14;
constexpr double groupGap = 26; // between the global names and the first frame
constexpr double stackWidth = stackLeft + cardWidth + 20;

// the heap
constexpr double heapTop = 26;
constexpr double columnGap = 54;
constexpr double boxGap = 38;      // a note stands in it with room to spare
constexpr double headSpacing = 10; // two arrow heads on one edge are at least this far apart
constexpr double headLength = 9;
constexpr double laneMargin = 7; // an arrow keeps this far from a foreign box
constexpr double laneSpacing = 6;

}

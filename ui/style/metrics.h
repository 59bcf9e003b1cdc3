// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Lengths of the picture, in its own units (pixels at 100 %). The layout, the painter and the tests share them.
//
// Arrows run on a grid of `lane` px. So that they leave a row and enter a box without a kink, cards and boxes stand 4 px below a line of
// the grid, rows have their middle 4 px more than a multiple of it below their card's or box's top, and all heights are multiples of it.

namespace memtape::metrics {

// cards and boxes
constexpr double lane = 8;
constexpr double headerHeight = 24;
constexpr double cardHeaderHeight = 28;
constexpr double rowHeight = 24;
constexpr double bodyPadding = 8;  // of a box, above the first row and below the last
constexpr double cardPadding = 4;  // of a card; twice as much below
constexpr double addressLine = 16; // a box's second header line in bytes detail
constexpr double cellHeight = 40;  // of a cell in a row of cells: its label, and below it what it refers to
constexpr double rowSide = 6;      // before the first cell of a row, and behind the last
constexpr double cellPadding = 4;  // above and below a row of cells
constexpr double cellDot = 24;     // middle of what a cell refers to, from the cell's top
constexpr double cellMinimum = 28, cellMaximum = 136;
constexpr double sidePadding = 12;
constexpr double cardRadius = 8;
constexpr double boxRadius = 6;
constexpr double chipHeight = 20;
constexpr double chipStub = 15;     // the stub arrow before a chip
constexpr double chipMaximum = 190; // no chip is wider; its text is cut
constexpr double boxMinimum = 80, boxMaximum = 288;
constexpr double iconWidth = 20; // of the sign of a box's kind
constexpr double badgeHeight = 22;

// the stack
constexpr double stackTop = 20;
constexpr double cardGap = 12;
constexpr double groupGap = 28; // between the global names and the first frame
struct Stack {
    double left, cardWidth, width;
    double heapLeft;  // of the first box: arrows turn between it and the stack
    double leastHeap; // so much of the heap has boxes beside one another, however narrow the view
};
// Its edge lies between two lanes, so that no arrow runs on it. Narrow: for a page as wide as a telephone.
constexpr Stack wideStack{18, 292, 332, 368, 240}, narrowStack{10, 160, 180, 216, 144};
constexpr const Stack& stackOf(bool narrow) { return narrow ? narrowStack : wideStack; }
constexpr double stackWidth = wideStack.width; // in the window

// the heap
constexpr double heapTop = 28;    // of the first box, as the grid has it
constexpr double heapMargin = 16; // that the view keeps at its right and at its foot
constexpr double headLength = 9;
constexpr double arrowsJoin = 6;  // before their head: what arrows to one box share at least
constexpr double laneMargin = 4;  // an arrow keeps this far from a foreign box
constexpr double laneSpacing = 8; // and this far from an arrow beside it that leads elsewhere

}

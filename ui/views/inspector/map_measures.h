// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Lengths of the Map page, in pixels at 100 %.

namespace memtape::mapMeasures {

constexpr double side = 16;
constexpr double textLine = 18, headingHeight = 26;
constexpr double stackHeight = 34, foldWidth = 58, freeWidth = 60, leastFrame = 46;
constexpr double rowPitch = 25, cellPitch = 10, cellWidth = 8, cellHeight = 13;
constexpr double sizeWidth = 40, addressWidth = 58, leadWidth = 52, usedWidth = 78; // columns of the pools
constexpr double roomForAddresses = 400;                                            // narrower: they are left out

constexpr double leadLeft(double width) { return side + sizeWidth + (width < roomForAddresses ? 0 : addressWidth); }
constexpr double cellsLeft(double width) { return leadLeft(width) + leadWidth; }

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Places for boxes that no other box refers to and that refer to none: the lists and dicts of a frame's names. They need no order among
// all boxes of the run, only among those that live together; so each stands as near to its row as the boxes of its time allow, in the
// first column or, where that is taken far and wide, in one of the next.

#include <cstddef>
#include <cstdint>
#include <vector>

namespace memtape {

struct LooseBox {
    double height = 0;
    double wish = 0;             // top
    double weight = 0;           // the heaviest choose first
    uint64_t begin = 0, end = 0; // first and last step at which it is drawn
};

struct TakenPlace {
    int column = 0;
    double top = 0, bottom = 0, wish = 0;
    uint64_t begin = 0, end = 0;
};

constexpr size_t mostLooseBoxes = 1500; // more would take too long
constexpr int looseColumns = 3;

struct LoosePlace {
    int column = 0;
    double top = 0;
};

std::vector<LoosePlace> placeLooseBoxes(const std::vector<LooseBox>& boxes, std::vector<TakenPlace> taken, double highest);

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What an arrangement is judged by, in crossings of a picture.

namespace memtape::plan_weights {

constexpr double outOfSight = 300;     // that nothing of the boxes' lives is in sight
constexpr double toldOutOfSight = 100; // that nothing of what the steps are about is: following goes there
constexpr double longWay = 1.0 / 1200; // a px of an arrow's way
constexpr double throughBox = 0.5;     // of a straight arrow: it will have to go round

}

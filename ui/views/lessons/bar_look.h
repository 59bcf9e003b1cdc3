// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How a bar above the picture looks that asks something, and says afterwards whether it was so: its ground, its edge, and the sign before its words.

#include <cstdint>

class QFrame;
class QLabel;

namespace memtape {

class Appearance;

enum class BarTone : uint8_t { Asking, Right, Wrong };

void dressBar(QFrame& bar, QLabel& sign, BarTone tone, const Appearance& appearance);

}

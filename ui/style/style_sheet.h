// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The style sheet of the window's standard widgets, made from a palette and a text size.

#include <QString>

#include "ui/style/palette.h"

namespace memtape {

QString styleSheet(const Palette& palette, double scale);

}

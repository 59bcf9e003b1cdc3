// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What keeps Qt from opening a window. It ends the process where it finds no display; whoever is about to ask it for one says beforehand what is to be told then.

#include <string>

namespace memtape {

// Whether the environment names a display, or how else to draw.
bool namesDisplay();

// From here on Qt's messages are kept back, and where one is its last, `end` gets the reason, a part of a sentence, and does not return.
void onDisplayMissing(void (*end)(const std::string& why));

}

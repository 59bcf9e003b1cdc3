// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The window, and all that draws, is in an executable of its own, memtape-window: it takes the place of this one where it is asked for.

namespace memtape {

bool hasWindowPart(); // else this build has no window

// Returns only where that cannot be: the exit status, after it was said why.
int becomeWindow(char** argv);

}

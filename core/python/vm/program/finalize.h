// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace memtape {

// threading._shutdown(): the program's end waits for the threads that are no daemons.
void waitForThreads();

// What CPython 3.13 does after the program's last line, as far as the program can see it (Py_FinalizeEx, finalize_modules): atexit functions,
// then the modules go, __main__'s objects first, a collection, and what is left of each module is cleared. `__del__` methods run on the way.
// The exit status that this asks for (0: none).
int finalizeInterpreter();

}

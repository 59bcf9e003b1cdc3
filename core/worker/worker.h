// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The worker's end: this process was started to run one program for a window, and to end with it.

namespace memtape {

// Says that it is ready on the socket (channel.h), waits for what is to be run, runs it and hands all on. Ends the process, without returning to a program
// that may be anywhere, when the run is over or the window is gone; returns an exit status only where nothing was run. The languages are registered.
int runWorker(int socket);

}

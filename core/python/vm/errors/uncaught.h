// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What becomes of an exception that nothing caught: SystemExit is the exit status, all others are printed, by sys.excepthook where the program
// has set one, to sys.stderr, which the program may have replaced.

namespace memtape {

// Takes the pending exception; the process's exit status.
int reportUncaught();
// What the program wrote to sys.stdout and sys.stderr, if it put objects of its own there.
void flushStandardStreams();

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Walls around a process (host/walls/confinement.h) that is to run one program, or to open one recording: it can read what the Host's rules let the program
// read, and write where they let it write.

#include <string>

#include "core/host/walls/confinement.h"

namespace memtape {

struct RunOptions;

// For a run; its input is to be added where that is a file that is not open yet. Whatever the languages need of the disk by themselves is loaded when this returns.
Confinement confinementOf(const RunOptions& options);

// For a recording whose bytes have been read: nothing is readable or writable but what libraries need.
Confinement confinementOfRecording();

}

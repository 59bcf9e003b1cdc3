// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a program could do that has got round the interpreter and the Host: raw system calls, made on the thread of a run whose process is confined.

#include <functional>

#include "core/session/session.h"
#include "tests/core/host/folders.h"

namespace memtape::test {

// Runs `attempt` so, in a process of its own, and gives what it gave: 0, or an errno value. A signal: its number with a minus.
int behindWalls(const RunOptions& options, std::function<int()> attempt);

// A program in the folder "in" of these, with what it may read and write besides.
RunOptions programIn(const Folders& folders);

// What a call comes to: 0, or an errno value.
int opening(const std::string& path, int flags);
int outcomeOf(long result);

// Whether the kernel has the wall; where not, says that the test proves nothing.
bool hasFileWall();
bool hasCallWall();

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the verbs of the command line do. Each returns the process's exit status and prints one sentence on stderr where it fails.

#include <memory>
#include <string>

#include "app/command_line.h"
#include "core/session/session.h"

namespace memtape {

int runVerb(const CommandLine& line);    // memtape run
int recordVerb(const CommandLine& line); // memtape record
int stateVerb(const CommandLine& line);  // memtape state
int infoVerb(const CommandLine& line);   // memtape info

// FILE as a tape: loaded, or recorded now with the program's own output left out. Null: said why, `status` is the exit status.
struct OpenedTape {
    std::shared_ptr<const Tape> tape;
    std::string note; // one sentence: not all of it is there
    int status = 0;   // 0, or 4 where a limit stopped the program
    RunResult result;
    bool recorded = false;
};
OpenedTape openTape(const CommandLine& line);
bool didNotStart(const OpenedTape& opened); // because of its text; says so
RunOptions optionsOf(const CommandLine& line);
void complain(const std::string& sentence); // "memtape: …" on stderr

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the verbs of the command line do. Each returns the process's exit status and prints one sentence on stderr where it fails.

#include <memory>
#include <string>
#include <vector>

#include "app/command_line.h"
#include "core/session/session.h"

namespace memtape {

int runVerb(const CommandLine& line);     // memtape run
int recordVerb(const CommandLine& line);  // memtape record
int stateVerb(const CommandLine& line);   // memtape state
int infoVerb(const CommandLine& line);    // memtape info
int findVerb(const CommandLine& line);    // memtape find
int compareVerb(const CommandLine& line); // memtape compare

// FILE as a tape, behind walls from here on (host/walls/confinement.h): loaded, or recorded now with the program's own output left out. Null: said why, `status` is the exit status.
struct OpenedTape {
    std::shared_ptr<const Tape> tape;
    std::string note; // one sentence: not all of it is there
    int status = 0;   // 0, or 4 where a limit stopped the program
    RunResult result;
    bool recorded = false;
};
OpenedTape openTape(const CommandLine& line);
// Several, behind the walls that all of them need: as many as can be opened in turn, and the first that cannot.
std::vector<OpenedTape> openTapes(const std::vector<CommandLine>& lines);
bool didNotStart(const OpenedTape& opened); // because of its text; says so
// Whether a step is one that the recording has no more, as it begins at a later one (record --keep-last); says so.
bool isGone(uint64_t step, uint64_t firstStep);
RunOptions optionsOf(const CommandLine& line);
// Whether a file to be written would take the place of one that is to be read, by whatever names and links: says so.
bool wouldReplaceWhatIsRead(const CommandLine& line, const std::string& output);
void complain(const std::string& sentence); // "memtape: …" on stderr
bool print(const std::string& text);        // on stdout. False: it could not be written, and that was said unless nobody wants to read it

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The world outside, as the program sees it. All answers pass through this folder and nowhere else, so that a run can be repeated, and so that what is
// not allowed is refused in one place:
//
//   streams.h   what the program prints and reads
//   clock.h     time, waiting and chance
//   rules.h     which files it may touch
//   files.h     files and folders by their paths: os asks here, and so does import, also for packages
//   handles.h   open files, by number
//   scratch.h   the program's private folder in memory, where what it writes goes
//   mounts.h    trees of files that other parts of the process show to it
//
// This is what they go by: filled in for each run by who starts it.

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/events/memory_events.h"

namespace memtape {

enum class HostLimit : uint8_t { Output, Scratch };

struct Host {
    // Where the program's output goes besides the tape; null: nowhere.
    void (*output)(void* context, OutputStream stream, const char* data, size_t size) = nullptr;
    // The next line of the input with its '\n'; false: its end; empty: none yet, ask again. Null: there is no input.
    bool (*readLine)(void* context, std::string& line) = nullptr;
    void* context = nullptr;
    // Asked again and again while the host waits: whether to wait on. False: the run is being stopped, or an exception is pending. Null: it waits.
    bool (*mayWait)() = nullptr;
    std::string programFile;                        // as the user named it: reading it is allowed wherever it leads
    std::string programFolder;                      // where it lies: imports are looked for here, and reading is allowed (beside.h)
    bool readsBeside = true;                        // false: the program lies nowhere, and reads nothing of the folder
    std::string workingFolder;                      // where the program was started, absolute and without links
    std::string currentFolder;                      // what relative paths count from; empty: the working folder, or else the process's
    uint64_t scratchLimit = uint64_t{256} << 20;    // bytes in files that the program makes in memory
    uint64_t outputLimit = UINT64_MAX;              // bytes of its output that are recorded; what is printed beyond them is not
    uint64_t outputBytes = 0;                       // so many have been
    bool outputIsFull = false;                      // some was refused
    void (*noteLimit)(HostLimit limit) = nullptr;   // called each time that something is refused for it
    std::vector<std::string> allowRead, allowWrite; // further folders, absolute
    std::vector<std::string> libraryPaths;          // folders of packages that count as library; they are in allowRead too
    std::vector<std::string> arguments;             // sys.argv
    bool inputEnded = false;
    bool virtualTime = false; // waits take no time, and the clocks tell what they would have taken (clock.h)
    bool followed = false;    // somebody reads the recording meanwhile: it is published before a wait
};

extern Host host;

// What a wait asks: host.mayWait, where there is one.
inline bool hostMayWait() { return !host.mayWait || host.mayWait(); }
void publishBeforeWait(); // what was recorded, to those who follow; streams.cpp

}

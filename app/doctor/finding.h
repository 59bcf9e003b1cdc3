// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What `memtape doctor` finds out of one thing that Memtape needs. Each check looks by itself and changes nothing on the machine.

#include <string>
#include <vector>

namespace memtape::doctor {

struct Finding {
    std::string topic;              // one word
    std::vector<std::string> facts; // a line each
    std::string problem;            // what is wrong, one sentence without its stop; empty: nothing
};

Finding lookAtVersions();
Finding lookAtWalls();
Finding lookAtLibrary();   // CPython's, that goes with Memtape: every file of it is read
Finding lookAtRecording(); // a program is recorded in a process of its own, and its states are held to what they have to be

// The same with what lies in the user's home folder written as ~: so that a report says nothing of who made it.
std::string withoutHome(std::string text);

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Work that wants a process for each piece, as a program that is run does: the walls around one stand for good. As many run at a time as there are processors.

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace memtape {

struct ProcessEnd {
    int status = 0;     // its exit status; of one that a signal ended, 128 and the signal's number
    std::string said;   // on stderr, whole lines
    std::string answer; // what it wrote into `answer`
};

// What is done in the process of that number; `answer`: a descriptor to write to. Its result is the exit status.
using ProcessWork = std::function<int(size_t number, int answer)>;

// The ends of all, in the order of their numbers. The calling process has one thread; its input is not theirs.
std::vector<ProcessEnd> inProcesses(size_t count, const ProcessWork& work);

// Each sentence (`memtape: …`) that was said, with the place that it is about before it.
std::string saidOf(const std::string& said, const std::string& place);

}

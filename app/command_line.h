// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The words of the command line, as one value. What they do is in verbs.h; the window's part is in run_window.h.

#include <cstdint>
#include <string>
#include <vector>

namespace memtape {

struct CommandLine {
    enum class Verb { Window, Run, Record, State, Export, Info } verb = Verb::Window;
    std::string file;
    std::vector<std::string> arguments; // the program's own
    std::string output;
    std::vector<uint64_t> steps;
    std::string range, line, detail = "objects", theme = "light", title;
    bool all = false, json = false, everything = false, last = false, code = false, legend = true, virtualTime = false;
    double scale = 1;
    std::string trees = "fit";
    bool crop = false, strip = false;
    int width = 0;
    double widthInCentimetres = 0;
    int viewWidth = 1000, viewHeight = 640;
    uint64_t maxHeap = uint64_t{1} << 30, maxScratch = uint64_t{256} << 20, maxSteps = 1'000'000'000, maxTape = uint64_t{2} << 30, hashSeed = 0;
    uint64_t windowSteps = 0; // --max-steps without a verb; 0: not given
    std::string input;
    std::vector<std::string> allowRead, allowWrite, libraryPaths;
    bool stepIntoLibrary = false;
};

// Fills `out`. Returns -1 to go on; else the exit status: 0 after --help or --version, 2 after a wrong call (one sentence on stderr).
int parseCommandLine(int argc, char** argv, CommandLine& out);

}

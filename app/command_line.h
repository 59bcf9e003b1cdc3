// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The words of the command line, as one value. What they do is in verbs.h; the window's part is in run_window.h.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace memtape {

struct CommandLine {
    enum class Verb { Window, Run, Record, State, Export, Info, Find, Compare, Weave, LessonCheck, Doctor } verb = Verb::Window;
    std::string file;
    std::string task;                   // lesson: "check"
    std::optional<std::string> source;  // the program's text, where it does not lie in `file`
    std::vector<std::string> arguments; // the program's own
    std::string output;
    std::vector<uint64_t> steps;
    std::optional<uint32_t> part; // state: of --step N.K
    std::string range, line, detail, theme = "light", title;
    bool all = false, json = false, everything = false, map = false, last = false, code = false, legend = true, virtualTime = false;
    double scale = 1;
    std::string trees = "fit";
    bool crop = false, strip = false;
    bool cuts = false;        // of an animation: nothing moves
    int framesPerSecond = 0;  // 0: as usual
    double secondsOfStep = 0; // 0: as usual
    int width = 0;
    double widthInCentimetres = 0;
    int viewWidth = 1000, viewHeight = 640;
    std::string language = "en";     // of a picture's words
    bool handout = false;            // export: of a lesson, on sheets of `paper`
    std::string paper = "a4";        // "a4", "letter"
    std::string jobs;                // export: a file with a call on each line
    std::string pictures = "svg";    // weave: the ending of pictures
    bool anew = false;               // weave: what has not changed too
    std::vector<std::string> spoken; // the options as they were given, without files: what is drawn follows from them and the program
    uint64_t maxHeap = uint64_t{1} << 30, maxScratch = uint64_t{256} << 20, maxSteps = 1'000'000'000, maxTape = uint64_t{2} << 30,
             maxOutput = UINT64_MAX, hashSeed = 0;
    uint64_t keepLast = 0;    // record: so many steps; 0: all
    uint64_t windowSteps = 0; // --max-steps without a verb; 0: not given
    std::string input;
    std::vector<std::string> allowRead, allowWrite, libraryPaths;
    bool stepIntoLibrary = false;
    // questions to the memory
    std::string why, history; // an ID, or a path of names
    bool garbage = false, byLine = false, growth = false;
    uint64_t since = 0;             // 0: all
    std::string expression;         // find
    uint64_t limit = UINT64_MAX;    // find
    std::vector<std::string> files; // compare
};

// Fills `out`. Returns -1 to go on; else the exit status: 0 after --help or --version, 2 after a wrong call (one sentence on stderr).
int parseCommandLine(int argc, char** argv, CommandLine& out);
// The words behind `memtape`, as a file has them, over what `out` says already. Empty, or what is wrong with them in one sentence.
std::string takeWords(const std::vector<std::string>& words, CommandLine& out);

}

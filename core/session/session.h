// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The facade that the window and the command line use: source text in; a growing tape, diagnostics, progress out; stop and
// input in. A recording runs on a thread of its own; the tape may be read while it grows.

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/events/end_reason.h"
#include "core/source/diagnostic.h"

namespace memtape {

class Tape;

struct RunOptions {
    std::string file;                   // path of the program; its folder is where its other files are looked for
    std::string language;               // tag of the language; empty: by the file's ending (language.h)
    std::optional<std::string> source;  // the text, where it is not (yet) what the file holds
    std::vector<std::string> arguments; // sys.argv[1:]
    uint64_t maxHeap = uint64_t{1} << 30;
    uint64_t maxSteps = 1'000'000'000;
    std::optional<uint64_t> maxTape; // bytes, in memory; null: Tape's own limit
    std::vector<std::string> allowRead, allowWrite;
    std::vector<std::string> libraryPaths;     // folders from which further packages are imported, read only, and counted as library
    bool stepIntoLibrary = false;              // library code has steps too
    std::string workingFolder;                 // where the program is started; empty: where the process is
    uint64_t maxScratch = uint64_t{256} << 20; // bytes in files that the program makes in memory
    uint64_t hashSeed = 0;
    enum class Hash { Seeded, Random } hash = Hash::Seeded;
    bool virtualTime = false; // waits take no time
    bool record = true;
    enum class Readers { AtTheEnd, Meanwhile } readers = Readers::AtTheEnd; // Meanwhile: the tape is published every 16 ms
    // Input and output of the program. Null functions: recorded output only; input() meets the end of the file.
    std::function<void(int stream /*1 or 2*/, const char* data, size_t size)> output;
    // A line with its '\n'; nullopt: end of file; empty: none yet, ask again (who waits for long does so now and then, so that a stop is noticed).
    std::function<std::optional<std::string>()> readLine;
};

// A file that the program made or changed in its scratch folder (host/scratch.h).
struct ScratchFile {
    std::string path; // relative to the program's folder where it lies there; else absolute
    std::string content;
};

struct RunResult {
    EndReason end = EndReason::Exit;
    int exitStatus = 0;
    std::string message; // the one sentence ("memtape: …") when Memtape itself ended the run
    std::optional<SyntaxProblem> problem;
    uint64_t steps = 0;
    uint32_t peakDepth = 0;
    uint64_t peakStackBytes = 0, peakHeapBytes = 0, peakHeapObjects = 0, collections = 0;
    std::vector<ScratchFile> scratchFiles; // in the order of their paths
};

class Session {
public:
    Session();
    ~Session();
    // Runs or records on the calling thread's behalf and waits (the program itself runs on a thread of its own).
    RunResult run(const RunOptions& options);
    // Starts in the background; `finished` is called on the program's thread when it is over.
    void start(const RunOptions& options, std::function<void(const RunResult&)> finished);
    void stop(); // asks a running program to end; what was recorded is kept
    // For a program that does not answer to stop(), within some long native operation: ends its recording without it. Its thread is held where it is, so the
    // process has to end, by _exit, when the tape is saved.
    void abandon();
    // Tells the program that runs in this process, if one does, that the user wants it to end (Python: KeyboardInterrupt). May be called by a
    // signal handler. False: the interrupt before was not noticed yet.
    static bool interrupt();
    bool isRunning() const;
    uint64_t stepsSoFar() const;
    std::shared_ptr<const Tape> tape() const; // of the last start(); grows while running

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

}

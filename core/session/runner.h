// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What runs programs: what is to be run and within what bounds, how it ended, and the interface of the two that do it. A Session runs a program in this
// process, for the command line and tests; a WorkerSession (core/worker) in a process of its own, for the window.

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/events/end_reason.h"
#include "core/source/diagnostic.h"

namespace memtape {

class Language;
class Tape;

struct RunOptions {
    std::string file;                   // path of the program; its folder is where its other files are looked for
    std::string language;               // tag of the language; empty: by the file's ending (language.h)
    std::optional<std::string> source;  // the text, where it is not (yet) what the file holds
    std::vector<std::string> arguments; // sys.argv[1:]
    uint64_t maxHeap = uint64_t{1} << 30;
    uint64_t maxSteps = 1'000'000'000;
    std::optional<uint64_t> maxTape;   // bytes, in memory; null: Tape's own limit
    std::optional<uint64_t> maxOutput; // bytes of the program's output that are recorded; null: as many as the tape holds
    std::shared_ptr<Tape> tape;        // to be recorded on; null: a new one, made with the limit
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

// How the process came to its end in which a program ran (EndReason::Crashed).
struct Crash {
    enum class Cause : uint8_t {
        Signal,     // `number` says which
        Exit,       // by itself, with `number`
        Misbehaved, // what it sent made no sense, and it was ended
    } cause = Cause::Exit;
    int number = 0;
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
    std::optional<Crash> crash;            // where it is EndReason::Crashed
    std::optional<uint64_t> scratchFullAt; // the step at which the scratch folder first had no room for what the program wrote, which was told so
};

// Where the options name none and no file's ending tells it, the usual one. Null: there is none of that tag.
Language* languageOf(const RunOptions& options);
// Why Memtape ended the run, one sentence without its stop; empty where the program did it itself. `why`: more of it (RunOutcome::why, or crashText).
std::string stopSentence(EndReason reason, const std::string& why, const RunOptions& options, uint64_t steps);
std::string crashText(const Crash& crash);

class Runner {
public:
    virtual ~Runner() = default;
    // Starts in the background; `finished` is called on another thread when it is over.
    virtual void start(const RunOptions& options, std::function<void(const RunResult&)> finished) = 0;
    virtual void stop() = 0; // asks a running program to end; what was recorded is kept
    virtual bool isRunning() const = 0;
    virtual uint64_t stepsSoFar() const = 0;
    virtual std::shared_ptr<const Tape> tape() const = 0; // of the last start(); grows while running
};

}

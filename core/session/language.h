// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A language whose programs can be run and recorded. Session knows languages by this alone; each registers itself as a row (registerLanguage).
// What its programs leave on a tape is read by the Reading of the same tag (replay/reading.h).

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/events/end_reason.h"
#include "core/source/diagnostic.h"

namespace memtape {

class MemoryState;
class Recorder;
struct PartWatch;

// A program that is to be run, and within what bounds.
struct RunRequest {
    std::string file;      // its path, absolute, as the language's messages show it
    std::string shownFile; // as it was given
    std::string source;    // its bytes
    std::vector<std::string> arguments;
    uint64_t maxHeap = uint64_t{1} << 30; // bytes, beyond what the language's machinery takes when it starts
    uint64_t maxSteps = UINT64_MAX;
    bool stepIntoLibrary = false;                 // library code has steps too
    uint64_t hashSeed = 0;                        // from which whatever order depends on chance follows
    const std::atomic<bool>* stopAsked = nullptr; // Language::stop() counts from when the program runs; this, before that
    PartWatch* watch = nullptr;                   // to be filled (part_watch.h), where the language canWatchParts(); not without recording
};

struct RunOutcome {
    int exitStatus = 0;
    EndReason end = EndReason::Exit;      // never CannotRead
    std::string why;                      // more of it: in a deadlock who waits for what, by which signal it was stopped
    std::optional<SyntaxProblem> problem; // of the program's text: it did not start
    uint64_t steps = 0, collections = 0;
    uint64_t peakHeapBytes = 0, peakStackBytes = 0;
};

class Language {
public:
    virtual ~Language() = default;

    virtual std::string_view tag() const = 0;                      // "python": what a tape names it by
    virtual std::string_view name() const = 0;                     // "Python": what people call it
    virtual std::vector<std::string_view> fileEndings() const = 0; // ".py", the usual one first

    // Why its programs cannot run here, as far as that does not lie with a program; empty: they can.
    virtual std::string problem() const { return {}; }

    // What its programs read of the disk besides their own folder, by themselves.
    virtual std::vector<std::string> foldersRead(const std::string& /*programFolder*/) const { return {}; }

    // Whether it tells what happens inside a line.
    virtual bool canWatchParts() const { return false; }
    // The words that the program whose memory that is was called with, its own name first, as far as it has them; empty: they are not known.
    virtual std::vector<std::string> wordsOfCall(const MemoryState& /*atFirstStep*/) const { return {}; }

    // How much stack the thread that calls run() needs, in bytes.
    virtual size_t stackBytes() const = 0;
    // Runs a program to its end, on the calling thread; one at a time in a process. The Host is set up (host/host.h). `pen`: gets all events from
    // the first to End; null: nothing is recorded.
    virtual RunOutcome run(const RunRequest& program, Recorder* pen) = 0;

    // ---- to the program that runs; from any thread, the first two from a signal handler too
    virtual void stop() = 0;      // it ends soon, by Memtape's hand
    virtual bool interrupt() = 0; // it is told that the user wants it to end; false: the one before has not been noticed yet
    virtual void
    publishSoon() = 0; // what was recorded is made visible to readers, or the run ends where the tape, or what is recorded of its output, is full
};

// Adds a language, which must live as long as the process; again under the same tag: nothing happens.
void registerLanguage(Language& language);
// In the order of their registration; the first is the usual one.
const std::vector<Language*>& languages();
// Null: no such language.
Language* languageOfTag(std::string_view tag);
// By the file's ending; of a name that has none of theirs, the usual language.
Language* languageOfFile(std::string_view path);
// All there are, for sentences and dialogs.
std::vector<std::string> languageNames();
std::vector<std::string> programFileEndings();

}

// SPDX-License-Identifier: GPL-3.0-or-later
// Recordings in files, as a user names them.
#include "core/session/recording_file.h"

#include <unistd.h>

#include <cstdlib>
#include <filesystem>

#include "core/events/recorder.h"
#include "core/languages/languages.h"
#include "core/replay/reading.h"
#include "core/tape/tape.h"
#include "tests/support/catch.h"

using namespace memtape;

namespace {

// A recording of one step, in a file of its own.
struct SavedTape {
    explicit SavedTape(const char* language) {
        registerLanguages();
        auto tape = std::make_shared<Tape>(language);
        Recorder pen(*tape);
        pen.programBegin();
        pen.step(StepKind::Line, 1, 0);
        pen.end(EndReason::Exit, 0);
        bytes = writeTape(*tape);
        close(mkstemp(path));
        REQUIRE(saveTape(*tape, path).empty());
    }
    ~SavedTape() { std::filesystem::remove(path); }
    char path[32] = "/tmp/memtape-recording-XXXXXX";
    std::string bytes;
};

}

TEST_CASE("a recording opens from its file and from its bytes", "[session]") {
    SavedTape saved("python");
    for (const LoadedTape& loaded : {openRecording(saved.path), readRecording(saved.bytes)}) {
        CHECK(loaded.problem.empty());
        CHECK(loaded.note.empty());
        REQUIRE(loaded.tape);
        CHECK(loaded.tape->stepCount() == 1);
    }
}

TEST_CASE("a recording in a language that nobody has registered is refused in one sentence", "[session]") {
    SavedTape saved("algol");
    CHECK_FALSE(hasReading("algol"));
    for (const LoadedTape& loaded : {openRecording(saved.path), readRecording(saved.bytes)}) {
        CHECK_FALSE(loaded.tape);
        CHECK(loaded.note.empty());
        CHECK(loaded.problem == "The recording is of a program in 'algol', a language that this Memtape does not know.");
    }
}

TEST_CASE("a recording whose language is no word is damaged", "[session]") {
    for (const char* tag : {"", "two words", "line\n", "caf\xC3\xA9", "0123456789012345678901234567890123456789012345678901234567890123456789"}) {
        INFO(tag);
        CHECK(readRecording(SavedTape(tag).bytes).problem == "The recording is damaged before its first step.");
    }
}

TEST_CASE("what cannot be opened is one sentence", "[session]") {
    CHECK(openRecording("/nonexistent.tape").problem == "Cannot open '/nonexistent.tape': No such file or directory.");
    CHECK(openRecording("/tmp").problem == "Cannot open '/tmp': Is a directory.");
    CHECK(openRecording("").problem == "Cannot open '': No such file or directory.");
    CHECK(readRecording("print(1)\n").problem == "This is not a recording that Memtape made.");
}

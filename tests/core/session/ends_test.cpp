// SPDX-License-Identifier: GPL-3.0-or-later
// Why a run is over: the session and the tape say the same, also after the tape was saved.
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <string>
#include <thread>

#include "core/languages/languages.h"
#include "core/replay/info.h"
#include "core/replay/replay.h"
#include "core/session/recording_file.h"
#include "core/session/session.h"
#include "tests/support/catch.h"

using namespace memtape;

namespace {

[[maybe_unused]] const bool haveLanguages = (registerLanguages(), true); // before any test

RunOptions program(const std::string& text) {
    RunOptions options;
    options.file = "/p.py";
    options.source = text;
    return options;
}

// That calls a function of these instructions, by their names in opcode.opmap as `o`.
RunOptions programOfCode(const std::string& replaced) {
    return program("from opcode import opmap as o\ndef f(): pass\nf.__code__ = f.__code__.replace(" + replaced + ")\nprint('here')\nf()\n");
}

const std::string endless = "while True:\n    x = [1, 2, 3]\n";

// The tape as it comes back from a file.
std::shared_ptr<const Tape> saved(const std::shared_ptr<const Tape>& tape) {
    char name[] = "/tmp/memtape-end-XXXXXX";
    close(mkstemp(name));
    REQUIRE(saveTape(*tape, name).empty());
    LoadedTape loaded = openRecording(name);
    unlink(name);
    REQUIRE(loaded.tape);
    return loaded.tape;
}

// Session, tape and saved tape agree; what `info` calls it.
std::string recorded(const RunOptions& options, EndReason reason, int exitStatus) {
    Session session;
    RunResult result = session.run(options);
    REQUIRE(result.end == reason);
    REQUIRE(result.exitStatus == exitStatus);
    REQUIRE(result.message.empty() == !wasCutShort(reason));
    RunInfo info = runInfo(session.tape()), again = runInfo(saved(session.tape()));
    REQUIRE(info.complete);
    REQUIRE(info.endReason == reason);
    REQUIRE(again.complete);
    REQUIRE(again.endReason == reason);
    auto ending = Replay(saved(session.tape()), Replay::Learning::WhenAsked).ending();
    REQUIRE(ending);
    REQUIRE(ending->reason == reason);
    std::string json = infoJson(again);
    size_t at = json.find("\"end\": \"") + 8;
    return json.substr(at, json.find('"', at) - at);
}

}

TEST_CASE("a program that ends by itself", "[session][end]") {
    REQUIRE(recorded(program("x = 1\n"), EndReason::Exit, 0) == "exit");
    REQUIRE(recorded(program("raise SystemExit(3)\n"), EndReason::Exit, 3) == "exit");
    REQUIRE(recorded(program("1 / 0\n"), EndReason::Exit, 1) == "exit");
}

TEST_CASE("a program that is none", "[session][end]") { REQUIRE(recorded(program("x = \n"), EndReason::SyntaxProblem, 1) == "exit"); }

TEST_CASE("a program that takes too many steps", "[session][end]") {
    RunOptions options = program(endless);
    options.maxSteps = 100;
    REQUIRE(recorded(options, EndReason::StepLimit, 4) == "limit");
}

TEST_CASE("a program that takes too much memory", "[session][end]") {
    RunOptions options = program("x = []\nwhile True:\n    x.append('a' * 1000 + 'b')\n");
    options.maxHeap = 1'000'000;
    REQUIRE(recorded(options, EndReason::HeapLimit, 4) == "limit");
}

TEST_CASE("a tape that is full is saved as full", "[session][end]") {
    RunOptions options = program(endless);
    options.maxTape = 10'000;
    REQUIRE(recorded(options, EndReason::TapeFull, 4) == "tape full");
}

TEST_CASE("a full tape is told in a sentence", "[session][end]") {
    RunOptions options = program(endless);
    options.maxTape = 10'000;
    Session session;
    REQUIRE(session.run(options).message == "stopped: the recording reached its limit of 10000 bytes; everything recorded until then is kept");
}

TEST_CASE("a program that prints too much is stopped, and what it printed until then is recorded", "[session][end]") {
    RunOptions options = program("print('한', end='')\nwhile True:\n    print('국', end='')\n");
    options.maxOutput = 3 + 3 * 5 + 2; // and two thirds of a character
    REQUIRE(recorded(options, EndReason::OutputLimit, 4) == "limit");
    Session session;
    RunResult result = session.run(options);
    REQUIRE(result.message == "stopped: the program's output reached its limit of 20 bytes; everything recorded until then is kept");
    Replay replay(session.tape(), Replay::Learning::WhenAsked);
    REQUIRE(replay.outputUpTo(replay.stepCount(), OutputStream::Stdout) == "한국국국국국");
    options.maxOutput = 6; // all of it, and no more
    options.source = "print('12345')\n";
    REQUIRE(session.run(options).end == EndReason::Exit);
    options.record = false; // nothing is recorded, so nothing is too much
    options.maxOutput = 1;
    REQUIRE(session.run(options).end == EndReason::Exit);
}

TEST_CASE("the step at which a program's files have no more room is told", "[session][end]") {
    RunOptions options = program("n = 1\ntry:\n    open('f', 'w').write('x' * 5000)\nexcept OSError as e:\n    n = e.errno\nopen('g', 'w')\n");
    options.maxScratch = 4000;
    options.workingFolder = "/";
    Session session;
    RunResult result = session.run(options);
    REQUIRE(result.end == EndReason::Exit);
    REQUIRE(result.scratchFullAt);
    Replay replay(session.tape(), Replay::Learning::WhenAsked);
    REQUIRE(replay.seek(*result.scratchFullAt));
    REQUIRE(replay.state().step().line == 3);
    options.maxScratch = 100'000;
    REQUIRE_FALSE(session.run(options).scratchFullAt);
}

TEST_CASE("a program that somebody stops", "[session][end]") {
    RunOptions options = program("print('here')\n" + endless);
    Session session;
    options.output = [&session](int, const char*, size_t) { session.stop(); };
    RunResult result = session.run(options);
    REQUIRE(result.end == EndReason::Stopped);
    REQUIRE(result.exitStatus == 4);
    REQUIRE(runInfo(saved(session.tape())).endReason == EndReason::Stopped);
}

// CPython cannot be stopped in either.
TEST_CASE("a loop of instructions that never look whether they are to stop is stopped", "[session][end]") {
    const std::string jump = "co_code=bytes([o['RESUME'], 0, o['JUMP_BACKWARD_NO_INTERRUPT'], 1])";
    const std::string handler = // a handler that raises again, of itself
        "co_code=bytes([o['RESUME'], 0, o['RAISE_VARARGS'], 0, o['RERAISE'], 0]), co_exceptiontable=bytes([0x81, 2, 2, 0]), co_stacksize=4";
    for (const std::string& loop : {jump, handler})
        for (const bool record : {false, true}) {
            RunOptions options = programOfCode(loop);
            options.record = record;
            Session session;
            std::thread stopper;
            options.output = [&](int, const char*, size_t) {
                if (stopper.joinable()) return; // of the line's end
                stopper = std::thread([&session] {
                    std::this_thread::sleep_for(std::chrono::milliseconds(200)); // it is in the loop by then
                    session.stop();
                });
            };
            const RunResult result = session.run(options);
            REQUIRE(stopper.joinable());
            stopper.join();
            CHECK(result.end == EndReason::Stopped);
        }
}

TEST_CASE("a loop of handlers is ended by the limits", "[session][end]") {
    RunOptions options = programOfCode("co_code=bytes([o['RESUME'], 0, o['RAISE_VARARGS'], 0, o['POP_TOP'], 0, o['RAISE_VARARGS'], 0]), "
                                       "co_exceptiontable=bytes([0x81, 3, 2, 0]), co_stacksize=4");
    options.maxSteps = 1000;
    REQUIRE(recorded(options, EndReason::StepLimit, 4) == "limit");
}

TEST_CASE("a file that cannot be read", "[session][end]") {
    RunOptions options;
    options.file = "/memtape-not-there.py";
    Session session;
    RunResult result = session.run(options);
    REQUIRE(result.end == EndReason::CannotRead);
    REQUIRE(result.message == "can't open file '/memtape-not-there.py': No such file or directory");
}

TEST_CASE("the files that a program makes are given when it is over", "[session][end]") {
    RunOptions options = program("open('b.txt', 'w').write('text')\nopen('/tmp/a', 'wb').write(bytes(3))\n"
                                 "f = open('gone', 'w')\nimport posix\nposix.remove('gone')\n");
    options.workingFolder = "/";
    Session session;
    RunResult result = session.run(options);
    REQUIRE(result.exitStatus == 0);
    REQUIRE(result.scratchFiles.size() == 2);
    REQUIRE(result.scratchFiles[0].path == "b.txt");
    REQUIRE(result.scratchFiles[0].content == "text");
    REQUIRE(result.scratchFiles[1].path == "tmp/a");
    REQUIRE(result.scratchFiles[1].content == std::string(3, 0));
    REQUIRE(session.run(program("x = 1\n")).scratchFiles.empty());
}

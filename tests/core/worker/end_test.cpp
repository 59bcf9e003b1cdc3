// SPDX-License-Identifier: GPL-3.0-or-later
// How a run in a process of its own may end, and what is left of it.
#include <signal.h>

#include "core/replay/info.h"
#include "core/replay/replay.h"
#include "core/session/recording_file.h"
#include "tests/core/worker/worker_run.h"

using namespace memtape;
using namespace memtape::test;

namespace {

const std::string endless = "n = 0\nwhile True:\n    n += 1\n";

// Each step can be gone to, and the last says how it ended.
void checkWhole(const std::shared_ptr<const Tape>& tape, EndReason reason) {
    RunInfo info = runInfo(tape);
    CHECK(info.complete);
    CHECK(info.endReason == reason);
    CHECK(info.steps == tape->stepCount());
    Replay replay(tape, Replay::Learning::WhenAsked);
    REQUIRE(replay.seek(tape->stepCount() - 1));
    CHECK(replay.state().frameCount() > 0);
    LoadedTape loaded = readRecording(writeTape(*tape));
    REQUIRE(loaded.tape);
    CHECK(loaded.note.empty());
    CHECK(loaded.tape->stepCount() == tape->stepCount());
    CHECK(runInfo(loaded.tape).endReason == reason);
}

}

TEST_CASE("a worker that is killed leaves what was published", "[worker][end]") {
    for (int number : {SIGKILL, SIGSEGV, SIGABRT}) {
        WorkerRun run;
        run.start(programText(endless));
        run.waitForSteps(100'000);
        std::vector<pid_t> workers = children();
        REQUIRE(workers.size() == 1);
        kill(workers[0], number);
        const RunResult& result = run.wait();
        CHECK(result.end == EndReason::Crashed);
        CHECK(result.exitStatus == 4);
        REQUIRE(result.crash);
        if (result.crash->cause == Crash::Cause::Signal) CHECK(result.crash->number == number); // a sanitizer makes an exit of it
        CHECK(result.steps == run.session.tape()->stepCount());
        CHECK(result.steps >= 100'000);
        CHECK(result.message.find("stopped at step " + std::to_string(result.steps) + ": the process in which the program ran") == 0);
        checkWhole(run.session.tape(), EndReason::Crashed);
        CHECK(run.run(programText("x = 1\n")).end == EndReason::Exit); // and the next is run
    }
    CHECK(noneIsLeft());
}

TEST_CASE("a worker that is killed while it waits for a line", "[worker][end]") {
    WorkerRun run;
    std::atomic<bool> asked{false}, over{false};
    RunOptions options = programText("a = 1\nb = input('?')\n");
    options.readLine = [&]() -> std::optional<std::string> {
        asked = true;
        while (!over) usleep(1000);
        return std::nullopt;
    };
    run.start(options);
    for (int i = 0; i < 60000 && !asked; i++) usleep(1000);
    REQUIRE(asked);
    kill(children().at(0), SIGKILL);
    CHECK(run.wait().end == EndReason::Crashed);
    checkWhole(run.session.tape(), EndReason::Crashed);
    over = true;
}

TEST_CASE("a program is stopped wherever it is", "[worker][end]") {
    for (const char* text : {
             "n = 0\nwhile True:\n    n += 1\n",
             "import itertools\nprint('here')\nsum(itertools.repeat(1))\n",
             "print('here')\nn = 10**10**8\nm = n * n * n\n",
             "import time\nprint('here')\nwhile True:\n    time.sleep(0.001)\n",
             "def f(n):\n    return f(n + 1)\nimport sys\nsys.setrecursionlimit(10**9)\nprint('here')\nf(0)\n",
             "print('here')\nx = []\nwhile True:\n    x.append('abc' * 1000)\n",
         }) {
        INFO(text);
        WorkerRun run;
        run.start(programText("for i in range(100000): pass\n" + std::string(text))); // so that something is published
        run.waitForSteps(2);
        usleep(50000);
        run.session.stop();
        const RunResult& result = run.wait();
        if (result.end == EndReason::Stopped) CHECK(result.message.find("stopped") == 0);
        else CHECK((result.end == EndReason::Exit || result.end == EndReason::HeapLimit)); // it was over before
        checkWhole(run.session.tape(), result.end);
    }
    CHECK(noneIsLeft());
}

TEST_CASE("a program is stopped while it waits for a line", "[worker][end]") {
    WorkerRun run;
    std::atomic<bool> asked{false}, cancelled{false};
    RunOptions options = programText("a = input()\n");
    options.readLine = [&]() -> std::optional<std::string> {
        asked = true;
        usleep(1000);
        return cancelled ? std::nullopt : std::optional<std::string>(std::string()); // none yet
    };
    run.start(options);
    for (int i = 0; i < 60000 && !asked; i++) usleep(1000);
    run.session.stop();
    CHECK(run.wait().end == EndReason::Stopped);
    cancelled = true;
}

TEST_CASE("a program that is interrupted is told so", "[worker][end]") {
    WorkerRun run;
    run.start(programText("import time\ntry:\n    while True:\n        pass\nexcept KeyboardInterrupt:\n    caught = True\n"));
    run.waitForSteps(100);
    run.session.interrupt();
    const RunResult& result = run.wait();
    CHECK(result.end == EndReason::Exit);
    CHECK(result.exitStatus == 0);
}

TEST_CASE("who lets go of a session ends what runs in it", "[worker][end]") {
    {
        WorkerRun run;
        run.start(programText("import itertools\nfor i in range(100000): pass\nsum(itertools.repeat(1))\n"));
        run.waitForSteps(2);
        CHECK(children().size() == 1);
    }
    CHECK(noneIsLeft());
}

TEST_CASE("limits end a run as they do in a session", "[worker][end]") {
    RunOptions options = programText(endless);
    options.maxSteps = 500;
    WorkerRun run;
    CHECK(run.run(options).end == EndReason::StepLimit);
    CHECK(run.session.tape()->stepCount() == 500);
    CHECK(run.wait().message == "stopped: the limit of 500 steps was reached; everything recorded until then is kept");
    options = programText(endless);
    options.maxTape = 50'000;
    CHECK(run.run(options).end == EndReason::TapeFull);
    checkWhole(run.session.tape(), EndReason::TapeFull);
    options = programText("x = []\nwhile True:\n    x.append('a' * 1000 + 'b')\n");
    options.maxHeap = 1'000'000;
    CHECK(run.run(options).end == EndReason::HeapLimit);
    options = programText("while True:\n    print('12345678')\n");
    options.maxOutput = 100;
    RunResult full = run.run(options);
    CHECK(full.end == EndReason::OutputLimit);
    checkWhole(run.session.tape(), EndReason::OutputLimit);
    options = programText("try:\n    open('/tmp/f', 'w').write('x' * 5000)\nexcept OSError:\n    pass\n");
    options.maxScratch = 4000;
    RunResult refused = run.run(options);
    CHECK(refused.end == EndReason::Exit);
    CHECK(refused.scratchFullAt);
}

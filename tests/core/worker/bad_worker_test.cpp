// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever a worker says, this process goes on, and the run ends with a sentence.
#include "tests/core/worker/bad_worker.h"

#include "core/replay/info.h"
#include "core/replay/replay.h"
#include "tests/core/worker/worker_run.h"

using namespace memtape;
using namespace memtape::test;

namespace {

struct BadWorker {
    explicit BadWorker(const std::string& name) { setenv(badWorkerVariable, name.c_str(), 1); }
    ~BadWorker() { unsetenv(badWorkerVariable); }
};

}

TEST_CASE("a worker that says what makes no sense is ended", "[worker]") {
    for (const std::string& name : badWorkers()) {
        INFO(name);
        BadWorker bad(name);
        WorkerRun run;
        RunOptions options = programText("x = 1\n");
        options.readLine = [] { // there never is one
            usleep(1000);
            return std::optional<std::string>(std::string());
        };
        const RunResult& result = run.run(options);
        CHECK(result.end == EndReason::Crashed);
        REQUIRE(result.crash);
        CHECK(result.crash->cause == Crash::Cause::Misbehaved);
        CHECK(result.exitStatus == 4);
        CHECK(result.message.find("sent what makes no sense") != std::string::npos);
        CHECK(run.session.tape()->isFinished());
        CHECK(runInfo(run.session.tape()).endReason == EndReason::Crashed);
        CHECK(noneIsLeft());
    }
}

TEST_CASE("a worker that ends without a word, or hangs up", "[worker]") {
    {
        BadWorker bad("ends");
        WorkerRun run;
        const RunResult& result = run.run(programText("x = 1\n"));
        CHECK(result.end == EndReason::Crashed);
        CHECK(result.crash->cause == Crash::Cause::Exit);
        CHECK(result.crash->number == 7);
        CHECK(result.message == "stopped at step 0: the process in which the program ran ended by itself, with exit status 7; everything recorded "
                                "until then is kept");
    }
    BadWorker bad("hangs up");
    WorkerRun run;
    CHECK(run.run(programText("x = 1\n")).end == EndReason::Crashed);
    CHECK(noneIsLeft());
}

TEST_CASE("a worker that does not listen, or never stops talking, is ended by stop()", "[worker]") {
    for (const char* name : {"silent", "deaf", "never stops talking"}) {
        INFO(name);
        BadWorker bad(name);
        WorkerRun run;
        run.start(programText("x = 1\n"));
        usleep(20000);
        CHECK(run.session.isRunning());
        run.session.stop();
        run.session.stop(); // again: nothing more
        CHECK(run.wait().end == EndReason::Stopped);
        CHECK_FALSE(run.session.isRunning());
        CHECK(noneIsLeft());
    }
}

TEST_CASE("a session is given up while its worker does not answer", "[worker]") {
    BadWorker bad("deaf");
    {
        WorkerRun run;
        run.start(programText("x = 1\n"));
        usleep(20000);
    }
    CHECK(noneIsLeft());
}

TEST_CASE("events that mean nothing are replayed without harm", "[worker]") {
    BadWorker bad("damaged events");
    WorkerRun run;
    CHECK(run.run(programText("x = 1\n")).end == EndReason::Exit);
    CHECK(run.session.tape()->isFinished());
    runInfo(run.session.tape());
    Replay replay(run.session.tape(), Replay::Learning::WhenAsked);
    for (uint64_t step = 0; step < run.session.tape()->stepCount(); step++) replay.seek(step);
}

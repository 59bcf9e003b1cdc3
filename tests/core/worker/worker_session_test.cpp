// SPDX-License-Identifier: GPL-3.0-or-later
// A program in a process of its own leaves what it leaves in this one.
#include "core/worker/worker_session.h"

#include <signal.h>

#include "core/replay/replay.h"
#include "core/session/session.h"
#include "tests/core/worker/worker_run.h"

using namespace memtape;
using namespace memtape::test;

namespace {

void checkSame(const RunOptions& options) {
    Session here;
    RunResult expected = here.run(options);
    WorkerRun run;
    const RunResult& result = run.run(options);
    CHECK(result.end == expected.end);
    CHECK(result.exitStatus == expected.exitStatus);
    CHECK(result.message == expected.message);
    CHECK(result.steps == expected.steps);
    CHECK(result.collections == expected.collections);
    CHECK(result.peakHeapBytes == expected.peakHeapBytes);
    CHECK(result.peakStackBytes == expected.peakStackBytes);
    CHECK(result.problem.has_value() == expected.problem.has_value());
    CHECK((writeTape(*run.session.tape()) == writeTape(*here.tape()))); // byte for byte
}

}

TEST_CASE("a run leaves the same tape wherever it is", "[worker]") {
    checkSame(programText("x = [1, 2]\ny = x\nprint(y)\n"));
    checkSame(programText("import json, collections\nprint(json.dumps({'a': [1, 2.5, None]}))\nc = collections.Counter('abracadabra')\n"));
    checkSame(programText("for i in range(60000):\n    x = [i, str(i)]\n")); // many chunks
    checkSame(programText("raise SystemExit(3)\n"));
    checkSame(programText("1 / 0\n"));
    checkSame(programText("x = \n"));
    RunOptions large = programText("x = '" + std::string(300'000, 'a') + "'\n"); // the options do not fit into a packet
    large.arguments = {"one", "", "three\n"};
    checkSame(large);
    RunOptions virtualTime = programText("import time\ntime.sleep(1000)\nx = 1\n");
    virtualTime.virtualTime = true;
    checkSame(virtualTime);
}

TEST_CASE("what is wrong with a text is told in all its parts", "[worker]") {
    const std::string text = "a = 1\nb = (a +* 2)\n";
    Session here;
    SyntaxProblem expected = here.run(programText(text)).problem.value();
    WorkerRun run;
    const RunResult& result = run.run(programText(text));
    REQUIRE(result.problem);
    CHECK(result.end == EndReason::SyntaxProblem);
    CHECK(result.problem->message == expected.message);
    CHECK(result.problem->kind == expected.kind);
    CHECK(result.problem->line == expected.line);
    CHECK(result.problem->column == expected.column);
    CHECK(result.problem->endLine == expected.endLine);
    CHECK(result.problem->endColumn == expected.endColumn);
    CHECK(result.problem->text == expected.text);
}

TEST_CASE("a run can be looked at while it goes on, and what was seen stays", "[worker]") {
    WorkerRun run;
    run.start(programText("n = 0\nwhile True:\n    n += 1\n"));
    run.waitForSteps(2000);
    std::shared_ptr<const Tape> tape = run.session.tape();
    Replay replay(tape, Replay::Learning::WhenAsked);
    REQUIRE(replay.seek(1500));
    const uint32_t line = replay.state().step().line;
    uint64_t seen = tape->stepCount();
    run.waitForSteps(seen + 200'000);
    REQUIRE(replay.seek(seen));
    REQUIRE(replay.seek(1500));
    CHECK(replay.state().step().line == line);
    run.session.stop();
    run.wait();
    Replay again(tape, Replay::Learning::WhenAsked);
    REQUIRE(again.seek(tape->stepCount() - 1));
    REQUIRE(again.seek(1500));
    CHECK(again.state().step().line == line);
}

TEST_CASE("lines of the input and the output pass to and fro", "[worker]") {
    RunOptions options = programText("import sys\nwhile True:\n    try:\n        print('<' + input() + '>')\n    except EOFError:\n        break\n"
                                     "print('end', file=sys.stderr)\n");
    std::vector<std::string> lines{"one\n", "", "\n", "한국어\n", std::string(100'000, 'x') + "\n"};
    size_t given = 0;
    options.readLine = [&]() -> std::optional<std::string> { return given < lines.size() ? std::optional(lines[given++]) : std::nullopt; };
    std::string printed, errors;
    options.output = [&](int stream, const char* data, size_t size) { (stream == 1 ? printed : errors).append(data, size); };
    WorkerRun run;
    CHECK(run.run(options).exitStatus == 0);
    CHECK(printed == "<one>\n<>\n<한국어>\n<" + std::string(100'000, 'x') + ">\n");
    CHECK(errors == "end\n");
    CHECK(run.run(programText("input()\n")).exitStatus == 1); // there is none
}

TEST_CASE("who is asked for a line sees what was printed before", "[worker]") {
    WorkerRun run;
    RunOptions options = programText("print('a question')\nx = input('? ')\n");
    std::string seen;
    options.readLine = [&]() -> std::optional<std::string> {
        Replay replay(run.session.tape(), Replay::Learning::WhenAsked);
        seen = replay.outputUpTo(replay.stepCount(), OutputStream::Stdout);
        return "answer\n";
    };
    run.run(options);
    CHECK(seen == "a question\n? ");
}

TEST_CASE("the files that a program makes are given when it is over", "[worker]") {
    RunOptions options = programText("open('b.txt', 'w').write('text')\nopen('/tmp/a', 'wb').write(bytes(100_000))\n");
    options.workingFolder = "/";
    WorkerRun run;
    const RunResult& result = run.run(options);
    REQUIRE(result.scratchFiles.size() == 2);
    CHECK(result.scratchFiles[0].path == "b.txt");
    CHECK(result.scratchFiles[0].content == "text");
    CHECK(result.scratchFiles[1].path == "tmp/a");
    CHECK(result.scratchFiles[1].content == std::string(100'000, 0));
}

TEST_CASE("a file that cannot be read", "[worker]") {
    RunOptions options;
    options.file = "/memtape-not-there.py";
    WorkerRun run;
    CHECK(run.run(options).end == EndReason::CannotRead);
    CHECK(run.wait().message == "can't open file '/memtape-not-there.py': No such file or directory");
}

TEST_CASE("a process is kept ready, and another takes its place where it is gone", "[worker]") {
    REQUIRE(noneIsLeft());
    WorkerRun run;
    run.session.keepReady();
    run.session.keepReady(); // one is enough
    std::vector<pid_t> ready = children();
    REQUIRE(ready.size() == 1);
    run.start(programText("while True:\n    pass\n"));
    CHECK(children() == ready);
    run.session.stop();
    run.wait();
    run.session.keepReady();
    ready.clear();
    for (int i = 0; i < 5000 && ready.size() != 1; i++) usleep(1000), ready = children(); // the one before may still be on its way out
    REQUIRE(ready.size() == 1);
    kill(ready[0], SIGKILL);
    CHECK(noneIsLeft());
    CHECK(run.run(programText("x = 1\n")).end == EndReason::Exit);
    run.session.keepReady();
    CHECK_FALSE(children().empty());
}

TEST_CASE("a process that was ready ends with its session", "[worker]") {
    REQUIRE(noneIsLeft()); // of the test before
    {
        WorkerRun run;
        run.session.keepReady();
        CHECK(children().size() == 1);
    }
    CHECK(noneIsLeft());
}

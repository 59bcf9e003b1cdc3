// SPDX-License-Identifier: GPL-3.0-or-later
// What happens inside a line: the program runs again as it ran, up to a step, and tells the parts of its line.
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>

#include "core/languages/languages.h"
#include "core/replay/moments/moments.h"
#include "core/replay/moments/short_text.h"
#include "core/replay/replay.h"
#include "core/session/inside_line.h"
#include "core/session/rerun.h"
#include "core/tape/tape.h"
#include "tests/support/catch.h"
#include "tests/support/toy/toy_language.h"

using namespace memtape;

namespace {

[[maybe_unused]] const bool haveLanguages = (registerLanguages(), true); // before any test

struct Recorded {
    explicit Recorded(const std::string& text, std::vector<std::string> input = {}) {
        options.file = "/p.py";
        options.source = text;
        options.readLine = [input, at = size_t{0}]() mutable { return at < input.size() ? std::optional(input[at++]) : std::nullopt; };
        record();
    }
    void record() {
        session.run(options);
        tape = session.tape();
        replay = std::make_unique<Replay>(tape, Replay::Learning::WhenAsked);
    }
    uint64_t stepOf(uint32_t line, int time = 1) {
        std::optional<uint64_t> step;
        for (uint64_t from = 0; time-- > 0; from = *step) {
            step = replay->nextAtLine(from, line, 1, false);
            REQUIRE(step);
        }
        return *step;
    }
    LineParts again(uint64_t step) {
        Session other;
        return runAgain(other, tape, options, stepsOfLine(*replay, step));
    }
    std::string text(Granule granule, const PartMoment& moment) {
        Moments moments(tape);
        REQUIRE(moments.goTo(moment.step, moment.event));
        return granule ? shortText(moments.reading(), moments.state().objectAt(granule)) : "";
    }
    // The values of what is done, `<` what is at work, `.` for what is to come, `!` for what an error left.
    std::string inside(uint64_t step, uint32_t number) {
        const LineParts found = again(step);
        REQUIRE(found.problem == "");
        const std::optional<InsideLine> line = insideLineAt(found.parts, step, number);
        if (!line) return "none";
        std::string told;
        for (const InsideLine::Row& row : line->rows) {
            if (!told.empty()) told += ' ';
            if (row.state == PartState::Done) told += text(row.part->value, row.part->ends);
            else told += row.state == PartState::AtWork ? "<" : row.state == PartState::ToCome ? "." : "!";
        }
        return told;
    }
    std::string stack(uint64_t step, uint32_t number) {
        const LineParts found = again(step);
        const std::optional<InsideLine> line = insideLineAt(found.parts, step, number);
        REQUIRE(line);
        std::string told;
        for (Granule g : line->stack) told += (told.empty() ? "" : " ") + (g ? text(g, line->now) : "-");
        return told;
    }

    RunOptions options;
    Session session;
    std::shared_ptr<const Tape> tape;
    std::unique_ptr<Replay> replay;
};

const std::string prices = "def price(item):\n"                // 1
                           "    base = prices[item]\n"         // 2
                           "    return base * 1.5\n"           // 3
                           "prices = {'tea': 4, 'cake': 10}\n" // 4
                           "tax = [0.25, 0.75]\n"              // 5
                           "item, i = 'cake', 1\n"             // 6
                           "total = price(item) + tax[i]\n"    // 7
                           "print(total)\n";                   // 8

}

TEST_CASE("a line's parts are counted from the step at which they end") {
    Recorded run(prices);
    const uint64_t line = run.stepOf(7);
    // before the call: price and item are looked up, and the call is at work when its own steps begin
    CHECK(run.inside(line, 0) == "< . . . . . . .");
    CHECK(run.inside(line, 2) == "function price 'cake' < . . . . .");
    CHECK(run.inside(line, 3) == "none");
    // behind its return, the rest
    const uint64_t returned = run.stepOf(8) - 1;
    CHECK(run.inside(returned, 0) == "function price 'cake' < . . . . .");
    CHECK(run.inside(returned, 3) == "function price 'cake' 15.0 [0.25, 0.75] 1 < . .");
    CHECK(run.inside(returned, 6) == "function price 'cake' 15.0 [0.25, 0.75] 1 0.75 15.75 15.75");
    CHECK(run.inside(returned, 7) == "none");
    CHECK(run.stack(returned, 3) == "15.0 [0.25, 0.75] 1");
    CHECK(run.stack(returned, 4) == "15.0 0.75");
}

TEST_CASE("both halves of an instruction for two locals have their places") {
    Recorded run("def f(left, right):\n    both = right, left\n    return both\nf(1, 2)\n");
    const LineParts found = run.again(run.stepOf(2));
    REQUIRE(found.parts.size() >= 4);
    CHECK(found.parts[0].span == SourceSpan{2, 11, 2, 16});
    CHECK(found.parts[1].span == SourceSpan{2, 18, 2, 22});
    CHECK(found.parts[3].span == SourceSpan{2, 4, 2, 8});
}

TEST_CASE("chained comparisons are told pair by pair, and where they stop") {
    Recorded run("x = 5\ny = 1 < x < 3 < 9\n");
    const LineParts found = run.again(run.stepOf(2));
    std::vector<SourceSpan> compared;
    bool stopped = false;
    for (const LinePart& part : found.parts) {
        if (part.kind == LinePartKind::Comparison) compared.push_back(part.span);
        stopped |= part.kind == LinePartKind::ShortCircuit && part.number;
    }
    CHECK(compared == std::vector<SourceSpan>{{2, 4, 2, 9}, {2, 8, 2, 13}});
    CHECK(stopped);
}

TEST_CASE("an error leaves the part that raised it without an end") {
    Recorded run("n = 0\ntry:\n    n = 1 + 2 // n\nexcept ZeroDivisionError:\n    n = 7\n");
    const uint64_t step = run.stepOf(3);
    CHECK(run.inside(step, 1) == "0 <");
    CHECK(run.inside(step, 2) == "none");
    CHECK(run.inside(step + 1, 0).substr(0, 3) == "0 !");
}

TEST_CASE("a run is repeated with the input that it had") {
    Recorded run("name = input()\nmore = input()\nboth = name + more\n", {"tea\n", "cake\n"});
    CHECK(run.inside(run.stepOf(3), 3) == "'tea' 'cake' 'teacake' <");
}

TEST_CASE("a value is told as it was when its part ended") {
    Recorded run("def grow(of):\n    of.append(len(of))\n    return of\nxs = []\nys = (xs, grow(xs), grow(xs))\n");
    const uint64_t last = run.replay->stepCount() - 1;
    const LineParts found = run.again(last - 1);
    std::vector<std::string> calls;
    for (const LinePart& part : found.parts)
        if (part.kind == LinePartKind::Call && part.span.line == 5 && part.number) calls.push_back(run.text(part.value, part.ends));
    CHECK(calls == std::vector<std::string>{"[0]", "[0, 1]"});
}

TEST_CASE("a run that goes another way is not told, and why") {
    SECTION("a file of the program has changed") {
        const std::filesystem::path folder = std::filesystem::temp_directory_path() / ("memtape-rerun-" + std::to_string(getpid()));
        std::filesystem::create_directory(folder);
        std::ofstream(folder / "helper.py") << "def f():\n    return 1\n";
        std::ofstream(folder / "p.py") << "import helper\nx = helper.f()\ny = x + 1\n";
        Recorded run("pass\n");
        run.options.file = folder / "p.py";
        run.options.source.reset();
        run.record();
        const uint64_t step = run.stepOf(3);
        CHECK(run.inside(step, 1) == "1 < .");
        std::ofstream(folder / "helper.py") << "def f():\n    return 22\n";
        CHECK(run.again(step).problem == "the run cannot be repeated: helper.py has changed");
        std::ofstream(folder / "p.py") << "its own text has changed\n"; // the recording has it
        std::ofstream(folder / "helper.py") << "def f():\n    return 1\n";
        CHECK(run.inside(step, 1) == "1 < .");
        std::filesystem::remove_all(folder);
    }
    SECTION("it asks for the time") {
        Recorded run("import time\nx = 1\nnow = time.time()\ny = now + x\n");
        CHECK(run.inside(run.stepOf(2), 0) == "<"); // before that it is the same
        CHECK(run.again(run.stepOf(4)).problem.find("the run cannot be repeated: from step " + std::to_string(run.stepOf(4)) + " on") == 0);
    }
}

TEST_CASE("a language that does not tell says so") {
    test::registerToyLanguage();
    RunOptions options;
    options.file = "p.toy";
    options.source = "a = new 2\n";
    Session session;
    session.run(options);
    Session again;
    CHECK(runAgain(again, session.tape(), options, {0}).problem.find("nothing is known of what happens inside a line") == 0);
}

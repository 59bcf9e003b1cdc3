// SPDX-License-Identifier: GPL-3.0-or-later
// memtape_audit PROGRAM.py [--steps N] [--seed N] [--collect]: holds a program's recording against the program itself, and its tape against itself.
//
//  1  at N steps (all, where there are no more): the replayed memory is the interpreter's (live_audit.h)
//  2  the state of a step is the same whichever way it is reached      4  two runs give the same events
//  3  the program prints the same recorded and not recorded            5  saving, loading, damage (tape_audit.h)
//
// --collect: from the first step looked at on, cycles are collected at nearly every allocation. The program may then print other things; only
// the first is looked at.
//
// Standard input of the program is PROGRAM.in where there is one. Prints what is wrong, one sentence a line; exit status 1 then.

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <random>
#include <set>

#include "core/events/recorder.h"
#include "core/host/clock.h"
#include "core/languages/languages.h"
#include "core/python/objects/model/cycle_collector.h"
#include "core/python/vm/loop/frame_recording.h"
#include "core/replay/player.h"
#include "core/session/session.h"
#include "core/tape/tape.h"
#include "tests/audit/live_audit.h"
#include "tests/audit/tape_audit.h"
#include "tests/support/program_folder.h"

using namespace memtape;

namespace {

struct Run {
    RunResult result;
    std::string output;
    std::shared_ptr<const Tape> tape;
};

// Stands between two events of the recording, on the program's own thread.
class Watcher {
public:
    Watcher(Session& session, std::vector<uint64_t> steps, bool collect) : m_session(session), m_steps(std::move(steps)), m_collect(collect) {}
    uint64_t firstLimit() const { return m_steps.empty() ? UINT64_MAX : m_steps[0] + 1; }
    void lookOn() {
        if (!m_player) {
            m_shared = std::make_unique<ReplayShared>(m_session.tape());
            m_player = std::make_unique<Player>(*m_shared);
        }
        recorder->publish();
        if (!m_player->playTo(recordedSteps())) wrong.push_back("the tape ends before the step that was just recorded");
        uint64_t step = m_steps[m_next];
        std::string where = "step " + std::to_string(step) + ", line " + std::to_string(m_player->memory().step().line) + ": ";
        for (const std::string& sentence : m_audit.compare(m_player->memory())) wrong.push_back(where + sentence);
        if (m_collect) collector.generations[0].threshold = 1;
        m_next++;
        allowSteps(m_next < m_steps.size() ? m_steps[m_next] - step : UINT64_MAX / 2);
    }
    size_t looked() const { return m_next; }
    std::vector<std::string> wrong;

private:
    Session& m_session;
    std::vector<uint64_t> m_steps;
    size_t m_next = 0;
    bool m_collect;
    std::unique_ptr<ReplayShared> m_shared;
    std::unique_ptr<Player> m_player;
    LiveAudit m_audit;
};

Watcher* watcher = nullptr;

// Every run has the same clock and the same chance.
int64_t ticks = 0;
std::mt19937 chance;
void restartHost() {
    ticks = 1'700'000'000'000'000'000;
    chance.seed(1);
    hostSources.clock = [](HostClock) { return ticks += 1'000; };
    hostSources.random = [](void* out, size_t size) {
        for (size_t i = 0; i < size; i++) static_cast<uint8_t*>(out)[i] = static_cast<uint8_t>(chance());
    };
}

Run runProgram(const std::string& file, bool record, uint64_t steps = UINT64_MAX, Session* given = nullptr) {
    Run run;
    restartHost();
    Session own;
    Session& session = given ? *given : own;
    std::ifstream input(file.substr(0, file.size() - 3) + ".in");
    RunOptions options;
    options.file = file;
    options.record = record;
    options.maxSteps = steps;
    options.virtualTime = true; // the clock here moves by being looked at: a wait would have no end
    options.output = [&run](int stream, const char* data, size_t size) { run.output += std::to_string(stream) + ">" + std::string(data, size); };
    options.readLine = [&input]() -> std::optional<std::string> {
        std::string line;
        if (!std::getline(input, line)) return std::nullopt;
        return input.eof() ? line : line + "\n";
    };
    run.result = session.run(options);
    run.tape = session.tape();
    return run;
}

std::vector<uint64_t> chooseSteps(uint64_t count, uint64_t wanted, uint64_t seed) {
    std::set<uint64_t> chosen;
    std::mt19937_64 random(seed);
    if (count <= wanted)
        for (uint64_t s = 0; s < count; s++) chosen.insert(s);
    else
        while (chosen.size() < wanted) chosen.insert(random() % count);
    return {chosen.begin(), chosen.end()};
}

unsigned complaints = 0;
void complain(unsigned invariant, const std::string& sentence) {
    if (++complaints <= 60) std::printf("invariant %u: %s\n", invariant, sentence.c_str());
}
void complain(unsigned invariant, const std::vector<std::string>& sentences) {
    for (const std::string& sentence : sentences) complain(invariant, sentence);
}

int finish(const std::string& file, const Run& run, size_t looked, uint64_t seed) {
    std::printf("%s: %llu steps, %zu looked at (seed %llu), %u complaints\n", file.c_str(), static_cast<unsigned long long>(run.tape->stepCount()),
                looked, static_cast<unsigned long long>(seed), complaints);
    return complaints ? 1 : 0;
}

}

int main(int argc, char** argv) {
    memtape::registerLanguages();
    std::string file;
    uint64_t steps = 100, seed = 1;
    bool collect = false;
    for (int i = 1; i < argc; i++) {
        std::string word = argv[i];
        if (word == "--steps" && i + 1 < argc) steps = std::strtoull(argv[++i], nullptr, 10);
        else if (word == "--seed" && i + 1 < argc) seed = std::strtoull(argv[++i], nullptr, 10);
        else if (word == "--collect") collect = true;
        else file = word;
    }
    if (file.size() < 4) {
        std::fputs("usage: memtape_audit PROGRAM.py [--steps N] [--seed N] [--collect]\n", stderr);
        return 2;
    }
    if (!enterFolderOf(file)) return 2;

    Run first = runProgram(file, true);
    Run plain = runProgram(file, false);
    if (plain.output != first.output) complain(3, "the program prints something else while it is recorded");
    if (plain.result.exitStatus != first.result.exitStatus) complain(3, "the program's exit status is another while it is recorded");

    Session session;
    Watcher looking(session, chooseSteps(first.tape->stepCount(), steps, seed), collect);
    watcher = &looking;
    auto ordinary = atStepLimit;
    atStepLimit = [] { watcher->lookOn(); };
    Run second = runProgram(file, true, looking.firstLimit(), &session);
    atStepLimit = ordinary;
    complain(1, looking.wrong);
    if (collect) return finish(file, first, looking.looked(), seed);
    if (std::string difference = firstDifference(*first.tape, *second.tape); !difference.empty()) complain(4, difference);

    TapeAudit audit(first.tape, seed);
    complain(2, audit.waysToAStep());
    complain(5, audit.savedAndLoaded());
    complain(5, audit.damaged(8));
    return finish(file, first, looking.looked(), seed);
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replay/find/find.h"

#include <algorithm>
#include <unordered_map>

#include "core/replay/find/find_events.h"
#include "core/replay/find/followed_paths.h"
#include "core/replay/player.h"
#include "core/tape/tape.h"

namespace memtape {

namespace {

constexpr uint64_t stepsBetweenLooks = 4096; // at `stop`

// What an expression says at a step.
enum class Answer : uint8_t { Unknown, No, Yes };

class Watcher {
public:
    using Tell = std::function<bool(const Found&, const Reading&)>;
    Watcher(Memory& memory, const Reading& reading, const FindExpression& what, const Tell& tell, const std::atomic<bool>* stop, FindResult& result)
        : m_memory(memory),
          m_reading(reading),
          m_what(what),
          m_tell(tell),
          m_stop(stop),
          m_result(result),
          m_events(memory, what),
          m_paths(memory, reading, FrameScope::Running) {
        m_leaves.resize(what.nodes.size());
        for (size_t n = 0; n < what.nodes.size(); n++) {
            const FindNode& node = what.nodes[n];
            if (node.kind != FindNode::Kind::Compare) continue;
            m_leaves[n].left = side(node.left);
            m_leaves[n].right = side(node.right);
        }
    }

    // ---- play
    void before(const Event& e) {
        if (m_events.areWanted()) m_events.see(e);
        if (e.kind == EventKind::FramePop) leaveFrame();
        if (!m_paths.isEmpty()) m_paths.see(e);
    }

    bool atStep() {
        m_result.steps++;
        if (m_stop && m_result.steps % stepsBetweenLooks == 0 && m_stop->load(std::memory_order_relaxed)) {
            m_result.isStopped = true;
            return false;
        }
        const bool hasHappened = m_events.areWanted() && m_events.atStep();
        m_paths.enterFrame();
        if (!m_paths.isStale() && !hasHappened && !m_hadHappened) return true;
        m_hadHappened = hasHappened; // the step behind an event is the first without it
        return look(hasHappened, m_memory.step().step);
    }

    // What happened behind the last step.
    void atEnd(uint64_t stepCount) {
        if (m_events.areWanted() && m_events.atEnd()) look(true, stepCount);
    }
    bool isOver() const { return m_isOver; }
    void finish() {
        for (size_t p = 0; p < m_paths.size(); p++) {
            const PathFollower& path = m_paths[p];
            if (!path.wasEverThere() &&
                std::find(m_result.neverThere.begin(), m_result.neverThere.end(), path.path().name) == m_result.neverThere.end())
                m_result.neverThere.push_back(path.path().name);
        }
    }

private:
    struct Side {
        int path = -1; // in m_paths; −1: a literal
        Comparable value;
    };
    struct Leaf {
        Side left, right;
    };

    Side side(const FindValue& value) {
        Side side;
        if (const auto* literal = std::get_if<FindLiteral>(&value)) {
            side.value = comparableOf(*literal);
            return side;
        }
        side.path = static_cast<int>(m_paths.add(std::get<FindPath>(value)));
        return side;
    }

    // ---- which frame
    void leaveFrame() {
        if (m_paths.isOfFrame() && m_memory.now().frames) m_wasIn.erase(m_memory.frameRecord(m_memory.now().frames - 1).life);
    }
    uint32_t scope() const { return m_paths.isOfFrame() && m_memory.now().frames ? m_memory.frameRecord(m_memory.now().frames - 1).life : 0; }

    // ---- the expression
    bool look(bool hasHappened, uint64_t step) {
        m_memory.forgetAnswers();
        const bool isAnew = m_paths.isStale();
        if (isAnew) m_paths.lookAnew();
        bool cannot = false; // something that counts cannot be compared
        const Answer answer = answerOf(m_what.root, cannot);
        m_result.notCompared += isAnew && cannot;
        if (answer == Answer::Unknown) return true;
        Answer& was = m_paths.isOfFrame() ? m_wasIn.try_emplace(scope(), Answer::No).first->second : m_was;
        const bool comesToHold = answer == Answer::Yes && (was != Answer::Yes || hasHappened);
        was = answer;
        if (!comesToHold) return true;
        m_result.found++;
        Found found;
        found.step = m_memory.step();
        found.step.step = step;
        for (size_t p = 0; p < m_paths.size(); p++) {
            m_paths.outcome(p);
            found.values.push_back({m_paths[p].path().text, m_paths[p].text()});
        }
        m_memory.forgetAnswers();
        m_isOver = !m_tell(found, m_reading);
        return !m_isOver;
    }

    Answer answerOf(const Leaf& leaf, FindOperator op, bool& cannot) {
        const Comparable* values[2];
        size_t at = 0;
        for (const Side* side : {&leaf.left, &leaf.right}) {
            if (side->path >= 0) {
                PathFollower::Outcome outcome = m_paths.outcome(static_cast<size_t>(side->path));
                if (outcome == PathFollower::Outcome::Unknown) return Answer::Unknown;
                if (outcome == PathFollower::Outcome::Missing) return Answer::No;
            }
            values[at++] = side->path < 0 ? &side->value : &m_paths[static_cast<size_t>(side->path)].value();
        }
        std::optional<bool> holds = compare(*values[0], op, *values[1]);
        cannot |= !holds;
        return holds && *holds ? Answer::Yes : Answer::No;
    }

    // What decides is asked first; the rest need not be looked at then.
    Answer answerOf(uint32_t place, bool& cannot) {
        const FindNode& node = m_what.nodes[place];
        switch (node.kind) {
        case FindNode::Kind::Compare: return answerOf(m_leaves[place], node.op, cannot);
        case FindNode::Kind::Event: return m_events.holds(place) ? Answer::Yes : Answer::No;
        case FindNode::Kind::Not: {
            Answer of = answerOf(node.of[0], cannot);
            return of == Answer::Unknown ? of : of == Answer::Yes ? Answer::No : Answer::Yes;
        }
        case FindNode::Kind::And:
        case FindNode::Kind::Or: break;
        }
        // what decides it decides it, whatever of the rest is not known
        const Answer decides = node.kind == FindNode::Kind::And ? Answer::No : Answer::Yes;
        Answer all = decides == Answer::No ? Answer::Yes : Answer::No;
        for (uint32_t of : node.of) {
            Answer answer = answerOf(of, cannot);
            if (answer == decides) return decides;
            if (answer == Answer::Unknown) all = Answer::Unknown;
        }
        return all;
    }

    Memory& m_memory;
    const Reading& m_reading;
    const FindExpression& m_what;
    const Tell& m_tell;
    const std::atomic<bool>* m_stop;
    FindResult& m_result;
    FindEvents m_events;
    FollowedPaths m_paths;
    std::vector<Leaf> m_leaves; // by node
    Answer m_was = Answer::No;
    std::unordered_map<uint32_t, Answer> m_wasIn; // by life of the frame
    bool m_hadHappened = false, m_isOver = false;
};

}

FindResult find(const std::shared_ptr<const Tape>& tape, const FindExpression& what, const std::function<bool(const Found&, const Reading&)>& tell,
                const std::atomic<bool>* stop) {
    FindResult result;
    ReplayShared shared(tape);
    Player player(shared);
    std::unique_ptr<Reading> reading = readingFor(tape->language(), player.memory());
    Watcher watcher(player.memory(), *reading, what, tell, stop, result);
    while (!watcher.isOver() && !result.isStopped && player.playChunk(watcher)) {}
    result.isTooLarge = player.isTooLarge();
    result.isDamaged = player.isDamaged() && !result.isTooLarge;
    if (!watcher.isOver() && !result.isStopped && !player.isDamaged()) watcher.atEnd(player.steps());
    watcher.finish();
    return result;
}

}

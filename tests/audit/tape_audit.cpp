// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/audit/tape_audit.h"

#include <algorithm>

#include "core/events/computed_int.h"
#include "core/events/decoder.h"
#include "core/replay/player.h"
#include "core/replay/replay.h"
#include "core/tape/tape.h"
#include "core/tape/tape_file.h"
#include "tests/audit/fingerprint.h"

namespace memtape {

namespace {

constexpr size_t stepsLookedAt = 48, stepsBack = 8;

uint64_t fingerprintAt(const Replay& replay) { return fingerprint(static_cast<const Memory&>(replay.state())); }

bool samePointer(const Event& e, const Event& f) {
    if (e.kind != EventKind::PointerSet && e.kind != EventKind::PointerCopy) return true;
    return e.pointer->holder == f.pointer->holder && e.pointer->target == f.pointer->target;
}

bool sameEvent(const Event& e, const Event& f) {
    if (isFormula(e) && isFormula(f)) return e.object == f.object && checksumOfValue(e) == checksumOfValue(f); // it says places, which are others
    return e.kind == f.kind && e.a == f.a && e.payload == f.payload && e.object == f.object && e.value == f.value && e.index == f.index &&
           e.count == f.count && e.extra == f.extra && e.extra2 == f.extra2 && e.bytes == f.bytes &&
           (e.kind != EventKind::CellFill || std::equal(e.values, e.values + e.count, f.values)) && samePointer(e, f);
}

std::string atStep(uint64_t step) { return "step " + std::to_string(step); }

std::string textOf(const Event& e) {
    std::string text = "kind " + std::to_string(static_cast<unsigned>(e.kind)) + " of #" + std::to_string(e.object);
    return text + " (" + std::to_string(e.a) + ", " + std::to_string(e.index) + ", " + std::to_string(e.count) + ", #" + std::to_string(e.value) +
           ")";
}

}

TapeAudit::TapeAudit(std::shared_ptr<const Tape> tape, uint64_t seed) : m_tape(std::move(tape)), m_random(seed) {
    uint64_t count = m_tape->stepCount();
    if (!count) return;
    // each chosen one with some of its predecessors, to go back to
    while (m_steps.size() < stepsLookedAt && m_steps.size() < count) {
        uint64_t step = m_random() % count;
        for (uint64_t s = step; s + stepsBack > step && s <= step; s--) m_steps.push_back(s);
        std::sort(m_steps.begin(), m_steps.end());
        m_steps.erase(std::unique(m_steps.begin(), m_steps.end()), m_steps.end());
    }
    ReplayShared shared(m_tape);
    Player player(shared);
    for (uint64_t step : m_steps) {
        player.playTo(step + 1);
        m_fingerprints.push_back(fingerprint(player.memory()));
    }
}

std::vector<std::string> TapeAudit::waysToAStep() {
    std::vector<std::string> wrong;
    Replay replay(m_tape);
    // Forwards, then back step by step, as far as the log of old values goes and beyond.
    for (size_t i = m_steps.size(); i-- > 0;) {
        if (!replay.seek(m_steps[i])) wrong.push_back(atStep(m_steps[i]) + " cannot be gone back to");
        else if (fingerprintAt(replay) != m_fingerprints[i])
            wrong.push_back("going back to " + atStep(m_steps[i]) + " gives another state than playing to it");
    }
    for (size_t n = 0; n < m_steps.size(); n++) {
        size_t i = m_random() % m_steps.size();
        uint64_t from = replay.currentStep();
        if (!replay.seek(m_steps[i])) wrong.push_back(atStep(m_steps[i]) + " cannot be reached");
        else if (fingerprintAt(replay) != m_fingerprints[i])
            wrong.push_back("a jump from " + atStep(from) + " to " + atStep(m_steps[i]) + " gives another state than playing to it");
    }
    return wrong;
}

std::vector<std::string> TapeAudit::savedAndLoaded() {
    LoadedTape loaded = readTape(writeTape(*m_tape));
    if (!loaded.tape) return {"the saved tape is refused: " + loaded.problem};
    if (!loaded.note.empty()) return {"the saved tape is said not to be whole: " + loaded.note};
    if (loaded.tape->stepCount() != m_tape->stepCount()) return {"the saved tape has another number of steps"};
    std::vector<std::string> wrong;
    Replay replay(loaded.tape);
    for (size_t i = 0; i < m_steps.size(); i += 3)
        if (!replay.seek(m_steps[i]) || fingerprintAt(replay) != m_fingerprints[i])
            wrong.push_back("the saved tape gives another state at " + atStep(m_steps[i]));
    return wrong;
}

std::vector<std::string> TapeAudit::damaged(unsigned times) {
    std::vector<std::string> wrong;
    const std::string whole = writeTape(*m_tape);
    for (unsigned t = 0; t < times; t++) {
        std::string bytes = whole;
        std::string what;
        size_t at = m_random() % bytes.size();
        if (t % 2) {
            bytes.resize(at);
            what = "cut at byte " + std::to_string(at);
        } else {
            bytes[at] = static_cast<char>(bytes[at] ^ (1 + m_random() % 255));
            what = "damaged at byte " + std::to_string(at);
        }
        LoadedTape loaded = readTape(bytes);
        if (!loaded.tape) {
            if (loaded.problem.empty()) wrong.push_back(what + ": refused without a sentence");
            continue;
        }
        if (loaded.note.empty()) wrong.push_back(what + ": opened as if it were whole");
        Replay replay(loaded.tape);
        for (size_t i = 0; i < m_steps.size() && m_steps[i] < loaded.tape->stepCount(); i += 5)
            if (!replay.seek(m_steps[i]) || fingerprintAt(replay) != m_fingerprints[i])
                wrong.push_back(what + ": another state at " + atStep(m_steps[i]));
    }
    return wrong;
}

namespace {

// The events of a tape, one after another, wherever its chunks end.
class EventsOf {
public:
    explicit EventsOf(const Tape& tape) : m_tape(tape) {}
    bool next(Event& e) {
        e = Event{};
        while (!m_decoder.next(e)) {
            if (m_chunk == m_tape.chunkCount()) return false;
            auto chunk = m_tape.chunk(m_chunk++);
            if (!chunk) {
                unread = "chunk " + std::to_string(m_chunk - 1) + " cannot be read";
                return false;
            }
            m_decoder.start(std::move(chunk));
        }
        return true;
    }
    std::string unread;

private:
    const Tape& m_tape;
    Decoder m_decoder;
    size_t m_chunk = 0;
};

}

// Of a run that is looked at its chunks end elsewhere, as what would be a row of events is not one where somebody stands in it.
std::string firstDifference(const Tape& a, const Tape& b) {
    EventsOf one(a), other(b);
    Event e, f;
    uint64_t step = 0;
    for (;;) {
        const bool isEvent = one.next(e), isOther = other.next(f);
        for (const std::string& unread : {one.unread, other.unread})
            if (!unread.empty()) return unread;
        if (isEvent != isOther) return "one of two runs has more events than the other";
        if (!isEvent) break;
        if (!sameEvent(e, f)) return "the events of two runs differ before " + atStep(step) + ": " + textOf(e) + " and " + textOf(f);
        step += e.kind == EventKind::Step;
    }
    if (a.definitions().serialize(0, a.definitions().count()) != b.definitions().serialize(0, b.definitions().count()))
        return "the definitions of two runs differ";
    return {};
}

}

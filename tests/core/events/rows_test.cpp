// SPDX-License-Identifier: GPL-3.0-or-later
// A row of events is read as if each had been told by itself.

#include <random>
#include <string>
#include <vector>

#include "core/events/decoder.h"
#include "core/events/recorder.h"
#include "tests/core/events/kept_chunks.h"
#include "tests/support/catch.h"

using namespace memtape;

namespace {

// Does what programs do again and again: calls of a few functions from a few lines, turns of generators, slots that are bound anew. One recorder is
// told in rows, where they fit, the other one by one.
class Twins {
public:
    Twins(EventSink& inRows, EventSink& oneByOne, uint32_t seed) : m_rows(inRows), m_single(oneByOne), m_random(seed) {}

    void one() {
        switch (pick(9)) {
        case 0:
        case 1: return call();
        case 2:
        case 3: return comeBack();
        case 4: return turn();
        case 5:
        case 6: return replace();
        case 7: return both([line = 100 + pick(4)](Recorder& pen) { pen.lineStep(line); });
        default: return allocate(granule());
        }
    }
    void end() {
        both([](Recorder& pen) { pen.end(EndReason::Exit, 0); });
    }
    uint32_t inRows = 0; // so many rows were written

private:
    template <class F> void both(F tell) {
        tell(m_rows);
        tell(m_single);
    }

    void call() {
        const uint32_t code = 1 + pick(3), count = pick(5), line = pick(9) ? 200 + code : 300, frame = pick(9) ? 40 : 80;
        const Granule function = pick(9) ? 13 : 15;
        std::vector<Granule> arguments(count);
        for (Granule& g : arguments) g = granule();
        if (m_rows.beginCall(frame, code, 11, function, line, count)) {
            inRows++;
            for (uint32_t i = 0; i < count; i++) m_rows.argument(i, arguments[i]);
            m_rows.endCall(line);
        } else {
            tellCall(m_rows, frame, code, function, line, arguments);
        }
        tellCall(m_single, frame, code, function, line, arguments);
    }
    static void tellCall(Recorder& pen, uint32_t frame, uint32_t code, Granule function, uint32_t line, const std::vector<Granule>& arguments) {
        pen.framePush(frame, code, 11, function, 0, 0);
        for (uint32_t i = 0; i < arguments.size(); i++) pen.slotSet(i, arguments[i]);
        pen.step(StepKind::Call, line, 0);
    }

    void comeBack() {
        const uint32_t line = 200 + pick(3);
        const Granule value = granule();
        if (pick(3)) both([line](Recorder& pen) { pen.lineStep(line); });
        if (m_rows.returned(value, line)) inRows++;
        else tellReturn(m_rows, value, line);
        tellReturn(m_single, value, line);
    }
    static void tellReturn(Recorder& pen, Granule value, uint32_t line) {
        pen.holdSet(HolderKind::Stack, 0, value);
        pen.step(StepKind::Return, line, value);
        pen.framePop();
    }

    void turn() {
        const Granule generator = 17 + pick(3), sent = 3, value = granule();
        const uint32_t depth = pick(op::depthsInRow), line = 400 + pick(100), yieldLine = pick(9) ? line : line + 1;
        m_rows.resumed(generator, depth, sent, line);
        inRows++;
        m_single.frameResume(generator);
        m_single.holdSet(HolderKind::Stack, depth, sent);
        m_single.step(StepKind::Call, line, 0);
        if (pick(2)) allocate(value);
        if (m_rows.yielded(generator, depth, value, yieldLine)) inRows++;
        else tellYield(m_rows, generator, depth, value, yieldLine);
        tellYield(m_single, generator, depth, value, yieldLine);
    }
    static void tellYield(Recorder& pen, Granule generator, uint32_t depth, Granule value, uint32_t line) {
        pen.holdSet(HolderKind::Stack, depth, value);
        pen.step(StepKind::Return, line, value);
        pen.holdClear(HolderKind::Stack, depth);
        pen.frameSuspend(generator);
    }

    void replace() {
        const uint32_t slot = pick(10);
        const Granule old = granule(), value = granule(), freed = pick(5) ? old : value;
        both([=](Recorder& pen) { pen.slotSet(slot, old); });
        if (pick(4)) allocate(value);
        m_rows.slotReplace(slot, value, freed);
        m_single.slotSet(slot, value);
        m_single.free(freed, FreeCause::Count);
    }

    void allocate(Granule g) {
        both([=](Recorder& pen) { pen.allocInt(g, 5); });
    }

    uint32_t pick(uint32_t below) { return static_cast<uint32_t>(m_random() % below); }
    Granule granule() { return pick(5) ? 21 + pick(9) : 1 + static_cast<uint32_t>(m_random() >> (36 + pick(28))); }

    Recorder m_rows, m_single;
    std::mt19937_64 m_random;
};

}

TEST_CASE("a row of events is read as if each had been told by itself", "[events]") {
    for (uint32_t seed = 1; seed <= 3; seed++) {
        Kept rows, single;
        Twins twins(rows, single, seed);
        for (int i = 0; i < 60000; i++) twins.one();
        twins.end();
        CHECK(twins.inRows > 20000);
        CHECK(rows.chunks.size() > 2);
        const std::vector<std::string> got = decodeAll(rows), expected = decodeAll(single);
        REQUIRE(got.size() == expected.size());
        size_t different = 0;
        while (different < got.size() && got[different] == expected[different]) different++;
        INFO("event " << different << " of seed " << seed);
        if (different < got.size()) CHECK(got[different] == expected[different]);
        CHECK(different == got.size());
    }
}

TEST_CASE("a reader within a row knows its place, and can be copied there", "[events]") {
    Kept kept;
    {
        Recorder pen(kept);
        pen.lineStep(5);
        pen.resumed(7, 0, 3, 8);
        pen.yielded(7, 0, 9, 8);
        pen.end(EndReason::Exit, 0);
    }
    Decoder decoder(kept.chunks.at(0));
    auto restOf = [](Decoder& from) {
        std::vector<std::string> texts;
        for (Event event; from.next(event); event = {}) texts.push_back(text(event));
        return texts;
    };
    Event event;
    for (uint32_t count = 1; decoder.next(event); count++) {
        CHECK(decoder.position() == count);
        Decoder copy = decoder, anew(kept.chunks.at(0));
        for (uint32_t i = 0; i < count; i++) anew.next(event);
        CHECK(restOf(copy) == restOf(anew));
    }
    CHECK(decoder.position() == 9);
    CHECK(kept.chunks.at(0)->events == 9);
}

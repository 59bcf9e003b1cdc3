// SPDX-License-Identifier: GPL-3.0-or-later
// Large ints of which the tape says how they came about have their values, from wherever they are looked at.
#include "core/replay/payloads/computed_ints.h"

#include <random>
#include <string>

#include "core/events/computed_int.h"
#include "core/events/decoder.h"
#include "core/events/large_int.h"
#include "core/languages/languages.h"
#include "core/python/reading/value_text.h"
#include "core/replay/replay.h"
#include "core/session/session.h"
#include "core/tape/tape.h"
#include "tests/support/catch.h"
#include "tests/support/tape_changes.h"

using namespace memtape;

namespace {

[[maybe_unused]] const bool haveLanguages = (registerLanguages(), true); // before any test

std::shared_ptr<const Tape> recorded(const std::string& source) {
    RunOptions options;
    options.file = "/p.py";
    options.source = source;
    Session session;
    CHECK(session.run(options).exitStatus == 0);
    return session.tape();
}

struct Manners {
    uint64_t formulas = 0, full = 0;
};
Manners mannersOn(const Tape& tape) {
    Manners found;
    for (size_t i = 0; i < tape.chunkCount(); ++i) {
        Decoder decoder(tape.chunk(i));
        for (Event e; decoder.next(e);)
            if (isFormula(e)) found.formulas++;
            else if (e.kind == EventKind::PayloadSet && e.payload == Event::Payload::Bytes && isLargeInt(e.bytes)) found.full++;
    }
    return found;
}

// Of all tuples of a large int and its text that live at a step: how many there are whose halves are alike, or -1 where some are not.
int pairsAt(const MemoryState& state) {
    int found = 0;
    for (ObjectId id : state.liveObjects(true)) {
        const std::vector<CellView> cells = state.cells(id, 0, 3);
        if (cells.size() != 2 || !state.isAlive(cells[0].value) || !state.isAlive(cells[1].value)) continue;
        const ObjectView number = state.object(cells[0].value), text = state.object(cells[1].value);
        if (!isLargeInt(number.payload) || text.payloadKind != Event::Payload::Bytes) continue;
        if (reprOfInt(number.payload, number.payloadLength).text != text.payload) return -1;
        ++found;
    }
    return found;
}

// Each operation, both signs, values of a dozen to some thousand bytes; `pairs` has some of them together with their texts.
const char* const manyOperations = R"(
def texts(numbers):
    for n in numbers:
        pairs.append((n, str(n)))
    del pairs[:-40]


pairs = []
a, b = 3 ** 200, -(7 ** 150)
for i in range(300):
    a, b = a * 5 - b + i, (b << i % 9) - a
    texts([a + b, a - b, a * b, a // b, a % b, b % a, a & b, a | b, a ^ b, a << i, a >> i % 50, b >> 3, 2 ** (100 + i), (-3) ** (101 + i)])
    quotient, rest = divmod(a * b, 10 ** 40)
    texts([quotient, rest, -a, ~b, abs(b), pow(a, 3)])
    if a.bit_length() > 4000:
        a, b = a >> 3000, b // 2 ** 3000
)";

}

TEST_CASE("large ints have the values that the program had, wherever one looks", "[replay]") {
    const auto tape = recorded(manyOperations);
    const Manners manners = mannersOn(*tape);
    CHECK(manners.formulas > 2 * manners.full);
    Replay replay(tape);
    REQUIRE(replay.seek(replay.stepCount() - 1));
    CHECK(pairsAt(replay.state()) >= 30);
    std::mt19937 random(5);
    for (int turn = 0; turn < 60; ++turn) {
        const uint64_t step = random() % replay.stepCount();
        REQUIRE(replay.seek(step));
        INFO("step " << step);
        REQUIRE(pairsAt(replay.state()) >= (step > 2000 ? 20 : 0));
    }
}

TEST_CASE("a chain of formulas goes on from chunk to chunk", "[replay]") {
    const auto tape = recorded("n = 7 ** 400\n"
                               "for i in range(12000):\n"
                               "    n = n + 12345678901234567890123\n"
                               "    pair = (n, str(n)) if i % 50 == 49 else pair if i else None\n");
    REQUIRE(tape->chunkCount() > 2);
    const Manners manners = mannersOn(*tape);
    CHECK(manners.formulas > 11000);
    CHECK(manners.full < 200);
    Replay replay(tape);
    for (uint64_t step = replay.stepCount() - 1; step > 2000; step -= 997) {
        REQUIRE(replay.seek(step));
        INFO("step " << step);
        REQUIRE(pairsAt(replay.state()) == 1);
    }
}

TEST_CASE("an int of a subclass is written in full, and none comes from it", "[replay]") {
    const auto tape = recorded("class Number(int):\n"
                               "    pass\n"
                               "n = Number(3 ** 300)\n"
                               "pairs = [(m, str(m)) for m in (n + 1, n * n, n - 3 ** 299)]\n");
    Replay replay(tape);
    REQUIRE(replay.seek(replay.stepCount() - 1));
    CHECK(pairsAt(replay.state()) == 3);
}

TEST_CASE("of formulas that lead nowhere no value comes", "[replay]") {
    ComputedInts ints;
    const PayloadPlace self = payloadPlace(0, 100, 8) | computedPayload;
    CHECK(ints.text(self, [](PayloadPlace) { return std::string_view(); }) == "");
    CHECK(ints.text(self, [](PayloadPlace) { return std::string_view("no formula"); }) == "");
    // Each as long as may be, and of two others.
    std::string bytes(computedIntBytes, '\0');
    const auto endless = [&](PayloadPlace place) -> std::string_view {
        const uint64_t chunk = chunkOfPayload(place);
        if (chunk < 2) return {};
        const ComputedInt formula{
            IntOperation::Multiply, {payloadPlace(chunk - 1, 0, 8) | computedPayload, 0}, {payloadPlace(chunk - 2, 0, 8) | computedPayload, 0}, 0};
        bytes.resize(computedIntBytes);
        bytes.resize(writeComputedInt(reinterpret_cast<uint8_t*>(bytes.data()), formula, place));
        return bytes;
    };
    CHECK(ints.text(payloadPlace(lastPayloadChunk, 0, 8) | computedPayload, endless) == "");
}

TEST_CASE("formulas of damaged tapes have values or none", "[replay]") {
    const auto tape = recorded(manyOperations);
    uint64_t read = 0;
    for (uint32_t seed = 1; seed <= 60; ++seed) {
        Random random(seed);
        Replay replay(damaged(*tape, random), Replay::Learning::WhenAsked);
        INFO("seed " << seed);
        for (int turn = 0; turn < 4; ++turn)
            if (replay.stepCount() && replay.seek(random() % replay.stepCount())) read += pairsAt(replay.state()) != 0;
    }
    CHECK(read > 60);
}

TEST_CASE("a value that is not the one of its checksum is none", "[replay]") {
    ComputedInts ints;
    std::string bytes(computedIntBytes, '\0');
    const PayloadPlace place = payloadPlace(1, 0, 8) | computedPayload;
    const auto read = [&](uint16_t checksum) {
        const ComputedInt formula{IntOperation::Power, {0, 2}, {0, 64}, checksum};
        bytes.resize(computedIntBytes);
        bytes.resize(writeComputedInt(reinterpret_cast<uint8_t*>(bytes.data()), formula, place));
        return ints.text(place, [&](PayloadPlace) { return std::string_view(bytes); });
    };
    using namespace std::literals;
    const std::string_view value = "+\0\0\0\0\0\0\0\0\1"sv;
    CHECK(read(static_cast<uint16_t>(checksumOfLargeInt(value) + 1)) == "");
    CHECK(read(checksumOfLargeInt(value)) == value);
}

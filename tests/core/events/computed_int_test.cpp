// SPDX-License-Identifier: GPL-3.0-or-later
// A large int is said by how it came about where that is shorter and near.
#include "core/events/computed_int.h"

#include <random>
#include <string>

#include "core/events/large_int.h"
#include "core/events/large_int_places.h"
#include "core/events/recorder.h"
#include "tests/core/events/kept_chunks.h"
#include "tests/support/catch.h"

using namespace memtape;

namespace {

constexpr PayloadPlace here = payloadPlace(9, 5000, 0);

std::string written(const ComputedInt& formula, PayloadPlace at = here) {
    uint8_t bytes[computedIntBytes];
    return {reinterpret_cast<const char*>(bytes), writeComputedInt(bytes, formula, at)};
}

bool isOperand(const IntOperand& a, const IntOperand& b) { return a.place == b.place && a.number == b.number; }

// How the ints were written of a chain in which each comes from the one before: '=' in full, '+' by its formula.
struct Chain {
    explicit Chain(uint64_t bytes, EventSink* sink = nullptr) : pen(sink ? *sink : kept), value(1 + bytes, 'v') { value[0] = largePositive; }
    void tell(Granule object, const IntOrigin* origin) { pen.payloadLargeInt(object, value, value.size(), origin); }
    void next(IntOperation operation = IntOperation::Add) {
        const IntOrigin origin{operation, {last, 0}, {0, 7}};
        tell(last = last == 100 ? 101 : 100, &origin);
    }
    std::string manners() {
        pen.publish();
        std::string out;
        Decoder decoder(kept.open);
        for (Event e; decoder.next(e);)
            if (e.kind == EventKind::PayloadSet) out += isFormula(e) ? '+' : '=';
        return out;
    }
    Kept kept;
    Recorder pen;
    std::string value;
    Granule last = 100;
};

}

TEST_CASE("a formula is read as it was written", "[events]") {
    std::mt19937_64 random(3);
    const auto operand = [&]() -> IntOperand {
        if (random() % 2) return {0, static_cast<int64_t>(random() >> random() % 64)};
        const uint64_t chunk = random() % 10, offset = random() % (chunk == 9 ? 5000 : lastPayloadOffset);
        return {payloadPlace(chunk, offset, 1 + random() % 8000) | (random() % 2 ? computedPayload : 0), 0};
    };
    for (int turn = 0; turn < 2000; ++turn) {
        const ComputedInt formula{static_cast<IntOperation>(random() % intOperationCount), operand(), operand(), static_cast<uint16_t>(random())};
        const std::string bytes = written(formula);
        ComputedInt read;
        REQUIRE(readComputedInt(bytes, here, read));
        REQUIRE((read.operation == formula.operation && read.checksum == formula.checksum));
        REQUIRE((isOperand(read.left, formula.left) && isOperand(read.right, formula.right)));
        for (size_t size = 0; size < bytes.size(); ++size) REQUIRE_FALSE(readComputedInt(std::string_view(bytes).substr(0, size), here, read));
        REQUIRE_FALSE(readComputedInt(bytes + '\0', here, read));
    }
}

TEST_CASE("what a formula names lies before it", "[events]") {
    ComputedInt read;
    const auto with = [](PayloadPlace place) { return written({IntOperation::Add, {place, 0}, {0, 1}, 0}); };
    CHECK(readComputedInt(with(payloadPlace(9, 4990, 10)), here, read));
    CHECK(readComputedInt(with(payloadPlace(8, 6000, 10)), here, read));
    CHECK_FALSE(readComputedInt(with(payloadPlace(9, 5000, 10)), here, read));                  // itself
    CHECK_FALSE(readComputedInt(with(payloadPlace(8, 6000, 10)), payloadPlace(0, 1, 0), read)); // before the first chunk
    CHECK_FALSE(readComputedInt(with(payloadPlace(9, 4990, 0)), here, read));                   // no bytes
    std::string other = with(payloadPlace(9, 4990, 10));
    other[0] = static_cast<char>(intOperationCount | 32);
    CHECK_FALSE(readComputedInt(other, here, read)); // no operation
}

TEST_CASE("a value comes from numbers and from ints that were told", "[events]") {
    Chain chain(100);
    chain.next(); // from one that was never told
    chain.next();
    const IntOrigin power{IntOperation::Power, {0, 3}, {0, 700}}, unknown{IntOperation::Multiply, {101, 0}, {7777, 0}};
    chain.tell(300, &power);
    chain.tell(301, &unknown);
    chain.tell(302, nullptr);
    CHECK(chain.manners() == "=++==");
}

TEST_CASE("a value is written in full where a formula is not worth it, or would take long", "[events]") {
    Chain little(leastComputed - 1), least(leastComputed), most(largestComputed), large(largestComputed + 1);
    for (Chain* chain : {&little, &least, &most, &large})
        for (int i = 0; i < 3; ++i) chain->next();
    CHECK(little.manners() == "===");
    CHECK(least.manners() == "=++");
    CHECK(most.manners() == "=++");
    CHECK(large.manners() == "===");
}

TEST_CASE("so many formulas follow from each other, by how long the values are", "[events]") {
    const auto perFull = [](uint64_t bytes) {
        Chain chain(bytes);
        for (int i = 0; i < 1000; ++i) chain.next();
        const std::string manners = chain.manners();
        return manners.find('=', 1) - 1;
    };
    CHECK(perFull(24) == 16);
    CHECK(perFull(100) == 50);
    CHECK(perFull(3000) == mostComputed);
}

TEST_CASE("what is far back is not named", "[events]") {
    Chain chain(1000);
    chain.next();
    chain.next();
    const Granule early = chain.last;
    for (uint64_t i = 0; i < farthestComputed; ++i) chain.pen.slotSet(1, 5);
    const IntOrigin origin{IntOperation::Add, {early, 0}, {0, 1}};
    chain.tell(500, &origin);
    CHECK(chain.manners() == "="); // of the last chunk
}

TEST_CASE("an int of which not all is told is none that others come from", "[events]") {
    Chain chain(1000);
    chain.next();
    chain.pen.payloadLargeInt(chain.last, chain.value, chain.value.size() + 1, nullptr);
    chain.next();
    chain.next();
    CHECK(chain.manners() == "===+");
}

TEST_CASE("where the beginning may be dropped nothing is said by what lies there", "[events]") {
    struct Dropping final : EventSink {
        void defineFile(uint32_t, std::string_view, std::string_view, bool) override {}
        void defineCode(const CodeInfo&) override {}
        void defineType(const TypeInfo&, uint32_t) override {}
        void attributeName(uint32_t, uint32_t, std::string_view) override {}
        void chunkFull(EncodedChunk) override {}
        void publish(EncodedChunk chunk) override { open = std::make_shared<const EncodedChunk>(std::move(chunk)); }
        void finish() override {}
        bool isFull() const override { return false; }
        bool mayDropBeginning() const override { return true; }
        std::shared_ptr<const EncodedChunk> open;
    } sink;
    Chain chain(1000, &sink);
    for (int i = 0; i < 5; ++i) chain.next();
    chain.pen.publish();
    chain.kept.open = sink.open;
    CHECK(chain.manners() == "=====");
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replay/index/step_summaries.h"

#include <algorithm>
#include <random>
#include <vector>

#include "tests/support/catch.h"

using namespace memtape;

namespace {

bool same(const StepSummary& a, const StepSummary& b) {
    return a.kind == b.kind && a.line == b.line && a.code == b.code && a.depth == b.depth && a.heapBytes == b.heapBytes && a.made == b.made &&
           a.released == b.released && a.output == b.output && a.collected == b.collected && a.hasResult == b.hasResult;
}

// Adds them, and asks for each once all are there.
StepSummaries added(const std::vector<StepSummary>& all) {
    StepSummaries summaries;
    for (const StepSummary& summary : all) {
        summaries.add(summary);
        if (summaries.isFull()) summaries.pack();
    }
    return summaries;
}

void returnsWhatWasAdded(const std::vector<StepSummary>& all) {
    const StepSummaries summaries = added(all);
    StepSummaries::Block block;
    size_t differ = 0;
    for (size_t step = 0; step < all.size(); ++step) {
        if (step % block.size() == 0) summaries.unpack(step, block);
        differ += !same(block[step % block.size()], all[step]);
        if (step % 97 == 0) differ += !same(summaries.at(step), all[step]);
        if (step % 131 == 0) { // some that lie in one block
            const size_t count = std::min({size_t{7}, block.size() - step % block.size(), all.size() - step});
            std::vector<StepSummary> some;
            summaries.append(step, count, some);
            REQUIRE(some.size() == count);
            for (size_t i = 0; i < count; ++i) differ += !same(some[i], all[step + i]);
        }
    }
    CHECK(differ == 0);
}

}

TEST_CASE("summaries come back as they were, whatever they are", "[replay]") {
    std::mt19937_64 random(3);
    std::vector<StepSummary> all;
    for (int i = 0; i < 10 * int(StepSummaries::perBlock) + 77; ++i) {
        const uint64_t bits = random();
        all.push_back({StepKind(bits & 3), uint32_t(bits >> 39), uint32_t(random()), uint32_t(random()), random(), bool(bits & 4), bool(bits & 8),
                       bool(bits & 16), bool(bits & 32), bool(bits & 64)});
    }
    returnsWhatWasAdded(all);
}

TEST_CASE("a loop's summaries take little more than two bytes each", "[replay]") {
    std::vector<StepSummary> all;
    for (uint64_t i = 0; i < 100 * StepSummaries::perBlock; ++i)
        all.push_back({StepKind::Line, uint32_t(7 + i % 3), 1, 2, 1'000'000'000'000 + (i % 2) * 32, i % 3 == 1, i % 3 == 2, false, false});
    returnsWhatWasAdded(all);
    CHECK(added(all).packedBytes() < all.size() * 5 / 2);
}

TEST_CASE("the deepest recursion's summaries come back, no two of which are alike", "[replay]") {
    std::vector<StepSummary> all;
    for (uint32_t depth = 1; depth <= 5000; ++depth) all.push_back({StepKind::Call, 3, 2, depth, depth * 48ull, true, false, false, false});
    for (uint32_t depth = 5000; depth > 0; --depth) all.push_back({StepKind::Return, 4, 2, depth, depth * 48ull, false, true, true, true, true});
    returnsWhatWasAdded(all);
}

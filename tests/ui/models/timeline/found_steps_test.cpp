// SPDX-License-Identifier: GPL-3.0-or-later
// A set of steps, against a plain one.
#include "ui/models/timeline/found_steps.h"

#include <random>
#include <set>

#include "tests/support/ui/catch_qt.h"

using namespace memtape;

TEST_CASE("found steps are counted and gone to as in a sorted list", "[timeline][find]") {
    std::mt19937 random(7);
    for (int round = 0; round < 20; ++round) {
        FoundSteps found;
        std::set<uint64_t> plain;
        const uint64_t range = 1 + random() % 900;
        for (uint64_t n = random() % 60; n > 0; --n) {
            const uint64_t step = random() % range;
            found.add(step);
            plain.insert(step);
        }
        REQUIRE(found.count() == plain.size());
        for (uint64_t step = 0; step < range + 130; ++step) {
            REQUIRE(found.has(step) == (plain.count(step) > 0));
            auto next = plain.upper_bound(step);
            REQUIRE(found.next(step) == (next == plain.end() ? std::nullopt : std::optional<uint64_t>(*next)));
            auto at = plain.lower_bound(step);
            REQUIRE(found.previous(step) == (at == plain.begin() ? std::nullopt : std::optional<uint64_t>(*std::prev(at))));
            const uint64_t to = step + random() % 200;
            REQUIRE(found.countBetween(step, to) == uint64_t(std::distance(plain.lower_bound(step), plain.lower_bound(to))));
        }
        REQUIRE(found.first() == (plain.empty() ? std::nullopt : std::optional<uint64_t>(*plain.begin())));
    }
}

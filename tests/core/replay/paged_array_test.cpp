// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replay/paged_array.h"

#include <algorithm>
#include <random>
#include <set>
#include <utility>
#include <vector>

#include "tests/support/catch.h"

using namespace memtape;

namespace {

using Array = PagedArray<uint32_t, 3>; // eight entries a page

std::vector<uint32_t> all(const Array& array) {
    std::vector<uint32_t> entries;
    for (size_t i = 0; i < array.size(); i++) entries.push_back(array[i]);
    return entries;
}

void undo(Array& array, UndoLog& log, size_t to) {
    while (log.size() > to) {
        const UndoLog::Entry entry = log.pop();
        array.restoreEntries(entry.index, entry.old, entry.bytes);
    }
}

struct Numbered {
    UndoLog log;
    PagePool pool{size_t{1} << 20};
    Array array{0, log, pool};
    explicit Numbered(uint32_t count) {
        array.grow(count);
        for (uint32_t i = 0; i < count; i++) array.edit(i) = i;
    }
};

}

TEST_CASE("entries move over the ends of pages, whichever way and however the ranges lie", "[pages]") {
    std::mt19937 random(7);
    Numbered numbered(64);
    std::vector<uint32_t> expected = all(numbered.array);
    for (int turn = 0; turn < 2000; turn++) {
        const size_t count = random() % 40, to = random() % (65 - count), from = random() % (65 - count);
        const std::vector<uint32_t> part(expected.begin() + ptrdiff_t(from), expected.begin() + ptrdiff_t(from + count));
        std::copy(part.begin(), part.end(), expected.begin() + ptrdiff_t(to));
        numbered.array.move(to, from, count);
        REQUIRE(all(numbered.array) == expected);
        if (std::set<uint32_t>(expected.begin(), expected.end()).size() < 20)
            for (uint32_t i = 0; i < 64; i++) numbered.array.edit(i) = expected[i] = i;
    }
}

TEST_CASE("what was moved and written is put back in turn", "[pages]") {
    std::mt19937 random(11);
    Numbered numbered(64);
    numbered.log.turn(true);
    std::vector<std::pair<size_t, std::vector<uint32_t>>> before; // size of the log, entries
    for (uint32_t turn = 0; turn < 300; turn++) {
        before.emplace_back(numbered.log.size(), all(numbered.array));
        const size_t count = random() % 30, to = random() % (65 - count), from = random() % (65 - count);
        if (turn % 3) numbered.array.move(to, from, count);
        else numbered.array.write(to, std::vector<uint32_t>(count + 1, 1000 + turn).data(), count);
    }
    for (; !before.empty(); before.pop_back()) {
        undo(numbered.array, numbered.log, before.back().first);
        REQUIRE(all(numbered.array) == before.back().second);
    }
}

TEST_CASE("what was saved stays as it was when entries move", "[pages]") {
    Numbered numbered(32);
    const std::vector<uint32_t> first = all(numbered.array);
    const Array::Saved saved = numbered.array.save();
    numbered.array.move(0, 5, 20);
    CHECK(numbered.array[0] == 5);
    CHECK(numbered.array[19] == 24);
    numbered.array.restore(saved);
    CHECK(all(numbered.array) == first);
}

TEST_CASE("a move is one entry of the log for each page", "[pages]") {
    Numbered numbered(64);
    numbered.log.turn(true);
    numbered.array.move(0, 8, 32);
    CHECK(numbered.log.size() == 32 + 4 * 2); // words, and two that say where
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replay/page_pool.h"

#include <cstring>
#include <iterator>
#include <set>
#include <vector>

#include "core/replay/paged_array.h"
#include "tests/support/catch.h"

using namespace memtape;

namespace {

constexpr size_t page = 4160; // bytes

bool isZero(const void* at, size_t bytes) {
    const char* c = static_cast<const char*>(at);
    for (size_t i = 0; i < bytes; i++)
        if (c[i]) return false;
    return true;
}

}

TEST_CASE("pages are counted as they are given out and taken back", "[pool]") {
    PagePool pool(3 * page);
    CHECK(pool.bytes() == 0);
    CHECK(pool.areaBytes() == 0);
    std::vector<void*> pages;
    for (int i = 0; i < 3; i++) pages.push_back(pool.take(page));
    CHECK(pool.bytes() == 3 * page);
    CHECK_FALSE(pool.isOver());
    pages.push_back(pool.take(page));
    CHECK(pool.isOver());
    for (void* p : pages) pool.giveBack(p, page);
    CHECK(pool.bytes() == 0);
}

TEST_CASE("a page lies by itself, at the beginning of a line of the cache", "[pool]") {
    PagePool pool(UINT64_MAX);
    std::set<char*> begins;
    for (int i = 0; i < 3000; i++) { // over several areas
        char* p = static_cast<char*>(pool.take(i % 2 ? page : 64));
        CHECK(reinterpret_cast<uintptr_t>(p) % PagePool::alignment == 0);
        std::memset(p, i, i % 2 ? page : 64);
        REQUIRE(begins.insert(p).second);
    }
    for (auto p = begins.begin(); std::next(p) != begins.end(); ++p) CHECK(*std::next(p) - *p >= ((*p)[0] & 1 ? ptrdiff_t(page) : 64));
}

TEST_CASE("what was given back is given out again, to those who ask for that size, and zeroed where asked", "[pool]") {
    PagePool pool(UINT64_MAX);
    void* first = pool.take(page);
    std::memset(first, 1, page);
    pool.giveBack(first, page);
    CHECK(pool.take(64) != first);
    void* again = pool.takeZeroed(page);
    CHECK(again == first);
    CHECK(isZero(again, page));
    CHECK(isZero(pool.takeZeroed(page), page));
    const uint64_t areas = pool.areaBytes();
    for (int i = 0; i < 1000; i++) pool.giveBack(pool.take(page), page);
    CHECK(pool.areaBytes() == areas);
}

TEST_CASE("an array that is saved keeps its pages, and shares those that nobody has written to since", "[pool]") {
    PagePool pool(UINT64_MAX);
    UndoLog log;
    PagedArray<uint32_t, 10> array(0, log, pool);
    array.grow(4 * array.pageEntries);
    const uint64_t whole = pool.bytes();
    array.edit(5) = 7;
    auto saved = array.save();
    CHECK(pool.bytes() == whole);
    array.edit(5) = 8;
    CHECK(pool.bytes() == whole + array.pageBytes);
    array.restore(saved);
    CHECK(array[5] == 7);
    CHECK(pool.bytes() == whole);
}

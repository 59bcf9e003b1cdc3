// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstring>
#include <random>
#include <vector>

#include "core/python/heap/heap.h"
#include "tests/support/catch.h"

using namespace memtape;

namespace {

struct Running {
    explicit Running(uint64_t limit = uint64_t{1} << 32) { REQUIRE(heap.start(limit)); }
    ~Running() { heap.end(); }
};

}

TEST_CASE("the first block of a class lies behind the pool's header, the next one follows it", "[heap]") {
    Running running;
    char* a = static_cast<char*>(heap.allocate(24));
    char* b = static_cast<char*>(heap.allocate(32));
    char* c = static_cast<char*>(heap.allocate(17));
    CHECK(a - heap.base() == 48);
    CHECK(b - a == 32);
    CHECK(c - b == 32);
    CHECK(heap.usableSize(a) == 32);
    CHECK(heap.bytesInUse() == 96);
}

TEST_CASE("each size class has pools of its own", "[heap]") {
    Running running;
    char* a = static_cast<char*>(heap.allocate(16));
    char* b = static_cast<char*>(heap.allocate(512));
    CHECK(b - a == 16 * 1024);
}

TEST_CASE("the block that was freed last is used again first", "[heap]") {
    Running running;
    void* a = heap.allocate(48);
    void* b = heap.allocate(48);
    heap.allocate(48);
    heap.release(a);
    heap.release(b);
    CHECK(heap.allocate(48) == b);
    CHECK(heap.allocate(48) == a);
}

TEST_CASE("a full pool that gets a free block comes to the front", "[heap]") {
    Running running;
    std::vector<void*> blocks;
    for (int i = 0; i < 40; ++i) blocks.push_back(heap.allocate(512)); // 31 fit in a pool
    heap.release(blocks[3]);
    CHECK(heap.allocate(512) == blocks[3]);
    heap.verify();
}

TEST_CASE("an empty pool serves another class", "[heap]") {
    Running running;
    char* a = static_cast<char*>(heap.allocate(64));
    heap.release(a);
    CHECK(static_cast<char*>(heap.allocate(128)) == a);
}

TEST_CASE("over the limit allocation gives null, and the heap remembers", "[heap]") {
    Running running(1000);
    CHECK(heap.allocate(512) != nullptr);
    CHECK_FALSE(heap.limitReached());
    CHECK(heap.allocate(512) == nullptr);
    CHECK(heap.limitReached());
}

TEST_CASE("a request that no machine could serve is refused without ending the run", "[heap]") {
    Running running;
    CHECK(heap.allocate(size_t{1} << 50) == nullptr);
    CHECK_FALSE(heap.limitReached());
}

TEST_CASE("a large block grows in place at the end of the zone", "[heap]") {
    Running running;
    void* block = heap.allocate(1000);
    std::memset(block, 7, 1000);
    void* grown = heap.reallocate(block, 3000000);
    CHECK(grown == block);
    CHECK(static_cast<char*>(grown)[999] == 7);
    heap.verify();
}

TEST_CASE("free neighbours among large blocks are joined", "[heap]") {
    Running running;
    void* a = heap.allocate(2000);
    void* b = heap.allocate(2000);
    void* c = heap.allocate(2000);
    heap.allocate(2000);
    heap.release(a);
    heap.release(c);
    heap.release(b);
    CHECK(heap.allocate(5500) == a);
    heap.verify();
}

TEST_CASE("a small block moves when less than three quarters of it are wanted", "[heap]") {
    Running running;
    void* a = heap.allocate(512);
    CHECK(heap.reallocate(a, 400) == a);
    CHECK(heap.reallocate(a, 300) != a);
}

TEST_CASE("the same requests give the same addresses, contents stay, and all is given back", "[heap]") {
    std::vector<uint64_t> addresses[2];
    for (int run = 0; run < 2; ++run) {
        Running running;
        std::mt19937 random(42);
        struct Block {
            unsigned char* at;
            size_t size;
            unsigned char mark;
        };
        std::vector<Block> blocks;
        for (int i = 0; i < 30000; ++i) {
            unsigned what = random() % 8;
            size_t size = random() % 16 == 0 ? random() % 200000 : random() % 16 == 1 ? random() % 3000000 : random() % 600;
            if (what < 4 || blocks.empty()) {
                auto* at = static_cast<unsigned char*>(heap.allocate(size));
                REQUIRE(at);
                auto mark = static_cast<unsigned char>(random());
                std::memset(at, mark, size);
                blocks.push_back({at, size, mark});
                addresses[run].push_back(addressOf(at));
            } else {
                size_t index = random() % blocks.size();
                Block& b = blocks[index];
                size_t kept = b.size;
                if (what == 4) {
                    b.at = static_cast<unsigned char*>(heap.reallocate(b.at, size));
                    REQUIRE(b.at);
                    kept = std::min(kept, size);
                    addresses[run].push_back(addressOf(b.at));
                }
                for (size_t k = 0; k < kept; k += 97) REQUIRE(b.at[k] == b.mark);
                if (kept) REQUIRE(b.at[kept - 1] == b.mark);
                if (what == 4) {
                    std::memset(b.at, b.mark, size);
                    b.size = size;
                } else {
                    heap.release(b.at);
                    blocks[index] = blocks.back();
                    blocks.pop_back();
                }
            }
            if (i % 5000 == 0) heap.verify();
        }
        for (Block& b : blocks) heap.release(b.at);
        heap.verify();
        CHECK(heap.bytesInUse() == 0);
    }
    CHECK(addresses[0] == addresses[1]);
}

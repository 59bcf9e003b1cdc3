// SPDX-License-Identifier: GPL-3.0-or-later
// How Python's reading lays memory out (core/python/reading/memory_map.cpp), and the map as text and as JSON.
#include <algorithm>

#include "core/languages/languages.h"
#include "core/replay/map/map_text.h"
#include "core/replay/reading.h"
#include "core/replay/replay.h"
#include "core/session/session.h"
#include "tests/support/catch.h"
#include "tests/support/event_script.h"

using namespace memtape;

namespace {

struct Recorded {
    explicit Recorded(const char* source) {
        registerLanguages();
        RunOptions options;
        options.file = "/program.py";
        options.source = source;
        Session session;
        REQUIRE(session.run(options).end == EndReason::Exit);
        replay = std::make_unique<Replay>(session.tape());
        REQUIRE(replay->seek(0));
        file = replay->state().code(replay->state().step().code).file;
    }
    MemoryMap at(uint32_t line) {
        auto step = replay->nextAtLine(0, line, file, false);
        REQUIRE(step);
        REQUIRE(replay->seek(*step));
        return *replay->reading().memoryMap();
    }
    // The block of what a path of names leads to.
    MapBlock blockOf(const MemoryMap& map, const char* path) {
        ObjectId id = replay->reading().objectAt(path);
        REQUIRE(id);
        for (const MapPool& pool : map.pools)
            for (const MapBlock& block : pool.blocks)
                if (block.object == id) return block;
        for (const MapBlock& block : map.large)
            if (block.object == id) return block;
        FAIL("no block has " << path);
        return {};
    }
    std::unique_ptr<Replay> replay;
    uint32_t file = 0;
};

size_t besideOf(const MemoryMap& map, uint64_t bytes) {
    size_t found = 0;
    for (const MapPool& pool : map.pools)
        if (pool.blockBytes == bytes)
            found += static_cast<size_t>(
                std::count_if(pool.blocks.begin(), pool.blocks.end(), [](const MapBlock& b) { return b.ofProgram && !b.object; }));
    for (const MapBlock& block : map.large) found += !block.object && block.bytes == bytes;
    return found;
}

}

// The sizes are CPython 3.13's: what sys.getsizeof says without the parts beside, and what PyObject_Malloc rounds it up to.
TEST_CASE("each object lies in a block of its size, with what the collector keeps before it", "[map]") {
    Recorded run("class Node:\n    pass\n"
                 "node, numbers, pair, text, real, table = Node(), [n * 1000 for n in range(3)], tuple([1, 2]), str(12345), float('1.5'), dict(a=1)\n"
                 "end = 0\n");
    MemoryMap map = run.at(4);
    struct Row {
        const char* path;
        uint64_t bytes;
        uint32_t before;
    };
    for (auto [path, bytes, before] :
         {Row{"node", 336, 32}, {"numbers", 64, 16}, {"numbers[2]", 32, 0}, {"pair", 64, 16}, {"text", 48, 0}, {"real", 32, 0}, {"table", 64, 16}}) {
        INFO(path);
        MapBlock block = run.blockOf(map, path);
        CHECK(block.bytes == bytes);
        CHECK(block.before == before);
        CHECK(block.ofProgram);
    }
    CHECK(map.largestSmall == 512);
    CHECK(map.poolBytes == 16384);
    for (const MapPool& pool : map.pools)
        CHECK(pool.capacity == (16384 - 48) / pool.blockBytes); // sys._debugmallocstats() of CPython 3.13 counts so many
}

TEST_CASE("what lies beside an object is there, and goes with it", "[map]") {
    Recorded run("n = 60\nitems = [0] * n\nlarge = [0] * (n * 4)\ndel items\ndel large\nend = 0\n");
    MemoryMap before = run.at(2), both = run.at(4), none = run.at(6);
    CHECK(besideOf(both, 480) == besideOf(before, 480) + 1);   // sixty references
    CHECK(besideOf(both, 1920) == besideOf(before, 1920) + 1); // larger than a pool has blocks for
    CHECK(besideOf(none, 480) == besideOf(before, 480));
    CHECK(besideOf(none, 1920) == besideOf(before, 1920));
}

TEST_CASE("the map as text and as JSON", "[map]") {
    Recorded run("def f(a):\n    b = [a]\n    return b\nf(1)\n");
    MemoryMap before = run.at(2), map = run.at(3);
    MapCost cost = costBetween(before, map);
    std::string text = mapText(run.replay->reading(), map, cost);
    CHECK(text.find("stack (model): 2 of 1000 calls") != std::string::npos);
    CHECK(text.find("heap (CPython 3.13): ") != std::string::npos);
    CHECK(text.find("0 frames pushed, 0 popped; 2 blocks taken (80 bytes), 0 given back") != std::string::npos); // the list, and its one item
    std::string json = mapJson(run.replay->reading(), map, cost);
    for (const char* part :
         {"\"call_limit\": 1000", "\"source\": \"CPython 3.13\"", "\"function\": \"f\"", "\"head_bytes\": 72", "\"taken\": [{\"address\": "})
        CHECK(json.find(part) != std::string::npos);
    CHECK(json.find("\"heap\": null") == std::string::npos);
}

TEST_CASE("a recording that tells nothing of pools has a stack and no heap", "[map]") {
    registerLanguages();
    test::EventScript script;
    REQUIRE(script.run("file main.py \"pass\\n\"\ncode main \"<module>\" slots a stack 2\nprogram\npush main\nline 1\n"));
    script.finish();
    Replay replay(script.tape());
    REQUIRE(replay.seek(0));
    std::optional<MemoryMap> map = replay.reading().memoryMap();
    REQUIRE(map);
    CHECK_FALSE(map->knowsHeap);
    CHECK(map->frames.size() == 1);
    CHECK(mapJson(replay.reading(), *map, {}).find("\"heap\": null") != std::string::npos);
}

// SPDX-License-Identifier: GPL-3.0-or-later
// Which free block the run uses next (core/replay/map/next_blocks.cpp): what is told at a step is held to the maps of all steps behind it.
#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>

#include "core/languages/languages.h"
#include "core/replay/map/next_blocks.h"
#include "core/replay/reading.h"
#include "core/replay/replay.h"
#include "core/session/session.h"
#include "core/tape/tape.h"
#include "tests/support/catch.h"

using namespace memtape;

namespace {

struct Recorded {
    explicit Recorded(std::string source) {
        registerLanguages();
        RunOptions options;
        options.file = "/program.py";
        options.source = std::move(source);
        Session session;
        session.run(options);
        tape = session.tape();
        replay = std::make_unique<Replay>(tape, Replay::Learning::WhenAsked);
    }
    MemoryMap mapAt(uint64_t step) {
        REQUIRE(replay->seek(step));
        return *replay->reading().memoryMap();
    }
    std::vector<NextBlock> nextAt(uint64_t step, NextBlocks& next) {
        MemoryMap map = mapAt(step);
        return next.at(replay->state(), map);
    }
    std::shared_ptr<const Tape> tape;
    std::unique_ptr<Replay> replay;
};

std::string programText(const std::string& name) {
    std::ifstream file(std::string(MEMTAPE_SOURCE_DIR "/tests/bench/pictures/programs/") + name + ".py");
    return {std::istreambuf_iterator<char>(file), {}};
}

using Addresses = std::set<uint64_t>;

Addresses usedIn(const MemoryMap& map) {
    Addresses used;
    for (const MapPool& pool : map.pools)
        for (const MapBlock& block : pool.blocks) used.insert(block.address);
    return used;
}

// Of a size, in the pools that a map shows.
Addresses freeIn(const MemoryMap& map, uint32_t blockBytes) {
    Addresses free;
    const Addresses used = usedIn(map);
    for (const MapPool& pool : map.pools)
        for (uint32_t place = 0; pool.blockBytes == blockBytes && place < pool.capacity; place++)
            if (uint64_t address = pool.address + map.poolHead + uint64_t{place} * blockBytes; !used.count(address)) free.insert(address);
    return free;
}

std::set<uint32_t> sizesOf(const MemoryMap& map) {
    std::set<uint32_t> sizes;
    for (const MapPool& pool : map.pools) sizes.insert(pool.blockBytes);
    return sizes;
}

bool haveCommon(const Addresses& a, const Addresses& b) {
    return std::any_of(a.begin(), a.end(), [&b](uint64_t address) { return b.count(address) > 0; });
}

}

TEST_CASE("of the blocks that are free at a step none is used before the one that is told, at any step of many programs", "[map]") {
    size_t told = 0, stays = 0;
    for (const char* name : {"binary_tree", "closures", "generators", "lost_cycles", "matrix", "records_instances", "trie"}) {
        INFO(name);
        Recorded run(programText(name));
        const uint64_t count = run.replay->stepCount();
        REQUIRE(count > 20);
        std::vector<MemoryMap> maps;
        std::vector<Addresses> used;
        for (uint64_t step = 0; step < count; step++) {
            maps.push_back(run.mapAt(step));
            used.push_back(usedIn(maps.back()));
        }
        NextBlocks next(run.tape);
        for (uint64_t step = 0; step < count; step++) {
            INFO("step " << step);
            std::set<uint32_t> silent = sizesOf(maps[step]);
            for (const NextBlock& block : run.nextAt(step, next)) {
                INFO(block.blockBytes << " bytes, after step " << block.step);
                CHECK(silent.erase(block.blockBytes) == 1); // one of each size that is shown
                REQUIRE(block.step >= step);
                REQUIRE(block.step < count);
                const Addresses free = freeIn(maps[step], block.blockBytes);
                for (uint64_t s = step; s <= block.step; s++) CHECK_FALSE(haveCommon(free, used[s]));
                told++;
                stays += block.step + 1 < count && used[block.step + 1].count(block.address);
            }
            // of a size of which nothing is told nothing free is used
            for (uint32_t size : silent) {
                const Addresses free = freeIn(maps[step], size);
                for (uint64_t s = step; s < count; s++) CHECK_FALSE(haveCommon(free, used[s]));
            }
        }
    }
    CHECK(told > 1000);
    CHECK(2 * stays > told); // most are still in use at the next step; the others were for the line alone
}

TEST_CASE("what was given back last is used next, and an object that is made then lies there", "[map]") {
    Recorded run(
        "def text(n):\n    return 'x' * n\na, b, c = text(100), text(101), text(102)\ndel a\ndel c\nnew = text(103)\nnewer = text(99)\nend = 0\n");
    NextBlocks next(run.tape);
    const uint32_t file = (run.replay->seek(0), run.replay->state().code(run.replay->state().step().code).file);
    const auto stepAt = [&](uint32_t line) { return run.replay->nextAtLine(0, line, file, false).value(); };
    const auto blockAt = [&](uint64_t step, const char* path) {
        run.mapAt(step);
        return shownAddress(run.replay->reading().objectAt(path).granule);
    };
    const uint64_t a = blockAt(stepAt(4), "a"), c = blockAt(stepAt(4), "c");
    const auto told = [&](uint64_t step) -> uint64_t {
        for (const NextBlock& block : run.nextAt(step, next))
            if (block.blockBytes == 144) return block.address; // 41 + n bytes
        return 0;
    };
    CHECK(told(stepAt(5)) == a);
    CHECK(told(stepAt(6)) == c);
    CHECK(blockAt(stepAt(7), "new") == c);
    CHECK(blockAt(stepAt(8), "newer") == a);
    CHECK(told(stepAt(5)) == a); // the way back tells the same
}

TEST_CASE("beyond a chunk of the tape the same is told, however a step was reached", "[map]") {
    Recorded run("kept = []\nfor n in range(6000):\n    kept.append([n])\nend = 0\n");
    const uint64_t count = run.replay->stepCount();
    REQUIRE(run.tape->chunkCount() > 2);
    NextBlocks forwards(run.tape), backwards(run.tape);
    std::vector<std::vector<NextBlock>> told;
    for (uint64_t step = 0; step < count; step += 500) told.push_back(run.nextAt(step, forwards));
    for (size_t i = told.size(); i-- > 0;) CHECK(run.nextAt(i * 500, backwards) == told[i]);
}

// SPDX-License-Identifier: GPL-3.0-or-later
// Pools, and blocks that lie beside objects (core/replay/memory_areas.cpp), and what two maps differ in.
#include "core/languages/languages.h"
#include "core/replay/map/memory_map.h"
#include "core/replay/page_map.h"
#include "core/replay/replay.h"
#include "tests/support/catch.h"
#include "tests/support/event_script.h"

using namespace memtape;
using namespace memtape::test;

namespace {

constexpr Granule pool = 0x100000, otherPool = pool + 1024, zone = pool + 65536; // pages
constexpr uint64_t ofBlock = 0, ofPool = 1;

// One step a line; between them the pools and blocks of a made-up allocator.
struct Run {
    Run() {
        registerLanguages();
        REQUIRE(script.run("file main.py \"pass\\n\"\ncode main \"<module>\" slots a stack 2\n"));
        Recorder& pen = script.recorder();
        pen.resize(pool, 64, ofPool);
        pen.resize(pool + 3, 64, ofBlock);
        REQUIRE(script.run("program\npush main\nline 1\n"));
        pen.resize(pool + 7, 64, ofBlock);
        pen.resize(otherPool, 512, ofPool);
        pen.resize(zone + 1, 8192, ofBlock);
        pen.resize(zone + 1 + 513, 640, ofBlock);
        REQUIRE(script.run("line 2\n"));
        pen.resize(pool + 3, 0, ofBlock);
        pen.resize(zone + 1, 0, ofBlock);
        pen.resize(otherPool, 0, ofPool);
        REQUIRE(script.run("line 3\n"));
        pen.resize(zone + 1 + 513, 1024, ofBlock); // it has grown where it is
        pen.resize(zone + 5, 0, ofBlock);          // nothing was there
        REQUIRE(script.run("line 4\n"));
        script.finish();
        replay = std::make_unique<Replay>(script.tape());
    }
    std::vector<std::string> at(uint64_t step) {
        REQUIRE(replay->seek(step));
        std::vector<std::string> lines;
        for (const BlockArea& area : replay->state().blockAreas()) {
            std::string line = area.blockBytes ? std::to_string(area.blockBytes) : "large";
            for (const BlockArea::Block& block : area.beside)
                line += " " + std::to_string(block.begin - (area.blockBytes ? area.begin : zone)) + ":" + std::to_string(block.bytes) +
                        (block.ofProgram ? "!" : "");
            lines.push_back(line);
        }
        return lines;
    }
    EventScript script;
    std::unique_ptr<Replay> replay;
};

using Lines = std::vector<std::string>;

}

TEST_CASE("pools and blocks beside objects are known at each step, whichever way it was reached", "[replay][areas]") {
    const Lines expected[] = {
        {"64 3:64"}, {"64 3:64 7:64!", "512", "large 1:8192! 514:640!"}, {"64 7:64!", "large 514:640!"}, {"64 7:64!", "large 514:1024!"}};
    Run run;
    for (uint64_t step : {0, 1, 2, 3, 2, 1, 0, 3, 1, 0, 2}) {
        INFO("step " << step);
        CHECK(run.at(step) == expected[step]);
    }
}

TEST_CASE("what a line cost is what the maps before and after it differ in", "[replay][map]") {
    auto block = [](uint64_t address, uint32_t life, bool own) {
        return MapBlock{.address = address, .bytes = 64, .place = 0, .object = {Granule(address / 16), life}, .ofProgram = own};
    };
    MemoryMap before, after;
    before.poolBytes = after.poolBytes = 16384;
    before.allPools = {0x4000};
    after.allPools = {0x4000, 0x8000};
    before.pools = {{.address = 0x4000, .blockBytes = 64, .capacity = 255, .blocks = {block(0x4030, 1, true), block(0x4070, 2, false)}}};
    after.pools = {{.address = 0x4000, .blockBytes = 64, .capacity = 255, .blocks = {block(0x4030, 9, true), block(0x4070, 2, true)}},
                   {.address = 0x8000, .blockBytes = 64, .capacity = 255, .blocks = {block(0x8030, 10, true), block(0x8070, 11, false)}}};
    before.frames = {{.life = 1, .bytes = 112}, {.life = 2, .bytes = 96}};
    after.frames = {{.life = 1, .bytes = 112}, {.life = 3, .bytes = 104}};
    MapCost cost = costBetween(before, after);
    REQUIRE(cost.taken.size() == 2);       // what the program came to hold was there
    CHECK(cost.taken[0].object.life == 9); // another life in the same block
    CHECK(cost.taken[1].object.life == 10);
    REQUIRE(cost.given.size() == 1);
    CHECK(cost.given[0].object.life == 1);
    CHECK(cost.takenBytes() == 128);
    CHECK(cost.newPools == std::vector<uint64_t>{0x8000});
    REQUIRE(cost.pushed.size() == 1);
    CHECK(cost.pushed[0].life == 3);
    REQUIRE(cost.popped.size() == 1);
    CHECK(cost.popped[0].life == 2);
    CHECK(costBetween(after, after).taken.empty());
}

TEST_CASE("of pages that lie far apart the next one is found", "[areas]") {
    PageMap pages;
    CHECK(pages.nextMet(0) == 0);
    pages.ensure(pool + 5);
    pages.ensure(granuleEnd - 1);
    CHECK(pages.nextMet(1) == pool);
    CHECK(pages.nextMet(pool) == pool);
    CHECK(pages.nextMet(pool + 7) == pool + 7);
    CHECK(pages.nextMet(otherPool) == granuleEnd - 1024);
    CHECK(pages.nextMet(granuleEnd) == 0);
    CHECK(pages.nextMet(uint64_t{1} << 32) == 0);
}

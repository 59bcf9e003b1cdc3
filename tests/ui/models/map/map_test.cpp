// SPDX-License-Identifier: GPL-3.0-or-later
// What the Map page tells of real programs.
#include <algorithm>

#include "tests/support/ui/catch_qt.h"
#include "tests/support/ui/recorded_runs.h"
#include "ui/models/map/map_figures.h"
#include "ui/models/map/map_rows.h"
#include "ui/models/map/map_words.h"

using namespace memtape;

namespace {

const char* const push =
    "class Node:\n    def __init__(self, value, next):\n        self.value = value\n        self.next = next\n\ndef push(head, n):\n"
    "    return Node(n * 1000, head)\n\nhead = None\nfor n in (1, 2, 3):\n    head = push(head, n * 700)\ntext = 'x' * (n * 1000)\ndel text\nend = 0\n";

}

TEST_CASE("a call pushes a frame where the one before ends, and an instance takes one block of its class's size", "[map]") {
    auto run = recordedRun(QString::fromLatin1(push));
    MapReader reader;
    uint64_t step = stepAtLine(*run, 3); // in the first __init__
    const MapFigures* figures = reader.at(*run, step);
    REQUIRE(figures);
    REQUIRE(figures->map.frames.size() == 3);
    CHECK(figures->frameNames == QVector<QString>{QStringLiteral("module"), QStringLiteral("push"), QStringLiteral("__init__")});
    uint64_t end = figures->map.frames[0].at;
    for (const MapFrame& frame : figures->map.frames) {
        CHECK(frame.at == end);
        CHECK(frame.bytes == frame.head + 8 * (frame.slots + frame.entries));
        end = frame.at + frame.bytes;
    }
    CHECK(figures->map.stackBytes == end);
    CHECK(figures->map.calls == 3);
    CHECK(figures->map.callLimit == 1000);
    // the Node: 32 bytes before it, 16 of its own, and room for the values of thirty names (CPython 3.13, for the first instance of a class)
    int nodes = 0;
    auto reading = run->readingAt(step);
    for (const MapPool& pool : figures->map.pools)
        for (const MapBlock& block : pool.blocks)
            if (block.object && reading->title(block.object) == "Node") {
                ++nodes;
                CHECK(block.bytes == 336);
                CHECK(block.before == 32);
            }
    CHECK(nodes == 1);
}

TEST_CASE("what a line took and gave back, and that a large block lies by itself", "[map]") {
    auto run = recordedRun(QString::fromLatin1(push));
    MapReader reader;
    const MapFigures* made = reader.at(*run, stepAtLine(*run, 13)); // the text of 3000 characters is there
    REQUIRE(made);
    REQUIRE(made->cost.taken.size() == 1);
    CHECK(made->cost.taken[0].bytes == 3056); // 40 + 3000 + 1, rounded up to 16
    REQUIRE(made->map.large.size() >= 1);
    CHECK(made->ranLine == 12);
    CHECK(MapWords::cost(*made) == QStringList{QStringLiteral("1 block taken, 3056 bytes")});
    const MapFigures* gone = reader.at(*run, stepAtLine(*run, 14));
    REQUIRE(gone);
    CHECK(gone->cost.given.size() == 1);
    CHECK(MapWords::cost(*gone) == QStringList{QStringLiteral("1 block given back, 3056 bytes")});
}

TEST_CASE("the free block that is used next is drawn, and says so", "[map]") {
    auto run = recordedRun(QStringLiteral("def text(n):\n    return 'x' * n\na, b = text(100), text(101)\ndel a\nc = text(102)\nend = 0\n"));
    MapReader reader;
    const uint64_t before = stepAtLine(*run, 5), after = stepAtLine(*run, 6);
    auto reading = run->readingAt(after);
    const ObjectId made = reading->objectAt("c");
    REQUIRE(made);
    const uint64_t address = reading->state().object(made).address;
    const MapFigures* figures = reader.at(*run, before);
    REQUIRE(figures);
    const NextBlock* next = figures->next(address);
    REQUIRE(next);
    CHECK(next->blockBytes == 144);
    CHECK(figures->isGiven(address)); // by the del
    CHECK(MapWords::freeBlock(*figures, address, 144).contains(QStringLiteral("uses it next")));
    CHECK_FALSE(MapWords::freeBlock(*figures, address + 144, 144).contains(QStringLiteral("uses it next")));
    CHECK(MapWords::summary(*figures).contains(MapWords::next(*figures)));
    const QVector<MapRow> rows = mapRows(*figures, 20, {});
    for (const NextBlock& block : figures->nextBlocks) {
        INFO(block.blockBytes);
        const uint64_t pool = block.address / 16384 * 16384;
        const bool isShown = std::any_of(figures->map.pools.begin(), figures->map.pools.end(), [&](const MapPool& p) { return p.address == pool; });
        const bool isDrawn = std::any_of(rows.begin(), rows.end(), [&](const MapRow& row) {
            return row.kind == MapRow::Kind::Pool && figures->map.pools[row.index].address == pool &&
                   (row.isTouched ||
                    (row.first <= (block.address - pool - 48) / block.blockBytes && (block.address - pool - 48) / block.blockBytes < row.end));
        });
        CHECK(isDrawn == isShown);
    }
    const MapFigures* used = reader.at(*run, after);
    REQUIRE(used);
    const NextBlock* other = used->next(address);
    CHECK_FALSE(other);
}

TEST_CASE("what the stack would take at its limit is told of functions, which may call themselves", "[map]") {
    auto run = recordedRun(QStringLiteral("def f(n):\n    return n\nf(1)\nend = 0\n"));
    MapReader reader;
    CHECK(MapWords::bytesAtLimit(*reader.at(*run, stepAtLine(*run, 2))).contains(QStringLiteral("f goes on calling itself")));
    CHECK_FALSE(MapWords::bytesAtLimit(*reader.at(*run, stepAtLine(*run, 4))).contains(QStringLiteral("itself")));
}

TEST_CASE("the map adds up at every step of real programs", "[map]") {
    for (const QString& name : textbookPrograms()) {
        auto run = recordedRun(programText(name));
        MapReader reader;
        for (uint64_t step = 0; step < run->stepCount(); ++step) {
            INFO(name << " at step " << step);
            const MapFigures* figures = reader.at(*run, step);
            REQUIRE(figures);
            REQUIRE(figures->map.knowsHeap);
            auto state = run->stateAt(step);
            size_t objects = figures->map.large.size();
            for (const MapPool& pool : figures->map.pools) {
                CHECK(pool.blockBytes % 16 == 0);
                CHECK(pool.blocks.size() <= pool.capacity);
                objects += size_t(std::count_if(pool.blocks.begin(), pool.blocks.end(), [](const MapBlock& b) { return b.ofProgram && b.object; }));
            }
            objects -= size_t(std::count_if(figures->map.large.begin(), figures->map.large.end(), [](const MapBlock& b) { return !b.object; }));
            CHECK(objects == state->heapObjects()); // each object of the program has its block
        }
    }
}

TEST_CASE("recursion fills the gauge, and an error empties it frame by frame", "[map]") {
    auto run = recordedRun(QStringLiteral(
        "import sys\nsys.setrecursionlimit(60)\ndef f(n):\n    return f(n + 1)\ntry:\n    f(0)\nexcept RecursionError:\n    end = 0\n"));
    MapReader reader;
    uint32_t most = 0;
    uint64_t gone = 0;
    for (uint64_t step = 0; step < run->stepCount(); ++step) {
        const MapFigures* figures = reader.at(*run, step);
        REQUIRE(figures);
        most = std::max(most, figures->map.calls);
        if (!figures->error) continue;
        CHECK(figures->errorName == QStringLiteral("RecursionError"));
        CHECK_FALSE(MapWords::unwinding(*figures).isEmpty());
        CHECK(figures->framesLeft >= gone);
        gone = figures->framesLeft;
    }
    CHECK(most > 50);
    CHECK(gone > 50);
}

TEST_CASE("of many pools a few of each size are drawn, all that the line touched among them, and the rest on demand", "[map]") {
    auto run = recordedRun(QStringLiteral("kept = [[n, n] for n in range(2000)]\nlast = [0]\nend = 0\n"));
    MapReader reader;
    const MapFigures* figures = reader.at(*run, stepAtLine(*run, 3));
    REQUIRE(figures);
    QVector<MapRow> rows = mapRows(*figures, 20, {});
    CHECK(rows.size() < qsizetype(figures->map.pools.size()));
    size_t told = 0;
    uint32_t folded = 0;
    for (const MapRow& row : rows) {
        if (row.kind == MapRow::Kind::Pool) {
            ++told;
            CHECK(row.end - row.first <= 20);
            CHECK(row.end <= figures->map.pools[row.index].capacity);
        }
        if (row.kind == MapRow::Kind::More) told += row.pools, folded = row.blockBytes;
    }
    CHECK(told == figures->map.pools.size());
    REQUIRE(folded);
    CHECK(std::any_of(rows.begin(), rows.end(), [](const MapRow& row) { return row.kind == MapRow::Kind::Pool && row.isTouched; }));
    for (const MapBlock& block : figures->cost.taken) {
        bool isDrawn = std::any_of(rows.begin(), rows.end(), [&](const MapRow& row) {
            return row.kind == MapRow::Kind::Pool && figures->map.pools[row.index].address == block.address / 16384 * 16384 &&
                   row.first <= block.place && block.place < row.end;
        });
        CHECK(isDrawn);
    }
    CHECK(mapRows(*figures, 20, {folded}).size() > rows.size());
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ui/catch_qt.h"
#include "tests/support/ui/sample_runs.h"
#include "ui/models/picture/picture.h"
#include "ui/scene/layout/look_ahead_layout.h"
#include "ui/scene/layout/run_plan.h"
#include "ui/scene/memory_scene.h"
#include "ui/state/run.h"

using namespace memtape;

namespace {

bool overlapsAtSomeTime(const QVector<LayoutNode>& nodes, const LayoutResult& layout) {
    for (qsizetype i = 0; i < nodes.size(); ++i)
        for (qsizetype j = i + 1; j < nodes.size(); ++j) {
            bool together = nodes[i].begin <= nodes[j].end && nodes[j].begin <= nodes[i].end;
            QRectF a(layout.places[i], QSizeF(nodes[i].width, nodes[i].height)), b(layout.places[j], QSizeF(nodes[j].width, nodes[j].height));
            if (together && a.intersects(b)) return true;
        }
    return false;
}

}

TEST_CASE("a list lies along a line", "[layout]") {
    QVector<LayoutNode> nodes;
    QVector<LayoutEdge> edges;
    constexpr int count = 12;
    for (int i = 0; i < count; ++i) nodes.append({160, 80, uint64_t(i), 100});
    for (int i = 1; i < count; ++i) edges.append({i, i - 1, uint64_t(i), 100, 60}); // pushed in front
    edges.append({-1, count - 1, count - 1, 100, 90});
    LayoutResult layout = lookAheadLayout(nodes, edges, {400, 26});
    for (int i = 0; i < count; ++i) REQUIRE(layout.columnOf[i] == count - 1 - i);
    REQUIRE(crossingsAt(nodes, edges, layout, 100) == 0);
    REQUIRE_FALSE(overlapsAtSomeTime(nodes, layout));
}

TEST_CASE("a binary tree is drawn without crossings", "[layout]") {
    QVector<LayoutNode> nodes;
    QVector<LayoutEdge> edges;
    for (int i = 0; i < 127; ++i) {
        nodes.append({140, 110, uint64_t(i), 500});
        if (i > 0) edges.append({(i - 1) / 2, i, uint64_t(i), 500, i % 2 ? 65.0 : 91.0});
    }
    edges.append({-1, 0, 0, 500, 100});
    LayoutResult layout = lookAheadLayout(nodes, edges, {400, 26});
    REQUIRE(crossingsAt(nodes, edges, layout, 500) == 0);
    REQUIRE_FALSE(overlapsAtSomeTime(nodes, layout));
}

TEST_CASE("boxes whose lives do not meet share a place", "[layout]") {
    QVector<LayoutNode> nodes;
    QVector<LayoutEdge> edges;
    for (int i = 0; i < 50; ++i) {
        nodes.append({140, 60, uint64_t(i * 4), uint64_t(i * 4 + 1)});
        edges.append({-1, i, uint64_t(i * 4), uint64_t(i * 4 + 1), 100});
    }
    LayoutResult layout = lookAheadLayout(nodes, edges, {400, 26});
    for (int i = 1; i < 50; ++i) REQUIRE(layout.places[i] == layout.places[0]);
}

TEST_CASE("an empty run and a cycle have layouts too", "[layout]") {
    REQUIRE(lookAheadLayout({}, {}, {}).places.isEmpty());
    QVector<LayoutNode> nodes{{100, 50, 0, 9}, {100, 50, 0, 9}};
    QVector<LayoutEdge> edges{{0, 1, 0, 9, 30}, {1, 0, 0, 9, 30}, {0, 0, 0, 9, 30}};
    LayoutResult layout = lookAheadLayout(nodes, edges, {0, 0});
    REQUIRE(layout.columnOf[0] != layout.columnOf[1]);
}

TEST_CASE("no object ever moves, whatever way a step is reached", "[layout]") {
    for (auto make : {+[] { return linkedListRun(); }, +[] { return searchTreeRun(30); }, +[] { return containerRun(5); }}) {
        auto run = make();
        MemoryScene scene;
        scene.setPlan(planRun(*run->clone(), {}));
        QHash<ObjectId, QPointF> seen;
        for (uint64_t step = 0; step < run->stepCount(); ++step) {
            scene.show(buildPicture(*run, step, {}));
            for (const BoxPicture& box : scene.picture().boxes) {
                QPointF place = scene.rectOf(box.id).topLeft();
                if (seen.contains(box.id)) REQUIRE(seen[box.id] == place);
                seen.insert(box.id, place);
            }
        }
    }
}

TEST_CASE("a growing search tree crosses at most a few arrows", "[layout]") {
    auto run = searchTreeRun(40);
    MemoryScene scene;
    scene.setPlan(planRun(*run->clone(), {}));
    scene.show(buildPicture(*run, run->stepCount() - 1, {}));
    QVector<QRectF> boxes = scene.boxRects();
    for (int i = 0; i < boxes.size(); ++i)
        for (int j = i + 1; j < boxes.size(); ++j) REQUIRE_FALSE(boxes[i].intersects(boxes[j]));
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/layout/cluster_packing.h"

#include "tests/support/ui/catch_qt.h"

using namespace memtape;

namespace {

constexpr double side = 104;
const double pitch = side + Spacing().cluster;

PackedCluster square(uint64_t begin, uint64_t end) {
    PackedCluster cluster;
    cluster.size = QSizeF(side, side);
    cluster.boxes = {{QRectF(QPointF(0, 0), cluster.size), begin, end}};
    return cluster;
}

// In a view that one column fills.
std::vector<QPointF> packed(const std::vector<PackedCluster>& clusters) {
    std::vector<const PackedCluster*> each;
    for (const PackedCluster& cluster : clusters) each.push_back(&cluster);
    return packClusters(each, {}, QRectF(0, 0, side + 40, 1000), Spacing(), {});
}

}

TEST_CASE("boxes below one another that stay to one step take each only its own time", "[scene]") {
    const std::vector<QPointF> places = packed({square(0, 100), square(50, 100), square(0, 10), square(60, 100)});
    CHECK(places[0] == QPointF(0, 0));
    CHECK(places[1] == QPointF(0, pitch));
    CHECK(places[2] == QPointF(0, pitch)); // it is gone before the second one comes
    CHECK(places[3] == QPointF(0, 2 * pitch));
}

TEST_CASE("what boxes below one another leave free between them is taken", "[scene]") {
    std::vector<PackedCluster> clusters;
    for (int i = 0; i < 4; ++i) clusters.push_back(square(0, i == 2 ? 10 : 100));
    for (uint64_t begin : {50, 0}) clusters.push_back(square(begin, 100));
    const std::vector<QPointF> places = packed(clusters);
    CHECK(places[4] == QPointF(0, 2 * pitch)); // there the one stood that went
    CHECK(places[5] == QPointF(0, 4 * pitch));
}

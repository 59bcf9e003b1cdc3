// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/layout/arrow_router.h"

#include <QImage>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <ctime>
#include <limits>

#include "tests/support/ui/catch_qt.h"
#include "tests/ui/scene/arrow_scenes.h"

using namespace memtape;

namespace {

// Every 2 px along each arrow.
using Line = QVector<QPointF>;
QVector<Line> sampled(const QVector<ArrowRoute>& routes) {
    QVector<Line> lines;
    for (const ArrowRoute& route : routes) {
        Line line;
        const QPolygonF polygon = route.path.toSubpathPolygons().value(0);
        for (int i = 0; i + 1 < polygon.size(); ++i) {
            QLineF part(polygon[i], polygon[i + 1]);
            int count = std::max(1, int(part.length() / 2));
            for (int k = 0; k < count; ++k) line.append(part.pointAt(double(k) / count));
        }
        if (!polygon.isEmpty()) line.append(polygon.last());
        lines.append(line);
    }
    return lines;
}

int crossedObstacles(const ArrowScene& scene, const QVector<Line>& lines) {
    int count = 0;
    for (int i = 0; i < lines.size(); ++i)
        for (const QRectF& rect : scene.obstacles) {
            QRectF inner = rect.adjusted(1, 1, -1, -1);
            bool inSource = inner.contains(lines[i].first());
            // Out of its source an arrow goes once, and does not come back.
            auto begin = lines[i].begin();
            if (inSource) begin = std::find_if(begin, lines[i].end(), [&](QPointF point) { return !inner.contains(point); });
            count += std::any_of(begin, lines[i].end(), [&](QPointF point) { return inner.contains(point); });
        }
    return count;
}

struct Meetings {
    int crossings = 0;
    double closest = 1e9; // of arrows to different boxes that run side by side
};

Meetings meetings(const ArrowScene& scene, const QVector<Line>& lines) {
    Meetings found;
    for (int i = 0; i < lines.size(); ++i)
        for (int j = i + 1; j < lines.size(); ++j) {
            if (scene.arrows[i].targetKey == scene.arrows[j].targetKey) continue;
            QPolygonF first(lines[i]), second(lines[j]);
            if (!first.boundingRect().adjusted(-9, -9, 9, 9).intersects(second.boundingRect().adjusted(-9, -9, 9, 9))) continue;
            QPointF last(1e9, 1e9);
            for (int a = 0; a + 1 < first.size(); ++a)
                for (int b = 0; b + 1 < second.size(); ++b) {
                    if ((first[a] - second[b]).manhattanLength() > 20) continue;
                    QLineF one(first[a], first[a + 1]), other(second[b], second[b + 1]);
                    if (one.length() < 1e-6 || other.length() < 1e-6) continue;
                    QPointF where;
                    if (one.intersects(other, &where) == QLineF::BoundedIntersection) {
                        found.crossings += (where - last).manhattanLength() > 6; // not twice where two parts meet
                        last = where;
                        continue;
                    }
                    double angle = one.angleTo(other);
                    angle = std::min({angle, std::abs(angle - 180), 360 - angle});
                    if (angle > 20) continue;
                    QLineF normal = one.normalVector().unitVector();
                    QPointF across(normal.dx(), normal.dy()), along(-across.y(), across.x());
                    QPointF between = other.center() - one.center();
                    if (std::abs(QPointF::dotProduct(between, along)) > 1.5) continue;
                    found.closest = std::min(found.closest, std::abs(QPointF::dotProduct(between, across)));
                }
        }
    return found;
}

// The head stands on one of the entries and points into the box; the path goes from a dot in the source to the head's foot.
bool endsWell(const ArrowEnds& ends, const ArrowRoute& route) {
    bool isEntry = std::any_of(ends.entries.begin(), ends.entries.end(),
                               [&](const ArrowPort& entry) { return entry.point == route.tip && entry.side == route.enters; });
    bool isExit = std::any_of(ends.exits.begin(), ends.exits.end(), [&](const ArrowPort& exit) { return exit.point == route.dot; });
    QPointF foot = route.path.currentPosition(), first(route.path.elementAt(0));
    QPointF head = foot - route.tip;
    QPointF out = outward(route.enters);
    double last = route.path.angleAtPercent(1) * M_PI / 180;
    QPointF heading(std::cos(last), -std::sin(last));
    return isEntry && isExit && first == route.dot && ends.source.contains(route.dot) && QPointF::dotProduct(head, out) > 7 &&
           std::abs(head.x() * out.y()) + std::abs(head.y() * out.x()) < 1e-6 && QPointF::dotProduct(heading, out) < -0.99;
}

// Whether it goes back over where it came from, or in a spike.
bool turnsBack(const ArrowRoute& route) {
    const QPolygonF points = route.path.toSubpathPolygons().value(0);
    QPointF before;
    for (int i = 0; i + 1 < points.size(); ++i) {
        const QPointF way = points[i + 1] - points[i];
        const double length = std::hypot(way.x(), way.y());
        if (length < 0.1) continue;
        if (QPointF::dotProduct(before, way / length) < -0.1) return true;
        before = way / length;
    }
    return false;
}

void paintScene(const ArrowScene& scene, const QVector<ArrowRoute>& routes, const QString& file) {
    QRectF all;
    for (const QRectF& rect : scene.obstacles) all |= rect;
    for (const ArrowRoute& route : routes) all |= route.path.boundingRect();
    all.adjust(-16, -16, 16, 16);
    double scale = std::min(1.5, 1800 / std::max(all.width(), all.height()));
    QImage image((all.size() * scale).toSize(), QImage::Format_RGB32);
    image.fill(QColor(0xFA, 0xFA, 0xF7));
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(scale, scale);
    painter.translate(-all.topLeft());
    for (const QRectF& rect : scene.obstacles) {
        painter.setPen(QPen(QColor(0xB0, 0xB4, 0xB8), 1));
        painter.setBrush(Qt::white);
        painter.drawRoundedRect(rect, 6, 6);
        painter.drawLine(rect.topLeft() + QPointF(0, 26), rect.topRight() + QPointF(0, 26));
    }
    QColor ink(0x56, 0x5C, 0x63);
    for (const ArrowRoute& route : routes) {
        painter.setPen(QPen(ink, 1.2));
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(route.path);
        QPointF out = outward(route.enters), side(out.y(), out.x());
        painter.setPen(Qt::NoPen);
        painter.setBrush(ink);
        painter.drawPolygon(QPolygonF{route.tip, route.tip + out * 9 + side * 4.5, route.tip + out * 9 - side * 4.5});
        painter.drawEllipse(route.dot, 3, 3);
    }
    painter.end();
    image.save(file);
}

}

TEST_CASE("no arrow crosses an obstacle, and each ends with its head on its target", "[arrows]") {
    std::vector<ArrowScene> scenes = structureScenes();
    for (unsigned seed = 1; seed <= 12; ++seed) scenes.push_back(randomScene(seed, 6 + 3 * int(seed), 5 * int(seed), seed % 3));
    scenes.push_back(randomScene(14, 60, 100, false)); // searches cost so much that the last ones are short
    for (const ArrowScene& scene : scenes) {
        INFO(scene.name);
        auto routes = ArrowRouter(scene.obstacles).route(scene.arrows);
        REQUIRE(routes.size() == scene.arrows.size());
        CHECK(crossedObstacles(scene, sampled(routes)) == 0);
        for (int i = 0; i < routes.size(); ++i) {
            INFO("arrow " << i);
            CHECK(endsWell(scene.arrows[i], routes[i]));
        }
    }
}

TEST_CASE("an arrow does not turn back on its way, where little room is left before a head, either", "[arrows]") {
    std::vector<ArrowScene> scenes = structureScenes();
    for (unsigned seed : {3, 10, 17, 28}) scenes.push_back(randomScene(seed, 30, 30, seed % 2));
    for (const ArrowScene& scene : scenes) {
        const auto routes = ArrowRouter(scene.obstacles).route(scene.arrows);
        for (int i = 0; i < routes.size(); ++i) {
            INFO(scene.name << ", arrow " << i);
            CHECK_FALSE(turnsBack(routes[i]));
        }
    }
}

TEST_CASE("in pictures of structures, arrows side by side are a lane apart, and cross only where they must", "[arrows]") {
    for (const ArrowScene& scene : structureScenes()) {
        INFO(scene.name);
        Meetings met = meetings(scene, sampled(ArrowRouter(scene.obstacles).route(scene.arrows)));
        CHECK(met.closest >= 7.5);
        if (scene.isPlanar) CHECK(met.crossings == 0);
    }
}

TEST_CASE("arrows to one box join before its edge", "[arrows]") {
    ArrowScene scene;
    for (const ArrowScene& made : structureScenes())
        if (made.name == QStringLiteral("one row three times")) scene = made;
    REQUIRE(scene.arrows.size() == 4);
    auto routes = ArrowRouter(scene.obstacles).route(scene.arrows);
    for (const ArrowRoute& route : routes) {
        CHECK(route.tip == routes.front().tip);
        // The last px before the head are the same for all: level, at the entry's height.
        double length = route.path.length();
        QPointF joined = route.path.pointAtPercent(route.path.percentAtLength(length - 5));
        CHECK(std::abs(joined.y() - route.tip.y()) < 0.01);
    }
}

TEST_CASE("the same arrows go the same ways", "[arrows]") {
    for (unsigned seed : {3u, 4u}) {
        ArrowScene scene = randomScene(seed, 16, 24, true);
        auto routes = ArrowRouter(scene.obstacles).route(scene.arrows);
        auto again = ArrowRouter(scene.obstacles).route(scene.arrows);
        for (int i = 0; i < routes.size(); ++i) CHECK(routes[i].path == again[i].path);
    }
}

TEST_CASE("where nothing crosses, arrows go the same ways whatever comes after them", "[arrows]") {
    for (const ArrowScene& scene : structureScenes()) {
        if (!scene.isPlanar || scene.arrows.size() < 3) continue;
        INFO(scene.name);
        auto routes = ArrowRouter(scene.obstacles).route(scene.arrows);
        auto fewer = ArrowRouter(scene.obstacles).route(scene.arrows.mid(0, scene.arrows.size() - 2));
        for (int i = 0; i < fewer.size(); ++i) CHECK(routes[i].path == fewer[i].path);
    }
}

TEST_CASE("an object that refers to itself has a loop at its edge", "[arrows]") {
    QRectF box(400, 80, 141, 96);
    QVector<ArrowPort> exits{{QPointF(527, 120), Side::Right}}, entries{{QPointF(400, 96), Side::Left}, {QPointF(541, 96), Side::Right}};
    auto routes = ArrowRouter({box}).route({{box, exits, box, entries, 0}});
    CHECK(routes[0].enters == Side::Right);
    CHECK(routes[0].path.boundingRect().right() < box.right() + 48);
    CHECK(routes[0].path.boundingRect().height() < 48);
}

TEST_CASE("arrows without a way are drawn all the same, and nonsense does no harm", "[arrows]") {
    double nan = std::numeric_limits<double>::quiet_NaN(), huge = 1e300;
    QRectF left(0, 0, 100, 80), right(100, 0, 100, 80), walls[] = {{-40, -40, 280, 40}, {-40, 80, 280, 40}, {-40, 0, 40, 80}, {200, 0, 40, 80}};
    QVector<QRectF> touching{left, right, walls[0], walls[1], walls[2], walls[3]};
    ArrowEnds shut{left, {{QPointF(80, 40), Side::Right}}, right, {{QPointF(200, 16), Side::Right}}, 1};
    auto routes = ArrowRouter(touching).route({shut});
    CHECK(routes[0].path.elementCount() > 1);
    CHECK(routes[0].tip == QPointF(200, 16));

    ArrowEnds degenerate{QRectF(5, 5, 0, 0), {{QPointF(5, 5), Side::Top}}, QRectF(5, 5, 0, 0), {{QPointF(5, 5), Side::Bottom}}, 2};
    ArrowEnds unfinite{QRectF(nan, 0, 1, 1), {{QPointF(nan, 0), Side::Left}}, left, {{QPointF(0, 16), Side::Left}}, 3};
    ArrowEnds far{QRectF(huge, 0, 1, 1), {{QPointF(huge, 0), Side::Left}}, left, {{QPointF(0, 16), Side::Left}}, 4};
    ArrowEnds nowhere{left, {}, right, {}, 5};
    QVector<QRectF> odd{QRectF(nan, 0, 5, 5), QRectF(huge, 0, 5, 5), QRectF(), QRectF(10, 10, -5, -5), left};
    for (const QVector<QRectF>& obstacles : {odd, QVector<QRectF>()}) {
        auto drawn = ArrowRouter(obstacles).route({degenerate, unfinite, far, nowhere, shut});
        REQUIRE(drawn.size() == 5);
        for (const ArrowRoute& route : drawn) {
            QRectF bounds = route.path.boundingRect();
            CHECK((std::isfinite(bounds.width()) && std::isfinite(bounds.height())));
        }
    }
}

TEST_CASE("arrows painted, to be looked at", "[.pictures]") {
    auto paint = [](const ArrowScene& scene) {
        auto routes = ArrowRouter(scene.obstacles).route(scene.arrows);
        auto lines = sampled(routes);
        auto met = meetings(scene, lines);
        QString name = QString(scene.name).replace(' ', '_').remove(',');
        printf("%-34s arrows %3d crossings %3d closest %6.2f obstacles %d\n", qPrintable(name), int(routes.size()), met.crossings, met.closest,
               crossedObstacles(scene, lines));
        paintScene(scene, routes, QStringLiteral("arrows-%1.png").arg(name));
    };
    for (const ArrowScene& scene : structureScenes()) paint(scene);
    for (unsigned seed = 1; seed <= 6; ++seed) paint(randomScene(seed, 12 * seed, 14 * seed, seed % 2));
}

TEST_CASE("time for many arrows", "[.bench]") {
    auto time = [](const ArrowScene& scene) {
        double best = 1e9;
        for (int i = 0; i < (scene.arrows.size() > 500 ? 3 : 15); ++i) {
            std::clock_t start = std::clock();
            ArrowRouter(scene.obstacles).route(scene.arrows);
            best = std::min(best, (std::clock() - start) * 1e3 / CLOCKS_PER_SEC);
        }
        printf("%-34s %5d boxes %5d arrows %8.3f ms\n", qPrintable(scene.name), int(scene.obstacles.size()), int(scene.arrows.size()), best);
    };
    for (const ArrowScene& scene : structureScenes()) time(scene);
    time(randomScene(1, 40, 60, true));
    time(randomScene(2, 40, 60, false));
    time(largeScene(1000));
    time(randomScene(3, 1000, 1000, true));
    time(randomScene(4, 1000, 1000, false));
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <optional>

#include "tests/support/ui/catch_qt.h"
#include "tests/support/ui/recorded_runs.h"
#include "tests/support/ui/sample_runs.h"
#include "ui/models/picture/picture.h"
#include "ui/scene/items/box_item.h"
#include "ui/scene/layout/picture_arrows.h"
#include "ui/scene/layout/run_plan.h"
#include "ui/scene/memory_scene.h"
#include "ui/state/run.h"
#include "ui/style/metrics.h"

using namespace memtape;

namespace {

// How many boxes, ghosts and cards an arrow runs through that are neither its own nor its target.
int foreignBoxes(const MemoryScene& scene) {
    int count = 0;
    const auto boxes = scene.boxRects() + scene.cardRects();
    for (const ArrowRoute& route : scene.arrows()) {
        QVector<QPointF> points;
        for (double t = 0; t <= 1; t += 0.008) points.append(route.path.pointAtPercent(t));
        for (const QRectF& box : boxes) {
            QRectF inner = box.adjusted(1, 1, -1, -1);
            if (inner.contains(route.dot) || box.adjusted(-1, -1, 1, 1).contains(route.tip)) continue;
            count += std::any_of(points.begin(), points.end(), [&](QPointF point) { return inner.contains(point); });
        }
    }
    return count;
}

// Heads less than 10 px apart on one edge that are not one.
int crowdedHeads(const MemoryScene& scene) {
    int count = 0;
    auto routes = scene.arrows();
    for (int i = 0; i < routes.size(); ++i)
        for (int j = i + 1; j < routes.size(); ++j) {
            double apart = std::abs(routes[i].tip.y() - routes[j].tip.y());
            count += routes[i].tip.x() == routes[j].tip.x() && apart > 0 && apart < 10;
        }
    return count;
}

// Level and upright pieces of arrows, at least so long.
QVector<QLineF> straightPieces(const ArrowRoute& route) {
    constexpr double least = 16;
    QVector<QLineF> pieces;
    const QPolygonF points = route.path.toSubpathPolygons().value(0);
    for (int i = 0; i + 1 < points.size(); ++i) {
        const QLineF piece(points[i], points[i + 1]);
        if (piece.length() >= least && (std::abs(piece.dx()) < 1e-6 || std::abs(piece.dy()) < 1e-6)) pieces.append(piece);
    }
    return pieces;
}

// How far apart two such pieces are where they run side by side; nothing where they do not.
std::optional<double> apart(const QLineF& a, const QLineF& b) {
    const bool isUpright = std::abs(a.dx()) < 1e-6;
    if (isUpright != (std::abs(b.dx()) < 1e-6)) return std::nullopt;
    auto along = [&](QPointF point) { return isUpright ? point.y() : point.x(); };
    auto across = [&](QPointF point) { return isUpright ? point.x() : point.y(); };
    const double from = std::max(std::min(along(a.p1()), along(a.p2())), std::min(along(b.p1()), along(b.p2())));
    const double to = std::min(std::max(along(a.p1()), along(a.p2())), std::max(along(b.p1()), along(b.p2())));
    return to - from < 16 ? std::nullopt : std::optional(std::abs(across(a.p1()) - across(b.p1())));
}

// Names that refer to functions and cells in no order, from frames beside one another: the channel between stack and heap is full.
constexpr const char* counters = R"(
def make_counter(step):
    count = 0
    history = []
    def increase():
        nonlocal count
        count += step
        history.append(count)
        return count
    def reset():
        nonlocal count
        count = 0
    return increase, reset
by_one, reset_one = make_counter(1)
by_ten, reset_ten = make_counter(10)
by_one()
by_ten()
reset_one()
)";

// Objects that refer to one another all round.
constexpr const char* vertices = R"(
class Vertex:
    def __init__(self, name):
        self.name = name
        self.neighbours = []
    def connect(self, other):
        self.neighbours.append(other)
        other.neighbours.append(self)
a, b, c, d, e = (Vertex(name) for name in "abcde")
a.connect(b)
b.connect(c)
c.connect(d)
d.connect(e)
e.connect(a)
a.connect(c)
)";

// Rings of objects that are lost: arrows back and forth among more boxes than there is room for.
constexpr const char* rings = R"(
class Node:
    def __init__(self, name):
        self.name = name
        self.links = []
    def link(self, other):
        self.links.append(other)
        other.links.append(self)
def ring(names):
    nodes = [Node(name) for name in names]
    for first, second in zip(nodes, nodes[1:] + nodes[:1]):
        first.link(second)
    return nodes[0]
def work():
    kept = ring("abc")
    lost = ring("wxyz")
    lost = None
    return kept
first = work()
second = work()
)";

// A tree whose nodes know their parents: arrows leave upwards where others go down.
constexpr const char* folders = R"(
class Entry:
    def __init__(self, name, parent=None):
        self.name = name
        self.parent = parent
        if parent:
            parent.children[name] = self
class Folder(Entry):
    def __init__(self, name, parent=None):
        super().__init__(name, parent)
        self.children = {}
class File(Entry):
    def __init__(self, name, parent, size):
        super().__init__(name, parent)
        self.size = size
def total(f):
    if isinstance(f, File):
        return f.size
    return sum(total(c) for c in f.children.values())
root = Folder("/")
home = Folder("home", root)
etc = Folder("etc", root)
mina = Folder("mina", home)
File("notes.txt", mina, 120)
File("photo.png", mina, 2048)
File("hosts", etc, 64)
size = total(root)
)";

bool crossesItself(const ArrowRoute& route) {
    QPolygonF points = route.path.toSubpathPolygons().value(0);
    points.append(route.tip);
    for (int i = 0; i + 1 < points.size(); ++i)
        for (int j = i + 2; j + 1 < points.size(); ++j)
            if (QLineF(points[i], points[i + 1]).intersects(QLineF(points[j], points[j + 1]), nullptr) == QLineF::BoundedIntersection) return true;
    return false;
}

int overlaps(const MemoryScene& scene) {
    int count = 0;
    auto boxes = scene.boxRects();
    for (int i = 0; i < boxes.size(); ++i)
        for (int j = i + 1; j < boxes.size(); ++j) count += boxes[i].intersects(boxes[j]);
    return count;
}

// Of arrows to different objects, where they run side by side.
double leastDistance(const MemoryScene& scene) {
    const QVector<ArrowRoute> routes = scene.arrows();
    const QVector<ArrowItem*>& items = scene.arrowItems();
    double least = 1e9;
    for (int i = 0; i < routes.size(); ++i)
        for (int j = i + 1; j < routes.size(); ++j) {
            if (items[i]->target() == items[j]->target()) continue;
            for (const QLineF& one : straightPieces(routes[i]))
                for (const QLineF& other : straightPieces(routes[j])) least = std::min(least, apart(one, other).value_or(1e9));
        }
    return least;
}

// Matrices in one function's names: little room between them.
constexpr const char* products = R"(
def zeros(rows, cols):
    return [[0] * cols for _ in range(rows)]
def transpose(m):
    return [list(column) for column in zip(*m)]
def multiply(a, b):
    result = zeros(len(a), len(b[0]))
    bt = transpose(b)
    for i, row in enumerate(a):
        for j, col in enumerate(bt):
            result[i][j] = sum(x * y for x, y in zip(row, col))
    return result
wrong = [[0] * 3] * 3
right = zeros(3, 3)
wrong[0][1] = 5
right[0][1] = 5
print(wrong)
print(right)
m = [[1, 2], [3, 4]]
p = multiply(m, transpose(m))
print(p)
swap = m
m[0], m[1] = m[1], m[0]
print(swap, swap[0] is m[0])
m = transpose(m)
print(m, swap)
)";

}

TEST_CASE("notes of neighbours never lie on one another: where both say the same, one says it of both", "[scene]") {
    auto run = recordedRun(QStringLiteral("class P:\n    def __init__(self, n):\n        self.n = n\n        self.f = None\n"
                                          "a = P('Ann')\nb = P('Bob')\na.f = b\nb.f = a\ndel a\ndel b\nend = 1\n"));
    MemoryScene scene;
    scene.setPlan(planRun(*run->clone(), {}));
    int joined = 0;
    for (uint64_t step = 0; step < run->stepCount(); ++step) {
        scene.show(buildPicture(*run, step, {}));
        const auto& boxes = scene.boxItems();
        for (const BoxItem* one : boxes)
            for (const BoxItem* other : boxes)
                if (one < other && one->isNoteShown() && other->isNoteShown()) CHECK_FALSE(one->noteRect().intersects(other->noteRect()));
        for (const BoxItem* one : boxes)
            for (const BoxItem* other : boxes)
                joined += one != other && one->isNoteShown() && !other->isNoteShown() && one->box().unreachable && other->box().unreachable &&
                          one->noteRect().right() >= other->place().right();
    }
    CHECK(joined > 0);
}

TEST_CASE("no arrow crosses a box or a ghost", "[arrows]") {
    for (auto make : {+[] { return linkedListRun(); }, +[] { return searchTreeRun(30); }, +[] { return containerRun(5); }}) {
        auto run = make();
        MemoryScene scene;
        scene.setPlan(planRun(*run->clone(), {}));
        for (uint64_t step = 0; step<run->stepCount(); step += run->stepCount()> 80 ? 7 : 1) {
            scene.show(buildPicture(*run, step, {}));
            INFO("step " << step);
            REQUIRE(foreignBoxes(scene) == 0);
        }
    }
}

TEST_CASE("pictures of textbook programs have no overlaps, no crossed boxes, no crowded heads", "[arrows]") {
    for (const QString& name : textbookPrograms())
        for (Detail detail : {Detail::Names, Detail::Objects, Detail::Bytes}) {
            auto run = recordedRun(programText(name));
            PictureOptions options;
            options.detail = detail;
            MemoryScene scene;
            scene.setPlan(planRun(*run->clone(), options));
            for (uint64_t step = 0; step < run->stepCount(); step += detail == Detail::Objects ? 2 : 7) {
                scene.show(buildPicture(*run, step, options));
                INFO(name << " at step " << step << " in detail " << int(detail));
                CHECK(foreignBoxes(scene) == 0);
                CHECK(crowdedHeads(scene) == 0);
                CHECK(overlaps(scene) == 0);
            }
        }
}

TEST_CASE("heads on one edge are one, or at least 10 px apart, and touch the border", "[arrows]") {
    auto run = linkedListRun();
    MemoryScene scene;
    scene.setPlan(planRun(*run->clone(), {}));
    for (uint64_t step = 0; step < run->stepCount(); ++step) {
        scene.show(buildPicture(*run, step, {}));
        auto routes = scene.arrows();
        for (int i = 0; i < routes.size(); ++i) {
            bool touches = false;
            for (const QRectF& box : scene.boxRects())
                touches = touches || (box.adjusted(-1e-6, -1e-6, 1e-6, 1e-6).contains(routes[i].tip) &&
                                      !box.adjusted(1e-6, 1e-6, -1e-6, -1e-6).contains(routes[i].tip));
            REQUIRE(touches);
            for (int j = i + 1; j < routes.size(); ++j)
                if (routes[i].tip.x() == routes[j].tip.x()) {
                    double apart = std::abs(routes[i].tip.y() - routes[j].tip.y());
                    bool areApart = apart == 0 || apart >= 10;
                    REQUIRE(areApart);
                }
        }
    }
}

TEST_CASE("what is said below a box does not shut in an arrow that has to leave there", "[arrows]") {
    auto run = recordedRun(QStringLiteral("class Node:\n"
                                          "    def __init__(self, key, parent):\n"
                                          "        self.key = key\n"
                                          "        self.parent = parent\n"
                                          "        self.left = None\n"
                                          "        self.right = None\n"
                                          "def insert(node, key):\n"
                                          "    side = 'left' if key < node.key else 'right'\n"
                                          "    if getattr(node, side):\n"
                                          "        return insert(getattr(node, side), key)\n"
                                          "    setattr(node, side, Node(key, node))\n"
                                          "root = Node(8, None)\n"
                                          "for key in (3, 12, 1, 6, 14):\n"
                                          "    insert(root, key)\n"));
    MemoryScene scene;
    scene.setPlan(planRun(*run->clone(), {}));
    int changed = 0;
    for (uint64_t step = 0; step < run->stepCount(); ++step) {
        INFO("step " << step);
        scene.show(buildPicture(*run, step, {}));
        CHECK(foreignBoxes(scene) == 0);
        for (const BoxPicture& box : scene.picture().boxes) changed += box.mark == Mark::Changed;
    }
    CHECK(changed > 5);
}

TEST_CASE("arrows to different objects keep a lane's width, also where channels are full", "[arrows]") {
    for (const char* source : {counters, vertices, folders}) {
        auto run = recordedRun(QString::fromUtf8(source));
        MemoryScene scene;
        scene.setPlan(planRun(*run->clone(), {}));
        for (uint64_t step = 0; step < run->stepCount(); ++step) {
            INFO("step " << step);
            scene.show(buildPicture(*run, step, {}));
            CHECK(leastDistance(scene) >= 7.5);
        }
    }
}

TEST_CASE("an arrow goes far round rather than on another, where all that is near is taken", "[arrows]") {
    auto run = recordedRun(QString::fromUtf8(products));
    PictureOptions options;
    options.view = QSizeF(1000, 640);
    MemoryScene scene;
    scene.setPlan(planRun(*run->clone(), options));
    for (uint64_t step = 0; step < run->stepCount(); ++step) {
        INFO("step " << step);
        scene.show(buildPicture(*run, step, options));
        CHECK(leastDistance(scene) >= 7.5);
    }
}

TEST_CASE("an arrow makes no ring before its head where others leave little room", "[arrows]") {
    auto run = recordedRun(programText(QStringLiteral("../bench/pictures/programs/lru_cache.py")));
    PictureOptions options;
    options.view = QSizeF(600, 560);
    MemoryScene scene;
    scene.setPlan(planRun(*run->clone(), options));
    for (uint64_t step = 100; step < run->stepCount(); step += 3) {
        INFO("step " << step);
        scene.show(buildPicture(*run, step, options));
        for (const ArrowRoute& route : scene.arrows()) CHECK_FALSE(crossesItself(route));
    }
}

TEST_CASE("arrows between objects do not go through the stack, nor below its frames", "[arrows]") {
    for (const QSizeF view : {QSizeF(1000, 640), QSizeF(830, 740)}) {
        auto run = recordedRun(QString::fromUtf8(rings));
        PictureOptions options;
        options.view = view;
        MemoryScene scene;
        scene.setPlan(planRun(*run->clone(), options));
        for (uint64_t step = run->stepCount() / 2; step < run->stepCount(); step += 20) {
            INFO("step " << step);
            scene.show(buildPicture(*run, step, options));
            for (const ArrowRoute& route : scene.arrows()) {
                const bool isOfStack = route.dot.x() < metrics::stackWidth;
                CHECK(route.path.boundingRect().left() >= (isOfStack ? route.dot.x() : metrics::wideStack.left + metrics::wideStack.cardWidth));
            }
        }
    }
}

TEST_CASE("arrows leave the stack at its right and do not come back, and none runs on its edge or out of the view", "[arrows]") {
    for (const char* source : {counters, vertices}) {
        auto run = recordedRun(QString::fromUtf8(source));
        MemoryScene scene;
        const RunPlan plan = planRun(*run->clone(), {});
        scene.setPlan(plan);
        for (uint64_t step = 0; step < run->stepCount(); ++step) {
            INFO("step " << step);
            scene.show(buildPicture(*run, step, {}));
            QRectF room = plan.view();
            for (const QRectF& rect : scene.boxRects() + scene.cardRects()) { // what stands outside is gone round
                if (rect.right() > plan.view().right()) room.setRight(std::max(room.right(), rect.right() + 40));
                if (rect.bottom() > plan.view().bottom()) room.setBottom(std::max(room.bottom(), rect.bottom() + 40));
            }
            for (const ArrowRoute& route : scene.arrows()) {
                const QRectF way = route.path.boundingRect().adjusted(0, 0, 0.5, 0.5); // a level one has no height
                CHECK(room.contains(way));
                const bool isOfStack = route.dot.x() < metrics::stackWidth;
                CHECK(route.path.boundingRect().left() >= (isOfStack ? route.dot.x() : metrics::wideStack.left + metrics::wideStack.cardWidth));
                for (const QLineF& piece : straightPieces(route))
                    if (std::abs(piece.dx()) < 1e-6) CHECK(std::abs(piece.x1() - metrics::stackWidth) >= 3);
            }
        }
    }
}

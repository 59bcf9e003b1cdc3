// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSet>
#include <atomic>

#include "tests/support/ui/catch_qt.h"
#include "tests/support/ui/recorded_runs.h"
#include "tests/support/ui/sample_runs.h"
#include "ui/scene/layout/geometry.h"
#include "ui/scene/layout/picture_arrows.h"
#include "ui/scene/layout/run_plan.h"
#include "ui/state/run.h"

using namespace memtape;

namespace {

// A run with its plan, and the boxes of its last step by the names that lead to them: `rows`, `rows.0`, `head.next.next`.
struct Planned {
    explicit Planned(const char* source, PictureOptions wanted = {}) : run(recordedRun(QString::fromUtf8(source))), options(wanted) {
        plan = planRun(*run->clone(), options);
        picture = buildPicture(*run, run->stepCount() - 1, options);
    }

    ObjectId at(const QString& path) const {
        const QStringList names = path.split(QLatin1Char('.'));
        const QVector<RowPicture>* rows = &picture.cards[0].rows;
        ObjectId id;
        for (const QString& name : names) {
            id = {};
            for (const RowPicture& row : *rows)
                if (row.label == name) id = row.ref.id;
            const BoxPicture* box = picture.findBox(id);
            REQUIRE(box);
            rows = &box->rows;
        }
        return id;
    }
    Form form(const QString& path) const { return plan.forms.value(at(path)).form; }
    QRectF place(const QString& path) const { return plan.places.value(at(path)); }
    double port(const QString& path) const { return place(path).top() + geometry::portHeight(form(path), options.detail); }

    std::unique_ptr<Run> run;
    PictureOptions options;
    RunPlan plan;
    Picture picture;
};

double dotOf(const Planned& planned, const QString& path, int cell) {
    ObjectId id = planned.at(path);
    const BoxPicture* box = planned.picture.findBox(id);
    return planned.plan.places.value(id).top() + geometry::cellPlaces(*box, planned.plan.forms.value(id), planned.options.detail)[cell].dot.y();
}

constexpr const char* treeSource = R"(
class Tree:
    def __init__(self, key):
        self.left = None
        self.key = key
        self.right = None
    def insert(self, key):
        side = "left" if key < self.key else "right"
        if getattr(self, side) is None:
            setattr(self, side, Tree(key))
        else:
            getattr(self, side).insert(key)
root = Tree(50)
for k in (30, 70, 20, 40):
    root.insert(k)
pass
)";

}

TEST_CASE("a container whose cells are drawn in place is a row", "[layout]") {
    Planned planned("xs = [3, 1, 4]\nd = {'a': 1, 'b': 2}\npass\n");
    REQUIRE(planned.form("xs") == Form::Row);
    REQUIRE(planned.form("d") == Form::Row);
    const BoxPicture* box = planned.picture.findBox(planned.at("xs"));
    QVector<geometry::CellPlace> cells = geometry::cellPlaces(*box, planned.plan.forms.value(box->id), Detail::Objects);
    REQUIRE(cells[0].rect.top() == cells[2].rect.top());
    REQUIRE(cells[0].rect.right() <= cells[1].rect.left());
}

TEST_CASE("a list of lists is a matrix: its rows stand beside their cells, and the arrows are level", "[layout]") {
    Planned planned("m = [[1, 2], [3, 4], [5, 60]]\npass\n");
    REQUIRE(planned.form("m") == Form::Column);
    for (int i = 0; i < 3; ++i) {
        QString row = QStringLiteral("m.%1").arg(i);
        REQUIRE(planned.form(row) == Form::Row);
        REQUIRE(planned.place(row).left() > planned.place("m").right());
        REQUIRE(planned.place(row).left() == planned.place("m.0").left());
        REQUIRE(dotOf(planned, "m", i) == planned.port(row));
        REQUIRE(planned.plan.forms.value(planned.at(row)).cellWidths == planned.plan.forms.value(planned.at("m.0")).cellWidths);
    }
    REQUIRE(planned.place("m.1").top() >= planned.place("m.0").bottom());
}

TEST_CASE("what a long column leads to stands in two columns where one would be too high, and its arrows run level between them", "[layout]") {
    Planned planned("rows = [[n, n + 1] for n in range(10)]\npass\n");
    REQUIRE(planned.form("rows") == Form::Column);
    QRectF view(QPointF(0, 0), planned.options.view);
    for (int i = 0; i < 10; ++i) {
        QString row = QStringLiteral("rows.%1").arg(i);
        CHECK(view.contains(planned.place(row)));
        CHECK(planned.place(row).left() == planned.place(i % 2 ? "rows.1" : "rows.0").left());
        CHECK(dotOf(planned, "rows", i) == planned.port(row));
        if (i % 2 == 0) continue;
        CHECK(planned.place(row).left() > planned.place("rows.0").right());
        CHECK(dotOf(planned, "rows", i) > planned.place(QStringLiteral("rows.%1").arg(i - 1)).bottom());
        if (i < 9) CHECK(dotOf(planned, "rows", i) < planned.place(QStringLiteral("rows.%1").arg(i + 1)).top());
    }
}

TEST_CASE("containers of containers that are too high in one piece are in sight all the same", "[layout]") {
    Planned planned("marks = {name: {'art': [90, 85], 'math': [70]} for name in ('Kim', 'Lee', 'Park')}\npass\n");
    QRectF view(QPointF(0, 0), planned.options.view);
    REQUIRE(planned.picture.boxes.size() == 10);
    for (const BoxPicture& box : planned.picture.boxes) CHECK(view.contains(planned.plan.places.value(box.id)));
}

TEST_CASE("what names stay with is met first in a cycle: the hub, not what a loop went through last", "[layout]") {
    Planned planned("class Hub:\n    pass\nclass Spoke:\n    pass\nhub = Hub()\nhub.spokes = [Spoke(), Spoke()]\na, b = hub.spokes\n"
                    "for spoke in (a, b):\n    spoke.hub = hub\npass\n");
    CHECK(planned.place("hub.spokes").left() > planned.place("hub").right());
    CHECK(planned.place("a").left() > planned.place("hub").left());
    CHECK(planned.place("b").left() > planned.place("hub").left());
}

TEST_CASE("a column that refers to one list three times does not open", "[layout]") {
    Planned planned("grid = [[0] * 3] * 3\npass\n");
    REQUIRE(planned.form("grid") == Form::Column);
    REQUIRE(dotOf(planned, "grid", 1) - dotOf(planned, "grid", 0) == metrics::rowHeight);
    REQUIRE(dotOf(planned, "grid", 2) - dotOf(planned, "grid", 1) == metrics::rowHeight);
}

TEST_CASE("instances in a chain are rows of attributes, in a line that wraps at the view's edge", "[layout]") {
    const char* source = "class Node:\n    def __init__(self, value, next):\n        self.value = value\n        self.next = next\nhead = None\n"
                         "for v in range(8):\n    head = Node(v, head)\npass\n";
    PictureOptions options;
    options.view = {860, 640};
    Planned planned(source, options);
    QString path = QStringLiteral("head");
    QVector<QRectF> places;
    for (int i = 0; i < 8; ++i) {
        REQUIRE(planned.form(path) == Form::Node);
        places.append(planned.place(path));
        REQUIRE(places.last().right() <= options.view.width());
        path += QStringLiteral(".next");
    }
    REQUIRE(places[1].left() > places[0].right());
    REQUIRE(places[1].top() == places[0].top());
    int lines = 1;
    for (int i = 1; i < 8; ++i)
        if (places[i].left() < places[i - 1].left()) {
            ++lines;
            REQUIRE(places[i].left() == places[0].left());
            REQUIRE(places[i].top() > places[i - 1].bottom());
        }
    REQUIRE(lines >= 2);
}

TEST_CASE("heads that come and go share a place", "[layout]") {
    Planned planned(
        "class Node:\n    def __init__(self, next):\n        self.next = next\nbase = Node(None)\nfor i in range(6):\n    top = Node(base)\n    top = None\npass\n");
    QSet<QPair<double, double>> places;
    for (uint64_t step = 0; step < planned.run->stepCount(); ++step)
        for (const BoxPicture& box : buildPicture(*planned.run, step, planned.options).boxes)
            if (!box.ghost && box.type == QStringLiteral("Node"))
                places.insert({planned.plan.places.value(box.id).x(), planned.plan.places.value(box.id).y()});
    REQUIRE(places.size() <= 3); // the base, and two that take turns: the ghost of one stands when the next is made
}

TEST_CASE("a tree stands on its root, left below left", "[layout]") {
    Planned planned(treeSource);
    REQUIRE(planned.form("root") == Form::Node);
    QRectF root = planned.place("root"), left = planned.place("root.left"), right = planned.place("root.right");
    REQUIRE(left.top() > root.bottom());
    REQUIRE(left.top() == right.top());
    REQUIRE(left.right() < right.left());
    REQUIRE(left.center().x() < root.center().x());
    REQUIRE(right.center().x() > root.center().x());
    REQUIRE(planned.place("root.left.left").center().x() < left.center().x());
    REQUIRE(planned.place("root.left.right").center().x() > left.center().x());
}

TEST_CASE("a tree goes across where it was asked to", "[layout]") {
    PictureOptions options;
    options.tree = TreeDirection::Across;
    Planned planned(treeSource, options);
    REQUIRE(planned.place("root.left").left() > planned.place("root").right());
    REQUIRE(planned.place("root.right").top() >= planned.place("root.left.right").bottom());
}

TEST_CASE("the view decides what stands where, and nothing that is there at one time lies over another", "[layout]") {
    for (const QString& name : textbookPrograms())
        for (QSizeF view : {QSizeF(1000, 640), QSizeF(700, 400)}) {
            INFO(name.toStdString());
            auto run = recordedRun(programText(name));
            PictureOptions options;
            options.view = view;
            RunPlan plan = planRun(*run->clone(), options);
            for (uint64_t step = 0; step < std::min<uint64_t>(run->stepCount(), 400); step += 7) {
                Picture picture = buildPicture(*run, step, options);
                for (int i = 0; i < picture.boxes.size(); ++i)
                    for (int j = 0; j < i; ++j)
                        REQUIRE_FALSE(plan.places.value(picture.boxes[i].id).intersects(plan.places.value(picture.boxes[j].id)));
            }
        }
}

TEST_CASE("what is lost keeps its place, and its neighbours, until it is collected", "[layout]") {
    const Planned planned("class Node:\n    def __init__(self, name):\n        self.name = name\n        self.other = None\n"
                          "def pair(a, b):\n    x, y = Node(a), Node(b)\n    x.other, y.other = y, x\n    return x\n"
                          "kept = pair('a', 'b')\npair('c', 'd')\npair('e', 'f')\nlater = [[n] * n for n in range(5)]\nend = 1\n");
    QVector<QRectF> lost;
    for (const BoxPicture& box : planned.picture.boxes) {
        const QRectF place = planned.plan.places.value(box.id);
        REQUIRE_FALSE(place.isEmpty());
        for (const BoxPicture& other : planned.picture.boxes) {
            INFO(box.type << " and " << other.type);
            CHECK((other.id == box.id || !place.intersects(planned.plan.places.value(other.id))));
        }
        if (box.unreachable) lost.append(place);
    }
    REQUIRE(lost.size() == 4);
    CHECK(lost[0].top() == lost[1].top()); // as the pair that is kept
    CHECK(lost[2].top() == lost[3].top());
}

TEST_CASE("nor does what is lost after it was folded away lie on anything, or what is larger at a step that was passed over", "[layout]") {
    for (const char* name : {"async/async_generators.py", "library/codecs_handlers.py", "containers/list_sort_order.py"}) {
        auto run = recordedRun(programText(QLatin1String(name)));
        const RunPlan planned = planRun(*run->clone(), {});
        for (uint64_t step = 0; step < run->stepCount(); step += 1 + run->stepCount() / 30) {
            INFO(name << ", step " << step);
            const Picture picture = buildPicture(*run, step, {});
            RunPlan plan = planned;
            plan.placeMissing(picture);
            QVector<QRectF> drawn;
            for (const BoxPicture& box : picture.boxes)
                drawn.append(drawnRect(box, plan.forms.value(box.id), plan.places.value(box.id), picture.detail));
            int overlaps = 0;
            for (int i = 0; i < drawn.size(); ++i)
                for (int j = 0; j < i; ++j) overlaps += drawn[i].intersects(drawn[j]);
            CHECK(overlaps == 0);
        }
    }
}

TEST_CASE("what is soon folded away takes no place for the rest of the run", "[layout]") {
    const Planned planned(
        "class Request:\n    def __init__(self, number):\n        self.number = number\n        self.body = 'x' * 40 + str(number)\n"
        "def handle(number):\n    request = Request(number)\n    cache[number] = request\n"
        "cache = {}\nfor n in range(60):\n    handle(n)\nend = 1\n");
    CHECK(planned.place("cache").right() <= planned.plan.heap.right());
    CHECK(planned.place("cache.0").right() <= planned.plan.heap.right());
}

TEST_CASE("nor in a run of which not every step is looked at", "[layout]") {
    const Planned folded("class Request:\n    def __init__(self, number):\n        self.number = number\n        self.body = 'x' * 40 + str(number)\n"
                         "def handle(number):\n    request = Request(number)\n    cache[number] = request\n"
                         "cache = {}\nfor n in range(60):\n    handle(n)\nfor n in range(4000):\n    end = n\n");
    CHECK(folded.place("cache").right() <= folded.plan.heap.right());
    CHECK(folded.place("cache.0").right() <= folded.plan.heap.right());

    const Planned grouped("class Item:\n    def __init__(self, number):\n        self.tags = [number]\n"
                          "items = [Item(number) for number in range(20000)]\nhalf = items[::2]\n");
    for (const char* name : {"items", "half"}) { // of the height that they had while their items stood by themselves
        CHECK(grouped.plan.heap.contains(grouped.place(name).topLeft()));
        CHECK(grouped.place(name).right() <= grouped.plan.heap.right());
    }
}

TEST_CASE("what has given its place away and is drawn after all gets a free one, where another stands there", "[layout]") {
    auto run = recordedRun(QStringLiteral("a, b, c = [1, 'x' * 70], [2, 'y' * 70], [3, 'z' * 70]\npass\n"));
    const Picture picture = buildPicture(*run, run->stepCount() - 1, {});
    REQUIRE(picture.boxes.size() >= 3);
    RunPlan plan = planRun(*run->clone(), {});
    const QHash<ObjectId, QRectF> before = plan.places;
    const ObjectId first = picture.boxes[0].id, second = picture.boxes[1].id;
    plan.doubtful = {first};
    plan.placeMissing(picture);
    CHECK(plan.places == before); // it is free
    plan.places[first].moveTopLeft(plan.places.value(second).topLeft());
    plan.placeMissing(picture);
    CHECK(plan.places.value(second) == before.value(second));
    CHECK(plan.places.value(first).size() == before.value(first).size());
    for (const BoxPicture& box : picture.boxes)
        if (box.id != first) CHECK_FALSE(plan.places.value(box.id).intersects(plan.places.value(first)));
    const QHash<ObjectId, QRectF> after = plan.places;
    plan.placeMissing(picture);
    CHECK(plan.places == after);
}

TEST_CASE("a plan that is called off before it begins places nothing, and boxes get free places", "[layout]") {
    const auto run = recordedRun(QStringLiteral("xs = [[1], [2]]\nys = [xs]\n"));
    const std::atomic<bool> cancelled = true;
    RunPlan plan = planRun(*run->clone(), {}, &cancelled);
    CHECK(plan.places.isEmpty());
    const Picture picture = buildPicture(*run, run->stepCount() - 1, {});
    plan.placeMissing(picture);
    CHECK(plan.places.size() == picture.boxes.size());
}

TEST_CASE("a box that the plan does not know gets a free place beside what refers to it, and keeps it", "[layout]") {
    auto run = recordedRun(QStringLiteral("a = [[1], [2]]\nb = [[3], a]\npass\n"));
    PictureOptions options;
    Picture picture = buildPicture(*run, run->stepCount() - 1, options);
    RunPlan plan;
    plan.placeMissing(picture);
    QHash<ObjectId, QRectF> places = plan.places;
    REQUIRE(places.size() == picture.boxes.size());
    for (const BoxPicture& a : picture.boxes)
        for (const BoxPicture& b : picture.boxes)
            if (a.id != b.id) REQUIRE_FALSE(places.value(a.id).intersects(places.value(b.id)));
    plan.placeMissing(picture);
    REQUIRE(plan.places == places);
}

TEST_CASE("what a closure shares stands in it by name", "[layout]") {
    Planned planned(
        "def make():\n    count = 0\n    def inc():\n        nonlocal count\n        count += 1\n    return inc\nc = make()\nc()\npass\n");
    const BoxPicture* box = planned.picture.findBox(planned.at("c"));
    REQUIRE(box->rows.size() == 1);
    REQUIRE(box->rows[0].label == QStringLiteral("count"));
    REQUIRE(planned.form("c.count") == Form::Card);
}

TEST_CASE("a long list is drawn around its ends and what has just changed", "[picture]") {
    auto run = recordedRun(QStringLiteral("xs = list(range(200))\nxs[100] = 'middle'\npass\n"));
    Picture picture = buildPicture(*run, stepAtLine(*run, 3), {});
    QStringList labels;
    for (const RowPicture& row : picture.boxes[0].rows) labels.append(row.label);
    REQUIRE(labels.contains(QStringLiteral("100")));
    REQUIRE(labels.contains(QStringLiteral("99")));
    REQUIRE(labels.count(QStringLiteral("… 89 more …")) == 1);
    REQUIRE(labels.last() == QStringLiteral("199"));
}

TEST_CASE("what lives at the end of a long run of many objects has its place in the plan", "[layout]") {
    PictureOptions options;
    options.groupFrom = 0;
    options.mostBoxes = 10'000;
    Planned planned("class Node:\n    pass\nhead = None\nfor n in range(1200):\n    node = Node()\n    node.next = head\n    head = node\npass\n",
                    options);
    REQUIRE(planned.picture.boxes.size() >= 1200);
    for (const BoxPicture& box : planned.picture.boxes) REQUIRE(planned.plan.places.contains(box.id));
}

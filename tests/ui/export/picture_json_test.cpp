// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/picture_json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineF>
#include <QSet>
#include <algorithm>

#include "tests/support/ui/catch_qt.h"
#include "tests/support/ui/recorded_runs.h"
#include "tests/support/ui/sample_runs.h"
#include "ui/scene/memory_scene.h"

using namespace memtape;

namespace {

struct Drawn {
    MemoryScene scene;
    std::shared_ptr<const MemoryState> state;
    QJsonObject json;

    Drawn(Run& run, uint64_t step, QSizeF view = {1000, 640}, Detail detail = Detail::Objects) : state(run.stateAt(step)) {
        PictureOptions options;
        options.detail = detail;
        scene.setPlan(planRun(*run.clone(), options));
        scene.show(buildPicture(run, step, options));
        QJsonParseError error;
        json = QJsonDocument::fromJson(pictureJson(scene, *state, view), &error).object();
        REQUIRE(error.error == QJsonParseError::NoError);
    }
    QJsonArray list(const char* key) const { return json[QLatin1String(key)].toArray(); }
};

QRectF rectOf(const QJsonValue& value) {
    QJsonArray a = value.toArray();
    return {a[0].toDouble(), a[1].toDouble(), a[2].toDouble(), a[3].toDouble()};
}

QPointF pointOf(const QJsonValue& value) { return {value.toArray()[0].toDouble(), value.toArray()[1].toDouble()}; }

QString textOf(const QJsonObject& object, const char* key) { return object[QLatin1String(key)].toString(); }

double distance(QPointF point, QPointF a, QPointF b) {
    QPointF way = b - a;
    double length = QPointF::dotProduct(way, way);
    double part = length > 0 ? std::clamp(QPointF::dotProduct(point - a, way) / length, 0.0, 1.0) : 0;
    return QLineF(point, a + way * part).length();
}

double distance(QPointF point, const QPolygonF& line) {
    double nearest = 1e9;
    for (qsizetype i = 1; i < line.size(); ++i) nearest = std::min(nearest, distance(point, line[i - 1], line[i]));
    return nearest;
}

}

TEST_CASE("the data of a picture has every card, box, cell and arrow where the scene has them", "[export][json]") {
    auto run = linkedListRun();
    Drawn drawn(*run, run->stepCount() - 1);
    const Picture& picture = drawn.scene.picture();
    REQUIRE(drawn.json[QLatin1String("step")].toInt() == int(run->stepCount() - 1));
    REQUIRE(textOf(drawn.json, "detail") == QStringLiteral("objects"));
    REQUIRE(drawn.list("view") == QJsonArray{1000, 640});
    REQUIRE(drawn.list("cards").size() == picture.cards.size());
    REQUIRE(drawn.list("boxes").size() == picture.boxes.size());
    REQUIRE(drawn.list("arrows").size() == drawn.scene.arrows().size());
    REQUIRE(drawn.list("arrows").size() >= 3);
    QRectF stack = rectOf(drawn.json[QLatin1String("stack")]), heap = rectOf(drawn.json[QLatin1String("heap")]);
    QSizeF size = drawn.scene.contentRect().size();
    REQUIRE(stack.right() == heap.left());
    REQUIRE(QSizeF(stack.width() + heap.width(), heap.height()) == size);

    for (qsizetype i = 0; i < picture.cards.size(); ++i) {
        QJsonObject card = drawn.list("cards")[i].toObject();
        REQUIRE(rectOf(card[QLatin1String("rect")]) == drawn.scene.cardRects()[i]);
        REQUIRE(textOf(card, "title") == picture.cards[i].title);
        for (const QJsonValue& cell : card[QLatin1String("rows")].toArray())
            REQUIRE(rectOf(card[QLatin1String("rect")]).contains(rectOf(cell.toObject()[QLatin1String("rect")])));
    }
    REQUIRE(textOf(drawn.list("cards")[0].toObject(), "kind") == QStringLiteral("globals"));
    for (qsizetype i = 0; i < picture.boxes.size(); ++i) {
        QJsonObject box = drawn.list("boxes")[i].toObject();
        QRectF rect = rectOf(box[QLatin1String("rect")]);
        REQUIRE(rect == drawn.scene.boxRects()[i]);
        REQUIRE(heap.contains(rect));
        REQUIRE(box[QLatin1String("cells")].toArray().size() == picture.boxes[i].rows.size());
        for (const QJsonValue& cell : box[QLatin1String("cells")].toArray()) REQUIRE(rect.contains(rectOf(cell.toObject()[QLatin1String("rect")])));
    }
}

TEST_CASE("an arrow of the data goes from its cell to the edge of what the cell refers to", "[export][json]") {
    auto run = linkedListRun();
    for (uint64_t step = 0; step < run->stepCount(); ++step) {
        Drawn drawn(*run, step);
        QHash<qint64, QRectF> boxes;
        QHash<qint64, QJsonArray> cells;
        for (const QJsonValue& value : drawn.list("boxes")) {
            QJsonObject box = value.toObject();
            qint64 id = box[QLatin1String("id")].toInteger();
            boxes.insert(id, rectOf(box[QLatin1String("rect")]));
            cells.insert(id, box[QLatin1String("cells")].toArray());
        }
        for (const QJsonValue& value : drawn.list("arrows")) {
            QJsonObject arrow = value.toObject();
            QJsonArray from = arrow[QLatin1String("from")].toArray(), points = arrow[QLatin1String("points")].toArray();
            QJsonArray rows = from[0].toString() == QLatin1String("card")
                                  ? drawn.list("cards")[from[1].toInt()].toObject()[QLatin1String("rows")].toArray()
                                  : cells.value(from[1].toInteger());
            QJsonObject cell = rows[from[2].toInt()].toObject();
            qint64 to = arrow[QLatin1String("to")].toInteger();
            REQUIRE(cell[QLatin1String("to")].toInteger() == to);
            REQUIRE(rectOf(cell[QLatin1String("rect")]).contains(pointOf(points.first())));
            QRectF target = boxes.value(to);
            QPointF tip = pointOf(points.last());
            REQUIRE(target.adjusted(-0.01, -0.01, 0.01, 0.01).contains(tip));
            REQUIRE_FALSE(target.adjusted(0.01, 0.01, -0.01, -0.01).contains(tip));
        }
    }
}

TEST_CASE("what is drawn in place is text in the data, and no arrow", "[export][json]") {
    auto run = recordedRun(QStringLiteral("a = 7\nb = 'word'\nc = [a, b, [], None]\nd = []\ndel d\nend = 1\n"));
    Drawn drawn(*run, stepAtLine(*run, 4));
    QJsonArray names = drawn.list("cards")[0].toObject()[QLatin1String("rows")].toArray();
    REQUIRE(textOf(names[0].toObject(), "label") == QStringLiteral("a"));
    REQUIRE(textOf(names[0].toObject(), "text") == QStringLiteral("7"));
    REQUIRE_FALSE(names[0].toObject().contains(QLatin1String("to")));
    REQUIRE(names[2].toObject().contains(QLatin1String("to")));
    REQUIRE_FALSE(names[2].toObject().contains(QLatin1String("text")));
    QJsonArray boxes = drawn.list("boxes");
    auto outer =
        std::find_if(boxes.begin(), boxes.end(), [](const QJsonValue& box) { return box.toObject()[QLatin1String("cells")].toArray().size() == 4; });
    REQUIRE(outer != boxes.end());
    QJsonObject list = (*outer).toObject();
    REQUIRE(textOf(list, "type") == QStringLiteral("list"));
    REQUIRE(list[QLatin1String("marks")].toArray().contains(QStringLiteral("made")));
    QJsonArray cells = list[QLatin1String("cells")].toArray();
    REQUIRE(textOf(cells[1].toObject(), "text") == QStringLiteral("'word'"));
    REQUIRE(cells[2].toObject().contains(QLatin1String("to")));

    Drawn released(*run, stepAtLine(*run, 6));
    bool isGhost = false;
    for (const QJsonValue& box : released.list("boxes"))
        isGhost |= box.toObject()[QLatin1String("marks")].toArray().contains(QStringLiteral("released"));
    REQUIRE(isGhost);
}

TEST_CASE("a box is in sight where all of it lies in the view", "[export][json]") {
    auto run = searchTreeRun(12);
    for (QSizeF view : {QSizeF(1000, 640), QSizeF(600, 300), QSizeF(20000, 20000)}) {
        Drawn drawn(*run, run->stepCount() - 1, view);
        int inSight = 0, outOfSight = 0;
        for (const QJsonValue& value : drawn.list("boxes")) {
            QRectF rect = rectOf(value.toObject()[QLatin1String("rect")]);
            bool isInSight = rect.right() <= view.width() && rect.bottom() <= view.height();
            REQUIRE(value.toObject()[QLatin1String("in_sight")].toBool() == isInSight);
            ++(isInSight ? inSight : outOfSight);
        }
        REQUIRE((view.width() < 20000 || outOfSight == 0));
        REQUIRE((view.width() > 600 || outOfSight > 0));
    }
}

TEST_CASE("the form of a picture's data does not depend on its detail", "[export][json]") {
    auto run = linkedListRun();
    const char* words[] = {"names", "values", "objects", "bytes"};
    for (Detail detail : {Detail::Names, Detail::Values, Detail::Objects, Detail::Bytes}) {
        Drawn drawn(*run, run->stepCount() - 1, {1000, 640}, detail);
        REQUIRE(textOf(drawn.json, "detail") == QLatin1String(words[size_t(detail)]));
        REQUIRE(drawn.json.keys() == QStringList{"arrows", "boxes", "cards", "detail", "heap", "size", "stack", "step", "view"});
        for (const QJsonValue& value : drawn.list("boxes"))
            for (const char* key : {"id", "type", "title", "rect", "form", "cells", "marks", "in_sight"})
                REQUIRE(value.toObject().contains(QLatin1String(key)));
    }
}

TEST_CASE("a flattened path stays within half a unit of it", "[export][json]") {
    QPainterPath path(QPointF(3, 4));
    path.lineTo(20, 4);
    path.cubicTo(120, 4, -60, 300, 80, 310);
    path.cubicTo(80, 360, 500, 90, 512, 97);
    path.lineTo(600, 97);
    QPolygonF line = flattened(path);
    REQUIRE(line.first() == path.elementAt(0));
    REQUIRE(QLineF(line.last(), QPointF(600, 97)).length() < 1e-9);
    double worst = 0;
    for (int i = 0; i <= 4000; ++i) worst = std::max(worst, distance(path.pointAtPercent(i / 4000.0), line));
    REQUIRE(worst < 0.5);
    REQUIRE(line.size() < 200);
}

TEST_CASE("many like objects are one box of the data, to which arrows lead", "[export][json][groups]") {
    auto run = recordedRun(QStringLiteral("xs = []\nfor n in range(250):\n    xs.append([n])\nlast = xs[-1]\nend = 0\n"));
    const Drawn drawn(*run, stepAtLine(*run, 5));
    QJsonObject group, list;
    for (const QJsonValue& box : drawn.list("boxes")) (textOf(box.toObject(), "form") == QStringLiteral("group") ? group : list) = box.toObject();
    REQUIRE(drawn.list("boxes").size() == 2);
    CHECK(textOf(group, "title") == QStringLiteral("list × 250"));
    CHECK(group[QLatin1String("members")].toInt() == 250);
    CHECK(group[QLatin1String("made_by_line")].toInt() == 3);
    CHECK_FALSE(rectOf(group[QLatin1String("rect")]).intersects(rectOf(list[QLatin1String("rect")])));
    const double id = group[QLatin1String("id")].toDouble();
    CHECK(id != list[QLatin1String("id")].toDouble());
    int several = 0, others = 0;
    for (const QJsonValue& arrow : drawn.list("arrows")) {
        if (arrow[QLatin1String("to")].toDouble() != id) continue;
        (arrow[QLatin1String("references")].toInt() == 250 ? several : others)++;
    }
    CHECK(several == 1); // from the list
    CHECK(others == 1);  // from the name
}

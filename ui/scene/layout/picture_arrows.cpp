// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/layout/picture_arrows.h"

#include <QHash>
#include <algorithm>

#include "ui/scene/layout/geometry.h"
#include "ui/scene/layout/lanes.h"

namespace memtape {

namespace {

constexpr double cardDot = 14; // from a card's right edge to its dots

// Where arrows may enter a box.
QVector<ArrowPort> entriesOf(const QRectF& rect, const BoxForm& form, Detail detail) {
    double y = rect.top() + geometry::portHeight(form.form, detail);
    double x = lanes::nearest(rect.center().x());
    return {{QPointF(rect.left(), y), Side::Left},
            {QPointF(x, rect.top()), Side::Top},
            {QPointF(rect.right(), y), Side::Right},
            {QPointF(x, rect.bottom()), Side::Bottom}};
}

// Where the arrow of a cell may leave its box.
QVector<ArrowPort> exitsOf(const QVector<geometry::CellPlace>& cells, const BoxForm& form, const QRectF& place, int row) {
    const geometry::CellPlace& cell = cells[row];
    QPointF dot = place.topLeft() + cell.dot;
    if (!form.isAcross()) return {{dot, Side::Right}, {QPointF(place.left() + 6, dot.y()), Side::Left}};
    QVector<ArrowPort> exits;
    auto isBeside = [&](int other) { return other >= 0 && other < cells.size() && cells[other].rect.top() == cell.rect.top(); };
    bool isUnder = false;
    for (const geometry::CellPlace& other : cells)
        isUnder = isUnder || (other.rect.top() > cell.rect.top() && other.rect.left() < cell.dot.x() && other.rect.right() > cell.dot.x());
    if (!isBeside(row + 1)) exits.append({dot, Side::Right});
    if (!isUnder) exits.append({dot, Side::Bottom});
    if (!isBeside(row - 1)) exits.append({dot, Side::Left});
    if (exits.isEmpty()) exits.append({dot, Side::Bottom});
    return exits;
}

double length(const PictureArrow& arrow) { return (arrow.ends.exits[0].point - arrow.ends.entries[0].point).manhattanLength(); }

}

QRectF drawnRect(const BoxPicture& box, const BoxForm& form, const QRectF& reserved, Detail detail) {
    QRectF rect = reserved;
    if (!box.ghost) rect.setHeight(geometry::boxHeight(box, form, detail));
    else rect.setHeight(std::min(geometry::ghostHeight(box, rect.width()), std::max(rect.height(), metrics::headerHeight + 20)));
    return rect;
}

QVector<QRectF> obstaclesOf(const PicturePlaces& places) {
    QVector<QRectF> obstacles = places.cards + places.boxes;
    QRectF stack;
    for (const QRectF& card : places.cards) stack |= card;
    constexpr double badge = metrics::badgeHeight + metrics::lane;
    if (stack.isNull()) return obstacles;
    stack.adjust(-metrics::stackTop, -metrics::stackTop, 0, badge);
    for (const QRectF& box : places.boxes)
        stack.setBottom(std::max(stack.bottom(), box.bottom())); // what the heap refers to is no matter of the stack's
    obstacles.append(stack);
    return obstacles;
}

ArrowPlace arrowPlaceOf(const Picture& picture, const PicturePlaces& places, const ArrowSource& source) {
    const auto [isCard, index, row] = source;
    if (isCard) {
        const QRectF& card = places.cards[index];
        const QRectF line(card.left(), card.top() + geometry::cardRowTop(picture.cards[index], row), card.width(), metrics::rowHeight);
        return {line, {line.right() - cardDot, line.center().y()}};
    }
    const QRectF& box = places.boxes[index];
    const auto cells = geometry::cellPlaces(picture.boxes[index], places.forms[index], picture.detail);
    return {cells[row].rect.translated(box.topLeft()), exitsOf(cells, places.forms[index], box, row).first().point};
}

QVector<PictureArrow> arrowsOf(const Picture& picture, const PicturePlaces& places) {
    QHash<ObjectId, int> boxOf;
    for (int i = 0; i < picture.boxes.size(); ++i)
        if (!picture.boxes[i].ghost) boxOf.insert(picture.boxes[i].id, i);
    QVector<PictureArrow> arrows;
    auto add = [&](const RowPicture& row, const QRectF& source, const QVector<ArrowPort>& exits, ArrowSource from) {
        auto target = boxOf.constFind(row.ref.box());
        if (target == boxOf.constEnd()) return;
        ArrowEnds ends{source, exits, places.boxes[*target], entriesOf(places.boxes[*target], places.forms[*target], picture.detail), *target};
        // What stands below is entered from above: a tree's branches.
        if (!from.isCard && ends.target.top() > source.bottom()) std::swap(ends.entries[0], ends.entries[1]);
        arrows.append({ends, from, *target});
    };
    auto leadsAway = [](const RowPicture& row) { return row.ref.leadsAway(); };
    for (int i = 0; i < picture.boxes.size(); ++i) {
        const QVector<RowPicture>& rows = picture.boxes[i].rows;
        if (std::none_of(rows.begin(), rows.end(), leadsAway)) continue;
        const auto cells = geometry::cellPlaces(picture.boxes[i], places.forms[i], picture.detail);
        for (int row = 0; row < rows.size(); ++row)
            if (leadsAway(rows[row])) add(rows[row], places.boxes[i], exitsOf(cells, places.forms[i], places.boxes[i], row), {false, i, row});
    }
    for (int i = 0; i < picture.cards.size(); ++i)
        for (int row = 0; row < picture.cards[i].rows.size(); ++row) {
            if (!leadsAway(picture.cards[i].rows[row])) continue;
            const ArrowSource from{true, i, row};
            add(picture.cards[i].rows[row], places.cards[i], {{arrowPlaceOf(picture, places, from).dot, Side::Right}}, from);
        }
    std::stable_sort(arrows.begin(), arrows.end(), [](const PictureArrow& a, const PictureArrow& b) { return length(a) < length(b); });
    return arrows;
}

}

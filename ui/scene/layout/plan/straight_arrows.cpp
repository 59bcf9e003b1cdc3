// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/layout/plan/straight_arrows.h"

#include <QRectF>
#include <algorithm>
#include <cmath>

#include "ui/scene/layout/geometry.h"
#include "ui/scene/layout/plan/cell_dots.h"
#include "ui/scene/layout/plan/plan_weights.h"

namespace memtape {

namespace {

double side(QPointF a, QPointF b, QPointF c) { return (b.x() - a.x()) * (c.y() - a.y()) - (b.y() - a.y()) * (c.x() - a.x()); }

using Way = StraightArrows::Way;

bool cross(const Way& a, const Way& b) {
    return (side(a.from, a.to, b.from) > 0) != (side(a.from, a.to, b.to) > 0) && (side(b.from, b.to, a.from) > 0) != (side(b.from, b.to, a.to) > 0);
}

bool meets(const Way& way, const QRectF& rect) {
    if (std::max(way.from.x(), way.to.x()) <= rect.left() || std::min(way.from.x(), way.to.x()) >= rect.right()) return false;
    if (std::max(way.from.y(), way.to.y()) <= rect.top() || std::min(way.from.y(), way.to.y()) >= rect.bottom()) return false;
    bool above = side(way.from, way.to, rect.topLeft()) > 0;
    return (side(way.from, way.to, rect.topRight()) > 0) != above || (side(way.from, way.to, rect.bottomLeft()) > 0) != above ||
           (side(way.from, way.to, rect.bottomRight()) > 0) != above;
}

}

StraightArrows::StraightArrows(const RunRecord& record, uint64_t step, double stackEdge, Detail detail) : m_stackEdge(stackEdge), m_detail(detail) {
    auto isThere = [&](auto& life) { return life.begin <= step && step <= life.end; };
    for (int i = 0; i < record.boxes.size(); ++i)
        if (isThere(record.boxes[i])) m_boxes.push_back(i);
    for (const RecordedReference& reference : record.references)
        if (isThere(reference)) m_arrows.push_back({reference.from, reference.to, reference.place, reference.y});
}

Way StraightArrows::wayOf(const Arrow& arrow, const Laid& laid) const {
    const size_t to = size_t(arrow.to);
    const double left = laid.places[to].x(), top = laid.places[to].y();
    Way way{QPointF(m_stackEdge, arrow.y), QPointF(left, top)};
    bool fromAbove = false;
    if (arrow.from >= 0) {
        const size_t from = size_t(arrow.from);
        way.from = laid.places[from] + dotOfCell(laid.forms[from], arrow.place, m_detail);
        fromAbove = top > laid.places[from].y() + laid.sizes[from].height() && left + laid.sizes[to].width() > way.from.x();
    }
    if (fromAbove) way.to.rx() += laid.sizes[to].width() / 2;
    else way.to.ry() += geometry::portHeight(laid.forms[to].form, m_detail);
    const double ahead = way.to.x() - way.from.x();
    way.length = std::abs(ahead) + std::abs(way.to.y() - way.from.y()) + (fromAbove ? 0 : std::max(0.0, -ahead));
    return way;
}

std::vector<Way> StraightArrows::waysOf(const Laid& laid) const {
    std::vector<Way> ways;
    ways.reserve(m_arrows.size());
    for (const Arrow& arrow : m_arrows) ways.push_back(wayOf(arrow, laid));
    return ways;
}

double StraightArrows::tangleOfPair(size_t a, size_t b, const std::vector<Way>& ways) const {
    return m_arrows[a].to != m_arrows[b].to && cross(ways[a], ways[b]) ? 1 : 0;
}

double StraightArrows::throughOf(size_t arrow, int box, const Laid& laid, const std::vector<Way>& ways) const {
    if (box == m_arrows[arrow].from || box == m_arrows[arrow].to) return 0;
    return meets(ways[arrow], QRectF(laid.places[size_t(box)], laid.sizes[size_t(box)])) ? plan_weights::throughBox : 0;
}

double StraightArrows::tangle(const Laid& laid) const {
    const std::vector<Way> ways = waysOf(laid);
    double bad = 0;
    for (size_t i = 0; i < ways.size(); ++i) {
        bad += ways[i].length * plan_weights::longWay;
        for (size_t j = 0; j < i; ++j) bad += tangleOfPair(i, j, ways);
        for (int box : m_boxes) bad += throughOf(i, box, laid, ways);
    }
    return bad;
}

double StraightArrows::tangleOf(const std::vector<char>& isMoved, const Laid& laid, std::vector<Way>& ways) const {
    auto moves = [&](const Arrow& arrow) { return isMoved[size_t(arrow.to)] || (arrow.from >= 0 && isMoved[size_t(arrow.from)]); };
    for (size_t i = 0; i < ways.size(); ++i)
        if (moves(m_arrows[i])) ways[i] = wayOf(m_arrows[i], laid);
    double bad = 0;
    for (size_t i = 0; i < ways.size(); ++i) {
        if (!moves(m_arrows[i])) {
            for (int box : m_boxes)
                if (isMoved[size_t(box)]) bad += throughOf(i, box, laid, ways);
            continue;
        }
        bad += ways[i].length * plan_weights::longWay;
        for (size_t j = 0; j < ways.size(); ++j)
            if (j < i || (j > i && !moves(m_arrows[j]))) bad += tangleOfPair(i, j, ways);
        for (int box : m_boxes) bad += throughOf(i, box, laid, ways);
    }
    return bad;
}

}

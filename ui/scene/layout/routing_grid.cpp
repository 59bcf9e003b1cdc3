// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/layout/routing_grid.h"

#include <algorithm>
#include <cmath>

#include "ui/scene/layout/direct_ways.h"
#include "ui/style/metrics.h"

namespace memtape {

namespace {

constexpr double mostCells = 4e6; // where the scene is larger, lanes are farther apart
constexpr int border = 16;        // lanes around all that there is, for ways outside
constexpr double narrow = 12;

}

RoutingGrid::RoutingGrid(const QVector<QRectF>& obstacles, const QRectF& bounds, const QRectF& room) : m_pitch(metrics::laneSpacing) {
    auto lanes = [&](double length) { return length / m_pitch + 2 * border + 2; };
    while (lanes(bounds.width()) * lanes(bounds.height()) > mostCells) m_pitch *= 2;
    m_origin = QPointF(std::floor(bounds.left() / m_pitch) - border, std::floor(bounds.top() / m_pitch) - border) * m_pitch;
    m_columns = int(lanes(bounds.width()));
    m_rows = int(lanes(bounds.height()));
    size_t count = size_t(m_columns) * m_rows;
    m_cells.assign(count, {nobody, nobody});
    constexpr uint8_t nearObstacle = 1, outside = uint8_t(way_costs::outside * metrics::lane);
    m_dearness.assign(count, room.isNull() ? 0 : outside);
    if (!room.isNull()) {
        eachCellIn(room.adjusted(-1, -1, 1, 1), [&](size_t cell) { m_dearness[cell] = 0; });
        // Left of it there is no way at all, nor where the stack stands, which begins there: above and below its frames it is the stack, too.
        double left = room.left();
        for (const QRectF& rect : obstacles)
            if (rect.left() <= room.left()) left = std::max(left, rect.right());
        eachCellIn(QRectF(m_origin - QPointF(m_pitch, m_pitch), QPointF(left, place({m_columns, m_rows}).y())), [&](size_t cell) {
            m_cells[cell] = {obstacle, obstacle};
        });
    }
    for (const QRectF& rect : obstacles) {
        eachCellIn(rect.adjusted(-narrow, -narrow, narrow, narrow),
                   [&](size_t cell) { m_dearness[cell] = std::max(m_dearness[cell], nearObstacle); });
        double margin = metrics::laneMargin;
        eachCellIn(rect.adjusted(-margin, -margin, margin, margin), [&](size_t cell) { m_cells[cell] = {obstacle, obstacle}; });
    }
}

// The crossings that lie inside, not on the edge.
template <typename Visit> void RoutingGrid::eachCellIn(const QRectF& rect, Visit visit) {
    auto first = [this](double at) { return int(std::floor(at / m_pitch)) + 1; };
    auto last = [this](double at) { return int(std::ceil(at / m_pitch)) - 1; };
    int left = std::max(0, first(rect.left() - m_origin.x())), right = std::min(m_columns - 1, last(rect.right() - m_origin.x()));
    int top = std::max(0, first(rect.top() - m_origin.y())), bottom = std::min(m_rows - 1, last(rect.bottom() - m_origin.y()));
    for (int row = top; row <= bottom; ++row)
        for (int column = left; column <= right; ++column) visit(size_t(row) * m_columns + column);
}

QPoint RoutingGrid::nearest(QPointF point) const {
    QPointF at = (point - m_origin) / m_pitch;
    auto index = [](double value, int count) { return int(std::clamp(std::round(value), -1.0, double(count))); };
    return {index(at.x(), m_columns), index(at.y(), m_rows)};
}

// The crossings nearer than a lane's width, in the direction in which each part of the line rather runs; at the head in both.
template <typename Visit> void RoutingGrid::eachOwnerAlong(const Line& line, Visit visit) {
    double reach = 1 - 0.5 / metrics::laneSpacing;
    for (qsizetype i = 1; i < line.points.size(); ++i) {
        QPointF from = (line.points[i - 1] - m_origin) / m_pitch, to = (line.points[i] - m_origin) / m_pitch;
        bool level = std::abs(to.x() - from.x()) * 0.5 >= std::abs(to.y() - from.y());
        if (!level) {
            from = from.transposed();
            to = to.transposed();
        }
        if (from.x() > to.x()) std::swap(from, to);
        double slope = to.x() > from.x() ? (to.y() - from.y()) / (to.x() - from.x()) : 0;
        int count = level ? m_columns : m_rows, across = level ? m_rows : m_columns;
        int begin = std::max(0, int(std::ceil(from.x() - 1e-6))), end = std::min(count - 1, int(std::floor(to.x() + 1e-6)));
        for (int x = begin; x <= end; ++x) {
            double middle = from.y() + (x - from.x()) * slope;
            int first = std::max(0, int(std::ceil(middle - reach))), last = std::min(across - 1, int(std::floor(middle + reach)));
            for (int y = first; y <= last; ++y) {
                Cell& cell = m_cells[level ? size_t(y) * m_columns + x : size_t(x) * m_columns + y];
                visit(level ? cell.level : cell.upright);
            }
        }
    }
    eachCellIn(QRectF(line.foot, line.tip).normalized().adjusted(-7, -7, 7, 7), [&](size_t cell) {
        visit(m_cells[cell].level);
        visit(m_cells[cell].upright);
    });
}

void RoutingGrid::add(const Line& line) {
    eachOwnerAlong(line, [&](Owner& owner) {
        if (owner == nobody) owner = line.owner;
    });
}

void RoutingGrid::remove(const Line& line) {
    eachOwnerAlong(line, [&](Owner& owner) {
        if (owner == line.owner) owner = nobody;
    });
}

}

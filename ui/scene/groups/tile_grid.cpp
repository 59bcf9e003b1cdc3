// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/groups/tile_grid.h"

#include <algorithm>
#include <cmath>

#include "ui/style/metrics.h"

namespace memtape {

namespace {

constexpr double sides = metrics::sidePadding, inner = TileGrid::width - 2 * sides;
constexpr double line = 24; // of words
// The larger of these in which the tiles are no more than so many lines high.
constexpr struct {
    double pitch;
    int lines;
} sizes[] = {{11, 12}, {8, 20}, {6, 32}, {4, 48}};

int columnsOf(double pitch) { return int(inner / pitch); }

}

TileGrid::TileGrid(qsizetype members) {
    const auto* size = std::begin(sizes);
    while (size + 1 != std::end(sizes) && qsizetype(columnsOf(size->pitch)) * size->lines < members) ++size;
    m_pitch = size->pitch;
    m_columns = columnsOf(m_pitch);
    const qsizetype most = qsizetype(m_columns) * size->lines;
    m_perTile = std::max<qsizetype>(1, (members + most - 1) / most);
    m_tiles = int((members + m_perTile - 1) / m_perTile);
}

QRectF TileGrid::wordsLine() const { return {sides, metrics::headerHeight, inner, line}; }

QRectF TileGrid::area() const {
    const int lines = (m_tiles + m_columns - 1) / m_columns;
    return {sides, metrics::headerHeight + line, m_columns * m_pitch, std::ceil(lines * m_pitch / metrics::lane) * metrics::lane};
}

QRectF TileGrid::namesLine() const { return {sides, area().bottom(), inner, line}; }

double TileGrid::rowTop(qsizetype row) const { return namesLine().bottom() + double(row) * metrics::rowHeight; }

double TileGrid::boxHeight(qsizetype members, qsizetype rows) { return TileGrid(members).rowTop(rows) + metrics::bodyPadding; }

QRectF TileGrid::tile(int number) const {
    const QPointF at(area().left() + number % m_columns * m_pitch, area().top() + number / m_columns * m_pitch);
    const double gap = m_pitch >= 8 ? 2 : 1;
    return {at, QSizeF(m_pitch - gap, m_pitch - gap)};
}

qsizetype TileGrid::memberAt(QPointF point) const {
    if (!area().contains(point)) return -1;
    const int column = std::min(int((point.x() - area().left()) / m_pitch), m_columns - 1);
    const int number = int((point.y() - area().top()) / m_pitch) * m_columns + column;
    return number < m_tiles ? number * m_perTile : -1;
}

}

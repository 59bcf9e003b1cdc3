// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where in a group's box its tiles, words and rows lie: used by the layout, the painter and hit testing alike.

#include <QRectF>

#include "ui/models/picture/picture.h"

namespace memtape {

class TileGrid {
public:
    static constexpr double width = 288; // of the box

    explicit TileGrid(qsizetype members);
    static double boxHeight(qsizetype members, qsizetype rows);

    int tiles() const { return m_tiles; }
    int columns() const { return m_columns; }
    qsizetype perTile() const { return m_perTile; } // objects that one tile stands for
    double pitch() const { return m_pitch; }
    QRectF area() const;
    QRectF tile(int number) const; // from the box's top left corner
    int tileOf(qsizetype member) const { return int(member / m_perTile); }
    qsizetype memberAt(QPointF point) const; // the first that the tile there stands for; -1: none
    QRectF wordsLine() const;                // who made them; at its right, what opens them
    QRectF namesLine() const;                // which names refer to some of them, and what a tile stands for
    double rowTop(qsizetype row) const;

private:
    qsizetype m_perTile = 1;
    double m_pitch;
    int m_columns, m_tiles;
};

}

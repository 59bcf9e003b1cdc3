// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which pools the Map page draws, each in a row: those that the line touched, that with the block that is used next, and of every size of blocks the first few; the rest of a size is one row,
// which opens. Of a pool as many blocks as fit, around what matters most in it.

#include <QSet>
#include <QVector>

#include "ui/models/map/map_figures.h"

namespace memtape {

struct MapRow {
    enum class Kind : uint8_t { Large, Pool, More } kind = Kind::Pool;
    size_t index = 0;            // of the pool, or of the large block
    uint32_t first = 0, end = 0; // Pool: the blocks that are drawn
    uint32_t blockBytes = 0;
    size_t pools = 0, used = 0, capacity = 0; // More: how many pools of the size are left out; what of their blocks is in use
    bool isTouched = false, isNew = false;    // by the line just run
    bool isOpen = false;                      // More: the pools are drawn all the same
    bool operator==(const MapRow&) const = default;
};

// `columns`: how many blocks fit in a row. `open`: sizes of which all pools are drawn, up to some hundreds.
QVector<MapRow> mapRows(const MapFigures& figures, int columns, const QSet<uint32_t>& open);

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The Map page's figures in words.

#include <QCoreApplication>
#include <QStringList>

#include "core/replay/reading.h"
#include "ui/models/map/map_figures.h"

namespace memtape {

class MapWords {
    Q_DECLARE_TR_FUNCTIONS(memtape::MapWords)

public:
    // What the line cost: a sentence for the stack, one for blocks taken, one for blocks given back; those that say something.
    static QStringList cost(const MapFigures& figures);
    static QString stack(const MapFigures& figures); // `344 of 16 384 bytes used`
    static QString calls(const MapFigures& figures); // `3 of 1000 calls`
    // `344 bytes; some 112 000 at the limit, if __init__ goes on calling itself`; empty: nothing runs.
    static QString bytesAtLimit(const MapFigures& figures);
    static QString unwinding(const MapFigures& figures);     // empty: no error is on its way
    static QString fragmentation(const MapFigures& figures); // a sentence
    static int percentFree(const MapFigures& figures);       // of the pools' bytes
    // Who has the block, since when, and what it is made of; lines.
    static QString block(const MapFigures& figures, const Reading& reading, const MapBlock& block);
    static QString freeBlock(const MapFigures& figures, uint64_t address, uint64_t bytes);
    static QString next(const MapFigures& figures);                   // what is said of the free blocks that are outlined; empty: none is
    static QString frame(const MapFigures& figures, qsizetype frame); // of the map's frames
    static QString summary(const MapFigures& figures);                // for a screen reader
};

}

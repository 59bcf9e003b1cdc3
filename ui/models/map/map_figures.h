// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the Map page tells of a step: memory laid out, what the line before cost, and an error on its way out of the frames.

#include <QString>
#include <QVector>
#include <optional>

#include "core/replay/map/next_blocks.h"
#include "ui/models/picture/passing_error.h"

namespace memtape {

class Run;

struct MapFigures {
    uint64_t step = 0;
    MemoryMap map;
    MapCost cost; // of the line before
    std::vector<NextBlock> nextBlocks;
    uint32_t ranLine = 0;        // 0: no line has run yet
    QVector<QString> frameNames; // of the map's frames
    bool runsModule = false;     // which nobody calls again
    std::optional<PassingError> error;
    QString errorName;
    uint64_t framesLeft = 0; // by the error, since it was raised
    QString implementation;  // whose details are told

    // By the line just run: the block at an address.
    bool isTaken(uint64_t address) const;
    bool isGiven(uint64_t address) const;
    const NextBlock* next(uint64_t address) const; // null: another block of its size is used before it, or none is
};

// Keeps the map of the step that was asked for last, so that the next one has something to differ from.
class MapReader {
public:
    // Null: there is no such step, or nothing is known of how the language lays memory out. Another run wants reset().
    const MapFigures* at(Run& run, uint64_t step);
    void reset() {
        m_last.reset();
        m_next.reset();
    }

private:
    std::optional<MapFigures> m_last;
    std::optional<NextBlocks> m_next;
};

}

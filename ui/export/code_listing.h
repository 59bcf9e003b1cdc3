// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The program in a snapshot: its lines in the editor's colours, with their numbers, and an arrow at each that is about to run. Of a long program, the lines
// around those.

#include <QRectF>
#include <QSizeF>
#include <QVector>
#include <cstdint>
#include <memory>
#include <vector>

#include "ui/editor/inked_text.h"

class QPainter;

namespace memtape {

class MemoryState;
class Run;
struct SceneStyle;

class CodeListing {
public:
    CodeListing() = default; // of nothing
    // Of the file in which the first step stands.
    CodeListing(Run& run, const std::vector<uint64_t>& steps);

    bool isEmpty() const { return m_lines.isEmpty(); }
    QSizeF size() const; // as it needs, within bounds
    void paint(QPainter& painter, const SceneStyle& style, const QRectF& where) const;
    int lineOf(const std::shared_ptr<const MemoryState>& state) const; // where it stands in this file; 0: in another one, or there is no state
    void markOnly(int line) { m_marked = {line}; }                     // 0: none

private:
    void keepAround(int line);

    QVector<QVector<InkedPiece>> m_lines;
    QVector<int> m_marked; // lines about to run
    int m_first = 0;       // the number of the first one, from 0
    uint32_t m_file = UINT32_MAX;
};

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The look-ahead layout: pure geometry, once for a whole run. It is given every box that will ever be drawn, each with its life and the
// largest size it reaches, and every reference with its life; it gives each box one place, for ever. So an object never moves.
//
//   columns   breadth first over the references that last. One that lives under a quarter of its target's life (a name that walks along
//             a list) is drawn, but shapes nothing.
//   slots     boxes of one column whose lives do not meet may share a place.
//   order     depth first, then barycentre sweeps over neighbouring columns; the order with fewest crossings, weighted by life, is kept.
//             A reference over several columns has a dummy slot in each, and so a lane for its arrow.
//   heights   least squares to the neighbours with minimum gaps, solved exactly column by column (pool adjacent violators).

#include <QPointF>
#include <QRectF>
#include <QVector>
#include <cstdint>

namespace memtape {

struct LayoutNode {
    double width = 0, height = 0;
    uint64_t begin = 0, end = 0; // first and last step at which it is drawn
};

struct LayoutEdge {
    int from = -1; // node, or -1: a row of the stack
    int to = 0;
    uint64_t begin = 0, end = 0;
    double y = 0;      // of the row: from the top of the box, or in the picture for the stack
    double weight = 1; // of a row of the stack: names that stay weigh more than those of calls
};

struct LayoutColumn {
    double left = 0, right = 0;
};

struct LayoutResult {
    QVector<QPointF> places; // top left of each node
    QVector<int> columnOf;
    QVector<LayoutColumn> columns;
};

LayoutResult lookAheadLayout(const QVector<LayoutNode>& nodes, const QVector<LayoutEdge>& edges, QPointF origin);

// For the tests: how many of the arrows alive at a step cross, drawn straight from row to header.
int crossingsAt(const QVector<LayoutNode>& nodes, const QVector<LayoutEdge>& edges, const LayoutResult& layout, uint64_t step);

}

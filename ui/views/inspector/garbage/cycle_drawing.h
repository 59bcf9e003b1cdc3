// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A small drawing of objects that hold one another: one with an arrow to itself, two side by side, more around a ring.

#include <QRectF>
#include <QVector>

class QPainter;

namespace memtape {

class Appearance;
struct LostCycle;

class CycleDrawing {
public:
    CycleDrawing(const LostCycle& cycle, const QRectF& room); // room: its height does not matter
    double bottom() const { return m_bottom; }
    const QVector<QRectF>& boxes() const { return m_boxes; } // of the members; and one for the rest of them, if there is a rest
    void paint(QPainter& painter, const Appearance& appearance) const;

private:
    void paintReference(QPainter& painter, qsizetype from, qsizetype to, const QString& label, const Appearance& appearance) const;
    void paintLoop(QPainter& painter, const QRectF& box, const QString& label, const Appearance& appearance) const;
    bool hasWayBack(qsizetype from, qsizetype to) const;

    const LostCycle& m_cycle;
    QVector<QRectF> m_boxes;
    QPointF m_middle;
    double m_bottom = 0;
};

}

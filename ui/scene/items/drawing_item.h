// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the reader draws with: a ring at each row whose arrow is to be drawn, a letter at each object, the arrow that follows the mouse, and afterwards the verdicts.
// A drag from a ring to an object draws an arrow; so do a click on the ring and one on the object. A drag to nowhere takes an arrow away.

#include <QGraphicsItem>
#include <QVector>

#include "core/replay/memory_state.h"

namespace memtape {

class DrawTask;
class MemoryScene;

class DrawingItem : public QGraphicsItem {
public:
    struct Spot {
        QRectF rect;
        QPointF dot;
    };
    // dots, objects: as the task's.
    DrawingItem(MemoryScene& scene, const DrawTask& task, const QVector<Spot>& dots, const QVector<Spot>& objects, const QVector<QRectF>& cards);
    QRectF boundingRect() const override { return m_bounds; }
    QPainterPath shape() const override { return m_shape; } // between cards and boxes the view is moved as ever
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;
    const QVector<Spot>& dots() const { return m_dots; }

protected:
    void hoverMoveEvent(QGraphicsSceneHoverEvent* event) override;
    void mousePressEvent(QGraphicsSceneMouseEvent* event) override;
    void mouseMoveEvent(QGraphicsSceneMouseEvent* event) override;
    void mouseReleaseEvent(QGraphicsSceneMouseEvent* event) override;
    void contextMenuEvent(QGraphicsSceneContextMenuEvent* event) override;

private:
    int dotAt(QPointF point) const;
    int objectAt(QPointF point) const;
    bool isOpen() const;
    void lead(QPointF to); // the arrow that is being drawn
    void finish(int object);
    void paintObjects(QPainter& painter) const;
    void paintDots(QPainter& painter) const;
    void paintVerdict(QPainter& painter, int dot) const;

    MemoryScene& m_scene;
    const DrawTask& m_task;
    const QVector<Spot> m_dots, m_objects;
    QRectF m_bounds;
    QPainterPath m_shape;
    int m_from = -1;          // the dot whose arrow follows the mouse
    bool m_isCarried = false; // after a click, without a button held
    QPointF m_pressed, m_to;
};

}

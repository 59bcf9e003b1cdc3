// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// An object of the heap: header with kind and type, then its cells; or the dashed ghost of one that the line just run released.

#include <QGraphicsItem>

#include "ui/scene/items/painting.h"

namespace memtape {

class MemoryScene;

class BoxItem : public QGraphicsItem {
public:
    BoxItem(MemoryScene& scene, const BoxPicture& box, const QRectF& place);
    QRectF boundingRect() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;
    const BoxPicture& box() const { return m_box; }
    QRectF place() const { return m_place; }
    bool refersTo(ObjectId id) const;

protected:
    void hoverEnterEvent(QGraphicsSceneHoverEvent* event) override;
    void hoverMoveEvent(QGraphicsSceneHoverEvent* event) override;
    void hoverLeaveEvent(QGraphicsSceneHoverEvent* event) override;
    void mousePressEvent(QGraphicsSceneMouseEvent* event) override;
    void mouseReleaseEvent(QGraphicsSceneMouseEvent* event) override;
    void mouseDoubleClickEvent(QGraphicsSceneMouseEvent* event) override;
    void contextMenuEvent(QGraphicsSceneContextMenuEvent* event) override;

private:
    bool isOnReference(const RowPicture& row, QPointF point) const;
    int rowAt(QPointF point) const;

    MemoryScene& m_scene;
    BoxPicture m_box;
    QRectF m_place;
    QPointF m_pressedAt;
};

}

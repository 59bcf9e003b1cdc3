// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A card of the stack: the names' dict of the module, a frame, a fold of many frames, or the outline of a frame just gone.

#include <QGraphicsItem>

#include "ui/scene/items/painting.h"

namespace memtape {

class MemoryScene;

class CardItem : public QGraphicsItem {
public:
    CardItem(MemoryScene& scene, const CardPicture& card, const QRectF& place);
    QRectF boundingRect() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;
    const CardPicture& card() const { return m_card; }
    QRectF place() const { return m_place; }
    void slideIn(double part, double distance); // 1: it stands at its place
    bool refersTo(ObjectId id) const;

protected:
    void hoverMoveEvent(QGraphicsSceneHoverEvent* event) override;
    void hoverLeaveEvent(QGraphicsSceneHoverEvent* event) override;
    void contextMenuEvent(QGraphicsSceneContextMenuEvent* event) override;
    void mousePressEvent(QGraphicsSceneMouseEvent* event) override;
    void mouseReleaseEvent(QGraphicsSceneMouseEvent* event) override;
    void mouseDoubleClickEvent(QGraphicsSceneMouseEvent* event) override;

private:
    int rowAt(QPointF point) const;
    QString lineText() const;
    void paintOutline(QPainter& painter, const QRectF& rect, const QRectF& header) const;

    MemoryScene& m_scene;
    CardPicture m_card;
    QRectF m_place;
    double m_part = 1;
};

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A reference, from a dot in its row to the edge of the box it leads to.

#include <QGraphicsItem>

#include "ui/scene/items/painting.h"
#include "ui/scene/layout/arrow_router.h"

namespace memtape {

class MemoryScene;

class ArrowItem : public QGraphicsItem {
public:
    enum class Tone : uint8_t { Plain, Running, Changed, Error, Right }; // Right: drawn by the reader, as it is

    ArrowItem(MemoryScene& scene, const ArrowRoute& route, ObjectId target, Tone tone, bool isWeak, bool isSeveral = false);
    QRectF boundingRect() const override;
    QPainterPath shape() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;
    ObjectId target() const { return m_target; }
    Tone tone() const { return m_tone; }
    const ArrowRoute& route() const { return m_route; }
    void swingFrom(const QPainterPath& path, double part); // drawn between that way and its own; from nowhere: as it is

protected:
    void hoverEnterEvent(QGraphicsSceneHoverEvent* event) override;
    void hoverLeaveEvent(QGraphicsSceneHoverEvent* event) override;

private:
    MemoryScene& m_scene;
    ArrowRoute m_route;
    QRectF m_bounds;
    QPainterPath m_swing; // what is drawn while it moves
    ObjectId m_target;
    Tone m_tone;
    bool m_isWeak, m_isSeveral; // several: it stands for many references
};

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// An object of the heap: header with kind and type, then its cells; or the dashed ghost of one that the line just run released.

#include <QGraphicsItem>

#include "ui/scene/items/painting.h"
#include "ui/scene/layout/geometry.h"

namespace memtape {

class MemoryScene;

class BoxItem : public QGraphicsItem {
public:
    BoxItem(MemoryScene& scene, const BoxPicture& box, const BoxForm& form, const QRectF& place);
    QRectF boundingRect() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;
    const BoxPicture& box() const { return m_box; }
    QRectF place() const { return m_place; }
    const BoxForm& form() const { return m_form; }
    const QVector<geometry::CellPlace>& cells() const { return m_cells; } // as the rows of the box
    bool isNoteShown() const { return m_noteShown && geometry::noteHeight(m_box) > 0; }
    void showNote(bool shown) { m_noteShown = shown; } // there is room for it
    void extendNote(double right) {                    // it is the neighbour's as well, up to there
        prepareGeometryChange();
        m_noteRight = right;
    }
    QRectF noteRect() const;  // in the scene; empty: nothing is said
    void appear(double part); // 1: it is all there
    bool refersTo(ObjectId id) const;
    QRectF tileOf(ObjectId id) const; // in the scene: of a member of a group; null: it is none

protected:
    void hoverEnterEvent(QGraphicsSceneHoverEvent* event) override;
    void hoverMoveEvent(QGraphicsSceneHoverEvent* event) override;
    void hoverLeaveEvent(QGraphicsSceneHoverEvent* event) override;
    void mousePressEvent(QGraphicsSceneMouseEvent* event) override;
    void mouseReleaseEvent(QGraphicsSceneMouseEvent* event) override;
    void mouseDoubleClickEvent(QGraphicsSceneMouseEvent* event) override;
    void contextMenuEvent(QGraphicsSceneContextMenuEvent* event) override;

private:
    void paintGhost(QPainter& painter, bool withText) const;
    void paintHeader(QPainter& painter) const;
    void paintNote(QPainter& painter) const;
    bool isOnReference(int row, QPointF point) const;
    int rowAt(QPointF point) const;
    ObjectId objectAt(QPointF point) const; // of a group, the member; none: none
    void openGroup();

    MemoryScene& m_scene;
    BoxPicture m_box;
    BoxForm m_form;
    QVector<geometry::CellPlace> m_cells;
    QRectF m_place;
    bool m_noteShown = true;
    double m_noteRight = 0;
    double m_part = 1;
    QPointF m_pressedAt;
};

}

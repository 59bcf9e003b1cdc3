// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/items/arrow_item.h"

#include <QGraphicsSceneHoverEvent>
#include <QPainter>
#include <QPainterPathStroker>
#include <QStyleOptionGraphicsItem>

#include "ui/scene/memory_scene.h"
#include "ui/style/metrics.h"

namespace memtape {

ArrowItem::ArrowItem(MemoryScene& scene, const ArrowRoute& route, ObjectId target, Tone tone, bool isWeak, bool isSeveral)
    : m_scene(scene),
      m_route(route),
      m_target(target),
      m_tone(tone),
      m_isWeak(isWeak),
      m_isSeveral(isSeveral) {
    setAcceptHoverEvents(true);
    setAcceptedMouseButtons(Qt::NoButton);
    m_bounds = m_route.path.boundingRect().united(QRectF(m_route.tip, QSizeF())).adjusted(-8, -8, 8, 8);
    setZValue(tone == Tone::Plain ? 3 : 4); // above the boxes: the dot lies in a row
}

QRectF ArrowItem::boundingRect() const { return m_bounds; }

void ArrowItem::swingFrom(const QPainterPath& path, double part) {
    constexpr int points = 32;
    prepareGeometryChange();
    m_swing = QPainterPath();
    if (!path.isEmpty())
        for (int i = 0; i <= points; ++i) {
            double along = double(i) / points;
            QPointF at = path.pointAtPercent(along) * (1 - part) + m_route.path.pointAtPercent(along) * part;
            i ? m_swing.lineTo(at) : m_swing.moveTo(at);
        }
    m_bounds = m_route.path.boundingRect().united(QRectF(m_route.tip, QSizeF())).united(m_swing.boundingRect()).adjusted(-8, -8, 8, 8);
    update();
}

QPainterPath ArrowItem::shape() const {
    QPainterPathStroker stroker;
    stroker.setWidth(7);
    return stroker.createStroke(m_route.path);
}

void ArrowItem::paint(QPainter* p, const QStyleOptionGraphicsItem* option, QWidget*) {
    QPainter& painter = *p;
    const SceneStyle& style = m_scene.style();
    bool lit = !style.exporting && style.hovered && style.hovered == m_target;
    QColor colour = lit || m_tone == Tone::Running ? style[Ink::Accent]
                    : m_tone == Tone::Changed      ? style[Ink::Changed]
                    : m_tone == Tone::Error        ? style[Ink::Error]
                    : m_tone == Tone::Right        ? style[Ink::Made]
                                                   : style[Ink::Arrow];
    painter.setRenderHint(QPainter::Antialiasing);
    // Plain arrows are 1 px: a wider antialiased pen leaves Qt's fast path for thin lines.
    QPen pen(colour, m_tone == Tone::Plain && !lit ? 1.0 : 2.0);
    if (m_isWeak) pen.setStyle(Qt::DashLine);
    pen.setCapStyle(Qt::FlatCap);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    if (!style.exporting && option->levelOfDetailFromTransform(painter.worldTransform()) < painting::tileThreshold) {
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.drawLine(m_route.dot, m_route.tip);
        return;
    }
    if (!style.dotsAlone) {
        const QPainterPath& way = m_swing.isEmpty() ? m_route.path : m_swing;
        if (m_isSeveral) { // two lines: the ground is drawn between them
            painter.setPen(QPen(colour, pen.widthF() + 3, Qt::SolidLine, Qt::FlatCap));
            painter.drawPath(way);
            painter.setPen(QPen(style[Ink::Box], pen.widthF() + 1, Qt::SolidLine, Qt::FlatCap));
        }
        painter.drawPath(way);
        if (m_swing.isEmpty()) painting::arrowHead(painter, m_route.tip, m_route.enters, colour);
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawEllipse(m_route.dot, 3, 3);
}

void ArrowItem::hoverEnterEvent(QGraphicsSceneHoverEvent*) { m_scene.hoverObject(m_target); }
void ArrowItem::hoverLeaveEvent(QGraphicsSceneHoverEvent*) { m_scene.hoverObject({}); }

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/items/drawing_item.h"

#include <QGraphicsSceneContextMenuEvent>
#include <QGraphicsSceneHoverEvent>
#include <QGraphicsSceneMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include "ui/models/draw/draw_task.h"
#include "ui/scene/items/painting.h"
#include "ui/scene/memory_scene.h"
#include "ui/style/appearance.h"

namespace memtape {

namespace {

constexpr double ring = 5, badge = 10, click = 8; // half of a dot's ring, of a letter's circle; how far a click may slip

}

DrawingItem::DrawingItem(MemoryScene& scene, const DrawTask& task, const QVector<Spot>& dots, const QVector<Spot>& objects,
                         const QVector<QRectF>& cards)
    : m_scene(scene),
      m_task(task),
      m_dots(dots),
      m_objects(objects) {
    setAcceptHoverEvents(true);
    setAcceptedMouseButtons(Qt::LeftButton);
    setZValue(30); // above the boxes and all arrows
    m_shape.setFillRule(Qt::WindingFill);
    for (const QRectF& card : cards) m_shape.addRect(card);
    for (const Spot& object : objects) m_shape.addRect(object.rect.adjusted(-4, -badge, badge, 4));
    m_bounds = scene.contentRect().united(m_shape.boundingRect()).adjusted(-40, -40, 40, 40);
}

bool DrawingItem::isOpen() const { return m_task.stage() == DrawTask::Stage::Drawing; }

int DrawingItem::dotAt(QPointF point) const {
    for (int i = 0; i < m_dots.size(); ++i)
        if (m_dots[i].rect.contains(point)) return i;
    return -1;
}

int DrawingItem::objectAt(QPointF point) const {
    for (int i = 0; i < m_objects.size(); ++i)
        if (m_objects[i].rect.adjusted(-4, -badge, badge, 4).contains(point)) return i;
    return -1;
}

void DrawingItem::lead(QPointF to) {
    m_to = to;
    update();
}

void DrawingItem::finish(int object) {
    const int from = m_from;
    m_from = -1;
    m_isCarried = false;
    update();
    Q_EMIT m_scene.arrowDrawn(from, object < 0 ? ObjectId() : m_task.objects()[object]);
}

void DrawingItem::mousePressEvent(QGraphicsSceneMouseEvent* event) {
    event->accept();
    if (!isOpen()) return;
    m_pressed = event->pos();
    if (m_from >= 0 && m_isCarried)
        if (const int object = objectAt(event->pos()); object >= 0) return finish(object);
    m_from = dotAt(event->pos());
    m_isCarried = false;
    lead(event->pos());
}

void DrawingItem::mouseMoveEvent(QGraphicsSceneMouseEvent* event) {
    if (m_from >= 0) lead(event->pos());
}

void DrawingItem::mouseReleaseEvent(QGraphicsSceneMouseEvent* event) {
    if (m_from < 0) return;
    if ((event->pos() - m_pressed).manhattanLength() > click) return finish(objectAt(event->pos()));
    m_isCarried = true;
    Q_EMIT m_scene.dotChosen(m_from);
}

void DrawingItem::hoverMoveEvent(QGraphicsSceneHoverEvent* event) {
    if (m_from >= 0) lead(event->pos());
}

void DrawingItem::contextMenuEvent(QGraphicsSceneContextMenuEvent* event) { event->accept(); } // the menus of boxes tell where arrows lead

void DrawingItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
    painter->setRenderHint(QPainter::Antialiasing);
    paintObjects(*painter);
    paintDots(*painter);
    if (m_from < 0) return;
    const QPointF dot = m_dots[m_from].dot;
    painter->setPen(QPen(m_scene.style()[Ink::Accent], 2));
    painter->drawLine(dot, m_to);
    painter->setPen(Qt::NoPen);
    painter->setBrush(m_scene.style()[Ink::Accent]);
    painter->drawEllipse(dot, ring, ring);
    painter->drawEllipse(m_to, 4, 4);
}

void DrawingItem::paintObjects(QPainter& painter) const {
    const SceneStyle& style = m_scene.style();
    const int meant = m_from >= 0 ? objectAt(m_to) : -1;
    for (int i = 0; i < m_objects.size(); ++i) {
        const bool isMeant = i == meant;
        if (isMeant) {
            painter.setPen(QPen(style[Ink::Accent], 2.5));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(m_objects[i].rect.adjusted(-4, -4, 4, 4), 8, 8);
        }
        const QRectF circle(m_objects[i].rect.topRight() - QPointF(badge, badge), QSizeF(2 * badge, 2 * badge));
        painter.setPen(QPen(style[Ink::Accent], 1.6));
        painter.setBrush(isMeant ? style[Ink::Accent] : style[Ink::Box]);
        painter.drawEllipse(circle);
        painting::text(painter, circle, Qt::AlignCenter, DrawTask::letterOf(i), interfaceFont(12, true),
                       isMeant ? style[Ink::OnAccent] : style[Ink::Accent]);
    }
}

void DrawingItem::paintDots(QPainter& painter) const {
    const SceneStyle& style = m_scene.style();
    for (int i = 0; i < m_dots.size(); ++i) {
        if (!isOpen()) {
            paintVerdict(painter, i);
            continue;
        }
        const bool isCurrent = i == m_task.current();
        if (isCurrent) {
            painter.setPen(QPen(style[Ink::Accent], 1.4));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(m_dots[i].rect.adjusted(4.5, 1, -4.5, -1), 4, 4);
        }
        if (m_task.dots()[i].drawn && !isCurrent) continue; // the arrow has its own
        painter.setPen(QPen(style[Ink::Accent], 1.8));
        painter.setBrush(isCurrent ? style[Ink::Accent] : style[Ink::Box]);
        painter.drawEllipse(m_dots[i].dot, ring, ring);
    }
}

// A sign with a shape of its own: ✓ right, ✕ wrong, ? missing.
void DrawingItem::paintVerdict(QPainter& painter, int dot) const {
    using Verdict = DrawTask::Verdict;
    const SceneStyle& style = m_scene.style();
    const Verdict verdict = m_task.verdict(dot);
    const Ink ink = verdict == Verdict::Right ? Ink::Made : verdict == Verdict::Wrong ? Ink::Changed : Ink::Accent;
    const QRectF circle(m_dots[dot].dot - QPointF(8, 8), QSizeF(16, 16));
    painter.setPen(Qt::NoPen);
    painter.setBrush(style[ink]);
    painter.drawEllipse(circle);
    const QString sign = verdict == Verdict::Right   ? QStringLiteral("\u2713")
                         : verdict == Verdict::Wrong ? QStringLiteral("\u2715")
                                                     : QStringLiteral("?");
    painting::text(painter, circle, Qt::AlignCenter, sign, interfaceFont(12, true), style[Ink::Box]);
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/items/box_item.h"

#include <QApplication>
#include <QFontMetricsF>
#include <QGraphicsSceneContextMenuEvent>
#include <QGraphicsSceneHoverEvent>
#include <QGraphicsSceneMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QStyleOptionGraphicsItem>

#include "ui/models/picture/object_text.h"
#include "ui/scene/layout/geometry.h"
#include "ui/scene/memory_scene.h"
#include "ui/style/appearance.h"
#include "ui/style/metrics.h"

namespace memtape {

namespace {

QString canvasText(const char* text) { return QCoreApplication::translate("memtape::Canvas", text); }

}

BoxItem::BoxItem(MemoryScene& scene, const BoxPicture& box, const QRectF& place) : m_scene(scene), m_box(box), m_place(place) {
    setPos(place.topLeft());
    setAcceptHoverEvents(true);
    setAcceptedMouseButtons(Qt::LeftButton);
    setFlag(ItemIsMovable, !box.ghost);
    setZValue(2);
}

QRectF BoxItem::boundingRect() const {
    QRectF rect(QPointF(0, 0), m_place.size());
    return rect.adjusted(-5, -5, 5, 6 + geometry::noteHeight(m_box));
}

void BoxItem::paint(QPainter* p, const QStyleOptionGraphicsItem* option, QWidget*) {
    QPainter& painter = *p;
    const SceneStyle& style = m_scene.style();
    Detail detail = style.detail;
    QRectF rect(QPointF(0, 0), m_place.size());
    double headerHeight = geometry::boxHeaderHeight(detail);
    double lod = style.exporting ? 1 : option->levelOfDetailFromTransform(painter.worldTransform());
    bool withText = lod >= painting::textThreshold;
    bool selected = !style.exporting && style.selected == m_box.id;
    bool lit = !style.exporting && style.hovered == m_box.id;
    if (lod < painting::tileThreshold && !m_box.ghost) {
        Ink ink = selected || lit ? Ink::Accent : m_box.mark == Mark::Changed ? Ink::Changed : m_box.mark == Mark::Made ? Ink::Made : Ink::Edge;
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.fillRect(rect, m_box.unreachable ? QBrush(style[ink], Qt::BDiagPattern) : QBrush(style[ink]));
        return;
    }
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath outline;
    outline.addRoundedRect(rect, metrics::boxRadius, metrics::boxRadius);

    if (m_box.ghost) {
        painter.setPen(QPen(style[Ink::Released], 1.4, Qt::DashLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(outline);
        if (!withText) return;
        painting::mark(painter, style, Mark::Released, QPointF(15, metrics::headerHeight / 2));
        painting::text(painter, QRectF(28, 0, rect.width() - 36, metrics::headerHeight), Qt::AlignLeft, m_box.type, interfaceFont(13, true),
                       style[Ink::QuietText]);
        QRectF note(12, metrics::headerHeight, rect.width() - 24, rect.height() - metrics::headerHeight - 4);
        painter.setFont(interfaceFont(12));
        painter.setPen(style[Ink::QuietText]);
        painter.drawText(note, int(Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap), m_box.note);
        return;
    }

    QColor edge = style[Ink::Edge];
    double weight = 1;
    if (m_box.mark == Mark::Changed) {
        edge = style[Ink::Changed];
        weight = 2;
    }
    if (m_box.mark == Mark::Made) {
        edge = style[Ink::Made];
        weight = 2;
    }
    if (selected || lit) {
        edge = style[Ink::Accent];
        weight = 2;
    }
    if (style.palette.theme() != Theme::Print) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(QColor(0, 0, 0, style.palette.isDark() ? 46 : 14));
        painter.drawRoundedRect(rect.translated(1, 2), metrics::boxRadius, metrics::boxRadius);
    }
    painter.setPen(QPen(edge, weight));
    painter.setBrush(style[Ink::Box]);
    painter.drawPath(outline);
    if (m_box.unreachable) painting::hatch(painter, outline, style[Ink::Hairline]);
    if (selected) {
        painter.setPen(QPen(style[Ink::Accent], 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(rect.adjusted(-3.5, -3.5, 3.5, 3.5), metrics::boxRadius + 3, metrics::boxRadius + 3);
    }
    if (detail != Detail::Names) {
        painter.setPen(QPen(edge, 1));
        painter.drawLine(QPointF(0, headerHeight), QPointF(rect.width(), headerHeight));
    }
    if (!withText) return;
    if (detail != Detail::Names) {
        painting::icon(painter, style, m_box.icon, QPointF(8, 4.5));
        double left = metrics::iconWidth + 15;
        QString count = detail >= Detail::Objects ? m_box.count : QString();
        QFont countFont = interfaceFont(12);
        double countWidth = count.isEmpty() ? 0 : QFontMetricsF(countFont).horizontalAdvance(count) + 2;
        QFont typeFont = interfaceFont(13, true);
        QRectF header(left, 0, rect.width() - left - 10, metrics::headerHeight);
        double typeWidth = std::min(QFontMetricsF(typeFont).horizontalAdvance(m_box.type), header.width() - countWidth - 16);
        painting::text(painter, QRectF(header.left(), 0, typeWidth + 1, header.height()), Qt::AlignLeft, m_box.type, typeFont, style[Ink::Text]);
        if (m_box.mark == Mark::Made) painting::mark(painter, style, Mark::Made, QPointF(header.left() + typeWidth + 10, header.center().y()));
        painting::text(painter, header, Qt::AlignRight, count, countFont, style[Ink::QuietText]);
        if (detail == Detail::Bytes) {
            QRectF second(12, metrics::headerHeight - 3, rect.width() - 22, metrics::addressLine);
            painting::text(painter, second, Qt::AlignLeft, m_box.address, codeFont(12), style[Ink::QuietText]);
            painting::text(painter, second, Qt::AlignRight, m_box.size, interfaceFont(12), style[Ink::QuietText]);
        }
    } else if (m_box.mark == Mark::Made) {
        painting::mark(painter, style, Mark::Made, QPointF(rect.width() - 2, 2));
    }
    for (int i = 0; i < m_box.rows.size(); ++i)
        painting::row(painter, style, m_box.rows[i], QRectF(0, geometry::boxRowTop(i, detail), rect.width(), metrics::rowHeight),
                      !style.exporting && style.row && placeOf(m_box, m_box.rows[i]) == style.row);
    if (geometry::noteHeight(m_box) > 0) {
        QRectF note(0, rect.height() + 8, rect.width(), metrics::badgeHeight);
        if (m_box.mark == Mark::Changed) {
            painting::pill(painter, note, QString(), style[Ink::ChangedSoft], style[Ink::Changed], style[Ink::Text]);
            painting::mark(painter, style, Mark::Changed, QPointF(14, note.center().y()));
            painting::text(painter, note.adjusted(24, 0, -8, 0), Qt::AlignLeft, m_box.note, interfaceFont(12), style[Ink::Text]);
        } else {
            painting::pill(painter, note, m_box.note, style[Ink::Heap], style[Ink::Edge], style[Ink::Text]);
        }
    }
}

bool BoxItem::refersTo(ObjectId id) const {
    for (const RowPicture& row : m_box.rows)
        if (row.ref.id == id) return true;
    return false;
}

// A chip, or the dot where an arrow leaves.
bool BoxItem::isOnReference(const RowPicture& row, QPointF point) const {
    if (!row.ref.id) return false;
    return point.x() > (row.ref.isChip ? m_place.width() / 2 : m_place.width() - 26);
}

int BoxItem::rowAt(QPointF point) const {
    double y = point.y() - geometry::boxRowTop(0, m_scene.style().detail);
    int row = int(y / metrics::rowHeight);
    return y >= 0 && row < m_box.rows.size() ? row : -1;
}

// The tip is made when it may be wanted: a large heap has thousands of boxes, anew at each step.
void BoxItem::hoverEnterEvent(QGraphicsSceneHoverEvent* event) {
    if (m_box.ghost) setToolTip(m_scene.picture().remarks.released);
    else if (m_box.unreachable)
        setToolTip(canvasText(QT_TRANSLATE_NOOP(
            "memtape::Canvas",
            "Unreachable but alive: no name leads here any more, yet references inside the cycle keep the count above 0. Only the cycle collector can take it.")));
    else setToolTip(canvasText(QT_TRANSLATE_NOOP("memtape::Canvas", "Click to inspect, drag to pin")));
    QGraphicsItem::hoverEnterEvent(event);
}

void BoxItem::hoverMoveEvent(QGraphicsSceneHoverEvent* event) {
    int row = rowAt(event->pos());
    bool overChip = row >= 0 && m_box.rows[row].ref.id && event->pos().x() > m_place.width() / 2;
    m_scene.hoverObject(overChip ? m_box.rows[row].ref.id : m_box.id);
}

void BoxItem::hoverLeaveEvent(QGraphicsSceneHoverEvent*) { m_scene.hoverObject({}); }

void BoxItem::mousePressEvent(QGraphicsSceneMouseEvent* event) {
    m_pressedAt = event->screenPos();
    QGraphicsItem::mousePressEvent(event);
    event->accept();
}

void BoxItem::mouseReleaseEvent(QGraphicsSceneMouseEvent* event) {
    QGraphicsItem::mouseReleaseEvent(event);
    if ((QPointF(event->screenPos()) - m_pressedAt).manhattanLength() >= QApplication::startDragDistance() && pos() != m_place.topLeft()) {
        ObjectId id = m_box.id;
        QPointF where = pos();
        Q_EMIT m_scene.pinRequested(id, where); // replaces this item
        return;
    }
    setPos(m_place.topLeft());
    int row = rowAt(event->pos());
    if (row >= 0 && m_box.rows[row].kind == RowKind::More) Q_EMIT m_scene.moreRequested(m_box.id);
    else if (row >= 0 && isOnReference(m_box.rows[row], event->pos())) m_scene.pickObject(m_box.rows[row].ref.id, placeOf(m_box, m_box.rows[row]));
    else m_scene.pickObject(m_box.id);
}

void BoxItem::contextMenuEvent(QGraphicsSceneContextMenuEvent* event) {
    int row = rowAt(event->pos());
    bool onChip = row >= 0 && m_box.rows[row].ref.isChip && event->pos().x() > m_place.width() / 2;
    Q_EMIT m_scene.menuRequested(onChip ? m_box.rows[row].ref.id : m_box.id, event->screenPos());
}

void BoxItem::mouseDoubleClickEvent(QGraphicsSceneMouseEvent* event) {
    int row = rowAt(event->pos());
    bool onChip = row >= 0 && m_box.rows[row].ref.isChip && isOnReference(m_box.rows[row], event->pos());
    Q_EMIT m_scene.openRequested(onChip ? m_box.rows[row].ref.id : m_box.id);
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/items/card_item.h"

#include <QCoreApplication>
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

QPainterPath headerPath(const QRectF& rect, double radius) {
    QPainterPath path;
    path.moveTo(rect.bottomLeft());
    path.lineTo(rect.left(), rect.top() + radius);
    path.quadTo(rect.topLeft(), QPointF(rect.left() + radius, rect.top()));
    path.lineTo(rect.right() - radius, rect.top());
    path.quadTo(rect.topRight(), QPointF(rect.right(), rect.top() + radius));
    path.lineTo(rect.bottomRight());
    path.closeSubpath();
    return path;
}

}

CardItem::CardItem(MemoryScene& scene, const CardPicture& card, const QRectF& place) : m_scene(scene), m_card(card), m_place(place) {
    setPos(place.topLeft());
    setAcceptHoverEvents(true);
    setAcceptedMouseButtons(Qt::LeftButton);
    setZValue(1);
    using Kind = CardPicture::Kind;
    switch (card.kind) {
    case Kind::GlobalNames:
    case Kind::ClassNames:
        setToolTip(canvasText(QT_TRANSLATE_NOOP("memtape::Canvas",
                                                "language: these names are the keys of a dict. The dict lies in the heap and outlives every call.")));
        break;
    case Kind::Gone:
        if (card.leftByError)
            setToolTip(canvasText(QT_TRANSLATE_NOOP(
                "memtape::Canvas",
                "language: the call is over without a result. The exception's traceback keeps its frame, and with it its names, as objects in the heap.")));
        else
            setToolTip(canvasText(QT_TRANSLATE_NOOP(
                "memtape::Canvas",
                "language: the call is over. Its names are gone; the objects they referred to stay while something else refers to them.")));
        break;
    case Kind::Thread:
        setToolTip(canvasText(
            QT_TRANSLATE_NOOP("memtape::Canvas", "language: each thread has a stack of its own; all of them share one heap and the global names.")));
        break;
    case Kind::Fold: setToolTip(canvasText(QT_TRANSLATE_NOOP("memtape::Canvas", "Click to show every frame"))); break;
    default: setToolTip(scene.picture().remarks.frames); break;
    }
}

QRectF CardItem::boundingRect() const {
    QRectF rect(QPointF(0, 0), m_place.size());
    return rect.adjusted(-4, -4, 4, m_card.running ? metrics::badgeHeight + 14 : 6);
}

void CardItem::slideIn(double part, double distance) {
    m_part = part;
    setPos(m_place.left() - (1 - part) * distance, m_place.top());
    update();
}

void CardItem::paint(QPainter* p, const QStyleOptionGraphicsItem* option, QWidget*) {
    QPainter& painter = *p;
    if (m_part < 1) painter.setOpacity(painter.opacity() * m_part);
    const SceneStyle& style = m_scene.style();
    using Kind = CardPicture::Kind;
    QRectF rect(QPointF(0, 0), m_place.size());
    QRectF header(0, 0, rect.width(), metrics::cardHeaderHeight);
    bool names = m_card.kind == Kind::GlobalNames || m_card.kind == Kind::ClassNames;
    bool withText = style.exporting || option->levelOfDetailFromTransform(painter.worldTransform()) >= painting::textThreshold;
    painter.setRenderHint(QPainter::Antialiasing);

    if (m_card.kind == Kind::Fold) {
        painting::pill(painter, rect.adjusted(20, 2, -20, -2), m_card.title, style[Ink::AccentSoft], style[Ink::Edge], style[Ink::Text]);
        return;
    }
    if (m_card.kind == Kind::Thread) {
        if (withText)
            painting::text(painter, header, Qt::AlignLeft, m_card.title, interfaceFont(13, true),
                           style[m_card.isWaiting ? Ink::QuietText : Ink::Text]);
        return;
    }
    if (m_card.kind == Kind::Gone) {
        paintOutline(painter, rect, header);
        if (!withText) return;
        QString where = m_card.line ? lineText() : QString();
        double whereWidth = where.isEmpty() ? 0 : QFontMetricsF(interfaceFont(12)).horizontalAdvance(where) + 10;
        QFont titleFont = m_card.titleIsCode ? codeFont(13, true) : interfaceFont(13);
        painting::text(painter, header.adjusted(30, 0, -12 - whereWidth, 0), Qt::AlignLeft, m_card.title, titleFont, style[Ink::QuietText]);
        painting::text(painter, header.adjusted(30, 0, -12, 0), Qt::AlignRight, where, interfaceFont(12), style[Ink::QuietText]);
        for (int i = 0; i < m_card.rows.size(); ++i)
            painting::row(painter, style, m_card.rows[i], QRectF(0, geometry::cardRowTop(m_card, i), rect.width(), metrics::rowHeight));
        return;
    }

    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0, 0, 0, style.palette.isDark() ? 46 : 14));
    if (style.palette.theme() != Theme::Print) painter.drawRoundedRect(rect.translated(1, 2), metrics::cardRadius, metrics::cardRadius);
    bool running = m_card.running;
    painter.setBrush(names ? style[Ink::Heap] : style[Ink::Box]);
    painter.setPen(QPen(running ? style[Ink::Accent] : style[Ink::Edge], running ? 2 : 1));
    painter.drawRoundedRect(rect, metrics::cardRadius, metrics::cardRadius);
    if (running) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(style[Ink::Accent]);
        if (m_card.rows.isEmpty()) painter.drawRoundedRect(header, metrics::cardRadius, metrics::cardRadius);
        else painter.drawPath(headerPath(header, metrics::cardRadius));
    } else if (!m_card.rows.isEmpty()) {
        painter.setPen(QPen(style[Ink::Edge], 1));
        painter.drawLine(header.bottomLeft(), header.bottomRight());
    }
    if (!withText) return;
    QColor ink = running ? style[Ink::OnAccent] : style[Ink::Text];
    QColor quiet = running ? style[Ink::OnAccent] : style[Ink::QuietText];
    QString right;
    if (m_card.line && m_card.kind != Kind::GlobalNames) right = lineText();
    if (!m_card.bytes.isEmpty() && m_card.kind != Kind::GlobalNames)
        right = canvasText(QT_TRANSLATE_NOOP("memtape::Canvas", "%1 B (model)")).arg(m_card.bytes) +
                (right.isEmpty() ? QString() : QStringLiteral(" \u00B7 ") + right);
    QFont rightFont = interfaceFont(12);
    double rightWidth = right.isEmpty() ? 0 : QFontMetricsF(rightFont).horizontalAdvance(right) + 10;
    QFont titleFont = m_card.titleIsCode ? codeFont(13, running) : interfaceFont(13, true);
    painting::text(painter, header.adjusted(12, 0, -12 - rightWidth, 0), Qt::AlignLeft, m_card.title, titleFont, ink);
    painting::text(painter, header.adjusted(header.width() - 12 - rightWidth, 0, -12, 0), Qt::AlignRight, right, rightFont, quiet);
    for (int i = 0; i < m_card.rows.size(); ++i)
        painting::row(painter, style, m_card.rows[i], QRectF(0, geometry::cardRowTop(m_card, i), rect.width(), metrics::rowHeight),
                      !style.exporting && style.row && placeOf(m_card, m_card.rows[i]) == style.row);
    if (running) {
        QString badge = canvasText(QT_TRANSLATE_NOOP("memtape::Canvas", "top of the stack"));
        double width = QFontMetricsF(interfaceFont(12)).horizontalAdvance(badge) + 34;
        painting::pill(painter, QRectF(0, rect.height() + 9, width, metrics::badgeHeight), badge, style[Ink::AccentSoft], style[Ink::Accent],
                       style[Ink::Text]);
    }
}

QString CardItem::lineText() const { return canvasText(QT_TRANSLATE_NOOP("memtape::Canvas", "line %1")).arg(m_card.line); }

// Of a frame that is gone: red where an error has left it.
void CardItem::paintOutline(QPainter& painter, const QRectF& rect, const QRectF& header) const {
    const SceneStyle& style = m_scene.style();
    QColor colour = style[m_card.leftByError ? Ink::Error : Ink::Released];
    painter.setPen(QPen(colour, 1.4, Qt::DashLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(rect, metrics::cardRadius, metrics::cardRadius);
    painting::cross(painter, colour, QPointF(17, header.center().y()));
}

bool CardItem::refersTo(ObjectId id) const {
    for (const RowPicture& row : m_card.rows)
        if (row.ref.id == id) return true;
    return false;
}

int CardItem::rowAt(QPointF point) const {
    double y = point.y() - geometry::cardRowTop(m_card, 0);
    int row = int(y / metrics::rowHeight);
    return y >= 0 && row < m_card.rows.size() ? row : -1;
}

void CardItem::hoverMoveEvent(QGraphicsSceneHoverEvent* event) {
    int row = rowAt(event->pos());
    m_scene.hoverObject(row >= 0 ? m_card.rows[row].ref.id : ObjectId());
}

void CardItem::hoverLeaveEvent(QGraphicsSceneHoverEvent*) { m_scene.hoverObject({}); }

void CardItem::contextMenuEvent(QGraphicsSceneContextMenuEvent* event) {
    int row = rowAt(event->pos());
    Q_EMIT m_scene.menuRequested(row >= 0 ? m_card.rows[row].ref.id : m_card.names, row >= 0 ? placeOf(m_card, m_card.rows[row]) : std::nullopt,
                                 event->screenPos());
}

void CardItem::mousePressEvent(QGraphicsSceneMouseEvent* event) { event->accept(); }

void CardItem::mouseReleaseEvent(QGraphicsSceneMouseEvent* event) {
    if (m_card.kind == CardPicture::Kind::Fold) {
        Q_EMIT m_scene.unfoldRequested();
        return;
    }
    int row = rowAt(event->pos());
    if (row >= 0) m_scene.pickObject(m_card.rows[row].ref.id, placeOf(m_card, m_card.rows[row]));
    else if (m_card.names && event->pos().y() < metrics::cardHeaderHeight) m_scene.pickObject(m_card.names);
    else m_scene.pickObject({});
}

void CardItem::mouseDoubleClickEvent(QGraphicsSceneMouseEvent* event) {
    int row = rowAt(event->pos());
    if (row >= 0 && m_card.rows[row].ref.id) Q_EMIT m_scene.openRequested(m_card.rows[row].ref.id);
}

}

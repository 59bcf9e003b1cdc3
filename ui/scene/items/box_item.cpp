// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/items/box_item.h"

#include <QApplication>
#include <QGraphicsSceneContextMenuEvent>
#include <QGraphicsSceneHoverEvent>
#include <QGraphicsSceneMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QRegularExpression>
#include <QStyleOptionGraphicsItem>

#include "ui/models/picture/object_text.h"
#include "ui/scene/groups/tile_grid.h"
#include "ui/scene/items/box_head.h"
#include "ui/scene/items/group_painting.h"
#include "ui/scene/layout/geometry.h"
#include "ui/scene/memory_scene.h"
#include "ui/style/appearance.h"
#include "ui/style/metrics.h"
#include "ui/style/text_cache.h"

namespace memtape {

namespace {

QString canvasText(const char* text) { return QCoreApplication::translate("memtape::Canvas", text); }

}

BoxItem::BoxItem(MemoryScene& scene, const BoxPicture& box, const BoxForm& form, const QRectF& place)
    : m_scene(scene),
      m_box(box),
      m_form(form),
      m_cells(geometry::cellPlaces(box, form, scene.style().detail)),
      m_place(place) {
    setPos(place.topLeft());
    setAcceptHoverEvents(true);
    setAcceptedMouseButtons(Qt::LeftButton);
    setFlag(ItemIsMovable, box.isObject());
    setZValue(2);
}

QRectF BoxItem::boundingRect() const {
    QRectF rect(QPointF(0, 0), m_place.size());
    rect.adjust(-5, -5, 5, 6 + (m_noteShown ? geometry::noteHeight(m_box) : 0));
    return isNoteShown() ? rect | noteRect().translated(-m_place.topLeft()) : rect; // a note may be wider than its box
}

QRectF BoxItem::noteRect() const {
    if (geometry::noteHeight(m_box) <= 0) return {};
    double words = geometry::labelWidth(m_box.note) + 24;
    return {m_place.left(), m_place.bottom() + 5, std::max({m_place.width(), words, m_noteRight - m_place.left()}), metrics::badgeHeight};
}

void BoxItem::appear(double part) {
    m_part = part;
    update();
}

void BoxItem::paint(QPainter* p, const QStyleOptionGraphicsItem* option, QWidget*) {
    QPainter& painter = *p;
    if (m_part < 1) painter.setOpacity(painter.opacity() * m_part);
    const SceneStyle& style = m_scene.style();
    QRectF rect(QPointF(0, 0), m_place.size());
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
    if (m_box.ghost) {
        paintGhost(painter, withText);
        return;
    }
    bool isChanged = m_box.mark == Mark::Changed, isMade = m_box.mark == Mark::Made;
    QColor edge = selected || lit ? style[Ink::Accent] : isMade ? style[Ink::Made] : isChanged ? style[Ink::Changed] : style[Ink::Edge];
    double weight = selected || lit || isMade || isChanged ? 2 : 1;
    QPainterPath outline;
    outline.addRoundedRect(rect, metrics::boxRadius, metrics::boxRadius);
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
    if (m_box.group) {
        painting::group(painter, style, m_box, rect, withText);
        if (!withText) return;
    } else if (style.detail != Detail::Names) {
        double headerHeight = geometry::boxHeaderHeight(style.detail);
        painter.setPen(QPen(edge, 1));
        painter.drawLine(QPointF(0, headerHeight), QPointF(rect.width(), headerHeight));
    }
    if (!withText) return;
    if (!m_box.group) paintHeader(painter);
    bool isAcross = m_form.isAcross();
    for (int i = 0; i < m_box.rows.size(); ++i) {
        bool picked = !style.exporting && style.row && placeOf(m_box, m_box.rows[i]) == style.row;
        const geometry::CellPlace& cell = m_cells[i];
        bool isLast = i + 1 == m_box.rows.size();
        if (isAcross) {
            bool endsLine = isLast || m_cells[i + 1].rect.top() > cell.rect.top();
            painting::cell(painter, style, m_box.rows[i], cell, picked, !endsLine);
        } else {
            if (i > 0 && (cell.rect.height() > metrics::rowHeight || m_cells[i - 1].rect.height() > metrics::rowHeight)) {
                painter.setPen(QPen(style[Ink::Hairline], 1));
                painter.drawLine(cell.rect.topLeft(), cell.rect.topRight());
            }
            double middle = cell.dot.y();
            painting::row(painter, style, m_box.rows[i], QRectF(0, middle - metrics::rowHeight / 2, rect.width(), metrics::rowHeight), picked);
        }
    }
    if (m_noteShown && geometry::noteHeight(m_box) > 0) paintNote(painter);
}

void BoxItem::paintGhost(QPainter& painter, bool withText) const {
    const SceneStyle& style = m_scene.style();
    QRectF rect(QPointF(0, 0), m_place.size());
    painter.setPen(QPen(style[Ink::Released], 1.4, Qt::DashLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(rect, metrics::boxRadius, metrics::boxRadius);
    if (!withText) return;
    painting::mark(painter, style, Mark::Released, QPointF(15, metrics::headerHeight / 2));
    painting::text(painter, QRectF(28, 0, rect.width() - 36, metrics::headerHeight), Qt::AlignLeft, m_box.type, interfaceFont(13, true),
                   style[Ink::QuietText]);
    QRectF note(12, metrics::headerHeight, rect.width() - 16, rect.height() - metrics::headerHeight - 4);
    painter.setFont(interfaceFont(12));
    painter.setPen(style[Ink::QuietText]);
    // Where there is no room for why it was released, the tip says it.
    QString words = m_box.note;
    if (geometry::ghostHeight(m_box, rect.width()) > rect.height())
        words = words.left(words.indexOf(QRegularExpression(QStringLiteral("[,(]")))).trimmed();
    painter.drawText(note, int(Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap), words);
}

void BoxItem::paintHeader(QPainter& painter) const {
    const SceneStyle& style = m_scene.style();
    if (style.detail == Detail::Names) {
        if (m_box.mark == Mark::Made) painting::mark(painter, style, Mark::Made, QPointF(m_place.width() - 2, 2));
        return;
    }
    painting::icon(painter, style, m_box.icon, QPointF(8, 3.5));
    const BoxHead head = headOf(m_box, m_place.width(), style.detail);
    painting::text(painter, head.type, Qt::AlignLeft, m_box.type, interfaceFont(13, true), style[Ink::Text]);
    if (m_box.mark == Mark::Made) painting::mark(painter, style, Mark::Made, head.sign);
    painting::text(painter, head.count, Qt::AlignRight, head.countText, interfaceFont(12), style[Ink::QuietText]);
    if (style.detail != Detail::Bytes) return;
    QRectF second(12, metrics::headerHeight - 3, m_place.width() - 22, metrics::addressLine);
    painting::text(painter, second, Qt::AlignLeft, m_box.address, codeFont(12), style[Ink::QuietText]);
    painting::text(painter, second, Qt::AlignRight, m_box.size, interfaceFont(12), style[Ink::QuietText]);
}

void BoxItem::paintNote(QPainter& painter) const {
    const SceneStyle& style = m_scene.style();
    QRectF note = noteRect().translated(-m_place.topLeft());
    if (m_box.mark == Mark::Changed) {
        painting::pill(painter, note, QString(), style[Ink::ChangedSoft], style[Ink::Changed], style[Ink::Text]);
        painting::mark(painter, style, Mark::Changed, QPointF(14, note.center().y()));
        painting::text(painter, note.adjusted(24, 0, -8, 0), Qt::AlignLeft, m_box.note, interfaceFont(12), style[Ink::Text]);
    } else {
        painting::pill(painter, note, m_box.note, style[Ink::Heap], style[Ink::Edge], style[Ink::Text]);
    }
}

QRectF BoxItem::tileOf(ObjectId id) const {
    if (!m_box.group || m_box.group->opened.contains(id)) return {};
    const qsizetype place = m_box.group->placeOf(id);
    if (place < 0) return {};
    const TileGrid grid(m_box.group->members.size());
    return grid.tile(grid.tileOf(place)).translated(m_place.topLeft());
}

ObjectId BoxItem::objectAt(QPointF point) const {
    if (!m_box.group) return m_box.id;
    const qsizetype place = TileGrid(m_box.group->members.size()).memberAt(point);
    return place < 0 ? ObjectId() : m_box.group->members[place].id;
}

// Some of those that have no box yet: from the selected one on, or the first.
void BoxItem::openGroup() {
    const GroupPicture& group = *m_box.group;
    const qsizetype from = std::max<qsizetype>(0, group.placeOf(m_scene.style().selected));
    QVector<ObjectId> opened;
    for (qsizetype i = 0; i < group.members.size() && opened.size() < GroupPicture::openedAtOnce; ++i)
        if (ObjectId id = group.members[(from + i) % group.members.size()].id; !group.opened.contains(id)) opened.append(id);
    Q_EMIT m_scene.groupOpened(opened); // replaces this item
}

bool BoxItem::refersTo(ObjectId id) const {
    for (const RowPicture& row : m_box.rows)
        if (row.ref.id == id) return true;
    return false;
}

// A chip, or the dot where an arrow leaves.
bool BoxItem::isOnReference(int row, QPointF point) const {
    if (row < 0 || !m_box.rows[row].ref.id) return false;
    if (m_form.isAcross()) return point.y() > m_cells[row].rect.center().y() - 6;
    return point.x() > (m_box.rows[row].ref.isChip ? m_place.width() / 2 : m_place.width() - 26);
}

int BoxItem::rowAt(QPointF point) const {
    for (int i = 0; i < m_cells.size(); ++i)
        if (m_cells[i].rect.contains(point)) return i;
    return -1;
}

// The tip is made when it may be wanted: a large heap has thousands of boxes, anew at each step.
void BoxItem::hoverEnterEvent(QGraphicsSceneHoverEvent* event) {
    if (m_box.group)
        setToolTip(canvasText(QT_TRANSLATE_NOOP("memtape::Canvas", "Each tile is an object: click to inspect it, double-click to draw it as a box")));
    else if (m_box.ghost) setToolTip(m_scene.picture().remarks.released);
    else if (m_box.unreachable)
        setToolTip(canvasText(QT_TRANSLATE_NOOP(
            "memtape::Canvas",
            "Unreachable but alive: no name leads here any more, yet references inside the cycle keep the count above 0. Only the cycle collector can take it.")));
    else setToolTip(canvasText(QT_TRANSLATE_NOOP("memtape::Canvas", "Click to inspect, drag to pin")));
    QGraphicsItem::hoverEnterEvent(event);
}

void BoxItem::hoverMoveEvent(QGraphicsSceneHoverEvent* event) {
    int row = rowAt(event->pos());
    m_scene.hoverObject(isOnReference(row, event->pos()) ? m_box.rows[row].ref.id : objectAt(event->pos()));
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
    else if (isOnReference(row, event->pos())) m_scene.pickObject(m_box.rows[row].ref.id, placeOf(m_box, m_box.rows[row]));
    else if (m_box.group && row < 0 && TileGrid(m_box.group->members.size()).wordsLine().contains(event->pos()) &&
             event->pos().x() > m_place.width() / 2)
        openGroup();
    else if (ObjectId id = objectAt(event->pos())) m_scene.pickObject(id);
}

void BoxItem::contextMenuEvent(QGraphicsSceneContextMenuEvent* event) {
    int row = rowAt(event->pos());
    bool onChip = isOnReference(row, event->pos()) && m_box.rows[row].ref.isChip;
    Q_EMIT m_scene.menuRequested(onChip ? m_box.rows[row].ref.id : objectAt(event->pos()), row >= 0 ? placeOf(m_box, m_box.rows[row]) : std::nullopt,
                                 event->screenPos());
}

void BoxItem::mouseDoubleClickEvent(QGraphicsSceneMouseEvent* event) {
    int row = rowAt(event->pos());
    bool onChip = row >= 0 && m_box.rows[row].ref.isChip && isOnReference(row, event->pos());
    if (ObjectId id = onChip ? m_box.rows[row].ref.id : objectAt(event->pos())) Q_EMIT m_scene.openRequested(id);
}

}

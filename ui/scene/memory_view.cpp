// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/memory_view.h"

#include <QContextMenuEvent>
#include <QGraphicsItem>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

#include "ui/scene/items/legend_item.h"
#include "ui/scene/memory_scene.h"
#include "ui/style/appearance.h"
#include "ui/style/metrics.h"

namespace memtape {

namespace {

constexpr double smallest = 0.08, largest = 4;

}

MemoryView::MemoryView(MemoryScene& scene, QWidget* parent) : QGraphicsView(&scene, parent), m_scene(scene) {
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAlignment(Qt::AlignLeft | Qt::AlignTop);
    setTransformationAnchor(NoAnchor);
    setResizeAnchor(NoAnchor);
    setViewportUpdateMode(FullViewportUpdate); // the legend floats over the picture
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
}

void MemoryView::applyTransform() {
    QPointF corner = mapToScene(0, 0);
    setTransform(QTransform::fromScale(m_zoom * m_base, m_zoom * m_base));
    QPointF now = mapToScene(0, 0);
    QPointF difference = (corner - now) * m_zoom * m_base;
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() + int(std::lround(difference.x())));
    verticalScrollBar()->setValue(verticalScrollBar()->value() + int(std::lround(difference.y())));
    Q_EMIT viewportChanged();
}

void MemoryView::setBaseScale(double scale) {
    m_base = scale;
    applyTransform();
    if (m_atHome) home();
}

void MemoryView::setZoom(double zoom, QPointF keep) {
    zoom = std::clamp(zoom, smallest, largest);
    QPointF before = mapToScene(keep.toPoint());
    m_zoom = zoom;
    setTransform(QTransform::fromScale(m_zoom * m_base, m_zoom * m_base));
    QPointF difference = (before - mapToScene(keep.toPoint())) * m_zoom * m_base;
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() + int(std::lround(difference.x())));
    verticalScrollBar()->setValue(verticalScrollBar()->value() + int(std::lround(difference.y())));
    m_atHome = false;
    Q_EMIT viewportChanged();
}

void MemoryView::fit() {
    QRectF rect = m_scene.contentRect();
    if (rect.isEmpty()) return;
    double fitting = std::min(viewport()->width() / rect.width(), viewport()->height() / rect.height()) / m_base;
    setZoom(std::min(fitting, 1.5));
    horizontalScrollBar()->setValue(0);
    verticalScrollBar()->setValue(0);
    Q_EMIT viewportChanged();
}

// Normal size; with large texts in a small window somewhat less, so that the heap is in sight beside the stack.
double MemoryView::homeZoom() const {
    constexpr double leastHeap = 260, least = 0.75;
    return std::clamp(viewport()->width() / (metrics::stackWidth + leastHeap) / m_base, least, 1.0);
}

void MemoryView::home() {
    m_zoom = homeZoom();
    setTransform(QTransform::fromScale(m_zoom * m_base, m_zoom * m_base));
    horizontalScrollBar()->setValue(0);
    verticalScrollBar()->setValue(0);
    m_atHome = true;
    Q_EMIT viewportChanged();
}

QRectF MemoryView::seen() const { return mapToScene(viewport()->rect()).boundingRect(); }

bool MemoryView::hasRoomFor(const QRectF& rect) const {
    QSizeF room = seen().size();
    return rect.width() + 48 <= room.width() && rect.height() + 48 <= room.height();
}

void MemoryView::showRect(const QRectF& rect) {
    if (rect.isEmpty()) return;
    QRectF room = seen().adjusted(20, 20, -20, -20);
    // Of what is larger than the room, the start is shown.
    auto shift = [](double from, double to, double roomFrom, double roomTo) {
        if (from >= roomFrom && to <= roomTo) return 0.0;
        if (from < roomFrom || to - from > roomTo - roomFrom) return from - roomFrom;
        return to - roomTo;
    };
    double x = shift(rect.left(), rect.right(), room.left(), room.right()), y = shift(rect.top(), rect.bottom(), room.top(), room.bottom());
    // Near its start the picture is shown from its start.
    if (x != 0) horizontalScrollBar()->setValue(std::max(0, horizontalScrollBar()->value() + int(std::lround(x * m_zoom * m_base))));
    if (y != 0) verticalScrollBar()->setValue(std::max(0, verticalScrollBar()->value() + int(std::lround(y * m_zoom * m_base))));
}

void MemoryView::setLegendShown(bool shown) {
    m_legendShown = shown;
    viewport()->update();
}

void MemoryView::setGreyed(bool greyed) {
    m_greyed = greyed;
    viewport()->update();
}

void MemoryView::setPlaceholder(const QString& text) {
    m_placeholder = text;
    viewport()->update();
}

// The menu key asks for the selected object; the mouse's own requests go to the items, or to the ground.
void MemoryView::contextMenuEvent(QContextMenuEvent* event) {
    if (event->reason() != QContextMenuEvent::Keyboard && itemAt(event->pos())) {
        QGraphicsView::contextMenuEvent(event);
        return;
    }
    ObjectId selected = event->reason() == QContextMenuEvent::Keyboard ? m_scene.style().selected : ObjectId();
    QRectF box = m_scene.rectOf(selected);
    Q_EMIT m_scene.menuRequested(selected, box.isNull() ? event->globalPos() : viewport()->mapToGlobal(mapFromScene(box.center())));
    event->accept();
}

void MemoryView::wheelEvent(QWheelEvent* event) {
    QPoint pixels = event->pixelDelta();
    if (event->modifiers() & Qt::ShiftModifier) {
        int by = event->angleDelta().y() ? event->angleDelta().y() : event->angleDelta().x();
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - by);
    } else {
        double angle = pixels.isNull() ? event->angleDelta().y() : pixels.y() * 2.0;
        setZoom(m_zoom * std::pow(1.0015, angle), event->position());
    }
    event->accept();
}

void MemoryView::resizeEvent(QResizeEvent* event) {
    QGraphicsView::resizeEvent(event);
    if (m_atHome && m_zoom != homeZoom()) home();
    Q_EMIT viewportChanged();
}

void MemoryView::scrollContentsBy(int dx, int dy) {
    QGraphicsView::scrollContentsBy(dx, dy);
    Q_EMIT viewportChanged();
}

void MemoryView::mousePressEvent(QMouseEvent* event) {
    QGraphicsItem* item = itemAt(event->position().toPoint());
    bool onItem = item && (item->acceptedMouseButtons() & event->button());
    if (event->button() == Qt::MiddleButton || (event->button() == Qt::LeftButton && !onItem)) {
        m_panning = true;
        m_panFrom = event->position().toPoint();
        viewport()->setCursor(Qt::ClosedHandCursor);
        if (event->button() == Qt::LeftButton) m_scene.pickObject({});
        event->accept();
        return;
    }
    QGraphicsView::mousePressEvent(event);
}

void MemoryView::mouseMoveEvent(QMouseEvent* event) {
    if (m_panning) {
        QPoint by = event->position().toPoint() - m_panFrom;
        m_panFrom = event->position().toPoint();
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - by.x());
        verticalScrollBar()->setValue(verticalScrollBar()->value() - by.y());
        m_atHome = false;
        return;
    }
    QGraphicsView::mouseMoveEvent(event);
}

void MemoryView::mouseReleaseEvent(QMouseEvent* event) {
    if (m_panning) {
        m_panning = false;
        viewport()->unsetCursor();
        return;
    }
    QGraphicsView::mouseReleaseEvent(event);
}

void MemoryView::drawForeground(QPainter* painter, const QRectF&) {
    const SceneStyle& style = m_scene.style();
    painter->save();
    painter->resetTransform();
    QRectF area = viewport()->rect();
    if (m_greyed) {
        QColor veil = style[Ink::Window];
        veil.setAlpha(140);
        painter->fillRect(area, veil);
    }
    if (m_legendShown && !m_scene.picture().cards.isEmpty()) {
        painter->scale(m_base, m_base);
        QRectF scaled(0, 0, area.width() / m_base, area.height() / m_base);
        QSizeF size = legend::size(std::min(scaled.width() - 24, 560.0));
        legend::paint(*painter, style, QRectF(QPointF(scaled.right() - size.width() - 12, scaled.bottom() - size.height() - 12), size), true);
        painter->resetTransform();
    }
    if (!m_placeholder.isEmpty()) {
        painter->setFont(interfaceFont(14 * m_base));
        painter->setPen(style[Ink::QuietText]);
        painter->drawText(area.adjusted(40, 0, -40, -area.height() / 5), int(Qt::AlignCenter | Qt::TextWordWrap), m_placeholder);
    }
    painter->restore();
}

}

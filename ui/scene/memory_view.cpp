// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/memory_view.h"

#include <QContextMenuEvent>
#include <QGestureEvent>
#include <QGraphicsItem>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

#include "ui/scene/items/legend_item.h"
#include "ui/scene/memory_scene.h"
#include "ui/style/appearance.h"
#include "ui/style/metrics.h"
#include "ui/style/spoken_widgets.h"

namespace memtape {

namespace {

constexpr double smallest = 0.08, largest = 4;

}

MemoryView::MemoryView(MemoryScene& scene, QWidget* parent) : QGraphicsView(&scene, parent), m_scene(scene) {
    setSpokenRole(*this, QAccessible::Graphic);
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
    viewport()->grabGesture(Qt::PinchGesture);
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
    Q_EMIT resized();
}

QSizeF MemoryView::naturalSize() const { return QSizeF(viewport()->size()) / (m_base * homeZoom()); }

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
    setZoom(std::clamp(fitting, painting::textThreshold, 1.5)); // smaller there would be nothing to read
    horizontalScrollBar()->setValue(0);
    verticalScrollBar()->setValue(0);
    if (fitting < painting::textThreshold) showRect(m_scene.runningRect());
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

QRectF MemoryView::heapRoom() const {
    QRectF room = seen();
    room.setLeft(std::max(room.left() + std::max(0.0, metrics::stackWidth - std::max(0.0, -room.left())), metrics::stackWidth));
    return room;
}

namespace {

// Above and below the global names, where they stay at the edge: less than in the picture, so that they stay only when they would be cut.
constexpr double aroundNames = 8;

}

// What stands in for the global names takes a band of the view; 0: they are too high for that, and scroll away.
double MemoryView::namesBand() const {
    constexpr double mostOfView = 0.4; // higher ones would leave no room for the frames
    QRectF names = m_scene.namesRect();
    return names.isNull() || names.height() > mostOfView * seen().height() ? 0 : names.height() + 2 * aroundNames;
}

namespace {

constexpr double aside = 20; // so far from the edge of the view is what is to be seen

// How far to go so that `from`…`to` lies in the room: nowhere where it does. Of what is larger than the room, the start is shown.
double shift(double from, double to, double roomFrom, double roomTo) {
    if (from >= roomFrom && to <= roomTo) return 0;
    if (from < roomFrom || to - from > roomTo - roomFrom) return from - roomFrom;
    return to - roomTo;
}

constexpr double headBand = metrics::cardHeaderHeight + metrics::cardPadding; // the running frame's head, and a little above it
constexpr double leastRows = metrics::rowHeight + 2 * metrics::cardPadding;   // of its card are seen below, the last one

}

// The names give way where the end of the running frame would be behind them, and come back as it leaves the view.
MemoryView::Pinned MemoryView::pinned() const {
    const double top = seen().top();
    const QRectF names = m_scene.namesRect(), running = m_scene.runningRect();
    Pinned pinned;
    if (top > names.top() - aroundNames) pinned.names = namesBand();
    const double left = running.bottom() - top; // of the frame
    if (running.isNull() || left <= 0 || running.top() - metrics::cardPadding >= top + pinned.names) return pinned;
    const double rows = std::min(running.height() - metrics::cardHeaderHeight, leastRows);
    pinned.pushed = std::clamp(pinned.names + headBand + rows - left, 0.0, pinned.names * std::min(1.0, left / (headBand + rows)));
    if (running.top() - metrics::cardPadding < top + pinned.names - pinned.pushed)
        pinned.head = std::clamp(left - pinned.names + pinned.pushed, 0.0, headBand);
    return pinned;
}

double MemoryView::heightOf(Above above) const { return (above == Above::Head ? 0 : namesBand()) + (above == Above::Names ? 0 : headBand); }

// Near its start the picture is shown from its start.
void MemoryView::scrollBy(double x, double y) {
    auto go = [&](QScrollBar& bar, double by) {
        if (by != 0) bar.setValue(std::max(0, bar.value() + int(std::lround(by * m_zoom * m_base))));
    };
    go(*horizontalScrollBar(), x);
    go(*verticalScrollBar(), y);
}

// Nor is a part of the picture beyond the edge while there is nothing at the other one.
void MemoryView::leaveNoneEmpty() {
    auto back = [&](QScrollBar& bar, double end, int room) {
        const int most = std::max(0, int(std::ceil(end * m_zoom * m_base)) - room);
        if (bar.value() > most) bar.setValue(most);
    };
    const QRectF all = m_scene.contentRect();
    back(*horizontalScrollBar(), all.right(), viewport()->width());
    back(*verticalScrollBar(), all.bottom(), viewport()->height());
}

void MemoryView::showRect(const QRectF& rect) {
    if (rect.isEmpty()) return;
    bool isOfStack = rect.left() < metrics::stackWidth;
    QRectF room = (isOfStack ? seen() : heapRoom()).adjusted(aside, aside, -aside, -aside);
    if (isOfStack) room.setTop(std::max(room.top(), seen().top() + namesBand()));
    bool staysInSight = isOfStack && seen().left() >= 0;
    scrollBy(staysInSight ? 0 : shift(rect.left(), rect.right(), room.left(), room.right()),
             shift(rect.top(), rect.bottom(), room.top(), room.bottom()));
    leaveNoneEmpty();
}

// Where the view may go, downwards, so that both are in it.
std::optional<MemoryView::Span> MemoryView::downTo(const QRectF& stack, const QRectF& heap, double above) const {
    const QRectF room = heapRoom().adjusted(aside, aside, -aside, -aside), both = stack | heap;
    if (heap.isEmpty() || heap.width() > room.width()) return std::nullopt;
    Span down{both.bottom() - room.bottom(), heap.top() - room.top()};
    if (!stack.isNull()) down.most = std::min(down.most, stack.top() - std::max(room.top(), seen().top() + above));
    return down.least > down.most ? std::nullopt : std::optional(down);
}

bool MemoryView::hasRoomFor(const QRectF& stack, const QRectF& place, Above above) const { return downTo(stack, place, heightOf(above)).has_value(); }

bool MemoryView::showMost(const QRectF& stack, const QVector<QRectF>& places, Above above) {
    const double height = heightOf(above);
    QRectF heap;
    for (const QRectF& place : places)
        if (downTo(stack, heap | place, height)) heap |= place;
    if (heap.isNull()) return false;
    const QRectF room = heapRoom().adjusted(aside, aside, -aside, -aside);
    const Span down = *downTo(stack, heap, height);
    scrollBy(shift(heap.left(), heap.right(), room.left(), room.right()), std::clamp(0.0, down.least, down.most));
    leaveNoneEmpty();
    return true;
}

int MemoryView::stackEdge() const {
    double width = metrics::stackWidth * m_zoom * m_base;
    return std::max(mapFromScene(QPointF(metrics::stackWidth, 0)).x(), std::min(int(std::lround(width)), viewport()->width()));
}

QVector<MemoryView::StandIn> MemoryView::standIns() const {
    QVector<StandIn> all;
    const QRectF now = seen();
    const double scale = m_zoom * m_base;
    if (m_scene.picture().cards.isEmpty()) return all;
    auto add = [&](const QRectF& source, double top, bool isCut = false) {
        double left = std::max(0.0, -now.left()) * scale;
        all.append({source, QRectF(QPointF(left, top), source.size() * scale), isCut});
    };
    if (now.left() > 0) add(QRectF(0, now.top(), metrics::stackWidth, now.height()), 0);
    const Pinned above = pinned();
    if (above.head > 0) {
        const QRectF running = m_scene.runningRect();
        add(QRectF(0, running.top() - metrics::cardPadding, metrics::stackWidth, headBand), (above.below() - headBand) * scale);
    }
    if (above.names > 0) add(QRectF(0, m_scene.namesRect().top() - aroundNames, metrics::stackWidth, above.names), -above.pushed * scale, true);
    return all;
}

QPoint MemoryView::meant(QPoint point) const {
    const QVector<StandIn> all = standIns();
    for (auto standIn = all.rbegin(); standIn != all.rend(); ++standIn)
        if (standIn->target.contains(point))
            return mapFromScene(standIn->source.topLeft() + (QPointF(point) - standIn->target.topLeft()) / (m_zoom * m_base));
    return point;
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

void MemoryView::setHeapNote(const QString& text) {
    if (text == m_heapNote) return;
    m_heapNote = text;
    viewport()->update();
}

QVector<EdgeLabel> MemoryView::edgeLabels() const {
    if (m_scene.picture().cards.isEmpty() || m_zoom < painting::textThreshold) return {};
    return memtape::edgeLabels(m_scene, {heapRoom(), viewportTransform(), m_base});
}

QVector<ObjectId> MemoryView::changedOutOfSight() const { return memtape::changedOutOfSight(m_scene, heapRoom()); }

// A click on a label leads to what its arrows lead to. False: there is none, or nothing is to be done with it.
bool MemoryView::useLabel(const QMouseEvent& mouse) {
    if (m_panning || (mouse.type() == QEvent::MouseMove && mouse.buttons() != Qt::NoButton)) return false;
    const QVector<EdgeLabel> labels = edgeLabels();
    auto at = std::find_if(labels.begin(), labels.end(), [&](const EdgeLabel& label) { return label.rect.contains(mouse.position()); });
    bool isOver = at != labels.end();
    if (isOver != m_overLabel) {
        m_overLabel = isOver;
        isOver ? viewport()->setCursor(Qt::PointingHandCursor) : viewport()->unsetCursor();
    }
    if (!isOver) return false;
    if (mouse.type() != QEvent::MouseMove && mouse.button() == Qt::LeftButton) showRect(m_scene.rectOf(at->target));
    return true;
}

// The mouse over a stand-in means what it stands for. While a button is down all points are moved as the first was.
bool MemoryView::viewportEvent(QEvent* event) {
    switch (event->type()) {
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonDblClick:
    case QEvent::MouseMove:
    case QEvent::MouseButtonRelease: {
        auto* mouse = static_cast<QMouseEvent*>(event);
        QPoint at = mouse->position().toPoint();
        if (mouse->type() != QEvent::MouseButtonRelease && useLabel(*mouse)) return true;
        bool isDown = mouse->type() == QEvent::MouseButtonRelease || (mouse->type() == QEvent::MouseMove && mouse->buttons() != Qt::NoButton);
        if (!isDown || m_scene.isDrawn()) m_shift = meant(at) - at; // an arrow is drawn from the one to the other
        if (m_shift.isNull()) break;
        // The scene looks for its items by the place on the screen.
        QMouseEvent moved(mouse->type(), mouse->position() + m_shift, mouse->globalPosition() + m_shift, mouse->button(), mouse->buttons(),
                          mouse->modifiers(), mouse->pointingDevice());
        bool taken = QGraphicsView::viewportEvent(&moved);
        event->setAccepted(moved.isAccepted());
        return taken;
    }
    case QEvent::ToolTip: {
        auto* help = static_cast<QHelpEvent*>(event);
        if (meant(help->pos()) == help->pos()) break;
        QGraphicsItem* item = itemAt(meant(help->pos()));
        QToolTip::showText(help->globalPos(), item ? item->toolTip() : QString(), viewport());
        return true;
    }
    case QEvent::ContextMenu: {
        auto* menu = static_cast<QContextMenuEvent*>(event);
        m_menuShift = menu->reason() == QContextMenuEvent::Keyboard ? QPoint() : meant(menu->pos()) - menu->pos();
        if (m_menuShift.isNull()) break;
        QContextMenuEvent moved(menu->reason(), menu->pos() + m_menuShift, menu->globalPos() + m_menuShift, menu->modifiers());
        return QGraphicsView::viewportEvent(&moved);
    }
    case QEvent::NativeGesture: {
        auto* gesture = static_cast<QNativeGestureEvent*>(event);
        if (gesture->gestureType() != Qt::ZoomNativeGesture) break;
        setZoom(m_zoom * (1 + gesture->value()), gesture->position());
        return true;
    }
    case QEvent::Gesture: {
        auto* pinch = static_cast<QPinchGesture*>(static_cast<QGestureEvent*>(event)->gesture(Qt::PinchGesture));
        if (!pinch) break;
        setZoom(m_zoom * pinch->scaleFactor(), viewport()->mapFromGlobal(pinch->hotSpot()));
        return true;
    }
    default: break;
    }
    return QGraphicsView::viewportEvent(event);
}

// The menu key asks for the selected object; the mouse's own requests go to the items, or to the ground.
void MemoryView::contextMenuEvent(QContextMenuEvent* event) {
    if (event->reason() != QContextMenuEvent::Keyboard && itemAt(event->pos())) {
        QGraphicsView::contextMenuEvent(event);
        return;
    }
    ObjectId selected = event->reason() == QContextMenuEvent::Keyboard ? m_scene.style().selected : ObjectId();
    QRectF box = m_scene.rectOf(selected);
    Q_EMIT m_scene.menuRequested(selected, std::nullopt, box.isNull() ? event->globalPos() : viewport()->mapToGlobal(mapFromScene(box.center())));
    event->accept();
}

void MemoryView::wheelEvent(QWheelEvent* event) {
    QPoint pixels = event->pixelDelta();
    if (event->modifiers() & Qt::ShiftModifier) {
        int by = event->angleDelta().y() ? event->angleDelta().y() : event->angleDelta().x();
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - by);
    } else if (!pixels.isNull() && !(event->modifiers() & Qt::ControlModifier)) { // two fingers on a touchpad, which pinches to zoom
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - pixels.x());
        verticalScrollBar()->setValue(verticalScrollBar()->value() - pixels.y());
        m_atHome = false;
    } else {
        setZoom(m_zoom * std::pow(1.0015, event->angleDelta().y()), event->position());
    }
    event->accept();
}

void MemoryView::resizeEvent(QResizeEvent* event) {
    QGraphicsView::resizeEvent(event);
    if (m_atHome && m_zoom != homeZoom()) home();
    Q_EMIT viewportChanged();
    Q_EMIT resized();
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
        if (event->button() == Qt::LeftButton && !m_scene.isDrawn()) m_scene.pickObject({});
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
    paintStandIns(*painter);
    paintEdgeLabels(*painter, style, edgeLabels(), m_base);
    if (m_greyed) {
        QColor veil = style[Ink::Window];
        veil.setAlpha(140);
        painter->fillRect(area, veil);
    }
    if (m_legendShown && !m_scene.picture().cards.isEmpty()) {
        painter->scale(m_base, m_base);
        QRectF scaled(0, 0, area.width() / m_base, area.height() / m_base);
        const legend::Signs signs = legend::signsBeside(m_scene.picture());
        QSizeF size = legend::size(std::min(scaled.width() - 24, 560.0), signs);
        legend::paint(*painter, style, QRectF(QPointF(scaled.right() - size.width() - 12, scaled.bottom() - size.height() - 12), size), true, signs);
        painter->resetTransform();
    }
    paintHeapNote(*painter);
    if (!m_placeholder.isEmpty()) {
        painter->setFont(interfaceFont(14 * m_base));
        painter->setPen(style[Ink::QuietText]);
        painter->drawText(area.adjusted(40, 0, -40, -area.height() / 5), int(Qt::AlignCenter | Qt::TextWordWrap), m_placeholder);
    }
    painter->restore();
}

void MemoryView::paintStandIns(QPainter& painter) {
    const SceneStyle& style = m_scene.style();
    const QVector<StandIn> all = standIns();
    for (const StandIn& standIn : all) {
        painter.save();
        painter.setClipRect(standIn.target);
        m_scene.render(&painter, standIn.target, standIn.source, Qt::IgnoreAspectRatio);
        painter.restore();
        painter.setPen(QPen(style[Ink::Edge], 1));
        painter.drawLine(standIn.target.topRight(), standIn.target.bottomRight());
        if (standIn.isCut) painter.drawLine(standIn.target.bottomLeft(), standIn.target.bottomRight());
    }
}

void MemoryView::paintHeapNote(QPainter& painter) {
    if (m_heapNote.isEmpty()) return;
    QRectF heap = viewport()->rect();
    heap.setLeft(stackEdge());
    if (heap.width() < 120 * m_base) return;
    painter.setFont(interfaceFont(13 * m_base));
    painter.setPen(m_scene.style()[Ink::QuietText]);
    painter.drawText(heap.adjusted(32, 24, -32, -24), int(Qt::AlignTop | Qt::AlignLeft | Qt::TextWordWrap), m_heapNote);
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The window onto a MemoryScene: zoom with the wheel or by pinching, pan by drag, fit, follow the running frame, legend as an overlay.
//
// The stack stays in sight when the heap is moved sideways; the global names, and below them the head of the running frame, when the stack is moved
// up: they are drawn once more over the view's edge (StandIns), and the mouse there means what they stand for. Where arrows leave the view are labels (`edge_labels`), which lead to what
// is beyond.

#include <QGraphicsView>
#include <QVector>
#include <optional>

#include "ui/scene/edge_labels.h"

namespace memtape {

class MemoryScene;

class MemoryView : public QGraphicsView {
    Q_OBJECT
public:
    explicit MemoryView(MemoryScene& scene, QWidget* parent = nullptr);

    void setBaseScale(double scale); // text size of the window
    double zoom() const { return m_zoom; }
    QSizeF naturalSize() const; // of what is in sight at 100 %, in the picture's units
    void setZoom(double zoom, QPointF keep = {});
    void fit();
    void home();                                    // the start of the picture, at normal size
    void showRect(const QRectF& rect);              // scrolls as little as needed
    enum class Above { Names, NamesAndHead, Head }; // what stays in sight above a part of the stack: the running frame's head, too
    bool hasRoomFor(const QRectF& stack, const QRectF& place, Above above) const; // for both at once
    // What is of the stack, and beside it as many of the heap's places as there is room for, the first ones rather; false: there is none for any.
    bool showMost(const QRectF& stack, const QVector<QRectF>& places, Above above = Above::Names);
    QVector<EdgeLabel> edgeLabels() const;             // as they are drawn now
    QVector<ObjectId> changedOutOfSight() const;       // what the step changed and is not seen
    int stackEdge() const;                             // where the stack ends in the view
    QPoint shiftOfMenu() const { return m_menuShift; } // from where a menu was asked for to what was meant there
    void setLegendShown(bool shown);
    bool isLegendShown() const { return m_legendShown; }
    void setGreyed(bool greyed);
    void setPlaceholder(const QString& text);
    void setHeapNote(const QString& text); // in the heap, while nothing is drawn there

Q_SIGNALS:
    void viewportChanged();
    void resized(); // also by another text size

protected:
    bool viewportEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void drawForeground(QPainter* painter, const QRectF& rect) override;
    void scrollContentsBy(int dx, int dy) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    struct StandIn {
        QRectF source; // of the scene
        QRectF target; // of the view
        bool isCut;    // frames go on behind its foot
    };
    void applyTransform();
    QVector<StandIn> standIns() const; // a later one lies over those before it
    QPoint meant(QPoint point) const;  // the place in the view that a point means
    double namesBand() const;
    struct Pinned {
        double names = 0, pushed = 0, head = 0; // heights; pushed: so much of the names is beyond the edge
        double below() const { return names - pushed + head; }
    };
    Pinned pinned() const;
    double heightOf(Above above) const;
    QRectF heapRoom() const; // of the scene: what is seen beside the stack
    struct Span {
        double least, most;
    };
    std::optional<Span> downTo(const QRectF& stack, const QRectF& heap, double above) const;
    void scrollBy(double x, double y); // in the scene's units
    void leaveNoneEmpty();
    bool useLabel(const QMouseEvent& mouse);
    void paintStandIns(QPainter& painter);
    void paintHeapNote(QPainter& painter);
    double homeZoom() const;
    QRectF seen() const;

    MemoryScene& m_scene;
    double m_zoom = 1, m_base = 1;
    bool m_legendShown = false, m_greyed = false, m_panning = false, m_atHome = true, m_overLabel = false;
    QPoint m_panFrom;
    QPoint m_shift; // from a point of the view to what it meant when a button was pressed
    QPoint m_menuShift;
    QString m_placeholder, m_heapNote;
};

}

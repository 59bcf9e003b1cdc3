// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The window onto a MemoryScene: zoom with the wheel, pan by drag, fit, follow the running frame, legend as an overlay.

#include <QGraphicsView>

namespace memtape {

class MemoryScene;

class MemoryView : public QGraphicsView {
    Q_OBJECT
public:
    explicit MemoryView(MemoryScene& scene, QWidget* parent = nullptr);

    void setBaseScale(double scale); // text size of the window
    double zoom() const { return m_zoom; }
    void setZoom(double zoom, QPointF keep = {});
    void fit();
    void home(); // the start of the picture, at normal size
    bool hasRoomFor(const QRectF& rect) const;
    void showRect(const QRectF& rect); // scrolls as little as needed
    void setLegendShown(bool shown);
    bool isLegendShown() const { return m_legendShown; }
    void setGreyed(bool greyed);
    void setPlaceholder(const QString& text);

Q_SIGNALS:
    void viewportChanged();

protected:
    void contextMenuEvent(QContextMenuEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void drawForeground(QPainter* painter, const QRectF& rect) override;
    void scrollContentsBy(int dx, int dy) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    void applyTransform();
    double homeZoom() const;
    QRectF seen() const;

    MemoryScene& m_scene;
    double m_zoom = 1, m_base = 1;
    bool m_legendShown = false, m_greyed = false, m_panning = false, m_atHome = true;
    QPoint m_panFrom;
    QString m_placeholder;
};

}

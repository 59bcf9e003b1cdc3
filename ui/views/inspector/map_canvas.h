// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Memory laid out, as a drawing: what the line cost, the stack with the gauge of its limit, the heap's pools block by block, and how much of them is free.
// Hovering a block says what it is, a click selects its object. With the keys one goes from block to block; Enter does what a click does.

#include <QSet>
#include <QVector>
#include <QWidget>

#include "ui/models/map/map_figures.h"
#include "ui/models/map/map_rows.h"

class QPainter;

namespace memtape {

class Appearance;
class Run;
class Selection;

class MapCanvas : public QWidget {
    Q_OBJECT
public:
    MapCanvas(Selection& selection, const Appearance& appearance, QWidget* parent = nullptr);
    // Null: there is nothing to draw. The figures stay until others are shown; the run outlives its use here.
    void showMap(Run* run, const MapFigures* figures);
    QSize sizeHint() const override;
    // What can be pointed at: frames, blocks, and rows that open.
    struct Spot {
        enum class Kind : uint8_t { Frame, Block, Free, More } kind = Kind::Block;
        QRectF rect;
        MapBlock block; // Block; of Free: where it is and its size
        qsizetype frame = 0;
        uint32_t size = 0; // More: of the blocks
    };
    const QVector<Spot>& spots() const { return m_spots; } // in units of the text scale
    QString describe(const Spot& spot) const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    void layOut(); // by painting without a painter
    double unitWidth() const;
    const Spot* spotAt(QPointF point) const;
    void choose(const Spot& spot);
    void goTo(qsizetype spot);
    void goVertically(int direction);
    // The parts of the drawing, from the top; each answers where it ends. Without a painter they only lay out.
    double drawAll(QPainter* painter);
    double drawCost(QPainter* painter, double y);
    double drawStack(QPainter* painter, double y);
    double drawFrames(QPainter* painter, double y);
    double drawGauge(QPainter* painter, double y);
    double drawHeap(QPainter* painter, double y);
    double drawLegend(QPainter* painter, double y);
    double drawRow(QPainter* painter, double y, const MapRow& row);
    void drawPool(QPainter* painter, double y, const MapRow& row);
    void drawBlock(QPainter* painter, const QRectF& rect, const MapBlock* block, uint64_t address);
    void outlineNext(QPainter* painter, const QRectF& rect);
    double drawFragmentation(QPainter* painter, double y);
    double heading(QPainter* painter, double y, const QString& title, const QString& about, const QString& source);
    double line(QPainter* painter, double y);

    Selection& m_selection;
    const Appearance& m_appearance;
    Run* m_run = nullptr;
    const MapFigures* m_figures = nullptr;
    QVector<MapRow> m_rows;
    QVector<QString> m_largeNames; // of the rows
    QSet<uint32_t> m_open;         // sizes of blocks of which all pools are drawn
    QVector<Spot> m_spots;
    qsizetype m_current = -1; // with the keys
    double m_height = 0;
};

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The Garbage page's report as a drawing. What can be pointed at leads on: an object, a step, a line. With the keys one goes from one to the next;
// Enter does what a click does.

#include <QVector>
#include <QWidget>
#include <memory>

#include "ui/models/garbage/garbage_report.h"

class QPainter;

namespace memtape {

class Appearance;

class GarbageCanvas : public QWidget {
    Q_OBJECT
public:
    explicit GarbageCanvas(const Appearance& appearance, QWidget* parent = nullptr);
    void show(std::shared_ptr<const GarbageReport> report); // null: there is nothing to draw
    QSize sizeHint() const override;

    struct Spot {
        enum class Kind : uint8_t { Object, Step, Line, Mark, MoreCycles, MoreLines } kind = Kind::Step;
        QRectF rect; // in units of the text scale
        QString tip;
        ObjectId object{}; // Object
        uint64_t step = 0; // Step
        SourceLine line{}; // Line
    };
    const QVector<Spot>& spots() const { return m_spots; }
    void choose(const Spot& spot);

Q_SIGNALS:
    void objectChosen(memtape::ObjectId object);
    void stepChosen(quint64 step);
    void lineChosen(quint32 file, quint32 line);
    void markChosen();

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
    void goTo(qsizetype spot);
    // The parts of the drawing, from the top; each answers where it ends. Without a painter they only lay out.
    double drawAll(QPainter* painter);
    double drawCycles(QPainter* painter, double y);
    double drawCycle(QPainter* painter, double y, const LostCycle& cycle);
    double drawCollector(QPainter* painter, double y);
    double drawLastRuns(QPainter* painter, double y);
    double drawStaying(QPainter* painter, double y);
    double drawStayingLine(QPainter* painter, double y, const StayingLine& line, const struct StayingColumns& columns);
    void drawGrowth(QPainter* painter, const QRectF& room, const QVector<uint64_t>& growth);
    double drawReleased(QPainter* painter, double y);
    double heading(QPainter* painter, double y, const QString& title, const QString& about, const QString& source = {});
    double rule(QPainter* painter, double y);
    double link(QPainter* painter, QPointF at, const QString& text, const Spot& spot); // answers where it ends, to the right
    double words(QPainter* painter, QPointF at, const QString& text);                  // quiet ones, likewise

    const Appearance& m_appearance;
    std::shared_ptr<const GarbageReport> m_report;
    QVector<Spot> m_spots;
    qsizetype m_current = -1; // with the keys
    bool m_allCycles = false, m_allLines = false;
    double m_height = 0;
};

}

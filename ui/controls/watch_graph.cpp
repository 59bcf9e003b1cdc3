// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/watch_graph.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

#include "ui/models/timeline/watch_curve.h"
#include "ui/style/appearance.h"

namespace memtape {

namespace {

using Kind = WatchedValue::Kind;
constexpr double bandHeight = 17, leastForWords = 16;

class Graph {
public:
    Graph(QPainter& painter, const WatchCurve& curve, const WatchRoom& room, const Appearance& colours)
        : m_painter(painter),
          m_curve(curve),
          m_room(room),
          m_colours(colours) {}

    void draw() {
        const QVector<WatchPoint>& points = m_curve.points();
        qsizetype at = m_curve.pointAt(uint64_t(std::max(0.0, m_room.from)));
        for (at = std::max<qsizetype>(0, at); at < points.size() && double(points[at].step) <= m_room.to; ++at) {
            const double left = std::max(m_room.chart.left(), m_room.xOf(double(points[at].step)));
            const double end = at + 1 < points.size() ? std::min(double(points[at + 1].step), m_room.to) : m_room.to;
            const double right = std::min(m_room.chart.right(), m_room.xOf(end));
            if (points[at].kind == Kind::Other) band(points[at], left, right);
            else endBand();
            if (points[at].hasNumber) number(points[at], left, right);
            else m_isDrawn = false;
            if (points[at].kind != Kind::Number) m_isDrawn = false;
        }
        endBand();
        m_painter.setRenderHint(QPainter::Antialiasing, false);
        m_painter.setPen(QPen(m_colours[Ink::Curve], 1.4));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawPath(m_line);
        m_painter.setRenderHint(QPainter::Antialiasing);
    }

private:
    double yOf(double value) const {
        const double top = m_room.chart.top() + 4, bottom = m_room.chart.bottom() - 4;
        const double least = std::min(0.0, m_curve.least()), most = std::max(0.0, m_curve.most()); // a nought is where it is for the eye
        return most > least ? bottom - (value - least) / (most - least) * (bottom - top) : (top + bottom) / 2;
    }

    // Many points of one pixel are the line from the least to the most of them.
    void number(const WatchPoint& point, double left, double right) {
        const double y = yOf(point.least);
        if (!m_isDrawn) m_line.moveTo(left, y);
        else m_line.lineTo(left, y);
        if (point.most != point.least) m_line.lineTo(left, yOf(point.most));
        m_line.lineTo(left, yOf(point.last));
        if (point.kind == Kind::Number) m_line.lineTo(right, yOf(point.last));
        m_isDrawn = true;
    }

    // Bands that are too narrow to be told from one another are one, without words.
    void band(const WatchPoint& point, double left, double right) {
        if (m_bandRight > m_bandLeft && right - m_bandLeft < 3) {
            m_bandRight = right;
            return;
        }
        endBand();
        m_bandLeft = left;
        m_bandRight = right;
        m_words = m_curve.text(point);
    }
    void endBand() {
        if (m_bandRight <= m_bandLeft) return;
        const QRectF rect(m_bandLeft, m_room.chart.center().y() - bandHeight / 2, std::max(1.5, m_bandRight - m_bandLeft - 1), bandHeight);
        m_painter.setPen(rect.width() > 4 ? QPen(m_colours[Ink::Edge], 1) : QPen(Qt::NoPen));
        m_painter.setBrush(m_colours[rect.width() > 4 ? Ink::Chip : Ink::Edge]);
        m_painter.drawRoundedRect(rect, 3, 3);
        if (rect.width() >= leastForWords && !m_words.isEmpty()) {
            const QFont font = codeFont(12);
            m_painter.setFont(font);
            m_painter.setPen(m_colours[Ink::Text]);
            const QString words = QFontMetricsF(font).elidedText(m_words, Qt::ElideRight, rect.width() - 6);
            if (words.size() > 1 || words == m_words) m_painter.drawText(rect.adjusted(4, 0, -2, 0), Qt::AlignLeft | Qt::AlignVCenter, words);
        }
        m_bandLeft = m_bandRight = 0;
    }

    QPainter& m_painter;
    const WatchCurve& m_curve;
    const WatchRoom& m_room;
    const Appearance& m_colours;
    QPainterPath m_line;
    bool m_isDrawn = false; // the line goes on
    double m_bandLeft = 0, m_bandRight = 0;
    QString m_words;
};

}

void drawWatch(QPainter& painter, const WatchCurve& curve, const WatchRoom& room, const Appearance& colours) {
    Graph(painter, curve, room, colours).draw();
}

}

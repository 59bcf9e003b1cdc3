// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/items/question_arrow_item.h"

#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>

#include "ui/scene/items/painting.h"
#include "ui/style/appearance.h"

namespace memtape {

namespace {

constexpr double radius = 11, gap = 8, clear = 5; // of the circle; from it to the words; to what stands nearby

// Where the middle of the circle may lie, from where the arrow starts; those that are liked best first.
constexpr QPointF offsets[] = {{56, 34},  {56, -34}, {56, 0},   {56, 58},   {56, -58},   {84, 34},
                               {84, -34}, {84, 82},  {84, -82}, {120, 110}, {120, -110}, {160, 150}};

// What a place costs: to lie over a card or a box is worst.
double cost(const QRectF& place, const QVector<QRectF>& obstacles, const QVector<ArrowRoute>& arrows) {
    constexpr double overBox = 100, overArrow = 3;
    constexpr int samples = 24;
    double sum = 0;
    for (const QRectF& obstacle : obstacles) sum += obstacle.adjusted(-clear, -clear, clear, clear).intersects(place) ? overBox : 0;
    for (const ArrowRoute& arrow : arrows) {
        if (arrow.path.isEmpty() || !arrow.path.boundingRect().intersects(place)) continue;
        for (int i = 0; i <= samples; ++i) sum += place.contains(arrow.path.pointAtPercent(double(i) / samples)) ? overArrow : 0;
    }
    return sum;
}

}

QuestionArrowItem::QuestionArrowItem(const SceneStyle& style, QPointF from, const QString& words, const QVector<QRectF>& obstacles,
                                     const QVector<ArrowRoute>& arrows)
    : m_style(style),
      m_words(words),
      m_from(from) {
    setAcceptedMouseButtons(Qt::NoButton);
    setZValue(21);
    const double width = 2 * radius + gap + QFontMetricsF(interfaceFont(13)).horizontalAdvance(words) + 2;
    double least = -1;
    for (const QPointF& offset : offsets) {
        const QRectF place(from + offset - QPointF(radius, radius), QSizeF(width, 2 * radius));
        const double now = cost(place, obstacles, arrows);
        if (least >= 0 && now >= least) continue;
        least = now;
        m_written = place;
    }
    const QPointF to(m_written.left(), m_written.center().y());
    const double bend = std::max(16.0, (to.x() - from.x()) / 2);
    m_path.moveTo(from);
    m_path.cubicTo(from + QPointF(bend, 0), to - QPointF(bend, 0), to);
}

QRectF QuestionArrowItem::boundingRect() const { return m_path.boundingRect().united(m_written).adjusted(-4, -4, 4, 4); }

void QuestionArrowItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
    const QColor accent = m_style[Ink::Accent];
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(accent, 2, Qt::DotLine));
    painter->setBrush(Qt::NoBrush);
    painter->drawPath(m_path);
    painter->setPen(Qt::NoPen);
    painter->setBrush(accent);
    painter->drawEllipse(m_from, 3, 3);
    const QRectF circle(m_written.topLeft(), QSizeF(2 * radius, 2 * radius));
    painter->setPen(QPen(accent, 2));
    painter->setBrush(m_style[Ink::Box]);
    painter->drawEllipse(circle);
    painting::text(*painter, circle, Qt::AlignCenter, QStringLiteral("?"), interfaceFont(13, true), accent);
    painting::text(*painter, m_written.adjusted(2 * radius + gap, 0, 0, 0), Qt::AlignLeft, m_words, interfaceFont(13), m_style[Ink::QuietText]);
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/canvas_header.h"

#include <QMouseEvent>
#include <QPainter>
#include <algorithm>

#include "ui/scene/memory_view.h"
#include "ui/style/appearance.h"
#include "ui/style/metrics.h"

namespace memtape {

CanvasHeader::CanvasHeader(const Appearance& appearance, MemoryView& view) : m_appearance(appearance), m_view(view) {
    setFocusPolicy(Qt::NoFocus);
    setMouseTracking(true);
}

QSize CanvasHeader::sizeHint() const { return {200, m_appearance.scaled(36)}; }

int CanvasHeader::border() const { return std::clamp(m_view.stackEdge(), 0, width()); }

void CanvasHeader::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && event->position().x() > border()) Q_EMIT heapClicked();
}

void CanvasHeader::mouseMoveEvent(QMouseEvent* event) { setCursor(event->position().x() > border() ? Qt::PointingHandCursor : Qt::ArrowCursor); }

void CanvasHeader::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Palette& palette = m_appearance.palette();
    int edge = border();
    auto ground = [&](Ink ink) {
        QColor a = palette[ink], b = palette[Ink::Panel];
        return QColor((a.red() + b.red()) / 2, (a.green() + b.green()) / 2, (a.blue() + b.blue()) / 2);
    };
    painter.fillRect(QRect(0, 0, edge, height()), ground(Ink::Stack));
    painter.fillRect(QRect(edge, 0, width() - edge, height()), ground(Ink::Heap));
    painter.setPen(palette[Ink::Hairline]);
    painter.drawLine(0, height() - 1, width(), height() - 1);
    painter.setPen(palette[Ink::Edge]);
    painter.drawLine(edge, 0, edge, height());
    heading(painter, QRect(0, 0, edge, height()), stackTitle, stackFacts);
    heading(painter, QRect(edge, 0, width() - edge, height()), heapTitle, heapFacts);
}

void CanvasHeader::heading(QPainter& painter, QRect where, const QString& title, const QString& facts) {
    int pad = m_appearance.scaled(16);
    QRect inner = where.adjusted(pad, 0, -pad, 0);
    if (inner.width() < 24) return;
    QFont titleFont = m_appearance.interface(13, true), factFont = m_appearance.interface(12);
    int titleWidth = QFontMetrics(titleFont).horizontalAdvance(title);
    int factWidth = QFontMetrics(factFont).horizontalAdvance(facts);
    painter.setFont(titleFont);
    painter.setPen(m_appearance[Ink::Text]);
    painter.drawText(inner, Qt::AlignLeft | Qt::AlignVCenter, QFontMetrics(titleFont).elidedText(title, Qt::ElideRight, inner.width()));
    int room = inner.width() - titleWidth - m_appearance.scaled(12);
    if (room < m_appearance.scaled(40)) return;
    painter.setFont(factFont);
    painter.setPen(m_appearance[Ink::QuietText]);
    painter.drawText(inner, Qt::AlignRight | Qt::AlignVCenter,
                     factWidth <= room ? facts : QFontMetrics(factFont).elidedText(facts, Qt::ElideRight, room));
}

}

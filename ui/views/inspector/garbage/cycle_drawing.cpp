// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/inspector/garbage/cycle_drawing.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

#include "ui/models/figures.h"
#include "ui/models/garbage/garbage_report.h"
#include "ui/style/appearance.h"
#include "ui/views/inspector/page_painting.h"

namespace memtape {

using namespace pagePainting;

namespace {

constexpr double boxHeight = 26, widest = 128, labelHeight = 16, arcHeight = 14;
constexpr double turn = 2 * M_PI;
constexpr qsizetype mostLabelled = 3; // members: with more of them the labels would meet

// Where a way from the middle of a box leaves it.
QPointF borderTowards(const QRectF& box, QPointF to) {
    const QPointF way = to - box.center();
    const double x = std::abs(way.x()) > 0.01 ? box.width() / 2 / std::abs(way.x()) : 1e9;
    const double y = std::abs(way.y()) > 0.01 ? box.height() / 2 / std::abs(way.y()) : 1e9;
    return box.center() + way * std::min(x, y);
}

void paintHead(QPainter& painter, QPointF tip, QPointF from) {
    QPointF way = tip - from;
    const double length = std::hypot(way.x(), way.y());
    if (length < 0.01) return;
    way /= length;
    const QPointF across(-way.y() * 3.6, way.x() * 3.6);
    painter.drawPolygon(QPolygonF{tip, tip - way * 8 + across, tip - way * 8 - across});
}

}

CycleDrawing::CycleDrawing(const LostCycle& cycle, const QRectF& room) : m_cycle(cycle) {
    const qsizetype count = cycle.members.size() + (cycle.hasRest() ? 1 : 0);
    const double left = room.left(), width = room.width(), top = room.top();
    if (count <= 2) {
        const double box = std::min(widest, width * 0.4), y = top + labelHeight + arcHeight / 2;
        if (count == 1) m_boxes.append({left + (width - box) / 2, y, box, boxHeight});
        else m_boxes = {{left, y, box, boxHeight}, {left + width - box, y, box, boxHeight}};
        m_bottom = y + boxHeight + (count == 1 ? 6 : arcHeight / 2 + labelHeight);
        m_middle = {left + width / 2, y + boxHeight / 2};
        return;
    }
    const double box = std::min(widest, width / (count <= 4 ? 3.2 : count <= 6 ? 3.6 : 4.2)), down = count <= 4 ? 46 : count <= 6 ? 62 : 94;
    m_middle = {left + width / 2, top + down + boxHeight / 2 + 4};
    for (qsizetype i = 0; i < count; ++i) {
        const double angle = turn * (double(i) / double(count) - 0.25);
        const QPointF at = m_middle + QPointF((width - box) / 2 * std::cos(angle), down * std::sin(angle));
        m_boxes.append({at.x() - box / 2, at.y() - boxHeight / 2, box, boxHeight});
    }
    m_bottom = m_middle.y() + down + boxHeight / 2 + 4;
}

bool CycleDrawing::hasWayBack(qsizetype from, qsizetype to) const {
    return std::any_of(m_cycle.references.begin(), m_cycle.references.end(),
                       [&](const LostCycle::Reference& r) { return r.from == to && r.to == from; });
}

void CycleDrawing::paint(QPainter& painter, const Appearance& appearance) const {
    for (const LostCycle::Reference& reference : m_cycle.references) {
        const QString label = m_boxes.size() <= mostLabelled ? reference.parts.join(QStringLiteral(", ")) : QString();
        if (reference.from == reference.to) paintLoop(painter, m_boxes[reference.from], label, appearance);
        else paintReference(painter, reference.from, reference.to, label, appearance);
    }
    for (qsizetype i = 0; i < m_boxes.size(); ++i) {
        const bool isRest = i == m_cycle.members.size();
        painter.setPen(QPen(appearance[Ink::Edge], 1.2, Qt::DashLine));
        painter.setBrush(appearance[Ink::Panel]);
        painter.drawRoundedRect(m_boxes[i], 5, 5);
        if (!isRest) {
            QColor hatch = appearance[Ink::Hairline];
            painter.setPen(Qt::NoPen);
            painter.setBrush(QBrush(hatch, Qt::BDiagPattern));
            painter.drawRoundedRect(m_boxes[i], 5, 5);
        }
        const QString text =
            isRest ? QStringLiteral("\u2026 %1").arg(groupedFigure(m_cycle.count - quint64(m_cycle.members.size()))) : m_cycle.members[i].text;
        const QFont font = isRest ? interfaceFont(12) : codeFont(12);
        const double textWidth = std::min(m_boxes[i].width() - 8, widthOf(text, font) + 2);
        QRectF where(m_boxes[i].center().x() - textWidth / 2, m_boxes[i].top() + 4, textWidth, boxHeight - 8);
        painter.fillRect(where.adjusted(-2, 0, 2, 0), appearance[Ink::Panel]); // the hatching is not to be read through
        write(&painter, where, text, font, appearance[isRest ? Ink::QuietText : Ink::Text], Qt::AlignCenter);
    }
}

// Bent outwards, or, where there is a way back, each to its right.
void CycleDrawing::paintReference(QPainter& painter, qsizetype from, qsizetype to, const QString& label, const Appearance& appearance) const {
    const QRectF &begin = m_boxes[from], &end = m_boxes[to];
    const QPointF way = end.center() - begin.center(), middle = (begin.center() + end.center()) / 2;
    const double length = std::max(1.0, std::hypot(way.x(), way.y()));
    QPointF across(way.y() / length, -way.x() / length);
    const QPointF outwards = middle - m_middle;
    const bool isBoth = hasWayBack(from, to);
    if (!isBoth && across.x() * outwards.x() + across.y() * outwards.y() < 0) across = -across;
    const QPointF bend = middle + across * (isBoth && m_boxes.size() == 2 ? 2 * (arcHeight + 4) : isBoth ? 22 : 12);
    QPointF start = borderTowards(begin, bend), tip = borderTowards(end, bend);
    if (m_boxes.size() == 2) { // level with each other: from side to side
        const double side = way.x() > 0 ? 1 : -1, lift = across.y() * 6;
        start = begin.center() + QPointF(side * begin.width() / 2, lift);
        tip = end.center() + QPointF(-side * end.width() / 2, lift);
    }
    QPainterPath path(start);
    path.quadTo(bend, tip);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(appearance[Ink::Arrow], 1.2));
    painter.drawPath(path);
    painter.setPen(Qt::NoPen);
    painter.setBrush(appearance[Ink::Arrow]);
    paintHead(painter, tip, bend);
    if (label.isEmpty()) return;
    const QPointF at = path.pointAtPercent(0.5);
    const double room = std::max(40.0, std::abs(way.x()) - begin.width() + 20);
    const QRectF where(at.x() - room / 2, across.y() <= 0 ? at.y() - labelHeight - 1 : at.y() + 1, room, labelHeight);
    write(&painter, where, label, codeFont(12), appearance[Ink::QuietText], Qt::AlignCenter);
}

void CycleDrawing::paintLoop(QPainter& painter, const QRectF& box, const QString& label, const Appearance& appearance) const {
    const QPointF start(box.right(), box.center().y()), tip(box.right() - 16, box.top()), far(box.right() + 34, box.top() - 26);
    QPainterPath path(start);
    path.cubicTo({box.right() + 30, box.center().y()}, far, tip);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(appearance[Ink::Arrow], 1.2));
    painter.drawPath(path);
    painter.setPen(Qt::NoPen);
    painter.setBrush(appearance[Ink::Arrow]);
    paintHead(painter, tip, far);
    write(&painter, {box.right() + 26, box.center().y() - 18, 90, labelHeight}, label, codeFont(12), appearance[Ink::QuietText]);
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/items/answer_mark_item.h"

#include <QPainter>

#include "ui/scene/items/painting.h"
#include "ui/style/appearance.h"

namespace memtape {

namespace {

constexpr double away = 7, corner = 8, badge = 11; // from the box; of the frame; half of the letter's circle

}

AnswerMarkItem::AnswerMarkItem(const SceneStyle& style, const AnswerMark& mark, const QRectF& box)
    : m_style(style),
      m_mark(mark),
      m_frame(box.adjusted(-away, -away, away, away)) {
    setAcceptedMouseButtons(Qt::NoButton); // the box below is what is clicked
    setZValue(20);
}

QRectF AnswerMarkItem::boundingRect() const { return m_frame.adjusted(-2, -badge - 2, badge + 2, 2); }

void AnswerMarkItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
    const QColor accent = m_style[Ink::Accent];
    const bool isAnswer = m_mark.letter != QStringLiteral("?");
    const bool isLit = isAnswer && (m_style.hovered == m_mark.object || m_style.selected == m_mark.object);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(accent, isLit ? 2.5 : 1.6, isLit || !isAnswer ? Qt::SolidLine : Qt::DashLine));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(m_frame, corner, corner);
    const QRectF circle(m_frame.topRight() - QPointF(badge, badge), QSizeF(2 * badge, 2 * badge));
    painter->setPen(QPen(accent, 1.6));
    painter->setBrush(isLit || !isAnswer ? accent : m_style[Ink::Box]);
    painter->drawEllipse(circle);
    painting::text(*painter, circle, Qt::AlignCenter, m_mark.letter, interfaceFont(12, true), isLit || !isAnswer ? m_style[Ink::OnAccent] : accent);
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/field_caret.h"

#include <QLineEdit>
#include <QPainter>
#include <algorithm>

#include "ui/style/appearance.h"

namespace memtape {

void FieldCaret::show(qsizetype at, const QString& reason) {
    m_at = at;
    m_reason = reason;
    setAccessibleName(reason);
    setVisible(!reason.isEmpty());
    setFixedHeight(m_appearance.scaled(20));
    update();
}

void FieldCaret::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QFontMetricsF inField(m_field.font());
    const double padding = m_appearance.scaled(8) + 2, s = m_appearance.textScale(); // of the field's text
    const double left = mapFromGlobal(m_field.mapToGlobal(QPoint())).x();
    const double before = inField.horizontalAdvance(m_field.text().left(m_at)), whole = m_field.width() - 2 * padding;
    const double x = left + padding + std::clamp(before, 0.0, whole) + inField.horizontalAdvance(QLatin1Char('x')) / 2;
    painter.setPen(QPen(m_appearance[Ink::Error], 1.6 * s, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(QPolygonF{{x - 4 * s, 7 * s}, {x, 2 * s}, {x + 4 * s, 7 * s}});
    const QFont font = m_appearance.interface(12);
    const double needed = QFontMetricsF(font).horizontalAdvance(m_reason) + 2;
    const double begin = std::max(left, std::min(x + 10 * s, width() - needed - m_appearance.scaled(8)));
    painter.setFont(font);
    painter.setPen(m_appearance[Ink::Error]);
    const bool isBeside = begin >= x + 8 * s;
    painter.drawText(QRectF(begin, isBeside ? 0 : 5 * s, width() - begin, height() - (isBeside ? 0 : 5 * s)), Qt::AlignLeft | Qt::AlignVCenter,
                     m_reason);
}

}

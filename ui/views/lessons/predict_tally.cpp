// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/lessons/predict_tally.h"

#include <QPainter>
#include <algorithm>

#include "ui/style/appearance.h"

namespace memtape {

namespace {

constexpr int mostSigns = 8;
constexpr double signSize = 17, signStep = 21, rowHeight = 22;

}

PredictTally::PredictTally(const Appearance& appearance, QWidget* parent) : QWidget(parent), m_appearance(appearance) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void PredictTally::setRecord(const PredictionRecord& record) {
    m_last = record.verdicts().mid(std::max<qsizetype>(0, record.verdicts().size() - mostSigns));
    m_right = record.right();
    m_answered = record.answered();
    setAccessibleName(text());
    updateGeometry();
    update();
}

QString PredictTally::text() const { return m_answered ? tr("%1 of %2 right").arg(m_right).arg(m_answered) : QString(); }

QSize PredictTally::sizeHint() const {
    const int words = text().isEmpty() ? 0 : QFontMetrics(m_appearance.interface(13)).horizontalAdvance(text()) + m_appearance.scaled(8);
    return {m_appearance.scaled(int(m_last.size() * signStep)) + words, m_appearance.scaled(int(rowHeight))};
}

void PredictTally::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(m_appearance.textScale(), m_appearance.textScale());
    using Verdict = PredictionRecord::Verdict;
    double x = signSize / 2 + 1;
    for (Verdict verdict : std::as_const(m_last)) {
        const QPointF middle(x, rowHeight / 2);
        const bool isRight = verdict == Verdict::Right;
        const QColor ink = m_appearance[isRight ? Ink::Made : Ink::QuietText];
        painter.setPen(QPen(ink, 1.4));
        painter.setBrush(isRight ? QBrush(ink) : QBrush(Qt::NoBrush));
        painter.drawEllipse(middle, signSize / 2 - 1, signSize / 2 - 1);
        painter.setPen(QPen(isRight ? m_appearance[Ink::Panel] : ink, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        if (isRight) painter.drawPolyline(QPolygonF{middle + QPointF(-3.5, 0.2), middle + QPointF(-1, 2.8), middle + QPointF(3.6, -2.6)});
        else
            painter.drawLine(middle + QPointF(-2.8, verdict == Verdict::Wrong ? -2.8 : 0),
                             middle + QPointF(2.8, verdict == Verdict::Wrong ? 2.8 : 0));
        if (verdict == Verdict::Wrong) painter.drawLine(middle + QPointF(-2.8, 2.8), middle + QPointF(2.8, -2.8));
        x += signStep;
    }
    painter.setPen(m_appearance[Ink::Text]);
    painter.setFont(interfaceFont(13));
    const double words = m_last.size() * signStep + 4;
    painter.drawText(QRectF(words, 0, width() / m_appearance.textScale() - words, rowHeight), Qt::AlignLeft | Qt::AlignVCenter, text());
}

}

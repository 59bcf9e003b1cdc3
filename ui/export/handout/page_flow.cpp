// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/handout/page_flow.h"

#include <QFontMetricsF>
#include <algorithm>
#include <cmath>

namespace memtape {

PageFlow::Piece PageFlow::text(const QString& text, const QFont& font, Ink ink, double indent, double after) const {
    const double room = width() - indent;
    const QRectF needed = QFontMetricsF(font).boundingRect(QRectF(0, 0, room, 1e6), Qt::TextWordWrap, text);
    const QColor colour = Palette(Theme::Print)[ink];
    const double height = std::ceil(needed.height());
    auto paint = [=](QPainter& painter, QPointF at) {
        painter.setFont(font);
        painter.setPen(colour);
        painter.drawText(QRectF(at + QPointF(indent, 0), QSizeF(room, height + 2)), Qt::TextWordWrap, text);
    };
    return {QSizeF(width(), height), paint, after};
}

void PageFlow::add(const std::vector<Piece>& together) {
    double height = 0;
    for (const Piece& piece : together) height += piece.size.height() + (&piece == &together.back() ? 0 : piece.after);
    if (m_at > 0 && m_margin + m_at + height > bottom()) beginPage();
    for (const Piece& piece : together) put(piece);
}

void PageFlow::put(const Piece& piece) {
    const double most = bottom() - m_margin;
    if (m_at > 0 && m_margin + m_at + std::min(piece.size.height(), most) > bottom()) beginPage();
    const double fit = std::min({1.0, width() / piece.size.width(), most / piece.size.height()});
    m_painter.save();
    m_painter.translate(m_margin, m_margin + m_at);
    m_painter.scale(fit, fit);
    piece.paint(m_painter, QPointF(0, 0));
    m_painter.restore();
    m_at += piece.size.height() * fit + piece.after;
}

void PageFlow::beginPage() {
    if (m_at == 0) return;
    m_writer.newPage();
    m_at = 0;
}

}

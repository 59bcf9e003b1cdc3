// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/inspector/page_painting.h"

#include <QPainter>

#include "ui/style/text_cache.h"

namespace memtape::pagePainting {

void write(QPainter* painter, const QRectF& where, const QString& text, const QFont& font, const QColor& colour, Qt::Alignment alignment) {
    if (!painter) return;
    painter->setPen(colour);
    drawLine(*painter, where, alignment, text, font);
}

double writeWrapped(QPainter* painter, QPointF at, double width, const QString& text, const QFont& font, const QColor& colour) {
    const QRectF room(at.x(), at.y(), width, 4000);
    const double height = QFontMetricsF(font).boundingRect(room, Qt::TextWordWrap, text).height();
    if (painter) {
        painter->setFont(font);
        painter->setPen(colour);
        painter->drawText(room, Qt::TextWordWrap, text);
    }
    return at.y() + height;
}

double widthOf(const QString& text, const QFont& font) { return textWidth(text, font); }

}

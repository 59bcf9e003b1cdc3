// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/text_cache.h"

#include <QFontMetricsF>
#include <QHash>
#include <QPaintEngine>
#include <QPainter>
#include <QStaticText>

namespace memtape {

namespace {

struct Key {
    QFont font;
    QString text;
    bool operator==(const Key&) const = default;
};
size_t qHash(const Key& key, size_t seed) { return ::qHash(key.text, seed) ^ (::qHash(key.font, seed) * 31); }

struct Line {
    QStaticText text;
    double width = 0, height = 0;
};

Line& lineOf(const QString& text, const QFont& font) {
    constexpr qsizetype most = 6000; // about what a window full of small boxes has
    thread_local QHash<Key, Line> known;
    auto at = known.find({font, text});
    if (at != known.end()) return *at;
    if (known.size() > most) known.clear();
    Line line;
    const QFontMetricsF metrics(font);
    line.width = metrics.horizontalAdvance(text);
    line.height = metrics.height();
    line.text.setTextFormat(Qt::PlainText);
    line.text.setText(text);
    return *known.insert({font, text}, line);
}

// Of other engines' files, texts are to be texts.
bool keepsLayout(const QPainter& painter) { return painter.paintEngine() && painter.paintEngine()->type() == QPaintEngine::Raster; }

}

double textWidth(const QString& text, const QFont& font) { return text.isEmpty() ? 0 : lineOf(text, font).width; }

void drawLine(QPainter& painter, const QRectF& where, Qt::Alignment align, const QString& text, const QFont& font) {
    if (text.isEmpty()) return;
    painter.setFont(font);
    QString shown = text;
    if (textWidth(text, font) > where.width() + 0.5) shown = QFontMetricsF(font).elidedText(text, Qt::ElideRight, where.width());
    if (!keepsLayout(painter)) {
        painter.drawText(where, int(align | Qt::AlignVCenter | Qt::TextSingleLine), shown);
        return;
    }
    Line& line = lineOf(shown, font);
    double left = where.left();
    if (align & Qt::AlignRight) left = where.right() - line.width;
    else if (align & Qt::AlignHCenter) left = where.center().x() - line.width / 2;
    painter.drawStaticText(QPointF(left, where.center().y() - line.height / 2), line.text);
}

}

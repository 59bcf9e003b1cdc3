// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/layout/geometry.h"

#include <QFontMetricsF>
#include <QHash>
#include <algorithm>
#include <cmath>

#include "ui/style/appearance.h"
#include "ui/style/metrics.h"

namespace memtape::geometry {

namespace {

// A text's width, remembered: a long run measures the same few words again and again. One memory for each thread.
double width(const QString& text, bool code) {
    thread_local QHash<QString, double> known[2];
    thread_local const QFontMetricsF metricsOf[2] = {QFontMetricsF(interfaceFont(13, true)), QFontMetricsF(codeFont(13))};
    auto& table = known[code];
    auto at = table.constFind(text);
    if (at != table.constEnd()) return *at;
    if (table.size() > 20000) table.clear();
    double value = metricsOf[code].horizontalAdvance(text);
    table.insert(text, value);
    return value;
}

}

double labelWidth(const QString& text) { return width(text, true); }

QString chipText(const RefPicture& ref, double room) {
    double most = room - 20 - (ref.immortal ? 12 : 0);
    if (width(ref.text, true) <= most) return ref.text;
    QString text = ref.text;
    while (text.size() > 2 && width(text + QChar(0x2026), true) > most) text.chop(1);
    return text + QChar(0x2026);
}

double chipWidth(const RefPicture& ref, double room) { return width(chipText(ref, room), true) + 20 + (ref.immortal ? 12 : 0); }

double chipRoom(const RowPicture& row, double rowWidth) {
    double inner = rowWidth - metrics::sidePadding - (row.mark != Mark::None ? 12 : 0) - metrics::chipStub - 18;
    bool isCode = row.kind == RowKind::Name || row.kind == RowKind::Cell || row.kind == RowKind::Return;
    double label = std::min(width(row.label, isCode) + 4, inner / 2);
    return std::clamp(inner - label, 60.0, metrics::chipMaximum);
}

double boxHeaderHeight(Detail detail) {
    switch (detail) {
    case Detail::Names: return 6;
    case Detail::Bytes: return metrics::headerHeight + metrics::addressLine;
    default: return metrics::headerHeight;
    }
}

double boxRowTop(int row, Detail detail) { return boxHeaderHeight(detail) + metrics::bodyPadding / 2 + row * metrics::rowHeight; }

QSizeF boxSize(const BoxPicture& box, Detail detail) {
    double needed = metrics::boxMinimum;
    if (detail != Detail::Names) {
        double header = metrics::iconWidth + 16 + width(box.type, false) + 14;
        if (detail >= Detail::Objects) header += std::max(width(box.count, false), 86.0) + 16;
        needed = std::max(needed, header);
        if (detail == Detail::Bytes) needed = std::max(needed, width(box.address, true) + width(box.size, false) + 44);
    }
    for (const RowPicture& row : box.rows) {
        double rowWidth = metrics::sidePadding + labelWidth(row.label) + 16;
        if (row.mark != Mark::None) rowWidth += 10;
        if (row.ref.id) rowWidth += row.ref.isChip ? metrics::chipStub + 8 + chipWidth(row.ref) + 10 : 34;
        needed = std::max(needed, rowWidth);
    }
    double height = boxHeaderHeight(detail) + metrics::bodyPadding + double(std::max<qsizetype>(box.rows.size(), 1)) * metrics::rowHeight;
    return {std::min(std::ceil(needed), metrics::boxMaximum), height};
}

double cardHeight(const CardPicture& card) {
    if (card.kind == CardPicture::Kind::Fold) return metrics::cardHeaderHeight;
    double rows = double(card.rows.size()) * metrics::rowHeight;
    return metrics::cardHeaderHeight + (card.rows.isEmpty() ? 0 : rows + 2 * metrics::bodyPadding);
}

double cardRowTop(const CardPicture& card, int row) {
    (void)card;
    return metrics::cardHeaderHeight + metrics::bodyPadding + row * metrics::rowHeight;
}

bool hasBadge(const CardPicture& card) { return card.running; }

QVector<QRectF> placeCards(const Picture& picture) {
    QVector<QRectF> places;
    double y = metrics::stackTop;
    for (const CardPicture& card : picture.cards) {
        double height = cardHeight(card);
        places.append(QRectF(metrics::stackLeft, y, metrics::cardWidth, height));
        y += height + (card.kind == CardPicture::Kind::GlobalNames ? metrics::groupGap : metrics::cardGap);
        if (hasBadge(card)) y += metrics::badgeHeight + 8;
    }
    return places;
}

}

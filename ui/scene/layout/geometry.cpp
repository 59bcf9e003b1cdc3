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

// How wide texts are in one font. Nearly all are ASCII: the sum of their characters' widths, without the pairs that a font draws closer
// together. The others are measured, and remembered.
class Widths {
public:
    explicit Widths(const QFont& font) : m_metrics(font) {
        for (int c = 0; c < 128; ++c) m_ascii[c] = m_metrics.horizontalAdvance(QChar(c));
    }

    double of(const QString& text) {
        double sum = 0;
        for (QChar c : text) {
            if (c.unicode() >= 128) return measured(text);
            sum += m_ascii[c.unicode()];
        }
        return sum;
    }

private:
    double measured(const QString& text) {
        auto at = m_known.constFind(text);
        if (at != m_known.constEnd()) return *at;
        if (m_known.size() > 20000) m_known.clear();
        double value = m_metrics.horizontalAdvance(text);
        m_known.insert(text, value);
        return value;
    }

    QFontMetricsF m_metrics;
    double m_ascii[128];
    QHash<QString, double> m_known;
};

// One memory for each thread.
double width(const QString& text, bool code) {
    thread_local Widths widths[2] = {Widths(interfaceFont(13, true)), Widths(codeFont(13))};
    thread_local TextScript script = interfaceScript();
    if (script != interfaceScript()) {
        script = interfaceScript();
        widths[0] = Widths(interfaceFont(13, true));
    }
    return widths[code].of(text);
}

}

double labelWidth(const QString& text) { return width(text, true); }

QString chipText(const RefPicture& ref, double room) {
    double most = room - 20 - (ref.immortal ? 12 : 0);
    if (width(ref.text, true) <= most) return ref.text;
    QString text = ref.text;
    while (text.size() > 2 && (width(text + QChar(0x2026), true) > most || text.endsWith(QChar(0x2026)))) text.chop(1); // one sign of a cut is enough
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

double noteHeight(const BoxPicture& box) {
    bool said = !box.ghost && (box.mark == Mark::Changed || (box.unreachable && box.mark == Mark::None)) && !box.note.isEmpty();
    return said ? metrics::badgeHeight + 8 : 0;
}

double boxHeight(const BoxPicture& box, Detail detail) {
    return boxHeaderHeight(detail) + metrics::bodyPadding + double(std::max<qsizetype>(box.rows.size(), 1)) * metrics::rowHeight;
}

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
    return {std::min(std::ceil(needed), metrics::boxMaximum), boxHeight(box, detail)};
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/layout/geometry.h"

#include <QFontMetricsF>
#include <QHash>
#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <mutex>

#include "ui/scene/groups/tile_grid.h"
#include "ui/scene/layout/lanes.h"
#include "ui/style/appearance.h"
#include "ui/style/metrics.h"

namespace memtape::geometry {

namespace {

using AsciiWidths = std::array<double, 128>;

// Measured once: in a thread of its own, as each plan has one, that takes longer than all else, as Qt looks for the font anew there.
const AsciiWidths& asciiWidths(const QFont& font) {
    static std::mutex mutex;
    static std::map<QString, AsciiWidths> known; // what is in it stays where it is
    std::lock_guard lock(mutex);
    const auto [at, isNew] = known.try_emplace(font.key());
    if (isNew) {
        const QFontMetricsF metrics(font);
        for (size_t c = 0; c < at->second.size(); ++c) at->second[c] = metrics.horizontalAdvance(QChar(ushort(c)));
    }
    return at->second;
}

// How wide texts are in one font. Nearly all are ASCII: the sum of their characters' widths, without the pairs that a font draws closer
// together. The others are measured, and remembered.
class Widths {
public:
    explicit Widths(const QFont& font) : m_metrics(font), m_ascii(&asciiWidths(font)) {}

    double of(const QString& text) {
        double sum = 0;
        for (QChar c : text) {
            if (c.unicode() >= m_ascii->size()) return measured(text);
            sum += (*m_ascii)[c.unicode()];
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
    const AsciiWidths* m_ascii;
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

constexpr double smallCode = 12.0 / 13; // cells side by side are written a size smaller

}

double labelWidth(const QString& text) { return width(text, true); }

QString chipText(const RefPicture& ref, double room) {
    double most = room - 20 - (ref.immortal ? 12 : 0);
    if (width(ref.text, true) <= most) return ref.text;
    QString text = ref.text;
    while (text.size() > 2 && (width(text + QChar(0x2026), true) > most || text.endsWith(QChar(0x2026)))) text.chop(1); // one sign of a cut is enough
    return text + QChar(0x2026);
}

double cellChipWidth(const RefPicture& ref, double room) { return std::min(width(ref.text, true) * smallCode + 14, room); }

double chipWidth(const RefPicture& ref, double room) { return width(chipText(ref, room), true) + 20 + (ref.immortal ? 12 : 0); }

double chipRoom(const RowPicture& row, double rowWidth) {
    double inner = rowWidth - metrics::sidePadding - (row.mark != Mark::None ? 12 : 0) - metrics::chipStub - 18;
    bool isCode = row.kind == RowKind::Name || row.kind == RowKind::Cell || row.kind == RowKind::Return;
    double label = std::min(width(row.label, isCode) + 4, inner / 2);
    return std::clamp(inner - label, 60.0, metrics::chipMaximum);
}

double boxHeaderHeight(Detail detail) {
    switch (detail) {
    case Detail::Names: return 0;
    case Detail::Bytes: return metrics::headerHeight + metrics::addressLine;
    default: return metrics::headerHeight;
    }
}

double headerWidth(const BoxPicture& box, Detail detail, bool brief) {
    if (detail == Detail::Names) return 0;
    double mark = brief ? 0 : 14; // + for a made one
    double needed = metrics::iconWidth + 15 + width(box.type, false) + mark + 10;
    if (detail >= Detail::Objects) needed += brief ? 12 : std::max(width(box.count, false), 86.0) + 8;
    if (detail == Detail::Bytes) needed = std::max(needed, width(box.address, true) + width(box.size, false) + 36);
    return needed;
}

double lineWidth(const RowPicture& row) {
    double needed = metrics::sidePadding + labelWidth(row.label) + 16;
    if (row.mark != Mark::None) needed += 10;
    if (row.ref.id) needed += row.ref.isChip ? metrics::chipStub + 8 + chipWidth(row.ref) + 10 : 34;
    return needed;
}

double cellWidth(const RowPicture& row) {
    double label = width(row.label, true) * smallCode + (row.labelIsObject ? 16 : 8);
    double value = row.ref.isChip ? cellChipWidth(row.ref, metrics::cellMaximum - 4) : 16;
    return std::ceil(std::clamp(std::max(label, value + 4), metrics::cellMinimum, metrics::cellMaximum));
}

double moreWidth(const RowPicture& row) { return width(row.label, false) + 16; }

double noteHeight(const BoxPicture& box) {
    bool said = !box.ghost && (box.mark == Mark::Changed || (box.unreachable && box.mark == Mark::None)) && !box.note.isEmpty();
    return said ? metrics::badgeHeight + 6 : 0;
}

double ghostHeight(const BoxPicture& box, double ghostWidth) {
    constexpr double line = 17, sides = 16, wordBreaks = 1.25; // lines end before words that do not fit
    double lines = std::ceil(width(box.note, false) * wordBreaks / std::max(ghostWidth - sides, line));
    return metrics::headerHeight + 8 + std::clamp(lines, 1.0, 4.0) * line;
}

namespace {

double cellHeightAt(const BoxForm& form, int place) { return place < form.cellHeights.size() ? form.cellHeights[place] : metrics::rowHeight; }

double widthAt(const BoxForm& form, const RowPicture* row, int place) {
    if (row && row->kind == RowKind::More) return moreWidth(*row);
    if (form.cellWidths.isEmpty()) return row ? cellWidth(*row) : metrics::cellMinimum;
    return form.cellWidths[std::min(place, int(form.cellWidths.size()) - 1)];
}

// Cells one after the other, in lines; calls `each` with the left edge, the line and the width of each.
template <class Each> int flow(const QVector<RowPicture>* rows, int count, const BoxForm& form, Each each) {
    double x = metrics::rowSide;
    int line = 0;
    for (int i = 0; i < count; ++i) {
        double w = widthAt(form, rows ? &rows->at(i) : nullptr, i);
        if (form.lineWidth > 0 && x > metrics::rowSide && x + w > form.lineWidth) {
            x = metrics::rowSide;
            ++line;
        }
        each(i, x, line, w);
        x += w;
    }
    return line + 1;
}

bool isWords(const BoxPicture& box) { return box.rows.size() == 1 && box.rows[0].kind == RowKind::Note && !box.rows[0].ref.id; }

}

QVector<CellPlace> cellPlaces(const BoxPicture& box, const BoxForm& form, Detail detail) {
    QVector<CellPlace> places;
    places.reserve(box.rows.size());
    if (box.group) {
        const TileGrid grid(box.group->members.size());
        for (qsizetype i = 0; i < box.rows.size(); ++i) {
            const QRectF row(0, grid.rowTop(i), form.width, metrics::rowHeight);
            places.append({row, QPointF(form.width - 14, row.center().y())});
        }
        return places;
    }
    double top = boxHeaderHeight(detail);
    if (form.isAcross() && isWords(box)) {
        places.append({QRectF(0, top + metrics::cellPadding, form.width, metrics::cellHeight), QPointF(form.width / 2, top + metrics::cellDot)});
        return places;
    }
    if (form.isAcross()) {
        flow(&box.rows, int(box.rows.size()), form, [&](int, double x, int line, double w) {
            QRectF rect(x, top + metrics::cellPadding + line * metrics::cellHeight, w, metrics::cellHeight);
            places.append({rect, QPointF(lanes::nearest(rect.center().x()), rect.top() + metrics::cellDot)});
        });
        return places;
    }
    double y = top + metrics::bodyPadding;
    for (int i = 0; i < box.rows.size(); ++i) {
        double height = cellHeightAt(form, i);
        double dot = i < form.dots.size() ? form.dots[i] : metrics::rowHeight / 2;
        places.append({QRectF(0, y, form.width, height), QPointF(form.width - 14, y + dot)});
        y += height;
    }
    return places;
}

double boxHeight(int cells, const BoxForm& form, Detail detail) {
    double top = boxHeaderHeight(detail);
    cells = std::max(cells, 1);
    if (form.isAcross()) {
        int lines = flow(nullptr, cells, form, [](int, double, int, double) {});
        return top + lines * metrics::cellHeight + 2 * metrics::cellPadding;
    }
    double height = top + 2 * metrics::bodyPadding;
    for (int i = 0; i < cells; ++i) height += cellHeightAt(form, i);
    return height;
}

double boxHeight(const BoxPicture& box, const BoxForm& form, Detail detail) {
    if (box.group) return TileGrid::boxHeight(box.group->members.size(), box.rows.size());
    if (!form.isAcross() || isWords(box)) return boxHeight(int(box.rows.size()), form, detail);
    int lines = flow(&box.rows, int(box.rows.size()), form, [](int, double, int, double) {});
    return boxHeaderHeight(detail) + lines * metrics::cellHeight + 2 * metrics::cellPadding;
}

double portHeight(Form form, Detail detail) {
    if (detail == Detail::Names) return 20; // of the first row
    bool isAcross = form == Form::Row || form == Form::Node;
    return isAcross ? boxHeaderHeight(detail) + 12 : metrics::headerHeight / 2;
}

double cardHeight(const CardPicture& card) {
    if (card.kind == CardPicture::Kind::Fold) return metrics::cardHeaderHeight;
    double rows = double(card.rows.size()) * metrics::rowHeight;
    return metrics::cardHeaderHeight + (card.rows.isEmpty() ? 0 : rows + 3 * metrics::cardPadding);
}

double cardRowTop(const CardPicture& card, int row) {
    (void)card;
    return metrics::cardHeaderHeight + metrics::cardPadding + row * metrics::rowHeight;
}

bool hasBadge(const CardPicture& card) { return card.running; }

QVector<QRectF> placeCards(const Picture& picture) {
    QVector<QRectF> places;
    const metrics::Stack& stack = metrics::stackOf(picture.narrowStack);
    double y = metrics::stackTop;
    for (const CardPicture& card : picture.cards) {
        double height = cardHeight(card);
        y = metrics::stackTop + lanes::above(y - metrics::stackTop); // so that its rows lie on the grid
        places.append(QRectF(stack.left, y, stack.cardWidth, height));
        y += height + (card.kind == CardPicture::Kind::GlobalNames ? metrics::groupGap : metrics::cardGap);
        if (hasBadge(card)) y += metrics::badgeHeight + 10;
    }
    return places;
}

}

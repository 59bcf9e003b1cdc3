// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/items/legend_item.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>

#include "ui/style/appearance.h"
#include "ui/style/metrics.h"

namespace memtape::legend {

namespace {

QString meaning(int sign) {
    static const char* const texts[SignCount] = {
        QT_TRANSLATE_NOOP("memtape::Canvas", "small or shared object, drawn in place"),
        QT_TRANSLATE_NOOP("memtape::Canvas", "immortal: never released, not counted"),
        QT_TRANSLATE_NOOP("memtape::Canvas", "object in the heap"),
        QT_TRANSLATE_NOOP("memtape::Canvas", "refers to"),
        QT_TRANSLATE_NOOP("memtape::Canvas", "reference of the running frame"),
        QT_TRANSLATE_NOOP("memtape::Canvas", "weak reference: does not count"),
        QT_TRANSLATE_NOOP("memtape::Canvas", "made by the line just run"),
        QT_TRANSLATE_NOOP("memtape::Canvas", "changed by the line just run"),
        QT_TRANSLATE_NOOP("memtape::Canvas", "released by the line just run"),
        QT_TRANSLATE_NOOP("memtape::Canvas", "unreachable but alive"),
        QT_TRANSLATE_NOOP("memtape::Canvas", "frame that has just gone"),
        QT_TRANSLATE_NOOP("memtape::Canvas", "not there at what is compared with"),
        QT_TRANSLATE_NOOP("memtape::Canvas", "otherwise at what is compared with"),
        QT_TRANSLATE_NOOP("memtape::Canvas", "many like objects, a tile for each"),
        QT_TRANSLATE_NOOP("memtape::Canvas", "several references"),
    };
    return QCoreApplication::translate("memtape::Canvas", texts[sign]);
}

constexpr double lineHeight = 24, signWidth = 62, padding = 12;

// The places of signs in so wide a legend, column by column.
struct Columns {
    double width = 0; // of each
    int count = 1, lines = 0;

    Columns(double room, Signs signs) {
        const QFontMetricsF metrics(interfaceFont(12));
        for (int sign = 0; sign < SignCount; ++sign)
            if (signs[size_t(sign)]) width = std::max(width, metrics.horizontalAdvance(meaning(sign)) + signWidth + 22);
        const int shown = int(signs.count());
        if (shown == 0) return;
        count = std::clamp(int((room - 2 * padding) / width), 1, std::min(4, shown));
        lines = (shown + count - 1) / count;
        count = (shown + lines - 1) / lines;
    }
};

void drawSign(QPainter& painter, const SceneStyle& style, int sign, const QRectF& where) {
    double y = where.center().y();
    auto line = [&](Ink ink, double weight, Qt::PenStyle pen) {
        painter.setPen(QPen(style[ink], weight, pen, Qt::FlatCap));
        painter.drawLine(QPointF(where.left() + 4, y), QPointF(where.right() - 20, y));
        painting::arrowHead(painter, QPointF(where.right() - 12, y), Side::Left, style[ink]);
    };
    QRectF box(where.left() + 6, y - 8, 34, 16);
    switch (sign) {
    case Chip:
    case Immortal: {
        RefPicture ref;
        ref.isChip = true;
        ref.text = QStringLiteral("7");
        ref.immortal = sign == Immortal;
        SceneStyle counted = style;
        counted.detail = Detail::Objects;
        painting::chip(painter, counted, ref, where.right() - 12, y, false);
        break;
    }
    case Box:
    case Unreachable:
    case Made:
    case Changed:
    case Came:
    case Differs: {
        const bool isMade = sign == Made || sign == Came, isChanged = sign == Changed || sign == Differs;
        QPainterPath path;
        path.addRoundedRect(box, 4, 4);
        Ink edge = isMade ? Ink::Made : isChanged ? Ink::Changed : Ink::Edge;
        painter.setPen(QPen(style[edge], sign == Box || sign == Unreachable ? 1 : 2));
        painter.setBrush(style[Ink::Box]);
        painter.drawPath(path);
        if (sign == Unreachable) painting::hatch(painter, path, style[Ink::Edge]);
        if (isMade) painting::mark(painter, style, Mark::Made, box.center());
        if (isChanged) painting::mark(painter, style, Mark::Changed, box.center());
        break;
    }
    case Released:
    case Gone:
        painter.setPen(QPen(style[Ink::Released], 1.4, Qt::DashLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(box, sign == Gone ? 8 : 4, sign == Gone ? 8 : 4);
        if (sign == Released) painting::mark(painter, style, Mark::Released, box.center());
        break;
    case Arrow: line(Ink::Arrow, 1, Qt::SolidLine); break;
    case Several:
        line(Ink::Arrow, 4, Qt::SolidLine);
        painter.setPen(QPen(style[Ink::Box], 2, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(QPointF(where.left() + 4, y), QPointF(where.right() - 20, y));
        break;
    case Tiles:
        painter.setPen(QPen(style[Ink::Edge], 1));
        painter.setBrush(style[Ink::Chip]);
        for (int i = 0; i < 8; ++i) painter.drawRect(QRectF(box.left() + i % 4 * 9, box.top() + i / 4 * 9, 7, 7));
        break;
    case Running: line(Ink::Accent, 2, Qt::SolidLine); break;
    case Weak: line(Ink::Arrow, 1, Qt::DashLine); break;
    default: break;
    }
}

}

Signs signsOf(const Picture& picture) {
    Signs signs;
    auto note = [&](const RowPicture& row, bool running) {
        if (row.ref.isChip) {
            signs.set(Chip);
            if (row.ref.immortal && picture.detail >= Detail::Objects) signs.set(Immortal);
        } else if (row.ref.id) {
            signs.set(row.kind == RowKind::Several ? Several : row.isWeak ? Weak : running ? Running : Arrow);
        }
        if (row.mark == Mark::Changed) signs.set(picture.isCompared ? Differs : Changed);
    };
    for (const CardPicture& card : picture.cards) {
        if (card.kind == CardPicture::Kind::Gone) signs.set(Gone);
        for (const RowPicture& row : card.rows) note(row, card.running);
    }
    for (const BoxPicture& box : picture.boxes) {
        if (box.ghost) {
            signs.set(Released);
            continue;
        }
        signs.set(box.group ? Tiles : Box);
        if (box.mark == Mark::Made) signs.set(picture.isCompared ? Came : Made);
        if (box.mark == Mark::Changed) signs.set(picture.isCompared ? Differs : Changed);
        if (box.unreachable) signs.set(Unreachable);
        for (const RowPicture& row : box.rows) note(row, false);
    }
    return signs;
}

Signs signsBeside(const Picture& picture) {
    Signs ofGroups;
    ofGroups.set(Tiles).set(Several);
    return everySign | (signsOf(picture) & ofGroups);
}

QSizeF size(double width, Signs signs) {
    const Columns columns(width, signs);
    return {2 * padding + columns.count * columns.width, 2 * padding + columns.lines * lineHeight};
}

void paint(QPainter& painter, const SceneStyle& style, const QRectF& where, bool withFrame, Signs signs) {
    painter.setRenderHint(QPainter::Antialiasing);
    if (withFrame) {
        painter.setPen(QPen(style[Ink::Edge], 1));
        painter.setBrush(style[Ink::Panel]);
        painter.drawRoundedRect(where, 8, 8);
    }
    const Columns columns(where.width() + 1, signs);
    int place = 0;
    for (int sign = 0; sign < SignCount; ++sign) {
        if (!signs[size_t(sign)]) continue;
        const int column = place / columns.lines, line = place % columns.lines;
        const QPointF at = where.topLeft() + QPointF(padding + column * columns.width, padding + line * lineHeight);
        drawSign(painter, style, sign, QRectF(at, QSizeF(signWidth, lineHeight)));
        const double room = std::min(columns.width, where.width() - padding) - signWidth;
        painting::text(painter, QRectF(at + QPointF(signWidth, 0), QSizeF(room, lineHeight)), Qt::AlignLeft, meaning(sign), interfaceFont(12),
                       style[Ink::Text]);
        ++place;
    }
}

}

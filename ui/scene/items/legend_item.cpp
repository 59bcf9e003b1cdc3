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

enum Sign { Chip, Immortal, Box, Arrow, Running, Weak, Made, Changed, Released, Unreachable, Gone, Count };

QString meaning(int sign) {
    static const char* const texts[Count] = {
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
    };
    return QCoreApplication::translate("memtape::Canvas", texts[sign]);
}

constexpr double lineHeight = 24, signWidth = 62, padding = 12;

double columnWidth() {
    QFontMetricsF metrics(interfaceFont(12));
    double widest = 0;
    for (int sign = 0; sign < Count; ++sign) widest = std::max(widest, metrics.horizontalAdvance(meaning(sign)));
    return signWidth + widest + 22;
}

int columnsFor(double width) { return std::clamp(int((width - 2 * padding) / columnWidth()), 1, 4); }

void drawSign(QPainter& painter, const SceneStyle& style, int sign, const QRectF& where) {
    double y = where.center().y();
    auto line = [&](Ink ink, double weight, Qt::PenStyle pen) {
        painter.setPen(QPen(style[ink], weight, pen, Qt::FlatCap));
        painter.drawLine(QPointF(where.left() + 4, y), QPointF(where.right() - 20, y));
        painting::arrowHead(painter, QPointF(where.right() - 12, y), true, style[ink]);
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
    case Changed: {
        QPainterPath path;
        path.addRoundedRect(box, 4, 4);
        Ink edge = sign == Made ? Ink::Made : sign == Changed ? Ink::Changed : Ink::Edge;
        painter.setPen(QPen(style[edge], sign == Box || sign == Unreachable ? 1 : 2));
        painter.setBrush(style[Ink::Box]);
        painter.drawPath(path);
        if (sign == Unreachable) painting::hatch(painter, path, style[Ink::Edge]);
        if (sign == Made) painting::mark(painter, style, Mark::Made, box.center());
        if (sign == Changed) painting::mark(painter, style, Mark::Changed, box.center());
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
    case Running: line(Ink::Accent, 2, Qt::SolidLine); break;
    case Weak: line(Ink::Arrow, 1, Qt::DashLine); break;
    default: break;
    }
}

}

QSizeF size(double width) {
    int columns = columnsFor(width);
    int lines = (Count + columns - 1) / columns;
    return {2 * padding + columns * columnWidth(), 2 * padding + lines * lineHeight};
}

void paint(QPainter& painter, const SceneStyle& style, const QRectF& where, bool withFrame) {
    painter.setRenderHint(QPainter::Antialiasing);
    if (withFrame) {
        painter.setPen(QPen(style[Ink::Edge], 1));
        painter.setBrush(style[Ink::Panel]);
        painter.drawRoundedRect(where, 8, 8);
    }
    int columns = columnsFor(where.width() + 1);
    int lines = (Count + columns - 1) / columns;
    for (int sign = 0; sign < Count; ++sign) {
        QPointF at = where.topLeft() + QPointF(padding + (sign / lines) * columnWidth(), padding + (sign % lines) * lineHeight);
        drawSign(painter, style, sign, QRectF(at, QSizeF(signWidth, lineHeight)));
        painting::text(painter, QRectF(at + QPointF(signWidth, 0), QSizeF(columnWidth() - signWidth, lineHeight)), Qt::AlignLeft, meaning(sign),
                       interfaceFont(12), style[Ink::Text]);
    }
}

}

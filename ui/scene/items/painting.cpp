// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/items/painting.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>

#include "ui/scene/layout/geometry.h"
#include "ui/style/appearance.h"
#include "ui/style/metrics.h"
#include "ui/style/text_cache.h"

namespace memtape::painting {

void text(QPainter& painter, const QRectF& where, Qt::Alignment align, const QString& text, const QFont& font, const QColor& colour) {
    painter.setPen(colour);
    drawLine(painter, where, align, text, font);
}

void arrowHead(QPainter& painter, QPointF tip, Side enters, const QColor& colour) {
    QPointF back = outward(enters) * metrics::headLength, half(back.y() / 2, back.x() / 2);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawPolygon(QPolygonF{tip, tip + back + half, tip + back - half});
}

QRectF chipRect(const RefPicture& ref, double right, double middle, double room) {
    double width = geometry::chipWidth(ref, room);
    return {right - width, middle - metrics::chipHeight / 2, width, metrics::chipHeight};
}

void chip(QPainter& painter, const SceneStyle& style, const RefPicture& ref, double right, double middle, bool lit, double room) {
    RefPicture shown = ref;
    if (style.detail < Detail::Objects) shown.immortal = false;
    QRectF rect = chipRect(shown, right, middle, room);
    QColor edge = lit ? style[Ink::Accent] : style[Ink::Edge];
    painter.setPen(QPen(lit ? style[Ink::Accent] : style[Ink::Arrow], 1.2));
    painter.drawLine(QPointF(rect.left() - metrics::chipStub, middle), QPointF(rect.left() - 7, middle));
    QPolygonF head{QPointF(rect.left() - 1.5, middle), QPointF(rect.left() - 8.5, middle - 3.5), QPointF(rect.left() - 8.5, middle + 3.5)};
    painter.setPen(Qt::NoPen);
    painter.setBrush(lit ? style[Ink::Accent] : style[Ink::Arrow]);
    painter.drawPolygon(head);
    painter.setPen(QPen(edge, lit ? 2 : 1));
    painter.setBrush(style[Ink::Chip]);
    painter.drawRoundedRect(rect, metrics::chipHeight / 2, metrics::chipHeight / 2);
    QString label = geometry::chipText(shown, room);
    text(painter, rect.adjusted(10, 0, shown.immortal ? -18 : -6, 0), Qt::AlignLeft, label, codeFont(13), style[Ink::Text]);
    if (shown.immortal)
        text(painter, QRectF(rect.right() - 21, rect.top(), 16, rect.height()), Qt::AlignHCenter, QString(QChar(0x221E)), interfaceFont(12),
             style[Ink::QuietText]);
}

void cross(QPainter& painter, const QColor& colour, QPointF middle) {
    painter.setPen(QPen(colour, 1.8, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(middle - QPointF(4, 4), middle + QPointF(4, 4));
    painter.drawLine(middle - QPointF(4, -4), middle + QPointF(4, -4));
}

void mark(QPainter& painter, const SceneStyle& style, Mark mark, QPointF middle) {
    switch (mark) {
    case Mark::None: return;
    case Mark::Changed:
        painter.setPen(Qt::NoPen);
        painter.setBrush(style[Ink::Changed]);
        painter.drawEllipse(middle, 3, 3);
        return;
    case Mark::Made:
        painter.setPen(QPen(style[Ink::Made], 2, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(middle - QPointF(4.5, 0), middle + QPointF(4.5, 0));
        painter.drawLine(middle - QPointF(0, 4.5), middle + QPointF(0, 4.5));
        return;
    case Mark::Released: cross(painter, style[Ink::Released], middle); return;
    }
}

namespace {

// A key is an object as well: drawn as one, quietly.
void keyPill(QPainter& painter, const SceneStyle& style, QPointF middle, const QString& label, double most) {
    QFont font = codeFont(12);
    double width = std::min(textWidth(label, font) + 12, most);
    QRectF rect(middle.x() - width / 2, middle.y() - 8, width, 16);
    painter.setPen(QPen(style[Ink::Hairline], 1));
    painter.setBrush(style[Ink::Chip]);
    painter.drawRoundedRect(rect, 8, 8);
    text(painter, rect.adjusted(5, 0, -5, 0), Qt::AlignHCenter, label, font, style[Ink::Text]);
}

}

void row(QPainter& painter, const SceneStyle& style, const RowPicture& row, const QRectF& where, bool picked) {
    bool lit = !style.exporting && row.ref.id && (row.ref.id == style.hovered || (row.ref.isChip && row.ref.id == style.selected));
    if (row.mark == Mark::Changed || row.mark == Mark::Released) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(style[Ink::ChangedSoft]);
        painter.drawRoundedRect(where.adjusted(5, 1.5, -5, -1.5), 4, 4);
    } else if (lit) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(style[Ink::AccentSoft]);
        painter.drawRoundedRect(where.adjusted(5, 1.5, -5, -1.5), 4, 4);
    }
    if (picked) {
        painter.setPen(QPen(style[Ink::Accent], 1.4));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(where.adjusted(4.5, 1, -4.5, -1), 4, 4);
    }
    double left = where.left() + metrics::sidePadding;
    double middle = where.center().y();
    if (row.mark != Mark::None) {
        mark(painter, style, row.mark, QPointF(left + 2, middle));
        left += 12;
    }
    bool words = row.kind == RowKind::Held || row.kind == RowKind::Note || row.kind == RowKind::More || row.kind == RowKind::Raised;
    QFont font = words ? interfaceFont(13) : codeFont(13);
    QColor ink = row.kind == RowKind::Name || row.kind == RowKind::Cell || row.kind == RowKind::Several ? style[Ink::Text]
                 : row.kind == RowKind::Return                                                          ? style[Ink::Keyword]
                 : row.kind == RowKind::Raised                                                          ? style[Ink::Error]
                 : row.kind == RowKind::More                                                            ? style[Ink::Accent]
                                                                                                        : style[Ink::QuietText];
    double right = where.right() - 10;
    double labelRight = right;
    double room = geometry::chipRoom(row, where.width());
    if (!row.ref.isNone()) labelRight = row.ref.isChip ? chipRect(row.ref, right, middle, room).left() - metrics::chipStub - 4 : right - 14;
    if (row.labelIsObject) {
        double width = std::min(textWidth(row.label, codeFont(12)) + 12, std::max(10.0, labelRight - left));
        keyPill(painter, style, QPointF(left + width / 2 - 3, middle), row.label, width);
    } else {
        text(painter, QRectF(left, where.top(), std::max(10.0, labelRight - left), where.height()), Qt::AlignLeft, row.label, font, ink);
    }
    if (row.ref.isChip) chip(painter, style, row.ref, right, middle, lit, room);
    if (row.ref.isNone() && row.kind == RowKind::Name) {
        QString gone = QCoreApplication::translate("memtape::Canvas", "name removed");
        text(painter, QRectF(left + 60, where.top(), right - left - 60, where.height()), Qt::AlignRight, gone, interfaceFont(12),
             style[Ink::Changed]);
    }
}

void cell(QPainter& painter, const SceneStyle& style, const RowPicture& row, const geometry::CellPlace& place, bool picked, bool divided) {
    const QRectF& where = place.rect;
    bool lit = !style.exporting && row.ref.id && (row.ref.id == style.hovered || (row.ref.isChip && row.ref.id == style.selected));
    bool isChanged = row.mark == Mark::Changed || row.mark == Mark::Released;
    QRectF inner = where.adjusted(1, 1.5, -1, -0.5);
    if (isChanged || lit) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(isChanged ? style[Ink::ChangedSoft] : style[Ink::AccentSoft]);
        painter.drawRoundedRect(inner, 4, 4);
    }
    if (picked) {
        painter.setPen(QPen(style[Ink::Accent], 1.4));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(inner, 4, 4);
    }
    if (row.kind == RowKind::Note || row.kind == RowKind::More) {
        QColor ink = row.kind == RowKind::More ? style[Ink::Accent] : style[Ink::QuietText];
        text(painter, where.adjusted(6, row.kind == RowKind::More ? 14 : 0, -6, 0), row.kind == RowKind::More ? Qt::AlignHCenter : Qt::AlignLeft,
             row.label, interfaceFont(13), ink);
        return;
    }
    if (divided) {
        painter.setPen(QPen(style[Ink::Hairline], 1));
        painter.drawLine(QPointF(where.right(), where.top() + 8), QPointF(where.right(), where.bottom() - 2));
    }
    QPointF labelMiddle(where.center().x(), where.top() + 6);
    if (row.labelIsObject) keyPill(painter, style, labelMiddle, row.label, where.width() - 4);
    else
        text(painter, QRectF(where.left() + 1, where.top() - 2, where.width() - 2, 16), Qt::AlignHCenter, row.label, codeFont(12),
             isChanged ? style[Ink::Text] : style[Ink::QuietText]);
    if (isChanged) mark(painter, style, Mark::Changed, QPointF(where.left() + 6, where.top() + 7));
    if (!row.ref.isChip) return;
    double width = geometry::cellChipWidth(row.ref, where.width() - 4);
    QRectF chip(where.center().x() - width / 2, place.dot.y() - metrics::chipHeight / 2, width, metrics::chipHeight);
    pill(painter, chip, QString(), style[Ink::Chip], lit ? style[Ink::Accent] : style[Ink::Edge], style[Ink::Text]);
    text(painter, chip.adjusted(6, 0, -6, 0), Qt::AlignHCenter, row.ref.text, codeFont(12), style[Ink::Text]);
}

void icon(QPainter& painter, const SceneStyle& style, const QString& letter, QPointF topLeft) {
    QRectF rect(topLeft, QSizeF(metrics::iconWidth, 17));
    painter.setPen(QPen(style[Ink::Edge], 1));
    painter.setBrush(style[Ink::Chip]);
    painter.drawRoundedRect(rect, 3, 3);
    text(painter, rect.adjusted(-2, -1, 2, 0), Qt::AlignHCenter, letter, codeFont(12), style[Ink::QuietText]);
}

// Drawn as lines that end at the edge: vector formats have neither pattern brushes nor, in Qt's SVG, a clip.
void hatch(QPainter& painter, const QPainterPath& inside, const QColor& colour) {
    QRectF box = inside.boundingRect();
    painter.setPen(QPen(colour, 1));
    for (double x = box.left() - box.height() + 9; x < box.right(); x += 9) {
        double first = std::max(0.0, box.left() - x), last = std::min(box.height(), box.right() - x); // how far up the slope
        auto at = [&](double up) { return QPointF(x + up, box.bottom() - up); };
        while (first < last && !inside.contains(at(first))) first += 0.5; // round corners
        while (first < last && !inside.contains(at(last))) last -= 0.5;
        if (last - first > 1) painter.drawLine(at(first), at(last));
    }
}

void pill(QPainter& painter, const QRectF& where, const QString& label, const QColor& fill, const QColor& edge, const QColor& ink) {
    painter.setPen(QPen(edge, 1));
    painter.setBrush(fill);
    painter.drawRoundedRect(where, where.height() / 2, where.height() / 2);
    text(painter, where.adjusted(10, 0, -10, 0), Qt::AlignHCenter, label, interfaceFont(12), ink);
}

}

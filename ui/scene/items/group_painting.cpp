// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/items/group_painting.h"

#include <QCoreApplication>
#include <QPainter>

#include "ui/models/figures.h"
#include "ui/scene/groups/tile_grid.h"
#include "ui/style/appearance.h"
#include "ui/style/text_cache.h"

namespace memtape::painting {

namespace {

QString canvasText(const char* text) { return QCoreApplication::translate("memtape::Canvas", text); }

void header(QPainter& painter, const SceneStyle& style, const BoxPicture& box, const QRectF& rect) {
    icon(painter, style, box.icon, QPointF(8, 3.5));
    const double left = metrics::iconWidth + 15;
    const QRectF words(left, 0, rect.width() - left - 10, metrics::headerHeight);
    const double count = textWidth(box.count, interfaceFont(12));
    text(painter, words.adjusted(0, 0, -count - 6, 0), Qt::AlignLeft, box.type, interfaceFont(13, true), style[Ink::Text]);
    text(painter, words, Qt::AlignRight, box.count, interfaceFont(12), style[Ink::QuietText]);
}

void words(QPainter& painter, const SceneStyle& style, const GroupPicture& group, const TileGrid& grid) {
    text(painter, grid.wordsLine(), Qt::AlignLeft, group.made, interfaceFont(12), style[Ink::QuietText]);
    if (!style.exporting) text(painter, grid.wordsLine(), Qt::AlignRight, group.open, interfaceFont(12), style[Ink::Accent]);
    QStringList below;
    if (grid.perTile() > 1)
        below.append(canvasText(QT_TRANSLATE_NOOP("memtape::Canvas", "a tile is %1 objects")).arg(groupedFigure(quint64(grid.perTile()))));
    if (!group.names.isEmpty()) below.append(group.names);
    text(painter, grid.namesLine(), Qt::AlignLeft, below.join(QStringLiteral(" · ")), interfaceFont(12), style[Ink::QuietText]);
}

// Those that are like most are filled as one; an antialiased edge around each would take as long as all the rest of the picture.
void tiles(QPainter& painter, const SceneStyle& style, const GroupPicture& group, const TileGrid& grid) {
    const bool isLarge = grid.pitch() >= 8;
    painter.setRenderHint(QPainter::Antialiasing, false);
    QVector<QRectF> plain;
    plain.reserve(grid.tiles());
    for (int i = 0; i < grid.tiles(); ++i) plain.append(grid.tile(i));
    painter.setPen(isLarge ? QPen(style[Ink::Edge], 1) : QPen(Qt::NoPen));
    painter.setBrush(isLarge ? style[Ink::Chip] : style[Ink::Edge]);
    painter.drawRects(plain);
    auto fill = [&](ObjectId id, const QBrush& brush, double more) {
        if (const qsizetype place = group.placeOf(id); place >= 0) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(brush);
            painter.drawRect(plain[grid.tileOf(place)].adjusted(-more, -more, more, more));
        }
    };
    for (ObjectId id : group.unreachable) fill(id, style[Ink::Released], 0);
    for (ObjectId id : group.opened) fill(id, style[Ink::Box], 0);
    for (auto mark = group.marks.begin(); mark != group.marks.end(); ++mark)
        fill(mark.key(), style[*mark == Mark::Made ? Ink::Made : Ink::Changed], 0.5);
    if (!style.exporting) {
        fill(style.selected, style[Ink::Accent], 1);
        fill(style.hovered, style[Ink::Accent], 1);
    }
    painter.setRenderHint(QPainter::Antialiasing);
}

}

void group(QPainter& painter, const SceneStyle& style, const BoxPicture& box, const QRectF& rect, bool withText) {
    const TileGrid grid(box.group->members.size());
    painter.setPen(QPen(style[Ink::Edge], 1));
    painter.drawLine(QPointF(0, metrics::headerHeight), QPointF(rect.width(), metrics::headerHeight));
    tiles(painter, style, *box.group, grid);
    if (!withText) return;
    header(painter, style, box, rect);
    words(painter, style, *box.group, grid);
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
// How the Map page is drawn, part by part. Without a painter the parts only lay out.
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "ui/models/figures.h"
#include "ui/models/map/map_words.h"
#include "ui/models/picture/object_text.h"
#include "ui/state/selection.h"
#include "ui/style/appearance.h"
#include "ui/views/inspector/map_canvas.h"
#include "ui/views/inspector/map_measures.h"
#include "ui/views/inspector/page_painting.h"

namespace memtape {

using namespace mapMeasures;
using namespace pagePainting;

namespace {

// The frames that are drawn: of many the outermost and the last ones, with a gap (−1) between.
QVector<qsizetype> shownFrames(qsizetype count, qsizetype most) {
    QVector<qsizetype> shown;
    for (qsizetype i = 0; i < count; ++i) {
        bool isFolded = count > most && i > 0 && i < count - most + 1;
        if (!isFolded) shown.append(i);
        else if (shown.last() >= 0) shown.append(-1);
    }
    return shown;
}

}

double MapCanvas::drawAll(QPainter* painter) {
    if (!m_figures) return 0;
    double y = drawCost(painter, 14);
    y = drawStack(painter, y + 12);
    y = line(painter, y + 10);
    y = drawHeap(painter, y + 8);
    if (!m_figures->map.knowsHeap || m_figures->map.pools.empty()) return y + 12;
    y = line(painter, y + 10);
    return drawFragmentation(painter, y + 10) + 14;
}

double MapCanvas::line(QPainter* painter, double y) {
    if (painter) painter->fillRect(QRectF(side, y, unitWidth() - 2 * side, 1), m_appearance[Ink::Hairline]);
    return y + 1;
}

double MapCanvas::heading(QPainter* painter, double y, const QString& title, const QString& about, const QString& source) {
    QFont bold = interfaceFont(13, true), plain = interfaceFont(12);
    double right = unitWidth() - side, titleWidth = widthOf(title, bold) + 10, sourceWidth = widthOf(source, plain) + 8;
    write(painter, {side, y, titleWidth, headingHeight}, title, bold, m_appearance[Ink::Text]);
    write(painter, {side + titleWidth, y, right - side - titleWidth - sourceWidth, headingHeight}, about, plain, m_appearance[Ink::QuietText]);
    write(painter, {right - sourceWidth, y, sourceWidth, headingHeight}, source, plain, m_appearance[Ink::QuietText],
          Qt::AlignRight | Qt::AlignVCenter);
    return y + headingHeight;
}

// ---- what the line cost ----------------------------------------------------------------------------------------------

double MapCanvas::drawCost(QPainter* painter, double y) {
    QStringList lines = MapWords::cost(*m_figures);
    QString title = m_figures->ranLine ? tr("Line %1").arg(m_figures->ranLine) : tr("Start");
    QFont bold = interfaceFont(13, true), plain = interfaceFont(13);
    double left = side + 12 + widthOf(title, bold) + 16, right = unitWidth() - side - 10;
    double bottom = y + 8;
    for (const QString& text : std::as_const(lines))
        bottom = writeWrapped(nullptr, {left, bottom}, right - left, text, plain, m_appearance[Ink::Text]) + 1;
    if (painter) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(m_appearance[Ink::AccentSoft]);
        painter->drawRoundedRect(QRectF(side, y, unitWidth() - 2 * side, bottom + 8 - y), 6, 6);
    }
    write(painter, {side + 12, y + 8, left, textLine - 1}, title, bold, m_appearance[Ink::Text]);
    double at = y + 8;
    for (const QString& text : std::as_const(lines)) at = writeWrapped(painter, {left, at}, right - left, text, plain, m_appearance[Ink::Text]) + 1;
    return bottom + 8;
}

// ---- the stack -------------------------------------------------------------------------------------------------------

double MapCanvas::drawStack(QPainter* painter, double y) {
    y = heading(painter, y, tr("Stack"), tr("frames one after the other; %1").arg(MapWords::stack(*m_figures)), tr("model"));
    y = drawFrames(painter, y + 2);
    return drawGauge(painter, y + 6);
}

double MapCanvas::drawFrames(QPainter* painter, double y) {
    const std::vector<MapFrame>& frames = m_figures->map.frames;
    double left = side, right = unitWidth() - side;
    qsizetype most = std::max<qsizetype>(2, qsizetype((right - left - foldWidth - freeWidth) / 84));
    QVector<qsizetype> shown = shownFrames(qsizetype(frames.size()), most);
    double room = right - left - freeWidth - (shown.contains(-1) ? foldWidth : 0), bytes = 0;
    qsizetype drawn = 0;
    for (qsizetype i : shown)
        if (i >= 0) bytes += double(frames[size_t(i)].bytes), ++drawn;
    // Each has the room to be seen, and the rest by its size; a few frames do not fill the bar.
    double perByte = bytes > 0 ? std::min(0.72, std::max(0.0, room - double(drawn) * leastFrame) / bytes) : 0, x = left;
    QFont names = codeFont(12), numbers = interfaceFont(12), bold = interfaceFont(12, true);
    auto offset = [&](double at, uint64_t number, bool isTop) {
        QString text = groupedFigure(number);
        double width = widthOf(text, isTop ? bold : numbers) + 4, start = number == 0 ? at : std::min(at - width / 2, right - width);
        write(painter, {start, y + stackHeight + 2, width + 2, 16}, text, isTop ? bold : numbers, m_appearance[isTop ? Ink::Accent : Ink::QuietText]);
    };
    double lastOffset = -100;
    for (qsizetype i : shown) {
        if (i < 0) {
            write(painter, {x, y, foldWidth, stackHeight}, tr("… %1 …").arg(groupedFigure(quint64(frames.size()) - quint64(drawn))), numbers,
                  m_appearance[Ink::QuietText], Qt::AlignCenter);
            x += foldWidth;
            continue;
        }
        const MapFrame& frame = frames[size_t(i)];
        QRectF rect(x, y, leastFrame + double(frame.bytes) * perByte, stackHeight);
        double head = rect.width() * double(frame.head) / double(std::max<uint64_t>(1, frame.bytes));
        if (painter) {
            QColor edge = m_appearance[frame.isRunning ? Ink::Accent : Ink::Edge];
            painter->fillRect(rect, m_appearance[frame.isRunning ? Ink::AccentSoft : Ink::Panel]);
            painter->fillRect(QRectF(rect.topLeft(), QSizeF(head, stackHeight)), m_appearance[frame.isRunning ? Ink::AccentSoft : Ink::Hairline]);
            uint32_t words = frame.slots + frame.entries;
            painter->setPen(QPen(edge, 0.8));
            double pitch = words ? (rect.width() - head) / words : 0;
            for (uint32_t w = 0; w < words && pitch >= 2.5; ++w)
                painter->drawLine(QPointF(rect.left() + head + w * pitch, y), QPointF(rect.left() + head + w * pitch, y + stackHeight));
            painter->setPen(QPen(edge, frame.isRunning ? 2 : 1));
            painter->setBrush(Qt::NoBrush);
            painter->drawRect(rect);
        }
        double nameRoom = std::max(head, rect.width() * 0.5);
        write(painter, {x + 5, y, nameRoom - 7, stackHeight}, m_figures->frameNames[i], names, m_appearance[Ink::Text]);
        Spot spot{.kind = Spot::Kind::Frame, .rect = rect};
        spot.frame = i;
        m_spots.append(spot);
        if (x - lastOffset > 38) offset(x, frame.at, false), lastOffset = x;
        x = rect.right();
    }
    if (painter) {
        painter->setPen(QPen(m_appearance[Ink::Edge], 1, Qt::DashLine));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(QRectF(x, y, std::max(freeWidth, right - x), stackHeight));
    }
    write(painter, {x, y, std::max(freeWidth, right - x), stackHeight}, tr("free"), numbers, m_appearance[Ink::QuietText], Qt::AlignCenter);
    offset(x, m_figures->map.stackBytes, true);
    double below = y + stackHeight + 20;
    const MapCost& cost = m_figures->cost;
    auto sum = [](const std::vector<MapFrame>& some) {
        uint64_t total = 0;
        for (const MapFrame& frame : some) total += frame.bytes;
        return total;
    };
    QString moved = !cost.pushed.empty()   ? tr("top: + %1").arg(groupedFigure(sum(cost.pushed)))
                    : !cost.popped.empty() ? tr("top: %1 %2").arg(QChar(0x2212)).arg(groupedFigure(sum(cost.popped)))
                                           : QString();
    QString legend = tr("%1 bytes of head, then slots for names and for the evaluation stack").arg(frames.empty() ? 0 : frames[0].head);
    double movedWidth = moved.isEmpty() ? 0 : widthOf(moved, bold) + 12;
    write(painter, {left, below, right - left - movedWidth, textLine}, legend, numbers, m_appearance[Ink::QuietText]);
    write(painter, {right - movedWidth, below, movedWidth, textLine}, moved, bold, m_appearance[Ink::Accent], Qt::AlignRight | Qt::AlignVCenter);
    return below + textLine;
}

double MapCanvas::drawGauge(QPainter* painter, double y) {
    const MemoryMap& map = m_figures->map;
    QString text = MapWords::calls(*m_figures);
    QFont plain = interfaceFont(12), bold = interfaceFont(12, true);
    double right = unitWidth() - side, label = widthOf(tr("Limit"), plain) + 12, figure = widthOf(text, bold) + 12;
    QRectF bar(side + label, y + 5, right - side - label - figure, 8);
    double part = map.callLimit ? std::min(1.0, double(map.calls) / map.callLimit) : 0;
    bool leaves = m_figures->error.has_value();
    Ink ink = leaves ? Ink::Error : part > 0.9 ? Ink::Changed : Ink::Accent;
    write(painter, {side, y, label, textLine}, tr("Limit"), plain, m_appearance[Ink::QuietText]);
    write(painter, {right - figure, y, figure, textLine}, text, bold, m_appearance[Ink::Text], Qt::AlignRight | Qt::AlignVCenter);
    if (painter) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(m_appearance[Ink::Hairline]);
        painter->drawRoundedRect(bar, 4, 4);
        if (leaves) { // what it has left already, up to where it came up
            const double reached = std::min(1.0, double(map.calls + m_figures->framesLeft) / std::max<uint32_t>(1, map.callLimit));
            painter->setBrush(m_appearance[Ink::ErrorSoft]);
            painter->drawRoundedRect(QRectF(bar.topLeft(), QSizeF(std::max(4.0, bar.width() * reached), bar.height())), 4, 4);
            painter->setBrush(QBrush(m_appearance[Ink::Error], Qt::BDiagPattern));
            painter->drawRoundedRect(QRectF(bar.topLeft(), QSizeF(std::max(4.0, bar.width() * reached), bar.height())), 4, 4);
        }
        painter->setBrush(m_appearance[ink]);
        if (part > 0) painter->drawRoundedRect(QRectF(bar.topLeft(), QSizeF(std::max(4.0, bar.width() * part), bar.height())), 4, 4);
    }
    y += textLine;
    if (const QString bytes = MapWords::bytesAtLimit(*m_figures); !bytes.isEmpty())
        y = writeWrapped(painter, {side, y}, right - side, bytes, plain, m_appearance[Ink::QuietText]);
    if (QString error = MapWords::unwinding(*m_figures); !error.isEmpty())
        y = writeWrapped(painter, {side, y + 2}, right - side, error, interfaceFont(13, true), m_appearance[Ink::Error]);
    return y;
}

// ---- the heap --------------------------------------------------------------------------------------------------------

double MapCanvas::drawHeap(QPainter* painter, double y) {
    const MemoryMap& map = m_figures->map;
    y = heading(painter, y, tr("Heap"), tr("pools of %1 kB, blocks of one size in each").arg(map.poolBytes / 1024), m_figures->implementation);
    if (!map.knowsHeap)
        return writeWrapped(painter, {side, y}, unitWidth() - 2 * side, tr("This recording tells nothing of pools: record the program again."),
                            interfaceFont(12), m_appearance[Ink::QuietText]);
    y = drawLegend(painter, y + 2);
    QFont plain = interfaceFont(12);
    double width = unitWidth();
    write(painter, {side, y, sizeWidth, textLine}, tr("bytes"), plain, m_appearance[Ink::QuietText]);
    if (width >= roomForAddresses) write(painter, {side + sizeWidth, y, addressWidth, textLine}, tr("address"), plain, m_appearance[Ink::QuietText]);
    write(painter, {width - side - usedWidth, y, usedWidth, textLine}, tr("blocks used"), plain, m_appearance[Ink::QuietText],
          Qt::AlignRight | Qt::AlignVCenter);
    y += textLine + 2;
    for (const MapRow& row : std::as_const(m_rows)) y = drawRow(painter, y, row);
    if (const QString next = MapWords::next(*m_figures); !next.isEmpty())
        y = writeWrapped(painter, {side, y + 4}, width - 2 * side, next, plain, m_appearance[Ink::QuietText]);
    if (m_rows.isEmpty()) {
        write(painter, {side, y, width - 2 * side, rowPitch}, tr("Nothing of this program lies in the heap yet."), plain,
              m_appearance[Ink::QuietText]);
        y += rowPitch;
    }
    return y;
}

double MapCanvas::drawLegend(QPainter* painter, double y) {
    struct Entry {
        QString text;
        bool used, own, taken, given, next = false;
    };
    const Entry entries[] = {{tr("interpreter"), true, false, false, false}, {tr("this program"), true, true, false, false},
                             {tr("just made"), true, true, true, false},     {tr("just freed"), false, true, false, true},
                             {tr("free"), false, false, false, false},       {tr("next"), false, false, false, false, true}};
    QFont plain = interfaceFont(12);
    double x = side, right = unitWidth() - side;
    for (const Entry& entry : entries) {
        double width = cellWidth + 5 + widthOf(entry.text, plain);
        if (x + width > right && x > side) x = side, y += textLine + 2;
        QRectF rect(x, y + (textLine - cellHeight) / 2, cellWidth, cellHeight);
        if (painter) {
            Ink fill = entry.taken ? Ink::Made : entry.used && entry.own ? Ink::AccentSoft : entry.used ? Ink::Edge : Ink::Panel;
            painter->setPen(QPen(m_appearance[entry.taken ? Ink::Made : entry.used && entry.own ? Ink::Accent : Ink::Edge], 1));
            painter->setBrush(m_appearance[fill]);
            painter->drawRoundedRect(rect, 1.5, 1.5);
            if (entry.given) {
                painter->setPen(Qt::NoPen);
                painter->setBrush(QBrush(m_appearance[Ink::Text], Qt::Dense5Pattern));
                painter->drawRect(rect);
            }
            if (entry.next) outlineNext(painter, rect);
        }
        write(painter, {x + cellWidth + 5, y, width, textLine}, entry.text, plain, m_appearance[Ink::QuietText]);
        x += width + 14;
    }
    return y + textLine + 4;
}

double MapCanvas::drawRow(QPainter* painter, double y, const MapRow& row) {
    double width = unitWidth(), right = width - side;
    QFont plain = interfaceFont(12), bold = interfaceFont(12, true), code = codeFont(12);
    QFont sizeFont = row.isTouched ? bold : plain;
    if (row.kind == MapRow::Kind::Pool) {
        drawPool(painter, y, row);
        return y + rowPitch;
    }
    if (row.kind == MapRow::Kind::More) {
        QRectF rect(side + sizeWidth, y, right - side - sizeWidth, rowPitch);
        QString used = tr("%1 of %2 blocks used").arg(groupedFigure(row.used), groupedFigure(row.capacity));
        QString text = !row.pools       ? tr("fewer pools")
                       : row.pools == 1 ? tr("… 1 more pool, %1").arg(used)
                                        : tr("… %1 more pools, %2").arg(groupedFigure(row.pools), used);
        write(painter, {side, y, sizeWidth, rowPitch}, QString::number(row.blockBytes), plain, m_appearance[Ink::QuietText]);
        write(painter, rect, text, plain, m_appearance[Ink::Accent]);
        Spot spot{.kind = Spot::Kind::More, .rect = rect.adjusted(0, 4, 0, -4)};
        spot.size = row.blockBytes;
        m_spots.append(spot);
        return y + rowPitch;
    }
    const MapBlock& block = m_figures->map.large[row.index];
    write(painter, {side, y, sizeWidth, rowPitch}, QStringLiteral("> %1").arg(m_figures->map.largestSmall), sizeFont, m_appearance[Ink::QuietText]);
    if (width >= roomForAddresses)
        write(painter, {side + sizeWidth, y, addressWidth, rowPitch},
              QString::number(block.address & 0xffffff, 16).rightJustified(6, QLatin1Char('0')), code, m_appearance[Ink::QuietText]);
    double left = cellsLeft(width), room = right - left - usedWidth;
    QRectF bar(left, y + (rowPitch - cellHeight) / 2, room * std::clamp(std::log2(double(block.bytes) / 256.0) / 14, 0.15, 0.5), cellHeight);
    drawBlock(painter, bar, &block, block.address);
    m_spots.append({.kind = Spot::Kind::Block, .rect = bar, .block = block});
    QString name = m_largeNames[&row - m_rows.constData()];
    write(painter, {bar.right() + 8, y, right - usedWidth * 0.5 - bar.right() - 8, rowPitch},
          name.isEmpty() ? groupedFigure(block.bytes) : QStringLiteral("%1, %2").arg(name, groupedFigure(block.bytes)), plain,
          m_appearance[Ink::QuietText]);
    write(painter, {right - usedWidth, y, usedWidth, rowPitch}, tr("model"), plain, m_appearance[Ink::QuietText], Qt::AlignRight | Qt::AlignVCenter);
    return y + rowPitch;
}

void MapCanvas::drawPool(QPainter* painter, double y, const MapRow& row) {
    const MapPool& pool = m_figures->map.pools[row.index];
    double width = unitWidth(), right = width - side;
    QFont plain = interfaceFont(12), bold = interfaceFont(12, true);
    write(painter, {side, y, sizeWidth, rowPitch}, QString::number(pool.blockBytes), row.isTouched ? bold : plain, m_appearance[Ink::Text]);
    if (width >= roomForAddresses)
        write(painter, {side + sizeWidth, y, addressWidth, rowPitch},
              QString::number(pool.address & 0xffffff, 16).rightJustified(6, QLatin1Char('0')), codeFont(12), m_appearance[Ink::QuietText]);
    QString lead = row.isNew ? tr("new") : row.first ? QStringLiteral("%1 …").arg(row.first) : QString();
    write(painter, {leadLeft(width), y, leadWidth - 6, rowPitch}, lead, row.isNew ? bold : plain,
          m_appearance[row.isNew ? Ink::Made : Ink::QuietText], Qt::AlignRight | Qt::AlignVCenter);
    auto used = std::lower_bound(pool.blocks.begin(), pool.blocks.end(), row.first,
                                 [](const MapBlock& block, uint32_t place) { return block.place < place; });
    for (uint32_t place = row.first; place < row.end; ++place) {
        QRectF rect(cellsLeft(width) + (place - row.first) * cellPitch, y + (rowPitch - cellHeight) / 2, cellWidth, cellHeight);
        Spot spot{.kind = Spot::Kind::Free, .rect = rect};
        if (used != pool.blocks.end() && used->place == place) {
            spot.kind = Spot::Kind::Block;
            spot.block = *used++;
        } else {
            spot.block.address = pool.address + m_figures->map.poolHead + uint64_t{place} * pool.blockBytes;
            spot.block.bytes = pool.blockBytes;
        }
        drawBlock(painter, rect, spot.kind == Spot::Kind::Block ? &spot.block : nullptr, spot.block.address);
        m_spots.append(spot);
    }
    write(painter, {right - usedWidth, y, usedWidth, rowPitch}, tr("%1 of %2").arg(pool.blocks.size()).arg(pool.capacity), plain,
          m_appearance[Ink::QuietText], Qt::AlignRight | Qt::AlignVCenter);
}

// Without `block`: a free one.
void MapCanvas::drawBlock(QPainter* painter, const QRectF& rect, const MapBlock* block, uint64_t address) {
    if (!painter) return;
    bool isOwn = block && block->ofProgram, isTaken = isOwn && m_figures->isTaken(block->address);
    painter->setPen(QPen(m_appearance[isTaken ? Ink::Made : isOwn ? Ink::Accent : Ink::Edge], 1));
    painter->setBrush(m_appearance[isTaken ? Ink::Made : isOwn ? Ink::AccentSoft : block ? Ink::Edge : Ink::Panel]);
    painter->drawRoundedRect(rect, 1.5, 1.5);
    if (!block && m_figures->isGiven(address)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(QBrush(m_appearance[Ink::Text], Qt::Dense5Pattern));
        painter->drawRect(rect);
    }
    if (!block && m_figures->next(address)) outlineNext(painter, rect);
    if (block && block->object && block->object == m_selection.object()) {
        painter->setPen(QPen(m_appearance[Ink::Accent], 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(rect.adjusted(-2.5, -2.5, 2.5, 2.5), 3, 3);
    }
}

void MapCanvas::outlineNext(QPainter* painter, const QRectF& rect) {
    painter->setPen(QPen(m_appearance[Ink::Changed], 2));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(rect, 1.5, 1.5);
}

double MapCanvas::drawFragmentation(QPainter* painter, double y) {
    QFont bold = interfaceFont(13, true);
    QString title = tr("Fragmentation"), figure = tr("%1 % free").arg(MapWords::percentFree(*m_figures));
    double right = unitWidth() - side, titleWidth = widthOf(title, bold) + 14, figureWidth = widthOf(figure, bold) + 12;
    write(painter, {side, y, titleWidth, textLine}, title, bold, m_appearance[Ink::Text]);
    write(painter, {right - figureWidth, y, figureWidth, textLine}, figure, bold, m_appearance[Ink::Text], Qt::AlignRight | Qt::AlignVCenter);
    if (painter) {
        QRectF bar(side + titleWidth, y + 5, right - side - titleWidth - figureWidth, 8);
        painter->setPen(Qt::NoPen);
        painter->setBrush(m_appearance[Ink::Hairline]);
        painter->drawRoundedRect(bar, 4, 4);
        double used = 1 - MapWords::percentFree(*m_figures) / 100.0;
        painter->setBrush(m_appearance[Ink::Curve]);
        painter->drawRoundedRect(QRectF(bar.topLeft(), QSizeF(std::max(8.0, bar.width() * used), bar.height())), 4, 4);
    }
    return writeWrapped(painter, {side, y + textLine + 4}, right - side, MapWords::fragmentation(*m_figures), interfaceFont(12),
                        m_appearance[Ink::QuietText]);
}

}

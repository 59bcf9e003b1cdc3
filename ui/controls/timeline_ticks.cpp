// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/timeline_ticks.h"

#include <QPainter>
#include <algorithm>
#include <cmath>
#include <optional>

#include "ui/models/timeline/found_steps.h"
#include "ui/style/appearance.h"

namespace memtape {

namespace {

using Kind = TickMark::Kind;

constexpr Kind mostTelling[] = {TickMark::Exception, TickMark::Output, TickMark::Collection, TickMark::Released, TickMark::Made};
constexpr double signWidth = 9, barWidth = 3;
constexpr double mostSigns = 0.4; // of the row's width taken by signs of one kind: with more of them nothing can be told apart
constexpr double signStep = 8;    // from one sign to the one above it

Ink inkOf(Kind kind) {
    switch (kind) {
    case TickMark::Made: return Ink::Made;
    case TickMark::Released: return Ink::Released;
    case TickMark::Exception: return Ink::Error;
    case TickMark::Output: return Ink::Text;
    case TickMark::Collection:
    case TickMark::KindCount: break;
    }
    return Ink::Curve;
}

// Of one kind, how many steps have it in each of the columns that a bar is wide; those that a tick stands for are spread over its stretch.
QVector<double> columnsOf(const QVector<TickMark>& ticks, Kind kind, const TickRoom& room) {
    QVector<double> columns(qsizetype(std::max(1.0, (room.right - room.left) / barWidth)) + 1);
    for (const TickMark& tick : ticks) {
        if (!tick.has(kind)) continue;
        double begin = (room.xOf(double(tick.step)) - room.left) / barWidth;
        double end = (room.xOf(double(tick.step + tick.span)) - room.left) / barWidth;
        for (qsizetype at = qsizetype(std::max(0.0, begin)); at < columns.size() && double(at) < end; ++at) {
            double shared = std::min(end, double(at + 1)) - std::max(begin, double(at));
            columns[at] += tick.steps[kind] * shared / (end - begin);
        }
    }
    return columns;
}

bool isDense(const QVector<TickMark>& ticks, Kind kind, const TickRoom& room) {
    int signs = 0;
    double last = -100;
    for (const TickMark& tick : ticks) {
        double x = room.xOf(double(tick.step));
        if (!tick.has(kind) || x - last < barWidth) continue;
        ++signs;
        last = x;
    }
    return signs * signWidth > mostSigns * (room.right - room.left);
}

void drawBars(QPainter& painter, const QVector<double>& columns, const TickRoom& room, double top, double bottom, const QColor& colour) {
    double most = *std::max_element(columns.begin(), columns.end());
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    for (qsizetype i = 0; i < columns.size(); ++i) {
        if (columns[i] <= 0) continue;
        double height = std::max(1.5, columns[i] / most * (bottom - top));
        painter.drawRect(QRectF(room.left + double(i) * barWidth, bottom - height, barWidth - 0.5, height));
    }
}

}

void drawTick(QPainter& painter, QPointF at, Kind kind, const Appearance& colours) {
    const QColor colour = colours[inkOf(kind)];
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    switch (kind) {
    case TickMark::Made: painter.drawPolygon(QPolygonF{at + QPointF(-4, 4), at + QPointF(4, 4), at + QPointF(0, -4)}); break;
    case TickMark::Released:
        painter.setPen(QPen(colour, 1.6));
        painter.drawLine(at + QPointF(-3.2, -3.2), at + QPointF(3.2, 3.2));
        painter.drawLine(at + QPointF(-3.2, 3.2), at + QPointF(3.2, -3.2));
        break;
    case TickMark::Exception: painter.drawPolygon(QPolygonF{at + QPointF(0, -5), at + QPointF(5, 0), at + QPointF(0, 5), at + QPointF(-5, 0)}); break;
    case TickMark::Output: painter.drawRect(QRectF(at + QPointF(-3, -3), QSizeF(6, 6))); break;
    case TickMark::Collection:
        painter.setPen(QPen(colour, 1.6));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(at, 3.6, 3.6);
        break;
    case TickMark::KindCount: break;
    }
}

void drawFound(QPainter& painter, const FoundSteps& found, const TickRoom& room, const std::function<double(double x)>& stepAt,
               const Appearance& colours) {
    auto stepFrom = [&](double x) { return uint64_t(std::max(0.0, std::ceil(stepAt(x)))); };
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours[Ink::Keyword]);
    const uint64_t from = stepFrom(room.left), to = stepFrom(room.right + 1);
    if (double(found.countBetween(from, to)) * signWidth <= mostSigns * (room.right - room.left)) {
        for (auto step = found.has(from) ? std::optional<uint64_t>(from) : found.next(from); step && *step < to; step = found.next(*step)) {
            const double x = room.xOf(double(*step));
            painter.drawPolygon(QPolygonF{{x - 4, room.top}, {x + 4, room.top}, {x, room.bottom}});
        }
        return;
    }
    QVector<double> columns;
    for (double x = room.left; x < room.right; x += barWidth) columns.append(double(found.countBetween(stepFrom(x), stepFrom(x + barWidth))));
    drawBars(painter, columns, room, room.top, room.bottom, colours[Ink::Keyword]);
}

void drawTicks(QPainter& painter, const QVector<TickMark>& ticks, const TickRoom& room, const Appearance& colours) {
    QVector<Kind> dense, sparse;
    QVector<QVector<double>> bars;
    for (Kind kind : mostTelling) {
        if (isDense(ticks, kind, room)) {
            dense.append(kind);
            bars.append(columnsOf(ticks, kind, room));
        } else {
            sparse.append(kind);
        }
    }
    // The bars of each kind have a lane of their own; signs stand over them.
    double lane = dense.isEmpty() ? 0 : (room.bottom - room.top) / double(dense.size());
    for (qsizetype i = 0; i < dense.size(); ++i) {
        double bottom = room.bottom - double(i) * lane;
        drawBars(painter, bars[i], room, bottom - lane + 1, bottom, colours[inkOf(dense[i])]);
    }
    double lastX = -100;
    std::array<bool, TickMark::KindCount> drawn{};
    for (const TickMark& tick : ticks) {
        double x = room.xOf(double(tick.step));
        if (x - lastX >= 3) drawn.fill(false);
        int stacked = 0;
        for (Kind kind : sparse) {
            if (!tick.has(kind) || drawn[kind] || stacked == 2) continue; // the two most telling
            drawTick(painter, QPointF(x, room.bottom - 5 - signStep * stacked++), kind, colours);
            drawn[kind] = true;
            lastX = x;
        }
    }
}

}

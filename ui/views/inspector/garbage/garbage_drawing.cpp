// SPDX-License-Identifier: GPL-3.0-or-later
// How the Garbage page is drawn, part by part. Without a painter the parts only lay out.
#include <QPainter>
#include <QPainterPath>
#include <algorithm>

#include "ui/models/figures.h"
#include "ui/models/garbage/garbage_words.h"
#include "ui/models/picture/object_text.h"
#include "ui/style/appearance.h"
#include "ui/views/inspector/garbage/cycle_drawing.h"
#include "ui/views/inspector/garbage/garbage_canvas.h"
#include "ui/views/inspector/page_painting.h"

namespace memtape {

using namespace pagePainting;

// Where the columns of "What stays" are: figures take what the largest needs, the growth what is left.
struct StayingColumns {
    double what = 0, bytes = 0, growth = 0, right = 0; // left edges; bytes: its right edge
};

namespace {

constexpr double side = 16, gap = 12;
constexpr double textLine = 18, headingHeight = 26, rowHeight = 21;
constexpr double barHeight = 8;
constexpr double leastGrowth = 60, mostGrowth = 130, growthHeight = 22;
constexpr qsizetype fewCycles = 3, fewLines = 8;
constexpr qsizetype mostSteps = 3; // of a cycle's members, as links

QFont plain() { return interfaceFont(13); }
QFont quiet() { return interfaceFont(12); }

}

double GarbageCanvas::drawAll(QPainter* painter) {
    if (!m_report) return 0;
    double y = drawCycles(painter, 10);
    if (m_report->isWhole && !m_report->gauges.empty()) y = drawCollector(painter, rule(painter, y + 8) + 6);
    y = drawStaying(painter, rule(painter, y + 8) + 6);
    return drawReleased(painter, rule(painter, y + 8) + 6) + gap;
}

double GarbageCanvas::rule(QPainter* painter, double y) {
    if (painter) painter->fillRect(QRectF(side, y, unitWidth() - 2 * side, 1), m_appearance[Ink::Hairline]);
    return y + 1;
}

double GarbageCanvas::heading(QPainter* painter, double y, const QString& title, const QString& about, const QString& source) {
    const QFont bold = interfaceFont(13, true);
    const double right = unitWidth() - side, titleWidth = widthOf(title, bold) + 10,
                 sourceWidth = source.isEmpty() ? 0 : widthOf(source, quiet()) + 8;
    write(painter, {side, y, std::min(titleWidth, right - side), headingHeight}, title, bold, m_appearance[Ink::Text]);
    write(painter, {side + titleWidth, y, right - side - titleWidth - sourceWidth, headingHeight}, about, quiet(), m_appearance[Ink::QuietText]);
    write(painter, {right - sourceWidth, y, sourceWidth, headingHeight}, source, quiet(), m_appearance[Ink::QuietText],
          Qt::AlignRight | Qt::AlignVCenter);
    return y + headingHeight;
}

double GarbageCanvas::link(QPainter* painter, QPointF at, const QString& text, const Spot& spot) {
    const QFont font = quiet();
    const QRectF where(at, QSizeF(std::min(widthOf(text, font) + 1, std::max(0.0, unitWidth() - side - at.x())), textLine));
    write(painter, where, text, font, m_appearance[Ink::Accent]);
    Spot placed = spot;
    placed.rect = where;
    m_spots.append(placed);
    return where.right();
}

double GarbageCanvas::words(QPainter* painter, QPointF at, const QString& text) {
    const double width = std::min(widthOf(text, quiet()) + 1, std::max(0.0, unitWidth() - side - at.x()));
    write(painter, {at, QSizeF(width, textLine)}, text, quiet(), m_appearance[Ink::QuietText]);
    return at.x() + width;
}

// ---- what nothing reaches --------------------------------------------------------------------------------------------

double GarbageCanvas::drawCycles(QPainter* painter, double y) {
    const GarbageReport& report = *m_report;
    if (!report.collection.objects) {
        y = heading(painter, y, tr("Unreachable, still alive"), {});
        y = writeWrapped(painter, {side, y}, unitWidth() - 2 * side, tr("Nothing is unreachable at this step."), plain(),
                         m_appearance[Ink::QuietText]);
    } else {
        y = heading(painter, y, tr("Unreachable, still alive"), {}, GarbageWords::amount(report.collection));
    }
    if (report.dying) {
        const QString text = report.dying == 1 ? tr("1 object is being released just now.")
                                               : tr("%1 objects are being released just now.").arg(groupedFigure(report.dying));
        y = writeWrapped(painter, {side, y + 2}, unitWidth() - 2 * side, text, plain(), m_appearance[Ink::QuietText]);
    }
    const qsizetype shown = m_allCycles ? report.cycles.size() : std::min(fewCycles, report.cycles.size());
    for (qsizetype i = 0; i < shown; ++i) y = drawCycle(painter, y + (i ? 12 : 2), report.cycles[i]);
    if (report.cycles.size() > fewCycles) {
        const quint64 more = quint64(report.cycles.size() - fewCycles) + report.moreCycles;
        const QString text = m_allCycles ? tr("show fewer cycles") : tr("show %1 more cycles").arg(groupedFigure(more));
        link(painter, {side, y + 8}, text, {.kind = Spot::Kind::MoreCycles, .rect = {}, .tip = text});
        y += 8 + textLine;
        if (m_allCycles && report.moreCycles) {
            words(painter, {side, y}, tr("and %1 more that are not drawn").arg(groupedFigure(report.moreCycles)));
            y += textLine;
        }
    }
    return y;
}

double GarbageCanvas::drawCycle(QPainter* painter, double y, const LostCycle& cycle) {
    const double width = unitWidth() - 2 * side;
    const CycleDrawing drawing(cycle, QRectF(side + 8, y, width - 16, 0));
    if (painter) drawing.paint(*painter, m_appearance);
    for (qsizetype i = 0; i < cycle.members.size(); ++i)
        m_spots.append({.kind = Spot::Kind::Object, .rect = drawing.boxes()[i], .tip = cycle.members[i].text, .object = cycle.members[i].id});
    y = writeWrapped(painter, {side, drawing.bottom() + 6}, width, GarbageWords::whyCountsStay(cycle), plain(), m_appearance[Ink::Text]) + 3;
    double x = words(painter, {side, y}, GarbageWords::made(cycle));
    QVector<uint64_t> steps;
    for (const LostCycle::Member& member : cycle.members)
        if (!steps.contains(member.madeAt)) steps.append(member.madeAt);
    for (qsizetype i = 0; i < steps.size() && i < mostSteps; ++i) {
        const QString text = tr("step %1").arg(steps[i]);
        x = words(painter, {x, y}, QStringLiteral(", "));
        x = link(painter, {x, y}, text, {.kind = Spot::Kind::Step, .rect = {}, .tip = tr("Go to step %1").arg(steps[i]), .step = steps[i]});
    }
    if (steps.size() > mostSteps) words(painter, {x, y}, QStringLiteral(", \u2026"));
    const QString through = cycle.members.size() > 2 ? GarbageWords::through(cycle) : QString(); // in smaller drawings it stands at the arrows
    const QString rest = cycle.count > 2 || cycle.held ? GarbageWords::amount(cycle.kept) : QString();
    y += textLine;
    if (cycle.since) {
        x = words(painter, {side, y}, tr("unreachable since") + QLatin1Char(' '));
        link(painter, {x, y}, tr("step %1").arg(*cycle.since),
             {.kind = Spot::Kind::Step, .rect = {}, .tip = tr("Go to step %1").arg(*cycle.since), .step = *cycle.since});
        y += textLine;
    }
    if (through.isEmpty() && rest.isEmpty()) return y;
    words(painter, {side, y}, through.isEmpty() || rest.isEmpty() ? through + rest : through + QStringLiteral(" \u00B7 ") + rest);
    return y + textLine;
}

// ---- the collector ---------------------------------------------------------------------------------------------------

double GarbageCanvas::drawCollector(QPainter* painter, double y) {
    const GarbageReport& report = *m_report;
    y = heading(painter, y, tr("Collector"), {}, report.implementation);
    double names = 0, counts = 0;
    for (size_t g = 0; g < report.gauges.size(); ++g) {
        names = std::max(names, widthOf(GarbageWords::generations(g, g), plain()));
        counts = std::max(counts, widthOf(GarbageWords::count(report.gauges[g]), plain()));
    }
    const double left = side + names + gap, right = unitWidth() - side - counts - gap;
    for (size_t g = 0; g < report.gauges.size(); ++g, y += rowHeight) {
        const GenerationGauge& gauge = report.gauges[g];
        write(painter, {side, y, names + 2, rowHeight}, GarbageWords::generations(g, g), plain(), m_appearance[Ink::QuietText]);
        write(painter, {right + gap, y, counts + 2, rowHeight}, GarbageWords::count(gauge), plain(), m_appearance[Ink::Text],
              Qt::AlignRight | Qt::AlignVCenter);
        if (!painter || right - left < 20) continue;
        const QRectF bar(left, y + (rowHeight - barHeight) / 2, right - left, barHeight);
        const double part = std::min(1.0, double(gauge.count) / double(std::max<uint32_t>(1, gauge.threshold)));
        painter->setPen(Qt::NoPen);
        painter->setBrush(m_appearance[Ink::CurveFill]);
        painter->drawRoundedRect(bar, barHeight / 2, barHeight / 2);
        painter->setBrush(m_appearance[Ink::Curve]);
        if (gauge.count)
            painter->drawRoundedRect(QRectF(bar.topLeft(), QSizeF(std::max(barHeight, bar.width() * part), barHeight)), barHeight / 2, barHeight / 2);
    }
    y = drawLastRuns(painter, y + 2);
    const QString taken = report.collection.objects ? tr("A collection now would take %1.").arg(GarbageWords::amount(report.collection))
                                                    : tr("A collection now would take nothing.");
    return writeWrapped(painter, {side, y + 2}, unitWidth() - 2 * side, taken, quiet(), m_appearance[Ink::QuietText]);
}

// One line for neighbouring generations that were last looked through together.
double GarbageCanvas::drawLastRuns(QPainter* painter, double y) {
    const std::vector<GenerationGauge>& gauges = m_report->gauges;
    for (size_t g = 0; g < gauges.size();) {
        size_t end = g + 1;
        while (end < gauges.size() && gauges[end].last.has_value() == gauges[g].last.has_value() &&
               (!gauges[g].last || gauges[end].last->step == gauges[g].last->step))
            ++end;
        const bool isAll = g == 0 && end == gauges.size();
        const QString who = isAll ? QString() : GarbageWords::generations(g, end - 1) + QStringLiteral(": ");
        if (!gauges[g].last) {
            words(painter, {side, y}, who + (isAll ? tr("It has not run yet.") : tr("not looked through yet")));
        } else {
            const CollectionRun& run = *gauges[g].last;
            double x = words(painter, {side, y}, (isAll ? tr("Last ran at") : who + tr("last ran at")) + QLatin1Char(' '));
            x = link(painter, {x, y}, tr("step %1").arg(run.step),
                     {.kind = Spot::Kind::Step, .rect = {}, .tip = tr("Go to step %1").arg(run.step), .step = run.step});
            words(painter, {x, y}, QStringLiteral(", ") + GarbageWords::lastRun(run));
        }
        y += textLine;
        g = end;
    }
    return y;
}

// ---- what stays ------------------------------------------------------------------------------------------------------

double GarbageCanvas::drawStaying(QPainter* painter, double y) {
    const GarbageReport& report = *m_report;
    const QString about = report.since ? tr("made since step %1, alive now").arg(*report.since) : tr("alive now, by the line that made it");
    const QString mark = report.since ? tr("Remove the mark") : tr("Mark this step");
    const double markWidth = widthOf(mark, quiet()) + 1, right = unitWidth() - side;
    const double top = y;
    const double aboutRoom = right - side - widthOf(tr("What stays"), interfaceFont(13, true)) - 10;
    const bool isTight = widthOf(about, quiet()) + gap + markWidth > aboutRoom;
    y = heading(painter, y, tr("What stays"), isTight ? QString() : about);
    link(painter, {right - markWidth, top + (headingHeight - textLine) / 2}, mark,
         {.kind = Spot::Kind::Mark, .rect = {}, .tip = report.since ? mark : tr("To see what comes and goes from here on")});
    if (isTight) {
        words(painter, {side, y - 4}, about);
        y += textLine - 4;
    }
    if (report.lines.isEmpty())
        return writeWrapped(painter, {side, y}, right - side, tr("Nothing of it is alive."), plain(), m_appearance[Ink::QuietText]);
    const qsizetype shown = m_allLines ? report.lines.size() : std::min(fewLines, report.lines.size());
    double names = 0, bytes = 0;
    for (qsizetype i = 0; i < shown; ++i) {
        names = std::max(names, widthOf(GarbageWords::line(report.lines[i]), plain()));
        bytes = std::max(bytes, widthOf(wholeFigure(report.lines[i].amount.bytes), plain()));
    }
    StayingColumns columns;
    columns.right = right;
    columns.what = side + std::min(names, 96.0) + gap;
    columns.growth = right - std::clamp((right - columns.what) * 0.36, leastGrowth, mostGrowth);
    columns.bytes = columns.growth - gap;
    for (qsizetype i = 0; i < shown; ++i) y = drawStayingLine(painter, y + (i ? 4 : 0), report.lines[i], columns);
    if (!report.isWhole) {
        words(painter, {side, y}, tr("The run is being gone through: growth and releases follow."));
        y += textLine;
    }
    if (report.lines.size() > fewLines) {
        const QString text =
            m_allLines ? tr("show fewer lines") : tr("show %1 more lines").arg(groupedFigure(quint64(report.lines.size() - fewLines)));
        link(painter, {side, y + 4}, text, {.kind = Spot::Kind::MoreLines, .rect = {}, .tip = text});
        y += 4 + textLine;
    }
    return y;
}

double GarbageCanvas::drawStayingLine(QPainter* painter, double y, const StayingLine& line, const StayingColumns& columns) {
    const QString name = GarbageWords::line(line), bytes = wholeFigure(line.amount.bytes);
    const double bytesWidth = widthOf(bytes, plain()) + 2;
    const QRectF where(side, y, columns.what - side - 6, textLine);
    write(painter, where, name, plain(), m_appearance[line.at.line ? Ink::Accent : Ink::Text]);
    if (line.at.line)
        m_spots.append({.kind = Spot::Kind::Line,
                        .rect = QRectF(where.topLeft(), QSizeF(std::min(where.width(), widthOf(name, plain()) + 1), textLine)),
                        .tip = tr("Go to where it ran last"),
                        .line = line.at});
    write(painter, {columns.what, y, columns.bytes - bytesWidth - 6 - columns.what, textLine}, line.types, plain(), m_appearance[Ink::Text]);
    write(painter, {columns.bytes - bytesWidth, y, bytesWidth, textLine}, bytes, plain(), m_appearance[Ink::Text], Qt::AlignRight | Qt::AlignVCenter);
    if (!line.growth.isEmpty()) drawGrowth(painter, {columns.growth, y, columns.right - columns.growth, growthHeight}, line.growth);
    write(painter, {columns.what, y + textLine - 2, columns.growth - gap - columns.what, textLine - 2}, GarbageWords::keptBy(line), quiet(),
          m_appearance[Ink::QuietText]);
    return y + 2 * textLine - 3;
}

// Over the whole run; where the playhead is, a line.
void GarbageCanvas::drawGrowth(QPainter* painter, const QRectF& room, const QVector<uint64_t>& growth) {
    if (!painter || growth.size() < 2) return;
    const double most = std::max<double>(1, double(*std::max_element(growth.begin(), growth.end()))),
                 pitch = room.width() / double(growth.size() - 1);
    auto yOf = [&](uint64_t bytes) { return room.bottom() - double(bytes) / most * (room.height() - 4); };
    QPainterPath line({room.left(), yOf(growth[0])});
    for (qsizetype i = 1; i < growth.size(); ++i) {
        const double x = room.left() + double(i) * pitch;
        line.lineTo(x, yOf(growth[i - 1]));
        line.lineTo(x, yOf(growth[i]));
    }
    QPainterPath fill = line;
    fill.lineTo(room.bottomRight());
    fill.lineTo(room.bottomLeft());
    fill.closeSubpath();
    painter->fillPath(fill, m_appearance[Ink::CurveFill]);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(m_appearance[Ink::Curve], 1.2));
    painter->drawPath(line);
    if (m_report->stepCount < 2) return;
    const double now = room.left() + room.width() * double(m_report->step) / double(m_report->stepCount - 1);
    painter->setPen(QPen(m_appearance[Ink::Accent], 1));
    painter->drawLine(QPointF(now, room.top()), QPointF(now, room.bottom()));
}

// ---- what was released -----------------------------------------------------------------------------------------------

double GarbageCanvas::drawReleased(QPainter* painter, double y) {
    const GarbageReport& report = *m_report;
    y = heading(painter, y, tr("Released"), report.since ? tr("since step %1").arg(*report.since) : tr("so far, by what let go of it"));
    const double right = unitWidth() - side;
    if (!report.isWhole)
        return writeWrapped(painter, {side, y}, right - side, tr("The run is being gone through."), plain(), m_appearance[Ink::QuietText]);
    if (report.released.isEmpty())
        return writeWrapped(painter, {side, y}, right - side, tr("Nothing of this program."), plain(), m_appearance[Ink::QuietText]);
    double names = 0, figures = 0;
    for (const ReleasedRow& row : report.released) {
        names = std::max(names, widthOf(GarbageWords::cause(row.cause), plain()));
        figures = std::max(figures, widthOf(groupedFigure(row.amount.objects), interfaceFont(13, true)));
    }
    const double left = side + std::min(names, (right - side) * 0.5) + gap, end = right - figures - gap;
    for (const ReleasedRow& row : report.released) {
        write(painter, {side, y, left - gap - side + 2, rowHeight}, GarbageWords::cause(row.cause), plain(), m_appearance[Ink::Text]);
        write(painter, {end + gap - 2, y, figures + 2, rowHeight}, groupedFigure(row.amount.objects), interfaceFont(13, true),
              m_appearance[Ink::Text], Qt::AlignRight | Qt::AlignVCenter);
        if (painter && end - left > 20) {
            const QRectF bar(left, y + (rowHeight - barHeight) / 2, end - left, barHeight);
            const double part = double(row.amount.objects) / double(std::max<uint64_t>(1, report.releasedObjects));
            const bool isCollected = row.cause == ReleaseCause::Collected;
            painter->setPen(Qt::NoPen);
            painter->setBrush(m_appearance[Ink::CurveFill]);
            painter->drawRoundedRect(bar, barHeight / 2, barHeight / 2);
            painter->setBrush(m_appearance[isCollected ? Ink::QuietText : Ink::Curve]);
            painter->drawRoundedRect(QRectF(bar.topLeft(), QSizeF(std::max(barHeight, bar.width() * part), barHeight)), barHeight / 2, barHeight / 2);
        }
        write(painter, {left, y + rowHeight - 3, right - left, textLine - 2}, row.types, quiet(), m_appearance[Ink::QuietText]);
        y += rowHeight + textLine - 4;
    }
    return y;
}

}

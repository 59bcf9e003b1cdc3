// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/garbage/garbage_words.h"

#include <algorithm>

#include "ui/models/figures.h"
#include "ui/models/picture/object_text.h"

namespace memtape {

namespace {

constexpr qsizetype mostLines = 3;

}

QString GarbageWords::amount(const Kept& amount) {
    const QString objects = amount.objects == 1 ? tr("1 object") : tr("%1 objects").arg(groupedFigure(amount.objects));
    return tr("%1, %2").arg(objects, ObjectText::bytes(amount.bytes));
}

QString GarbageWords::whyCountsStay(const LostCycle& cycle) {
    QString text = cycle.count == 1   ? tr("It holds itself, so its count never reaches 0; the collector takes it when it runs.")
                   : cycle.count == 2 ? tr("Each holds the other, so neither count reaches 0; the collector takes them when it runs.")
                                      : tr("They hold one another, so no count reaches 0; the collector takes them when it runs.");
    if (cycle.held == 1) text += QLatin1Char(' ') + tr("1 object that only they hold goes with them.");
    if (cycle.held > 1) text += QLatin1Char(' ') + tr("%1 objects that only they hold go with them.").arg(groupedFigure(cycle.held));
    if (cycle.isHeldByOther) text += QLatin1Char(' ') + tr("Another cycle that nothing reaches holds them too.");
    return text;
}

QString GarbageWords::made(const LostCycle& cycle) {
    QStringList lines;
    for (const LostCycle::Member& member : cycle.members)
        if (QString line = QString::number(member.line); member.line && !lines.contains(line)) lines.append(line);
    if (lines.isEmpty()) return tr("made");
    if (lines.size() == 1) return tr("made by line %1").arg(lines[0]);
    const bool isMore = lines.size() > mostLines;
    return tr("made by lines %1")
        .arg(QStringList(lines.mid(0, mostLines)).join(QStringLiteral(", ")) + (isMore ? QStringLiteral(" \u2026") : QString()));
}

QString GarbageWords::through(const LostCycle& cycle) {
    QString part;
    for (const LostCycle::Reference& reference : cycle.references) {
        if (reference.parts.size() != 1 || (!part.isEmpty() && reference.parts[0] != part)) return {};
        part = reference.parts[0];
    }
    return part.isEmpty() ? QString() : tr("by %1").arg(part);
}

QString GarbageWords::count(const GenerationGauge& gauge) { return tr("%1 of %2").arg(wholeFigure(gauge.count), wholeFigure(gauge.threshold)); }

QString GarbageWords::lastRun(const CollectionRun& run) {
    const QString took = run.found == 0   ? tr("took nothing")
                         : run.found == 1 ? tr("took 1 object")
                                          : tr("took %1 objects").arg(groupedFigure(run.found));
    return run.line ? tr("line %1: %2").arg(run.line).arg(took) : took;
}

QString GarbageWords::generations(size_t first, size_t last) {
    return first == last ? tr("generation %1").arg(first) : tr("generations %1 – %2").arg(first).arg(last);
}

QString GarbageWords::gaugeMeaning(size_t generation) {
    return generation == 0 ? tr("Objects that may be in cycles, made since the collector last ran and alive; at the threshold it runs.")
                           : tr("Collections of the younger generation since this one was last looked through.");
}

QString GarbageWords::line(const StayingLine& line) {
    if (!line.at.line) return tr("no line");
    return line.file.isEmpty() ? tr("line %1").arg(line.at.line) : QStringLiteral("%1:%2").arg(line.file).arg(line.at.line);
}

QString GarbageWords::keptBy(const StayingLine& line) {
    QStringList who;
    if (!line.names.isEmpty()) who.append(line.names.join(QStringLiteral(", ")) + (line.hasMoreNames ? QStringLiteral(" \u2026") : QString()));
    if (line.keptBySeveral) who.append(tr("no one name alone"));
    if (line.keptByNothing) who.append(tr("nothing but each other"));
    return tr("kept by: %1").arg(who.join(QStringLiteral("; ")));
}

QString GarbageWords::cause(ReleaseCause cause) {
    switch (cause) {
    case ReleaseCause::NameUnbound: return tr("a name was removed");
    case ReleaseCause::NameRebound: return tr("a name was bound anew");
    case ReleaseCause::CallEnded: return tr("a call ended");
    case ReleaseCause::PartReplaced: return tr("a part was replaced");
    case ReleaseCause::PartRemoved: return tr("a part was removed");
    case ReleaseCause::HolderReleased: return tr("its holder was released");
    case ReleaseCause::LineDone: return tr("its line was done");
    case ReleaseCause::Collected: return tr("by the collector");
    case ReleaseCause::GivenBack: return tr("given back");
    case ReleaseCause::ProgramEnded: return tr("the program ended");
    }
    return {};
}

QString GarbageWords::summary(const GarbageReport& report) {
    QStringList lines;
    lines.append(report.collection.objects ? tr("Unreachable, still alive: %1").arg(amount(report.collection))
                                           : tr("Nothing is unreachable at this step."));
    for (const LostCycle& cycle : report.cycles) lines.append(whyCountsStay(cycle));
    for (size_t g = 0; g < report.gauges.size(); ++g) lines.append(tr("%1: %2").arg(generations(g, g), count(report.gauges[g])));
    for (const StayingLine& staying : report.lines)
        lines.append(tr("%1: %2").arg(line(staying), amount(staying.amount)) + QStringLiteral(", ") + keptBy(staying));
    for (const ReleasedRow& row : report.released) lines.append(tr("%1: %2").arg(cause(row.cause), amount(row.amount)));
    return lines.join(QLatin1Char('\n'));
}

}

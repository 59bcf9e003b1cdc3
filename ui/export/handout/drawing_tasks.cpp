// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/handout/drawing_tasks.h"

#include <QMap>
#include <QSet>
#include <QString>
#include <algorithm>

#include "ui/models/picture/picture.h"
#include "ui/state/run.h"

namespace memtape {

namespace {

constexpr uint64_t mostSteps = 1000; // that are looked at
constexpr int fewestArrows = 3, mostArrows = 14;
constexpr int leastDifference = 3; // arrows, from what is shown and from one task to the other
constexpr size_t mostTasks = 2;

// Where they begin and where they lead.
using Arrows = QSet<QString>;

Arrows arrowsOf(const Picture& picture) {
    Arrows arrows;
    auto add = [&arrows](const QString& from, const QVector<RowPicture>& rows) {
        for (int i = 0; i < rows.size(); ++i)
            if (rows[i].ref.id && !rows[i].ref.isChip)
                arrows.insert(QStringLiteral("%1 %2 %3 %4").arg(from).arg(i).arg(rows[i].label).arg(rows[i].ref.id.life));
    };
    for (const CardPicture& card : picture.cards) add(QStringLiteral("card %1 %2").arg(card.frame).arg(card.title), card.rows);
    for (const BoxPicture& box : picture.boxes) add(QStringLiteral("box %1").arg(box.id.life), box.rows);
    return arrows;
}

int differenceOf(const Arrows& one, const Arrows& other) { return int((one - other).size() + (other - one).size()); }

struct Candidate {
    DrawingTask task;
    Arrows arrows;
};

bool differs(const Arrows& arrows, const QVector<Arrows>& others) {
    return std::all_of(others.begin(), others.end(), [&](const Arrows& other) { return differenceOf(arrows, other) >= leastDifference; });
}

// Each time that a line of the program's main file is about to run.
QVector<Candidate> candidatesOf(Run& run, const PictureOptions& options) {
    QVector<Candidate> found;
    QMap<uint32_t, int> times;
    uint32_t file = UINT32_MAX;
    for (uint64_t step = run.firstStep(); step < std::min(run.stepCount(), run.firstStep() + mostSteps); ++step) {
        const auto state = run.stateAt(step);
        const StepInfo& info = state->step();
        if (info.code == UINT32_MAX) continue;
        if (file == UINT32_MAX) file = state->code(info.code).file;
        if (info.kind != StepKind::Line || state->code(info.code).file != file) continue;
        const Picture picture = buildPicture(run, step, options);
        if (!picture.hiddenObjects) found.append({{step, {int(info.line), ++times[info.line]}}, arrowsOf(picture)});
    }
    return found;
}

}

std::vector<DrawingTask> stepsToDraw(Run& run, const PictureOptions& options, const std::vector<uint64_t>& shown) {
    QVector<Arrows> known;
    for (uint64_t step : shown) known.append(arrowsOf(buildPicture(run, step, options)));
    QVector<Candidate> candidates = candidatesOf(run, options);
    candidates.removeIf([](const Candidate& each) { return each.arrows.size() < fewestArrows || each.arrows.size() > mostArrows; });
    std::stable_sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) { return a.arrows.size() > b.arrows.size(); });
    std::vector<DrawingTask> tasks;
    for (const Candidate& each : candidates) {
        if (tasks.size() == mostTasks) break;
        if (!differs(each.arrows, known)) continue;
        tasks.push_back(each.task);
        known.append(each.arrows);
    }
    if (tasks.empty() && !candidates.isEmpty()) tasks.push_back(candidates.first().task);
    std::sort(tasks.begin(), tasks.end(), [](const DrawingTask& a, const DrawingTask& b) { return a.step < b.step; });
    return tasks;
}

}

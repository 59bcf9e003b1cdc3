// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/timeline/time_search_words.h"

#include <algorithm>

#include "ui/models/figures.h"
#include "ui/models/timeline/time_search.h"

namespace memtape {

namespace {

QString quoted(const std::vector<std::string>& names) {
    QStringList text;
    for (const std::string& name : names) text.append(QLatin1Char('\'') + QString::fromStdString(name) + QLatin1Char('\''));
    return text.join(QStringLiteral(", "));
}

}

QString TimeSearchWords::problem(const TimeSearch& search) {
    const std::string& sentence = search.problem().sentence;
    return sentence.empty() ? QString() : QCoreApplication::translate("memtape::TimeSearchWords", sentence.c_str());
}

QString TimeSearchWords::status(const TimeSearch& search, uint64_t step) {
    if (search.text().trimmed().isEmpty() || !search.problem().sentence.empty()) return {};
    if (!search.stepCount()) return tr("nothing recorded yet");
    const FoundSteps& found = search.found();
    const uint64_t count = found.count();
    if (search.isLooking()) {
        if (!count) return tr("looking…"); // how far it is is known by what it finds
        const int percent = int(std::min<uint64_t>(99, search.lookedAt() * 100 / search.stepCount()));
        return tr("%1 so far, %2 %").arg(groupedFigure(count)).arg(percent);
    }
    if (!count) {
        const std::optional<FindResult>& result = search.result();
        if (result && !result->neverThere.empty()) return tr("this run never has a name %1").arg(quoted(result->neverThere));
        if (result && result->notCompared) return tr("nowhere: the values cannot be compared");
        return tr("nowhere in this run");
    }
    if (found.has(step)) return tr("%1 of %2").arg(groupedFigure(found.countBetween(0, step + 1)), groupedFigure(count));
    return tr("%1 found").arg(groupedFigure(count));
}

QString TimeSearchWords::remark(const TimeSearch& search) {
    const std::optional<FindResult>& result = search.result();
    if (!result) return {};
    if (result->isTooLarge)
        return tr("The recording cannot be looked through further than step %1: its memory takes too much to be shown.").arg(result->steps);
    if (result->isDamaged) return tr("The recording is damaged behind step %1.").arg(result->steps);
    if (result->notCompared)
        return tr("At %1 of the steps the values could not be compared; such steps do not count as found.").arg(groupedFigure(result->notCompared));
    return {};
}

}

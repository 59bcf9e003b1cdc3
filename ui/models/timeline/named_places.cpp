// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/timeline/named_places.h"

#include <QHash>

#include "ui/state/run.h"

namespace memtape {

namespace {

constexpr uint64_t stepsBack = 1 << 20; // looked at: who reports an error does so soon
constexpr uint64_t atOnce = 4096;

}

bool isPlaceOfRun(const MemoryState& state, std::string_view file) {
    for (uint32_t id = 1; !state.filePath(id).empty(); ++id)
        if (state.isProgramFile(id) && state.filePath(id) == file) return true;
    return false;
}

std::optional<uint64_t> stepOfNamedPlace(Run& run, uint64_t printedAt, const NamedPlace& place) {
    auto state = run.stateAt(printedAt);
    if (!state) return std::nullopt;
    QHash<uint32_t, bool> ofFile; // by code
    auto isThere = [&](const StepSummary& row) {
        if (row.line != place.line) return false;
        auto known = ofFile.constFind(row.code);
        if (known == ofFile.constEnd()) known = ofFile.insert(row.code, state->filePath(run.code(row.code).file) == place.file);
        return *known;
    };
    std::optional<uint64_t> reached;
    uint32_t before = place.before;
    const uint64_t first = printedAt > stepsBack ? printedAt - stepsBack : 0;
    for (uint64_t end = printedAt + 1; end > first;) {
        uint64_t begin = end > first + atOnce ? end - atOnce : first;
        auto rows = run.summary(begin, end);
        for (size_t i = rows.size(); i-- > 0;) {
            if (!isThere(rows[i])) continue;
            if (rows[i].kind == StepKind::Exception && before-- == 0) return begin + i;
            if (!reached && rows[i].kind == StepKind::Line) reached = begin + i;
        }
        end = begin;
    }
    return reached;
}

}

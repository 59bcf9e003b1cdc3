// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/heap/heap_groups.h"

#include <QHash>
#include <algorithm>
#include <bit>

#include "core/replay/questions/program_files.h"
#include "ui/models/figures.h"

namespace memtape {

namespace {

constexpr uint64_t smallestBound = 32;

uint64_t keyOf(HeapGrouping grouping, const HeapObject& object) {
    switch (grouping) {
    case HeapGrouping::Type: return object.type;
    case HeapGrouping::Line: return uint64_t{object.file} << 32 | object.line;
    case HeapGrouping::Size: return sizeBound(object.size);
    }
    return 0;
}

}

static QString lineName(uint32_t file, uint32_t line, const MemoryState& state) {
    if (!line) return HeapGroups::tr("before the first line");
    if (!file || isMainFile(state, file)) return HeapGroups::tr("line %1").arg(line);
    const std::string_view name = fileName(state.filePath(file));
    return HeapGroups::tr("line %1 of %2").arg(QString::number(line), QString::fromUtf8(name.data(), qsizetype(name.size())));
}

uint64_t sizeBound(uint64_t size) { return std::max(smallestBound, std::bit_ceil(size)); }

QString HeapGroups::name(HeapGrouping grouping, uint64_t key, const MemoryState& state) {
    switch (grouping) {
    case HeapGrouping::Type: return QString::fromStdString(state.type(uint32_t(key)).name);
    case HeapGrouping::Line: return lineName(uint32_t(key >> 32), uint32_t(key), state);
    case HeapGrouping::Size:
        return key == smallestBound ? tr("up to %1 bytes").arg(key) : tr("%1 – %2 bytes").arg(wholeFigure(key / 2 + 1), wholeFigure(key));
    }
    return {};
}

QVector<HeapGroup> HeapGroups::of(const HeapCensus& now, const HeapCensus* mark, HeapGrouping grouping, const MemoryState& state,
                                  const std::vector<bool>* wanted) {
    QVector<HeapGroup> groups;
    QHash<uint64_t, qsizetype> places;
    qsizetype last = -1; // neighbours are often alike
    auto groupOf = [&](const HeapObject& object) -> HeapGroup& {
        uint64_t key = keyOf(grouping, object);
        if (last >= 0 && groups[last].key == key) return groups[last];
        auto place = places.constFind(key);
        if (place == places.constEnd()) {
            place = places.insert(key, groups.size());
            groups.append({.key = key, .name = name(grouping, key, state)});
        }
        return groups[last = *place];
    };
    auto then = mark ? mark->cbegin() : HeapCensus::const_iterator();
    for (uint32_t i = 0; i < now.size(); ++i) {
        if (wanted && !(*wanted)[i]) continue;
        const HeapObject& object = now[i];
        HeapGroup& group = groupOf(object);
        ++group.count;
        group.bytes += object.size;
        group.members.append(i);
        if (!mark) continue;
        while (then != mark->cend() && then->id.life < object.id.life) ++then;
        group.came += then == mark->cend() || then->id != object.id;
    }
    if (mark && !wanted) {
        auto here = now.cbegin();
        for (const HeapObject& object : *mark) {
            while (here != now.cend() && here->id.life < object.id.life) ++here;
            if (here == now.cend() || here->id != object.id) ++groupOf(object).went;
        }
    }
    std::stable_sort(groups.begin(), groups.end(), [](const HeapGroup& a, const HeapGroup& b) { return a.bytes > b.bytes; });
    return groups;
}

}

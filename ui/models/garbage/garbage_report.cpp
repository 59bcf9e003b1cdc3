// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/garbage/garbage_report.h"

#include <QHash>
#include <algorithm>

#include "core/replay/questions/garbage.h"
#include "ui/models/picture/object_text.h"

namespace memtape {

namespace {

constexpr size_t mostTypes = 3, mostNames = 3, mostParts = 2;

template <class Rows> QString typesText(const MemoryState& state, const Rows& types) {
    QStringList text;
    for (size_t i = 0; i < types.size() && i < mostTypes; ++i)
        text.append(QStringLiteral("%1 %2").arg(types[i].objects).arg(QString::fromStdString(state.type(types[i].type).name)));
    return text.join(QStringLiteral(", ")) + (types.size() > mostTypes ? QStringLiteral(" \u2026") : QString());
}

QString fileName(std::string_view path) { return toQString(path.substr(path.rfind('/') + 1)); }

class Reporter {
public:
    Reporter(const Reading& reading, const RunChronicle* chronicle, std::optional<uint64_t> since, uint32_t mainFile)
        : m_reading(reading),
          m_state(reading.state()),
          m_chronicle(chronicle),
          m_mainFile(mainFile),
          m_graph(m_state.graph()) {
        m_out.step = m_state.step().step;
        m_out.since = since;
        m_out.implementation = toQString(reading.implementation());
    }

    void addLost() {
        const Garbage garbage = garbageOf(m_reading, m_graph);
        for (const GarbageCycle& cycle : garbage.cycles) {
            if (m_out.cycles.size() == mostCyclesTold) ++m_out.moreCycles;
            else m_out.cycles.append(lostCycle(cycle));
        }
        m_out.dying = garbage.dying.size();
        m_out.collection = garbage.all;
    }

    void addStaying() {
        const KeptAlive kept(m_reading, m_graph);
        const ByLine found = byLineOf(m_reading, m_graph, kept, m_out.since.value_or(0));
        for (const LineShare& share : found.lines) m_out.lines.append(stayingLine(share, kept));
    }

    void addHistory() {
        if (!m_chronicle) return;
        m_out.isWhole = true;
        m_out.stepCount = m_chronicle->steps;
        m_out.gauges = gaugesAfter(m_chronicle->collections, m_reading);
        const uint64_t from = std::min(m_out.since.value_or(0), m_out.step);
        const Releases releases = m_chronicle->releases.between(from, m_out.step);
        for (size_t c = 0; c < releaseCauses; ++c) {
            const Releases::Row& row = releases.rows[c];
            if (!row.released.objects) continue;
            m_out.released.append({ReleaseCause(c), row.released, typesText(m_state, row.types)});
            m_out.releasedObjects += row.released.objects;
        }
    }

    GarbageReport take() { return std::move(m_out); }

private:
    LostCycle lostCycle(const GarbageCycle& cycle) const {
        LostCycle out;
        out.count = cycle.members.size();
        out.held = cycle.held.size();
        out.kept = cycle.kept;
        out.isHeldByOther = cycle.heldBy.has_value();
        QHash<uint32_t, qsizetype> places;
        for (uint32_t node : cycle.members) {
            if (out.members.size() == LostCycle::mostDrawn) break;
            const HeapGraph::Node& member = m_graph.nodes[node];
            places.insert(node, out.members.size());
            out.members.append({member.id, ObjectText::brief(m_reading, member.id), member.madeAtStep, member.madeAtLine});
        }
        for (const CycleEdge& edge : cycle.edges) {
            const qsizetype from = places.value(edge.from, out.members.size()), to = places.value(edge.to, out.members.size());
            if (from == to && from == out.members.size()) continue; // among those that are not drawn
            auto known = std::find_if(out.references.begin(), out.references.end(),
                                      [&](const LostCycle::Reference& r) { return r.from == from && r.to == to; });
            if (known == out.references.end()) known = out.references.insert(known, {from, to, {}});
            const QString part = QString::fromStdString(edge.part);
            if (!part.isEmpty() && size_t(known->parts.size()) < mostParts && !known->parts.contains(part)) known->parts.append(part);
        }
        return out;
    }

    StayingLine stayingLine(const LineShare& share, const KeptAlive& kept) const {
        StayingLine out;
        out.at = share.at;
        if (share.at.file && share.at.file != m_mainFile) out.file = fileName(m_state.filePath(share.at.file));
        out.types = typesText(m_state, share.types);
        out.amount = {share.objects, share.bytes};
        for (const auto& [place, amount] : share.keptBy) {
            const QString name = QString::fromStdString(kept.names()[place].name);
            if (out.names.contains(name)) continue; // the same name of several calls
            if (size_t(out.names.size()) == mostNames) out.hasMoreNames = true;
            else out.names.append(name);
        }
        out.keptBySeveral = share.keptByNone.objects > 0;
        out.keptByNothing = share.unreachable.objects > 0;
        if (!m_chronicle) return out;
        auto growth = m_chronicle->growth.find(share.at);
        if (growth != m_chronicle->growth.end()) out.growth = QVector<uint64_t>(growth->second.begin(), growth->second.end());
        return out;
    }

    const Reading& m_reading;
    const MemoryState& m_state;
    const RunChronicle* m_chronicle;
    uint32_t m_mainFile;
    const HeapGraph m_graph;
    GarbageReport m_out;
};

}

GarbageReport reportGarbage(const Reading& reading, const RunChronicle* chronicle, std::optional<uint64_t> since, uint32_t mainFile,
                            const std::atomic<bool>& isOver) {
    Reporter reporter(reading, chronicle, since, mainFile);
    if (!isOver.load()) reporter.addLost();
    if (!isOver.load()) reporter.addStaying();
    if (!isOver.load()) reporter.addHistory();
    return reporter.take();
}

}

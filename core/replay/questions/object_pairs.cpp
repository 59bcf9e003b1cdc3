// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replay/questions/object_pairs.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>

#include "core/replay/player.h"
#include "core/replay/questions/line_alignment.h"
#include "core/replay/questions/program_files.h"
#include "core/tape/tape.h"

namespace memtape {

namespace {

constexpr uint64_t stepsBetweenLooks = 65536; // at `stop`

// The how-many-th object of its type a line has made, released ones too.
class Births final : public Observer {
public:
    void see(const RawChange& raw, const Memory& memory) override {
        if (raw.kind != EventKind::Alloc) return;
        if (uint32_t number = memory.numberOf(raw.object)) note(number, memory);
    }
    // Of a tape whose oldest part is gone, those that outlived it count.
    void beginWith(const Memory& memory) {
        std::vector<uint32_t> numbers;
        for (uint32_t n = 1; n < memory.recordEnd(); n++)
            if (memory.record(n).alive()) numbers.push_back(n);
        std::sort(numbers.begin(), numbers.end(), [&](uint32_t a, uint32_t b) { return memory.record(a).life < memory.record(b).life; });
        for (uint32_t n : numbers) note(n, memory);
    }
    uint32_t of(uint32_t number) const { return number < m_ordinal.size() ? m_ordinal[number] : 0; }

private:
    void note(uint32_t number, const Memory& memory) {
        const ObjectRecord& object = memory.record(number);
        uint64_t line = uint64_t{object.madeCode ? memory.code(object.madeCode).file : 0} << 32 | object.madeLine;
        if (number >= m_ordinal.size()) m_ordinal.resize(std::max<size_t>(number + 1, 2 * m_ordinal.size()));
        m_ordinal[number] = m_made[line][object.type]++;
    }
    std::unordered_map<uint64_t, std::unordered_map<uint32_t, uint32_t>> m_made;
    std::vector<uint32_t> m_ordinal; // by record
};

// Empty: it was stopped.
std::vector<uint32_t> ordinalsOf(const ComparedState& side, const HeapGraph& graph, const std::atomic<bool>* stop) {
    Births births;
    ReplayShared shared(side.tape);
    Player player(shared);
    births.beginWith(player.memory());
    player.memory().setObserver(&births);
    const uint64_t last = side.reading.state().step().step + 1;
    for (uint64_t to = 0; to < last;) {
        if (stop && stop->load(std::memory_order_relaxed)) return {};
        to = std::min(last, to + stepsBetweenLooks);
        player.playTo(to);
    }
    std::vector<uint32_t> ordinals;
    ordinals.reserve(graph.size());
    for (const HeapGraph::Node& node : graph.nodes) ordinals.push_back(births.of(player.memory().numberOf(node.id)));
    return ordinals;
}

}

ObjectPairs::ObjectPairs(const ComparedState& a, const HeapGraph& graphA, const ComparedState& b, const HeapGraph& graphB, bool ofOneRun,
                         const std::atomic<bool>* stop)
    : m_a(a),
      m_b(b),
      m_graphA(graphA),
      m_graphB(graphB),
      m_ofOneRun(ofOneRun),
      m_of(graphA.size(), HeapGraph::none),
      m_isPaired(graphB.size()) {
    if (ofOneRun) pairByLife();
    else pairByLine(stop);
}

void ObjectPairs::pairByLife() {
    for (uint32_t a = 0; a < m_graphA.size(); a++)
        if (uint32_t b = m_graphB.find(m_graphA.nodes[a].id); b != HeapGraph::none) pair(a, b);
}

void ObjectPairs::pairByLine(const std::atomic<bool>* stop) {
    const MemoryState &stateA = m_a.reading.state(), &stateB = m_b.reading.state();
    // which file is which: the first are the programs themselves, the others go by name
    const std::vector<uint32_t> filesA = programFiles(stateA), filesB = programFiles(stateB);
    std::map<uint32_t, std::pair<uint32_t, std::vector<uint32_t>>> lines; // file of a: file of b, lines
    for (size_t i = 0; i < filesA.size(); i++) {
        uint32_t other = 0;
        if (i == 0 && !filesB.empty()) other = filesB[0];
        for (size_t j = 1; i && j < filesB.size(); j++)
            if (fileName(stateA.filePath(filesA[i])) == fileName(stateB.filePath(filesB[j]))) other = filesB[j];
        if (other) lines[filesA[i]] = {other, alignLines(stateA.fileSource(filesA[i]), stateB.fileSource(other))};
    }
    using Key = std::tuple<uint32_t, uint32_t, std::string_view, uint32_t>; // file and line of b, type, ordinal
    std::map<Key, uint32_t> born;
    const std::vector<uint32_t> ordinalsA = ordinalsOf(m_a, m_graphA, stop), ordinalsB = ordinalsOf(m_b, m_graphB, stop);
    if (ordinalsA.size() < m_graphA.size() || ordinalsB.size() < m_graphB.size()) return;
    for (uint32_t b = 0; b < m_graphB.size(); b++) {
        const HeapGraph::Node& node = m_graphB.nodes[b];
        if (node.isCounted()) born[{stateB.code(node.madeInCode).file, node.madeAtLine, stateB.type(node.type).name, ordinalsB[b]}] = b;
    }
    for (uint32_t a = 0; a < m_graphA.size(); a++) {
        const HeapGraph::Node& node = m_graphA.nodes[a];
        if (!node.isCounted()) continue;
        uint32_t file = 0, line = 0;
        if (node.madeAtLine) {
            auto aligned = lines.find(stateA.code(node.madeInCode).file);
            if (aligned == lines.end() || node.madeAtLine >= aligned->second.second.size()) continue;
            file = aligned->second.first;
            line = aligned->second.second[node.madeAtLine];
            if (!line) continue; // it is no more
        }
        auto same = born.find({file, line, stateA.type(node.type).name, ordinalsA[a]});
        if (same != born.end() && !m_isPaired[same->second]) pair(a, same->second);
    }
}

bool ObjectPairs::areSame(ObjectId a, ObjectId b) const {
    if (!a || !b) return !a && !b;
    const uint32_t nodeA = m_graphA.find(a), nodeB = m_graphB.find(b);
    if (nodeA == HeapGraph::none || nodeB == HeapGraph::none) return false;
    if (m_of[nodeA] == nodeB) return true;
    if (m_ofOneRun || m_of[nodeA] != HeapGraph::none || m_isPaired[nodeB]) return false;
    return m_a.reading.kind(a) == m_b.reading.kind(b) && m_a.reading.title(a) == m_b.reading.title(b);
}

}

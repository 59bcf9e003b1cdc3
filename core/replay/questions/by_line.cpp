// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replay/questions/by_line.h"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace memtape {

namespace {

constexpr uint64_t keyOf(SourceLine at) { return uint64_t{at.file} << 32 | at.line; }

// The largest first; those of the same size in the order of `tie`.
template <class Row, class Bytes, class Tie> void sortBySize(std::vector<Row>& rows, Bytes bytes, Tie tie) {
    std::sort(rows.begin(), rows.end(), [&](const Row& a, const Row& b) { return bytes(a) != bytes(b) ? bytes(a) > bytes(b) : tie(a) < tie(b); });
}

void add(Kept& kept, uint64_t size) {
    kept.objects++;
    kept.bytes += size;
}

class Gatherer {
public:
    Gatherer(const Reading& reading, const HeapGraph& graph, const KeptAlive& kept) : m_state(reading.state()), m_graph(graph), m_kept(kept) {}

    ByLine gather(uint64_t since) {
        for (uint32_t n = 0; n < m_graph.size(); n++) {
            const HeapGraph::Node& node = m_graph.nodes[n];
            if (node.ofProgram && node.madeAtStep >= since) addNode(n, node);
        }
        for (auto& [key, working] : m_lines) m_out.lines.push_back(finish(working));
        sortBySize(
            m_out.lines, [](const LineShare& l) { return l.bytes; }, [](const LineShare& l) { return l.at; });
        return std::move(m_out);
    }

private:
    struct Working {
        LineShare share;
        std::unordered_map<uint32_t, TypeShare> types;
        std::unordered_map<uint32_t, Kept> keptBy;
    };

    void addNode(uint32_t n, const HeapGraph::Node& node) {
        SourceLine at;
        if (node.madeInCode && node.madeAtLine) at = {m_state.code(node.madeInCode).file, node.madeAtLine};
        auto [place, isNew] = m_lines.try_emplace(keyOf(at));
        Working& working = place->second;
        if (isNew) {
            working.share.at = at;
            working.share.code = node.madeInCode;
        }
        working.share.objects++;
        working.share.bytes += node.size;
        TypeShare& type = working.types[node.type];
        type.type = node.type;
        type.objects++;
        type.bytes += node.size;
        uint32_t name = m_kept.nameOf(n);
        if (!m_kept.isReached(n)) add(working.share.unreachable, node.size);
        else if (name == KeptAlive::none) add(working.share.keptByNone, node.size);
        else add(working.keptBy[name], node.size);
        m_out.objects++;
        m_out.bytes += node.size;
    }

    static LineShare finish(Working& working) {
        LineShare& share = working.share;
        for (auto& [id, type] : working.types) share.types.push_back(type);
        sortBySize(
            share.types, [](const TypeShare& t) { return t.bytes; }, [](const TypeShare& t) { return t.type; });
        for (auto& [name, kept] : working.keptBy) share.keptBy.push_back({name, kept});
        sortBySize(
            share.keptBy, [](const auto& k) { return k.second.bytes; }, [](const auto& k) { return k.first; });
        return std::move(share);
    }

    const MemoryState& m_state;
    const HeapGraph& m_graph;
    const KeptAlive& m_kept;
    std::map<uint64_t, Working> m_lines;
    ByLine m_out;
};

}

ByLine byLineOf(const Reading& reading, const HeapGraph& graph, const KeptAlive& kept, uint64_t since) {
    return Gatherer(reading, graph, kept).gather(since);
}

}

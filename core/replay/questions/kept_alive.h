// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What each object, and each name of the program, alone keeps alive: what would go with it, by its count or by the collector, itself
// among it. It is what hangs below it in the tree of dominators of the heap. Only what a run's figures count is counted: objects of the
// program that can be released.

#include <optional>
#include <vector>

#include "core/replay/questions/heap_graph.h"
#include "core/replay/questions/program_names.h"

namespace memtape {

struct Kept {
    uint64_t objects = 0, bytes = 0;
    bool operator==(const Kept&) const = default;
};

class KeptAlive {
public:
    static constexpr uint32_t none = UINT32_MAX;

    // The graph is of the reading's state, and outlives the answers.
    KeptAlive(const Reading& reading, const HeapGraph& graph);

    Kept by(uint32_t node) const { return m_kept[node + 1]; } // of the graph; nothing, where nothing reaches the node
    Kept by(ObjectId id) const;
    bool isReached(uint32_t node) const { return m_dominator[node + 1] != none; }

    const std::vector<ProgramName>& names() const { return m_names; }
    Kept byName(size_t name) const { return m_kept[m_firstName + name]; }
    // The place in names() of the one without which nothing would keep the node; none: several do, or what is no name.
    uint32_t nameOf(uint32_t node) const { return m_nameOf[node + 1]; }
    // The object through which all ways to the node lead, the nearest; none: there is no one such object.
    uint32_t holderOf(uint32_t node) const;

private:
    const HeapGraph& m_graph;
    std::vector<ProgramName> m_names;
    uint32_t m_firstName = 0; // in the arrays below: 0 is what keeps everything, then the objects, then the names
    std::vector<Kept> m_kept;
    std::vector<uint32_t> m_dominator, m_nameOf;
};

}

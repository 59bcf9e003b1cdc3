// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// All objects of a step and the references between them, as numbers: for questions that follow references far (questions/). Weak
// references are left out. An object also refers to its type, which is no cell of its own.

#include <algorithm>
#include <span>
#include <vector>

#include "core/replay/memory_state.h"

namespace memtape {

struct HeapGraph {
    static constexpr uint32_t none = UINT32_MAX;

    struct Node {
        ObjectId id;
        uint32_t type = 0;                                       // TypeInfo id
        uint32_t madeAtStep = 0, madeAtLine = 0, madeInCode = 0; // as in ObjectView, whoever's the object is
        uint64_t size = 0;
        bool immortal = false, ofProgram = false;
        bool isCounted() const { return ofProgram && !immortal; } // among what a run's figures count
    };
    struct Root {
        uint32_t node = 0;
        Holder holder{}; // a reference from outside the heap
    };

    std::vector<Node> nodes;     // in order of birth
    std::vector<uint32_t> ends;  // of each node: where its edges end; they begin where those of the node before it end
    std::vector<uint32_t> edges; // the nodes that it refers to, once for each reference
    std::vector<Root> roots;
    uint32_t returned = none, raised = none; // what the step hands back or raises

    uint32_t size() const { return static_cast<uint32_t>(nodes.size()); }
    std::span<const uint32_t> edgesOf(uint32_t node) const {
        uint32_t from = node ? ends[node - 1] : 0;
        return {edges.data() + from, ends[node] - from};
    }
    // none: not alive at the step.
    uint32_t find(ObjectId id) const {
        auto at = std::lower_bound(nodes.begin(), nodes.end(), id.life, [](const Node& n, uint32_t life) { return n.id.life < life; });
        return at != nodes.end() && at->id == id ? static_cast<uint32_t>(at - nodes.begin()) : none;
    }
    // Which nodes something keeps reachable: the roots, what is immortal, and all they lead to; as if `without` were not there.
    std::vector<bool> reached(uint32_t without = none) const;
};

}

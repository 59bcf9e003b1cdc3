// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The events that an expression names, as they happen between one step and the next.

#include <string>
#include <vector>

#include "core/replay/find/find_expression.h"
#include "core/replay/memory.h"

namespace memtape {

class FindEvents {
public:
    FindEvents(const Memory& memory, const FindExpression& what);

    bool areWanted() const { return !m_leaves.empty(); }
    void see(const Event& e) { // before it is played
        switch (e.kind) {
        case EventKind::Alloc:
        case EventKind::Free:
        case EventKind::Output:
        case EventKind::CollectBegin: note(e); break;
        default: break;
        }
    }
    bool atStep(); // whether any of them is to be told at this step
    bool atEnd();  // whether any has happened behind the last step
    bool holds(uint32_t node) const { return m_holds[node]; }

private:
    struct Leaf {
        uint32_t node;
        const FindEvent* event;
        Granule granule = 0;   // Made, Released
        bool happened = false; // since the last step
        std::string tails[2];  // Output: the end of what was printed last, by stream: a text may come in pieces
    };
    void note(const Event& e);
    bool isRaised(const FindEvent& event) const;
    bool isOfType(const TypeInfo& type, const std::string& name, int depth = 0) const;

    const Memory& m_memory;
    std::vector<Leaf> m_leaves;
    std::vector<bool> m_holds; // by node
    ObjectId m_lastRaised;
};

}

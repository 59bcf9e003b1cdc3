// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which object of one state is which of another.

#include <atomic>
#include <vector>

#include "core/replay/questions/compare.h"

namespace memtape {

class ObjectPairs {
public:
    ObjectPairs(const ComparedState& a, const HeapGraph& graphA, const ComparedState& b, const HeapGraph& graphB, bool ofOneRun,
                const std::atomic<bool>* stop); // as in compareStates(); stopped, nothing is paired

    uint32_t of(uint32_t nodeOfA) const { return m_of[nodeOfA]; } // HeapGraph::none: there is none
    bool isPaired(uint32_t nodeOfB) const { return m_isPaired[nodeOfB]; }
    // Whether two references mean the same: both nothing, a pair, or, where neither is an object that is paired, what reads the same.
    bool areSame(ObjectId a, ObjectId b) const;

private:
    void pairByLife();
    void pairByLine(const std::atomic<bool>* stop);
    void pair(uint32_t a, uint32_t b) {
        m_of[a] = b;
        m_isPaired[b] = true;
    }

    const ComparedState& m_a;
    const ComparedState& m_b;
    const HeapGraph& m_graphA;
    const HeapGraph& m_graphB;
    bool m_ofOneRun;
    std::vector<uint32_t> m_of;
    std::vector<bool> m_isPaired;
};

}

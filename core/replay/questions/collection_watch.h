// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Sees the collections of the cycle collector, as a run is played; and where it stands after them.

#include <vector>

#include "core/replay/observer.h"
#include "core/replay/questions/garbage.h"

namespace memtape {

struct CollectionSeen {
    CollectionRun run;
    uint64_t over = UINT64_MAX; // the first step that shows it done; UINT64_MAX: it was not done when the run ended
    uint32_t livesBefore = 0;   // objects that were made before it
    bool ofProgram = false;     // since the program began
};

class CollectionWatch final : public Observer {
public:
    void see(const RawChange& raw, const Memory& memory) override;
    const std::vector<CollectionSeen>& all() const { return m_all; }

private:
    std::vector<CollectionSeen> m_all;
};

// At the reading's step, after the collections of its run; later ones do not matter. Empty: the language has no collector.
std::vector<GenerationGauge> gaugesAfter(const std::vector<CollectionSeen>& collections, const Reading& reading);

}

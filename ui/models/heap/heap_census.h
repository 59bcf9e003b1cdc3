// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What is alive at a step, object by object, in order of birth. A neighbouring step is counted by what changed in between, any other by going
// through all that is alive.

#include <optional>
#include <vector>

#include "core/replay/memory_state.h"

namespace memtape {

class Run;

struct HeapObject {
    ObjectId id;
    uint32_t type = 0; // TypeInfo id
    uint32_t line = 0; // that made it; 0: none, it was there before the first
    uint32_t file = 0; // whose line that is; 0: none
    uint64_t size = 0; // bytes, as the program is told
    uint64_t madeAt = 0;
    bool ofProgram = true; // else the library made it for itself
};
using HeapCensus = std::vector<HeapObject>;

// Whose objects are counted: the program's; or also what the library made for itself meanwhile.
enum class HeapShare : uint8_t { Program, WithLibrary };

HeapCensus countHeap(const MemoryState& state, HeapShare share);

// Keeps the census of the step that was asked for last.
class HeapCounter {
public:
    // The run outlives its use here; another run, or one that was recorded anew, wants reset(). Null: there is no such step.
    const HeapCensus* at(Run& run, uint64_t step, HeapShare share);
    void reset() { m_step.reset(); }

private:
    bool follow(Run& run, const MemoryState& state, uint64_t step);

    std::optional<uint64_t> m_step;
    HeapShare m_share = HeapShare::Program;
    HeapCensus m_census;
};

}

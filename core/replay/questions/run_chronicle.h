// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What of a run's history is asked at every step anew, gathered by playing the run once: the same answers as gaugesOf, releasesOf and addGrowth give,
// without playing again.

#include <atomic>
#include <map>
#include <memory>
#include <vector>

#include "core/replay/questions/by_line.h"
#include "core/replay/questions/collection_watch.h"
#include "core/replay/questions/release_watch.h"

namespace memtape {

// Every release of the program's objects: eight bytes each.
class ReleaseLog {
public:
    void add(uint64_t step, const ReleaseSeen& seen); // step: the first that shows it; never less than the one before
    // As releasesOf: of what the states of the steps from … to−1 show alive and the state of `to` does not.
    Releases between(uint64_t from, uint64_t to) const;

private:
    struct Entry {
        uint32_t step, kind;
    };
    std::vector<ReleaseSeen> m_kinds; // few: a run releases many objects of few types
    std::map<std::tuple<ReleaseCause, uint32_t, uint64_t>, uint32_t> m_kindOf;
    std::vector<Entry> m_entries;
};

struct RunChronicle {
    uint64_t steps = 0; // of the run
    std::vector<CollectionSeen> collections;
    ReleaseLog releases;
    // Live bytes of the line's objects at so many moments (momentOf), evenly over the run.
    size_t points = 0;
    std::map<SourceLine, std::vector<uint64_t>> growth;
};

// `stop` is looked at between the moments. Null: it was stopped.
std::shared_ptr<const RunChronicle> chronicleOf(const std::shared_ptr<const Tape>& tape, size_t points, const std::atomic<bool>& stop);

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Holds the replayed memory of a step against the interpreter that is standing at it: frames with their slots and stacks, what native
// functions and the interpreter hold, each object's type, size, value and cells, and its count against the holders that the tape knows.
// It only looks: nothing in the program's heap is made or changed.

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/python/objects/model/object.h"
#include "core/python/vm/frames/frame.h"
#include "core/replay/map/memory_map.h"
#include "core/replay/memory.h"

namespace memtape {

class LiveAudit {
public:
    // Differences at the step at which both stand, as sentences; each is told once for the life of an object.
    std::vector<std::string> compare(const Memory& memory);

private:
    void compareFrames();
    void compareThreads();
    void compareFrame(const std::string& where, const FrameView& told, Frame* live);
    void compareHolds();
    void compareObjects();
    void compareObject(const ObjectRecord& record, uint64_t holders);
    void compareCells(const ObjectRecord& record, Object* o);
    void compareGenerator(const ObjectRecord& record, Object* o);
    void compareValue(const ObjectRecord& record, Object* o);
    void compareCollected();
    void compareMap();
    void comparePool(const MapPool& pool);
    void differ(const std::string& key, const std::string& sentence);
    std::string nameOf(Granule g) const;
    std::string holdersOf(Granule g) const;

    const Memory* m_memory = nullptr;
    std::set<std::string> m_told;
    std::vector<bool> m_valueSeen; // by life
    std::vector<std::string> m_found;
    std::map<size_t, size_t> m_kept; // blocks in use that the map has not, by their size
};

}

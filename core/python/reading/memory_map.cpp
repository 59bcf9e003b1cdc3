// SPDX-License-Identifier: GPL-3.0-or-later
// Memory as CPython 3.13 lays it out: frames of nine words and their slots, in pieces of 16 KiB; pools of 16 KiB in arenas of 1 MiB, a head of 48 bytes
// before the blocks, which are multiples of 16 up to 512 bytes.
#include "core/replay/map/memory_map.h"

#include <algorithm>

#include "core/python/reading/python_reading.h"

namespace memtape {

namespace {

constexpr uint64_t wordBytes = 8, frameHead = 9 * wordBytes, stackChunk = 16 * 1024;
constexpr uint64_t poolBytes = 16 * 1024, arenaBytes = 1024 * 1024, largestSmall = 512, granuleBytes = 16;
constexpr Granule poolGranules = poolBytes / granuleBytes, headGranules = 3;
constexpr Granule mostBefore = 2; // granules of a block before its object: for the collector, and for its dict and weak references

class PythonMap {
public:
    explicit PythonMap(const MemoryState& state) : m_state(state) {}

    MemoryMap make() {
        addFrames();
        m_map.poolBytes = poolBytes;
        m_map.poolHead = headGranules * granuleBytes;
        m_map.arenaBytes = arenaBytes;
        m_map.largestSmall = largestSmall;
        std::vector<BlockArea> areas = m_state.blockAreas();
        m_map.knowsHeap = !areas.empty();
        if (m_map.knowsHeap) addHeap(areas);
        return std::move(m_map);
    }

private:
    void addFrames() {
        size_t count = m_state.frameCount();
        for (size_t i = 0; i < count; i++) {
            FrameView view = m_state.frame(i);
            const CodeInfo& code = m_state.code(view.code);
            if (view.generator) continue; // it lies in the heap
            MapFrame frame;
            frame.code = view.code;
            frame.line = view.line;
            frame.life = view.life;
            frame.at = view.frame;
            frame.bytes = code.frameBytes;
            frame.head = frameHead;
            frame.slots = static_cast<uint32_t>(view.slots.size());
            frame.entries = code.stackSize;
            frame.ofProgram = view.ofProgram;
            frame.isRunning = i + 1 == count;
            m_map.stackBytes = std::max(m_map.stackBytes, frame.at + frame.bytes);
            m_map.frames.push_back(frame);
        }
        m_map.calls = m_state.step().depth;
        m_map.callLimit = m_state.callLimit();
        m_map.chunkBytes = stackChunk;
    }

    void addHeap(const std::vector<BlockArea>& areas) {
        m_own = m_state.liveObjects(true);
        std::sort(m_own.begin(), m_own.end(), [](ObjectId a, ObjectId b) { return a.granule < b.granule; });
        std::vector<Granule> pools; // in order, as the areas are
        for (const BlockArea& area : areas) {
            if (!area.blockBytes) {
                addLargeBeside(area);
                continue;
            }
            m_map.allPools.push_back(shownAddress(area.begin));
            pools.push_back(area.begin / poolGranules);
            size_t own = firstOwnAt(area.begin);
            bool hasOwn = own < m_own.size() && m_own[own].granule < area.begin + poolGranules;
            if (hasOwn || std::any_of(area.beside.begin(), area.beside.end(), [](const BlockArea::Block& block) { return block.ofProgram; }))
                addPool(area, own);
        }
        for (ObjectId id : m_own)
            if (!std::binary_search(pools.begin(), pools.end(), id.granule / poolGranules)) addLarge(id);
        std::sort(m_map.large.begin(), m_map.large.end(), [](const MapBlock& a, const MapBlock& b) { return a.address < b.address; });
        std::stable_sort(m_map.pools.begin(), m_map.pools.end(), [](const MapPool& a, const MapPool& b) { return a.blockBytes < b.blockBytes; });
    }

    void addLargeBeside(const BlockArea& area) {
        for (const BlockArea::Block& block : area.beside)
            if (block.ofProgram) m_map.large.push_back({.address = shownAddress(block.begin), .bytes = block.bytes, .ofProgram = true});
    }

    // What is told of its size is the object's own, which is its block, as only objects in a pool have parts elsewhere.
    void addLarge(ObjectId id) {
        ObjectView view = m_state.object(id);
        m_map.large.push_back(
            {.address = view.address, .bytes = (view.size + granuleBytes - 1) / granuleBytes * granuleBytes, .object = id, .ofProgram = true});
    }

    size_t firstOwnAt(Granule granule) const {
        auto found = std::lower_bound(m_own.begin(), m_own.end(), granule, [](ObjectId id, Granule g) { return id.granule < g; });
        return static_cast<size_t>(found - m_own.begin());
    }

    // `own`: place of the pool's first object of the program, or of what lies behind it.
    void addPool(const BlockArea& area, size_t own) {
        MapPool pool;
        pool.address = shownAddress(area.begin);
        pool.blockBytes = area.blockBytes;
        Granule step = static_cast<Granule>(area.blockBytes / granuleBytes);
        if (!step || area.blockBytes > largestSmall) return; // damage
        pool.capacity = static_cast<uint32_t>((poolBytes - headGranules * granuleBytes) / area.blockBytes);
        auto beside = area.beside.begin();
        for (uint32_t place = 0; place < pool.capacity; place++) {
            Granule begin = area.begin + headGranules + place * step;
            while (beside != area.beside.end() && beside->begin < begin) ++beside;
            MapBlock block{.address = shownAddress(begin), .bytes = area.blockBytes, .place = place};
            while (own < m_own.size() && m_own[own].granule < begin) own++;
            block.ofProgram = own < m_own.size() && m_own[own].granule < begin + step;
            if (ObjectId object = block.ofProgram ? m_own[own] : objectIn(begin, step)) {
                block.object = object;
                block.before = static_cast<uint32_t>((object.granule - begin) * granuleBytes);
            } else if (beside != area.beside.end() && beside->begin == begin) {
                block.ofProgram = beside->ofProgram;
            } else {
                continue;
            }
            pool.blocks.push_back(block);
        }
        m_map.pools.push_back(std::move(pool));
    }

    ObjectId objectIn(Granule begin, Granule granules) const {
        for (Granule g = begin; g <= begin + mostBefore && g < begin + granules; g++)
            if (ObjectId object = m_state.objectAt(g)) return object;
        return {};
    }

    const MemoryState& m_state;
    std::vector<ObjectId> m_own; // objects of the program, by address
    MemoryMap m_map;
};

}

std::optional<MemoryMap> PythonReading::memoryMap() const { return PythonMap(state()).make(); }

}

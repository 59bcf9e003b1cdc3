// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replay/map/next_blocks.h"

#include <algorithm>

#include "core/events/decoder.h"
#include "core/replay/rooms.h"
#include "core/tape/tape.h"

namespace memtape {

namespace {

constexpr size_t chunksAhead = 3, mostKept = 12;

// The pools at a step, with the blocks of their own size that are free.
class FreeBlocks {
public:
    FreeBlocks(const MemoryState& state, const MemoryMap& map)
        : m_state(state),
          m_areas(state.blockAreas()),
          m_isOther(m_areas.size()),
          m_poolGranules(static_cast<Granule>(map.poolBytes / granuleBytes)),
          m_headGranules(static_cast<Granule>(map.poolHead / granuleBytes)) {
        while (!m_areas.empty() && !m_areas.back().blockBytes) m_areas.pop_back();
    }

    struct Block {
        uint32_t bytes;
        Granule begin;
    };
    // The block around a granule; none: it is in no pool, or was in use.
    std::optional<Block> around(Granule g) const {
        const size_t at = areaOf(g);
        if (at == m_areas.size() || m_isOther[at]) return std::nullopt;
        const BlockArea& area = m_areas[at];
        const Granule step = static_cast<Granule>(area.blockBytes / granuleBytes), offset = g - area.begin;
        if (!step || offset < m_headGranules) return std::nullopt; // damage
        const Granule begin = area.begin + m_headGranules + (offset - m_headGranules) / step * step;
        for (Granule inside = begin; inside < begin + step; inside++)
            if (m_state.objectAt(inside)) return std::nullopt;
        auto beside = std::lower_bound(area.beside.begin(), area.beside.end(), begin,
                                       [](const BlockArea::Block& block, Granule granule) { return block.begin < granule; });
        if (beside != area.beside.end() && beside->begin == begin) return std::nullopt;
        return Block{area.blockBytes, begin};
    }
    // The pool has gone since, and what lies there is of another one.
    void leave(Granule pool) {
        if (size_t at = areaOf(pool); at < m_areas.size()) m_isOther[at] = true;
    }

private:
    size_t areaOf(Granule g) const {
        auto next = std::upper_bound(m_areas.begin(), m_areas.end(), g, [](Granule granule, const BlockArea& area) { return granule < area.begin; });
        const size_t at = static_cast<size_t>(next - m_areas.begin());
        return at && g - m_areas[at - 1].begin < m_poolGranules ? at - 1 : m_areas.size();
    }

    const MemoryState& m_state;
    std::vector<BlockArea> m_areas; // pools, by address
    std::vector<bool> m_isOther;
    Granule m_poolGranules, m_headGranules;
};

}

std::vector<NextBlock> NextBlocks::at(const MemoryState& state, const MemoryMap& map) {
    std::vector<uint32_t> missing; // sizes
    for (const MapPool& pool : map.pools)
        if (missing.empty() || missing.back() != pool.blockBytes) missing.push_back(pool.blockBytes);
    std::vector<NextBlock> next;
    if (missing.empty()) return next;
    FreeBlocks free(state, map);
    const uint64_t step = state.step().step;
    const size_t first = m_tape->chunkOfStep(step), end = std::min(m_tape->chunkCount(), first + chunksAhead + 1);
    for (size_t chunk = first; chunk < end && !missing.empty(); chunk++) {
        const std::vector<Taken>* taken = inChunk(chunk);
        if (!taken) break;
        auto from = std::lower_bound(taken->begin(), taken->end(), step, [](const Taken& t, uint64_t s) { return t.step < s; });
        for (; from != taken->end() && !missing.empty(); ++from) {
            if (from->isPool) {
                free.leave(from->granule);
                continue;
            }
            std::optional<FreeBlocks::Block> block = free.around(from->granule);
            if (!block) continue;
            auto size = std::find(missing.begin(), missing.end(), block->bytes);
            if (size == missing.end()) continue;
            missing.erase(size);
            next.push_back({block->bytes, shownAddress(block->begin), from->step});
        }
    }
    std::sort(next.begin(), next.end(), [](const NextBlock& a, const NextBlock& b) { return a.blockBytes < b.blockBytes; });
    return next;
}

// Null: the chunk is damaged. What is taken before the first step counts to it.
const std::vector<NextBlocks::Taken>* NextBlocks::inChunk(size_t chunk) {
    auto known = std::find_if(m_kept.begin(), m_kept.end(), [chunk](const Ahead& ahead) { return ahead.chunk == chunk; });
    if (known != m_kept.end()) return &known->taken;
    const bool isWhole = chunk + 1 < m_tape->chunkCount() || m_tape->isFinished();
    std::shared_ptr<const EncodedChunk> events = m_tape->chunk(chunk);
    if (!events) return nullptr;
    Ahead ahead{chunk, {}};
    uint64_t steps = m_tape->chunkInfo(chunk).firstStep; // so many have begun
    Decoder decoder(std::move(events));
    for (Event e; decoder.next(e);) {
        if (e.kind == EventKind::Step) steps++;
        const bool isPool = e.kind == EventKind::Resize && e.extra2 == roomOfPool;
        const bool isTaken = e.kind == EventKind::Alloc || (e.kind == EventKind::Resize && e.extra != 0);
        if (isPool || isTaken) ahead.taken.push_back({steps ? steps - 1 : 0, e.object, isPool ? static_cast<uint32_t>(e.extra) : 0, isPool});
    }
    if (!isWhole) {
        m_growing = std::move(ahead);
        return &m_growing.taken;
    }
    m_kept.push_front(std::move(ahead));
    if (m_kept.size() > mostKept) m_kept.pop_back();
    return &m_kept.front().taken;
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
// What lies in memory besides objects: pools, and blocks beside objects.
//
// A page of the PageMap is as large as a pool, and has a run of words in the table of areas:
//
//     [ page + 1 | bytes of a pool's blocks, 0: it is no pool | … | 32 words: a bit where a block begins | 32 words: made since the program began ]
//
// In a pool all blocks are of one size. Elsewhere the bit behind the one where a block begins says where it ends.
#include <algorithm>
#include <bit>

#include "core/replay/memory.h"
#include "core/replay/rooms.h"

namespace memtape {

namespace {

constexpr uint32_t pageGranules = 1u << PageMap::shift;
constexpr size_t wordOfPage = 0, wordOfSize = 1, firstStarts = 32, firstOwn = 64;

uint32_t bitOf(Granule g) { return 1u << (g % 32); }
size_t wordOf(Granule g) { return g % pageGranules / 32; }

}

size_t Memory::areaAt(Granule g) {
    size_t area = size_t{m_shared.pages.ensure(g) >> PageMap::shift} << areaShift;
    m_areas.grow(area + (size_t{1} << areaShift));
    if (!m_areas[area + wordOfPage]) m_areas.edit(area + wordOfPage) = (g >> PageMap::shift) + 1;
    return area;
}

void Memory::setBlockBit(Granule g, bool set) {
    size_t area = areaAt(g);
    auto write = [&](size_t word, bool bit) {
        uint32_t old = m_areas[word], now = bit ? old | bitOf(g) : old & ~bitOf(g);
        if (now != old) m_areas.edit(word) = now;
    };
    write(area + firstStarts + wordOf(g), set);
    write(area + firstOwn + wordOf(g), set && m_now.programBegan);
}

// The first bit behind a block's beginning, outside of pools.
Granule Memory::blockEnd(Granule begin) const {
    for (Granule g = m_shared.pages.nextMet(uint64_t{begin} + 1); g && g - begin <= largestBlock;) {
        const size_t area = size_t{m_shared.pages.find(g) >> PageMap::shift} << areaShift;
        if (area < m_areas.size()) {
            const uint32_t word = m_areas[area + firstStarts + wordOf(g)] & (~uint32_t{0} << (g % 32));
            if (word) return g / 32 * 32 + static_cast<uint32_t>(std::countr_zero(word));
            g = (g / 32 + 1) * 32;
            if (g % pageGranules) continue;
        } else {
            g = (g / pageGranules + 1) * pageGranules;
        }
        g = g ? m_shared.pages.nextMet(g) : 0;
    }
    return 0;
}

void Memory::applyArea(const Event& e) {
    if (e.object >= granuleEnd) return; // damage
    size_t area = areaAt(e.object);
    if (e.extra2 == roomOfPool) {
        if (e.object % pageGranules) return;
        for (size_t w = firstStarts; w < firstOwn; w++)
            if (m_areas[area + w]) m_areas.edit(area + w) = 0;
        m_areas.edit(area + wordOfSize) = static_cast<uint32_t>(std::min<uint64_t>(e.extra, poolBytesMost));
        return;
    }
    bool isSet = m_areas[area + firstStarts + wordOf(e.object)] & bitOf(e.object), inPool = m_areas[area + wordOfSize];
    uint64_t granules = e.extra / granuleBytes;
    if (!inPool && isSet)
        if (Granule end = blockEnd(e.object)) setBlockBit(end, false);
    setBlockBit(e.object, e.extra != 0);
    if (!inPool && granules > 0 && granules <= largestBlock && e.object + granules < granuleEnd)
        setBlockBit(e.object + static_cast<Granule>(granules), true);
}

std::vector<BlockArea> Memory::blockAreas() const {
    std::vector<BlockArea> areas;
    std::vector<BlockArea::Block> marks; // outside of pools: beginnings and ends
    for (size_t area = size_t{1} << areaShift; area + (size_t{1} << areaShift) <= m_areas.size(); area += size_t{1} << areaShift) {
        if (!m_areas[area + wordOfPage]) continue;
        Granule page = (m_areas[area + wordOfPage] - 1) << PageMap::shift;
        uint32_t blockBytes = m_areas[area + wordOfSize];
        if (blockBytes) areas.push_back({page, blockBytes, {}});
        std::vector<BlockArea::Block>& out = blockBytes ? areas.back().beside : marks;
        for (size_t w = 0; w < pageGranules / 32; w++)
            for (uint32_t bits = m_areas[area + firstStarts + w]; bits; bits &= bits - 1) {
                uint32_t bit = static_cast<uint32_t>(std::countr_zero(bits));
                bool ofProgram = m_areas[area + firstOwn + w] >> bit & 1;
                out.push_back({page + static_cast<Granule>(w) * 32 + bit, blockBytes, ofProgram});
            }
    }
    auto isBefore = [](const auto& a, const auto& b) { return a.begin < b.begin; };
    std::sort(areas.begin(), areas.end(), isBefore);
    std::sort(marks.begin(), marks.end(), isBefore);
    BlockArea large;
    for (size_t i = 0; i + 1 < marks.size(); i += 2)
        large.beside.push_back({marks[i].begin, uint64_t{marks[i + 1].begin - marks[i].begin} * granuleBytes, marks[i].ofProgram});
    if (!large.beside.empty()) areas.push_back(std::move(large));
    return areas;
}

}

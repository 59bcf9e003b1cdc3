// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/map/map_rows.h"

#include <algorithm>

namespace memtape {

namespace {

constexpr size_t mostOfSize = 2, mostOpen = 300, mostTouched = 6, mostLarge = 12;

class RowMaker {
public:
    RowMaker(const MapFigures& figures, int columns, const QSet<uint32_t>& open)
        : m_figures(figures),
          m_map(figures.map),
          m_columns(uint32_t(std::max(1, columns))),
          m_open(open) {
        for (const MapBlock& block : figures.cost.taken) touch(block);
        for (const MapBlock& block : figures.cost.given) touch(block);
        std::sort(m_touched.begin(), m_touched.end());
    }

    QVector<MapRow> make() {
        size_t shown = std::min(m_map.large.size(), mostLarge);
        for (size_t i = m_map.large.size() - shown; i < m_map.large.size(); ++i) {
            MapRow row{.kind = MapRow::Kind::Large, .index = i};
            row.isTouched = row.isNew = m_figures.isTaken(m_map.large[i].address);
            m_rows.append(row);
        }
        for (size_t from = 0, to = 0; from < m_map.pools.size(); from = to) {
            while (to < m_map.pools.size() && m_map.pools[to].blockBytes == m_map.pools[from].blockBytes) ++to;
            addSize(from, to);
        }
        return m_rows;
    }

private:
    uint64_t poolOf(uint64_t address) const { return address / m_map.poolBytes * m_map.poolBytes; }
    void touch(const MapBlock& block) { m_touched.append(poolOf(block.address)); }
    bool isTouched(const MapPool& pool) const { return std::binary_search(m_touched.begin(), m_touched.end(), pool.address); }

    const NextBlock* nextIn(const MapPool& pool) const {
        for (const NextBlock& next : m_figures.nextBlocks)
            if (poolOf(next.address) == pool.address) return &next;
        return nullptr;
    }

    // Pools of one size.
    void addSize(size_t from, size_t to) {
        uint32_t size = m_map.pools[from].blockBytes;
        bool isOpen = m_open.contains(size);
        size_t most = isOpen ? mostOpen : mostOfSize, touched = 0, shown = 0;
        MapRow more{.kind = MapRow::Kind::More, .blockBytes = size, .isOpen = isOpen};
        for (size_t i = from; i < to; ++i) {
            const MapPool& pool = m_map.pools[i];
            bool wasTouched = isTouched(pool) && touched < mostTouched;
            touched += wasTouched;
            if (wasTouched || nextIn(pool) || shown < most) {
                addPool(i, wasTouched);
                ++shown;
                continue;
            }
            ++more.pools;
            more.used += pool.blocks.size();
            more.capacity += pool.capacity;
        }
        if (more.pools || (isOpen && to - from > mostOfSize)) m_rows.append(more);
    }

    void addPool(size_t index, bool wasTouched) {
        const MapPool& pool = m_map.pools[index];
        MapRow row{.kind = MapRow::Kind::Pool, .index = index, .blockBytes = pool.blockBytes, .isTouched = wasTouched};
        row.isNew = std::find(m_figures.cost.newPools.begin(), m_figures.cost.newPools.end(), pool.address) != m_figures.cost.newPools.end();
        uint32_t middle = placeOfInterest(pool), columns = std::min(m_columns, pool.capacity);
        row.first = std::min(middle > columns * 2 / 3 ? middle - columns * 2 / 3 : 0, pool.capacity - columns);
        row.end = row.first + columns;
        m_rows.append(row);
    }

    // What the line took or gave back, else what is used next, else the program's last block.
    uint32_t placeOfInterest(const MapPool& pool) const {
        for (const std::vector<MapBlock>* changed : {&m_figures.cost.taken, &m_figures.cost.given})
            for (const MapBlock& block : *changed)
                if (poolOf(block.address) == pool.address) return block.place;
        if (const NextBlock* next = nextIn(pool)) return static_cast<uint32_t>((next->address - pool.address - m_map.poolHead) / pool.blockBytes);
        for (auto block = pool.blocks.rbegin(); block != pool.blocks.rend(); ++block)
            if (block->ofProgram) return block->place;
        return 0;
    }

    const MapFigures& m_figures;
    const MemoryMap& m_map;
    uint32_t m_columns;
    const QSet<uint32_t>& m_open;
    QVector<uint64_t> m_touched; // where pools begin
    QVector<MapRow> m_rows;
};

}

QVector<MapRow> mapRows(const MapFigures& figures, int columns, const QSet<uint32_t>& open) { return RowMaker(figures, columns, open).make(); }

}

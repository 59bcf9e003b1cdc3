// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replay/index/step_summaries.h"

#include <cstring>

#include "core/events/encoding.h"

namespace memtape {

namespace {

// What steps have in common: three numbers of four bytes.
struct Place {
    uint32_t lineKindSigns = 0; // line: 25 bits, kind: 2, made, released, output, collected, hasResult
    uint32_t code = 0, depth = 0;
    bool operator==(const Place&) const = default;
};

Place placeOf(const StepSummary& s) {
    const uint32_t signs = s.made << 4 | s.released << 3 | s.output << 2 | s.collected << 1 | s.hasResult;
    return {(s.line & 0x1ffffff) << 7 | static_cast<uint32_t>(s.kind) << 5 | signs, s.code, s.depth};
}

StepSummary summaryAt(const Place& place, uint64_t heapBytes) {
    const uint32_t bits = place.lineKindSigns;
    return {static_cast<StepKind>(bits >> 5 & 3),
            bits >> 7,
            place.code,
            place.depth,
            heapBytes,
            (bits & 16) != 0,
            (bits & 8) != 0,
            (bits & 4) != 0,
            (bits & 2) != 0,
            (bits & 1) != 0};
}

// The numbers of a block's places, by hashing.
class PlaceNumbers {
public:
    uint32_t numberOf(const Place& place) {
        size_t slot = (place.lineKindSigns * 0x9e3779b1u ^ place.code * 0x85ebca6bu ^ place.depth * 0xc2b2ae35u) >> 21;
        for (; m_slots[slot]; slot = (slot + 1) % m_slots.size())
            if (places[m_slots[slot] - 1u] == place) return m_slots[slot] - 1u;
        places.push_back(place);
        m_slots[slot] = static_cast<uint16_t>(places.size());
        return static_cast<uint32_t>(places.size() - 1);
    }

    std::vector<Place> places;

private:
    std::array<uint16_t, 2 * StepSummaries::perBlock> m_slots{}; // 0: empty; else the number and 1
};

void put(std::vector<uint8_t>& out, uint64_t value) {
    uint8_t bytes[10];
    out.insert(out.end(), bytes, putVarint(bytes, value));
}

// Goes through a packed block, step by step.
class BlockReader {
public:
    explicit BlockReader(const std::vector<uint8_t>& block) : m_at(block.data()) {
        uint64_t count;
        m_places = getVarint(m_at, count);
        m_at = m_places + count * sizeof(Place);
    }

    void next() {
        uint64_t difference;
        m_at = getVarint(getVarint(m_at, m_number), difference);
        m_heap += static_cast<uint64_t>(unzigzag64(difference));
    }
    StepSummary summary() const {
        Place place;
        std::memcpy(&place, m_places + m_number * sizeof(Place), sizeof(Place));
        return summaryAt(place, m_heap);
    }

private:
    const uint8_t *m_at, *m_places;
    uint64_t m_number = 0, m_heap = 0; // of the step that it stands at
};

}

// A block: how many places, the places, then for each step the number of its place and the difference of the heap's bytes.
void StepSummaries::pack() {
    PlaceNumbers numbers;
    std::vector<uint8_t> steps;
    steps.reserve(2 * perBlock);
    uint64_t heap = 0;
    for (const StepSummary& summary : m_open) {
        put(steps, numbers.numberOf(placeOf(summary)));
        put(steps, zigzag64(static_cast<int64_t>(summary.heapBytes - heap)));
        heap = summary.heapBytes;
    }
    std::vector<uint8_t> packed;
    const size_t placesBytes = numbers.places.size() * sizeof(Place);
    packed.reserve(2 + placesBytes + steps.size());
    put(packed, numbers.places.size());
    const auto* places = reinterpret_cast<const uint8_t*>(numbers.places.data());
    packed.insert(packed.end(), places, places + placesBytes);
    packed.insert(packed.end(), steps.begin(), steps.end());
    m_packed.push_back(std::move(packed));
    m_added = 0;
}

void StepSummaries::unpack(uint64_t step, Block& block) const {
    const uint64_t number = step / perBlock;
    if (number >= m_packed.size()) {
        block = m_open;
        return;
    }
    BlockReader reader(m_packed[number]);
    for (StepSummary& summary : block) {
        reader.next();
        summary = reader.summary();
    }
}

void StepSummaries::append(uint64_t step, size_t count, std::vector<StepSummary>& to) const {
    const uint64_t number = step / perBlock, first = step % perBlock;
    if (number >= m_packed.size()) {
        to.insert(to.end(), m_open.begin() + static_cast<ptrdiff_t>(first), m_open.begin() + static_cast<ptrdiff_t>(first + count));
        return;
    }
    BlockReader reader(m_packed[number]);
    for (uint64_t i = 0; i < first; ++i) reader.next();
    for (size_t i = 0; i < count; ++i) {
        reader.next();
        to.push_back(reader.summary());
    }
}

StepSummary StepSummaries::at(uint64_t step) const {
    const uint64_t number = step / perBlock;
    if (number >= m_packed.size()) return m_open[step % perBlock];
    BlockReader reader(m_packed[number]);
    for (uint64_t i = 0; i <= step % perBlock; ++i) reader.next();
    return reader.summary();
}

uint64_t StepSummaries::packedBytes() const {
    uint64_t bytes = 0;
    for (const std::vector<uint8_t>& block : m_packed) bytes += block.size();
    return bytes;
}

}

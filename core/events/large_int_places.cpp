// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/large_int_places.h"

#include <algorithm>

namespace memtape {

bool LargeIntPlaces::find(const IntOrigin::Operand& operand, IntOperand& found, Oldest& oldest) {
    if (!operand.object) {
        found = {0, operand.number};
        return true;
    }
    const Entry& entry = entryOf(operand.object);
    if (entry.object != operand.object || entry.bytes > largestOperand) return false;
    found = {entry.place, 0};
    oldest.number = std::min(oldest.number, entry.oldest.number);
    oldest.event = std::min(oldest.event, entry.oldest.event);
    return true;
}

bool LargeIntPlaces::compute(const IntOrigin& origin, uint64_t bytes, uint64_t event, ComputedInt& formula) {
    if (bytes < leastComputed || bytes > largestComputed) return false;
    Oldest oldest{m_told, event};
    if (!find(origin.left, formula.left, oldest) || !find(origin.right, formula.right, oldest)) return false;
    // Short values are written in full more often: a chain costs who reads it, and saves little.
    const uint32_t longest = static_cast<uint32_t>(std::clamp<uint64_t>(bytes / 2, 16, mostComputed));
    if (m_told - oldest.number >= longest || event - oldest.event > farthestComputed) return false;
    formula.operation = origin.operation;
    m_oldest = oldest;
    return true;
}

void LargeIntPlaces::add(Granule object, uint64_t bytes, PayloadPlace place) {
    entryOf(object) = {object, static_cast<uint32_t>(bytes), place, isComputed(place) ? m_oldest : Oldest()};
    m_told++;
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Two sorted runs that lie side by side become one, stably. The shorter one is copied out of the way, and the gap is filled from the side where
// it was. At first one entry is moved at a time; when one run has won some times in a row, as many as it gives at once are looked for by
// galloping, until that brings little. How many times it takes is learnt as a sort goes on.

#include "core/python/objects/containers/sort/sort_order.h"
#include "core/python/objects/containers/sort/sort_span.h"
#include "core/python/objects/containers/sort/sorted_search.h"

namespace memtape {

// Room for the shorter run, kept from merge to merge.
class SpareRoom {
public:
    explicit SpareRoom(bool withItems) : m_withItems(withItems) {}
    ~SpareRoom();
    SpareRoom(const SpareRoom&) = delete;
    SpareRoom& operator=(const SpareRoom&) = delete;
    // Room for so many keys, and their items. What was there is given up. False: MemoryError is pending.
    bool ensure(ssize count);
    SortSpan span() const { return {m_block, m_withItems ? m_block + m_count : nullptr}; }

private:
    static constexpr ssize fewWords = 256;

    Object* m_few[fewWords];
    Object** m_block = m_few;
    bool m_withItems;
    ssize m_count = m_withItems ? fewWords / 2 : fewWords;
};

class RunMerger {
public:
    RunMerger(const SortOrder& order, bool withItems) : m_order(order), m_room(withItems) {}
    // Merges the runs of `left` and `right` entries that begin at `span`, neither empty. False: an exception is pending, and the entries are
    // all there, in no order that is promised.
    bool merge(SortSpan span, ssize left, ssize right);

private:
    template <Beginning> friend class RunMerge;

    const SortOrder& m_order;
    SpareRoom m_room;
    ssize m_winsToGallop = 7; // at least 1
};

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Two sorted runs that lie side by side become one, stably. The shorter one is copied out of the way, and the gap is filled from the side where
// it was. At first one entry is moved at a time; when one run has won some times in a row, as many as it gives at once are looked for by
// galloping, until that brings little. How many times it takes is learnt as a sort goes on.

#include <cstdlib>

#include "core/python/objects/containers/sort/sort_span.h"
#include "core/python/objects/containers/sort/sorted_search.h"
#include "core/python/objects/exceptions/errors.h"

namespace memtape {

// Room for the shorter run, kept from merge to merge.
class SpareRoom {
public:
    explicit SpareRoom(bool withItems) : m_withItems(withItems) {}
    ~SpareRoom() { release(); }
    SpareRoom(const SpareRoom&) = delete;
    SpareRoom& operator=(const SpareRoom&) = delete;
    // Room for so many keys, and their items. What was there is given up. False: MemoryError is pending.
    bool ensure(ssize count) {
        if (count <= m_count) return true;
        release();
        const size_t words = static_cast<size_t>(count) * (m_withItems ? 2 : 1);
        m_block = static_cast<Object**>(std::malloc(words * sizeof(Object*)));
        m_count = m_block ? count : 0;
        return m_block || raiseMemoryError();
    }
    SortSpan span() const { return {m_block, m_withItems ? m_block + m_count : nullptr}; }

private:
    static constexpr ssize fewWords = 256;

    Object* m_few[fewWords];
    Object** m_block = m_few;
    bool m_withItems;
    ssize m_count = m_withItems ? fewWords / 2 : fewWords;

    void release() {
        if (m_block != m_few) std::free(m_block);
    }
};

// One merge, which fills the gap from the front (the left run was copied) or from the back (the right one was).
template <Beginning beginning, class Order> class RunMerge {
public:
    RunMerge(const Order& order, ssize& winsToGallop, SortSpan room, SortSpan left, ssize leftCount, SortSpan right, ssize rightCount);
    bool run();

private:
    static constexpr bool forward = beginning == Beginning::Front;
    static constexpr ssize longStretch = 7; // from so many on, galloping pays

    // What is left of a run: `end` is the end at which it is eaten up, before its first entry or behind its last.
    struct Side {
        SortSpan end;
        ssize left;
        Object* next() const { return end.keys[forward ? 0 : -1]; }
        Object* const* first() const { return forward ? end.keys : end.keys - left; }
    };
    enum class Progress { Failed, Complete, Continues };

    const Order m_order;
    ssize& m_winsToGallop;
    Side m_left, m_right;

    // The gap lies between the resting run and what has been merged, as large as what is left of the copied run.
    Side& copied() { return forward ? m_left : m_right; }
    Side& resting() { return forward ? m_right : m_left; }
    void takeOne(Side& side);
    void take(Side& side, ssize count);
    // Complete means that no comparison is needed: a run is used up, or the last of the copied one is known to belong at the far end.
    bool isComplete() { return resting().left == 0 || copied().left <= 1; }
    Progress takeSingly();
    Progress takeStretches();
    template <AmongEquals place> ssize stretch(const Side& side, const Side& other) const;
};

template <Beginning beginning, class Order> RunMerge<beginning, Order>::RunMerge(const Order& order, ssize& winsToGallop, SortSpan room,
                                                                                 SortSpan left, ssize leftCount, SortSpan right, ssize rightCount)
    : m_order(order),
      m_winsToGallop(winsToGallop),
      m_left{left, leftCount},
      m_right{right, rightCount} {
    if constexpr (!forward) {
        m_left.end = left.at(leftCount);
        m_right.end = right.at(rightCount);
    }
    room.take(forward ? left : right, copied().left);
    copied().end = forward ? room : room.at(copied().left);
}

template <Beginning beginning, class Order> inline void RunMerge<beginning, Order>::takeOne(Side& side) {
    constexpr ssize next = forward ? 0 : -1, step = forward ? 1 : -1;
    const SortSpan to = resting().end;
    const ssize gap = forward ? -copied().left : copied().left - 1;
    to.keys[gap] = side.end.keys[next];
    if (to.items) {
        to.items[gap] = side.end.items[next];
        side.end.items += step;
    }
    side.end.keys += step;
    --side.left;
}

template <Beginning beginning, class Order> void RunMerge<beginning, Order>::take(Side& side, ssize count) {
    const SortSpan from = forward ? side.end : side.end.at(-count);
    resting().end.at(forward ? -copied().left : copied().left - count).take(from, count);
    side.end = side.end.at(forward ? count : -count);
    side.left -= count;
}

template <Beginning beginning, class Order> bool RunMerge<beginning, Order>::run() {
    takeOne(resting()); // known to come first: that is how far the runs were trimmed
    Progress progress = isComplete() ? Progress::Complete : Progress::Continues;
    while (progress == Progress::Continues) {
        progress = takeSingly();
        if (progress == Progress::Continues) progress = takeStretches();
    }
    // After a failure the gap is as large as what was copied and has not been taken; else what rests goes first.
    if (progress == Progress::Complete) take(resting(), resting().left);
    take(copied(), copied().left);
    return progress == Progress::Complete;
}

// Until one run has won so many times in a row that galloping is worth a try.
template <Beginning beginning, class Order> typename RunMerge<beginning, Order>::Progress RunMerge<beginning, Order>::takeSingly() {
    ssize restingWins = 0, copiedWins = 0;
    for (;;) {
        // From the front the smaller one is taken, from the back the larger: the same question, whose yes is for the resting run.
        const int less = m_order.less(m_right.next(), m_left.next());
        if (less < 0) return Progress::Failed;
        if (less) {
            takeOne(resting());
            if (resting().left == 0) return Progress::Complete;
            copiedWins = 0;
            if (++restingWins >= m_winsToGallop) return Progress::Continues;
        } else {
            takeOne(copied());
            if (copied().left == 1) return Progress::Complete;
            restingWins = 0;
            if (++copiedWins >= m_winsToGallop) return Progress::Continues;
        }
    }
}

// How many entries of `side` are taken before the next of the other one. -1: exception.
template <Beginning beginning, class Order> template <AmongEquals place>
ssize RunMerge<beginning, Order>::stretch(const Side& side, const Side& other) const {
    const ssize before = gallopingSearch<place>(other.next(), side.first(), side.left, beginning, m_order);
    return forward || before < 0 ? before : side.left - before;
}

// Whole stretches of the left run and of the right one by turns, as long as one of the two is long. Each turn makes it easier to gallop
// again, leaving makes it harder.
template <Beginning beginning, class Order> typename RunMerge<beginning, Order>::Progress RunMerge<beginning, Order>::takeStretches() {
    for (;;) {
        const ssize ofLeft = stretch<AmongEquals::Last>(m_left, m_right);
        if (ofLeft < 0) return Progress::Failed;
        take(m_left, ofLeft);
        if (isComplete()) return Progress::Complete;
        takeOne(m_right);
        if (isComplete()) return Progress::Complete;

        const ssize ofRight = stretch<AmongEquals::First>(m_right, m_left);
        if (ofRight < 0) return Progress::Failed;
        take(m_right, ofRight);
        if (isComplete()) return Progress::Complete;
        takeOne(m_left);
        if (isComplete()) return Progress::Complete;

        if (ofLeft < longStretch && ofRight < longStretch) break;
        if (m_winsToGallop > 1) --m_winsToGallop;
    }
    ++m_winsToGallop;
    return Progress::Continues;
}

template <class Order> class RunMerger {
public:
    RunMerger(const Order& order, bool withItems) : m_order(order), m_room(withItems) {}
    // Merges the runs of `left` and `right` entries that begin at `span`, neither empty. False: an exception is pending, and the entries are
    // all there, in no order that is promised.
    bool merge(SortSpan span, ssize left, ssize right);

private:
    const Order& m_order;
    SpareRoom m_room;
    ssize m_winsToGallop = 7; // at least 1
};

template <class Order> bool RunMerger<Order>::merge(SortSpan span, ssize left, ssize right) {
    // What of the left run is not above the first of the right one lies where it belongs; so does what of the right one is not below the last of the left.
    SortSpan middle = span.at(left);
    const ssize inPlace = gallopingSearch<AmongEquals::Last>(middle.keys[0], span.keys, left, Beginning::Front, m_order);
    if (inPlace < 0) return false;
    if (inPlace == left) return true;
    span = span.at(inPlace);
    left -= inPlace;
    right = gallopingSearch<AmongEquals::First>(span.keys[left - 1], middle.keys, right, Beginning::Back, m_order);
    if (right <= 0) return right == 0;
    if (!m_room.ensure(std::min(left, right))) return false;
    if (left <= right) return RunMerge<Beginning::Front, Order>(m_order, m_winsToGallop, m_room.span(), span, left, middle, right).run();
    return RunMerge<Beginning::Back, Order>(m_order, m_winsToGallop, m_room.span(), span, left, middle, right).run();
}

}

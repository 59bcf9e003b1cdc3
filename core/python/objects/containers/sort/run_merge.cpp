// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/objects/containers/sort/run_merge.h"

#include <cstdlib>

#include "core/python/objects/exceptions/errors.h"

namespace memtape {

SpareRoom::~SpareRoom() {
    if (m_block != m_few) std::free(m_block);
}

bool SpareRoom::ensure(ssize count) {
    if (count <= m_count) return true;
    if (m_block != m_few) std::free(m_block);
    const size_t words = static_cast<size_t>(count) * (m_withItems ? 2 : 1);
    m_block = static_cast<Object**>(std::malloc(words * sizeof(Object*)));
    m_count = m_block ? count : 0;
    return m_block || raiseMemoryError();
}

// One merge, which fills the gap from the front (the left run was copied) or from the back (the right one was).
template <Beginning beginning> class RunMerge {
public:
    RunMerge(RunMerger& merger, SortSpan left, ssize leftCount, SortSpan right, ssize rightCount);
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

    RunMerger& m_merger;
    const SortOrder& m_order;
    Side m_left, m_right;
    SortSpan m_gap; // its end that is filled next

    Side& copied() { return forward ? m_left : m_right; }
    Side& resting() { return forward ? m_right : m_left; }
    void take(Side& side, ssize count);
    // Complete means that no comparison is needed: a run is used up, or the last of the copied one is known to belong at the far end.
    bool isComplete() { return resting().left == 0 || copied().left <= 1; }
    Progress takeSingly();
    Progress takeStretches();
    template <AmongEquals place> ssize stretch(const Side& side, const Side& other) const;
};

template <Beginning beginning> RunMerge<beginning>::RunMerge(RunMerger& merger, SortSpan left, ssize leftCount, SortSpan right, ssize rightCount)
    : m_merger(merger),
      m_order(merger.m_order),
      m_left{left, leftCount},
      m_right{right, rightCount} {
    const SortSpan room = merger.m_room.span();
    if constexpr (!forward) {
        m_left.end = left.at(leftCount);
        m_right.end = right.at(rightCount);
    }
    m_gap = copied().end;
    room.take(forward ? left : right, copied().left);
    copied().end = forward ? room : room.at(copied().left);
}

template <Beginning beginning> inline void RunMerge<beginning>::take(Side& side, ssize count) {
    if constexpr (!forward) {
        m_gap = m_gap.at(-count);
        side.end = side.end.at(-count);
    }
    m_gap.take(side.end, count);
    if constexpr (forward) {
        m_gap = m_gap.at(count);
        side.end = side.end.at(count);
    }
    side.left -= count;
}

template <Beginning beginning> bool RunMerge<beginning>::run() {
    take(resting(), 1); // known to come first: that is how far the runs were trimmed
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
template <Beginning beginning> typename RunMerge<beginning>::Progress RunMerge<beginning>::takeSingly() {
    ssize restingWins = 0, copiedWins = 0;
    for (;;) {
        // From the front the smaller one is taken, from the back the larger: the same question, whose yes is for the resting run.
        const int less = m_order.less(m_right.next(), m_left.next());
        if (less < 0) return Progress::Failed;
        if (less) {
            take(resting(), 1);
            if (resting().left == 0) return Progress::Complete;
            copiedWins = 0;
            if (++restingWins >= m_merger.m_winsToGallop) return Progress::Continues;
        } else {
            take(copied(), 1);
            if (copied().left == 1) return Progress::Complete;
            restingWins = 0;
            if (++copiedWins >= m_merger.m_winsToGallop) return Progress::Continues;
        }
    }
}

// How many entries of `side` are taken before the next of the other one. -1: exception.
template <Beginning beginning> template <AmongEquals place> ssize RunMerge<beginning>::stretch(const Side& side, const Side& other) const {
    const ssize before = gallopingSearch<place>(other.next(), side.first(), side.left, beginning, m_order);
    return forward || before < 0 ? before : side.left - before;
}

// Whole stretches of the left run and of the right one by turns, as long as one of the two is long. Each turn makes it easier to gallop
// again, leaving makes it harder.
template <Beginning beginning> typename RunMerge<beginning>::Progress RunMerge<beginning>::takeStretches() {
    for (;;) {
        const ssize ofLeft = stretch<AmongEquals::Last>(m_left, m_right);
        if (ofLeft < 0) return Progress::Failed;
        take(m_left, ofLeft);
        if (isComplete()) return Progress::Complete;
        take(m_right, 1);
        if (isComplete()) return Progress::Complete;

        const ssize ofRight = stretch<AmongEquals::First>(m_right, m_left);
        if (ofRight < 0) return Progress::Failed;
        take(m_right, ofRight);
        if (isComplete()) return Progress::Complete;
        take(m_left, 1);
        if (isComplete()) return Progress::Complete;

        if (ofLeft < longStretch && ofRight < longStretch) break;
        if (m_merger.m_winsToGallop > 1) --m_merger.m_winsToGallop;
    }
    ++m_merger.m_winsToGallop;
    return Progress::Continues;
}

bool RunMerger::merge(SortSpan span, ssize left, ssize right) {
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
    if (left <= right) return RunMerge<Beginning::Front>(*this, span, left, middle, right).run();
    return RunMerge<Beginning::Back>(*this, span, left, middle, right).run();
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/objects/containers/sort/merge_sort.h"

#include "core/python/objects/containers/sort/natural_run.h"
#include "core/python/objects/containers/sort/run_merge.h"
#include "core/python/objects/containers/sort/sort_order.h"
#include "core/python/objects/model/interpreter.h"

namespace memtape {

namespace {

// Runs are made at least so long, where there are as many entries: 32 to 64, such that count / length is a power of two or a little less.
ssize shortestRun(ssize count) {
    int shift = 0;
    while (count >> shift >= 64) ++shift;
    const bool rest = (count & ((ssize{1} << shift) - 1)) != 0;
    return (count >> shift) + rest;
}

template <class Order> class MergeSort {
public:
    MergeSort(SortSpan span, ssize count, const Order& order)
        : m_span(span),
          m_count(count),
          m_order(order),
          m_merger(order, span.items != nullptr) {}
    bool sort();

private:
    // Lies in m_span from `start` on.
    struct Run {
        ssize start, length;
        int borderPower; // of the border to the run before it
    };
    // Powers rise along the stack, and none is above the number of bits of a length.
    static constexpr int mostRuns = 65;

    SortSpan m_span;
    ssize m_count;
    const Order& m_order;
    RunMerger<Order> m_merger;
    Run m_runs[mostRuns]; // found, not merged yet: from left to right
    int m_runCount = 0;

    bool pushRun(ssize start, ssize length);
    bool mergeAll();
    bool mergeWithNext(int index);
    int borderPower(const Run& run, ssize nextLength) const;
};

template <class Order> bool MergeSort<Order>::sort() {
    const ssize shortest = shortestRun(m_count);
    for (ssize start = 0; start < m_count;) {
        const SortSpan rest = m_span.at(start);
        ssize length = findNaturalRun(rest, m_count - start, m_order);
        if (length < 0) return false;
        if (length < shortest) {
            const ssize wanted = std::min(shortest, m_count - start);
            if (!lengthenRun(rest, length, wanted, m_order)) return false;
            length = wanted;
        }
        if (!pushRun(start, length)) return false;
        start += length;
        if (!checkBreaker()) return false;
    }
    return mergeAll();
}

// The middles of two neighbouring runs, as fractions of the whole, have some first binary digits in common: the power is the place of the first
// that differs. (The border is where the ideal tree cuts an interval of 1 / 2 to that power.)
template <class Order> int MergeSort<Order>::borderPower(const Run& run, ssize nextLength) const {
    using Wide = unsigned __int128;
    const auto whole = static_cast<uint64_t>(m_count);
    // Twice the middle's distance from the start; 64 binary digits of it divided by twice the whole.
    const auto digits = [whole](ssize twiceMiddle) { return static_cast<uint64_t>((static_cast<Wide>(twiceMiddle) << 63) / whole); };
    const ssize left = 2 * run.start + run.length, right = 2 * (run.start + run.length) + nextLength;
    return __builtin_clzll(digits(left) ^ digits(right)) + 1;
}

template <class Order> bool MergeSort<Order>::pushRun(ssize start, ssize length) {
    int power = 0;
    if (m_runCount > 0) {
        power = borderPower(m_runs[m_runCount - 1], length);
        while (m_runCount > 1 && m_runs[m_runCount - 1].borderPower > power)
            if (!mergeWithNext(m_runCount - 2)) return false;
    }
    m_runs[m_runCount++] = {start, length, power};
    return true;
}

// No run is to come: the last two become one, or the two before where the third from the end is shorter than the last.
template <class Order> bool MergeSort<Order>::mergeAll() {
    while (m_runCount > 1) {
        const int last = m_runCount - 1;
        const bool shorterBefore = last > 1 && m_runs[last - 2].length < m_runs[last].length;
        if (!mergeWithNext(shorterBefore ? last - 2 : last - 1)) return false;
    }
    return true;
}

template <class Order> bool MergeSort<Order>::mergeWithNext(int index) {
    const Run left = m_runs[index], right = m_runs[index + 1];
    m_runs[index].length += right.length;
    --m_runCount;
    if (index + 1 < m_runCount) m_runs[index + 1] = m_runs[index + 2]; // there is one at most
    return m_merger.merge(m_span.at(left.start), left.length, right.length);
}

}

bool mergeSort(SortSpan span, ssize count) {
    if (count < 2) return true;
    return withOrderOf(span.keys, count, [&](const auto& order) { return MergeSort(span, count, order).sort(); });
}

}

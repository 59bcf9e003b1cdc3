// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/objects/containers/sort/merge_sort.h"

#include "core/python/objects/containers/sort/natural_run.h"
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

}

bool MergeSort::sort() {
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
int MergeSort::borderPower(const Run& run, ssize nextLength) const {
    using Wide = unsigned __int128;
    const auto whole = static_cast<uint64_t>(m_count);
    // Twice the middle's distance from the start; 64 binary digits of it divided by twice the whole.
    const auto digits = [whole](ssize twiceMiddle) { return static_cast<uint64_t>((static_cast<Wide>(twiceMiddle) << 63) / whole); };
    const ssize left = 2 * run.start + run.length, right = 2 * (run.start + run.length) + nextLength;
    return __builtin_clzll(digits(left) ^ digits(right)) + 1;
}

bool MergeSort::pushRun(ssize start, ssize length) {
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
bool MergeSort::mergeAll() {
    while (m_runCount > 1) {
        const int last = m_runCount - 1;
        const bool shorterBefore = last > 1 && m_runs[last - 2].length < m_runs[last].length;
        if (!mergeWithNext(shorterBefore ? last - 2 : last - 1)) return false;
    }
    return true;
}

bool MergeSort::mergeWithNext(int index) {
    const Run left = m_runs[index], right = m_runs[index + 1];
    m_runs[index].length += right.length;
    --m_runCount;
    if (index + 1 < m_runCount) m_runs[index + 1] = m_runs[index + 2]; // there is one at most
    return m_merger.merge(m_span.at(left.start), left.length, right.length);
}

}

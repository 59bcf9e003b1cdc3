// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The sort of list.sort() and sorted(): stable and adaptive, at most n log n comparisons, n - 1 where the keys are in order already.
//
// It is timsort, as Tim Peters describes it (listsort.txt in CPython's sources), with the order of merges that J. Ian Munro and Sebastian Wild found:
// "Nearly-Optimal Mergesorts: Fast, Practical Sorting Methods That Optimally Adapt to Existing Runs" (ESA 2018). The keys are cut into runs that
// are in order, or in reverse order, as they stand; short ones are lengthened by insertion. The border between two runs has a power, its
// depth in the ideal tree of merges, and deeper borders are merged away first.
//
// A comparison may run Python code, so which keys are compared, and in which order, is CPython 3.13's to the last pair: from the paper and
// the description where they say it, else by looking at what CPython compares (tests/programs/containers/list_sort_comparisons.py).

#include "core/python/objects/containers/sort/run_merge.h"
#include "core/python/objects/containers/sort/sort_order.h"
#include "core/python/objects/containers/sort/sort_span.h"

namespace memtape {

class MergeSort {
public:
    // `span` has `count` entries, at least one.
    MergeSort(SortSpan span, ssize count) : m_span(span), m_count(count), m_order(span.keys, count), m_merger(m_order, span.items != nullptr) {}
    // False: an exception is pending (or the program is to stop), and the entries are all there, in no order that is promised.
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
    SortOrder m_order;
    RunMerger m_merger;
    Run m_runs[mostRuns]; // found, not merged yet: from left to right
    int m_runCount = 0;

    bool pushRun(ssize start, ssize length);
    bool mergeAll();
    bool mergeWithNext(int index);
    int borderPower(const Run& run, ssize nextLength) const;
};

}

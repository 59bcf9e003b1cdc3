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

#include "core/python/objects/containers/sort/sort_span.h"

namespace memtape {

// Sorts `count` entries. False: an exception is pending (or the program is to stop), and the entries are all there, in no order that is promised.
bool mergeSort(SortSpan span, ssize count);

}

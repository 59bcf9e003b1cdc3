// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Search in str over all pairs of widths: the narrower side is widened to the other one's.

#include "core/python/objects/model/native.h"
#include "core/python/objects/text/str_builder.h"

namespace memtape {

// In text[start:end] (clipped by the caller); the place counted from the text's beginning, or -1.
ssize searchFirst(TextView text, TextView part, ssize start, ssize end);
ssize searchLast(TextView text, TextView part, ssize start, ssize end);
ssize searchCount(TextView text, TextView part, ssize start, ssize end, ssize atMost = PTRDIFF_MAX);
bool matchesAt(TextView text, TextView part, ssize at);

// start:end of a slice of `length`, as CPython's ADJUST_INDICES.
inline void adjustIndices(ssize& start, ssize& end, ssize length) {
    if (end > length) end = length;
    else if (end < 0 && (end += length) < 0) end = 0;
    if (start < 0 && (start += length) < 0) start = 0;
}
// The optional start and end arguments of find, count, startswith …: None, or anything with __index__.
bool sliceArgs(Args args, size_t from, ssize* start, ssize* end);

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Finding a part in a sequence of characters or bytes, in linear time: short needles by a skip loop with a filter of the
// needle's characters; where that could become quadratic, Crochemore and Perrin's two-way algorithm.

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace memtape::search {

using ssize = std::ptrdiff_t;

template <class C> ssize findChar(const C* text, ssize length, C c) {
    if constexpr (sizeof(C) == 1) {
        const void* p = length > 0 ? std::memchr(text, static_cast<unsigned char>(c), static_cast<size_t>(length)) : nullptr;
        return p ? static_cast<const C*>(p) - text : -1;
    } else {
        for (ssize i = 0; i < length; ++i)
            if (text[i] == c) return i;
        return -1;
    }
}

// The maximal suffix of the needle by `<` or `>`; its period goes to *period.
template <class C> ssize maximalSuffix(const C* needle, ssize m, ssize* period, bool reversed) {
    ssize i = -1, j = 0, k = 1, p = 1;
    while (j + k < m) {
        C a = needle[j + k], b = needle[i + k];
        if (a == b) {
            if (k == p) j += p, k = 1;
            else ++k;
        } else if (reversed ? a > b : a < b) {
            j += k, k = 1, p = j - i;
        } else {
            i = j++, k = p = 1;
        }
    }
    *period = p;
    return i + 1;
}

template <class C> ssize findTwoWay(const C* text, ssize n, const C* needle, ssize m) {
    ssize p, q;
    ssize cut = maximalSuffix(needle, m, &p, false), other = maximalSuffix(needle, m, &q, true);
    ssize period = p;
    if (other > cut) cut = other, period = q;
    if (cut + period <= m && std::memcmp(needle, needle + period, static_cast<size_t>(cut) * sizeof(C)) == 0) {
        ssize memory = 0; // so many characters of the needle are known to match
        for (ssize at = 0; at <= n - m;) {
            ssize i = cut > memory ? cut : memory;
            while (i < m && needle[i] == text[at + i]) ++i;
            if (i < m) {
                at += i - cut + 1;
                memory = 0;
                continue;
            }
            i = cut - 1;
            while (i >= memory && needle[i] == text[at + i]) --i;
            if (i < memory) return at;
            at += period;
            memory = m - period;
        }
        return -1;
    }
    period = (cut > m - cut ? cut : m - cut) + 1;
    for (ssize at = 0; at <= n - m;) {
        ssize i = cut;
        while (i < m && needle[i] == text[at + i]) ++i;
        if (i < m) {
            at += i - cut + 1;
            continue;
        }
        i = cut - 1;
        while (i >= 0 && needle[i] == text[at + i]) --i;
        if (i < 0) return at;
        at += period;
    }
    return -1;
}

// The first place of the needle in the text, or -1.
template <class C> ssize find(const C* text, ssize n, const C* needle, ssize m) {
    if (m > n) return -1;
    if (m == 0) return 0;
    if (m == 1) return findChar(text, n, needle[0]);
    uint64_t filter = 0;
    for (ssize i = 0; i < m; ++i) filter |= uint64_t{1} << (needle[i] & 63);
    ssize last = m - 1, skip = last;
    for (ssize i = 0; i < last; ++i)
        if (needle[i] == needle[last]) skip = last - i - 1;
    ssize work = 0; // characters compared in vain
    for (ssize i = 0; i <= n - m; ++i) {
        if (text[i + last] == needle[last]) {
            ssize j = 0;
            while (j < last && text[i + j] == needle[j]) ++j;
            if (j == last) return i;
            work += j + 1;
            if (work > 2 * (i + m) + 2000 && m > 8) {
                ssize rest = findTwoWay(text + i + 1, n - i - 1, needle, m);
                return rest < 0 ? -1 : rest + i + 1;
            }
            if (i + m < n && !(filter >> (text[i + m] & 63) & 1)) i += m;
            else i += skip;
        } else if (i + m < n && !(filter >> (text[i + m] & 63) & 1)) {
            i += m;
        }
    }
    return -1;
}

template <class C> ssize findLast(const C* text, ssize n, const C* needle, ssize m) {
    if (m > n) return -1;
    if (m == 0) return n;
    uint64_t filter = 0;
    for (ssize i = 0; i < m; ++i) filter |= uint64_t{1} << (needle[i] & 63);
    for (ssize i = n - m; i >= 0; --i) {
        if (text[i] == needle[0] && std::memcmp(text + i, needle, static_cast<size_t>(m) * sizeof(C)) == 0) return i;
        if (i > 0 && !(filter >> (text[i - 1] & 63) & 1)) i -= m;
    }
    return -1;
}

template <class C> ssize count(const C* text, ssize n, const C* needle, ssize m, ssize atMost = PTRDIFF_MAX) {
    if (m > n) return 0;
    if (m == 0) return n + 1 < atMost ? n + 1 : atMost;
    ssize found = 0;
    for (ssize at = 0; found < atMost;) {
        ssize next = find(text + at, n - at, needle, m);
        if (next < 0) break;
        ++found;
        at += next + m;
    }
    return found;
}

}

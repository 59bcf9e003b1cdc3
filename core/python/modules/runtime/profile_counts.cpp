// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/modules/runtime/profile_counts.h"

namespace memtape {

void ProfileCounts::Count::end(int64_t total, int64_t own) {
    if (--depth == 0) totalTicks += total;
    else ++recursiveCalls;
    ownTicks += own;
    ++calls;
}

size_t ProfileCounts::numberOf(const void* key) {
    auto [at, isNew] = m_numbers.try_emplace(key, m_functions.size());
    if (isNew) m_functions.emplace_back();
    return at->second;
}

void ProfileCounts::enter(size_t function, int64_t now, bool countsPairs) {
    Count* pair = countsPairs && !m_calls.empty() ? &m_functions[m_calls.back().function].callees[function] : nullptr;
    ++m_functions[function].depth;
    if (pair) ++pair->depth;
    m_calls.push_back({function, now, 0, pair});
}

void ProfileCounts::leave(int64_t now) {
    if (m_calls.empty()) return;
    const Call call = m_calls.back();
    m_calls.pop_back();
    const int64_t total = now - call.begun, own = total - call.calleeTicks;
    if (!m_calls.empty()) m_calls.back().calleeTicks += total;
    m_functions[call.function].end(total, own);
    if (call.pair) call.pair->end(total, own);
}

void ProfileCounts::clear() {
    m_numbers.clear();
    m_functions.clear();
    m_calls.clear();
}

}

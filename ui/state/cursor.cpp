// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/cursor.h"

#include <algorithm>

namespace memtape {

uint64_t Cursor::within(uint64_t step) const { return std::max(std::min({step, m_count - 1, m_barrier}), m_first); }

void Cursor::setStepCount(uint64_t count) {
    if (count == m_count) return;
    m_count = count;
    Q_EMIT stepCountChanged(count);
    if (m_step >= count) moveTo(count ? count - 1 : 0);
}

void Cursor::reset(uint64_t count, uint64_t step, uint64_t first) {
    m_count = count;
    m_first = count > first ? first : 0;
    m_step = count ? std::clamp(step, m_first, count - 1) : 0;
    m_back.clear();
    m_forward.clear();
    setBarrier(UINT64_MAX);
    setMark(std::nullopt);
    Q_EMIT stepCountChanged(m_count);
    Q_EMIT stepChanged(m_step);
}

void Cursor::moveTo(uint64_t step) {
    if (m_count == 0) return;
    step = within(step);
    if (step == m_step) return;
    m_step = step;
    Q_EMIT stepChanged(step);
}

void Cursor::jumpTo(uint64_t step) {
    if (m_count == 0 || within(step) == m_step) return;
    m_back.append(m_step);
    if (m_back.size() > 200) m_back.removeFirst();
    m_forward.clear();
    moveTo(step);
}

void Cursor::setBarrier(uint64_t step) {
    if (step == m_barrier) return;
    m_barrier = step;
    if (m_step > step) moveTo(step);
    Q_EMIT barrierChanged();
}

void Cursor::setMark(std::optional<uint64_t> step) {
    if (step == m_mark) return;
    m_mark = step;
    Q_EMIT markChanged();
}

void Cursor::goBack() {
    if (m_back.isEmpty()) return;
    m_forward.append(m_step);
    moveTo(m_back.takeLast());
}

void Cursor::goForward() {
    if (m_forward.isEmpty()) return;
    m_back.append(m_step);
    moveTo(m_forward.takeLast());
}

}

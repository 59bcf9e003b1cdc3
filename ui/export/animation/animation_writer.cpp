// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/animation/animation_writer.h"

#include <algorithm>
#include <cstring>

namespace memtape {

QRect changedPart(const QImage& before, const QImage& after) {
    const int width = after.width();
    auto line = [](const QImage& image, int y) { return reinterpret_cast<const QRgb*>(image.constScanLine(y)); };
    int left = width, right = -1, top = -1, bottom = -1;
    for (int y = 0; y < after.height(); ++y) {
        const QRgb *old = line(before, y), *now = line(after, y);
        if (std::memcmp(old, now, size_t(width) * sizeof(QRgb)) == 0) continue;
        if (top < 0) top = y;
        bottom = y;
        int first = 0, last = width - 1;
        while (old[first] == now[first]) ++first;
        while (old[last] == now[last]) --last;
        left = std::min(left, first);
        right = std::max(right, last);
    }
    return top < 0 ? QRect() : QRect(QPoint(left, top), QPoint(right, bottom));
}

void AnimationWriter::add(const QImage& frame, int time) {
    const QRect changed = m_pending.isNull() ? frame.rect() : changedPart(m_pending, frame);
    if (changed.isEmpty()) return;
    putPending(time);
    m_before = m_pending;
    m_pending = frame;
    m_changed = changed;
    m_from = time;
}

void AnimationWriter::putPending(int until) {
    if (!m_pending.isNull()) put(m_pending, m_before, m_changed, m_from, until);
}

QByteArray AnimationWriter::finish(int time) {
    putPending(time);
    return close(time);
}

}

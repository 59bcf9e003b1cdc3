// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/timeline/watch_curve.h"

#include <algorithm>
#include <cmath>

namespace memtape {

void WatchCurve::join(WatchPoint& into, const WatchPoint& next) {
    if (next.hasNumber) {
        into.least = into.hasNumber ? std::min(into.least, next.least) : next.least;
        into.most = into.hasNumber ? std::max(into.most, next.most) : next.most;
        into.last = next.last;
        into.hasNumber = true;
    }
    into.hasGap |= next.hasGap;
    into.kind = next.kind;
    into.text = next.text;
}

void WatchCurve::add(uint64_t step, const WatchedValue& value, const QString& text) {
    using Kind = WatchedValue::Kind;
    WatchPoint point{.step = step, .kind = value.kind};
    point.hasGap = value.kind == Kind::Absent;
    if (value.kind == Kind::Number && std::isfinite(value.number)) {
        point.least = point.most = point.last = value.number;
        point.hasNumber = true;
        m_least = m_hasNumbers ? std::min(m_least, value.number) : value.number;
        m_most = m_hasNumbers ? std::max(m_most, value.number) : value.number;
        m_hasNumbers = true;
    } else if (value.kind != Kind::Absent) {
        point.kind = Kind::Other;
        if (wantsText() && !text.isEmpty()) {
            point.text = int(m_texts.size());
            m_texts.append(text);
        }
    }
    if (m_grain > 1 && !m_points.isEmpty() && m_points.last().step / m_grain == step / m_grain) {
        join(m_points.last(), point);
        return;
    }
    m_points.append(point);
    if (m_points.size() > mostPoints) coarsen();
}

void WatchCurve::coarsen() {
    while (m_points.size() > mostPoints / 2) {
        m_grain *= 2;
        qsizetype kept = 0;
        for (qsizetype i = 1; i < m_points.size(); ++i) {
            if (m_points[kept].step / m_grain == m_points[i].step / m_grain) join(m_points[kept], m_points[i]);
            else m_points[++kept] = m_points[i];
        }
        m_points.resize(kept + 1);
    }
}

qsizetype WatchCurve::pointAt(uint64_t step) const {
    auto behind = std::upper_bound(m_points.begin(), m_points.end(), step, [](uint64_t at, const WatchPoint& point) { return at < point.step; });
    return behind - m_points.begin() - 1;
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a watched value was over a run, as far as a small graph needs it: from which step on it was what. Of a value that changes very often neighbouring
// changes become one point, with the least and the most between them, so that a run of any length takes little.

#include <QString>
#include <QVector>
#include <cstdint>

#include "core/replay/find/watch.h"

namespace memtape {

struct WatchPoint {
    uint64_t step = 0;
    WatchedValue::Kind kind = WatchedValue::Kind::Absent; // of the last change in it
    double least = 0, most = 0, last = 0;                 // of the numbers in it
    bool hasNumber = false, hasGap = false;               // a number was there; nothing was, for a while
    int text = -1;                                        // of WatchCurve::text; −1: none is kept
};

class WatchCurve {
public:
    static constexpr qsizetype mostPoints = 1 << 16, mostTexts = 400;

    void add(uint64_t step, const WatchedValue& value, const QString& text); // in order of steps
    bool wantsText() const { return m_texts.size() < mostTexts; }
    const QVector<WatchPoint>& points() const { return m_points; }
    QString text(const WatchPoint& point) const { return point.text < 0 ? QString() : m_texts[point.text]; } // of what is no number
    qsizetype pointAt(uint64_t step) const;                                                                  // that holds there; −1: none yet
    bool hasNumbers() const { return m_hasNumbers; }
    double least() const { return m_least; } // of the whole run
    double most() const { return m_most; }
    uint64_t grain() const { return m_grain; } // so many steps may be one point

private:
    static void join(WatchPoint& into, const WatchPoint& next);
    void coarsen();

    QVector<WatchPoint> m_points;
    QVector<QString> m_texts;
    uint64_t m_grain = 1;
    bool m_hasNumbers = false;
    double m_least = 0, m_most = 0;
};

}

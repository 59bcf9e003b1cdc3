// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where the user stands in the run, and the places jumped from, as a browser keeps them. Single steps make no history; jumps do.

#include <QObject>
#include <QVector>
#include <cstdint>
#include <optional>

namespace memtape {

class Cursor : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    uint64_t step() const { return m_step; }
    uint64_t firstStep() const { return m_first; } // the first that the run has
    uint64_t stepCount() const { return m_count; }
    bool atStart() const { return m_step <= m_first; }
    bool atEnd() const { return m_count == 0 || m_step + 1 >= m_count || m_step >= m_barrier; }
    // A new run, or one that has grown; the step is kept where it still exists.
    void setStepCount(uint64_t count);
    void reset(uint64_t count, uint64_t step, uint64_t first = 0);
    void moveTo(uint64_t step); // to a neighbour, or while scrubbing
    void jumpTo(uint64_t step); // remembers where it came from
    bool canGoBack() const { return !m_back.isEmpty(); }
    bool canGoForward() const { return !m_forward.isEmpty(); }
    // While a question is open nothing moves past its step, whoever asks.
    void setBarrier(uint64_t step);
    void clearBarrier() { setBarrier(UINT64_MAX); }
    uint64_t barrier() const { return m_barrier; }
    // A step that the user has marked, to see what came and went since.
    std::optional<uint64_t> mark() const { return m_mark; }
    void setMark(std::optional<uint64_t> step);
    void goBack();
    void goForward();

Q_SIGNALS:
    void stepChanged(quint64 step);
    void stepCountChanged(quint64 count);
    void barrierChanged();
    void markChanged();

private:
    uint64_t within(uint64_t step) const; // what there is
    uint64_t m_step = 0, m_first = 0, m_count = 0, m_barrier = UINT64_MAX;
    std::optional<uint64_t> m_mark;
    QVector<uint64_t> m_back, m_forward;
};

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How long the window may be kept from painting while it takes in a run that is being recorded, or learnt, faster than it can follow.
// What is left over waits for the next turn.

#include <QElapsedTimer>

namespace memtape {

class AtOnce {
public:
    AtOnce() { m_clock.start(); }
    bool isOver() { return m_asked++ > 0 && m_clock.elapsed() >= 12; } // never before the first piece
    static constexpr int nextTurn = 40;                                // milliseconds from one turn to the next

private:
    QElapsedTimer m_clock;
    int m_asked = 0;
};

}

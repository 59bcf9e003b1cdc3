// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How often each line of the program has run up to a step: kept for one step, and moved from there.

#include <QHash>
#include <QVector>
#include <cstdint>

namespace memtape {

class Run;

class RunCounts {
public:
    void reset(uint32_t file);
    bool moveTo(Run& run, uint64_t step); // false: not yet there, call again
    int count(int line) const { return line >= 0 && line < m_counts.size() ? m_counts[line] : 0; }
    int lines() const { return int(m_counts.size()); }

private:
    bool inFile(const Run& run, uint32_t code);

    QVector<int> m_counts;
    QHash<uint32_t, bool> m_known; // code → is it of the file
    uint64_t m_step = 0;
    uint32_t m_file = 0;
};

}

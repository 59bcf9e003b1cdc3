// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the timeline draws of a stretch of the run: calls as nested bars, live heap bytes as a staircase, ticks by kind. A stretch that
// has more steps than pixels is drawn from buckets, which double their width as the run grows; so memory stays bounded.

#include <QString>
#include <QVector>
#include <array>
#include <cstdint>

namespace memtape {

class Run;
struct StepSummary;

struct CallBar {
    uint64_t begin = 0, end = 0; // first step inside, first step after
    uint32_t depth = 0;          // 1: the module
    uint32_t code = 0;
};

struct BytePoint {
    uint64_t step = 0;
    uint64_t bytes = 0;
};

// What happened in a few steps, or in one: in how many of them, by kind.
struct TickMark {
    enum Kind : uint8_t { Made, Released, Exception, Output, Collection, KindCount };
    uint64_t step = 0; // the first of them
    uint64_t span = 1; // how many they are
    std::array<uint32_t, KindCount> steps{};
    bool has(Kind kind) const { return steps[kind] != 0; }
    bool isEmpty() const { return steps == std::array<uint32_t, KindCount>{}; }
    void add(const TickMark& other) {
        for (size_t kind = 0; kind < KindCount; ++kind) steps[kind] += other.steps[kind];
    }
};

struct TimelineStretch {
    QVector<CallBar> calls;
    QVector<BytePoint> bytes;
    QVector<TickMark> ticks;
    uint64_t mostBytes = 0;
};

class TimelineData {
public:
    void clear();
    bool follow(Run& run);                         // takes in what is new; false: there is more, call again
    uint64_t firstStep() const { return m_first; } // the first that the run has
    uint64_t stepCount() const { return m_seen; }
    uint64_t mostBytes() const { return m_mostBytes; }
    TimelineStretch stretch(Run& run, uint64_t from, uint64_t to, int pixels) const;

private:
    struct Bucket {
        uint64_t mostBytes = 0;
        TickMark ticks;
    };
    void takeIn(const StepSummary& row); // of step m_seen
    void close(CallBar call);
    void halve();

    QVector<CallBar> m_calls; // of few depths and at least a bucket wide, closed
    QVector<CallBar> m_open;  // one a depth
    QVector<Bucket> m_buckets;
    uint64_t m_first = 0; // with which the first bucket begins
    uint64_t m_width = 1; // steps in a bucket
    uint64_t m_seen = 0, m_mostBytes = 0;
};

}

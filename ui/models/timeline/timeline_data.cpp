// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/timeline/timeline_data.h"

#include <algorithm>

#include "ui/models/timeline/follow_steps.h"

namespace memtape {

namespace {

constexpr qsizetype mostBuckets = 8192;
constexpr qsizetype mostCalls = 60000;
constexpr uint32_t deepest = 64;
constexpr uint64_t readAgain = 10000;

TickMark tickOf(const StepSummary& row, uint64_t step) {
    TickMark tick{step};
    tick.steps[TickMark::Made] = row.made;
    tick.steps[TickMark::Released] = row.released;
    tick.steps[TickMark::Exception] = row.kind == StepKind::Exception;
    tick.steps[TickMark::Output] = row.output;
    tick.steps[TickMark::Collection] = row.collected;
    return tick;
}

}

void TimelineData::clear() { *this = TimelineData(); }

void TimelineData::halve() {
    for (qsizetype i = 0; i < m_buckets.size() / 2; ++i) {
        Bucket both = m_buckets[2 * i];
        both.mostBytes = std::max(both.mostBytes, m_buckets[2 * i + 1].mostBytes);
        both.ticks.add(m_buckets[2 * i + 1].ticks);
        m_buckets[i] = both;
    }
    m_buckets.resize(m_buckets.size() / 2);
    m_width *= 2;
    m_calls.removeIf([this](const CallBar& call) { return call.end - call.begin < m_width / 2; });
}

void TimelineData::close(CallBar call) {
    call.end = m_seen;
    if (call.depth <= deepest && call.end - call.begin >= m_width / 2 && m_calls.size() < mostCalls) m_calls.append(call);
}

void TimelineData::takeIn(const StepSummary& row) {
    while (!m_open.isEmpty() && m_open.last().depth > row.depth) close(m_open.takeLast());
    if (row.kind == StepKind::Call || m_open.isEmpty() || m_open.last().depth < row.depth) {
        bool isNext = !m_open.isEmpty() && m_open.last().depth == row.depth; // one call after another, with no step between
        if (isNext) close(m_open.takeLast());
        m_open.append({m_seen, UINT64_MAX, row.depth, row.code});
    }
    if (qsizetype((m_seen - m_first) / m_width) >= mostBuckets) halve();
    qsizetype bucket = qsizetype((m_seen - m_first) / m_width);
    if (bucket >= m_buckets.size()) m_buckets.resize(bucket + 1);
    Bucket& at = m_buckets[bucket];
    at.mostBytes = std::max(at.mostBytes, row.heapBytes);
    at.ticks.add(tickOf(row, m_seen));
    m_mostBytes = std::max(m_mostBytes, row.heapBytes);
}

bool TimelineData::follow(Run& run) {
    m_first = run.firstStep();
    return followSteps(run, m_seen, [this](const StepSummary& row) { takeIn(row); });
}

TimelineStretch TimelineData::stretch(Run& run, uint64_t from, uint64_t to, int pixels) const {
    TimelineStretch out;
    out.mostBytes = m_mostBytes;
    from = std::max(from, m_first);
    to = std::min(to, m_seen);
    auto addCall = [&](const CallBar& call) {
        CallBar bar = call;
        bar.end = std::min(bar.end, m_seen);
        if (bar.end > from && bar.begin < to) out.calls.append(bar);
    };
    for (const CallBar& call : m_open) addCall(call);
    for (const CallBar& call : m_calls) addCall(call);
    if (from >= to) return out;
    if (m_width == 1 || to - from <= readAgain) {
        auto summary = run.summary(from, to);
        for (size_t i = 0; i < summary.size(); ++i) {
            out.bytes.append({from + i, summary[i].heapBytes});
            if (TickMark tick = tickOf(summary[i], from + i); !tick.isEmpty()) out.ticks.append(tick);
        }
        if (m_width > 1) { // short calls were dropped: read them again
            out.calls.removeIf([&](const CallBar& call) { return call.begin >= from && call.end <= to; });
            QVector<CallBar> open;
            for (size_t i = 0; i < summary.size(); ++i) {
                while (!open.isEmpty() && open.last().depth > summary[i].depth) {
                    open.last().end = from + i;
                    out.calls.append(open.takeLast());
                }
                if (summary[i].kind == StepKind::Call) open.append({from + i, to, summary[i].depth, summary[i].code});
            }
            out.calls += open;
        }
        return out;
    }
    qsizetype first = qsizetype((from - m_first) / m_width), last = std::min(m_buckets.size() - 1, qsizetype((to - 1 - m_first) / m_width));
    qsizetype together = std::max<qsizetype>(1, (last - first + 1) / std::max(1, pixels));
    for (qsizetype i = first; i <= last; i += together) {
        Bucket sum;
        for (qsizetype j = i; j < std::min(i + together, last + 1); ++j) {
            sum.mostBytes = std::max(sum.mostBytes, m_buckets[j].mostBytes);
            sum.ticks.add(m_buckets[j].ticks);
        }
        out.bytes.append({m_first + uint64_t(i) * m_width, sum.mostBytes});
        sum.ticks.step = m_first + uint64_t(i) * m_width;
        sum.ticks.span = uint64_t(std::min(together, last + 1 - i)) * m_width;
        if (!sum.ticks.isEmpty()) out.ticks.append(sum.ticks);
    }
    return out;
}

}

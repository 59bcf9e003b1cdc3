// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replay/index/tape_index.h"

#include <algorithm>
#include <chrono>

#include "core/tape/tape.h"

namespace memtape {

TapeIndex::TapeIndex(ReplayShared& shared, bool inBackground, uint64_t budget)
    : m_shared(shared),
      m_first(shared.tape->firstStep()),
      m_player(shared),
      m_budget(budget),
      m_steps(m_first) {
    m_player.memory().setOutputObserver(this);
    if (shared.tape->beginning())
        for (OutputStream stream : {OutputStream::Stdout, OutputStream::Stderr}) {
            std::string& text = m_text[static_cast<unsigned>(stream)];
            text = shared.beginning.printed(shared, stream);
            if (!text.empty()) m_printed.push_back({0, 0, static_cast<uint32_t>(text.size()), stream});
        }
    m_checkpoints.push_back(m_player.checkpoint());
    if (inBackground) m_thread = std::thread([this] { run(); });
}

TapeIndex::~TapeIndex() {
    m_stopping = true;
    if (m_thread.joinable()) m_thread.join();
}

void TapeIndex::run() {
    while (!m_stopping) {
        std::unique_lock lock(m_learning);
        bool any = advance();
        if (!any && atEnd()) return;
        uint64_t events = m_shared.tape->chunkInfo(m_player.position().chunk).firstEvent + m_player.position().events;
        lock.unlock();
        if (!any) m_shared.tape->waitForMore(events, 50);
        // let those in who wait: they are in front of the user
        while (m_waiting.load() > 0 && !m_stopping) std::this_thread::yield();
    }
}

bool TapeIndex::atEnd() {
    if (!m_player.isDamaged()) {
        bool finished = m_shared.tape->isFinished(); // asked first: nothing comes after it
        uint64_t events = m_shared.tape->chunkInfo(m_player.position().chunk).firstEvent + m_player.position().events;
        if (!finished || events < m_shared.tape->eventCount()) return false;
    }
    m_complete.store(true, std::memory_order_release);
    return true;
}

// ---- learning --------------------------------------------------------------------------------------------------------

bool TapeIndex::advance() {
    size_t chunk = m_player.position().chunk;
    uint32_t events = m_player.position().events;
    ChunkInfo info = m_shared.tape->chunkInfo(chunk);
    if (events >= info.events) {
        if (chunk + 1 >= m_shared.tape->chunkCount()) return false;
        info = m_shared.tape->chunkInfo(chunk + 1);
        // at the border: all of the chunk has been played, so a checkpoint can stand here
        if (info.firstEvent - m_lastCheckpoint >= std::max<uint64_t>(m_spacing, m_player.memory().pageCount() * 8)) addCheckpoint();
    }
    return m_player.playChunkBySteps([this] { addSummary(); });
}

void TapeIndex::addSummary() {
    const Memory::Now& now = m_player.memory().now();
    const StepInfo& step = now.step;
    m_summaries.add({step.kind, step.line, step.code, step.depth, now.heapBytes, now.made, now.released, now.printed, now.collected, step.hasResult});
    if (m_summaries.isFull()) {
        std::lock_guard lock(m_mutex);
        m_summaries.pack();
    }
    m_steps.store(steps() + 1, std::memory_order_release); // readers may look at it from now on
}

void TapeIndex::addCheckpoint() {
    Checkpoint c = m_player.checkpoint();
    // the next chunk's beginning, not this one's end: there is nothing to skip then
    c.position = {c.position.chunk + 1, 0};
    c.events = m_shared.tape->chunkInfo(c.position.chunk).firstEvent;
    m_lastCheckpoint = c.events;
    std::lock_guard lock(m_mutex);
    m_checkpoints.push_back(std::move(c));
    if (m_shared.pagePool.bytes() <= m_budget || m_checkpoints.size() < 4) return;
    // every other one goes; the first and the last stay
    size_t kept = 1;
    for (size_t i = m_checkpoints.size() % 2 ? 2 : 1; i < m_checkpoints.size(); i += 2) {
        if (kept != i) m_checkpoints[kept] = std::move(m_checkpoints[i]);
        kept++;
    }
    m_checkpoints.resize(kept);
    m_spacing = std::max<uint64_t>(eventsPerChunk, m_spacing) * 2;
}

void TapeIndex::see(const RawChange& change, const Memory& memory) {
    if (change.kind != EventKind::Output) return;
    std::lock_guard lock(m_mutex);
    std::string& text = m_text[static_cast<unsigned>(change.stream)];
    uint64_t step = memory.now().steps;
    if (!m_printed.empty() && m_printed.back().step == step && m_printed.back().stream == change.stream) {
        m_printed.back().size += static_cast<uint32_t>(change.text.size());
    } else {
        m_printed.push_back({step, text.size(), static_cast<uint32_t>(change.text.size()), change.stream});
    }
    text += change.text;
}

bool TapeIndex::ensure(uint64_t wanted, unsigned milliseconds) {
    if (steps() >= wanted) return true;
    using Clock = std::chrono::steady_clock;
    auto end = milliseconds ? Clock::now() + std::chrono::milliseconds(milliseconds) : Clock::time_point::max();
    m_waiting++;
    std::unique_lock lock(m_learning, std::defer_lock);
    if (milliseconds) (void)lock.try_lock_until(end);
    else lock.lock();
    m_waiting--;
    while (lock && steps() < wanted && advance() && Clock::now() < end) {}
    if (lock) atEnd();
    return steps() >= wanted;
}

// ---- answering -------------------------------------------------------------------------------------------------------

StepSummary TapeIndex::summary(uint64_t step) const {
    std::lock_guard lock(m_mutex);
    return step >= m_first && step < steps() ? m_summaries.at(step - m_first) : StepSummary{};
}

std::vector<StepSummary> TapeIndex::summaries(uint64_t from, uint64_t to) const {
    std::lock_guard lock(m_mutex);
    std::vector<StepSummary> result;
    to = std::min(to, steps());
    from = std::max(from, m_first);
    if (from < to) result.reserve(to - from);
    while (from < to) {
        constexpr uint64_t perBlock = StepSummaries::perBlock;
        const uint64_t place = from - m_first, count = std::min(perBlock - place % perBlock, to - from);
        m_summaries.append(place, count, result);
        from += count;
    }
    return result;
}

std::string TapeIndex::outputBefore(uint64_t step, OutputStream stream) const {
    std::lock_guard lock(m_mutex);
    // printed before the step: when no more than `step` steps had been
    auto end = std::partition_point(m_printed.begin(), m_printed.end(), [&](const Printed& p) { return p.step <= step; });
    while (end != m_printed.begin()) {
        --end;
        if (end->stream == stream) return m_text[static_cast<unsigned>(stream)].substr(0, end->offset + end->size);
    }
    return {};
}

std::string TapeIndex::outputAt(uint64_t step, const OutputStream* only) const {
    std::lock_guard lock(m_mutex);
    std::string text;
    auto at = std::partition_point(m_printed.begin(), m_printed.end(), [&](const Printed& p) { return p.step < step; });
    for (; at != m_printed.end() && at->step == step; ++at)
        if (!only || at->stream == *only) text.append(m_text[static_cast<unsigned>(at->stream)], at->offset, at->size);
    return text;
}

std::vector<PrintedText> TapeIndex::printedAt(uint64_t step) const {
    std::lock_guard lock(m_mutex);
    std::vector<PrintedText> pieces;
    auto at = std::partition_point(m_printed.begin(), m_printed.end(), [&](const Printed& p) { return p.step < step; });
    for (; at != m_printed.end() && at->step == step; ++at)
        pieces.push_back({at->stream, m_text[static_cast<unsigned>(at->stream)].substr(at->offset, at->size)});
    return pieces;
}

// Nothing plays any more once all is known, so the player may be looked at.
std::optional<RunEnding> TapeIndex::ending() const {
    if (!isComplete()) return std::nullopt;
    const Memory::Now& now = m_player.memory().now();
    if (!now.ended) return std::nullopt;
    return RunEnding{now.endReason, now.exitStatus};
}

void TapeIndex::restoreNearest(Player& player, uint64_t steps) const {
    std::lock_guard lock(m_mutex);
    auto after = std::partition_point(m_checkpoints.begin(), m_checkpoints.end(), [&](const Checkpoint& c) { return c.steps <= steps; });
    const Checkpoint& nearest = after == m_checkpoints.begin() ? m_checkpoints.front() : *std::prev(after); // before all of them there is nothing
    if (player.steps() <= steps && nearest.position.chunk <= player.position().chunk + 1) return;
    player.restore(nearest);
}

void TapeIndex::restoreBeforeChunk(Player& player, size_t chunk) const {
    std::lock_guard lock(m_mutex);
    auto after = std::partition_point(m_checkpoints.begin(), m_checkpoints.end(), [&](const Checkpoint& c) { return c.position.chunk <= chunk; });
    player.restore(*std::prev(after));
}

size_t TapeIndex::checkpointCount() const {
    std::lock_guard lock(m_mutex);
    return m_checkpoints.size();
}

}

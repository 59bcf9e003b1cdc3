// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replay/player.h"

#include "core/tape/tape.h"

namespace memtape {

namespace {

constexpr size_t mostMarks = 8192;
constexpr size_t mostLogWords = 16u << 20; // 64 MiB

}

Player::Player(ReplayShared& shared) : m_shared(shared), m_memory(shared) {
    if (shared.tape->beginning()) m_missing = !shared.beginning.begin(shared, m_memory);
}

void Player::restore(const Checkpoint& from) {
    stopLog();
    m_memory.restore(*from.saved);
    m_position = from.position;
    m_decoding = false;
}

Checkpoint Player::checkpoint() {
    Checkpoint c;
    c.position = m_position;
    c.steps = steps();
    c.saved = m_memory.save();
    return c;
}

// Puts the decoder where play stands; goes on to the next chunk where this one is over. False: there is no next event yet.
bool Player::openChunk() {
    if (m_missing) return false;
    while (true) {
        if (m_position.chunk >= m_shared.tape->chunkCount()) return false;
        ChunkInfo info = m_shared.tape->chunkInfo(m_position.chunk);
        if (m_position.events < info.events) break;
        if (m_position.chunk + 1 >= m_shared.tape->chunkCount()) return false;
        m_position = {m_position.chunk + 1, 0};
    }
    auto chunk = m_shared.payloads.chunk(m_position.chunk);
    if (!chunk) {
        m_missing = true;
        return false;
    }
    m_bytesBegin = chunk->stream(Stream::Bytes);
    m_decoder.start(std::move(chunk));
    Event skipped;
    while (m_decoder.position() < m_position.events)
        if (!m_decoder.next(skipped)) return false;
    m_decoding = true;
    return true;
}

bool Player::playTo(uint64_t target) {
    while (steps() < target) {
        if (!m_decoding && (m_decoder.isDamaged() || !openChunk())) return false;
        if (m_memory.log().isOn()) {
            Event e;
            while (steps() < target && nextEvent(e)) {
                m_memory.apply(e, m_position.chunk, m_bytesBegin);
                if (e.kind == EventKind::Step) {
                    m_position.events = m_decoder.position();
                    mark();
                }
            }
            m_position.events = m_decoder.position();
        } else {
            playSteps(target - steps(), [] {});
        }
        if (steps() < target) m_decoding = false;
    }
    return true;
}

uint64_t Player::events() const {
    const size_t chunk = m_position.chunk;
    return chunk < m_shared.tape->chunkCount() ? m_shared.tape->chunkInfo(chunk).firstEvent + m_position.events : m_shared.tape->eventCount();
}

bool Player::playToEvent(uint64_t target) {
    Event e;
    while (events() < target) {
        if (!m_decoding && (m_decoder.isDamaged() || !openChunk())) return false;
        const uint64_t first = m_shared.tape->chunkInfo(m_position.chunk).firstEvent;
        while (first + m_decoder.position() < target && nextEvent(e)) m_memory.apply(e, m_position.chunk, m_bytesBegin);
        m_position.events = m_decoder.position();
        if (events() < target) m_decoding = false;
    }
    return true;
}

bool Player::playChunk() {
    return playChunkBySteps([] {});
}

bool Player::suspendsNext() const {
    Decoder ahead = m_decoder;
    uint32_t events = m_decoding ? 0 : m_position.events; // of its chunk, already played
    if (!m_decoding) ahead.start(m_shared.payloads.chunk(m_position.chunk));
    for (size_t chunk = m_position.chunk;;) {
        Event e;
        while (ahead.next(e)) {
            if (ahead.position() <= events) continue;
            if (e.kind == EventKind::FrameSuspend) return true;
            if (e.kind == EventKind::FramePop || e.kind == EventKind::FramePush || e.kind == EventKind::Step || e.kind == EventKind::Switch)
                return false;
        }
        if (ahead.isDamaged() || ++chunk >= m_shared.tape->chunkCount()) return false;
        auto next = m_shared.payloads.chunk(chunk);
        if (!next) return false;
        ahead.start(std::move(next));
        events = 0;
    }
}

// ---- back ------------------------------------------------------------------------------------------------------------

void Player::startLog(bool standsAtStep) {
    m_memory.log().clear();
    m_marks.clear();
    m_memory.log().turn(true);
    if (standsAtStep) mark();
}

void Player::stopLog() {
    m_memory.log().turn(false);
    m_memory.log().clear();
    m_marks.clear();
}

void Player::mark() {
    UndoLog& log = m_memory.log();
    if (log.size() > mostLogWords && m_marks.size() > 1) {
        // one step alone may write that much: then nothing before it is kept
        size_t keepFrom = m_marks.size() / 2;
        while (keepFrom + 1 < m_marks.size() && log.size() - m_marks[keepFrom].logSize > mostLogWords / 2) keepFrom++;
        size_t drop = m_marks[keepFrom].logSize;
        m_marks.erase(m_marks.begin(), m_marks.begin() + static_cast<ptrdiff_t>(keepFrom));
        log.dropFront(drop);
        for (Mark& m : m_marks) m.logSize -= drop;
    }
    if (m_marks.size() >= mostMarks) {
        size_t drop = m_marks[mostMarks / 2].logSize;
        m_marks.erase(m_marks.begin(), m_marks.begin() + mostMarks / 2);
        log.dropFront(drop);
        for (Mark& m : m_marks) m.logSize -= drop;
    }
    m_marks.push_back({log.size(), m_position, m_memory.now()});
}

bool Player::back(uint64_t target) {
    if (m_marks.empty() || m_marks.front().now.steps > target || steps() < target) return false;
    while (m_marks.size() > 1 && m_marks.back().now.steps > target) m_marks.pop_back();
    const Mark& mark = m_marks.back();
    if (mark.now.steps != target) return false;
    m_memory.undo(mark.logSize, mark.now);
    m_position = mark.position;
    m_decoding = false;
    return true;
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
// Threads: the frames and holds of the one that runs are where they always are, so that all else knows one thread only; those of the others are put aside
// as words in the table of cells.
#include <bit>
#include <cstring>

#include "core/replay/memory.h"

namespace memtape {

namespace {

constexpr uint32_t recordWords = sizeof(FrameRecord) / 4;

}

FrameRecord Memory::asideFrame(const ThreadRecord& thread, uint32_t index) const {
    uint32_t record[recordWords];
    for (uint32_t w = 0; w < recordWords; w++) record[w] = m_cells[thread.offset + index * recordWords + w];
    FrameRecord frame;
    std::memcpy(&frame, record, sizeof frame);
    return frame;
}

uint32_t Memory::asideWords(const ThreadRecord& thread, const FrameRecord& frame) const {
    return thread.offset + thread.frames * recordWords + frame.base;
}

ThreadRecord& Memory::newThreadRecord() {
    uint32_t at = 0;
    while (at < m_now.threadEnd && m_threads[at].isUsed) at++;
    if (at == m_now.threadEnd) m_threads.grow(++m_now.threadEnd);
    return m_threads.edit(at);
}

void Memory::putThreadAside() {
    if (!m_now.frames && !m_now.natives) return;
    uint32_t words = m_now.frames * recordWords + m_now.frameWords + m_now.natives;
    ThreadRecord thread{m_now.thread,        0, static_cast<uint32_t>(std::bit_width(words - 1)), m_now.frames, m_now.frameWords, m_now.natives,
                        m_now.programFrames, 1};
    uint32_t to = thread.offset = allocateCells(static_cast<uint8_t>(thread.power));
    for (uint32_t f = 0; f < m_now.frames; f++) {
        uint32_t record[recordWords];
        std::memcpy(record, &m_frames[f], sizeof record);
        for (uint32_t word : record) m_cells.edit(to++) = word;
    }
    for (uint32_t w = 0; w < m_now.frameWords; w++) m_cells.edit(to++) = m_frameWords[w];
    for (uint32_t i = 0; i < m_now.natives; i++) m_cells.edit(to++) = m_natives[i];
    newThreadRecord() = thread;
}

void Memory::takeThreadUp(uint32_t number) {
    m_now.thread = number;
    m_now.frames = m_now.frameWords = m_now.natives = m_now.programFrames = 0;
    for (uint32_t at = 0; at < m_now.threadEnd; at++) {
        const ThreadRecord thread = m_threads[at];
        if (!thread.isUsed || thread.number != number) continue;
        m_frames.grow(thread.frames);
        for (uint32_t f = 0; f < thread.frames; f++) m_frames.edit(f) = asideFrame(thread, f);
        uint32_t from = thread.offset + thread.frames * recordWords;
        m_frameWords.grow(thread.frameWords);
        for (uint32_t w = 0; w < thread.frameWords; w++) m_frameWords.edit(w) = m_cells[from++];
        m_natives.grow(thread.natives);
        for (uint32_t i = 0; i < thread.natives; i++) m_natives.edit(i) = m_cells[from++];
        m_now.frames = thread.frames;
        m_now.frameWords = thread.frameWords;
        m_now.natives = thread.natives;
        m_now.programFrames = thread.programFrames;
        freeCells(thread.offset, static_cast<uint8_t>(thread.power));
        m_threads.edit(at).isUsed = 0;
        return;
    }
}

void Memory::applySwitch(const Event& e) {
    if (e.index == m_now.thread) return;
    putThreadAside();
    takeThreadUp(e.index);
    findMaker();
    if (m_observer) [[unlikely]]
        m_observer->see({.kind = EventKind::Switch, .index = e.index}, *this);
}

}

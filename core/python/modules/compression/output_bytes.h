// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The bytes that a stream gives, however many they become. They are collected outside the heap, and no more of them than it would take, so the
// program's memory sees the finished bytes object alone.

#include <cstdint>
#include <vector>

#include "core/python/objects/model/object.h"

namespace memtape {

class OutputBytes {
public:
    // `most`: how many are wanted at most; below 0: all. `first`: how many to make room for to begin with.
    explicit OutputBytes(ssize most = -1, size_t first = 32 * 1024) : m_most(most), m_first(first) {}

    // Makes room where all of it is used. False: nothing more is wanted (full()), or MemoryError is pending.
    bool makeRoom();
    uint8_t* at() { return m_bytes.data() + m_used; }
    size_t room() const { return m_bytes.size() - m_used; }
    void take(size_t count) { m_used += count; }

    size_t size() const { return m_used; }
    bool full() const { return m_most >= 0 && m_used >= static_cast<size_t>(m_most); }
    Owned finish() const;

private:
    std::vector<uint8_t> m_bytes;
    size_t m_used = 0;
    ssize m_most;
    size_t m_first;
};

}

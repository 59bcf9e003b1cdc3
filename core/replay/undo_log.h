// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The old values of what play wrote, newest last, so that play can be taken back: [ old words … | index | table and word count ].

#include <cstdint>
#include <cstring>
#include <vector>

namespace memtape {

class UndoLog {
public:
    bool isOn() const { return m_on; }
    void turn(bool on) { m_on = on; }

    void save(unsigned table, uint32_t index, const void* old, size_t bytes) {
        size_t words = bytes / 4, at = m_words.size();
        m_words.resize(at + words + 2);
        std::memcpy(&m_words[at], old, bytes);
        m_words[at + words] = index;
        m_words[at + words + 1] = static_cast<uint32_t>(words << 8 | table);
    }

    size_t size() const { return m_words.size(); }
    void clear() { m_words.clear(); }
    // Forgets the oldest words.
    void dropFront(size_t words) { m_words.erase(m_words.begin(), m_words.begin() + static_cast<ptrdiff_t>(words)); }

    struct Entry {
        unsigned table;
        uint32_t index;
        const uint32_t* old;
        size_t bytes; // of one entry of the table, or of several that lie together
    };
    // The newest entry is taken off; its words stay until the next save.
    Entry pop() {
        uint32_t head = m_words.back();
        size_t words = head >> 8;
        Entry entry{head & 0xff, m_words[m_words.size() - 2], m_words.data() + m_words.size() - 2 - words, words * 4};
        m_words.resize(m_words.size() - 2 - words);
        return entry;
    }

private:
    std::vector<uint32_t> m_words;
    bool m_on = false;
};

}

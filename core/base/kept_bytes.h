// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Bytes with what keeps them there: a buffer of their own, which may still be written, or somebody else's memory (a file that is mapped), which is only read.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

namespace memtape {

class KeptBytes {
public:
    KeptBytes() = default;
    KeptBytes(std::vector<uint8_t> own) : m_own(std::move(own)) {}
    // `keeper` lives as long as anything refers to the bytes; never null.
    KeptBytes(std::shared_ptr<const void> keeper, const uint8_t* data, size_t size) : m_keeper(std::move(keeper)), m_data(data), m_size(size) {}

    const uint8_t* data() const { return m_keeper ? m_data : m_own.data(); }
    size_t size() const { return m_keeper ? m_size : m_own.size(); }
    bool operator==(const KeptBytes& other) const { return std::equal(data(), data() + size(), other.data(), other.data() + other.size()); }
    // A part of them, kept by the same; of a buffer of their own: copied.
    KeptBytes part(size_t from, size_t size) const {
        if (m_keeper) return {m_keeper, m_data + from, size};
        return std::vector<uint8_t>(m_own.begin() + static_cast<ptrdiff_t>(from), m_own.begin() + static_cast<ptrdiff_t>(from + size));
    }
    // The buffer, made of a copy where it is somebody else's memory: to be written.
    std::vector<uint8_t>& own() {
        if (m_keeper) {
            m_own.assign(m_data, m_data + m_size);
            m_keeper = nullptr;
        }
        return m_own;
    }
    // The buffer, to be used for something else; empty where there is none.
    std::vector<uint8_t> takeBuffer() { return std::exchange(m_own, {}); }

private:
    std::vector<uint8_t> m_own;
    std::shared_ptr<const void> m_keeper;
    const uint8_t* m_data = nullptr;
    size_t m_size = 0;
};

}

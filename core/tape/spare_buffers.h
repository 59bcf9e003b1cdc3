// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace memtape {

// Buffers that are used again, so that their pages need not be had anew from the system.
class SpareBuffers {
public:
    std::vector<uint8_t> take() {
        if (m_buffers.empty()) return {};
        std::vector<uint8_t> buffer = std::move(m_buffers.back());
        m_buffers.pop_back();
        m_bytes -= buffer.capacity();
        return buffer;
    }
    void give(std::vector<uint8_t> buffer) {
        if (!buffer.capacity() || m_bytes + buffer.capacity() > mostBytes) return;
        m_bytes += buffer.capacity();
        m_buffers.push_back(std::move(buffer));
    }

private:
    static constexpr size_t mostBytes = size_t{16} << 20;
    std::vector<std::vector<uint8_t>> m_buffers;
    size_t m_bytes = 0;
};

}

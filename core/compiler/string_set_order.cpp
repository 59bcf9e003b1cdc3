// SPDX-License-Identifier: GPL-3.0-or-later

// __static_attributes__ is made of a set: its order is that of CPython's set of those strings with PYTHONHASHSEED=0, so
// SipHash-1-3 with a zero key over the string's storage, and the probing of Objects/setobject.c.

#include <cstring>

#include "core/compiler/emitter.h"

namespace memtape {
namespace {

uint64_t rotated(uint64_t value, int bits) { return value << bits | value >> (64 - bits); }

struct SipState {
    uint64_t v0, v1, v2, v3;
    void round() {
        v0 += v1;
        v2 += v3;
        v1 = rotated(v1, 13) ^ v0;
        v3 = rotated(v3, 16) ^ v2;
        v0 = rotated(v0, 32);
        v2 += v1;
        v0 += v3;
        v1 = rotated(v1, 17) ^ v2;
        v3 = rotated(v3, 21) ^ v0;
        v2 = rotated(v2, 32);
    }
};

uint64_t sipHash13(const std::vector<unsigned char>& bytes) {
    SipState state{0x736f6d6570736575, 0x646f72616e646f6d, 0x6c7967656e657261, 0x7465646279746573};
    const size_t size = bytes.size();
    size_t place = 0;
    for (; place + 8 <= size; place += 8) {
        uint64_t word;
        std::memcpy(&word, &bytes[place], 8);
        state.v3 ^= word;
        state.round();
        state.v0 ^= word;
    }
    uint64_t last = static_cast<uint64_t>(size) << 56;
    for (size_t i = place; i < size; ++i) last |= static_cast<uint64_t>(bytes[i]) << (8 * (i - place));
    state.v3 ^= last;
    state.round();
    state.v0 ^= last;
    state.v2 ^= 0xFF;
    for (int i = 0; i < 3; ++i) state.round();
    return state.v0 ^ state.v1 ^ state.v2 ^ state.v3;
}

// CPython hashes the string as it is stored: one, two or four bytes a character.
uint64_t stringHash(std::string_view text) {
    std::vector<uint32_t> codePoints;
    uint32_t greatest = 0;
    for (size_t place = 0; place < text.size();) {
        const auto first = static_cast<unsigned char>(text[place++]);
        int more = first < 0x80 ? 0 : first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
        uint32_t codePoint = more == 0 ? first : first & (0x3Fu >> more);
        for (; more > 0 && place < text.size(); --more)
            codePoint = codePoint << 6 | (static_cast<unsigned char>(text[place++]) & 0x3F);
        codePoints.push_back(codePoint);
        greatest = codePoint > greatest ? codePoint : greatest;
    }
    const int width = greatest < 0x100 ? 1 : greatest < 0x10000 ? 2 : 4;
    std::vector<unsigned char> bytes;
    for (const uint32_t codePoint : codePoints) {
        for (int i = 0; i < width; ++i) bytes.push_back(static_cast<unsigned char>(codePoint >> (8 * i)));
    }
    const uint64_t hash = sipHash13(bytes);
    return hash == ~uint64_t{0} ? hash - 1 : hash; // -1 is no hash
}

class StringSet {
public:
    StringSet() : m_table(8, -1) {}

    void add(int index, uint64_t hash) {
        m_hashes.push_back(hash);
        insert(m_table, index, hash);
        ++m_used;
        const size_t mask = m_table.size() - 1;
        if (m_used * 5 < mask * 3)
            return;
        const size_t wanted = m_used > 50000 ? m_used * 2 : m_used * 4;
        size_t size = 8;
        while (size <= wanted) size <<= 1;
        std::vector<int> larger(size, -1);
        for (const int entry : m_table) {
            if (entry >= 0) insert(larger, entry, m_hashes[static_cast<size_t>(entry)]);
        }
        m_table = std::move(larger);
    }

    const std::vector<int>& table() const { return m_table; }

private:
    static void insert(std::vector<int>& table, int index, uint64_t hash) {
        constexpr size_t linearProbes = 9;
        const size_t mask = table.size() - 1;
        uint64_t perturb = hash;
        for (size_t i = hash & mask;;) {
            const size_t probes = i + linearProbes <= mask ? linearProbes : 0;
            for (size_t k = i; k <= i + probes; ++k) {
                if (table[k] < 0) {
                    table[k] = index;
                    return;
                }
            }
            perturb >>= 5;
            i = (i * 5 + 1 + perturb) & mask;
        }
    }

    std::vector<int> m_table;
    std::vector<uint64_t> m_hashes;
    size_t m_used = 0;
};

}

std::vector<std::string_view> inSetOrder(const std::vector<std::string_view>& strings) {
    StringSet set;
    for (size_t i = 0; i < strings.size(); ++i) set.add(static_cast<int>(i), stringHash(strings[i]));
    std::vector<std::string_view> result;
    for (const int index : set.table()) {
        if (index >= 0) result.push_back(strings[static_cast<size_t>(index)]);
    }
    return result;
}

}

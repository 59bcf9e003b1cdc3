// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/timeline/found_steps.h"

#include <algorithm>
#include <bit>

namespace memtape {

namespace {

constexpr uint64_t bits = 64;

}

void FoundSteps::clear() {
    m_words.clear();
    m_count = 0;
}

void FoundSteps::add(uint64_t step) {
    if (step / bits >= m_words.size()) m_words.resize(step / bits + 1);
    uint64_t& word = m_words[step / bits];
    const uint64_t bit = uint64_t{1} << (step % bits);
    m_count += (word & bit) == 0;
    word |= bit;
}

bool FoundSteps::has(uint64_t step) const { return step / bits < m_words.size() && m_words[step / bits] >> (step % bits) & 1; }

uint64_t FoundSteps::countBetween(uint64_t from, uint64_t to) const {
    to = std::min<uint64_t>(to, m_words.size() * bits);
    if (from >= to) return 0;
    const uint64_t first = from / bits, last = (to - 1) / bits;
    const uint64_t head = ~uint64_t{0} << (from % bits), tail = ~uint64_t{0} >> (bits - 1 - (to - 1) % bits);
    if (first == last) return uint64_t(std::popcount(m_words[first] & head & tail));
    uint64_t count = uint64_t(std::popcount(m_words[first] & head)) + uint64_t(std::popcount(m_words[last] & tail));
    for (uint64_t w = first + 1; w < last; ++w) count += uint64_t(std::popcount(m_words[w]));
    return count;
}

std::optional<uint64_t> FoundSteps::first() const { return has(0) ? std::optional<uint64_t>(0) : next(0); }

std::optional<uint64_t> FoundSteps::next(uint64_t after) const {
    const uint64_t from = after + 1;
    for (uint64_t w = from / bits; w < m_words.size(); ++w) {
        const uint64_t word = w == from / bits ? m_words[w] & ~uint64_t{0} << (from % bits) : m_words[w];
        if (word) return w * bits + uint64_t(std::countr_zero(word));
    }
    return std::nullopt;
}

std::optional<uint64_t> FoundSteps::previous(uint64_t before) const {
    if (before == 0 || m_words.empty()) return std::nullopt;
    const uint64_t last = std::min<uint64_t>(before, m_words.size() * bits) - 1;
    for (uint64_t w = last / bits + 1; w-- > 0;) {
        const uint64_t word = w == last / bits ? m_words[w] & ~uint64_t{0} >> (bits - 1 - last % bits) : m_words[w];
        if (word) return w * bits + bits - 1 - uint64_t(std::countl_zero(word));
    }
    return std::nullopt;
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A set of steps of a run: a bit each, so that ten million of them take little and how many lie in a stretch is quickly counted.

#include <cstdint>
#include <optional>
#include <vector>

namespace memtape {

class FoundSteps {
public:
    void clear();
    void add(uint64_t step);
    bool has(uint64_t step) const;
    uint64_t count() const { return m_count; }
    uint64_t countBetween(uint64_t from, uint64_t to) const; // of the steps from … to−1
    std::optional<uint64_t> next(uint64_t after) const;      // the nearest behind it; none: there is none
    std::optional<uint64_t> previous(uint64_t before) const;
    std::optional<uint64_t> first() const;

private:
    std::vector<uint64_t> m_words; // bit s % 64 of word s / 64: step s
    uint64_t m_count = 0;
};

}

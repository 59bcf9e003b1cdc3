// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a profiler counts: how often each function was called and how long it took, with and without those that it called, and the same for each pair of a caller
// and a function. A function that calls itself is timed at its outermost call only, its own time at all of them.

#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <unordered_map>
#include <vector>

namespace memtape {

class ProfileCounts {
public:
    struct Count {
        int64_t calls = 0, recursiveCalls = 0, totalTicks = 0, ownTicks = 0;
        int64_t depth = 0; // how many of its calls are under way

        void end(int64_t total, int64_t own);
    };
    struct Function : Count {
        std::map<size_t, Count> callees; // by the number of the function
    };

    // A function is known by an address, and has the next number where it is new.
    bool knows(const void* key) const { return m_numbers.count(key) != 0; }
    size_t numberOf(const void* key);
    void enter(size_t function, int64_t now, bool countsPairs);
    void leave(int64_t now); // the innermost that is under way; none: its call began before the profiler did
    size_t depth() const { return m_calls.size(); }
    void clear();

    const std::deque<Function>& functions() const { return m_functions; }

private:
    struct Call {
        size_t function;
        int64_t begun, calleeTicks;
        Count* pair; // null: has no caller, or pairs are not counted
    };
    std::unordered_map<const void*, size_t> m_numbers;
    std::deque<Function> m_functions; // calls refer into it, so that nothing may move
    std::vector<Call> m_calls;        // those under way, the innermost last
};

}

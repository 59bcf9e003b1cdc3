// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Of the large ints that were told lately, where their values lie on the tape, so that those of others can be said by them (computed_int.h).

#include <array>
#include <string_view>

#include "core/events/computed_int.h"
#include "core/events/memory_events.h"

namespace memtape {

// How an int came about: operands that are ints beyond 64 bits, or numbers (object 0).
struct IntOrigin {
    struct Operand {
        Granule object = 0;
        int64_t number = 0;
    };
    IntOperation operation = IntOperation::Add;
    Operand left, right;
};

class LargeIntPlaces {
public:
    // The formula of an int of so many bytes that is told as the `event`-th event. False: its value is to be written; what it comes from is not known, or too
    // far away, or it is not worth it.
    bool compute(const IntOrigin& origin, uint64_t bytes, uint64_t event, ComputedInt& formula);
    // Its value lies there: a formula, the last that was asked for, or the value itself.
    void add(Granule object, uint64_t bytes, PayloadPlace place);
    // It is not known: it was cut.
    void forget(Granule object) { entryOf(object) = {}; }

private:
    struct Oldest {                   // formula from which a value follows
        uint32_t number = UINT32_MAX; // none: the value itself is written
        uint64_t event = UINT64_MAX;
    };
    struct Entry {
        Granule object = 0;
        uint32_t bytes = 0;
        PayloadPlace place = 0;
        Oldest oldest;
    };
    Entry& entryOf(Granule object) { return m_entries[object * 0x9E3779B1u >> (32 - bits)]; }
    bool find(const IntOrigin::Operand& operand, IntOperand& found, Oldest& oldest);

    static constexpr unsigned bits = 12;
    std::array<Entry, 1u << bits> m_entries;
    uint32_t m_told = 0;
    Oldest m_oldest; // of the formula that was asked for last
};

}

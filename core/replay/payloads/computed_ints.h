// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The values of large ints of which the tape says how they came about (events/computed_int.h).

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "core/events/payload_place.h"

namespace memtape {

class ComputedInts {
public:
    ComputedInts();
    ~ComputedInts();

    // What lies on the tape at a place, valid until the next call.
    using Reader = std::function<std::string_view(PayloadPlace)>;
    // The value, as large_int.h has it; of a damaged tape it may be empty. Those of late are remembered. May be called from any thread.
    std::string text(PayloadPlace place, const Reader& read);

private:
    struct Values;
    std::unique_ptr<Values> m_values;
};

}

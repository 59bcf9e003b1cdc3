// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The value of a scalar as it is in the program, in the form in which a tape keeps it.

#include <optional>
#include <string>

#include "core/events/memory_events.h"
#include "core/python/objects/model/object.h"

namespace memtape {

struct LiveValue {
    Event::Payload kind; // how it is kept where that is not as bytes
    uint64_t word = 0;
    std::string bytes;
};

// Nothing: no scalar.
std::optional<LiveValue> liveValue(Object* o);

}

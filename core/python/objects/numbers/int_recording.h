// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How the value of an int is told to the recorder.

#include "core/events/computed_int.h"
#include "core/python/objects/numbers/int_object.h"

namespace memtape {

// What an int is the result of; no operands: not known.
struct IntSource {
    IntOperation operation = IntOperation::Add;
    Object *left = nullptr, *right = nullptr;
};

// The payload of an int, of a subclass too, that has been allocated on the tape. Beyond 64 bits it may be told by what it comes from.
void recordIntValue(Object* i, const IntSource& source = {});

}

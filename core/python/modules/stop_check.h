// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// For loops that may take long and must not run Python code in between, as their object stands half changed: false where the run is to end, or a
// limit is reached. A collection that is due waits.

#include "core/python/objects/model/interpreter.h"

namespace memtape {

inline bool mayGoOn() {
    constexpr uint32_t ends = Interpreter::StopAsked | Interpreter::HeapLimit | Interpreter::StepLimit | Interpreter::Interrupt;
    return !(interpreter.breaker.load(std::memory_order_relaxed) & ends) || handleBreaker();
}

}

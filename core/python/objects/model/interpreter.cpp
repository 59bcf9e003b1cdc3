// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/objects/model/interpreter.h"

#include <cstdlib>

#include "core/base/check.h"
#include "core/python/objects/exceptions/errors.h"

namespace memtape {

Interpreter interpreter;

Failure raiseNativeRecursion(const char* where) { return raise(exc::RecursionError, "maximum recursion depth exceeded{}", where); }

void HeldBase::growHolds() {
    interpreter.holdCapacity = interpreter.holdCapacity ? interpreter.holdCapacity * 2 : 256;
    interpreter.holds = static_cast<HeldBase**>(std::realloc(interpreter.holds, interpreter.holdCapacity * sizeof(HeldBase*)));
    MEMTAPE_CHECK(interpreter.holds);
}

}

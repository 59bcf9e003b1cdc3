// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Arguments of native functions, as C types.

#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"

namespace memtape {

// An argument of C type int ("i" in CPython's formats). False: an exception is pending.
inline bool intArgument(Object* o, int* out) {
    Ref<> number = numberIndex(o);
    if (!number) return false;
    int overflow;
    int64_t value = intValue(number, &overflow);
    if (overflow || value != static_cast<int>(value)) return raise(exc::OverflowError, "Python int too large to convert to C int");
    *out = static_cast<int>(value);
    return true;
}

}

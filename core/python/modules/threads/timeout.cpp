// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/modules/threads/timeout.h"

#include <cmath>

#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/native.h"
#include "core/python/objects/numbers/float_object.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/threads/scheduler.h"

namespace memtape {

bool secondsToNs(Object* seconds, int64_t* ns) {
    constexpr double nsPerSecond = 1e9, limit = 9223372036854775808.0; // 2 ** 63
    if (isFloat(seconds)) {
        double value = floatValue(seconds);
        if (std::isnan(value)) return raise(exc::ValueError, "Invalid value NaN (not a number)");
        value = std::ceil(value * nsPerSecond);
        if (!(value >= -limit && value < limit)) return raise(exc::OverflowError, "timestamp out of range for platform time_t");
        *ns = static_cast<int64_t>(value);
        return true;
    }
    Ref<> whole = numberIndex(seconds);
    if (!whole) return false;
    int overflow = 0;
    int64_t value = intValue(whole, &overflow);
    if (overflow || __builtin_mul_overflow(value, int64_t{1'000'000'000}, ns))
        return raise(exc::OverflowError, "timestamp too large to convert to C PyTime_t");
    return true;
}

bool acquireArguments(Args args, int64_t* timeoutNs) {
    Object* p[2] = {};
    if (!parseArgs("acquire", args, "| blocking timeout", p)) return false;
    int blocking = p[0] ? isTrue(p[0]) : 1;
    if (blocking < 0) return false;
    *timeoutNs = blocking ? noTimeout : 0;
    if (!p[1]) return true;
    int64_t ns;
    if (!secondsToNs(p[1], &ns)) return false;
    bool isDefault = ns == -1'000'000'000;
    if (!blocking && !isDefault) return raise(exc::ValueError, "can't specify a timeout for a non-blocking call");
    if (ns < 0 && !isDefault) return raise(exc::ValueError, "timeout value must be a non-negative number");
    if (blocking && !isDefault) *timeoutNs = ns;
    return true;
}

}

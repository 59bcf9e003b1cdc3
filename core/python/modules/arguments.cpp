// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/modules/arguments.h"

#include <climits>

#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/numbers/int_digits.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

bool intArgument(Object* o, int* out) {
    if (!o) return true;
    Held<> number(numberIndex(o));
    if (!number) return false;
    int overflow = 0;
    int64_t value = intValue(number, &overflow);
    if (overflow || value < INT_MIN || value > INT_MAX) return raise(exc::OverflowError, "Python int too large to convert to C int");
    *out = static_cast<int>(value);
    return true;
}

bool unsignedArgument(Object* o, unsigned long* out) {
    if (!o) return true;
    Held<> number(numberIndex(o));
    if (!number) return false;
    unsigned long bits = 0;
    for (ssize i = digitCount(number); --i >= 0;) bits = bits << digitBits | asInt(number.get())->digits[i];
    *out = isNegativeInt(number) ? -bits : bits;
    return true;
}

bool uint64Argument(Object* o, uint64_t* out) {
    if (!o) return true;
    if (!isInt(o)) return raise(exc::TypeError, "an integer is required");
    if (intSign(o) < 0) return raise(exc::OverflowError, "can't convert negative int to unsigned");
    if (intBitLength(o) > 64) return raise(exc::OverflowError, "int too big to convert");
    uint64_t value = 0;
    for (ssize i = digitCount(o); --i >= 0;) value = value << digitBits | asInt(o)->digits[i];
    *out = value;
    return true;
}

bool sizeArgument(Object* o, ssize* out) {
    if (!o) return true;
    const ssize size = argumentAsSize(o);
    if (size == -1 && errorOccurred()) return false;
    *out = size;
    return true;
}

bool boolArgument(Object* o, bool* out) {
    if (!o) return true;
    int truth = isTrue(o);
    if (truth < 0) return false;
    *out = truth != 0;
    return true;
}

Failure raiseWrongArgument(const char* function, const char* where, const char* expected, Object* got) {
    return raise(exc::TypeError, "{}() {} must be {}, not {}", function, where, expected, isNone(got) ? "None" : got->type->name);
}

bool textArgument(const char* function, const char* where, Object* o, std::string* out) {
    if (!o) return true;
    if (!isStr(o)) return raiseWrongArgument(function, where, "str", o);
    std::string text = strToUtf8(o);
    if (text.find('\0') != text.npos) return raise(exc::ValueError, "embedded null character");
    *out = std::move(text);
    return true;
}

}

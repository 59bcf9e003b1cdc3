// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// int, of any size. Layout as CPython 3.13's PyLongObject:
//     [ refcount | type | tag | digit0 digit1 … ]   tag = digits << 3 | sign bits (0 positive, 1 zero, 2 negative); digits of 30 bits, lowest first
// sys.getsizeof is 24 + 4 × digits (28 for one digit; 28 for zero too). −5 … 256 exist once and are immortal. A "compact" int has at most one digit.
// Arithmetic beyond two digits goes through GMP (mpz_import/mpz_export with 2 nail bits).

#include <gmp.h>

#include <string_view>

#include "core/python/objects/model/object.h"
#include "core/python/objects/model/runtime.h"

namespace memtape {

struct IntObject : Object {
    uint64_t tag;
    uint32_t digits[1];
};

inline bool isInt(const Object* o) { return hasFlag(o, IntSubclass); }
inline bool isExactInt(const Object* o) { return o->type == types::Int; }
inline bool isBool(const Object* o) { return o->type == types::Bool; }

inline bool isCompactInt(const Object* o) { return static_cast<const IntObject*>(o)->tag < (2u << 3); }
inline int64_t compactValue(const Object* o) {
    const IntObject* i = static_cast<const IntObject*>(o);
    return (1 - static_cast<int64_t>(i->tag & 3)) * static_cast<int64_t>(i->digits[0]);
}

extern IntObject* smallInts[262]; // −5 … 256

Owned newIntSlow(int64_t value);
inline Owned newInt(int64_t value) {
    if (static_cast<uint64_t>(value) + 5 < 262) return Owned(smallInts[value + 5]); // unsigned: the sum may overflow
    return newIntSlow(value);
}
Owned newIntFromUnsigned(uint64_t value);
Owned newIntFromDouble(double value); // truncates; OverflowError / ValueError for infinity and nan
Owned newIntFromMpz(const mpz_t value);
Owned newIntFromHex(std::string_view hex); // a compiler constant: [-]hex digits
void intToMpz(Object* i, mpz_t out);       // `out` is initialised by the caller

// The value where it fits. `overflow`: +1 / −1 where not (and no exception). The object must be an int.
int64_t intValue(Object* i, int* overflow);
bool intToInt64(Object* i, int64_t* out); // false: OverflowError "Python int too large to convert to C long" pending
bool intToDouble(Object* i, double* out); // false: OverflowError "int too large to convert to float" pending
int intSign(Object* i);                   // -1, 0, 1
int64_t hashInt(Object* i);
inline int64_t hashCompactInt(const Object* i) { // −1 is left to failures
    int64_t value = compactValue(i);
    return value == -1 ? -2 : value;
}
Owned intToText(Object* i, int base);                  // str(i), with the 4300-digit limit for base 10; "0x…" prefixes for 2, 8, 16
int intCompare(Object* a, Object* b);                  // -1, 0, 1
Owned intFromTextObject(Object* strOrBytes, int base); // int(x, base) for a str, bytes or bytearray
Owned intFromBytes(std::string_view text, int base, Object* forMessage); // the same for ASCII text that was taken from `forMessage`

// sys.set_int_max_str_digits(): longer decimal texts are refused in both directions; 0: no limit.
extern int maxIntTextDigits;

}

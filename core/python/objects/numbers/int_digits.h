// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the files of int share: making an int from digits, and reading its digits.

#include <string>

#include "core/python/heap/heap.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/numbers/int_recording.h"

namespace memtape {

constexpr int digitBits = 30;
constexpr uint32_t digitMask = (1u << digitBits) - 1;

inline IntObject* asInt(Object* o) { return static_cast<IntObject*>(o); }
inline const IntObject* asInt(const Object* o) { return static_cast<const IntObject*>(o); }
inline ssize digitCount(const Object* o) { return static_cast<ssize>(asInt(o)->tag >> 3); }
inline bool isNegativeInt(const Object* o) { return (asInt(o)->tag & 3) == 2; }
inline bool isZeroInt(const Object* o) { return (asInt(o)->tag & 3) == 1; }

// Two digits at most: below 2**60, so that sums and differences of two fit in int64.
inline bool isMediumInt(const Object* o) { return asInt(o)->tag < (3u << 3); }
inline int64_t mediumValue(const Object* o) {
    const IntObject* i = asInt(o);
    int64_t magnitude = i->digits[0];
    if (i->tag >= (2u << 3)) magnitude |= static_cast<int64_t>(i->digits[1]) << digitBits;
    return (i->tag & 3) == 2 ? -magnitude : magnitude;
}

// A block for an exact int of so many digits, to be filled in and then given to finishInt. Null: MemoryError (or OverflowError) pending.
// CPython allocates by an upper bound of the result's digits and keeps the block; so do we, for the addresses' sake.
IntObject* allocateInt(ssize digits);
// Drops leading zeros, shares small values, tells the recorder.
Owned finishInt(IntObject* i, bool negative, const IntSource& source = {});
// From a GMP number; `digits`: how many to allocate at least.
Owned newIntFromMpzSized(const mpz_t value, ssize digits, const IntSource& source = {});

// Whether a result of so many bytes can be had at all. False: MemoryError pending.
bool canAllocateInt(uint64_t bytes);

// A GMP number that frees itself.
class Mpz {
public:
    Mpz() { mpz_init(m_value); }
    explicit Mpz(Object* i) {
        mpz_init(m_value);
        intToMpz(i, m_value);
    }
    ~Mpz() { mpz_clear(m_value); }
    Mpz(const Mpz&) = delete;
    Mpz& operator=(const Mpz&) = delete;
    operator mpz_ptr() { return m_value; }
    operator mpz_srcptr() const { return m_value; }

private:
    mpz_t m_value;
};

// The length in bits of the magnitude.
uint64_t intBitLength(const Object* i);

// The magnitude as fraction · 2**exponent, rounded once, half to even.
double intFraction(Object* i, int64_t* exponent);

// Slots of int that bool and others use.
Owned intAdd(Object* a, Object* b);
Owned intSubtract(Object* a, Object* b);
Owned intMultiply(Object* a, Object* b);
Owned intFloorDivide(Object* a, Object* b);
Owned intRemainder(Object* a, Object* b);
Owned intDivmod(Object* a, Object* b);
Owned intTrueDivide(Object* a, Object* b);
Owned intPower(Object* a, Object* b, Object* modulus);
Owned intNegative(Object* a);
Owned intAbsolute(Object* a);
Owned intInvert(Object* a);
Owned intLeftShift(Object* a, Object* b);
Owned intRightShift(Object* a, Object* b);
Owned intAnd(Object* a, Object* b);
Owned intOr(Object* a, Object* b);
Owned intXor(Object* a, Object* b);
Owned intRepr(Object* o);
Owned intNew(Type* type, Args args);
extern const MethodDef intMethods[];
extern const GetSetDef intGetSets[];

// The digits with a sign, without a prefix. False: ValueError pending (more than maxIntTextDigits).
bool appendIntDigits(std::string& out, Object* o, int base);

// a // b and a % b of ints, b not 0.
bool intDivmodParts(Object* a, Object* b, Owned* quotient, Owned* remainder); // either may be null: not wanted

}

// SPDX-License-Identifier: GPL-3.0-or-later
// Shifts, & | ^, and powers.
#include <cstring>

#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/numbers/float_object.h"
#include "core/python/objects/numbers/int_digits.h"
#include "core/python/objects/protocol/protocol.h"

namespace memtape {

namespace {

constexpr uint64_t largestDigitCount = INT64_MAX / 4; // CPython's MAX_LONG_DIGITS comes near; nothing between can be had

Owned tooManyDigits() { return raise(exc::OverflowError, "too many digits in integer"); }

}

// ---- shifts -------------------------------------------------------------------------------------------------------

Owned intLeftShift(Object* a, Object* b) {
    if (!isInt(a) || !isInt(b)) return notImplemented();
    if (isNegativeInt(b)) return raise(exc::ValueError, "negative shift count");
    if (isZeroInt(a)) return newInt(0);
    int overflow;
    int64_t shift = intValue(b, &overflow);
    if (overflow || static_cast<uint64_t>(shift) / digitBits > largestDigitCount) return tooManyDigits();
    if (isCompactInt(a) && shift < 31) return newInt(compactValue(a) * (int64_t{1} << shift));
    ssize words = shift / digitBits, n = digitCount(a);
    int bits = static_cast<int>(shift % digitBits);
    ssize size = n + words + (bits ? 1 : 0);
    if (size > 1000 && !canAllocateInt(static_cast<uint64_t>(size) * 4)) return {};
    IntObject* z = allocateInt(size);
    if (!z) return {};
    std::memset(z->digits, 0, static_cast<size_t>(words) * 4);
    uint64_t carry = 0;
    for (ssize d = 0; d < n; ++d) {
        carry |= static_cast<uint64_t>(asInt(a)->digits[d]) << bits;
        z->digits[words + d] = carry & digitMask;
        carry >>= digitBits;
    }
    if (bits) z->digits[words + n] = static_cast<uint32_t>(carry);
    return finishInt(z, isNegativeInt(a), {IntOperation::LeftShift, a, b});
}

Owned intRightShift(Object* a, Object* b) {
    if (!isInt(a) || !isInt(b)) return notImplemented();
    if (isNegativeInt(b)) return raise(exc::ValueError, "negative shift count");
    int overflow;
    int64_t shift = intValue(b, &overflow);
    bool negative = isNegativeInt(a);
    if (overflow || static_cast<uint64_t>(shift) >= intBitLength(a)) return newInt(negative ? -1 : 0);
    if (negative && !shift && !isCompactInt(a)) return types::Int->positive(a); // itself, in CPython 3.13; a positive one is made anew
    if (isMediumInt(a)) return newInt(mediumValue(a) >> (shift > 62 ? 62 : shift));
    ssize words = shift / digitBits, n = digitCount(a), size = n - words;
    int bits = static_cast<int>(shift % digitBits);
    const uint32_t* digits = asInt(a)->digits;
    // Rounds to minus infinity: a negative number that loses bits goes one further from zero.
    bool lost = false;
    if (negative) {
        for (ssize d = 0; d < words && !lost; ++d) lost = digits[d] != 0;
        lost |= (digits[words] & ((1u << bits) - 1)) != 0;
    }
    IntObject* z = allocateInt(size + (negative ? 1 : 0));
    if (!z) return {};
    uint64_t carry = lost ? 1 : 0;
    for (ssize d = 0; d < size; ++d) {
        uint64_t next = d + 1 < size ? digits[words + d + 1] : 0;
        uint64_t digit = ((digits[words + d] | next << digitBits) >> bits & digitMask) + carry;
        z->digits[d] = digit & digitMask;
        carry = digit >> digitBits;
    }
    if (negative) z->digits[size] = static_cast<uint32_t>(carry);
    return finishInt(z, negative, {IntOperation::RightShift, a, b});
}

// ---- & | ^ --------------------------------------------------------------------------------------------------------

namespace {

// Negative numbers count as two's complement with infinitely many ones in front: their digits are turned round on the way in,
// and those of a negative result on the way out.
Owned bitwise(Object* a, Object* b, IntOperation operation) {
    if (!isInt(a) || !isInt(b)) return notImplemented();
    if (isMediumInt(a) && isMediumInt(b)) [[likely]] {
        int64_t x = mediumValue(a), y = mediumValue(b);
        return newInt(operation == IntOperation::And ? x & y : operation == IntOperation::Or ? x | y : x ^ y);
    }
    bool negativeA = isNegativeInt(a), negativeB = isNegativeInt(b), negative = false;
    ssize n = digitCount(a), m = digitCount(b);
    if (n < m) {
        std::swap(a, b);
        std::swap(n, m);
        std::swap(negativeA, negativeB);
    }
    ssize size = n;
    switch (operation) {
    case IntOperation::And:
        negative = negativeA && negativeB;
        size = negativeB ? n : m;
        break;
    case IntOperation::Or:
        negative = negativeA || negativeB;
        size = negativeB ? m : n;
        break;
    default: negative = negativeA != negativeB; break; // Xor
    }
    IntObject* z = allocateInt(size + (negative ? 1 : 0));
    if (!z) return {};
    uint32_t carryA = 1, carryB = 1, carryZ = 1;
    for (ssize d = 0; d < size; ++d) {
        uint32_t x = asInt(a)->digits[d], y = d < m ? asInt(b)->digits[d] : 0;
        if (negativeA) {
            x = (x ^ digitMask) + carryA;
            carryA = x >> digitBits;
            x &= digitMask;
        }
        if (negativeB) {
            y = (y ^ digitMask) + carryB;
            carryB = y >> digitBits;
            y &= digitMask;
        }
        uint32_t digit = operation == IntOperation::And ? x & y : operation == IntOperation::Or ? x | y : x ^ y;
        if (negative) {
            digit = (digit ^ digitMask) + carryZ;
            carryZ = digit >> digitBits;
            digit &= digitMask;
        }
        z->digits[d] = digit;
    }
    if (negative) z->digits[size] = carryZ;
    return finishInt(z, negative, {operation, a, b});
}

}

Owned intAnd(Object* a, Object* b) { return bitwise(a, b, IntOperation::And); }
Owned intOr(Object* a, Object* b) { return bitwise(a, b, IntOperation::Or); }
Owned intXor(Object* a, Object* b) { return bitwise(a, b, IntOperation::Xor); }

// ---- powers -------------------------------------------------------------------------------------------------------

namespace {

// base ** exponent % modulus for 0 <= base < modulus. One multiplication at a time, so that it can be stopped.
bool powerModulo(mpz_ptr result, mpz_srcptr base, mpz_srcptr exponent, mpz_srcptr modulus) {
    if (mpz_sizeinbase(modulus, 2) < 4096 || mpz_sizeinbase(exponent, 2) < 256) {
        mpz_powm(result, base, exponent, modulus);
        return true;
    }
    mpz_set_ui(result, 1);
    for (size_t bit = mpz_sizeinbase(exponent, 2); bit-- > 0;) {
        mpz_mul(result, result, result);
        mpz_tdiv_r(result, result, modulus);
        if (mpz_tstbit(exponent, bit)) {
            mpz_mul(result, result, base);
            mpz_tdiv_r(result, result, modulus);
        }
        if (!checkBreaker()) return false;
    }
    return true;
}

Owned intPowerModulo(Object* a, Object* b, Object* c) {
    if (isZeroInt(c)) return raise(exc::ValueError, "pow() 3rd argument cannot be 0");
    Mpz base(a), exponent(b), modulus(c), result;
    bool negative = isNegativeInt(c);
    mpz_abs(modulus, modulus);
    if (mpz_cmp_ui(static_cast<mpz_srcptr>(modulus), 1) == 0) return newInt(0);
    if (isNegativeInt(b)) {
        mpz_neg(exponent, exponent);
        if (!mpz_invert(base, base, modulus)) return raise(exc::ValueError, "base is not invertible for the given modulus");
    }
    mpz_fdiv_r(base, base, modulus);
    if (!powerModulo(result, base, exponent, modulus)) return {};
    if (negative && mpz_sgn(static_cast<mpz_srcptr>(result)) != 0) mpz_sub(result, result, modulus);
    return newIntFromMpz(result);
}

}

Owned intPower(Object* a, Object* b, Object* c) {
    if (!isInt(a) || !isInt(b)) return notImplemented();
    if (!isNone(c)) return isInt(c) ? intPowerModulo(a, b, c) : notImplemented();
    if (isNegativeInt(b)) return types::Float->power(a, b, c);
    if (isZeroInt(b)) return newInt(1);
    if (isCompactInt(a)) {
        int64_t base = compactValue(a);
        if (base == 0 || base == 1) return newInt(base);
        if (base == -1) return newInt(asInt(b)->digits[0] & 1 ? -1 : 1);
    }
    int overflow;
    int64_t exponent = intValue(b, &overflow);
    if (isCompactInt(a) && !overflow && exponent < 64) { // while it fits in 64 bits
        int64_t base = compactValue(a), result = 1, e = exponent;
        bool fits = true;
        for (;;) {
            if ((e & 1) && __builtin_mul_overflow(result, base, &result)) fits = false;
            e >>= 1;
            if (!fits || e == 0) break;
            if (__builtin_mul_overflow(base, base, &base)) fits = false;
        }
        if (fits) return newInt(result);
    }
    // At least so many bytes, so that a number that cannot be had is refused before it is computed.
    uint64_t bits = intBitLength(a);
    unsigned __int128 least = static_cast<unsigned __int128>(bits - 1) * static_cast<uint64_t>(exponent) / 8;
    if (overflow || least > Heap::regionBytes) return raiseMemoryError();
    if (!canAllocateInt(static_cast<uint64_t>(least) * 32 / 30 + 1)) return {};
    if (least < 100000) {
        Mpz base(a);
        mpz_pow_ui(base, base, static_cast<unsigned long>(exponent));
        return newIntFromMpzSized(base, 0, {IntOperation::Power, a, b});
    }
    Mpz base(a), result;
    mpz_set_ui(result, 1);
    // Factors of two are a shift.
    mp_bitcnt_t twos = mpz_scan1(base, 0);
    mpz_tdiv_q_2exp(base, base, twos);
    for (int bit = 63; bit >= 0; --bit) {
        mpz_mul(result, result, result);
        if (exponent >> bit & 1) mpz_mul(result, result, base);
        if (!checkBreaker()) return {};
    }
    mpz_mul_2exp(result, result, twos * static_cast<mp_bitcnt_t>(exponent));
    return newIntFromMpz(result);
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
// + - * // % divmod / ~ and negation. One digit first, then two in int64, then digit by digit; products and quotients of long numbers
// by GMP.
#include <bit>
#include <cmath>
#include <cstring>

#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/numbers/float_object.h"
#include "core/python/objects/numbers/int_digits.h"

namespace memtape {

namespace {

bool bothInts(Object* a, Object* b) { return isInt(a) && isInt(b); }

// |a| + |b|, with a sign.
Owned addMagnitudes(const IntObject* a, const IntObject* b, bool negative, const IntSource& source) {
    ssize n = digitCount(a), m = digitCount(b);
    if (n < m) {
        std::swap(a, b);
        std::swap(n, m);
    }
    IntObject* z = allocateInt(n + 1);
    if (!z) return {};
    uint32_t carry = 0;
    ssize d = 0;
    for (; d < m; ++d) {
        carry += a->digits[d] + b->digits[d];
        z->digits[d] = carry & digitMask;
        carry >>= digitBits;
    }
    for (; d < n; ++d) {
        carry += a->digits[d];
        z->digits[d] = carry & digitMask;
        carry >>= digitBits;
    }
    z->digits[d] = carry;
    return finishInt(z, negative, source);
}

// |a| − |b|, with the sign turned round where `negative`.
Owned subtractMagnitudes(const IntObject* a, const IntObject* b, bool negative, const IntSource& source) {
    ssize n = digitCount(a), m = digitCount(b);
    if (n < m) {
        std::swap(a, b);
        std::swap(n, m);
        negative = !negative;
    } else if (n == m) { // leading digits that are the same fall away
        ssize d = n;
        while (d > 0 && a->digits[d - 1] == b->digits[d - 1]) --d;
        if (d == 0) return newInt(0);
        if (a->digits[d - 1] < b->digits[d - 1]) {
            std::swap(a, b);
            negative = !negative;
        }
        n = m = d;
    }
    IntObject* z = allocateInt(n);
    if (!z) return {};
    uint32_t borrow = 0;
    ssize d = 0;
    for (; d < m; ++d) {
        borrow = a->digits[d] - b->digits[d] - borrow;
        z->digits[d] = borrow & digitMask;
        borrow = (borrow >> digitBits) & 1;
    }
    for (; d < n; ++d) {
        borrow = a->digits[d] - borrow;
        z->digits[d] = borrow & digitMask;
        borrow = (borrow >> digitBits) & 1;
    }
    return finishInt(z, negative, source);
}

}

Owned intAdd(Object* a, Object* b) {
    if (!bothInts(a, b)) return notImplemented();
    if (isCompactInt(a) && isCompactInt(b)) [[likely]]
        return newInt(compactValue(a) + compactValue(b));
    const IntSource source{IntOperation::Add, a, b};
    if (isNegativeInt(a) == isNegativeInt(b)) return addMagnitudes(asInt(a), asInt(b), isNegativeInt(a), source);
    return subtractMagnitudes(asInt(a), asInt(b), isNegativeInt(a), source);
}

Owned intSubtract(Object* a, Object* b) {
    if (!bothInts(a, b)) return notImplemented();
    if (isCompactInt(a) && isCompactInt(b)) [[likely]]
        return newInt(compactValue(a) - compactValue(b));
    const IntSource source{IntOperation::Subtract, a, b};
    if (isNegativeInt(a) != isNegativeInt(b)) return addMagnitudes(asInt(a), asInt(b), isNegativeInt(a), source);
    return subtractMagnitudes(asInt(a), asInt(b), isNegativeInt(a), source);
}

Owned intMultiply(Object* a, Object* b) {
    if (!bothInts(a, b)) return notImplemented();
    if (isCompactInt(a) && isCompactInt(b)) [[likely]]
        return newInt(compactValue(a) * compactValue(b));
    const IntObject *x = asInt(a), *y = asInt(b);
    ssize n = digitCount(x), m = digitCount(y);
    if (n == 0 || m == 0) return newInt(0);
    const IntSource source{IntOperation::Multiply, a, b};
    bool negative = isNegativeInt(a) != isNegativeInt(b);
    if (n < m) {
        std::swap(x, y);
        std::swap(n, m);
    }
    if (m > 40) {
        if (!canAllocateInt(static_cast<uint64_t>(n + m) * 4)) return {};
        Mpz p(a), q(b);
        mpz_mul(p, p, q);
        return newIntFromMpzSized(p, n + m, source);
    }
    IntObject* z = allocateInt(n + m);
    if (!z) return {};
    std::memset(z->digits, 0, static_cast<size_t>(n + m) * 4);
    for (ssize i = 0; i < m; ++i) {
        uint64_t carry = 0, factor = y->digits[i];
        uint32_t* out = z->digits + i;
        for (ssize j = 0; j < n; ++j) {
            carry += out[j] + x->digits[j] * factor;
            out[j] = carry & digitMask;
            carry >>= digitBits;
        }
        out[n] = static_cast<uint32_t>(carry);
    }
    return finishInt(z, negative, source);
}

// ---- division -----------------------------------------------------------------------------------------------------

// The magnitude of four digits at most.
static unsigned __int128 wideMagnitude(const Object* o) {
    unsigned __int128 magnitude = 0;
    for (ssize d = digitCount(o); d-- > 0;) magnitude = magnitude << digitBits | asInt(o)->digits[d];
    return magnitude;
}

// It is told in full, being short.
static Owned newIntFromWide(unsigned __int128 magnitude, bool negative) {
    if (magnitude <= static_cast<uint64_t>(INT64_MAX)) return newInt(negative ? -static_cast<int64_t>(magnitude) : static_cast<int64_t>(magnitude));
    ssize digits = 3;
    while (magnitude >> (digits * digitBits)) ++digits;
    IntObject* z = allocateInt(digits);
    if (!z) return {};
    for (ssize d = 0; d < digits; ++d, magnitude >>= digitBits) z->digits[d] = static_cast<uint32_t>(magnitude) & digitMask;
    return finishInt(z, negative);
}

// Makes those that are wanted; where the second fails, the first is dropped.
template <class MakeQuotient, class MakeRemainder>
static bool giveParts(Owned* quotient, Owned* remainder, MakeQuotient makeQuotient, MakeRemainder makeRemainder) {
    if (quotient && !(*quotient = makeQuotient())) return false;
    if (!remainder || (*remainder = makeRemainder())) return true;
    if (quotient) decref(quotient->pointer);
    return false;
}

// Whether CPython divides no further, but gives the dividend itself as the remainder (3.13's long_rem): it compares the numbers of digits, then the highest.
static bool remainsWhole(const Object* a, const Object* b) {
    const ssize n = digitCount(a), m = digitCount(b);
    if (m == 1 || isNegativeInt(a) != isNegativeInt(b)) return false;
    return n < m || (n == m && asInt(a)->digits[n - 1] < asInt(b)->digits[n - 1]);
}

// Rounds to minus infinity; the remainder has the divisor's sign.
bool intDivmodParts(Object* a, Object* b, Owned* quotient, Owned* remainder) {
    const IntSource ofQuotient{IntOperation::FloorDivide, a, b}, ofRemainder{IntOperation::Remainder, a, b};
    if (remainsWhole(a, b))
        return giveParts(
            quotient, remainder, [] { return newInt(0); }, [&] { return types::Int->positive(a); });
    if (isMediumInt(a) && isMediumInt(b)) {
        int64_t x = mediumValue(a), y = mediumValue(b), q = x / y, r = x % y;
        if (r && (r < 0) != (y < 0)) {
            --q;
            r += y;
        }
        return giveParts(
            quotient, remainder, [&] { return newInt(q); }, [&] { return newInt(r); });
    }
    if (digitCount(b) == 1) { // by one digit
        const IntObject* x = asInt(a);
        ssize n = digitCount(x);
        uint32_t divisor = asInt(b)->digits[0];
        bool opposite = isNegativeInt(a) != isNegativeInt(b);
        IntObject* z = quotient ? allocateInt(n) : nullptr;
        if (quotient && !z) return false;
        uint64_t rest = 0;
        for (ssize d = n; d-- > 0;) {
            rest = rest << digitBits | x->digits[d];
            uint32_t digit = static_cast<uint32_t>(rest / divisor);
            rest -= static_cast<uint64_t>(digit) * divisor;
            if (z) z->digits[d] = digit;
        }
        int64_t r = static_cast<int64_t>(rest);
        if (opposite && r) {
            r = divisor - r;
            for (ssize d = 0; z && d < n; ++d) { // one further from zero
                z->digits[d] = (z->digits[d] + 1) & digitMask;
                if (z->digits[d]) break;
            }
        }
        if (isNegativeInt(b)) r = -r;
        return giveParts(
            quotient, remainder, [&] { return finishInt(z, opposite, ofQuotient); }, [&] { return newInt(r); });
    }
    if (isMediumInt(b) && digitCount(a) <= 4) {
        const bool negative = isNegativeInt(b), opposite = isNegativeInt(a) != negative;
        const unsigned __int128 x = wideMagnitude(a);
        const uint64_t y = static_cast<uint64_t>(wideMagnitude(b));
        unsigned __int128 q = x / y;
        uint64_t r = static_cast<uint64_t>(x - q * y);
        if (opposite && r) {
            ++q;
            r = y - r;
        }
        return giveParts(
            quotient, remainder, [&] { return newIntFromWide(q, opposite); }, [&] { return newIntFromWide(r, negative); });
    }
    Mpz x(a), y(b), q, r;
    if (quotient && remainder) mpz_fdiv_qr(q, r, x, y);
    else if (quotient) mpz_fdiv_q(q, x, y);
    else mpz_fdiv_r(r, x, y);
    return giveParts(
        quotient, remainder, [&] { return newIntFromMpzSized(q, 0, ofQuotient); }, [&] { return newIntFromMpzSized(r, 0, ofRemainder); });
}

Owned intFloorDivide(Object* a, Object* b) {
    if (!bothInts(a, b)) return notImplemented();
    if (isZeroInt(b)) return raise(exc::ZeroDivisionError, "integer division or modulo by zero");
    Owned quotient = nullptr;
    return intDivmodParts(a, b, &quotient, nullptr) ? quotient : nullptr;
}

Owned intRemainder(Object* a, Object* b) {
    if (!bothInts(a, b)) return notImplemented();
    if (isZeroInt(b)) return raise(exc::ZeroDivisionError, "integer modulo by zero");
    if (isCompactInt(a) && isCompactInt(b)) {
        int64_t x = compactValue(a), y = compactValue(b), r = x % y;
        if (r && (r < 0) != (y < 0)) r += y;
        return newInt(r);
    }
    Owned remainder = nullptr;
    return intDivmodParts(a, b, nullptr, &remainder) ? remainder : nullptr;
}

Owned intDivmod(Object* a, Object* b) {
    if (!bothInts(a, b)) return notImplemented();
    if (isZeroInt(b)) return raise(exc::ZeroDivisionError, "integer division or modulo by zero");
    Owned quotient = nullptr, remainder = nullptr;
    if (!intDivmodParts(a, b, &quotient, &remainder)) return {};
    Ref<> q(quotient), r(remainder);
    return packTuple(q.get(), r.get());
}

// The quotient as the nearest double, half to even, whatever the size of the operands: enough bits of it are computed exactly,
// with one more that says whether anything is left, and rounded once.
Owned intTrueDivide(Object* a, Object* b) {
    if (!bothInts(a, b)) return notImplemented();
    if (isZeroInt(b)) return raise(exc::ZeroDivisionError, "division by zero");
    constexpr int64_t exact = int64_t{1} << 53;
    if (isMediumInt(a) && isMediumInt(b)) {
        int64_t x = mediumValue(a), y = mediumValue(b);
        if (x >= -exact && x <= exact && y >= -exact && y <= exact) return newFloat(static_cast<double>(x) / static_cast<double>(y));
    }
    bool negative = isNegativeInt(a) != isNegativeInt(b);
    if (isZeroInt(a)) return newFloat(negative ? -0.0 : 0.0);
    int64_t difference = static_cast<int64_t>(intBitLength(a)) - static_cast<int64_t>(intBitLength(b));
    if (difference > 1024) return raise(exc::OverflowError, "integer division result too large for a float");
    if (difference < -1021 - 53 - 1) return newFloat(negative ? -0.0 : 0.0);
    int64_t shift = (difference > -1021 ? difference : -1021) - 53 - 2;
    Mpz x(a), y(b), q, r;
    mpz_abs(x, x);
    mpz_abs(y, y);
    bool inexact = false;
    if (shift <= 0) {
        mpz_mul_2exp(x, x, static_cast<mp_bitcnt_t>(-shift));
    } else {
        inexact = mpz_scan1(x, 0) < static_cast<mp_bitcnt_t>(shift);
        mpz_fdiv_q_2exp(x, x, static_cast<mp_bitcnt_t>(shift));
    }
    mpz_fdiv_qr(q, r, x, y);
    inexact |= mpz_sgn(static_cast<mpz_srcptr>(r)) != 0;
    uint64_t bits = mpz_get_ui(q); // 57 bits at most
    int64_t length = std::bit_width(bits);
    int64_t extra = (length > -1021 - shift ? length : -1021 - shift) - 53;
    uint64_t half = uint64_t{1} << (extra - 1), low = bits | (inexact ? 1 : 0);
    if ((low & half) && (low & (3 * half - 1))) bits = low + half;
    bits &= ~(2 * half - 1);
    double result = static_cast<double>(bits);
    if (shift + length >= 1024 && (shift + length > 1024 || result == std::ldexp(1.0, static_cast<int>(length)))) {
        return raise(exc::OverflowError, "integer division result too large for a float");
    }
    result = std::ldexp(result, static_cast<int>(shift));
    return newFloat(negative ? -result : result);
}

// ---- one operand --------------------------------------------------------------------------------------------------

Owned intNegative(Object* a) {
    if (isMediumInt(a)) return newInt(-mediumValue(a));
    ssize n = digitCount(a);
    IntObject* z = allocateInt(n);
    if (!z) return {};
    std::memcpy(z->digits, asInt(a)->digits, static_cast<size_t>(n) * 4);
    return finishInt(z, !isNegativeInt(a));
}

Owned intAbsolute(Object* a) { return isNegativeInt(a) ? intNegative(a) : types::Int->positive(a); }

Owned intInvert(Object* a) { // −(a + 1)
    if (isMediumInt(a)) return newInt(~mediumValue(a));
    Ref<> next = intAdd(a, smallInts[1 + 5]);
    return next ? intNegative(next) : Owned(nullptr);
}

}

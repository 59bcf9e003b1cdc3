// SPDX-License-Identifier: GPL-3.0-or-later
// math: gcd, lcm, factorial, comb, perm, isqrt.
#include <cmath>
#include <utility>

#include "core/python/modules/math/math_functions.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/numbers/int_digits.h"
#include "core/python/objects/protocol/protocol.h"

namespace memtape {

namespace {

Owned intOne() { return newInt(1); }

// The product of low … high − 1 into `out`, halves first. False: stopped.
bool productOfRange(mpz_ptr out, uint64_t low, uint64_t high) {
    if (high - low <= 16) {
        mpz_set_ui(out, 1);
        for (uint64_t i = low; i < high; ++i) mpz_mul_ui(out, out, i);
        return checkBreaker();
    }
    uint64_t middle = low + (high - low) / 2;
    Mpz right;
    if (!productOfRange(out, low, middle) || !productOfRange(right, middle, high)) return false;
    mpz_mul(out, out, right);
    return checkBreaker();
}

Owned factorialOf(int64_t n) {
    double bytes = n < 2 ? 1 : static_cast<double>(n) * (std::log2(static_cast<double>(n)) - 1.5) / 8;
    if (bytes > 1e18 || (bytes > 4096 && !canAllocateInt(static_cast<uint64_t>(bytes))))
        return errorOccurred() ? Owned(nullptr) : Owned(raiseMemoryError());
    Mpz result;
    if (n < 100000) mpz_fac_ui(result, static_cast<unsigned long>(n));
    else if (!productOfRange(result, 1, static_cast<uint64_t>(n) + 1)) return {};
    return newIntFromMpz(result);
}

}

Owned mathFactorial(Object*, Object* o) {
    Held<> n(numberIndex(o));
    if (!n) return {};
    int overflow;
    int64_t value = intValue(n, &overflow);
    if (overflow > 0) return raise(exc::OverflowError, "factorial() argument should not exceed {}", INT64_MAX);
    if (overflow < 0 || value < 0) return raise(exc::ValueError, "factorial() not defined for negative values");
    return factorialOf(value);
}

namespace {

// Of two of which one has three digits or more. Where one divides the other, CPython 3.13 gives that one itself (_PyLong_GCD), the second if they are equal.
Owned gcdOfLarge(Object* a, Object* b) {
    Mpz x(a), y(b), common;
    mpz_gcd(common, x, y);
    for (const auto& [object, value] : {std::pair<Object*, mpz_srcptr>(b, y), {a, x}})
        if (!isMediumInt(object) && !mpz_cmpabs(common, value)) return intAbsolute(object);
    return newIntFromMpz(common);
}

Owned gcd(Object* a, Object* b) {
    if (!isMediumInt(a) || !isMediumInt(b)) return gcdOfLarge(a, b);
    int64_t x = std::llabs(mediumValue(a)), y = std::llabs(mediumValue(b));
    while (y) x = std::exchange(y, x % y);
    return newInt(x);
}

}

Owned mathGcd(Object*, Args args) {
    if (args.count == 0) return newInt(0);
    Held<> result(numberIndex(args[0]));
    if (result && args.count == 1) result = intAbsolute(result);
    for (size_t i = 1; i < args.count && result; ++i) {
        Held<> x(numberIndex(args[i]));
        if (!x) return {};
        result = gcd(result, x);
    }
    return result ? result.release() : Owned();
}

Owned mathLcm(Object*, Args args) {
    if (args.count == 0) return intOne();
    if (args.count == 1) {
        Held<> x(numberIndex(args[0]));
        return x ? intAbsolute(x) : Owned();
    }
    Held<> result(newInt(1));
    for (size_t i = 0; i < args.count; ++i) {
        Held<> x(numberIndex(args[i]));
        if (!x) return {};
        Mpz a(result), b(x);
        mpz_lcm(a, a, b);
        result = newIntFromMpz(a);
        if (!result) return {};
    }
    return result.release();
}

Owned mathIsqrt(Object*, Object* o) {
    Held<> n(numberIndex(o));
    if (!n) return {};
    if (isNegativeInt(n)) return raise(exc::ValueError, "isqrt() argument must be nonnegative");
    Mpz value(n);
    mpz_sqrt(value, value);
    return newIntFromMpz(value);
}

namespace {

// n and k as ints that are not negative. False: exception pending.
bool pairOfCounts(Args args, Held<>& n, Held<>& k) {
    n = numberIndex(args[0]);
    if (!n) return false;
    k = numberIndex(args[1]);
    if (!k) return false;
    if (isNegativeInt(n)) return raise(exc::ValueError, "n must be a non-negative integer");
    if (isNegativeInt(k)) return raise(exc::ValueError, "k must be a non-negative integer");
    return true;
}

// Whether about `factors` factors of the size of n make a number that can be had.
bool canHaveProduct(Object* n, int64_t factors) {
    unsigned __int128 bytes = static_cast<unsigned __int128>(intBitLength(n)) * static_cast<uint64_t>(factors) / 8;
    if (bytes < 100000000) return true;
    return factors < (int64_t{1} << 33) || raiseMemoryError();
}

}

Owned mathPerm(Object* self, Args args) {
    if (args.count == 1 || isNone(args[1])) return mathFactorial(self, args[0]);
    Held<> n, k;
    if (!pairOfCounts(args, n, k)) return {};
    if (intCompare(n, k) < 0) return newInt(0);
    int overflow;
    int64_t count = intValue(k, &overflow);
    if (overflow) return raise(exc::OverflowError, "k must not exceed {}", INT64_MAX);
    if (!canHaveProduct(n, count)) return {};
    if (count == 0) return intOne();
    if (count == 1) return types::Int->positive(n);
    int64_t top = intValue(n, &overflow);
    Mpz result;
    if (!overflow) {
        if (!productOfRange(result, static_cast<uint64_t>(top - count + 1), static_cast<uint64_t>(top) + 1)) return {};
    } else {
        Mpz factor(n);
        mpz_set(result, factor);
        for (int64_t i = 1; i < count; ++i) {
            mpz_sub_ui(factor, factor, 1);
            mpz_mul(result, result, factor);
            if (!checkBreaker()) return {};
        }
    }
    return newIntFromMpz(result);
}

Owned mathComb(Object*, Args args) {
    Held<> n, k;
    if (!pairOfCounts(args, n, k)) return {};
    if (intCompare(n, k) < 0) return newInt(0);
    Held<> other(intSubtract(n, k));
    if (!other) return {};
    Object* fewer = intCompare(k, other) < 0 ? k.get() : other.get();
    int overflow;
    int64_t count = intValue(fewer, &overflow);
    if (overflow) return raise(exc::OverflowError, "min(n - k, k) must not exceed {}", INT64_MAX);
    if (!canHaveProduct(n, count)) return {};
    if (count == 1) return types::Int->positive(n);
    Mpz result(n);
    int64_t top = intValue(n, &overflow);
    if (!overflow) mpz_bin_uiui(result, static_cast<unsigned long>(top), static_cast<unsigned long>(count));
    else mpz_bin_ui(result, result, static_cast<unsigned long>(count));
    return newIntFromMpz(result);
}

}

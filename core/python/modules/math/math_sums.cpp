// SPDX-License-Identifier: GPL-3.0-or-later
// math: fsum, sumprod, prod, hypot, dist. Sums keep what each addition loses, so that they are rounded once.
#include <cfloat>
#include <cmath>
#include <vector>

#include "core/python/modules/math/math_functions.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/numbers/float_object.h"
#include "core/python/objects/numbers/int_digits.h"
#include "core/python/objects/protocol/protocol.h"

namespace memtape {

namespace {

// A number as the unevaluated sum of two doubles.
struct Double2 {
    double high, low;
};

Double2 fastSum(double a, double b) { // |a| >= |b|
    double x = a + b;
    return {x, (a - x) + b};
}
Double2 exactSum(double a, double b) {
    double x = a + b, z = x - a;
    return {x, (a - (x - z)) + (b - z)};
}
Double2 exactProduct(double x, double y) {
    double z = x * y;
    return {z, std::fma(x, y, -z)};
}

// The Euclidean norm, right to within less than one unit in the last place.
double norm(std::vector<double>& v, double largest, bool foundNan) {
    if (std::isinf(largest)) return largest;
    if (foundNan) return NAN;
    if (largest == 0 || v.size() <= 1) return largest;
    int exponent;
    std::frexp(largest, &exponent);
    if (exponent < -1023) { // subnormal: made normal first
        for (double& x : v) x /= DBL_MIN;
        return DBL_MIN * norm(v, largest / DBL_MIN, foundNan);
    }
    double scale = std::ldexp(1.0, -exponent), sum = 1.0, lost1 = 0, lost2 = 0;
    for (double x : v) {
        x *= scale;
        Double2 square = exactProduct(x, x), s = fastSum(sum, square.high);
        sum = s.high;
        lost1 += square.low;
        lost2 += s.low;
    }
    double h = std::sqrt(sum - 1.0 + (lost1 + lost2));
    Double2 square = exactProduct(-h, h), s = fastSum(sum, square.high);
    sum = s.high;
    lost1 += square.low;
    lost2 += s.low;
    double rest = sum - 1.0 + (lost1 + lost2);
    h += rest / (2.0 * h);
    return h / scale;
}

}

Owned mathHypot(Object*, Args args) {
    std::vector<double> v(args.count);
    double largest = 0;
    bool foundNan = false;
    for (size_t i = 0; i < args.count; ++i) {
        double x;
        if (!toDouble(args[i], &x)) return {};
        v[i] = x = std::fabs(x);
        foundNan |= std::isnan(x);
        if (x > largest) largest = x;
    }
    return newFloat(norm(v, largest, foundNan));
}

Owned mathDist(Object*, Args args) {
    Held<TupleObject> p(isTuple(args[0]) ? newRef(args[0]) : sequenceToTuple(args[0]));
    if (!p) return {};
    Held<TupleObject> q(isTuple(args[1]) ? newRef(args[1]) : sequenceToTuple(args[1]));
    if (!q) return {};
    if (p->count != q->count) return raise(exc::ValueError, "both points must have the same number of dimensions");
    std::vector<double> v(static_cast<size_t>(p->count));
    double largest = 0;
    bool foundNan = false;
    for (size_t i = 0; i < v.size(); ++i) {
        double x, y;
        if (!toDouble(p->items[i], &x) || !toDouble(q->items[i], &y)) return {};
        v[i] = x = std::fabs(x - y);
        foundNan |= std::isnan(x);
        if (x > largest) largest = x;
    }
    return newFloat(norm(v, largest, foundNan));
}

// Shewchuk's sum: partial sums that do not overlap, growing in size; exact until the last rounding.
Owned mathFsum(Object*, Object* iterable) {
    Held<> iterator(getIter(iterable));
    if (!iterator) return {};
    std::vector<double> partials;
    double specialSum = 0, infinitySum = 0;
    for (;;) {
        Held<> item(nextOf(iterator));
        if (!item) {
            if (errorOccurred()) return {};
            break;
        }
        double x;
        if (!toDouble(item, &x)) return {};
        double original = x;
        size_t kept = 0;
        for (double y : std::vector<double>(partials)) {
            if (std::fabs(x) < std::fabs(y)) std::swap(x, y);
            Double2 s = fastSum(x, y);
            if (s.low != 0) partials[kept++] = s.low;
            x = s.high;
        }
        partials.resize(kept);
        if (x != 0) {
            if (!std::isfinite(x)) {
                if (std::isfinite(original)) return raise(exc::OverflowError, "intermediate overflow in fsum");
                if (std::isinf(original)) infinitySum += original;
                specialSum += original;
                partials.clear();
            } else {
                partials.push_back(x);
            }
        }
    }
    if (specialSum != 0) {
        if (std::isnan(infinitySum)) return raise(exc::ValueError, "-inf + inf in fsum");
        return newFloat(specialSum);
    }
    double high = 0, low = 0;
    size_t n = partials.size();
    if (n > 0) {
        high = partials[--n];
        while (n > 0) {
            Double2 s = fastSum(high, partials[--n]);
            high = s.high;
            low = s.low;
            if (low != 0) break;
        }
        // Half to even across what is left: the next partial tells on which side of the half we are.
        if (n > 0 && ((low < 0 && partials[n - 1] < 0) || (low > 0 && partials[n - 1] > 0))) {
            double y = low * 2.0, x = high + y;
            if (y == x - high) high = x;
        }
    }
    return newFloat(high);
}

Owned mathProd(Object*, Args args) {
    Object* given[2] = {};
    if (!parseArgs("prod", args, "iterable / | $ start", given)) return {};
    Held<> iterator(getIter(given[0]));
    if (!iterator) return {};
    Held<> result(given[1] ? newRef(given[1]) : newInt(1));
    for (;;) {
        Held<> item(nextOf(iterator));
        if (!item) return errorOccurred() ? Owned(nullptr) : result.release();
        result = numberMultiply(result, item);
        if (!result) return {};
    }
}

// Runs of ints and runs of floats are summed apart and joined to the total where the kind changes; floats with three doubles' precision.
Owned mathSumprod(Object*, Args args) {
    Held<> iteratorP(getIter(args[0]));
    if (!iteratorP) return {};
    Held<> iteratorQ(getIter(args[1]));
    if (!iteratorQ) return {};
    Held<> total(newInt(0));
    bool floatsOpen = false;
    double high = 0, low = 0, tiny = 0;
    auto closeFloats = [&] {
        if (!floatsOpen) return true;
        floatsOpen = false;
        Held<> sum(newFloat(high + exactSum(low, tiny).high));
        high = low = tiny = 0;
        if (!sum) return false;
        total = numberAdd(total, sum);
        return static_cast<bool>(total);
    };
    for (;;) {
        Held<> p(nextOf(iteratorP));
        if (!p && errorOccurred()) return {};
        Held<> q(nextOf(iteratorQ));
        if (!q && errorOccurred()) return {};
        if (!p != !q) return raise(exc::ValueError, "Inputs are not the same length");
        if (!p) {
            if (!closeFloats()) return {};
            return total.release();
        }
        bool floatP = isExactFloat(p), floatQ = isExactFloat(q);
        bool plainP = floatP || isExactInt(p) || isBool(p), plainQ = floatQ || isExactInt(q) || isBool(q);
        if ((floatP || floatQ) && plainP && plainQ) {
            double x, y;
            if (toDouble(p, &x) && toDouble(q, &y)) {
                Double2 pr = exactProduct(x, y), sm = exactSum(high, pr.high), r1 = exactSum(low, pr.low), r2 = exactSum(r1.high, sm.low);
                if (std::isfinite(sm.high)) {
                    high = sm.high;
                    low = r2.high;
                    tiny = tiny + r1.low + r2.low;
                    floatsOpen = true;
                    continue;
                }
            } else {
                clearError(); // an int too large for a float: the general way words the exception
            }
        }
        if (!closeFloats()) return {};
        Held<> product(numberMultiply(p, q));
        if (!product) return {};
        total = numberAdd(total, product);
        if (!total) return {};
    }
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
// The math module of Python 3.13. Special values and the choice between "math domain error" and "math range error" are CPython's.
#include <cerrno>
#include <climits>
#include <cmath>
#include <cstring>

#include "core/python/modules/math/math_functions.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/numbers/float_object.h"
#include "core/python/objects/numbers/int_digits.h"
#include "core/python/objects/protocol/protocol.h"

namespace memtape {

namespace {

constexpr double pi = 3.141592653589793238462643383279502884197, e = 2.718281828459045235360287471352662497757;

Failure domainError() { return raise(exc::ValueError, "math domain error"); }
Failure rangeError() { return raise(exc::OverflowError, "math range error"); }

enum class Infinite { IsDomainError, IsRangeError }; // what an infinite result of a finite argument means

template <double (*function)(double), Infinite infinite> Owned oneArgument(Object*, Object* o) {
    double x;
    if (!toDouble(o, &x)) return {};
    double r = function(x);
    if (std::isnan(r) && !std::isnan(x)) return domainError();
    if (std::isinf(r) && std::isfinite(x)) return infinite == Infinite::IsRangeError ? rangeError() : domainError();
    return newFloat(r);
}

// Functions that tell by errno.
template <double (*function)(double)> Owned withErrno(Object*, Object* o) {
    double x;
    if (!toDouble(o, &x)) return {};
    errno = 0;
    double r = function(x);
    if (errno == EDOM) return domainError();
    if (errno == ERANGE && std::fabs(r) > 1.5) return rangeError();
    return newFloat(r);
}

bool twoDoubles(Args args, double* x, double* y) { return toDouble(args[0], x) && toDouble(args[1], y); }

// ---- logarithms ---------------------------------------------------------------------------------------------------

// An int too large for a double: from its leading bits and its length.
template <double (*function)(double)> Owned logarithm(Object* o) {
    double x;
    if (isInt(o)) {
        if (intSign(o) <= 0) return domainError();
        if (intToDouble(o, &x)) return newFloat(function(x));
        if (!errorMatches(exc::OverflowError)) return {};
        clearError();
        int64_t exponent;
        int more;
        x = std::frexp(intFraction(o, &exponent), &more);
        return newFloat(function(x) + function(2.0) * static_cast<double>(exponent + more));
    }
    if (!toDouble(o, &x)) return {};
    if (std::isnan(x)) return newFloat(x);
    if (x <= 0) return domainError();
    return newFloat(function(x));
}

double naturalLog(double x) { return std::log(x); }
double log2Of(double x) { return std::log2(x); }
double log10Of(double x) { return std::log10(x); }
Owned mathLog2(Object*, Object* o) { return logarithm<log2Of>(o); }
Owned mathLog10(Object*, Object* o) { return logarithm<log10Of>(o); }

Owned mathLog(Object*, Args args) {
    Held<> numerator(logarithm<naturalLog>(args[0]));
    if (!numerator || args.count == 1) return numerator.release();
    Held<> denominator(logarithm<naturalLog>(args[1]));
    if (!denominator) return {};
    return numberTrueDivide(numerator, denominator);
}

double acosOf(double x) { return std::acos(x); }
double acoshOf(double x) { return std::acosh(x); }
double asinOf(double x) { return std::asin(x); }
double asinhOf(double x) { return std::asinh(x); }
double atanOf(double x) { return std::atan(x); }
double atanhOf(double x) { return std::atanh(x); }
double cbrtOf(double x) { return std::cbrt(x); }
double cosOf(double x) { return std::cos(x); }
double coshOf(double x) { return std::cosh(x); }
double erfOf(double x) { return std::erf(x); }
double erfcOf(double x) { return std::erfc(x); }
double expOf(double x) { return std::exp(x); }
double exp2Of(double x) { return std::exp2(x); }
double expm1Of(double x) { return std::expm1(x); }
double fabsOf(double x) { return std::fabs(x); }
double log1pOf(double x) { return x == 0 ? x : std::log1p(x); }
double sinOf(double x) { return std::sin(x); }
double sinhOf(double x) { return std::sinh(x); }
double sqrtOf(double x) { return std::sqrt(x); }
double tanOf(double x) { return std::tan(x); }
double tanhOf(double x) { return std::tanh(x); }

// ---- two arguments ------------------------------------------------------------------------------------------------

Owned mathAtan2(Object*, Args args) {
    double y, x;
    if (!twoDoubles(args, &y, &x)) return {};
    return newFloat(std::atan2(y, x));
}

Owned mathCopysign(Object*, Args args) {
    double x, y;
    if (!twoDoubles(args, &x, &y)) return {};
    return newFloat(std::copysign(x, y));
}

Owned mathFmod(Object*, Args args) {
    double x, y;
    if (!twoDoubles(args, &x, &y)) return {};
    if (std::isinf(y) && std::isfinite(x)) return newFloat(x);
    double r = std::fmod(x, y);
    if (std::isnan(r) && !std::isnan(x) && !std::isnan(y)) return domainError();
    return newFloat(r);
}

Owned mathRemainder(Object*, Args args) {
    double x, y;
    if (!twoDoubles(args, &x, &y)) return {};
    if (std::isnan(x) || std::isnan(y)) return newFloat(std::isnan(x) ? x : y);
    if (std::isinf(x) || y == 0) return domainError();
    if (std::isinf(y)) return newFloat(x);
    return newFloat(std::remainder(x, y));
}

Owned mathPow(Object*, Args args) {
    double x, y;
    if (!twoDoubles(args, &x, &y)) return {};
    bool oddY = std::isfinite(y) && std::fmod(std::fabs(y), 2.0) == 1.0;
    if (!std::isfinite(x) || !std::isfinite(y)) {
        double r;
        if (std::isnan(x)) r = y == 0 ? 1.0 : x;
        else if (std::isnan(y)) r = x == 1.0 ? 1.0 : y;
        else if (std::isinf(x)) {
            if (y > 0) r = oddY ? x : std::fabs(x);
            else if (y == 0) r = 1.0;
            else r = oddY ? std::copysign(0.0, x) : 0.0;
        } else if (std::fabs(x) == 1.0) r = 1.0;
        else if (y > 0) r = std::fabs(x) > 1.0 ? y : 0.0;
        else r = std::fabs(x) < 1.0 ? -y : 0.0;
        return newFloat(r);
    }
    double r = std::pow(x, y);
    if (std::isnan(r)) return domainError();
    if (std::isinf(r)) return x == 0 ? domainError() : rangeError();
    return newFloat(r);
}

Owned mathFma(Object*, Args args) {
    double x, y, z;
    if (!toDouble(args[0], &x) || !toDouble(args[1], &y) || !toDouble(args[2], &z)) return {};
    double r = std::fma(x, y, z);
    if (std::isfinite(r)) return newFloat(r);
    if (std::isnan(r)) {
        if (!std::isnan(x) && !std::isnan(y) && !std::isnan(z)) return raise(exc::ValueError, "invalid operation in fma");
    } else if (std::isfinite(x) && std::isfinite(y) && std::isfinite(z)) {
        return raise(exc::OverflowError, "overflow in fma");
    }
    return newFloat(r);
}

Owned mathLdexp(Object*, Args args) {
    double x;
    if (!toDouble(args[0], &x)) return {};
    if (!isInt(args[1])) return raise(exc::TypeError, "Expected an int as second argument to ldexp.");
    int overflow;
    int64_t exponent = intValue(args[1], &overflow);
    if (overflow) exponent = overflow < 0 ? INT64_MIN : INT64_MAX;
    if (x == 0 || !std::isfinite(x)) return newFloat(x);
    if (exponent > INT_MAX) return rangeError();
    if (exponent < INT_MIN) return newFloat(std::copysign(0.0, x));
    double r = std::ldexp(x, static_cast<int>(exponent));
    if (std::isinf(r)) return rangeError();
    return newFloat(r);
}

Owned mathIsclose(Object*, Args args) {
    Object* given[4] = {};
    if (!parseArgs("isclose", args, "a b | $ rel_tol abs_tol", given)) return {};
    double a, b, relative = 1e-09, absolute = 0.0;
    if (!toDouble(given[0], &a) || !toDouble(given[1], &b)) return {};
    if (given[2] && !toDouble(given[2], &relative)) return {};
    if (given[3] && !toDouble(given[3], &absolute)) return {};
    if (relative < 0 || absolute < 0) return raise(exc::ValueError, "tolerances must be non-negative");
    if (a == b) return newBool(true);
    if (std::isinf(a) || std::isinf(b)) return newBool(false);
    double difference = std::fabs(b - a);
    return newBool(difference <= std::fabs(relative * b) || difference <= std::fabs(relative * a) || difference <= absolute);
}

Owned mathNextafter(Object*, Args args) {
    Object* given[3] = {};
    if (!parseArgs("nextafter", args, "x y / $ | steps", given)) return {};
    double x, y;
    if (!toDouble(given[0], &x) || !toDouble(given[1], &y)) return {};
    if (!given[2] || isNone(given[2])) return newFloat(std::nextafter(x, y));
    Held<> steps(numberIndex(given[2]));
    if (!steps) return {};
    if (isNegativeInt(steps)) return raise(exc::ValueError, "steps must be a non-negative integer");
    int overflow;
    int64_t count = intValue(steps, &overflow);
    uint64_t left = overflow ? UINT64_MAX : static_cast<uint64_t>(count);
    if (left == 0 || std::isnan(x)) return newFloat(x);
    if (std::isnan(y)) return newFloat(y);
    if (x == y) return newFloat(y);
    // As integers, doubles of one sign follow each other; the way from one sign to the other passes zero.
    uint64_t from, to;
    std::memcpy(&from, &x, 8);
    std::memcpy(&to, &y, 8);
    constexpr uint64_t signBit = uint64_t{1} << 63;
    uint64_t a = from & ~signBit, b = to & ~signBit, result;
    if ((from ^ to) & signBit) {
        if (left >= a + b) return newFloat(y);
        result = a < left ? (to & signBit) | (left - a) : from - left;
    } else if (a > b) {
        result = a - b >= left ? from - left : to;
    } else {
        result = b - a >= left ? from + left : to;
    }
    std::memcpy(&x, &result, 8);
    return newFloat(x);
}

// ---- one argument -------------------------------------------------------------------------------------------------

Owned mathUlp(Object*, Object* o) {
    double x;
    if (!toDouble(o, &x)) return {};
    if (std::isnan(x)) return newFloat(x);
    x = std::fabs(x);
    if (std::isinf(x)) return newFloat(x);
    double next = std::nextafter(x, INFINITY);
    if (std::isinf(next)) return newFloat(x - std::nextafter(x, -INFINITY));
    return newFloat(next - x);
}

Owned mathModf(Object*, Object* o) {
    double x, whole;
    if (!toDouble(o, &x)) return {};
    double fraction = std::isinf(x) ? std::copysign(0.0, x) : x;
    if (std::isfinite(x)) fraction = std::modf(x, &whole);
    else whole = x;
    Ref<> f = newFloat(fraction), w = newFloat(whole);
    if (!f || !w) return {};
    return packTuple(f.get(), w.get());
}

Owned mathFrexp(Object*, Object* o) {
    double x;
    int exponent = 0;
    if (!toDouble(o, &x)) return {};
    double mantissa = std::isfinite(x) && x != 0 ? std::frexp(x, &exponent) : x;
    Ref<> m = newFloat(mantissa), e = newInt(exponent);
    if (!m || !e) return {};
    return packTuple(m.get(), e.get());
}

Owned mathDegrees(Object*, Object* o) {
    double x;
    if (!toDouble(o, &x)) return {};
    return newFloat(x * (180.0 / pi));
}
Owned mathRadians(Object*, Object* o) {
    double x;
    if (!toDouble(o, &x)) return {};
    return newFloat(x * (pi / 180.0));
}

template <bool (*test)(double)> Owned classify(Object*, Object* o) {
    double x;
    if (!toDouble(o, &x)) return {};
    return newBool(test(x));
}
bool finite(double x) { return std::isfinite(x); }
bool infinite(double x) { return std::isinf(x); }
bool notANumber(double x) { return std::isnan(x); }

// floor and ceil: the type's own method, else by way of a float.
Owned roundedBy(Object* o, Object* methodName, double (*function)(double)) {
    if (!isExactFloat(o)) {
        Held<> method(lookupSpecial(o, methodName));
        if (method) return call(method);
        if (errorOccurred()) return {};
    }
    double x;
    if (!toDouble(o, &x)) return {};
    return newIntFromDouble(function(x));
}
double floorOf(double x) { return std::floor(x); }
double ceilOf(double x) { return std::ceil(x); }
Owned mathFloor(Object*, Object* o) { return roundedBy(o, names::dunderFloor, floorOf); }
Owned mathCeil(Object*, Object* o) { return roundedBy(o, names::dunderCeil, ceilOf); }

Owned mathTrunc(Object*, Object* o) {
    if (isExactFloat(o)) return newIntFromDouble(floatValue(o));
    Held<> method(lookupSpecial(o, names::dunderTrunc));
    if (method) return call(method);
    if (errorOccurred()) return {};
    return raise(exc::TypeError, "type {} doesn't define __trunc__ method", o->type->name);
}

#define DOMAIN(name) \
    { #name, oneArgument < name##Of, Infinite::IsDomainError> }
#define RANGE(name) \
    { #name, oneArgument < name##Of, Infinite::IsRangeError> }
const MethodDef functions[] = {
    DOMAIN(acos),
    DOMAIN(acosh),
    DOMAIN(asin),
    DOMAIN(asinh),
    DOMAIN(atan),
    {"atan2", mathAtan2, 2, 2},
    DOMAIN(atanh),
    DOMAIN(cbrt),
    {"ceil", mathCeil},
    {"copysign", mathCopysign, 2, 2},
    DOMAIN(cos),
    RANGE(cosh),
    {"degrees", mathDegrees},
    {"dist", mathDist, 2, 2},
    {"erf", withErrno<erfOf>},
    {"erfc", withErrno<erfcOf>},
    RANGE(exp),
    RANGE(exp2),
    RANGE(expm1),
    DOMAIN(fabs),
    {"factorial", mathFactorial},
    {"floor", mathFloor},
    {"fma", mathFma, 3, 3},
    {"fmod", mathFmod, 2, 2},
    {"frexp", mathFrexp},
    {"fsum", mathFsum},
    {"gamma", withErrno<gammaFunction>},
    {"gcd", mathGcd, 0, -1},
    {"hypot", mathHypot, 0, -1},
    {"isclose", mathIsclose, NativeKind::Keywords},
    {"isfinite", classify<finite>},
    {"isinf", classify<infinite>},
    {"isnan", classify<notANumber>},
    {"isqrt", mathIsqrt},
    {"lcm", mathLcm, 0, -1},
    {"ldexp", mathLdexp, 2, 2},
    {"lgamma", withErrno<logGamma>},
    {"log", mathLog, 1, 2},
    DOMAIN(log1p),
    {"log10", mathLog10},
    {"log2", mathLog2},
    {"modf", mathModf},
    {"pow", mathPow, 2, 2},
    {"radians", mathRadians},
    {"remainder", mathRemainder, 2, 2},
    DOMAIN(sin),
    RANGE(sinh),
    DOMAIN(sqrt),
    DOMAIN(tan),
    DOMAIN(tanh),
    {"sumprod", mathSumprod, 2, 2},
    {"trunc", mathTrunc},
    {"prod", mathProd, NativeKind::Keywords},
    {"perm", mathPerm, 1, 2},
    {"comb", mathComb, 2, 2},
    {"nextafter", mathNextafter, NativeKind::Keywords},
    {"ulp", mathUlp},
    {},
};

}

Owned makeMathModule() {
    Ref<> module = newModule("math");
    if (!module || !addFunctions(module, functions)) return {};
    if (!addToModule(module, "pi", newFloat(pi)) || !addToModule(module, "e", newFloat(e)) || !addToModule(module, "tau", newFloat(2 * pi)) ||
        !addToModule(module, "inf", newFloat(INFINITY)) || !addToModule(module, "nan", newFloat(NAN))) {
        return {};
    }
    return module.release();
}

}

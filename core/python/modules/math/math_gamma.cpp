// SPDX-License-Identifier: GPL-3.0-or-later
// gamma and lgamma by Lanczos' approximation (g = 6.0246…, N = 13), in the order of operations that CPython has, so that the last
// digit agrees; the C library's are rounded otherwise.
#include <cerrno>
#include <cfloat>
#include <cmath>

#include "core/python/modules/math/math_functions.h"

namespace memtape {

namespace {

constexpr double pi = 3.141592653589793238462643383279502884197, logPi = 1.144729885849400174143427351353058711647;
constexpr int terms = 13;
constexpr double g = 6.024680040776729583740234375, gMinusHalf = 5.524680040776729583740234375;
constexpr double numerator[terms] = {23531376880.410759688572007674451636754734846804940, 42919803642.649098768957899047001988850926355848959,
                                     35711959237.355668049440185451547166705960488635843, 17921034426.037209699919755754458931112671403265390,
                                     6039542586.3520280050642916443072979210699388420708, 1439720407.3117216736632230727949123939715485786372,
                                     248874557.86205415651146038641322942321632125127801, 31426415.585400194380614231628318205362874684987640,
                                     2876370.6289353724412254090516208496135991145378768, 186056.26539522349504029498971604569928220784236328,
                                     8071.6720023658162106380029022722506138218516325024, 210.82427775157934587250973392071336271166969580291,
                                     2.5066282746310002701649081771338373386264310793408};
constexpr double denominator[terms] = {0.0,       39916800.0, 120543840.0, 150917976.0, 105258076.0, 45995730.0, 13339535.0,
                                       2637558.0, 357423.0,   32670.0,     1925.0,      66.0,        1.0};
constexpr int factorialCount = 23; // whole numbers whose gamma is exact
constexpr double factorials[factorialCount] = {1.0,
                                               1.0,
                                               2.0,
                                               6.0,
                                               24.0,
                                               120.0,
                                               720.0,
                                               5040.0,
                                               40320.0,
                                               362880.0,
                                               3628800.0,
                                               39916800.0,
                                               479001600.0,
                                               6227020800.0,
                                               87178291200.0,
                                               1307674368000.0,
                                               20922789888000.0,
                                               355687428096000.0,
                                               6402373705728000.0,
                                               121645100408832000.0,
                                               2432902008176640000.0,
                                               51090942171709440000.0,
                                               1124000727777607680000.0};

double lanczosSum(double x) {
    double above = 0, below = 0;
    if (x < 5.0) {
        for (int i = terms; --i >= 0;) {
            above = above * x + numerator[i];
            below = below * x + denominator[i];
        }
    } else { // by powers of 1/x, so that nothing overflows
        for (int i = 0; i < terms; ++i) {
            above = above / x + numerator[i];
            below = below / x + denominator[i];
        }
    }
    return above / below;
}

// sin(pi x), exact where x is a multiple of a half.
double sinPi(double x) {
    double y = std::fmod(std::fabs(x), 2.0), r = 0;
    switch (static_cast<int>(std::round(2.0 * y))) {
    case 0: r = std::sin(pi * y); break;
    case 1: r = std::cos(pi * (y - 0.5)); break;
    case 2: r = std::sin(pi * (1.0 - y)); break;
    case 3: r = -std::cos(pi * (y - 1.5)); break;
    case 4: r = std::sin(pi * (y - 2.0)); break;
    }
    return std::copysign(1.0, x) * r;
}

}

double gammaFunction(double x) {
    if (!std::isfinite(x)) {
        if (std::isnan(x) || x > 0) return x;
        errno = EDOM;
        return NAN;
    }
    if (x == 0) {
        errno = EDOM;
        return std::copysign(INFINITY, x);
    }
    if (x == std::floor(x)) {
        if (x < 0) {
            errno = EDOM;
            return NAN;
        }
        if (x <= factorialCount) return factorials[static_cast<int>(x) - 1];
    }
    double magnitude = std::fabs(x);
    if (magnitude < 1e-20) {
        double r = 1.0 / x;
        if (std::isinf(r)) errno = ERANGE;
        return r;
    }
    if (magnitude > 200.0) {
        if (x < 0) return 0.0 / sinPi(x);
        errno = ERANGE;
        return HUGE_VAL;
    }
    // The rounding error of the shifted argument, put right at the end.
    double y = magnitude + gMinusHalf, z;
    if (magnitude > gMinusHalf) {
        double q = y - magnitude;
        z = q - gMinusHalf;
    } else {
        double q = y - gMinusHalf;
        z = q - magnitude;
    }
    z = z * g / y;
    double r;
    if (x < 0) {
        r = -pi / sinPi(magnitude) / magnitude * std::exp(y) / lanczosSum(magnitude);
        r -= z * r;
        if (magnitude < 140.0) {
            r /= std::pow(y, magnitude - 0.5);
        } else {
            double root = std::pow(y, magnitude / 2.0 - 0.25);
            r /= root;
            r /= root;
        }
    } else {
        r = lanczosSum(magnitude) / std::exp(y);
        r += z * r;
        if (magnitude < 140.0) {
            r *= std::pow(y, magnitude - 0.5);
        } else {
            double root = std::pow(y, magnitude / 2.0 - 0.25);
            r *= root;
            r *= root;
        }
    }
    if (std::isinf(r)) errno = ERANGE;
    return r;
}

double logGamma(double x) {
    if (!std::isfinite(x)) return std::isnan(x) ? x : INFINITY;
    if (x == std::floor(x) && x <= 2.0) {
        if (x <= 0) {
            errno = EDOM;
            return INFINITY;
        }
        return 0.0;
    }
    double magnitude = std::fabs(x);
    if (magnitude < 1e-20) return -std::log(magnitude);
    double r = std::log(lanczosSum(magnitude)) - g;
    r += (magnitude - 0.5) * (std::log(magnitude + g - 0.5) - 1);
    if (x < 0) r = logPi - std::log(std::fabs(sinPi(magnitude))) - std::log(magnitude) - r;
    if (std::isinf(r)) errno = ERANGE;
    return r;
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/modules/math/complex_functions.h"

#include <cerrno>
#include <cmath>

namespace memtape {

using namespace complexlimits;

namespace {

constexpr double largeLog = 708.3964185322641; // log(large) − 1 and a little less: exp of it, times e, is still a number
const double e = std::exp(1.0);

// Where Annex G leaves a sign open, CPython's choice is made before the C library is asked.
// An infinite imaginary part has no direction: the functions that turn by it have no value there.
Complex special(Complex z, Complex (*function)(const Complex&), bool domainError) {
    Complex result = function(z);
    errno = domainError ? EDOM : 0;
    return result;
}
void tellOverflow(Complex w) { errno = std::isinf(w.real()) || std::isinf(w.imag()) ? ERANGE : 0; }

}

Complex complexSqrt(Complex z) {
    errno = 0;
    if (!isFinite(z)) return std::sqrt(z);
    double x = z.real(), y = z.imag(), ax = std::fabs(x), ay = std::fabs(y);
    if (x == 0 && y == 0) return {0.0, y};
    double s;
    if (ax < tiny && ay < tiny) {
        ax = std::ldexp(ax, 53);
        s = std::ldexp(std::sqrt(ax + std::hypot(ax, std::ldexp(ay, 53))), -27);
    } else {
        ax /= 8;
        s = 2 * std::sqrt(ax + std::hypot(ax, ay / 8));
    }
    double d = ay / (2 * s);
    if (x >= 0) return {s, std::copysign(d, y)};
    return {d, std::copysign(s, y)};
}

Complex complexExp(Complex z) {
    double x = z.real(), y = z.imag();
    if (!isFinite(z)) {
        if (std::isinf(x) && std::isfinite(y) && y != 0) {
            errno = 0;
            double size = x > 0 ? x : 0.0;
            return {std::copysign(size, std::cos(y)), std::copysign(size, std::sin(y))};
        }
        if (std::isinf(x) && x < 0 && !std::isfinite(y)) y = HUGE_VAL, z = {x, y};
        return special(z, std::exp<double>, std::isinf(y) && (std::isfinite(x) || x > 0));
    }
    Complex w;
    if (x > largeLog) {
        double l = std::exp(x - 1);
        w = {l * std::cos(y) * e, l * std::sin(y) * e};
    } else {
        double l = std::exp(x);
        w = {l * std::cos(y), l * std::sin(y)};
    }
    tellOverflow(w);
    return w;
}

Complex complexLog(Complex z) {
    errno = 0;
    if (!isFinite(z)) return std::log(z);
    double ax = std::fabs(z.real()), ay = std::fabs(z.imag()), real;
    if (ax > large || ay > large) {
        real = std::log(std::hypot(ax / 2, ay / 2)) + ln2;
    } else if (ax < tiny && ay < tiny) {
        if (ax > 0 || ay > 0) {
            real = std::log(std::hypot(std::ldexp(ax, 53), std::ldexp(ay, 53))) - 53 * ln2;
        } else {
            errno = EDOM;
            real = -HUGE_VAL;
        }
    } else {
        double h = std::hypot(ax, ay);
        if (0.71 <= h && h <= 1.73) { // near 1, where the logarithm itself would lose its digits
            double most = ax > ay ? ax : ay, least = ax > ay ? ay : ax;
            real = std::log1p((most - 1) * (most + 1) + least * least) / 2;
        } else {
            real = std::log(h);
        }
    }
    return {real, std::atan2(z.imag(), z.real())};
}

Complex complexLog10(Complex z) {
    Complex w = complexLog(z);
    const double ln10 = 2.302585092994045684017991454684364207601;
    return {w.real() / ln10, w.imag() / ln10};
}

Complex complexSinh(Complex z) {
    double x = z.real(), y = z.imag();
    if (!isFinite(z)) {
        if (std::isinf(x) && std::isfinite(y) && y != 0) {
            errno = 0;
            return {std::copysign(HUGE_VAL, std::cos(y)) * (x > 0 ? 1 : -1), std::copysign(HUGE_VAL, std::sin(y))};
        }
        if (x == 0 && std::isnan(y)) z = {0.0, y};
        return special(z, std::sinh<double>, std::isinf(y) && !std::isnan(x));
    }
    Complex w;
    if (std::fabs(x) > largeLog) {
        double less = x - std::copysign(1.0, x);
        w = {std::cos(y) * std::sinh(less) * e, std::sin(y) * std::cosh(less) * e};
    } else {
        w = {std::cos(y) * std::sinh(x), std::sin(y) * std::cosh(x)};
    }
    tellOverflow(w);
    return w;
}

Complex complexCosh(Complex z) {
    double x = z.real(), y = z.imag();
    if (!isFinite(z)) {
        if (std::isinf(x) && std::isfinite(y) && y != 0) {
            errno = 0;
            return {std::copysign(HUGE_VAL, std::cos(y)), std::copysign(HUGE_VAL, std::sin(y)) * (x > 0 ? 1 : -1)};
        }
        if (std::isnan(x) && y == 0) {
            errno = 0;
            return {x, 0.0};
        }
        return special(z, std::cosh<double>, std::isinf(y) && !std::isnan(x));
    }
    Complex w;
    if (std::fabs(x) > largeLog) {
        double less = x - std::copysign(1.0, x);
        w = {std::cos(y) * std::cosh(less) * e, std::sin(y) * std::sinh(less) * e};
    } else {
        w = {std::cos(y) * std::cosh(x), std::sin(y) * std::sinh(x)};
    }
    tellOverflow(w);
    return w;
}

Complex complexTanh(Complex z) {
    double x = z.real(), y = z.imag();
    if (!isFinite(z)) {
        if (std::isinf(x) && std::isfinite(y) && y != 0) {
            errno = 0;
            return {x > 0 ? 1.0 : -1.0, std::copysign(0.0, 2 * std::sin(y) * std::cos(y))};
        }
        if (x == 0 && std::isnan(y)) {
            errno = 0;
            return {y, y};
        }
        if (std::isinf(x) && std::isinf(y)) z = {x, HUGE_VAL};
        return special(z, std::tanh<double>, std::isinf(y) && std::isfinite(x));
    }
    if (std::fabs(x) > largeLog) {
        Complex w(std::copysign(1.0, x), 4 * std::sin(y) * std::cos(y) * std::exp(-2 * std::fabs(x)));
        errno = 0; // an underflow is none here
        return w;
    }
    errno = 0;
    double tx = std::tanh(x), ty = std::tan(y), cx = 1 / std::cosh(x), product = tx * ty, below = 1 + product * product;
    return {tx * (1 + ty * ty) / below, ((ty / below) * cx) * cx};
}

}

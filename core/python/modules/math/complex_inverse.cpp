// SPDX-License-Identifier: GPL-3.0-or-later
#include <cerrno>
#include <cmath>

#include "core/python/modules/math/complex_functions.h"

namespace memtape {

using namespace complexlimits;

// log|2z| of a large z.
static double largeLog(Complex z) { return std::log(std::hypot(z.real() / 2, z.imag() / 2)) + 2 * ln2; }
// Where Annex G leaves a sign open, CPython's choice is made before the C library is asked.
static bool isLarge(Complex z) { return std::fabs(z.real()) > large || std::fabs(z.imag()) > large; }

Complex complexAcos(Complex z) {
    errno = 0;
    double x = z.real(), y = z.imag();
    if (std::isinf(x) && std::isnan(y)) return {y, HUGE_VAL};
    if (!isFinite(z)) return std::acos(z);
    if (isLarge(z)) {
        double size = largeLog(z);
        return {std::atan2(std::fabs(y), x), x < 0 ? -std::copysign(size, y) : std::copysign(size, -y)};
    }
    Complex a = complexSqrt({1 - x, -y}), b = complexSqrt({1 + x, y});
    return {2 * std::atan2(a.real(), b.real()), std::asinh(b.real() * a.imag() - b.imag() * a.real())};
}

Complex complexAcosh(Complex z) {
    errno = 0;
    double x = z.real(), y = z.imag();
    if (x == 0 && std::isnan(y)) return {y, y};
    if (!isFinite(z)) return std::acosh(z);
    if (isLarge(z)) return {largeLog(z), std::atan2(y, x)};
    Complex a = complexSqrt({x - 1, y}), b = complexSqrt({x + 1, y});
    return {std::asinh(a.real() * b.real() + a.imag() * b.imag()), 2 * std::atan2(a.imag(), b.real())};
}

Complex complexAsinh(Complex z) {
    errno = 0;
    double x = z.real(), y = z.imag();
    if (std::isnan(x) && std::isinf(y)) return {HUGE_VAL, x};
    if (!isFinite(z)) return std::asinh(z);
    if (isLarge(z)) return {std::copysign(largeLog(z), x), std::atan2(y, std::fabs(x))};
    Complex a = complexSqrt({1 + y, -x}), b = complexSqrt({1 - y, x});
    return {std::asinh(a.real() * b.imag() - b.real() * a.imag()), std::atan2(y, a.real() * b.real() - a.imag() * b.imag())};
}

Complex complexAtanh(Complex z) {
    errno = 0;
    double x = z.real(), y = z.imag(), ay = std::fabs(y);
    if (std::isnan(x) && std::isinf(y)) return {0.0, std::copysign(pi / 2, y)};
    if (!isFinite(z)) return std::atanh(z);
    if (std::signbit(x)) {
        Complex w = complexAtanh({-x, -y});
        return {-w.real(), -w.imag()};
    }
    const double largeRoot = std::sqrt(large), tinyRoot = std::sqrt(tiny);
    if (x > largeRoot || ay > largeRoot) {
        double h = std::hypot(x / 2, y / 2);
        return {x / 4 / h / h, -std::copysign(pi / 2, -y)};
    }
    if (x == 1 && ay < tinyRoot) {
        if (ay == 0) {
            errno = EDOM;
            return {HUGE_VAL, y};
        }
        return {-std::log(std::sqrt(ay) / std::sqrt(std::hypot(ay, 2.0))), std::copysign(std::atan2(2.0, -ay) / 2, y)};
    }
    return {std::log1p(4 * x / ((1 - x) * (1 - x) + ay * ay)) / 4, -std::atan2(-2 * y, (1 - x) * (1 + x) - ay * ay) / 2};
}

}

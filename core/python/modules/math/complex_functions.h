// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Elementary functions of complex numbers after W. Kahan ("Branch cuts for complex elementary functions"), with CPython's results to the last bit.
// Where a part is infinite or no number, C's Annex G says what comes out, which the C library knows. errno tells of EDOM and ERANGE.

#include <complex>

namespace memtape {

using Complex = std::complex<double>;

// complex_functions.cpp
Complex complexSqrt(Complex z);
Complex complexExp(Complex z);
Complex complexLog(Complex z);
Complex complexLog10(Complex z);
Complex complexSinh(Complex z);
Complex complexCosh(Complex z);
Complex complexTanh(Complex z);
// complex_inverse.cpp
Complex complexAcos(Complex z);
Complex complexAcosh(Complex z);
Complex complexAsinh(Complex z);
Complex complexAtanh(Complex z);

// f(z) as −i·g(iz), by which sin, tan, asin and atan follow from the hyperbolic ones.
template <Complex (*hyperbolic)(Complex)> Complex turned(Complex z) {
    Complex w = hyperbolic({-z.imag(), z.real()});
    return {w.imag(), -w.real()};
}
inline Complex complexCos(Complex z) { return complexCosh({-z.imag(), z.real()}); }

inline bool isFinite(Complex z) { return std::isfinite(z.real()) && std::isfinite(z.imag()); }

namespace complexlimits {
constexpr double tiny = 2.2250738585072014e-308;     // the least normal number
constexpr double large = 1.7976931348623157e308 / 4; // beyond it a sum with 1 may overflow
constexpr double ln2 = 0.6931471805599453094172321214581765680755, pi = 3.141592653589793238462643383279502884197;
}

}

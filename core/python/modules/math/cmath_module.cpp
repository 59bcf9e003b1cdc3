// SPDX-License-Identifier: GPL-3.0-or-later
// The cmath module of Python 3.13.
#include <cerrno>
#include <cmath>

#include "core/python/modules/math/complex_functions.h"
#include "core/python/modules/native_modules.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/float_object.h"
#include "core/python/objects/protocol/protocol.h"

namespace memtape {

namespace {

Failure domainError() { return raise(exc::ValueError, "math domain error"); }
Failure rangeError() { return raise(exc::OverflowError, "math range error"); }

// complex(o) for numbers: __complex__, __float__, __index__.
bool complexArgument(Object* o, Complex* out) {
    Held<> made;
    if (!isInstance(o, types::Complex)) {
        if (Held<> method(lookupSpecial(o, names::dunderComplex)); method) {
            made = call(method);
            if (!made) return false;
            if (!isInstance(made, types::Complex)) return raise(exc::TypeError, "__complex__ returned non-complex (type {})", made->type->name);
            o = made;
        } else if (errorOccurred()) {
            return false;
        }
    }
    if (isInstance(o, types::Complex)) {
        *out = {static_cast<ComplexObject*>(o)->real, static_cast<ComplexObject*>(o)->imaginary};
        return true;
    }
    double real;
    if (!toDouble(o, &real)) return false;
    *out = {real, 0.0};
    return true;
}

Owned newComplexOf(Complex z) { return newComplex(z.real(), z.imag()); }

template <Complex (*function)(Complex)> Owned oneArgument(Object*, Object* o) {
    Complex z;
    if (!complexArgument(o, &z)) return nullptr;
    errno = 0;
    Complex w = function(z);
    if (errno == EDOM) return domainError();
    if (errno == ERANGE && !isFinite(w)) return rangeError();
    return newComplexOf(w);
}

Owned logFunction(Object*, Args args) {
    Complex z, base;
    if (!complexArgument(args[0], &z) || (args.count > 1 && !complexArgument(args[1], &base))) return nullptr;
    Complex w = complexLog(z);
    bool failed = errno == EDOM;
    if (args.count == 1) return failed ? domainError() : newComplexOf(w);
    Complex below = complexLog(base);
    if (failed || errno == EDOM || (below.real() == 0 && below.imag() == 0)) return domainError();
    Ref<> above(newComplexOf(w)), under(newComplexOf(below));
    return above && under ? numberTrueDivide(above, under) : nullptr;
}

Owned phaseFunction(Object*, Object* o) {
    Complex z;
    if (!complexArgument(o, &z)) return nullptr;
    errno = 0;
    double phase = std::atan2(z.imag(), z.real());
    return errno == ERANGE ? rangeError() : newFloat(phase); // an underflow is one to CPython here
}

// The length; of an infinite part infinite whatever the other.
bool lengthOfComplex(Complex z, double* length) {
    *length = std::hypot(z.real(), z.imag());
    return !isFinite(z) || std::isfinite(*length) ? true : rangeError();
}

Owned polarFunction(Object*, Object* o) {
    Complex z;
    double length;
    if (!complexArgument(o, &z) || !lengthOfComplex(z, &length)) return nullptr;
    Ref<> r(newFloat(length)), phi(newFloat(std::atan2(z.imag(), z.real())));
    return r && phi ? packTuple(r.get(), phi.get()) : nullptr;
}

Owned rectFunction(Object*, Args args) {
    double r, phi;
    if (!toDouble(args[0], &r) || !toDouble(args[1], &phi)) return nullptr;
    if (std::isinf(phi) && r != 0 && !std::isnan(r)) return domainError();
    if (std::isfinite(r) && std::isfinite(phi)) {
        if (phi == 0) return newComplex(r, r * phi); // no cosine, so that the sign of a zero stays
        return newComplex(r * std::cos(phi), r * std::sin(phi));
    }
    if (std::isfinite(phi)) { // r is not
        if (phi == 0) return newComplex(r, std::isnan(r) ? 0.0 : std::copysign(0.0, r * std::copysign(1.0, phi)));
        if (std::isnan(r)) return newComplex(r, r);
        double sign = r > 0 ? 1 : -1;
        return newComplex(std::copysign(HUGE_VAL, sign * std::cos(phi)), std::copysign(HUGE_VAL, sign * std::sin(phi)));
    }
    if (r == 0) return newComplex(0.0, 0.0); // whatever the angle
    if (std::isinf(r)) return newComplex(std::fabs(r), NAN);
    return newComplex(NAN, NAN);
}

template <bool (*test)(Complex)> Owned predicate(Object*, Object* o) {
    Complex z;
    return complexArgument(o, &z) ? newBool(test(z)) : nullptr;
}
bool isInfinite(Complex z) { return std::isinf(z.real()) || std::isinf(z.imag()); }
bool isNan(Complex z) { return std::isnan(z.real()) || std::isnan(z.imag()); }

Owned isClose(Object*, Args args) {
    Object* p[4] = {};
    Complex a, b;
    double relative = 1e-9, absolute = 0;
    if (!parseArgs("isclose", args, "a b | $ rel_tol abs_tol", p) || !complexArgument(p[0], &a) || !complexArgument(p[1], &b) ||
        (p[2] && !toDouble(p[2], &relative)) || (p[3] && !toDouble(p[3], &absolute)))
        return nullptr;
    if (relative < 0 || absolute < 0) return raise(exc::ValueError, "tolerances must be non-negative");
    if (a == b) return newBool(true);
    if (isInfinite(a) || isInfinite(b)) return newBool(false);
    double difference = std::abs(a - b);
    return newBool(difference <= relative * std::abs(b) || difference <= relative * std::abs(a) || difference <= absolute);
}

const MethodDef functions[] = {
    {"acos", oneArgument<complexAcos>},
    {"acosh", oneArgument<complexAcosh>},
    {"asin", oneArgument<turned<complexAsinh>>},
    {"asinh", oneArgument<complexAsinh>},
    {"atan", oneArgument<turned<complexAtanh>>},
    {"atanh", oneArgument<complexAtanh>},
    {"cos", oneArgument<complexCos>},
    {"cosh", oneArgument<complexCosh>},
    {"exp", oneArgument<complexExp>},
    {"isclose", isClose, NativeKind::Keywords},
    {"isfinite", predicate<isFinite>},
    {"isinf", predicate<isInfinite>},
    {"isnan", predicate<isNan>},
    {"log", logFunction, 1, 2},
    {"log10", oneArgument<complexLog10>},
    {"phase", phaseFunction},
    {"polar", polarFunction},
    {"rect", rectFunction, 2, 2},
    {"sin", oneArgument<turned<complexSinh>>},
    {"sinh", oneArgument<complexSinh>},
    {"sqrt", oneArgument<complexSqrt>},
    {"tan", oneArgument<turned<complexTanh>>},
    {"tanh", oneArgument<complexTanh>},
    {},
};

}

Owned makeCmathModule() {
    Ref<> module(newModule("cmath"));
    if (!module || !addFunctions(module, functions) || !addToModule(module, "pi", newFloat(complexlimits::pi)) ||
        !addToModule(module, "e", newFloat(2.718281828459045235360287471352662497757)) ||
        !addToModule(module, "tau", newFloat(2 * complexlimits::pi)) || !addToModule(module, "inf", newFloat(HUGE_VAL)) ||
        !addToModule(module, "infj", newComplex(0.0, HUGE_VAL)) || !addToModule(module, "nan", newFloat(NAN)) ||
        !addToModule(module, "nanj", newComplex(0.0, NAN)))
        return nullptr;
    return module.release();
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
// complex, whole.
#include <cerrno>
#include <cmath>
#include <cstddef>

#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/exceptions/warnings.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/numbers/float_object.h"
#include "core/python/objects/numbers/int_digits.h"
#include "core/python/objects/numbers/number_text.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/format_spec.h"
#include "core/python/objects/text/str_object.h"
#include "core/text/float_text.h"

namespace memtape {

namespace {

struct Pair {
    double real, imaginary;
};

bool isComplex(const Object* o) { return isInstance(o, types::Complex); }
Pair pairOf(const Object* o) { return {static_cast<const ComplexObject*>(o)->real, static_cast<const ComplexObject*>(o)->imaginary}; }
Owned fromPair(Pair p) { return newComplex(p.real, p.imaginary); }

enum class Operand { Number, NotANumber, Failed };

Operand operand(Object* o, Pair* out) {
    if (isComplex(o)) {
        *out = pairOf(o);
        return Operand::Number;
    }
    out->imaginary = 0;
    if (isInt(o)) return intToDouble(o, &out->real) ? Operand::Number : Operand::Failed;
    if (!isFloat(o)) return Operand::NotANumber;
    out->real = floatValue(o);
    return Operand::Number;
}

#define COMPLEX_OPERANDS(x, y) \
    Pair x, y; \
    if (Operand o = operand(a, &x); o != Operand::Number) return o == Operand::Failed ? Owned(nullptr) : notImplemented(); \
    if (Operand o = operand(b, &y); o != Operand::Number) return o == Operand::Failed ? Owned(nullptr) : notImplemented()

Pair product(Pair x, Pair y) { return {x.real * y.real - x.imaginary * y.imaginary, x.real * y.imaginary + x.imaginary * y.real}; }

// Scaled by the larger part of the divisor, so that nothing overflows on the way. errno EDOM: division by zero.
Pair quotient(Pair x, Pair y) {
    double real = std::fabs(y.real), imaginary = std::fabs(y.imaginary);
    if (real >= imaginary) {
        if (real == 0) {
            errno = EDOM;
            return {0, 0};
        }
        double ratio = y.imaginary / y.real, denominator = y.real + y.imaginary * ratio;
        return {(x.real + x.imaginary * ratio) / denominator, (x.imaginary - x.real * ratio) / denominator};
    }
    if (imaginary >= real) {
        double ratio = y.real / y.imaginary, denominator = y.real * ratio + y.imaginary;
        return {(x.real * ratio + x.imaginary) / denominator, (x.imaginary * ratio - x.real) / denominator};
    }
    return {NAN, NAN};
}

Pair wholePower(Pair x, long n) {
    Pair result{1, 0};
    for (unsigned long rest = static_cast<unsigned long>(n < 0 ? -n : n); rest; rest >>= 1) {
        if (rest & 1) result = product(result, x);
        x = product(x, x);
    }
    return n > 0 ? result : quotient({1, 0}, result);
}

Pair generalPower(Pair x, Pair y) {
    if (y.real == 0 && y.imaginary == 0) return {1, 0};
    if (x.real == 0 && x.imaginary == 0) {
        if (y.imaginary != 0 || y.real < 0) errno = EDOM;
        return {0, 0};
    }
    double magnitude = std::hypot(x.real, x.imaginary), length = std::pow(magnitude, y.real), angle = std::atan2(x.imaginary, x.real);
    double phase = angle * y.real;
    if (y.imaginary != 0) {
        length *= std::exp(-angle * y.imaginary);
        phase += y.imaginary * std::log(magnitude);
    }
    return {length * std::cos(phase), length * std::sin(phase)};
}

Owned complexAdd(Object* a, Object* b) {
    COMPLEX_OPERANDS(x, y);
    return newComplex(x.real + y.real, x.imaginary + y.imaginary);
}
Owned complexSubtract(Object* a, Object* b) {
    COMPLEX_OPERANDS(x, y);
    return newComplex(x.real - y.real, x.imaginary - y.imaginary);
}
Owned complexMultiply(Object* a, Object* b) {
    COMPLEX_OPERANDS(x, y);
    return fromPair(product(x, y));
}
Owned complexDivide(Object* a, Object* b) {
    COMPLEX_OPERANDS(x, y);
    errno = 0;
    Pair result = quotient(x, y);
    if (errno == EDOM) return raise(exc::ZeroDivisionError, "complex division by zero");
    return fromPair(result);
}
Owned complexPower(Object* a, Object* b, Object* modulus) {
    COMPLEX_OPERANDS(x, y);
    if (!isNone(modulus)) return raise(exc::ValueError, "complex modulo");
    errno = 0;
    Pair result = y.imaginary == 0 && y.real == std::floor(y.real) && std::fabs(y.real) <= 100.0 && y.real != 0
                      ? wholePower(x, static_cast<long>(y.real))
                      : generalPower(x, y);
    if (errno == EDOM) return raise(exc::ZeroDivisionError, "0.0 to a negative or complex power");
    if (std::isinf(result.real) || std::isinf(result.imaginary)) return raise(exc::OverflowError, "complex exponentiation");
    return fromPair(result);
}

Owned complexNegative(Object* o) { return newComplex(-pairOf(o).real, -pairOf(o).imaginary); }
Owned complexItself(Object* o) { return o->type == types::Complex ? newRef(o) : fromPair(pairOf(o)); }
Owned complexAbsolute(Object* o) {
    Pair p = pairOf(o);
    double result = std::hypot(p.real, p.imaginary);
    if (std::isinf(result) && std::isfinite(p.real) && std::isfinite(p.imaginary)) return raise(exc::OverflowError, "absolute value too large");
    return newFloat(result);
}
int complexTruth(Object* o) { return pairOf(o).real != 0 || pairOf(o).imaginary != 0; }

int64_t complexHash(Object* o) {
    uint64_t real = static_cast<uint64_t>(hashDouble(o, pairOf(o).real)), imaginary = static_cast<uint64_t>(hashDouble(o, pairOf(o).imaginary));
    int64_t hash = static_cast<int64_t>(real + 1000003 * imaginary);
    return hash == -1 ? -2 : hash;
}

Owned complexRepr(Object* o) {
    Pair p = pairOf(o);
    return newStr(complexText(p.real, p.imaginary));
}

Owned complexRichCompare(Object* a, Object* b, Comparison op) {
    if (op != Comparison::Eq && op != Comparison::Ne) return notImplemented();
    Pair x = pairOf(a);
    bool equal = false;
    if (isComplex(b)) {
        equal = x.real == pairOf(b).real && x.imaginary == pairOf(b).imaginary;
    } else if (isFloat(b)) {
        equal = x.real == floatValue(b) && x.imaginary == 0;
    } else if (isInt(b)) { // exactly, as a float compares
        if (x.imaginary == 0) {
            Ref<> real = newFloat(x.real);
            if (!real) return {};
            Ref<> same = types::Float->richCompare(real, b, Comparison::Eq);
            equal = same.get() == True;
        }
    } else {
        return notImplemented();
    }
    return newBool(equal == (op == Comparison::Eq));
}

// ---- complex(real, imag) ------------------------------------------------------------------------------------------

// [(] number [sign number] j [)]. False: it is not of that form.
bool parseComplex(std::string_view text, Pair* out) {
    size_t at = 0;
    auto skip = [&] {
        while (at < text.size() && (text[at] == ' ' || (text[at] >= '\t' && text[at] <= '\r'))) ++at;
    };
    auto here = [&](char lower) { return at < text.size() && (text[at] | 32) == lower; };
    auto signHere = [&] { return at < text.size() && (text[at] == '+' || text[at] == '-'); };
    *out = {0, 0};
    skip();
    bool bracket = at < text.size() && text[at] == '(';
    if (bracket) {
        ++at;
        skip();
    }
    double first;
    if (size_t read = parseDouble(text.substr(at), &first)) {
        at += read;
        if (signHere()) {
            out->real = first;
            if (size_t more = parseDouble(text.substr(at), &out->imaginary)) {
                at += more;
            } else {
                out->imaginary = text[at++] == '-' ? -1.0 : 1.0;
            }
            if (!here('j')) return false;
            ++at;
        } else if (here('j')) {
            ++at;
            out->imaginary = first;
        } else {
            out->real = first;
        }
    } else {
        out->imaginary = 1.0;
        if (signHere()) out->imaginary = text[at++] == '-' ? -1.0 : 1.0;
        if (!here('j')) return false;
        ++at;
    }
    skip();
    if (bracket) {
        if (at >= text.size() || text[at] != ')') return false;
        ++at;
        skip();
    }
    return at == text.size();
}

Owned complexFromText(Object* o, Pair* out) {
    std::string text;
    numberText(o, &text);
    if (text.find('_') != text.npos && !removeUnderscores(text))
        return raise(exc::ValueError, "could not convert string to complex: {!r}", FormatArg(o));
    if (!parseComplex(text, out)) return raise(exc::ValueError, "complex() arg is a malformed string");
    return newNone();
}

// o.__complex__(), where there is one. False: exception pending.
bool callComplex(Object* o, Held<>& out) {
    if (o->type == types::Complex) {
        out = newRef(o);
        return true;
    }
    Held<> method(lookupSpecial(o, names::dunderComplex));
    if (!method) return !errorOccurred();
    out = call(method);
    if (!out) return false;
    if (!isComplex(out)) return raise(exc::TypeError, "__complex__ returned non-complex (type {})", out->type->name);
    if (out->type != types::Complex && !warnStrictSubclass("__complex__", "complex", out->type)) return false;
    return true;
}

bool isNumber(Object* o) { return o->type->toFloat || o->type->index || isComplex(o); }

Owned complexNew(Type* type, Args args) {
    Object* given[2] = {};
    if (!parseArgs("complex", args, "| real imag", given)) return {};
    Object *r = given[0], *i = given[1];
    if (r && r->type == types::Complex && !i && type == types::Complex) return newRef(r);
    Pair result{0, 0};
    if (r && isStr(r)) {
        if (i) return raise(exc::TypeError, "complex() can't take second arg if first is a string");
        if (!complexFromText(r, &result)) return {};
    } else {
        if (i && isStr(i)) return raise(exc::TypeError, "complex() second arg can't be a string");
        Held<> real;
        if (r) {
            if (!callComplex(r, real)) return {};
            if (!real) real = newRef(r);
            if (!isNumber(real)) return raise(exc::TypeError, "complex() first argument must be a string or a number, not '{}'", r->type->name);
        }
        if (i && !isNumber(i)) return raise(exc::TypeError, "complex() second argument must be a number, not '{}'", i->type->name);
        // Either may itself be complex: real + imag·j is then worked out as such.
        Pair x{0, 0}, y{0, 0};
        bool realComplex = false, imaginaryComplex = false;
        if (real) {
            if (isComplex(real)) {
                x = pairOf(real);
                realComplex = true;
            } else {
                Held<> number(numberToFloat(real));
                if (!number) return {};
                x.real = floatValue(number);
            }
        }
        if (i) {
            if (isComplex(i)) {
                y = pairOf(i);
                imaginaryComplex = true;
            } else {
                Held<> number(numberToFloat(i));
                if (!number) return {};
                y.real = floatValue(number);
            }
        }
        result = {x.real, y.real};
        if (imaginaryComplex) result.real -= y.imaginary;
        if (realComplex && i) result.imaginary += x.imaginary;
        else if (realComplex) result.imaginary = x.imaginary;
    }
    if (type == types::Complex) return fromPair(result);
    Owned made = type->alloc(type, 0);
    if (!made) return {};
    auto* c = static_cast<ComplexObject*>(made.pointer);
    c->real = result.real;
    c->imaginary = result.imaginary;
    recordPayload(c);
    return made;
}

// ---- methods ------------------------------------------------------------------------------------------------------

Owned conjugate(Object* o) { return newComplex(pairOf(o).real, -pairOf(o).imaginary); }

Owned getNewArgs(Object* o) {
    Ref<> real = newFloat(pairOf(o).real), imaginary = newFloat(pairOf(o).imaginary);
    if (!real || !imaginary) return {};
    return packTuple(real.get(), imaginary.get());
}

Owned formatMethod(Object* o, Object* spec) {
    if (!isStr(spec)) return raise(exc::TypeError, "__format__() argument must be str, not {}", isNone(spec) ? "None" : spec->type->name);
    return formatComplex(o, spec);
}

Owned getReal(Object* o) { return newFloat(pairOf(o).real); }
Owned getImaginary(Object* o) { return newFloat(pairOf(o).imaginary); }

const MethodDef complexMethods[] = {
    {"conjugate", conjugate}, {"__complex__", complexItself}, {"__getnewargs__", getNewArgs}, {"__format__", formatMethod}, {},
};
const GetSetDef complexGetSets[] = {{"real", getReal}, {"imag", getImaginary}, {}};

}

Owned newComplex(double real, double imaginary) {
    auto* c = static_cast<ComplexObject*>(allocateObject(types::Complex, sizeof(ComplexObject)));
    if (!c) return {};
    c->real = real;
    c->imaginary = imaginary;
    recordPayload(c);
    return Owned(c);
}

void defineComplexType(Type* t) {
    t->name = "complex";
    t->doc =
        "Create a complex number from a string or numbers.\n\nIf a string is given, parse it as a complex number.\nIf a single number is given, "
        "convert it to a complex number.\nIf the 'real' or 'imag' arguments are given, create a complex number\nwith the specified real and imaginary "
        "components.";
    t->basicSize = sizeof(ComplexObject);
    t->flags = BaseType;
    t->dealloc = freeObject;
    t->create = complexNew;
    t->repr = complexRepr;
    t->hash = complexHash;
    t->richCompare = complexRichCompare;
    t->getAttr = genericGetAttr;
    t->add = complexAdd;
    t->subtract = complexSubtract;
    t->multiply = complexMultiply;
    t->trueDivide = complexDivide;
    t->power = complexPower;
    t->negative = complexNegative;
    t->positive = complexItself;
    t->absolute = complexAbsolute;
    t->truth = complexTruth;
    t->methods = complexMethods;
    t->getsets = complexGetSets;
}

}

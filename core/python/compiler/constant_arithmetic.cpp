// SPDX-License-Identifier: GPL-3.0-or-later

// Python's operators over constants, within CPython's limits on the size of what is folded.

#include <gmp.h>

#include <charconv>
#include <cmath>
#include <cstdlib>

#include "core/python/compiler/constant_folding.h"
#include "core/text/utf8.h"

namespace memtape {
namespace {

using Kind = Constant::Kind;
using Folded = std::optional<Constant>;

constexpr size_t maxIntBits = 128;
constexpr size_t maxStringSize = 4096;
constexpr size_t maxTupleSize = 256;
constexpr long maxTotalItems = 1024;

class Integer {
public:
    Integer() { mpz_init(m_value); }
    explicit Integer(const Constant& constant) {
        mpz_init(m_value);
        if (constant.kind == Kind::Int) mpz_set_str(m_value, constant.text.c_str(), 16);
        else mpz_set_si(m_value, constant.kind == Kind::True ? 1 : 0);
    }
    ~Integer() { mpz_clear(m_value); }
    Integer(const Integer&) = delete;
    Integer& operator=(const Integer&) = delete;

    operator mpz_ptr() { return m_value; }
    operator mpz_srcptr() const { return m_value; }
    int sign() const { return mpz_sgn(m_value); }
    size_t bits() const { return sign() == 0 ? 0 : mpz_sizeinbase(m_value, 2); }

    Constant constant() const {
        Constant result;
        result.kind = Kind::Int;
        char* digits = mpz_get_str(nullptr, 16, m_value);
        result.text = digits;
        std::free(digits);
        return result;
    }

private:
    mpz_t m_value;
};

Constant boolConstant(bool value) {
    Constant result;
    result.kind = value ? Kind::True : Kind::False;
    return result;
}

Constant floatConstant(double value) {
    Constant result;
    result.kind = Kind::Float;
    result.real = value;
    return result;
}

struct ComplexValue {
    double real = 0, imaginary = 0;
};

Constant complexConstant(ComplexValue value) {
    Constant result;
    result.kind = Kind::Complex;
    result.real = value.real;
    result.imaginary = value.imaginary;
    return result;
}

bool isBool(const Constant& constant) { return constant.kind == Kind::False || constant.kind == Kind::True; }
bool isInt(const Constant& constant) { return constant.kind == Kind::Int || isBool(constant); }
bool isNumber(const Constant& constant) { return isInt(constant) || constant.kind == Kind::Float || constant.kind == Kind::Complex; }

// |value| * 2**exponent as the nearest double, ties to even; nothing beyond the range (and for subnormal results).
std::optional<double> roundedToDouble(const Integer& value, long exponent, bool hasRest) {
    const size_t bits = value.bits();
    if (bits == 0) return 0.0;
    Integer kept;
    long shift = 0;
    if (bits > 60) {
        shift = static_cast<long>(bits) - 60;
        hasRest |= mpz_scan1(value, 0) < static_cast<mp_bitcnt_t>(shift);
        mpz_tdiv_q_2exp(kept, value, static_cast<mp_bitcnt_t>(shift));
    } else {
        mpz_set(kept, value);
    }
    mpz_abs(kept, kept);
    uint64_t mantissa = mpz_get_ui(kept);
    if (hasRest) mantissa |= 1;
    const long resultExponent = exponent + static_cast<long>(bits);
    if (resultExponent < -1000 || resultExponent > 1100) return std::nullopt;
    const double result = std::ldexp(static_cast<double>(mantissa), static_cast<int>(exponent + shift));
    if (std::isinf(result)) return std::nullopt;
    return value.sign() < 0 ? -result : result;
}

std::optional<double> toDouble(const Constant& constant) {
    if (constant.kind == Kind::Float) return constant.real;
    return roundedToDouble(Integer(constant), 0, false);
}

std::optional<ComplexValue> toComplex(const Constant& constant) {
    if (constant.kind == Kind::Complex) return ComplexValue{constant.real, constant.imaginary};
    const auto real = toDouble(constant);
    if (!real) return std::nullopt;
    return ComplexValue{*real, 0.0};
}

// ---- complex -----------------------------------------------------------------------------------------------------

ComplexValue product(ComplexValue a, ComplexValue b) {
    return {a.real * b.real - a.imaginary * b.imaginary, a.real * b.imaginary + a.imaginary * b.real};
}

std::optional<ComplexValue> quotient(ComplexValue a, ComplexValue b) {
    const double absoluteReal = std::fabs(b.real);
    const double absoluteImaginary = std::fabs(b.imaginary);
    if (absoluteReal >= absoluteImaginary) {
        if (absoluteReal == 0.0) return std::nullopt;
        const double ratio = b.imaginary / b.real;
        const double denominator = b.real + b.imaginary * ratio;
        return ComplexValue{(a.real + a.imaginary * ratio) / denominator, (a.imaginary - a.real * ratio) / denominator};
    }
    if (absoluteImaginary >= absoluteReal) {
        const double ratio = b.real / b.imaginary;
        const double denominator = b.real * ratio + b.imaginary;
        return ComplexValue{(a.real * ratio + a.imaginary) / denominator, (a.imaginary * ratio - a.real) / denominator};
    }
    return ComplexValue{NAN, NAN};
}

ComplexValue powerByMultiplying(ComplexValue base, unsigned long exponent) {
    ComplexValue result{1.0, 0.0};
    ComplexValue square = base;
    for (unsigned long mask = 1; mask <= exponent; mask <<= 1) {
        if (exponent & mask) result = product(result, square);
        square = product(square, square);
    }
    return result;
}

std::optional<ComplexValue> power(ComplexValue base, ComplexValue exponent) {
    if (exponent.imaginary == 0.0 && exponent.real == std::floor(exponent.real) && std::fabs(exponent.real) <= 100.0) {
        const long count = static_cast<long>(exponent.real);
        if (count >= 0) return powerByMultiplying(base, static_cast<unsigned long>(count));
        return quotient({1.0, 0.0}, powerByMultiplying(base, static_cast<unsigned long>(-count)));
    }
    if (base.real == 0.0 && base.imaginary == 0.0) {
        if (exponent.imaginary != 0.0 || exponent.real < 0.0) return std::nullopt;
        return ComplexValue{};
    }
    const double size = std::hypot(base.real, base.imaginary);
    double length = std::pow(size, exponent.real);
    const double angle = std::atan2(base.imaginary, base.real);
    double phase = angle * exponent.real;
    if (exponent.imaginary != 0.0) {
        length *= std::exp(-angle * exponent.imaginary);
        phase += exponent.imaginary * std::log(size);
    }
    return ComplexValue{length * std::cos(phase), length * std::sin(phase)};
}

Folded foldedComplex(ast::Operator op, ComplexValue a, ComplexValue b) {
    std::optional<ComplexValue> result;
    switch (op) {
    case ast::Operator::Add: result = ComplexValue{a.real + b.real, a.imaginary + b.imaginary}; break;
    case ast::Operator::Sub: result = ComplexValue{a.real - b.real, a.imaginary - b.imaginary}; break;
    case ast::Operator::Mult: return complexConstant(product(a, b));
    case ast::Operator::Div: result = quotient(a, b); break;
    case ast::Operator::Pow:
        result = power(a, b);
        if (result && (std::isinf(result->real) || std::isinf(result->imaginary))) result.reset();
        break;
    default: break;
    }
    if (!result) return std::nullopt;
    return complexConstant(*result);
}

// ---- float ---------------------------------------------------------------------------------------------------------

struct FloorDivision {
    double quotient, remainder;
};

FloorDivision floorDivision(double a, double b) {
    double remainder = std::fmod(a, b);
    double division = (a - remainder) / b;
    if (remainder != 0.0) {
        if ((b < 0) != (remainder < 0)) {
            remainder += b;
            division -= 1.0;
        }
    } else {
        remainder = std::copysign(0.0, b);
    }
    double floored;
    if (division != 0.0) {
        floored = std::floor(division);
        if (division - floored > 0.5) floored += 1.0;
    } else {
        floored = std::copysign(0.0, a / b);
    }
    return {floored, remainder};
}

Folded foldedFloatPower(double a, double b) {
    if (b == 0.0 || a == 1.0) return floatConstant(1.0);
    if (a == 0.0 && b < 0.0) return std::nullopt;
    const bool isFinite = std::isfinite(a) && std::isfinite(b);
    if (isFinite && a < 0.0 && b != std::floor(b)) return foldedComplex(ast::Operator::Pow, {a, 0.0}, {b, 0.0});
    const double result = std::pow(a, b);
    if (isFinite && std::isinf(result)) return std::nullopt;
    return floatConstant(result);
}

Folded foldedFloat(ast::Operator op, double a, double b) {
    switch (op) {
    case ast::Operator::Add: return floatConstant(a + b);
    case ast::Operator::Sub: return floatConstant(a - b);
    case ast::Operator::Mult: return floatConstant(a * b);
    case ast::Operator::Pow: return foldedFloatPower(a, b);
    case ast::Operator::Div:
    case ast::Operator::FloorDiv:
    case ast::Operator::Mod:
        if (b == 0.0) return std::nullopt;
        if (op == ast::Operator::Div) return floatConstant(a / b);
        return floatConstant(op == ast::Operator::Mod ? floorDivision(a, b).remainder : floorDivision(a, b).quotient);
    default: return std::nullopt;
    }
}

// ---- int -----------------------------------------------------------------------------------------------------------

Folded trueQuotient(const Integer& a, const Integer& b) {
    if (b.sign() == 0) return std::nullopt;
    const long shift = 60 - (static_cast<long>(a.bits()) - static_cast<long>(b.bits()));
    Integer dividend, divisor, result, rest;
    mpz_set(dividend, a);
    mpz_set(divisor, b);
    if (shift > 0) mpz_mul_2exp(dividend, dividend, static_cast<mp_bitcnt_t>(shift));
    else mpz_mul_2exp(divisor, divisor, static_cast<mp_bitcnt_t>(-shift));
    mpz_tdiv_qr(result, rest, dividend, divisor);
    if (a.sign() == 0) return floatConstant(b.sign() < 0 ? -0.0 : 0.0);
    const auto rounded = roundedToDouble(result, -shift, rest.sign() != 0);
    if (!rounded) return std::nullopt;
    return floatConstant(*rounded);
}

Folded foldedIntPower(const Constant& left, const Constant& right) {
    Integer a(left), b(right), result;
    if (b.sign() < 0) {
        const auto base = toDouble(left), exponent = toDouble(right);
        if (!base || !exponent) return std::nullopt;
        return foldedFloatPower(*base, *exponent);
    }
    if (a.sign() != 0 && b.sign() > 0) {
        if (!mpz_fits_ulong_p(b) || a.bits() > maxIntBits / mpz_get_ui(b)) return std::nullopt;
    }
    if (!mpz_fits_ulong_p(b)) return result.constant(); // 0 to a huge power
    mpz_pow_ui(result, a, mpz_get_ui(b));
    return result.constant();
}

Folded foldedShift(ast::Operator op, const Integer& a, const Integer& b) {
    if (b.sign() < 0) return std::nullopt;
    Integer result;
    if (op == ast::Operator::LShift) {
        if (a.sign() == 0 || b.sign() == 0) mpz_set(result, a);
        else if (!mpz_fits_ulong_p(b) || mpz_get_ui(b) > maxIntBits || a.bits() > maxIntBits - mpz_get_ui(b)) return std::nullopt;
        else mpz_mul_2exp(result, a, mpz_get_ui(b));
    } else if (mpz_fits_ulong_p(b)) {
        mpz_fdiv_q_2exp(result, a, mpz_get_ui(b));
    } else {
        mpz_set_si(result, a.sign() < 0 ? -1 : 0);
    }
    return result.constant();
}

Folded foldedInt(ast::Operator op, const Constant& left, const Constant& right) {
    Integer a(left), b(right), result;
    switch (op) {
    case ast::Operator::Add: mpz_add(result, a, b); break;
    case ast::Operator::Sub: mpz_sub(result, a, b); break;
    case ast::Operator::Mult:
        if (a.sign() != 0 && b.sign() != 0 && a.bits() + b.bits() > maxIntBits) return std::nullopt;
        mpz_mul(result, a, b);
        break;
    case ast::Operator::Div: return trueQuotient(a, b);
    case ast::Operator::FloorDiv:
    case ast::Operator::Mod:
        if (b.sign() == 0) return std::nullopt;
        if (op == ast::Operator::Mod) mpz_fdiv_r(result, a, b);
        else mpz_fdiv_q(result, a, b);
        break;
    case ast::Operator::Pow: return foldedIntPower(left, right);
    case ast::Operator::LShift:
    case ast::Operator::RShift: return foldedShift(op, a, b);
    case ast::Operator::BitAnd: mpz_and(result, a, b); break;
    case ast::Operator::BitOr: mpz_ior(result, a, b); break;
    case ast::Operator::BitXor: mpz_xor(result, a, b); break;
    case ast::Operator::MatMult: return std::nullopt;
    }
    const bool isBitwise = op == ast::Operator::BitAnd || op == ast::Operator::BitOr || op == ast::Operator::BitXor;
    if (isBitwise && isBool(left) && isBool(right)) return boolConstant(result.sign() != 0);
    return result.constant();
}

// ---- sequences -----------------------------------------------------------------------------------------------------

bool isSequence(const Constant& constant) { return constant.kind == Kind::Str || constant.kind == Kind::Bytes || constant.kind == Kind::Tuple; }

size_t sequenceSize(const Constant& constant) {
    if (constant.kind == Kind::Tuple) return constant.items.size();
    if (constant.kind == Kind::Bytes) return constant.text.size();
    return utf8::countKnownCharacters(constant.text);
}

// How many items of the limit are left after counting the items of nested tuples; negative where there are more.
long itemsLeft(const Constant& constant, long limit) {
    if (constant.kind != Kind::Tuple && constant.kind != Kind::FrozenSet) return limit;
    limit -= static_cast<long>(constant.items.size());
    for (const Constant& item : constant.items) {
        if (limit < 0) break;
        limit = itemsLeft(item, limit);
    }
    return limit;
}

Folded repeated(const Constant& sequence, const Constant& times) {
    Integer count(times);
    const size_t size = sequenceSize(sequence);
    Constant result;
    result.kind = sequence.kind;
    if (size == 0) return mpz_fits_slong_p(count) ? Folded(sequence) : std::nullopt;
    const size_t limit = sequence.kind == Kind::Tuple ? maxTupleSize : maxStringSize;
    if (count.sign() < 0 || !mpz_fits_ulong_p(count) || mpz_get_ui(count) > limit / size) return std::nullopt;
    const unsigned long n = mpz_get_ui(count);
    if (sequence.kind == Kind::Tuple && n > 0 && itemsLeft(sequence, maxTotalItems / static_cast<long>(n)) < 0) return std::nullopt;
    for (unsigned long i = 0; i < n; ++i) {
        result.text += sequence.text;
        result.items.insert(result.items.end(), sequence.items.begin(), sequence.items.end());
    }
    return result;
}

}

bool constantIsTrue(const Constant& constant) {
    switch (constant.kind) {
    case Kind::None:
    case Kind::False: return false;
    case Kind::Int: return constant.text != "0";
    case Kind::Float: return constant.real != 0.0;
    case Kind::Complex: return constant.real != 0.0 || constant.imaginary != 0.0;
    case Kind::Str:
    case Kind::Bytes: return !constant.text.empty();
    case Kind::Tuple:
    case Kind::FrozenSet: return !constant.items.empty();
    default: return true;
    }
}

Folded foldedUnary(ast::UnaryOperator op, const Constant& operand) {
    if (op == ast::UnaryOperator::Not) return boolConstant(!constantIsTrue(operand));
    if (!isNumber(operand)) return std::nullopt;
    if (isInt(operand)) {
        Integer value(operand), result;
        if (op == ast::UnaryOperator::Invert) mpz_com(result, value);
        else if (op == ast::UnaryOperator::USub) mpz_neg(result, value);
        else mpz_set(result, value);
        return result.constant();
    }
    if (op == ast::UnaryOperator::Invert) return std::nullopt;
    Constant result = operand;
    if (op == ast::UnaryOperator::USub) {
        result.real = -result.real;
        if (operand.kind == Kind::Complex) result.imaginary = -result.imaginary;
    }
    return result;
}

Folded foldedBinary(ast::Operator op, const Constant& left, const Constant& right) {
    if (isNumber(left) && isNumber(right)) {
        if (isInt(left) && isInt(right)) return foldedInt(op, left, right);
        if (left.kind == Kind::Complex || right.kind == Kind::Complex) {
            const auto a = toComplex(left), b = toComplex(right);
            return a && b ? foldedComplex(op, *a, *b) : std::nullopt;
        }
        const auto a = toDouble(left), b = toDouble(right);
        return a && b ? foldedFloat(op, *a, *b) : std::nullopt;
    }
    if (op == ast::Operator::Add && isSequence(left) && left.kind == right.kind) {
        Constant result = left;
        result.text += right.text;
        result.items.insert(result.items.end(), right.items.begin(), right.items.end());
        return result;
    }
    if (op == ast::Operator::Mult) {
        if (isSequence(left) && isInt(right)) return repeated(left, right);
        if (isInt(left) && isSequence(right)) return repeated(right, left);
    }
    return std::nullopt;
}

Folded foldedSubscript(const Constant& value, const Constant& index) {
    if (!isSequence(value) || !isInt(index)) return std::nullopt;
    Integer place(index);
    if (!mpz_fits_slong_p(place)) return std::nullopt;
    const long size = static_cast<long>(sequenceSize(value));
    long i = mpz_get_si(place);
    if (i < 0) i += size;
    if (i < 0 || i >= size) return std::nullopt;
    if (value.kind == Kind::Tuple) return value.items[static_cast<size_t>(i)];
    Constant result;
    if (value.kind == Kind::Bytes) {
        char digits[4];
        const auto end = std::to_chars(digits, digits + sizeof digits, static_cast<unsigned char>(value.text[static_cast<size_t>(i)]), 16).ptr;
        result.kind = Kind::Int;
        result.text.assign(digits, end);
        return result;
    }
    size_t start = 0;
    for (; i > 0; --i) {
        ++start;
        while (start < value.text.size() && utf8::isContinuation(value.text[start])) ++start;
    }
    size_t end = start + 1;
    while (end < value.text.size() && utf8::isContinuation(value.text[end])) ++end;
    result.kind = Kind::Str;
    result.text = value.text.substr(start, end - start);
    return result;
}

bool constantsAreEqual(const Constant& a, const Constant& b) {
    if (isNumber(a) && isNumber(b)) {
        if (isInt(a) && isInt(b)) return mpz_cmp(Integer(a), Integer(b)) == 0;
        const auto x = toComplex(a), y = toComplex(b);
        if (!x || !y || x->real != y->real || x->imaginary != y->imaginary) return false;
        // An int beyond 53 bits may round to a float that it does not equal.
        const auto exceedsDouble = [](const Constant& c) { return isInt(c) && Integer(c).bits() > 53; };
        if (exceedsDouble(a) || exceedsDouble(b)) {
            Integer fromFloat;
            mpz_set_d(fromFloat, x->real);
            return mpz_cmp(Integer(isInt(a) ? a : b), fromFloat) == 0;
        }
        return true;
    }
    if (a.kind != b.kind) return false;
    if (a.kind != Kind::Tuple) return sameConstant(a, b);
    if (a.items.size() != b.items.size()) return false;
    for (size_t i = 0; i < a.items.size(); ++i) {
        if (!constantsAreEqual(a.items[i], b.items[i])) return false;
    }
    return true;
}

}

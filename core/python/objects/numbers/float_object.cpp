// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/objects/numbers/float_object.h"

#include <cerrno>
#include <cmath>

#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/exceptions/warnings.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/free_lists.h"
#include "core/python/objects/numbers/float_methods.h"
#include "core/python/objects/numbers/int_digits.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"
#include "core/text/float_text.h"

namespace memtape {

static_assert(sizeof(FloatObject) == 24 && sizeof(ComplexObject) == 32);

// ---- life ---------------------------------------------------------------------------------------------------------

Object* freeFloats = nullptr;
int freeFloatCount = 0;

namespace {

RuntimeCache floatFreeList([] {
    freeFloats = nullptr;
    freeFloatCount = 0;
});

void floatDealloc(Object* o) {
    if (!isExactFloat(o)) return freeObject(o);
    recordFree(o);
    if (freeFloatCount >= freeFloatRoom) return heap.release(o);
    o->type = reinterpret_cast<Type*>(freeFloats);
    freeFloats = o;
    ++freeFloatCount;
}

}

void clearFreeFloats() {
    while (Object* o = freeFloats) {
        freeFloats = reinterpret_cast<Object*>(o->type);
        heap.release(o);
    }
    freeFloatCount = 0;
}

Owned newFloat(double value) {
    FloatObject* f;
    if (freeFloats) [[likely]] {
        f = static_cast<FloatObject*>(freeFloats);
        freeFloats = reinterpret_cast<Object*>(f->type);
        --freeFloatCount;
    } else {
        f = static_cast<FloatObject*>(heap.allocate(sizeof(FloatObject)));
        if (!f) [[unlikely]]
            return raiseMemoryError();
    }
    f->refcount = 1;
    f->type = types::Float;
    f->value = value;
    if (recording()) [[unlikely]]
        recorder->allocFloat(granuleOf(f), value);
    return Owned(f);
}

// ---- conversion ---------------------------------------------------------------------------------------------------

bool toDouble(Object* o, double* out) {
    if (isFloat(o)) {
        *out = floatValue(o);
        return true;
    }
    if (o->type->toFloat) {
        Held<> result(o->type->toFloat(o));
        if (!result) return false;
        if (!isFloat(result)) return raise(exc::TypeError, "{}.__float__ returned non-float (type {})", o->type->name, result->type->name);
        if (!isExactFloat(result) && !warnStrictSubclass(std::string(o->type->name) + ".__float__", "float", result->type)) return false;
        *out = floatValue(result);
        return true;
    }
    if (o->type->index) {
        Held<> index(numberIndex(o));
        return index && intToDouble(index, out);
    }
    return raise(exc::TypeError, "must be real number, not {}", o->type->name);
}

// The hash of a number is that of its value modulo 2**61 − 1, whatever its type.
int64_t hashDouble(Object* forIdentity, double value) {
    if (!std::isfinite(value)) {
        if (std::isinf(value)) return value > 0 ? 314159 : -314159;
        uintptr_t address = forIdentity ? addressOf(forIdentity) : 0; // nan: by identity
        int64_t hash = static_cast<int64_t>(address >> 4 | address << 60);
        return hash == -1 ? -2 : hash;
    }
    constexpr int hashBits = 61;
    constexpr uint64_t modulus = (uint64_t{1} << hashBits) - 1;
    int exponent;
    double m = std::frexp(value, &exponent);
    bool negative = m < 0;
    if (negative) m = -m;
    uint64_t x = 0;
    while (m != 0) { // 28 bits at a time
        x = ((x << 28) & modulus) | x >> (hashBits - 28);
        m *= 268435456.0;
        exponent -= 28;
        uint64_t y = static_cast<uint64_t>(m);
        m -= static_cast<double>(y);
        x += y;
        if (x >= modulus) x -= modulus;
    }
    exponent = exponent >= 0 ? exponent % hashBits : hashBits - 1 - ((-1 - exponent) % hashBits);
    x = ((x << exponent) & modulus) | x >> (hashBits - exponent);
    int64_t hash = static_cast<int64_t>(negative ? -x : x);
    return hash == -1 ? -2 : hash;
}

// ---- arithmetic ---------------------------------------------------------------------------------------------------

namespace {

enum class Operand { Number, NotANumber, Failed };

Operand operand(Object* o, double* out) {
    if (isExactFloat(o)) [[likely]] {
        *out = floatValue(o);
        return Operand::Number;
    }
    if (isFloat(o)) {
        *out = floatValue(o);
        return Operand::Number;
    }
    if (isInt(o)) return intToDouble(o, out) ? Operand::Number : Operand::Failed;
    return Operand::NotANumber;
}

// Both operands as doubles, or what the slot returns at once.
#define FLOAT_OPERANDS(x, y) \
    double x, y; \
    if (Operand o = operand(a, &x); o != Operand::Number) return o == Operand::Failed ? Owned(nullptr) : notImplemented(); \
    if (Operand o = operand(b, &y); o != Operand::Number) return o == Operand::Failed ? Owned(nullptr) : notImplemented()

Owned floatAdd(Object* a, Object* b) {
    FLOAT_OPERANDS(x, y);
    return newFloat(x + y);
}
Owned floatSubtract(Object* a, Object* b) {
    FLOAT_OPERANDS(x, y);
    return newFloat(x - y);
}
Owned floatMultiply(Object* a, Object* b) {
    FLOAT_OPERANDS(x, y);
    return newFloat(x * y);
}
Owned floatTrueDivide(Object* a, Object* b) {
    FLOAT_OPERANDS(x, y);
    if (y == 0) return raise(exc::ZeroDivisionError, "float division by zero");
    return newFloat(x / y);
}

// The remainder has the divisor's sign; the quotient is the whole number next to (x − remainder) / y.
void divideWhole(double x, double y, double* quotient, double* remainder) {
    double mod = std::fmod(x, y), div = (x - mod) / y;
    if (mod != 0) {
        if ((y < 0) != (mod < 0)) {
            mod += y;
            div -= 1.0;
        }
    } else {
        mod = std::copysign(0.0, y);
    }
    if (div != 0) {
        double whole = std::floor(div);
        if (div - whole > 0.5) whole += 1.0;
        *quotient = whole;
    } else {
        *quotient = std::copysign(0.0, x / y);
    }
    *remainder = mod;
}

Owned floatFloorDivide(Object* a, Object* b) {
    FLOAT_OPERANDS(x, y);
    if (y == 0) return raise(exc::ZeroDivisionError, "float floor division by zero");
    double quotient, remainder;
    divideWhole(x, y, &quotient, &remainder);
    return newFloat(quotient);
}

Owned floatRemainder(Object* a, Object* b) {
    FLOAT_OPERANDS(x, y);
    if (y == 0) return raise(exc::ZeroDivisionError, "float modulo by zero");
    double mod = std::fmod(x, y);
    if (mod != 0) {
        if ((y < 0) != (mod < 0)) mod += y;
    } else {
        mod = std::copysign(0.0, y);
    }
    return newFloat(mod);
}

Owned floatDivmod(Object* a, Object* b) {
    FLOAT_OPERANDS(x, y);
    if (y == 0) return raise(exc::ZeroDivisionError, "float divmod()");
    double quotient, remainder;
    divideWhole(x, y, &quotient, &remainder);
    Ref<> q = newFloat(quotient);
    if (!q) return {};
    Ref<> r = newFloat(remainder);
    if (!r) return {};
    return packTuple(q.get(), r.get());
}

bool isOddInteger(double x) { return std::fmod(std::fabs(x), 2.0) == 1.0; }

Owned raiseRange() { // OverflowError(34, 'Numerical result out of range'), as from the C library
    Ref<> number = newInt(ERANGE), text = newStr("Numerical result out of range");
    if (!number || !text) return {};
    Ref<> e = call(exc::OverflowError, number, text);
    if (!e) return {};
    return raiseInstance(e);
}

Owned floatPower(Object* a, Object* b, Object* modulus) {
    if (!isNone(modulus)) return raise(exc::TypeError, "pow() 3rd argument not allowed unless all arguments are integers");
    FLOAT_OPERANDS(x, y);
    // The special cases are those of C99's pow, said here so that no platform differs.
    if (y == 0) return newFloat(1.0);
    if (std::isnan(x)) return newFloat(x);
    if (std::isnan(y)) return newFloat(x == 1.0 ? 1.0 : y);
    if (std::isinf(y)) {
        double magnitude = std::fabs(x);
        if (magnitude == 1.0) return newFloat(1.0);
        return newFloat((y > 0) == (magnitude > 1.0) ? std::fabs(y) : 0.0);
    }
    if (std::isinf(x)) {
        bool odd = isOddInteger(y);
        return newFloat(y > 0 ? (odd ? x : std::fabs(x)) : (odd ? std::copysign(0.0, x) : 0.0));
    }
    if (x == 0) {
        bool odd = isOddInteger(y);
        if (y < 0) return raise(exc::ZeroDivisionError, "0.0 cannot be raised to a negative power");
        return newFloat(odd ? x : 0.0);
    }
    bool negate = false;
    if (x < 0) {
        if (y != std::floor(y)) return types::Complex->power(a, b, modulus); // a complex number comes out
        x = -x;
        negate = isOddInteger(y);
    }
    if (x == 1.0) return newFloat(negate ? -1.0 : 1.0);
    errno = 0;
    double result = std::pow(x, y);
    if (std::isinf(result)) return raiseRange();
    return newFloat(negate ? -result : result);
}

Owned floatNegative(Object* o) { return newFloat(-floatValue(o)); }
Owned floatAbsolute(Object* o) { return newFloat(std::fabs(floatValue(o))); }
Owned floatItself(Object* o) { return isExactFloat(o) ? newRef(o) : newFloat(floatValue(o)); }
int floatTruth(Object* o) { return floatValue(o) != 0; }
Owned floatToInt(Object* o) { return newIntFromDouble(floatValue(o)); }
Owned floatRepr(Object* o) { return newStr(floatText(floatValue(o))); }
int64_t floatHash(Object* o) { return hashDouble(o, floatValue(o)); }

// ---- comparison ---------------------------------------------------------------------------------------------------

bool holds(Comparison op, double x, double y) {
    switch (op) {
    case Comparison::Lt: return x < y;
    case Comparison::Le: return x <= y;
    case Comparison::Eq: return x == y;
    case Comparison::Ne: return x != y;
    case Comparison::Gt: return x > y;
    case Comparison::Ge: return x >= y;
    }
    return false;
}

// With an int the comparison is exact: neither number is rounded.
Owned floatRichCompare(Object* a, Object* b, Comparison op) {
    double x = floatValue(a);
    if (isFloat(b)) return newBool(holds(op, x, floatValue(b)));
    if (!isInt(b)) return notImplemented();
    if (!std::isfinite(x)) return newBool(holds(op, x, 0.0));
    double sign = intSign(b), xSign = x == 0 ? 0 : x < 0 ? -1 : 1;
    if (xSign != sign) return newBool(holds(op, xSign, sign));
    uint64_t bits = intBitLength(b);
    if (bits <= 48) return newBool(holds(op, x, static_cast<double>(mediumValue(b))));
    int exponent;
    std::frexp(x, &exponent);
    if (exponent < 0 || static_cast<uint64_t>(exponent) < bits) return newBool(holds(op, 0.0, sign)); // b is further from zero
    if (static_cast<uint64_t>(exponent) > bits) return newBool(holds(op, sign, 0.0));
    Mpz exact(b);
    int order = -mpz_cmp_d(static_cast<mpz_srcptr>(exact), x);
    return newBool(holds(op, order, 0.0));
}

// ---- float(x) -----------------------------------------------------------------------------------------------------

Owned floatNew(Type* type, Args args) {
    if (type == types::Float || type->init == types::Float->init) {
        if (!checkNoKeywords("float", args)) return {};
    }
    if (!checkArgCount("float", args.count, 0, 1)) return {};
    Held<> value;
    if (args.count == 0) value = newFloat(0.0);
    else if (isExactStr(args[0])) value = floatFromText(args[0]);
    else value = numberToFloat(args[0]);
    if (!value || type == types::Float) return value.release();
    Owned made = type->alloc(type, 0);
    if (!made) return {};
    static_cast<FloatObject*>(made.pointer)->value = floatValue(value);
    recordPayload(made.pointer);
    return made;
}

}

void defineFloatType(Type* t) {
    t->name = "float";
    t->doc = "Convert a string or number to a floating-point number, if possible.";
    t->basicSize = sizeof(FloatObject);
    t->flags = BaseType | MatchSelf;
    t->dealloc = floatDealloc;
    t->create = floatNew;
    t->repr = floatRepr;
    t->hash = floatHash;
    t->richCompare = floatRichCompare;
    t->getAttr = genericGetAttr;
    t->add = floatAdd;
    t->subtract = floatSubtract;
    t->multiply = floatMultiply;
    t->remainder = floatRemainder;
    t->divmod = floatDivmod;
    t->power = floatPower;
    t->negative = floatNegative;
    t->positive = floatItself;
    t->absolute = floatAbsolute;
    t->truth = floatTruth;
    t->toInt = floatToInt;
    t->toFloat = floatItself;
    t->floorDivide = floatFloorDivide;
    t->trueDivide = floatTrueDivide;
    t->methods = floatMethods;
    t->getsets = floatGetSets;
}

}

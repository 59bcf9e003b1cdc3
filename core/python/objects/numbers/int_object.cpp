// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/objects/numbers/int_object.h"

#include <bit>
#include <cmath>
#include <cstring>

#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/numbers/float_object.h"
#include "core/python/objects/numbers/int_digits.h"
#include "core/python/objects/protocol/protocol.h"

namespace memtape {

static_assert(offsetof(IntObject, digits) == 24);

IntObject* smallInts[262];

// ---- creation -----------------------------------------------------------------------------------------------------

bool canAllocateInt(uint64_t bytes) {
    if (bytes <= Heap::regionBytes && heap.bytesInUse() + bytes <= heap.limit()) return true;
    // The heap decides, and notes that its limit was reached.
    if (void* block = heap.allocate(bytes)) {
        heap.release(block);
        return true;
    }
    return raiseMemoryError();
}

IntObject* allocateInt(ssize digits) {
    size_t bytes = 24 + 4 * static_cast<size_t>(digits > 0 ? digits : 1);
    IntObject* i = static_cast<IntObject*>(heap.allocate(bytes < sizeof(IntObject) ? sizeof(IntObject) : bytes));
    if (!i) [[unlikely]] {
        raiseMemoryError();
        return nullptr;
    }
    i->refcount = 1;
    i->type = types::Int;
    i->tag = static_cast<uint64_t>(digits) << 3;
    return i;
}

Owned finishInt(IntObject* i, bool negative, const IntSource& source) {
    ssize n = digitCount(i);
    while (n > 0 && i->digits[n - 1] == 0) --n;
    if (n <= 1) {
        int64_t value = n == 0 ? 0 : negative ? -static_cast<int64_t>(i->digits[0]) : static_cast<int64_t>(i->digits[0]);
        if (static_cast<uint64_t>(value) + 5 < 262) {
            heap.release(i);
            return Owned(smallInts[value + 5]);
        }
        i->tag = (1u << 3) | (negative ? 2 : 0);
        if (recording()) [[unlikely]]
            recorder->allocInt(granuleOf(i), value);
        return Owned(i);
    }
    i->tag = static_cast<uint64_t>(n) << 3 | (negative ? 2 : 0);
    if (recording()) [[unlikely]] {
        if (n == 2) {
            recorder->allocInt(granuleOf(i), mediumValue(i));
        } else {
            recordAllocSlow(i);
            recordIntValue(i, source);
        }
    }
    return Owned(i);
}

Owned newIntSlow(int64_t value) {
    uint64_t magnitude = value < 0 ? -static_cast<uint64_t>(value) : static_cast<uint64_t>(value);
    if (magnitude <= digitMask) [[likely]] {
        IntObject* i = static_cast<IntObject*>(heap.allocate(sizeof(IntObject)));
        if (!i) [[unlikely]]
            return raiseMemoryError();
        i->refcount = 1;
        i->type = types::Int;
        i->tag = (1u << 3) | (value < 0 ? 2 : 0);
        i->digits[0] = static_cast<uint32_t>(magnitude);
        if (recording()) [[unlikely]]
            recorder->allocInt(granuleOf(i), value);
        return Owned(i);
    }
    ssize digits = (std::bit_width(magnitude) + digitBits - 1) / digitBits;
    IntObject* i = allocateInt(digits);
    if (!i) return {};
    for (ssize d = 0; d < digits; ++d, magnitude >>= digitBits) i->digits[d] = magnitude & digitMask;
    return finishInt(i, value < 0);
}

Owned newIntFromUnsigned(uint64_t value) {
    if (value <= static_cast<uint64_t>(INT64_MAX)) return newInt(static_cast<int64_t>(value));
    IntObject* i = allocateInt(3);
    if (!i) return {};
    for (int d = 0; d < 3; ++d, value >>= digitBits) i->digits[d] = value & digitMask;
    return finishInt(i, false);
}

Owned newIntFromDouble(double value) {
    if (std::isnan(value)) return raise(exc::ValueError, "cannot convert float NaN to integer");
    if (std::isinf(value)) return raise(exc::OverflowError, "cannot convert float infinity to integer");
    if (value > -9.2e18 && value < 9.2e18) return newInt(static_cast<int64_t>(value));
    int exponent;
    double fraction = std::frexp(std::fabs(value), &exponent);
    ssize digits = (exponent - 1) / digitBits + 1;
    IntObject* i = allocateInt(digits);
    if (!i) return {};
    fraction = std::ldexp(fraction, (exponent - 1) % digitBits + 1);
    for (ssize d = digits; d-- > 0;) {
        uint32_t digit = static_cast<uint32_t>(fraction);
        i->digits[d] = digit;
        fraction = std::ldexp(fraction - digit, digitBits);
    }
    return finishInt(i, value < 0);
}

Owned newIntFromMpzSized(const mpz_t value, ssize wanted, const IntSource& source) {
    if (mpz_sgn(value) == 0) return newInt(0);
    ssize digits = static_cast<ssize>((mpz_sizeinbase(value, 2) + digitBits - 1) / digitBits);
    IntObject* i = allocateInt(digits > wanted ? digits : wanted);
    if (!i) return {};
    size_t written = 0;
    mpz_export(i->digits, &written, -1, 4, 0, 32 - digitBits, value);
    i->tag = static_cast<uint64_t>(written) << 3;
    return finishInt(i, mpz_sgn(value) < 0, source);
}

Owned newIntFromMpz(const mpz_t value) { return newIntFromMpzSized(value, 0); }

Owned newIntFromHex(std::string_view hex) {
    bool negative = !hex.empty() && hex[0] == '-';
    if (negative) hex.remove_prefix(1);
    ssize digits = (static_cast<ssize>(hex.size()) * 4 + digitBits - 1) / digitBits;
    IntObject* i = allocateInt(digits);
    if (!i) return {};
    uint64_t gathered = 0;
    int bits = 0;
    ssize d = 0;
    for (size_t at = hex.size(); at-- > 0;) {
        char c = hex[at];
        uint64_t value = static_cast<uint64_t>(c <= '9' ? c - '0' : (c | 32) - 'a' + 10);
        gathered |= value << bits;
        bits += 4;
        if (bits >= digitBits) {
            i->digits[d++] = gathered & digitMask;
            gathered >>= digitBits;
            bits -= digitBits;
        }
    }
    if (d < digits) i->digits[d++] = static_cast<uint32_t>(gathered);
    return finishInt(i, negative);
}

// ---- reading ------------------------------------------------------------------------------------------------------

void intToMpz(Object* o, mpz_t out) {
    mpz_import(out, static_cast<size_t>(digitCount(o)), -1, 4, 0, 32 - digitBits, asInt(o)->digits);
    if (isNegativeInt(o)) mpz_neg(out, out);
}

int intSign(Object* o) { return 1 - static_cast<int>(asInt(o)->tag & 3); }

uint64_t intBitLength(const Object* o) {
    ssize n = digitCount(o);
    if (n == 0) return 0;
    return static_cast<uint64_t>(n - 1) * digitBits + static_cast<uint64_t>(std::bit_width(asInt(o)->digits[n - 1]));
}

int64_t intValue(Object* o, int* overflow) {
    *overflow = 0;
    if (isMediumInt(o)) return mediumValue(o);
    const IntObject* i = asInt(o);
    bool negative = isNegativeInt(o);
    if (digitCount(o) == 3) {
        unsigned __int128 magnitude = static_cast<unsigned __int128>(i->digits[2]) << 60 | static_cast<uint64_t>(i->digits[1]) << 30 | i->digits[0];
        if (magnitude <= static_cast<uint64_t>(INT64_MAX)) return negative ? -static_cast<int64_t>(magnitude) : static_cast<int64_t>(magnitude);
        if (negative && magnitude == uint64_t{1} << 63) return INT64_MIN;
    }
    *overflow = negative ? -1 : 1;
    return -1;
}

bool intToInt64(Object* o, int64_t* out) {
    int overflow;
    *out = intValue(o, &overflow);
    if (overflow) return raise(exc::OverflowError, "Python int too large to convert to C long");
    return true;
}

double intFraction(Object* o, int64_t* exponent) {
    const IntObject* i = asInt(o);
    // The highest 64 bits, the lowest of them sticky; converting these rounds once.
    int64_t shift = static_cast<int64_t>(intBitLength(o)) - 64;
    unsigned __int128 top = 0;
    bool sticky = false;
    for (ssize d = digitCount(o); d-- > 0;) {
        int64_t position = static_cast<int64_t>(d) * digitBits - shift;
        if (position >= 0) top |= static_cast<unsigned __int128>(i->digits[d]) << position;
        else if (position > -digitBits) {
            top |= i->digits[d] >> -position;
            sticky |= (i->digits[d] & ((1u << -position) - 1)) != 0;
        } else sticky |= i->digits[d] != 0;
    }
    *exponent = shift;
    return static_cast<double>(static_cast<uint64_t>(top) | (sticky ? 1 : 0));
}

bool intToDouble(Object* o, double* out) {
    if (isMediumInt(o)) {
        *out = static_cast<double>(mediumValue(o));
        return true;
    }
    if (intBitLength(o) > 1024) return raise(exc::OverflowError, "int too large to convert to float");
    int64_t exponent;
    double fraction = intFraction(o, &exponent), value = std::ldexp(fraction, static_cast<int>(exponent));
    if (std::isinf(value)) return raise(exc::OverflowError, "int too large to convert to float");
    *out = isNegativeInt(o) ? -value : value;
    return true;
}

// The value modulo 2**61 − 1, with the sign.
int64_t hashInt(Object* o) {
    if (isCompactInt(o)) return hashCompactInt(o);
    constexpr uint64_t modulus = (uint64_t{1} << 61) - 1;
    const IntObject* i = asInt(o);
    uint64_t x = 0;
    for (ssize d = digitCount(o); d-- > 0;) {
        x = ((x << digitBits) & modulus) | (x >> (61 - digitBits));
        x += i->digits[d];
        if (x >= modulus) x -= modulus;
    }
    int64_t hash = static_cast<int64_t>(isNegativeInt(o) ? -x : x);
    return hash == -1 ? -2 : hash;
}

int intCompare(Object* a, Object* b) {
    if (isMediumInt(a) && isMediumInt(b)) {
        int64_t x = mediumValue(a), y = mediumValue(b);
        return (x > y) - (x < y);
    }
    int signA = intSign(a), signB = intSign(b);
    if (signA != signB) return signA < signB ? -1 : 1;
    ssize n = digitCount(a), m = digitCount(b);
    if (n != m) return (n < m) == (signA > 0) ? -1 : 1;
    const uint32_t *x = asInt(a)->digits, *y = asInt(b)->digits;
    for (ssize d = n; d-- > 0;) {
        if (x[d] != y[d]) return (x[d] < y[d]) == (signA > 0) ? -1 : 1;
    }
    return 0;
}

// ---- the type -----------------------------------------------------------------------------------------------------

namespace {

Owned intRichCompare(Object* a, Object* b, Comparison op) {
    if (!isInt(a) || !isInt(b)) return notImplemented();
    return newBool(answers(op, a == b ? 0 : intCompare(a, b)));
}

int intTruth(Object* o) { return !isZeroInt(o); }
Owned intItself(Object* o) {
    if (isExactInt(o)) return newRef(o);
    if (isMediumInt(o)) return newInt(mediumValue(o));
    IntObject* copy = allocateInt(digitCount(o));
    if (!copy) return {};
    std::memcpy(copy->digits, asInt(o)->digits, static_cast<size_t>(digitCount(o)) * 4);
    return finishInt(copy, isNegativeInt(o));
}
Owned intFloat(Object* o) {
    double value;
    if (!intToDouble(o, &value)) return {};
    return newFloat(value);
}

size_t intSize(Object* o) {
    ssize n = digitCount(o);
    return static_cast<size_t>(o->type->basicSize) + 4 * static_cast<size_t>(n > 0 ? n : 1);
}

void intDealloc(Object* o) {
    if (o->type == types::Int) [[likely]] {
        recordFree(o);
        heap.release(o);
    } else {
        freeObject(o);
    }
}

}

void defineIntType(Type* t) {
    t->name = "int";
    t->doc = "int([x]) -> integer\nint(x, base=10) -> integer\n\nConvert a number or string to an integer, or return 0 if no arguments\nare given.";
    t->basicSize = 24;
    t->itemSize = 4;
    t->flags = BaseType | IntSubclass | MatchSelf;
    t->dealloc = intDealloc;
    t->size = intSize;
    t->create = intNew;
    t->repr = intRepr;
    t->hash = hashInt;
    t->richCompare = intRichCompare;
    t->getAttr = genericGetAttr;
    t->add = intAdd;
    t->subtract = intSubtract;
    t->multiply = intMultiply;
    t->remainder = intRemainder;
    t->divmod = intDivmod;
    t->power = intPower;
    t->negative = intNegative;
    t->positive = intItself;
    t->absolute = intAbsolute;
    t->truth = intTruth;
    t->invert = intInvert;
    t->lshift = intLeftShift;
    t->rshift = intRightShift;
    t->bitAnd = intAnd;
    t->bitXor = intXor;
    t->bitOr = intOr;
    t->toInt = intItself;
    t->toFloat = intFloat;
    t->floorDivide = intFloorDivide;
    t->trueDivide = intTrueDivide;
    t->index = intItself;
    t->methods = intMethods;
    t->getsets = intGetSets;
}

}

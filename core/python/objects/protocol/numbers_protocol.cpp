// SPDX-License-Identifier: GPL-3.0-or-later

// protocol.h: numbers. The dispatch of binary operators is CPython's binary_op1: the left operand's slot, but a subclass on the right first.

#include <cstddef>
#include <cstring>

#include "core/python/bytecode/opcodes.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/exceptions/warnings.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/model/runtime.h"
#include "core/python/objects/numbers/float_object.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/bytes_object.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

namespace {

using BinarySlot = BinaryFunc Type::*;

// The result, or NotImplemented.
Owned binaryBySlots(Object* a, Object* b, BinarySlot slot) {
    BinaryFunc left = a->type->*slot, right = nullptr;
    if (a->type != b->type) {
        right = b->type->*slot;
        if (right == left) right = nullptr;
    }
    if (left) {
        if (right && isSubtype(b->type, a->type)) {
            Owned result = right(a, b);
            if (result.pointer != NotImplemented) return result;
            right = nullptr;
        }
        Owned result = left(a, b);
        if (result.pointer != NotImplemented) return result;
    }
    if (right) return right(a, b);
    return notImplemented();
}

Failure unsupported(const char* sign, Object* a, Object* b) {
    if (!std::strcmp(sign, ">>") && isNativeFunction(a) && !std::strcmp(static_cast<NativeFunctionObject*>(a)->definition->name, "print"))
        return raise(exc::TypeError, "unsupported operand type(s) for {}: '{}' and '{}'. Did you mean \"print(<message>, file=<output_stream>)\"?",
                     sign, a->type->name, b->type->name);
    return raise(exc::TypeError, "unsupported operand type(s) for {}: '{}' and '{}'", sign, a->type->name, b->type->name);
}

Owned binary(Object* a, Object* b, BinarySlot slot, const char* sign) {
    Owned result = binaryBySlots(a, b, slot);
    return result.pointer == NotImplemented ? Owned(unsupported(sign, a, b)) : result;
}

// The in-place slot of the left operand first.
Owned inplaceBySlots(Object* a, Object* b, BinarySlot inplace, BinarySlot slot) {
    if (BinaryFunc f = a->type->*inplace) {
        Owned result = f(a, b);
        if (result.pointer != NotImplemented) return result;
    }
    return binaryBySlots(a, b, slot);
}

Owned inplace(Object* a, Object* b, BinarySlot inplaceSlot, BinarySlot slot, const char* sign) {
    Owned result = inplaceBySlots(a, b, inplaceSlot, slot);
    return result.pointer == NotImplemented ? Owned(unsupported(sign, a, b)) : result;
}

Owned repeatSequence(ItemFunc repeat, Object* sequence, Object* n) {
    if (!n->type->index) return raise(exc::TypeError, "can't multiply sequence by non-int of type '{}'", n->type->name);
    ssize count = indexAsSize(n, exc::OverflowError);
    if (count == -1 && errorOccurred()) return nullptr;
    return repeat(sequence, count);
}

Owned power(Object* a, Object* b, Object* modulus, const char* sign) {
    TernaryFunc left = a->type->power, right = nullptr;
    if (a->type != b->type) {
        right = b->type->power;
        if (right == left) right = nullptr;
    }
    if (left) {
        if (right && isSubtype(b->type, a->type)) {
            Owned result = right(a, b, modulus);
            if (result.pointer != NotImplemented) return result;
            right = nullptr;
        }
        Owned result = left(a, b, modulus);
        if (result.pointer != NotImplemented) return result;
    }
    if (right) {
        Owned result = right(a, b, modulus);
        if (result.pointer != NotImplemented) return result;
    }
    if (TernaryFunc third = modulus->type->power; third && third != left && third != right) {
        Owned result = third(a, b, modulus);
        if (result.pointer != NotImplemented) return result;
    }
    if (isNone(modulus)) return unsupported(sign, a, b);
    return raise(exc::TypeError, "unsupported operand type(s) for {}: '{}', '{}', '{}'", sign, a->type->name, b->type->name, modulus->type->name);
}

// CPython's tp_as_sequence: each class of a program has one, a type of C's where it fills some slot of it.
bool hasSequenceSlots(const Type* t) {
    return isHeapType(t) || t->sequenceLength || t->concat || t->inplaceConcat || t->repeat || t->inplaceRepeat || t->item || t->contains;
}

Owned inplaceMultiply(Object* a, Object* b) {
    Owned result = inplaceBySlots(a, b, &Type::inplaceMultiply, &Type::multiply);
    if (result.pointer != NotImplemented) return result;
    ItemFunc repeat = a->type->inplaceRepeat ? a->type->inplaceRepeat : a->type->repeat;
    if (repeat) return repeatSequence(repeat, a, b);
    // The right operand is asked only where the left one is no sequence of any kind, and must not be changed in place.
    if (b->type->repeat && !hasSequenceSlots(a->type)) return repeatSequence(b->type->repeat, b, a);
    return unsupported("*=", a, b);
}

Owned inplacePower(Object* a, Object* b) {
    if (TernaryFunc f = a->type->inplacePower) {
        Owned result = f(a, b, None);
        if (result.pointer != NotImplemented) return result;
    }
    return power(a, b, None, "**=");
}

}

Owned numberAdd(Object* a, Object* b) {
    Owned result = binaryBySlots(a, b, &Type::add);
    if (result.pointer != NotImplemented) return result;
    if (a->type->concat) return a->type->concat(a, b);
    return unsupported("+", a, b);
}
Owned numberSubtract(Object* a, Object* b) { return binary(a, b, &Type::subtract, "-"); }
Owned numberMultiply(Object* a, Object* b) {
    Owned result = binaryBySlots(a, b, &Type::multiply);
    if (result.pointer != NotImplemented) return result;
    if (a->type->repeat) return repeatSequence(a->type->repeat, a, b);
    if (b->type->repeat) return repeatSequence(b->type->repeat, b, a);
    return unsupported("*", a, b);
}
Owned numberTrueDivide(Object* a, Object* b) { return binary(a, b, &Type::trueDivide, "/"); }
Owned numberFloorDivide(Object* a, Object* b) { return binary(a, b, &Type::floorDivide, "//"); }
Owned numberRemainder(Object* a, Object* b) { return binary(a, b, &Type::remainder, "%"); }
Owned numberDivmod(Object* a, Object* b) { return binary(a, b, &Type::divmod, "divmod()"); }
Owned numberPower(Object* a, Object* b, Object* modulus) { return power(a, b, modulus ? modulus : None, "** or pow()"); }
Owned numberOr(Object* a, Object* b) { return binary(a, b, &Type::bitOr, "|"); }
Owned numberInplaceAdd(Object* a, Object* b) {
    Owned result = inplaceBySlots(a, b, &Type::inplaceAdd, &Type::add);
    if (result.pointer != NotImplemented) return result;
    BinaryFunc concat = a->type->inplaceConcat ? a->type->inplaceConcat : a->type->concat;
    if (concat) return concat(a, b);
    return unsupported("+=", a, b);
}

Owned binaryOperation(int operation, Object* a, Object* b) {
    switch (operation) {
    case NB_ADD: return numberAdd(a, b);
    case NB_AND: return binary(a, b, &Type::bitAnd, "&");
    case NB_FLOOR_DIVIDE: return numberFloorDivide(a, b);
    case NB_LSHIFT: return binary(a, b, &Type::lshift, "<<");
    case NB_MATRIX_MULTIPLY: return binary(a, b, &Type::matrixMultiply, "@");
    case NB_MULTIPLY: return numberMultiply(a, b);
    case NB_REMAINDER: return numberRemainder(a, b);
    case NB_OR: return numberOr(a, b);
    case NB_POWER: return numberPower(a, b, None);
    case NB_RSHIFT: return binary(a, b, &Type::rshift, ">>");
    case NB_SUBTRACT: return numberSubtract(a, b);
    case NB_TRUE_DIVIDE: return numberTrueDivide(a, b);
    case NB_XOR: return binary(a, b, &Type::bitXor, "^");
    case NB_INPLACE_ADD: return numberInplaceAdd(a, b);
    case NB_INPLACE_AND: return inplace(a, b, &Type::inplaceAnd, &Type::bitAnd, "&=");
    case NB_INPLACE_FLOOR_DIVIDE: return inplace(a, b, &Type::inplaceFloorDivide, &Type::floorDivide, "//=");
    case NB_INPLACE_LSHIFT: return inplace(a, b, &Type::inplaceLshift, &Type::lshift, "<<=");
    case NB_INPLACE_MATRIX_MULTIPLY: return inplace(a, b, &Type::inplaceMatrixMultiply, &Type::matrixMultiply, "@=");
    case NB_INPLACE_MULTIPLY: return inplaceMultiply(a, b);
    case NB_INPLACE_REMAINDER: return inplace(a, b, &Type::inplaceRemainder, &Type::remainder, "%=");
    case NB_INPLACE_OR: return inplace(a, b, &Type::inplaceOr, &Type::bitOr, "|=");
    case NB_INPLACE_POWER: return inplacePower(a, b);
    case NB_INPLACE_RSHIFT: return inplace(a, b, &Type::inplaceRshift, &Type::rshift, ">>=");
    case NB_INPLACE_SUBTRACT: return inplace(a, b, &Type::inplaceSubtract, &Type::subtract, "-=");
    case NB_INPLACE_TRUE_DIVIDE: return inplace(a, b, &Type::inplaceTrueDivide, &Type::trueDivide, "/=");
    case NB_INPLACE_XOR: return inplace(a, b, &Type::inplaceXor, &Type::bitXor, "^=");
    }
    return raiseBadInternalCall();
}

Owned numberNegative(Object* a) {
    if (a->type->negative) return a->type->negative(a);
    return raise(exc::TypeError, "bad operand type for unary -: '{}'", a->type->name);
}
Owned numberPositive(Object* a) {
    if (a->type->positive) return a->type->positive(a);
    return raise(exc::TypeError, "bad operand type for unary +: '{}'", a->type->name);
}
Owned numberInvert(Object* a) {
    if (a->type->invert) return a->type->invert(a);
    return raise(exc::TypeError, "bad operand type for unary ~: '{}'", a->type->name);
}
Owned numberAbsolute(Object* a) {
    if (a->type->absolute) return a->type->absolute(a);
    return raise(exc::TypeError, "bad operand type for abs(): '{}'", a->type->name);
}

namespace {

// An exact int of the same value.
Owned exactInt(Ref<> number) {
    if (isExactInt(number)) return number.release();
    int overflow = 0;
    int64_t value = intValue(number, &overflow);
    if (!overflow) return newInt(value);
    mpz_t big;
    mpz_init(big);
    intToMpz(number, big);
    Owned copy = newIntFromMpz(big);
    mpz_clear(big);
    return copy;
}

// What a special method gave: of a strict subclass it is a plain int that goes on, after a warning.
Owned exactIntOf(Owned given, const char* method) {
    Held<> result(given);
    if (!isExactInt(result) && !warnStrictSubclass(method, "int", result->type)) return nullptr;
    return exactInt(Ref<>::share(result));
}

}

Owned numberIndex(Object* a) {
    if (isExactInt(a)) return newRef(a);
    if (isInt(a)) return exactInt(Ref<>::share(a));
    if (!a->type->index) return raise(exc::TypeError, "'{}' object cannot be interpreted as an integer", a->type->name);
    Ref<> result = a->type->index(a);
    if (!result) return nullptr;
    if (!isInt(result)) return raise(exc::TypeError, "__index__ returned non-int (type {})", result->type->name);
    return exactIntOf(result.release(), "__index__");
}

Owned numberToInt(Object* a) {
    if (isExactInt(a)) return newRef(a);
    if (a->type->toInt) {
        Ref<> result = a->type->toInt(a);
        if (!result) return nullptr;
        if (!isInt(result)) return raise(exc::TypeError, "__int__ returned non-int (type {})", result->type->name);
        return exactIntOf(result.release(), "__int__");
    }
    if (a->type->index) return numberIndex(a);
    Held<> truncate(lookupSpecial(a, names::dunderTrunc));
    if (truncate) {
        if (!warnDeprecated("The delegation of int() to __trunc__ is deprecated.")) return nullptr;
        Ref<> result = call(truncate);
        if (!result) return nullptr;
        if (isInt(result)) return exactInt(std::move(result));
        if (!result->type->index) return raise(exc::TypeError, "__trunc__ returned non-Integral (type {})", result->type->name);
        return numberIndex(result);
    }
    if (errorOccurred()) return nullptr;
    const uint8_t* bytes;
    size_t size;
    if (isStr(a) || bufferOf(a, &bytes, &size)) return intFromTextObject(a, 10);
    return raise(exc::TypeError, "int() argument must be a string, a bytes-like object or a real number, not '{}'", a->type->name);
}

Owned numberToFloat(Object* a) {
    if (isExactFloat(a)) return newRef(a);
    if (a->type->toFloat) {
        Ref<> result = a->type->toFloat(a);
        if (!result || isExactFloat(result)) return result.release();
        if (!isFloat(result)) return raise(exc::TypeError, "{}.__float__ returned non-float (type {})", a->type->name, result->type->name);
        double value = floatValue(result);
        return warnStrictSubclass(std::string(a->type->name) + ".__float__", "float", result->type) ? newFloat(value) : Owned(nullptr);
    }
    if (a->type->index) {
        Ref<> result = numberIndex(a);
        double value;
        if (!result || !intToDouble(result, &value)) return nullptr;
        return newFloat(value);
    }
    if (isFloat(a)) return newFloat(floatValue(a));
    return floatFromText(a);
}

// a.__index__() where it is a size; out of range gives `out` its sign. -1 with an exception pending on failure.
static ssize sizeOf(Object* a, int* out) {
    Ref<> index = isInt(a) ? newRef(a) : numberIndex(a);
    return index ? intValue(index, out) : -1;
}

ssize indexAsSize(Object* a, Type* overflow) {
    int out = 0;
    const ssize value = sizeOf(a, &out);
    if (!out) return value;
    if (!overflow) return out > 0 ? PTRDIFF_MAX : PTRDIFF_MIN;
    return ssize(raise(overflow, "cannot fit '{}' into an index-sized integer", a->type->name));
}

ssize argumentAsSize(Object* a) {
    int out = 0;
    const ssize value = sizeOf(a, &out);
    return out ? ssize(raise(exc::OverflowError, "Python int too large to convert to C ssize_t")) : value;
}

}

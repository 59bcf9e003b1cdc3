// SPDX-License-Identifier: GPL-3.0-or-later
// Decimals from int, float, str and tuple, and back.
#include <cmath>
#include <string>

#include "core/python/modules/decimal/decimal_parts.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/float_object.h"
#include "core/python/objects/numbers/int_digits.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"
#include "core/text/unicode.h"

namespace memtape {

namespace {

// What is left of a status where the value had to be exact.
uint32_t exactStatus(mpd_t* value, uint32_t status) {
    if (status & (MPD_Inexact | MPD_Rounded | MPD_Clamped)) mpd_seterror(value, MPD_Invalid_operation, &status);
    return status & MPD_Errors;
}

void setFromInt(mpd_t* out, Object* i, const mpd_context_t* context, uint32_t* status) {
    mpd_qimport_u32(out, asInt(i)->digits, isZeroInt(i) ? 1 : static_cast<size_t>(digitCount(i)), isNegativeInt(i) ? MPD_NEG : MPD_POS,
                    uint32_t{1} << digitBits, context, status);
}

// m · 2**e exactly: with a negative e as m · 5**−e · 10**e.
void setFromDouble(mpd_t* out, double value, uint32_t* status) {
    if (!std::isfinite(value)) {
        mpd_setspecial(out, std::isinf(value) && value < 0 ? MPD_NEG : MPD_POS, std::isnan(value) ? MPD_NAN : MPD_INF);
        return;
    }
    int exponent;
    uint64_t mantissa = static_cast<uint64_t>(std::ldexp(std::frexp(std::fabs(value), &exponent), 53));
    exponent -= 53;
    while (mantissa && !(mantissa & 1)) {
        mantissa >>= 1;
        ++exponent;
    }
    if (!mantissa) exponent = 0;
    mpd_context_t exact = exactDecimalContext();
    mpd_qset_u64(out, mantissa, &exact, status);
    if (exponent) {
        mpd_t* factor = mpd_qnew();
        mpd_t* power = mpd_qnew();
        if (factor && power) {
            mpd_qset_uint(factor, exponent < 0 ? 5 : 2, &exact, status);
            mpd_qset_uint(power, static_cast<mpd_uint_t>(std::abs(exponent)), &exact, status);
            mpd_qpow(factor, factor, power, &exact, status);
            mpd_qmul(out, out, factor, &exact, status);
            if (exponent < 0) out->exp = exponent;
        } else {
            mpd_seterror(out, MPD_Malloc_error, status);
        }
        if (factor) mpd_del(factor);
        if (power) mpd_del(power);
    }
    mpd_set_sign(out, std::signbit(value) ? MPD_NEG : MPD_POS);
}

// The text of a number in ASCII, digits of any script as ASCII's. What has other characters is "", which is no number.
std::string asciiNumber(Object* text, bool loosely) {
    StrObject* s = asStr(text);
    ssize from = 0, to = s->length;
    if (loosely) {
        while (from < to && unicode::isSpace(charAt(s, from))) ++from;
        while (to > from && unicode::isSpace(charAt(s, to - 1))) --to;
    }
    std::string out;
    for (ssize i = from; i < to; ++i) {
        uint32_t c = charAt(s, i);
        if (loosely && c == '_') continue;
        int digit = c < 128 ? -1 : unicode::decimalValue(c);
        if (digit >= 0) c = static_cast<uint32_t>('0' + digit);
        if (c == 0 || c > 127) return "";
        out += static_cast<char>(c);
    }
    return out;
}

Owned fromText(Type* type, const std::string& text, DecimalContextObject* context, bool exactly) {
    Ref<DecimalObject> result(newDecimal(type));
    if (!result) return nullptr;
    uint32_t status = 0;
    if (exactly) mpd_qset_string_exact(&result->value, text.c_str(), &status);
    else mpd_qset_string(&result->value, text.c_str(), &context->values, &status);
    if (exactly) status &= MPD_Errors;
    return finishDecimal(result, context, status);
}

// (sign, digits, exponent) as the text of the number. False: an exception is pending.
bool tupleText(Object* given, std::string* out) {
    Held<TupleObject> parts(isList(given) ? listToTuple(asList(given)) : newRef(given));
    if (!parts) return false;
    if (parts->count != 3) return raise(exc::ValueError, "argument must be a sequence of length 3");
    int64_t sign = -1;
    int overflow = 0;
    if (isInt(parts->items[0])) sign = intValue(parts->items[0], &overflow);
    if (overflow || (sign != 0 && sign != 1)) return raise(exc::ValueError, "sign must be an integer with the value 0 or 1");
    *out = sign ? "-" : "";

    Object* third = parts->items[2];
    std::string special;
    int64_t exponent = 0;
    if (isStr(third)) {
        if (strEqualsText(third, "F")) special = "Inf";
        else if (strEqualsText(third, "n")) special = "NaN";
        else if (strEqualsText(third, "N")) special = "sNaN";
        else return raise(exc::ValueError, "string argument in the third position must be 'F', 'n' or 'N'");
    } else {
        if (!isInt(third)) return raise(exc::ValueError, "exponent must be an integer");
        exponent = intValue(third, &overflow);
        if (overflow) return raise(exc::OverflowError, "Python int too large to convert to C ssize_t");
    }

    Object* second = parts->items[1];
    if (!isTuple(second) && !isList(second)) return raise(exc::ValueError, "coefficient must be a tuple of digits");
    Held<TupleObject> digits(isList(second) ? listToTuple(asList(second)) : newRef(second));
    if (!digits) return false;
    *out += special;
    size_t before = out->size();
    for (ssize i = 0; i < digits->count; ++i) {
        int64_t digit = isInt(digits->items[i]) ? intValue(digits->items[i], &overflow) : -1;
        if (overflow || digit < 0 || digit > 9) return raise(exc::ValueError, "coefficient must be a tuple of digits");
        if (special != "Inf") *out += static_cast<char>('0' + digit);
    }
    if (!special.empty()) return true;
    if (out->size() == before) *out += '0';
    *out += 'E' + std::to_string(exponent);
    return true;
}

Owned copyOf(Type* type, Object* value, DecimalContextObject* context) {
    Ref<DecimalObject> result(newDecimal(type));
    if (!result) return nullptr;
    uint32_t status = 0;
    mpd_qcopy(&result->value, valueOf(value), &status);
    return finishDecimal(result, context, status);
}

Failure raiseNoConversion(Object* value) { return raise(exc::TypeError, "conversion from {} to Decimal is not supported", value->type->name); }

}

Owned decimalFromInt(Type* type, Object* i, DecimalContextObject* context) {
    Ref<DecimalObject> result(newDecimal(type));
    if (!result) return nullptr;
    uint32_t status = 0;
    mpd_context_t exact = exactDecimalContext();
    setFromInt(&result->value, i, &exact, &status);
    return finishDecimal(result, context, exactStatus(&result->value, status));
}

Owned decimalFromFloat(Type* type, Object* f, DecimalContextObject* context) {
    if (isInt(f)) return decimalFromInt(type, f, context);
    Ref<DecimalObject> result(newDecimal(type));
    if (!result) return nullptr;
    uint32_t status = 0;
    setFromDouble(&result->value, floatValue(f), &status);
    return finishDecimal(result, context, exactStatus(&result->value, status));
}

Owned exactDecimal(Type* type, Object* value, DecimalContextObject* context) {
    if (isDecimal(value)) {
        if (type == decimalState.decimal && value->type == type) return newRef(value);
        return copyOf(type, value, context);
    }
    if (isStr(value)) return fromText(type, asciiNumber(value, true), context, true);
    if (isInt(value)) return decimalFromInt(type, value, context);
    if (isTuple(value) || isList(value)) {
        std::string text;
        return tupleText(value, &text) ? fromText(type, text, context, true) : nullptr;
    }
    if (isFloat(value)) return addDecimalStatus(context, floatOperation) ? decimalFromFloat(type, value, context) : nullptr;
    return raiseNoConversion(value);
}

Owned roundedDecimal(Type* type, Object* value, DecimalContextObject* context) {
    uint32_t status = 0;
    if (isStr(value)) return fromText(type, asciiNumber(value, false), context, false);
    if (isTuple(value) || isList(value)) {
        std::string text;
        return tupleText(value, &text) ? fromText(type, text, context, false) : nullptr;
    }
    Ref<DecimalObject> result(newDecimal(type));
    if (!result) return nullptr;
    if (isDecimal(value)) {
        const mpd_t* v = valueOf(value);
        if (mpd_isnan(v) && v->digits > context->values.prec - context->values.clamp) { // more than such a context's numbers can hold
            mpd_setspecial(&result->value, MPD_POS, MPD_NAN);
            return finishDecimal(result, context, MPD_Conversion_syntax);
        }
        mpd_qcopy(&result->value, v, &status);
    } else if (isInt(value)) {
        setFromInt(&result->value, value, &context->values, &status);
        return finishDecimal(result, context, status);
    } else if (isFloat(value)) {
        if (!addDecimalStatus(context, floatOperation)) return nullptr;
        setFromDouble(&result->value, floatValue(value), &status);
        status = exactStatus(&result->value, status);
    } else {
        return raiseNoConversion(value);
    }
    mpd_qfinalize(&result->value, &context->values, &status);
    return finishDecimal(result, context, status);
}

Ref<> decimalOperand(Object* o, DecimalContextObject* context) {
    if (isDecimal(o)) return Ref<>::share(o);
    return isInt(o) ? Ref<>(decimalFromInt(decimalState.decimal, o, context)) : Ref<>();
}

Ref<> wantDecimal(Object* o, DecimalContextObject* context) {
    Ref<> made = decimalOperand(o, context);
    if (!made && !errorOccurred()) raiseNoConversion(o);
    return made;
}

// ---- and back ---------------------------------------------------------------------------------------------------------

Owned decimalToInt(Object* self, DecimalContextObject* context, int rounding) {
    const mpd_t* v = valueOf(self);
    if (mpd_isnan(v)) return raise(exc::ValueError, "cannot convert NaN to integer");
    if (mpd_isspecial(v)) return raise(exc::OverflowError, "cannot convert Infinity to integer");
    Ref<DecimalObject> whole(newDecimal());
    if (!whole) return nullptr;
    mpd_context_t working = context->values;
    working.round = rounding;
    uint32_t status = 0;
    mpd_qround_to_int(&whole->value, v, &working, &status);
    if (!addDecimalStatus(context, status)) return nullptr;
    status = 0;
    uint32_t* digits = nullptr;
    size_t count = mpd_qexport_u32(&digits, 0, uint32_t{1} << digitBits, &whole->value, &status);
    if (count == SIZE_MAX) return status & MPD_Malloc_error ? raiseMemoryError() : raise(exc::OverflowError, "too many digits");
    Mpz number;
    mpz_import(number, count, -1, sizeof *digits, 0, 32 - digitBits, digits);
    mpd_free(digits);
    if (mpd_isnegative(&whole->value)) mpz_neg(number, number);
    return newIntFromMpz(number);
}

Owned decimalToFloat(Object* self) {
    const mpd_t* v = valueOf(self);
    if (mpd_isnan(v)) {
        if (mpd_issnan(v)) return raise(exc::ValueError, "cannot convert signaling NaN to float");
        return newFloat(std::copysign(NAN, mpd_isnegative(v) ? -1.0 : 1.0));
    }
    Ref<> text = decimalText(self, false, 1);
    return text ? floatFromText(text) : nullptr;
}

Owned decimalText(Object* self, bool engineering, int capitals) {
    char* text = nullptr;
    mpd_ssize_t size = engineering ? mpd_to_eng_size(&text, valueOf(self), capitals) : mpd_to_sci_size(&text, valueOf(self), capitals);
    if (size < 0) return raiseMemoryError();
    Owned made = newStr(std::string_view(text, static_cast<size_t>(size)));
    mpd_free(text);
    return made;
}

// The digits of the coefficient.
static bool coefficientText(const mpd_t* v, std::string* out) {
    mpd_t whole = *v;
    whole.flags = static_cast<uint8_t>((v->flags & ~(MPD_DATAFLAGS | MPD_SPECIAL | MPD_NEG)) | MPD_STATIC | MPD_SHARED_DATA);
    whole.exp = 0;
    char* text = nullptr;
    mpd_ssize_t size = mpd_to_sci_size(&text, &whole, 1);
    if (size < 0) return raiseMemoryError();
    out->assign(text, static_cast<size_t>(size));
    mpd_free(text);
    return true;
}

Owned decimalAsTuple(Object* self) {
    const mpd_t* v = valueOf(self);
    Ref<> exponent(mpd_isspecial(v) ? newStr(mpd_isinfinite(v) ? "F" : mpd_isqnan(v) ? "n" : "N") : newInt(v->exp));
    std::string digits = "0";
    if (!mpd_isinfinite(v)) {
        if (v->len == 0) digits.clear(); // a NaN without a payload
        else if (!coefficientText(v, &digits)) return nullptr;
    }
    Ref<TupleObject> coefficient(newTuple(static_cast<ssize>(digits.size())));
    Ref<> sign(newInt(mpd_isnegative(v) ? 1 : 0));
    if (!exponent || !coefficient || !sign) return nullptr;
    for (size_t i = 0; i < digits.size(); ++i) coefficient->items[i] = newInt(digits[i] - '0').pointer;
    if (!digits.empty()) recordCells(coefficient);
    return call(decimalState.tupleType, sign, coefficient.get(), exponent);
}

Owned decimalAsRatio(Object* self) {
    const mpd_t* v = valueOf(self);
    if (mpd_isnan(v)) return raise(exc::ValueError, "cannot convert NaN to integer ratio");
    if (mpd_isspecial(v)) return raise(exc::OverflowError, "cannot convert Infinity to integer ratio");
    std::string digits;
    if (!coefficientText(v, &digits)) return nullptr;
    Mpz above, below, ten;
    mpz_set_str(above, digits.c_str(), 10);
    mpz_set_ui(below, 1);
    if (mpz_sgn(static_cast<mpz_srcptr>(above)) != 0 && v->exp) {
        uint64_t size = static_cast<uint64_t>(v->exp < 0 ? -v->exp : v->exp);
        if (!canAllocateInt(size / 2)) return nullptr;
        mpz_ui_pow_ui(ten, 10, size);
        if (v->exp > 0) {
            mpz_mul(above, above, ten);
        } else {
            mpz_swap(below, ten);
            mpz_gcd(ten, above, below);
            mpz_divexact(above, above, ten);
            mpz_divexact(below, below, ten);
        }
    }
    if (mpd_isnegative(v)) mpz_neg(above, above);
    Ref<> numerator(newIntFromMpz(above)), denominator(newIntFromMpz(below));
    return numerator && denominator ? packTuple(numerator.get(), denominator.get()) : nullptr;
}

}

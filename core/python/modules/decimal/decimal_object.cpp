// SPDX-License-Identifier: GPL-3.0-or-later
// Decimal: making, comparing, hashing, and the operators.
#include <climits>
#include <string>

#include "core/python/modules/decimal/decimal_parts.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/float_object.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

// ---- life -------------------------------------------------------------------------------------------------------------

OwnedOf<DecimalObject> newDecimal(Type* type) {
    if (!type) type = decimalState.decimal;
    Owned made = type->alloc(type, 0);
    if (!made) return nullptr;
    DecimalObject* d = asDecimal(made.pointer);
    d->hash = -1;
    d->value = {MPD_STATIC | MPD_STATIC_DATA, 0, 0, 0, decimalInlineWords, d->words};
    return OwnedOf<DecimalObject>(d);
}

static void decimalDealloc(Object* o) {
    gcUntrack(o);
    mpd_del(valueOf(o));
    freeObject(o);
}

static size_t decimalSize(Object* o) {
    size_t size = static_cast<size_t>(o->type->basicSize);
    return mpd_isdynamic_data(valueOf(o)) ? size + static_cast<size_t>(valueOf(o)->alloc) * sizeof(mpd_uint_t) : size;
}

Owned finishDecimal(Ref<DecimalObject>& result, DecimalContextObject* context, uint32_t status) {
    if (mpd_isdynamic_data(&result->value)) recordResize(result);
    return addDecimalStatus(context, status) ? Owned(result.release()) : nullptr;
}

// ---- operations of Decimals -------------------------------------------------------------------------------------------

Owned decimalUnary(DecimalUnary operation, Object* a, DecimalContextObject* context) {
    Ref<DecimalObject> result(newDecimal());
    if (!result) return nullptr;
    uint32_t status = 0;
    operation(&result->value, valueOf(a), &context->values, &status);
    return finishDecimal(result, context, status);
}

Owned decimalBinary(DecimalBinary operation, Object* a, Object* b, DecimalContextObject* context) {
    Ref<DecimalObject> result(newDecimal());
    if (!result) return nullptr;
    uint32_t status = 0;
    operation(&result->value, valueOf(a), valueOf(b), &context->values, &status);
    return finishDecimal(result, context, status);
}

Owned decimalDivmod(Object* a, Object* b, DecimalContextObject* context) {
    Ref<DecimalObject> quotient(newDecimal()), rest(newDecimal());
    if (!quotient || !rest) return nullptr;
    uint32_t status = 0;
    mpd_qdivmod(&quotient->value, &rest->value, valueOf(a), valueOf(b), &context->values, &status);
    for (DecimalObject* d : {quotient.get(), rest.get()})
        if (mpd_isdynamic_data(&d->value)) recordResize(d);
    return addDecimalStatus(context, status) ? packTuple(quotient.get(), rest.get()) : nullptr;
}

Owned decimalPower(Object* a, Object* b, Object* modulus, DecimalContextObject* context) {
    Ref<DecimalObject> result(newDecimal());
    if (!result) return nullptr;
    uint32_t status = 0;
    if (modulus) mpd_qpowmod(&result->value, valueOf(a), valueOf(b), valueOf(modulus), &context->values, &status);
    else mpd_qpow(&result->value, valueOf(a), valueOf(b), &context->values, &status);
    return finishDecimal(result, context, status);
}

// ---- operators --------------------------------------------------------------------------------------------------------

namespace {

// Both operands as Decimals, in the current context. False: `answer` is what the operator gives.
struct Operands {
    ContextRef context;
    Ref<> a, b;
    Owned answer = nullptr;
    bool ready(Object* left, Object* right) {
        context = currentDecimalContext();
        if (!context) return false;
        a = decimalOperand(left, context);
        if (a) b = decimalOperand(right, context);
        if (a && b) return true;
        if (!errorOccurred()) answer = notImplemented();
        return false;
    }
};

template <DecimalBinary operation> Owned binaryOperator(Object* left, Object* right) {
    Operands o;
    return o.ready(left, right) ? decimalBinary(operation, o.a, o.b, o.context) : o.answer;
}
template <DecimalUnary operation> Owned unaryOperator(Object* self) {
    ContextRef context = currentDecimalContext();
    return context ? decimalUnary(operation, self, context) : nullptr;
}

Owned divmodOperator(Object* left, Object* right) {
    Operands o;
    return o.ready(left, right) ? decimalDivmod(o.a, o.b, o.context) : o.answer;
}

Owned powerOperator(Object* left, Object* right, Object* modulus) {
    Operands o;
    if (!o.ready(left, right)) return o.answer;
    if (isNone(modulus)) return decimalPower(o.a, o.b, nullptr, o.context);
    Ref<> m = decimalOperand(modulus, o.context);
    if (!m) return errorOccurred() ? Owned(nullptr) : notImplemented();
    return decimalPower(o.a, o.b, m, o.context);
}

int truthOf(Object* self) { return !mpd_iszero(valueOf(self)); }

Owned intOperator(Object* self) {
    ContextRef context = currentDecimalContext();
    return context ? decimalToInt(self, context, MPD_ROUND_DOWN) : nullptr;
}

// ---- comparing --------------------------------------------------------------------------------------------------------

// A Rational against a Decimal: the Decimal times its denominator against its numerator, exactly.
bool scaleByRational(Ref<>& decimal, Object* rational, Ref<>& other, DecimalContextObject* context) {
    Held<> below(getAttr(rational, std::string_view("denominator")));
    if (!below) return false;
    if (!isInt(below)) return raise(exc::TypeError, "denominator must be an integer");
    Held<> above(getAttr(rational, std::string_view("numerator")));
    if (!above) return false;
    if (!isInt(above)) return raise(exc::TypeError, "numerator must be an integer");
    other = decimalFromInt(decimalState.decimal, above, context);
    if (!other) return false;
    if (mpd_isspecial(valueOf(decimal))) return true;
    Ref<> factor(decimalFromInt(decimalState.decimal, below, context));
    Ref<DecimalObject> scaled(newDecimal());
    if (!factor || !scaled) return false;
    mpd_context_t exact = exactDecimalContext();
    uint32_t status = 0;
    // The exponent is set aside meanwhile, so that it cannot overflow.
    mpd_t value = *valueOf(decimal);
    value.flags = static_cast<uint8_t>((value.flags & ~MPD_DATAFLAGS) | MPD_STATIC | MPD_SHARED_DATA);
    value.exp = 0;
    mpd_qmul(&scaled->value, &value, valueOf(factor), &exact, &status);
    if (status & MPD_Malloc_error) return raiseMemoryError();
    scaled->value.exp += valueOf(decimal)->exp;
    decimal = Ref<>(Owned(scaled.release()));
    return true;
}

// What a Decimal is compared with, as a Decimal; null without an exception: NotImplemented.
bool comparable(Ref<>& decimal, Object* other, Comparison op, Ref<>& out, DecimalContextObject* context) {
    bool equality = op == Comparison::Eq || op == Comparison::Ne;
    if (isDecimal(other)) {
        out = Ref<>::share(other);
        return true;
    }
    if (isInt(other)) {
        out = decimalFromInt(decimalState.decimal, other, context);
        return static_cast<bool>(out);
    }
    Ref<> real;
    if (isInstance(other, types::Complex) && equality) {
        auto* c = static_cast<ComplexObject*>(other);
        if (c->imaginary != 0) return true;
        real = newFloat(c->real);
        other = real;
        if (!real) return false;
    }
    if (isFloat(other)) {
        if (equality) context->values.status |= floatOperation;
        else if (!addDecimalStatus(context, floatOperation)) return false;
        out = decimalFromFloat(decimalState.decimal, other, context);
        return static_cast<bool>(out);
    }
    int rational = isInstanceOf(other, decimalState.rational);
    if (rational < 0) return false;
    return !rational || scaleByRational(decimal, other, out, context);
}

Owned compareOperator(Object* self, Object* other, Comparison op) {
    ContextRef context = currentDecimalContext();
    Ref<> a = Ref<>::share(self), b;
    if (!context || !comparable(a, other, op, b, context)) return nullptr;
    if (!b) return notImplemented();
    uint32_t status = 0;
    int order = mpd_qcmp(valueOf(a), valueOf(b), &status);
    if (order != INT_MAX) return newBool(answers(op, order));
    // No numbers are unequal in silence; signaling ones, and any of them in an order, are not.
    bool equality = op == Comparison::Eq || op == Comparison::Ne;
    if ((mpd_issnan(valueOf(a)) || mpd_issnan(valueOf(b)) || !equality) && !addDecimalStatus(context, status | MPD_Invalid_operation)) return nullptr;
    return newBool(op == Comparison::Ne);
}

// ---- hash: that of the number, modulo 2**61 − 1, as for int and float -------------------------------------------------

constexpr uint64_t prime = (uint64_t{1} << 61) - 1;
uint64_t times(uint64_t a, uint64_t b) { return static_cast<uint64_t>(static_cast<unsigned __int128>(a) * b % prime); }
uint64_t powered(uint64_t base, uint64_t exponent) {
    uint64_t result = 1;
    for (; exponent; exponent >>= 1, base = times(base, base))
        if (exponent & 1) result = times(result, base);
    return result;
}

int64_t hashOfDecimal(Object* self) {
    DecimalObject* d = asDecimal(self);
    const mpd_t& v = d->value;
    if (d->hash != -1) return d->hash;
    if (mpd_issnan(&v)) {
        raise(exc::TypeError, "Cannot hash a signaling NaN value");
        return -1;
    }
    if (mpd_isnan(&v)) return types::Object->hash(self);
    if (mpd_isinfinite(&v)) return d->hash = mpd_isnegative(&v) ? -314159 : 314159;
    uint64_t sum = 0, radix = MPD_RADIX % prime;
    for (mpd_ssize_t i = v.len; --i >= 0;) sum = (times(sum, radix) + v.data[i] % prime) % prime;
    uint64_t ten = v.exp >= 0 ? 10 : powered(10, prime - 2); // or its inverse
    sum = times(sum, powered(ten, v.exp >= 0 ? static_cast<uint64_t>(v.exp) : -static_cast<uint64_t>(v.exp)));
    int64_t hash = static_cast<int64_t>(sum);
    if (mpd_isnegative(&v)) hash = -hash;
    return d->hash = hash == -1 ? -2 : hash;
}

// ---- text and making --------------------------------------------------------------------------------------------------

Owned strOperator(Object* self) {
    ContextRef context = currentDecimalContext();
    return context ? decimalText(self, false, context->capitals) : nullptr;
}
Owned reprOperator(Object* self) {
    Ref<> text = strOperator(self);
    return text ? newStr("Decimal('" + strToUtf8(text) + "')") : nullptr;
}

Owned decimalNew(Type* type, Args args) {
    Object* given[2] = {};
    if (!parseArgs("", args, "| value context", given)) return nullptr;
    ContextRef context = contextArgument(given[1]);
    if (!context) return nullptr;
    if (given[0]) return exactDecimal(type, given[0], context);
    Ref<> zero(newInt(0));
    return decimalFromInt(type, zero, context);
}

}

void defineDecimal(Type* t) {
    t->name = "decimal.Decimal";
    t->doc =
        "Decimal(value=\"0\", context=None)\n--\n\nA decimal number, exactly as it is given; the context only says whether a text that is none raises.";
    t->basicSize = sizeof(DecimalObject);
    t->flags = BaseType | HaveGc;
    t->create = decimalNew;
    t->dealloc = decimalDealloc;
    t->size = decimalSize;
    t->traverse = [](Object*, Visit, void*) { return 0; };
    t->cells = [](Object*, CellVisitor&) {};
    t->repr = reprOperator;
    t->str = strOperator;
    t->hash = hashOfDecimal;
    t->getAttr = genericGetAttr;
    t->richCompare = compareOperator;
    t->add = binaryOperator<mpd_qadd>;
    t->subtract = binaryOperator<mpd_qsub>;
    t->multiply = binaryOperator<mpd_qmul>;
    t->remainder = binaryOperator<mpd_qrem>;
    t->divmod = divmodOperator;
    t->power = powerOperator;
    t->negative = unaryOperator<mpd_qminus>;
    t->positive = unaryOperator<mpd_qplus>;
    t->absolute = unaryOperator<mpd_qabs>;
    t->truth = truthOf;
    t->toInt = intOperator;
    t->toFloat = decimalToFloat;
    t->floorDivide = binaryOperator<mpd_qdivint>;
    t->trueDivide = binaryOperator<mpd_qdiv>;
    t->methods = decimalMethods;
    t->getsets = decimalGetsets;
}

}

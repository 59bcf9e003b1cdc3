// SPDX-License-Identifier: GPL-3.0-or-later
// The methods of Decimal that are no operators.
#include "core/python/modules/decimal/decimal_operations.h"
#include "core/python/modules/decimal/decimal_parts.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/float_object.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

using namespace decimaloperations;

namespace {

// ---- with a context, which may be given ---------------------------------------------------------------------------------

template <DecimalUnary operation> Owned unary(Object* self, Args args) {
    Object* given = nullptr;
    if (!parseArgs("", args, "| context", &given)) return nullptr;
    ContextRef context = contextArgument(given);
    return context ? decimalUnary(operation, self, context) : nullptr;
}

// The other operand and the context.
bool binaryArguments(Args args, Ref<>* other, ContextRef* context) {
    Object* given[2] = {};
    if (!parseArgs("", args, "other | context", given)) return false;
    *context = contextArgument(given[1]);
    if (*context) *other = wantDecimal(given[0], *context);
    return *context && *other;
}
template <DecimalBinary operation> Owned binary(Object* self, Args args) {
    Ref<> other;
    ContextRef context;
    return binaryArguments(args, &other, &context) ? decimalBinary(operation, self, other, context) : nullptr;
}
template <void (*round)(mpd_t*, const mpd_t*, const mpd_context_t*, uint32_t*)> Owned toIntegral(Object* self, Args args) {
    Object* given[2] = {};
    if (!parseArgs("", args, "| rounding context", given)) return nullptr;
    ContextRef context = contextArgument(given[1]);
    if (!context) return nullptr;
    mpd_context_t working = context->values;
    if (given[0] && !isNone(given[0]) && !roundingArgument(given[0], &working.round)) return nullptr;
    Ref<DecimalObject> result(newDecimal());
    if (!result) return nullptr;
    uint32_t status = 0;
    round(&result->value, valueOf(self), &working, &status);
    return finishDecimal(result, context, status);
}

Owned quantize(Object* self, Args args) {
    Object* given[3] = {};
    if (!parseArgs("", args, "exp | rounding context", given)) return nullptr;
    ContextRef context = contextArgument(given[2]);
    if (!context) return nullptr;
    mpd_context_t working = context->values;
    if (given[1] && !isNone(given[1]) && !roundingArgument(given[1], &working.round)) return nullptr;
    Ref<> like = wantDecimal(given[0], context);
    Ref<DecimalObject> result;
    if (like) result = newDecimal();
    if (!result) return nullptr;
    uint32_t status = 0;
    mpd_qquantize(&result->value, valueOf(self), valueOf(like), &working, &status);
    return finishDecimal(result, context, status);
}

Owned fma(Object* self, Args args) {
    Object* given[3] = {};
    if (!parseArgs("", args, "other third | context", given)) return nullptr;
    ContextRef context = contextArgument(given[2]);
    Ref<> other, third;
    if (context) other = wantDecimal(given[0], context);
    if (other) third = wantDecimal(given[1], context);
    Ref<DecimalObject> result;
    if (third) result = newDecimal();
    if (!result) return nullptr;
    uint32_t status = 0;
    mpd_qfma(&result->value, valueOf(self), valueOf(other), valueOf(third), &context->values, &status);
    return finishDecimal(result, context, status);
}

template <int (*test)(const mpd_t*, const mpd_context_t*)> Owned testInContext(Object* self, Args args) {
    Object* given = nullptr;
    if (!parseArgs("", args, "| context", &given)) return nullptr;
    ContextRef context = contextArgument(given);
    return context ? newBool(test(valueOf(self), &context->values)) : nullptr;
}
Owned numberClass(Object* self, Args args) {
    Object* given = nullptr;
    if (!parseArgs("", args, "| context", &given)) return nullptr;
    ContextRef context = contextArgument(given);
    return context ? newStr(mpd_class(valueOf(self), &context->values)) : nullptr;
}
Owned toEngineering(Object* self, Args args) {
    Object* given = nullptr;
    if (!parseArgs("", args, "| context", &given)) return nullptr;
    ContextRef context = contextArgument(given);
    return context ? decimalText(self, true, context->capitals) : nullptr;
}
Owned sameQuantum(Object* self, Args args) {
    Ref<> other;
    ContextRef context;
    return binaryArguments(args, &other, &context) ? newBool(mpd_same_quantum(valueOf(self), valueOf(other))) : nullptr;
}

// ---- without one ------------------------------------------------------------------------------------------------------

template <int (*test)(const mpd_t*)> Owned testMethod(Object* self) { return newBool(test(valueOf(self))); }
Owned itself(Object* self) { return newRef(self); }
Owned deepCopy(Object* self, Object*) { return newRef(self); }
Owned adjusted(Object* self) { return newInt(mpd_isspecial(valueOf(self)) ? 0 : mpd_adjexp(valueOf(self))); }
Owned radix(Object*) {
    ContextRef context = currentDecimalContext();
    Ref<> ten(newInt(10));
    return context ? decimalFromInt(decimalState.decimal, ten, context) : nullptr;
}
template <DecimalUnary operation> Owned copied(Object* self) {
    ContextRef context = currentDecimalContext();
    return context ? decimalUnary(operation, self, context) : nullptr;
}
Owned fromFloat(Object* type, Object* given) {
    ContextRef context = currentDecimalContext();
    if (!context) return nullptr;
    if (!isInt(given) && !isFloat(given)) return raise(exc::TypeError, "argument must be int or float");
    Held<> made(decimalFromFloat(decimalState.decimal, given, context));
    return !made || type == decimalState.decimal ? made.release() : call(type, made);
}
Owned reduce(Object* self) {
    ContextRef context = currentDecimalContext();
    Ref<> text;
    if (context) text = decimalText(self, false, context->capitals);
    if (!text) return nullptr;
    Ref<> arguments(packTuple(text.get()));
    return arguments ? packTuple(static_cast<Object*>(self->type), arguments.get()) : nullptr;
}
Owned roundMethod(Object* self, Args args) {
    ContextRef context = currentDecimalContext();
    if (!context) return nullptr;
    if (!args.count) return decimalToInt(self, context, MPD_ROUND_HALF_EVEN);
    if (!isInt(args[0])) return raise(exc::TypeError, "optional arg must be an integer");
    const ssize places = argumentAsSize(args[0]);
    if (places == -1 && errorOccurred()) return nullptr;
    Ref<DecimalObject> like(newDecimal()), result(newDecimal());
    if (!like || !result) return nullptr;
    uint32_t status = 0;
    mpd_qset_uint(&like->value, 1, &context->values, &status);
    like->value.exp = places == INT64_MIN ? MPD_SSIZE_MAX : -places;
    status = 0;
    mpd_qquantize(&result->value, valueOf(self), &like->value, &context->values, &status);
    return finishDecimal(result, context, status);
}
template <int rounding> Owned toInt(Object* self) {
    ContextRef context = currentDecimalContext();
    return context ? decimalToInt(self, context, rounding) : nullptr;
}
Owned toComplex(Object* self) {
    Ref<> real(decimalToFloat(self));
    return real ? newComplex(floatValue(real), 0.0) : nullptr;
}
Owned sizeOf(Object* self) { return newInt(static_cast<int64_t>(self->type->size(self))); }

Owned getImaginary(Object*) {
    ContextRef context = currentDecimalContext();
    Ref<> zero(newInt(0));
    return context ? decimalFromInt(decimalState.decimal, zero, context) : nullptr;
}

constexpr NativeKind K = NativeKind::Keywords;

}

const GetSetDef decimalGetsets[] = {{"real", itself}, {"imag", getImaginary}, {}};

const MethodDef decimalMethods[] = {
    {"exp", unary<mpd_qexp>, K},
    {"ln", unary<mpd_qln>, K},
    {"log10", unary<mpd_qlog10>, K},
    {"next_minus", unary<mpd_qnext_minus>, K},
    {"next_plus", unary<mpd_qnext_plus>, K},
    {"normalize", unary<mpd_qreduce>, K},
    {"to_integral", toIntegral<mpd_qround_to_int>, K},
    {"to_integral_exact", toIntegral<mpd_qround_to_intx>, K},
    {"to_integral_value", toIntegral<mpd_qround_to_int>, K},
    {"sqrt", unary<mpd_qsqrt>, K},
    {"compare", binary<compare>, K},
    {"compare_signal", binary<compareSignal>, K},
    {"max", binary<mpd_qmax>, K},
    {"max_mag", binary<mpd_qmax_mag>, K},
    {"min", binary<mpd_qmin>, K},
    {"min_mag", binary<mpd_qmin_mag>, K},
    {"next_toward", binary<mpd_qnext_toward>, K},
    {"quantize", quantize, K},
    {"remainder_near", binary<mpd_qrem_near>, K},
    {"fma", fma, K},
    {"is_canonical", testMethod<mpd_iscanonical>},
    {"is_finite", testMethod<mpd_isfinite>},
    {"is_infinite", testMethod<mpd_isinfinite>},
    {"is_nan", testMethod<mpd_isnan>},
    {"is_qnan", testMethod<mpd_isqnan>},
    {"is_snan", testMethod<mpd_issnan>},
    {"is_signed", testMethod<mpd_issigned>},
    {"is_zero", testMethod<mpd_iszero>},
    {"is_normal", testInContext<mpd_isnormal>, K},
    {"is_subnormal", testInContext<mpd_issubnormal>, K},
    {"adjusted", adjusted},
    {"canonical", itself},
    {"conjugate", itself},
    {"radix", radix},
    {"copy_abs", copied<copyAbsolute>},
    {"copy_negate", copied<copyNegated>},
    {"logb", unary<mpd_qlogb>, K},
    {"logical_invert", unary<mpd_qinvert>, K},
    {"number_class", numberClass, K},
    {"to_eng_string", toEngineering, K},
    {"compare_total", binary<compareTotal>, K},
    {"compare_total_mag", binary<compareTotalMag>, K},
    {"copy_sign", binary<copySign>, K},
    {"same_quantum", sameQuantum, K},
    {"logical_and", binary<mpd_qand>, K},
    {"logical_or", binary<mpd_qor>, K},
    {"logical_xor", binary<mpd_qxor>, K},
    {"rotate", binary<mpd_qrotate>, K},
    {"scaleb", binary<mpd_qscaleb>, K},
    {"shift", binary<mpd_qshift>, K},
    {"from_float", fromFloat, NativeBinding::Class},
    {"as_tuple", decimalAsTuple},
    {"as_integer_ratio", decimalAsRatio},
    {"__copy__", itself},
    {"__deepcopy__", deepCopy},
    {"__format__", decimalFormat, 1, 2},
    {"__reduce__", reduce},
    {"__round__", roundMethod, 0, 1},
    {"__ceil__", toInt<MPD_ROUND_CEILING>},
    {"__floor__", toInt<MPD_ROUND_FLOOR>},
    {"__trunc__", toInt<MPD_ROUND_DOWN>},
    {"__complex__", toComplex},
    {"__sizeof__", sizeOf},
    {},
};

}

// SPDX-License-Identifier: GPL-3.0-or-later
// The methods of Context: arithmetic in it, whichever is current.
#include "core/python/modules/decimal/decimal_operations.h"
#include "core/python/modules/decimal/decimal_parts.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/numbers/float_object.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

using namespace decimaloperations;

namespace {

// So many operands, all of which must be Decimals or ints.
template <int count> struct Operands {
    DecimalContextObject* context;
    Ref<> operand[count];
    bool read(Object* self, Object* const* given) {
        context = asDecimalContext(self);
        for (int i = 0; i < count; ++i) {
            operand[i] = wantDecimal(given[i], context);
            if (!operand[i]) return false;
        }
        return true;
    }
    // CPython's words for a wrong count are those of a plain function.
    bool read(Object* self, Args args) {
        if (args.count != count) return raise(exc::TypeError, "function takes exactly {} arguments ({} given)", count, args.count);
        return read(self, args.values);
    }
    mpd_t* operator[](int i) const { return valueOf(operand[i]); }
};

template <DecimalUnary operation> Owned unary(Object* self, Object* a) {
    Operands<1> o;
    return o.read(self, &a) ? decimalUnary(operation, o.operand[0], o.context) : nullptr;
}
template <DecimalBinary operation> Owned binary(Object* self, Args args) {
    Operands<2> o;
    return o.read(self, args) ? decimalBinary(operation, o.operand[0], o.operand[1], o.context) : nullptr;
}
void finalized(mpd_t* r, const mpd_t* a, const mpd_context_t* c, uint32_t* s) {
    mpd_qcopy(r, a, s);
    mpd_qfinalize(r, c, s);
}

Owned divmodMethod(Object* self, Args args) {
    Operands<2> o;
    return o.read(self, args) ? decimalDivmod(o.operand[0], o.operand[1], o.context) : nullptr;
}
Owned power(Object* self, Args args) {
    Object* given[3] = {};
    if (!parseArgs("", args, "a b | modulo", given)) return nullptr;
    Operands<2> o;
    if (!o.read(self, given)) return nullptr;
    if (!given[2] || isNone(given[2])) return decimalPower(o.operand[0], o.operand[1], nullptr, o.context);
    Ref<> modulus = wantDecimal(given[2], o.context);
    return modulus ? decimalPower(o.operand[0], o.operand[1], modulus, o.context) : nullptr;
}
Owned fma(Object* self, Args args) {
    Operands<3> o;
    if (!o.read(self, args)) return nullptr;
    Ref<DecimalObject> result(newDecimal());
    if (!result) return nullptr;
    uint32_t status = 0;
    mpd_qfma(&result->value, o[0], o[1], o[2], &o.context->values, &status);
    return finishDecimal(result, o.context, status);
}
Owned sameQuantum(Object* self, Args args) {
    Operands<2> o;
    return o.read(self, args) ? newBool(mpd_same_quantum(o[0], o[1])) : nullptr;
}

template <int (*test)(const mpd_t*)> Owned testMethod(Object* self, Object* a) {
    Operands<1> o;
    return o.read(self, &a) ? newBool(test(o[0])) : nullptr;
}
template <int (*test)(const mpd_t*, const mpd_context_t*)> Owned testInContext(Object* self, Object* a) {
    Operands<1> o;
    return o.read(self, &a) ? newBool(test(o[0], &o.context->values)) : nullptr;
}
Owned isCanonical(Object*, Object* a) {
    return isDecimal(a) ? newBool(mpd_iscanonical(valueOf(a))) : raise(exc::TypeError, "argument must be a Decimal");
}
Owned canonical(Object*, Object* a) { return isDecimal(a) ? newRef(a) : raise(exc::TypeError, "argument must be a Decimal"); }
Owned copyDecimal(Object* self, Object* a) {
    Operands<1> o;
    return o.read(self, &a) ? Owned(o.operand[0].release()) : nullptr;
}
Owned numberClass(Object* self, Object* a) {
    Operands<1> o;
    return o.read(self, &a) ? newStr(mpd_class(o[0], &o.context->values)) : nullptr;
}
template <bool engineering> Owned textOf(Object* self, Object* a) {
    Operands<1> o;
    return o.read(self, &a) ? decimalText(o.operand[0], engineering, o.context->capitals) : nullptr;
}

Owned etiny(Object* self) { return newInt(mpd_etiny(&asDecimalContext(self)->values)); }
Owned etop(Object* self) { return newInt(mpd_etop(&asDecimalContext(self)->values)); }
Owned radix(Object* self) {
    Ref<> ten(newInt(10));
    return decimalFromInt(decimalState.decimal, ten, asDecimalContext(self));
}
Owned clearFlags(Object* self) {
    asDecimalContext(self)->values.status = 0;
    return newNone();
}
Owned clearTraps(Object* self) {
    asDecimalContext(self)->values.traps = 0;
    return newNone();
}
Owned copyMethod(Object* self) { return Owned(copyDecimalContext(asDecimalContext(self)).release()); }

Owned reduce(Object* self) {
    const mpd_context_t& v = asDecimalContext(self)->values;
    Ref<> parts[] = {newInt(v.prec),  roundingName(v.round), newInt(v.emin),      newInt(v.emax), newInt(asDecimalContext(self)->capitals),
                     newInt(v.clamp), flagsToList(v.status), flagsToList(v.traps)};
    Object* values[8];
    for (int i = 0; i < 8; ++i) {
        if (!parts[i]) return nullptr;
        values[i] = parts[i];
    }
    Ref<> arguments(newTupleOf(values, 8));
    return arguments ? packTuple(static_cast<Object*>(self->type), arguments.get()) : nullptr;
}

Owned createDecimal(Object* self, Args args) {
    Ref<> zero(newInt(0));
    return roundedDecimal(decimalState.decimal, args.count ? args[0] : zero.get(), asDecimalContext(self));
}
Owned createFromFloat(Object* self, Object* given) {
    DecimalContextObject* context = asDecimalContext(self);
    if (!isInt(given) && !isFloat(given)) return raise(exc::TypeError, "argument must be int or float");
    Ref<> exact(decimalFromFloat(decimalState.decimal, given, context));
    return exact ? decimalUnary(finalized, exact, context) : nullptr;
}

}

const MethodDef decimalContextMethods[] = {
    {"abs", unary<mpd_qabs>},
    {"exp", unary<mpd_qexp>},
    {"ln", unary<mpd_qln>},
    {"log10", unary<mpd_qlog10>},
    {"minus", unary<mpd_qminus>},
    {"next_minus", unary<mpd_qnext_minus>},
    {"next_plus", unary<mpd_qnext_plus>},
    {"normalize", unary<mpd_qreduce>},
    {"plus", unary<mpd_qplus>},
    {"to_integral", unary<mpd_qround_to_int>},
    {"to_integral_exact", unary<mpd_qround_to_intx>},
    {"to_integral_value", unary<mpd_qround_to_int>},
    {"sqrt", unary<mpd_qsqrt>},
    {"add", binary<mpd_qadd>, 0, -1},
    {"compare", binary<compare>, 0, -1},
    {"compare_signal", binary<compareSignal>, 0, -1},
    {"divide", binary<mpd_qdiv>, 0, -1},
    {"divide_int", binary<mpd_qdivint>, 0, -1},
    {"divmod", divmodMethod, 0, -1},
    {"max", binary<mpd_qmax>, 0, -1},
    {"max_mag", binary<mpd_qmax_mag>, 0, -1},
    {"min", binary<mpd_qmin>, 0, -1},
    {"min_mag", binary<mpd_qmin_mag>, 0, -1},
    {"multiply", binary<mpd_qmul>, 0, -1},
    {"next_toward", binary<mpd_qnext_toward>, 0, -1},
    {"quantize", binary<mpd_qquantize>, 0, -1},
    {"remainder", binary<mpd_qrem>, 0, -1},
    {"remainder_near", binary<mpd_qrem_near>, 0, -1},
    {"subtract", binary<mpd_qsub>, 0, -1},
    {"power", power, NativeKind::Keywords},
    {"fma", fma, 0, -1},
    {"Etiny", etiny},
    {"Etop", etop},
    {"radix", radix},
    {"is_canonical", isCanonical},
    {"is_finite", testMethod<mpd_isfinite>},
    {"is_infinite", testMethod<mpd_isinfinite>},
    {"is_nan", testMethod<mpd_isnan>},
    {"is_normal", testInContext<mpd_isnormal>},
    {"is_qnan", testMethod<mpd_isqnan>},
    {"is_signed", testMethod<mpd_issigned>},
    {"is_snan", testMethod<mpd_issnan>},
    {"is_subnormal", testInContext<mpd_issubnormal>},
    {"is_zero", testMethod<mpd_iszero>},
    {"_apply", unary<finalized>},
    {"canonical", canonical},
    {"copy_abs", unary<copyAbsolute>},
    {"copy_decimal", copyDecimal},
    {"copy_negate", unary<copyNegated>},
    {"logb", unary<mpd_qlogb>},
    {"logical_invert", unary<mpd_qinvert>},
    {"number_class", numberClass},
    {"to_sci_string", textOf<false>},
    {"to_eng_string", textOf<true>},
    {"compare_total", binary<compareTotal>, 0, -1},
    {"compare_total_mag", binary<compareTotalMag>, 0, -1},
    {"copy_sign", binary<copySign>, 0, -1},
    {"logical_and", binary<mpd_qand>, 0, -1},
    {"logical_or", binary<mpd_qor>, 0, -1},
    {"logical_xor", binary<mpd_qxor>, 0, -1},
    {"rotate", binary<mpd_qrotate>, 0, -1},
    {"same_quantum", sameQuantum, 0, -1},
    {"scaleb", binary<mpd_qscaleb>, 0, -1},
    {"shift", binary<mpd_qshift>, 0, -1},
    {"clear_flags", clearFlags},
    {"clear_traps", clearTraps},
    {"__copy__", copyMethod},
    {"__reduce__", reduce},
    {"copy", copyMethod},
    {"create_decimal", createDecimal, 0, 1},
    {"create_decimal_from_float", createFromFloat},
    {},
};

}

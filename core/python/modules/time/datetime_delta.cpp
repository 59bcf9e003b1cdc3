// SPDX-License-Identifier: GPL-3.0-or-later
// datetime.timedelta.
#include <climits>
#include <cmath>
#include <cstddef>

#include "core/python/modules/time/datetime_parts.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/float_object.h"
#include "core/python/objects/numbers/int_digits.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

namespace {

constexpr int mostDays = 999999999;
constexpr int64_t dayMicroseconds = int64_t{86400} * 1000000;

Owned makeDelta(int64_t days, int seconds, int microseconds, Type* type) {
    if (days < INT_MIN || days > INT_MAX) return raise(exc::OverflowError, "Python int too large to convert to C int");
    if (days < -mostDays || days > mostDays) return raise(exc::OverflowError, "days={}; must have magnitude <= {}", days, mostDays);
    Object* made = type == dateTimeState.delta ? allocateObject(type, sizeof(DeltaObject)) : type->alloc(type, 0).pointer;
    if (!made) return nullptr;
    DeltaObject* d = asDelta(made);
    d->hash = -1;
    d->days = static_cast<int>(days), d->seconds = seconds, d->microseconds = microseconds;
    return Owned(made);
}

template <class I> I floorDivide(I a, int64_t b, int64_t* rest) {
    I quotient = a / b;
    int64_t r = static_cast<int64_t>(a % b);
    if (r < 0) r += b, --quotient;
    *rest = r;
    return quotient;
}

}

Owned newDelta(int64_t days, int64_t seconds, int64_t microseconds, Type* type) {
    int64_t us, s;
    seconds += floorDivide(microseconds, 1000000, &us);
    days += floorDivide(seconds, 86400, &s);
    return makeDelta(days, static_cast<int>(s), static_cast<int>(us), type ? type : dateTimeState.delta);
}

Microseconds deltaMicroseconds(Object* o) {
    DeltaObject* d = asDelta(o);
    return static_cast<Microseconds>(d->days) * dayMicroseconds + static_cast<int64_t>(d->seconds) * 1000000 + d->microseconds;
}

Owned deltaFromMicroseconds(Microseconds us, Type* type) {
    int64_t rest;
    Microseconds days = floorDivide(us, dayMicroseconds, &rest);
    int64_t clipped = days > INT64_MAX ? INT64_MAX : days < INT64_MIN ? INT64_MIN : static_cast<int64_t>(days);
    return makeDelta(clipped, static_cast<int>(rest / 1000000), static_cast<int>(rest % 1000000), type ? type : dateTimeState.delta);
}

// ---- with numbers of any size -----------------------------------------------------------------------------------------

namespace {

void setMicroseconds(mpz_ptr out, Microseconds us) {
    bool negative = us < 0;
    unsigned __int128 size = negative ? -static_cast<unsigned __int128>(us) : static_cast<unsigned __int128>(us);
    const uint64_t words[2] = {static_cast<uint64_t>(size), static_cast<uint64_t>(size >> 64)};
    mpz_import(out, 2, -1, sizeof words[0], 0, 0, words);
    if (negative) mpz_neg(out, out);
}
Owned fromBig(mpz_srcptr us, Type* type = nullptr) {
    if (mpz_sizeinbase(us, 2) > 120) return raise(exc::OverflowError, "Python int too large to convert to C int");
    uint64_t words[2] = {};
    mpz_export(words, nullptr, -1, sizeof words[0], 0, 0, us);
    Microseconds value = static_cast<Microseconds>(words[1]) << 64 | words[0];
    return deltaFromMicroseconds(mpz_sgn(us) < 0 ? -value : value, type);
}

// Rounded to the nearest, half to even.
void divideNearest(mpz_ptr out, mpz_srcptr a, mpz_srcptr b) {
    Mpz rest;
    mpz_fdiv_qr(out, rest, a, b); // a rest has the sign of b
    mpz_mul_2exp(rest, rest, 1);
    int order = mpz_cmpabs(rest, b);
    if (order > 0 || (order == 0 && mpz_odd_p(out))) mpz_add_ui(out, out, 1);
}

// A float as numerator and denominator.
bool ratioOf(double value, mpz_ptr above, mpz_ptr below) {
    if (std::isnan(value)) return raise(exc::ValueError, "cannot convert NaN to integer ratio");
    if (std::isinf(value)) return raise(exc::OverflowError, "cannot convert Infinity to integer ratio");
    int exponent;
    mpz_set_d(above, std::ldexp(std::frexp(value, &exponent), 53));
    exponent -= 53;
    mpz_set_ui(below, 1);
    if (exponent > 0) mpz_mul_2exp(above, above, static_cast<mp_bitcnt_t>(exponent));
    else mpz_mul_2exp(below, below, static_cast<mp_bitcnt_t>(-exponent));
    return true;
}

Failure raiseZeroDivision() { return raise(exc::ZeroDivisionError, "integer division or modulo by zero"); }

// ---- operators --------------------------------------------------------------------------------------------------------

Owned add(Object* a, Object* b) {
    if (!isDelta(a) || !isDelta(b)) return notImplemented();
    return deltaFromMicroseconds(deltaMicroseconds(a) + deltaMicroseconds(b));
}
Owned subtract(Object* a, Object* b) {
    if (!isDelta(a) || !isDelta(b)) return notImplemented();
    return deltaFromMicroseconds(deltaMicroseconds(a) - deltaMicroseconds(b));
}
Owned negative(Object* a) { return deltaFromMicroseconds(-deltaMicroseconds(a)); }
Owned positive(Object* a) { return deltaFromMicroseconds(deltaMicroseconds(a)); }
Owned absolute(Object* a) { return asDelta(a)->days < 0 ? negative(a) : positive(a); }
int truth(Object* a) { return deltaMicroseconds(a) != 0; }

Owned multiply(Object* a, Object* b) {
    if (!isDelta(a)) std::swap(a, b);
    if (!isDelta(a)) return notImplemented();
    Mpz us;
    setMicroseconds(us, deltaMicroseconds(a));
    if (isInt(b)) {
        mpz_mul(us, us, Mpz(b));
        return fromBig(us);
    }
    if (!isFloat(b)) return notImplemented();
    Mpz above, below;
    if (!ratioOf(floatValue(b), above, below)) return nullptr;
    mpz_mul(us, us, above);
    divideNearest(us, us, below);
    return fromBig(us);
}

Owned trueDivide(Object* a, Object* b) {
    if (!isDelta(a)) return notImplemented();
    if (isDelta(b)) {
        Mpz x, y;
        setMicroseconds(x, deltaMicroseconds(a));
        setMicroseconds(y, deltaMicroseconds(b));
        Ref<> above(newIntFromMpz(x)), below(newIntFromMpz(y));
        return above && below ? numberTrueDivide(above, below) : nullptr;
    }
    Mpz us, above, below;
    setMicroseconds(us, deltaMicroseconds(a));
    if (isInt(b)) {
        Mpz divisor(b);
        if (intSign(b) == 0) return raiseZeroDivision();
        divideNearest(us, us, divisor);
        return fromBig(us);
    }
    if (!isFloat(b)) return notImplemented();
    if (!ratioOf(floatValue(b), above, below)) return nullptr;
    if (floatValue(b) == 0) return raiseZeroDivision();
    mpz_mul(us, us, below);
    divideNearest(us, us, above);
    return fromBig(us);
}

// Quotient and rest, towards minus infinity.
Microseconds quotientOf(Microseconds a, Microseconds b, Microseconds* rest) {
    Microseconds quotient = a / b, r = a % b;
    if (r && (r < 0) != (b < 0)) r += b, --quotient;
    *rest = r;
    return quotient;
}
Owned intOf(Microseconds value) {
    Mpz big;
    setMicroseconds(big, value);
    return newIntFromMpz(big);
}

Owned floorDivideDelta(Object* a, Object* b) {
    if (!isDelta(a)) return notImplemented();
    Microseconds rest;
    if (isDelta(b)) {
        if (!deltaMicroseconds(b)) return raiseZeroDivision();
        return intOf(quotientOf(deltaMicroseconds(a), deltaMicroseconds(b), &rest));
    }
    if (!isInt(b)) return notImplemented();
    if (intSign(b) == 0) return raiseZeroDivision();
    Mpz us;
    setMicroseconds(us, deltaMicroseconds(a));
    mpz_fdiv_q(us, us, Mpz(b));
    return fromBig(us);
}
Owned remainder(Object* a, Object* b) {
    if (!isDelta(a) || !isDelta(b)) return notImplemented();
    if (!deltaMicroseconds(b)) return raise(exc::ZeroDivisionError, "integer modulo by zero");
    Microseconds rest;
    quotientOf(deltaMicroseconds(a), deltaMicroseconds(b), &rest);
    return deltaFromMicroseconds(rest);
}
Owned divmodDelta(Object* a, Object* b) {
    if (!isDelta(a) || !isDelta(b)) return notImplemented();
    if (!deltaMicroseconds(b)) return raiseZeroDivision();
    Microseconds rest;
    Ref<> quotient(intOf(quotientOf(deltaMicroseconds(a), deltaMicroseconds(b), &rest))), left(deltaFromMicroseconds(rest));
    return quotient && left ? packTuple(quotient.get(), left.get()) : nullptr;
}

Owned compare(Object* a, Object* b, Comparison op) {
    if (!isDelta(b)) return notImplemented();
    return newBool(answers(op, orderOf(deltaMicroseconds(a), deltaMicroseconds(b))));
}

Owned partsOf(Object* self) {
    DeltaObject* d = asDelta(self);
    Ref<> days(newInt(d->days)), seconds(newInt(d->seconds)), us(newInt(d->microseconds));
    return days && seconds && us ? packTuple(days.get(), seconds.get(), us.get()) : nullptr;
}
int64_t hashDelta(Object* self) {
    if (asDelta(self)->hash != -1) return asDelta(self)->hash;
    Ref<> parts(partsOf(self));
    return parts ? asDelta(self)->hash = hashOf(parts) : -1;
}

// ---- text -------------------------------------------------------------------------------------------------------------

Owned reprDelta(Object* self) {
    DeltaObject* d = asDelta(self);
    std::string parts;
    auto part = [&](const char* name, int value) {
        if (value) parts += (parts.empty() ? "" : ", ") + std::string(name) + "=" + std::to_string(value);
    };
    part("days", d->days), part("seconds", d->seconds), part("microseconds", d->microseconds);
    return newStr(std::string(self->type->name) + "(" + (parts.empty() ? "0" : parts) + ")");
}
Owned strDelta(Object* self) {
    DeltaObject* d = asDelta(self);
    char text[80];
    int at = 0;
    if (d->days) at = std::snprintf(text, sizeof text, "%d day%s, ", d->days, d->days == 1 || d->days == -1 ? "" : "s");
    at += std::snprintf(text + at, sizeof text - static_cast<size_t>(at), "%d:%02d:%02d", d->seconds / 3600, d->seconds / 60 % 60, d->seconds % 60);
    if (d->microseconds) at += std::snprintf(text + at, sizeof text - static_cast<size_t>(at), ".%06d", d->microseconds);
    return newStr(std::string_view(text, static_cast<size_t>(at)));
}

// ---- making -----------------------------------------------------------------------------------------------------------

// Adds value · factor; what a float has of a fraction of a microsecond goes to `left`.
bool accumulate(const char* name, Object* value, uint64_t factor, mpz_ptr sum, double* left) {
    if (isInt(value)) {
        Mpz number(value);
        mpz_addmul_ui(sum, number, factor);
        return true;
    }
    if (!isFloat(value)) return raise(exc::TypeError, "unsupported type for timedelta {} component: {}", name, value->type->name);
    double whole, fraction = std::modf(floatValue(value), &whole);
    Ref<> number(newIntFromDouble(whole)); // which words what is no number
    if (!number) return false;
    mpz_addmul_ui(sum, Mpz(number), factor);
    if (fraction == 0) return true;
    double part;
    *left += std::modf(static_cast<double>(factor) * fraction, &part);
    Mpz more;
    mpz_set_d(more, part);
    mpz_add(sum, sum, more);
    return true;
}

Owned deltaNew(Type* type, Args args) {
    enum { Days, Seconds, Us, Ms, Minutes, Hours, Weeks, Count };
    Object* p[Count] = {};
    if (!parseArgs("__new__", args, "| days seconds microseconds milliseconds minutes hours weeks", p)) return nullptr;
    const struct {
        int index;
        const char* name;
        uint64_t factor;
    } parts[] = {{Us, "microseconds", 1},
                 {Ms, "milliseconds", 1000},
                 {Seconds, "seconds", 1000000},
                 {Minutes, "minutes", 60 * uint64_t{1000000}},
                 {Hours, "hours", 3600 * uint64_t{1000000}},
                 {Days, "days", dayMicroseconds},
                 {Weeks, "weeks", 7 * static_cast<uint64_t>(dayMicroseconds)}};
    Mpz sum;
    double left = 0;
    for (const auto& part : parts)
        if (p[part.index] && !accumulate(part.name, p[part.index], part.factor, sum, &left)) return nullptr;
    if (left != 0) { // to the nearest, half to what makes the sum even
        double whole = std::round(left);
        if (std::fabs(whole - left) == 0.5) {
            int odd = mpz_odd_p(static_cast<mpz_srcptr>(sum)) ? 1 : 0;
            whole = 2.0 * std::round((left + odd) * 0.5) - odd;
        }
        Mpz more;
        mpz_set_d(more, whole);
        mpz_add(sum, sum, more);
    }
    return fromBig(sum, type);
}

Owned totalSeconds(Object* self) {
    Ref<> us(intOf(deltaMicroseconds(self))), million(newInt(1000000));
    return us && million ? numberTrueDivide(us, million) : nullptr;
}
Owned reduce(Object* self) {
    Ref<> parts(partsOf(self));
    return parts ? packTuple(static_cast<Object*>(self->type), parts.get()) : nullptr;
}

const MethodDef methods[] = {{"total_seconds", totalSeconds}, {"__reduce__", reduce}, {}};
const MemberDef members[] = {
    {"days", MemberKind::Int32, offsetof(DeltaObject, days)},
    {"seconds", MemberKind::Int32, offsetof(DeltaObject, seconds)},
    {"microseconds", MemberKind::Int32, offsetof(DeltaObject, microseconds)},
    {},
};

}

void defineDelta(Type* t) {
    t->name = "datetime.timedelta";
    t->doc =
        "timedelta(days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0)\n\nHow far two times lie apart, before or behind.";
    t->basicSize = sizeof(DeltaObject);
    t->flags = BaseType;
    t->create = deltaNew;
    t->repr = reprDelta;
    t->str = strDelta;
    t->hash = hashDelta;
    t->richCompare = compare;
    t->add = add;
    t->subtract = subtract;
    t->multiply = multiply;
    t->remainder = remainder;
    t->divmod = divmodDelta;
    t->negative = negative;
    t->positive = positive;
    t->absolute = absolute;
    t->truth = truth;
    t->floorDivide = floorDivideDelta;
    t->trueDivide = trueDivide;
    t->methods = methods;
    t->members = members;
}

}

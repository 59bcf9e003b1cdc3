// SPDX-License-Identifier: GPL-3.0-or-later
#include <bit>
#include <cstring>
#include <string>
#include <vector>

#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/numbers/int_digits.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/bytes_object.h"
#include "core/python/objects/text/format_spec.h"
#include "core/python/objects/text/str_methods.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

namespace {

Owned itself(Object* o) { return types::Int->positive(o); }

Owned bitLength(Object* o) { return newIntFromUnsigned(intBitLength(o)); }

Owned bitCount(Object* o) {
    uint64_t count = 0;
    for (ssize d = 0; d < digitCount(o); ++d) count += static_cast<uint64_t>(std::popcount(asInt(o)->digits[d]));
    return newIntFromUnsigned(count);
}

Owned asIntegerRatio(Object* o) {
    Ref<> numerator = itself(o);
    if (!numerator) return {};
    return packTuple(numerator.get(), static_cast<Object*>(smallInts[1 + 5]));
}

Owned isInteger(Object*) { return newBool(true); }

// ---- bytes --------------------------------------------------------------------------------------------------------

// 1: little, 0: big, -1: ValueError pending.
int isLittleEndian(Object* order) {
    if (!order) return 0;
    if (isStr(order)) {
        if (strEqualsText(order, "little")) return 1;
        if (strEqualsText(order, "big")) return 0;
    }
    return raise(exc::ValueError, "byteorder must be either 'little' or 'big'");
}

Owned toBytes(Object* o, Args args) {
    Object* out[3] = {};
    if (!parseArgs("to_bytes", args, "| length byteorder $ signed", out)) return {};
    ssize length = 1;
    if (out[0]) {
        length = argumentAsSize(out[0]);
        if (length == -1 && errorOccurred()) return {};
    }
    if (out[1] && !wantStr("to_bytes", "argument 'byteorder'", out[1])) return {};
    int little = isLittleEndian(out[1]);
    if (little < 0) return {};
    int isSigned = out[2] ? isTrue(out[2]) : 0;
    if (isSigned < 0) return {};
    if (length < 0) return raise(exc::ValueError, "length argument must be non-negative");
    bool negative = isNegativeInt(o);
    if (negative && !isSigned) return raise(exc::OverflowError, "can't convert negative int to unsigned");
    // Bits needed, a sign bit among them; −2**n needs one less than its magnitude says.
    uint64_t bits = intBitLength(o);
    if (isSigned) {
        bool powerOfTwo = false;
        if (negative) {
            Mpz magnitude(o);
            powerOfTwo = mpz_scan1(magnitude, 0) == bits - 1;
        }
        if (bits && !(negative && powerOfTwo)) ++bits;
    }
    if (bits > static_cast<uint64_t>(length) * 8) return raise(exc::OverflowError, "int too big to convert");
    if (!canAllocateInt(static_cast<uint64_t>(length))) return {};
    std::vector<uint8_t> bytes(static_cast<size_t>(length), 0);
    Mpz value(o);
    size_t written = 0;
    if (bits) mpz_export(bytes.data(), &written, -1, 1, 0, 0, value);
    if (negative) { // two's complement
        unsigned carry = 1;
        for (uint8_t& b : bytes) {
            unsigned x = static_cast<unsigned>(static_cast<uint8_t>(~b)) + carry;
            b = static_cast<uint8_t>(x);
            carry = x >> 8;
        }
    }
    if (!little) std::vector<uint8_t>(bytes.rbegin(), bytes.rend()).swap(bytes);
    return newBytes({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

Owned fromBytes(Object* type, Args args) {
    Object* out[3] = {};
    if (!parseArgs("from_bytes", args, "bytes | byteorder $ signed", out)) return {};
    if (out[1] && !isStr(out[1]))
        return raise(exc::TypeError, "from_bytes() argument 'byteorder' must be str, not {}", isNone(out[1]) ? "None" : out[1]->type->name);
    int little = isLittleEndian(out[1]);
    if (little < 0) return {};
    int isSigned = out[2] ? isTrue(out[2]) : 0;
    if (isSigned < 0) return {};
    if (isInt(out[0]) || isStr(out[0])) return raise(exc::TypeError, "cannot convert '{}' object to bytes", out[0]->type->name);
    Held<> bytes(isExactBytes(out[0]) ? newRef(out[0]) : call(types::Bytes, out[0]));
    if (!bytes) return {};
    std::string_view view(reinterpret_cast<const char*>(bytesData(bytes)), static_cast<size_t>(bytesLength(bytes)));
    Mpz value;
    mpz_import(value, view.size(), little ? -1 : 1, 1, 0, 0, view.data());
    bool topBit = !view.empty() && (static_cast<uint8_t>(little ? view.back() : view.front()) & 0x80);
    if (isSigned && topBit) {
        Mpz power;
        mpz_setbit(power, view.size() * 8);
        mpz_sub(value, value, power);
    }
    Held<> result(newIntFromMpz(value));
    if (!result || type == types::Int) return result.release();
    return call(type, result.get());
}

// ---- rounding and text --------------------------------------------------------------------------------------------

// To a multiple of 10**-n, halves to even.
Owned roundInt(Object* o, Args args) {
    if (args.count == 0 || isNone(args[0])) return itself(o);
    Held<> digits(numberIndex(args[0]));
    if (!digits) return {};
    if (!isNegativeInt(digits)) return itself(o);
    Held<> exponent(intNegative(digits));
    if (!exponent) return {};
    Held<> unit(intPower(smallInts[10 + 5], exponent, None));
    if (!unit) return {};
    Mpz value(o), power(unit), quotient, rest, twice;
    mpz_fdiv_qr(quotient, rest, value, power);
    mpz_mul_2exp(twice, rest, 1);
    int order = mpz_cmp(twice, power);
    if (order > 0 || (order == 0 && mpz_odd_p(static_cast<mpz_srcptr>(quotient)))) mpz_add_ui(quotient, quotient, 1);
    mpz_mul(value, quotient, power);
    return newIntFromMpz(value);
}

Owned formatMethod(Object* o, Object* spec) {
    if (!isStr(spec)) return raise(exc::TypeError, "__format__() argument must be str, not {}", isNone(spec) ? "None" : spec->type->name);
    return formatInt(o, spec);
}

Owned getNewArgs(Object* o) {
    Ref<> copy = itself(o);
    return copy ? packTuple(copy.get()) : Owned(nullptr);
}

Owned sizeOf(Object* o) { return newInt(static_cast<int64_t>(types::Int->size(o))); }

Owned zero(Object*) { return newInt(0); }
Owned one(Object*) { return newInt(1); }

}

const MethodDef intMethods[] = {
    {"conjugate", itself},
    {"bit_length", bitLength},
    {"bit_count", bitCount},
    {"to_bytes", toBytes, NativeKind::Keywords},
    {"from_bytes", fromBytes, NativeKind::Keywords, NativeBinding::Class},
    {"as_integer_ratio", asIntegerRatio},
    {"__trunc__", itself},
    {"__floor__", itself},
    {"__ceil__", itself},
    {"__round__", roundInt, 0, 1},
    {"__getnewargs__", getNewArgs},
    {"__format__", formatMethod},
    {"__sizeof__", sizeOf},
    {"is_integer", isInteger},
    {},
};

const GetSetDef intGetSets[] = {
    {"real", itself}, {"imag", zero}, {"numerator", itself}, {"denominator", one}, {},
};

}

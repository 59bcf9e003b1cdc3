// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include "core/python/builtins/builtins.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/numbers/float_object.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/bytes_object.h"
#include "core/python/objects/text/str_object.h"

// Arithmetic: abs, divmod, pow, round, sum, min, max, and the number bases.

namespace memtape {

namespace {

Owned absolute(Object*, Object* o) { return numberAbsolute(o); }
Owned divmodOf(Object*, Args args) { return numberDivmod(args[0], args[1]); }

Owned power(Object*, Args args) {
    Object* out[3] = {nullptr, nullptr, None};
    if (!parseArgs("pow", args, "base exp | mod", out)) return nullptr;
    return numberPower(out[0], out[1], out[2]);
}

Owned roundOf(Object*, Args args) {
    Object* out[2] = {nullptr, None};
    if (!parseArgs("round", args, "number | ndigits", out)) return nullptr;
    Held<> method(lookupSpecial(out[0], names::dunderRound));
    if (!method) {
        if (errorOccurred()) return nullptr;
        return raise(exc::TypeError, "type {} doesn't define __round__ method", out[0]->type->name);
    }
    return isNone(out[1]) ? call(method) : call(method, out[1]);
}

// A sum in three stages: machine ints, then doubles with Neumaier's compensation, then whatever + gives.
class Sum {
public:
    explicit Sum(Object* start) : m_total(newRef(start)) {}

    bool add(Object* item) {
        if (m_stage == Stage::Unset) {
            m_stage = Stage::Objects;
            int overflow = 0;
            if (isExactInt(m_total)) {
                m_int = intValue(m_total, &overflow);
                if (!overflow) m_stage = Stage::Ints;
            } else if (isExactFloat(m_total)) {
                m_double = floatValue(m_total);
                m_stage = Stage::Doubles;
            }
        }
        if (m_stage == Stage::Ints) {
            if (isExactInt(item) || isBool(item)) {
                int overflow;
                int64_t value = intValue(item, &overflow), sum;
                if (!overflow && !__builtin_add_overflow(m_int, value, &sum)) {
                    m_int = sum;
                    return true;
                }
            }
            if (!settle()) return false;
            Held<> sum(numberAdd(m_total, item));
            if (!sum) return false;
            m_total = sum.release();
            if (isExactFloat(m_total)) {
                m_double = floatValue(m_total);
                m_stage = Stage::Doubles;
            } else {
                m_stage = Stage::Objects;
            }
            return true;
        }
        if (m_stage == Stage::Doubles) {
            if (isExactFloat(item)) {
                double x = floatValue(item), sum = m_double + x;
                m_lost += std::fabs(m_double) >= std::fabs(x) ? (m_double - sum) + x : (x - sum) + m_double;
                m_double = sum;
                return true;
            }
            if (isInt(item)) {
                int overflow;
                int64_t value = intValue(item, &overflow);
                if (!overflow) {
                    m_double += static_cast<double>(value);
                    return true;
                }
            }
            if (!settle()) return false;
            m_stage = Stage::Objects;
        }
        Owned sum = numberAdd(m_total, item);
        if (!sum) return false;
        m_total = sum;
        return true;
    }
    Owned result() {
        if (!settle()) return nullptr;
        return m_total.release();
    }

private:
    enum class Stage { Unset, Ints, Doubles, Objects };
    bool settle() {
        if (m_stage == Stage::Ints) m_total = newInt(m_int);
        if (m_stage == Stage::Doubles) m_total = newFloat(m_lost != 0 && std::isfinite(m_lost) ? m_double + m_lost : m_double);
        return static_cast<bool>(m_total);
    }
    Held<> m_total;
    Stage m_stage = Stage::Unset;
    int64_t m_int = 0;
    double m_double = 0, m_lost = 0;
};

Owned sumOf(Object*, Args args) {
    Object* out[2] = {nullptr, nullptr};
    if (!parseArgs("sum", args, "iterable / | start", out)) return nullptr;
    Held<> iterator(getIter(out[0]));
    if (!iterator) return nullptr;
    if (out[1]) {
        if (isStr(out[1])) return raise(exc::TypeError, "sum() can't sum strings [use ''.join(seq) instead]");
        if (isBytes(out[1])) return raise(exc::TypeError, "sum() can't sum bytes [use b''.join(seq) instead]");
        if (isByteArray(out[1])) return raise(exc::TypeError, "sum() can't sum bytearray [use b''.join(seq) instead]");
    }
    Held<> zero(newInt(0));
    Sum sum(out[1] ? out[1] : zero.get());
    for (;;) {
        Held<> item(nextOf(iterator));
        if (!item) break;
        if (!sum.add(item)) return nullptr;
    }
    if (errorOccurred()) return nullptr;
    return sum.result();
}

Owned extreme(Args args, const char* name, Comparison op) {
    Object* out[2] = {None, nullptr};
    Args named = args;
    named.values += args.count;
    named.count = 0;
    if (args.count == 0) return raise(exc::TypeError, "{} expected at least 1 argument, got 0", name);
    if (!parseArgs(name, named, "| $ key default", out)) return nullptr;
    Object *key = isNone(out[0]) ? nullptr : out[0], *fallback = out[1];
    bool several = args.count > 1;
    if (several && fallback) return raise(exc::TypeError, "Cannot specify a default for {}() with multiple positional arguments", name);
    Held<> iterator;
    if (!several) {
        iterator = getIter(args[0]);
        if (!iterator) return nullptr;
    }
    Held<> best, bestKey;
    for (size_t i = 0;; ++i) {
        Held<> item;
        if (several) {
            if (i == args.count) break;
            item = newRef(args[i]);
        } else {
            item = nextOf(iterator);
            if (!item) {
                if (errorOccurred()) return nullptr;
                break;
            }
        }
        Held<> value(key ? call(key, item.get()) : newRef(item));
        if (!value) return nullptr;
        if (best) {
            int better = richCompareBool(value, bestKey, op);
            if (better < 0) return nullptr;
            if (!better) continue;
        }
        best = newRef(item);
        bestKey = newRef(value);
    }
    if (best) return best.release();
    if (fallback) return newRef(fallback);
    return raise(exc::ValueError, "{}() iterable argument is empty", name);
}

Owned minOf(Object*, Args args) { return extreme(args, "min", Comparison::Lt); }
Owned maxOf(Object*, Args args) { return extreme(args, "max", Comparison::Gt); }

Owned inBase(Object* o, int base) {
    Ref<> number(numberIndex(o));
    return number ? intToText(number, base) : nullptr;
}
Owned hexOf(Object*, Object* o) { return inBase(o, 16); }
Owned octOf(Object*, Object* o) { return inBase(o, 8); }
Owned binOf(Object*, Object* o) { return inBase(o, 2); }

Owned chrOf(Object*, Object* o) {
    Ref<> number(numberIndex(o));
    if (!number) return nullptr;
    int overflow;
    int64_t code = intValue(number, &overflow);
    if (overflow || code < 0 || code > 0x10ffff) return raise(exc::ValueError, "chr() arg not in range(0x110000)");
    return newStrFromChar(static_cast<uint32_t>(code));
}

Owned ordOf(Object*, Object* o) {
    ssize size;
    if (isStr(o)) {
        size = asStr(o)->length;
        if (size == 1) return newInt(charAt(asStr(o), 0));
    } else if (isBytes(o)) {
        size = bytesLength(o);
        if (size == 1) return newInt(bytesData(o)[0]);
    } else if (isByteArray(o)) {
        size = bytesLength(o);
        if (size == 1) return newInt(static_cast<ByteArrayObject*>(o)->start[0]);
    } else {
        return raise(exc::TypeError, "ord() expected string of length 1, but {} found", o->type->name);
    }
    return raise(exc::TypeError, "ord() expected a character, but string of length {} found", size);
}

}

const MethodDef numberFunctions[] = {
    {"abs", absolute},
    {"divmod", divmodOf, 2, 2},
    {"pow", power, NativeKind::Keywords},
    {"round", roundOf, NativeKind::Keywords},
    {"sum", sumOf, NativeKind::Keywords},
    {"min", minOf, NativeKind::Keywords},
    {"max", maxOf, NativeKind::Keywords},
    {"hex", hexOf},
    {"oct", octOf},
    {"bin", binOf},
    {"chr", chrOf},
    {"ord", ordOf},
    {},
};

}

// SPDX-License-Identifier: GPL-3.0-or-later

// operator: the operators as functions.

#include "core/python/bytecode/opcodes.h"
#include "core/python/modules/itertools/operator_types.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/model/runtime.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/bytes_object.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

namespace {

template <int operation> Owned binary(Object*, Args args) { return binaryOperation(operation, args[0], args[1]); }
template <Comparison op> Owned compare(Object*, Args args) { return richCompare(args[0], args[1], op); }
template <Owned (*operation)(Object*)> Owned unary(Object*, Object* a) { return operation(a); }

Owned notFunction(Object*, Object* a) {
    int truth = isTrue(a);
    return truth < 0 ? Owned(nullptr) : newBool(!truth);
}
Owned truthFunction(Object*, Object* a) {
    int truth = isTrue(a);
    return truth < 0 ? Owned(nullptr) : newBool(truth);
}
Owned isFunction_(Object*, Args args) { return newBool(args[0] == args[1]); }
Owned isNotFunction(Object*, Args args) { return newBool(args[0] != args[1]); }

bool bothSequences(Object* a, Object* b) {
    (void)b;
    if (a->type->concat || a->type->item) return true;
    return raise(exc::TypeError, "'{}' object can't be concatenated", a->type->name);
}
Owned concatFunction(Object*, Args args) { return bothSequences(args[0], args[1]) ? numberAdd(args[0], args[1]) : Owned(nullptr); }
Owned inplaceConcat(Object*, Args args) { return bothSequences(args[0], args[1]) ? numberInplaceAdd(args[0], args[1]) : Owned(nullptr); }

Owned containsFunction(Object*, Args args) {
    int r = contains(args[0], args[1]);
    return r < 0 ? Owned(nullptr) : newBool(r);
}

// Whether two secrets are equal, in a time that does not tell where they differ.
Owned compareDigest(Object*, Args args) {
    Object *a = args[0], *b = args[1];
    const uint8_t *x, *y;
    size_t m, n;
    if (isStr(a) && isStr(b)) {
        if (!asStr(a)->ascii || !asStr(b)->ascii) return raise(exc::TypeError, "comparing strings with non-ASCII characters is not supported");
        x = static_cast<const uint8_t*>(strData(asStr(a))), m = static_cast<size_t>(asStr(a)->length);
        y = static_cast<const uint8_t*>(strData(asStr(b))), n = static_cast<size_t>(asStr(b)->length);
    } else {
        const bool first = bufferOf(a, &x, &m), second = bufferOf(b, &y, &n);
        if (!first && !second)
            return raise(exc::TypeError, "unsupported operand types(s) or combination of types: '{}' and '{}'", a->type->name, b->type->name);
        if (!wantBuffer(a, &x, &m) || !wantBuffer(b, &y, &n)) return nullptr;
    }
    unsigned differ = m != n;
    for (size_t i = 0; i < n; ++i) differ |= static_cast<unsigned>((m == n ? x[i] : y[i]) ^ y[i]);
    return newBool(!differ);
}

Owned countOf(Object*, Args args) {
    Held<> iterator(getIter(args[0]));
    if (!iterator) return nullptr;
    int64_t n = 0;
    for (;;) {
        Held<> item(nextOf(iterator));
        if (!item) return errorOccurred() ? Owned(nullptr) : newInt(n);
        int equal = richCompareBool(item, args[1], Comparison::Eq);
        if (equal < 0 || !checkBreaker()) return nullptr;
        n += equal;
    }
}

Owned indexOf(Object*, Args args) {
    Held<> iterator(getIter(args[0]));
    if (!iterator) return nullptr;
    for (int64_t n = 0;; n++) {
        Held<> item(nextOf(iterator));
        if (!item) return errorOccurred() ? Owned(nullptr) : Owned(raise(exc::ValueError, "sequence.index(x): x not in sequence"));
        int equal = richCompareBool(item, args[1], Comparison::Eq);
        if (equal < 0 || !checkBreaker()) return nullptr;
        if (equal) return newInt(n);
    }
}

Owned getItemFunction(Object*, Args args) { return getItem(args[0], args[1]); }
Owned setItemFunction(Object*, Args args) { return setItem(args[0], args[1], args[2]) ? newNone() : Owned(nullptr); }
Owned deleteItemFunction(Object*, Args args) { return deleteItem(args[0], args[1]) ? newNone() : Owned(nullptr); }
Owned powerFunction(Object*, Args args) { return numberPower(args[0], args[1], None); }

Owned lengthHintFunction(Object*, Args args) {
    ssize fallback = 0;
    if (args.count > 1) {
        fallback = argumentAsSize(args[1]);
        if (fallback == -1 && errorOccurred()) return nullptr;
    }
    ssize n = lengthHint(args[0], fallback);
    return n == -1 && errorOccurred() ? Owned(nullptr) : newInt(n);
}

Owned callFunction_(Object*, Args args) {
    if (args.count < 1) return raise(exc::TypeError, "call expected at least 1 argument, got 0");
    return call(args[0], args.withoutFirst());
}

constexpr MethodDef functions[] = {
    {"truth", truthFunction},
    {"contains", containsFunction, 2, 2},
    {"indexOf", indexOf, 2, 2},
    {"_compare_digest", compareDigest, 2, 2},
    {"countOf", countOf, 2, 2},
    {"is_", isFunction_, 2, 2},
    {"is_not", isNotFunction, 2, 2},
    {"not_", notFunction},
    {"add", binary<NB_ADD>, 2, 2},
    {"sub", binary<NB_SUBTRACT>, 2, 2},
    {"mul", binary<NB_MULTIPLY>, 2, 2},
    {"matmul", binary<NB_MATRIX_MULTIPLY>, 2, 2},
    {"floordiv", binary<NB_FLOOR_DIVIDE>, 2, 2},
    {"truediv", binary<NB_TRUE_DIVIDE>, 2, 2},
    {"mod", binary<NB_REMAINDER>, 2, 2},
    {"neg", unary<numberNegative>},
    {"pos", unary<numberPositive>},
    {"abs", unary<numberAbsolute>},
    {"inv", unary<numberInvert>},
    {"invert", unary<numberInvert>},
    {"lshift", binary<NB_LSHIFT>, 2, 2},
    {"rshift", binary<NB_RSHIFT>, 2, 2},
    {"and_", binary<NB_AND>, 2, 2},
    {"xor", binary<NB_XOR>, 2, 2},
    {"or_", binary<NB_OR>, 2, 2},
    {"iadd", binary<NB_INPLACE_ADD>, 2, 2},
    {"isub", binary<NB_INPLACE_SUBTRACT>, 2, 2},
    {"imul", binary<NB_INPLACE_MULTIPLY>, 2, 2},
    {"imatmul", binary<NB_INPLACE_MATRIX_MULTIPLY>, 2, 2},
    {"ifloordiv", binary<NB_INPLACE_FLOOR_DIVIDE>, 2, 2},
    {"itruediv", binary<NB_INPLACE_TRUE_DIVIDE>, 2, 2},
    {"imod", binary<NB_INPLACE_REMAINDER>, 2, 2},
    {"ilshift", binary<NB_INPLACE_LSHIFT>, 2, 2},
    {"irshift", binary<NB_INPLACE_RSHIFT>, 2, 2},
    {"iand", binary<NB_INPLACE_AND>, 2, 2},
    {"ixor", binary<NB_INPLACE_XOR>, 2, 2},
    {"ior", binary<NB_INPLACE_OR>, 2, 2},
    {"concat", concatFunction, 2, 2},
    {"iconcat", inplaceConcat, 2, 2},
    {"getitem", getItemFunction, 2, 2},
    {"setitem", setItemFunction, 3, 3},
    {"delitem", deleteItemFunction, 2, 2},
    {"pow", powerFunction, 2, 2},
    {"ipow", binary<NB_INPLACE_POWER>, 2, 2},
    {"eq", compare<Comparison::Eq>, 2, 2},
    {"ne", compare<Comparison::Ne>, 2, 2},
    {"lt", compare<Comparison::Lt>, 2, 2},
    {"le", compare<Comparison::Le>, 2, 2},
    {"gt", compare<Comparison::Gt>, 2, 2},
    {"ge", compare<Comparison::Ge>, 2, 2},
    {"index", unary<numberIndex>},
    {"length_hint", lengthHintFunction, 1, 2},
    {"call", callFunction_, NativeKind::Keywords},
    {},
};

}

Owned makeOperatorModule() {
    Ref<> m = newModule("_operator");
    if (!m || !addFunctions(m, functions)) return nullptr;
    Type* types[] = {makeModuleType(defineItemGetterType), makeModuleType(defineAttrGetterType), makeModuleType(defineMethodCallerType)};
    const char* names[] = {"itemgetter", "attrgetter", "methodcaller"};
    for (int i = 0; i < 3; i++)
        if (!types[i] || !addToModule(m, names[i], newRef(types[i]))) return nullptr;
    return m.release();
}

}

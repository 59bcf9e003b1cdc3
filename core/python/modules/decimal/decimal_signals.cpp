// SPDX-License-Identifier: GPL-3.0-or-later
// Conditions and signals: their exceptions, and the dicts by which a context shows its flags and traps.
#include <cstddef>
#include <string>

#include "core/python/modules/decimal/decimal_parts.h"
#include "core/python/modules/module_parts.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/module_types.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/model/type_parts.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

namespace {

struct Signal {
    const char* name; // "decimal.Inexact"
    uint32_t flag;
};
// In the order in which they are looked for. The first stands for all kinds of invalid operations.
const Signal signals[decimalSignalCount] = {
    {"decimal.InvalidOperation", MPD_IEEE_Invalid_operation},
    {"decimal.FloatOperation", floatOperation},
    {"decimal.DivisionByZero", MPD_Division_by_zero},
    {"decimal.Overflow", MPD_Overflow},
    {"decimal.Underflow", MPD_Underflow},
    {"decimal.Subnormal", MPD_Subnormal},
    {"decimal.Inexact", MPD_Inexact},
    {"decimal.Rounded", MPD_Rounded},
    {"decimal.Clamped", MPD_Clamped},
};
enum : int { InvalidOperation, FloatOperation, DivisionByZero, Overflow, Underflow, Subnormal, Inexact, Rounded, Clamped };
Type* signalTypes[decimalSignalCount];

// The kinds of invalid operations.
const Signal conditions[] = {
    {"decimal.InvalidOperation", MPD_Invalid_operation},     {"decimal.ConversionSyntax", MPD_Conversion_syntax},
    {"decimal.DivisionImpossible", MPD_Division_impossible}, {"decimal.DivisionUndefined", MPD_Division_undefined},
    {"decimal.InvalidContext", MPD_Invalid_context},
};
constexpr int conditionCount = sizeof conditions / sizeof *conditions;
Type* conditionTypes[conditionCount];

Failure raiseWrongSignal() {
    return raise(exc::KeyError,
                 "valid values for signals are:\n  [InvalidOperation, FloatOperation, DivisionByZero,\n   Overflow, Underflow, Subnormal, "
                 "Inexact, Rounded,\n   Clamped]");
}

const char* shortName(const Signal& s) { return s.name + sizeof("decimal.") - 1; }

bool addException(Object* module, const Signal& s, std::initializer_list<Type*> bases, Type** out) {
    *out = newExceptionClass(s.name, bases);
    return *out && addToModule(module, shortName(s), newRef(*out));
}

}

bool makeDecimalExceptions(Object* module) {
    Type*& base = decimalState.exception;
    auto signal = [&](int i, std::initializer_list<Type*> bases) { return addException(module, signals[i], bases, &signalTypes[i]); };
    if (!addException(module, {"decimal.DecimalException", 0}, {exc::ArithmeticError}, &base) || !signal(InvalidOperation, {base}) ||
        !signal(FloatOperation, {base, exc::TypeError}) || !signal(DivisionByZero, {base, exc::ZeroDivisionError}) || !signal(Inexact, {base}) ||
        !signal(Rounded, {base}) || !signal(Clamped, {base}) || !signal(Subnormal, {base}) ||
        !signal(Overflow, {signalTypes[Inexact], signalTypes[Rounded]}) ||
        !signal(Underflow, {signalTypes[Inexact], signalTypes[Rounded], signalTypes[Subnormal]}))
        return false;
    conditionTypes[0] = signalTypes[InvalidOperation];
    for (int i = 1; i < conditionCount; ++i) {
        bool undefined = conditions[i].flag == MPD_Division_undefined;
        bool ok = undefined ? addException(module, conditions[i], {conditionTypes[0], exc::ZeroDivisionError}, &conditionTypes[i])
                            : addException(module, conditions[i], {conditionTypes[0]}, &conditionTypes[i]);
        if (!ok) return false;
    }
    Object* types[decimalSignalCount];
    for (int i = 0; i < decimalSignalCount; ++i) types[i] = signalTypes[i];
    Owned tuple = newTupleOf(types, decimalSignalCount);
    if (!tuple) return false;
    recordKeptForGood(tuple.pointer);
    decimalState.signals = tuple.pointer;
    return true;
}

// ---- raising ----------------------------------------------------------------------------------------------------------

bool addDecimalStatus(DecimalContextObject* context, uint32_t status) {
    context->values.status |= status & ~MPD_Malloc_error;
    if (!(status & (context->values.traps | MPD_Malloc_error))) [[likely]]
        return true;
    if (status & MPD_Malloc_error) return raiseMemoryError();
    uint32_t trapped = status & context->values.traps;
    Ref<ListObject> list(newList(0));
    if (!list) return false;
    Type* type = nullptr;
    for (int i = 0; i < decimalSignalCount && !type; ++i)
        if (trapped & signals[i].flag) type = signalTypes[i];
    for (int i = 0; i < conditionCount; ++i)
        if (trapped & conditions[i].flag && !listAppend(list, conditionTypes[i])) return false;
    for (int i = 1; i < decimalSignalCount; ++i)
        if (trapped & signals[i].flag && !listAppend(list, signalTypes[i])) return false;
    return raiseObject(type, list);
}

// ---- flags as lists and texts -----------------------------------------------------------------------------------------

static bool flagOf(Object* exception, uint32_t* flag) {
    for (int i = 0; i < decimalSignalCount; ++i) {
        if (exception != signalTypes[i]) continue;
        *flag = signals[i].flag;
        return true;
    }
    return raiseWrongSignal();
}

bool flagsFromList(Object* list, uint32_t* flags, bool withConditions) {
    *flags = 0;
    for (ssize i = 0; i < asList(list)->count; ++i) {
        Object* item = asList(list)->items[i];
        bool found = false;
        for (int k = 1; withConditions && k < conditionCount && !found; ++k) {
            if (item != conditionTypes[k]) continue;
            *flags |= conditions[k].flag;
            found = true;
        }
        uint32_t flag;
        if (found) continue;
        if (!flagOf(item, &flag)) return false;
        *flags |= flag;
    }
    return true;
}

Owned flagsToList(uint32_t flags) {
    Ref<ListObject> list(newList(0));
    if (!list) return nullptr;
    for (int i = 0; i < decimalSignalCount; ++i)
        if (flags & signals[i].flag && !listAppend(list, signalTypes[i])) return nullptr;
    return Owned(list.release());
}

std::string signalNames(uint32_t flags) {
    // In the order of the flags' numbers, with all kinds of invalid operations as one.
    static const int byNumber[] = {Clamped, InvalidOperation, DivisionByZero, Inexact, FloatOperation, Overflow, Rounded, Subnormal, Underflow};
    std::string text = "[";
    auto add = [&](int i) {
        if (!(flags & signals[i].flag)) return;
        if (text.size() > 1) text += ", ";
        text += shortName(signals[i]);
    };
    for (int i : byNumber) add(i);
    return text + "]";
}

// ---- SignalDict -------------------------------------------------------------------------------------------------------

namespace {

struct SignalDictObject : Object {
    uint32_t* flags; // in the context; null: it is gone
};
SignalDictObject* asSignalDict(Object* o) { return static_cast<SignalDictObject*>(o); }
bool isSignalDict(Object* o) { return isInstance(o, decimalState.signalDictMixin); }

bool wantFlags(Object* self) { return asSignalDict(self)->flags ? true : raise(exc::ValueError, "invalid signal dict"); }

bool signalInit(Object* self, Args) {
    asSignalDict(self)->flags = nullptr;
    return true;
}
ssize signalLength(Object* self) { return wantFlags(self) ? decimalSignalCount : -1; }
Owned signalIter(Object* self) { return wantFlags(self) ? getIter(decimalState.signals) : nullptr; }
Owned signalGet(Object* self, Object* key) {
    uint32_t flag;
    if (!wantFlags(self) || !flagOf(key, &flag)) return nullptr;
    return newBool((*asSignalDict(self)->flags & flag) != 0);
}
bool signalSet(Object* self, Object* key, Object* value) {
    uint32_t flag;
    if (!wantFlags(self)) return false;
    if (!value) return raise(exc::ValueError, "signal keys cannot be deleted");
    if (!flagOf(key, &flag)) return false;
    int truth = isTrue(value);
    if (truth < 0 || !wantFlags(self)) return false;
    if (truth) *asSignalDict(self)->flags |= flag;
    else *asSignalDict(self)->flags &= ~flag;
    return true;
}
Owned signalRepr(Object* self) {
    if (!wantFlags(self)) return nullptr;
    std::string text = "{";
    for (int i = 0; i < decimalSignalCount; ++i)
        text += std::string(i ? ", " : "") + "<class '" + signals[i].name + "'>:" + (*asSignalDict(self)->flags & signals[i].flag ? "True" : "False");
    return newStr(text + "}");
}
Owned signalCompare(Object* a, Object* b, Comparison op) {
    if (!wantFlags(a)) return nullptr;
    if (op != Comparison::Eq && op != Comparison::Ne) return notImplemented();
    uint32_t other;
    if (isSignalDict(b)) {
        if (!wantFlags(b)) return nullptr;
        other = *asSignalDict(b)->flags;
    } else if (isDict(b)) {
        if (!flagsFromDict(b, &other)) {
            if (!errorMatches(exc::KeyError)) return nullptr;
            clearError(); // another dict is another value
            return newBool(op == Comparison::Ne);
        }
    } else {
        return notImplemented();
    }
    return newBool((*asSignalDict(a)->flags == other) == (op == Comparison::Eq));
}
Owned signalCopy(Object* self) {
    Ref<DictObject> dict(newDict());
    if (!wantFlags(self) || !dict) return nullptr;
    for (int i = 0; i < decimalSignalCount; ++i)
        if (!dictSet(dict, signalTypes[i], *asSignalDict(self)->flags & signals[i].flag ? True : False)) return nullptr;
    return Owned(dict.release());
}

const MethodDef signalMethods[] = {{"copy", signalCopy}, {}};

void defineMixin(Type* t) {
    t->name = "decimal.SignalDictMixin";
    t->basicSize = sizeof(SignalDictObject);
    t->flags = BaseType | HaveGc;
    t->create = objectNew;
    t->init = signalInit;
    t->traverse = [](Object*, Visit, void*) { return 0; };
    t->cells = [](Object*, CellVisitor&) {};
    t->dealloc = [](Object* o) {
        gcUntrack(o);
        freeObject(o);
    };
    t->repr = signalRepr;
    t->hash = hashNotImplementedSlot;
    t->getAttr = genericGetAttr;
    t->richCompare = signalCompare;
    t->iter = signalIter;
    t->mappingLength = signalLength;
    t->subscript = signalGet;
    t->setSubscript = signalSet;
    t->methods = signalMethods;
}

}

bool flagsFromDict(Object* dict, uint32_t* flags) {
    if (isSignalDict(dict)) {
        if (!wantFlags(dict)) return false;
        *flags = *asSignalDict(dict)->flags;
        return true;
    }
    if (!isDict(dict)) return raise(exc::TypeError, "argument must be a signal dict");
    if (dictLength(dict) != decimalSignalCount) return raise(exc::KeyError, "invalid signal dict");
    *flags = 0;
    Held<> copy(dictCopy(dict)); // the truth of a value may be a program's own
    ssize position = 0;
    Object *key, *value;
    while (copy && dictNext(copy, &position, &key, &value)) {
        uint32_t flag;
        if (!flagOf(key, &flag)) {
            clearError();
            return raise(exc::KeyError, "invalid signal dict");
        }
        int truth = isTrue(value);
        if (truth < 0) return false;
        if (truth) *flags |= flag;
    }
    return static_cast<bool>(copy);
}

bool makeSignalDict() {
    decimalState.signalDictMixin = makeModuleType(defineMixin);
    Held<> mapping(importForDecimal("collections.abc", "MutableMapping"));
    if (!decimalState.signalDictMixin || !mapping) return false;
    Ref<> name(newStr("SignalDict")), place(newStr("abc"));
    Held<> bases(packTuple(static_cast<Object*>(decimalState.signalDictMixin), mapping.get()));
    Ref<DictObject> space(newDict());
    if (!name || !place || !bases || !space || !dictSetText(space, "__module__", place)) return false;
    Held<> keptSpace(Owned(space.release()));
    Owned made = call(reinterpret_cast<Object*>(mapping->type), name, bases, keptSpace);
    if (!made) return false;
    recordKeptForGood(made.pointer);
    decimalState.signalDict = static_cast<Type*>(made.pointer);
    return true;
}

Owned newSignalDict(uint32_t* flags) {
    Type* type = decimalState.signalDict;
    Owned made = type->alloc(type, 0);
    if (made) asSignalDict(made.pointer)->flags = flags;
    return made;
}

void loseSignalDict(Object* dict) { asSignalDict(dict)->flags = nullptr; }

}

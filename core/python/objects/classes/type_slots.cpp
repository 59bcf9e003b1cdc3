// SPDX-License-Identifier: GPL-3.0-or-later

// The table of dunders and slots, and what follows from it: wrappers (`int.__add__`) for slots that builtin types fill, and slots for
// dunders that classes define, kept up to date when a class attribute changes.

#include <cstddef>
#include <cstring>

#include "core/python/objects/classes/descriptors.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/classes/weakref_object.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/type_parts.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/protocol/slot_calls.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

// ---- wrappers: dunder(args) → slot ------------------------------------------------------------------------------------

namespace {

bool expectCount(Args args, size_t n) {
    if (args.count == n) return true;
    return raise(exc::TypeError, "expected {} argument{}, got {}", n, n == 1 ? "" : "s", args.count);
}

Owned wrapUnary(Object* self, Args args, void* f) { return expectCount(args, 0) ? reinterpret_cast<UnaryFunc>(f)(self) : Owned(nullptr); }
Owned wrapBinary(Object* self, Args args, void* f) { return expectCount(args, 1) ? reinterpret_cast<BinaryFunc>(f)(self, args[0]) : Owned(nullptr); }
// As wrapBinary; another function, so that an operator's row is told from that of concatenation.
Owned wrapOperator(Object* self, Args args, void* f) {
    return expectCount(args, 1) ? reinterpret_cast<BinaryFunc>(f)(self, args[0]) : Owned(nullptr);
}
Owned wrapReflected(Object* self, Args args, void* f) {
    return expectCount(args, 1) ? reinterpret_cast<BinaryFunc>(f)(args[0], self) : Owned(nullptr);
}
Owned wrapTernary(Object* self, Args args, void* f) {
    if (!checkArgCount("", args.count, 1, 2)) return nullptr;
    return reinterpret_cast<TernaryFunc>(f)(self, args[0], args.count > 1 ? args[1] : None);
}
Owned wrapReflectedTernary(Object* self, Args args, void* f) {
    if (!checkArgCount("", args.count, 1, 2)) return nullptr;
    return reinterpret_cast<TernaryFunc>(f)(args[0], self, args.count > 1 ? args[1] : None);
}
Owned wrapTruth(Object* self, Args args, void* f) {
    if (!expectCount(args, 0)) return nullptr;
    int r = reinterpret_cast<TruthFunc>(f)(self);
    return r < 0 ? Owned(nullptr) : newBool(r);
}
Owned wrapLength(Object* self, Args args, void* f) {
    if (!expectCount(args, 0)) return nullptr;
    ssize n = reinterpret_cast<LengthFunc>(f)(self);
    return n < 0 ? Owned(nullptr) : newInt(n);
}
Owned wrapIndexArgument(Object* self, Args args, void* f) {
    if (!expectCount(args, 1)) return nullptr;
    ssize n = indexAsSize(args[0], exc::OverflowError);
    if (n == -1 && errorOccurred()) return nullptr;
    return reinterpret_cast<ItemFunc>(f)(self, n);
}
bool sequenceIndex(Object* self, Object* arg, ssize* index) {
    *index = indexAsSize(arg, exc::OverflowError);
    if (*index == -1 && errorOccurred()) return false;
    if (*index < 0 && self->type->sequenceLength) {
        ssize n = self->type->sequenceLength(self);
        if (n < 0) return false;
        *index += n;
    }
    return true;
}
Owned wrapItem(Object* self, Args args, void* f) {
    ssize i;
    if (!expectCount(args, 1) || !sequenceIndex(self, args[0], &i)) return nullptr;
    return reinterpret_cast<ItemFunc>(f)(self, i);
}
Owned wrapSetItem(Object* self, Args args, void* f) {
    ssize i;
    if (!checkArgCount("", args.count, 2, 2) || !sequenceIndex(self, args[0], &i)) return nullptr;
    return reinterpret_cast<SetItemFunc>(f)(self, i, args[1]) ? newNone() : Owned(nullptr);
}
Owned wrapDeleteItem(Object* self, Args args, void* f) {
    ssize i;
    if (!expectCount(args, 1) || !sequenceIndex(self, args[0], &i)) return nullptr;
    return reinterpret_cast<SetItemFunc>(f)(self, i, nullptr) ? newNone() : Owned(nullptr);
}
Owned wrapContains(Object* self, Args args, void* f) {
    if (!expectCount(args, 1)) return nullptr;
    int r = reinterpret_cast<ContainsFunc>(f)(self, args[0]);
    return r < 0 ? Owned(nullptr) : newBool(r);
}
Owned wrapSetSubscript(Object* self, Args args, void* f) {
    if (!checkArgCount("", args.count, 2, 2)) return nullptr;
    return reinterpret_cast<SetSubscriptFunc>(f)(self, args[0], args[1]) ? newNone() : Owned(nullptr);
}
Owned wrapDeleteSubscript(Object* self, Args args, void* f) {
    if (!expectCount(args, 1)) return nullptr;
    return reinterpret_cast<SetSubscriptFunc>(f)(self, args[0], nullptr) ? newNone() : Owned(nullptr);
}

// object.__setattr__(int, …) must not get around the builtin's own __setattr__ (Carlo Verre's hole): the slot must be that of the
// most derived class of builtins in the order.
bool mayApply(Object* self, SetAttrFunc f, const char* what) {
    Type* type = self->type;
    TupleObject* mro = type->mro;
    if (!mro) return true;
    // The first class, from the end, that has this function; nothing before it may be a builtin with another one.
    Type* defining = type;
    for (ssize i = mro->count - 1; i >= 0; i--) {
        Type* base = static_cast<Type*>(mro->items[i]);
        if (base->setAttr == slotSetAttr) continue;
        if (base->setAttr == type->setAttr) {
            defining = base;
            break;
        }
    }
    for (Type* base = defining; base; base = base->base) {
        if (base->setAttr == f) break;
        if (base->setAttr != slotSetAttr) return raise(exc::TypeError, "can't apply this {} to {} object", what, type->name);
    }
    return true;
}
Owned wrapSetAttr(Object* self, Args args, void* f) {
    auto set = reinterpret_cast<SetAttrFunc>(f);
    if (!checkArgCount("", args.count, 2, 2) || !mayApply(self, set, "__setattr__")) return nullptr;
    return set(self, args[0], args[1]) ? newNone() : Owned(nullptr);
}
Owned wrapDelAttr(Object* self, Args args, void* f) {
    auto set = reinterpret_cast<SetAttrFunc>(f);
    if (!expectCount(args, 1) || !mayApply(self, set, "__delattr__")) return nullptr;
    return set(self, args[0], nullptr) ? newNone() : Owned(nullptr);
}
Owned wrapHash(Object* self, Args args, void* f) {
    if (!expectCount(args, 0)) return nullptr;
    int64_t h = reinterpret_cast<HashFunc>(f)(self);
    return h == -1 && errorOccurred() ? Owned(nullptr) : newInt(h);
}
Owned wrapCall(Object* self, Args args, void* f) { return reinterpret_cast<CallFunc>(f)(self, args); }
Owned wrapFinalize(Object* self, Args args, void* f) {
    if (!expectCount(args, 0)) return nullptr;
    reinterpret_cast<FinalizeFunc>(f)(self);
    return newNone();
}
template <Comparison op> Owned wrapCompare(Object* self, Args args, void* f) {
    return expectCount(args, 1) ? reinterpret_cast<RichCompareFunc>(f)(self, args[0], op) : Owned(nullptr);
}
Owned wrapNext(Object* self, Args args, void* f) {
    if (!expectCount(args, 0)) return nullptr;
    Owned result = reinterpret_cast<UnaryFunc>(f)(self);
    if (!result && !errorOccurred()) return raiseStopIteration(nullptr);
    return result;
}
Owned wrapDescrGet(Object* self, Args args, void* f) {
    if (!checkArgCount("", args.count, 1, 2)) return nullptr;
    Object* instance = isNone(args[0]) ? nullptr : args[0];
    Object* owner = args.count > 1 && !isNone(args[1]) ? args[1] : nullptr;
    if (!instance && !owner) return raise(exc::TypeError, "__get__(None, None) is invalid");
    return reinterpret_cast<DescrGetFunc>(f)(self, instance, owner);
}
Owned wrapDescrSet(Object* self, Args args, void* f) {
    if (!checkArgCount("", args.count, 2, 2)) return nullptr;
    return reinterpret_cast<DescrSetFunc>(f)(self, args[0], args[1]) ? newNone() : Owned(nullptr);
}
Owned wrapDescrDelete(Object* self, Args args, void* f) {
    if (!expectCount(args, 1)) return nullptr;
    return reinterpret_cast<DescrSetFunc>(f)(self, args[0], nullptr) ? newNone() : Owned(nullptr);
}
Owned wrapInit(Object* self, Args args, void* f) { return reinterpret_cast<InitFunc>(f)(self, args) ? newNone() : Owned(nullptr); }

// ---- the table ----------------------------------------------------------------------------------------------------------

template <class F> void* code(F f) { return reinterpret_cast<void*>(f); }

#define SLOT(name, slot, function, wrapper, doc) \
    { &names::name, offsetof(Type, slot), code(function), wrapper, doc }
#define SLOT_KEYWORDS(name, slot, function, wrapper, doc) \
    { &names::name, offsetof(Type, slot), code(function), wrapper, doc, true }
#define NO_SLOT(name, slot, wrapper, doc) \
    { &names::name, offsetof(Type, slot), nullptr, wrapper, doc }
#define UNARY(name, slot, doc) SLOT(name, slot, (slotUnary<&names::name>), wrapUnary, doc)
#define BINARY(name, rname, slot, doc) \
    SLOT(name, slot, (slotBinary<&names::name, &names::rname, &Type::slot>), wrapOperator, "Return self" doc "value.")
#define REFLECTED(name, rname, slot, doc) \
    SLOT(rname, slot, (slotBinary<&names::name, &names::rname, &Type::slot>), wrapReflected, "Return value" doc "self.")
#define OPERATOR(name, rname, slot, doc) BINARY(name, rname, slot, doc), REFLECTED(name, rname, slot, doc)
#define INPLACE(name, slot, doc) SLOT(name, slot, (slotInplace<&names::name>), wrapBinary, "Return self" doc "value.")

// Rows of one slot stand together. The order is that of the dunders in a builtin type's dict.
const SlotDef slotTable[] = {
    SLOT(dunderAwait, await, slotAwait, wrapUnary, "Return an iterator to be used in await expression."),
    SLOT(dunderAiter, asyncIter, slotAiter, wrapUnary, "Return an awaitable, that resolves in asynchronous iterator."),
    SLOT(dunderAnext, asyncNext, slotAnext, wrapUnary, "Return a value or raise StopAsyncIteration."),
    SLOT(dunderRepr, repr, slotRepr, wrapUnary, "Return repr(self)."),
    SLOT(dunderHash, hash, slotHash, wrapHash, "Return hash(self)."),
    SLOT_KEYWORDS(dunderCall, call, slotCall, wrapCall, "Call self as a function."),
    SLOT(dunderStr, str, slotStr, wrapUnary, "Return str(self)."),
    SLOT(dunderGetattribute, getAttr, slotGetAttrHook, wrapBinary, "Return getattr(self, name)."),
    SLOT(dunderGetattr, getAttr, slotGetAttrHook, nullptr, ""),
    SLOT(dunderSetattr, setAttr, slotSetAttr, wrapSetAttr, "Implement setattr(self, name, value)."),
    SLOT(dunderDelattr, setAttr, slotSetAttr, wrapDelAttr, "Implement delattr(self, name)."),
    SLOT(dunderLt, richCompare, slotRichCompare, wrapCompare<Comparison::Lt>, "Return self<value."),
    SLOT(dunderLe, richCompare, slotRichCompare, wrapCompare<Comparison::Le>, "Return self<=value."),
    SLOT(dunderEq, richCompare, slotRichCompare, wrapCompare<Comparison::Eq>, "Return self==value."),
    SLOT(dunderNe, richCompare, slotRichCompare, wrapCompare<Comparison::Ne>, "Return self!=value."),
    SLOT(dunderGt, richCompare, slotRichCompare, wrapCompare<Comparison::Gt>, "Return self>value."),
    SLOT(dunderGe, richCompare, slotRichCompare, wrapCompare<Comparison::Ge>, "Return self>=value."),
    SLOT(dunderIter, iter, slotIter, wrapUnary, "Implement iter(self)."),
    SLOT(dunderNext, iterNext, slotNext, wrapNext, "Implement next(self)."),
    SLOT(dunderGet, descrGet, slotDescrGet, wrapDescrGet, "Return an attribute of instance, which is of type owner."),
    SLOT(dunderSet, descrSet, slotDescrSet, wrapDescrSet, "Set an attribute of instance to value."),
    SLOT(dunderDelete, descrSet, slotDescrSet, wrapDescrDelete, "Delete an attribute of instance."),
    SLOT_KEYWORDS(dunderInit, init, slotInit, wrapInit, "Initialize self.  See help(type(self)) for accurate signature."),
    SLOT(dunderNew, create, slotNew, nullptr, "Create and return new object.  See help(type) for accurate signature."),
    SLOT(dunderDel, finalize, slotFinalize, wrapFinalize, "Called when the instance is about to be destroyed."),

    OPERATOR(dunderAdd, dunderRadd, add, "+"),
    OPERATOR(dunderSub, dunderRsub, subtract, "-"),
    OPERATOR(dunderMul, dunderRmul, multiply, "*"),
    OPERATOR(dunderMod, dunderRmod, remainder, "%"),
    SLOT(dunderDivmod, divmod, (slotBinary<&names::dunderDivmod, &names::dunderRdivmod, &Type::divmod>), wrapOperator, "Return divmod(self, value)."),
    SLOT(dunderRdivmod, divmod, (slotBinary<&names::dunderDivmod, &names::dunderRdivmod, &Type::divmod>), wrapReflected,
         "Return divmod(value, self)."),
    SLOT(dunderPow, power, slotPower, wrapTernary, "Return pow(self, value, mod)."),
    SLOT(dunderRpow, power, slotPower, wrapReflectedTernary, "Return pow(value, self, mod)."),
    UNARY(dunderNeg, negative, "-self"),
    UNARY(dunderPos, positive, "+self"),
    UNARY(dunderAbs, absolute, "abs(self)"),
    SLOT(dunderBool, truth, slotTruth, wrapTruth, "True if self else False"),
    UNARY(dunderInvert, invert, "~self"),
    OPERATOR(dunderLshift, dunderRlshift, lshift, "<<"),
    OPERATOR(dunderRshift, dunderRrshift, rshift, ">>"),
    OPERATOR(dunderAnd, dunderRand, bitAnd, "&"),
    OPERATOR(dunderXor, dunderRxor, bitXor, "^"),
    OPERATOR(dunderOr, dunderRor, bitOr, "|"),
    UNARY(dunderInt, toInt, "int(self)"),
    UNARY(dunderFloat, toFloat, "float(self)"),
    INPLACE(dunderIadd, inplaceAdd, "+="),
    INPLACE(dunderIsub, inplaceSubtract, "-="),
    INPLACE(dunderImul, inplaceMultiply, "*="),
    INPLACE(dunderImod, inplaceRemainder, "%="),
    SLOT(dunderIpow, inplacePower, slotInplacePower, wrapTernary, "Return self**=value."),
    INPLACE(dunderIlshift, inplaceLshift, "<<="),
    INPLACE(dunderIrshift, inplaceRshift, ">>="),
    INPLACE(dunderIand, inplaceAnd, "&="),
    INPLACE(dunderIxor, inplaceXor, "^="),
    INPLACE(dunderIor, inplaceOr, "|="),
    OPERATOR(dunderFloordiv, dunderRfloordiv, floorDivide, "//"),
    OPERATOR(dunderTruediv, dunderRtruediv, trueDivide, "/"),
    INPLACE(dunderIfloordiv, inplaceFloorDivide, "//="),
    INPLACE(dunderItruediv, inplaceTrueDivide, "/="),
    SLOT(dunderIndex, index, slotIndex, wrapUnary, "Return self converted to an integer, if self is suitable for use as an index into a list."),
    OPERATOR(dunderMatmul, dunderRmatmul, matrixMultiply, "@"),
    INPLACE(dunderImatmul, inplaceMatrixMultiply, "@="),

    SLOT(dunderLen, mappingLength, slotLength, wrapLength, "Return len(self)."),
    SLOT(dunderGetitem, subscript, (slotInplace<&names::dunderGetitem>), wrapBinary, "Return self[key]."),
    SLOT(dunderSetitem, setSubscript, slotSetSubscript, wrapSetSubscript, "Set self[key] to value."),
    SLOT(dunderDelitem, setSubscript, slotSetSubscript, wrapDeleteSubscript, "Delete self[key]."),

    SLOT(dunderLen, sequenceLength, slotLength, wrapLength, "Return len(self)."),
    // A class's own `__add__` fills the number slot only, so concatenation has no function here.
    NO_SLOT(dunderAdd, concat, wrapBinary, "Return self+value."),
    NO_SLOT(dunderMul, repeat, wrapIndexArgument, "Return self*value."),
    NO_SLOT(dunderRmul, repeat, wrapIndexArgument, "Return value*self."),
    SLOT(dunderGetitem, item, slotItem, wrapItem, "Return self[key]."),
    SLOT(dunderSetitem, setItem, slotSetItem, wrapSetItem, "Set self[key] to value."),
    SLOT(dunderDelitem, setItem, slotSetItem, wrapDeleteItem, "Delete self[key]."),
    SLOT(dunderContains, contains, slotContains, wrapContains, "Return bool(key in self)."),
    NO_SLOT(dunderIadd, inplaceConcat, wrapBinary, "Implement self+=value."),
    NO_SLOT(dunderImul, inplaceRepeat, wrapIndexArgument, "Implement self*=value."),
};
constexpr size_t slotCount = sizeof slotTable / sizeof slotTable[0];

void*& slotAt(Type* type, uint32_t offset) { return *reinterpret_cast<void**>(reinterpret_cast<char*>(type) + offset); }

// Where several slots have one dunder: the one that the type fills, if it fills exactly one; else null.
void** onlyFilledSlot(Type* type, Object* name) {
    void** filled = nullptr;
    for (const SlotDef& row : slotTable) {
        if (*row.name != name) continue;
        void** slot = &slotAt(type, row.offset);
        if (!*slot || slot == filled) continue;
        if (filled) return nullptr;
        filled = slot;
    }
    return filled;
}

Owned nextNotImplemented(Object* self) { return raise(exc::TypeError, "'{}' object is not iterable", self->type->name); }

// Fills the slot at row `i` from the dunders that the class has by now; returns the first row of the next slot.
size_t updateSlot(Type* type, size_t i) {
    uint32_t offset = slotTable[i].offset;
    void** slot = &slotAt(type, offset);
    void *specific = nullptr, *generic = nullptr;
    bool useGeneric = false;
    for (; i < slotCount && slotTable[i].offset == offset; i++) {
        const SlotDef& row = slotTable[i];
        Object* found = findInMro(type, *row.name);
        if (!found) {
            // A class that had `__next__` may be an iterator at work; one that never had it is no iterator to anybody who looks at the slot.
            if (offset == offsetof(Type, iterNext) && *slot) specific = code(nextNotImplemented);
            continue;
        }
        if (found->type == types::SlotWrapper && static_cast<SlotWrapperObject*>(found)->name == *row.name) {
            auto* wrapper = static_cast<SlotWrapperObject*>(found);
            void** only = onlyFilledSlot(type, *row.name);
            if (!only || only == slot) generic = row.function;
            if ((!specific || specific == wrapper->wrapped) && wrapper->slot->wrapper == row.wrapper && isSubtype(type, descriptorOwner(wrapper)))
                specific = wrapper->wrapped;
            else useGeneric = true;
        } else if (found->type == types::NativeFunction && offset == offsetof(Type, create) &&
                   !std::strcmp(static_cast<NativeFunctionObject*>(found)->definition->name, "__new__") &&
                   static_cast<NativeFunctionObject*>(found)->self && isType(static_cast<NativeFunctionObject*>(found)->self)) {
            // The inherited native constructor can be called directly.
            specific = code(static_cast<Type*>(static_cast<NativeFunctionObject*>(found)->self)->create);
        } else if (found == None && offset == offsetof(Type, hash)) {
            specific = code(hashNotImplementedSlot);
        } else {
            useGeneric = true;
            generic = row.function;
        }
    }
    *slot = specific && !useGeneric ? specific : generic;
    return i;
}

size_t firstRowOfSlot(size_t i) {
    while (i > 0 && slotTable[i - 1].offset == slotTable[i].offset) i--;
    return i;
}

}

bool isSlotNew(NewFunc f) { return f == slotNew; }
bool isSlotInit(InitFunc f) { return f == slotInit; }
int64_t hashNotImplementedSlot(Object* o) { return ssize(raise(exc::TypeError, "unhashable type: '{}'", o->type->name)); }
int64_t hashNotImplemented(Object* o) { return hashNotImplementedSlot(o); }

bool addSlotWrappers(Type* type) {
    if (isHeapType(type)) return true;
    for (const SlotDef& row : slotTable) {
        if (!row.wrapper) continue;
        void* function = slotAt(type, row.offset);
        if (!function || dictFind(type->dict, *row.name)) continue;
        if (row.offset == offsetof(Type, hash) && (function == code(hashNotImplementedSlot) || function == code(hashNotImplemented))) {
            // `__hash__ = None` says "not hashable" to subclasses and to collections.abc.
            type->hash = hashNotImplementedSlot;
            if (!dictSet(type->dict, *row.name, None)) return false;
            continue;
        }
        Ref<> wrapper = newSlotWrapper(type, &row, function);
        if (!wrapper || !dictSet(type->dict, *row.name, wrapper)) return false;
    }
    return true;
}

bool fixupSlotDispatchers(Type* type) {
    for (size_t i = 0; i < slotCount;) i = updateSlot(type, i);
    return true;
}

namespace {

// The class, and those below it that do not define the name themselves.
void updateSubclasses(Type* type, Object* name, const size_t* rows, size_t rowCount) {
    for (size_t k = 0; k < rowCount; k++) updateSlot(type, rows[k]);
    if (!type->subclasses) return;
    ssize position = 0;
    Object *key, *reference;
    while (dictNext(type->subclasses, &position, &key, &reference)) {
        Type* subclass = static_cast<Type*>(weakTarget(reference));
        if (!subclass || !subclass->dict) continue;
        if (dictFind(subclass->dict, name)) continue;
        updateSubclasses(subclass, name, rows, rowCount);
    }
}

}

void updateTypeSlot(Type* type, Object* name) {
    size_t rows[4], rowCount = 0;
    for (size_t i = 0; i < slotCount && rowCount < 4; i++)
        if (*slotTable[i].name == name) {
            size_t first = firstRowOfSlot(i);
            if (!rowCount || rows[rowCount - 1] != first) rows[rowCount++] = first;
        }
    if (rowCount) updateSubclasses(type, name, rows, rowCount);
}

}

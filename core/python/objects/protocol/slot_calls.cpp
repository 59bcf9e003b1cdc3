// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/objects/protocol/slot_calls.h"

#include "core/python/objects/classes/descriptors.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/containers/iterator_objects.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/model/type_parts.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/native_call.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/protocol/text_protocol.h"

namespace memtape {

LookedUp::LookedUp(Object* self, Object* name) {
    Object* found = lookupInType(self->type, name);
    if (!found) return;
    function = newRef(found);
    if (hasFlag(found->type, MethodDescriptor)) {
        unbound = true;
    } else if (DescrGetFunc get = found->type->descrGet) {
        function = get(found, self, self->type);
        failed = !function;
    }
}

Owned callLooked(const LookedUp& method, Object* self, Object* const* args, size_t count) {
    if (!method.unbound) return call(method.function, Args{args, count, nullptr});
    Object* all[4]; // not cleared first: a call is short enough for that to be seen
    all[0] = self;
    for (size_t i = 0; i < count; i++) all[i + 1] = args[i];
    return call(method.function, Args{all, count + 1, nullptr});
}

Owned callSpecial(Object* self, Object* name, Object* const* args, size_t count) {
    LookedUp m(self, name);
    if (!m.function) {
        if (!m.failed) raiseObject(exc::AttributeError, name);
        return nullptr;
    }
    return callLooked(m, self, args, count);
}

Owned callSpecialOrNotImplemented(Object* self, Object* name, Object* const* args, size_t count) {
    LookedUp m(self, name);
    if (!m.function) return m.failed ? Owned(nullptr) : notImplemented();
    return callLooked(m, self, args, count);
}

bool isOverloaded(Object* left, Object* right, Object* name, int* result) {
    bool failed = false;
    *result = 0;
    Held<> theirs(findAttr(right->type, name, &failed));
    if (failed) return false;
    if (!theirs) return true;
    Held<> ours(findAttr(left->type, name, &failed));
    if (failed) return false;
    if (!ours) {
        *result = 1;
        return true;
    }
    *result = richCompareBool(theirs, ours, Comparison::Ne);
    return *result >= 0;
}

Owned slotRepr(Object* self) {
    LookedUp m(self, names::dunderRepr);
    if (m.function) return callLooked(m, self, nullptr, 0);
    if (m.failed) return nullptr;
    return addressRepr(self);
}

Owned slotStr(Object* self) { return callSpecial(self, names::dunderStr, nullptr, 0); }

int64_t slotHash(Object* self) {
    LookedUp m(self, names::dunderHash);
    if (m.failed) return -1;
    if (!m.function || isNone(m.function)) return hashNotImplementedSlot(self);
    Ref<> result = callLooked(m, self, nullptr, 0);
    if (!result) return -1;
    if (!isInt(result)) return ssize(raise(exc::TypeError, "__hash__ method should return an integer"));
    int overflow = 0;
    int64_t h = intValue(result, &overflow);
    if (overflow) h = hashInt(result); // as CPython: a larger int gives its own hash
    return h == -1 ? -2 : h;
}

Owned slotCall(Object* self, Args args) {
    LookedUp m(self, names::dunderCall);
    if (!m.function) {
        if (!m.failed) raiseObject(exc::AttributeError, names::dunderCall);
        return nullptr;
    }
    if (!m.unbound) return call(m.function, args);
    PrependedArgs all(self, args);
    return call(m.function, all.args());
}

Owned slotGetAttr(Object* self, Object* name) { return callSpecial(self, names::dunderGetattribute, &name, 1); }

namespace {

Owned callAttribute(Object* self, Object* attribute, Object* name) {
    if (hasFlag(attribute->type, MethodDescriptor)) {
        Object* args[] = {self, name};
        return call(attribute, Args{args, 2, nullptr});
    }
    Held<> bound;
    if (DescrGetFunc get = attribute->type->descrGet) {
        bound = get(attribute, self, self->type);
        if (!bound) return nullptr;
        attribute = bound;
    }
    return call(attribute, name);
}

bool isGenericGetAttribute(Object* attribute) {
    return attribute->type == types::SlotWrapper && static_cast<SlotWrapperObject*>(attribute)->wrapped == reinterpret_cast<void*>(genericGetAttr);
}

}

Owned slotGetAttrHook(Object* self, Object* name) {
    Type* type = self->type;
    Object* hook = lookupInType(type, names::dunderGetattr);
    if (!hook) {
        // `__getattr__` has gone meanwhile.
        type->getAttr = slotGetAttr;
        return slotGetAttr(self, name);
    }
    Held<> getattr(Held<>::share(hook));
    Object* found = lookupInType(type, names::dunderGetattribute);
    if (!found || isGenericGetAttribute(found)) {
        bool failed = false;
        Owned result = genericFindAttr(self, name, &failed);
        if (result || failed) return result;
        return callAttribute(self, getattr, name);
    }
    Held<> getattribute(Held<>::share(found));
    Owned result = callAttribute(self, getattribute, name);
    if (result || !errorMatches(exc::AttributeError)) return result;
    clearError();
    return callAttribute(self, getattr, name);
}

bool slotSetAttr(Object* self, Object* name, Object* value) {
    Object* args[] = {name, value};
    Ref<> result = value ? callSpecial(self, names::dunderSetattr, args, 2) : callSpecial(self, names::dunderDelattr, args, 1);
    return bool(result);
}

Owned slotRichCompare(Object* self, Object* other, Comparison op) {
    static Object** const operations[] = {&names::dunderLt, &names::dunderLe, &names::dunderEq, &names::dunderNe, &names::dunderGt, &names::dunderGe};
    return callSpecialOrNotImplemented(self, *operations[static_cast<int>(op)], &other, 1);
}

Owned slotIter(Object* self) {
    LookedUp m(self, names::dunderIter);
    if (m.failed) return nullptr;
    if (m.function && isNone(m.function)) return raise(exc::TypeError, "'{}' object is not iterable", self->type->name);
    if (m.function) return callLooked(m, self, nullptr, 0);
    LookedUp item(self, names::dunderGetitem);
    if (item.failed) return nullptr;
    if (!item.function) return raise(exc::TypeError, "'{}' object is not iterable", self->type->name);
    return newSequenceIterator(self);
}

Owned slotNext(Object* self) { return callSpecial(self, names::dunderNext, nullptr, 0); }

Owned slotDescrGet(Object* self, Object* instance, Object* owner) {
    Object* get = lookupInType(self->type, names::dunderGet);
    if (!get) {
        // `__get__` has gone meanwhile.
        if (self->type->descrGet == slotDescrGet) self->type->descrGet = nullptr;
        return newRef(self);
    }
    Held<> keep(Held<>::share(get));
    return call(get, self, instance ? instance : None, owner ? owner : None);
}

bool slotDescrSet(Object* self, Object* instance, Object* value) {
    Object* args[] = {instance, value};
    Ref<> result = value ? callSpecial(self, names::dunderSet, args, 2) : callSpecial(self, names::dunderDelete, args, 1);
    return bool(result);
}

bool slotInit(Object* self, Args args) {
    LookedUp m(self, names::dunderInit);
    if (!m.function) return m.failed ? false : bool(raiseObject(exc::AttributeError, names::dunderInit));
    Held<> result;
    if (m.unbound) {
        PrependedArgs all(self, args);
        result = call(m.function, all.args());
    } else {
        result = call(m.function, args);
    }
    if (!result) return false;
    if (!isNone(result)) return raise(exc::TypeError, "__init__() should return None, not '{}'", result->type->name);
    return true;
}

Owned slotNew(Type* type, Args args) {
    Held<> function(getAttr(type, names::dunderNew));
    if (!function) return nullptr;
    PrependedArgs all(type, args);
    return call(function, all.args());
}

void slotFinalize(Object* self) {
    Held<> pending(takeError());
    LookedUp m(self, names::dunderDel);
    if (m.function) {
        Ref<> result = callLooked(m, self, nullptr, 0);
        if (!result) writeUnraisable(m.function);
    } else if (m.failed) {
        clearError();
    }
    if (pending) restoreError(pending.release());
}

namespace {

Owned callAsync(Object* self, Object* name, const char* text) {
    LookedUp m(self, name);
    if (m.function) return callLooked(m, self, nullptr, 0);
    if (m.failed) return nullptr;
    return raise(exc::AttributeError, "object {} does not have {} method", self->type->name, text);
}

}

Owned slotAwait(Object* self) { return callAsync(self, names::dunderAwait, "__await__"); }
Owned slotAiter(Object* self) { return callAsync(self, names::dunderAiter, "__aiter__"); }
Owned slotAnext(Object* self) { return callAsync(self, names::dunderAnext, "__anext__"); }

int slotTruth(Object* self) {
    LookedUp m(self, names::dunderBool);
    if (m.failed) return -1;
    if (!m.function) {
        LookedUp length(self, names::dunderLen);
        if (!length.function) return length.failed ? -1 : 1;
        Held<> value(callLooked(length, self, nullptr, 0));
        return value ? isTrue(value) : -1;
    }
    Ref<> value = callLooked(m, self, nullptr, 0);
    if (!value) return -1;
    if (!isBool(value)) return int(raise(exc::TypeError, "__bool__ should return bool, returned {}", value->type->name));
    return value.get() == True;
}

Owned slotIndex(Object* self) { return callSpecial(self, names::dunderIndex, nullptr, 0); }

Owned slotPower(Object* self, Object* other, Object* modulus) {
    if (isNone(modulus)) {
        bool tryOther = self->type != other->type && other->type->power == slotPower;
        if (self->type->power == slotPower) {
            if (tryOther && isSubtype(other->type, self->type)) {
                int overloaded = 0;
                if (!isOverloaded(self, other, names::dunderRpow, &overloaded)) return nullptr;
                if (overloaded) {
                    Owned result = callSpecialOrNotImplemented(other, names::dunderRpow, &self, 1);
                    if (result.pointer != NotImplemented) return result;
                    tryOther = false;
                }
            }
            Owned result = callSpecialOrNotImplemented(self, names::dunderPow, &other, 1);
            if (result.pointer != NotImplemented || other->type == self->type) return result;
        }
        if (tryOther) return callSpecialOrNotImplemented(other, names::dunderRpow, &self, 1);
        return notImplemented();
    }
    // There is no reflected form with three arguments, and this may be called for the sake of the second one.
    if (self->type->power != slotPower) return notImplemented();
    Object* args[] = {other, modulus};
    return callSpecial(self, names::dunderPow, args, 2);
}

Owned slotInplacePower(Object* self, Object* other, Object*) { return callSpecial(self, names::dunderIpow, &other, 1); }

ssize slotLength(Object* self) {
    Held<> result(callSpecial(self, names::dunderLen, nullptr, 0));
    if (!result) return -1;
    Ref<> index = numberIndex(result);
    if (!index) return -1;
    if (intSign(index) < 0) return ssize(raise(exc::ValueError, "__len__() should return >= 0"));
    return indexAsSize(index, exc::OverflowError);
}

Owned slotItem(Object* self, ssize i) {
    Held<> index(newInt(i));
    if (!index) return nullptr;
    Object* arg = index;
    return callSpecial(self, names::dunderGetitem, &arg, 1);
}

bool slotSetItem(Object* self, ssize i, Object* value) {
    Held<> index(newInt(i));
    return index && slotSetSubscript(self, index, value);
}

bool slotSetSubscript(Object* self, Object* key, Object* value) {
    Object* args[] = {key, value};
    Ref<> result = value ? callSpecial(self, names::dunderSetitem, args, 2) : callSpecial(self, names::dunderDelitem, args, 1);
    return bool(result);
}

int slotContains(Object* self, Object* value) {
    LookedUp m(self, names::dunderContains);
    if (m.failed) return -1;
    if (!m.function) return searchByIteration(self, value);
    if (isNone(m.function)) return int(raise(exc::TypeError, "'{}' object is not a container", self->type->name));
    Held<> result(callLooked(m, self, &value, 1));
    return result ? isTrue(result) : -1;
}

}

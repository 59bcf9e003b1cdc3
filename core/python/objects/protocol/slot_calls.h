// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The functions that fill a slot of a class which has the dunder in Python: they look the dunder up and call it.

#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/runtime.h"
#include "core/python/objects/model/type.h"

namespace memtape {

// A method looked up on the type of `self`; where it is a plain function `self` is still to be passed. A local variable only: it holds the function.
struct LookedUp {
    LookedUp(Object* self, Object* name);
    Held<> function;
    bool unbound = false;
    bool failed = false;
};
Owned callLooked(const LookedUp& method, Object* self, Object* const* args, size_t count);
// Calls self.name(args…); a missing method is an AttributeError with the name alone, or NotImplemented.
Owned callSpecial(Object* self, Object* name, Object* const* args, size_t count);
Owned callSpecialOrNotImplemented(Object* self, Object* name, Object* const* args, size_t count);

Owned slotRepr(Object* self);
Owned slotStr(Object* self);
int64_t slotHash(Object* self);
Owned slotCall(Object* self, Args args);
Owned slotGetAttr(Object* self, Object* name);
Owned slotGetAttrHook(Object* self, Object* name);
bool slotSetAttr(Object* self, Object* name, Object* value);
Owned slotRichCompare(Object* self, Object* other, Comparison op);
Owned slotIter(Object* self);
Owned slotNext(Object* self);
Owned slotDescrGet(Object* self, Object* instance, Object* owner);
bool slotDescrSet(Object* self, Object* instance, Object* value);
bool slotInit(Object* self, Args args);
Owned slotNew(Type* type, Args args);
void slotFinalize(Object* self);
Owned slotAwait(Object* self);
Owned slotAiter(Object* self);
Owned slotAnext(Object* self);
int slotTruth(Object* self);
Owned slotIndex(Object* self);
Owned slotPower(Object* self, Object* other, Object* modulus);
Owned slotInplacePower(Object* self, Object* other, Object* modulus);
ssize slotLength(Object* self);
Owned slotItem(Object* self, ssize i);
bool slotSetItem(Object* self, ssize i, Object* value);
bool slotSetSubscript(Object* self, Object* key, Object* value);
int slotContains(Object* self, Object* value);

bool isOverloaded(Object* left, Object* right, Object* name, int* result);

// obj OP other with the reflected method of a subclass tried first, as slot_nb_* in CPython.
template <Object** op, Object** reflected, BinaryFunc Type::*slot> Owned slotBinary(Object* self, Object* other) {
    constexpr BinaryFunc thisFunction = slotBinary<op, reflected, slot>;
    bool tryOther = self->type != other->type && other->type->*slot == thisFunction;
    if (self->type->*slot == thisFunction) {
        if (tryOther && isSubtype(other->type, self->type)) {
            int overloaded = 0;
            if (!isOverloaded(self, other, *reflected, &overloaded)) return nullptr;
            if (overloaded) {
                Owned result = callSpecialOrNotImplemented(other, *reflected, &self, 1);
                if (result.pointer != NotImplemented) return result;
                tryOther = false;
            }
        }
        Owned result = callSpecialOrNotImplemented(self, *op, &other, 1);
        if (result.pointer != NotImplemented || other->type == self->type) return result;
    }
    if (tryOther) return callSpecialOrNotImplemented(other, *reflected, &self, 1);
    return notImplemented();
}
template <Object** op> Owned slotUnary(Object* self) { return callSpecial(self, *op, nullptr, 0); }
template <Object** op> Owned slotInplace(Object* self, Object* other) { return callSpecial(self, *op, &other, 1); }

}

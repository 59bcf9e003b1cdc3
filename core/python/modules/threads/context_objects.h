// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Contexts of contextvars: each a mapping from variables to values that several contexts may share until one of them changes. Every thread has a
// current one.

#include <string>

#include "core/python/objects/model/type.h"

namespace memtape {

struct ContextObject : Object { // 64 bytes with the GC head, as CPython's
    Object* previous;           // the one that was current where this one was entered
    Object* variables;          // dict, shared: copied before a change where somebody else has it too
    Object* weakrefs;
    bool isEntered;
};

struct ContextVarObject : Object { // 80 bytes with the GC head
    Object *name, *defaultValue;
    void* unused[4];
};

struct TokenObject : Object { // 64 bytes with the GC head
    Object *context, *variable, *oldValue;
    bool isUsed;
};

extern Type *contextType, *contextVarType, *tokenType, *missingType;
void defineContextType(Type* type);
void defineContextKeysType(Type* type);
void defineContextValuesType(Type* type);
void defineContextItemsType(Type* type);
void defineContextVarType(Type* type);
void defineTokenType(Type* type);
void defineTokenMissingType(Type* type);
bool makeContextIterators(); // the types that are in no module's dict

ContextObject* currentContext(); // of the running thread, made when first asked for; borrowed. Null: MemoryError
Owned copyOfCurrentContext();
bool setInContext(ContextObject* context, Object* variable, Object* value); // null value: takes it out
inline ContextObject* asContext(Object* o) { return static_cast<ContextObject*>(o); }
// "<ContextVar name='v' at 0x…>": what is before " at".
Owned textWithAddress(Object* o, const std::string& before);

}

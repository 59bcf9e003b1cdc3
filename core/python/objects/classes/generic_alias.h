// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// list[int] (GenericAlias) and int | str (Union).

#include "core/python/objects/model/object.h"
#include "core/python/objects/model/runtime.h"

namespace memtape {

struct GenericAliasObject : Object {
    Object *origin, *args, *parameters, *weakrefs;
    bool starred;
    void* vectorcall;
};

struct UnionObject : Object {
    Object *args, *parameters;
};

inline bool isGenericAlias(const Object* o) { return o->type == types::GenericAlias || isSubtype(o->type, types::GenericAlias); }
Owned newGenericAlias(Object* origin, Object* args); // args: one argument or a tuple of them
Owned newStarredAlias(Object* alias);                // *tuple[int] of tuple[int]
Owned newGenericAliasIterator(Object* alias);
// The body of every `__class_getitem__` of a builtin container: a MethodDef's OneArg function, bound to the class.
Owned classGetItem(Object* cls, Object* item);
// type.__or__: NotImplemented where an operand is no type-like thing.
Owned unionOr(Object* a, Object* b);

}

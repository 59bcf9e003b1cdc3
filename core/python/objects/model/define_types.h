// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What each builtin type's own file gives to startRuntime(): the function that describes the type, and hooks for state that
// lives outside the region (free lists, tables), which must be forgotten when the region goes.

#include "core/python/objects/model/type.h"

namespace memtape {

#define TYPE(Name) void define##Name##Type(Type* type);
#define UPPER_TYPE(Name)
#include "core/python/objects/model/types.def"
#undef TYPE

// The types that layers above this one describe.
enum class UpperType {
#define TYPE(Name)
#define UPPER_TYPE(Name) Name,
#include "core/python/objects/model/types.def"
#undef TYPE
    Count
};
// To be told of each before startRuntime().
void describeUpperType(UpperType type, void (*define)(Type*));

// All of exceptions.def at once: names, docs, bases (the bases' Type structs are there already), layouts and slots.
void defineExceptionTypes();

// Forgets static state at the end of a run. A file with free lists or other caches has one of these as a static variable:
//     static RuntimeCache listCache(dropListFreeList);
class RuntimeCache {
public:
    using Drop = void (*)();
    explicit RuntimeCache(Drop drop) : m_drop(drop), m_next(s_first) { s_first = this; }
    static void dropAll() {
        for (RuntimeCache* c = s_first; c; c = c->m_next) c->m_drop();
    }

private:
    Drop m_drop;
    RuntimeCache* m_next;
    static inline RuntimeCache* s_first = nullptr;
};

// A builtin type that a library module brings (functools.partial, …): made when the module is, immortal, in the region. Null: exception pending.
Type* makeModuleType(void (*define)(Type*));

// Functions of this folder's own start, in the order in which startRuntime() calls them.
void startSimpleObjects(); // None, NotImplemented, Ellipsis, True, False
void startTypeObjects();   // the Type structs
void readyBuiltinTypes();  // describes them and makes them ready, bases first

}

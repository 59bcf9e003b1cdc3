// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/objects/module_types.h"

#include <cstring>

#include "core/heap/heap.h"
#include "core/objects/errors.h"
#include "core/objects/function_object.h"
#include "core/objects/recording.h"

namespace memtape {

Type* allocateBuiltinType() {
    char* block = static_cast<char*>(heap.allocate(sizeof(GcHead) + sizeof(Type)));
    if (!block) {
        raiseMemoryError();
        return nullptr;
    }
    std::memset(block, 0, sizeof(GcHead) + sizeof(Type)); // a GC head of zeros: not tracked
    Type* t = reinterpret_cast<Type*>(block + sizeof(GcHead));
    t->refcount = immortalRefcount;
    t->type = types::Type;
    return t;
}

Type* newBuiltinType(void (*define)(Type*)) {
    Type* t = allocateBuiltinType();
    if (!t) return nullptr;
    define(t);
    t->flags |= StaticBuiltin | ImmutableType;
    return readyType(t) ? t : nullptr;
}

bool addTypeToModule(Object* module, Type*& out, void (*define)(Type*)) {
    out = newBuiltinType(define);
    if (!out) return false;
    const char* dot = std::strrchr(out->name, '.');
    return addToModule(module, dot ? dot + 1 : out->name, newRef(out));
}

void dropFields(Object* o) {
    Type* t = o->type;
    while (t && !t->fields) t = t->base;
    if (!t) return;
    for (const Field* f = t->fields; f->name; ++f) {
        Object*& field = *reinterpret_cast<Object**>(reinterpret_cast<char*>(o) + f->offset);
        if (field) clearField(field);
    }
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/objects/model/module_types.h"

#include <cstring>

#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/model/recording.h"

namespace memtape {

bool addTypeToModule(Object* module, Type*& out, void (*define)(Type*)) {
    out = makeModuleType(define);
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

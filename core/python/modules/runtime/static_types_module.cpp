// SPDX-License-Identifier: GPL-3.0-or-later

// _static_types: for library modules in Python whose classes are written in C in CPython. Error texts call such a class
// by its full name
// ("'datetime.date' object has no attribute 'x'"), and the program cannot change it.

#include <cstdlib>
#include <cstring>

#include "core/python/modules/native_modules.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/runtime.h"
#include "core/python/objects/model/type.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

namespace {

Owned nameInFull(Object*, Object* o) {
    if (!isType(o) || !isHeapType(static_cast<Type*>(o))) return raise(exc::TypeError, "name_in_full() argument must be a class");
    auto* type = static_cast<Type*>(o);
    Ref<> name = typeQualifiedName(type);
    if (!name) return nullptr;
    std::string text = strToUtf8(name);
    char* buffer = static_cast<char*>(std::malloc(text.size() + 1));
    if (!buffer) return raiseMemoryError();
    std::memcpy(buffer, text.c_str(), text.size() + 1);
    std::free(const_cast<char*>(type->nameBuffer));
    type->name = type->nameBuffer = buffer;
    type->flags |= ImmutableType;
    return newNone();
}

const MethodDef functions[] = {{"name_in_full", nameInFull}, {}};

}

Owned makeStaticTypesModule() {
    Ref<> m = newModule("_static_types");
    return m && addFunctions(m, functions) ? m.release() : Owned(nullptr);
}

}

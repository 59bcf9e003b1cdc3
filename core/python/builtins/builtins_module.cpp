// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/builtins/builtins.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/runtime.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

Owned makeBuiltinsModule() {
    Ref<> module(newModule("builtins"));
    if (!module) return nullptr;
    Object* dict = moduleDict(module);
    dictSetText(dict, "__doc__",
                Ref<>(newStr("Built-in functions, types, exceptions, and other objects.\n\nThis module provides direct access to all 'built-in'\n"
                             "identifiers of Python; for example, builtins.len is\nthe full name for the built-in function len().\n\n"
                             "This module is not normally accessed explicitly by most\napplications, but can be useful in modules that provide\n"
                             "objects with the same name as a builtin and need to access\nthe built-in object.")));
    const MethodDef* tables[] = {classFunctions, sequenceFunctions, outputFunctions, numberFunctions, introspectionFunctions};
    for (const MethodDef* table : tables)
        if (!addFunctions(module, table)) return nullptr;

    const struct {
        const char* name;
        Object* value;
    } constants[] = {
        {"None", None},
        {"Ellipsis", Ellipsis},
        {"NotImplemented", NotImplemented},
        {"False", False},
        {"True", True},
        {"__debug__", True},
        {"bool", types::Bool},
        {"memoryview", types::MemoryView},
        {"bytearray", types::ByteArray},
        {"bytes", types::Bytes},
        {"classmethod", types::ClassMethod},
        {"complex", types::Complex},
        {"dict", types::Dict},
        {"enumerate", types::Enumerate},
        {"filter", types::Filter},
        {"float", types::Float},
        {"frozenset", types::FrozenSet},
        {"property", types::Property},
        {"int", types::Int},
        {"list", types::List},
        {"map", types::Map},
        {"object", types::Object},
        {"range", types::Range},
        {"reversed", types::Reversed},
        {"set", types::Set},
        {"slice", types::Slice},
        {"staticmethod", types::StaticMethod},
        {"str", types::Str},
        {"super", types::Super},
        {"tuple", types::Tuple},
        {"type", types::Type},
        {"zip", types::Zip},
        {"EnvironmentError", exc::OSError},
        {"IOError", exc::OSError},
    };
    for (const auto& row : constants)
        if (!dictSetText(dict, row.name, row.value)) return nullptr;
#define EXCEPTION(Name, Base, layout, doc) \
    if (!dictSetText(dict, #Name, exc::Name)) return nullptr;
#include "core/python/objects/exceptions/exceptions.def"
#undef EXCEPTION
    if (!addQuitters(dict)) return nullptr;
    return module.release();
}

}

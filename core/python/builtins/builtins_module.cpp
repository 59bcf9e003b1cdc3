// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/builtins/builtins.h"

#include <algorithm>
#include <string>
#include <vector>

#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/runtime.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

namespace {

// All functions, in CPython's order, which decides what is suggested for a misspelt name that is as near to two: by name, an asynchronous one behind its like.
std::vector<MethodDef> functionsInOrder() {
    std::vector<MethodDef> all;
    for (const MethodDef* table : {classFunctions, sequenceFunctions, outputFunctions, numberFunctions, introspectionFunctions})
        for (; table->name; ++table) all.push_back(*table);
    const auto place = [](const MethodDef& row) {
        const std::string name = row.name;
        return name == "aiter" || name == "anext" ? name.substr(1) + "~" : name;
    };
    std::sort(all.begin(), all.end(), [&place](const MethodDef& a, const MethodDef& b) { return place(a) < place(b); });
    all.push_back({});
    return all;
}

}

Owned makeBuiltinsModule() {
    Ref<> module(newModule("builtins"));
    if (!module) return nullptr;
    Object* dict = moduleDict(module);
    dictSetText(dict, "__doc__",
                Ref<>(newStr("Built-in functions, types, exceptions, and other objects.\n\nThis module provides direct access to all 'built-in'\n"
                             "identifiers of Python; for example, builtins.len is\nthe full name for the built-in function len().\n\n"
                             "This module is not normally accessed explicitly by most\napplications, but can be useful in modules that provide\n"
                             "objects with the same name as a builtin and need to access\nthe built-in object.")));
    static const std::vector<MethodDef> functions = functionsInOrder();
    if (!addFunctions(module, functions.data())) return nullptr;

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
    };
    for (const auto& row : constants)
        if (!dictSetText(dict, row.name, row.value)) return nullptr;
#define EXCEPTION(Name, Base, layout, doc) \
    if (!dictSetText(dict, #Name, exc::Name)) return nullptr;
#include "core/python/objects/exceptions/exceptions.def"
#undef EXCEPTION
    for (const char* oldName : {"EnvironmentError", "IOError"})
        if (!dictSetText(dict, oldName, exc::OSError)) return nullptr;
    if (!addQuitters(dict)) return nullptr;
    return module.release();
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/modules/module_parts.h"

#include <cstring>

#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

bool addConstants(Object* module, const IntConstant* table) {
    for (; table->name; ++table)
        if (!addToModule(module, table->name, newInt(table->value))) return false;
    return true;
}

bool addText(Object* module, const char* name, const char* text) { return addToModule(module, name, newStr(text)); }

Type* newExceptionClass(const char* qualifiedName, std::initializer_list<Type*> bases, const char* doc) {
    const char* dot = std::strrchr(qualifiedName, '.');
    Ref<> module(newStr(std::string_view(qualifiedName, static_cast<size_t>(dot - qualifiedName)))), name(newStr(dot + 1));
    Ref<TupleObject> parents(newTuple(static_cast<ssize>(bases.size())));
    Ref<DictObject> space(newDict());
    if (!module || !name || !parents || !space) return nullptr;
    ssize at = 0;
    for (Type* base : bases) parents->items[at++] = newRef(base).pointer;
    recordCells(parents);
    if (!dictSetText(space, "__module__", module)) return nullptr;
    if (doc) {
        Ref<> text(newStr(doc));
        if (!text || !dictSetText(space, "__doc__", text)) return nullptr;
    }
    Owned made = call(types::Type, name, static_cast<Object*>(parents.get()), static_cast<Object*>(space.get()));
    if (!made) return nullptr;
    recordKeptForGood(made.pointer);
    return static_cast<Type*>(made.pointer);
}

Object* keptForGood(Owned made) {
    if (made) recordKeptForGood(made.pointer);
    return made.pointer;
}

}

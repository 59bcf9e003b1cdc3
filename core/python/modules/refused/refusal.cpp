// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/modules/refused/refusal.h"

#include <cstring>

#include "core/python/modules/module_parts.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

namespace {

const char* lastPart(const char* name) {
    const char* dot = std::strrchr(name, '.');
    return dot ? dot + 1 : name;
}

}

Failure raiseRefused(const Refusal& because) {
    Type* type = because.exception ? *because.exception : exc::OSError;
    if (!because.number) return raise(type, "{}", because.why);
    Held<> number(newInt(because.number)), text(newStr(because.why));
    if (!number || !text) return {};
    Held<> error(call(type, number, text));
    return error ? raiseInstance(error) : Failure{};
}

void defineRefusedClass(Type* type, const RefusedClass& row, NewFunc create) {
    type->name = row.name;
    type->doc = row.doc;
    type->basicSize = sizeof(Object);
    type->flags = row.flags;
    type->methods = row.methods;
    if (!(row.flags & DisallowInstantiation)) type->create = create;
}

bool addRefusedClass(Object* module, void (*define)(Type*)) {
    Type* made = makeModuleType(define);
    return made && addToModule(module, lastPart(made->name), newRef(made));
}

bool addExceptionClass(Object* module, Type*& out, const char* qualifiedName, std::initializer_list<Type*> bases, const char* doc) {
    out = newExceptionClass(qualifiedName, bases, doc);
    return out && addToModule(module, lastPart(qualifiedName), newRef(out));
}

}

// SPDX-License-Identifier: GPL-3.0-or-later

// TypeAliasType: what a statement `type A[T] = …` makes. The value is worked out when it is first asked for.

#include <cstddef>

#include "core/python/modules/typing/typing_types.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/classes/generic_alias.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

namespace {

struct TypeAliasObject : Object {
    Object *name, *typeParams /*tuple or null*/, *compute, *value, *module;
};
static_assert(sizeof(TypeAliasObject) == 56);
TypeAliasObject* asAlias(Object* o) { return static_cast<TypeAliasObject*>(o); }

Owned newAlias(Type* type, Object* name, Object* typeParams, Object* compute, Object* value, Object* module) {
    Owned made = type->alloc(type, 0);
    if (!made) return nullptr;
    auto share = [](Object* o) { return o ? newRef(o).pointer : nullptr; };
    TypeAliasObject* alias = asAlias(made.pointer);
    alias->name = share(name);
    alias->typeParams = typeParams && isTuple(typeParams) && asTuple(typeParams)->count ? share(typeParams) : nullptr;
    alias->compute = share(compute);
    alias->value = share(value);
    alias->module = share(module);
    recordCells(alias);
    return made;
}

Owned aliasCreate(Type* type, Args args) {
    Object* out[3] = {};
    if (!parseArgs("typealias", args, "name value | $ type_params", out)) return nullptr;
    if (!isStr(out[0])) return raise(exc::TypeError, "typealias() argument 'name' must be str, not {}", isNone(out[0]) ? "None" : out[0]->type->name);
    if (out[2] && !isTuple(out[2])) return raise(exc::TypeError, "type_params must be a tuple");
    Held<> module(runningModuleName());
    return module ? newAlias(type, out[0], out[2], nullptr, out[1], isNone(module) ? nullptr : module.get()) : Owned(nullptr);
}

Owned aliasRepr(Object* o) { return newRef(asAlias(o)->name); }

Owned getValue(Object* o) {
    TypeAliasObject* alias = asAlias(o);
    if (alias->value) return newRef(alias->value);
    Held<> compute(newRef(alias->compute));
    Held<> value(call(compute));
    if (!value) return nullptr;
    setField(o, alias->value, newRef(value));
    return value.release();
}
Owned getTypeParams(Object* o) { return newRef(asAlias(o)->typeParams ? asAlias(o)->typeParams : emptyTuple); }
Owned getParameters(Object* o) { return asAlias(o)->typeParams ? unpackedParameters(asAlias(o)->typeParams) : newRef(emptyTuple); }
Owned getModule(Object* o) {
    TypeAliasObject* alias = asAlias(o);
    if (alias->module) return newRef(alias->module);
    if (alias->compute && isFunction(alias->compute)) return getAttr(alias->compute, names::dunderModule);
    return newNone();
}

Owned aliasSubscript(Object* o, Object* arguments) {
    if (!asAlias(o)->typeParams) return raise(exc::TypeError, "Only generic type aliases are subscriptable");
    return newGenericAlias(o, arguments);
}
Owned aliasReduce(Object* o) { return newRef(asAlias(o)->name); }

const Field aliasFields[] = {{"__name__", offsetof(TypeAliasObject, name)},         {"__type_params__", offsetof(TypeAliasObject, typeParams)},
                             {"compute_value", offsetof(TypeAliasObject, compute)}, {"__value__", offsetof(TypeAliasObject, value)},
                             {"__module__", offsetof(TypeAliasObject, module)},     {}};
const MemberDef aliasMembers[] = {{"__name__", MemberKind::Object, offsetof(TypeAliasObject, name)}, {}};
const GetSetDef aliasGetsets[] = {
    {"__parameters__", getParameters}, {"__type_params__", getTypeParams}, {"__value__", getValue}, {"__module__", getModule}, {}};
const MethodDef aliasMethods[] = {{"__reduce__", aliasReduce}, {}};

}

void defineTypeAlias(Type* t) {
    t->name = "typing.TypeAliasType";
    t->doc = "What a type statement makes: type A = int.";
    t->basicSize = sizeof(TypeAliasObject);
    t->flags = HaveGc;
    t->fields = aliasFields;
    t->members = aliasMembers;
    t->getsets = aliasGetsets;
    t->methods = aliasMethods;
    t->create = aliasCreate;
    t->repr = aliasRepr;
    t->subscript = aliasSubscript;
    t->bitOr = unionOr;
    t->getAttr = genericGetAttr;
}

Owned newTypeAlias(Object* parts) {
    const TypingTypes* types = typingTypes();
    Object* const* items = asTuple(parts)->items;
    return types ? newAlias(types->typeAlias, items[0], items[1], items[2], nullptr, nullptr) : Owned(nullptr);
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstddef>
#include <string>

#include "core/python/objects/classes/generic_alias.h"
#include "core/python/objects/classes/type_repr.h"
#include "core/python/objects/containers/iterator_objects.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/set_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"

// int | str: types.UnionType. Nested unions are flattened, repeated members dropped.

namespace memtape {

static_assert(sizeof(UnionObject) == 32);

namespace {

UnionObject* asUnion(Object* o) { return static_cast<UnionObject*>(o); }
bool isUnion(Object* o) { return o->type == types::Union; }
// Types, None, and whatever else makes unions by this file's operator: generic aliases, unions, the aliases of type statements.
bool isUnionable(Object* o) { return isNone(o) || isType(o) || isGenericAlias(o) || o->type->bitOr == unionOr; }

bool addMember(ListObject* members, Object* o) {
    if (isUnion(o)) {
        TupleObject* args = asTuple(asUnion(o)->args);
        for (ssize i = 0; i < args->count; ++i)
            if (!addMember(members, args->items[i])) return false;
        return true;
    }
    if (isNone(o)) o = types::None;
    for (ssize i = 0; i < members->count; ++i) {
        Object* other = members->items[i];
        bool bothAliases = isGenericAlias(o) && isGenericAlias(other);
        int same = bothAliases ? richCompareBool(o, other, Comparison::Eq) : o == other;
        if (same < 0) return false;
        if (same) return true;
    }
    return listAppend(members, o);
}

Owned unionOfArgs(Object* args) {
    UnionObject* u = newPlainObject<UnionObject>(types::Union);
    if (!u) return nullptr;
    u->args = newRef(args).pointer;
    return finishObject(u);
}

Owned unionRepr(Object* o) {
    std::string out;
    TupleObject* args = asTuple(asUnion(o)->args);
    for (ssize i = 0; i < args->count; ++i) {
        if (i > 0) out += " | ";
        if (!appendTypeRepr(out, args->items[i])) return nullptr;
    }
    return newStr(out);
}

int64_t unionHash(Object* o) {
    Held<> set(newFrozenSet(asUnion(o)->args));
    return set ? hashOf(set) : -1;
}

Owned unionCompare(Object* a, Object* b, Comparison op) {
    if (!isUnion(b) || (op != Comparison::Eq && op != Comparison::Ne)) return notImplemented();
    Held<> left(newSet(asUnion(a)->args));
    if (!left) return nullptr;
    Held<> right(newSet(asUnion(b)->args));
    if (!right) return nullptr;
    return richCompare(left, right, op);
}

// isinstance() and issubclass(): each member in turn.
template <int (*check)(Object*, Object*)> Owned checkMembers(Object* self, Object* o, const char* message) {
    TupleObject* args = asTuple(asUnion(self)->args);
    for (ssize i = 0; i < args->count; ++i)
        if (isGenericAlias(args->items[i])) return raise(exc::TypeError, "{}", message);
    for (ssize i = 0; i < args->count; ++i) {
        int answer = check(o, args->items[i]);
        if (answer < 0) return nullptr;
        if (answer) return newBool(true);
    }
    return newBool(false);
}
Owned instanceCheck(Object* self, Object* o) {
    return checkMembers<isInstanceOf>(self, o, "isinstance() argument 2 cannot be a parameterized generic");
}
Owned subclassCheck(Object* self, Object* o) {
    if (!isType(o)) return raise(exc::TypeError, "issubclass() arg 1 must be a class");
    return checkMembers<isSubclassOf>(self, o, "issubclass() argument 2 cannot be a parameterized generic");
}

Owned getParameters(Object* o) {
    UnionObject* u = asUnion(o);
    if (!u->parameters) {
        Owned made = typeParametersOf(u->args);
        if (!made) return nullptr;
        setField(u, u->parameters, made);
    }
    return newRef(u->parameters);
}

Owned unionSubscript(Object* o, Object* item) {
    Held<> parameters(getParameters(o));
    if (!parameters) return nullptr;
    Held<> args(substituteParameters(o, asUnion(o)->args, parameters, item));
    if (!args) return nullptr;
    Held<> result(newRef(asTuple(args.get())->items[0]));
    for (ssize i = 1; i < asTuple(args.get())->count; ++i) {
        result = numberOr(result, asTuple(args.get())->items[i]);
        if (!result) return nullptr;
    }
    return result.release();
}

const Field unionFields[] = {{"__args__", offsetof(UnionObject, args)}, {"__parameters__", offsetof(UnionObject, parameters)}, {}};
const MemberDef unionMembers[] = {{"__args__", MemberKind::Object, offsetof(UnionObject, args)}, {}};
const GetSetDef unionGetsets[] = {{"__parameters__", getParameters}, {}};
const MethodDef unionMethods[] = {{"__instancecheck__", instanceCheck}, {"__subclasscheck__", subclassCheck}, {}};

}

Owned unionOr(Object* a, Object* b) {
    if (!isUnionable(a) || !isUnionable(b)) return notImplemented();
    Held<ListObject> members(newList(0));
    if (!members || !addMember(members.get(), a) || !addMember(members.get(), b)) return nullptr;
    if (members->count == 1) return newRef(members->items[0]);
    Held<> args(listToTuple(members.get()));
    return args ? unionOfArgs(args) : Owned(nullptr);
}

void defineUnionType(Type* t) {
    t->name = "types.UnionType";
    t->basicSize = sizeof(UnionObject);
    t->flags = HaveGc | DisallowInstantiation;
    t->doc = "Represent a PEP 604 union type\n\nE.g. for int | str";
    t->fields = unionFields;
    t->members = unionMembers;
    t->getsets = unionGetsets;
    t->methods = unionMethods;
    t->repr = unionRepr;
    t->hash = unionHash;
    t->richCompare = unionCompare;
    t->subscript = unionSubscript;
    t->bitOr = unionOr;
}

}

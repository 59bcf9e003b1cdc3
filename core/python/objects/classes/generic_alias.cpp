// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/objects/classes/generic_alias.h"

#include <cstddef>
#include <string>
#include <vector>

#include "core/python/objects/classes/type_repr.h"
#include "core/python/objects/containers/iterator_objects.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

static_assert(sizeof(GenericAliasObject) == 64);

void clearWeakReferences(Object* o);

bool appendTypeRepr(std::string& out, Object* o) {
    if (o == Ellipsis) return out += "...", true;
    if (o == types::None) return out += "None", true;
    bool failed = false;
    auto find = [&](Object* name) -> Ref<> { return failed ? Ref<>() : Ref<>(findAttr(o, name, &failed)); };
    Held<> origin(find(names::dunderOrigin)), args(find(names::dunderArgs));
    if (failed) return false;
    if (!origin || !args) {
        Held<> qualname(find(names::dunderQualname)), module(find(names::dunderModule));
        if (failed) return false;
        if (qualname && module && !isNone(module)) {
            if (!isStr(module) || !strEqualsText(module, "builtins")) {
                if (!appendStr(out, module)) return false;
                out += '.';
            }
            return appendStr(out, qualname);
        }
    }
    return appendRepr(out, o);
}

namespace {

GenericAliasObject* asAlias(Object* o) { return static_cast<GenericAliasObject*>(o); }

Owned makeAlias(Type* type, Object* origin, Object* args, bool starred) {
    Held<> tuple(isTuple(args) ? newRef(args) : packTuple(args));
    if (!tuple) return nullptr;
    GenericAliasObject* a =
        type == types::GenericAlias ? newPlainObject<GenericAliasObject>(type) : static_cast<GenericAliasObject*>(type->alloc(type, 0).pointer);
    if (!a) return nullptr;
    a->origin = newRef(origin).pointer;
    a->args = tuple.release().pointer;
    a->starred = starred;
    return finishObject(a);
}

Owned aliasCreate(Type* type, Args args) {
    if (!checkNoKeywords("GenericAlias", args) || !checkArgCount("GenericAlias", args.count, 2, 2)) return nullptr;
    return makeAlias(type, args[0], args[1], false);
}

Owned aliasRepr(Object* o) {
    GenericAliasObject* a = asAlias(o);
    std::string out = a->starred ? "*" : "";
    if (!appendTypeRepr(out, a->origin)) return nullptr;
    out += '[';
    TupleObject* args = asTuple(a->args);
    for (ssize i = 0; i < args->count; ++i) {
        if (i > 0) out += ", ";
        Object* arg = args->items[i];
        if (isList(arg)) { // Callable[[int], str]
            out += '[';
            for (ssize j = 0; j < asList(arg)->count; ++j) {
                if (j > 0) out += ", ";
                if (!appendTypeRepr(out, asList(arg)->items[j])) return nullptr;
            }
            out += ']';
        } else if (!appendTypeRepr(out, arg)) {
            return nullptr;
        }
    }
    if (args->count == 0) out += "()";
    return newStr(out + ']');
}

Object* parametersOf(GenericAliasObject* a) {
    if (!a->parameters) {
        Owned made = typeParametersOf(a->args);
        if (!made) return nullptr;
        setField(a, a->parameters, made);
    }
    return a->parameters;
}

Owned aliasSubscript(Object* o, Object* item) {
    GenericAliasObject* a = asAlias(o);
    Object* parameters = parametersOf(a);
    if (!parameters) return nullptr;
    Held<> args(substituteParameters(o, a->args, parameters, item));
    if (!args) return nullptr;
    return makeAlias(types::GenericAlias, a->origin, args, a->starred);
}

int64_t aliasHash(Object* o) {
    int64_t first = hashOf(asAlias(o)->origin);
    if (first == -1) return -1;
    int64_t second = hashOf(asAlias(o)->args);
    return second == -1 ? -1 : first ^ second;
}

Owned aliasCompare(Object* a, Object* b, Comparison op) {
    if (!isGenericAlias(a) || !isGenericAlias(b) || (op != Comparison::Eq && op != Comparison::Ne)) return notImplemented();
    GenericAliasObject *v = asAlias(a), *w = asAlias(b);
    int equal = v->starred == w->starred;
    if (equal) equal = richCompareBool(v->origin, w->origin, Comparison::Eq);
    if (equal > 0) equal = richCompareBool(v->args, w->args, Comparison::Eq);
    return equal < 0 ? Owned(nullptr) : newBool((equal != 0) == (op == Comparison::Eq));
}

Owned aliasCall(Object* o, Args args) {
    GenericAliasObject* a = asAlias(o);
    Held<> made(call(a->origin, args));
    if (!made) return nullptr;
    if (!setAttr(made, names::dunderOrigClass, o)) {
        if (!errorMatches(exc::AttributeError) && !errorMatches(exc::TypeError)) return nullptr;
        clearError();
    }
    return made.release();
}

// These are the alias's own; every other attribute is the origin's.
constexpr const char* shownAttributes[] = {"__class__",       "__bases__",     "__origin__",
                                           "__args__",        "__unpacked__",  "__parameters__",
                                           "__mro_entries__", "__reduce_ex__", "__typing_unpacked_tuple_args__",
                                           "__reduce__",      "__copy__",      "__deepcopy__"};
bool isOwnAttribute(Object* name) {
    for (const char* text : shownAttributes)
        if (strEqualsText(name, text)) return true;
    return strEqualsText(name, "__instancecheck__") || strEqualsText(name, "__subclasscheck__") || strEqualsText(name, "__dir__");
}

Owned aliasDir(Object* self) {
    Held<> dir(builtinNamed("dir")), names(dir ? call(dir, asAlias(self)->origin) : Owned(nullptr));
    Held<ListObject> all(newList(0));
    if (!names || !all || !listExtend(all, names)) return nullptr;
    for (const char* text : shownAttributes) {
        Ref<> name(internStr(text));
        const int there = name ? contains(all, name) : -1;
        if (there < 0 || (!there && !listAppend(all, name))) return nullptr;
    }
    return all.release();
}

Owned aliasGetAttr(Object* o, Object* name) {
    if (isStr(name) && !isOwnAttribute(name)) return getAttr(asAlias(o)->origin, name);
    return genericGetAttr(o, name);
}

Owned mroEntries(Object* self, Object*) { return packTuple(asAlias(self)->origin); }
Owned instanceCheck(Object*, Object*) { return raise(exc::TypeError, "isinstance() argument 2 cannot be a parameterized generic"); }
Owned subclassCheck(Object*, Object*) { return raise(exc::TypeError, "issubclass() argument 2 cannot be a parameterized generic"); }
Owned aliasReduce(Object* self) {
    GenericAliasObject* a = asAlias(self);
    if (a->starred) { // what the iterator of the plain one gives
        Held<> plain(makeAlias(types::GenericAlias, a->origin, a->args, false)), iterator(plain ? newGenericAliasIterator(plain) : Owned(nullptr));
        Ref<> next(iterator ? builtinNamed("next") : Owned(nullptr)), args(next ? packTuple(iterator.get()) : Owned(nullptr));
        return args ? packTuple(next.get(), args.get()) : Owned(nullptr);
    }
    Ref<> args = packTuple(a->origin, a->args);
    if (!args) return nullptr;
    return packTuple(static_cast<Object*>(types::GenericAlias), args.get());
}
Owned getParameters(Object* o) {
    Object* parameters = parametersOf(asAlias(o));
    return parameters ? newRef(parameters) : Owned(nullptr);
}
Owned getUnpackedArgs(Object* o) {
    GenericAliasObject* a = asAlias(o);
    return newRef(a->starred && a->origin == types::Tuple ? a->args : None);
}

void aliasDealloc(Object* o) {
    GenericAliasObject* a = asAlias(o);
    gcUntrack(o);
    if (a->weakrefs) clearWeakReferences(o);
    {
        Dying dying(o);
        if (a->origin) clearField(a->origin);
        if (a->args) clearField(a->args);
        if (a->parameters) clearField(a->parameters);
    }
    freeObject(o);
}

const Field aliasFields[] = {{"__origin__", offsetof(GenericAliasObject, origin)},
                             {"__args__", offsetof(GenericAliasObject, args)},
                             {"__parameters__", offsetof(GenericAliasObject, parameters)},
                             {}};
const MemberDef aliasMembers[] = {{"__origin__", MemberKind::Object, offsetof(GenericAliasObject, origin)},
                                  {"__args__", MemberKind::Object, offsetof(GenericAliasObject, args)},
                                  {"__unpacked__", MemberKind::Bool, offsetof(GenericAliasObject, starred)},
                                  {}};
const GetSetDef aliasGetsets[] = {{"__parameters__", getParameters}, {"__typing_unpacked_tuple_args__", getUnpackedArgs}, {}};
const MethodDef aliasMethods[] = {{"__mro_entries__", mroEntries},      {"__dir__", aliasDir},       {"__instancecheck__", instanceCheck},
                                  {"__subclasscheck__", subclassCheck}, {"__reduce__", aliasReduce}, {}};

}

Owned newGenericAlias(Object* origin, Object* args) { return makeAlias(types::GenericAlias, origin, args, false); }
Owned newStarredAlias(Object* alias) { return makeAlias(types::GenericAlias, asAlias(alias)->origin, asAlias(alias)->args, true); }
Owned classGetItem(Object* cls, Object* item) { return newGenericAlias(cls, item); }

void defineGenericAliasType(Type* t) {
    t->name = "types.GenericAlias";
    t->basicSize = sizeof(GenericAliasObject);
    t->flags = HaveGc | BaseType;
    t->doc = "Represent a PEP 585 generic type\n\nE.g. for t = list[int], t.__origin__ is list and t.__args__ is (int,).";
    t->weaklistOffset = offsetof(GenericAliasObject, weakrefs);
    t->dealloc = aliasDealloc;
    t->fields = aliasFields;
    t->members = aliasMembers;
    t->getsets = aliasGetsets;
    t->methods = aliasMethods;
    t->create = aliasCreate;
    t->repr = aliasRepr;
    t->hash = aliasHash;
    t->richCompare = aliasCompare;
    t->call = aliasCall;
    t->getAttr = aliasGetAttr;
    t->iter = newGenericAliasIterator;
    t->subscript = aliasSubscript;
    t->bitOr = unionOr;
}

}

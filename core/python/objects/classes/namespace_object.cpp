// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/objects/classes/namespace_object.h"

#include <cstddef>
#include <string>

#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/iterator_objects.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/type_parts.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

static_assert(sizeof(NamespaceObject) == 24);

namespace {

Object* dictOf(Object* o) { return static_cast<NamespaceObject*>(o)->dict; }

Owned namespaceCreate(Type* type, Args) {
    Ref<DictObject> dict = newDict();
    if (!dict) return nullptr;
    NamespaceObject* n =
        type == types::SimpleNamespace ? newPlainObject<NamespaceObject>(type) : static_cast<NamespaceObject*>(type->alloc(type, 0).pointer);
    if (!n) return nullptr;
    n->dict = dict.releaseRaw();
    return finishObject(n);
}

bool namespaceInit(Object* self, Args args) {
    if (!checkArgCount(self->type->name, args.count, 0, 1)) return false;
    if (args.count == 1) {
        Held<> given;
        if (isExactDict(args[0])) {
            given = newRef(args[0]);
        } else {
            given = call(types::Dict, args[0]);
            if (!given) return false;
        }
        ssize position = 0;
        for (Object* key; dictNext(given, &position, &key, nullptr);)
            if (!isStr(key)) return raise(exc::TypeError, "keywords must be strings");
        if (!dictUpdate(dictOf(self), given)) return false;
    }
    for (size_t i = 0; i < args.keywordCount(); ++i)
        if (!dictSet(dictOf(self), args.keywordName(i), args.keywordValue(i))) return false;
    return true;
}

Owned namespaceRepr(Object* o) {
    std::string name = o->type == types::SimpleNamespace ? "namespace" : o->type->name;
    int entered = reprEnter(o);
    if (entered != 0) return entered > 0 ? newStr(name + "(...)") : Owned(nullptr);
    std::string out = name + '(';
    bool ok = true, first = true;
    ssize position = 0;
    for (Object *key, *value; ok && dictNext(dictOf(o), &position, &key, &value);) {
        if (!isStr(key) || asStr(key)->length == 0) continue;
        Held<> heldKey(newRef(key)), heldValue(newRef(value));
        if (!first) out += ", ";
        first = false;
        ok = appendStr(out, key);
        out += '=';
        ok = ok && appendRepr(out, value);
    }
    reprLeave(o);
    if (!ok) return nullptr;
    return newStr(out + ')');
}

Owned namespaceCompare(Object* a, Object* b, Comparison op) {
    if (!isInstance(a, types::SimpleNamespace) || !isInstance(b, types::SimpleNamespace)) return notImplemented();
    return richCompare(dictOf(a), dictOf(b), op);
}

Owned namespaceReduce(Object* self) { return packTuple(static_cast<Object*>(self->type), emptyTuple, dictOf(self)); }

Owned namespaceReplace(Object* self, Args args) {
    if (args.count) return raise(exc::TypeError, "__replace__() takes no positional arguments");
    Held<> made(call(self->type));
    if (!made) return nullptr;
    if (!isInstance(made, types::SimpleNamespace))
        return raise(exc::TypeError, "expect {} type, but {}() returned '{}' object", "types.SimpleNamespace", self->type->name, made->type->name);
    if (!dictUpdate(dictOf(made), dictOf(self))) return nullptr;
    for (size_t i = 0; i < args.keywordCount(); ++i)
        if (!dictSet(dictOf(made), args.keywordName(i), args.keywordValue(i))) return nullptr;
    return made.release();
}

const Field namespaceFields[] = {{"__dict__", offsetof(NamespaceObject, dict)}, {}};
const MemberDef namespaceMembers[] = {{"__dict__", MemberKind::Object, offsetof(NamespaceObject, dict)}, {}};
const MethodDef namespaceMethods[] = {{"__reduce__", namespaceReduce}, {"__replace__", namespaceReplace, NativeKind::Keywords}, {}};

}

void defineSimpleNamespaceType(Type* t) {
    t->name = "types.SimpleNamespace";
    t->basicSize = sizeof(NamespaceObject);
    t->flags = HaveGc | BaseType;
    t->doc = "A simple attribute-based namespace.";
    t->dictOffset = offsetof(NamespaceObject, dict);
    t->fields = namespaceFields;
    t->members = namespaceMembers;
    t->methods = namespaceMethods;
    t->create = namespaceCreate;
    t->init = namespaceInit;
    t->repr = namespaceRepr;
    t->hash = hashNotImplementedSlot;
    t->richCompare = namespaceCompare;
    t->getAttr = genericGetAttr;
    t->setAttr = genericSetAttr;
}

}

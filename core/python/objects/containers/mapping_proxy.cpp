// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/objects/containers/mapping_proxy.h"

#include <cstddef>
#include <string>

#include "core/python/objects/classes/generic_alias.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/iterator_objects.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

Owned newMappingProxy(Object* mapping) {
    MappingProxyObject* p = newPlainObject<MappingProxyObject>(types::MappingProxy);
    if (!p) return nullptr;
    p->mapping = newRef(mapping).pointer;
    return finishObject(p);
}

namespace {

Object* mappingOf(Object* o) { return static_cast<MappingProxyObject*>(o)->mapping; }

Owned proxyCreate(Type*, Args args) {
    Object* given[1] = {nullptr};
    if (!parseArgs("mappingproxy", args, "mapping", given)) return nullptr;
    if (!isMapping(given[0]) || isList(given[0]) || isTuple(given[0]))
        return raise(exc::TypeError, "mappingproxy() argument must be a mapping, not {}", given[0]->type->name);
    return newMappingProxy(given[0]);
}

Owned proxyRepr(Object* o) {
    std::string out = "mappingproxy(";
    if (!appendRepr(out, mappingOf(o))) return nullptr;
    return newStr(out + ')');
}
Owned proxyStr(Object* o) { return strOf(mappingOf(o)); }
int64_t proxyHash(Object* o) { return hashOf(mappingOf(o)); }
Owned proxyCompare(Object* a, Object* b, Comparison op) { return richCompare(mappingOf(a), b, op); }
Owned proxyIter(Object* o) { return getIter(mappingOf(o)); }
ssize proxyLength(Object* o) { return lengthOf(mappingOf(o)); }
Owned proxySubscript(Object* o, Object* key) { return getItem(mappingOf(o), key); }
int proxyContains(Object* o, Object* key) {
    Object* mapping = mappingOf(o);
    return isExactDict(mapping) ? dictContains(mapping, key) : contains(mapping, key);
}

Owned proxyOr(Object* a, Object* b) {
    if (a->type == types::MappingProxy) a = mappingOf(a);
    if (b->type == types::MappingProxy) b = mappingOf(b);
    return numberOr(a, b);
}
Owned proxyInplaceOr(Object* self, Object*) { return raise(exc::TypeError, "'|=' is not supported by {}; use '|' instead", self->type->name); }

Owned proxyGet(Object* self, Args args) {
    Object* given[2] = {args[0], args.count > 1 ? args[1] : None};
    return callMethod(mappingOf(self), names::get, given, 2);
}
Owned proxyKeys(Object* self) { return callMethod(mappingOf(self), names::keys); }
Owned proxyValues(Object* self) { return callMethod(mappingOf(self), names::values); }
Owned proxyItems(Object* self) { return callMethod(mappingOf(self), names::items); }
Owned proxyCopy(Object* self) { return callMethod(mappingOf(self), names::copy); }
Owned proxyReversed(Object* self) { return callMethod(mappingOf(self), names::dunderReversed); }

const Field proxyFields[] = {{"mapping", offsetof(MappingProxyObject, mapping)}, {}};
const MethodDef proxyMethods[] = {
    {"get", proxyGet, 1, 2},
    {"keys", proxyKeys},
    {"values", proxyValues},
    {"items", proxyItems},
    {"copy", proxyCopy},
    {"__class_getitem__", classGetItem, NativeBinding::Class},
    {"__reversed__", proxyReversed},
    {},
};

}

void defineMappingProxyType(Type* t) {
    t->name = "mappingproxy";
    t->basicSize = sizeof(MappingProxyObject);
    t->flags = HaveGc | IsMapping;
    t->doc = "Read-only proxy of a mapping.";
    t->fields = proxyFields;
    t->methods = proxyMethods;
    t->create = proxyCreate;
    t->repr = proxyRepr;
    t->str = proxyStr;
    t->hash = proxyHash;
    t->richCompare = proxyCompare;
    t->iter = proxyIter;
    t->mappingLength = proxyLength;
    t->subscript = proxySubscript;
    t->contains = proxyContains;
    t->bitOr = proxyOr;
    t->inplaceOr = proxyInplaceOr;
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstddef>

#include "core/python/objects/classes/generic_alias.h"
#include "core/python/objects/containers/iterator_objects.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/recording.h"

// `*tuple[int]`: the iterator of a generic alias gives one thing, the same with a star.

namespace memtape {

namespace {

struct AliasIteratorObject : Object {
    Object* alias; // null: it has been given
};

Type* iteratorType = nullptr;
RuntimeCache typeCache([] { iteratorType = nullptr; });

AliasIteratorObject* asIterator(Object* o) { return static_cast<AliasIteratorObject*>(o); }

Owned nextStarred(Object* o) {
    AliasIteratorObject* it = asIterator(o);
    if (!it->alias) return nullptr;
    Held<> starred(newStarredAlias(it->alias));
    if (!starred) return nullptr;
    dropField(it, it->alias);
    return starred.release();
}

Owned reduceIterator(Object* o) {
    Ref<> iter(builtinNamed("iter")), args(iter ? packTuple(asIterator(o)->alias ? asIterator(o)->alias : emptyTuple) : Owned(nullptr));
    return args ? packTuple(iter.get(), args.get()) : Owned(nullptr);
}

const Field fields[] = {{"obj", offsetof(AliasIteratorObject, alias)}, {}};
const MethodDef methods[] = {{"__reduce__", reduceIterator}, {}};

void defineIterator(Type* t) {
    describeIterator(t, "generic_alias_iterator", sizeof(AliasIteratorObject), fields, nextStarred, methods);
    t->flags |= StaticBuiltin;
}

}

Owned newGenericAliasIterator(Object* alias) {
    if (!iteratorType) {
        LibraryWork work;
        iteratorType = makeModuleType(defineIterator);
        if (!iteratorType) return nullptr;
    }
    auto* it = newPlainObject<AliasIteratorObject>(iteratorType);
    if (!it) return nullptr;
    it->alias = newRef(alias).pointer;
    return finishObject(it);
}

}

// SPDX-License-Identifier: GPL-3.0-or-later

// Looking a name up along a class's MRO, with CPython's cache of 4096 entries: (version of the class, name) → value.

#include <cstddef>
#include <cstring>

#include "core/python/objects/classes/weakref_object.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/model/type_parts.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

namespace {

struct CachedLookup {
    uint32_t version;
    Object *name, *value; // not counted: where there is a value, the version changes before either can go
    int64_t hash;         // of the name, which may be gone where there is none: another text at its place has another
};
constexpr size_t cacheSize = 4096;
CachedLookup lookupCache[cacheSize];
uint32_t nextVersion = 1;

RuntimeCache lookups(forgetMethodCache);

size_t cacheIndex(uint32_t version, Object* name) { return (version ^ (reinterpret_cast<uintptr_t>(name) >> 3)) % cacheSize; }

}

void forgetMethodCache() {
    std::memset(lookupCache, 0, sizeof lookupCache);
    nextVersion = 1;
}

uint32_t typeVersion(Type* type) {
    if (type->versionTag) return type->versionTag;
    if (!hasFlag(type, Ready) || nextVersion == UINT32_MAX) return 0;
    // A class without a version has subclasses without one, so that forgetting stops early.
    for (ssize i = 0; i < type->bases->count; i++)
        if (!typeVersion(static_cast<Type*>(type->bases->items[i]))) return 0;
    return type->versionTag = nextVersion++;
}

void typeModified(Type* type) {
    if (!type->versionTag) return;
    type->versionTag = 0;
    if (!type->subclasses) return;
    ssize position = 0;
    Object *key, *reference;
    while (dictNext(type->subclasses, &position, &key, &reference))
        if (Object* subclass = weakTarget(reference)) typeModified(static_cast<Type*>(subclass));
}

namespace {

// `failed`: a comparison of keys has; that there is nothing is not certain then.
Object* findAlongMro(Type* type, Object* name, bool* failed) {
    if (!type->mro) return nullptr;
    int64_t hash = hashStr(name);
    Ref<TupleObject> mro = Ref<TupleObject>::share(type->mro); // a comparison may run code that changes it
    for (ssize i = 0; i < mro->count; i++) {
        Type* base = static_cast<Type*>(mro->items[i]);
        if (!base->dict) continue;
        Object* value = dictFindHashed(base->dict, name, hash);
        if (value) return value;
        if (errorOccurred()) {
            clearError();
            *failed = true;
            return nullptr;
        }
    }
    return nullptr;
}

}

Object* findInMro(Type* type, Object* name) {
    bool failed = false;
    return findAlongMro(type, name, &failed);
}

Object* lookupInType(Type* type, Object* name) {
    uint32_t version = type->versionTag;
    if (version) [[likely]] {
        CachedLookup& entry = lookupCache[cacheIndex(version, name)];
        if (entry.version == version && entry.name == name && (entry.value || entry.hash == asStr(name)->hash)) return entry.value;
    }
    bool failed = false;
    Object* value = findAlongMro(type, name, &failed);
    if (failed || !asStr(name)->interned) return value;
    version = typeVersion(type);
    if (!version) return value;
    lookupCache[cacheIndex(version, name)] = {version, name, value, asStr(name)->hash};
    return value;
}

Owned lookupSpecial(Object* o, Object* name) {
    Object* found = lookupInType(o->type, name);
    if (!found) return nullptr;
    DescrGetFunc get = found->type->descrGet;
    if (!get) return newRef(found);
    Held<> keep(newRef(found));
    return get(found, o, o->type);
}

}

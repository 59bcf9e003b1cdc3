// SPDX-License-Identifier: GPL-3.0-or-later

// functools.lru_cache's native half: a dict from argument keys to results, and for a bounded cache a chain of links in order of use,
// which dict and chain both hold.

#include <cstddef>

#include "core/python/modules/itertools/functools_types.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/classes/weakref_object.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/model/runtime.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

namespace {

// No object of the collector: the cache answers for what its links refer to.
struct LinkObject : Object {
    LinkObject *previous, *next; // of a chain: next is counted, null at the end
    int64_t hash;
    Object *key, *result;
};

// The cache begins its chain: next is the least, previous the most recently used link, null where there is none. (As a link it has no key.)
struct LruCacheObject : LinkObject {
    Owned (*wrapper)(LruCacheObject*, Args); // one of the three ways to call
    int typed;
    Object* cache;
    ssize hits;
    Object* function;
    ssize maxSize; // -1: no bound
    ssize misses;
    Object* keywordMark;
    Type* linkType;
    Object *infoType, *dict, *weakrefs;
};
static_assert(sizeof(LinkObject) == 56 && sizeof(LruCacheObject) == 152);

Type *wrapperType = nullptr, *linkType = nullptr;
Object* keywordMark = nullptr;
RuntimeCache lruTypes([] {
    wrapperType = linkType = nullptr;
    keywordMark = nullptr;
});

LruCacheObject* lru(Object* o) { return static_cast<LruCacheObject*>(o); }

// Sets `next` without looking at counts: who takes a link out of a chain has the reference to it then.
void setNext(LinkObject* link, LinkObject* next) {
    link->next = next;
    recordField(link, offsetof(LinkObject, next), next);
}

OwnedOf<LinkObject> unlink(LruCacheObject* c, LinkObject* link) {
    (link->next ? link->next->previous : c->previous) = link->previous == c ? nullptr : link->previous;
    if (link->next) link->next->previous = link->previous;
    setNext(link->previous, link->next);
    setNext(link, nullptr);
    link->previous = nullptr;
    return OwnedOf<LinkObject>(link);
}

void append(LruCacheObject* c, OwnedOf<LinkObject> link) {
    LinkObject *last = c->previous ? c->previous : c, *added = link.pointer;
    added->previous = last;
    setNext(last, added);
    c->previous = added;
}

// Lets go of the chain from `first` on, one after the other: dropping a link may run the program's code.
void dropChain(OwnedOf<LinkObject> first) {
    Held<LinkObject> link(first);
    while (link) {
        Held<LinkObject> next{OwnedOf<LinkObject>(link->next)};
        link->previous = nullptr;
        setNext(link, nullptr);
        link = next.release();
    }
}

OwnedOf<LinkObject> takeChain(LruCacheObject* c) {
    LinkObject* first = c->next;
    c->previous = nullptr;
    setNext(c, nullptr);
    return OwnedOf<LinkObject>(first);
}

// A single int or str is its own key; else a tuple of the arguments, and of their types where these matter.
Owned makeKey(LruCacheObject* c, Args args) {
    size_t keywords = args.keywordCount();
    if (!c->typed && !keywords && args.count == 1 && (isExactStr(args[0]) || isExactInt(args[0]))) return newRef(args[0]);
    size_t size = args.count + (keywords ? 1 + keywords * 2 : 0) + (c->typed ? args.count + keywords : 0);
    Ref<TupleObject> key = newTuple(static_cast<ssize>(size));
    if (!key || size == 0) return key.release();
    ssize at = 0;
    auto put = [&](Object* o) { key->items[at++] = newRef(o).pointer; };
    for (size_t i = 0; i < args.count; i++) put(args[i]);
    if (keywords) put(c->keywordMark);
    for (size_t i = 0; i < keywords; i++) {
        put(args.keywordName(i));
        put(args.keywordValue(i));
    }
    if (c->typed)
        for (size_t i = 0; i < args.count + keywords; i++) put(args.values[i]->type);
    recordCells(key);
    return key.release();
}

Owned callUncached(LruCacheObject* c, Args args) {
    c->misses++;
    return call(c->function, args);
}

Owned callUnbounded(LruCacheObject* c, Args args) {
    Held<> key(makeKey(c, args));
    if (!key) return nullptr;
    int64_t hash = hashOf(key);
    if (hash == -1) return nullptr;
    if (Object* found = dictFindHashed(c->cache, key, hash)) {
        c->hits++;
        return newRef(found);
    }
    if (errorOccurred()) return nullptr;
    c->misses++;
    Held<> result(call(c->function, args));
    if (!result || !dictSetHashed(c->cache, key, hash, result)) return nullptr;
    return result.release();
}

Owned callBounded(LruCacheObject* c, Args args) {
    Held<> key(makeKey(c, args));
    if (!key) return nullptr;
    int64_t hash = hashOf(key);
    if (hash == -1) return nullptr;
    if (Object* found = dictFindHashed(c->cache, key, hash)) {
        auto* link = static_cast<LinkObject*>(found);
        append(c, unlink(c, link));
        c->hits++;
        return newRef(link->result);
    }
    if (errorOccurred()) return nullptr;
    c->misses++;
    Held<> result(call(c->function, args));
    if (!result) return nullptr;
    // The call itself may have put the key there.
    if (dictFindHashed(c->cache, key, hash)) return result.release();
    if (errorOccurred()) return nullptr;
    if (dictLength(c->cache) < c->maxSize || !c->next) {
        Owned made = c->linkType->alloc(c->linkType, 0);
        if (!made) return nullptr;
        Held<LinkObject> link{OwnedOf<LinkObject>(static_cast<LinkObject*>(made.pointer))};
        link->hash = hash;
        link->key = newRef(key.get()).pointer;
        link->result = newRef(result.get()).pointer;
        recordCells(link);
        if (!dictSetHashed(c->cache, key, hash, link)) return nullptr;
        append(c, link.release());
        return result.release();
    }
    // Full: the link of the least recently used entry is used again.
    Held<LinkObject> oldest(unlink(c, c->next));
    bool found = false;
    {
        Held<> oldKey(Held<>::share(oldest->key));
        Ref<> popped = dictPop(c->cache, oldKey, &found);
        if (!popped && errorOccurred()) return nullptr;
    }
    if (!found) return result.release(); // the call has emptied the cache
    Held<> oldKey(Held<>::share(oldest->key)), oldResult(Held<>::share(oldest->result));
    oldest->hash = hash;
    setField(oldest.get(), oldest->key, newRef(key.get()));
    setField(oldest.get(), oldest->result, newRef(result.get()));
    if (!dictSetHashed(c->cache, key, hash, oldest)) return nullptr;
    append(c, oldest.release());
    return result.release();
}

Owned lruCall(Object* o, Args args) { return lru(o)->wrapper(lru(o), args); }

Owned lruCreate(Type* type, Args args) {
    Object* p[4] = {};
    if (!parseArgs("lru_cache", args, "user_function maxsize typed cache_info_type", p)) return nullptr;
    if (!isCallable(p[0])) return raise(exc::TypeError, "the first argument must be callable");
    ssize maxSize = -1;
    if (p[1] != None) {
        if (!p[1]->type->index) return raise(exc::TypeError, "maxsize should be integer or None");
        maxSize = indexAsSize(p[1], exc::OverflowError);
        if (maxSize == -1 && errorOccurred()) return nullptr;
        if (maxSize < 0) maxSize = 0;
    }
    int typed = isTrue(p[2]);
    if (typed < 0) return nullptr;
    Ref<> cache = newDict();
    if (!cache) return nullptr;
    Owned made = type->alloc(type, 0);
    if (!made) return nullptr;
    LruCacheObject* c = lru(made.pointer);
    c->wrapper = maxSize == 0 ? callUncached : maxSize < 0 ? callUnbounded : callBounded;
    c->maxSize = maxSize;
    c->typed = typed;
    c->cache = cache.releaseRaw();
    c->function = newRef(p[0]).pointer;
    c->keywordMark = newRef(keywordMark).pointer;
    incref(linkType);
    c->linkType = linkType;
    c->infoType = newRef(p[3]).pointer;
    recordCells(c);
    return made;
}

Owned lruGet(Object* o, Object* instance, Object*) {
    if (!instance || instance == None) return newRef(o);
    return newMethod(o, instance);
}

Owned cacheInfo(Object* o) {
    LruCacheObject* c = lru(o);
    Held<> hits(newInt(c->hits)), misses(newInt(c->misses)), size(newInt(dictLength(c->cache)));
    Held<> bound(c->maxSize < 0 ? newNone() : newInt(c->maxSize));
    if (!hits || !misses || !size || !bound) return nullptr;
    Object* args[] = {hits, misses, bound, size};
    return call(c->infoType, Args{args, 4, nullptr});
}

Owned cacheClear(Object* o) {
    LruCacheObject* c = lru(o);
    Held<LinkObject> chain(takeChain(c));
    c->hits = c->misses = 0;
    dictClear(c->cache);
    dropChain(chain.release());
    return newNone();
}

Owned lruReduce(Object* o) { return getAttr(o, names::dunderQualname); }
Owned lruCopy(Object* o) { return newRef(o); }
Owned lruDeepcopy(Object* o, Object*) { return newRef(o); }

Owned getDict(Object* o) { return instanceDict(o); }
bool setDict(Object* o, Object* v) {
    if (v && !isDict(v)) return raise(exc::TypeError, "__dict__ must be set to a dictionary, not a '{}'", v->type->name);
    return setInstanceDict(o, v);
}

constexpr Field lruFields[] = {{"next", offsetof(LruCacheObject, next)},
                               {"cache", offsetof(LruCacheObject, cache)},
                               {"func", offsetof(LruCacheObject, function)},
                               {"kwd_mark", offsetof(LruCacheObject, keywordMark)},
                               {"lru_list_elem_type", offsetof(LruCacheObject, linkType)},
                               {"cache_info_type", offsetof(LruCacheObject, infoType)},
                               {"__dict__", offsetof(LruCacheObject, dict)},
                               {}};
constexpr Field linkFields[] = {
    {"key", offsetof(LinkObject, key)}, {"result", offsetof(LinkObject, result)}, {"next", offsetof(LinkObject, next)}, {}};
constexpr MethodDef lruMethods[] = {{"cache_info", cacheInfo}, {"cache_clear", cacheClear},   {"__reduce__", lruReduce},
                                    {"__copy__", lruCopy},     {"__deepcopy__", lruDeepcopy}, {}};
constexpr GetSetDef lruGetSets[] = {{"__dict__", getDict, setDict}, {}};

}

void setLruTypes(Type* wrapper, Type* link, Object* mark) {
    wrapperType = wrapper;
    linkType = link;
    keywordMark = mark;
}

int traverseLru(Object* o, Visit visit, void* context) {
    LruCacheObject* c = lru(o);
    auto visitAll = [&](std::initializer_list<Object*> referents) {
        for (Object* referent : referents)
            if (int stopped = referent ? visit(referent, context) : 0) return stopped;
        return 0;
    };
    for (LinkObject* link = c->next; link; link = link->next)
        if (int stopped = visitAll({link->key, link->result, link->type})) return stopped;
    return visitAll({c->cache, c->function, c->keywordMark, c->linkType, c->infoType, c->dict});
}

void clearLru(Object* o) {
    LruCacheObject* c = lru(o);
    Held<LinkObject> chain(takeChain(c));
    for (Object** field : {&c->cache, &c->function, &c->keywordMark, &c->infoType, &c->dict})
        if (*field) setField(c, *field, Owned(nullptr));
    if (c->linkType) setField(c, c->linkType, OwnedOf<Type>(nullptr));
    dropChain(chain.release());
}

void deallocLru(Object* o) {
    Dying dying(o);
    gcUntrack(o);
    if (lru(o)->weakrefs) clearWeakReferences(o);
    clearLru(o);
    freeObject(o);
}

void defineLruLinkType(Type* t) {
    t->name = "functools._lru_list_elem";
    t->basicSize = sizeof(LinkObject);
    t->flags = DisallowInstantiation;
    t->fields = linkFields;
}

void defineLruCacheType(Type* t) {
    t->name = "functools._lru_cache_wrapper";
    t->doc = "Create a cached callable that wraps another function.";
    t->basicSize = sizeof(LruCacheObject);
    t->flags = BaseType | HaveGc | MethodDescriptor;
    t->dictOffset = offsetof(LruCacheObject, dict);
    t->weaklistOffset = offsetof(LruCacheObject, weakrefs);
    t->fields = lruFields;
    t->traverse = traverseLru;
    t->clear = clearLru;
    t->dealloc = deallocLru;
    t->methods = lruMethods;
    t->getsets = lruGetSets;
    t->create = lruCreate;
    t->call = lruCall;
    t->descrGet = lruGet;
}

}

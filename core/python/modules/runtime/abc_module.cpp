// SPDX-License-Identifier: GPL-3.0-or-later

// _abc: what abc (python/abc.py) has in native code: which methods of a class are abstract, and who counts as its subclass. Each class keeps
// that in its attribute `_abc_impl`: the classes that were registered, and those that were asked about, in two sets of weak references.

#include <cstddef>

#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/classes/weakref_object.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/set_object.h"
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

struct AbcDataObject : Object {
    Object *registry, *cache, *negativeCache; // sets, each made when the first class comes
    int64_t negativeVersion;                  // of registrations, when negativeCache was begun
};
static_assert(sizeof(AbcDataObject) == 48);
using ClassSet = Object* AbcDataObject::*;

Type* dataType = nullptr;
int64_t registrations = 0;
RuntimeCache abcState([] {
    dataType = nullptr;
    registrations = 0;
});

constexpr uint64_t collectionFlags = IsSequence | IsMapping;

OwnedOf<AbcDataObject> dataOf(Object* cls) {
    Ref<> name = internStr("_abc_impl");
    if (!name) return nullptr;
    Owned data = getAttr(cls, name);
    if (!data) return nullptr;
    if (data.pointer->type == dataType) return OwnedOf<AbcDataObject>(static_cast<AbcDataObject*>(data.pointer));
    Ref<> other = data;
    raise(exc::TypeError, "_abc_impl is set to a wrong type");
    return nullptr;
}

// ---- weak sets of classes ----------------------------------------------------------------------------------------------

int isInSet(Object* set, Object* cls) {
    if (!set || setLength(set) == 0) return 0;
    Ref<> reference(newWeakReference(cls, nullptr));
    if (!reference) {
        if (!errorMatches(exc::TypeError)) return -1;
        clearError();
        return 0;
    }
    return setContains(set, reference);
}

// The callback of a reference in a set: takes it out once the class is dead. It is bound to a weak reference to the set.
Owned forget(Object* setReference, Object* reference) {
    Object* set = weakTarget(setReference);
    if (!set) return newNone();
    Ref<> keep(newRef(set));
    return setDiscard(keep, reference) < 0 ? Owned(nullptr) : newNone();
}
constexpr MethodDef forgetFunction = {"_destroy", forget};

bool addToSet(AbcDataObject* data, ClassSet which, Object* cls) {
    if (!(data->*which)) {
        Owned made = newSet(nullptr);
        if (!made) return false;
        setField(data, data->*which, made);
    }
    Ref<> set(newRef(data->*which)), setReference(newWeakReference(set, nullptr));
    if (!setReference) return false;
    Ref<> callback(newNativeFunction(&forgetFunction, setReference, nullptr));
    if (!callback) return false;
    Ref<> reference(newWeakReference(cls, callback));
    return reference && setAdd(set, reference);
}

void clearSet(Object* set) {
    if (!set) return;
    Ref<> done = callMethod(set, names::clear);
    if (!done) clearError();
}

// The classes of a set that are alive.
Owned livingClasses(Object* set) {
    Ref<ListObject> list = newList(0);
    if (!list || !set) return list.release();
    ssize position = 0;
    Object* reference;
    while (setNext(set, &position, &reference))
        if (Object* cls = weakTarget(reference))
            if (!listAppend(list, cls)) return nullptr;
    return list.release();
}

// ---- abstract methods --------------------------------------------------------------------------------------------------

int isAbstract(Object* value) {
    bool failed = false;
    Ref<> mark(findAttr(value, names::dunderIsabstractmethod, &failed));
    if (failed) return -1;
    return mark ? isTrue(mark) : 0;
}

bool addAbstractOfBase(Object* set, Object* cls, Object* base) {
    bool failed = false;
    Held<> inherited(findAttr(base, names::dunderAbstractmethods, &failed));
    if (failed) return false;
    if (!inherited) return true;
    Held<> iterator(getIter(inherited));
    if (!iterator) return false;
    for (;;) {
        Held<> name(nextOf(iterator));
        if (!name) return !errorOccurred();
        Held<> value(findAttr(cls, name, &failed));
        if (failed) return false;
        int abstract = value ? isAbstract(value) : 0;
        if (abstract < 0 || (abstract && !setAdd(set, name))) return false;
    }
}

bool findAbstractMethods(Object* cls) {
    Held<> items(callMethod(static_cast<Type*>(cls)->dict, names::items)), abstracts(newSet(nullptr));
    Held<> list(items ? sequenceToList(items) : Owned(nullptr));
    if (!abstracts || !list) return false;
    for (ssize i = 0; i < asList(list)->count; i++) {
        TupleObject* pair = asTuple(asList(list)->items[i]);
        int abstract = isAbstract(pair->items[1]);
        if (abstract < 0 || (abstract && !setAdd(abstracts, pair->items[0]))) return false;
    }
    Held<> bases(newRef(static_cast<Type*>(cls)->bases));
    for (ssize i = 0; i < asTuple(bases)->count; i++)
        if (!addAbstractOfBase(abstracts, cls, asTuple(bases)->items[i])) return false;
    Held<> frozen(newFrozenSet(abstracts));
    return frozen && setAttr(cls, names::dunderAbstractmethods, frozen);
}

// ---- functions of the module -------------------------------------------------------------------------------------------

Owned initClass(Object*, Object* cls) {
    if (!isType(cls)) return raise(exc::TypeError, "_abc_init() argument must be a class");
    if (!findAbstractMethods(cls)) return nullptr;
    Ref<> data(dataType->alloc(dataType, 0)), name(internStr("_abc_impl")), flagsName(internStr("__abc_tpflags__"));
    if (!data || !name || !flagsName) return nullptr;
    static_cast<AbcDataObject*>(data.get())->negativeVersion = registrations;
    if (!setAttr(cls, name, data)) return nullptr;
    // Sequence and Mapping say that `match` shall take their subclasses for what they are.
    Type* type = static_cast<Type*>(cls);
    Object* flags = dictFind(type->dict, flagsName);
    if (!flags) return errorOccurred() ? Owned(nullptr) : newNone();
    int overflow = 0;
    int64_t bits = isInt(flags) ? intValue(flags, &overflow) : 0;
    if (overflow) bits = 0;
    if ((static_cast<uint64_t>(bits) & collectionFlags) == collectionFlags)
        return raise(exc::TypeError, "__abc_tpflags__ cannot be both Py_TPFLAGS_SEQUENCE and Py_TPFLAGS_MAPPING");
    type->flags = (type->flags & ~collectionFlags) | (static_cast<uint64_t>(bits) & collectionFlags);
    return dictDelete(type->dict, flagsName) < 0 ? Owned(nullptr) : newNone();
}

void setCollectionFlag(Type* type, uint64_t flag) {
    if (hasFlag(type, ImmutableType) || !isHeapType(type) || (type->flags & collectionFlags) == flag) return;
    type->flags = (type->flags & ~collectionFlags) | flag;
    ssize position = 0;
    Object *key, *reference;
    while (type->subclasses && dictNext(type->subclasses, &position, &key, &reference))
        if (Object* derived = weakTarget(reference)) setCollectionFlag(static_cast<Type*>(derived), flag);
}

Owned registerClass(Object*, Args args) {
    Object *cls = args[0], *subclass = args[1];
    if (!isType(subclass)) return raise(exc::TypeError, "Can only register classes");
    int already = isSubclassOf(subclass, cls);
    if (already != 0) return already < 0 ? Owned(nullptr) : newRef(subclass);
    int cycle = isSubclassOf(cls, subclass);
    if (cycle < 0) return nullptr;
    if (cycle) return raise(exc::RuntimeError, "Refusing to create an inheritance cycle");
    Held<AbcDataObject> data(dataOf(cls));
    if (!data || !addToSet(data.get(), &AbcDataObject::registry, subclass)) return nullptr;
    registrations++;
    if (isType(cls))
        if (uint64_t flag = static_cast<Type*>(cls)->flags & collectionFlags) setCollectionFlag(static_cast<Type*>(subclass), flag);
    return newRef(subclass);
}

Owned checkInstance(Object*, Args args) {
    Object *cls = args[0], *instance = args[1];
    Held<AbcDataObject> data(dataOf(cls));
    if (!data) return nullptr;
    Held<> subclass(getAttr(instance, names::dunderClass));
    if (!subclass) return nullptr;
    int known = isInSet(data->cache, subclass);
    if (known != 0) return known < 0 ? Owned(nullptr) : newBool(true);
    Object* type = instance->type;
    if (type == subclass.get()) {
        if (data->negativeVersion == registrations) {
            known = isInSet(data->negativeCache, subclass);
            if (known != 0) return known < 0 ? Owned(nullptr) : newBool(false);
        }
        return callMethod(cls, names::dunderSubclasscheck, subclass);
    }
    Held<> result(callMethod(cls, names::dunderSubclasscheck, subclass));
    int truth = result ? isTrue(result) : -1;
    if (truth != 0) return truth < 0 ? Owned(nullptr) : result.release();
    return callMethod(cls, names::dunderSubclasscheck, type);
}

// Whether the class derives from one of a list of classes; that is then remembered.
int derivesFromOne(AbcDataObject* data, Object* subclass, Object* classes) {
    for (ssize i = 0; i < asList(classes)->count; i++) {
        Held<> other(newRef(asList(classes)->items[i]));
        int derives = isSubclassOf(subclass, other);
        if (derives > 0) return addToSet(data, &AbcDataObject::cache, subclass) ? 1 : -1;
        if (derives < 0) return -1;
    }
    return 0;
}

Owned checkSubclass(Object*, Args args) {
    Object *cls = args[0], *subclass = args[1];
    if (!isType(subclass)) return raise(exc::TypeError, "issubclass() arg 1 must be a class");
    Held<AbcDataObject> data(dataOf(cls));
    if (!data) return nullptr;
    int known = isInSet(data->cache, subclass);
    if (known != 0) return known < 0 ? Owned(nullptr) : newBool(true);
    if (data->negativeVersion < registrations) {
        clearSet(data->negativeCache);
        data->negativeVersion = registrations;
    } else if ((known = isInSet(data->negativeCache, subclass)) != 0) {
        return known < 0 ? Owned(nullptr) : newBool(false);
    }
    auto answer = [&](bool yes) {
        return addToSet(data.get(), yes ? &AbcDataObject::cache : &AbcDataObject::negativeCache, subclass) ? newBool(yes) : Owned(nullptr);
    };

    Held<> hooked(callMethod(cls, names::dunderSubclasshook, subclass));
    if (!hooked) return nullptr;
    if (hooked.get() == True || hooked.get() == False) return answer(hooked.get() == True);
    if (hooked.get() != NotImplemented) return raise(exc::AssertionError, "__subclasshook__ must return either False, True, or NotImplemented");

    TupleObject* mro = static_cast<Type*>(subclass)->mro;
    for (ssize i = 0; mro && i < mro->count; i++)
        if (mro->items[i] == cls) return answer(true);

    known = isInSet(data->registry, subclass);
    if (known != 0) return known < 0 ? Owned(nullptr) : newBool(true);
    Held<> registered(livingClasses(data->registry));
    known = registered ? derivesFromOne(data.get(), subclass, registered) : -1;
    if (known != 0) return known < 0 ? Owned(nullptr) : newBool(true);

    Held<> subclasses(callMethod(cls, names::dunderSubclasses));
    if (!subclasses) return nullptr;
    if (!isExactList(subclasses)) return raise(exc::TypeError, "__subclasses__() must return a list");
    known = derivesFromOne(data.get(), subclass, subclasses);
    if (known != 0) return known < 0 ? Owned(nullptr) : newBool(true);
    return answer(false);
}

Owned cacheToken(Object*) { return newInt(registrations); }

Owned resetRegistry(Object*, Object* cls) {
    Held<AbcDataObject> data(dataOf(cls));
    if (!data) return nullptr;
    clearSet(data->registry);
    return newNone();
}

Owned resetCaches(Object*, Object* cls) {
    Held<AbcDataObject> data(dataOf(cls));
    if (!data) return nullptr;
    clearSet(data->cache);
    clearSet(data->negativeCache);
    return newNone();
}

Owned dump(Object*, Object* cls) {
    Held<AbcDataObject> data(dataOf(cls));
    if (!data) return nullptr;
    Ref<> registry(newSet(data->registry)), cache(newSet(data->cache)), negative(newSet(data->negativeCache)), version(newInt(data->negativeVersion));
    if (!registry || !cache || !negative || !version) return nullptr;
    return packTuple(registry.get(), cache.get(), negative.get(), version.get());
}

constexpr Field dataFields[] = {{"registry", offsetof(AbcDataObject, registry)},
                                {"cache", offsetof(AbcDataObject, cache)},
                                {"negative cache", offsetof(AbcDataObject, negativeCache)},
                                {}};

Owned createData(Type* type, Args) {
    Owned made = type->alloc(type, 0);
    if (made) static_cast<AbcDataObject*>(made.pointer)->negativeVersion = registrations;
    return made;
}

void defineDataType(Type* t) {
    t->name = "_abc._abc_data";
    t->doc = "Internal state held by ABC machinery.";
    t->basicSize = sizeof(AbcDataObject);
    t->flags = HaveGc;
    t->fields = dataFields;
    t->create = createData;
}

constexpr MethodDef functions[] = {{"get_cache_token", cacheToken},
                                   {"_abc_init", initClass},
                                   {"_reset_registry", resetRegistry},
                                   {"_reset_caches", resetCaches},
                                   {"_get_dump", dump},
                                   {"_abc_register", registerClass, 2, 2},
                                   {"_abc_instancecheck", checkInstance, 2, 2},
                                   {"_abc_subclasscheck", checkSubclass, 2, 2},
                                   {}};

}

Owned makeAbcModule() {
    Ref<> m = newModule("_abc");
    if (!m || !addFunctions(m, functions)) return nullptr;
    dataType = makeModuleType(defineDataType);
    return dataType ? m.release() : Owned(nullptr);
}

}

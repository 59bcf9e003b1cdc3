// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstddef>
#include <string>

#include "core/python/modules/collections/collections_deque.h"
#include "core/python/modules/collections/collections_ordered.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/classes/generic_alias.h"
#include "core/python/objects/containers/dict_parts.h"
#include "core/python/objects/containers/item_equals.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/module_types.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"

// _collections: deque, defaultdict, OrderedDict, and what Counter and namedtuple need to be quick.

namespace memtape {

namespace {

// ---- defaultdict -----------------------------------------------------------------------------------------------------------

struct DefaultDictObject : DictObject {
    Object* factory;
};
static_assert(sizeof(DefaultDictObject) == 56);

Type* defaultDictType;
DefaultDictObject* asDefault(Object* o) { return static_cast<DefaultDictObject*>(o); }

Owned defaultCreate(Type* type, Args) {
    Owned made = type->alloc(type, 0);
    if (made) asDict(made.pointer)->keys = emptyDictKeys;
    return made;
}

bool defaultInit(Object* self, Args args) {
    Object* factory = nullptr;
    if (args.count > 0) {
        factory = args[0];
        if (isNone(factory)) factory = nullptr;
        else if (!isCallable(factory)) return raise(exc::TypeError, "first argument must be callable or None");
    }
    setField(self, asDefault(self)->factory, factory ? newRef(factory) : Owned(nullptr));
    return dictInit(self, args.count > 0 ? args.withoutFirst() : args);
}

void defaultDealloc(Object* o) {
    gcUntrack(o);
    {
        Dying dying(o);
        if (asDefault(o)->factory) clearField(asDefault(o)->factory);
    }
    dictDealloc(o);
}
int defaultTraverse(Object* o, Visit visit, void* context) {
    if (asDefault(o)->factory)
        if (int stop = visit(asDefault(o)->factory, context)) return stop;
    return dictTraverse(o, visit, context);
}
void defaultClear(Object* o) {
    if (asDefault(o)->factory) clearField(asDefault(o)->factory);
    dictClear(o);
}
void defaultCells(Object* o, CellVisitor& visitor) {
    visitor.visit(CellKind::Field, 0, asDefault(o)->factory);
    dictCells(o, visitor);
}

Owned defaultMissing(Object* self, Object* key) {
    Object* factory = asDefault(self)->factory;
    if (!factory || isNone(factory)) return raiseObject(exc::KeyError, key);
    Held<> value(call(factory));
    if (!value || !setItem(self, key, value)) return nullptr;
    return value.release();
}

Owned defaultRepr(Object* o) {
    std::string name = o->type->name, out = name.substr(name.rfind('.') + 1) + '(';
    Held<> items(dictRepr(o));
    if (!items) return nullptr;
    Object* factory = asDefault(o)->factory;
    if (!factory) {
        out += "None";
    } else {
        int entered = reprEnter(factory);
        if (entered < 0) return nullptr;
        if (entered > 0) {
            out += "...";
        } else {
            bool ok = appendRepr(out, factory);
            reprLeave(factory);
            if (!ok) return nullptr;
        }
    }
    out += ", ";
    if (!appendStr(out, items)) return nullptr;
    return newStr(out + ')');
}

Owned newDefault(Object* like, Object* items) {
    Object* factory = asDefault(like)->factory;
    return call(like->type, factory ? factory : None, items);
}
Owned defaultCopy(Object* self) { return newDefault(self, self); }
Owned defaultOr(Object* a, Object* b) {
    Object* like = isInstance(a, defaultDictType) ? a : b;
    if (!isDict(like == a ? b : a)) return notImplemented();
    Held<> result(newDefault(like, a));
    if (!result || !dictUpdate(result, b)) return nullptr;
    return result.release();
}
Owned defaultReduce(Object* self) {
    Object* factory = asDefault(self)->factory;
    Held<> args(factory ? packTuple(factory) : newRef(emptyTuple));
    if (!args) return nullptr;
    Held<> items(callMethod(self, names::items));
    if (!items) return nullptr;
    Held<> iterator(getIter(items));
    if (!iterator) return nullptr;
    return packTuple(static_cast<Object*>(self->type), args.get(), None, None, iterator.get());
}

const Field defaultFields[] = {{"default_factory", offsetof(DefaultDictObject, factory)}, {}};
const MemberDef defaultMembers[] = {{"default_factory", MemberKind::Object, offsetof(DefaultDictObject, factory), false}, {}};
const MethodDef defaultMethods[] = {{"__missing__", defaultMissing},
                                    {"copy", defaultCopy},
                                    {"__copy__", defaultCopy},
                                    {"__reduce__", defaultReduce},
                                    {"__class_getitem__", classGetItem, NativeBinding::Class},
                                    {}};

void defineDefaultDict(Type* t) {
    t->name = "collections.defaultdict";
    t->base = types::Dict;
    t->basicSize = sizeof(DefaultDictObject);
    t->flags = BaseType | HaveGc | DictSubclass | IsMapping;
    t->doc =
        "defaultdict(default_factory=None, /, [...]) --> dict with default factory\n\nThe default factory is called without arguments to produce\na new value when a key is not present, in __getitem__ only.\n"
        "A defaultdict compares equal to a dict with the same items.\nAll remaining arguments are treated the same as if they were\npassed to the dict constructor, including keyword arguments.";
    t->fields = defaultFields;
    t->members = defaultMembers;
    t->methods = defaultMethods;
    t->dealloc = defaultDealloc;
    t->traverse = defaultTraverse;
    t->clear = defaultClear;
    t->cells = defaultCells;
    t->create = defaultCreate;
    t->init = defaultInit;
    t->repr = defaultRepr;
    t->bitOr = defaultOr;
}

// ---- namedtuple's fields -----------------------------------------------------------------------------------------------------

struct TupleGetterObject : Object {
    ssize index;
    Object* doc;
};
Type* tupleGetterType;

Owned getterCreate(Type* type, Args args) {
    if (!checkNoKeywords("_tuplegetter", args) || !checkArgCount("_tuplegetter", args.count, 2, 2)) return nullptr;
    ssize index = indexAsSize(args[0], exc::OverflowError);
    if (index == -1 && errorOccurred()) return nullptr;
    Owned made = type->alloc(type, 0);
    if (!made) return nullptr;
    TupleGetterObject* g = static_cast<TupleGetterObject*>(made.pointer);
    g->index = index;
    g->doc = newRef(args[1]).pointer;
    recordCells(g);
    return made;
}
Owned getterGet(Object* self, Object* instance, Object*) {
    ssize index = static_cast<TupleGetterObject*>(self)->index;
    if (!instance || isNone(instance)) return newRef(self);
    if (!isTuple(instance))
        return raise(exc::TypeError, "descriptor for index '{}' for tuple subclasses doesn't apply to '{}' object", index, instance->type->name);
    if (index < 0 || index >= asTuple(instance)->count) return raise(exc::IndexError, "tuple index out of range");
    return newRef(asTuple(instance)->items[index]);
}
bool getterSet(Object*, Object*, Object* value) { return raise(exc::AttributeError, value ? "can't set attribute" : "can't delete attribute"); }
Owned getterRepr(Object* o) {
    TupleGetterObject* g = static_cast<TupleGetterObject*>(o);
    std::string out = "_tuplegetter(" + std::to_string(g->index) + ", ";
    if (!appendRepr(out, g->doc)) return nullptr;
    return newStr(out + ')');
}
Owned getterReduce(Object* o) {
    TupleGetterObject* g = static_cast<TupleGetterObject*>(o);
    Ref<> index = newInt(g->index);
    Ref<> args = packTuple(index.get(), g->doc);
    if (!args) return nullptr;
    return packTuple(static_cast<Object*>(o->type), args.get());
}

const Field getterFields[] = {{"doc", offsetof(TupleGetterObject, doc)}, {}};
const MemberDef getterMembers[] = {{"__doc__", MemberKind::Object, offsetof(TupleGetterObject, doc), false}, {}};
const MethodDef getterMethods[] = {{"__reduce__", getterReduce}, {}};

void defineTupleGetter(Type* t) {
    t->name = "collections._tuplegetter";
    t->basicSize = sizeof(TupleGetterObject);
    t->flags = HaveGc;
    t->fields = getterFields;
    t->members = getterMembers;
    t->methods = getterMethods;
    t->create = getterCreate;
    t->repr = getterRepr;
    t->descrGet = getterGet;
    t->descrSet = getterSet;
}

// ---- Counter's loop ------------------------------------------------------------------------------------------------------------

Owned countElements(Object*, Args args) {
    Object *mapping = args[0], *iterable = args[1];
    Held<> iterator(getIter(iterable));
    if (!iterator) return nullptr;
    Held<> one(newInt(1));
    bool plain = isDict(mapping) && lookupInType(mapping->type, names::get) == lookupInType(types::Dict, names::get) &&
                 lookupInType(mapping->type, names::dunderSetitem) == lookupInType(types::Dict, names::dunderSetitem);
    Held<> get(plain ? Owned(nullptr) : getAttr(mapping, names::get)), zero(newInt(0));
    if (!plain && !get) return nullptr;
    for (;;) {
        Held<> key(nextOf(iterator));
        if (!key) break;
        if (plain) {
            int64_t hash = keyHash(key);
            if (hash == -1) return nullptr;
            Object* old = dictFindHashed(mapping, key, hash);
            if (!old && errorOccurred()) return nullptr;
            Held<> fresh(old ? numberAdd(old, one) : newRef(one));
            if (!fresh || !dictSetHashed(mapping, key, hash, fresh)) return nullptr;
        } else {
            Held<> old(call(get, key, zero));
            if (!old) return nullptr;
            Held<> fresh(numberAdd(old, one));
            if (!fresh || !setItem(mapping, key, fresh)) return nullptr;
        }
        if (!checkBreaker()) return nullptr;
    }
    if (errorOccurred()) return nullptr;
    return newNone();
}

}

Owned makeCollectionsModule() {
    static const MethodDef functions[] = {{"_count_elements", countElements, 2, 2}, {}};
    Ref<> module = newModule("_collections");
    if (!module || !addFunctions(module, functions)) return nullptr;
    bool ok = addTypeToModule(module, dequeType, defineDeque) && addTypeToModule(module, defaultDictType, defineDefaultDict) &&
              addTypeToModule(module, orderedDictType, defineOrderedDict) && addTypeToModule(module, dequeIteratorType, defineDequeIterator) &&
              addTypeToModule(module, dequeReverseIteratorType, defineDequeReverseIterator) &&
              addTypeToModule(module, tupleGetterType, defineTupleGetter);
    if (!ok) return nullptr;
    orderedKeysType = makeModuleType(defineOrderedKeys);
    orderedValuesType = makeModuleType(defineOrderedValues);
    orderedItemsType = makeModuleType(defineOrderedItems);
    orderedIteratorType = makeModuleType(defineOrderedIterator);
    if (!orderedKeysType || !orderedValuesType || !orderedItemsType || !orderedIteratorType) return nullptr;
    return module.release();
}

}

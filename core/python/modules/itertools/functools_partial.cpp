// SPDX-License-Identifier: GPL-3.0-or-later

// functools.partial and the keys of functools.cmp_to_key.

#include <cstddef>
#include <string>
#include <vector>

#include "core/python/modules/itertools/functools_types.h"
#include "core/python/objects/classes/generic_alias.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/exceptions/warnings.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/model/runtime.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

namespace {

struct PartialObject : Object {
    Object *func, *args, *keywords, *dict, *weakrefs;
    void* vectorcall;
};

PartialObject* partial(Object* o) { return static_cast<PartialObject*>(o); }
bool isPartial(Object* o, Type* like) { return o->type->create == like->create && o->type->dictOffset == offsetof(PartialObject, dict); }

Owned joinTuples(Object* a, Object* const* items, size_t count) {
    ssize before = a ? asTuple(a)->count : 0;
    Ref<TupleObject> all = newTuple(before + static_cast<ssize>(count));
    if (!all || all->count == 0) return all.release();
    for (ssize i = 0; i < before; i++) all->items[i] = newRef(asTuple(a)->items[i]).pointer;
    for (size_t i = 0; i < count; i++) all->items[before + static_cast<ssize>(i)] = newRef(items[i]).pointer;
    recordCells(all);
    return all.release();
}

Owned partialCreate(Type* type, Args args) {
    if (args.count < 1) return raise(exc::TypeError, "type 'partial' takes at least one argument");
    Object* function = args[0];
    if (!isCallable(function)) return raise(exc::TypeError, "the first argument must be callable");
    Object *innerArgs = nullptr, *innerKeywords = nullptr;
    // A partial of a plain partial is one partial.
    if (isPartial(function, type) && !partial(function)->dict) {
        innerArgs = partial(function)->args;
        innerKeywords = partial(function)->keywords;
        function = partial(function)->func;
    }
    Held<> all(joinTuples(innerArgs, args.values + 1, args.count - 1));
    if (!all) return nullptr;
    Held<> keywords(innerKeywords ? dictCopy(innerKeywords) : Owned(newDict()));
    if (!keywords) return nullptr;
    for (size_t i = 0; i < args.keywordCount(); i++)
        if (!dictSet(keywords, args.keywordName(i), args.keywordValue(i))) return nullptr;
    Owned made = type->alloc(type, 0);
    if (!made) return nullptr;
    PartialObject* p = partial(made.pointer);
    p->func = newRef(function).pointer;
    p->args = all.release().pointer;
    p->keywords = keywords.release().pointer;
    recordCells(p);
    return made;
}

Owned partialCall(Object* o, Args args) {
    PartialObject* p = partial(o);
    Held<> function(Held<>::share(p->func)), own(Held<>::share(p->args)), keywords(Held<>::share(p->keywords));
    ssize ownKeywords = dictLength(keywords);
    TupleObject* first = asTuple(own);
    if (ownKeywords == 0) {
        std::vector<Object*> all(first->items, first->items + first->count);
        all.insert(all.end(), args.values, args.values + args.count + args.keywordCount());
        return call(function, Args{all.data(), static_cast<size_t>(first->count) + args.count, args.names});
    }
    Held<> merged(dictCopy(keywords));
    if (!merged) return nullptr;
    for (size_t i = 0; i < args.keywordCount(); i++)
        if (!dictSet(merged, args.keywordName(i), args.keywordValue(i))) return nullptr;
    Held<> positional(joinTuples(own, args.values, args.count));
    return positional ? callWithTuple(function, positional, merged) : Owned(nullptr);
}

// A partial in a class is no method yet; that it will be one is warned of.
Owned partialGet(Object* self, Object* instance, Object*) {
    if (!instance || isNone(instance)) return newRef(self);
    if (!warn(exc::FutureWarning, "functools.partial will be a method descriptor in future Python versions; "
                                  "wrap it in staticmethod() if you want to preserve the old behavior"))
        return nullptr;
    return newRef(self);
}

Owned partialRepr(Object* o) {
    int entered = reprEnter(o);
    if (entered) return entered > 0 ? newStr("...") : Owned(nullptr);
    PartialObject* p = partial(o);
    std::string text;
    Held<> module(getAttr(o->type, names::dunderModule));
    Held<> qualname(getAttr(o->type, names::dunderQualname));
    bool good = module && qualname;
    if (good) text = strToUtf8(module) + "." + strToUtf8(qualname) + "(";
    good = good && appendRepr(text, p->func);
    Held<> args(Held<>::share(p->args)), keywords(Held<>::share(p->keywords));
    for (ssize i = 0; good && i < asTuple(args)->count; i++) {
        text += ", ";
        good = appendRepr(text, asTuple(args)->items[i]);
    }
    ssize position = 0;
    Object *key, *value;
    while (good && dictNext(keywords, &position, &key, &value)) {
        text += ", ";
        good = appendStr(text, key);
        text += "=";
        good = good && appendRepr(text, value);
    }
    reprLeave(o);
    return good ? newStr(text + ")") : Owned(nullptr);
}

Owned partialReduce(Object* o) {
    PartialObject* p = partial(o);
    Ref<> one = packTuple(p->func);
    if (!one) return nullptr;
    Ref<> state = packTuple(p->func, p->args, p->keywords, p->dict ? p->dict : None);
    return state ? packTuple(static_cast<Object*>(o->type), one.get(), state.get()) : Owned(nullptr);
}

Owned partialSetState(Object* o, Object* state) {
    if (!isTuple(state) || asTuple(state)->count != 4 || !isCallable(asTuple(state)->items[0]) || !isTuple(asTuple(state)->items[1]) ||
        (asTuple(state)->items[2] != None && !isDict(asTuple(state)->items[2])))
        return raise(exc::TypeError, "invalid partial state");
    Object** item = asTuple(state)->items;
    PartialObject* p = partial(o);
    Held<> keywords(item[2] == None ? Owned(newDict()) : isExactDict(item[2]) ? newRef(item[2]) : dictCopy(item[2]));
    Ref<> args = sequenceToTuple(item[1]);
    if (!keywords || !args) return nullptr;
    setField(o, p->func, newRef(item[0]));
    setField(o, p->args, args.release());
    setField(o, p->keywords, keywords.release());
    setField(o, p->dict, item[3] == None ? Owned(nullptr) : newRef(item[3]));
    return newNone();
}

Owned getDict(Object* o) { return instanceDict(o); }
bool setDict(Object* o, Object* v) {
    if (!v) return raise(exc::TypeError, "cannot delete __dict__");
    if (!isDict(v)) return raise(exc::TypeError, "__dict__ must be set to a dictionary, not a '{}'", v->type->name);
    return setInstanceDict(o, v);
}

constexpr Field partialFields[] = {{"func", offsetof(PartialObject, func)},
                                   {"args", offsetof(PartialObject, args)},
                                   {"keywords", offsetof(PartialObject, keywords)},
                                   {"__dict__", offsetof(PartialObject, dict)},
                                   {}};
constexpr MemberDef partialMembers[] = {{"func", MemberKind::Object, offsetof(PartialObject, func)},
                                        {"args", MemberKind::Object, offsetof(PartialObject, args)},
                                        {"keywords", MemberKind::Object, offsetof(PartialObject, keywords)},
                                        {}};
constexpr MethodDef partialMethods[] = {
    {"__reduce__", partialReduce}, {"__setstate__", partialSetState}, {"__class_getitem__", classGetItem, NativeBinding::Class}, {}};
constexpr GetSetDef partialGetSets[] = {{"__dict__", getDict, setDict}, {}};

// ---- cmp_to_key ------------------------------------------------------------------------------------------------------------

struct KeyObject : Object {
    Object *compare, *object;
};
KeyObject* key(Object* o) { return static_cast<KeyObject*>(o); }

Owned keyCall(Object* o, Args args) {
    Object* p[1] = {nullptr};
    if (!parseArgs("K", args, "obj", p)) return nullptr;
    Ref<> made = newKeyMaker(o->type, key(o)->compare);
    if (made) setField(made.get(), key(made)->object, newRef(p[0]));
    return made.release();
}

Owned keyCompare(Object* a, Object* b, Comparison op) {
    if (b->type != a->type) return raise(exc::TypeError, "other argument must be K instance");
    Object *x = key(a)->object, *y = key(b)->object;
    if (!x || !y) return raise(exc::AttributeError, "object");
    Held<> compare(Held<>::share(key(a)->compare));
    Held<> result(call(compare, x, y));
    if (!result) return nullptr;
    Held<> zero(newInt(0));
    return richCompare(result, zero, op);
}

Owned keySignature(Object*) { return newStr("(obj)"); }
constexpr GetSetDef keyGetSets[] = {{"__text_signature__", keySignature}, {}};
constexpr Field keyFields[] = {{"cmp", offsetof(KeyObject, compare)}, {"obj", offsetof(KeyObject, object)}, {}};
constexpr MemberDef keyMembers[] = {{"obj", MemberKind::Object, offsetof(KeyObject, object), false}, {}};

}

Owned newKeyMaker(Type* type, Object* compare) {
    Owned made = type->alloc(type, 0);
    if (!made) return nullptr;
    key(made.pointer)->compare = newRef(compare).pointer;
    recordCells(made.pointer);
    return made;
}

void definePartialType(Type* t) {
    t->name = "functools.partial";
    t->doc = "Create a new function with partial application of the given arguments and keywords.";
    t->basicSize = sizeof(PartialObject);
    t->flags = BaseType | HaveGc | HaveVectorcall;
    t->dictOffset = offsetof(PartialObject, dict);
    t->weaklistOffset = offsetof(PartialObject, weakrefs);
    t->fields = partialFields;
    t->members = partialMembers;
    t->methods = partialMethods;
    t->getsets = partialGetSets;
    t->create = partialCreate;
    t->call = partialCall;
    t->repr = partialRepr;
    t->descrGet = partialGet;
}

void defineKeyType(Type* t) {
    t->name = "functools.KeyWrapper";
    t->basicSize = sizeof(KeyObject);
    t->flags = HaveGc | DisallowInstantiation;
    t->fields = keyFields;
    t->getsets = keyGetSets;
    t->members = keyMembers;
    t->call = keyCall;
    t->richCompare = keyCompare;
    t->hash = hashNotImplemented;
}

}

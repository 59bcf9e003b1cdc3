// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/modules/threads/thread_local.h"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "core/python/objects/classes/weakref_object.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/module_types.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"
#include "core/python/threads/scheduler.h"

namespace memtape {

namespace {

// 72 bytes with the GC head, as CPython's.
struct LocalObject : Object {
    Object *arguments, *keywords; // of the call that made it: __init__ gets them again in each thread
    Object* dicts;                // by the thread's number: its attributes
    Object* weakrefs;
    void* unused;
};

LocalObject* local(Object* o) { return static_cast<LocalObject*>(o); }

std::vector<Object*> allLocals;
RuntimeCache localsCache([] { allLocals.clear(); });

// Runs __init__ for a thread that sees the object for the first time.
bool initialise(Object* o) {
    if (o->type->init == types::Object->init) return true;
    Held<> init(lookupSpecial(o, names::dunderInit));
    if (!init) return errorOccurred() ? false : true;
    Ref<> result = callWithTuple(init, local(o)->arguments, local(o)->keywords);
    if (!result) return false;
    if (!isNone(result)) return raise(exc::TypeError, "__init__() should return None, not '{}'", result->type->name);
    return true;
}

// The running thread's attributes, shared. Null: an exception is pending.
Owned attributesOf(Object* o) {
    Held<> number(newInt(currentThread().number));
    if (!number) return nullptr;
    if (Object* found = dictFind(local(o)->dicts, number)) return newRef(found);
    Held<> made{Owned(newDict())};
    if (!made || !dictSet(local(o)->dicts, number, made)) return nullptr;
    if (initialise(o)) return made.release();
    Held<> problem(takeError());
    dictDelete(local(o)->dicts, number);
    restoreError(problem.release());
    return nullptr;
}

Owned getAttribute(Object* o, Object* name) {
    Held<> dict(attributesOf(o));
    if (!dict) return nullptr;
    if (strEquals(name, names::dunderDict)) return dict.release();
    Held<> found(Held<>::share(lookupInType(o->type, name)));
    DescrGetFunc get = found ? found->type->descrGet : nullptr;
    if (get && found->type->descrSet) return get(found, o, o->type);
    if (Object* value = dictFind(dict, name)) return newRef(value);
    if (errorOccurred()) return nullptr;
    if (get) return get(found, o, o->type);
    if (found) return found.release();
    return raiseAttributeError(o, name, "'{}' object has no attribute '{}'");
}

bool setAttribute(Object* o, Object* name, Object* value) {
    if (strEquals(name, names::dunderDict)) return raiseAttributeError(o, name, "'{}' object attribute '{}' is read-only");
    Held<> dict(attributesOf(o));
    if (!dict) return false;
    Held<> found(Held<>::share(lookupInType(o->type, name)));
    if (found)
        if (DescrSetFunc set = found->type->descrSet) return set(found, o, value);
    if (value) return dictSet(dict, name, value);
    int deleted = dictDelete(dict, name);
    if (deleted == 0) return raiseAttributeError(o, name, "'{}' object has no attribute '{}'");
    return deleted > 0;
}

Owned create(Type* type, Args args) {
    bool isGiven = args.count > 0 || args.keywordCount() > 0;
    if (isGiven && type->init == types::Object->init) return raise(exc::TypeError, "Initialization arguments are not supported");
    Held<> arguments(newTupleOf(args.values, static_cast<ssize>(args.count)));
    Held<> keywords, dicts{Owned(newDict())}, attributes{Owned(newDict())}, number(newInt(currentThread().number));
    if (!arguments || !dicts || !attributes || !number) return nullptr;
    if (args.keywordCount()) {
        keywords = Owned(newDict());
        if (!keywords) return nullptr;
        for (size_t i = 0; i < args.keywordCount(); ++i)
            if (!dictSet(keywords, args.keywordName(i), args.keywordValue(i))) return nullptr;
    }
    if (!dictSet(dicts, number, attributes)) return nullptr;
    Owned made = type->alloc(type, 0);
    if (!made) return nullptr;
    local(made.pointer)->arguments = arguments.release().pointer;
    local(made.pointer)->keywords = keywords ? keywords.release().pointer : nullptr;
    local(made.pointer)->dicts = dicts.release().pointer;
    allLocals.push_back(made.pointer);
    recordCells(made.pointer);
    return made;
}

void deallocLocal(Object* o) {
    gcUntrack(o);
    std::erase(allLocals, o);
    if (local(o)->weakrefs) clearWeakReferences(o);
    Dying dying(o);
    dropFields(o);
    freeObject(o);
}

constexpr Field localFields[] = {
    {"args", offsetof(LocalObject, arguments)}, {"kw", offsetof(LocalObject, keywords)}, {"dicts", offsetof(LocalObject, dicts)}, {}};

}

void forgetLocalsOf(const Thread& thread) {
    Held<> number(newInt(thread.number));
    for (size_t i = 0; number && i < allLocals.size(); ++i) {
        if (!local(allLocals[i])->dicts) continue;
        Held<> keep(newRef(allLocals[i]));
        Held<> dict(Held<>::share(dictFind(local(keep)->dicts, number)));
        if (!dict) continue;
        dictDelete(local(keep)->dicts, number);
        dict.reset();
        i = static_cast<size_t>(-1); // what died may have made or dropped others
    }
    clearError();
}

void defineThreadLocalType(Type* t) {
    t->name = "_thread._local";
    t->doc = "Thread-local data";
    t->basicSize = sizeof(LocalObject);
    t->flags = HaveGc | BaseType;
    t->weaklistOffset = offsetof(LocalObject, weakrefs);
    t->fields = localFields;
    t->dealloc = deallocLocal;
    t->create = create;
    t->getAttr = getAttribute;
    t->setAttr = setAttribute;
}

}

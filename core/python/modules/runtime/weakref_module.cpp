// SPDX-License-Identifier: GPL-3.0-or-later

// _weakref: what weakref (python/weakref.py) has in native code.

#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/classes/weakref_object.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/native.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/model/runtime.h"
#include "core/python/objects/numbers/int_object.h"

namespace memtape {

namespace {

Owned proxy(Object*, Args args) { return newWeakProxy(args[0], args.count > 1 ? args[1] : nullptr); }
Owned referenceCount(Object*, Object* o) { return newInt(weakReferenceCount(o)); }

Owned references(Object*, Object* o) {
    Ref<ListObject> list = newList(0);
    WeakReferenceObject** head = weakList(o);
    if (!list || !head) return list.release();
    for (WeakReferenceObject* r = *head; r; r = r->next)
        if (r->refcount > 0 && !listAppend(list, r)) return nullptr;
    return list.release();
}

// Takes the entry out of the dict only where its weak reference is dead: it may have been replaced meanwhile.
Owned removeDead(Object*, Args args) {
    if (!isDict(args[0])) return raise(exc::TypeError, "_remove_dead_weakref() argument 1 must be dict, not {}", args[0]->type->name);
    Object* found = dictFind(args[0], args[1]);
    if (!found) return errorOccurred() ? Owned(nullptr) : newNone();
    if (!isInstance(found, types::WeakReference)) return raise(exc::TypeError, "not a weakref");
    if (weakTarget(found)) return newNone();
    return dictDelete(args[0], args[1]) < 0 ? Owned(nullptr) : newNone();
}

constexpr MethodDef functions[] = {
    {"proxy", proxy, 1, 2}, {"getweakrefcount", referenceCount}, {"getweakrefs", references}, {"_remove_dead_weakref", removeDead, 2, 2}, {}};

}

Owned makeWeakrefModule() {
    Ref<> m = newModule("_weakref");
    if (!m || !addFunctions(m, functions)) return nullptr;
    if (!addToModule(m, "ref", newRef(types::WeakReference)) || !addToModule(m, "ReferenceType", newRef(types::WeakReference)) ||
        !addToModule(m, "ProxyType", newRef(types::WeakProxy)) || !addToModule(m, "CallableProxyType", newRef(types::WeakCallableProxy)))
        return nullptr;
    return m.release();
}

}

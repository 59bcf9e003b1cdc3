// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Weak references: an object's list of them begins in the object (managed: in front of it; else at weaklistOffset). A reference without
// callback is shared and stands first in the list, a plain proxy without callback second, as CPython has it.

#include "core/python/objects/model/object.h"
#include "core/python/objects/model/type.h"

namespace memtape {

struct WeakReferenceObject : Object {
    Object* target;   // not counted; None once the target is dead
    Object* callback; // counted or null
    int64_t hash;
    WeakReferenceObject *previous, *next;
    void* vectorcall;
};

Owned newWeakReference(Object* target, Object* callbackOrNull);
Owned newWeakProxy(Object* target, Object* callbackOrNull);
// The target where it is alive (count above zero), else null: borrowed.
Object* weakTarget(Object* reference);
WeakReferenceObject** weakList(Object* o); // null: the type has no weak references
void clearWeakReferences(Object* o);       // at death: all are cleared, then callbacks run, latest first
void clearWeakReferencesWithoutCallbacks(Object* o);
void clearWeakReference(WeakReferenceObject* reference); // out of the list; the callback is kept for the caller (collector)
ssize weakReferenceCount(Object* o);

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the files of `type` share: type_ready, type_slots, type_new, type_attributes, object_type.

#include <string_view>

#include "core/python/objects/model/type.h"

namespace memtape {

// type_ready.cpp
Owned mroOf(Type* type);                   // type.mro(): a list
std::string_view docBody(const char* doc); // a doc without the text signature in front

// type_slots.cpp
bool addSlotWrappers(Type* type); // `__add__` … for the slots that the type fills itself
bool isSlotNew(NewFunc f);        // a class whose `__new__` is found by name
bool isSlotInit(InitFunc f);
int64_t hashNotImplementedSlot(Object* o); // tp_hash of the unhashable
Owned slotGetAttrHook(Object* self, Object* name);
void slotFinalize(Object* self);

// type_new.cpp
Type* solidBase(Type* type); // the class that last added to the layout
void subtypeDealloc(Object* o);
int subtypeTraverse(Object* o, Visit visit, void* context);
void subtypeClear(Object* o);
void freeClassTexts(Type* type);                                 // what of it lies outside the region
bool mangledName(Object* className, Object* name, Object** out); // new reference: `__x` → `_C__x`

// class_checks.cpp
int recursiveIsInstance(Object* o, Object* cls); // without __instancecheck__: 1, 0, -1
int recursiveIsSubclass(Object* sub, Object* cls);

// object_type.cpp
bool objectInit(Object* self, Args args);
Owned objectNew(Type* type, Args args);
Owned objectRepr(Object* self);

// type_attributes.cpp
Owned typeCall(Object* self, Args args);
Owned typeGetAttr(Object* self, Object* name);
Owned typeFindAttr(Object* self, Object* name, bool* failed); // null and not failed: no such attribute
Owned typeDict(Object* self);                                 // the mappingproxy
void forgetMethodCache();

}

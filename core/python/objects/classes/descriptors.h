// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Descriptors: what stands in a class's dict and decides what an attribute of its instances is.

#include "core/python/objects/model/native.h"
#include "core/python/objects/model/object.h"
#include "core/python/objects/model/type.h"

namespace memtape {

struct SlotDef;

// The common head of the builtin descriptors.
struct DescriptorObject : Object {
    Object *owner /*a Type*/, *name, *qualname;
};
struct MethodDescriptorObject : DescriptorObject {
    const MethodDef* definition;
    void* vectorcall;
};
struct GetSetDescriptorObject : DescriptorObject {
    const GetSetDef* definition;
};
struct MemberDescriptorObject : DescriptorObject {
    const MemberDef* definition;
};
struct SlotWrapperObject : DescriptorObject {
    const SlotDef* slot;
    void* wrapped;
};
struct MethodWrapperObject : Object {
    Object *descriptor, *self;
};
struct PropertyObject : Object {
    Object *fget, *fset, *fdel, *doc, *name;
    bool getterDoc;
};
struct ClassMethodObject : Object {
    Object *callable, *dict;
}; // staticmethod has the same layout

inline Type* descriptorOwner(Object* d) { return reinterpret_cast<Type*>(static_cast<DescriptorObject*>(d)->owner); }

Owned newMethodDescriptor(Type* owner, const MethodDef* definition);
Owned newClassMethodDescriptor(Type* owner, const MethodDef* definition);
Owned newGetSetDescriptor(Type* owner, const GetSetDef* definition);
Owned newMemberDescriptor(Type* owner, const MemberDef* definition);
Owned newSlotWrapper(Type* owner, const SlotDef* slot, void* wrapped);
Owned newMethodWrapper(Object* slotWrapper, Object* self);
Owned newClassMethod(Object* callable);
Owned newStaticMethod(Object* callable);

// A member read and written as MemberDef says.
Owned readMember(Object* o, const MemberDef* member);
bool writeMember(Object* o, const MemberDef* member, Object* value);

// A dunder that a slot stands for (type_slots.cpp).
using WrapperFunc = Owned (*)(Object* self, Args args, void* wrapped);
struct SlotDef {
    Object** name;       // in names::
    uint32_t offset;     // of the slot in Type
    void* function;      // what the slot calls when the class has the dunder in Python; null: nothing
    WrapperFunc wrapper; // how the dunder calls the slot; null: no wrapper is made
    const char* doc;
    bool keywords = false;
};

}

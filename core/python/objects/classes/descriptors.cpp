// SPDX-License-Identifier: GPL-3.0-or-later

// The descriptors that readyType() puts into a builtin type's dict: methods, getsets, members, slot wrappers.

#include "core/python/objects/classes/descriptors.h"

#include <cstddef>
#include <string>

#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/classes/text_signatures.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/model/type_parts.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/native_call.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/protocol/text_protocol.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

int64_t pointerHash(const void* p);

namespace {

DescriptorObject* descriptor(Object* o) { return static_cast<DescriptorObject*>(o); }
const MethodDef* methodOf(Object* o) { return static_cast<MethodDescriptorObject*>(o)->definition; }

template <class T> T* makeDescriptor(Type* kind, Type* owner, const char* name) {
    Ref<> interned = internStr(name);
    if (!interned) return nullptr;
    auto* d = static_cast<T*>(allocateGcObject(kind, sizeof(T)));
    if (!d) return nullptr;
    d->owner = newRef(owner).pointer;
    d->name = interned.releaseRaw();
    d->qualname = nullptr;
    return d;
}

Owned finishDescriptor(Object* d) {
    gcTrack(d);
    recordCells(d);
    return Owned(d);
}

// The instance must be one of the class that the descriptor stands in.
bool checkInstance(Object* d, Object* o) {
    Type* owner = descriptorOwner(d);
    if (isInstance(o, owner)) return true;
    return raise(exc::TypeError, "descriptor '{}' for '{}' objects doesn't apply to a '{}' object", descriptor(d)->name, owner->name, o->type->name);
}

bool checkSetInstance(Object* d, Object* o) {
    Type* owner = descriptorOwner(d);
    if (isInstance(o, owner)) return true;
    return raise(exc::TypeError, "descriptor '{}' for '{}' objects doesn't apply to a '{}' object", descriptor(d)->name, owner->name, o->type->name);
}

Owned reprAs(Object* d, const char* format) {
    const FormatArg parts[] = {descriptor(d)->name, descriptorOwner(d)->name};
    return formatMessage(format, parts, 2);
}

// ---- attributes that all have ----------------------------------------------------------------------------------------------

Owned getQualname(Object* o) {
    DescriptorObject* d = descriptor(o);
    if (!d->qualname) {
        Held<> owner(getAttr(d->owner, names::dunderQualname));
        if (!owner) return nullptr;
        if (!isStr(owner)) return raise(exc::TypeError, "<descriptor>.__objclass__.__qualname__ is not a unicode object");
        const FormatArg parts[] = {owner.get(), d->name};
        Owned made = formatMessage("{}.{}", parts, 2);
        if (!made) return nullptr;
        setField(o, d->qualname, made);
    }
    return newRef(d->qualname);
}

Owned reduceDescriptor(Object* o) {
    Held<> key(newStr("getattr"));
    Ref<> getter = key ? getItem(interpreter.builtins, key) : Owned(nullptr);
    if (!getter) return nullptr;
    Ref<> pair = packTuple(descriptor(o)->owner, descriptor(o)->name);
    return pair ? packTuple(getter.get(), pair.get()) : Owned(nullptr);
}

Owned docOf(const char* doc) { return doc ? newStr(docBody(doc)) : newNone(); }
Owned methodDoc(Object* o) { return docOf(methodOf(o)->doc); }
Owned methodSignature(Object* o) { return signatureOfMethod(descriptorOwner(o), methodOf(o)); }
Owned slotDoc(Object* o) { return docOf(static_cast<SlotWrapperObject*>(o)->slot->doc); }
Owned noneDoc(Object*) { return newNone(); }
Owned slotSignature(Object* o) { return signatureOfSlot(strToUtf8(descriptor(o)->name)); }

constexpr MethodDef descriptorMethods[] = {{"__reduce__", reduceDescriptor}, {}};
constexpr MemberDef descriptorMembers[] = {
    {"__objclass__", MemberKind::Object, offsetof(DescriptorObject, owner)}, {"__name__", MemberKind::Object, offsetof(DescriptorObject, name)}, {}};
constexpr GetSetDef methodGetSets[] = {{"__doc__", methodDoc}, {"__qualname__", getQualname}, {"__text_signature__", methodSignature}, {}};
constexpr GetSetDef dataGetSets[] = {{"__doc__", noneDoc}, {"__qualname__", getQualname}, {}};
constexpr GetSetDef slotGetSets[] = {{"__doc__", slotDoc}, {"__qualname__", getQualname}, {"__text_signature__", slotSignature}, {}};
constexpr Field descriptorFields[] = {{"__objclass__", offsetof(DescriptorObject, owner)},
                                      {"__name__", offsetof(DescriptorObject, name)},
                                      {"__qualname__", offsetof(DescriptorObject, qualname)},
                                      {}};

// A descriptor's names cannot be part of a cycle.
int traverseDescriptor(Object* o, Visit visit, void* context) {
    Object* owner = static_cast<DescriptorObject*>(o)->owner;
    return owner ? visit(owner, context) : 0;
}

// ---- methods ---------------------------------------------------------------------------------------------------------------

Owned methodGet(Object* d, Object* instance, Object*) {
    if (!instance) return newRef(d);
    if (!checkInstance(d, instance)) return nullptr;
    return newNativeFunction(methodOf(d), instance, nullptr);
}

Owned methodCallUnbound(Object* d, Args args) {
    if (args.count < 1) {
        Ref<> text = functionText(d);
        if (!text) return nullptr;
        return raise(exc::TypeError, "unbound method {} needs an argument", text.get());
    }
    if (!checkInstance(d, args[0])) return nullptr;
    return callNative(methodOf(d), args[0], args.withoutFirst(), d);
}

Owned classMethodGet(Object* d, Object* instance, Object* type) {
    Type* owner = descriptorOwner(d);
    if (!type) {
        if (!instance)
            return raise(exc::TypeError, "descriptor '{}' for type '{}' needs either an object or a type", descriptor(d)->name, owner->name);
        type = instance->type;
    }
    if (!isType(type))
        return raise(exc::TypeError, "descriptor '{}' for type '{}' needs a type, not a '{}' as arg 2", descriptor(d)->name, owner->name,
                     type->type->name);
    if (!isSubtype(static_cast<Type*>(type), owner))
        return raise(exc::TypeError, "descriptor '{}' requires a subtype of '{}' but received '{}'", descriptor(d)->name, owner->name,
                     static_cast<Type*>(type)->name);
    return newNativeFunction(methodOf(d), type, nullptr);
}

Owned classMethodCall(Object* d, Args args) {
    if (args.count < 1)
        return raise(exc::TypeError, "descriptor '{}' of '{}' object needs an argument", descriptor(d)->name, descriptorOwner(d)->name);
    Held<> bound(classMethodGet(d, nullptr, args[0]));
    return bound ? call(bound, args.withoutFirst()) : Owned(nullptr);
}

Owned methodRepr(Object* d) { return reprAs(d, "<method '{}' of '{}' objects>"); }

// ---- getsets and members ---------------------------------------------------------------------------------------------------

const GetSetDef* getSetOf(Object* d) { return static_cast<GetSetDescriptorObject*>(d)->definition; }
const MemberDef* memberOf(Object* d) { return static_cast<MemberDescriptorObject*>(d)->definition; }

Owned getSetGet(Object* d, Object* instance, Object*) {
    if (!instance) return newRef(d);
    if (!checkInstance(d, instance)) return nullptr;
    if (getSetOf(d)->get) return getSetOf(d)->get(instance);
    return raise(exc::AttributeError, "attribute '{}' of '{}' objects is not readable", descriptor(d)->name, descriptorOwner(d)->name);
}

bool getSetSet(Object* d, Object* instance, Object* value) {
    if (!checkSetInstance(d, instance)) return false;
    if (getSetOf(d)->set) return getSetOf(d)->set(instance, value);
    return raise(exc::AttributeError, "attribute '{}' of '{}' objects is not writable", descriptor(d)->name, descriptorOwner(d)->name);
}

Owned getSetRepr(Object* d) { return reprAs(d, "<attribute '{}' of '{}' objects>"); }

Owned memberGet(Object* d, Object* instance, Object*) {
    if (!instance) return newRef(d);
    if (!checkInstance(d, instance)) return nullptr;
    return readMember(instance, memberOf(d));
}

bool memberSet(Object* d, Object* instance, Object* value) { return checkSetInstance(d, instance) && writeMember(instance, memberOf(d), value); }

Owned memberRepr(Object* d) { return reprAs(d, "<member '{}' of '{}' objects>"); }

// ---- slot wrappers -----------------------------------------------------------------------------------------------------------

Owned runSlot(Object* d, Object* self, Args args) {
    auto* w = static_cast<SlotWrapperObject*>(d);
    if (!w->slot->keywords && args.keywordCount()) return raise(exc::TypeError, "wrapper {}() takes no keyword arguments", w->name);
    return w->slot->wrapper(self, args, w->wrapped);
}

Owned slotGet(Object* d, Object* instance, Object*) {
    if (!instance) return newRef(d);
    if (!checkInstance(d, instance)) return nullptr;
    return newMethodWrapper(d, instance);
}

Owned slotCallUnbound(Object* d, Args args) {
    Type* owner = descriptorOwner(d);
    if (args.count < 1) return raise(exc::TypeError, "descriptor '{}' of '{}' object needs an argument", descriptor(d)->name, owner->name);
    if (!isInstance(args[0], owner))
        return raise(exc::TypeError, "descriptor '{}' requires a '{}' object but received a '{}'", descriptor(d)->name, owner->name,
                     args[0]->type->name);
    return runSlot(d, args[0], args.withoutFirst());
}

Owned slotRepr(Object* d) { return reprAs(d, "<slot wrapper '{}' of '{}' objects>"); }

MethodWrapperObject* wrapper(Object* o) { return static_cast<MethodWrapperObject*>(o); }

Owned wrapperCall(Object* o, Args args) { return runSlot(wrapper(o)->descriptor, wrapper(o)->self, args); }

Owned wrapperRepr(Object* o) {
    MethodWrapperObject* w = wrapper(o);
    const std::string address = addressText(w->self);
    const FormatArg parts[] = {descriptor(w->descriptor)->name, w->self->type->name, address};
    return formatMessage("<method-wrapper '{}' of {} object at {}>", parts, 3);
}

Owned wrapperCompare(Object* a, Object* b, Comparison op) {
    if ((op != Comparison::Eq && op != Comparison::Ne) || a->type != types::MethodWrapper || b->type != types::MethodWrapper) return notImplemented();
    bool same = wrapper(a)->descriptor == wrapper(b)->descriptor && wrapper(a)->self == wrapper(b)->self;
    return newBool(op == Comparison::Eq ? same : !same);
}

int64_t wrapperHash(Object* o) {
    int64_t h = pointerHash(wrapper(o)->self) ^ pointerHash(wrapper(o)->descriptor);
    return h == -1 ? -2 : h;
}

Owned wrapperName(Object* o) { return newRef(descriptor(wrapper(o)->descriptor)->name); }
Owned wrapperQualname(Object* o) { return getQualname(wrapper(o)->descriptor); }
Owned wrapperObjclass(Object* o) { return newRef(descriptor(wrapper(o)->descriptor)->owner); }
Owned wrapperDoc(Object* o) { return slotDoc(wrapper(o)->descriptor); }
Owned wrapperSignature(Object* o) { return slotSignature(wrapper(o)->descriptor); }

constexpr Field wrapperFields[] = {{"descriptor", offsetof(MethodWrapperObject, descriptor)}, {"__self__", offsetof(MethodWrapperObject, self)}, {}};
constexpr MemberDef wrapperMembers[] = {{"__self__", MemberKind::Object, offsetof(MethodWrapperObject, self)}, {}};
constexpr GetSetDef wrapperGetSets[] = {{"__objclass__", wrapperObjclass},        {"__name__", wrapperName},
                                        {"__qualname__", wrapperQualname},        {"__doc__", wrapperDoc},
                                        {"__text_signature__", wrapperSignature}, {}};

void defineDescriptor(Type* t, const char* name, size_t size, uint64_t flags) {
    t->name = name;
    t->basicSize = static_cast<ssize>(size);
    t->flags = HaveGc | DisallowInstantiation | flags;
    t->fields = descriptorFields;
    t->traverse = traverseDescriptor;
    t->methods = descriptorMethods;
    t->members = descriptorMembers;
}

}

// ---- members of structs --------------------------------------------------------------------------------------------------------

Owned readMember(Object* o, const MemberDef* m) {
    char* at = reinterpret_cast<char*>(o) + m->offset;
    switch (m->kind) {
    case MemberKind::Object: {
        Object* value = *reinterpret_cast<Object**>(at);
        return value ? newRef(value) : newNone();
    }
    case MemberKind::ObjectOrError: {
        Object* value = *reinterpret_cast<Object**>(at);
        if (value) return newRef(value);
        Ref<> name = newStr(m->name), type = typeQualifiedName(o->type);
        if (!name || !type) return nullptr;
        std::string format = "'" + strToUtf8(type) + "' object has no attribute '" + m->name + "'";
        if (format.starts_with("'__main__.")) format.erase(1, std::string_view("__main__.").size());
        for (size_t at = 0; (at = format.find_first_of("{}", at)) != std::string::npos; at += 2) format.insert(at, 1, format[at]);
        return raiseAttributeError(o, name, format);
    }
    case MemberKind::Ssize: return newInt(*reinterpret_cast<ssize*>(at));
    case MemberKind::Int32: return newInt(*reinterpret_cast<int32_t*>(at));
    case MemberKind::Bool: return newBool(*at);
    case MemberKind::CString: {
        const char* text = *reinterpret_cast<const char**>(at);
        return text ? newStr(text) : newNone();
    }
    }
    return nullptr;
}

bool writeMember(Object* o, const MemberDef* m, Object* value) {
    if (m->readOnly || m->kind == MemberKind::CString) return raise(exc::AttributeError, "readonly attribute");
    char* at = reinterpret_cast<char*>(o) + m->offset;
    auto& field = *reinterpret_cast<Object**>(at);
    if (m->kind == MemberKind::Object) {
        setField(o, field, value ? newRef(value) : Owned(nullptr));
        return true;
    }
    if (m->kind == MemberKind::ObjectOrError) {
        if (!value && !field) {
            return raise(exc::AttributeError, "{}", m->name);
        }
        setField(o, field, value ? newRef(value) : Owned(nullptr));
        return true;
    }
    if (!value) return raise(exc::TypeError, "can't delete numeric/char attribute");
    if (m->kind == MemberKind::Bool) {
        if (!isBool(value)) return raise(exc::TypeError, "attribute value type must be bool");
        *at = value == True;
        return true;
    }
    ssize number = indexAsSize(value, exc::OverflowError);
    if (number == -1 && errorOccurred()) return false;
    if (m->kind == MemberKind::Int32) *reinterpret_cast<int32_t*>(at) = static_cast<int32_t>(number);
    else *reinterpret_cast<ssize*>(at) = number;
    return true;
}

// ---- making them -------------------------------------------------------------------------------------------------------------------

Owned newMethodDescriptor(Type* owner, const MethodDef* definition) {
    auto* d = makeDescriptor<MethodDescriptorObject>(types::MethodDescriptor, owner, definition->name);
    if (!d) return nullptr;
    d->definition = definition;
    d->vectorcall = nullptr;
    return finishDescriptor(d);
}
Owned newClassMethodDescriptor(Type* owner, const MethodDef* definition) {
    auto* d = makeDescriptor<MethodDescriptorObject>(types::ClassMethodDescriptor, owner, definition->name);
    if (!d) return nullptr;
    d->definition = definition;
    d->vectorcall = nullptr;
    return finishDescriptor(d);
}
Owned newGetSetDescriptor(Type* owner, const GetSetDef* definition) {
    auto* d = makeDescriptor<GetSetDescriptorObject>(types::GetSetDescriptor, owner, definition->name);
    if (!d) return nullptr;
    d->definition = definition;
    return finishDescriptor(d);
}
Owned newMemberDescriptor(Type* owner, const MemberDef* definition) {
    auto* d = makeDescriptor<MemberDescriptorObject>(types::MemberDescriptor, owner, definition->name);
    if (!d) return nullptr;
    d->definition = definition;
    return finishDescriptor(d);
}
Owned newSlotWrapper(Type* owner, const SlotDef* slot, void* wrapped) {
    Ref<> name = newRef(*slot->name);
    auto* d = static_cast<SlotWrapperObject*>(allocateGcObject(types::SlotWrapper, sizeof(SlotWrapperObject)));
    if (!d) return nullptr;
    d->owner = newRef(owner).pointer;
    d->name = name.releaseRaw();
    d->qualname = nullptr;
    d->slot = slot;
    d->wrapped = wrapped;
    return finishDescriptor(d);
}
Owned newMethodWrapper(Object* slotWrapper, Object* self) {
    auto* w = static_cast<MethodWrapperObject*>(allocateGcObject(types::MethodWrapper, sizeof(MethodWrapperObject)));
    if (!w) return nullptr;
    w->descriptor = newRef(slotWrapper).pointer;
    w->self = newRef(self).pointer;
    return finishDescriptor(w);
}

void defineMethodDescriptorType(Type* t) {
    defineDescriptor(t, "method_descriptor", sizeof(MethodDescriptorObject), MethodDescriptor | HaveVectorcall);
    t->repr = methodRepr;
    t->call = methodCallUnbound;
    t->descrGet = methodGet;
    t->getsets = methodGetSets;
}
void defineClassMethodDescriptorType(Type* t) {
    defineDescriptor(t, "classmethod_descriptor", sizeof(MethodDescriptorObject), 0);
    t->repr = methodRepr;
    t->call = classMethodCall;
    t->descrGet = classMethodGet;
    t->getsets = methodGetSets;
}
void defineGetSetDescriptorType(Type* t) {
    defineDescriptor(t, "getset_descriptor", sizeof(GetSetDescriptorObject), 0);
    t->repr = getSetRepr;
    t->descrGet = getSetGet;
    t->descrSet = getSetSet;
    t->getsets = dataGetSets;
}
void defineMemberDescriptorType(Type* t) {
    defineDescriptor(t, "member_descriptor", sizeof(MemberDescriptorObject), 0);
    t->repr = memberRepr;
    t->descrGet = memberGet;
    t->descrSet = memberSet;
    t->getsets = dataGetSets;
}
void defineSlotWrapperType(Type* t) {
    defineDescriptor(t, "wrapper_descriptor", sizeof(SlotWrapperObject), MethodDescriptor);
    t->repr = slotRepr;
    t->call = slotCallUnbound;
    t->descrGet = slotGet;
    t->getsets = slotGetSets;
}
void defineMethodWrapperType(Type* t) {
    t->name = "method-wrapper";
    t->basicSize = sizeof(MethodWrapperObject);
    t->flags = HaveGc | DisallowInstantiation;
    t->fields = wrapperFields;
    t->repr = wrapperRepr;
    t->hash = wrapperHash;
    t->call = wrapperCall;
    t->richCompare = wrapperCompare;
    t->members = wrapperMembers;
    t->getsets = wrapperGetSets;
}

}

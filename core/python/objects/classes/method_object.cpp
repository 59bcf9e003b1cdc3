// SPDX-License-Identifier: GPL-3.0-or-later

// Bound methods, and native functions (builtin_function_or_method).

#include <cstddef>

#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/classes/text_signatures.h"
#include "core/python/objects/classes/weakref_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/model/type_parts.h"
#include "core/python/objects/protocol/native_call.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/protocol/text_protocol.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

int64_t pointerHash(const void* p) {
    uint64_t address = addressOf(p);
    int64_t h = static_cast<int64_t>(address >> 4 | address << 60);
    return h == -1 ? -2 : h;
}

// ---- bound methods -----------------------------------------------------------------------------------------------------

Owned newMethod(Object* function, Object* self) {
    auto* m = static_cast<MethodObject*>(allocateGcObject(types::Method, sizeof(MethodObject)));
    if (!m) return nullptr;
    m->func = newRef(function).pointer;
    m->self = newRef(self).pointer;
    m->weakrefs = nullptr;
    m->vectorcall = nullptr;
    gcTrack(m);
    recordCells(m);
    return Owned(m);
}

namespace {

Owned methodCall(Object* o, Args args) { return call(o, args); } // which knows methods

// What is not the method's own is the function's.
Owned methodGetAttr(Object* o, Object* name) {
    if (Object* found = isStr(name) ? lookupInType(o->type, name) : nullptr) {
        DescrGetFunc get = found->type->descrGet;
        return get ? get(found, o, o->type) : newRef(found);
    }
    return getAttr(asMethod(o)->func, name);
}

Owned methodCompare(Object* a, Object* b, Comparison op) {
    if ((op != Comparison::Eq && op != Comparison::Ne) || !isMethod(a) || !isMethod(b)) return notImplemented();
    int equal = richCompareBool(asMethod(a)->func, asMethod(b)->func, Comparison::Eq);
    if (equal < 0) return nullptr;
    bool same = equal && asMethod(a)->self == asMethod(b)->self;
    return newBool(op == Comparison::Eq ? same : !same);
}

int64_t methodHash(Object* o) {
    int64_t function = hashOf(asMethod(o)->func);
    if (function == -1) return -1;
    int64_t h = pointerHash(asMethod(o)->self) ^ function;
    return h == -1 ? -2 : h;
}

Owned methodRepr(Object* o) {
    bool failed = false;
    Held<> name(findAttr(asMethod(o)->func, names::dunderQualname, &failed));
    if (failed) return nullptr;
    if (!name) name = findAttr(asMethod(o)->func, names::dunderName, &failed);
    if (failed) return nullptr;
    if (name && !isStr(name)) name = nullptr;
    const FormatArg parts[] = {name ? FormatArg(name.get()) : FormatArg("?"), asMethod(o)->self};
    return formatMessage("<bound method {} of {!r}>", parts, 2);
}

Owned methodGet(Object* o, Object*, Object*) { return newRef(o); } // it is bound already

Owned methodCreate(Type*, Args args) {
    if (!checkNoKeywords("method", args) || !checkArgCount("method", args.count, 2, 2)) return nullptr;
    if (!isCallable(args[0])) return raise(exc::TypeError, "first argument must be callable");
    if (args[1] == None) return raise(exc::TypeError, "instance must not be None");
    return newMethod(args[0], args[1]);
}

Owned methodDoc(Object* o) {
    Ref<> doc = getAttr(asMethod(o)->func, names::dunderDoc);
    return doc ? doc.release() : Owned(nullptr);
}

Owned methodReduce(Object* o) {
    Held<> name(getAttr(asMethod(o)->func, names::dunderName));
    if (!name) return nullptr;
    Held<> builtin(Held<>::share(interpreter.builtins));
    Held<> key(newStr("getattr"));
    Ref<> getter = key && builtin ? getItem(builtin, key) : Owned(nullptr);
    if (!getter) return nullptr;
    Ref<> pair = packTuple(asMethod(o)->self, name.get());
    return pair ? packTuple(getter.get(), pair.get()) : Owned(nullptr);
}

constexpr Field methodFields[] = {{"__func__", offsetof(MethodObject, func)}, {"__self__", offsetof(MethodObject, self)}, {}};
constexpr MemberDef methodMembers[] = {
    {"__func__", MemberKind::Object, offsetof(MethodObject, func)}, {"__self__", MemberKind::Object, offsetof(MethodObject, self)}, {}};
constexpr GetSetDef methodGetSets[] = {{"__doc__", methodDoc}, {}};
constexpr MethodDef methodMethods[] = {{"__reduce__", methodReduce}, {}};

}

void defineMethodType(Type* t) {
    t->name = "method";
    t->doc = "method(function, instance, /)\n--\n\nCreate a bound instance method object.";
    t->basicSize = sizeof(MethodObject);
    t->flags = HaveGc | HaveVectorcall;
    t->weaklistOffset = offsetof(MethodObject, weakrefs);
    t->fields = methodFields;
    t->repr = methodRepr;
    t->hash = methodHash;
    t->call = methodCall;
    t->getAttr = methodGetAttr;
    t->setAttr = genericSetAttr;
    t->richCompare = methodCompare;
    t->descrGet = methodGet;
    t->create = methodCreate;
    t->methods = methodMethods;
    t->members = methodMembers;
    t->getsets = methodGetSets;
}

// ---- native functions --------------------------------------------------------------------------------------------------

Owned newNativeFunction(const MethodDef* definition, Object* self, Object* module) {
    auto* f = static_cast<NativeFunctionObject*>(allocateGcObject(types::NativeFunction, sizeof(NativeFunctionObject)));
    if (!f) return nullptr;
    f->definition = definition;
    f->self = self ? newRef(self).pointer : nullptr;
    f->module = module ? newRef(module).pointer : nullptr;
    f->weakrefs = nullptr;
    f->vectorcall = nullptr;
    gcTrack(f);
    recordCells(f);
    return Owned(f);
}

namespace {

NativeFunctionObject* native(Object* o) { return static_cast<NativeFunctionObject*>(o); }

Owned nativeCall(Object* o, Args args) {
    NativeFunctionObject* f = native(o);
    return callNative(f->definition, f->self, args, o);
}

Owned nativeRepr(Object* o) {
    NativeFunctionObject* f = native(o);
    if (!f->self || f->self->type == types::Module) {
        const FormatArg part[] = {f->definition->name};
        return formatMessage("<built-in function {}>", part, 1);
    }
    const std::string address = addressText(f->self);
    const FormatArg parts[] = {f->definition->name, f->self->type->name, address};
    return formatMessage("<built-in method {} of {} object at {}>", parts, 3);
}

Owned nativeCompare(Object* a, Object* b, Comparison op) {
    if ((op != Comparison::Eq && op != Comparison::Ne) || !isNativeFunction(a) || !isNativeFunction(b)) return notImplemented();
    bool same = native(a)->self == native(b)->self && native(a)->definition == native(b)->definition;
    return newBool(op == Comparison::Eq ? same : !same);
}

int64_t nativeHash(Object* o) {
    // The definition lies outside the region; its hash must not depend on where the program was loaded, so the name stands for it.
    uint64_t h = 14695981039346656037u;
    for (const char* c = native(o)->definition->name; *c; c++) h = (h ^ static_cast<uint8_t>(*c)) * 1099511628211u;
    int64_t result = (native(o)->self ? pointerHash(native(o)->self) : 0) ^ static_cast<int64_t>(h);
    return result == -1 ? -2 : result;
}

Owned nativeName(Object* o) { return internStr(native(o)->definition->name); }

Owned nativeQualname(Object* o) {
    NativeFunctionObject* f = native(o);
    if (!f->self || f->self->type == types::Module) return nativeName(o);
    Object* type = isType(f->self) ? f->self : static_cast<Object*>(f->self->type);
    Held<> qualname(getAttr(type, names::dunderQualname));
    if (!qualname) return nullptr;
    if (!isStr(qualname)) return raise(exc::TypeError, "<method>.__class__.__qualname__ is not a unicode object");
    const FormatArg parts[] = {qualname.get(), f->definition->name};
    return formatMessage("{}.{}", parts, 2);
}

Owned nativeDoc(Object* o) { return native(o)->definition->doc ? newStr(docBody(native(o)->definition->doc)) : newNone(); }
Owned nativeSelf(Object* o) { return native(o)->self ? newRef(native(o)->self) : newNone(); }
Owned nativeSignature(Object* o) { return signatureOfFunction(native(o)->self, native(o)->module, native(o)->definition); }

Owned nativeReduce(Object* o) {
    NativeFunctionObject* f = native(o);
    if (!f->self || f->self->type == types::Module) return nativeName(o);
    Held<> key(newStr("getattr"));
    Ref<> getter = key ? getItem(interpreter.builtins, key) : Owned(nullptr);
    Ref<> name = nativeName(o);
    if (!getter || !name) return nullptr;
    Ref<> pair = packTuple(f->self, name.get());
    return pair ? packTuple(getter.get(), pair.get()) : Owned(nullptr);
}

constexpr Field nativeFields[] = {{"__self__", offsetof(NativeFunctionObject, self)}, {"__module__", offsetof(NativeFunctionObject, module)}, {}};
constexpr MethodDef nativeMethods[] = {{"__reduce__", nativeReduce}, {}};
constexpr MemberDef nativeMembers[] = {{"__module__", MemberKind::Object, offsetof(NativeFunctionObject, module), false}, {}};
constexpr GetSetDef nativeGetSets[] = {{"__doc__", nativeDoc},
                                       {"__name__", nativeName},
                                       {"__qualname__", nativeQualname},
                                       {"__self__", nativeSelf},
                                       {"__text_signature__", nativeSignature},
                                       {}};

}

void defineNativeFunctionType(Type* t) {
    static_assert(sizeof(NativeFunctionObject) == 56);
    t->name = "builtin_function_or_method";
    t->basicSize = sizeof(NativeFunctionObject);
    t->flags = HaveGc | HaveVectorcall | DisallowInstantiation;
    t->weaklistOffset = offsetof(NativeFunctionObject, weakrefs);
    t->fields = nativeFields;
    t->repr = nativeRepr;
    t->hash = nativeHash;
    t->call = nativeCall;
    t->richCompare = nativeCompare;
    t->methods = nativeMethods;
    t->members = nativeMembers;
    t->getsets = nativeGetSets;
}

}

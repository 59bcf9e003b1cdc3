// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/python/objects/classes/weakref_object.h"

#include <cstddef>
#include <deque>
#include <vector>

#include "core/python/bytecode/opcodes.h"
#include "core/python/objects/classes/generic_alias.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/model/runtime.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/protocol/text_protocol.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

namespace {

WeakReferenceObject* weak(Object* o) { return static_cast<WeakReferenceObject*>(o); }
bool isProxyType(const Type* t) { return t == types::WeakProxy || t == types::WeakCallableProxy; }

// What a reference refers to is its one item, which does not count.
constexpr CellKind targetKind = CellKind::Item;

void weakCells(Object* o, CellVisitor& visitor) {
    visitor.visit(CellKind::Field, 0, weak(o)->callback);
    Object* target = weak(o)->target;
    visitor.visitWeak(targetKind, 0, target == None ? nullptr : target);
}

void unlinkReference(WeakReferenceObject* r) {
    if (!r->target || r->target == None) return;
    WeakReferenceObject** list = weakList(r->target);
    if (*list == r) *list = r->next;
    r->target = None;
    if (recording() && r->refcount > 0)
        recorder->pointerSet(MemoryPlace::ofCell(granuleOf(r), targetKind, 0), RefKind::Weak, MemoryPlace::ofObject(0));
    if (r->previous) r->previous->next = r->next;
    if (r->next) r->next->previous = r->previous;
    r->previous = r->next = nullptr;
}

// The reference and the proxy without callbacks, which are shared; they stand first.
void sharedReferences(WeakReferenceObject* head, WeakReferenceObject** reference, WeakReferenceObject** proxy) {
    *reference = *proxy = nullptr;
    if (!head || head->callback) return;
    if (head->type == types::WeakReference) {
        *reference = head;
        head = head->next;
    }
    if (head && !head->callback && isProxyType(head->type)) *proxy = head;
}

void insertAfter(WeakReferenceObject* r, WeakReferenceObject* before) {
    r->previous = before;
    r->next = before->next;
    if (r->next) r->next->previous = r;
    before->next = r;
}

void insertFirst(WeakReferenceObject* r, WeakReferenceObject** list) {
    r->previous = nullptr;
    r->next = *list;
    if (r->next) r->next->previous = r;
    *list = r;
}

Owned makeReference(Type* type, Object* target, Object* callback) {
    WeakReferenceObject** list = weakList(target);
    if (!list) return raise(exc::TypeError, "cannot create weak reference to '{}' object", target->type->name);
    if (callback == None) callback = nullptr;
    bool proxy = isProxyType(type);
    WeakReferenceObject *sharedReference, *sharedProxy;
    sharedReferences(*list, &sharedReference, &sharedProxy);
    if (!callback) {
        if (type == types::WeakReference && sharedReference) return newRef(sharedReference);
        if (proxy && sharedProxy) return newRef(sharedProxy);
    }
    Owned made = typeAlloc(type, 0);
    if (!made) return nullptr;
    WeakReferenceObject* r = weak(made.pointer);
    r->target = target;
    r->callback = callback ? newRef(callback).pointer : nullptr;
    r->hash = -1;
    recordCells(r);
    // Making it may have run a collection, so look again.
    list = weakList(target);
    sharedReferences(*list, &sharedReference, &sharedProxy);
    if (!callback && type == types::WeakReference) {
        insertFirst(r, list);
    } else if (!callback && proxy) {
        if (sharedReference) insertAfter(r, sharedReference);
        else insertFirst(r, list);
    } else {
        WeakReferenceObject* before = sharedProxy ? sharedProxy : sharedReference;
        if (before) insertAfter(r, before);
        else insertFirst(r, list);
    }
    return made;
}

void runCallback(WeakReferenceObject* r, Object* callback) {
    Ref<> result = call(callback, r);
    if (!result) writeUnraisable(callback);
}

}

WeakReferenceObject** weakList(Object* o) {
    Type* type = o->type;
    if (hasFlag(type, ManagedWeakref)) return reinterpret_cast<WeakReferenceObject**>(&managedWeakrefs(o));
    if (type->weaklistOffset <= 0) return nullptr;
    if (isType(o) && !isHeapType(static_cast<Type*>(o))) return reinterpret_cast<WeakReferenceObject**>(&static_cast<Type*>(o)->weakrefs);
    return reinterpret_cast<WeakReferenceObject**>(reinterpret_cast<char*>(o) + type->weaklistOffset);
}

Owned newWeakReference(Object* target, Object* callbackOrNull) { return makeReference(types::WeakReference, target, callbackOrNull); }
Owned newWeakProxy(Object* target, Object* callbackOrNull) {
    return makeReference(isCallable(target) ? types::WeakCallableProxy : types::WeakProxy, target, callbackOrNull);
}

Object* weakTarget(Object* reference) {
    Object* target = weak(reference)->target;
    if (!target || target == None || target->refcount == 0) return nullptr;
    return target;
}

ssize weakReferenceCount(Object* o) {
    WeakReferenceObject** list = weakList(o);
    ssize n = 0;
    for (WeakReferenceObject* r = list ? *list : nullptr; r; r = r->next) n++;
    return n;
}

void clearWeakReference(WeakReferenceObject* r) { unlinkReference(r); }

void clearWeakReferencesWithoutCallbacks(Object* o) {
    WeakReferenceObject** list = weakList(o);
    if (!list) return;
    while (*list) {
        WeakReferenceObject* r = *list;
        unlinkReference(r);
        if (r->callback) setField(r, r->callback, Owned(nullptr));
    }
}

void clearWeakReferences(Object* o) {
    WeakReferenceObject** list = weakList(o);
    if (!list || !*list) return;
    if (!(*list)->callback) unlinkReference(*list);
    if (*list && !(*list)->callback) unlinkReference(*list);
    if (!*list) return;
    Held<> pending(takeError());
    // All are dead before the first callback runs. A reference that is itself dying has no callback to run.
    std::vector<Object*> found; // reference and callback by turns
    while (*list) {
        WeakReferenceObject* r = *list;
        unlinkReference(r);
        Object* callback = r->callback;
        if (!callback) continue;
        r->callback = nullptr;
        recordField(r, offsetof(WeakReferenceObject, callback), nullptr);
        if (r->refcount > 0) {
            incref(r);
            found.insert(found.end(), {r, callback});
        } else {
            decref(callback);
        }
    }
    // The one found first is the last to be held, and the first to be dropped.
    std::deque<Held<>> due;
    for (size_t i = found.size(); i > 0; i -= 2) {
        due.emplace_back(Owned(found[i - 2]));
        due.emplace_back(Owned(found[i - 1]));
    }
    while (!due.empty()) {
        runCallback(static_cast<WeakReferenceObject*>(due[due.size() - 2].get()), due.back());
        due.pop_back();
        due.pop_back();
    }
    if (pending) restoreError(pending.release());
}

// ---- weakref.ref -------------------------------------------------------------------------------------------------------------

namespace {

void weakDealloc(Object* o) {
    Dying dying(o);
    gcUntrack(o);
    unlinkReference(weak(o));
    clearField(weak(o)->callback);
    freeObject(o);
}

int weakTraverse(Object* o, Visit visit, void* context) { return weak(o)->callback ? visit(weak(o)->callback, context) : 0; }

void weakClear(Object* o) {
    unlinkReference(weak(o));
    if (weak(o)->callback) setField(o, weak(o)->callback, Owned(nullptr));
}

Owned weakCall(Object* o, Args args) {
    if (!checkNoKeywords("weakref", args)) return nullptr;
    if (!checkArgCount("weakref", args.count, 0, 0)) return nullptr;
    Object* target = weakTarget(o);
    return target ? newRef(target) : newNone();
}

Owned weakCreate(Type* type, Args args) {
    if (!checkArgCount("__new__", args.count, 1, 2)) return nullptr;
    return makeReference(type, args[0], args.count > 1 ? args[1] : nullptr);
}

bool weakInit(Object*, Args args) { return checkNoKeywords("ref", args) && checkArgCount("__init__", args.count, 1, 2); }

int64_t weakHash(Object* o) {
    WeakReferenceObject* r = weak(o);
    if (r->hash != -1) return r->hash;
    Held<> target(Held<>::share(weakTarget(o)));
    if (!target) return ssize(raise(exc::TypeError, "weak object has gone away"));
    return r->hash = hashOf(target);
}

Owned weakRepr(Object* o) {
    Held<> target(Held<>::share(weakTarget(o)));
    const std::string address = addressText(o), targetAddress = target ? addressText(target) : std::string();
    if (!target) {
        const FormatArg parts[] = {address};
        return formatMessage("<weakref at {}; dead>", parts, 1);
    }
    bool failed = false;
    Held<> name(findAttr(target, names::dunderName, &failed));
    if (failed) return nullptr;
    if (name && isStr(name)) {
        const FormatArg parts[] = {address, target->type->name, targetAddress, name.get()};
        return formatMessage("<weakref at {}; to '{}' at {} ({})>", parts, 4);
    }
    const FormatArg parts[] = {address, target->type->name, targetAddress};
    return formatMessage("<weakref at {}; to '{}' at {}>", parts, 3);
}

Owned weakCompare(Object* a, Object* b, Comparison op) {
    if ((op != Comparison::Eq && op != Comparison::Ne) || !isInstance(a, types::WeakReference) || !isInstance(b, types::WeakReference))
        return notImplemented();
    Held<> x(Held<>::share(weakTarget(a))), y(Held<>::share(weakTarget(b)));
    if (!x || !y) return newBool((a == b) == (op == Comparison::Eq));
    return richCompare(x, y, op);
}

constexpr Field fields[] = {{"__callback__", offsetof(WeakReferenceObject, callback)}, {}};
constexpr MemberDef members[] = {{"__callback__", MemberKind::Object, offsetof(WeakReferenceObject, callback)}, {}};
constexpr MethodDef methods[] = {{"__class_getitem__", classGetItem, NativeBinding::Class}, {}};

// ---- proxies -----------------------------------------------------------------------------------------------------------------------

Owned unwrap(Object* o) {
    if (!isProxyType(o->type)) return newRef(o);
    Object* target = weakTarget(o);
    if (target) return newRef(target);
    return raise(exc::ReferenceError, "weakly-referenced object no longer exists");
}

template <Owned (*operation)(Object*)> Owned proxyUnary(Object* o) {
    Held<> target(unwrap(o));
    return target ? operation(target) : Owned(nullptr);
}
template <Owned (*operation)(Object*, Object*)> Owned proxyBinary(Object* a, Object* b) {
    Held<> x(unwrap(a));
    if (!x) return nullptr;
    Held<> y(unwrap(b));
    return y ? operation(x, y) : Owned(nullptr);
}
template <int operation> Owned proxyOperator(Object* a, Object* b) {
    Held<> x(unwrap(a));
    if (!x) return nullptr;
    Held<> y(unwrap(b));
    return y ? binaryOperation(operation, x, y) : Owned(nullptr);
}

Owned proxyGetAttr(Object* o, Object* name) {
    Held<> target(unwrap(o));
    return target ? getAttr(target, name) : Owned(nullptr);
}
bool proxySetAttr(Object* o, Object* name, Object* value) {
    Held<> target(unwrap(o));
    return target && setAttr(target, name, value);
}
Owned proxyCompare(Object* a, Object* b, Comparison op) {
    Held<> x(unwrap(a));
    if (!x) return nullptr;
    Held<> y(unwrap(b));
    return y ? richCompare(x, y, op) : Owned(nullptr);
}
Owned proxyPower(Object* a, Object* b, Object* modulus) {
    Held<> x(unwrap(a));
    if (!x) return nullptr;
    Held<> y(unwrap(b));
    if (!y) return nullptr;
    Held<> z(unwrap(modulus));
    return z ? numberPower(x, y, z) : Owned(nullptr);
}
Owned proxyInplacePower(Object* a, Object* b, Object*) { return proxyOperator<NB_INPLACE_POWER>(a, b); }
int proxyTruth(Object* o) {
    Held<> target(unwrap(o));
    return target ? isTrue(target) : -1;
}
ssize proxyLength(Object* o) {
    Held<> target(unwrap(o));
    return target ? lengthOf(target) : -1;
}
int proxyContains(Object* o, Object* value) {
    Held<> target(unwrap(o));
    return target ? contains(target, value) : -1;
}
bool proxySetSubscript(Object* o, Object* key, Object* value) {
    Held<> target(unwrap(o));
    if (!target) return false;
    return value ? setItem(target, key, value) : deleteItem(target, key);
}
Owned proxyRepr(Object* o) {
    Object* target = weakTarget(o);
    const std::string address = addressText(o), targetAddress = addressText(target ? target : None);
    const FormatArg parts[] = {address, target ? target->type->name : "NoneType", targetAddress};
    return formatMessage("<weakproxy at {} to {} at {}>", parts, 3);
}
Owned proxyNext(Object* o) {
    Held<> target(unwrap(o));
    if (!target) return nullptr;
    if (!target->type->iterNext) return raise(exc::TypeError, "Weakref proxy referenced a non-iterator '{}' object", target->type->name);
    return target->type->iterNext(target);
}
Owned proxyCall(Object* o, Args args) {
    Held<> target(unwrap(o));
    return target ? call(target, args) : Owned(nullptr);
}
Owned callNoArg(Object* target, Object* name) { return callMethod(target, name); }
Owned proxyBytes(Object* o) {
    Held<> target(unwrap(o));
    return target ? callNoArg(target, names::dunderBytes) : Owned(nullptr);
}
Owned proxyReversed(Object* o) {
    Held<> target(unwrap(o));
    return target ? callNoArg(target, names::dunderReversed) : Owned(nullptr);
}

constexpr MethodDef proxyMethods[] = {{"__bytes__", proxyBytes}, {"__reversed__", proxyReversed}, {}};

void defineProxy(Type* t) {
    t->basicSize = sizeof(WeakReferenceObject);
    t->flags = HaveGc | DisallowInstantiation;
    t->dealloc = weakDealloc;
    t->traverse = weakTraverse;
    t->clear = weakClear;
    t->fields = fields;
    t->cells = weakCells;
    t->repr = proxyRepr;
    t->str = proxyUnary<strOf>;
    t->hash = hashNotImplemented;
    t->getAttr = proxyGetAttr;
    t->setAttr = proxySetAttr;
    t->richCompare = proxyCompare;
    t->iter = proxyUnary<getIter>;
    t->iterNext = proxyNext;
    t->methods = proxyMethods;
    t->add = proxyOperator<NB_ADD>;
    t->bitAnd = proxyOperator<NB_AND>;
    t->floorDivide = proxyOperator<NB_FLOOR_DIVIDE>;
    t->lshift = proxyOperator<NB_LSHIFT>;
    t->matrixMultiply = proxyOperator<NB_MATRIX_MULTIPLY>;
    t->multiply = proxyOperator<NB_MULTIPLY>;
    t->remainder = proxyOperator<NB_REMAINDER>;
    t->bitOr = proxyOperator<NB_OR>;
    t->rshift = proxyOperator<NB_RSHIFT>;
    t->subtract = proxyOperator<NB_SUBTRACT>;
    t->trueDivide = proxyOperator<NB_TRUE_DIVIDE>;
    t->bitXor = proxyOperator<NB_XOR>;
    t->inplaceAdd = proxyOperator<NB_INPLACE_ADD>;
    t->inplaceAnd = proxyOperator<NB_INPLACE_AND>;
    t->inplaceFloorDivide = proxyOperator<NB_INPLACE_FLOOR_DIVIDE>;
    t->inplaceLshift = proxyOperator<NB_INPLACE_LSHIFT>;
    t->inplaceMatrixMultiply = proxyOperator<NB_INPLACE_MATRIX_MULTIPLY>;
    t->inplaceMultiply = proxyOperator<NB_INPLACE_MULTIPLY>;
    t->inplaceRemainder = proxyOperator<NB_INPLACE_REMAINDER>;
    t->inplaceOr = proxyOperator<NB_INPLACE_OR>;
    t->inplacePower = proxyInplacePower;
    t->inplaceRshift = proxyOperator<NB_INPLACE_RSHIFT>;
    t->inplaceSubtract = proxyOperator<NB_INPLACE_SUBTRACT>;
    t->inplaceTrueDivide = proxyOperator<NB_INPLACE_TRUE_DIVIDE>;
    t->inplaceXor = proxyOperator<NB_INPLACE_XOR>;
    t->divmod = proxyBinary<numberDivmod>;
    t->power = proxyPower;
    t->negative = proxyUnary<numberNegative>;
    t->positive = proxyUnary<numberPositive>;
    t->absolute = proxyUnary<numberAbsolute>;
    t->invert = proxyUnary<numberInvert>;
    t->toInt = proxyUnary<numberToInt>;
    t->toFloat = proxyUnary<numberToFloat>;
    t->index = proxyUnary<numberIndex>;
    t->truth = proxyTruth;
    t->contains = proxyContains;
    t->sequenceLength = t->mappingLength = proxyLength;
    t->subscript = proxyBinary<getItem>;
    t->setSubscript = proxySetSubscript;
}

}

void defineWeakReferenceType(Type* t) {
    t->name = "weakref.ReferenceType";
    t->basicSize = sizeof(WeakReferenceObject);
    t->flags = BaseType | HaveGc | HaveVectorcall;
    t->dealloc = weakDealloc;
    t->traverse = weakTraverse;
    t->clear = weakClear;
    t->fields = fields;
    t->cells = weakCells;
    t->call = weakCall;
    t->hash = weakHash;
    t->repr = weakRepr;
    t->richCompare = weakCompare;
    t->create = weakCreate;
    t->init = weakInit;
    t->members = members;
    t->methods = methods;
}

void defineWeakProxyType(Type* t) {
    t->name = "weakref.ProxyType";
    defineProxy(t);
}

void defineWeakCallableProxyType(Type* t) {
    t->name = "weakref.CallableProxyType";
    defineProxy(t);
    t->call = proxyCall;
}

}

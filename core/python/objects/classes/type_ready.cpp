// SPDX-License-Identifier: GPL-3.0-or-later

// readyType(): what a type inherits, and the descriptors in its dict. The order of the steps is CPython's type_ready().

#include <cstring>
#include <string>
#include <vector>

#include "core/base/check.h"
#include "core/python/objects/classes/descriptors.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/classes/weakref_object.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/model/runtime.h"
#include "core/python/objects/model/type.h"
#include "core/python/objects/model/type_parts.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/native_call.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

// ---- method resolution order ----------------------------------------------------------------------------------------

namespace {

Failure raiseMroConflict(std::vector<std::vector<Type*>>& lists, const std::vector<size_t>& heads) {
    // The bases that could come next, each once, in order.
    std::vector<Type*> bases;
    for (size_t i = 0; i < lists.size(); i++)
        if (heads[i] < lists[i].size()) {
            Type* candidate = lists[i][heads[i]];
            bool known = false;
            for (Type* b : bases) known = known || b == candidate;
            if (!known) bases.push_back(candidate);
        }
    std::string text;
    for (Type* b : bases) {
        if (!text.empty()) text += ", ";
        bool failed = false;
        Ref<> name = findAttr(b, names::dunderName, &failed);
        if (failed) return {};
        if (name && isStr(name)) text += strToUtf8(name);
        else text += '?';
    }
    return raise(exc::TypeError, "Cannot create a consistent method resolution order (MRO) for bases {}", text);
}

// The C3 merge of the bases' orders and the bases themselves.
OwnedOf<TupleObject> mergeMro(Type* type) {
    TupleObject* bases = type->bases;
    for (ssize i = 0; i < bases->count; i++) {
        Type* base = static_cast<Type*>(bases->items[i]);
        if (!base->mro) return raise(exc::TypeError, "Cannot extend an incomplete type '{}'", base->name);
    }
    std::vector<Type*> order{type};
    if (bases->count == 1) {
        TupleObject* only = static_cast<Type*>(bases->items[0])->mro;
        for (ssize i = 0; i < only->count; i++) order.push_back(static_cast<Type*>(only->items[i]));
    } else if (bases->count > 1) {
        for (ssize i = 0; i < bases->count; i++)
            for (ssize j = i + 1; j < bases->count; j++)
                if (bases->items[i] == bases->items[j]) {
                    bool failed = false;
                    Ref<> name = findAttr(bases->items[j], names::dunderName, &failed);
                    if (failed) return nullptr;
                    if (name) return raise(exc::TypeError, "duplicate base class {}", name.get());
                    return raise(exc::TypeError, "duplicate base class");
                }
        std::vector<std::vector<Type*>> lists;
        std::vector<Type*> own;
        for (ssize i = 0; i < bases->count; i++) {
            TupleObject* mro = static_cast<Type*>(bases->items[i])->mro;
            std::vector<Type*> list;
            for (ssize k = 0; k < mro->count; k++) list.push_back(static_cast<Type*>(mro->items[k]));
            lists.push_back(std::move(list));
            own.push_back(static_cast<Type*>(bases->items[i]));
        }
        lists.push_back(std::move(own));
        std::vector<size_t> heads(lists.size(), 0);
        for (;;) {
            bool anything = false, chosen = false;
            for (size_t i = 0; i < lists.size() && !chosen; i++) {
                if (heads[i] >= lists[i].size()) continue;
                anything = true;
                Type* candidate = lists[i][heads[i]];
                bool inTail = false;
                for (size_t k = 0; k < lists.size() && !inTail; k++)
                    for (size_t p = heads[k] + 1; p < lists[k].size() && !inTail; p++) inTail = lists[k][p] == candidate;
                if (inTail) continue;
                order.push_back(candidate);
                for (size_t k = 0; k < lists.size(); k++)
                    if (heads[k] < lists[k].size() && lists[k][heads[k]] == candidate) heads[k]++;
                chosen = true;
            }
            if (!anything) break;
            if (!chosen) return raiseMroConflict(lists, heads);
        }
    }
    OwnedOf<TupleObject> result = newTuple(static_cast<ssize>(order.size()));
    if (!result) return nullptr;
    for (size_t i = 0; i < order.size(); i++) result.pointer->items[i] = newRef(order[i]).pointer;
    recordCells(result.pointer);
    return result;
}

// The answer of a metaclass's own mro(): every entry a class with a compatible layout.
bool checkMro(Type* type, TupleObject* mro) {
    if (mro->count == 0) return raise(exc::TypeError, "type MRO must not be empty");
    Type* solid = solidBase(type);
    for (ssize i = 0; i < mro->count; i++) {
        Object* entry = mro->items[i];
        if (!isType(entry)) return raise(exc::TypeError, "mro() returned a non-class ('{}')", entry->type->name);
        if (!isSubtype(solid, solidBase(static_cast<Type*>(entry))))
            return raise(exc::TypeError, "mro() returned base with unsuitable layout ('{}')", static_cast<Type*>(entry)->name);
    }
    return true;
}

}

Owned mroOf(Type* type) {
    Held<TupleObject> merged(mergeMro(type));
    if (!merged) return nullptr;
    return sequenceToList(merged);
}

MroResult computeMro(Type* type) {
    Held<TupleObject> before(Held<TupleObject>::share(type->mro));
    OwnedOf<TupleObject> computed = nullptr;
    bool custom = type->type != types::Type && isHeapType(type) && lookupInType(type->type, names::mro) != dictFind(types::Type->dict, names::mro);
    if (!custom) {
        computed = mergeMro(type);
        if (!computed) return MroResult::Failed;
    } else {
        Held<> method(lookupSpecial(type, names::mro));
        if (!method) {
            if (!errorOccurred()) raise(exc::AttributeError, "mro");
            return MroResult::Failed;
        }
        Held<> answer(call(method));
        if (!answer) return MroResult::Failed;
        Owned tuple = sequenceToTuple(answer);
        if (!tuple) return MroResult::Failed;
        computed = OwnedOf<TupleObject>(asTuple(tuple.pointer));
        if (!checkMro(type, computed.pointer)) {
            decref(computed.pointer);
            return MroResult::Failed;
        }
    }
    if (type->mro != before.get()) {
        decref(computed.pointer);
        return MroResult::Overtaken;
    }
    setField(type, type->mro, computed);
    typeModified(type);
    return MroResult::Computed;
}

bool isSubtype(const Type* a, const Type* b) {
    if (a == b) return true;
    if (a->mro) {
        Object* const* items = a->mro->items;
        for (ssize i = 0, n = a->mro->count; i < n; i++)
            if (items[i] == b) return true;
        return false;
    }
    for (const Type* t = a; t; t = t->base)
        if (t == b) return true;
    return b == types::Object;
}

// ---- subclasses -------------------------------------------------------------------------------------------------------

bool addSubclass(Type* base, Type* type) {
    Ref<> key = newInt(static_cast<int64_t>(addressOf(type)));
    if (!key) return false;
    Ref<> reference = newWeakReference(type, nullptr);
    if (!reference) return false;
    if (!base->subclasses) {
        OwnedOf<DictObject> dict = newDict();
        if (!dict) return false;
        setField(base, base->subclasses, Owned(dict));
    }
    return dictSet(base->subclasses, key, reference);
}

void removeSubclass(Type* base, Type* type) {
    if (!base->subclasses) return;
    Ref<> pending = takeError();
    {
        Ref<> key = newInt(static_cast<int64_t>(addressOf(type)));
        if (!key || dictDelete(base->subclasses, key) < 0) clearError();
    }
    if (dictLength(base->subclasses) == 0) setField(base, base->subclasses, Owned(nullptr));
    if (pending) restoreError(pending.release());
}

// ---- generic functions of types that list their fields ------------------------------------------------------------------

namespace {

Object*& fieldAt(Object* o, const Field* f) { return *reinterpret_cast<Object**>(reinterpret_cast<char*>(o) + f->offset); }

const Field* fieldsOf(Object* o) {
    Type* t = o->type;
    while (isHeapType(t)) t = t->base;
    return t->fields;
}

int traverseFields(Object* o, Visit visit, void* context) {
    for (const Field* f = fieldsOf(o); f->name; f++)
        if (Object* value = fieldAt(o, f))
            if (int stop = visit(value, context)) return stop;
    return 0;
}

void clearFields(Object* o) {
    for (const Field* f = fieldsOf(o); f->name; f++) {
        Object*& field = fieldAt(o, f);
        if (!field) continue;
        Object* old = field;
        field = nullptr;
        recordField(o, f->offset, nullptr);
        decref(old);
    }
}

void deallocFields(Object* o) {
    Dying dying(o);
    if (isGcObject(o)) gcUntrack(o);
    Type* native = o->type;
    while (isHeapType(native)) native = native->base;
    if (native->weaklistOffset) clearWeakReferences(o);
    for (const Field* f = native->fields; f->name; f++) clearField(fieldAt(o, f));
    freeObject(o);
}

void deallocPlain(Object* o) { freeObject(o); }

}

// ---- inheritance ------------------------------------------------------------------------------------------------------

namespace {

void inheritSpecial(Type* type, Type* base) {
    if (!hasFlag(type, HaveGc) && hasFlag(base, HaveGc) && !type->traverse && !type->clear) {
        type->flags |= HaveGc;
        type->traverse = base->traverse;
        type->clear = base->clear;
    }
    if (!type->basicSize) type->basicSize = base->basicSize;
    if (!type->itemSize) type->itemSize = base->itemSize;
    if (!type->dictOffset) type->dictOffset = base->dictOffset;
    if (!type->weaklistOffset) type->weaklistOffset = base->weaklistOffset;
    type->flags |= base->flags & (IntSubclass | ListSubclass | TupleSubclass | BytesSubclass | StrSubclass | DictSubclass | ExceptionSubclass |
                                  TypeSubclass | MatchSelf | ItemsAtEnd);
    if (!(type->flags & (IsSequence | IsMapping))) type->flags |= base->flags & (IsSequence | IsMapping);
    if (isHeapType(type)) type->flags |= base->flags & (ManagedDict | ManagedWeakref);
    if (!type->fields && !type->cells && !isHeapType(type)) {
        type->fields = base->fields;
        type->cells = base->cells;
    }
    if (isHeapType(type)) {
        type->fields = nullptr;
        type->cells = nullptr;
    }
}

// A slot comes from the first class of the order that defines it itself.
template <class F> void copySlot(Type* type, Type* base, F Type::*slot) {
    if (type->*slot || !(base->*slot)) return;
    Type* above = base->base;
    if (!above || base->*slot != above->*slot) type->*slot = base->*slot;
}

bool dictHas(Type* type, Object* name) { return dictFind(type->dict, name) != nullptr; }

bool overridesHash(Type* type) { return dictHas(type, names::dunderEq) || dictHas(type, names::dunderHash); }

void inheritSlotsFrom(Type* type, Type* base) {
    auto copy = [&](auto... slots) { (copySlot(type, base, slots), ...); };
    copy(&Type::add, &Type::subtract, &Type::multiply, &Type::remainder, &Type::divmod, &Type::lshift, &Type::rshift, &Type::bitAnd, &Type::bitXor,
         &Type::bitOr, &Type::floorDivide, &Type::trueDivide, &Type::matrixMultiply, &Type::power, &Type::inplaceAdd, &Type::inplaceSubtract,
         &Type::inplaceMultiply, &Type::inplaceRemainder, &Type::inplaceLshift, &Type::inplaceRshift, &Type::inplaceAnd, &Type::inplaceXor,
         &Type::inplaceOr, &Type::inplaceFloorDivide, &Type::inplaceTrueDivide, &Type::inplaceMatrixMultiply, &Type::inplacePower, &Type::negative,
         &Type::positive, &Type::absolute, &Type::invert, &Type::toInt, &Type::toFloat, &Type::index, &Type::truth);
    copy(&Type::await, &Type::asyncIter, &Type::asyncNext, &Type::send);
    copy(&Type::sequenceLength, &Type::concat, &Type::inplaceConcat, &Type::repeat, &Type::item, &Type::inplaceRepeat, &Type::setItem,
         &Type::contains, &Type::mappingLength, &Type::subscript, &Type::setSubscript);
    if (!type->dealloc) type->dealloc = base->dealloc;
    if (!type->size) type->size = base->size;
    if (!type->getAttr) type->getAttr = base->getAttr;
    if (!type->setAttr) type->setAttr = base->setAttr;
    copy(&Type::repr, &Type::call, &Type::str);
    // Comparison and hash go together: a class that says what equality is does not inherit a hash.
    if (!type->richCompare && !type->hash && !overridesHash(type)) {
        type->richCompare = base->richCompare;
        type->hash = base->hash;
    }
    copy(&Type::iter, &Type::iterNext, &Type::descrGet);
    if (base->descrGet && type->descrGet == base->descrGet && hasFlag(type, ImmutableType) && hasFlag(base, MethodDescriptor))
        type->flags |= MethodDescriptor;
    copy(&Type::descrSet, &Type::init, &Type::alloc, &Type::finalize);
}

}

bool inheritSlots(Type* type) {
    if (type->base) inheritSpecial(type, type->base);
    for (ssize i = 1; i < type->mro->count; i++) inheritSlotsFrom(type, static_cast<Type*>(type->mro->items[i]));
    return true;
}

// ---- the dict of a builtin type -----------------------------------------------------------------------------------------

namespace {

// `__new__` of a builtin type: a static method that checks that the class asked for is a subclass with the same constructor.
Owned newWrapper(Object* self, Args args) {
    Type* type = static_cast<Type*>(self);
    if (args.count < 1) return raise(exc::TypeError, "{}.__new__(): not enough arguments", type->name);
    Object* first = args[0];
    if (!isType(first)) return raise(exc::TypeError, "{}.__new__(X): X is not a type object ({})", type->name, first->type->name);
    Type* subtype = static_cast<Type*>(first);
    if (!isSubtype(subtype, type))
        return raise(exc::TypeError, "{}.__new__({}): {} is not a subtype of {}", type->name, subtype->name, subtype->name, type->name);
    // Only the nearest builtin base's constructor may make it: object.__new__(dict) would be an unfit dict.
    Type* builtin = subtype;
    while (builtin && isSlotNew(builtin->create)) builtin = builtin->base;
    if (builtin && builtin->create != type->create)
        return raise(exc::TypeError, "{}.__new__({}) is not safe, use {}.__new__()", type->name, subtype->name, builtin->name);
    return type->create(subtype, args.withoutFirst());
}

constexpr MethodDef newMethodDefinition = [] {
    MethodDef made{"__new__", newWrapper, NativeKind::Keywords};
    made.doc = "Create and return a new object.  See help(type) for accurate signature.";
    return made;
}();

bool addNewMethod(Type* type) {
    if (dictHas(type, names::dunderNew)) return true;
    Ref<> function = newNativeFunction(&newMethodDefinition, type, nullptr);
    return function && dictSet(type->dict, names::dunderNew, function);
}

bool setNew(Type* type) {
    Type* base = type->base;
    if (!type->create && base == types::Object && !isHeapType(type)) type->flags |= DisallowInstantiation;
    if (hasFlag(type, DisallowInstantiation)) return true;
    if (type->create) return isHeapType(type) || addNewMethod(type);
    type->create = base ? base->create : nullptr;
    return true;
}

// What is there already stays, but a method takes the place of the wrapper of a slot: it is called without asking the slot (dict.__getitem__).
bool addEntry(Type* type, const char* name, Owned value) {
    Ref<> held = value;
    if (!held) return false;
    Ref<> key = internStr(name);
    if (!key) return false;
    Object* before = dictFind(type->dict, key);
    if (before && (before->type != types::SlotWrapper || held->type != types::MethodDescriptor)) return true;
    return dictSet(type->dict, key, held);
}

bool addTables(Type* type) {
    if (type->methods)
        for (const MethodDef* m = type->methods; m->name; m++) {
            Owned descriptor = nullptr;
            if (m->binding == NativeBinding::Class) {
                descriptor = newClassMethodDescriptor(type, m);
            } else if (m->binding == NativeBinding::Static) {
                Ref<> function = newNativeFunction(m, type, nullptr);
                if (!function) return false;
                descriptor = newStaticMethod(function);
            } else {
                descriptor = newMethodDescriptor(type, m);
            }
            if (!addEntry(type, m->name, descriptor)) return false;
        }
    if (type->members)
        for (const MemberDef* m = type->members; m->name; m++)
            if (!addEntry(type, m->name, newMemberDescriptor(type, m))) return false;
    if (type->getsets)
        for (const GetSetDef* g = type->getsets; g->name; g++)
            if (!addEntry(type, g->name, newGetSetDescriptor(type, g))) return false;
    return true;
}

bool addDoc(Type* type) {
    if (dictHas(type, names::dunderDoc)) return true;
    if (!type->doc) return dictSet(type->dict, names::dunderDoc, None);
    Ref<> text = newStr(docBody(type->doc));
    return text && dictSet(type->dict, names::dunderDoc, text);
}

// A class that says nothing about hashing but defines equality is not hashable.
bool setHash(Type* type) {
    if (type->hash || dictHas(type, names::dunderHash)) return true;
    if (!dictSet(type->dict, names::dunderHash, None)) return false;
    type->hash = hashNotImplementedSlot;
    return true;
}

void completeFields(Type* type) {
    if (isHeapType(type)) return;
    if (!type->fields) {
        if (!type->dealloc && type->base == types::Object && !type->traverse) type->dealloc = deallocPlain;
        return;
    }
    if (hasFlag(type, HaveGc)) {
        if (!type->traverse) type->traverse = traverseFields;
        if (!type->clear) type->clear = clearFields;
    }
    if (!type->dealloc) type->dealloc = deallocFields;
}

}

void prepareType(Type* type) {
    if (!type->base && type != types::Object) type->base = types::Object;
    completeFields(type);
    if (!type->alloc) type->alloc = typeAlloc;
}

std::string_view docBody(const char* doc) {
    // A text signature may stand before the text: "name(a, b)\n--\n\n…".
    std::string_view text(doc);
    size_t mark = text.find(")\n--\n\n");
    if (mark != std::string_view::npos && text.find('\n') >= mark) return text.substr(mark + 6);
    return text;
}

bool readyType(Type* type) {
    if (hasFlag(type, Ready)) return true;
    if (!type->base && type != types::Object) type->base = types::Object;
    Type* base = type->base;
    if (base && !hasFlag(base, Ready) && !readyType(base)) return false;
    if (!type->type) type->type = base ? base->type : types::Type;
    if (!type->bases) {
        OwnedOf<TupleObject> bases = newTuple(base ? 1 : 0);
        if (!bases) return false;
        if (base) bases.pointer->items[0] = newRef(base).pointer;
        recordCells(bases.pointer);
        type->bases = bases.pointer;
    }
    if (!type->dict) {
        OwnedOf<DictObject> dict = newDict();
        if (!dict) return false;
        type->dict = dict.pointer;
    }
    completeFields(type);
    if (!setNew(type)) return false;
    if (!addSlotWrappers(type)) return false;
    if (!addTables(type)) return false;
    if (!addDoc(type)) return false;
    if (computeMro(type) == MroResult::Failed) return false;
    if (!inheritSlots(type)) return false;
    if (hasFlag(type, ManagedDict) && isHeapType(type)) {
        if (!type->cachedKeys) {
            type->cachedKeys = newSharedKeys(type);
            if (!type->cachedKeys) return false;
        }
        if (type->itemSize == 0 && type->basicSize == static_cast<ssize>(sizeof(Object))) type->flags |= InlineValues;
    }
    if (!setHash(type)) return false;
    if (!isHeapType(type)) {
        if (!type->alloc) type->alloc = typeAlloc;
        if (!type->getAttr) type->getAttr = genericGetAttr;
    }
    for (ssize i = 0; i < type->bases->count; i++)
        if (!addSubclass(static_cast<Type*>(type->bases->items[i]), type)) return false;
    type->flags |= Ready;
    return true;
}

}

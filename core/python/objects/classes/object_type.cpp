// SPDX-License-Identifier: GPL-3.0-or-later

// `object`: what every value can do.

#include <string>

#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/model/type_parts.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/protocol/text_protocol.h"
#include "core/python/objects/protocol/vm_hooks.h"
#include "core/python/objects/text/str_object.h"
#include "core/text/integer_text.h"

namespace memtape {

namespace {

bool excessArgs(Args args) { return args.count || args.keywordCount(); }

Failure raiseAbstract(Type* type) {
    Held<> methods(getAttr(type, names::dunderAbstractmethods));
    if (!methods) return {};
    Held<> sorted(sequenceToList(methods));
    if (!sorted || !listSort(asList(sorted), nullptr, false)) return {};
    ssize count = asList(sorted)->count;
    Held<> separator(newStr("', '"));
    if (!separator) return {};
    Ref<> joined = strJoin(separator, sorted);
    if (!joined) return {};
    return raise(exc::TypeError, "Can't instantiate abstract class {} without an implementation for abstract method{} '{}'", type->name,
                 count > 1 ? "s" : "", joined.get());
}

}

Owned objectNew(Type* type, Args args) {
    if (excessArgs(args)) {
        if (type->create != objectNew) return raise(exc::TypeError, "object.__new__() takes exactly one argument (the type to instantiate)");
        if (type->init == objectInit) return raise(exc::TypeError, "{}() takes no arguments", type->name);
    }
    if (hasFlag(type, IsAbstract)) return raiseAbstract(type);
    Owned o = type->alloc(type, 0);
    if (o) recordCells(o.pointer);
    return o;
}

bool objectInit(Object* self, Args args) {
    if (!excessArgs(args)) return true;
    Type* type = self->type;
    if (type->init != objectInit) return raise(exc::TypeError, "object.__init__() takes exactly one argument (the instance to initialize)");
    if (type->create == objectNew) return raise(exc::TypeError, "{}.__init__() takes exactly one argument (the instance to initialize)", type->name);
    return true;
}

std::string addressText(const void* o) { return hexText(addressOf(o)); }

Owned addressRepr(Object* o) {
    const std::string address = addressText(o);
    const FormatArg parts[] = {o->type->name, address};
    return formatMessage("<{} object at {}>", parts, 2);
}

Owned objectRepr(Object* self) {
    Type* type = self->type;
    bool failed = false;
    Held<> module(findAttr(type, names::dunderModule, &failed));
    if (failed) clearError();
    if (module && !isStr(module)) module = nullptr;
    Held<> qualname(getAttr(type, names::dunderQualname));
    if (!qualname) return nullptr;
    std::string address = addressText(self);
    if (module && !strEqualsText(module, "builtins")) {
        const FormatArg parts[] = {module.get(), qualname.get(), address};
        return formatMessage("<{}.{} object at {}>", parts, 3);
    }
    const FormatArg parts[] = {type->name, address};
    return formatMessage("<{} object at {}>", parts, 2);
}

namespace {

Owned objectStr(Object* self) { return self->type->repr ? self->type->repr(self) : objectRepr(self); }

int64_t objectHash(Object* self) {
    uint64_t address = addressOf(self);
    int64_t h = static_cast<int64_t>(address >> 4 | address << 60);
    return h == -1 ? -2 : h;
}

Owned objectCompare(Object* self, Object* other, Comparison op) {
    if (op == Comparison::Eq) return self == other ? newBool(true) : notImplemented();
    if (op != Comparison::Ne || !self->type->richCompare) return notImplemented();
    Held<> equal(self->type->richCompare(self, other, Comparison::Eq));
    if (!equal || equal.get() == NotImplemented) return equal.release();
    int truth = isTrue(equal);
    return truth < 0 ? Owned(nullptr) : newBool(!truth);
}

void objectDealloc(Object* o) { freeObject(o); }

// ---- __class__ ------------------------------------------------------------------------------------------------------------

Owned getClass(Object* o) { return newRef(o->type); }

bool setClass(Object* o, Object* value) {
    if (!value) return raise(exc::TypeError, "can't delete __class__ attribute");
    if (!isType(value)) return raise(exc::TypeError, "__class__ must be set to a class, not '{}' object", value->type->name);
    Type *newType = static_cast<Type*>(value), *oldType = o->type;
    bool modules = isSubtype(newType, types::Module) && isSubtype(oldType, types::Module);
    if (!modules && (hasFlag(newType, ImmutableType) || hasFlag(oldType, ImmutableType)))
        return raise(exc::TypeError, "__class__ assignment only supported for mutable types or ModuleType subclasses");
    if (!compatibleForAssignment(oldType, newType, "__class__")) return false;
    // Values in the old class's shared keys would be read with the new one's.
    if (hasFlag(oldType, InlineValues) && !detachInstanceDict(o)) return false;
    if (isHeapType(newType)) incref(newType);
    o->type = newType;
    if (recording()) recorder->alloc(granuleOf(o), recordType(newType), static_cast<uint32_t>(sizeOfObject(o)), 0), recordCells(o);
    if (isHeapType(oldType)) decref(oldType);
    return true;
}

// ---- copying and pickling -----------------------------------------------------------------------------------------------------

Owned importCopyreg() {
    Held<> name(newStr("copyreg"));
    if (!name) return nullptr;
    if (!vmHooks.importModule) return raise(exc::ImportError, "copyreg");
    return vmHooks.importModule(name);
}

Owned slotNames(Type* type) {
    Object* kept = dictFindText(type->dict, "__slotnames__");
    if (kept && (isNone(kept) || isList(kept))) return newRef(kept);
    Held<> copyreg(importCopyreg());
    if (!copyreg) return nullptr;
    Held<> finder(getAttr(copyreg, "_slotnames"));
    return finder ? call(finder, type) : Owned(nullptr);
}

Owned defaultState(Object* o, bool required) {
    Type* type = o->type;
    if (required && type->itemSize) return raise(exc::TypeError, "cannot pickle {} objects", type->name);
    bool failed = false;
    Held<> state(findAttr(o, names::dunderDict, &failed));
    if (failed) return nullptr;
    if (!state || (isExactDict(state) && dictLength(state) == 0)) state = newNone();
    Held<> slots(slotNames(type));
    if (!slots) return nullptr;
    ssize slotTotal = isList(slots) ? asList(slots)->count : 0;
    if (required) {
        ssize size = types::Object->basicSize;
        if (type->dictOffset > 0) size += 8;
        if (type->weaklistOffset > 0) size += 8;
        size += 8 * slotTotal;
        if (type->basicSize > size) return raise(exc::TypeError, "cannot pickle '{}' object", type->name);
    }
    if (!slotTotal) return state.release();
    Held<> values{Owned(newDict())};
    if (!values) return nullptr;
    for (ssize i = 0; i < asList(slots)->count; i++) {
        Held<> name(newRef(asList(slots)->items[i])); // a __getattr__ may change the list
        Held<> value(findAttr(o, name, &failed));
        if (failed) return nullptr;
        if (value && !dictSet(values, name, value)) return nullptr;
    }
    if (dictLength(values) == 0) return state.release();
    return packTuple(state.get(), values.get());
}

Owned getstateMethod(Object* self) { return defaultState(self, false); }

Owned stateOf(Object* o, bool required) {
    Held<> method(getAttr(o, names::dunderGetstate));
    if (!method) return nullptr;
    if (isNativeFunction(method) && static_cast<NativeFunctionObject*>(method.get())->self == o &&
        static_cast<NativeFunctionObject*>(method.get())->definition->noArgs == getstateMethod)
        return defaultState(o, required);
    return call(method);
}

bool newArguments(Object* o, Held<>& args, Held<>& keywords) {
    bool failed = false;
    Held<> withKeywords(findAttr(o, names::dunderGetnewargsEx, &failed));
    if (failed) return false;
    if (withKeywords) {
        Ref<> pair = call(withKeywords);
        if (!pair) return false;
        if (!isTuple(pair)) return raise(exc::TypeError, "__getnewargs_ex__ should return a tuple, not '{}'", pair->type->name);
        if (asTuple(pair)->count != 2)
            return raise(exc::ValueError, "__getnewargs_ex__ should return a tuple of length 2, not {}", asTuple(pair)->count);
        args = newRef(asTuple(pair)->items[0]);
        keywords = newRef(asTuple(pair)->items[1]);
        if (!isTuple(args))
            return raise(exc::TypeError, "first item of the tuple returned by __getnewargs_ex__ must be a tuple, not '{}'", args->type->name);
        if (!isDict(keywords))
            return raise(exc::TypeError, "second item of the tuple returned by __getnewargs_ex__ must be a dict, not '{}'", keywords->type->name);
        return true;
    }
    Held<> plain(findAttr(o, names::dunderGetnewargs, &failed));
    if (failed) return false;
    if (!plain) return true;
    args = call(plain);
    if (!args) return false;
    if (!isTuple(args)) return raise(exc::TypeError, "__getnewargs__ should return a tuple, not '{}'", args->type->name);
    return true;
}

// Protocol 2 and above: copyreg.__newobj__(cls, *args), state, list items, dict items.
Owned reduceNewObject(Object* o) {
    Type* type = o->type;
    if (!type->create) return raise(exc::TypeError, "cannot pickle '{}' object", type->name);
    Held<> args, keywords;
    if (!newArguments(o, args, keywords)) return nullptr;
    Held<> copyreg(importCopyreg());
    if (!copyreg) return nullptr;
    bool hasArgs = bool(args);
    Held<> maker, makerArgs;
    if (!keywords || dictLength(keywords) == 0) {
        maker = getAttr(copyreg, "__newobj__");
        if (!maker) return nullptr;
        ssize count = args ? asTuple(args)->count : 0;
        Ref<TupleObject> all = newTuple(count + 1);
        if (!all) return nullptr;
        all->items[0] = newRef(type).pointer;
        for (ssize i = 0; i < count; i++) all->items[i + 1] = newRef(asTuple(args)->items[i]).pointer;
        recordCells(all);
        makerArgs = Owned(all.release());
    } else {
        maker = getAttr(copyreg, "__newobj_ex__");
        if (!maker) return nullptr;
        makerArgs = packTuple(static_cast<Object*>(type), args.get(), keywords.get());
        if (!makerArgs) return nullptr;
    }
    Held<> state(stateOf(o, !(hasArgs || isList(o) || isDict(o))));
    if (!state) return nullptr;
    Held<> listItems(isList(o) ? getIter(o) : newNone());
    if (!listItems) return nullptr;
    Held<> dictItems(newNone());
    if (isDict(o)) {
        Held<> items(callMethod(o, names::items));
        if (!items) return nullptr;
        dictItems = getIter(items);
        if (!dictItems) return nullptr;
    }
    return packTuple(maker.get(), makerArgs.get(), state.get(), listItems.get(), dictItems.get());
}

Owned commonReduce(Object* o, int64_t protocol) {
    if (protocol >= 2) return reduceNewObject(o);
    Held<> copyreg(importCopyreg());
    if (!copyreg) return nullptr;
    Held<> reduce(getAttr(copyreg, "_reduce_ex"));
    if (!reduce) return nullptr;
    Held<> number(newInt(protocol));
    return call(reduce, o, number);
}

Owned reduceMethod(Object* self) { return commonReduce(self, 0); }

Owned reduceExMethod(Object* self, Object* protocol) {
    ssize version = indexAsSize(protocol, exc::OverflowError);
    if (version == -1 && errorOccurred()) return nullptr;
    bool failed = false;
    Held<> reduce(findAttr(self, names::dunderReduce, &failed));
    if (failed) return nullptr;
    if (reduce) {
        Held<> ofClass(getAttr(self->type, names::dunderReduce));
        if (!ofClass) return nullptr;
        Object* ofObject = dictFind(types::Object->dict, names::dunderReduce);
        if (ofClass.get() != ofObject) return call(reduce);
    }
    return commonReduce(self, version);
}

// ---- the other methods -----------------------------------------------------------------------------------------------------------

Owned formatMethod(Object* self, Object* spec) {
    if (!isStr(spec)) return raise(exc::TypeError, "__format__() argument must be str, not {}", spec->type->name);
    if (asStr(spec)->length > 0) return raise(exc::TypeError, "unsupported format string passed to {}.__format__", self->type->name);
    return strOf(self);
}

Owned sizeofMethod(Object* self) {
    size_t size = sizeOfObject(self);
    if (isGcObject(self)) size -= sizeof(GcHead);
    if (hasFlag(self->type, ManagedDict | ManagedWeakref)) size -= 16;
    return newInt(static_cast<int64_t>(size));
}

bool mergeClassNames(Object* into, Object* cls) {
    bool failed = false;
    Held<> dict(findAttr(cls, names::dunderDict, &failed));
    if (failed || (dict && !dictUpdate(into, dict))) return false;
    Held<> bases(findAttr(cls, names::dunderBases, &failed));
    if (failed) return false;
    if (!bases) return true;
    ssize n = lengthOf(bases);
    if (n < 0) {
        clearError();
        return true;
    }
    for (ssize i = 0; i < n; i++) {
        Held<> base(getItemAt(bases, i));
        if (!base || !mergeClassNames(into, base)) return false;
    }
    return true;
}

Owned dirMethod(Object* self) {
    bool failed = false;
    Held<> own(findAttr(self, names::dunderDict, &failed));
    if (failed) return nullptr;
    Held<> all(own && isDict(own) ? dictCopy(own) : Owned(newDict()));
    if (!all) return nullptr;
    Held<> cls(findAttr(self, names::dunderClass, &failed));
    if (failed) return nullptr;
    if (cls && !mergeClassNames(all, cls)) return nullptr;
    return dictKeysList(all);
}

Owned subclasshookMethod(Object*, Args) { return notImplemented(); }
Owned initSubclassMethod(Object*) { return newNone(); }

constexpr MethodDef objectMethods[] = {
    {"__reduce_ex__", reduceExMethod},
    {"__reduce__", reduceMethod},
    {"__getstate__", getstateMethod},
    {"__subclasshook__", subclasshookMethod, 0, -1, NativeBinding::Class},
    {"__init_subclass__", initSubclassMethod, NativeBinding::Class},
    {"__format__", formatMethod},
    {"__sizeof__", sizeofMethod},
    {"__dir__", dirMethod},
    {},
};

constexpr GetSetDef objectGetSets[] = {{"__class__", getClass, setClass}, {}};

}

void defineObjectType(Type* t) {
    t->name = "object";
    t->doc = "object()\n--\n\nThe base class of the class hierarchy.\n\nWhen called, it accepts no arguments and returns a new featureless\n"
             "instance that has no instance attributes and cannot be given any.\n";
    t->basicSize = sizeof(Object);
    t->flags = BaseType;
    t->dealloc = objectDealloc;
    t->create = objectNew;
    t->init = objectInit;
    t->alloc = typeAlloc;
    t->repr = objectRepr;
    t->str = objectStr;
    t->hash = objectHash;
    t->richCompare = objectCompare;
    t->getAttr = genericGetAttr;
    t->setAttr = genericSetAttr;
    t->methods = objectMethods;
    t->getsets = objectGetSets;
}

}

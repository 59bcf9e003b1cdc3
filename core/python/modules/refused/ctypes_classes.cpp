// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/modules/refused/ctypes_parts.h"

#include <cstring>
#include <string>
#include <utility>

#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"

namespace memtape::ctypes {

namespace {

constexpr size_t kinds = static_cast<size_t>(Kind::Count);
struct {
    Type *metaBase, *data;
    Type *metas[kinds], *classes[kinds];
} made;
RuntimeCache madeCache([] { made = {}; });

// By Kind.
constexpr const char* metaNames[] = {"_ctypes.PyCStructType", "_ctypes.UnionType",     "_ctypes.PyCPointerType",
                                     "_ctypes.PyCArrayType",  "_ctypes.PyCSimpleType", "_ctypes.PyCFuncPtrType"};
constexpr const char* classNames[] = {"_ctypes.Structure", "_ctypes.Union",        "_ctypes._Pointer",
                                      "_ctypes.Array",     "_ctypes._SimpleCData", "_ctypes.CFuncPtr"};

constexpr NativeKind any = NativeKind::Keywords;

// ---- the classes of classes

const MethodDef metaMethods[] = {
    {"from_address", refuse<noMemory>, any}, {"from_buffer", refuse<noMemory>, any}, {"from_buffer_copy", refuse<noMemory>, any},
    {"from_param", refuse<noMemory>, any},   {"in_dll", refuse<noLibraries>, any},   {},
};

// A simple type says by a letter of _type_ which one it is.
bool initSimple(Object* self, Args args) {
    if (!types::Type->init(self, args)) return false;
    bool failed = false;
    Held<> name(newStr("_type_"));
    Held<> code(name ? findAttr(self, name, &failed) : Owned(nullptr));
    if (!code) return failed ? false : raise(exc::AttributeError, "class must define a '_type_' attribute");
    if (!isStr(code)) return raise(exc::TypeError, "class must define a '_type_' string attribute");
    std::string text = strToUtf8(code);
    if (lengthOf(code) != 1) return raise(exc::ValueError, "class must define a '_type_' attribute which must be a string of length 1");
    if (text.size() != 1 || !sizeOfCode(text[0]))
        return raise(exc::AttributeError, "class must define a '_type_' attribute which must be\na single character string containing one of '{}'.",
                     simpleCodes);
    if (!std::strchr("hHiIlLqQfd", text[0])) return true;
    // in both orders of bytes, as far as there are any
    for (const char* order : {"__ctype_le__", "__ctype_be__"}) {
        Held<> attribute(newStr(order));
        if (!attribute || !setAttr(self, attribute, self)) return false;
    }
    return true;
}

void defineMetaBase(Type* t) {
    t->name = "_ctypes.CType_Type";
    t->base = types::Type;
    t->basicSize = types::Type->basicSize;
    t->itemSize = types::Type->itemSize;
    t->flags = HaveGc | BaseType;
    t->repeat = arrayClass;
}
template <size_t kind> void defineMeta(Type* t) {
    t->name = metaNames[kind];
    t->base = made.metaBase;
    t->basicSize = types::Type->basicSize;
    t->itemSize = types::Type->itemSize;
    t->flags = HaveGc | BaseType;
    t->methods = metaMethods;
    if (kind == static_cast<size_t>(Kind::Simple)) t->init = initSimple;
}

// ---- the classes

Owned refuseNew(Type*, Args) { return raiseRefused(noMemory); }

// A function that is only named by its address: ctypes makes a few of them for itself. One of a library, or one that C is to call, is refused.
Owned createFunction(Type* type, Args args) {
    if (args.count > 1 || (args.count == 1 && !isInt(args[0]))) return raiseRefused(noLibraries);
    return type->alloc(type, 0);
}
Owned callFunction(Object*, Args) { return raiseRefused(noLibraries); }

void defineData(Type* t) {
    t->name = "_ctypes._CData";
    t->type = made.metaBase;
    t->basicSize = sizeof(Object);
    t->flags = BaseType;
    t->create = refuseNew;
}

template <size_t kind> void defineClass(Type* t) {
    t->name = classNames[kind];
    t->type = made.metas[kind];
    t->base = made.data;
    t->basicSize = sizeof(Object);
    t->flags = BaseType;
    bool isFunction = kind == static_cast<size_t>(Kind::Function);
    t->create = isFunction ? createFunction : refuseNew;
    if (isFunction) t->call = callFunction;
}

template <size_t kind> bool addKind(Object* module) {
    made.metas[kind] = makeModuleType(defineMeta<kind>);
    if (!made.metas[kind]) return false;
    made.classes[kind] = makeModuleType(defineClass<kind>);
    return made.classes[kind] && addToModule(module, std::strchr(classNames[kind], '.') + 1, newRef(made.classes[kind]));
}
template <size_t... kind> bool addKinds(Object* module, std::index_sequence<kind...>) { return (addKind<kind>(module) && ...); }

// ---- classes that follow from others

Owned derive(Kind kind, const std::string& name, Object* space) {
    Held<> text(newStr(name)), bases(packTuple(static_cast<Object*>(baseClass(kind))));
    return text && bases ? call(made.metas[static_cast<size_t>(kind)], text, bases, space) : Owned(nullptr);
}

}

Type* baseClass(Kind kind) { return made.classes[static_cast<size_t>(kind)]; }

bool addBaseClasses(Object* module) {
    made.metaBase = makeModuleType(defineMetaBase);
    if (!made.metaBase) return false;
    made.data = makeModuleType(defineData);
    return made.data && addKinds(module, std::make_index_sequence<kinds>());
}

Owned arrayClass(Object* item, ssize length) {
    if (length < 0) return raise(exc::ValueError, "Array length must be >= 0, not {}", length);
    Held<DictObject> space{Owned(newDict())};
    Held<> count(newInt(length));
    if (!space || !count || !dictSetText(space, "_length_", count) || !dictSetText(space, "_type_", item)) return nullptr;
    return derive(Kind::Array, std::string(static_cast<Type*>(item)->name) + "_Array_" + std::to_string(length), space);
}

Owned pointerClass(Object* target, Object* cache) {
    Object* known = dictFind(cache, target);
    if (known || errorOccurred()) return known ? newRef(known) : Owned(nullptr);
    Held<DictObject> space{Owned(newDict())};
    if (!space) return nullptr;
    if (isStr(target)) { // to be completed by the program
        Held<> pointer(derive(Kind::Pointer, "LP_" + strToUtf8(target), space));
        Held<> key(pointer ? newInt(static_cast<int64_t>(reinterpret_cast<uintptr_t>(pointer.get()))) : Owned(nullptr));
        return key && dictSet(cache, key, pointer) ? pointer.release() : Owned(nullptr);
    }
    if (!isType(target)) return raise(exc::TypeError, "must be a ctypes type");
    if (!isSubtype(target->type, made.metaBase)) return raise(exc::TypeError, "_type_ must have storage info");
    if (!dictSetText(space, "_type_", target)) return nullptr;
    Held<> pointer(derive(Kind::Pointer, std::string("LP_") + static_cast<Type*>(target)->name, space));
    return pointer && dictSet(cache, target, pointer) ? pointer.release() : Owned(nullptr);
}

}

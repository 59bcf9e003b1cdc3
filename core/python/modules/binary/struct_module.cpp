// SPDX-License-Identifier: GPL-3.0-or-later

// _struct: the functions of the module. Formats are read once and kept, up to a hundred of them.

#include "core/python/modules/binary/struct_object.h"
#include "core/python/modules/module_parts.h"
#include "core/python/modules/native_modules.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/module_types.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"

namespace memtape {

Type* structError = nullptr;

namespace {

constexpr ssize mostCached = 100;
Object* cache = nullptr; // dict: format → Struct

OwnedOf<StructObject> structFor(Object* format) {
    Object* found = dictFind(cache, format);
    if (found) {
        incref(found);
        return OwnedOf<StructObject>(asStruct(found));
    }
    if (errorOccurred()) return nullptr;
    Ref<> made = call(structType, format);
    if (!made) return nullptr;
    if (dictLength(cache) >= mostCached) dictClear(cache);
    if (!dictSet(cache, format, made)) return nullptr;
    return OwnedOf<StructObject>(asStruct(made.release().pointer));
}

Owned calcSizeFunction(Object*, Object* format) {
    Ref<StructObject> read = structFor(format);
    return read ? newInt(read->size) : Owned(nullptr);
}

Owned packWith(Owned (*pack)(StructObject*, Args), Args args) {
    if (args.count == 0) return raise(exc::TypeError, "missing format argument");
    Held<StructObject> read(structFor(args[0]));
    return read ? pack(read, args.withoutFirst()) : Owned(nullptr);
}
Owned packFunction(Object*, Args args) { return packWith(structPack, args); }
Owned packIntoFunction(Object*, Args args) { return packWith(structPackInto, args); }

Owned unpackFunction(Object*, Args args) {
    Held<StructObject> read(structFor(args[0]));
    return read ? structUnpack(read, args[1]) : Owned(nullptr);
}
Owned iterUnpackFunction(Object*, Args args) {
    Held<StructObject> read(structFor(args[0]));
    return read ? structIterUnpack(read, args[1]) : Owned(nullptr);
}
Owned unpackFromFunction(Object*, Args args) {
    Object* out[3] = {};
    if (!parseArgs("unpack_from", args, "format / buffer | offset", out)) return nullptr;
    Held<StructObject> read(structFor(out[0]));
    return read ? structUnpackFrom(read, out[1], out[2]) : Owned(nullptr);
}

Owned clearCacheFunction(Object*) {
    dictClear(cache);
    return newNone();
}

const MethodDef functions[] = {
    {"_clearcache", clearCacheFunction},
    {"calcsize", calcSizeFunction},
    {"iter_unpack", iterUnpackFunction, 2, 2},
    {"pack", packFunction, 0, -1},
    {"pack_into", packIntoFunction, 0, -1},
    {"unpack", unpackFunction, 2, 2},
    {"unpack_from", unpackFromFunction, NativeKind::Keywords},
    {},
};

RuntimeCache madeCache([] {
    structType = structIteratorType = structError = nullptr;
    cache = nullptr;
});

// Made once for a run, so that a module that is imported anew shares them with the one before.
bool makeTypes() {
    if (cache) return true;
    structType = makeModuleType(defineStructType);
    structIteratorType = makeModuleType(defineStructIteratorType);
    structError = newExceptionClass("struct.error", {exc::Exception});
    cache = structType && structIteratorType && structError ? keptForGood(newDict()) : nullptr;
    return cache != nullptr;
}

}

Owned makeStructModule() {
    Ref<> module = newModule("_struct");
    bool good = module && addFunctions(module, functions) && makeTypes() && addToModule(module, "Struct", newRef(structType)) &&
                addToModule(module, "error", newRef(structError));
    return good ? module.release() : Owned(nullptr);
}

}

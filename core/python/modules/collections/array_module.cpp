// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstddef>
#include <cstring>
#include <string>
#include <utility>

#include "core/python/modules/arguments.h"
#include "core/python/modules/collections/array_formats.h"
#include "core/python/modules/collections/array_object.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/classes/generic_alias.h"
#include "core/python/objects/containers/buffers.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/slice_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/module_types.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/protocol/vm_hooks.h"
#include "core/python/objects/text/bytes_object.h"
#include "core/python/objects/text/str_object.h"

// The module array, and the methods of its type.

namespace memtape {

namespace {

Owned none(bool ok) { return ok ? newNone() : Owned(nullptr); }

Owned recorded(Object* self, bool ok) {
    recordArray(asArray(self));
    return none(ok);
}
Owned appendMethod(Object* self, Object* value) { return recorded(self, appendToArray(asArray(self), value)); }
Owned extendMethod(Object* self, Object* iterable) { return recorded(self, extendArray(asArray(self), iterable)); }
Owned fromListMethod(Object* self, Object* list) {
    if (!isList(list)) return raise(exc::TypeError, "arg must be list");
    ArrayObject* a = asArray(self);
    ssize before = a->count;
    for (ssize i = 0; i < asList(list)->count; ++i) {
        Held<> item(newRef(asList(list)->items[i]));
        if (!appendToArray(a, item)) {
            (void)resizeArray(a, before);
            return recorded(self, false);
        }
    }
    return recorded(self, true);
}
Owned fromBytesMethod(Object* self, Object* bytes) { return recorded(self, fillArrayFromBytes(asArray(self), bytes)); }
Owned fromUnicodeMethod(Object* self, Object* text) {
    if (!isStr(text)) return raise(exc::TypeError, "fromunicode() argument must be str, not {}", text->type->name);
    char code = asArray(self)->kind->code;
    if (code != 'u' && code != 'w') return raise(exc::ValueError, "fromunicode() may only be called on unicode type arrays ('u' or 'w')");
    return recorded(self, fillArrayFromText(asArray(self), text));
}
Owned toUnicodeMethod(Object* self) {
    char code = asArray(self)->kind->code;
    if (code != 'u' && code != 'w') return raise(exc::ValueError, "tounicode() may only be called on unicode type arrays ('u' or 'w')");
    return textOfArray(asArray(self));
}
Owned toListMethod(Object* self) { return listOfArray(asArray(self)); }
Owned toBytesMethod(Object* self) {
    ArrayObject* a = asArray(self);
    return newBytes(std::string_view(a->items ? a->items : "", static_cast<size_t>(a->count * a->kind->size)));
}
Owned insertMethod(Object* self, Args args) {
    ArrayObject* a = asArray(self);
    ssize at = argumentAsSize(args[0]);
    if (at == -1 && errorOccurred()) return nullptr;
    char bytes[8];
    if (!a->kind->set(args[1], bytes)) return nullptr;
    ssize count = a->count;
    if (at < 0 && (at += count) < 0) at = 0;
    if (at > count) at = count;
    if (!resizeArray(a, count + 1)) return nullptr;
    std::memmove(arrayPlace(a, at + 1), arrayPlace(a, at), static_cast<size_t>((count - at) * a->kind->size));
    std::memcpy(arrayPlace(a, at), bytes, static_cast<size_t>(a->kind->size));
    return recorded(self, true);
}
Owned popMethod(Object* self, Args args) {
    ArrayObject* a = asArray(self);
    ssize at = -1;
    if (args.count > 0) {
        at = argumentAsSize(args[0]);
        if (at == -1 && errorOccurred()) return nullptr;
    }
    if (a->count == 0) return raise(exc::IndexError, "pop from empty array");
    if (at < 0) at += a->count;
    if (at < 0 || at >= a->count) return raise(exc::IndexError, "pop index out of range");
    Ref<> item = arrayItemOf(a, at);
    if (!item || !eraseFromArray(a, at, 1)) return nullptr;
    recordArray(a);
    return item.release();
}
Owned removeMethod(Object* self, Object* value) {
    ssize at = findInArray(asArray(self), value, 0, PTRDIFF_MAX);
    if (at < 0) return errorOccurred() ? Owned(nullptr) : Owned(raise(exc::ValueError, "array.remove(x): x not in array"));
    return recorded(self, eraseFromArray(asArray(self), at, 1));
}
Owned indexMethod(Object* self, Args args) {
    ArrayObject* a = asArray(self);
    ssize start = 0, stop = PTRDIFF_MAX;
    if (!indexBounds(args, &start, &stop)) return nullptr;
    if (start < 0 && (start += a->count) < 0) start = 0;
    if (stop < 0) stop += a->count;
    ssize at = findInArray(a, args[0], start, stop);
    if (at >= 0) return newInt(at);
    return errorOccurred() ? Owned(nullptr) : Owned(raise(exc::ValueError, "array.index(x): x not in array"));
}
Owned countMethod(Object* self, Object* value) {
    ssize found = 0;
    for (ssize at = -1; (at = findInArray(asArray(self), value, at + 1, PTRDIFF_MAX)) >= 0;) ++found;
    return errorOccurred() ? Owned(nullptr) : newInt(found);
}
Owned reverseMethod(Object* self) {
    ArrayObject* a = asArray(self);
    char bytes[8];
    size_t size = static_cast<size_t>(a->kind->size);
    for (ssize low = 0, high = a->count - 1; low < high; ++low, --high) {
        std::memcpy(bytes, arrayPlace(a, low), size);
        std::memcpy(arrayPlace(a, low), arrayPlace(a, high), size);
        std::memcpy(arrayPlace(a, high), bytes, size);
    }
    return recorded(self, true);
}
Owned byteSwapMethod(Object* self) {
    ArrayObject* a = asArray(self);
    for (ssize i = 0; i < a->count; ++i) {
        char* p = arrayPlace(a, i);
        for (ssize low = 0, high = a->kind->size - 1; low < high; ++low, --high) std::swap(p[low], p[high]);
    }
    return recorded(self, true);
}
Owned bufferInfoMethod(Object* self) {
    Ref<> address = newInt(static_cast<int64_t>(asArray(self)->items ? addressOf(asArray(self)->items) : 0)), count = newInt(asArray(self)->count);
    return packTuple(address.get(), count.get());
}
Owned copyMethod(Object* self) { return arrayRepeat(self, 1); }
Owned deepCopyMethod(Object* self, Object*) { return arrayRepeat(self, 1); }
Owned sizeofMethod(Object* self) { return newInt(static_cast<int64_t>(arraySize(self))); }
Owned clearMethod(Object* self) { return resizeArray(asArray(self), 0) ? recorded(self, true) : Owned(nullptr); }
Owned toFileMethod(Object* self, Object* file) { return arrayToFile(self, file); }
Owned fromFileMethod(Object* self, Args args) {
    ssize count;
    if (!checkNoKeywords("fromfile", args)) return nullptr;
    if (args.count != 2) return raise(exc::TypeError, "fromfile() takes exactly 2 positional arguments ({} given)", args.count);
    return sizeArgument(args[1], &count) ? arrayFromFile(self, args[0], count, asArray(self)->kind->size) : Owned(nullptr);
}
Owned reconstructor(Object*, Args args) { return reconstructArray(arrayType, args); }

// From protocol 3 on the bytes as they are, with the number of their form; before, a list.
Owned reduceMethod(Object* self, Object* protocol) {
    if (!isInt(protocol)) return raise(exc::TypeError, "__reduce_ex__ argument should be an integer");
    int overflow;
    const bool asBytes = intValue(protocol, &overflow) >= 3;
    bool failed = false;
    Held<> state(findAttr(self, names::dunderDict, &failed));
    if (failed) return nullptr;
    if (!state) state = newNone();
    const char code = asArray(self)->kind->code;
    Ref<> typecode(newStrFromChar(static_cast<uint32_t>(code)));
    if (!typecode) return nullptr;
    if (!asBytes) {
        Held<> list(toListMethod(self));
        Ref<> args(list ? packTuple(typecode.get(), list.get()) : Owned(nullptr));
        return args ? packTuple(static_cast<Object*>(self->type), args.get(), state.get()) : Owned(nullptr);
    }
    Ref<> name(internStr("array"));
    Held<> module(name ? vmHooks.importModule(name) : Owned(nullptr));
    Held<> function(module ? getAttr(module, "_array_reconstructor") : Owned(nullptr));
    Held<> bytes(function ? toBytesMethod(self) : Owned(nullptr));
    Ref<> format(newInt(machineFormat(code)));
    Ref<> args(bytes && format ? packTuple(static_cast<Object*>(self->type), typecode.get(), format.get(), bytes.get()) : Owned(nullptr));
    return args ? packTuple(function.get(), args.get(), state.get()) : Owned(nullptr);
}
Owned getTypecode(Object* self) { return newStrFromChar(static_cast<uint32_t>(asArray(self)->kind->code)); }
Owned getItemSize(Object* self) { return newInt(asArray(self)->kind->size); }

const GetSetDef arrayGetsets[] = {{"typecode", getTypecode}, {"itemsize", getItemSize}, {}};
const MethodDef arrayMethods[] = {
    {"__buffer__", bufferMethod},
    {"__release_buffer__", releaseBufferMethod},
    {"append", appendMethod},
    {"clear", clearMethod},
    {"fromfile", fromFileMethod, NativeKind::Keywords},
    {"tofile", toFileMethod},
    {"buffer_info", bufferInfoMethod},
    {"byteswap", byteSwapMethod},
    {"__copy__", copyMethod},
    {"count", countMethod},
    {"__deepcopy__", deepCopyMethod},
    {"extend", extendMethod},
    {"fromlist", fromListMethod},
    {"frombytes", fromBytesMethod},
    {"fromunicode", fromUnicodeMethod},
    {"index", indexMethod, 1, 3},
    {"insert", insertMethod, 2, 2},
    {"pop", popMethod, 0, 1},
    {"__reduce_ex__", reduceMethod},
    {"remove", removeMethod},
    {"reverse", reverseMethod},
    {"tobytes", toBytesMethod},
    {"tolist", toListMethod},
    {"tounicode", toUnicodeMethod},
    {"__sizeof__", sizeofMethod},
    {"__class_getitem__", classGetItem, NativeBinding::Class},
    {},
};

void defineArray(Type* t) {
    t->name = "array.array";
    t->basicSize = sizeof(ArrayObject);
    t->flags = BaseType | HaveGc | IsSequence;
    t->doc =
        "array(typecode [, initializer]) -> array\n\nReturn a new array whose items are restricted by typecode, and\ninitialized from the optional initializer value.";
    t->weaklistOffset = offsetof(ArrayObject, weakrefs);
    setArraySlots(t);
    t->methods = arrayMethods;
    t->getsets = arrayGetsets;
}

// An array is a MutableSequence to who asks.
bool registerAsSequence() {
    Held<> name(internStr("_collections_abc"));
    Held<> module(name ? vmHooks.importModule(name) : Owned(nullptr));
    Held<> abstract(module ? getAttr(module, "MutableSequence") : Owned(nullptr));
    Held<> enter(abstract ? getAttr(abstract, "register") : Owned(nullptr));
    return enter && Ref<>(call(enter, arrayType));
}

}

Owned makeArrayModule() {
    Ref<> module = newModule("array");
    if (!module || !addTypeToModule(module, arrayType, defineArray)) return nullptr;
    addArrayBuffer();
    static const MethodDef functions[] = {{"_array_reconstructor", reconstructor, 4, 4}, {}};
    if (!addFunctions(module, functions)) return nullptr;
    arrayIteratorType = makeModuleType(defineArrayIterator);
    if (!arrayIteratorType || !addToModule(module, "ArrayType", newRef(arrayType))) return nullptr;
    if (!addToModule(module, "typecodes", newStr("bBuwhHiIlLqQfd"))) return nullptr;
    if (!registerAsSequence()) return nullptr;
    return module.release();
}

}

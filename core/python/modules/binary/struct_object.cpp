// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/modules/binary/struct_object.h"

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <string>

#include "core/python/modules/arguments.h"
#include "core/python/objects/classes/weakref_object.h"
#include "core/python/objects/containers/buffers.h"
#include "core/python/objects/containers/iterator_objects.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/module_types.h"
#include "core/python/objects/numbers/float_object.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/bytes_object.h"
#include "core/python/objects/text/codecs.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

Type *structType = nullptr, *structIteratorType = nullptr;

namespace {

Owned unpackAll(StructObject* self, const uint8_t* from) {
    Ref<TupleObject> all = newTuple(std::max(self->values, ssize{0}));
    if (!all || all->count == 0) return all.release();
    ssize i = 0;
    for (const StructCode* code = self->codes; code->letter; ++code) {
        for (ssize n = 0; n < code->repeat; ++n) {
            all->items[i] = unpackItem(*code, from + code->offset + n * code->size).pointer;
            if (!all->items[i++]) return nullptr;
        }
    }
    recordCells(all);
    return all.release();
}

bool runsNoCode(Object* value) { return isExactInt(value) || isBool(value) || isExactFloat(value) || isExactBytes(value); }

// `to` has room for the size that the Struct has now, `values` as many as it has; what a value runs may give it another format. `tell` puts on the
// tape what has been written: before such a value, whose steps show it.
template <class Tell> bool packAll(StructObject* self, Object* const* values, uint8_t* to, Tell tell) {
    std::memset(to, 0, static_cast<size_t>(self->size));
    const StructCode* code = self->codes;
    std::vector<StructCode> copy;
    if (!std::all_of(values, values + self->values, runsNoCode)) {
        copy.assign(code, code + self->codeCount() + 1);
        code = copy.data();
    }
    for (; code->letter; ++code)
        for (ssize n = 0; n < code->repeat; ++n, ++values) {
            if (recording() && !runsNoCode(*values)) tell();
            if (!packItem(*code, *values, to + code->offset + n * code->size)) return false;
        }
    return true;
}

bool wantValues(StructObject* self, const char* function, size_t given) {
    if (self->values >= 0 && given == static_cast<size_t>(self->values)) return true;
    return raise(structError, "{} expected {} items for packing (got {})", function, self->values, given);
}

// Where in a buffer an offset is; below zero it counts from the end. `what`: how its error texts name the use.
struct OffsetWords {
    const char *function, *verb, *noRoom;
};
bool placeInBuffer(StructObject* self, ssize* offset, size_t bufferSize, const OffsetWords& words) {
    ssize available = static_cast<ssize>(bufferSize), size = self->size;
    if (*offset < 0) {
        if (*offset > -size) return raise(structError, words.noRoom, size, *offset);
        if (*offset < -available) return raise(structError, "offset {} out of range for {}-byte buffer", *offset, available);
        *offset += available;
    }
    if (available - *offset >= size) return true;
    return raise(structError, "{} requires a buffer of at least {} bytes for {} {} bytes at offset {} (actual buffer size is {})", words.function,
                 static_cast<uint64_t>(size) + static_cast<uint64_t>(*offset), words.verb, size, *offset, available);
}

// ---- the object

Owned createStruct(Type* type, Args) {
    Ref<> made = type->alloc(type, 0);
    if (!made) return nullptr;
    StructObject* self = asStruct(made);
    self->size = self->values = -1;
    self->codes = static_cast<StructCode*>(allocateBlock(sizeof(StructCode)));
    if (!self->codes) return nullptr;
    self->codes[0] = {};
    setField(self, self->format, newStr(""));
    recordResize(self);
    return made.release();
}

bool setFormat(StructObject* self, Object* given) {
    std::string text;
    if (isStr(given)) {
        if (!encodeInto(text, given, "ascii", "strict")) return false;
    } else if (isBytes(given)) {
        text.assign(reinterpret_cast<const char*>(bytesData(given)), static_cast<size_t>(bytesLength(given)));
    } else {
        return raise(exc::TypeError, "Struct() argument 1 must be a str or bytes object, not {}", given->type->name);
    }
    Owned shown = newStrFromLatin1(reinterpret_cast<const uint8_t*>(text.data()), text.size());
    if (!shown) return false;
    setField(self, self->format, shown);
    StructFormat read;
    if (!readStructFormat(text, read)) return false;
    auto* codes = static_cast<StructCode*>(allocateBlock((read.codes.size() + 1) * sizeof(StructCode)));
    if (!codes) return false;
    std::copy(read.codes.begin(), read.codes.end(), codes);
    codes[read.codes.size()] = {};
    releaseBlock(self->codes);
    self->codes = codes;
    self->size = read.size;
    self->values = read.values;
    recordResize(self);
    return true;
}

bool initStruct(Object* o, Args args) {
    Object* out[1] = {};
    return parseArgs("Struct", args, "format", out) && setFormat(asStruct(o), out[0]);
}

void deallocStruct(Object* o) {
    gcUntrack(o);
    clearWeakReferences(o);
    if (asStruct(o)->codes) releaseBlock(asStruct(o)->codes);
    asStruct(o)->codes = nullptr;
    dropFields(o);
    freeObject(o);
}
size_t sizeOfStruct(Object* o) {
    size_t size = static_cast<size_t>(o->type->basicSize);
    return asStruct(o)->codes ? size + (asStruct(o)->codeCount() + 1) * sizeof(StructCode) : size;
}
Owned reprStruct(Object* o) {
    std::string name = o->type->name, text;
    if (!appendRepr(text, asStruct(o)->format)) return nullptr;
    return newStr(name.substr(name.rfind('.') + 1) + "(" + text + ")");
}

Owned packMethod(Object* self, Args args) { return structPack(asStruct(self), args); }
Owned packIntoMethod(Object* self, Args args) { return structPackInto(asStruct(self), args); }
Owned unpackMethod(Object* self, Object* buffer) { return structUnpack(asStruct(self), buffer); }
Owned unpackFromMethod(Object* self, Args args) {
    Object* out[2] = {};
    return parseArgs("unpack_from", args, "buffer | offset", out) ? structUnpackFrom(asStruct(self), out[0], out[1]) : Owned(nullptr);
}
Owned iterUnpackMethod(Object* self, Object* buffer) { return structIterUnpack(asStruct(self), buffer); }
Owned sizeofMethod(Object* self) { return newInt(static_cast<int64_t>(sizeOfStruct(self))); }
Owned getFormat(Object* self) { return newRef(asStruct(self)->format); }
Owned getSize(Object* self) { return newInt(asStruct(self)->size); }

const Field structFields[] = {{"format", offsetof(StructObject, format)}, {}};
const GetSetDef structGetsets[] = {{"format", getFormat}, {"size", getSize}, {}};
const MethodDef structMethods[] = {{"iter_unpack", iterUnpackMethod},
                                   {"pack", packMethod, 0, -1},
                                   {"pack_into", packIntoMethod, 0, -1},
                                   {"unpack", unpackMethod},
                                   {"unpack_from", unpackFromMethod, NativeKind::Keywords},
                                   {"__sizeof__", sizeofMethod},
                                   {}};

// ---- iter_unpack

struct StructIteratorObject : Object {
    Object *structObject, *buffer; // null: exhausted
    char reserved[72];             // CPython's holds a whole Py_buffer
    ssize index;
};
static_assert(sizeof(StructIteratorObject) == 112);

// The bytes that are left, where there is one item at least; null: none.
const uint8_t* restOf(StructIteratorObject* it, size_t* size) {
    const uint8_t* data;
    if (!it->structObject || !bufferOf(it->buffer, &data, size)) return nullptr;
    size_t index = static_cast<size_t>(it->index);
    if (index > *size || *size - index < static_cast<size_t>(asStruct(it->structObject)->size)) return nullptr;
    *size -= index;
    return data + index;
}

Owned nextUnpacked(Object* o) {
    auto* it = static_cast<StructIteratorObject*>(o);
    size_t size;
    const uint8_t* rest = restOf(it, &size);
    if (!rest) {
        if (it->structObject) {
            dropField(it, it->structObject);
            dropField(it, it->buffer);
        }
        return nullptr;
    }
    it->index += asStruct(it->structObject)->size;
    return unpackAll(asStruct(it->structObject), rest);
}
Owned lengthHint(Object* o) {
    size_t size;
    auto* it = static_cast<StructIteratorObject*>(o);
    return newInt(restOf(it, &size) ? static_cast<ssize>(size) / asStruct(it->structObject)->size : 0);
}

const Field iteratorFields[] = {{"so", offsetof(StructIteratorObject, structObject)}, {"buf", offsetof(StructIteratorObject, buffer)}, {}};
const MethodDef iteratorMethods[] = {{"__length_hint__", lengthHint}, {}};

}

uint32_t StructObject::codeCount() const {
    uint32_t count = 0;
    while (codes[count].letter) ++count;
    return count;
}

Owned structPack(StructObject* self, Args args) {
    if (!wantValues(self, "pack", args.count)) return nullptr;
    BytesObject* made = allocateBytes(self->size);
    if (!made) return nullptr;
    Held<> result{Owned(made)};
    const auto tell = [made] { recordPayload(made); };
    if (!packAll(self, args.values, made->data, tell)) return nullptr;
    tell();
    return result.release();
}

Owned structPackInto(StructObject* self, Args args) {
    if (args.count == 0) return raise(structError, "pack_into expected buffer argument");
    if (args.count == 1) return raise(structError, "pack_into expected offset argument");
    if (!wantValues(self, "pack_into", args.count - 2)) return nullptr;
    WritableBuffer buffer;
    if (!buffer.take(args[0])) return raise(exc::TypeError, "argument must be read-write bytes-like object, not {}", args[0]->type->name);
    ssize offset = indexAsSize(args[1], exc::IndexError);
    if (offset == -1 && errorOccurred()) return nullptr;
    if (!wantValues(self, "pack_into", args.count - 2)) return nullptr; // still
    if (!placeInBuffer(self, &offset, buffer.size(), {"pack_into", "packing", "no space to pack {} bytes at offset {}"})) return nullptr;
    bool good = packAll(self, args.values + 2, buffer.data() + offset, [&buffer] { buffer.written(); });
    buffer.written();
    return good ? newNone() : Owned(nullptr);
}

Owned structUnpack(StructObject* self, Object* buffer) {
    HeldBuffer held;
    if (!held.want(buffer)) return nullptr;
    if (static_cast<ssize>(held.size()) != self->size) return raise(structError, "unpack requires a buffer of {} bytes", self->size);
    return unpackAll(self, held.data());
}

Owned structUnpackFrom(StructObject* self, Object* buffer, Object* offsetOrNull) {
    HeldBuffer held;
    ssize offset = 0;
    if (!held.want(buffer) || !sizeArgument(offsetOrNull, &offset)) return nullptr;
    if (!placeInBuffer(self, &offset, held.size(), {"unpack_from", "unpacking", "not enough data to unpack {} bytes at offset {}"})) return nullptr;
    return unpackAll(self, held.data() + offset);
}

Owned structIterUnpack(StructObject* self, Object* buffer) {
    if (self->size <= 0) return raise(structError, "cannot iteratively unpack with a struct of length {}", self->size);
    const uint8_t* data;
    size_t size;
    if (!wantBuffer(buffer, &data, &size)) return nullptr;
    if (size % static_cast<size_t>(self->size))
        return raise(structError, "iterative unpacking requires a buffer of a multiple of {} bytes", self->size);
    auto* it = newPlainObject<StructIteratorObject>(structIteratorType);
    if (!it) return nullptr;
    it->structObject = newRef(self).pointer;
    it->buffer = newRef(buffer).pointer;
    return finishObject(it);
}

void defineStructType(Type* t) {
    t->name = "_struct.Struct";
    t->doc = "Struct(fmt) --> compiled struct object\n\n";
    t->basicSize = sizeof(StructObject);
    t->flags = BaseType | HaveGc;
    t->weaklistOffset = offsetof(StructObject, weakrefs);
    t->fields = structFields;
    t->dealloc = deallocStruct;
    t->size = sizeOfStruct;
    t->create = createStruct;
    t->init = initStruct;
    t->repr = reprStruct;
    t->getAttr = genericGetAttr;
    t->setAttr = genericSetAttr;
    t->methods = structMethods;
    t->getsets = structGetsets;
}

void defineStructIteratorType(Type* t) {
    describeIterator(t, "_struct.unpack_iterator", sizeof(StructIteratorObject), iteratorFields, nextUnpacked, iteratorMethods);
}

}

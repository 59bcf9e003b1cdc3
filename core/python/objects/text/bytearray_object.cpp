// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstring>
#include <string>

#include "core/python/objects/classes/program_buffers.h"
#include "core/python/objects/containers/buffers.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/slice_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/bytes_methods.h"
#include "core/python/objects/text/bytes_object.h"
#include "core/python/objects/text/percent_format.h"
#include "core/python/objects/text/str_builder.h"

// bytearray. Growth follows CPython's rule, so sys.getsizeof does.

namespace memtape {

static_assert(sizeof(ByteArrayObject) == 56);

namespace {

ByteArrayObject* asArray(Object* o) { return static_cast<ByteArrayObject*>(o); }
uint8_t noBytes[1] = {0}; // what `start` points to while there is no block

bool canResize(ByteArrayObject* a) {
    if (a->exports == 0) return true;
    return raise(exc::BufferError, "Existing exports of data: object cannot be re-sized");
}

// Fits the block to `size` bytes, of which the first `kept` from `start` on stay; new bytes at the end are not set.
bool fit(ByteArrayObject* a, ssize size, ssize kept) {
    if (!canResize(a)) return false;
    if (size > PTRDIFF_MAX / 2) return raiseMemoryError();
    ssize offset = a->block ? a->start - a->block : 0, allocated = a->allocated;
    if (size + offset + 1 <= allocated) {
        if (size < allocated / 2) {
            allocated = size + 1;
        } else {
            a->count = size;
            a->start[size] = 0;
            return true;
        }
    } else {
        allocated = static_cast<double>(size) <= static_cast<double>(allocated) * 1.125 ? size + (size >> 3) + (size < 9 ? 3 : 6) : size + 1;
    }
    uint8_t* block;
    if (offset > 0) {
        block = static_cast<uint8_t*>(allocateBlock(static_cast<size_t>(allocated)));
        if (!block) return false;
        std::memcpy(block, a->start, static_cast<size_t>(size < kept ? size : kept));
        releaseBlock(a->block);
    } else if (a->block) {
        block = static_cast<uint8_t*>(reallocateBlock(a->block, static_cast<size_t>(allocated)));
    } else {
        block = static_cast<uint8_t*>(allocateBlock(static_cast<size_t>(allocated)));
    }
    if (!block) return false;
    a->block = a->start = block;
    a->allocated = allocated;
    a->count = size;
    block[size] = 0;
    recordResize(a);
    return true;
}

bool resize(ByteArrayObject* a, ssize size) { return size == a->count || fit(a, size, a->count); }

bool assign(ByteArrayObject* a, std::string_view data) {
    if (!resize(a, static_cast<ssize>(data.size()))) return false;
    std::memcpy(a->start, data.data(), data.size());
    recordPayload(a);
    return true;
}

bool appendBytes(ByteArrayObject* a, std::string_view data) {
    if (data.empty()) return true;
    ssize before = a->count;
    if (!resize(a, before + static_cast<ssize>(data.size()))) return false;
    std::memcpy(a->start + before, data.data(), data.size());
    if (recording()) recorder->payloadAppend(granuleOf(a), granuleOf(a), data);
    return true;
}

// Replaces [low, high) by `data`.
bool replaceRange(ByteArrayObject* a, ssize low, ssize high, std::string_view data) {
    ssize growth = static_cast<ssize>(data.size()) - (high - low), tail = a->count - high;
    if (growth != 0 && !canResize(a)) return false;
    if (growth < 0) {
        if (low == 0) { // taken from the front: the beginning moves on
            a->start -= growth;
            if (!data.empty()) std::memcpy(a->start, data.data(), data.size());
            ssize size = a->count + growth;
            if (!fit(a, size, size)) return false;
            recordPayload(a);
            return true;
        }
        std::memmove(a->start + low + data.size(), a->start + high, static_cast<size_t>(tail));
        if (!resize(a, a->count + growth)) return false;
    } else if (growth > 0) {
        if (!resize(a, a->count + growth)) return false;
        std::memmove(a->start + low + data.size(), a->start + high, static_cast<size_t>(tail));
    }
    if (!data.empty()) std::memcpy(a->start + low, data.data(), data.size());
    recordPayload(a);
    return true;
}

Owned createArray(Type* type, Args) {
    Ref<> made(type->alloc(type, 0));
    if (!made) return nullptr;
    asArray(made)->start = noBytes;
    recordPayload(made);
    return made.release();
}

bool initArray(Object* self, Args args) {
    std::string data;
    if (!bytesFromArguments(args, "bytearray", &data, nullptr)) return false;
    ByteArrayObject* a = asArray(self);
    const uint8_t* bytes;
    size_t size;
    Object* source = args.count ? args[0] : nullptr;
    if (source && !isStr(source) && !isInt(source) && !isExactList(source) && !isExactTuple(source) && !hasProgramBuffer(source) &&
        !bufferOf(source, &bytes, &size)) { // grown item by item, as CPython's is
        if (!resize(a, 0)) return false;
        for (size_t i = 1; i <= data.size(); ++i) {
            if (static_cast<ssize>(i) < a->allocated) a->count = static_cast<ssize>(i);
            else if (!resize(a, static_cast<ssize>(i))) return false;
        }
    }
    return assign(a, data);
}

void deallocArray(Object* o) {
    ByteArrayObject* a = asArray(o);
    if (a->block) releaseBlock(a->block);
    a->block = nullptr;
    freeObject(o);
}

size_t sizeOfArray(Object* o) { return static_cast<size_t>(o->type->basicSize + asArray(o)->allocated); }
ssize lengthOfArray(Object* o) { return asArray(o)->count; }

Owned reprArray(Object* o) {
    ByteArrayObject* a = asArray(o);
    std::string out = o->type->name;
    out += "(b";
    bool single = std::memchr(a->start, '\'', static_cast<size_t>(a->count)), both = std::memchr(a->start, '"', static_cast<size_t>(a->count));
    char quote = single && !both ? '"' : '\'';
    out += quote;
    for (ssize i = 0; i < a->count; ++i) {
        uint8_t c = a->start[i];
        if (c == '\'' || c == '\\') out += '\\', out += static_cast<char>(c);
        else if (c == '\t') out += "\\t";
        else if (c == '\n') out += "\\n";
        else if (c == '\r') out += "\\r";
        else if (c < ' ' || c >= 0x7f) out += "\\x", out += "0123456789abcdef"[c >> 4], out += "0123456789abcdef"[c & 15];
        else out += static_cast<char>(c);
    }
    out += quote;
    out += ')';
    return newStr(out);
}

Owned strArray(Object* o) { return reprArray(o); }

Owned compareArray(Object* a, Object* b, Comparison op) {
    const uint8_t *x, *y;
    size_t m, n;
    if (isStr(a) || isStr(b) || !bufferOf(a, &x, &m) || !bufferOf(b, &y, &n)) return notImplemented();
    int order = std::memcmp(x, y, m < n ? m : n);
    return newBool(answers(op, order != 0 ? order : orderOf(m, n)));
}

Owned iterArray(Object* o) { return newBytesIterator(o, types::ByteArrayIterator); }

Owned itemOfArray(Object* o, ssize i) {
    if (i < 0 || i >= asArray(o)->count) return raise(exc::IndexError, "bytearray index out of range");
    return newInt(asArray(o)->start[i]);
}

Owned subscriptArray(Object* o, Object* key) {
    if (key->type->index) {
        ssize i = indexAsSize(key, exc::IndexError);
        if (i == -1 && errorOccurred()) return nullptr;
        return itemOfArray(o, i < 0 ? i + asArray(o)->count : i);
    }
    if (isSlice(key)) {
        ssize start, stop, step;
        if (!sliceUnpack(key, &start, &stop, &step)) return nullptr;
        ssize count = sliceAdjust(asArray(o)->count, &start, &stop, &step);
        if (step == 1) return newByteArray(asArray(o)->start + start, static_cast<size_t>(count));
        std::string out;
        for (ssize i = 0, at = start; i < count; ++i, at += step) out += static_cast<char>(asArray(o)->start[at]);
        return newByteArray(reinterpret_cast<const uint8_t*>(out.data()), out.size());
    }
    return raise(exc::TypeError, "bytearray indices must be integers or slices, not {}", key->type->name);
}

bool setItemOfArray(Object* o, ssize i, Object* value) {
    ByteArrayObject* a = asArray(o);
    if (i < 0) i += a->count;
    if (i < 0 || i >= a->count) return raise(exc::IndexError, "bytearray index out of range");
    if (!value) return replaceRange(a, i, i + 1, {});
    uint8_t byte;
    if (!byteValue(value, &byte, "byte must be in range(0, 256)")) return false;
    if (i >= a->count) return raise(exc::IndexError, "bytearray index out of range");
    a->start[i] = byte;
    recordPayload(a);
    return true;
}

bool setSubscriptOfArray(Object* o, Object* key, Object* value) {
    ByteArrayObject* a = asArray(o);
    if (key->type->index) {
        ssize i = indexAsSize(key, exc::IndexError);
        if (i == -1 && errorOccurred()) return false;
        return setItemOfArray(o, i, value);
    }
    if (!isSlice(key)) return raise(exc::TypeError, "bytearray indices must be integers or slices, not {}", key->type->name);
    ssize start, stop, step;
    if (!sliceUnpack(key, &start, &stop, &step)) return false;
    std::string data;
    if (value && value != a && isByteArray(value)) {
        data.assign(reinterpret_cast<const char*>(asArray(value)->start), static_cast<size_t>(asArray(value)->count));
    } else if (value) {
        const uint8_t* given;
        size_t size;
        if (!bufferOf(value, &given, &size) && (isStr(value) || (value->type->index && !value->type->iter))) {
            return raise(exc::TypeError, "can assign only bytes, buffers, or iterables of ints in range(0, 256)");
        }
        if (!appendBytesOf(value, &data, "byte must be in range(0, 256)", "bytearray")) return false;
        if (!sliceUnpack(key, &start, &stop, &step)) return false; // CPython makes a bytearray of the value and begins anew
    }
    ssize count = sliceAdjust(a->count, &start, &stop, &step);
    if (step == 1) return replaceRange(a, start, start + count, data);
    if (!value) {
        if (count == 0) return true;
        if (!canResize(a)) return false;
        std::string kept;
        if (step < 0) start += (count - 1) * step, step = -step;
        for (ssize i = 0; i < a->count; ++i) {
            bool gone = i >= start && (i - start) % step == 0 && (i - start) / step < count;
            if (!gone) kept += static_cast<char>(a->start[i]);
        }
        return assign(a, kept);
    }
    if (static_cast<ssize>(data.size()) != count) {
        return raise(exc::ValueError, "attempt to assign bytes of size {} to extended slice of size {}", data.size(), count);
    }
    for (ssize i = 0, at = start; i < count; ++i, at += step) a->start[at] = static_cast<uint8_t>(data[static_cast<size_t>(i)]);
    recordPayload(a);
    return true;
}

bool holdOther(HeldBuffer& held, Object* a, Object* b) {
    const uint8_t* data;
    size_t size;
    if (!hasProgramBuffer(b) && !bufferOf(b, &data, &size)) return raise(exc::TypeError, "can't concat {} to {}", b->type->name, a->type->name);
    return held.want(b);
}

Owned concatArray(Object* a, Object* b) {
    std::string joined(reinterpret_cast<const char*>(asArray(a)->start), static_cast<size_t>(asArray(a)->count));
    {
        HeldBuffer other;
        if (!holdOther(other, a, b)) return nullptr;
        joined.append(reinterpret_cast<const char*>(other.data()), other.size());
    }
    return newByteArray(reinterpret_cast<const uint8_t*>(joined.data()), joined.size());
}

Owned inplaceConcatArray(Object* a, Object* b) {
    std::string copy;
    {
        HeldBuffer other;
        if (!holdOther(other, a, b)) return nullptr;
        copy.assign(reinterpret_cast<const char*>(other.data()), other.size());
    }
    if (!appendBytes(asArray(a), copy)) return nullptr;
    return newRef(a);
}

Owned repeatArray(Object* o, ssize times) {
    ByteArrayObject* a = asArray(o);
    if (times < 0) times = 0;
    if (a->count > 0 && times > PTRDIFF_MAX / a->count) return raiseMemoryError();
    if (!wantRoom(static_cast<uint64_t>(a->count * times))) return nullptr;
    std::string out;
    for (ssize i = 0; i < times; ++i) out.append(reinterpret_cast<const char*>(a->start), static_cast<size_t>(a->count));
    return newByteArray(reinterpret_cast<const uint8_t*>(out.data()), out.size());
}

Owned inplaceRepeatArray(Object* o, ssize times) {
    Ref<> repeated(repeatArray(o, times));
    if (!repeated) return nullptr;
    ByteView view = bytesView(repeated);
    if (!assign(asArray(o), {reinterpret_cast<const char*>(view.data), static_cast<size_t>(view.size)})) return nullptr;
    return newRef(o);
}

Owned percentArray(Object* a, Object* b) {
    if (!isByteArray(a)) return notImplemented();
    StrBuilder out;
    std::string format(reinterpret_cast<const char*>(asArray(a)->start), static_cast<size_t>(asArray(a)->count));
    if (!percentFormatBytes(reinterpret_cast<const uint8_t*>(format.data()), format.size(), b, out)) return nullptr;
    TextView view = out.view();
    return newByteArray(static_cast<const uint8_t*>(view.data), static_cast<size_t>(view.length));
}

// ---- methods

Owned appendMethod(Object* self, Object* item) {
    uint8_t byte;
    if (!byteValue(item, &byte, "byte must be in range(0, 256)")) return nullptr;
    if (!appendBytes(asArray(self), std::string_view(reinterpret_cast<const char*>(&byte), 1))) return nullptr;
    return newNone();
}

Owned extendMethod(Object* self, Object* iterable) {
    std::string data;
    const uint8_t* given;
    size_t size;
    if (!hasProgramBuffer(iterable) && !bufferOf(iterable, &given, &size)) {
        if (isStr(iterable)) return raise(exc::TypeError, "expected iterable of integers; got: 'str'");
        if (!iterable->type->iter && !isSequence(iterable)) return raise(exc::TypeError, "can't extend bytearray with {}", iterable->type->name);
    }
    if (!appendBytesOf(iterable, &data, "byte must be in range(0, 256)", "bytearray")) return nullptr;
    if (!appendBytes(asArray(self), data)) return nullptr;
    return newNone();
}

Owned insertMethod(Object* self, Args args) {
    ssize index = argumentAsSize(args[0]);
    if (index == -1 && errorOccurred()) return nullptr;
    uint8_t byte;
    if (!byteValue(args[1], &byte, "byte must be in range(0, 256)")) return nullptr;
    ByteArrayObject* a = asArray(self);
    if (index < 0 && (index += a->count) < 0) index = 0;
    if (index > a->count) index = a->count;
    if (!replaceRange(a, index, index, std::string_view(reinterpret_cast<const char*>(&byte), 1))) return nullptr;
    return newNone();
}

Owned popMethod(Object* self, Args args) {
    ByteArrayObject* a = asArray(self);
    ssize index = -1;
    if (args.count) {
        index = argumentAsSize(args[0]);
        if (index == -1 && errorOccurred()) return nullptr;
    }
    if (a->count == 0) return raise(exc::IndexError, "pop from empty bytearray");
    if (index < 0) index += a->count;
    if (index < 0 || index >= a->count) return raise(exc::IndexError, "pop index out of range");
    if (!canResize(a)) return nullptr;
    uint8_t byte = a->start[index];
    std::memmove(a->start + index, a->start + index + 1, static_cast<size_t>(a->count - index - 1));
    if (!resize(a, a->count - 1)) return nullptr;
    recordPayload(a);
    return newInt(byte);
}

Owned removeMethod(Object* self, Object* item) {
    uint8_t byte;
    if (!byteValue(item, &byte, "byte must be in range(0, 256)")) return nullptr;
    ByteArrayObject* a = asArray(self);
    const void* at = a->count ? std::memchr(a->start, byte, static_cast<size_t>(a->count)) : nullptr;
    if (!at) return raise(exc::ValueError, "value not found in bytearray");
    if (!canResize(a)) return nullptr;
    ssize index = static_cast<const uint8_t*>(at) - a->start;
    std::memmove(a->start + index, a->start + index + 1, static_cast<size_t>(a->count - index - 1));
    if (!resize(a, a->count - 1)) return nullptr;
    recordPayload(a);
    return newNone();
}

Owned reverseMethod(Object* self) {
    ByteArrayObject* a = asArray(self);
    for (ssize i = 0, j = a->count - 1; i < j; ++i, --j) std::swap(a->start[i], a->start[j]);
    recordPayload(a);
    return newNone();
}

Owned clearMethod(Object* self) {
    if (!resize(asArray(self), 0)) return nullptr;
    recordPayload(self);
    return newNone();
}

Owned copyMethod(Object* self) { return newByteArray(asArray(self)->start, static_cast<size_t>(asArray(self)->count)); }
Owned allocMethod(Object* self) { return newInt(asArray(self)->allocated); }
Owned sizeofMethod(Object* self) { return newInt(static_cast<int64_t>(sizeOfArray(self))); }

Owned fromHex(Object* cls, Object* text) {
    std::string data;
    if (!parseHex(text, &data)) return nullptr;
    Held<> made(newByteArray(reinterpret_cast<const uint8_t*>(data.data()), data.size()));
    if (!made || cls == types::ByteArray) return made.release();
    return call(cls, made.get());
}

const MethodDef methods[] = {
    {"__buffer__", bufferMethod},
    {"__release_buffer__", releaseBufferMethod},
    {"append", appendMethod},
    {"extend", extendMethod},
    {"insert", insertMethod, 2, 2},
    {"pop", popMethod, 0, 1},
    {"remove", removeMethod},
    {"reverse", reverseMethod},
    {"clear", clearMethod},
    {"copy", copyMethod},
    {"__alloc__", allocMethod},
    {"__sizeof__", sizeofMethod},
    {"fromhex", fromHex, NativeBinding::Class},
    MEMTAPE_BYTES_METHODS,
    {},
};

}

Owned newByteArray(const uint8_t* data, size_t size) {
    Object* made = allocateVarObject(types::ByteArray, sizeof(ByteArrayObject), 0);
    if (!made) return nullptr;
    ByteArrayObject* a = asArray(made);
    a->allocated = 0;
    a->block = nullptr;
    a->start = noBytes;
    a->exports = 0;
    Ref<> guard = Ref<>::steal(a);
    if (size) {
        uint8_t* block = static_cast<uint8_t*>(allocateBlock(size + 1));
        if (!block) return nullptr;
        std::memcpy(block, data, size);
        block[size] = 0;
        a->block = a->start = block;
        a->allocated = static_cast<ssize>(size) + 1;
        a->count = static_cast<ssize>(size);
        recordResize(a);
    }
    recordPayload(a);
    return guard.release();
}

void defineByteArrayType(Type* t) {
    t->name = "bytearray";
    t->basicSize = sizeof(ByteArrayObject);
    t->flags = BaseType | MatchSelf;
    t->dealloc = deallocArray;
    t->size = sizeOfArray;
    t->create = createArray;
    t->init = initArray;
    t->repr = reprArray;
    t->str = strArray;
    t->hash = hashNotImplemented;
    t->richCompare = compareArray;
    t->iter = iterArray;
    t->remainder = percentArray;
    t->sequenceLength = lengthOfArray;
    t->mappingLength = lengthOfArray;
    t->concat = concatArray;
    t->inplaceConcat = inplaceConcatArray;
    t->repeat = repeatArray;
    t->inplaceRepeat = inplaceRepeatArray;
    t->item = itemOfArray;
    t->setItem = setItemOfArray;
    t->contains = bytesContains;
    t->subscript = subscriptArray;
    t->setSubscript = setSubscriptOfArray;
    t->methods = methods;
    t->doc =
        "bytearray(iterable_of_ints) -> bytearray\nbytearray(string, encoding[, errors]) -> bytearray\nbytearray(bytes_or_buffer) -> mutable copy of bytes_or_buffer\n"
        "bytearray(int) -> bytes array of size given by the parameter initialized with null bytes\nbytearray() -> empty bytes array\n\n"
        "Construct a mutable bytearray object from:\n  - an iterable yielding integers in range(256)\n  - a text string encoded using the specified encoding\n"
        "  - a bytes or a buffer object\n  - any object implementing the buffer API.\n  - an integer";
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/objects/text/bytes_object.h"

#include <cstring>
#include <string>

#include "core/python/objects/classes/program_buffers.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/iterator_objects.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/memoryview_object.h"
#include "core/python/objects/containers/slice_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/bytes_methods.h"
#include "core/python/objects/text/codecs.h"
#include "core/python/objects/text/percent_format.h"
#include "core/python/objects/text/str_builder.h"
#include "core/python/objects/text/str_methods.h"
#include "core/python/objects/text/text_search.h"
#include "core/text/quoted.h"

// The type bytes, and what its construction shares with bytearray.

namespace memtape {

namespace {

// Made when first asked for, immortal: b'' and the bytes of length one.
Object* emptyBytes = nullptr;
Object* singleBytes[256];
RuntimeCache bytesCache(forgetBytes);

BytesObject* asBytes(Object* o) { return static_cast<BytesObject*>(o); }

BytesObject* allocateBlockOf(Type* type, ssize size) {
    if (size > PTRDIFF_MAX / 2) {
        raise(exc::OverflowError, "byte string is too large");
        return nullptr;
    }
    auto* b = static_cast<BytesObject*>(allocateVarObject(type, 33 + static_cast<size_t>(size), size));
    if (!b) return nullptr;
    b->hash = -1;
    b->data[size] = 0;
    return b;
}

Owned immortalBytes(Object*& place, const uint8_t* data, ssize size) {
    if (!place) {
        BytesObject* b = allocateBlockOf(types::Bytes, size);
        if (!b) return nullptr;
        if (size) b->data[0] = data[0];
        b->refcount = immortalRefcount;
        if (recording()) recorder->immortal(granuleOf(b));
        recordPayload(b);
        place = b;
    }
    return Owned(place);
}

}

void forgetBytes() {
    emptyBytes = nullptr;
    std::memset(singleBytes, 0, sizeof singleBytes);
}

BytesObject* allocateBytes(ssize size) { return allocateBlockOf(types::Bytes, size); }

Owned newBytes(const uint8_t* data, size_t size) {
    if (size == 0) return immortalBytes(emptyBytes, nullptr, 0);
    if (size == 1) return immortalBytes(singleBytes[data[0]], data, 1);
    BytesObject* b = allocateBlockOf(types::Bytes, static_cast<ssize>(size));
    if (!b) return nullptr;
    std::memcpy(b->data, data, size);
    recordPayload(b);
    return Owned(b);
}

bool wantBuffer(Object* o, const uint8_t** data, size_t* size) {
    if (bufferOf(o, data, size)) return true;
    if (o->type == types::MemoryView) {
        if (!static_cast<MemoryViewObject*>(o)->owner) return raise(exc::ValueError, "operation forbidden on released memoryview object");
        return raise(exc::BufferError, "memoryview: underlying buffer is not C-contiguous");
    }
    return raise(exc::TypeError, "a bytes-like object is required, not '{}'", o->type->name);
}

Owned bytesRepr(const uint8_t* data, size_t size) { return newStr("b" + quotedBytes({reinterpret_cast<const char*>(data), size})); }

// ---- construction ----------------------------------------------------------------------------------------------------

bool byteValue(Object* item, uint8_t* out, const char* rangeError) {
    Ref<> number(numberIndex(item));
    if (!number) return false;
    int overflow;
    int64_t value = intValue(number, &overflow);
    if (overflow || value < 0 || value > 255) return raise(exc::ValueError, rangeError);
    *out = static_cast<uint8_t>(value);
    return true;
}

bool appendBytesOf(Object* source, void* stdString, const char* rangeError, const char* typeName) {
    auto& out = *static_cast<std::string*>(stdString);
    const uint8_t* data;
    size_t size;
    Held<> view;
    if (hasProgramBuffer(source)) {
        view = memoryViewOf(source);
        if (!view) return false;
        source = view;
    }
    if (bufferOf(source, &data, &size)) {
        out.append(reinterpret_cast<const char*>(data), size);
        return true;
    }
    if (isView(source) && asView(source)->owner) { // in pieces
        out += bytesOfView(asView(source));
        return true;
    }
    uint8_t byte;
    if (isExactList(source) || isExactTuple(source)) {
        auto count = [&] { return static_cast<VarObject*>(source)->count; };
        for (ssize i = 0; i < count(); ++i) {
            Held<> item(newRef(isExactList(source) ? asList(source)->items[i] : asTuple(source)->items[i]));
            if (!byteValue(item, &byte, rangeError)) return false;
            out += static_cast<char>(byte);
        }
        return true;
    }
    if (isStr(source) || (!source->type->iter && !isSequence(source))) {
        return raise(exc::TypeError, "cannot convert '{}' object to {}", source->type->name, typeName);
    }
    Held<> iterator(getIter(source));
    if (!iterator || lengthHint(source, 0) < 0) return false;
    for (;;) {
        Held<> item(nextOf(iterator));
        if (!item) return !errorOccurred();
        if (!byteValue(item, &byte, rangeError) || !wantRoom(out.size() + 1)) return false;
        out += static_cast<char>(byte);
    }
}

bool bytesFromArguments(Args args, const char* name, void* stdString, Ref<>* exact) {
    auto& out = *static_cast<std::string*>(stdString);
    Object* given[3] = {nullptr, nullptr, nullptr};
    bool array = std::strcmp(name, "bytearray") == 0;
    if (!parseArgs(name, args, "| source encoding errors", given)) return false;
    if (given[1] && !wantStr(name, "argument 'encoding'", given[1])) return false;
    if (given[2] && !wantStr(name, "argument 'errors'", given[2])) return false;
    Object* source = given[0];
    if (!source) {
        if (given[1] || given[2]) return raise(exc::TypeError, given[1] ? "encoding without a string argument" : "errors without a string argument");
        return true;
    }
    if (isStr(source)) {
        if (!given[1]) return raise(exc::TypeError, "string argument without an encoding");
        std::string handler = given[2] ? strToUtf8(given[2]) : "strict";
        return encodeInto(out, source, strToUtf8(given[1]), handler);
    }
    if (given[1]) return raise(exc::TypeError, "encoding without a string argument");
    if (given[2]) return raise(exc::TypeError, "errors without a string argument");
    if (!array) {
        Held<> method(lookupSpecial(source, names::dunderBytes));
        if (!method && errorOccurred()) return false;
        if (method) {
            Ref<> made(call(method));
            if (!made) return false;
            if (!isBytes(made)) return raise(exc::TypeError, "__bytes__ returned non-bytes (type {})", made->type->name);
            if (exact) *exact = made;
            out.assign(reinterpret_cast<const char*>(bytesData(made)), static_cast<size_t>(bytesLength(made)));
            return true;
        }
    }
    if (source->type->index) {
        ssize size = indexAsSize(source, exc::OverflowError);
        if (size == -1 && errorOccurred()) {
            if (!errorMatches(exc::TypeError)) return false;
            clearError();
        } else {
            if (size < 0) return raise(exc::ValueError, "negative count");
            if (!wantRoom(static_cast<uint64_t>(size))) return false;
            out.assign(static_cast<size_t>(size), 0);
            return true;
        }
    }
    if (!array && exact && isExactBytes(source)) {
        *exact = newRef(source);
        return true;
    }
    return appendBytesOf(source, &out, array ? "byte must be in range(0, 256)" : "bytes must be in range(0, 256)", name);
}

bool parseHex(Object* text, void* stdString) {
    if (!isStr(text)) return raise(exc::TypeError, "fromhex() argument must be str, not {}", isNone(text) ? "None" : text->type->name);
    auto& out = *static_cast<std::string*>(stdString);
    TextView view = viewOf(text);
    auto digit = [&](ssize i) {
        uint32_t c = i < view.length ? view.at(i) : 0;
        return c - '0' < 10 ? static_cast<int>(c - '0') : (c | 32) - 'a' < 6 ? static_cast<int>((c | 32) - 'a' + 10) : -1;
    };
    for (ssize i = 0; i < view.length;) {
        uint32_t c = view.at(i);
        if (c == ' ' || (c >= 9 && c <= 13)) {
            ++i;
            continue;
        }
        int high = digit(i), low = high < 0 ? -1 : digit(i + 1);
        if (high < 0 || low < 0) return raise(exc::ValueError, "non-hexadecimal number found in fromhex() arg at position {}", high < 0 ? i : i + 1);
        out += static_cast<char>(high << 4 | low);
        i += 2;
    }
    return true;
}

namespace {

Owned createBytes(Type* type, Args args) {
    std::string data;
    Ref<> exact;
    if (!bytesFromArguments(args, "bytes", &data, &exact)) return nullptr;
    if (exact && type == types::Bytes) return exact.release();
    if (exact) data.assign(reinterpret_cast<const char*>(bytesData(exact)), static_cast<size_t>(bytesLength(exact)));
    if (type == types::Bytes) return newBytes(data);
    Ref<> made(type->alloc(type, static_cast<ssize>(data.size())));
    if (!made) return nullptr;
    asBytes(made)->hash = -1;
    std::memcpy(bytesData(made), data.data(), data.size());
    bytesData(made)[data.size()] = 0;
    recordPayload(made);
    return made.release();
}

void deallocBytes(Object* o) { freeObject(o); }
Owned reprBytes(Object* o) { return bytesRepr(bytesData(o), static_cast<size_t>(bytesLength(o))); }
ssize lengthOfBytes(Object* o) { return bytesLength(o); }

int64_t hashOfBytes(Object* o) {
    BytesObject* b = asBytes(o);
    if (b->hash == -1) b->hash = hashBytes(b->data, static_cast<size_t>(b->count));
    return b->hash;
}

Owned compareBytes(Object* a, Object* b, Comparison op) {
    if (!isBytes(a) || !isBytes(b)) return notImplemented();
    ssize m = bytesLength(a), n = bytesLength(b);
    if ((op == Comparison::Eq || op == Comparison::Ne) && m != n) return newBool(op == Comparison::Ne);
    int order = std::memcmp(bytesData(a), bytesData(b), static_cast<size_t>(m < n ? m : n));
    return newBool(answers(op, order != 0 ? order : orderOf(m, n)));
}

Owned concatBytes(Object* a, Object* b) {
    if (hasProgramBuffer(b)) {
        Held<> bytes;
        {
            HeldBuffer held;
            if (held.want(b)) bytes = newBytes(held.data(), held.size());
        }
        return bytes ? concatBytes(a, bytes) : Owned(nullptr);
    }
    const uint8_t *x, *y;
    size_t m, n;
    if (!bufferOf(a, &x, &m) || !bufferOf(b, &y, &n)) {
        return raise(exc::TypeError, "can't concat {} to {}", b->type->name, a->type->name);
    }
    if (m == 0 && isExactBytes(b)) return newRef(b);
    if (n == 0 && isExactBytes(a)) return newRef(a);
    if (m + n < 2) return newBytes(m ? x : y, m + n);
    BytesObject* whole = allocateBytes(static_cast<ssize>(m + n));
    if (!whole) return nullptr;
    std::memcpy(whole->data, x, m);
    std::memcpy(whole->data + m, y, n);
    if (recording()) {
        if (m > 64 && n <= 4096) recorder->payloadAppend(granuleOf(whole), granuleOf(a), std::string_view(reinterpret_cast<const char*>(y), n));
        else recordPayload(whole);
    }
    return Owned(whole);
}

Owned repeatBytes(Object* o, ssize times) {
    ssize size = bytesLength(o);
    if (times < 0) times = 0;
    if (size > 0 && times > PTRDIFF_MAX / size) return raise(exc::OverflowError, "repeated bytes are too long");
    if (times == 1 && isExactBytes(o)) return newRef(o);
    if (size * times < 2) return newBytes(bytesData(o), static_cast<size_t>(size * times));
    BytesObject* whole = allocateBytes(size * times);
    if (!whole) return nullptr;
    if (size == 1) std::memset(whole->data, bytesData(o)[0], static_cast<size_t>(times));
    else
        for (ssize i = 0; i < times; ++i) std::memcpy(whole->data + i * size, bytesData(o), static_cast<size_t>(size));
    recordPayload(whole);
    return Owned(whole);
}

Owned itemOfBytes(Object* o, ssize i) {
    if (i < 0 || i >= bytesLength(o)) return raise(exc::IndexError, "index out of range");
    return newInt(bytesData(o)[i]);
}

Owned subscriptBytes(Object* o, Object* key) {
    if (key->type->index) {
        ssize i = indexAsSize(key, exc::IndexError);
        if (i == -1 && errorOccurred()) return nullptr;
        return itemOfBytes(o, i < 0 ? i + bytesLength(o) : i);
    }
    if (isSlice(key)) {
        ssize start, stop, step;
        if (!sliceUnpack(key, &start, &stop, &step)) return nullptr;
        ssize count = sliceAdjust(bytesLength(o), &start, &stop, &step);
        if (step == 1) return bytesLike(o, {bytesData(o) + start, count});
        std::string out;
        for (ssize i = 0, at = start; i < count; ++i, at += step) out += static_cast<char>(bytesData(o)[at]);
        return newBytes(out);
    }
    return raise(exc::TypeError, "byte indices must be integers or slices, not {}", key->type->name);
}

Owned percentBytes(Object* a, Object* b) {
    if (!isBytes(a)) return notImplemented();
    StrBuilder out;
    if (!percentFormatBytes(bytesData(a), static_cast<size_t>(bytesLength(a)), b, out)) return nullptr;
    TextView view = out.view();
    return newBytes(static_cast<const uint8_t*>(view.data), static_cast<size_t>(view.length));
}

Owned fromHex(Object* cls, Object* text) {
    std::string data;
    if (!parseHex(text, &data)) return nullptr;
    Held<> made(newBytes(data));
    if (!made || cls == types::Bytes) return made.release();
    return call(cls, made.get());
}

Owned dunderBytes(Object* self) { return isExactBytes(self) ? newRef(self) : newBytes(bytesData(self), static_cast<size_t>(bytesLength(self))); }
Owned getNewArgs(Object* self) {
    Ref<> plain(dunderBytes(self));
    if (!plain) return nullptr;
    return packTuple(plain.get());
}

const MethodDef methods[] = {
    {"__buffer__", bufferMethod}, {"__getnewargs__", getNewArgs},
    {"__bytes__", dunderBytes},   {"fromhex", fromHex, NativeBinding::Class},
    MEMTAPE_BYTES_METHODS,        {},
};

// ---- iterators of bytes and bytearray

struct BytesIteratorObject : Object {
    ssize index;
    Object* bytes; // null: exhausted
};

const Field iteratorFields[] = {{"it_seq", offsetof(BytesIteratorObject, bytes)}, {}};

Owned nextByte(Object* o) {
    auto* it = static_cast<BytesIteratorObject*>(o);
    if (!it->bytes) return nullptr;
    ByteView view = bytesView(it->bytes);
    if (it->index < view.size) return newInt(view.data[it->index++]);
    setField<Object>(it, it->bytes, nullptr);
    return nullptr;
}

Owned iteratorLengthHint(Object* o) {
    auto* it = static_cast<BytesIteratorObject*>(o);
    ssize left = it->bytes ? bytesLength(it->bytes) - it->index : 0;
    return newInt(left < 0 ? 0 : left);
}

Owned iteratorReduce(Object* o) {
    auto* it = static_cast<BytesIteratorObject*>(o);
    Ref<> function = Ref<>::share(dictFindText(interpreter.builtins, "iter"));
    if (!function) return raise(exc::AttributeError, "iter");
    Ref<> nothing(Ref<>::share(emptyTuple)), arguments(packTuple(it->bytes ? it->bytes : nothing.get()));
    if (!arguments) return nullptr;
    if (!it->bytes) return packTuple(function.get(), arguments.get());
    Ref<> index(newInt(it->index));
    return packTuple(function.get(), arguments.get(), index.get());
}

Owned iteratorSetState(Object* o, Object* state) {
    ssize index = indexAsSize(state, exc::OverflowError);
    if (index == -1 && errorOccurred()) return nullptr;
    auto* it = static_cast<BytesIteratorObject*>(o);
    if (it->bytes) it->index = index < 0 ? 0 : index > bytesLength(it->bytes) ? bytesLength(it->bytes) : index;
    return newNone();
}

const MethodDef iteratorMethods[] = {{"__length_hint__", iteratorLengthHint}, {"__reduce__", iteratorReduce}, {"__setstate__", iteratorSetState}, {}};

void defineIterator(Type* t, const char* name) { describeIterator(t, name, sizeof(BytesIteratorObject), iteratorFields, nextByte, iteratorMethods); }

}

Owned newBytesIterator(Object* bytes, Type* type) {
    Object* made = allocateGcObject(type, sizeof(BytesIteratorObject));
    if (!made) return nullptr;
    auto* it = static_cast<BytesIteratorObject*>(made);
    it->index = 0;
    incref(bytes);
    it->bytes = bytes;
    gcTrack(it);
    recordCells(it);
    return Owned(it);
}

int bytesContains(Object* self, Object* item) {
    if (item->type->index) {
        ssize value = indexAsSize(item, exc::ValueError);
        if (value == -1 && errorOccurred()) clearError(), value = -1;
        if (value < 0 || value > 255) return raise(exc::ValueError, "byte must be in range(0, 256)");
        const ByteView text = bytesView(self); // as __index__ has left it
        return text.size > 0 && std::memchr(text.data, static_cast<int>(value), static_cast<size_t>(text.size)) != nullptr;
    }
    const uint8_t* data;
    size_t size;
    if (!wantBuffer(item, &data, &size)) return -1;
    const ByteView text = bytesView(self);
    return search::find(text.data, text.size, data, static_cast<ssize>(size)) >= 0;
}

static Owned iterBytes(Object* o) { return newBytesIterator(o, types::BytesIterator); }

void defineBytesType(Type* t) {
    t->name = "bytes";
    t->basicSize = 33;
    t->itemSize = 1;
    t->flags = BaseType | BytesSubclass | MatchSelf;
    t->dealloc = deallocBytes;
    t->create = createBytes;
    t->repr = reprBytes;
    t->hash = hashOfBytes;
    t->richCompare = compareBytes;
    t->iter = iterBytes;
    t->remainder = percentBytes;
    t->sequenceLength = lengthOfBytes;
    t->mappingLength = lengthOfBytes;
    t->concat = concatBytes;
    t->repeat = repeatBytes;
    t->item = itemOfBytes;
    t->contains = bytesContains;
    t->subscript = subscriptBytes;
    t->methods = methods;
    t->doc =
        "bytes(iterable_of_ints) -> bytes\nbytes(string, encoding[, errors]) -> bytes\nbytes(bytes_or_buffer) -> immutable copy of bytes_or_buffer\n"
        "bytes(int) -> bytes object of size given by the parameter initialized with null bytes\nbytes() -> empty bytes object\n\n"
        "Construct an immutable array of bytes from:\n  - an iterable yielding integers in range(256)\n  - a text string encoded using the specified encoding\n"
        "  - any object implementing the buffer API.\n  - an integer";
}

void defineBytesIteratorType(Type* t) { defineIterator(t, "bytes_iterator"); }
void defineByteArrayIteratorType(Type* t) { defineIterator(t, "bytearray_iterator"); }

void forEachSharedBytes(void (*visit)(Object*, void*), void* context) {
    if (emptyBytes) visit(emptyBytes, context);
    for (Object* o : singleBytes) {
        if (o) visit(o, context);
    }
}

}

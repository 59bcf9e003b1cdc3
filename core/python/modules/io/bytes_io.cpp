// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstddef>
#include <cstring>

#include "core/python/modules/io/io_object.h"
#include "core/python/objects/containers/buffers.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/bytes_object.h"

// BytesIO. Its bytes are those of a bytes object that is shared with the program, from the start or since getvalue(), as long as nothing is written; then a
// block of its own, which counts like a bytes object of its length.

namespace memtape::io {

namespace {

struct Block {
    ssize capacity, exports;
    char unused[16];
    char data[1];
};
constexpr size_t blockHead = offsetof(Block, data) + 1;
static_assert(blockHead == 33); // a bytes object's

struct BytesIoObject : Object {
    Object* shared; // exact bytes; or null
    Block* block;   // where nothing is shared; both null: closed
    ssize position;
    Object *dict, *weakrefs;
    ssize length;
};
static_assert(sizeof(BytesIoObject) == 64);

BytesIoObject* asBytesIo(Object* o) { return static_cast<BytesIoObject*>(o); }

char* dataOf(BytesIoObject* b) { return b->shared ? reinterpret_cast<char*>(bytesData(b->shared)) : b->block->data; }
ssize exportsOf(const BytesIoObject* b) { return b->block ? b->block->exports : 0; }

bool wantOpen(BytesIoObject* b) { return b->shared || b->block || raise(exc::ValueError, "I/O operation on closed file."); }
bool wantNoExports(BytesIoObject* b) { return exportsOf(b) == 0 || raise(exc::BufferError, "Existing exports of data: object cannot be re-sized"); }

void dropBlock(BytesIoObject* b) {
    if (b->block) releaseBlock(b->block);
    b->block = nullptr;
}

void share(BytesIoObject* b, Owned bytes) {
    dropBlock(b);
    setField<Object>(b, b->shared, bytes);
    b->length = bytesLength(b->shared);
    recordResize(b);
}

// A block of its own with room for `capacity` bytes.
bool setCapacity(BytesIoObject* b, ssize capacity) {
    if (capacity > PTRDIFF_MAX - 64) return raiseMemoryError();
    size_t bytes = blockHead + static_cast<size_t>(capacity);
    Block* block = static_cast<Block*>(b->block ? reallocateBlock(b->block, bytes) : allocateBlock(bytes));
    if (!block) return false;
    if (!b->block) {
        block->exports = 0;
        std::memcpy(block->data, bytesData(b->shared), static_cast<size_t>(std::min(b->length, capacity)));
    }
    block->capacity = capacity;
    b->block = block;
    if (b->shared) setField<Object>(b, b->shared, nullptr);
    recordResize(b);
    return true;
}

ssize capacityOf(const BytesIoObject* b) { return b->block ? b->block->capacity : bytesLength(b->shared); }

// Room for `length` bytes, by the rule that CPython's grows and shrinks by.
bool makeRoom(BytesIoObject* b, ssize length) {
    ssize capacity = capacityOf(b);
    if (length < capacity && length >= capacity / 2) return true;
    if (length >= capacity && static_cast<double>(length) <= static_cast<double>(capacity) * 1.125)
        return setCapacity(b, length + (length >> 3) + (length < 9 ? 3 : 6));
    return setCapacity(b, length + 1);
}

// ---- life

Owned createBytesIo(Type* type, Args) {
    Ref<> made(type->alloc(type, 0));
    Owned empty = made ? newBytes(std::string_view()) : Owned(nullptr);
    if (!empty) return nullptr;
    setField<Object>(made.get(), asBytesIo(made)->shared, empty);
    return made.release();
}

void dealloc(Object* o) {
    BytesIoObject* b = asBytesIo(o);
    Dying dying(o);
    if (isTracked(o)) gcUntrack(o);
    if (exportsOf(b) > 0) {
        raise(exc::SystemError, "deallocated BytesIO object has exported buffers");
        writeUnraisable(o);
    }
    dropBlock(b);
    clearField(b->shared);
    dropBase(o, b->dict, b->weakrefs);
}

size_t size(Object* o) {
    BytesIoObject* b = asBytesIo(o);
    return static_cast<size_t>(o->type->basicSize) + (b->block ? blockHead + static_cast<size_t>(b->block->capacity) : 0);
}
Owned sizeofMethod(Object* o) { return newInt(static_cast<int64_t>(size(o))); }

// ---- writing

bool write(BytesIoObject* b, const void* data, size_t count) {
    if (count == 0) return true;
    if (count > static_cast<size_t>(PTRDIFF_MAX - b->position)) return raise(exc::OverflowError, "new position too large");
    ssize end = b->position + static_cast<ssize>(count);
    if (end > capacityOf(b) && !makeRoom(b, end)) return false;
    if (!b->block && !setCapacity(b, std::max(end, b->length))) return false;
    char* to = b->block->data;
    if (b->position > b->length) std::memset(to + b->length, 0, static_cast<size_t>(b->position - b->length));
    std::memcpy(to + b->position, data, count);
    b->position = end;
    b->length = std::max(b->length, end);
    return true;
}

Owned writeMethod(Object* o, Object* what) {
    BytesIoObject* b = asBytesIo(o);
    if (!wantOpen(b) || !wantNoExports(b)) return nullptr;
    HeldBuffer bytes;
    if (!bytes.want(what) || !wantOpen(b) || !wantNoExports(b)) return nullptr; // what gives them may have closed this
    // They may be this object's own.
    if (b->block && bytes.data() >= reinterpret_cast<uint8_t*>(b->block) &&
        bytes.data() < reinterpret_cast<uint8_t*>(b->block) + b->block->capacity) {
        std::string copy(reinterpret_cast<const char*>(bytes.data()), bytes.size());
        return write(b, copy.data(), copy.size()) ? newInt(static_cast<int64_t>(copy.size())) : nullptr;
    }
    return write(b, bytes.data(), bytes.size()) ? newInt(static_cast<int64_t>(bytes.size())) : nullptr;
}

Owned writelinesMethod(Object* o, Object* lines) {
    if (!wantOpen(asBytesIo(o))) return nullptr;
    Held<> iterator(getIter(lines));
    if (!iterator) return nullptr;
    for (;;) {
        Held<> line(nextOf(iterator));
        if (!line) return errorOccurred() ? Owned(nullptr) : newNone();
        Ref<> written(writeMethod(o, line));
        if (!written || !checkBreaker()) return nullptr;
    }
}

bool initBytesIo(Object* o, Args args) {
    BytesIoObject* b = asBytesIo(o);
    Object* out[1] = {None};
    if (!parseArgs("BytesIO", args, "| initial_bytes", out)) return false;
    b->position = b->length = 0; // also where there are exports, as CPython
    if (!wantNoExports(b)) return false;
    Held<> initial(newRef(out[0]));
    if (isExactBytes(initial)) return share(b, initial.release()), true;
    Owned empty = newBytes(std::string_view());
    if (!empty) return false;
    share(b, empty);
    if (isNone(initial)) return true;
    Ref<> written(writeMethod(o, initial));
    b->position = 0;
    return static_cast<bool>(written);
}

// ---- reading

ssize left(const BytesIoObject* b) { return std::max(b->length - b->position, ssize{0}); }

Owned take(BytesIoObject* b, ssize count) {
    if (b->shared && count > 1 && b->position == 0 && count == bytesLength(b->shared)) {
        b->position = count;
        return newRef(b->shared);
    }
    const char* from = dataOf(b) + std::min(b->position, b->length);
    b->position += count;
    return newBytes(reinterpret_cast<const uint8_t*>(from), static_cast<size_t>(count));
}

Owned readMethod(Object* o, Args args) {
    BytesIoObject* b = asBytesIo(o);
    ssize count;
    if (!sizeArgument(args, &count) || !wantOpen(b)) return nullptr;
    return take(b, count < 0 ? left(b) : std::min(count, left(b)));
}

ssize lineLength(BytesIoObject* b, ssize limit) {
    ssize there = left(b);
    if (limit >= 0) there = std::min(there, limit);
    const char* start = dataOf(b) + std::min(b->position, b->length);
    const void* end = there ? std::memchr(start, '\n', static_cast<size_t>(there)) : nullptr;
    return end ? static_cast<const char*>(end) - start + 1 : there;
}

Owned readlineMethod(Object* o, Args args) {
    BytesIoObject* b = asBytesIo(o);
    ssize limit;
    if (!sizeArgument(args, &limit) || !wantOpen(b)) return nullptr;
    return take(b, lineLength(b, limit));
}

Owned iterNextBytesIo(Object* o) {
    BytesIoObject* b = asBytesIo(o);
    if (!wantOpen(b)) return nullptr;
    ssize count = lineLength(b, -1);
    return count ? take(b, count) : nullptr;
}

Owned readlinesMethod(Object* o, Args args) {
    BytesIoObject* b = asBytesIo(o);
    ssize hint, total = 0;
    if (!wantOpen(b)) return nullptr;
    if (args.count && !isNone(args[0]) && !isInt(args[0])) return raise(exc::TypeError, "integer argument expected, got '{}'", args[0]->type->name);
    if (!sizeArgument(args, &hint)) return nullptr;
    Ref<ListObject> lines(newList(0));
    while (lines) {
        if (!wantOpen(b)) return nullptr; // a signal's handler may have closed it
        ssize count = lineLength(b, -1);
        if (count == 0) break;
        Ref<> line(take(b, count));
        if (!line || !listAppend(lines, line) || !checkBreaker()) return nullptr;
        total += count;
        if (hint > 0 && total >= hint) break;
    }
    return lines.release();
}

Owned readintoMethod(Object* o, Object* target) {
    BytesIoObject* b = asBytesIo(o);
    WritableBuffer buffer;
    if (!buffer.want(target, "readinto") || !wantOpen(b)) return nullptr;
    ssize count = std::min(left(b), static_cast<ssize>(buffer.size()));
    if (count > 0) buffer.fill(0, dataOf(b) + b->position, static_cast<size_t>(count));
    b->position += count;
    return newInt(count);
}

// ---- the whole

Owned getvalueMethod(Object* o) {
    BytesIoObject* b = asBytesIo(o);
    if (!wantOpen(b)) return nullptr;
    if (b->shared && b->length == bytesLength(b->shared)) return newRef(b->shared);
    Owned bytes = newBytes(reinterpret_cast<uint8_t*>(dataOf(b)), static_cast<size_t>(b->length));
    if (!bytes || exportsOf(b) > 0) return bytes;
    incref(bytes.pointer);
    share(b, bytes);
    return bytes;
}

Owned getstateMethod(Object* o) {
    Held<> value(getvalueMethod(o)), position(newInt(asBytesIo(o)->position));
    if (!value || !position) return nullptr;
    Held<> dict(asBytesIo(o)->dict ? dictCopy(asBytesIo(o)->dict) : newNone());
    return dict ? packTuple(value.get(), position.get(), dict.get()) : nullptr;
}

Owned setstateMethod(Object* o, Object* state) {
    BytesIoObject* b = asBytesIo(o);
    if (!isTuple(state) || asTuple(state)->count < 3)
        return raise(exc::TypeError, "{}.__setstate__ argument should be 3-tuple, got {}", o->type->name, state->type->name);
    if (!wantOpen(b) || !wantNoExports(b)) return nullptr;
    Held<> value(newRef(asTuple(state)->items[0])), position(newRef(asTuple(state)->items[1])), dict(newRef(asTuple(state)->items[2]));
    if (!initBytesIo(o, {})) return nullptr;
    Ref<> written(writeMethod(o, value));
    if (!written) return nullptr;
    b->position = 0;
    if (!isInt(position)) return raise(exc::TypeError, "second item of state must be an integer, not {}", position->type->name);
    ssize place = indexAsSize(position, exc::OverflowError);
    if (place == -1 && errorOccurred()) return nullptr;
    if (place < 0) return raise(exc::ValueError, "position value cannot be negative");
    b->position = place;
    if (isNone(dict)) return newNone();
    if (!isDict(dict)) return raise(exc::TypeError, "third item of state should be a dict, got a {}", dict->type->name);
    Held<> own(instanceDict(o));
    return own && dictUpdate(own, dict) ? newNone() : nullptr;
}

// ---- place

Owned seekMethod(Object* o, Args args) {
    BytesIoObject* b = asBytesIo(o);
    ssize whence = 0, offset;
    if (!sizeArgument(args[0], &offset)) return nullptr;
    if (args.count > 1 && !sizeArgument(args[1], &whence)) return nullptr;
    if (!wantOpen(b)) return nullptr;
    if (offset < 0 && whence == 0) return raise(exc::ValueError, "negative seek value {}", offset);
    ssize base = whence == 0 ? 0 : whence == 1 ? b->position : b->length;
    if (whence < 0 || whence > 2) return raise(exc::ValueError, "invalid whence ({}, should be 0, 1 or 2)", whence);
    if (__builtin_add_overflow(base, offset, &base)) return raise(exc::OverflowError, "new position too large");
    b->position = std::max(base, ssize{0});
    return newInt(b->position);
}
Owned tellMethod(Object* o) { return wantOpen(asBytesIo(o)) ? newInt(asBytesIo(o)->position) : nullptr; }

Owned truncateMethod(Object* o, Args args) {
    BytesIoObject* b = asBytesIo(o);
    if (!wantOpen(b) || !wantNoExports(b)) return nullptr;
    ssize length = b->position;
    if (args.count && !isNone(args[0])) {
        if (!sizeOf(args[0], &length) || !wantOpen(b) || !wantNoExports(b)) return nullptr; // its __index__ may have closed it
        if (length < 0) return raise(exc::ValueError, "negative size value {}", length);
    }
    if (length >= b->length) return newInt(length);
    if (!makeRoom(b, length)) return nullptr;
    b->length = length;
    return newInt(length);
}

// ---- its end, and what it says of itself

Owned closeMethod(Object* o) {
    BytesIoObject* b = asBytesIo(o);
    if (!wantNoExports(b)) return nullptr;
    dropBlock(b);
    setField<Object>(o, b->shared, nullptr);
    recordResize(o);
    return newNone();
}
Owned yesMethod(Object* o) { return wantOpen(asBytesIo(o)) ? newBool(true) : nullptr; }
Owned isattyMethod(Object* o) { return wantOpen(asBytesIo(o)) ? newBool(false) : nullptr; }
Owned flushMethod(Object* o) { return wantOpen(asBytesIo(o)) ? newNone() : nullptr; }
Owned iterBytesIo(Object* o) { return newRef(o); }
Owned getClosed(Object* o) { return newBool(!asBytesIo(o)->shared && !asBytesIo(o)->block); }

// ---- getbuffer(): an object whose buffer is that of the BytesIO

struct BytesBufferObject : Object {
    Object* source;
};

Owned getbufferMethod(Object* o) {
    BytesIoObject* b = asBytesIo(o);
    if (!wantOpen(b)) return nullptr;
    Held<> middle(bytesBuffer->alloc(bytesBuffer, 0));
    if (!middle) return nullptr;
    setField(middle.get(), static_cast<BytesBufferObject*>(middle.get())->source, newRef(o));
    return call(types::MemoryView, middle);
}

bool bufferGet(Object* o, uint8_t** data, size_t* size, bool* readOnly) {
    BytesIoObject* b = asBytesIo(static_cast<BytesBufferObject*>(o)->source);
    if (!b || (!b->shared && !b->block) || (b->shared && !setCapacity(b, b->length))) return false;
    *data = reinterpret_cast<uint8_t*>(b->block->data);
    *size = static_cast<size_t>(b->length);
    *readOnly = false;
    return true;
}
void bufferExported(Object* o, int by) {
    BytesIoObject* b = asBytesIo(static_cast<BytesBufferObject*>(o)->source);
    if (b && b->block) b->block->exports += by;
}

const MethodDef methods[] = {
    {"readable", yesMethod},
    {"seekable", yesMethod},
    {"writable", yesMethod},
    {"close", closeMethod},
    {"flush", flushMethod},
    {"isatty", isattyMethod},
    {"tell", tellMethod},
    {"write", writeMethod},
    {"writelines", writelinesMethod},
    {"read1", readMethod, 0, 1},
    {"readinto", readintoMethod},
    {"readline", readlineMethod, 0, 1},
    {"readlines", readlinesMethod, 0, 1},
    {"read", readMethod, 0, 1},
    {"getbuffer", getbufferMethod},
    {"getvalue", getvalueMethod},
    {"seek", seekMethod, 1, 2},
    {"truncate", truncateMethod, 0, 1},
    {"__getstate__", getstateMethod},
    {"__setstate__", setstateMethod},
    {"__sizeof__", sizeofMethod},
    {},
};
const GetSetDef getsets[] = {{"closed", getClosed}, {}};
const Field fields[] = {{"buf", offsetof(BytesIoObject, shared)}, {"__dict__", offsetof(BytesIoObject, dict)}, {}};
const Field bufferFields[] = {{"source", offsetof(BytesBufferObject, source)}, {}};

}

void defineBytesIO(Type* t) {
    t->name = "_io.BytesIO";
    t->doc = "A binary file that lies in memory.";
    t->basicSize = sizeof(BytesIoObject);
    t->flags = HaveGc | BaseType;
    t->base = bufferedBase;
    t->dictOffset = offsetof(BytesIoObject, dict);
    t->weaklistOffset = offsetof(BytesIoObject, weakrefs);
    t->fields = fields;
    t->dealloc = dealloc;
    t->size = size;
    t->create = createBytesIo;
    t->init = initBytesIo;
    t->iter = iterBytesIo;
    t->iterNext = iterNextBytesIo;
    t->methods = methods;
    t->getsets = getsets;
}

void defineBytesBuffer(Type* t) {
    t->name = "_io._BytesIOBuffer";
    t->basicSize = sizeof(BytesBufferObject);
    t->flags = HaveGc | DisallowInstantiation;
    t->fields = bufferFields;
    addBufferSource(t, {bufferGet, bufferExported, nullptr});
}

}

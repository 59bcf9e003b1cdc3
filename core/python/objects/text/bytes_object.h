// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// bytes and bytearray, laid out as CPython 3.13's:
//     bytes      [ refcount | type | size | hash | bytes… 0 ]                               sys.getsizeof 33 + n
//     bytearray  [ refcount | type | size | allocated | block | start | exports ]           57 with its block
// and the inside form of the buffer protocol: a look at the bytes of an object.

#include <string_view>

#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/object.h"
#include "core/python/objects/model/runtime.h"
#include "core/python/objects/model/type.h"

namespace memtape {

struct BytesObject : VarObject {
    int64_t hash; // -1: not computed yet
    uint8_t data[1];
};

// `start` lies in the block; it moves on when bytes are taken from the front.
struct ByteArrayObject : VarObject {
    ssize allocated;
    uint8_t *block, *start;
    ssize exports; // views of it: while there are any, its size cannot change
};

struct MemoryViewObject : VarObject {
    Object* owner; // what is looked at; null: released
    uint8_t* data;
    ssize length; // in items
    ssize stride; // bytes from one item to the next
    bool readOnly;
    char format; // struct module's letter: 'B' unless cast
    uint8_t itemSize;
    int64_t hash;
    ssize exports; // buffers held of it: while there are any, it cannot be released
    Object* weakrefs;
};

inline bool isBytes(const Object* o) { return hasFlag(o, BytesSubclass); }
inline bool isExactBytes(const Object* o) { return o->type == types::Bytes; }
inline bool isByteArray(const Object* o) { return isInstance(o, types::ByteArray); }
inline uint8_t* bytesData(Object* o) { return static_cast<BytesObject*>(o)->data; }
inline ssize bytesLength(Object* o) { return static_cast<VarObject*>(o)->count; }

Owned newBytes(const uint8_t* data, size_t size);
inline Owned newBytes(std::string_view text) { return newBytes(reinterpret_cast<const uint8_t*>(text.data()), text.size()); }
BytesObject* allocateBytes(ssize size); // to be filled, then recordPayload
Owned newByteArray(const uint8_t* data, size_t size);
// b'' and the bytes of length one that exist so far: they are immortal.
void forEachSharedBytes(void (*visit)(Object*, void*), void* context);
// The bytes of a bytes-like object (contiguous); false: it is none (no exception). They are where they are until Python code runs: who runs some
// meanwhile holds the buffer (HeldBuffer).
bool bufferOf(Object* o, const uint8_t** data, size_t* size);
// The same, with TypeError "a bytes-like object is required, not 'x'".
bool wantBuffer(Object* o, const uint8_t** data, size_t* size);
Owned newBytesIterator(Object* bytes, Type* type);

// The bytes of a bytes-like object while Python code may run: exported, so that nobody resizes or releases them.
class HeldBuffer {
public:
    HeldBuffer() = default;
    ~HeldBuffer();
    HeldBuffer(const HeldBuffer&) = delete;
    HeldBuffer& operator=(const HeldBuffer&) = delete;
    bool want(Object* o); // as wantBuffer(); once
    const uint8_t* data() const { return m_data; }
    size_t size() const { return m_size; }

private:
    Held<> m_object;
    const uint8_t* m_data = nullptr;
    size_t m_size = 0;
};
int bytesContains(Object* self, Object* item);
Owned bytesRepr(const uint8_t* data, size_t size); // b'…'
void forgetBytes();                                // at the end of a run

}

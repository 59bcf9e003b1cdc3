// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The buffer protocol beyond looking at bytes (bytes_object.h): buffers to be written into, and types of other folders that have one.

#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/object.h"
#include "core/python/objects/model/type.h"

namespace memtape {

// A type whose objects show bytes. While some are exported, they must stay where they are.
struct BufferSource {
    bool (*get)(Object* o, uint8_t** data, size_t* size, bool* readOnly); // false: there is none now; without an exception
    void (*changeExports)(Object* o, int by);                             // null: its bytes never move
    void (*written)(Object* o);                                           // its bytes have changed; null: nothing is recorded of them
    char (*format)(Object* o) = nullptr;                                  // of its items, a native format's letter; null: they are bytes
};
void addBufferSource(Type* type, const BufferSource& source); // for this run

// The methods of what shows bytes (PEP 688): a memoryview of it; and that view is done with.
Owned bufferMethod(Object* self, Object* flags);
Owned releaseBufferMethod(Object* self, Object* view);

// The bytes of an object that may be written to, exported meanwhile.
class WritableBuffer {
public:
    WritableBuffer() = default;
    ~WritableBuffer();
    WritableBuffer(const WritableBuffer&) = delete;
    WritableBuffer& operator=(const WritableBuffer&) = delete;
    // False: TypeError "readinto() argument must be read-write bytes-like object, not bytes"; once. `argument`: how the words call it.
    bool want(Object* o, const char* function, const char* argument = "argument");
    bool take(Object* o); // the same; false: it cannot be written to, without an exception
    uint8_t* data() const { return m_data; }
    size_t size() const { return m_size; }
    void fill(size_t at, const void* from, size_t count); // within size()
    void written();                                       // something was written at data()

private:
    Held<> m_object;
    uint8_t* m_data = nullptr;
    size_t m_size = 0;
};

}

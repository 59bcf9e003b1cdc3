// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/objects/containers/buffers.h"

#include <cstring>
#include <vector>

#include "core/python/objects/classes/program_buffers.h"
#include "core/python/objects/containers/memoryview_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/protocol/protocol.h"

// The buffer protocol in its inside form: whose bytes can be looked at and written to, and who holds them.

namespace memtape {

namespace {

struct SourceOfType {
    Type* type;
    BufferSource source;
};
std::vector<SourceOfType> sources;
RuntimeCache sourcesCache([] { sources.clear(); });

}

const BufferSource* sourceOf(const Object* o) {
    for (const SourceOfType& s : sources)
        if (isInstance(o, s.type)) return &s.source;
    return nullptr;
}

// The object that counts the exports is the one at the end of a chain of views.
void changeExports(Object* owner, int by) {
    if (isByteArray(owner)) static_cast<ByteArrayObject*>(owner)->exports += by;
    else if (isBytes(owner)) return;
    else if (const BufferSource* source = sourceOf(owner); source && source->changeExports) source->changeExports(owner, by);
}

void recordWritten(Object* owner) {
    if (isByteArray(owner)) recordPayload(owner);
    else if (const BufferSource* source = sourceOf(owner); source && source->written) source->written(owner);
}

// Only what lies in one piece; of other views the bytes have to be copied (tobytes).
bool bufferOf(Object* o, const uint8_t** data, size_t* size) {
    if (isBytes(o)) {
        *data = bytesData(o), *size = static_cast<size_t>(bytesLength(o));
    } else if (isByteArray(o)) {
        *data = static_cast<ByteArrayObject*>(o)->start, *size = static_cast<size_t>(bytesLength(o));
    } else if (isView(o)) {
        MemoryViewObject* v = asView(o);
        if (!v->owner || (v->stride != v->itemSize && v->length > 1)) return false;
        *data = v->data, *size = static_cast<size_t>(v->length * v->itemSize);
    } else {
        const BufferSource* source = sourceOf(o);
        uint8_t* place;
        bool readOnly;
        if (!source || !source->get(o, &place, size, &readOnly)) return false;
        *data = place;
    }
    return true;
}

void addBufferSource(Type* type, const BufferSource& source) { sources.push_back({type, source}); }

bool WritableBuffer::take(Object* o) {
    if (hasProgramBuffer(o)) {
        Held<> view(programBuffer(o, BufferWritable));
        return view && take(view);
    }
    const uint8_t* data;
    bool readOnly = isBytes(o) || !bufferOf(o, &data, &m_size);
    if (!readOnly) {
        m_data = const_cast<uint8_t*>(data);
        if (isView(o)) readOnly = asView(o)->readOnly;
        else if (const BufferSource* source = isByteArray(o) ? nullptr : sourceOf(o)) source->get(o, &m_data, &m_size, &readOnly);
    }
    if (readOnly) return false;
    m_object = newRef(o);
    if (isView(o)) ++asView(o)->exports;
    else changeExports(o, 1);
    return true;
}

bool WritableBuffer::want(Object* o, const char* function, const char* argument) {
    if (take(o)) return true;
    if (errorOccurred()) return false;
    return raise(exc::TypeError, "{}() {} must be read-write bytes-like object, not {}", function, argument, isNone(o) ? "None" : o->type->name);
}

WritableBuffer::~WritableBuffer() {
    if (!m_object) return;
    if (isView(m_object)) --asView(m_object)->exports;
    else changeExports(m_object, -1);
}

void WritableBuffer::fill(size_t at, const void* from, size_t count) {
    std::memmove(m_data + at, from, count);
    written();
}

void WritableBuffer::written() { recordWritten(isView(m_object) ? asView(m_object)->owner : m_object.get()); }

bool HeldBuffer::want(Object* o) {
    if (hasProgramBuffer(o)) {
        Held<> view(programBuffer(o, BufferSimple));
        return view && want(view);
    }
    if (!wantBuffer(o, &m_data, &m_size)) return false;
    m_object = newRef(o);
    if (isView(o)) ++asView(o)->exports;
    else changeExports(o, 1);
    return true;
}

HeldBuffer::~HeldBuffer() {
    if (!m_object) return;
    if (isView(m_object)) --asView(m_object)->exports;
    else changeExports(m_object, -1);
}

namespace {

constexpr ssize writableFlag = 1; // PyBUF_WRITABLE

// The native bytes of an object, whatever its class says.
Owned bufferOfFlags(Object* o, ssize flags) {
    Held<> view(nativeViewOf(o));
    if (!view || !(flags & writableFlag) || !asView(view)->readOnly) return view.release();
    return raise(exc::BufferError, isView(o) ? "memoryview: underlying buffer is not writable" : "Object is not writable.");
}

}

Owned bufferMethod(Object* self, Object* flags) {
    const ssize n = indexAsSize(flags, exc::OverflowError);
    if (n == -1 && errorOccurred()) return nullptr;
    return n > INT32_MAX ? Owned(raise(exc::OverflowError, "buffer flags too large")) : bufferOfFlags(self, n);
}

Owned releaseBufferMethod(Object* self, Object* given) {
    if (!isView(given)) return raise(exc::TypeError, "expected a memoryview object");
    MemoryViewObject* view = asView(given);
    if (!view->owner) return raise(exc::ValueError, "memoryview's buffer has already been released");
    if (view->owner != (isView(self) ? asView(self)->owner : self)) return raise(exc::ValueError, "memoryview's buffer is not this object");
    return releaseView(given);
}

Owned viewFromFlags(Object*, Args args) {
    Object* out[2] = {};
    if (!parseArgs("_from_flags", args, "object flags", out)) return nullptr;
    const ssize n = indexAsSize(out[1], exc::OverflowError);
    if (n == -1 && errorOccurred()) return nullptr;
    return hasProgramBuffer(out[0]) ? programBuffer(out[0], static_cast<int>(n)) : bufferOfFlags(out[0], n);
}

}

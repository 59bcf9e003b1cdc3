// SPDX-License-Identifier: GPL-3.0-or-later
// PickleBuffer: the bytes of another object, which pickle may hand on beside the pickle instead of copying them.
#include <cstddef>

#include "core/python/modules/pickle/pickle_parts.h"
#include "core/python/objects/containers/buffers.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/bytes_object.h"
#include "core/python/objects/text/str_object.h"

namespace memtape::pickle {

Type* bufferType = nullptr;

namespace {

// As CPython's, whose inside has a buffer of 80 bytes.
struct PickleBufferObject : Object {
    Object* view;  // memoryview
    ssize exports; // others who look at its bytes: while there are any, the view stays
    bool isReleased;
    char unused[56];
    Object* weakrefs;
};
static_assert(sizeof(PickleBufferObject) == 104);
PickleBufferObject* asBuffer(Object* o) { return static_cast<PickleBufferObject*>(o); }

bool wantView(PickleBufferObject* b) { return !b->isReleased || raise(exc::ValueError, "operation forbidden on released PickleBuffer object"); }

void changeExports(Object* o, int by) {
    asBuffer(o)->exports += by;
    if (asBuffer(o)->isReleased && !asBuffer(o)->exports) setField<Object>(o, asBuffer(o)->view, nullptr);
}

Owned create(Type* type, Args args) {
    Object* out[1] = {};
    if (!checkNoKeywords("PickleBuffer", args) || !parseArgs("PickleBuffer", args, "object /", out)) return nullptr;
    const uint8_t* data;
    size_t size;
    Object* source = out[0];
    if (source->type == bufferType) {
        if (!wantView(asBuffer(source))) return nullptr;
        source = asBuffer(source)->view;
    }
    if (source->type != types::MemoryView && !bufferOf(source, &data, &size))
        return raise(exc::TypeError, "a bytes-like object is required, not '{}'", source->type->name);
    Held<> view(call(types::MemoryView, source));
    Held<> made(view ? type->alloc(type, 0) : Owned(nullptr));
    if (!made) return nullptr;
    setField(made.get(), asBuffer(made)->view, view.release());
    return made.release();
}

Owned raw(Object* o) {
    if (!wantView(asBuffer(o))) return nullptr;
    Held<> whole(getAttr(asBuffer(o)->view, "contiguous"));
    if (!whole) return nullptr;
    if (whole != True) return raise(exc::BufferError, "cannot extract raw buffer from non-contiguous buffer");
    Held<> letter(newStr("B"));
    Held<> cast(letter ? getAttr(asBuffer(o)->view, "cast") : Owned(nullptr));
    return cast ? call(cast, letter) : Owned(nullptr);
}

Owned release(Object* o) {
    asBuffer(o)->isReleased = true;
    changeExports(o, 0);
    return newNone();
}

bool get(Object* o, uint8_t** data, size_t* size, bool* readOnly) {
    const uint8_t* place;
    if (asBuffer(o)->isReleased || !memtape::bufferOf(asBuffer(o)->view, &place, size)) return false;
    *data = const_cast<uint8_t*>(place);
    *readOnly = static_cast<MemoryViewObject*>(asBuffer(o)->view)->readOnly;
    return true;
}
void written(Object*) {}

const MethodDef methods[] = {{"__buffer__", bufferMethod}, {"__release_buffer__", releaseBufferMethod}, {"raw", raw}, {"release", release}, {}};
const Field fields[] = {{"view", offsetof(PickleBufferObject, view)}, {}};

}

void defineBuffer(Type* t) {
    t->name = "pickle.PickleBuffer";
    t->doc = "The bytes of an object, which a pickle may leave beside it.";
    t->basicSize = sizeof(PickleBufferObject);
    t->weaklistOffset = offsetof(PickleBufferObject, weakrefs);
    t->flags = HaveGc;
    t->fields = fields;
    t->create = create;
    t->methods = methods;
}

const BufferSourceOfPickles bufferSource{[](Type* t) { addBufferSource(t, {get, changeExports, written}); }};

}

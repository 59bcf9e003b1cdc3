// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstring>
#include <string>

#include "core/python/objects/classes/program_buffers.h"
#include "core/python/objects/classes/weakref_object.h"
#include "core/python/objects/containers/iterator_objects.h"
#include "core/python/objects/containers/memoryview_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/quiet_allocation.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/numbers/native_items.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/protocol/text_protocol.h"
#include "core/python/objects/text/bytes_methods.h"
#include "core/python/objects/text/bytes_object.h"
#include "core/python/objects/text/str_methods.h"
#include "core/python/objects/text/str_object.h"

// memoryview over whatever shows bytes, with items of any native format: its life and its attributes.

namespace memtape {

bool wantAlive(MemoryViewObject* v) { return v->owner || raise(exc::ValueError, "operation forbidden on released memoryview object"); }

namespace {

constexpr size_t headSize = 144; // lengths, strides and suboffsets lie behind

MemoryViewObject* allocateView(Object* owner, uint8_t* data, bool readOnly, char format, ssize dimensions) {
    const ssize room = 3 * std::max<ssize>(dimensions, 1);
    const size_t size = headSize + sizeof(ssize) * static_cast<size_t>(room);
    Object* made;
    {
        QuietAllocation quiet; // its size follows from the dimensions
        made = allocateGcObject(types::MemoryView, size);
    }
    if (!made) return nullptr;
    std::memset(static_cast<void*>(made + 1), 0, size - sizeof(Object));
    MemoryViewObject* v = asView(made);
    v->count = room;
    recordAlloc(v);
    incref(owner);
    v->owner = owner;
    v->data = data;
    v->readOnly = readOnly;
    v->format = format;
    v->itemSize = static_cast<uint8_t>(nativeItemSize(format));
    if (dimensions == 1) v->stride = v->itemSize;
    v->hash = -1;
    changeExports(owner, 1);
    gcTrack(v);
    recordCells(v);
    return v;
}

}

Owned newView(Object* owner, uint8_t* data, ssize length, ssize stride, bool readOnly, char format) {
    MemoryViewObject* v = allocateView(owner, data, readOnly, format, 1);
    if (!v) return nullptr;
    v->length = length;
    v->stride = stride;
    return Owned(v);
}

MemoryViewObject* newShapedView(MemoryViewObject* like, ssize dimensions, char format) {
    return allocateView(like->owner, like->data, like->readOnly, format, dimensions);
}

Owned copyOfView(MemoryViewObject* v, bool readOnly, Object* ownerOrNull) {
    const ViewShape shape = shapeOf(v);
    MemoryViewObject* copy = allocateView(ownerOrNull ? ownerOrNull : v->owner, v->data, readOnly, v->format, shape.dimensions);
    if (!copy) return nullptr;
    const ViewShape copied = shapeOf(copy);
    std::copy_n(shape.lengths, shape.dimensions, copied.lengths);
    std::copy_n(shape.strides, shape.dimensions, copied.strides);
    noteShape(copy);
    return Owned(copy);
}

namespace {

void release(MemoryViewObject* v) {
    if (!v->owner) return;
    changeExports(v->owner, -1);
    setField<Object>(v, v->owner, nullptr);
}

void deallocView(Object* o) {
    gcUntrack(o);
    if (asView(o)->weakrefs) clearWeakReferences(o);
    MemoryViewObject* v = asView(o);
    if (v->owner) {
        changeExports(v->owner, -1);
        clearField(v->owner);
    }
    freeObject(o);
}

int traverseView(Object* o, Visit visit, void* context) { return asView(o)->owner ? visit(asView(o)->owner, context) : 0; }
// A buffer that is held keeps the bytes until it is let go.
void clearView(Object* o) {
    if (!asView(o)->exports) release(asView(o));
}
size_t sizeOfView(Object* o) { return headSize + sizeof(ssize) * static_cast<size_t>(asView(o)->count); }

Owned createView(Type*, Args args) {
    Object* out[1] = {nullptr};
    size_t given = args.count + args.keywordCount();
    if (given > 1) return raise(exc::TypeError, "memoryview() takes at most 1 argument ({} given)", given);
    if (!parseArgs("memoryview", args, "object", out)) return nullptr;
    return memoryViewOf(out[0]);
}

}

Owned memoryViewOf(Object* o) { return hasProgramBuffer(o) ? programBuffer(o, BufferFullReadOnly) : nativeViewOf(o); }

Owned nativeViewOf(Object* o) {
    if (isView(o)) return wantAlive(asView(o)) ? copyOfView(asView(o), asView(o)->readOnly) : nullptr;
    const uint8_t* data;
    size_t size;
    if (!bufferOf(o, &data, &size)) return raise(exc::TypeError, "memoryview: a bytes-like object is required, not '{}'", o->type->name);
    bool readOnly = !isByteArray(o);
    char format = 'B';
    if (const BufferSource* source = isBytes(o) ? nullptr : sourceOf(o)) {
        uint8_t* place;
        source->get(o, &place, &size, &readOnly);
        if (source->format) format = source->format(o);
    }
    ssize itemSize = nativeItemSize(format);
    return newView(o, const_cast<uint8_t*>(data), static_cast<ssize>(size) / itemSize, itemSize, readOnly, format);
}

namespace {

ssize lengthOfView(Object* o) {
    if (!wantAlive(asView(o))) return -1;
    const ViewShape shape = shapeOf(asView(o));
    return shape.dimensions ? shape.lengths[0] : (raise(exc::TypeError, "0-dim memory has no length"), -1);
}

Owned iterateView(Object* o) {
    if (!wantAlive(asView(o))) return nullptr;
    switch (dimensionsOf(asView(o))) {
    case 0: return raise(exc::TypeError, "invalid indexing of 0-dim memory");
    case 1: return newSequenceIterator(o);
    default: return raise(exc::NotImplementedError, "multi-dimensional sub-views are not implemented");
    }
}

int64_t hashOfView(Object* o) {
    MemoryViewObject* v = asView(o);
    if (v->hash == -1) {
        if (!wantAlive(v)) return -1;
        if (!v->readOnly) return raise(exc::ValueError, "cannot hash writable memoryview object"), -1;
        if (v->format != 'B' && v->format != 'b' && v->format != 'c')
            return raise(exc::ValueError, "memoryview: hashing is restricted to formats 'B', 'b' or 'c'"), -1;
        std::string bytes = bytesOfView(v);
        v->hash = hashBytes(bytes.data(), bytes.size());
    }
    return v->hash;
}

Owned reprView(Object* o) { return newStr((asView(o)->owner ? "<memory at " : "<released memory at ") + addressText(o) + ">"); }

Owned toBytes(Object* o, Args args) {
    Object* out[1] = {None};
    if (!parseArgs("tobytes", args, "| order", out) || !wantAlive(asView(o))) return nullptr;
    if (isNone(out[0])) return newBytes(bytesOfView(asView(o)));
    if (!isStr(out[0])) return raise(exc::TypeError, "tobytes() argument 'order' must be str or None, not {}", out[0]->type->name);
    const bool isFortran = strEqualsText(out[0], "F");
    if (!isFortran && !strEqualsText(out[0], "C") && !strEqualsText(out[0], "A")) return raise(exc::ValueError, "order must be 'C', 'F' or 'A'");
    return newBytes(bytesOfView(asView(o), isFortran ? ItemOrder::Fortran : ItemOrder::C)); // none lies in Fortran's order only
}
}

Owned releaseView(Object* o) {
    if (ssize held = asView(o)->exports) return raise(exc::BufferError, "memoryview has {} exported buffer{}", held, held == 1 ? "" : "s");
    release(asView(o));
    return newNone();
}

namespace {

Owned enter(Object* o) { return wantAlive(asView(o)) ? newRef(o) : nullptr; }
Owned exit(Object* o, Args) { return releaseView(o); }
Owned toReadOnly(Object* o) { return wantAlive(asView(o)) ? copyOfView(asView(o), true) : nullptr; }
Owned hexOfView(Object* o, Args args) {
    if (!wantAlive(asView(o))) return nullptr;
    Ref<> bytes(newBytes(bytesOfView(asView(o))));
    Ref<> text(bytes ? bytesHex(bytes, args) : nullptr);
    return text && wantAlive(asView(o)) ? text.release() : nullptr; // reading the arguments may have released it
}
const MethodDef methods[] = {
    {"tobytes", toBytes, NativeKind::Keywords},
    {"tolist", listOfView},
    {"__buffer__", bufferMethod},
    {"__release_buffer__", releaseBufferMethod},
    {"_from_flags", viewFromFlags, NativeKind::Keywords, NativeBinding::Class},
    {"release", releaseView},
    {"__enter__", enter},
    {"__exit__", exit, 0, -1},
    {"toreadonly", toReadOnly},
    {"hex", hexOfView, NativeKind::Keywords},
    {"cast", castView, NativeKind::Keywords},
    {},
};

Owned getObj(Object* o) { return wantAlive(asView(o)) ? newRef(asView(o)->owner) : nullptr; }
Owned getNbytes(Object* o) { return wantAlive(asView(o)) ? newInt(asView(o)->length * asView(o)->itemSize) : nullptr; }
Owned getItemsize(Object* o) { return wantAlive(asView(o)) ? newInt(asView(o)->itemSize) : nullptr; }
Owned getFormat(Object* o) { return wantAlive(asView(o)) ? newStr(std::string_view(&asView(o)->format, 1)) : nullptr; }
Owned getNdim(Object* o) { return wantAlive(asView(o)) ? newInt(dimensionsOf(asView(o))) : nullptr; }
Owned getReadonly(Object* o) { return wantAlive(asView(o)) ? newBool(asView(o)->readOnly) : nullptr; }
template <bool wantsC, bool wantsFortran> Owned getContiguous(Object* o) {
    if (!wantAlive(asView(o))) return nullptr;
    return newBool((wantsC && isContiguous(asView(o), ItemOrder::C)) || (wantsFortran && isContiguous(asView(o), ItemOrder::Fortran)));
}
Owned tupleOf(const ssize* numbers, ssize count) {
    Held<TupleObject> tuple(newTuple(count));
    for (ssize i = 0; tuple && i < count; ++i) {
        Owned number = newInt(numbers[i]);
        if (!number) return nullptr;
        tuple->items[i] = number.pointer;
        recordCell(tuple.get(), CellKind::Item, static_cast<uint32_t>(i), number.pointer);
    }
    return tuple.release();
}
Owned getShape(Object* o) { return wantAlive(asView(o)) ? tupleOf(shapeOf(asView(o)).lengths, dimensionsOf(asView(o))) : nullptr; }
Owned getStrides(Object* o) { return wantAlive(asView(o)) ? tupleOf(shapeOf(asView(o)).strides, dimensionsOf(asView(o))) : nullptr; }
Owned getSuboffsets(Object* o) { return wantAlive(asView(o)) ? newRef(emptyTuple) : nullptr; }

const GetSetDef getsets[] = {
    {"obj", getObj},
    {"nbytes", getNbytes},
    {"itemsize", getItemsize},
    {"format", getFormat},
    {"ndim", getNdim},
    {"readonly", getReadonly},
    {"shape", getShape},
    {"strides", getStrides},
    {"suboffsets", getSuboffsets},
    {"c_contiguous", getContiguous<true, false>},
    {"f_contiguous", getContiguous<false, true>},
    {"contiguous", getContiguous<true, true>},
    {},
};

const Field fields[] = {{"obj", offsetof(MemoryViewObject, owner)}, {}};

}

void defineMemoryViewType(Type* t) {
    t->name = "memoryview";
    t->basicSize = 144;
    t->itemSize = 8;
    t->flags = HaveGc | IsSequence;
    t->dealloc = deallocView;
    t->traverse = traverseView;
    t->clear = clearView;
    t->fields = fields;
    t->weaklistOffset = offsetof(MemoryViewObject, weakrefs);
    t->size = sizeOfView;
    t->create = createView;
    t->repr = reprView;
    t->hash = hashOfView;
    t->richCompare = compareView;
    t->sequenceLength = lengthOfView;
    t->mappingLength = lengthOfView;
    t->iter = iterateView;
    t->item = itemOfView;
    t->subscript = subscriptView;
    t->setSubscript = setSubscriptOfView;
    t->methods = methods;
    t->getsets = getsets;
    t->doc = "Create a new memoryview object which references the given object.";
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstring>
#include <string>
#include <vector>

#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/slice_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/protocol/text_protocol.h"
#include "core/python/objects/text/buffers.h"
#include "core/python/objects/text/bytes_methods.h"
#include "core/python/objects/text/bytes_object.h"
#include "core/python/objects/text/str_methods.h"
#include "core/python/objects/text/str_object.h"

// memoryview of one dimension over bytes and bytearray, with items of one byte (formats B, b, c), and the buffer protocol in its inside form.

namespace memtape {

namespace {

MemoryViewObject* asView(Object* o) { return static_cast<MemoryViewObject*>(o); }
bool isView(const Object* o) { return o->type == types::MemoryView; }

constexpr size_t shownSize = 168; // what sys.getsizeof says, without the GC head

struct SourceOfType {
    Type* type;
    BufferSource source;
};
std::vector<SourceOfType> sources;
RuntimeCache sourcesCache([] { sources.clear(); });

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

bool wantAlive(MemoryViewObject* v) { return v->owner || raise(exc::ValueError, "operation forbidden on released memoryview object"); }

Owned newView(Object* owner, uint8_t* data, ssize length, ssize stride, bool readOnly, char format) {
    Object* made = allocateGcObject(types::MemoryView, shownSize);
    if (!made) return nullptr;
    std::memset(static_cast<void*>(static_cast<Object*>(made) + 1), 0, shownSize - sizeof(Object));
    MemoryViewObject* v = asView(made);
    incref(owner);
    v->owner = owner;
    v->data = data;
    v->length = length;
    v->stride = stride;
    v->readOnly = readOnly;
    v->format = format;
    v->itemSize = 1;
    v->hash = -1;
    changeExports(owner, 1);
    gcTrack(v);
    recordCells(v);
    return Owned(v);
}

void release(MemoryViewObject* v) {
    if (!v->owner) return;
    changeExports(v->owner, -1);
    setField<Object>(v, v->owner, nullptr);
}

void deallocView(Object* o) {
    gcUntrack(o);
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
size_t sizeOfView(Object*) { return shownSize; }

Owned createView(Type*, Args args) {
    Object* out[1] = {nullptr};
    size_t given = args.count + args.keywordCount();
    if (given > 1) return raise(exc::TypeError, "memoryview() takes at most 1 argument ({} given)", given);
    if (!parseArgs("memoryview", args, "object", out)) return nullptr;
    Object* o = out[0];
    if (isView(o)) {
        MemoryViewObject* v = asView(o);
        if (!wantAlive(v)) return nullptr;
        return newView(v->owner, v->data, v->length, v->stride, v->readOnly, v->format);
    }
    const uint8_t* data;
    size_t size;
    if (!bufferOf(o, &data, &size)) return raise(exc::TypeError, "memoryview: a bytes-like object is required, not '{}'", o->type->name);
    bool readOnly = !isByteArray(o);
    if (const BufferSource* source = isBytes(o) ? nullptr : sourceOf(o)) {
        uint8_t* place;
        source->get(o, &place, &size, &readOnly);
    }
    return newView(o, const_cast<uint8_t*>(data), static_cast<ssize>(size), 1, readOnly, 'B');
}

Owned itemAt(MemoryViewObject* v, ssize i) {
    uint8_t* p = v->data + i * v->stride;
    if (v->format == 'b') return newInt(static_cast<int8_t>(*p));
    if (v->format == 'c') return newBytes(p, 1);
    return newInt(*p);
}

Owned itemOfView(Object* o, ssize i) {
    MemoryViewObject* v = asView(o);
    if (!wantAlive(v)) return nullptr;
    if (i < 0 || i >= v->length) return raise(exc::IndexError, "index out of bounds on dimension 1");
    return itemAt(v, i);
}

// The place of an index; null: raised.
uint8_t* placeOf(MemoryViewObject* v, Object* key) {
    ssize i = indexAsSize(key, exc::IndexError);
    if (i == -1 && errorOccurred()) return nullptr;
    if (i < 0) i += v->length;
    if (i < 0 || i >= v->length) return raise(exc::IndexError, "index out of bounds on dimension 1"), nullptr;
    return v->data + i * v->stride;
}

Owned subscriptView(Object* o, Object* key) {
    MemoryViewObject* v = asView(o);
    if (!wantAlive(v)) return nullptr;
    if (key->type->index) {
        ssize i = indexAsSize(key, exc::IndexError);
        if (i == -1 && errorOccurred()) return nullptr;
        return itemOfView(o, i < 0 ? i + v->length : i);
    }
    if (isSlice(key)) {
        // The new view is there before the slice is read: it keeps the bytes, even where reading releases this view.
        Held<MemoryViewObject> part(newView(v->owner, v->data, v->length, v->stride, v->readOnly, v->format));
        ssize start, stop, step;
        if (!part || !sliceUnpack(key, &start, &stop, &step)) return nullptr;
        part->length = sliceAdjust(part->length, &start, &stop, &step);
        part->data += start * part->stride;
        part->stride *= step;
        return part.release();
    }
    return raise(exc::TypeError, "memoryview: invalid slice key");
}

// The one byte that a value of the view's format is.
bool byteOfFormat(char format, Object* value, uint8_t* byte) {
    auto invalid = [format](Type* error, std::string_view what) {
        return raise(error, "memoryview: invalid {} for format '{}'", what, std::string_view(&format, 1));
    };
    if (format == 'c') {
        if (!isBytes(value)) return invalid(exc::TypeError, "type");
        if (bytesLength(value) != 1) return invalid(exc::ValueError, "value");
        *byte = bytesData(value)[0];
        return true;
    }
    Ref<> number(numberIndex(value));
    if (!number) {
        if (!errorMatches(exc::TypeError)) return false;
        clearError();
        return invalid(exc::TypeError, "type");
    }
    int overflow;
    int64_t n = intValue(number, &overflow);
    if (overflow || n < (format == 'b' ? -128 : 0) || n > (format == 'b' ? 127 : 255)) return invalid(exc::ValueError, "value");
    *byte = static_cast<uint8_t>(n);
    return true;
}

bool setSubscriptOfView(Object* o, Object* key, Object* value) {
    MemoryViewObject* v = asView(o);
    if (!wantAlive(v)) return false;
    if (v->readOnly) return raise(exc::TypeError, "cannot modify read-only memory");
    if (!value) return raise(exc::TypeError, "cannot delete memory");
    if (key->type->index) {
        uint8_t* place = placeOf(v, key);
        uint8_t byte;
        if (!place || !byteOfFormat(v->format, value, &byte)) return false;
        if (!wantAlive(v)) return false; // the index or the value released it
        *place = byte;
        recordWritten(v->owner);
        return true;
    }
    if (!isSlice(key)) return raise(exc::TypeError, "memoryview: invalid slice key");
    HeldBuffer given;
    if (!given.want(value)) return false;
    ssize start, stop, step;
    if (!sliceUnpack(key, &start, &stop, &step)) return false;
    ssize count = sliceAdjust(v->length, &start, &stop, &step);
    if (!wantAlive(v)) return false;
    if (static_cast<ssize>(given.size()) != count) {
        return raise(exc::ValueError, "memoryview assignment: lvalue and rvalue have different structures");
    }
    std::string copy(reinterpret_cast<const char*>(given.data()), given.size()); // they may overlap
    for (ssize i = 0; i < count; ++i) v->data[(start + i * step) * v->stride] = static_cast<uint8_t>(copy[static_cast<size_t>(i)]);
    recordWritten(v->owner);
    return true;
}

ssize lengthOfView(Object* o) { return wantAlive(asView(o)) ? asView(o)->length : -1; }

std::string bytesOfView(MemoryViewObject* v) {
    std::string out;
    for (ssize i = 0; i < v->length; ++i) out += static_cast<char>(v->data[i * v->stride]);
    return out;
}

Owned compareView(Object* a, Object* b, Comparison op) {
    if ((op != Comparison::Eq && op != Comparison::Ne) || !isView(a)) return notImplemented();
    if (!asView(a)->owner) return newBool((a == b) == (op == Comparison::Eq));
    std::string x = bytesOfView(asView(a)), y;
    if (isView(b)) {
        if (!asView(b)->owner) return newBool((a == b) == (op == Comparison::Eq));
        y = bytesOfView(asView(b));
    } else {
        const uint8_t* data;
        size_t size;
        if (!bufferOf(b, &data, &size)) return notImplemented();
        y.assign(reinterpret_cast<const char*>(data), size);
    }
    return newBool((x == y) == (op == Comparison::Eq));
}

int64_t hashOfView(Object* o) {
    MemoryViewObject* v = asView(o);
    if (v->hash == -1) {
        if (!wantAlive(v)) return -1;
        if (!v->readOnly) return raise(exc::ValueError, "cannot hash writable memoryview object"), -1;
        std::string bytes = bytesOfView(v);
        v->hash = hashBytes(bytes.data(), bytes.size());
    }
    return v->hash;
}

Owned reprView(Object* o) { return newStr((asView(o)->owner ? "<memory at " : "<released memory at ") + addressText(o) + ">"); }

Owned toBytes(Object* o, Args) {
    if (!wantAlive(asView(o))) return nullptr;
    return newBytes(bytesOfView(asView(o)));
}
Owned toList(Object* o) {
    MemoryViewObject* v = asView(o);
    if (!wantAlive(v)) return nullptr;
    Ref<ListObject> list(newList(0));
    for (ssize i = 0; list && i < v->length; ++i) {
        Ref<> item(itemAt(v, i));
        if (!item || !listAppendStealing(list, item.releaseRaw())) return nullptr;
    }
    return list.release();
}
Owned releaseMethod(Object* o) {
    if (ssize held = asView(o)->exports) return raise(exc::BufferError, "memoryview has {} exported buffer{}", held, held == 1 ? "" : "s");
    release(asView(o));
    return newNone();
}
Owned enter(Object* o) { return wantAlive(asView(o)) ? newRef(o) : nullptr; }
Owned exit(Object* o, Args) { return releaseMethod(o); }
Owned toReadOnly(Object* o) {
    MemoryViewObject* v = asView(o);
    if (!wantAlive(v)) return nullptr;
    return newView(v->owner, v->data, v->length, v->stride, true, v->format);
}
Owned hexOfView(Object* o, Args args) {
    if (!wantAlive(asView(o))) return nullptr;
    Ref<> bytes(newBytes(bytesOfView(asView(o))));
    Ref<> text(bytes ? bytesHex(bytes, args) : nullptr);
    return text && wantAlive(asView(o)) ? text.release() : nullptr; // reading the arguments may have released it
}
Owned cast(Object* o, Args args) {
    MemoryViewObject* v = asView(o);
    if (!wantAlive(v)) return nullptr;
    if (!isStr(args[0])) return raise(exc::TypeError, "format argument must be a string");
    for (char format : {'B', 'b', 'c'}) {
        if (strEqualsText(args[0], std::string_view(&format, 1))) return newView(v->owner, v->data, v->length, v->stride, v->readOnly, format);
    }
    return raise(exc::ValueError, "memoryview: destination format must be a native single character format prefixed with an optional '@'");
}

const MethodDef methods[] = {
    {"tobytes", toBytes, NativeKind::Keywords},
    {"tolist", toList},
    {"release", releaseMethod},
    {"__enter__", enter},
    {"__exit__", exit, 0, -1},
    {"toreadonly", toReadOnly},
    {"hex", hexOfView, NativeKind::Keywords},
    {"cast", cast, 1, 2},
    {},
};

Owned getObj(Object* o) { return wantAlive(asView(o)) ? newRef(asView(o)->owner) : nullptr; }
Owned getNbytes(Object* o) { return wantAlive(asView(o)) ? newInt(asView(o)->length) : nullptr; }
Owned getItemsize(Object* o) { return wantAlive(asView(o)) ? newInt(1) : nullptr; }
Owned getFormat(Object* o) { return wantAlive(asView(o)) ? newStr(std::string_view(&asView(o)->format, 1)) : nullptr; }
Owned getNdim(Object* o) { return wantAlive(asView(o)) ? newInt(1) : nullptr; }
Owned getReadonly(Object* o) { return wantAlive(asView(o)) ? newBool(asView(o)->readOnly) : nullptr; }
Owned getContiguous(Object* o) { return wantAlive(asView(o)) ? newBool(asView(o)->stride == 1) : nullptr; }
Owned oneInt(ssize n) {
    Ref<> number(newInt(n));
    return number ? packTuple(number.get()) : nullptr;
}
Owned getShape(Object* o) { return wantAlive(asView(o)) ? oneInt(asView(o)->length) : nullptr; }
Owned getStrides(Object* o) { return wantAlive(asView(o)) ? oneInt(asView(o)->stride) : nullptr; }

const GetSetDef getsets[] = {
    {"obj", getObj},
    {"nbytes", getNbytes},
    {"itemsize", getItemsize},
    {"format", getFormat},
    {"ndim", getNdim},
    {"readonly", getReadonly},
    {"shape", getShape},
    {"strides", getStrides},
    {"c_contiguous", getContiguous},
    {"f_contiguous", getContiguous},
    {"contiguous", getContiguous},
    {},
};

const Field fields[] = {{"obj", offsetof(MemoryViewObject, owner)}, {}};

}

// Only what lies in one piece; of other views the bytes have to be copied (tobytes).
bool bufferOf(Object* o, const uint8_t** data, size_t* size) {
    if (isBytes(o)) {
        *data = bytesData(o), *size = static_cast<size_t>(bytesLength(o));
    } else if (isByteArray(o)) {
        *data = static_cast<ByteArrayObject*>(o)->start, *size = static_cast<size_t>(bytesLength(o));
    } else if (isView(o)) {
        MemoryViewObject* v = asView(o);
        if (!v->owner || (v->stride != 1 && v->length > 1)) return false;
        *data = v->data, *size = static_cast<size_t>(v->length);
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

bool WritableBuffer::want(Object* o, const char* function, const char* argument) {
    const uint8_t* data;
    bool readOnly = isBytes(o) || !bufferOf(o, &data, &m_size);
    if (!readOnly) {
        m_data = const_cast<uint8_t*>(data);
        if (isView(o)) readOnly = asView(o)->readOnly;
        else if (const BufferSource* source = isByteArray(o) ? nullptr : sourceOf(o)) source->get(o, &m_data, &m_size, &readOnly);
    }
    if (readOnly)
        return raise(exc::TypeError, "{}() {} must be read-write bytes-like object, not {}", function, argument, isNone(o) ? "None" : o->type->name);
    m_object = newRef(o);
    if (isView(o)) ++asView(o)->exports;
    else changeExports(o, 1);
    return true;
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

void defineMemoryViewType(Type* t) {
    t->name = "memoryview";
    t->basicSize = 144;
    t->itemSize = 8;
    t->flags = HaveGc | IsSequence;
    t->dealloc = deallocView;
    t->traverse = traverseView;
    t->clear = clearView;
    t->fields = fields;
    t->size = sizeOfView;
    t->create = createView;
    t->repr = reprView;
    t->hash = hashOfView;
    t->richCompare = compareView;
    t->sequenceLength = lengthOfView;
    t->mappingLength = lengthOfView;
    t->item = itemOfView;
    t->subscript = subscriptView;
    t->setSubscript = setSubscriptOfView;
    t->methods = methods;
    t->getsets = getsets;
    t->doc = "Create a new memoryview object which references the given object.";
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstring>
#include <string>
#include <vector>

#include "core/python/objects/containers/buffers.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/native_items.h"
#include "core/python/objects/containers/slice_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/protocol/text_protocol.h"
#include "core/python/objects/text/bytes_methods.h"
#include "core/python/objects/text/bytes_object.h"
#include "core/python/objects/text/str_methods.h"
#include "core/python/objects/text/str_object.h"

// memoryview of one dimension over bytes and bytearray, with items of any native format, and the buffer protocol in its inside form.

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
    v->itemSize = static_cast<uint8_t>(nativeItemSize(format));
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
    char format = 'B';
    if (const BufferSource* source = isBytes(o) ? nullptr : sourceOf(o)) {
        uint8_t* place;
        source->get(o, &place, &size, &readOnly);
        if (source->format) format = source->format(o);
    }
    ssize itemSize = nativeItemSize(format);
    return newView(o, const_cast<uint8_t*>(data), static_cast<ssize>(size) / itemSize, itemSize, readOnly, format);
}

Owned itemAt(MemoryViewObject* v, ssize i) { return readNativeItem(v->format, v->data + i * v->stride); }

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

// A value as an item of the view's format.
bool itemOfFormat(char format, Object* value, uint8_t* item) {
    ItemFault fault = writeNativeItem(format, value, item);
    if (fault == ItemFault::None) return true;
    if (fault == ItemFault::Pending) return false;
    return raise(fault == ItemFault::Type ? exc::TypeError : exc::ValueError, "memoryview: invalid {} for format '{}'",
                 fault == ItemFault::Type ? "type" : "value", std::string_view(&format, 1));
}

bool setSubscriptOfView(Object* o, Object* key, Object* value) {
    MemoryViewObject* v = asView(o);
    if (!wantAlive(v)) return false;
    if (v->readOnly) return raise(exc::TypeError, "cannot modify read-only memory");
    if (!value) return raise(exc::TypeError, "cannot delete memory");
    if (key->type->index) {
        uint8_t* place = placeOf(v, key);
        uint8_t item[8];
        if (!place || !itemOfFormat(v->format, value, item)) return false;
        if (!wantAlive(v)) return false; // the index or the value released it
        std::memcpy(place, item, v->itemSize);
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
    const BufferSource* source = isView(value) || isBytes(value) ? nullptr : sourceOf(value);
    char format = isView(value) ? asView(value)->format : source && source->format ? source->format(value) : 'B';
    if (format != v->format || static_cast<ssize>(given.size()) != count * v->itemSize) {
        return raise(exc::ValueError, "memoryview assignment: lvalue and rvalue have different structures");
    }
    std::string copy(reinterpret_cast<const char*>(given.data()), given.size()); // they may overlap
    for (ssize i = 0; i < count; ++i) std::memcpy(v->data + (start + i * step) * v->stride, copy.data() + i * v->itemSize, v->itemSize);
    recordWritten(v->owner);
    return true;
}

ssize lengthOfView(Object* o) { return wantAlive(asView(o)) ? asView(o)->length : -1; }

std::string bytesOfView(MemoryViewObject* v) {
    std::string out;
    for (ssize i = 0; i < v->length; ++i) out.append(reinterpret_cast<char*>(v->data + i * v->stride), v->itemSize);
    return out;
}

// Of one format whose bytes say all, bytes; else the values of the items.
int equalViews(MemoryViewObject* a, MemoryViewObject* b) {
    if (a->length != b->length) return 0;
    constexpr std::string_view byValue = "?efd";
    if (a->format == b->format && byValue.find(a->format) == byValue.npos) return bytesOfView(a) == bytesOfView(b);
    for (ssize i = 0; i < a->length; ++i) {
        Ref<> x = itemAt(a, i), y = itemAt(b, i);
        int equal = x && y ? richCompareBool(x, y, Comparison::Eq) : -1;
        if (equal <= 0) return equal;
    }
    return 1;
}

Owned compareView(Object* a, Object* b, Comparison op) {
    if ((op != Comparison::Eq && op != Comparison::Ne) || !isView(a)) return notImplemented();
    if (!asView(a)->owner || (isView(b) && !asView(b)->owner)) return newBool((a == b) == (op == Comparison::Eq));
    Ref<> other;
    if (isView(b)) {
        other = newRef(b);
    } else {
        const uint8_t* data;
        size_t size;
        if (!bufferOf(b, &data, &size)) return notImplemented();
        Object* const given[] = {b};
        other = createView(types::MemoryView, {given, 1, nullptr});
        if (!other) return nullptr;
    }
    int equal = equalViews(asView(a), asView(other));
    return equal < 0 ? Owned(nullptr) : newBool((equal != 0) == (op == Comparison::Eq));
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
// The letter of a native format, '@' in front or not; 0: it is none.
char nativeFormat(Object* format) {
    StrObject* s = asStr(format);
    bool at = s->length == 2 && charAt(s, 0) == '@';
    if (s->length != (at ? 2 : 1)) return 0;
    uint32_t letter = charAt(s, at ? 1 : 0);
    return letter < 128 && nativeItemSize(static_cast<char>(letter)) ? static_cast<char>(letter) : 0;
}

// FIXME: a shape of more than one dimension is refused.
bool shapeFits(Object* shape, ssize items) {
    if (!isList(shape) && !isTuple(shape)) return raise(exc::TypeError, "shape must be a list or a tuple");
    Ref<> lengths = sequenceToTuple(shape);
    if (!lengths) return false;
    if (asTuple(lengths)->count != 1) return raise(exc::NotImplementedError, "memoryview: more than one dimension is not supported by Memtape");
    Object* length = asTuple(lengths)->items[0];
    if (!isInt(length)) return raise(exc::TypeError, "memoryview.cast(): elements of shape must be integers");
    int overflow;
    int64_t n = intValue(length, &overflow);
    if (overflow < 0 || n <= 0) return raise(exc::ValueError, "memoryview.cast(): elements of shape must be integers > 0");
    return (!overflow && n == items) || raise(exc::TypeError, "memoryview: product(shape) * itemsize != buffer size");
}

Owned cast(Object* o, Args args) {
    MemoryViewObject* v = asView(o);
    Object* out[2] = {};
    if (!wantAlive(v) || !parseArgs("cast", args, "format | shape", out)) return nullptr;
    if (!isStr(out[0])) return raise(exc::TypeError, "cast() argument 'format' must be str, not {}", isNone(out[0]) ? "None" : out[0]->type->name);
    if (v->stride != v->itemSize) return raise(exc::TypeError, "memoryview: casts are restricted to C-contiguous views");
    char format = nativeFormat(out[0]);
    if (!format)
        return raise(exc::ValueError, "memoryview: destination format must be a native single character format prefixed with an optional '@'");
    auto isByteFormat = [](char letter) { return letter == 'B' || letter == 'b' || letter == 'c'; };
    if (!isByteFormat(format) && !isByteFormat(v->format)) return raise(exc::TypeError, "memoryview: cannot cast between two non-byte formats");
    ssize bytes = v->length * v->itemSize, size = nativeItemSize(format);
    if (bytes % size) return raise(exc::TypeError, "memoryview: length is not a multiple of itemsize");
    if (out[1] && !shapeFits(out[1], bytes / size)) return nullptr;
    return newView(v->owner, v->data, bytes / size, size, v->readOnly, format);
}

const MethodDef methods[] = {
    {"tobytes", toBytes, NativeKind::Keywords},
    {"tolist", toList},
    {"release", releaseMethod},
    {"__enter__", enter},
    {"__exit__", exit, 0, -1},
    {"toreadonly", toReadOnly},
    {"hex", hexOfView, NativeKind::Keywords},
    {"cast", cast, NativeKind::Keywords},
    {},
};

Owned getObj(Object* o) { return wantAlive(asView(o)) ? newRef(asView(o)->owner) : nullptr; }
Owned getNbytes(Object* o) { return wantAlive(asView(o)) ? newInt(asView(o)->length * asView(o)->itemSize) : nullptr; }
Owned getItemsize(Object* o) { return wantAlive(asView(o)) ? newInt(asView(o)->itemSize) : nullptr; }
Owned getFormat(Object* o) { return wantAlive(asView(o)) ? newStr(std::string_view(&asView(o)->format, 1)) : nullptr; }
Owned getNdim(Object* o) { return wantAlive(asView(o)) ? newInt(1) : nullptr; }
Owned getReadonly(Object* o) { return wantAlive(asView(o)) ? newBool(asView(o)->readOnly) : nullptr; }
Owned getContiguous(Object* o) { return wantAlive(asView(o)) ? newBool(asView(o)->stride == asView(o)->itemSize) : nullptr; }
Owned oneInt(ssize n) {
    Ref<> number(newInt(n));
    return number ? packTuple(number.get()) : nullptr;
}
Owned getShape(Object* o) { return wantAlive(asView(o)) ? oneInt(asView(o)->length) : nullptr; }
Owned getStrides(Object* o) { return wantAlive(asView(o)) ? oneInt(asView(o)->stride) : nullptr; }
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
    return take(o) ||
           raise(exc::TypeError, "{}() {} must be read-write bytes-like object, not {}", function, argument, isNone(o) ? "None" : o->type->name);
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

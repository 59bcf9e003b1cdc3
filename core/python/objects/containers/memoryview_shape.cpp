// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstring>

#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/memoryview_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/numbers/native_items.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"

// All items of a memoryview, in any number of dimensions: as bytes, as lists, compared, and cast to another format and shape.

namespace memtape {

namespace {

// Calls visit(place) for each item; false ends it.
template <class Function> bool eachItem(const ViewShape& shape, ssize dimension, ssize by, ssize end, uint8_t* from, const Function& visit) {
    if (dimension == end) return visit(from);
    for (ssize i = 0; i < shape.lengths[dimension]; ++i)
        if (!eachItem(shape, dimension + by, by, end, from + i * shape.strides[dimension], visit)) return false;
    return true;
}
template <class Function> bool eachItem(MemoryViewObject* v, ItemOrder order, const Function& visit) {
    const ViewShape shape = shapeOf(v);
    if (order == ItemOrder::C) return eachItem(shape, 0, 1, shape.dimensions, v->data, visit);
    // in Fortran's order the first index moves fastest
    return eachItem(shape, shape.dimensions - 1, -1, -1, v->data, visit);
}

ssize itemCount(const ViewShape& shape) {
    ssize count = 1;
    for (ssize d = 0; d < shape.dimensions; ++d) count *= shape.lengths[d];
    return count;
}

Owned listFrom(MemoryViewObject* v, ssize dimension, uint8_t* from) {
    const ViewShape shape = shapeOf(v);
    if (dimension == shape.dimensions) return readNativeItem(v->format, from);
    Held<ListObject> list(newList(0));
    for (ssize i = 0; list && i < shape.lengths[dimension]; ++i) {
        Ref<> item(listFrom(v, dimension + 1, from + i * shape.strides[dimension]));
        if (!item || !listAppendStealing(list, item.releaseRaw())) return nullptr;
    }
    return list.release();
}

bool haveSameShape(MemoryViewObject* a, MemoryViewObject* b) {
    const ViewShape x = shapeOf(a), y = shapeOf(b);
    return x.dimensions == y.dimensions && std::equal(x.lengths, x.lengths + x.dimensions, y.lengths);
}

// Of one format whose bytes say all, bytes; else the values of the items.
int equalViews(MemoryViewObject* a, MemoryViewObject* b) {
    if (!haveSameShape(a, b)) return 0;
    constexpr std::string_view byValue = "?efd";
    const std::string x = bytesOfView(a), y = bytesOfView(b);
    if (a->format == b->format && byValue.find(a->format) == byValue.npos) return x == y;
    auto itemOf = [](MemoryViewObject* v, const std::string& bytes, ssize i) {
        return readNativeItem(v->format, reinterpret_cast<const uint8_t*>(bytes.data()) + i * v->itemSize);
    };
    for (ssize i = 0, count = itemCount(shapeOf(a)); i < count; ++i) {
        Ref<> m = itemOf(a, x, i), n = itemOf(b, y, i);
        const int equal = m && n ? richCompareBool(m, n, Comparison::Eq) : -1;
        if (equal <= 0) return equal;
    }
    return 1;
}

// The letter of a native format, '@' in front or not; 0: it is none.
char nativeFormat(Object* format) {
    StrObject* s = asStr(format);
    bool at = s->length == 2 && charAt(s, 0) == '@';
    if (s->length != (at ? 2 : 1)) return 0;
    uint32_t letter = charAt(s, at ? 1 : 0);
    return letter < 128 && nativeItemSize(static_cast<char>(letter)) ? static_cast<char>(letter) : 0;
}

// The lengths that `shape`, a list or tuple, has for so many items.
bool takeLengths(Object* shape, const ViewShape& out, ssize items, ssize itemSize) {
    ssize product = 1;
    for (ssize d = 0; d < out.dimensions; ++d) {
        Object* length = isList(shape) ? asList(shape)->items[d] : asTuple(shape)->items[d];
        if (!isInt(length)) return raise(exc::TypeError, "memoryview.cast(): elements of shape must be integers");
        const ssize n = argumentAsSize(length);
        if (n == -1 && errorOccurred()) return false;
        if (n <= 0) return raise(exc::ValueError, "memoryview.cast(): elements of shape must be integers > 0");
        if (n > PTRDIFF_MAX / product) return raise(exc::ValueError, "memoryview.cast(): product(shape) > SSIZE_MAX");
        product *= out.lengths[d] = n;
    }
    if (product != items) return raise(exc::TypeError, "memoryview: product(shape) * itemsize != buffer size");
    ssize stride = itemSize;
    for (ssize d = out.dimensions; d-- > 0;) {
        out.strides[d] = stride;
        stride *= out.lengths[d];
    }
    return true;
}

bool isByteFormat(char letter) { return letter == 'B' || letter == 'b' || letter == 'c'; }

}

bool isContiguous(MemoryViewObject* v, ItemOrder order) {
    const ViewShape shape = shapeOf(v);
    if (shape.dimensions == 1) return shape.lengths[0] == 1 || shape.strides[0] == v->itemSize;
    if (itemCount(shape) == 0) return true;
    ssize stride = v->itemSize;
    for (ssize i = 0; i < shape.dimensions; ++i) {
        const ssize d = order == ItemOrder::C ? shape.dimensions - 1 - i : i;
        if (shape.lengths[d] > 1 && shape.strides[d] != stride) return false;
        stride *= shape.lengths[d];
    }
    return true;
}

void noteShape(MemoryViewObject* v) {
    const ssize dimensions = dimensionsOf(v);
    if (dimensions == 1) return;
    v->length = itemCount(shapeOf(v));
    v->stride = dimensions > 1 && isContiguous(v, ItemOrder::C) ? v->itemSize : 0;
}

std::string bytesOfView(MemoryViewObject* v, ItemOrder order) {
    std::string out;
    out.reserve(static_cast<size_t>(v->length * v->itemSize));
    eachItem(v, order, [&](const uint8_t* place) {
        out.append(reinterpret_cast<const char*>(place), v->itemSize);
        return true;
    });
    return out;
}

Owned listOfView(Object* o) {
    MemoryViewObject* v = asView(o);
    return wantAlive(v) ? listFrom(v, 0, v->data) : nullptr;
}

Owned compareView(Object* a, Object* b, Comparison op) {
    if ((op != Comparison::Eq && op != Comparison::Ne) || !isView(a)) return newRef(NotImplemented);
    if (!asView(a)->owner || (isView(b) && !asView(b)->owner)) return newBool((a == b) == (op == Comparison::Eq));
    Ref<> other;
    if (isView(b)) {
        other = newRef(b);
    } else {
        const uint8_t* data;
        size_t size;
        if (!bufferOf(b, &data, &size)) return newRef(NotImplemented);
        other = memoryViewOf(b);
        if (!other) return nullptr;
    }
    int equal = equalViews(asView(a), asView(other));
    return equal < 0 ? Owned(nullptr) : newBool((equal != 0) == (op == Comparison::Eq));
}

Owned castView(Object* o, Args args) {
    MemoryViewObject* v = asView(o);
    Object* out[2] = {};
    if (!wantAlive(v) || !parseArgs("cast", args, "format | shape", out)) return nullptr;
    Object *wanted = out[0], *shape = out[1];
    if (!isStr(wanted)) return raise(exc::TypeError, "cast() argument 'format' must be str, not {}", isNone(wanted) ? "None" : wanted->type->name);
    if (!isContiguous(v, ItemOrder::C)) return raise(exc::TypeError, "memoryview: casts are restricted to C-contiguous views");
    if ((shape || dimensionsOf(v) != 1) && v->length == 0)
        return raise(exc::TypeError, "memoryview: cannot cast view with zeros in shape or strides");
    ssize dimensions = 1;
    if (shape) {
        if (!isList(shape) && !isTuple(shape)) return raise(exc::TypeError, "shape must be a list or a tuple");
        dimensions = lengthOf(shape);
        if (dimensions > mostDimensions) return raise(exc::ValueError, "memoryview: number of dimensions must not exceed {}", mostDimensions);
        if (dimensionsOf(v) != 1 && dimensions != 1) return raise(exc::TypeError, "memoryview: cast must be 1D -> ND or ND -> 1D");
    }
    const char format = nativeFormat(wanted);
    if (!format)
        return raise(exc::ValueError, "memoryview: destination format must be a native single character format prefixed with an optional '@'");
    if (!isByteFormat(format) && !isByteFormat(v->format)) return raise(exc::TypeError, "memoryview: cannot cast between two non-byte formats");
    const ssize bytes = v->length * v->itemSize, size = nativeItemSize(format);
    if (bytes % size) return raise(exc::TypeError, "memoryview: length is not a multiple of itemsize");
    if (!shape) return newView(v->owner, v->data, bytes / size, size, v->readOnly, format);
    Held<MemoryViewObject> made(OwnedOf<MemoryViewObject>(newShapedView(v, dimensions, format)));
    if (!made || !takeLengths(shape, shapeOf(made.get()), bytes / size, size)) return nullptr;
    noteShape(made.get());
    return made.release();
}

}

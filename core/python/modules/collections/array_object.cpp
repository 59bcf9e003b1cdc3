// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/modules/collections/array_object.h"

#include <cstdio>
#include <cstring>
#include <string>

#include "core/python/objects/containers/buffers.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/type_parts.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/bytes_object.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

Type *arrayType, *arrayIteratorType;

bool isArray(Object* o) { return isInstance(o, arrayType); }

void recordArray(ArrayObject* a) {
    if (!recording()) return;
    size_t bytes = static_cast<size_t>(a->count * a->kind->size), kept = bytes > 65536 ? 65536 : bytes;
    recorder->payloadSet(granuleOf(a), std::string_view(a->items ? a->items : "", kept), bytes);
}

bool mayResizeArray(ArrayObject* a) { return a->exports == 0 || raise(exc::BufferError, "cannot resize an array that is exporting buffers"); }

bool resizeArray(ArrayObject* a, ssize count) {
    if (count != a->count && !mayResizeArray(a)) return false;
    if (a->capacity >= count && a->count < count + 16 && a->items) {
        a->count = count;
        return true;
    }
    if (count == 0) {
        if (a->items) releaseBlock(a->items);
        a->items = nullptr;
        a->count = a->capacity = 0;
        recordResize(a);
        return true;
    }
    // The growth pattern is 0, 4, 8, 16, 25, 34, 46, 56, …
    ssize capacity = (count >> 4) + (a->count < 8 ? 3 : 7) + count;
    if (capacity > PTRDIFF_MAX / a->kind->size) return raiseMemoryError();
    size_t bytes = static_cast<size_t>(capacity * a->kind->size);
    void* items = a->items ? reallocateBlock(a->items, bytes) : allocateBlock(bytes);
    if (!items) return false;
    a->items = static_cast<char*>(items);
    a->count = count;
    a->capacity = capacity;
    recordResize(a);
    return true;
}

ArrayObject* newArray(Type* type, ssize count, const ArrayItemKind* kind) {
    if (count > PTRDIFF_MAX / 8) {
        raiseMemoryError();
        return nullptr;
    }
    ArrayObject* a = asArray(type->alloc(type, 0).pointer);
    if (!a) return nullptr;
    a->kind = kind;
    if (count > 0) {
        a->items = static_cast<char*>(allocateBlock(static_cast<size_t>(count * kind->size)));
        if (!a->items) {
            decref(a);
            return nullptr;
        }
        a->count = a->capacity = count;
        recordResize(a);
    }
    return a;
}

bool appendToArray(ArrayObject* a, Object* value) {
    char bytes[8];
    if (!a->kind->set(value, bytes)) return false; // converted first: __index__ may change the array
    ssize count = a->count;
    if (!resizeArray(a, count + 1)) return false;
    std::memcpy(arrayPlace(a, count), bytes, static_cast<size_t>(a->kind->size));
    return true;
}

bool extendArrayByIterable(ArrayObject* a, Object* iterable) {
    Held<> iterator(getIter(iterable));
    if (!iterator) return false;
    for (;;) {
        Held<> item(nextOf(iterator));
        if (!item) return !errorOccurred();
        if (!appendToArray(a, item) || !checkBreaker()) return false;
    }
}

bool extendArray(ArrayObject* a, Object* other) {
    if (!isArray(other)) return extendArrayByIterable(a, other);
    ArrayObject* b = asArray(other);
    if (a->kind != b->kind) return raise(exc::TypeError, "can only extend with array of same kind");
    ssize before = a->count, added = b->count;
    if (added == 0) return true;
    if (!resizeArray(a, before + added)) return false;
    std::memcpy(arrayPlace(a, before), b->items, static_cast<size_t>(added * a->kind->size));
    return true;
}

bool fillArrayFromBytes(ArrayObject* a, Object* source) {
    HeldBuffer buffer;
    if (!buffer.want(source)) return false;
    std::string_view bytes(reinterpret_cast<const char*>(buffer.data()), buffer.size());
    if (bytes.size() % static_cast<size_t>(a->kind->size)) return raise(exc::ValueError, "bytes length not a multiple of item size");
    ssize added = static_cast<ssize>(bytes.size()) / a->kind->size, before = a->count;
    if (added == 0) return true;
    if (!resizeArray(a, before + added)) return false;
    std::memcpy(arrayPlace(a, before), bytes.data(), bytes.size());
    return true;
}

bool fillArrayFromText(ArrayObject* a, Object* text) {
    StrObject* s = asStr(text);
    ssize before = a->count;
    if (s->length == 0) return true;
    if (!resizeArray(a, before + s->length)) return false;
    for (ssize i = 0; i < s->length; ++i) {
        uint32_t c = charAt(s, i);
        std::memcpy(arrayPlace(a, before + i), &c, 4);
    }
    return true;
}

Owned listOfArray(ArrayObject* a) {
    Held<ListObject> list(newList(0));
    if (!list) return nullptr;
    for (ssize i = 0; i < a->count; ++i) {
        Owned item = arrayItemOf(a, i);
        if (!item || !listAppendStealing(list.get(), item.pointer)) return nullptr;
    }
    return list.release();
}

// Numbers that are no characters are found by who decodes them: the codec, or for `u` what makes text of wide characters.
Owned textOfArray(ArrayObject* a) {
    const auto* codes = reinterpret_cast<const uint32_t*>(a->items);
    for (ssize i = 0; i < a->count; ++i) {
        if (codes[i] <= 0x10ffff) continue;
        if (a->kind->code == 'u') {
            char shown[16];
            std::snprintf(shown, sizeof shown, "%x", codes[i]);
            return raise(exc::ValueError, "character U+{} is not in range [U+0000; U+10ffff]", std::string(shown));
        }
        Held<> bytes(newBytes(std::string_view(a->items, static_cast<size_t>(a->count) * 4))),
            decode(bytes ? getAttr(bytes, "decode") : Owned(nullptr)), codec(newStr("utf-32-le"));
        return decode && codec ? call(decode, codec) : Owned(nullptr);
    }
    return newStrFromCodePoints(codes, static_cast<size_t>(a->count));
}

bool eraseFromArray(ArrayObject* a, ssize from, ssize count) {
    if (count <= 0) return true;
    if (!mayResizeArray(a)) return false;
    std::memmove(arrayPlace(a, from), arrayPlace(a, from + count), static_cast<size_t>((a->count - from - count) * a->kind->size));
    return resizeArray(a, a->count - count);
}

ssize findInArray(ArrayObject* a, Object* value, ssize start, ssize stop) {
    for (ssize i = start; i < stop && i < a->count; ++i) {
        Held<> item(arrayItemOf(a, i));
        if (!item) return -1;
        int equal = richCompareBool(item, value, Comparison::Eq);
        if (equal < 0) return -1;
        if (equal) return i;
    }
    return -1;
}
size_t arraySize(Object* o) {
    ArrayObject* a = asArray(o);
    return static_cast<size_t>(o->type->basicSize + (a->kind ? a->capacity * a->kind->size : 0));
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <cstring>
#include <string>

#include "core/python/modules/arguments.h"
#include "core/python/modules/collections/array_formats.h"
#include "core/python/modules/collections/array_items.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/classes/generic_alias.h"
#include "core/python/objects/classes/weakref_object.h"
#include "core/python/objects/containers/buffers.h"
#include "core/python/objects/containers/iterator_objects.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/slice_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/exceptions/warnings.h"
#include "core/python/objects/model/module_types.h"
#include "core/python/objects/model/type_parts.h"
#include "core/python/objects/numbers/float_object.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/protocol/vm_hooks.h"
#include "core/python/objects/text/bytes_object.h"
#include "core/python/objects/text/str_object.h"

// array.array: numbers of one machine type in one block.

namespace memtape {

namespace {

struct ArrayObject : VarObject {
    char* items;
    ssize capacity;
    const ArrayItemKind* kind;
    Object* weakrefs;
    ssize exports;
};
static_assert(sizeof(ArrayObject) == 64);

Type *arrayType, *arrayIteratorType;

ArrayObject* asArray(Object* o) { return static_cast<ArrayObject*>(o); }
bool isArray(Object* o) { return isInstance(o, arrayType); }
bool isText(const ArrayObject* a) { return a->kind->code == 'u' || a->kind->code == 'w'; }
Owned none(bool ok) { return ok ? newNone() : Owned(nullptr); }

void recordContent(ArrayObject* a) {
    if (!recording()) return;
    size_t bytes = static_cast<size_t>(a->count * a->kind->size), kept = bytes > 65536 ? 65536 : bytes;
    recorder->payloadSet(granuleOf(a), std::string_view(a->items ? a->items : "", kept), bytes);
}

bool mayResize(ArrayObject* a) { return a->exports == 0 || raise(exc::BufferError, "cannot resize an array that is exporting buffers"); }

bool resize(ArrayObject* a, ssize count) {
    if (count != a->count && !mayResize(a)) return false;
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

char* place(ArrayObject* a, ssize i) { return a->items + i * a->kind->size; }

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

void arrayDealloc(Object* o) {
    ArrayObject* a = asArray(o);
    gcUntrack(o);
    if (a->weakrefs) clearWeakReferences(o);
    if (a->items) releaseBlock(a->items);
    a->items = nullptr;
    freeObject(o);
}
size_t arraySize(Object* o) {
    ArrayObject* a = asArray(o);
    return static_cast<size_t>(o->type->basicSize + (a->kind ? a->capacity * a->kind->size : 0));
}
int arrayTraverse(Object*, Visit, void*) { return 0; }
void arrayCells(Object*, CellVisitor&) {}

Owned itemOf(ArrayObject* a, ssize i) { return a->kind->get(place(a, i)); }

bool appendValue(ArrayObject* a, Object* value) {
    char bytes[8];
    if (!a->kind->set(value, bytes)) return false; // converted first: __index__ may change the array
    ssize count = a->count;
    if (!resize(a, count + 1)) return false;
    std::memcpy(place(a, count), bytes, static_cast<size_t>(a->kind->size));
    return true;
}

bool extendByIterable(ArrayObject* a, Object* iterable) {
    Held<> iterator(getIter(iterable));
    if (!iterator) return false;
    for (;;) {
        Held<> item(nextOf(iterator));
        if (!item) return !errorOccurred();
        if (!appendValue(a, item) || !checkBreaker()) return false;
    }
}

bool extend(ArrayObject* a, Object* other) {
    if (!isArray(other)) return extendByIterable(a, other);
    ArrayObject* b = asArray(other);
    if (a->kind != b->kind) return raise(exc::TypeError, "can only extend with array of same kind");
    ssize before = a->count, added = b->count;
    if (added == 0) return true;
    if (!resize(a, before + added)) return false;
    std::memcpy(place(a, before), b->items, static_cast<size_t>(added * a->kind->size));
    return true;
}

bool fromBytes(ArrayObject* a, Object* source) {
    HeldBuffer buffer;
    if (!buffer.want(source)) return false;
    std::string_view bytes(reinterpret_cast<const char*>(buffer.data()), buffer.size());
    if (bytes.size() % static_cast<size_t>(a->kind->size)) return raise(exc::ValueError, "bytes length not a multiple of item size");
    ssize added = static_cast<ssize>(bytes.size()) / a->kind->size, before = a->count;
    if (added == 0) return true;
    if (!resize(a, before + added)) return false;
    std::memcpy(place(a, before), bytes.data(), bytes.size());
    return true;
}

bool fromText(ArrayObject* a, Object* text) {
    StrObject* s = asStr(text);
    ssize before = a->count;
    if (s->length == 0) return true;
    if (!resize(a, before + s->length)) return false;
    for (ssize i = 0; i < s->length; ++i) {
        uint32_t c = charAt(s, i);
        std::memcpy(place(a, before + i), &c, 4);
    }
    return true;
}

Owned arrayCreate(Type* type, Args args) {
    if (initIsOf(type, arrayType) && !checkNoKeywords("array.array", args)) return nullptr;
    if (args.count < 1) return raise(exc::TypeError, "array() takes at least 1 argument (0 given)");
    if (args.count > 2) return raise(exc::TypeError, "array() takes at most 2 arguments ({} given)", args.count);
    if (!isStr(args[0]) || asStr(args[0])->length != 1)
        return raise(exc::TypeError, "array() argument 1 must be a unicode character, not {}", args[0]->type->name);
    uint32_t code = charAt(asStr(args[0]), 0);
    const ArrayItemKind* kind = arrayItemKind(code);
    Object* initial = args.count > 1 ? args[1] : nullptr;
    if (code == 'u' && !warnDeprecated("The 'u' type code is deprecated and will be removed in Python 3.16")) return nullptr;
    const bool text = code == 'u' || code == 'w', fromArray = initial && isArray(initial);
    if (initial && kind && !text && (isStr(initial) || (fromArray && isText(asArray(initial)))))
        return raise(exc::TypeError, "cannot use a {} to initialize an array with typecode '{}'", isStr(initial) ? "str" : "unicode array",
                     std::string(1, kind->code));
    if (!kind) return raise(exc::ValueError, "bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)");
    ssize count = initial && (isList(initial) || isTuple(initial)) ? static_cast<VarObject*>(initial)->count : 0;
    ArrayObject* a = newArray(type, count, kind);
    if (!a) return nullptr;
    Held<> held{Owned(a)};
    bool ok = true;
    if (count > 0) {
        std::memset(a->items, 0, static_cast<size_t>(count * kind->size));
        for (ssize i = 0; ok && i < count; ++i) {
            if (static_cast<VarObject*>(initial)->count <= i) break; // the list shrank meanwhile
            Held<> item(newRef(isList(initial) ? asList(initial)->items[i] : asTuple(initial)->items[i]));
            char bytes[8];
            ok = kind->set(item, bytes);
            if (ok) std::memcpy(place(a, i), bytes, static_cast<size_t>(kind->size));
        }
    } else if (initial && (isBytes(initial) || isByteArray(initial))) {
        ok = fromBytes(a, initial);
    } else if (initial && isStr(initial)) {
        ok = fromText(a, initial);
    } else if (initial) {
        ok = fromArray && asArray(initial)->kind == kind ? extend(a, initial) : extendByIterable(a, initial);
    }
    if (!ok) return nullptr;
    recordContent(a);
    return held.release();
}

Owned toListOf(ArrayObject* a) {
    Held<ListObject> list(newList(0));
    if (!list) return nullptr;
    for (ssize i = 0; i < a->count; ++i) {
        Owned item = itemOf(a, i);
        if (!item || !listAppendStealing(list.get(), item.pointer)) return nullptr;
    }
    return list.release();
}

// Numbers that are no characters are found by who decodes them: the codec, or for `u` what makes text of wide characters.
Owned textOf(ArrayObject* a) {
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

Owned arrayRepr(Object* o) {
    ArrayObject* a = asArray(o);
    std::string name = o->type->name, out = name.substr(name.rfind('.') + 1) + "('" + a->kind->code + '\'';
    if (a->count > 0) {
        out += ", ";
        Held<> content(isText(a) ? textOf(a) : toListOf(a));
        if (!content || !appendRepr(out, content)) return nullptr;
    }
    return newStr(out + ')');
}

Owned arrayCompare(Object* a, Object* b, Comparison op) {
    if (!isArray(a) || !isArray(b)) return notImplemented();
    ArrayObject *v = asArray(a), *w = asArray(b);
    if (v->count != w->count && (op == Comparison::Eq || op == Comparison::Ne)) return newBool(op == Comparison::Ne);
    const bool isWhole = v->kind == w->kind && v->kind->code != 'f' && v->kind->code != 'd' && v->count == w->count;
    if (isWhole && (op == Comparison::Eq || op == Comparison::Ne)) {
        const bool same = v->count == 0 || std::memcmp(v->items, w->items, static_cast<size_t>(v->count * v->kind->size)) == 0;
        return newBool(same == (op == Comparison::Eq));
    }
    for (ssize i = 0; i < v->count && i < w->count; ++i) {
        Held<> x(itemOf(v, i)), y(itemOf(w, i));
        if (!x || !y) return nullptr;
        int equal = richCompareBool(x, y, Comparison::Eq);
        if (equal < 0) return nullptr;
        if (equal) continue;
        if (op == Comparison::Eq) return newBool(false);
        if (op == Comparison::Ne) return newBool(true);
        return richCompare(x, y, op);
    }
    return newBool(answers(op, orderOf(v->count, w->count)));
}

// ---- as a buffer -------------------------------------------------------------------------------------------------------------

bool getBuffer(Object* o, uint8_t** data, size_t* size, bool* readOnly) {
    static char nothing;
    ArrayObject* a = asArray(o);
    *data = reinterpret_cast<uint8_t*>(a->items ? a->items : &nothing);
    *size = static_cast<size_t>(a->count * a->kind->size);
    *readOnly = false;
    return true;
}
void changeExports(Object* o, int by) { asArray(o)->exports += by; }
void bufferWritten(Object* o) { recordContent(asArray(o)); }
// FIXME: characters (u, w) are shown as numbers; CPython's memoryview has the format 'w' for them and reads none.
char bufferFormat(Object* o) {
    char code = asArray(o)->kind->code;
    return code == 'u' || code == 'w' ? 'I' : code;
}

// ---- as a sequence -----------------------------------------------------------------------------------------------------------

ssize arrayLength(Object* o) { return asArray(o)->count; }

Owned arrayItem(Object* o, ssize i) {
    if (static_cast<size_t>(i) >= static_cast<size_t>(asArray(o)->count)) return raise(exc::IndexError, "array index out of range");
    return itemOf(asArray(o), i);
}

bool eraseRange(ArrayObject* a, ssize from, ssize count) {
    if (count <= 0) return true;
    if (!mayResize(a)) return false;
    std::memmove(place(a, from), place(a, from + count), static_cast<size_t>((a->count - from - count) * a->kind->size));
    return resize(a, a->count - count);
}

bool arraySetItem(Object* o, ssize i, Object* value) {
    ArrayObject* a = asArray(o);
    if (static_cast<size_t>(i) >= static_cast<size_t>(a->count)) return raise(exc::IndexError, "array assignment index out of range");
    bool ok;
    if (!value) {
        ok = eraseRange(a, i, 1);
    } else {
        char bytes[8];
        ok = a->kind->set(value, bytes);
        if (ok && i >= a->count) return raise(exc::IndexError, "array assignment index out of range"); // changed meanwhile
        if (ok) std::memcpy(place(a, i), bytes, static_cast<size_t>(a->kind->size));
    }
    recordContent(a);
    return ok;
}

Owned arraySubscript(Object* o, Object* key) {
    ArrayObject* a = asArray(o);
    if (key->type->index) {
        ssize i = indexAsSize(key, exc::IndexError);
        if (i == -1 && errorOccurred()) return nullptr;
        return arrayItem(o, i < 0 ? i + a->count : i);
    }
    if (!isSlice(key)) return raise(exc::TypeError, "array indices must be integers");
    ssize start, stop, step;
    if (!sliceUnpack(key, &start, &stop, &step)) return nullptr;
    ssize count = sliceAdjust(a->count, &start, &stop, &step);
    ArrayObject* result = newArray(arrayType, count, a->kind);
    if (!result) return nullptr;
    for (ssize i = 0, from = start; i < count; ++i, from += step) std::memcpy(place(result, i), place(a, from), static_cast<size_t>(a->kind->size));
    recordContent(result);
    return Owned(result);
}

bool assignSlice(ArrayObject* a, Object* slice, Object* value) {
    ssize start, stop, step;
    if (!sliceUnpack(slice, &start, &stop, &step)) return false;
    ssize count = sliceAdjust(a->count, &start, &stop, &step);
    Held<> source;
    ssize given = 0;
    if (value) {
        if (!isArray(value)) return raise(exc::TypeError, "can only assign array (not \"{}\") to array slice", value->type->name);
        if (asArray(value)->kind != a->kind) return raise(exc::TypeError, "bad argument type for built-in operation");
        source = value == a ? arraySubscript(a, Ref<>(newSlice(nullptr, nullptr, nullptr))) : newRef(value);
        if (!source) return false;
        given = asArray(source.get())->count;
    }
    if ((given == 0 || given != count) && !mayResize(a)) return false;
    if ((step > 0 && stop < start) || (step < 0 && stop > start)) stop = start;
    if (step == 1) {
        ssize difference = given - count;
        if (difference < 0) {
            if (!eraseRange(a, start, -difference)) return false;
        } else if (difference > 0) {
            ssize before = a->count;
            if (!resize(a, before + difference)) return false;
            std::memmove(place(a, start + given), place(a, start + count), static_cast<size_t>((before - start - count) * a->kind->size));
        }
        if (given > 0) std::memcpy(place(a, start), asArray(source.get())->items, static_cast<size_t>(given * a->kind->size));
        return true;
    }
    if (!value) {
        if (step < 0) {
            start += step * (count - 1);
            step = -step;
        }
        for (ssize i = count; --i >= 0;)
            if (!eraseRange(a, start + i * step, 1)) return false;
        return true;
    }
    if (given != count) return raise(exc::ValueError, "attempt to assign array of size {} to extended slice of size {}", given, count);
    for (ssize i = 0, at = start; i < count; ++i, at += step)
        std::memcpy(place(a, at), place(asArray(source.get()), i), static_cast<size_t>(a->kind->size));
    return true;
}

bool arraySetSubscript(Object* o, Object* key, Object* value) {
    ArrayObject* a = asArray(o);
    if (key->type->index) {
        ssize i = indexAsSize(key, exc::IndexError);
        if (i == -1 && errorOccurred()) return false;
        return arraySetItem(o, i < 0 ? i + a->count : i, value);
    }
    if (!isSlice(key)) return raise(exc::TypeError, "array indices must be integers");
    bool ok = assignSlice(a, key, value);
    recordContent(a);
    return ok;
}

ssize findValue(ArrayObject* a, Object* value, ssize start, ssize stop) {
    for (ssize i = start; i < stop && i < a->count; ++i) {
        Held<> item(itemOf(a, i));
        if (!item) return -1;
        int equal = richCompareBool(item, value, Comparison::Eq);
        if (equal < 0) return -1;
        if (equal) return i;
    }
    return -1;
}
int arrayContains(Object* o, Object* value) { return findValue(asArray(o), value, 0, PTRDIFF_MAX) >= 0 ? 1 : errorOccurred() ? -1 : 0; }

Owned arrayConcat(Object* a, Object* b) {
    if (!isArray(b)) return raise(exc::TypeError, "can only append array (not \"{}\") to array", b->type->name);
    ArrayObject *v = asArray(a), *w = asArray(b);
    if (v->kind != w->kind) return raise(exc::TypeError, "bad argument type for built-in operation");
    ArrayObject* result = newArray(arrayType, v->count + w->count, v->kind);
    if (!result) return nullptr;
    if (v->count) std::memcpy(result->items, v->items, static_cast<size_t>(v->count * v->kind->size));
    if (w->count) std::memcpy(place(result, v->count), w->items, static_cast<size_t>(w->count * w->kind->size));
    recordContent(result);
    return Owned(result);
}
Owned arrayInplaceConcat(Object* a, Object* b) {
    if (!isArray(b)) return raise(exc::TypeError, "can only extend with array (not \"{}\")", b->type->name);
    if (!extend(asArray(a), b)) return nullptr;
    recordContent(asArray(a));
    return newRef(a);
}
Owned arrayRepeat(Object* o, ssize n) {
    ArrayObject* a = asArray(o);
    if (n < 0) n = 0;
    if (a->count && n > PTRDIFF_MAX / a->count) return raiseMemoryError();
    ArrayObject* result = newArray(arrayType, a->count * n, a->kind);
    if (!result) return nullptr;
    for (ssize i = 0; i < n && a->count; ++i) std::memcpy(place(result, i * a->count), a->items, static_cast<size_t>(a->count * a->kind->size));
    recordContent(result);
    return Owned(result);
}
Owned arrayInplaceRepeat(Object* o, ssize n) {
    ArrayObject* a = asArray(o);
    ssize count = a->count;
    if (n < 0) n = 0;
    if (count && n > PTRDIFF_MAX / count) return raiseMemoryError();
    if (count && !resize(a, count * n)) return nullptr;
    for (ssize i = 1; i < n && count; ++i) std::memcpy(place(a, i * count), a->items, static_cast<size_t>(count * a->kind->size));
    recordContent(a);
    return newRef(o);
}
Owned arrayIter(Object* o) { return newIndexIterator(arrayIteratorType, o, 0); }

Owned iteratorNext(Object* o) {
    IndexIteratorObject* it = static_cast<IndexIteratorObject*>(o);
    if (!it->sequence) return nullptr;
    if (it->index < asArray(it->sequence)->count) return itemOf(asArray(it->sequence), it->index++);
    dropField(it, it->sequence);
    return nullptr;
}

Owned iteratorReduce(Object* o) {
    auto* it = static_cast<IndexIteratorObject*>(o);
    Ref<> function = builtinNamed("iter");
    if (!function) return nullptr;
    Ref<> arguments(packTuple(it->sequence ? it->sequence : emptyTuple));
    if (!arguments) return nullptr;
    if (!it->sequence) return packTuple(function.get(), arguments.get());
    Ref<> index(newInt(it->index));
    return index ? packTuple(function.get(), arguments.get(), index.get()) : Owned(nullptr);
}
Owned iteratorSetState(Object* o, Object* state) {
    if (!isInt(state)) return raise(exc::TypeError, "an integer is required");
    const ssize index = indexAsSize(state, exc::OverflowError);
    if (index == -1 && errorOccurred()) return nullptr;
    auto* it = static_cast<IndexIteratorObject*>(o);
    if (it->sequence) it->index = std::clamp<ssize>(index, 0, asArray(it->sequence)->count);
    return newNone();
}

// ---- methods -----------------------------------------------------------------------------------------------------------------

Owned recorded(Object* self, bool ok) {
    recordContent(asArray(self));
    return none(ok);
}
Owned appendMethod(Object* self, Object* value) { return recorded(self, appendValue(asArray(self), value)); }
Owned extendMethod(Object* self, Object* iterable) { return recorded(self, extend(asArray(self), iterable)); }
Owned fromListMethod(Object* self, Object* list) {
    if (!isList(list)) return raise(exc::TypeError, "arg must be list");
    ArrayObject* a = asArray(self);
    ssize before = a->count;
    for (ssize i = 0; i < asList(list)->count; ++i) {
        Held<> item(newRef(asList(list)->items[i]));
        if (!appendValue(a, item)) {
            (void)resize(a, before);
            return recorded(self, false);
        }
    }
    return recorded(self, true);
}
Owned fromBytesMethod(Object* self, Object* bytes) { return recorded(self, fromBytes(asArray(self), bytes)); }
Owned fromUnicodeMethod(Object* self, Object* text) {
    if (!isStr(text)) return raise(exc::TypeError, "fromunicode() argument must be str, not {}", text->type->name);
    char code = asArray(self)->kind->code;
    if (code != 'u' && code != 'w') return raise(exc::ValueError, "fromunicode() may only be called on unicode type arrays ('u' or 'w')");
    return recorded(self, fromText(asArray(self), text));
}
Owned toUnicodeMethod(Object* self) {
    char code = asArray(self)->kind->code;
    if (code != 'u' && code != 'w') return raise(exc::ValueError, "tounicode() may only be called on unicode type arrays ('u' or 'w')");
    return textOf(asArray(self));
}
Owned toListMethod(Object* self) { return toListOf(asArray(self)); }
Owned toBytesMethod(Object* self) {
    ArrayObject* a = asArray(self);
    return newBytes(std::string_view(a->items ? a->items : "", static_cast<size_t>(a->count * a->kind->size)));
}
Owned insertMethod(Object* self, Args args) {
    ArrayObject* a = asArray(self);
    ssize at = argumentAsSize(args[0]);
    if (at == -1 && errorOccurred()) return nullptr;
    char bytes[8];
    if (!a->kind->set(args[1], bytes)) return nullptr;
    ssize count = a->count;
    if (at < 0 && (at += count) < 0) at = 0;
    if (at > count) at = count;
    if (!resize(a, count + 1)) return nullptr;
    std::memmove(place(a, at + 1), place(a, at), static_cast<size_t>((count - at) * a->kind->size));
    std::memcpy(place(a, at), bytes, static_cast<size_t>(a->kind->size));
    return recorded(self, true);
}
Owned popMethod(Object* self, Args args) {
    ArrayObject* a = asArray(self);
    ssize at = -1;
    if (args.count > 0) {
        at = argumentAsSize(args[0]);
        if (at == -1 && errorOccurred()) return nullptr;
    }
    if (a->count == 0) return raise(exc::IndexError, "pop from empty array");
    if (at < 0) at += a->count;
    if (at < 0 || at >= a->count) return raise(exc::IndexError, "pop index out of range");
    Ref<> item = itemOf(a, at);
    if (!item || !eraseRange(a, at, 1)) return nullptr;
    recordContent(a);
    return item.release();
}
Owned removeMethod(Object* self, Object* value) {
    ssize at = findValue(asArray(self), value, 0, PTRDIFF_MAX);
    if (at < 0) return errorOccurred() ? Owned(nullptr) : Owned(raise(exc::ValueError, "array.remove(x): x not in array"));
    return recorded(self, eraseRange(asArray(self), at, 1));
}
Owned indexMethod(Object* self, Args args) {
    ArrayObject* a = asArray(self);
    ssize start = 0, stop = PTRDIFF_MAX;
    if (!indexBounds(args, &start, &stop)) return nullptr;
    if (start < 0 && (start += a->count) < 0) start = 0;
    if (stop < 0) stop += a->count;
    ssize at = findValue(a, args[0], start, stop);
    if (at >= 0) return newInt(at);
    return errorOccurred() ? Owned(nullptr) : Owned(raise(exc::ValueError, "array.index(x): x not in array"));
}
Owned countMethod(Object* self, Object* value) {
    ssize found = 0;
    for (ssize at = -1; (at = findValue(asArray(self), value, at + 1, PTRDIFF_MAX)) >= 0;) ++found;
    return errorOccurred() ? Owned(nullptr) : newInt(found);
}
Owned reverseMethod(Object* self) {
    ArrayObject* a = asArray(self);
    char bytes[8];
    size_t size = static_cast<size_t>(a->kind->size);
    for (ssize low = 0, high = a->count - 1; low < high; ++low, --high) {
        std::memcpy(bytes, place(a, low), size);
        std::memcpy(place(a, low), place(a, high), size);
        std::memcpy(place(a, high), bytes, size);
    }
    return recorded(self, true);
}
Owned byteSwapMethod(Object* self) {
    ArrayObject* a = asArray(self);
    for (ssize i = 0; i < a->count; ++i) {
        char* p = place(a, i);
        for (ssize low = 0, high = a->kind->size - 1; low < high; ++low, --high) std::swap(p[low], p[high]);
    }
    return recorded(self, true);
}
Owned bufferInfoMethod(Object* self) {
    Ref<> address = newInt(static_cast<int64_t>(asArray(self)->items ? addressOf(asArray(self)->items) : 0)), count = newInt(asArray(self)->count);
    return packTuple(address.get(), count.get());
}
Owned copyMethod(Object* self) { return arrayRepeat(self, 1); }
Owned deepCopyMethod(Object* self, Object*) { return arrayRepeat(self, 1); }
Owned sizeofMethod(Object* self) { return newInt(static_cast<int64_t>(arraySize(self))); }
Owned clearMethod(Object* self) { return resize(asArray(self), 0) ? recorded(self, true) : Owned(nullptr); }
Owned toFileMethod(Object* self, Object* file) { return arrayToFile(self, file); }
Owned fromFileMethod(Object* self, Args args) {
    ssize count;
    if (!checkNoKeywords("fromfile", args)) return nullptr;
    if (args.count != 2) return raise(exc::TypeError, "fromfile() takes exactly 2 positional arguments ({} given)", args.count);
    return sizeArgument(args[1], &count) ? arrayFromFile(self, args[0], count, asArray(self)->kind->size) : Owned(nullptr);
}
Owned reconstructor(Object*, Args args) { return reconstructArray(arrayType, args); }

// From protocol 3 on the bytes as they are, with the number of their form; before, a list.
Owned reduceMethod(Object* self, Object* protocol) {
    if (!isInt(protocol)) return raise(exc::TypeError, "__reduce_ex__ argument should be an integer");
    int overflow;
    const bool asBytes = intValue(protocol, &overflow) >= 3;
    bool failed = false;
    Held<> state(findAttr(self, names::dunderDict, &failed));
    if (failed) return nullptr;
    if (!state) state = newNone();
    const char code = asArray(self)->kind->code;
    Ref<> typecode(newStrFromChar(static_cast<uint32_t>(code)));
    if (!typecode) return nullptr;
    if (!asBytes) {
        Held<> list(toListMethod(self));
        Ref<> args(list ? packTuple(typecode.get(), list.get()) : Owned(nullptr));
        return args ? packTuple(static_cast<Object*>(self->type), args.get(), state.get()) : Owned(nullptr);
    }
    Ref<> name(internStr("array"));
    Held<> module(name ? vmHooks.importModule(name) : Owned(nullptr));
    Held<> function(module ? getAttr(module, "_array_reconstructor") : Owned(nullptr));
    Held<> bytes(function ? toBytesMethod(self) : Owned(nullptr));
    Ref<> format(newInt(machineFormat(code)));
    Ref<> args(bytes && format ? packTuple(static_cast<Object*>(self->type), typecode.get(), format.get(), bytes.get()) : Owned(nullptr));
    return args ? packTuple(function.get(), args.get(), state.get()) : Owned(nullptr);
}
Owned getTypecode(Object* self) { return newStrFromChar(static_cast<uint32_t>(asArray(self)->kind->code)); }
Owned getItemSize(Object* self) { return newInt(asArray(self)->kind->size); }

const GetSetDef arrayGetsets[] = {{"typecode", getTypecode}, {"itemsize", getItemSize}, {}};
const MethodDef arrayMethods[] = {
    {"__buffer__", bufferMethod},
    {"__release_buffer__", releaseBufferMethod},
    {"append", appendMethod},
    {"clear", clearMethod},
    {"fromfile", fromFileMethod, NativeKind::Keywords},
    {"tofile", toFileMethod},
    {"buffer_info", bufferInfoMethod},
    {"byteswap", byteSwapMethod},
    {"__copy__", copyMethod},
    {"count", countMethod},
    {"__deepcopy__", deepCopyMethod},
    {"extend", extendMethod},
    {"fromlist", fromListMethod},
    {"frombytes", fromBytesMethod},
    {"fromunicode", fromUnicodeMethod},
    {"index", indexMethod, 1, 3},
    {"insert", insertMethod, 2, 2},
    {"pop", popMethod, 0, 1},
    {"__reduce_ex__", reduceMethod},
    {"remove", removeMethod},
    {"reverse", reverseMethod},
    {"tobytes", toBytesMethod},
    {"tolist", toListMethod},
    {"tounicode", toUnicodeMethod},
    {"__sizeof__", sizeofMethod},
    {"__class_getitem__", classGetItem, NativeBinding::Class},
    {},
};
const MethodDef iteratorMethods[] = {{"__reduce__", iteratorReduce}, {"__setstate__", iteratorSetState}, {}};
const Field iteratorFields[] = {{"sequence", offsetof(IndexIteratorObject, sequence)}, {}};

void defineArray(Type* t) {
    t->name = "array.array";
    t->basicSize = sizeof(ArrayObject);
    t->flags = BaseType | HaveGc | IsSequence;
    t->doc =
        "array(typecode [, initializer]) -> array\n\nReturn a new array whose items are restricted by typecode, and\ninitialized from the optional initializer value.";
    t->weaklistOffset = offsetof(ArrayObject, weakrefs);
    t->dealloc = arrayDealloc;
    t->traverse = arrayTraverse;
    t->cells = arrayCells;
    t->size = arraySize;
    t->create = arrayCreate;
    t->repr = arrayRepr;
    t->hash = hashNotImplementedSlot;
    t->richCompare = arrayCompare;
    t->iter = arrayIter;
    t->sequenceLength = t->mappingLength = arrayLength;
    t->concat = arrayConcat;
    t->repeat = arrayRepeat;
    t->item = arrayItem;
    t->setItem = arraySetItem;
    t->contains = arrayContains;
    t->inplaceConcat = arrayInplaceConcat;
    t->inplaceRepeat = arrayInplaceRepeat;
    t->subscript = arraySubscript;
    t->setSubscript = arraySetSubscript;
    t->methods = arrayMethods;
    t->getsets = arrayGetsets;
}

void defineArrayIterator(Type* t) {
    describeIterator(t, "array.arrayiterator", sizeof(IndexIteratorObject), iteratorFields, iteratorNext, iteratorMethods);
}

// An array is a MutableSequence to who asks.
bool registerAsSequence() {
    Held<> name(internStr("_collections_abc"));
    Held<> module(name ? vmHooks.importModule(name) : Owned(nullptr));
    Held<> abstract(module ? getAttr(module, "MutableSequence") : Owned(nullptr));
    Held<> enter(abstract ? getAttr(abstract, "register") : Owned(nullptr));
    return enter && Ref<>(call(enter, arrayType));
}

}

Owned makeArrayModule() {
    Ref<> module = newModule("array");
    if (!module || !addTypeToModule(module, arrayType, defineArray)) return nullptr;
    addBufferSource(arrayType, {getBuffer, changeExports, bufferWritten, bufferFormat});
    static const MethodDef functions[] = {{"_array_reconstructor", reconstructor, 4, 4}, {}};
    if (!addFunctions(module, functions)) return nullptr;
    arrayIteratorType = makeModuleType(defineArrayIterator);
    if (!arrayIteratorType || !addToModule(module, "ArrayType", newRef(arrayType))) return nullptr;
    if (!addToModule(module, "typecodes", newStr("bBuwhHiIlLqQfd"))) return nullptr;
    if (!registerAsSequence()) return nullptr;
    return module.release();
}

}

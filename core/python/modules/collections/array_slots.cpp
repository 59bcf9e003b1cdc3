// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstddef>
#include <cstring>
#include <string>

#include "core/python/modules/arguments.h"
#include "core/python/modules/collections/array_object.h"
#include "core/python/objects/classes/weakref_object.h"
#include "core/python/objects/containers/buffers.h"
#include "core/python/objects/containers/iterator_objects.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/slice_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/exceptions/warnings.h"
#include "core/python/objects/model/type_parts.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/bytes_object.h"
#include "core/python/objects/text/str_object.h"

// What an array is to the protocols: made and dropped, compared, a buffer, a sequence.

namespace memtape {

Owned arrayRepeat(Object* o, ssize n) {
    ArrayObject* a = asArray(o);
    if (n < 0) n = 0;
    if (a->count && n > PTRDIFF_MAX / a->count) return raiseMemoryError();
    ArrayObject* result = newArray(arrayType, a->count * n, a->kind);
    if (!result) return nullptr;
    for (ssize i = 0; i < n && a->count; ++i) std::memcpy(arrayPlace(result, i * a->count), a->items, static_cast<size_t>(a->count * a->kind->size));
    recordArray(result);
    return Owned(result);
}

namespace {

// ---- its life ----------------------------------------------------------------------------------------------------------------

void arrayDealloc(Object* o) {
    ArrayObject* a = asArray(o);
    gcUntrack(o);
    if (a->weakrefs) clearWeakReferences(o);
    if (a->items) releaseBlock(a->items);
    a->items = nullptr;
    freeObject(o);
}
int arrayTraverse(Object*, Visit, void*) { return 0; }
void arrayCells(Object*, CellVisitor&) {}

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
    if (initial && kind && !text && (isStr(initial) || (fromArray && isTextArray(asArray(initial)))))
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
            if (ok) std::memcpy(arrayPlace(a, i), bytes, static_cast<size_t>(kind->size));
        }
    } else if (initial && (isBytes(initial) || isByteArray(initial))) {
        ok = fillArrayFromBytes(a, initial);
    } else if (initial && isStr(initial)) {
        ok = fillArrayFromText(a, initial);
    } else if (initial) {
        ok = fromArray && asArray(initial)->kind == kind ? extendArray(a, initial) : extendArrayByIterable(a, initial);
    }
    if (!ok) return nullptr;
    recordArray(a);
    return held.release();
}

Owned arrayRepr(Object* o) {
    ArrayObject* a = asArray(o);
    std::string name = o->type->name, out = name.substr(name.rfind('.') + 1) + "('" + a->kind->code + '\'';
    if (a->count > 0) {
        out += ", ";
        Held<> content(isTextArray(a) ? textOfArray(a) : listOfArray(a));
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
        Held<> x(arrayItemOf(v, i)), y(arrayItemOf(w, i));
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
void bufferWritten(Object* o) { recordArray(asArray(o)); }
// FIXME: characters (u, w) are shown as numbers; CPython's memoryview has the format 'w' for them and reads none.
char bufferFormat(Object* o) {
    char code = asArray(o)->kind->code;
    return code == 'u' || code == 'w' ? 'I' : code;
}

// ---- as a sequence -----------------------------------------------------------------------------------------------------------

ssize arrayLength(Object* o) { return asArray(o)->count; }

Owned arrayItem(Object* o, ssize i) {
    if (static_cast<size_t>(i) >= static_cast<size_t>(asArray(o)->count)) return raise(exc::IndexError, "array index out of range");
    return arrayItemOf(asArray(o), i);
}

bool arraySetItem(Object* o, ssize i, Object* value) {
    ArrayObject* a = asArray(o);
    if (static_cast<size_t>(i) >= static_cast<size_t>(a->count)) return raise(exc::IndexError, "array assignment index out of range");
    bool ok;
    if (!value) {
        ok = eraseFromArray(a, i, 1);
    } else {
        char bytes[8];
        ok = a->kind->set(value, bytes);
        if (ok && i >= a->count) return raise(exc::IndexError, "array assignment index out of range"); // changed meanwhile
        if (ok) std::memcpy(arrayPlace(a, i), bytes, static_cast<size_t>(a->kind->size));
    }
    recordArray(a);
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
    for (ssize i = 0, from = start; i < count; ++i, from += step)
        std::memcpy(arrayPlace(result, i), arrayPlace(a, from), static_cast<size_t>(a->kind->size));
    recordArray(result);
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
    if ((given == 0 || given != count) && !mayResizeArray(a)) return false;
    if ((step > 0 && stop < start) || (step < 0 && stop > start)) stop = start;
    if (step == 1) {
        ssize difference = given - count;
        if (difference < 0) {
            if (!eraseFromArray(a, start, -difference)) return false;
        } else if (difference > 0) {
            ssize before = a->count;
            if (!resizeArray(a, before + difference)) return false;
            std::memmove(arrayPlace(a, start + given), arrayPlace(a, start + count), static_cast<size_t>((before - start - count) * a->kind->size));
        }
        if (given > 0) std::memcpy(arrayPlace(a, start), asArray(source.get())->items, static_cast<size_t>(given * a->kind->size));
        return true;
    }
    if (!value) {
        if (step < 0) {
            start += step * (count - 1);
            step = -step;
        }
        for (ssize i = count; --i >= 0;)
            if (!eraseFromArray(a, start + i * step, 1)) return false;
        return true;
    }
    if (given != count) return raise(exc::ValueError, "attempt to assign array of size {} to extended slice of size {}", given, count);
    for (ssize i = 0, at = start; i < count; ++i, at += step)
        std::memcpy(arrayPlace(a, at), arrayPlace(asArray(source.get()), i), static_cast<size_t>(a->kind->size));
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
    recordArray(a);
    return ok;
}

int arrayContains(Object* o, Object* value) { return findInArray(asArray(o), value, 0, PTRDIFF_MAX) >= 0 ? 1 : errorOccurred() ? -1 : 0; }

Owned arrayConcat(Object* a, Object* b) {
    if (!isArray(b)) return raise(exc::TypeError, "can only append array (not \"{}\") to array", b->type->name);
    ArrayObject *v = asArray(a), *w = asArray(b);
    if (v->kind != w->kind) return raise(exc::TypeError, "bad argument type for built-in operation");
    ArrayObject* result = newArray(arrayType, v->count + w->count, v->kind);
    if (!result) return nullptr;
    if (v->count) std::memcpy(result->items, v->items, static_cast<size_t>(v->count * v->kind->size));
    if (w->count) std::memcpy(arrayPlace(result, v->count), w->items, static_cast<size_t>(w->count * w->kind->size));
    recordArray(result);
    return Owned(result);
}
Owned arrayInplaceConcat(Object* a, Object* b) {
    if (!isArray(b)) return raise(exc::TypeError, "can only extend with array (not \"{}\")", b->type->name);
    if (!extendArray(asArray(a), b)) return nullptr;
    recordArray(asArray(a));
    return newRef(a);
}
Owned arrayInplaceRepeat(Object* o, ssize n) {
    ArrayObject* a = asArray(o);
    ssize count = a->count;
    if (n < 0) n = 0;
    if (count && n > PTRDIFF_MAX / count) return raiseMemoryError();
    if (count && !resizeArray(a, count * n)) return nullptr;
    for (ssize i = 1; i < n && count; ++i) std::memcpy(arrayPlace(a, i * count), a->items, static_cast<size_t>(count * a->kind->size));
    recordArray(a);
    return newRef(o);
}
Owned arrayIter(Object* o) { return newIndexIterator(arrayIteratorType, o, 0); }

Owned iteratorNext(Object* o) {
    IndexIteratorObject* it = static_cast<IndexIteratorObject*>(o);
    if (!it->sequence) return nullptr;
    if (it->index < asArray(it->sequence)->count) return arrayItemOf(asArray(it->sequence), it->index++);
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

const MethodDef iteratorMethods[] = {{"__reduce__", iteratorReduce}, {"__setstate__", iteratorSetState}, {}};
const Field iteratorFields[] = {{"sequence", offsetof(IndexIteratorObject, sequence)}, {}};

}

void setArraySlots(Type* t) {
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
}

void addArrayBuffer() { addBufferSource(arrayType, {getBuffer, changeExports, bufferWritten, bufferFormat}); }

void defineArrayIterator(Type* t) {
    describeIterator(t, "array.arrayiterator", sizeof(IndexIteratorObject), iteratorFields, iteratorNext, iteratorMethods);
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstring>
#include <string>

#include "core/python/objects/classes/generic_alias.h"
#include "core/python/objects/containers/held_items.h"
#include "core/python/objects/containers/item_equals.h"
#include "core/python/objects/containers/iterator_objects.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/slice_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/type_parts.h"
#include "core/python/objects/protocol/protocol.h"

// What a program can do with a list: slots and methods.

namespace memtape {

void listDealloc(Object* o);

namespace {

int listTraverse(Object* o, Visit visit, void* context) {
    ListObject* list = asList(o);
    for (ssize i = list->count; --i >= 0;)
        if (list->items[i])
            if (int stop = visit(list->items[i], context)) return stop;
    return 0;
}

void listCells(Object* o, CellVisitor& visitor) {
    ListObject* list = asList(o);
    visitItems(visitor, list->items, list->count);
}

size_t listSize(Object* o) { return static_cast<size_t>(o->type->basicSize + asList(o)->capacity * static_cast<ssize>(sizeof(Object*))); }

void listClearSlot(Object* o) { listClear(asList(o)); }

Owned listRepr(Object* o) {
    ListObject* list = asList(o);
    if (list->count == 0) return newStr("[]");
    int entered = reprEnter(o);
    if (entered != 0) return entered > 0 ? newStr("[...]") : Owned(nullptr);
    std::string out = "[";
    for (ssize i = 0; i < list->count; ++i) { // the list may change while an item says what it is
        if (i > 0) out += ", ";
        Held<> item(newRef(list->items[i]));
        if (!appendRepr(out, item)) {
            reprLeave(o);
            return nullptr;
        }
    }
    out += ']';
    reprLeave(o);
    return newStr(out);
}

Owned listCompare(Object* a, Object* b, Comparison op) {
    if (!isList(a) || !isList(b)) return notImplemented();
    ListObject *v = asList(a), *w = asList(b);
    if (v->count != w->count && (op == Comparison::Eq || op == Comparison::Ne)) return newBool(op == Comparison::Ne);
    ssize i = 0;
    for (; i < v->count && i < w->count; ++i) {
        Object *x = v->items[i], *y = w->items[i];
        if (x == y) continue;
        Held<> keepY(newRef(y));
        int equal = itemEquals(x, y);
        if (equal < 0) return nullptr;
        if (!equal) break;
    }
    if (i >= v->count || i >= w->count) return newBool(answers(op, orderOf(v->count, w->count)));
    if (op == Comparison::Eq) return newBool(false);
    if (op == Comparison::Ne) return newBool(true);
    Held<> x(newRef(v->items[i])), y(newRef(w->items[i]));
    return richCompare(x, y, op);
}

ssize listLength(Object* o) { return asList(o)->count; }

int listContains(Object* o, Object* value) {
    ListObject* list = asList(o);
    for (ssize i = 0; i < list->count; ++i)
        if (int equal = itemEquals(list->items[i], value)) return equal;
    return 0;
}

Owned listItem(Object* o, ssize i) {
    ListObject* list = asList(o);
    if (static_cast<size_t>(i) >= static_cast<size_t>(list->count)) return raise(exc::IndexError, "list index out of range");
    return newRef(list->items[i]);
}

bool listSetItemSlot(Object* o, ssize i, Object* value) {
    ListObject* list = asList(o);
    if (static_cast<size_t>(i) >= static_cast<size_t>(list->count)) return raise(exc::IndexError, "list assignment index out of range");
    if (!value) {
        // The block keeps its size, unlike after a slice has been deleted.
        Object* old = list->items[i];
        std::memmove(list->items + i, list->items + i + 1, static_cast<size_t>(list->count - i - 1) * sizeof(Object*));
        --list->count;
        recordErase(list, static_cast<uint32_t>(i), 1);
        decref(old);
        return true;
    }
    return listSetItem(list, i, newRef(value));
}

Owned listSubscript(Object* o, Object* key) {
    ListObject* list = asList(o);
    if (isExactInt(key) && isCompactInt(key)) {
        ssize i = compactValue(key);
        return listItem(o, i < 0 ? i + list->count : i);
    }
    if (key->type->index) {
        ssize i = indexAsSize(key, exc::IndexError);
        if (i == -1 && errorOccurred()) return nullptr;
        return listItem(o, i < 0 ? i + list->count : i);
    }
    if (!isSlice(key)) return raise(exc::TypeError, "list indices must be integers or slices, not {}", key->type->name);
    ssize start, stop, step;
    if (!sliceUnpack(key, &start, &stop, &step)) return nullptr;
    ssize count = sliceAdjust(list->count, &start, &stop, &step); // after unpacking: __index__ may have changed the list
    if (count <= 0) return newList(0);
    if (step == 1) return listSlice(list, start, stop);
    OwnedOf<ListObject> made = newListWithRoom(count);
    if (!made) return nullptr;
    ListObject* result = made.pointer;
    for (ssize i = 0, from = start; i < count; ++i, from += step) {
        incref(list->items[from]);
        result->items[i] = list->items[from];
    }
    result->count = count;
    recordCells(result);
    return made;
}

// del list[start:stop:step] with a step other than 1.
bool deleteExtendedSlice(ListObject* list, ssize start, ssize stop, ssize step, ssize count) {
    if (count <= 0) return true;
    if (step < 0) {
        stop = start + 1;
        start = stop + step * (count - 1) - 1;
        step = -step;
    }
    Object** garbage = static_cast<Object**>(std::malloc(static_cast<size_t>(count) * sizeof(Object*)));
    if (!garbage) return raiseMemoryError();
    // Each stretch between two deleted items moves down by the number of those deleted before it.
    for (ssize i = 0; i < count; ++i) {
        ssize at = start + i * step, left = list->count - at - 1, stretch = i + 1 < count ? step - 1 : left;
        garbage[i] = list->items[at];
        std::memmove(list->items + at - i, list->items + at + 1, static_cast<size_t>(stretch) * sizeof(Object*));
    }
    list->count -= count;
    recordTruncate(list, CellKind::Item, static_cast<uint32_t>(list->count));
    recordRefill(list, CellKind::Item);
    bool ok = listResize(list, list->count);
    // CPython drops them from the first to the last.
    for (ssize low = 0, high = count - 1; low < high; ++low, --high) std::swap(garbage[low], garbage[high]);
    dropReferences(garbage, count);
    std::free(garbage);
    return ok;
}

// start and stop as the slice has them: what gives the values may change the list, so the places are counted only when all are there.
bool assignExtendedSlice(ListObject* list, Object* value, ssize start, ssize stop, ssize step) {
    Held<> source;
    if (value == list) source = listSlice(list, 0, list->count);
    else if (isList(value) || isTuple(value)) source = newRef(value);
    else {
        Held<> iterator(getIter(value));
        if (!iterator) {
            if (errorMatches(exc::TypeError)) {
                clearError();
                return raise(exc::TypeError, "must assign iterable to extended slice");
            }
            return false;
        }
        source = sequenceToList(iterator);
    }
    if (!source) return false;
    ssize count = sliceAdjust(list->count, &start, &stop, &step);
    ssize given = static_cast<VarObject*>(source.get())->count;
    if (given != count) return raise(exc::ValueError, "attempt to assign sequence of size {} to extended slice of size {}", given, count);
    if (count == 0) return true;
    Object** values = isList(source.get()) ? asList(source.get())->items : asTuple(source.get())->items;
    Object** garbage = static_cast<Object**>(std::malloc(static_cast<size_t>(count) * sizeof(Object*)));
    if (!garbage) return raiseMemoryError();
    for (ssize i = 0, at = start; i < count; ++i, at += step) {
        garbage[count - 1 - i] = list->items[at];
        incref(values[i]);
        list->items[at] = values[i];
        recordCell(list, CellKind::Item, static_cast<uint32_t>(at), values[i]);
    }
    dropReferences(garbage, count);
    std::free(garbage);
    return true;
}

bool listSetSubscript(Object* o, Object* key, Object* value) {
    ListObject* list = asList(o);
    if (key->type->index) {
        ssize i = indexAsSize(key, exc::IndexError);
        if (i == -1 && errorOccurred()) return false;
        return listSetItemSlot(o, i < 0 ? i + list->count : i, value);
    }
    if (!isSlice(key)) return raise(exc::TypeError, "list indices must be integers or slices, not {}", key->type->name);
    ssize start, stop, step;
    if (!sliceUnpack(key, &start, &stop, &step)) return false;
    if (step != 1 && value) return assignExtendedSlice(list, value, start, stop, step);
    ssize count = sliceAdjust(list->count, &start, &stop, &step);
    if (step == 1) return listAssignSlice(list, start, stop, value);
    if ((step < 0 && start < stop) || (step > 0 && start > stop)) stop = start;
    return deleteExtendedSlice(list, start, stop, step, count);
}

Owned listConcat(Object* a, Object* b) {
    if (!isList(b)) return raise(exc::TypeError, "can only concatenate list (not \"{}\") to list", b->type->name);
    ListObject *v = asList(a), *w = asList(b);
    ssize count = v->count + w->count;
    OwnedOf<ListObject> made = newListWithRoom(count);
    if (!made) return nullptr;
    ListObject* result = made.pointer;
    for (ssize i = 0; i < v->count; ++i) {
        incref(v->items[i]);
        result->items[i] = v->items[i];
    }
    for (ssize i = 0; i < w->count; ++i) {
        incref(w->items[i]);
        result->items[v->count + i] = w->items[i];
    }
    result->count = count;
    recordCells(result);
    return made;
}

Owned listInplaceConcat(Object* a, Object* b) {
    if (!listExtend(asList(a), b)) return nullptr;
    return newRef(a);
}

Owned listRepeat(Object* o, ssize n) {
    ListObject* list = asList(o);
    if (list->count == 0 || n <= 0) return newList(0);
    if (n > PTRDIFF_MAX / list->count) return raiseMemoryError();
    OwnedOf<ListObject> made = newListWithRoom(list->count * n);
    if (!made) return nullptr;
    ListObject* result = made.pointer;
    for (ssize round = 0; round < n; ++round)
        for (ssize i = 0; i < list->count; ++i) {
            incref(list->items[i]);
            result->items[result->count++] = list->items[i];
        }
    recordCells(result);
    return made;
}

Owned listInplaceRepeat(Object* o, ssize n) {
    ListObject* list = asList(o);
    ssize count = list->count;
    if (count == 0 || n == 1) return newRef(o);
    if (n < 1) {
        listClear(list);
        return newRef(o);
    }
    if (count > PTRDIFF_MAX / n) return raiseMemoryError();
    if (!listResize(list, count * n)) return nullptr;
    for (ssize at = count; at < list->count; ++at) {
        Object* item = list->items[at - count];
        incref(item);
        list->items[at] = item;
    }
    recordRefill(list, CellKind::Item);
    return newRef(o);
}

Owned listIter(Object* o) { return newIndexIterator(types::ListIterator, o, 0); }

bool listInit(Object* self, Args args) {
    ListObject* list = asList(self);
    if (args.keywordCount() > 0 && (self->type == types::List || self->type->create == types::List->create) && !checkNoKeywords("list", args))
        return false;
    if (!checkArgCount("list", args.count, 0, 1)) return false;
    if (list->items) listClear(list);
    return args.count == 0 || listExtend(list, args[0]);
}

Owned listCreate(Type* type, Args) {
    if (type == types::List) return newList(0);
    return type->alloc(type, 0);
}

// ---- methods -----------------------------------------------------------------------------------------------------------

Owned listAppendMethod(Object* self, Object* value) {
    if (!listAppend(asList(self), value)) return nullptr;
    return newNone();
}

Owned listInsertMethod(Object* self, Args args) {
    ssize index = argumentAsSize(args[0]);
    if (index == -1 && errorOccurred()) return nullptr;
    if (!listInsert(asList(self), index, args[1])) return nullptr;
    return newNone();
}

Owned listExtendMethod(Object* self, Object* iterable) {
    if (!listExtend(asList(self), iterable)) return nullptr;
    return newNone();
}

Owned listPopMethod(Object* self, Args args) {
    ssize index = -1;
    if (args.count > 0) {
        index = argumentAsSize(args[0]);
        if (index == -1 && errorOccurred()) return nullptr;
    }
    ListObject* list = asList(self);
    if (list->count == 0) return raise(exc::IndexError, "pop from empty list");
    if (index < 0) index += list->count;
    if (static_cast<size_t>(index) >= static_cast<size_t>(list->count)) return raise(exc::IndexError, "pop index out of range");
    Object* value = list->items[index];
    ssize left = list->count - 1;
    if (left == 0) {
        Owned result = newRef(value);
        listClear(list);
        return result;
    }
    if (index < left) std::memmove(list->items + index, list->items + index + 1, static_cast<size_t>(left - index) * sizeof(Object*));
    if (index == left) recordTruncate(list, CellKind::Item, static_cast<uint32_t>(left));
    else recordErase(list, static_cast<uint32_t>(index), 1);
    if (!listResize(list, left)) return nullptr;
    return Owned(value);
}

Owned listClearMethod(Object* self) {
    listClear(asList(self));
    return newNone();
}

Owned listReverseMethod(Object* self) {
    listReverse(asList(self));
    return newNone();
}

Owned listCopyMethod(Object* self) { return listSlice(asList(self), 0, asList(self)->count); }

Owned listRemoveMethod(Object* self, Object* value) {
    ssize at = listIndexOf(asList(self), value, 0, PTRDIFF_MAX);
    if (at < 0) return errorOccurred() ? Owned(nullptr) : Owned(raise(exc::ValueError, "list.remove(x): x not in list"));
    if (!listAssignSlice(asList(self), at, at + 1, nullptr)) return nullptr;
    return newNone();
}

Owned listIndexMethod(Object* self, Args args) {
    ListObject* list = asList(self);
    ssize start = 0, stop = PTRDIFF_MAX;
    if (!indexBounds(args, &start, &stop)) return nullptr;
    if (start < 0 && (start += list->count) < 0) start = 0;
    if (stop < 0 && (stop += list->count) < 0) stop = 0;
    ssize at = listIndexOf(list, args[0], start, stop);
    if (at >= 0) return newInt(at);
    if (errorOccurred()) return nullptr;
    return raise(exc::ValueError, "{!r} is not in list", args[0]);
}

Owned listCountMethod(Object* self, Object* value) {
    ListObject* list = asList(self);
    ssize count = 0;
    for (ssize i = 0; i < list->count; ++i) {
        int equal = itemEquals(list->items[i], value);
        if (equal < 0) return nullptr;
        count += equal;
    }
    return newInt(count);
}

Owned listSortMethod(Object* self, Args args) {
    Object* given[2] = {None, False};
    if (!parseArgs("sort", args, "| $ key reverse", given)) return nullptr;
    int reverse = isTrue(given[1]);
    if (reverse < 0) return nullptr;
    if (!listSort(asList(self), isNone(given[0]) ? nullptr : given[0], reverse != 0)) return nullptr;
    return newNone();
}

Owned listReversed(Object* self) { return newIndexIterator(types::ListReverseIterator, self, asList(self)->count - 1); }

Owned listSizeof(Object* self) { return newInt(static_cast<int64_t>(listSize(self))); }

const MethodDef listMethods[] = {
    {"__getitem__", listSubscript},
    {"__reversed__", listReversed},
    {"__sizeof__", listSizeof},
    {"clear", listClearMethod},
    {"copy", listCopyMethod},
    {"append", listAppendMethod},
    {"insert", listInsertMethod, 2, 2},
    {"extend", listExtendMethod},
    {"pop", listPopMethod, 0, 1},
    {"remove", listRemoveMethod},
    {"index", listIndexMethod, 1, 3},
    {"count", listCountMethod},
    {"reverse", listReverseMethod},
    {"sort", listSortMethod, NativeKind::Keywords},
    {"__class_getitem__", classGetItem, NativeBinding::Class},
    {},
};

}

void defineListType(Type* t) {
    t->name = "list";
    t->basicSize = sizeof(ListObject);
    t->flags = BaseType | HaveGc | ListSubclass | IsSequence | MatchSelf;
    t->doc =
        "Built-in mutable sequence.\n\nIf no argument is given, the constructor creates a new empty list.\nThe argument must be an iterable if specified.";
    t->dealloc = listDealloc;
    t->traverse = listTraverse;
    t->clear = listClearSlot;
    t->cells = listCells;
    t->size = listSize;
    t->repr = listRepr;
    t->hash = hashNotImplementedSlot;
    t->richCompare = listCompare;
    t->iter = listIter;
    t->create = listCreate;
    t->init = listInit;
    t->sequenceLength = t->mappingLength = listLength;
    t->concat = listConcat;
    t->repeat = listRepeat;
    t->item = listItem;
    t->setItem = listSetItemSlot;
    t->contains = listContains;
    t->inplaceConcat = listInplaceConcat;
    t->inplaceRepeat = listInplaceRepeat;
    t->subscript = listSubscript;
    t->setSubscript = listSetSubscript;
    t->methods = listMethods;
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
// Tuples, lists, dicts and sets. What changes later (a list) is known by its number before its parts are written, so that these may refer to it; what
// never changes is there only behind its parts, and came to be written by one of them where it is recursive.
#include "core/python/modules/pickle/pickle_opcodes.h"
#include "core/python/modules/pickle/saver.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/set_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"

namespace memtape::pickle {

bool Saver::saveTuple(Object* o) {
    TupleObject* tuple = asTuple(o);
    if (!tuple->count) {
        if (protocol() >= 1) return op(opcode::EmptyTuple);
        return op(opcode::Mark) && op(opcode::Tuple);
    }
    const bool isShort = tuple->count <= 3 && protocol() >= 2;
    if (!isShort && !op(opcode::Mark)) return false;
    for (ssize i = 0; i < tuple->count; ++i)
        if (!save(tuple->items[i])) return false;
    if (m_pickler->memo.find(o) >= 0) {
        if (isShort) return popAndGet(o, tuple->count);
        return isBinary() ? op(opcode::PopMark) && popAndGet(o, 0) : popAndGet(o, tuple->count + 1);
    }
    constexpr char ofLength[] = {opcode::Tuple, opcode::Tuple1, opcode::Tuple2, opcode::Tuple3};
    return op(isShort ? ofLength[tuple->count] : opcode::Tuple) && memoize(o);
}

bool Saver::saveList(Object* o) {
    if (isBinary() ? !op(opcode::EmptyList) : !op(opcode::Mark) || !op(opcode::List)) return false;
    ListObject* list = asList(o);
    if (!memoize(o)) return false;
    if (!list->count) return true;
    if (!isBinary()) {
        Held<> iterator(getIter(o));
        return iterator && saveItems(iterator);
    }
    auto item = [&](ssize i) {
        Held<> each(newRef(list->items[i]));
        return save(each);
    };
    if (list->count == 1) return item(0) && op(opcode::Append);
    for (ssize next = 0; next < list->count;) {
        if (!op(opcode::Mark)) return false;
        for (int n = 0; n < batch && next < list->count; ++n)
            if (!item(next++)) return false;
        if (!op(opcode::Appends)) return false;
    }
    return true;
}

// A lone item at the end of a batch has an opcode of its own.
bool Saver::saveItems(Object* iterator) {
    if (!isBinary()) {
        for (;;) {
            Held<> item(nextOf(iterator));
            if (!item) return !errorOccurred();
            if (!save(item) || !op(opcode::Append)) return false;
        }
    }
    int n;
    do {
        Held<> first(nextOf(iterator));
        if (!first) return !errorOccurred();
        Held<> item(nextOf(iterator));
        if (!item) return !errorOccurred() && save(first) && op(opcode::Append);
        if (!op(opcode::Mark) || !save(first)) return false;
        for (n = 1; item;) {
            if (!save(item)) return false;
            if (++n == batch) break;
            item = nextOf(iterator);
        }
        if (errorOccurred() || !op(opcode::Appends)) return false;
    } while (n == batch);
    return true;
}

bool Saver::savePair(Object* pair) {
    if (!isTuple(pair) || asTuple(pair)->count != 2) return raise(exc::TypeError, "dict items iterator must return 2-tuples");
    return save(asTuple(pair)->items[0]) && save(asTuple(pair)->items[1]);
}

bool Saver::savePairs(Object* iterator) {
    if (!isBinary()) {
        for (;;) {
            Held<> pair(nextOf(iterator));
            if (!pair) return !errorOccurred();
            if (!savePair(pair) || !op(opcode::SetItem)) return false;
        }
    }
    int n;
    do {
        Held<> first(nextOf(iterator));
        if (!first) return !errorOccurred();
        Held<> pair(nextOf(iterator));
        if (!pair) return !errorOccurred() && savePair(first) && op(opcode::SetItem);
        if (!op(opcode::Mark) || !savePair(first)) return false;
        for (n = 1; pair;) {
            if (!savePair(pair)) return false;
            if (++n == batch) break;
            pair = nextOf(iterator);
        }
        if (errorOccurred() || !op(opcode::SetItems)) return false;
    } while (n == batch);
    return true;
}

bool Saver::saveDict(Object* o) {
    if (isBinary() ? !op(opcode::EmptyDict) : !op(opcode::Mark) || !op(opcode::Dict)) return false;
    if (!memoize(o)) return false;
    const ssize size = dictLength(o);
    if (!size) return true;
    if (!isBinary()) {
        Held<> items(callMethod(o, Held<>(internStr("items"))));
        Held<> iterator(items ? getIter(items) : Owned(nullptr));
        return iterator && savePairs(iterator);
    }
    ssize position = 0;
    auto next = [&](bool* isThere) {
        Object *key, *value;
        *isThere = dictNext(o, &position, &key, &value);
        if (!*isThere) return true;
        Held<> heldKey(newRef(key)), heldValue(newRef(value));
        return save(heldKey) && save(heldValue);
    };
    bool isThere = true;
    if (size == 1) return next(&isThere) && op(opcode::SetItem);
    while (isThere) {
        if (!op(opcode::Mark)) return false;
        int n = 0;
        for (; n < batch; ++n) {
            if (!next(&isThere)) return false;
            if (!isThere) break;
        }
        if (!op(opcode::SetItems)) return false;
        if (dictLength(o) != size) return raise(exc::RuntimeError, "dictionary changed size during iteration");
        if (n < batch) break;
    }
    return true;
}

bool Saver::saveSet(Object* o) {
    if (protocol() < 4) {
        Held<> list(sequenceToList(o));
        Held<> arguments(list ? packTuple(list.get()) : Owned(nullptr));
        return arguments && saveCall(types::Set, arguments, o);
    }
    if (!op(opcode::EmptySet) || !memoize(o)) return false;
    const ssize size = setLength(o);
    if (!size) return true;
    ssize position = 0;
    int n;
    do {
        if (!op(opcode::Mark)) return false;
        Object* key;
        for (n = 0; n < batch && setNext(o, &position, &key); ++n) {
            Held<> held(newRef(key));
            if (!save(held)) return false;
        }
        if (!op(opcode::AddItems)) return false;
        if (setLength(o) != size) return raise(exc::RuntimeError, "set changed size during iteration");
    } while (n == batch);
    return true;
}

bool Saver::saveFrozenSet(Object* o) {
    if (protocol() < 4) {
        Held<> list(sequenceToList(o));
        Held<> arguments(list ? packTuple(list.get()) : Owned(nullptr));
        return arguments && saveCall(types::FrozenSet, arguments, o);
    }
    if (!op(opcode::Mark)) return false;
    Object* key;
    for (ssize position = 0; setNext(o, &position, &key);) {
        Held<> held(newRef(key));
        if (!save(held)) return false;
    }
    if (m_pickler->memo.find(o) >= 0) return op(opcode::PopMark) && popAndGet(o, 0);
    return op(opcode::FrozenSet) && memoize(o);
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
// Tuples, lists, dicts, sets, and what is put into them.
#include "core/python/modules/pickle/loader.h"
#include "core/python/modules/pickle/pickle_opcodes.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/set_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/protocol/protocol.h"

namespace memtape::pickle {

bool Loader::loadContainer(char code, bool* isOne) {
    *isOne = true;
    UnpicklerObject* u = m_unpickler;
    ssize mark;
    switch (code) {
    case opcode::EmptyTuple: return push(newRef(emptyTuple));
    case opcode::Tuple1: return push(popTuple(u->count - 1));
    case opcode::Tuple2: return push(popTuple(u->count - 2));
    case opcode::Tuple3: return push(popTuple(u->count - 3));
    case opcode::Tuple: return takeMark(&mark) && push(popTuple(mark));
    case opcode::EmptyList: return push(newList(0));
    case opcode::List: return takeMark(&mark) && push(popList(mark));
    case opcode::EmptyDict: return push(newDict());
    case opcode::Dict: return makeDict();
    case opcode::EmptySet: return push(newSet(nullptr));
    case opcode::FrozenSet: {
        Held<> items(takeMark(&mark) ? popTuple(mark) : Owned(nullptr));
        return items && push(newFrozenSet(items));
    }
    case opcode::Append: return append(u->count - 1);
    case opcode::Appends: return takeMark(&mark) && append(mark);
    case opcode::SetItem: return setItems(u->count - 2);
    case opcode::SetItems: return takeMark(&mark) && setItems(mark);
    case opcode::AddItems: return addItems();
    default: return *isOne = false;
    }
}

bool Loader::makeDict() {
    ssize mark;
    if (!takeMark(&mark)) return false;
    UnpicklerObject* u = m_unpickler;
    if ((u->count - mark) % 2) return raise(unpicklingError, "odd number of items for DICT");
    Held<> dict(newDict());
    if (!dict) return false;
    for (ssize i = mark; i + 1 < u->count; i += 2)
        if (!dictSet(dict, u->stack[i], u->stack[i + 1])) return false;
    cut(mark);
    return push(dict.release());
}

// What lies above `from` goes into the list below it.
bool Loader::append(ssize from) {
    UnpicklerObject* u = m_unpickler;
    if (from > u->count || from <= m_fence) return underflow();
    if (from == u->count) return true;
    Held<> list(newRef(u->stack[from - 1]));
    Held<> items(popList(from));
    if (!items) return false;
    if (isExactList(list)) return listExtend(asList(list), items);
    bool failed = false;
    Held<> extend(optionalAttr(list, "extend", &failed));
    if (failed) return false;
    if (extend) {
        Held<> done(call(extend, items));
        return bool(done);
    }
    Held<> method(getAttr(list, "append"));
    for (ssize i = 0; method && i < asList(items)->count; ++i) {
        Held<> item(newRef(asList(items)->items[i]));
        Held<> done(call(method, item));
        if (!done) return false;
    }
    return bool(method);
}

bool Loader::setItems(ssize from) {
    UnpicklerObject* u = m_unpickler;
    if (from > u->count || from <= m_fence) return underflow();
    if (from == u->count) return true;
    if ((u->count - from) % 2) return raise(unpicklingError, "odd number of items for SETITEMS");
    Held<> table(newRef(u->stack[from - 1]));
    Held<> items(popList(from));
    for (ssize i = 0; items && i + 1 < asList(items)->count; i += 2) {
        Held<> key(newRef(asList(items)->items[i])), value(newRef(asList(items)->items[i + 1]));
        if (!(isExactDict(table) ? dictSet(table, key, value) : setItem(table, key, value))) return false;
    }
    return bool(items);
}

bool Loader::addItems() {
    UnpicklerObject* u = m_unpickler;
    ssize mark;
    if (!takeMark(&mark)) return false;
    if (mark > u->count || mark <= m_fence) return underflow();
    if (mark == u->count) return true;
    Held<> set(newRef(u->stack[mark - 1]));
    Held<> items(popTuple(mark));
    if (!items) return false;
    if (isInstance(set, types::Set)) return setUpdate(set, items);
    Held<> add(getAttr(set, "add"));
    for (ssize i = 0; add && i < asTuple(items)->count; ++i) {
        Held<> done(call(add, asTuple(items)->items[i]));
        if (!done) return false;
    }
    return bool(add);
}

}

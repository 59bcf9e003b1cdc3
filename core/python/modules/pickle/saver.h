// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One dump: objects become opcodes.

#include "core/python/modules/pickle/pickle_output.h"
#include "core/python/modules/pickle/pickle_parts.h"

namespace memtape::pickle {

class Saver {
public:
    explicit Saver(PicklerObject* p) : m_pickler(p), m_output(p->write) {}
    bool dump(Object* o);
    Output& output() { return m_output; }

private:
    // saver.cpp: which way an object goes
    bool save(Object* o, bool isPersistentId = false);
    bool saveByType(Object* o);
    int savePersistent(Object* o); // 1: it has an id, which is written; 0: none; −1: failed
    bool saveByReducing(Object* o);
    bool saveReduced(Object* reduced, Object* o);
    // memo
    bool memoize(Object* o);
    bool getMemoized(ssize number);
    bool popAndGet(Object* o, ssize pops); // what is recursive and came to be written meanwhile

    // saver_values.cpp
    bool saveBool(bool value);
    bool saveInt(Object* o);
    bool saveFloat(Object* o);
    bool saveText(Object* o);
    bool saveBytes(Object* o);
    bool saveByteArray(Object* o);
    bool saveBuffer(Object* o);
    bool putBytes(Object* o, std::string_view bytes);
    bool putByteArray(Object* o, std::string_view bytes);

    // saver_containers.cpp
    bool saveTuple(Object* o);
    bool saveList(Object* o);
    bool saveDict(Object* o);
    bool saveSet(Object* o);
    bool saveFrozenSet(Object* o);
    bool saveItems(Object* iterator); // APPENDS
    bool savePairs(Object* iterator); // SETITEMS
    bool savePair(Object* pair);

    // saver_reduce.cpp
    bool saveCall(Object* callable, Object* arguments /*tuple*/, Object* o); // of a call without state
    bool saveReduce(Object* reduced /*tuple*/, Object* objectOrNull);
    bool saveNewObject(Object* callable, Object* arguments, Object* objectOrNull, bool withKeywords);
    bool saveGlobal(Object* o, Object* nameOrNull);
    bool saveExtension(Object* module, Object* name, bool* isOne);
    bool saveGlobalText(Object* module, Object* name);
    bool savePath(Object* module, Object* path);
    bool saveType(Object* o);

    bool op(char opcode) { return m_output.op(opcode); }
    bool number(char opcode, uint64_t value, int bytes);
    int protocol() const { return m_pickler->protocol; }
    bool isBinary() const { return m_pickler->binary; }

    PicklerObject* m_pickler;
    Output m_output;
    Held<> m_persistentId, m_reducerOverride, m_dispatchTable; // null: none; the last: copyreg's, or the pickler's own
    static constexpr int batch = 1000;                         // parts in one opcode
};

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/modules/pickle/saver.h"

#include "core/python/modules/pickle/pickle_opcodes.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/numbers/float_object.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/bytes_object.h"
#include "core/python/objects/text/str_object.h"

namespace memtape::pickle {

bool Saver::number(char opcode, uint64_t value, int bytes) {
    char text[9] = {opcode};
    for (int i = 0; i < bytes; ++i) text[1 + i] = static_cast<char>(value >> (8 * i));
    return m_output.put({text, static_cast<size_t>(1 + bytes)});
}

bool Saver::dump(Object* o) {
    bool failed = false;
    m_persistentId = overridden(m_pickler, m_pickler->persistentId, picklerType, "persistent_id", &failed);
    if (failed) return false;
    m_reducerOverride = optionalAttr(m_pickler, "reducer_override", &failed);
    if (failed) return false;
    m_dispatchTable = m_pickler->dispatchTable ? newRef(m_pickler->dispatchTable) : attributeOf("copyreg", "dispatch_table");
    if (!m_dispatchTable) return false;
    if (protocol() >= 2) {
        if (!number(opcode::Proto, static_cast<uint64_t>(protocol()), 1)) return false;
        if (protocol() >= 4) m_output.beginFraming();
    }
    return save(o) && op(opcode::Stop) && m_output.finish();
}

// ---- memo

bool Saver::memoize(Object* o) {
    if (m_pickler->fast) return true;
    const ssize number = m_pickler->memo.count();
    if (!m_pickler->memo.add(m_pickler, o)) return false;
    if (protocol() >= 4) return op(opcode::Memoize);
    if (!isBinary()) return m_output.put(opcode::Put + std::to_string(number) + '\n');
    const bool isShort = number < 256;
    return this->number(isShort ? opcode::BinPut : opcode::LongBinPut, static_cast<uint64_t>(number), isShort ? 1 : 4);
}

bool Saver::getMemoized(ssize number) {
    if (!isBinary()) return m_output.put(opcode::Get + std::to_string(number) + '\n');
    const bool isShort = number < 256;
    return this->number(isShort ? opcode::BinGet : opcode::LongBinGet, static_cast<uint64_t>(number), isShort ? 1 : 4);
}

bool Saver::popAndGet(Object* o, ssize pops) {
    for (ssize i = 0; i < pops; ++i)
        if (!op(opcode::Pop)) return false;
    return getMemoized(m_pickler->memo.find(o));
}

// ---- which way

bool Saver::save(Object* o, bool isPersistentId) {
    if (!m_output.boundary()) return false;
    if (!isPersistentId && m_persistentId)
        if (int written = savePersistent(o)) return written > 0;
    Type* type = o->type;
    if (isNone(o)) return op(opcode::None);
    if (type == types::Bool) return saveBool(o == True);
    if (type == types::Int) return saveInt(o);
    if (type == types::Float) return saveFloat(o);
    if (ssize number = m_pickler->memo.find(o); number >= 0) return getMemoized(number);
    if (type == types::Bytes) return saveBytes(o);
    if (type == types::Str) return saveText(o);
    if (!enterNative(" while pickling an object")) return false;
    const bool good = saveByType(o);
    leaveNative();
    return good;
}

bool Saver::saveByType(Object* o) {
    Type* type = o->type;
    if (type == types::Dict) return saveDict(o);
    if (type == types::Set) return saveSet(o);
    if (type == types::FrozenSet) return saveFrozenSet(o);
    if (type == types::List) return saveList(o);
    if (type == types::Tuple) return saveTuple(o);
    if (type == types::ByteArray) return saveByteArray(o);
    if (type == bufferType) return saveBuffer(o);
    if (m_reducerOverride) {
        Held<> reduced(call(m_reducerOverride, o));
        if (!reduced) return false;
        if (reduced != NotImplemented) return saveReduced(reduced, o);
    }
    if (type == types::Type) return saveType(o);
    if (type == types::Function) return saveGlobal(o, nullptr);
    return saveByReducing(o);
}

int Saver::savePersistent(Object* o) {
    Held<> id(call(m_persistentId, o));
    if (!id) return -1;
    if (isNone(id)) return 0;
    if (isBinary()) return save(id, true) && op(opcode::BinPersId) ? 1 : -1;
    Held<> text(strOf(id));
    if (!text) return -1;
    if (!asStr(text)->ascii) return raise(picklingError, "persistent IDs in protocol 0 must be ASCII strings");
    return m_output.put(opcode::PersId + strToUtf8(text) + '\n') ? 1 : -1;
}

bool Saver::saveByReducing(Object* o) {
    Object* type = o->type;
    Held<> reduce;
    if (isExactDict(m_dispatchTable)) {
        if (Object* found = dictFind(m_dispatchTable, type)) reduce = newRef(found);
        if (!reduce && errorOccurred()) return false;
    } else {
        reduce = getItem(m_dispatchTable, type);
        if (!reduce) {
            if (!errorMatches(exc::KeyError)) return false;
            clearError();
        }
    }
    Held<> reduced;
    if (reduce) {
        reduced = call(reduce, o);
    } else if (isSubtype(o->type, types::Type)) {
        return saveGlobal(o, nullptr);
    } else {
        bool failed = false;
        reduce = optionalAttr(o, "__reduce_ex__", &failed);
        if (failed) return false;
        if (reduce) {
            Held<> number(newInt(protocol()));
            reduced = call(reduce, number);
        } else {
            reduce = optionalAttr(o, "__reduce__", &failed);
            if (failed) return false;
            if (!reduce) return raise(picklingError, "can't pickle '{}' object: {!r}", o->type->name, o);
            reduced = call(reduce);
        }
    }
    return reduced && saveReduced(reduced, o);
}

bool Saver::saveReduced(Object* reduced, Object* o) {
    if (isStr(reduced)) return saveGlobal(o, reduced);
    if (!isTuple(reduced)) return raise(picklingError, "__reduce__ must return a string or tuple");
    return saveReduce(reduced, o);
}

}

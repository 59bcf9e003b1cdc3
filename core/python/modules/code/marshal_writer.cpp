// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmp.h>

#include <cstring>
#include <unordered_map>
#include <vector>

#include "core/python/modules/code/marshal.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/set_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/numbers/float_object.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/bytes_object.h"
#include "core/python/objects/text/str_object.h"
#include "core/text/float_text.h"

namespace memtape {

namespace {

class Writer {
public:
    Writer(std::string& out, int version, MarshalCode code) : m_out(out), m_version(version), m_code(code) {}

    bool write(Object* value) {
        if (++m_depth > marshalDepth) return raise(exc::ValueError, "object too deeply nested to marshal");
        const bool ok = writeSingleton(value) || writeValue(value);
        --m_depth;
        return ok;
    }

private:
    void byte(int b) { m_out += static_cast<char>(b); }
    void number(uint32_t n, int bytes = 4) {
        for (int i = 0; i < bytes; ++i) byte(static_cast<int>(n >> (8 * i) & 0xFF));
    }
    bool size(size_t n) {
        if (n > INT32_MAX) return raise(exc::ValueError, "unmarshallable object");
        number(static_cast<uint32_t>(n));
        return true;
    }
    void type(char c) { byte(c | m_flag); }

    bool writeSingleton(Object* value) {
        const char c = value == None                 ? 'N'
                       : value == exc::StopIteration ? 'S'
                       : value == Ellipsis           ? '.'
                       : value == False              ? 'F'
                       : value == True               ? 'T'
                                                     : 0;
        if (c) byte(c);
        return c;
    }

    bool writeValue(Object* value) {
        if (isKnown(value)) return true;
        Type* t = value->type;
        if (t == types::Int) return writeInt(value);
        if (t == types::Float) return writeFloat(value);
        if (t == types::Complex) return writeComplex(static_cast<ComplexObject*>(value));
        if (t == types::Bytes) return writeBytes({reinterpret_cast<const char*>(bytesData(value)), static_cast<size_t>(bytesLength(value))});
        if (t == types::Str) return writeStr(value);
        if (t == types::Tuple) return writeTuple(asTuple(value));
        if (t == types::List) return writeList(asList(value));
        if (t == types::Dict) return writeDict(value);
        if (t == types::Set || t == types::FrozenSet) return writeSet(value);
        if (t == types::Code) return writeCode(static_cast<CodeObject*>(value));
        const uint8_t* data;
        size_t count;
        if (bufferOf(value, &data, &count)) return writeBytes({reinterpret_cast<const char*>(data), count});
        return raise(exc::ValueError, "unmarshallable object");
    }

    // What something else refers to as well is written once.
    bool isKnown(Object* value) {
        m_flag = 0;
        if (m_version < 3 || value->refcount == 1) return false;
        const auto [place, isNew] = m_known.emplace(value, static_cast<uint32_t>(m_known.size()));
        if (isNew) {
            m_flag = 0x80;
            return false;
        }
        byte('r');
        number(place->second);
        return true;
    }

    bool writeInt(Object* value) {
        int overflow = 0;
        const int64_t n = intValue(value, &overflow);
        if (!overflow && n == static_cast<int32_t>(n)) {
            type('i');
            number(static_cast<uint32_t>(n));
            return true;
        }
        mpz_t big;
        mpz_init(big);
        intToMpz(value, big);
        std::vector<uint16_t> digits((mpz_sizeinbase(big, 2) + 14) / 15);
        size_t count = 0;
        mpz_export(digits.data(), &count, -1, 2, 0, 1, big);
        const bool isNegative = mpz_sgn(big) < 0;
        mpz_clear(big);
        if (count > INT32_MAX) return raise(exc::ValueError, "unmarshallable object");
        type('l');
        number(isNegative ? static_cast<uint32_t>(-static_cast<int64_t>(count)) : static_cast<uint32_t>(count));
        for (size_t i = 0; i < count; ++i) number(digits[i], 2);
        return true;
    }

    void bits(double d) { m_out.append(reinterpret_cast<const char*>(&d), sizeof d); }
    void text(double d) {
        const std::string t = formatDouble(d, 'g', 17, false, false);
        byte(static_cast<int>(t.size()));
        m_out += t;
    }
    bool writeFloat(Object* value) {
        type(m_version > 1 ? 'g' : 'f');
        m_version > 1 ? bits(floatValue(value)) : text(floatValue(value));
        return true;
    }
    bool writeComplex(ComplexObject* value) {
        type(m_version > 1 ? 'y' : 'x');
        for (double part : {value->real, value->imaginary}) m_version > 1 ? bits(part) : text(part);
        return true;
    }

    bool writeBytes(std::string_view bytes) {
        type('s');
        if (!size(bytes.size())) return false;
        m_out += bytes;
        return true;
    }

    bool writeStr(Object* value) {
        const bool isInterned = m_version >= 3 && asStr(value)->interned != 0;
        const std::string utf8 = strToUtf8(value);
        if (m_version >= 4 && asStr(value)->ascii) {
            const bool isShort = utf8.size() < 256;
            type(isShort ? (isInterned ? 'Z' : 'z') : isInterned ? 'A' : 'a');
            if (isShort) byte(static_cast<int>(utf8.size()));
            else if (!size(utf8.size())) return false;
        } else {
            type(isInterned ? 't' : 'u');
            if (!size(utf8.size())) return false;
        }
        m_out += utf8;
        return true;
    }

    bool writeTuple(TupleObject* tuple) {
        const bool isShort = m_version >= 4 && tuple->count < 256;
        type(isShort ? ')' : '(');
        if (isShort) byte(static_cast<int>(tuple->count));
        else if (!size(static_cast<size_t>(tuple->count))) return false;
        for (ssize i = 0; i < tuple->count; ++i)
            if (!write(tuple->items[i])) return false;
        return true;
    }
    bool writeList(ListObject* list) {
        type('[');
        if (!size(static_cast<size_t>(list->count))) return false;
        for (ssize i = 0; i < list->count; ++i)
            if (!write(list->items[i])) return false;
        return true;
    }
    bool writeDict(Object* dict) {
        type('{');
        Object *key, *value;
        for (ssize position = 0; dictNext(dict, &position, &key, &value);)
            if (!write(key) || !write(value)) return false;
        byte('0');
        return true;
    }

    // In the order of the members' own bytes, so that equal sets give equal bytes.
    bool writeSet(Object* set) {
        type(set->type == types::Set ? '<' : '>');
        if (!size(static_cast<size_t>(setLength(set)))) return false;
        Held<ListObject> pairs(newList(0));
        if (!pairs) return false;
        Object* member;
        for (ssize position = 0; setNext(set, &position, &member);) {
            std::string bytes;
            if (!marshalTo(bytes, member, m_version, m_code)) return false;
            Ref<> dumped = newBytes(bytes);
            Ref<> pair = dumped ? Ref<>(packTuple(dumped.get(), member)) : Ref<>();
            if (!pair || !listAppend(pairs, pair)) return false;
        }
        if (!listSort(pairs, nullptr, false)) return false;
        for (ssize i = 0; i < pairs->count; ++i)
            if (!write(asTuple(pairs->items[i])->items[1])) return false;
        return true;
    }

    bool writeCode(CodeObject* code) {
        if (m_code == MarshalCode::Refused) return raise(exc::ValueError, "marshalling code objects is disallowed");
        type('c');
        for (uint32_t n : {code->argCount, code->posOnlyArgCount, code->kwOnlyArgCount, code->stackSize, code->flags}) number(n);
        const auto& kinds = codeUnit(code)->localsPlusKinds;
        Ref<> kindBytes = newBytes(kinds.data(), kinds.size());
        const auto attribute = [&](const char* name) {
            Ref<> value = getAttr(code, std::string_view(name));
            return value && write(value);
        };
        if (!kindBytes || !attribute("co_code") || !write(code->constants) || !write(code->names) || !write(code->localsPlusNames) ||
            !write(kindBytes) || !write(code->filename) || !write(code->name) || !write(code->qualname))
            return false;
        number(code->firstLine);
        return attribute("co_linetable") && attribute("co_exceptiontable");
    }

    std::string& m_out;
    int m_version, m_depth = 0, m_flag = 0;
    MarshalCode m_code;
    std::unordered_map<Object*, uint32_t> m_known;
};

}

bool marshalTo(std::string& out, Object* value, int version, MarshalCode code) { return Writer(out, version, code).write(value); }

}

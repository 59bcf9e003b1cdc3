// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmp.h>

#include <cstring>
#include <vector>

#include "core/python/bytecode/code_unit.h"
#include "core/python/modules/code/marshal.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/set_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/float_object.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/bytes_object.h"
#include "core/python/objects/text/codecs.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

namespace {

class Reader {
public:
    Reader(MarshalInput& input, MarshalCode code) : m_input(input), m_code(code), m_known(newList(0)) {}

    // The value, or null: with an exception, or for the '0' that ends a dict.
    Owned read() {
        if (!m_known) return nullptr;
        int type;
        if (!m_input.readByte(&type)) return nullptr;
        if (type < 0) return raise(exc::EOFError, "EOF read where object expected");
        if (++m_depth > marshalDepth) {
            --m_depth;
            return raise(exc::ValueError, "recursion limit exceeded");
        }
        Owned value = checkBreaker() ? readValue(static_cast<char>(type & 0x7F), type & 0x80) : Owned(nullptr);
        --m_depth;
        return value;
    }

    Owned readObject(const char* place) {
        Owned value = read();
        if (!value && !errorOccurred() && !interpreter.stopping) return raise(exc::TypeError, "NULL object in marshal data for {}", place);
        return value;
    }

private:
    static Failure bad(const char* what) { return raise(exc::ValueError, "bad marshal data ({})", what); }

    bool number(int bytes, uint32_t* n) {
        std::string_view data;
        if (!m_input.read(static_cast<size_t>(bytes), &data)) return false;
        *n = 0;
        for (int i = 0; i < bytes; ++i) *n |= static_cast<uint32_t>(static_cast<uint8_t>(data[static_cast<size_t>(i)])) << (8 * i);
        return true;
    }
    bool size(const char* what, size_t* n) {
        uint32_t count;
        if (!number(4, &count)) return false;
        if (count > INT32_MAX) return raise(exc::ValueError, "bad marshal data ({} size out of range)", what);
        *n = count;
        return true;
    }
    bool shortSize(size_t* n) {
        uint32_t count;
        if (!number(1, &count)) return false;
        *n = count;
        return true;
    }

    // Values that can be referred to are numbered as they begin. A place that is not filled yet holds itself out by a null in m_isKnown.
    size_t reserve(bool isShared) {
        if (!isShared) return 0;
        m_isKnown.push_back(false);
        return listAppend(m_known, None) ? m_isKnown.size() : 0;
    }
    Owned know(size_t reserved, Owned value) {
        if (!value || reserved == 0) return value;
        if (!listSetItem(m_known, static_cast<ssize>(reserved - 1), newRef(value.pointer))) {
            decref(value.pointer);
            return nullptr;
        }
        m_isKnown[reserved - 1] = true;
        return value;
    }
    Owned share(bool isShared, Owned value) { return value ? know(reserve(isShared), value) : value; }

    Owned readValue(char type, bool isShared) {
        size_t n;
        switch (type) {
        case '0': return nullptr;
        case 'N': return newNone();
        case 'S': return newRef(static_cast<Object*>(exc::StopIteration));
        case '.': return newRef(Ellipsis);
        case 'F': return newBool(false);
        case 'T': return newBool(true);
        case 'i': {
            uint32_t value;
            return number(4, &value) ? share(isShared, newInt(static_cast<int32_t>(value))) : nullptr;
        }
        case 'I': {
            uint32_t low, high;
            if (!number(4, &low) || !number(4, &high)) return nullptr;
            return share(isShared, newInt(static_cast<int64_t>(uint64_t{high} << 32 | low)));
        }
        case 'l': return share(isShared, readInt());
        case 'f':
        case 'g': {
            double value;
            return readDouble(type == 'g', &value) ? share(isShared, newFloat(value)) : nullptr;
        }
        case 'x':
        case 'y': {
            double real, imaginary;
            if (!readDouble(type == 'y', &real) || !readDouble(type == 'y', &imaginary)) return nullptr;
            return share(isShared, newComplex(real, imaginary));
        }
        case 's': {
            std::string_view data;
            return size("bytes object", &n) && m_input.read(n, &data) ? share(isShared, newBytes(data)) : nullptr;
        }
        case 'z':
        case 'Z': return shortSize(&n) ? readLatin(n, type == 'Z', isShared) : nullptr;
        case 'a':
        case 'A': return size("string", &n) ? readLatin(n, type == 'A', isShared) : nullptr;
        case 'u':
        case 't': return size("string", &n) ? readUtf8(n, type == 't', isShared) : nullptr;
        case ')': return shortSize(&n) ? readTuple(n, isShared) : nullptr;
        case '(': return size("tuple", &n) ? readTuple(n, isShared) : nullptr;
        case '[': return size("list", &n) ? readList(n, isShared) : nullptr;
        case '{': return readDict(isShared);
        case '<': return size("set", &n) ? readSet(n, isShared) : nullptr;
        case '>': return size("set", &n) ? readFrozenSet(n, isShared) : nullptr;
        case 'c': return readCode(isShared);
        case 'r': {
            uint32_t index;
            if (!number(4, &index)) return nullptr;
            if (index >= m_isKnown.size() || !m_isKnown[index]) return bad("invalid reference");
            return newRef(m_known->items[index]);
        }
        default: return bad("unknown type code");
        }
    }

    Owned readInt() {
        uint32_t raw;
        if (!number(4, &raw)) return nullptr;
        const auto signedCount = static_cast<int32_t>(raw);
        if (signedCount == INT32_MIN) return bad("long size out of range");
        const size_t count = static_cast<size_t>(signedCount < 0 ? -signedCount : signedCount);
        std::string_view data;
        if (!m_input.read(2 * count, &data)) return nullptr;
        std::vector<uint16_t> digits(count);
        if (count) std::memcpy(digits.data(), data.data(), 2 * count);
        for (uint16_t digit : digits)
            if (digit > 0x7FFF) return bad("digit out of range in long");
        if (count && digits.back() == 0) return bad("unnormalized long data");
        mpz_t value;
        mpz_init(value);
        if (count) mpz_import(value, count, -1, 2, 0, 1, digits.data());
        if (signedCount < 0) mpz_neg(value, value);
        Owned made = newIntFromMpz(value);
        mpz_clear(value);
        return made;
    }

    bool readDouble(bool isBinary, double* value) {
        std::string_view data;
        if (isBinary) return m_input.read(sizeof *value, &data) && std::memcpy(value, data.data(), sizeof *value);
        size_t n;
        if (!shortSize(&n) || !m_input.read(n, &data)) return false;
        Ref<> text = newStrFromLatin1(reinterpret_cast<const uint8_t*>(data.data()), data.size());
        Ref<> number = text ? Ref<>(floatFromText(text)) : Ref<>();
        if (number) *value = floatValue(number);
        return static_cast<bool>(number);
    }

    Owned readLatin(size_t n, bool isInterned, bool isShared) {
        std::string_view data;
        if (!m_input.read(n, &data)) return nullptr;
        return finishStr(newStrFromLatin1(reinterpret_cast<const uint8_t*>(data.data()), data.size()), isInterned, isShared);
    }
    Owned readUtf8(size_t n, bool isInterned, bool isShared) {
        std::string_view data;
        if (!m_input.read(n, &data)) return nullptr;
        return finishStr(decodeBytes(reinterpret_cast<const uint8_t*>(data.data()), data.size(), "utf-8", "surrogatepass", nullptr), isInterned,
                         isShared);
    }
    Owned finishStr(Owned text, bool isInterned, bool isShared) {
        if (text && isInterned) internInPlace(text.pointer);
        return share(isShared, text);
    }

    // A count that the input cannot hold is not believed.
    bool checkCount(size_t n) { return n <= m_input.atMost() || raise(exc::EOFError, "EOF read where object expected"); }

    Owned readTuple(size_t n, bool isShared) {
        if (!checkCount(n)) return nullptr;
        Held<TupleObject> tuple(newTuple(static_cast<ssize>(n)));
        if (!tuple) return nullptr;
        for (size_t i = 0; i < n; ++i) tuple->items[i] = newNone().pointer; // it may be met before it is complete
        if (n) recordCells(tuple);
        const size_t place = reserve(isShared);
        if (place && !Ref<>(know(place, newRef(static_cast<Object*>(tuple.get()))))) return nullptr;
        for (size_t i = 0; i < n; ++i) {
            Owned item = readObject("tuple");
            if (!item) return nullptr;
            tuple->items[i] = item.pointer;
            recordCell(tuple, CellKind::Item, static_cast<uint32_t>(i), item.pointer);
        }
        return tuple.release();
    }

    Owned readList(size_t n, bool isShared) {
        if (!checkCount(n)) return nullptr;
        Held<ListObject> list(newList(0));
        if (!list) return nullptr;
        const size_t place = reserve(isShared);
        if (place && !Ref<>(know(place, newRef(static_cast<Object*>(list.get()))))) return nullptr;
        for (size_t i = 0; i < n; ++i) {
            Held<> item(readObject("list"));
            if (!item || !listAppend(list, item)) return nullptr;
        }
        return list.release();
    }

    Owned readDict(bool isShared) {
        Held<DictObject> dict(newDict());
        if (!dict) return nullptr;
        const size_t place = reserve(isShared);
        if (place && !Ref<>(know(place, newRef(static_cast<Object*>(dict.get()))))) return nullptr;
        for (;;) {
            Held<> key(read());
            if (!key) break;
            Held<> value(read());
            if (!value) break;
            if (!dictSet(dict, key, value)) return nullptr;
        }
        return errorOccurred() || interpreter.stopping ? Owned(nullptr) : dict.release();
    }

    bool fill(Object* set, size_t n) {
        for (size_t i = 0; i < n; ++i) {
            Held<> member(readObject("set"));
            if (!member || !setAdd(set, member)) return false;
        }
        return true;
    }
    Owned readSet(size_t n, bool isShared) {
        Held<> set(newSet(nullptr));
        if (!set) return nullptr;
        const size_t place = reserve(isShared);
        if (place && !Ref<>(know(place, newRef(set.get())))) return nullptr;
        return fill(set, n) ? set.release() : nullptr;
    }
    Owned readFrozenSet(size_t n, bool isShared) {
        const size_t place = reserve(isShared);
        Held<> members(newSet(nullptr));
        if (!members || !fill(members, n)) return nullptr;
        return know(place, newFrozenSet(members));
    }

    // The names of one kind among those of all locals.
    static Owned namesOfKind(Object* names, Object* kinds, uint8_t kind) {
        Ref<ListObject> list = newList(0);
        for (ssize i = 0; list && i < asTuple(names)->count; ++i)
            if ((bytesData(kinds)[i] & kind) && !listAppend(list, asTuple(names)->items[i])) return nullptr;
        return list ? listToTuple(list) : Owned(nullptr);
    }

    Owned readCode(bool isShared) {
        if (m_code == MarshalCode::Refused) return raise(exc::ValueError, "unmarshalling code objects is disallowed");
        const size_t place = reserve(isShared);
        uint32_t counts[5], firstLine; // arguments, positional-only, keyword-only, stack, flags
        for (uint32_t& count : counts)
            if (!number(4, &count)) return nullptr;
        Held<> code(readObject("object")), constants(code ? readObject("object") : Owned(nullptr)),
            names(constants ? readObject("object") : Owned(nullptr)), locals(names ? readObject("object") : Owned(nullptr)),
            kinds(locals ? readObject("object") : Owned(nullptr)), file(kinds ? readObject("object") : Owned(nullptr)),
            name(file ? readObject("object") : Owned(nullptr)), qualname(name ? readObject("object") : Owned(nullptr));
        if (!qualname || !number(4, &firstLine)) return nullptr;
        Held<> lines(readObject("object")), exceptions(lines ? readObject("object") : Owned(nullptr));
        if (!exceptions) return nullptr;
        if (!isExactTuple(locals) || !isBytes(kinds) || asTuple(locals)->count != bytesLength(kinds))
            return raise(exc::SystemError, "bad argument to internal function");
        Held<> variables(namesOfKind(locals, kinds, LocalKind::Local)), cells(namesOfKind(locals, kinds, LocalKind::Cell)),
            frees(namesOfKind(locals, kinds, LocalKind::Free));
        if (!variables || !cells || !frees) return nullptr;
        Ref<> numbers[5], localCount = newInt(asTuple(variables)->count), line = newInt(static_cast<int32_t>(firstLine));
        for (int i = 0; i < 5; ++i) numbers[i] = newInt(static_cast<int32_t>(counts[i]));
        Object* parts[] = {numbers[0], numbers[1], numbers[2], localCount, numbers[3], numbers[4], code,       constants, names,
                           variables,  file,       name,       qualname,   line,       lines,      exceptions, frees,     cells};
        for (const Object* part : parts)
            if (!part) return nullptr;
        return know(place, call(types::Code, Args{parts, std::size(parts), nullptr}));
    }

    MarshalInput& m_input;
    MarshalCode m_code;
    int m_depth = 0;
    Held<ListObject> m_known;
    std::vector<bool> m_isKnown;
};

}

Owned unmarshal(MarshalInput& input, MarshalCode code) { return Reader(input, code).readObject("object"); }

}

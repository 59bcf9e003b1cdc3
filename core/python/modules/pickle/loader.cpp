// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/modules/pickle/loader.h"

#include "core/python/modules/pickle/pickle_opcodes.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/bytes_object.h"

namespace memtape::pickle {

// ---- input

bool Loader::askFile(Object* method, Object* argumentOrNull) {
    m_input = {};
    m_answer = argumentOrNull ? call(method, argumentOrNull) : call(method);
    if (!m_answer) return false;
    if (!isBytes(m_answer)) {
        const bool isRead = argumentOrNull;
        return raise(exc::ValueError, "{}() returned non-bytes object ({})", isRead ? "read" : "readline", m_answer->type->name);
    }
    m_input = {reinterpret_cast<const char*>(bytesData(m_answer)), static_cast<size_t>(bytesLength(m_answer))};
    m_whole = m_input.size();
    return true;
}

bool Loader::read(size_t count, std::string_view* out) {
    if (count > m_input.size()) {
        if (count > static_cast<size_t>(INT64_MAX) - (m_whole - m_input.size()))
            return raise(unpicklingError, "read would overflow (invalid bytecode)");
        if (!m_unpickler->read) return raiseTruncated();
        Held<> wanted(newIntFromUnsigned(count));
        if (!wanted || !askFile(m_unpickler->read, wanted)) return false;
        if (count > m_input.size()) return raiseTruncated();
    }
    *out = m_input.substr(0, count);
    m_input.remove_prefix(count);
    return true;
}

bool Loader::readLine(std::string_view* out, size_t shortest) {
    size_t end = m_input.find('\n');
    if (end == m_input.npos) {
        if (!m_unpickler->readLine) return raiseTruncated();
        if (!askFile(m_unpickler->readLine, nullptr)) return false;
        end = m_input.empty() || m_input.back() != '\n' ? m_input.npos : m_input.size() - 1;
        if (end == m_input.npos) return raiseTruncated();
    }
    *out = m_input.substr(0, end + 1);
    m_input.remove_prefix(end + 1);
    return out->size() >= shortest || raiseTruncated();
}

bool Loader::readNumber(int bytes, uint64_t* out) {
    std::string_view text;
    if (!read(static_cast<size_t>(bytes), &text)) return false;
    *out = 0;
    for (int i = bytes - 1; i >= 0; --i) *out = *out << 8 | static_cast<uint8_t>(text[static_cast<size_t>(i)]);
    return true;
}

bool Loader::readSized(int bytes, std::string_view* out) {
    uint64_t size;
    if (!readNumber(bytes, &size)) return false;
    return read(size, out);
}

bool Loader::readVast(const char* opcode, std::string_view* out) {
    uint64_t size;
    if (!readNumber(8, &size)) return false;
    if (size > static_cast<uint64_t>(INT64_MAX)) return raise(exc::OverflowError, "{} exceeds system's maximum size of {} bytes", opcode, INT64_MAX);
    return read(size, out);
}

// ---- stack

bool Loader::push(Owned value) {
    if (!value) return false;
    UnpicklerObject* u = m_unpickler;
    if (u->count == u->room) {
        const ssize room = u->room + (u->room >> 3) + 8;
        Object** stack = static_cast<Object**>(reallocateBlock(u->stack, static_cast<size_t>(room) * sizeof(Object*)));
        if (!stack) return decref(value.pointer), false;
        u->stack = stack;
        u->room = room;
    }
    u->stack[u->count] = value.pointer;
    recordCell(u, CellKind::Item, static_cast<uint32_t>(u->count), value.pointer);
    ++u->count;
    return true;
}

Owned Loader::pop() {
    if (!wantOne()) return nullptr;
    UnpicklerObject* u = m_unpickler;
    Owned taken(u->stack[--u->count]);
    recordTruncate(u, CellKind::Item, static_cast<uint32_t>(u->count));
    return taken;
}

void Loader::cut(ssize count) {
    UnpicklerObject* u = m_unpickler;
    while (u->count > count) {
        Held<> dropped(Owned(u->stack[--u->count]));
        recordTruncate(u, CellKind::Item, static_cast<uint32_t>(u->count));
    }
}

bool Loader::takeMark(ssize* place) {
    if (m_marks.empty()) return raise(unpicklingError, "could not find MARK");
    *place = m_marks.back();
    m_marks.pop_back();
    moveFence();
    return true;
}

Owned Loader::popTuple(ssize from) {
    UnpicklerObject* u = m_unpickler;
    if (from < m_fence) return underflow();
    Held<> tuple(newTupleOf(u->stack + from, static_cast<size_t>(u->count - from)));
    if (tuple) cut(from);
    return tuple.release();
}

Owned Loader::popList(ssize from) {
    UnpicklerObject* u = m_unpickler;
    Held<> list(newListOf(u->stack + from, u->count - from));
    if (list) cut(from);
    return list.release();
}

// ---- the loop

Loader::After Loader::step(char code) {
    if (code == opcode::Stop) return After::Stop;
    bool isOne = false;
    for (auto family : {&Loader::loadValue, &Loader::loadContainer, &Loader::loadObject, &Loader::loadStack}) {
        const bool good = (this->*family)(code, &isOne);
        if (isOne) return good ? After::Next : After::Failed;
    }
    const uint8_t byte = static_cast<uint8_t>(code);
    const bool isPlain = byte >= 0x20 && byte <= 0x7e && code != '\'' && code != '\\';
    constexpr char digits[] = "0123456789abcdef";
    const std::string shown = isPlain ? std::string(1, code) : std::string("\\x") + digits[byte >> 4] + digits[byte & 0xf];
    raise(unpicklingError, "invalid load key, '{}'.", shown);
    return After::Failed;
}

Owned Loader::load() {
    UnpicklerObject* u = m_unpickler;
    bool failed = false;
    m_persistentLoad = overridden(u, u->persistentLoad, unpicklerType, "persistent_load", &failed);
    if (failed) return nullptr;
    u->protocol = 0;
    cut(0);
    for (;;) {
        std::string_view code;
        if (!read(1, &code)) {
            if (errorMatches(unpicklingError)) clearError(), raise(exc::EOFError, "Ran out of input");
            return nullptr;
        }
        if (!checkBreaker()) return nullptr;
        m_code = code[0];
        switch (step(m_code)) {
        case After::Next: break;
        case After::Stop: return pop();
        case After::Failed: return nullptr;
        }
    }
}

Owned load(UnpicklerObject* u, std::string_view bytes) { return Loader(u, bytes).load(); }

}

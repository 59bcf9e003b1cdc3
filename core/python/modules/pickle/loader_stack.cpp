// SPDX-License-Identifier: GPL-3.0-or-later
// Marks, the memo, frames and the protocol.
#include "core/python/modules/arguments.h"
#include "core/python/modules/pickle/loader.h"
#include "core/python/modules/pickle/pickle_opcodes.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/text/str_object.h"

namespace memtape::pickle {

bool Loader::loadStack(char code, bool* isOne) {
    *isOne = true;
    UnpicklerObject* u = m_unpickler;
    uint64_t n;
    std::string_view line;
    ssize index;
    switch (code) {
    case opcode::Mark:
        m_marks.push_back(u->count);
        moveFence();
        return true;
    case opcode::Pop:
        if (!m_marks.empty() && m_marks.back() == u->count) return takeMark(&index);
        if (!wantOne()) return false;
        cut(u->count - 1);
        return true;
    case opcode::PopMark:
        if (!takeMark(&index)) return false;
        cut(index);
        return true;
    case opcode::Dup: return wantOne() && push(newRef(top()));
    case opcode::Get: return readLine(&line) && indexOf(line, &index) && getMemoized(index);
    case opcode::BinGet: return readNumber(1, &n) && getMemoized(static_cast<ssize>(n));
    case opcode::LongBinGet: return readNumber(4, &n) && getMemoized(static_cast<ssize>(n));
    case opcode::Put:
        if (!readLine(&line) || !wantOne() || !indexOf(line, &index)) return false;
        if (index < 0) return raise(exc::ValueError, "negative PUT argument");
        return memoize(u, index, top());
    case opcode::BinPut: return readNumber(1, &n) && wantOne() && memoize(u, static_cast<ssize>(n), top());
    case opcode::LongBinPut: return readNumber(4, &n) && wantOne() && memoize(u, static_cast<ssize>(n), top());
    case opcode::Memoize: return wantOne() && memoize(u, u->memoCount, top());
    case opcode::Proto:
        if (!readNumber(1, &n)) return false;
        if (n > highestProtocol) return raise(exc::ValueError, "unsupported pickle protocol: {}", n);
        u->protocol = static_cast<int>(n);
        return true;
    case opcode::Frame: {
        // Its bytes are asked for at once, and then read one after the other.
        if (!readNumber(8, &n)) return false;
        if (n > static_cast<uint64_t>(INT64_MAX)) return raise(exc::OverflowError, "FRAME length exceeds system's maximum of {} bytes", INT64_MAX);
        std::string_view frame;
        if (!read(n, &frame)) return false;
        m_input = {frame.data(), frame.size() + m_input.size()};
        return true;
    }
    default: return *isOne = false;
    }
}

bool Loader::indexOf(std::string_view line, ssize* index) {
    Held<> shown(newStr("?"));
    shown = shown ? newStrFromLatin1(reinterpret_cast<const uint8_t*>(line.data()), line.size() - 1) : Owned(nullptr);
    Held<> number(shown ? intFromBytes(line.substr(0, line.size() - 1), 10, shown) : Owned(nullptr));
    return number && sizeArgument(number, index);
}

bool Loader::getMemoized(ssize index) {
    UnpicklerObject* u = m_unpickler;
    Object* found = index >= 0 && index < u->memoRoom ? u->memo[index] : nullptr;
    return found ? push(newRef(found)) : static_cast<bool>(raise(unpicklingError, "Memo value not found at index {}", index));
}

}

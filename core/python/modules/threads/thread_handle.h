// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/python/objects/model/type.h"

namespace memtape {

// _thread._ThreadHandle: a thread by which others can wait for its end. 40 bytes with the GC head, as CPython's.
struct ThreadHandleObject : Object {
    enum class State : uint8_t { NotStarted, Running, Done };
    uint64_t identAndState; // the state in the highest byte

    uint64_t ident() const { return identAndState & ~(uint64_t{0xFF} << 56); }
    State state() const { return static_cast<State>(identAndState >> 56); }
    void become(uint64_t ident, State state) { identAndState = ident | static_cast<uint64_t>(state) << 56; }
};

extern Type* threadHandleType;
void defineThreadHandleType(Type* type);
Owned newThreadHandle(uint64_t ident, ThreadHandleObject::State state);
void finishHandle(Object* handle); // the thread is over: who waits for that goes on
bool joinHandle(Object* handle, int64_t timeoutNs);

}

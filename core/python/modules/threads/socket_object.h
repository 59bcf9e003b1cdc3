// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/python/objects/model/type.h"

namespace memtape {

// _socket.socket: one end of a pair.
struct SocketObject : Object { // 56 bytes, as CPython's
    int descriptor;            // −1: closed
    int family, kind, protocol;
    int64_t timeoutNs;
    void* unused[2];
};

constexpr int64_t noSocketTimeout = -1; // it waits for ever; 0: it never waits
extern int64_t defaultSocketTimeoutNs;
extern Type* socketType;
void defineSocketType(Type* type);
Owned newSocket(Type* type, int descriptor, const int numbers[3]);
Failure refuseNetwork();

bool readSocketInt(Object* o, int* number);
bool readSocketTimeout(Object* o, int64_t* ns); // seconds or None
Owned timeoutValue(int64_t ns);

}

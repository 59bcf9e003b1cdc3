// SPDX-License-Identifier: GPL-3.0-or-later

// _socket: pairs of sockets within the process, which is what asyncio needs to be woken by other threads, and the functions on addresses that reach nothing.
// No program reaches the network: all else is refused.

#include <arpa/inet.h>
#include <sys/socket.h>

#include <cerrno>
#include <cstring>
#include <string>

#include "core/host/channels.h"
#include "core/host/handles.h"
#include "core/python/modules/native_modules.h"
#include "core/python/modules/os/os_error.h"
#include "core/python/modules/threads/exception_class.h"
#include "core/python/modules/threads/socket_object.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/module_types.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/bytes_object.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

namespace {

// ---- pairs and descriptors

Owned socketPair(Object*, Args args) {
    int numbers[3] = {AF_UNIX, SOCK_STREAM, 0};
    for (size_t i = 0; i < args.count; ++i)
        if (!readSocketInt(args[i], &numbers[i])) return nullptr;
    if (numbers[0] != AF_UNIX || (numbers[1] & 0xF) != SOCK_STREAM) return refuseNetwork();
    int ends[2];
    if (int failed = hostSocketPair(ends)) return raiseOsError(failed);
    Held<> one(newSocket(socketType, ends[0], numbers)), other(newSocket(socketType, ends[1], numbers));
    return one && other ? packTuple(one.get(), other.get()) : Owned(nullptr);
}

Owned closeDescriptor(Object*, Object* arg) {
    int descriptor;
    if (!readSocketInt(arg, &descriptor)) return nullptr;
    int failed = hostClose(descriptor);
    return failed ? raiseOsError(failed) : Owned(newNone());
}

Owned duplicate(Object*, Object* arg) {
    int descriptor, copy;
    if (!readSocketInt(arg, &descriptor)) return nullptr;
    int failed = hostDuplicate(descriptor, copy);
    return failed ? raiseOsError(failed) : newInt(copy);
}

Owned refuse(Object*, Args) { return refuseNetwork(); }
Owned hostName(Object*) { return newStr("memtape"); }

Owned defaultTimeout(Object*) { return timeoutValue(defaultSocketTimeoutNs); }
Owned setDefaultTimeout(Object*, Object* arg) { return readSocketTimeout(arg, &defaultSocketTimeoutNs) ? newNone() : nullptr; }

// ---- numbers in the network's order

Owned swapShort(Object* arg, const char* function) {
    int64_t value;
    Held<> whole(numberIndex(arg));
    if (!whole) return nullptr;
    int overflow = 0;
    value = intValue(whole, &overflow);
    if (overflow < 0 || value < 0) return raise(exc::OverflowError, "{}: can't convert negative Python int to C 16-bit unsigned integer", function);
    if (overflow || value > 0xFFFF) return raise(exc::OverflowError, "{}: Python int too large to convert to C 16-bit unsigned integer", function);
    return newInt(htons(static_cast<uint16_t>(value)));
}

Owned swapLong(Object*, Object* arg) {
    if (!isInt(arg)) return raise(exc::TypeError, "expected int, {} found", arg->type->name);
    int overflow = 0;
    int64_t value = intValue(arg, &overflow);
    if (overflow < 0 || value < 0) return raise(exc::OverflowError, "can't convert negative value to unsigned int");
    if (overflow || value > UINT32_MAX) return raise(exc::OverflowError, "int larger than 32 bits");
    return newInt(htonl(static_cast<uint32_t>(value)));
}

Owned toNetworkShort(Object*, Object* arg) { return swapShort(arg, "htons"); }
Owned toHostShort(Object*, Object* arg) { return swapShort(arg, "ntohs"); }

// ---- texts of addresses

Owned packAddress(Object*, Object* arg) {
    if (!isStr(arg)) return raise(exc::TypeError, "inet_aton() argument 1 must be str, not {}", arg->type->name);
    in_addr address;
    if (!inet_aton(strToUtf8(arg).c_str(), &address)) return raise(exc::OSError, "illegal IP address string passed to inet_aton");
    return newBytes({reinterpret_cast<const char*>(&address), sizeof address});
}

Owned unpackAddress(Object*, Object* arg) {
    const uint8_t* data;
    size_t size;
    if (!bufferOf(arg, &data, &size)) return raise(exc::TypeError, "a bytes-like object is required, not '{}'", arg->type->name);
    if (size != sizeof(in_addr)) return raise(exc::OSError, "packed IP wrong length for inet_ntoa");
    char text[INET_ADDRSTRLEN];
    return newStr(inet_ntop(AF_INET, data, text, sizeof text));
}

Owned packFamily(Object*, Args args) {
    int family;
    if (!readSocketInt(args[0], &family)) return nullptr;
    if (!isStr(args[1])) return raise(exc::TypeError, "inet_pton() argument 2 must be str, not {}", args[1]->type->name);
    in6_addr address;
    if (family != AF_INET && family != AF_INET6) return raiseOsError(EAFNOSUPPORT);
    if (inet_pton(family, strToUtf8(args[1]).c_str(), &address) != 1) return raise(exc::OSError, "illegal IP address string passed to inet_pton");
    return newBytes({reinterpret_cast<const char*>(&address), family == AF_INET ? sizeof(in_addr) : sizeof(in6_addr)});
}

Owned unpackFamily(Object*, Args args) {
    int family;
    const uint8_t* data;
    size_t size;
    if (!readSocketInt(args[0], &family)) return nullptr;
    if (!bufferOf(args[1], &data, &size)) return raise(exc::TypeError, "a bytes-like object is required, not '{}'", args[1]->type->name);
    if (family != AF_INET && family != AF_INET6) return raise(exc::ValueError, "unknown address family {}", family);
    if (size != (family == AF_INET ? sizeof(in_addr) : sizeof(in6_addr))) return raise(exc::ValueError, "invalid length of packed IP address string");
    char text[INET6_ADDRSTRLEN];
    return newStr(inet_ntop(family, data, text, sizeof text));
}

// The room of a control message: its head and the data, padded at the end or not.
Owned controlLength(Object*, Object* arg) {
    int size;
    if (!readSocketInt(arg, &size)) return nullptr;
    if (size < 0) return raise(exc::OverflowError, "CMSG_LEN() argument out of range");
    return newInt(static_cast<int64_t>(CMSG_LEN(static_cast<size_t>(size))));
}
Owned controlSpace(Object*, Object* arg) {
    int size;
    if (!readSocketInt(arg, &size)) return nullptr;
    if (size < 0) return raise(exc::OverflowError, "CMSG_SPACE() argument out of range");
    return newInt(static_cast<int64_t>(CMSG_SPACE(static_cast<size_t>(size))));
}

const MethodDef functions[] = {
    {"gethostbyname", refuse, NativeKind::Keywords},
    {"gethostbyname_ex", refuse, NativeKind::Keywords},
    {"gethostbyaddr", refuse, NativeKind::Keywords},
    {"gethostname", hostName},
    {"sethostname", refuse, NativeKind::Keywords},
    {"getservbyname", refuse, NativeKind::Keywords},
    {"getservbyport", refuse, NativeKind::Keywords},
    {"getprotobyname", refuse, NativeKind::Keywords},
    {"close", closeDescriptor},
    {"dup", duplicate},
    {"socketpair", socketPair, 0, 3},
    {"ntohs", toHostShort},
    {"ntohl", swapLong},
    {"htons", toNetworkShort},
    {"htonl", swapLong},
    {"inet_aton", packAddress},
    {"inet_ntoa", unpackAddress},
    {"inet_pton", packFamily, 2, 2},
    {"inet_ntop", unpackFamily, 2, 2},
    {"getaddrinfo", refuse, NativeKind::Keywords},
    {"getnameinfo", refuse, NativeKind::Keywords},
    {"getdefaulttimeout", defaultTimeout},
    {"setdefaulttimeout", setDefaultTimeout},
    {"if_nameindex", refuse, NativeKind::Keywords},
    {"if_nametoindex", refuse, NativeKind::Keywords},
    {"if_indextoname", refuse, NativeKind::Keywords},
    {"CMSG_LEN", controlLength},
    {"CMSG_SPACE", controlSpace},
    {},
};

struct NumberName {
    const char* name;
    int64_t value;
};
const NumberName numbers[] = {
#define SOCKET_NUMBER(name, value) {#name, value},
#include "core/python/modules/threads/socket_numbers.def"
#undef SOCKET_NUMBER
};

bool addErrors(Object* m) {
    for (const char* name : {"herror", "gaierror"}) {
        Type* made = newExceptionClass("socket", name, exc::OSError);
        if (!made || !addToModule(m, name, newRef(made))) return false;
    }
    return addToModule(m, "error", newRef(exc::OSError)) && addToModule(m, "timeout", newRef(exc::TimeoutError));
}

}

int64_t defaultSocketTimeoutNs = noSocketTimeout;

Failure refuseNetwork() { return raiseRefusal(EPERM, "Memtape lets no program use the network"); }

Owned makeSocketModule() {
    defaultSocketTimeoutNs = noSocketTimeout;
    Ref<> m = newModule("_socket");
    if (!m || !addFunctions(m, functions) || !addErrors(m) || !addTypeToModule(m, socketType, defineSocketType)) return nullptr;
    if (!addToModule(m, "SocketType", newRef(socketType)) || !addToModule(m, "has_ipv6", newBool(true))) return nullptr;
    for (const NumberName& n : numbers)
        if (!addToModule(m, n.name, newInt(n.value))) return nullptr;
    return m.release();
}

}

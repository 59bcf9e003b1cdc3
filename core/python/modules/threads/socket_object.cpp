// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/modules/threads/socket_object.h"

#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstddef>
#include <string>

#include "core/host/channels.h"
#include "core/host/handles.h"
#include "core/python/modules/os/os_error.h"
#include "core/python/modules/threads/descriptor_waits.h"
#include "core/python/modules/threads/timeout.h"
#include "core/python/objects/containers/buffers.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/exceptions/warnings.h"
#include "core/python/objects/model/cycle_collector.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/float_object.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/bytes_object.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

Type* socketType = nullptr;

namespace {

RuntimeCache socketTypes([] { socketType = nullptr; });

SocketObject* socket(Object* o) { return static_cast<SocketObject*>(o); }

// ---- waiting

// Until poll()'s bits show that something can be done. False: an exception is pending.
bool waitUntil(Object* o, int bits) {
    int descriptor = socket(o)->descriptor;
    if (descriptor < 0) return raiseOsError(EBADF);
    int64_t timeout = socket(o)->timeoutNs;
    if (timeout == 0) return true;
    Held<> keep(newRef(o));
    int ready = waitForDescriptors(timeout, [descriptor, bits] { return (hostPollBits(descriptor) & (bits | POLLHUP | POLLERR | POLLNVAL)) != 0; });
    if (ready < 0) return false;
    return ready ? true : raise(exc::TimeoutError, "timed out");
}

// Reads or writes without waiting: who may wait has waited.
class WithoutWaiting {
public:
    explicit WithoutWaiting(int descriptor) : m_flags(hostHandleFlags(descriptor)), m_before(m_flags && m_flags->blocking) {
        if (m_flags) m_flags->blocking = false;
    }
    ~WithoutWaiting() {
        if (m_flags) m_flags->blocking = m_before;
    }

private:
    HandleFlags* m_flags;
    bool m_before;
};

// ---- receiving

bool receiveSize(Object* o, const char* function, ssize* size) {
    *size = indexAsSize(o, exc::OverflowError);
    if (*size == -1 && errorOccurred()) return false;
    return *size < 0 ? raise(exc::ValueError, "negative buffersize in {}", function) : true;
}

bool receiveInto(Object* o, ssize size, int flags, std::string& bytes) {
    if (!waitUntil(o, POLLIN)) return false;
    int descriptor = socket(o)->descriptor;
    WithoutWaiting quick(descriptor);
    constexpr ssize most = 65536; // of what a channel holds
    size_t room = static_cast<size_t>(std::min(size, most)), got = 0;
    int failed;
    if (flags & MSG_PEEK) {
        failed = hostPeek(descriptor, room, bytes);
    } else {
        bytes.resize(room);
        failed = hostReadHandle(descriptor, bytes.data(), room, got);
        bytes.resize(got);
    }
    return failed ? raiseOsError(failed) : true;
}

Owned receive(Object* o, Args args) {
    if (args.count < 1) return raise(exc::TypeError, "recv() takes at least 1 argument (0 given)");
    ssize size;
    int flags = 0;
    std::string bytes;
    if (!receiveSize(args[0], "recv", &size) || (args.count > 1 && !readSocketInt(args[1], &flags)) || !receiveInto(o, size, flags, bytes))
        return nullptr;
    return newBytes(bytes);
}

Owned receiveFrom(Object* o, Args args) {
    Held<> bytes(receive(o, args));
    return bytes ? packTuple(bytes.get(), None) : Owned(nullptr);
}

Owned receiveIntoBuffer(Object* o, Args args) {
    Object* p[3] = {};
    if (!parseArgs("recv_into", args, "buffer | nbytes flags", p)) return nullptr;
    WritableBuffer target;
    if (!target.want(p[0], "recv_into", "argument 1")) return nullptr;
    ssize size = 0, room = static_cast<ssize>(target.size());
    int flags = 0;
    if (p[1] && !receiveSize(p[1], "recv_into", &size)) return nullptr;
    if (p[2] && !readSocketInt(p[2], &flags)) return nullptr;
    if (size == 0) size = room;
    if (size > room) return raise(exc::ValueError, "buffer too small for requested bytes");
    std::string bytes;
    if (!receiveInto(o, size, flags, bytes)) return nullptr;
    target.fill(0, bytes.data(), bytes.size());
    return newInt(static_cast<int64_t>(bytes.size()));
}

// ---- sending

ssize sendSome(Object* o, std::string_view bytes) {
    if (!waitUntil(o, POLLOUT)) return -1;
    WithoutWaiting quick(socket(o)->descriptor);
    size_t written = 0;
    if (int failed = hostWriteHandle(socket(o)->descriptor, bytes, written)) {
        raiseOsError(failed);
        return -1;
    }
    return static_cast<ssize>(written);
}

bool bytesToSend(Args args, const char* function, std::string* bytes) {
    if (args.count < 1) return raise(exc::TypeError, "{}() takes at least 1 argument (0 given)", function);
    const uint8_t* data;
    size_t size;
    if (!bufferOf(args[0], &data, &size)) return raise(exc::TypeError, "a bytes-like object is required, not '{}'", args[0]->type->name);
    bytes->assign(reinterpret_cast<const char*>(data), size); // others may run meanwhile
    return true;
}

Owned sendBytes(Object* o, Args args) {
    std::string bytes;
    if (!bytesToSend(args, "send", &bytes)) return nullptr;
    ssize sent = sendSome(o, bytes);
    return sent < 0 ? Owned(nullptr) : newInt(sent);
}

Owned sendAll(Object* o, Args args) {
    std::string bytes;
    if (!bytesToSend(args, "sendall", &bytes)) return nullptr;
    for (size_t done = 0; done < bytes.size();) {
        ssize sent = sendSome(o, std::string_view(bytes).substr(done));
        if (sent < 0) return nullptr;
        done += static_cast<size_t>(sent);
    }
    return newNone();
}

// ---- the end

int closeIt(Object* o) {
    int descriptor = std::exchange(socket(o)->descriptor, -1);
    return descriptor >= 0 ? hostClose(descriptor) : 0;
}

Owned closeSocket(Object* o) {
    int failed = closeIt(o);
    return failed ? raiseOsError(failed) : Owned(newNone());
}
Owned detach(Object* o) { return newInt(std::exchange(socket(o)->descriptor, -1)); }

Owned shutDown(Object* o, Object* arg) {
    int how;
    if (!readSocketInt(arg, &how)) return nullptr;
    int failed = how < SHUT_RD || how > SHUT_RDWR ? EINVAL : hostShutDown(socket(o)->descriptor, how);
    return failed ? raiseOsError(failed) : Owned(newNone());
}

// ---- settings

Owned fileNumber(Object* o) { return newInt(socket(o)->descriptor); }
Owned emptyAddress(Object* o) { return socket(o)->descriptor < 0 ? raiseOsError(EBADF) : newStr(""); }
Owned getBlocking(Object* o) { return newBool(socket(o)->timeoutNs != 0); }
Owned getTimeout(Object* o) { return timeoutValue(socket(o)->timeoutNs); }

Owned setTimeout(Object* o, int64_t ns) {
    socket(o)->timeoutNs = ns;
    if (HandleFlags* flags = hostHandleFlags(socket(o)->descriptor)) flags->blocking = ns == noSocketTimeout;
    return newNone();
}
Owned setBlocking(Object* o, Object* arg) {
    int blocks = isTrue(arg);
    return blocks < 0 ? Owned(nullptr) : setTimeout(o, blocks ? noSocketTimeout : 0);
}
Owned setTimeoutTo(Object* o, Object* arg) {
    int64_t ns;
    return readSocketTimeout(arg, &ns) ? setTimeout(o, ns) : nullptr;
}

Owned getOption(Object* o, Args args) {
    int level, option;
    if (!readSocketInt(args[0], &level) || !readSocketInt(args[1], &option)) return nullptr;
    if (socket(o)->descriptor < 0) return raiseOsError(EBADF);
    return newInt(level == SOL_SOCKET && option == SO_TYPE ? socket(o)->kind : 0);
}
Owned setOption(Object* o, Args) { return socket(o)->descriptor < 0 ? raiseOsError(EBADF) : Owned(newNone()); }
Owned refuse(Object*, Args) { return refuseNetwork(); }

Owned repr(Object* o) {
    const SocketObject* s = socket(o);
    return newStr("<socket object, fd=" + std::to_string(s->descriptor) + ", family=" + std::to_string(s->family) +
                  ", type=" + std::to_string(s->kind) + ", proto=" + std::to_string(s->protocol) + ">");
}

// ---- the type

Owned create(Type* type, Args) {
    Owned made = type->alloc(type, 0);
    if (made) socket(made.pointer)->descriptor = -1, socket(made.pointer)->timeoutNs = defaultSocketTimeoutNs;
    return made;
}

bool init(Object* o, Args args) {
    Object* p[4] = {};
    if (!parseArgs("socket", args, "| family type proto fileno", p)) return false;
    int numbers[3] = {AF_UNIX, SOCK_STREAM, 0}, descriptor;
    for (int i = 0; i < 3; ++i) {
        int given = -1;
        if (p[i] && !readSocketInt(p[i], &given)) return false;
        if (given != -1) numbers[i] = given;
    }
    if (!p[3] || isNone(p[3])) return refuseNetwork();
    if (!readSocketInt(p[3], &descriptor)) return false;
    if (descriptor < 0) return raise(exc::ValueError, "negative file descriptor");
    if (hostPollBits(descriptor) == POLLNVAL) return raiseOsError(EBADF);
    if (!hostIsChannel(descriptor)) return raiseOsError(ENOTSOCK);
    socket(o)->descriptor = descriptor;
    socket(o)->family = numbers[0];
    socket(o)->kind = numbers[1];
    socket(o)->protocol = numbers[2];
    return true;
}

// A socket that is forgotten open is closed, with a word about it.
void finalize(Object* o) {
    if (socket(o)->descriptor < 0 || interpreter.stopping) return;
    Held<> problem(takeError());
    std::string text = "unclosed ";
    if (appendRepr(text, o) && !warn(exc::ResourceWarning, text, o)) {
        if (errorMatches(exc::Warning)) writeUnraisable(o);
    }
    clearError();
    closeIt(o);
    if (problem) restoreError(problem.release());
}

void dealloc(Object* o) {
    if (!finalizeFromDealloc(o)) return;
    closeIt(o);
    freeObject(o);
}

constexpr MethodDef methods[] = {
    {"_accept", refuse, NativeKind::Keywords},
    {"bind", refuse, NativeKind::Keywords},
    {"close", closeSocket},
    {"connect", refuse, NativeKind::Keywords},
    {"connect_ex", refuse, NativeKind::Keywords},
    {"detach", detach},
    {"fileno", fileNumber},
    {"getpeername", emptyAddress},
    {"getsockname", emptyAddress},
    {"getsockopt", getOption, 2, 3},
    {"listen", refuse, NativeKind::Keywords},
    {"recv", receive, 0, 2},
    {"recv_into", receiveIntoBuffer, NativeKind::Keywords},
    {"recvfrom", receiveFrom, 1, 2},
    {"recvfrom_into", refuse, NativeKind::Keywords},
    {"send", sendBytes, 0, 2},
    {"sendall", sendAll, 0, 2},
    {"sendto", refuse, NativeKind::Keywords},
    {"setblocking", setBlocking},
    {"getblocking", getBlocking},
    {"settimeout", setTimeoutTo},
    {"gettimeout", getTimeout},
    {"setsockopt", setOption, 3, 4},
    {"shutdown", shutDown},
    {"recvmsg", refuse, NativeKind::Keywords},
    {"recvmsg_into", refuse, NativeKind::Keywords},
    {"sendmsg", refuse, NativeKind::Keywords},
    {"sendmsg_afalg", refuse, NativeKind::Keywords},
    {},
};
constexpr MemberDef members[] = {{"family", MemberKind::Int32, offsetof(SocketObject, family)},
                                 {"type", MemberKind::Int32, offsetof(SocketObject, kind)},
                                 {"proto", MemberKind::Int32, offsetof(SocketObject, protocol)},
                                 {}};
constexpr GetSetDef getsets[] = {{"timeout", getTimeout, nullptr}, {}};

}

bool readSocketInt(Object* o, int* number) {
    ssize value = indexAsSize(o, exc::OverflowError);
    if (value == -1 && errorOccurred()) return false;
    if (value > INT_MAX) return raise(exc::OverflowError, "signed integer is greater than maximum");
    if (value < INT_MIN) return raise(exc::OverflowError, "signed integer is less than minimum");
    *number = static_cast<int>(value);
    return true;
}

bool readSocketTimeout(Object* o, int64_t* ns) {
    *ns = noSocketTimeout;
    if (isNone(o)) return true;
    if (!secondsToNs(o, ns)) return false;
    return *ns < 0 ? raise(exc::ValueError, "Timeout value out of range") : true;
}

Owned timeoutValue(int64_t ns) { return ns < 0 ? Owned(newNone()) : newFloat(static_cast<double>(ns) * 1e-9); }

Owned newSocket(Type* type, int descriptor, const int numbers[3]) {
    Owned made = type->alloc(type, 0);
    if (!made) return nullptr;
    SocketObject* s = socket(made.pointer);
    s->descriptor = descriptor;
    s->family = numbers[0];
    s->kind = numbers[1];
    s->protocol = numbers[2];
    s->timeoutNs = defaultSocketTimeoutNs;
    return made;
}

void defineSocketType(Type* t) {
    t->name = "_socket.socket";
    t->doc = "One end of a pair of sockets within the process.";
    t->basicSize = sizeof(SocketObject);
    t->flags = BaseType;
    t->methods = methods;
    t->members = members;
    t->getsets = getsets;
    t->create = create;
    t->init = init;
    t->finalize = finalize;
    t->dealloc = dealloc;
    t->repr = repr;
}

}

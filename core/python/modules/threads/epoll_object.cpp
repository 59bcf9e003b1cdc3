// SPDX-License-Identifier: GPL-3.0-or-later

// select.epoll. What it is asked about lies beside the program's memory, as the kernel keeps it.

#include <poll.h>
#include <sys/epoll.h>

#include <cerrno>
#include <climits>
#include <map>
#include <set>
#include <vector>

#include "core/host/channels.h"
#include "core/host/handles.h"
#include "core/python/modules/os/os_error.h"
#include "core/python/modules/threads/descriptor_waits.h"
#include "core/python/modules/threads/timeout.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/module_types.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"

namespace memtape {

namespace {

struct Interests {
    int handle = -1;
    std::map<int, uint32_t> events; // by descriptor; 0: one shot, and that was fired
};

struct EpollObject : Object { // 24 bytes, as CPython's
    Interests* interests;     // null: closed
};

Type* epollType = nullptr;
std::set<Interests*> allInterests; // what is left of them at the end of a run
RuntimeCache epollCache([] {
    epollType = nullptr;
    for (Interests* i : allInterests) delete i;
    allInterests.clear();
});

Interests*& interests(Object* o) { return static_cast<EpollObject*>(o)->interests; }
bool isOpen(Object* o) { return interests(o) ? true : raise(exc::ValueError, "I/O operation on closed epoll object"); }

Owned newEpoll(Type* type) {
    Owned made = type->alloc(type, 0);
    if (!made) return nullptr;
    Held<> keep(made);
    auto* own = new Interests;
    allInterests.insert(own);
    interests(keep) = own;
    if (int failed = hostReserveHandle(own->handle)) return raiseOsError(failed);
    return keep.release();
}

Owned create(Type* type, Args args) {
    Object* p[2] = {};
    if (!parseArgs("epoll", args, "| sizehint flags", p)) return nullptr;
    ssize hint = p[0] ? indexAsSize(p[0], exc::OverflowError) : -1, flags = p[1] ? indexAsSize(p[1], exc::OverflowError) : 0;
    if (errorOccurred()) return nullptr;
    if (hint != -1 && hint <= 0) return raise(exc::ValueError, "negative sizehint");
    if (flags & ~EPOLL_CLOEXEC) return raise(exc::OSError, "invalid flags");
    return newEpoll(type);
}

void forget(Object* o) {
    Interests* own = std::exchange(interests(o), nullptr);
    if (!own) return;
    hostClose(own->handle);
    allInterests.erase(own);
    delete own;
}

void dealloc(Object* o) {
    forget(o);
    freeObject(o);
}

Owned close(Object* o) {
    forget(o);
    return newNone();
}
Owned enter(Object* o) { return isOpen(o) ? newRef(o) : nullptr; }
Owned leave(Object* o, Args) {
    forget(o);
    return newNone();
}
Owned fileNumber(Object* o) { return isOpen(o) ? newInt(interests(o)->handle) : nullptr; }
Owned isClosed(Object* o) { return newBool(!interests(o)); }
Owned fromDescriptor(Object* type, Object*) { return newEpoll(static_cast<Type*>(type)); }

bool readMask(Object* o, uint32_t* mask) {
    Held<> whole(numberIndex(o));
    if (!whole) return false;
    int overflow = 0;
    *mask = static_cast<uint32_t>(intValue(whole, &overflow));
    return true;
}

enum class Change { Add, Modify, Remove };

Owned change(Object* o, Args args, Change what) {
    if (!isOpen(o)) return nullptr;
    int descriptor;
    uint32_t mask = EPOLLIN | EPOLLOUT | EPOLLPRI;
    if (!descriptorOf(args[0], &descriptor) || (args.count > 1 && !readMask(args[1], &mask))) return nullptr;
    if (hostPollBits(descriptor) == POLLNVAL) return raiseOsError(EBADF);
    auto& events = interests(o)->events;
    bool isThere = events.count(descriptor) != 0;
    if (what == Change::Add && isThere) return raiseOsError(EEXIST);
    if (what != Change::Add && !isThere) return raiseOsError(ENOENT);
    if (what == Change::Add && !hostIsChannel(descriptor) && descriptor > 2) return raiseOsError(EPERM); // a file is always ready
    if (what == Change::Remove) events.erase(descriptor);
    else events[descriptor] = mask;
    return newNone();
}

Owned addDescriptor(Object* o, Args args) {
    Object* p[2] = {};
    if (!parseArgs("register", args, "fd | eventmask", p)) return nullptr;
    return change(o, {p, p[1] ? size_t{2} : size_t{1}, nullptr}, Change::Add);
}
Owned modifyDescriptor(Object* o, Args args) {
    Object* p[2] = {};
    return parseArgs("modify", args, "fd eventmask", p) ? change(o, {p, 2, nullptr}, Change::Modify) : nullptr;
}
Owned removeDescriptor(Object* o, Args args) {
    Object* p[1] = {};
    return parseArgs("unregister", args, "fd", p) ? change(o, {p, 1, nullptr}, Change::Remove) : nullptr;
}

uint32_t firing(int descriptor, uint32_t mask) {
    int bits = hostPollBits(descriptor);
    if (!mask || bits == POLLNVAL) return 0; // the kernel forgets what was closed
    return static_cast<uint32_t>(bits) & (mask | EPOLLHUP | EPOLLERR);
}

Owned poll(Object* o, Args args) {
    if (!isOpen(o)) return nullptr;
    Object* p[2] = {};
    if (!parseArgs("poll", args, "| timeout maxevents", p)) return nullptr;
    int64_t timeout = noTimeout;
    if (p[0] && !isNone(p[0])) {
        if (!secondsToNs(p[0], &timeout)) {
            if (!errorMatches(exc::TypeError)) return nullptr;
            clearError();
            return raise(exc::TypeError, "timeout must be an integer or None");
        }
        if (timeout < 0) timeout = noTimeout;
    }
    ssize most = p[1] ? indexAsSize(p[1], exc::OverflowError) : -1;
    if (most == -1 && errorOccurred()) return nullptr;
    if (most == -1) most = 1023; // FD_SETSIZE − 1
    if (most < 1) return raise(exc::ValueError, "maxevents must be greater than 0, got {}", most);
    Held<> keep(newRef(o));
    auto anyReady = [o] {
        if (!interests(o)) return true;
        for (auto [descriptor, mask] : interests(o)->events)
            if (firing(descriptor, mask)) return true;
        return false;
    };
    if (waitForDescriptors(timeout, anyReady) < 0) return nullptr;
    Held<ListObject> ready(newList(0));
    if (!ready) return nullptr;
    if (!isOpen(o)) return nullptr;
    for (auto& [descriptor, mask] : interests(o)->events) {
        uint32_t events = firing(descriptor, mask);
        if (!events || ready->count == most) continue;
        if (mask & EPOLLONESHOT) mask = 0;
        Held<> number(newInt(descriptor)), bits(newInt(events));
        Held<> pair(number && bits ? packTuple(number.get(), bits.get()) : Owned(nullptr));
        if (!pair || !listAppend(ready, pair)) return nullptr;
    }
    return ready.release();
}

constexpr MethodDef methods[] = {
    {"fromfd", fromDescriptor, NativeBinding::Class},
    {"close", close},
    {"fileno", fileNumber},
    {"modify", modifyDescriptor, NativeKind::Keywords},
    {"register", addDescriptor, NativeKind::Keywords},
    {"unregister", removeDescriptor, NativeKind::Keywords},
    {"poll", poll, NativeKind::Keywords},
    {"__enter__", enter},
    {"__exit__", leave, 0, 3},
    {},
};
constexpr GetSetDef getsets[] = {{"closed", isClosed, nullptr}, {}};

void defineEpollType(Type* t) {
    t->name = "select.epoll";
    t->doc = "select.epoll(sizehint=-1, flags=0)\n\nWaits for many descriptors; sizehint is a positive number or -1, and limits nothing.";
    t->basicSize = sizeof(EpollObject);
    t->create = create;
    t->dealloc = dealloc;
    t->methods = methods;
    t->getsets = getsets;
}

}

bool addEpoll(Object* module) { return addTypeToModule(module, epollType, defineEpollType); }

}

// SPDX-License-Identifier: GPL-3.0-or-later

// select: select(), poll objects and epoll objects over the program's own descriptors. Nothing outside the process makes one ready, so a wait is a wait for
// another thread, or for a time.

#include <poll.h>
#include <sys/epoll.h>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstddef>
#include <map>
#include <set>
#include <vector>

#include "core/host/channels.h"
#include "core/host/clock.h"
#include "core/host/handles.h"
#include "core/python/modules/native_modules.h"
#include "core/python/modules/os/os_error.h"
#include "core/python/modules/threads/descriptor_waits.h"
#include "core/python/modules/threads/timeout.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/module_types.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/float_object.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/threads/scheduler.h"

namespace memtape {

namespace {

// Seconds or None: how long to wait.
bool waitTime(Object* o, const char* problem, int64_t* ns) {
    *ns = noTimeout;
    if (!o || isNone(o)) return true;
    if (secondsToNs(o, ns)) return true;
    if (errorMatches(exc::TypeError)) {
        clearError();
        return raise(exc::TypeError, problem);
    }
    return false;
}

// ---- select()

// The descriptors of a sequence's items.
bool descriptorsOf(Object* items, std::vector<int>& descriptors) {
    for (ssize i = 0; i < asList(items)->count; ++i) {
        int descriptor;
        if (!descriptorOf(asList(items)->items[i], &descriptor)) return false;
        constexpr int most = 1024; // FD_SETSIZE
        if (descriptor >= most) return raise(exc::ValueError, "filedescriptor out of range in select()");
        descriptors.push_back(descriptor);
    }
    return true;
}

Owned readyOf(Object* items, const std::vector<int>& descriptors, int bits) {
    Held<ListObject> ready(newList(0));
    for (size_t i = 0; ready && i < descriptors.size(); ++i)
        if (hostPollBits(descriptors[i]) & bits && !listAppend(ready, asList(items)->items[i])) return nullptr;
    return ready.release();
}

Owned selectReady(Object*, Args args) {
    constexpr int wanted[3] = {POLLIN | POLLHUP | POLLERR, POLLOUT | POLLERR, POLLPRI};
    int64_t timeout = noTimeout;
    if (args.count > 3 && !waitTime(args[3], "timeout must be a float or None", &timeout)) return nullptr;
    if (args.count > 3 && !isNone(args[3]) && timeout < 0) return raise(exc::ValueError, "timeout must be non-negative");
    Held<> items[3];
    std::vector<int> descriptors[3];
    for (int i = 0; i < 3; ++i) {
        items[i] = isSequence(args[i]) || isCallable(args[i]->type) ? sequenceToList(args[i]) : Owned(nullptr);
        if (!items[i]) {
            if (!errorOccurred() || errorMatches(exc::TypeError)) {
                clearError();
                raise(exc::TypeError, "arguments 1-3 must be sequences");
            }
            return nullptr;
        }
        if (!descriptorsOf(items[i], descriptors[i])) return nullptr;
    }
    for (const auto& list : descriptors)
        for (int descriptor : list)
            if (hostPollBits(descriptor) == POLLNVAL) return raiseOsError(EBADF);
    auto anyReady = [&] {
        for (int i = 0; i < 3; ++i)
            for (int descriptor : descriptors[i])
                if (hostPollBits(descriptor) & wanted[i]) return true;
        return false;
    };
    if (waitForDescriptors(timeout, anyReady) < 0) return nullptr;
    Held<> ready[3];
    for (int i = 0; i < 3; ++i) {
        ready[i] = readyOf(items[i], descriptors[i], wanted[i]);
        if (!ready[i]) return nullptr;
    }
    return packTuple(ready[0].get(), ready[1].get(), ready[2].get());
}

// ---- poll objects

struct PollObject : Object { // 48 bytes, as CPython's
    Object* registered;      // dict: descriptor → the events asked for
    void* unused[3];
};
Type* pollType = nullptr;

Object*& registered(Object* o) { return static_cast<PollObject*>(o)->registered; }

bool eventMask(Object* o, uint16_t* mask) {
    Held<> whole(numberIndex(o));
    if (!whole) return false;
    int overflow = 0;
    int64_t value = intValue(whole, &overflow);
    if (overflow < 0 || (!overflow && value < 0)) return raise(exc::ValueError, "value must be positive");
    if (overflow || value > USHRT_MAX) return raise(exc::OverflowError, "Python int too large for C unsigned short");
    *mask = static_cast<uint16_t>(value);
    return true;
}

Owned setPollMask(Object* o, Args args, bool mustBeThere) {
    int descriptor;
    uint16_t mask = POLLIN | POLLPRI | POLLOUT;
    if (!descriptorOf(args[0], &descriptor) || (args.count > 1 && !eventMask(args[1], &mask))) return nullptr;
    Held<> key(newInt(descriptor)), value(newInt(mask));
    if (!key || !value) return nullptr;
    if (mustBeThere && !dictFind(registered(o), key)) return errorOccurred() ? Failure() : raiseOsError(ENOENT);
    return dictSet(registered(o), key, value) ? newNone() : nullptr;
}

Owned pollRegister(Object* o, Args args) { return setPollMask(o, args, false); }
Owned pollModify(Object* o, Args args) { return setPollMask(o, args, true); }

Owned pollUnregister(Object* o, Object* arg) {
    int descriptor;
    if (!descriptorOf(arg, &descriptor)) return nullptr;
    Held<> key(newInt(descriptor));
    int deleted = key ? dictDelete(registered(o), key) : -1;
    if (deleted == 0) return raiseObject(exc::KeyError, key);
    return deleted < 0 ? Owned(nullptr) : newNone();
}

struct Asked {
    int descriptor, mask;
};

Owned pollPoll(Object* o, Args args) {
    int64_t timeout = noTimeout;
    if (args.count && !isNone(args[0])) {
        int64_t thousandfold;
        if (!waitTime(args[0], "timeout must be an integer or None", &thousandfold)) return nullptr;
        timeout = thousandfold < 0 ? noTimeout : (thousandfold + 999) / 1000;
    }
    std::vector<Asked> asked;
    ssize position = 0;
    Object *key, *value;
    while (dictNext(registered(o), &position, &key, &value))
        asked.push_back({static_cast<int>(compactValue(key)), static_cast<int>(compactValue(value))});
    auto found = [](const Asked& a) { return hostPollBits(a.descriptor) & (a.mask | POLLHUP | POLLERR | POLLNVAL); };
    auto anyReady = [&] { return std::any_of(asked.begin(), asked.end(), found); };
    if (waitForDescriptors(timeout, anyReady) < 0) return nullptr;
    Held<ListObject> ready(newList(0));
    for (const Asked& a : asked) {
        int bits = found(a);
        if (!bits) continue;
        Held<> descriptor(newInt(a.descriptor)), events(newInt(bits));
        Held<> pair(descriptor && events ? packTuple(descriptor.get(), events.get()) : Owned(nullptr));
        if (!ready || !pair || !listAppend(ready, pair)) return nullptr;
    }
    return ready.release();
}

Owned newPoll(Object*) {
    Held<> dict{Owned(newDict())};
    if (!dict) return nullptr;
    Owned made = pollType->alloc(pollType, 0);
    if (!made) return nullptr;
    registered(made.pointer) = dict.release().pointer;
    recordCells(made.pointer);
    return made;
}

constexpr Field pollFields[] = {{"registered", offsetof(PollObject, registered)}, {}};
constexpr MethodDef pollMethods[] = {
    {"register", pollRegister, 1, 2}, {"modify", pollModify, 2, 2}, {"unregister", pollUnregister}, {"poll", pollPoll, 0, 1}, {}};

void definePollType(Type* t) {
    t->name = "select.poll";
    t->basicSize = sizeof(PollObject);
    t->flags = DisallowInstantiation;
    t->fields = pollFields;
    t->methods = pollMethods;
}

const MethodDef functions[] = {{"select", selectReady, 3, 4}, {"poll", newPoll}, {}};

struct NumberName {
    const char* name;
    int64_t value;
};
const NumberName numbers[] = {
#define SELECT_NUMBER(name) {#name, static_cast<int64_t>(name)},
#include "core/python/modules/threads/select_numbers.def"
#undef SELECT_NUMBER
};

RuntimeCache pollCache([] { pollType = nullptr; });

}

Owned makeSelectModule() {
    Ref<> m = newModule("select");
    pollType = makeModuleType(definePollType);
    if (!m || !pollType || !addFunctions(m, functions) || !addEpoll(m) || !addToModule(m, "error", newRef(exc::OSError))) return nullptr;
    for (const NumberName& n : numbers)
        if (!addToModule(m, n.name, newInt(static_cast<uint32_t>(n.value)))) return nullptr;
    return m.release();
}

}

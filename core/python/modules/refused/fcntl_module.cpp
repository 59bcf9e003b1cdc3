// SPDX-License-Identifier: GPL-3.0-or-later

// fcntl: a program is the only one that has its files, so a lock on one is always free. Whether children inherit a descriptor is kept with it; nothing else can be controlled.

#include <fcntl.h>
#include <sys/file.h>

#include <cerrno>

#include "core/host/handles.h"
#include "core/python/modules/arguments.h"
#include "core/python/modules/module_parts.h"
#include "core/python/modules/native_modules.h"
#include "core/python/modules/os/os_error.h"
#include "core/python/modules/refused/refusal.h"
#include "core/python/modules/threads/descriptor_waits.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/exceptions/errors.h"

namespace memtape {

namespace {

const Refusal noControl{nullptr, EPERM, "Memtape controls no files and devices for programs"};

Owned control(Object*, Args args) {
    int descriptor, command, value = 0;
    if (!descriptorOf(args[0], &descriptor) || !intArgument(args[1], &command)) return nullptr;
    HandleFlags* flags = hostHandleFlags(descriptor);
    if (!flags) return raiseOsError(EBADF);
    if (command == F_GETFD) return newInt(flags->inheritable ? 0 : FD_CLOEXEC);
    if (command != F_SETFD) return raiseRefused(noControl);
    if (args.count > 2 && !intArgument(args[2], &value)) return nullptr;
    flags->inheritable = !(value & FD_CLOEXEC);
    return newInt(0);
}

Owned deviceControl(Object*, Args args) {
    int descriptor;
    unsigned long request;
    if (!descriptorOf(args[0], &descriptor) || !unsignedArgument(args[1], &request)) return nullptr;
    return hostHandleFlags(descriptor) ? raiseRefused(noControl) : raiseOsError(EBADF);
}

// The lock's operation is checked and done with.
bool lockArguments(Args args, int* operation) {
    int descriptor;
    if (!descriptorOf(args[0], &descriptor) || !intArgument(args[1], operation)) return false;
    return hostHandleFlags(descriptor) ? true : raiseOsError(EBADF);
}
Owned lockFile(Object*, Args args) {
    int operation;
    if (!lockArguments(args, &operation)) return nullptr;
    int kind = operation & ~LOCK_NB;
    return kind == LOCK_SH || kind == LOCK_EX || kind == LOCK_UN ? newNone() : Owned(raiseOsError(EINVAL));
}
Owned lockPart(Object*, Args args) {
    int operation, whence = 0;
    ssize length = 0, start = 0;
    if (!lockArguments(args, &operation)) return nullptr;
    if (args.count > 2 && !sizeArgument(args[2], &length)) return nullptr;
    if (args.count > 3 && !sizeArgument(args[3], &start)) return nullptr;
    if (args.count > 4 && !intArgument(args[4], &whence)) return nullptr;
    bool known = operation & (LOCK_SH | LOCK_EX | LOCK_UN);
    return known ? newNone() : Owned(raise(exc::ValueError, "unrecognized lockf argument"));
}

const MethodDef functions[] = {
    {"fcntl", control, 2, 3}, {"ioctl", deviceControl, 2, 4}, {"flock", lockFile, 2, 2}, {"lockf", lockPart, 2, 5}, {},
};

const IntConstant numbers[] = {
#define NUMBER(name, value) {#name, value},
#include "core/python/modules/refused/fcntl_numbers.def"
#undef NUMBER
    {},
};

}

Owned makeFcntlModule() {
    Ref<> m = newModule("fcntl");
    return m && addFunctions(m, functions) && addConstants(m, numbers) ? m.release() : Owned(nullptr);
}

}

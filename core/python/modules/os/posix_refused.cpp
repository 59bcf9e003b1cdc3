// SPDX-License-Identifier: GPL-3.0-or-later
#include <cerrno>

#include "core/python/modules/os/os_error.h"
#include "core/python/modules/os/posix_parts.h"

// What Memtape does not do for programs. They are there, as programs ask for them by hasattr(), and say so when they are called.

namespace memtape::posix {

namespace {

Owned noProcesses(Object*, Args) { return raiseRefusal(EPERM, "Memtape runs no other programs"); }
Owned noIdentity(Object*, Args) { return raiseRefusal(EPERM, "Memtape keeps the process and its user as they are"); }
Owned noSpecialFiles(Object*, Args) { return raiseRefusal(EPERM, "Memtape makes files, folders and links only"); }
Owned noDescriptors(Object*, Args) { return raiseRefusal(ENOSYS, "Memtape has no such descriptors"); }
Owned noAttributes(Object*, Args) { return raiseRefusal(ENOTSUP, "Memtape keeps no extended attributes"); }
Owned noTerminals(Object*, Args) { return raiseRefusal(ENOSYS, "Memtape has no terminals"); }

constexpr NativeKind any = NativeKind::Keywords;

}

const MethodDef refusedFunctions[] = {
    {"fork", noProcesses, any},
    {"forkpty", noProcesses, any},
    {"execv", noProcesses, any},
    {"execve", noProcesses, any},
    {"posix_spawn", noProcesses, any},
    {"posix_spawnp", noProcesses, any},
    {"system", noProcesses, any},
    {"pidfd_open", noProcesses, any},
    {"chroot", noIdentity, any},
    {"initgroups", noIdentity, any},
    {"setegid", noIdentity, any},
    {"seteuid", noIdentity, any},
    {"setgid", noIdentity, any},
    {"setgroups", noIdentity, any},
    {"setns", noIdentity, any},
    {"setpgid", noIdentity, any},
    {"setpgrp", noIdentity, any},
    {"setpriority", noIdentity, any},
    {"setregid", noIdentity, any},
    {"setresgid", noIdentity, any},
    {"setresuid", noIdentity, any},
    {"setreuid", noIdentity, any},
    {"setsid", noIdentity, any},
    {"setuid", noIdentity, any},
    {"unshare", noIdentity, any},
    {"sched_getparam", noIdentity, any},
    {"sched_rr_get_interval", noIdentity, any},
    {"sched_setaffinity", noIdentity, any},
    {"sched_setparam", noIdentity, any},
    {"sched_setscheduler", noIdentity, any},
    {"mkfifo", noSpecialFiles, any},
    {"mknod", noSpecialFiles, any},
    {"eventfd", noDescriptors, any},
    {"eventfd_read", noDescriptors, any},
    {"eventfd_write", noDescriptors, any},
    {"memfd_create", noDescriptors, any},
    {"splice", noDescriptors, any},
    {"timerfd_create", noDescriptors, any},
    {"timerfd_gettime", noDescriptors, any},
    {"timerfd_gettime_ns", noDescriptors, any},
    {"timerfd_settime", noDescriptors, any},
    {"timerfd_settime_ns", noDescriptors, any},
    {"removexattr", noAttributes, any},
    {"setxattr", noAttributes, any},
    {"grantpt", noTerminals, any},
    {"login_tty", noTerminals, any},
    {"openpty", noTerminals, any},
    {"posix_openpt", noTerminals, any},
    {"ptsname", noTerminals, any},
    {"unlockpt", noTerminals, any},
    {},
};

}

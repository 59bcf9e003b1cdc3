// SPDX-License-Identifier: GPL-3.0-or-later
#include <cerrno>
#include <cmath>

#include "core/host/clock.h"
#include "core/host/handles.h"
#include "core/python/modules/arguments.h"
#include "core/python/modules/os/os_error.h"
#include "core/python/modules/os/paths.h"
#include "core/python/modules/os/posix_parts.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/numbers/float_object.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"

// What changes files and folders.

namespace memtape::posix {

namespace {

Owned done(int failed, const PathArgument& path) { return failed ? Owned(path.fail(failed)) : newNone(); }

Owned mkdir(Object*, Args args) {
    Object* out[3] = {nullptr, nullptr, nullptr};
    PathArgument path;
    int mode = 0777;
    if (!parseArgs("mkdir", args, "path | mode $ dir_fd", out) || !path.read(out[0], "mkdir", "path", PathArgument::PathOnly, out[2])) return nullptr;
    if (out[1] && !intArgument(out[1], &mode)) return nullptr;
    return done(hostMakeFolder(path.path(), static_cast<uint32_t>(mode)), path);
}

Owned removeBy(const char* function, int (*remove)(const std::string&), Args args) {
    Object* out[2] = {nullptr, nullptr};
    PathArgument path;
    if (!parseArgs(function, args, "path | $ dir_fd", out) || !path.read(out[0], function, "path", PathArgument::PathOnly, out[1])) return nullptr;
    return done(remove(path.path()), path);
}
Owned rmdir(Object*, Args args) { return removeBy("rmdir", hostRemoveFolder, args); }
Owned unlink(Object*, Args args) { return removeBy("unlink", hostRemoveFile, args); }
Owned remove(Object*, Args args) { return removeBy("remove", hostRemoveFile, args); }

Owned renameAs(const char* function, Args args) {
    Object* out[4] = {nullptr, nullptr, nullptr, nullptr};
    PathArgument from, to;
    if (!parseArgs(function, args, "src dst | $ src_dir_fd dst_dir_fd", out)) return nullptr;
    if (!from.read(out[0], function, "src", PathArgument::PathOnly, out[2]) || !to.read(out[1], function, "dst", PathArgument::PathOnly, out[3]))
        return nullptr;
    int failed = hostRename(from.path(), to.path());
    return failed ? Owned(raiseOsError(failed, from.shown(), to.shown())) : newNone();
}
Owned rename(Object*, Args args) { return renameAs("rename", args); }
Owned replace(Object*, Args args) { return renameAs("replace", args); }

Owned link(Object*, Args args) {
    Object* out[5] = {nullptr, nullptr, nullptr, nullptr, True};
    PathArgument from, to;
    if (!parseArgs("link", args, "src dst | $ src_dir_fd dst_dir_fd follow_symlinks", out)) return nullptr;
    if (!from.read(out[0], "link", "src", PathArgument::PathOnly, out[2]) || !to.read(out[1], "link", "dst", PathArgument::PathOnly, out[3]))
        return nullptr;
    int failed = hostLink(from.path(), to.path());
    return failed ? Owned(raiseOsError(failed, from.shown(), to.shown())) : newNone();
}

Owned symlink(Object*, Args args) {
    Object* out[4] = {nullptr, nullptr, False, nullptr};
    PathArgument target, path;
    if (!parseArgs("symlink", args, "src dst | target_is_directory $ dir_fd", out)) return nullptr;
    if (!target.read(out[0], "symlink", "src") || !path.read(out[1], "symlink", "dst", PathArgument::PathOnly, out[3])) return nullptr;
    int failed = hostSymbolicLink(target.path(), path.path());
    return failed ? Owned(raiseOsError(failed, target.shown(), path.shown())) : newNone();
}

Owned truncate(Object*, Args args) {
    Object* out[2] = {nullptr, nullptr};
    PathArgument path;
    int64_t size;
    if (!parseArgs("truncate", args, "path length", out) || !path.read(out[0], "truncate", "path", PathArgument::Handle)) return nullptr;
    if (!offsetArgument(out[1], &size)) return nullptr;
    if (!path.isHandle()) return done(hostTruncateFile(path.path(), size), path);
    int failed = hostTruncateHandle(path.handle(), size);
    return failed ? Owned(raiseOsError(failed)) : newNone();
}

Owned chmod(Object*, Args args) {
    Object* out[4] = {nullptr, nullptr, nullptr, True};
    PathArgument path;
    int mode;
    if (!parseArgs("chmod", args, "path mode | $ dir_fd follow_symlinks", out)) return nullptr;
    if (!path.read(out[0], "chmod", "path", PathArgument::Handle, out[2]) || !intArgument(out[1], &mode)) return nullptr;
    uint32_t bits = static_cast<uint32_t>(mode);
    int follows = isTrue(out[3]);
    if (follows < 0) return nullptr;
    LastLink last = follows ? LastLink::Follow : LastLink::Keep;
    return done(path.isHandle() ? hostChangeHandleMode(path.handle(), bits) : hostChangeMode(path.path(), bits, last), path);
}

Owned fchmod(Object*, Args args) {
    Object* out[2] = {nullptr, nullptr};
    int handle, mode;
    if (!parseArgs("fchmod", args, "fd mode", out) || !intArgument(out[0], &handle) || !intArgument(out[1], &mode)) return nullptr;
    int failed = hostChangeHandleMode(handle, static_cast<uint32_t>(mode));
    return failed ? Owned(raiseOsError(failed)) : newNone();
}

// One owner has all: giving a file to him, or to nobody else (−1), changes nothing.
Owned chownAs(const char* function, unsigned allowed, Args args) {
    Object* out[5] = {nullptr, nullptr, nullptr, nullptr, True};
    PathArgument path;
    int user, group;
    bool parsed =
        allowed ? parseArgs(function, args, "path uid gid | $ dir_fd follow_symlinks", out) : parseArgs(function, args, "path uid gid", out);
    if (!parsed || !path.read(out[0], function, "path", allowed, out[3]) || !intArgument(out[1], &user) || !intArgument(out[2], &group))
        return nullptr;
    FileStatus status;
    LastLink last = allowed == PathArgument::PathOnly ? LastLink::Keep : LastLink::Follow;
    int failed = path.isHandle() ? hostHandleStatus(path.handle(), status) : hostStatus(path.path(), status, last);
    if (!failed && ((user != -1 && static_cast<uint32_t>(user) != status.user) || (group != -1 && static_cast<uint32_t>(group) != status.group)))
        failed = EPERM;
    return done(failed, path);
}
Owned chown(Object*, Args args) { return chownAs("chown", PathArgument::Handle, args); }
Owned lchown(Object*, Args args) { return chownAs("lchown", PathArgument::PathOnly, args); }
Owned fchown(Object*, Args args) {
    Object* out[3] = {nullptr, nullptr, nullptr};
    if (!parseArgs("fchown", args, "fd uid gid", out)) return nullptr;
    return chownAs("fchown", PathArgument::Handle, Args{out, 3, nullptr});
}

// ---- utime

bool nanosecondsOf(Object* seconds, int64_t* ns) {
    if (!isFloat(seconds)) {
        int64_t whole;
        if (!offsetArgument(seconds, &whole)) return false;
        return !__builtin_mul_overflow(whole, int64_t{1'000'000'000}, ns) || raise(exc::OverflowError, "timestamp out of range for platform time_t");
    }
    double value;
    if (!toDouble(seconds, &value)) return false;
    if (std::isnan(value)) return raise(exc::ValueError, "Invalid value NaN (not a number)");
    if (std::fabs(value) > 9e9) return raise(exc::OverflowError, "timestamp out of range for platform time_t");
    double whole = std::floor(value);
    *ns = static_cast<int64_t>(whole) * 1'000'000'000 + static_cast<int64_t>(std::floor((value - whole) * 1e9));
    return true;
}

bool isPair(Object* value) { return isTuple(value) && asTuple(value)->count == 2; }

Owned utime(Object*, Args args) {
    Object* out[5] = {nullptr, None, nullptr, nullptr, True};
    PathArgument path;
    if (!parseArgs("utime", args, "path | times $ ns dir_fd follow_symlinks", out)) return nullptr;
    if (!path.read(out[0], "utime", "path", PathArgument::Handle, out[3])) return nullptr;
    if (!isNone(out[1]) && out[2]) return raise(exc::ValueError, "utime: you may specify either 'times' or 'ns' but not both");
    int64_t read = hostTimeNs(), written = read;
    if (!isNone(out[1])) {
        if (!isPair(out[1])) return raise(exc::TypeError, "utime: 'times' must be either a tuple of two ints or None");
        Held<> times(newRef(out[1]));
        if (!nanosecondsOf(asTuple(times)->items[0], &read) || !nanosecondsOf(asTuple(times)->items[1], &written)) return nullptr;
    } else if (out[2]) {
        if (!isPair(out[2])) return raise(exc::TypeError, "utime: 'ns' must be a tuple of two ints");
        Held<> times(newRef(out[2]));
        if (!offsetArgument(asTuple(times)->items[0], &read) || !offsetArgument(asTuple(times)->items[1], &written)) return nullptr;
    }
    int follows = isTrue(out[4]);
    if (follows < 0) return nullptr;
    std::string file = path.path();
    int failed = path.isHandle() ? hostHandlePath(path.handle(), file) : 0;
    return done(failed ? failed : hostSetTimes(file, read, written, follows ? LastLink::Follow : LastLink::Keep), path);
}

}

const MethodDef changeFunctions[] = {
    {"mkdir", mkdir, NativeKind::Keywords},       {"rmdir", rmdir, NativeKind::Keywords},
    {"unlink", unlink, NativeKind::Keywords},     {"remove", remove, NativeKind::Keywords},
    {"rename", rename, NativeKind::Keywords},     {"replace", replace, NativeKind::Keywords},
    {"link", link, NativeKind::Keywords},         {"symlink", symlink, NativeKind::Keywords},
    {"truncate", truncate, NativeKind::Keywords}, {"chmod", chmod, NativeKind::Keywords},
    {"fchmod", fchmod, NativeKind::Keywords},     {"chown", chown, NativeKind::Keywords},
    {"lchown", lchown, NativeKind::Keywords},     {"fchown", fchown, NativeKind::Keywords},
    {"utime", utime, NativeKind::Keywords},       {},
};

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/stat.h>

#include <cerrno>

#include "core/host/handles.h"
#include "core/python/modules/arguments.h"
#include "core/python/modules/os/os_error.h"
#include "core/python/modules/os/paths.h"
#include "core/python/modules/os/posix_parts.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"

// Questions about files and folders.

namespace memtape::posix {

namespace {

Owned statusOf(const PathArgument& path, LastLink last) {
    FileStatus status;
    int failed = path.isHandle() ? hostHandleStatus(path.handle(), status) : hostStatus(path.path(), status, last);
    return failed ? Owned(path.fail(failed)) : newStatResult(status);
}

Owned stat(Object*, Args args) {
    Object* out[3] = {nullptr, nullptr, True};
    PathArgument path;
    if (!parseArgs("stat", args, "path | $ dir_fd follow_symlinks", out) || !path.read(out[0], "stat", "path", PathArgument::Handle, out[1]))
        return nullptr;
    int follows = isTrue(out[2]);
    return follows < 0 ? nullptr : statusOf(path, follows ? LastLink::Follow : LastLink::Keep);
}

Owned lstat(Object*, Args args) {
    Object* out[2] = {nullptr, nullptr};
    PathArgument path;
    if (!parseArgs("lstat", args, "path | $ dir_fd", out) || !path.read(out[0], "lstat", "path", PathArgument::PathOnly, out[1])) return nullptr;
    return statusOf(path, LastLink::Keep);
}

Owned fstat(Object*, Args args) {
    Object* out[1] = {nullptr};
    int handle;
    if (!parseArgs("fstat", args, "fd", out) || !intArgument(out[0], &handle)) return nullptr;
    FileStatus status;
    if (int failed = hostHandleStatus(handle, status)) return raiseOsError(failed);
    return newStatResult(status);
}

Owned access(Object*, Args args) {
    Object* out[5] = {nullptr, nullptr, nullptr, False, True};
    PathArgument path;
    int mode;
    if (!parseArgs("access", args, "path mode | $ dir_fd effective_ids follow_symlinks", out)) return nullptr;
    if (!path.read(out[0], "access", "path", PathArgument::PathOnly, out[2]) || !intArgument(out[1], &mode)) return nullptr;
    return newBool(hostAccess(path.path(), mode) == 0);
}

// The path of a folder that is given by its path or number.
bool folderPath(const PathArgument& path, std::string& folder) {
    folder = path.path();
    if (!path.isHandle()) return true;
    FileStatus status;
    int failed = hostHandleStatus(path.handle(), status);
    if (!failed && !S_ISDIR(status.mode)) failed = ENOTDIR;
    if (!failed) failed = hostHandlePath(path.handle(), folder);
    return !failed || raiseOsError(failed);
}

Owned listdir(Object*, Args args) {
    Object* out[1] = {None};
    PathArgument path;
    if (!parseArgs("listdir", args, "| path", out)) return nullptr;
    if (!path.read(out[0], "listdir", "path", PathArgument::Handle | PathArgument::Nothing)) return nullptr;
    std::string folder;
    std::vector<std::string> names;
    if (!folderPath(path, folder)) return nullptr;
    if (int failed = hostListFolder(folder, names)) return path.fail(failed);
    Ref<ListObject> list(newList(0));
    for (const std::string& name : names) {
        Ref<> item(newPath(name, path.isBytes()));
        if (!list || !item || !listAppend(list, item)) return nullptr;
    }
    return list.release();
}

Owned readlink(Object*, Args args) {
    Object* out[2] = {nullptr, nullptr};
    PathArgument path;
    if (!parseArgs("readlink", args, "path | $ dir_fd", out) || !path.read(out[0], "readlink", "path", PathArgument::PathOnly, out[1]))
        return nullptr;
    std::string target;
    if (int failed = hostReadLink(path.path(), target)) return path.fail(failed);
    return newPath(target, path.isBytes());
}

Owned getcwd(Object*) { return newPath(hostCurrentFolder(), false); }
Owned getcwdb(Object*) { return newPath(hostCurrentFolder(), true); }

Owned chdir(Object*, Args args) {
    Object* out[1] = {nullptr};
    PathArgument path;
    std::string folder;
    if (!parseArgs("chdir", args, "path", out) || !path.read(out[0], "chdir", "path", PathArgument::Handle)) return nullptr;
    if (path.isHandle()) {
        FileStatus status;
        int failed = hostHandleStatus(path.handle(), status);
        if (failed) return path.fail(failed);
    }
    if (!folderPath(path, folder)) return nullptr;
    if (int failed = hostChangeFolder(folder)) return path.fail(failed);
    return newNone();
}

Owned fchdir(Object*, Args args) {
    Object* out[1] = {nullptr};
    int handle;
    std::string folder;
    if (!parseArgs("fchdir", args, "fd", out) || !intArgument(out[0], &handle)) return nullptr;
    int failed = hostHandlePath(handle, folder);
    if (!failed) failed = hostChangeFolder(folder);
    return failed ? Owned(raiseOsError(failed)) : newNone();
}

Owned statvfs(Object*, Args args) {
    Object* out[1] = {nullptr};
    PathArgument path;
    if (!parseArgs("statvfs", args, "path", out) || !path.read(out[0], "statvfs", "path", PathArgument::Handle)) return nullptr;
    FileStatus status;
    int failed = path.isHandle() ? hostHandleStatus(path.handle(), status) : hostStatus(path.path(), status);
    return failed ? Owned(path.fail(failed)) : newStatvfsResult();
}

Owned fstatvfs(Object*, Object* handle) {
    int number;
    FileStatus status;
    if (!intArgument(handle, &number)) return nullptr;
    int failed = hostHandleStatus(number, status);
    return failed ? Owned(raiseOsError(failed)) : newStatvfsResult();
}

// There are no extended attributes.
Owned listxattr(Object*, Args args) {
    Object* out[2] = {None, True};
    PathArgument path;
    if (!parseArgs("listxattr", args, "| path $ follow_symlinks", out)) return nullptr;
    if (!path.read(out[0], "listxattr", "path", PathArgument::Handle | PathArgument::Nothing)) return nullptr;
    FileStatus status;
    int failed = path.isHandle() ? hostHandleStatus(path.handle(), status) : hostStatus(path.path(), status);
    return failed ? Owned(path.fail(failed)) : Owned(newList(0));
}

Owned getxattr(Object*, Args args) {
    PathArgument path;
    if (!checkArgCount("getxattr", args.count, 2, 2) || !path.read(args[0], "getxattr", "path", PathArgument::Handle)) return nullptr;
    return path.fail(ENODATA);
}

Owned noPathLimit(Object*, Args args) {
    PathArgument path;
    if (!checkArgCount("pathconf", args.count, 2, 2) || !path.read(args[0], "pathconf", "path", PathArgument::Handle)) return nullptr;
    return newInt(255);
}

}

const MethodDef fileFunctions[] = {
    {"stat", stat, NativeKind::Keywords},
    {"lstat", lstat, NativeKind::Keywords},
    {"fstat", fstat, NativeKind::Keywords},
    {"access", access, NativeKind::Keywords},
    {"listdir", listdir, NativeKind::Keywords},
    {"readlink", readlink, NativeKind::Keywords},
    {"getcwd", getcwd},
    {"getcwdb", getcwdb},
    {"chdir", chdir, NativeKind::Keywords},
    {"fchdir", fchdir, NativeKind::Keywords},
    {"statvfs", statvfs, NativeKind::Keywords},
    {"fstatvfs", fstatvfs},
    {"listxattr", listxattr, NativeKind::Keywords},
    {"getxattr", getxattr, NativeKind::Keywords},
    {"pathconf", noPathLimit, NativeKind::Keywords},
    {"fpathconf", noPathLimit, NativeKind::Keywords},
    {},
};

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <string>

#include "core/host/channels.h"
#include "core/host/handles.h"
#include "core/python/modules/arguments.h"
#include "core/python/modules/os/os_error.h"
#include "core/python/modules/os/paths.h"
#include "core/python/modules/os/posix_parts.h"
#include "core/python/modules/threads/descriptor_waits.h"
#include "core/python/objects/containers/buffers.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/bytes_object.h"

// Open files by their numbers.

namespace memtape::posix {

namespace {

Owned done(int failed) { return failed ? Owned(raiseOsError(failed)) : newNone(); }

Owned open(Object*, Args args) {
    Object* out[4] = {nullptr, nullptr, nullptr, nullptr};
    PathArgument path;
    int flags, mode = 0777, handle;
    if (!parseArgs("open", args, "path flags | mode $ dir_fd", out)) return nullptr;
    if (!path.read(out[0], "open", "path", PathArgument::PathOnly, out[3]) || !intArgument(out[1], &flags)) return nullptr;
    if (out[2] && !intArgument(out[2], &mode)) return nullptr;
    if (int failed = hostOpen(path.path(), flags, static_cast<uint32_t>(mode), handle)) return path.fail(failed);
    return newInt(handle);
}

Owned close(Object*, Args args) {
    Object* out[1] = {nullptr};
    int handle;
    return parseArgs("close", args, "fd", out) && intArgument(out[0], &handle) ? done(hostClose(handle)) : nullptr;
}

Owned closerange(Object*, Args args) {
    int low, high;
    if (!intArgument(args[0], &low) || !intArgument(args[1], &high)) return nullptr;
    for (int handle = std::max(low, 0); handle < std::min(high, 1024); ++handle) hostClose(handle);
    return newNone();
}

// `size` bytes at most, by `read`, which is told where to.
template <class F> Owned readBytes(ssize size, F read) {
    if (size < 0) return raiseOsError(EINVAL);
    std::string bytes(static_cast<size_t>(std::min(size, ssize{1} << 16)), 0);
    size_t all = 0;
    while (all < static_cast<size_t>(size)) { // a large piece at once, as far as there is so much
        if (all == bytes.size()) bytes.resize(std::min(static_cast<size_t>(size), bytes.size() * 2));
        size_t got = 0, wanted = bytes.size() - all;
        if (int failed = read(bytes.data() + all, wanted, all, got))
            return all ? newBytes(bytes.substr(0, all)) : errorOccurred() ? Owned(nullptr) : Owned(raiseOsError(failed));
        all += got;
        if (got < wanted) break;
    }
    if (all == 0 && (interpreter.stopping || errorOccurred())) return nullptr;
    return newBytes(std::string_view(bytes).substr(0, all));
}

Owned read(Object*, Args args) {
    int handle;
    ssize size;
    if (!intArgument(args[0], &handle) || !sizeArgument(args[1], &size)) return nullptr;
    if (hostIsChannel(handle)) size = std::min(size, ssize{1} << 16); // once: it may wait
    return readBytes(size, [&](char* to, size_t count, size_t, size_t& got) { return hostReadHandle(handle, to, count, got); });
}

Owned pread(Object*, Args args) {
    int handle;
    ssize size;
    int64_t at;
    if (!intArgument(args[0], &handle) || !sizeArgument(args[1], &size) || !offsetArgument(args[2], &at)) return nullptr;
    return readBytes(size, [&](char* to, size_t count, size_t before, size_t& got) {
        return hostReadAt(handle, to, count, at + static_cast<int64_t>(before), got);
    });
}

Owned write(Object*, Args args) {
    int handle;
    HeldBuffer bytes;
    size_t written;
    if (!intArgument(args[0], &handle) || !bytes.want(args[1])) return nullptr;
    std::string_view view(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    int failed = hostWriteHandle(handle, view, written);
    if (errorOccurred()) return nullptr;
    return failed ? Owned(raiseOsError(failed)) : newInt(static_cast<int64_t>(written));
}

Owned pwrite(Object*, Args args) {
    int handle;
    HeldBuffer bytes;
    size_t written;
    int64_t at;
    if (!intArgument(args[0], &handle) || !bytes.want(args[1]) || !offsetArgument(args[2], &at)) return nullptr;
    if (int failed = hostWriteAt(handle, {reinterpret_cast<const char*>(bytes.data()), bytes.size()}, at, written)) return raiseOsError(failed);
    return newInt(static_cast<int64_t>(written));
}

// readv, preadv: into one buffer after the other; at −1: where the file stands.
Owned readAll(int handle, Object* buffers, int64_t at) {
    Held<> list(sequenceToTuple(buffers));
    if (!list) return nullptr;
    int64_t total = 0;
    for (ssize i = 0; i < asTuple(list)->count; ++i) {
        WritableBuffer buffer;
        if (!buffer.want(asTuple(list)->items[i], "readv")) return nullptr;
        size_t got = 0;
        char* to = reinterpret_cast<char*>(buffer.data());
        int failed = at < 0 ? hostReadHandle(handle, to, buffer.size(), got) : hostReadAt(handle, to, buffer.size(), at + total, got);
        if (failed && total == 0) return raiseOsError(failed);
        if (got) buffer.written();
        total += static_cast<int64_t>(got);
        if (failed || got < buffer.size()) break;
    }
    return errorOccurred() ? Owned(nullptr) : newInt(total);
}
Owned writeAll(int handle, Object* buffers, int64_t at) {
    Held<> list(sequenceToTuple(buffers));
    if (!list) return nullptr;
    int64_t total = 0;
    for (ssize i = 0; i < asTuple(list)->count; ++i) {
        HeldBuffer buffer;
        if (!buffer.want(asTuple(list)->items[i])) return nullptr;
        size_t put = 0;
        std::string_view bytes(reinterpret_cast<const char*>(buffer.data()), buffer.size());
        int failed = at < 0 ? hostWriteHandle(handle, bytes, put) : hostWriteAt(handle, bytes, at + total, put);
        if (failed && total == 0) return raiseOsError(failed);
        total += static_cast<int64_t>(put);
        if (failed || put < bytes.size()) break;
    }
    return errorOccurred() ? Owned(nullptr) : newInt(total);
}
Owned vectored(Args args, bool hasPlace, Owned (*function)(int, Object*, int64_t)) {
    int handle;
    int64_t at = -1;
    if (!intArgument(args[0], &handle)) return nullptr;
    if (!isSequence(args[1])) return raise(exc::TypeError, "argument 2 must be a sequence");
    if (hasPlace && !offsetArgument(args[2], &at)) return nullptr;
    if (hasPlace && at < 0) return raiseOsError(EINVAL);
    FileStatus status;
    if (int failed = hostHandleStatus(handle, status)) return raiseOsError(failed);
    return function(handle, args[1], at);
}
Owned readv(Object*, Args args) { return vectored(args, false, readAll); }
Owned preadv(Object*, Args args) { return vectored(args, true, readAll); }
Owned writev(Object*, Args args) { return vectored(args, false, writeAll); }
Owned pwritev(Object*, Args args) { return vectored(args, true, writeAll); }

Owned lseek(Object*, Args args) {
    int handle, whence;
    int64_t offset, position;
    if (!intArgument(args[0], &handle) || !offsetArgument(args[1], &offset) || !intArgument(args[2], &whence)) return nullptr;
    if (int failed = hostSeek(handle, offset, whence, position)) return raiseOsError(failed);
    return newInt(position);
}

Owned ftruncate(Object*, Args args) {
    int handle;
    int64_t size;
    return intArgument(args[0], &handle) && offsetArgument(args[1], &size) ? done(hostTruncateHandle(handle, size)) : nullptr;
}

Owned sync(Object*, Args args) {
    Object* out[1] = {nullptr};
    int handle;
    return parseArgs("fsync", args, "fd", out) && intArgument(out[0], &handle) ? done(hostSync(handle)) : nullptr;
}

Owned isatty(Object*, Object* value) {
    int handle;
    return intArgument(value, &handle) ? newBool(false) : nullptr;
}

Owned dup(Object*, Object* value) {
    int handle, copy;
    if (!intArgument(value, &handle)) return nullptr;
    if (int failed = hostDuplicate(handle, copy)) return raiseOsError(failed);
    return newInt(copy);
}

Owned dup2(Object*, Args args) {
    Object* out[3] = {nullptr, nullptr, True};
    int handle, copy;
    if (!parseArgs("dup2", args, "fd fd2 | inheritable", out) || !intArgument(out[0], &handle) || !intArgument(out[1], &copy)) return nullptr;
    int inheritable = isTrue(out[2]);
    if (inheritable < 0) return nullptr;
    if (int failed = hostDuplicateTo(handle, copy)) return raiseOsError(failed);
    hostHandleFlags(copy)->inheritable = inheritable;
    return newInt(copy);
}

Owned pipe(Object*) {
    int ends[2];
    joinChannels(); // who reads from an empty one waits for other threads
    if (int failed = hostPipe(ends)) return raiseOsError(failed);
    Held<> first(newInt(ends[0])), second(newInt(ends[1]));
    return packTuple(first.get(), second.get());
}
Owned pipe2(Object* self, Object* flags) {
    int bits;
    return intArgument(flags, &bits) ? pipe(self) : nullptr;
}

// ---- flags

Owned flagOf(Object* value, bool HandleFlags::*flag) {
    int handle;
    if (!intArgument(value, &handle)) return nullptr;
    HandleFlags* flags = hostHandleFlags(handle);
    return flags ? newBool(flags->*flag) : Owned(raiseOsError(EBADF));
}
Owned setFlag(Args args, bool HandleFlags::*flag) {
    int handle, value;
    if (!intArgument(args[0], &handle) || (value = isTrue(args[1])) < 0) return nullptr;
    HandleFlags* flags = hostHandleFlags(handle);
    if (!flags) return raiseOsError(EBADF);
    flags->*flag = value;
    return newNone();
}
Owned getInheritable(Object*, Object* value) { return flagOf(value, &HandleFlags::inheritable); }
Owned setInheritable(Object*, Args args) { return setFlag(args, &HandleFlags::inheritable); }
Owned getBlocking(Object*, Object* value) { return flagOf(value, &HandleFlags::blocking); }
Owned setBlocking(Object*, Args args) { return setFlag(args, &HandleFlags::blocking); }

// ---- from file to file

// Copies `count` bytes; at −1: from where the file stands.
Owned copyBytes(int out, int in, int64_t at, int64_t count) {
    char part[65536];
    int64_t copied = 0;
    while (copied < count) {
        size_t wanted = static_cast<size_t>(std::min<int64_t>(count - copied, sizeof part)), got = 0, put = 0;
        int failed = at < 0 ? hostReadHandle(in, part, wanted, got) : hostReadAt(in, part, wanted, at + copied, got);
        if (!failed && got) failed = hostWriteHandle(out, {part, got}, put);
        if (failed && copied == 0) return raiseOsError(failed);
        copied += static_cast<int64_t>(put);
        if (failed || put == 0 || put < got || !checkBreaker()) break;
    }
    return errorOccurred() || interpreter.stopping ? Owned(nullptr) : newInt(copied);
}

Owned sendfile(Object*, Args args) {
    Object* out[4] = {nullptr, nullptr, nullptr, nullptr};
    int to, from;
    int64_t at = -1;
    ssize count;
    if (!parseArgs("sendfile", args, "out_fd in_fd offset count", out) || !intArgument(out[0], &to) || !intArgument(out[1], &from)) return nullptr;
    if ((!isNone(out[2]) && !offsetArgument(out[2], &at)) || !sizeArgument(out[3], &count)) return nullptr;
    return copyBytes(to, from, at, count);
}

Owned copyFileRange(Object*, Args args) {
    Object* out[5] = {nullptr, nullptr, nullptr, None, None};
    int from, to;
    ssize count;
    int64_t at = -1, toAt, position;
    if (!parseArgs("copy_file_range", args, "src dst count | offset_src offset_dst", out)) return nullptr;
    if (!intArgument(out[0], &from) || !intArgument(out[1], &to) || !sizeArgument(out[2], &count)) return nullptr;
    if (!isNone(out[3]) && !offsetArgument(out[3], &at)) return nullptr;
    if (!isNone(out[4])) {
        if (!offsetArgument(out[4], &toAt)) return nullptr;
        if (int failed = hostSeek(to, toAt, SEEK_SET, position)) return raiseOsError(failed);
    }
    return copyBytes(to, from, at, count);
}

Owned posixFallocate(Object*, Args args) {
    int handle;
    int64_t at, size;
    FileStatus status;
    if (!intArgument(args[0], &handle) || !offsetArgument(args[1], &at) || !offsetArgument(args[2], &size)) return nullptr;
    int failed = hostHandleStatus(handle, status);
    if (!failed && (at < 0 || size <= 0)) failed = EINVAL;
    if (!failed && at + size > status.size) failed = hostTruncateHandle(handle, at + size);
    return done(failed);
}
Owned posixFadvise(Object*, Args args) {
    int handle;
    return intArgument(args[0], &handle) ? done(hostSync(handle)) : nullptr;
}
Owned lockf(Object*, Args args) {
    int handle;
    return intArgument(args[0], &handle) ? done(hostSync(handle)) : nullptr;
}

Owned umask(Object*, Object* value) {
    int mask;
    return intArgument(value, &mask) ? newInt(hostSetMask(static_cast<uint32_t>(mask))) : nullptr;
}

}

const MethodDef handleFunctions[] = {
    {"open", open, NativeKind::Keywords},
    {"close", close, NativeKind::Keywords},
    {"closerange", closerange, 2, 2},
    {"read", read, 2, 2},
    {"pread", pread, 3, 3},
    {"write", write, 2, 2},
    {"pwrite", pwrite, 3, 3},
    {"readv", readv, 2, 2},
    {"preadv", preadv, 3, 4},
    {"writev", writev, 2, 2},
    {"pwritev", pwritev, 3, 4},
    {"lseek", lseek, 3, 3},
    {"ftruncate", ftruncate, 2, 2},
    {"fsync", sync, NativeKind::Keywords},
    {"fdatasync", sync, NativeKind::Keywords},
    {"isatty", isatty},
    {"dup", dup},
    {"dup2", dup2, NativeKind::Keywords},
    {"pipe", pipe},
    {"pipe2", pipe2},
    {"get_inheritable", getInheritable},
    {"set_inheritable", setInheritable, 2, 2},
    {"get_blocking", getBlocking},
    {"set_blocking", setBlocking, 2, 2},
    {"sendfile", sendfile, NativeKind::Keywords},
    {"copy_file_range", copyFileRange, NativeKind::Keywords},
    {"posix_fallocate", posixFallocate, 3, 3},
    {"posix_fadvise", posixFadvise, 4, 4},
    {"lockf", lockf, 3, 3},
    {"umask", umask},
    {},
};

}

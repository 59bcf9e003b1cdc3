// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/handles.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <memory>

#include "core/base/plain_files.h"
#include "core/host/channels.h"
#include "core/host/data_files.h"
#include "core/host/file_changes.h"
#include "core/host/host.h"
#include "core/host/open_files.h"
#include "core/host/rules.h"

namespace memtape {

namespace {

using Realm = Place::Realm;

constexpr size_t mostHandles = 1024;

struct Handle {
    std::shared_ptr<OpenFile> file;
    HandleFlags flags;
};
std::vector<Handle> handles;
uint32_t mask = 022;

OpenFile* fileOf(int handle) {
    bool isKnown = handle >= 0 && static_cast<size_t>(handle) < handles.size();
    return isKnown ? handles[static_cast<size_t>(handle)].file.get() : nullptr;
}

int add(std::shared_ptr<OpenFile> file, int& handle) {
    size_t at = 0;
    while (at < handles.size() && handles[at].file) ++at;
    if (at == mostHandles) return EMFILE;
    if (at == handles.size()) handles.emplace_back();
    handles[at] = {std::move(file), {}};
    handle = static_cast<int>(at);
    return 0;
}

// Opens what is on the disk; what is written to it is, too.
int openOnDisk(const Place& place, int flags, uint32_t mode, std::shared_ptr<OpenFile>& file) {
    if (place.isThere() && !S_ISREG(place.disk.st_mode) && place.path != "/dev/null") return EACCES;
    int descriptor = -1;
    if (place.path == "/dev/null") descriptor = open("/dev/null", flags | O_CLOEXEC);
    else if (int failed = openPlainFile(place.path, flags | O_NOFOLLOW, mode, descriptor)) return failed == notPlainFile ? EACCES : failed;
    if (descriptor < 0) return errno;
    file = openDisk(descriptor, place.path);
    if ((flags & O_ACCMODE) != O_WRONLY && !(flags & O_TRUNC)) noteDataFile(descriptor, place.path);
    return 0;
}

int openPlace(Place& place, int flags, uint32_t mode, std::shared_ptr<OpenFile>& file) {
    int access = flags & O_ACCMODE;
    bool writes = access != O_RDONLY || (flags & O_TRUNC);
    if (place.isThere()) {
        if ((flags & O_CREAT) && (flags & O_EXCL)) return EEXIST;
        if (place.isFolder()) {
            if (writes || (flags & O_CREAT)) return EISDIR;
            file = openFolder(place);
            return 0;
        }
        if (place.wantsFolder || (flags & O_DIRECTORY)) return ENOTDIR;
    } else if (place.failed != ENOENT || !(flags & O_CREAT)) {
        return place.failed;
    }
    std::string_view name;
    if (mountOf(place.path, name)) {
        if (writes || !place.isThere()) return EROFS;
        std::string content;
        if (!place.mount->read(place.mountedName, content)) return EIO;
        file = openMounted(place, std::move(content));
        return 0;
    }
    WritesTo target = writesTo(place.path);
    if (writes || !place.isThere()) {
        if (!place.isThere() && !place.parentIsThere) return ENOENT;
        if (target == WritesTo::Nowhere) return EACCES;
        if (!place.isThere()) {
            if (place.wantsFolder) return EISDIR;
            if (!folderIsWritable(place.path)) return EACCES;
            if (place.throughLink && target == WritesTo::Disk) return ELOOP;
        }
    }
    if (target != WritesTo::Scratch || (place.realm == Realm::Disk && !writes)) return openOnDisk(place, flags, mode & ~mask, file);
    if (!place.isThere()) {
        place.node = scratch.make(place.path, ScratchNode::Kind::File, mode & ~mask & 0777);
        if (!place.node) return ENOSPC;
    } else {
        if (place.realm == Realm::Disk && (flags & O_TRUNC)) place.disk.st_size = 0;
        if (int failed = copyToScratch(place)) return failed;
        uint32_t bits = place.node->mode;
        if ((access != O_WRONLY && !(bits & 0400)) || (access != O_RDONLY && !(bits & 0200))) return EACCES;
        if (flags & O_TRUNC) {
            if (int failed = place.node->resize(0)) return failed;
            place.node->touch();
        }
    }
    file = openScratch(place, access, flags & O_APPEND);
    return 0;
}

}

void beginHandles() {
    handles.clear();
    mask = 022;
    for (int stream = 0; stream < 3; ++stream) handles.push_back({openStream(stream), {true, true}});
}

void endHandles() { handles.clear(); }

int hostOpen(const std::string& path, int flags, uint32_t mode, int& handle) {
    bool keepsLink = (flags & O_NOFOLLOW) || ((flags & O_CREAT) && (flags & O_EXCL));
    Place place = findPlace(path, keepsLink ? Links::Keep : Links::Follow);
    if (place.isThere() && place.isLink()) return flags & O_EXCL ? EEXIST : ELOOP;
    std::shared_ptr<OpenFile> file;
    if (int failed = openPlace(place, flags, mode, file)) return failed;
    return add(std::move(file), handle);
}

int hostClose(int handle) {
    if (!fileOf(handle)) return EBADF;
    std::shared_ptr<OpenFile> file = std::move(handles[static_cast<size_t>(handle)].file);
    handles[static_cast<size_t>(handle)] = Handle();
    return file.use_count() == 1 ? file->close() : 0;
}

namespace {

// A pipe or a socket from which nothing comes yet, or into which nothing fits: another thread may change that.
bool waitsForChannel(int handle) { return hostAwaitChannel && handles[static_cast<size_t>(handle)].flags.blocking && fileOf(handle)->isChannel(); }

}

int hostReadHandle(int handle, char* data, size_t size, size_t& got) {
    got = 0;
    for (;;) {
        OpenFile* file = fileOf(handle);
        int failed = file ? file->read(data, size, got) : EBADF;
        if (failed != EAGAIN || !waitsForChannel(handle)) return failed;
        if (hostAwaitChannel() == ChannelWait::Broken) return 0;
    }
}

// Who waits for a pipe writes all, or what it has taken until a signal's handler ran.
int hostWriteHandle(int handle, std::string_view bytes, size_t& written) {
    written = 0;
    for (;;) {
        OpenFile* file = fileOf(handle);
        size_t put = 0;
        int failed = file ? file->write(bytes.substr(written), put) : EBADF;
        written += put;
        if (failed && failed != EAGAIN) return written ? 0 : failed;
        if (written == bytes.size()) return 0;
        if (!file || !waitsForChannel(handle)) return written ? 0 : failed;
        ChannelWait wait = hostAwaitChannel();
        if (wait == ChannelWait::Broken || (wait == ChannelWait::Interrupted && written)) return 0;
    }
}

int hostReadAt(int handle, char* data, size_t size, int64_t at, size_t& got) {
    got = 0;
    OpenFile* file = fileOf(handle);
    if (!file) return EBADF;
    return at < 0 ? EINVAL : file->readAt(data, size, at, got);
}

int hostWriteAt(int handle, std::string_view bytes, int64_t at, size_t& written) {
    written = 0;
    OpenFile* file = fileOf(handle);
    if (!file) return EBADF;
    return at < 0 ? EINVAL : file->writeAt(bytes, at, written);
}

int hostSeek(int handle, int64_t offset, int whence, int64_t& position) {
    OpenFile* file = fileOf(handle);
    return file ? file->seek(offset, whence, position) : EBADF;
}

int hostTruncateHandle(int handle, int64_t size) {
    OpenFile* file = fileOf(handle);
    if (!file) return EBADF;
    return size < 0 ? EINVAL : file->truncate(size);
}

int hostHandleStatus(int handle, FileStatus& status) {
    OpenFile* file = fileOf(handle);
    return file ? file->status(status) : EBADF;
}

int hostHandlePath(int handle, std::string& path) {
    OpenFile* file = fileOf(handle);
    if (!file) return EBADF;
    path = file->path;
    return path.empty() ? ENOTDIR : 0;
}

int hostChangeHandleMode(int handle, uint32_t mode) {
    OpenFile* file = fileOf(handle);
    if (!file) return EBADF;
    return file->path.empty() ? EINVAL : hostChangeMode(file->path, mode);
}

int hostSync(int handle) { return fileOf(handle) ? 0 : EBADF; }

int hostDuplicate(int handle, int& copy) {
    if (!fileOf(handle)) return EBADF;
    return add(handles[static_cast<size_t>(handle)].file, copy);
}

int hostDuplicateTo(int handle, int copy) {
    if (!fileOf(handle) || copy < 0 || static_cast<size_t>(copy) >= mostHandles) return EBADF;
    if (handle == copy) return 0;
    std::shared_ptr<OpenFile> file = handles[static_cast<size_t>(handle)].file;
    if (fileOf(copy)) hostClose(copy);
    if (static_cast<size_t>(copy) >= handles.size()) handles.resize(static_cast<size_t>(copy) + 1);
    handles[static_cast<size_t>(copy)] = {std::move(file), {}};
    return 0;
}

namespace {

int addBoth(std::shared_ptr<OpenFile> one, std::shared_ptr<OpenFile> other, int ends[2]) {
    if (int failed = add(std::move(one), ends[0])) return failed;
    int failed = add(std::move(other), ends[1]);
    if (failed) hostClose(ends[0]);
    return failed;
}

}

int hostPipe(int ends[2]) {
    std::shared_ptr<OpenFile> out, in;
    makePipe(out, in);
    return addBoth(out, in, ends);
}

// ---- what there is beside files (channels.h)

int hostSocketPair(int ends[2]) {
    std::shared_ptr<OpenFile> one, other;
    makeSocketPair(one, other);
    return addBoth(one, other, ends);
}

int hostReserveHandle(int& handle) { return add(openReserved(), handle); }
int hostPollBits(int handle) { return fileOf(handle) ? fileOf(handle)->pollBits() : POLLNVAL; }
bool hostIsChannel(int handle) { return fileOf(handle) && fileOf(handle)->isChannel(); }
int hostShutDown(int handle, int how) { return fileOf(handle) ? fileOf(handle)->shutDown(how) : EBADF; }
int hostPeek(int handle, size_t size, std::string& bytes) { return fileOf(handle) ? fileOf(handle)->peek(size, bytes) : EBADF; }

HandleFlags* hostHandleFlags(int handle) { return fileOf(handle) ? &handles[static_cast<size_t>(handle)].flags : nullptr; }

uint32_t hostMask() { return mask; }
uint32_t hostSetMask(uint32_t next) {
    uint32_t before = mask;
    mask = next & 0777;
    return before;
}

}

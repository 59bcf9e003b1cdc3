// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/file_changes.h"

#include <fcntl.h>
#include <limits.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>

#include "core/host/handles.h"
#include "core/host/host.h"
#include "core/host/rules.h"

// What changes files and folders.

namespace memtape {

namespace {

using Realm = Place::Realm;
using Kind = ScratchNode::Kind;

bool isOnDisk(const std::string& path) {
    struct stat info {};
    return lstat(path.c_str(), &info) == 0;
}

Links linksFor(LastLink last) { return last == LastLink::Follow ? Links::Follow : Links::Keep; }

// Whether something may be made at a place; `target` says where.
int mayMake(const Place& place, WritesTo& target) {
    target = writesTo(place.path);
    if (place.isThere()) return EEXIST;
    if (place.failed != ENOENT) return place.failed;
    std::string_view name;
    if (mountOf(place.path, name)) return EROFS;
    if (!place.parentIsThere) return ENOENT;
    return target == WritesTo::Nowhere || !folderIsWritable(place.path) ? EACCES : 0;
}

// Whether what is at a place may be changed or go.
int mayChange(const Place& place, WritesTo& target) {
    if (!place.isThere()) return place.failed;
    target = writesTo(place.path);
    if (place.realm == Realm::Mount) return EROFS;
    if (place.realm == Realm::Above || target == WritesTo::Nowhere || place.path == Scratch::home) return EACCES;
    return 0;
}

// The same of what is to leave its folder.
int mayLeave(const Place& place, WritesTo& target) {
    int failed = mayChange(place, target);
    return !failed && !folderIsWritable(place.path) ? EACCES : failed;
}

int fromSystem(int result) { return result == 0 ? 0 : errno; }

int makeNode(const Place& place, Kind kind, uint32_t mode, std::string_view content = {}) {
    ScratchPointer node = scratch.make(place.path, kind, mode);
    if (!node) return ENOSPC;
    int failed = content.empty() ? 0 : node->write(0, content);
    if (failed) scratch.remove(place.path, isOnDisk(place.path));
    return failed;
}

// A folder with all that is in it, from one path in the scratch folder to another.
int moveTree(Place from, const std::string& to) {
    if (int failed = copyToScratch(from)) return failed;
    ScratchPointer node = from.node;
    if (node->kind == Kind::Folder) {
        std::vector<std::string> names;
        if (int failed = listPlace(from, names)) return failed;
        node = std::make_shared<ScratchNode>(); // the old one stays at its path until all is moved
        node->kind = Kind::Folder;
        node->mode = from.node->mode;
        node->opaque = true;
        scratch.put(to, node);
        for (const std::string& name : names)
            if (int failed = moveTree(findPlace(from.path + "/" + name, Links::Keep), to + "/" + name)) return failed;
    } else {
        scratch.put(to, node);
    }
    scratch.remove(from.path, isOnDisk(from.path));
    return 0;
}

int removeChecked(const Place& place) {
    WritesTo target = WritesTo::Nowhere;
    if (int failed = mayLeave(place, target)) return failed;
    if (target == WritesTo::Scratch) return scratch.remove(place.path, isOnDisk(place.path)), 0;
    return fromSystem(place.isFolder() ? rmdir(place.path.c_str()) : unlink(place.path.c_str()));
}

}

bool folderIsWritable(const std::string& path) {
    ScratchPointer folder = scratch.find(path.substr(0, std::max(path.rfind('/'), size_t{1})));
    return !folder || (folder->mode & 0200);
}

int copyToScratch(Place& place) {
    if (place.realm == Realm::Scratch) return 0;
    Kind kind = place.isFolder() ? Kind::Folder : place.isLink() ? Kind::Link : Kind::File;
    std::string content;
    if (kind == Kind::Link) {
        if (int failed = hostReadLink(place.path, content)) return failed;
    } else if (kind == Kind::File) {
        if (!S_ISREG(place.disk.st_mode)) return EACCES;
        if (static_cast<uint64_t>(place.disk.st_size) > host.scratchLimit) {
            if (host.noteLimit) host.noteLimit(HostLimit::Scratch);
            return ENOSPC;
        }
        if (int failed = readDescriptor(open(place.path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW), content)) return failed;
    }
    if (int failed = makeNode(place, kind, place.disk.st_mode & 07777, content)) return failed;
    place.node = scratch.find(place.path);
    FileStatus was;
    describeDisk(place.disk, was);
    place.node->readNs = was.readNs;
    place.node->writtenNs = was.writtenNs;
    place.realm = Realm::Scratch;
    return 0;
}

int hostMakeFolder(const std::string& path, uint32_t mode) {
    Place place = findPlace(path, Links::Keep);
    WritesTo target = WritesTo::Nowhere;
    if (int failed = mayMake(place, target)) return failed;
    if (target == WritesTo::Disk) return fromSystem(mkdir(place.path.c_str(), mode));
    return makeNode(place, Kind::Folder, mode & ~hostMask() & 0777);
}

int hostRemoveFile(const std::string& path) {
    Place place = findPlace(path, Links::Keep);
    if (place.isThere() && place.isFolder()) return EISDIR;
    if (place.isThere() && place.wantsFolder) return ENOTDIR;
    return removeChecked(place);
}

int hostRemoveFolder(const std::string& path) {
    Place place = findPlace(path, Links::Keep);
    if (!place.isThere()) return place.failed;
    if (!place.isFolder()) return ENOTDIR;
    std::vector<std::string> names;
    if (int failed = listPlace(place, names)) return failed;
    if (!names.empty()) return ENOTEMPTY;
    return removeChecked(place);
}

int hostRename(const std::string& from, const std::string& to) {
    Place source = findPlace(from, Links::Keep), place = findPlace(to, Links::Keep);
    WritesTo sourceTarget, target;
    if (int failed = mayLeave(source, sourceTarget)) return failed;
    int failed = place.isThere() ? mayChange(place, target) : mayMake(place, target);
    if (failed) return failed;
    if (sourceTarget != target) return EXDEV;
    if (source.path == place.path) return 0;
    if (target == WritesTo::Disk) return fromSystem(rename(source.path.c_str(), place.path.c_str()));
    if (place.path.compare(0, source.path.size() + 1, source.path + "/") == 0) return EINVAL;
    if (place.isThere()) {
        if (place.isFolder() && !source.isFolder()) return EISDIR;
        if (!place.isFolder() && source.isFolder()) return ENOTDIR;
        if (place.isFolder())
            if (int notEmpty = hostRemoveFolder(to)) return notEmpty;
    }
    return moveTree(source, place.path);
}

int hostLink(const std::string& from, const std::string& to) {
    Place source = findPlace(from, Links::Keep), place = findPlace(to, Links::Keep);
    WritesTo sourceTarget, target;
    if (int failed = mayChange(source, sourceTarget)) return failed;
    if (int failed = mayMake(place, target)) return failed;
    if (source.isFolder()) return EPERM;
    if (sourceTarget != target) return EXDEV;
    if (target == WritesTo::Disk) return fromSystem(link(source.path.c_str(), place.path.c_str()));
    if (int failed = copyToScratch(source)) return failed;
    return scratch.put(place.path, source.node);
}

int hostSymbolicLink(const std::string& linkTarget, const std::string& path) {
    if (linkTarget.find('\0') != std::string::npos) return EINVAL;
    if (linkTarget.empty()) return ENOENT;
    if (linkTarget.size() >= PATH_MAX) return ENAMETOOLONG;
    Place place = findPlace(path, Links::Keep);
    WritesTo target = WritesTo::Nowhere;
    if (int failed = mayMake(place, target)) return failed;
    if (target == WritesTo::Disk) return fromSystem(symlink(linkTarget.c_str(), place.path.c_str()));
    return makeNode(place, Kind::Link, 0777, linkTarget);
}

int hostTruncateFile(const std::string& path, int64_t size) {
    if (size < 0) return EINVAL;
    int handle;
    if (int failed = hostOpen(path, O_WRONLY, 0, handle)) return failed;
    int failed = hostTruncateHandle(handle, size);
    int closed = hostClose(handle);
    return failed ? failed : closed;
}

int hostChangeMode(const std::string& path, uint32_t mode, LastLink last) {
    Place place = findPlace(path, linksFor(last));
    WritesTo target = WritesTo::Nowhere;
    if (int failed = mayChange(place, target)) return failed;
    if (target == WritesTo::Disk) return fromSystem(fchmodat(AT_FDCWD, place.path.c_str(), mode, place.isLink() ? AT_SYMLINK_NOFOLLOW : 0));
    if (int failed = copyToScratch(place)) return failed;
    place.node->mode = mode & 07777;
    return 0;
}

int hostSetTimes(const std::string& path, int64_t readNs, int64_t writtenNs, LastLink last) {
    Place place = findPlace(path, linksFor(last));
    WritesTo target = WritesTo::Nowhere;
    if (int failed = mayChange(place, target)) return failed;
    if (target == WritesTo::Disk) {
        auto time = [](int64_t ns) {
            int64_t rest = ns % 1'000'000'000, seconds = ns / 1'000'000'000;
            if (rest < 0) rest += 1'000'000'000, --seconds;
            return timespec{seconds, rest};
        };
        timespec times[2] = {time(readNs), time(writtenNs)};
        return fromSystem(utimensat(AT_FDCWD, place.path.c_str(), times, AT_SYMLINK_NOFOLLOW));
    }
    if (int failed = copyToScratch(place)) return failed;
    place.node->readNs = readNs;
    place.node->writtenNs = writtenNs;
    return 0;
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/files.h"

#include <dirent.h>
#include <fcntl.h>
#include <limits.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <set>

#include "core/base/plain_files.h"
#include "core/host/file_changes.h"
#include "core/host/handles.h"
#include "core/host/host.h"
#include "core/host/places.h"
#include "core/host/rules.h"

namespace memtape {

namespace {

using Realm = Place::Realm;

int64_t nanoseconds(const timespec& t) { return static_cast<int64_t>(t.tv_sec) * 1'000'000'000 + t.tv_nsec; }

Links linksFor(LastLink last) { return last == LastLink::Follow ? Links::Follow : Links::Keep; }

// A number for what has none of its own, the same each time.
uint64_t inodeOfName(std::string_view path) {
    uint64_t hash = 14695981039346656037u;
    for (char c : path) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
    return hash >> 16;
}

constexpr int64_t mostReserved = int64_t{256} << 20; // bytes, for what a file says of itself

}

int readDescriptor(int descriptor, std::string& content) {
    if (descriptor < 0) return errno;
    // a file says how large it is, so that what is read of it need not move as it grows; one with holes may say more than there is memory
    struct stat info {};
    if (fstat(descriptor, &info) == 0 && S_ISREG(info.st_mode) && info.st_size > 0)
        content.reserve(content.size() + static_cast<size_t>(std::min<int64_t>(info.st_size, mostReserved)));
    char buffer[65536];
    int failed = 0;
    for (;;) {
        ssize_t got = read(descriptor, buffer, sizeof buffer);
        if (got > 0) content.append(buffer, static_cast<size_t>(got));
        else if (got == 0) break;
        else if (errno != EINTR) {
            failed = errno;
            break;
        }
    }
    close(descriptor);
    return failed;
}

// All that a program sees looks like one file system.
constexpr uint64_t onlyDevice = 1;

void describeDisk(const struct stat& info, FileStatus& status) {
    status.mode = info.st_mode;
    status.inode = info.st_ino;
    status.device = onlyDevice;
    status.specialDevice = info.st_rdev;
    status.links = info.st_nlink;
    status.user = info.st_uid;
    status.group = info.st_gid;
    status.size = info.st_size;
    status.blockSize = info.st_blksize;
    status.blocks = info.st_blocks;
    status.readNs = nanoseconds(info.st_atim);
    status.writtenNs = nanoseconds(info.st_mtim);
    status.changedNs = nanoseconds(info.st_ctim);
}

void describeNode(const ScratchNode& node, FileStatus& status) {
    bool isFolder = node.kind == ScratchNode::Kind::Folder;
    status.mode = node.mode | (isFolder ? S_IFDIR : node.kind == ScratchNode::Kind::Link ? S_IFLNK : S_IFREG);
    status.inode = node.inode;
    status.device = onlyDevice;
    status.links = isFolder ? 2 : node.paths;
    status.user = status.group = programUser;
    status.size = isFolder ? 4096 : static_cast<int64_t>(node.content.size());
    status.blocks = (status.size + 511) / 512;
    status.readNs = node.readNs;
    status.writtenNs = node.writtenNs;
    status.changedNs = node.changedNs;
}

void describe(const Place& place, FileStatus& status) {
    if (place.realm == Realm::Disk) return describeDisk(place.disk, status);
    if (place.realm == Realm::Scratch) return describeNode(*place.node, status);
    bool isFolder = place.isFolder();
    status.mode = isFolder ? S_IFDIR | 0555 : S_IFREG | 0444;
    status.inode = inodeOfName(place.path);
    status.device = onlyDevice;
    status.links = isFolder ? 2 : 1;
    status.size = isFolder ? 4096 : static_cast<int64_t>(place.mounted.size);
    status.blocks = (status.size + 511) / 512;
}

int listPlace(const Place& folder, std::vector<std::string>& names) {
    if (!folder.isThere()) return folder.failed;
    if (!folder.isFolder()) return ENOTDIR;
    if (folder.realm == Realm::Mount) return folder.mount->list(folder.mountedName, names) ? 0 : ENOENT;
    std::set<std::string> all;
    bool onDisk = !scratch.hidesBelow(folder.path);
    if (onDisk && allowsAt(folder.path, FileUse::Read)) {
        if (DIR* open = opendir(folder.path.c_str())) {
            while (dirent* entry = readdir(open)) all.insert(entry->d_name);
            closedir(open);
        } else if (folder.realm == Realm::Disk) {
            return errno;
        }
        all.erase(".");
        all.erase("..");
    }
    std::string below = folder.path == "/" ? "/" : folder.path + "/";
    for (auto it = all.begin(); it != all.end();) {
        ScratchPointer node = scratch.find(below + *it);
        if (node && node->kind == ScratchNode::Kind::Removed) it = all.erase(it);
        else ++it;
    }
    for (const std::string& name : scratch.namesIn(folder.path)) all.insert(name);
    if (onDisk)
        for (const std::string& visible : visibleFolders()) // the ways to what may be seen
            if (visible.size() > below.size() && visible.compare(0, below.size(), below) == 0)
                all.insert(visible.substr(below.size(), visible.find('/', below.size()) - below.size()));
    names.assign(all.begin(), all.end());
    return 0;
}

int hostReadFile(const std::string& path, std::string& content) {
    Place place = findPlace(path);
    if (!place.isThere()) return place.failed;
    if (place.isFolder()) return EISDIR;
    if (place.wantsFolder) return ENOTDIR;
    if (place.realm == Realm::Scratch) return content += place.node->content, 0;
    if (place.realm == Realm::Mount) return place.mount->read(place.mountedName, content) ? 0 : EIO;
    if (!S_ISREG(place.disk.st_mode)) return EACCES;
    int descriptor = -1;
    if (int failed = openPlainFile(place.path, O_RDONLY | O_NOFOLLOW, 0, descriptor)) return failed == notPlainFile ? EACCES : failed;
    return readDescriptor(descriptor, content);
}

int hostWriteFile(const std::string& path, std::string_view content) {
    int handle;
    if (int failed = hostOpen(path, O_WRONLY | O_CREAT | O_TRUNC, 0666, handle)) return failed;
    int failed = 0;
    while (!failed && !content.empty()) {
        size_t written = 0;
        failed = hostWriteHandle(handle, content, written);
        content.remove_prefix(written);
    }
    int closed = hostClose(handle);
    return failed ? failed : closed;
}

FileKind hostFileKind(const std::string& path) {
    Place place = findPlace(path);
    if (!place.isThere()) return FileKind::Missing;
    if (place.isFolder()) return FileKind::Folder;
    if (place.wantsFolder) return FileKind::Missing;
    return place.realm == Realm::Disk && !S_ISREG(place.disk.st_mode) ? FileKind::Other : FileKind::File;
}

int hostListFolder(const std::string& path, std::vector<std::string>& names) { return listPlace(findPlace(path), names); }

int hostStatus(const std::string& path, FileStatus& status, LastLink last) {
    Place place = findPlace(path, linksFor(last));
    if (!place.isThere()) return place.failed;
    if (place.wantsFolder && !place.isFolder()) return ENOTDIR;
    describe(place, status);
    return 0;
}

int hostAccess(const std::string& path, int mode) {
    Place place = findPlace(path);
    if (!place.isThere()) return place.failed;
    if (place.wantsFolder && !place.isFolder()) return ENOTDIR;
    if (mode & W_OK) {
        WritesTo target = writesTo(place.path);
        if (place.realm == Realm::Mount) return EROFS;
        if (target == WritesTo::Nowhere) return EACCES;
        if (target == WritesTo::Disk) return access(place.path.c_str(), mode) == 0 ? 0 : errno;
    }
    FileStatus status;
    describe(place, status);
    if ((mode & W_OK) && !(status.mode & 0222)) return EACCES;
    if (place.realm == Realm::Disk && access(place.path.c_str(), mode & ~W_OK) != 0) return errno;
    if ((mode & X_OK) && !(status.mode & 0111)) return EACCES;
    if ((mode & R_OK) && !(status.mode & 0444)) return EACCES;
    return 0;
}

int hostReadLink(const std::string& path, std::string& target) {
    Place place = findPlace(path, Links::Keep);
    if (!place.isThere()) return place.failed;
    if (!place.isLink()) return EINVAL;
    if (place.node) return target = place.node->content, 0;
    char buffer[PATH_MAX];
    ssize_t size = readlink(place.path.c_str(), buffer, sizeof buffer);
    if (size < 0) return errno;
    target.assign(buffer, static_cast<size_t>(size));
    return 0;
}

std::string hostCurrentFolder() { return currentFolder(); }

int hostChangeFolder(const std::string& path) {
    Place place = findPlace(path);
    if (!place.isThere()) return place.failed;
    if (!place.isFolder()) return ENOTDIR;
    host.currentFolder = place.path;
    return 0;
}

int hostOpenNamed(const std::string& path, int& descriptor) {
    struct stat info {};
    if (stat(path.c_str(), &info) != 0) return errno;
    if (S_ISDIR(info.st_mode)) return EISDIR;
    return openNamedFile(path, O_RDONLY, descriptor);
}

int hostReadNamed(const std::string& path, std::string& content) {
    int descriptor = -1;
    if (int failed = hostOpenNamed(path, descriptor)) return failed;
    return readDescriptor(descriptor, content);
}

std::string hostAbsolutePath(const std::string& path) {
    if (path.empty() || path[0] == '/' || path[0] == '<') return path;
    char folder[PATH_MAX];
    if (!getcwd(folder, sizeof folder)) return path;
    std::string rest = path;
    while (rest.compare(0, 2, "./") == 0) rest.erase(0, 2);
    return std::string(folder) + "/" + rest;
}

std::string folderOfFile(const std::string& path) {
    size_t slash = path.rfind('/');
    return slash == std::string::npos ? "." : slash == 0 ? "/" : path.substr(0, slash);
}

const char* errorText(int number) {
    if (number == notPlainFile) return notPlainFileText;
    return strerrordesc_np(number) ? strerrordesc_np(number) : "Unknown error";
}

}

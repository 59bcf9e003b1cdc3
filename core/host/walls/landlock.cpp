// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/walls/landlock.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>

namespace memtape {

namespace {

// The kernel's interface, as its documentation has it. Its own header is not asked: the one that is installed may be older than the kernel that runs.
constexpr long createCall = 444, addCall = 445, restrictCall = 446; // the same on every architecture
constexpr unsigned askForVersion = 1, pathRule = 1;

namespace may {
constexpr uint64_t Execute = 1 << 0, WriteFile = 1 << 1, ReadFile = 1 << 2, ReadFolder = 1 << 3, RemoveFolder = 1 << 4, RemoveFile = 1 << 5,
                   MakeDevice = 1 << 6, MakeFolder = 1 << 7, MakeFile = 1 << 8, MakeSocket = 1 << 9, MakeFifo = 1 << 10, MakeBlock = 1 << 11,
                   MakeLink = 1 << 12, MoveBetweenFolders = 1 << 13, Truncate = 1 << 14, ControlDevice = 1 << 15;
constexpr uint64_t Everything = Execute | WriteFile | ReadFile | ReadFolder | RemoveFolder | RemoveFile | MakeDevice | MakeFolder | MakeFile |
                                MakeSocket | MakeFifo | MakeBlock | MakeLink | MoveBetweenFolders | Truncate | ControlDevice;
constexpr uint64_t OfFiles = Execute | WriteFile | ReadFile | Truncate | ControlDevice; // all that a rule for a single file may name
}

// What a version cannot tell apart yet, it does not restrict; but moving between folders, which the first one always refuses.
uint64_t knownTo(int version) {
    uint64_t known = may::Everything;
    if (version < 5) known &= ~may::ControlDevice;
    if (version < 3) known &= ~may::Truncate;
    if (version < 2) known &= ~may::MoveBetweenFolders;
    return known;
}

uint64_t rightsFor(FileAccess access) {
    switch (access) {
    case FileAccess::List: return may::ReadFolder;
    case FileAccess::Read: return may::ReadFolder | may::ReadFile;
    case FileAccess::Write: break;
    }
    return may::ReadFolder | may::ReadFile | may::WriteFile | may::Truncate | may::MakeFile | may::MakeFolder | may::MakeLink | may::RemoveFile |
           may::RemoveFolder | may::MoveBetweenFolders;
}

struct Restricted {
    uint64_t files = 0, network = 0, scopes = 0;
};
struct __attribute__((packed)) Allowed {
    uint64_t rights = 0;
    int32_t descriptor = -1;
};

struct Descriptor {
    int number;
    ~Descriptor() {
        if (number >= 0) close(number);
    }
};

int addRule(int rules, const FileRule& rule, uint64_t known) {
    const Descriptor at{open(rule.path.c_str(), O_PATH | O_CLOEXEC)};
    if (at.number < 0) return 0; // nothing is there to be allowed
    struct stat info {};
    if (fstat(at.number, &info) != 0) return errno;
    Allowed allowed{rightsFor(rule.access) & known & (S_ISDIR(info.st_mode) ? UINT64_MAX : may::OfFiles), at.number};
    if (!allowed.rights || syscall(addCall, rules, pathRule, &allowed, 0) == 0) return 0;
    return errno == EBADFD ? 0 : errno; // a pipe or a socket that is open already lies in no folder, and has no rules
}

}

int landlockVersion() {
    const long version = syscall(createCall, nullptr, 0, askForVersion);
    return version > 0 ? static_cast<int>(version) : 0;
}

int restrictFiles(const std::vector<FileRule>& rules) {
    const int version = landlockVersion();
    if (!version) return ENOSYS;
    Restricted restricted;
    restricted.files = knownTo(version);
    restricted.network = version >= 4 ? 3 : 0; // bind, connect
    restricted.scopes = version >= 6 ? 3 : 0;  // abstract sockets, signals
    const size_t size = version >= 6 ? 24 : version >= 4 ? 16 : 8;
    const Descriptor made{static_cast<int>(syscall(createCall, &restricted, size, 0))};
    if (made.number < 0) return errno;
    for (const FileRule& rule : rules)
        if (int failed = addRule(made.number, rule, restricted.files)) return failed;
    return syscall(restrictCall, made.number, 0) == 0 ? 0 : errno;
}

}

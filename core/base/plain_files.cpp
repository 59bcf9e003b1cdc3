// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/plain_files.h"

#include <fcntl.h>
#include <linux/magic.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <cerrno>

namespace memtape {

bool isPlainFile(int descriptor) {
    struct stat info {};
    struct statfs system {};
    return fstat(descriptor, &info) == 0 && S_ISREG(info.st_mode) && (fstatfs(descriptor, &system) != 0 || system.f_type != PROC_SUPER_MAGIC);
}

bool isOpenAlready(const std::string& path) {
    return path == "/dev/null" || path == "/dev/stdin" || path == "/dev/stdout" || path.compare(0, 8, "/dev/fd/") == 0;
}

int openPlainFile(const std::string& path, int flags, unsigned mode, int& descriptor) {
    // Opening some devices does something by itself (a tape winds back): they are refused before. What takes their place meanwhile is refused behind.
    struct stat info {};
    if (stat(path.c_str(), &info) == 0 && !S_ISREG(info.st_mode) && !S_ISDIR(info.st_mode)) return notPlainFile;
    int opened = open(path.c_str(), flags | O_CLOEXEC | O_NOCTTY | O_NONBLOCK, mode);
    if (opened < 0) return errno;
    if (!isPlainFile(opened)) {
        close(opened);
        return notPlainFile;
    }
    descriptor = opened;
    return 0;
}

int openNamedFile(const std::string& path, int flags, int& descriptor) {
    if (!isOpenAlready(path)) return openPlainFile(path, flags, 0, descriptor);
    descriptor = open(path.c_str(), flags | O_CLOEXEC | O_NOCTTY);
    return descriptor < 0 ? errno : 0;
}

}

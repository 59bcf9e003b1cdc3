// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/files.h"

#include <dirent.h>
#include <fcntl.h>
#include <limits.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "core/host/rules.h"

namespace memtape {

namespace {

// All that a descriptor gives, which is closed.
int readAll(int descriptor, std::string& content) {
    if (descriptor < 0) return errno;
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

}

int hostReadFile(const std::string& path, std::string& content) {
    std::string real;
    if (int refused = hostResolve(path, FileUse::Read, real)) return refused;
    struct stat info {};
    if (stat(real.c_str(), &info) != 0) return errno;
    if (S_ISDIR(info.st_mode)) return EISDIR;
    if (!S_ISREG(info.st_mode)) return EACCES;
    return readAll(open(real.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW), content);
}

int hostWriteFile(const std::string& path, std::string_view content) {
    std::string real;
    if (int refused = hostResolve(path, FileUse::Write, real)) return refused;
    int descriptor = open(real.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0666);
    if (descriptor < 0) return errno;
    while (!content.empty()) {
        ssize_t put = write(descriptor, content.data(), content.size());
        if (put < 0) {
            int failed = errno;
            close(descriptor);
            return failed;
        }
        content.remove_prefix(static_cast<size_t>(put));
    }
    return close(descriptor) == 0 ? 0 : errno;
}

FileKind hostFileKind(const std::string& path) {
    std::string real;
    struct stat info {};
    if (hostResolve(path, FileUse::Read, real) != 0 || stat(real.c_str(), &info) != 0) return FileKind::Missing;
    return S_ISDIR(info.st_mode) ? FileKind::Folder : S_ISREG(info.st_mode) ? FileKind::File : FileKind::Other;
}

int hostListFolder(const std::string& path, std::vector<std::string>& names) {
    std::string real;
    if (int refused = hostResolve(path, FileUse::Read, real)) return refused;
    DIR* folder = opendir(real.c_str());
    if (!folder) return errno;
    while (dirent* entry = readdir(folder)) {
        std::string name = entry->d_name;
        if (name != "." && name != "..") names.push_back(name);
    }
    closedir(folder);
    return 0;
}

int hostOpenNamed(const std::string& path, int& descriptor) {
    struct stat info {};
    if (stat(path.c_str(), &info) != 0) return errno;
    if (S_ISDIR(info.st_mode)) return EISDIR;
    descriptor = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    return descriptor < 0 ? errno : 0;
}

int hostReadNamed(const std::string& path, std::string& content) {
    int descriptor = -1;
    if (int failed = hostOpenNamed(path, descriptor)) return failed;
    return readAll(descriptor, content);
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

const char* errorText(int number) { return strerrordesc_np(number) ? strerrordesc_np(number) : "Unknown error"; }

}

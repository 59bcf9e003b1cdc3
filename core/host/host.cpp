// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/host.h"

#include <dirent.h>
#include <fcntl.h>
#include <limits.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "core/events/recorder.h"
#include "core/python/objects/model/interpreter.h"

namespace memtape {

Host host;

void hostWrite(OutputStream stream, std::string_view bytes) {
    if (bytes.empty()) return;
    if (recorder) recorder->output(stream, bytes);
    if (host.output) host.output(host.context, stream, bytes.data(), bytes.size());
}

static void publishToFollower() {
    if (recorder && host.followed) recorder->publish();
}

bool hostReadLine(std::string& line) {
    line.clear();
    if (!host.readLine || host.inputEnded) return false;
    publishToFollower();
    do {
        if (!checkBreaker()) return false;
        if (!host.readLine(host.context, line)) {
            checkBreaker(); // whoever waited may have given up because of it
            return false;
        }
    } while (line.empty());
    if (recorder) recorder->input(line);
    return true;
}

static int64_t clockNs(clockid_t clock) {
    timespec t{};
    clock_gettime(clock, &t);
    return static_cast<int64_t>(t.tv_sec) * 1'000'000'000 + t.tv_nsec;
}

static int64_t systemClock(HostClock which) {
    return clockNs(which == HostClock::Wall ? CLOCK_REALTIME : which == HostClock::Monotonic ? CLOCK_MONOTONIC : CLOCK_PROCESS_CPUTIME_ID);
}
static void systemRandom(void* out, size_t size) {
    auto* p = static_cast<char*>(out);
    while (size > 0) {
        ssize_t got = getrandom(p, size, 0);
        if (got <= 0) return;
        p += got;
        size -= static_cast<size_t>(got);
    }
}
HostSources hostSources = {systemClock, systemRandom};

int64_t hostTimeNs() { return hostSources.clock(HostClock::Wall); }
int64_t hostMonotonicNs() { return hostSources.clock(HostClock::Monotonic); }
int64_t hostProcessNs() { return hostSources.clock(HostClock::Process); }

bool hostSleep(double seconds) {
    if (seconds > 0.01) publishToFollower();
    int64_t end = clockNs(CLOCK_MONOTONIC) + static_cast<int64_t>(seconds < 1e9 ? seconds * 1e9 : 1e18);
    for (;;) {
        if (!checkBreaker()) return false;
        int64_t left = end - clockNs(CLOCK_MONOTONIC);
        if (left <= 0) return true;
        if (left > 20'000'000) left = 20'000'000;
        timespec t{0, static_cast<long>(left)};
        nanosleep(&t, nullptr);
    }
}

void hostRandomBytes(void* out, size_t size) { hostSources.random(out, size); }

// ---- files

// The path without links, '.' and '..'; of a file that is not there yet, its folder's with the name behind it.
static std::string realPath(const std::string& path) {
    char buffer[PATH_MAX];
    if (realpath(path.c_str(), buffer)) return buffer;
    size_t slash = path.rfind('/');
    std::string folder = slash == std::string::npos ? "." : slash == 0 ? "/" : path.substr(0, slash);
    std::string name = slash == std::string::npos ? path : path.substr(slash + 1);
    if (name == ".." || !realpath(folder.c_str(), buffer)) return {};
    return std::string(buffer) + "/" + name;
}

static bool within(const std::string& path, const std::string& folder) {
    if (folder.empty()) return false;
    std::string root = realPath(folder);
    if (root.empty()) return false;
    if (root == "/") return true;
    return path.compare(0, root.size(), root) == 0 && (path.size() == root.size() || path[root.size()] == '/');
}

bool hostAllows(const std::string& path, FileUse use) {
    std::string real = realPath(path);
    if (real.empty()) real = path;
    if (use == FileUse::Read) {
        if (within(real, host.programFolder)) return true;
        for (const std::string& folder : host.allowRead)
            if (within(real, folder)) return true;
    }
    for (const std::string& folder : host.allowWrite)
        if (within(real, folder)) return true;
    return false;
}

int hostReadFile(const std::string& path, std::string& content) {
    if (path.find('\0') != std::string::npos) return EINVAL;
    if (!hostAllows(path, FileUse::Read)) return EACCES;
    struct stat info {};
    if (stat(path.c_str(), &info) != 0) return errno;
    if (S_ISDIR(info.st_mode)) return EISDIR;
    if (!S_ISREG(info.st_mode)) return EACCES;
    FILE* file = std::fopen(path.c_str(), "rb");
    if (!file) return errno;
    char buffer[65536];
    size_t got;
    while ((got = std::fread(buffer, 1, sizeof buffer, file)) > 0) content.append(buffer, got);
    int failed = std::ferror(file) ? EIO : 0;
    std::fclose(file);
    return failed;
}

int hostWriteFile(const std::string& path, std::string_view content) {
    if (path.find('\0') != std::string::npos) return EINVAL;
    if (!hostAllows(path, FileUse::Write)) return EACCES;
    int descriptor = open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0666);
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
    struct stat info {};
    if (!hostAllows(path, FileUse::Read) || stat(path.c_str(), &info) != 0) return FileKind::Missing;
    return S_ISDIR(info.st_mode) ? FileKind::Folder : FileKind::File;
}

int hostListFolder(const std::string& path, std::vector<std::string>& names) {
    if (!hostAllows(path, FileUse::Read)) return EACCES;
    DIR* folder = opendir(path.c_str());
    if (!folder) return errno;
    while (dirent* entry = readdir(folder)) {
        std::string name = entry->d_name;
        if (name != "." && name != "..") names.push_back(name);
    }
    closedir(folder);
    return 0;
}

const char* errorText(int number) { return strerrordesc_np(number) ? strerrordesc_np(number) : "Unknown error"; }

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/walls/confinement.h"

#include <link.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "core/base/check.h"
#include "core/host/walls/call_filter.h"
#include "core/host/walls/landlock.h"

namespace memtape {

namespace {

#if defined(__SANITIZE_ADDRESS__)
constexpr bool isSanitized = true; // its shadow takes terabytes of addresses, and it reads about itself in /proc
#else
constexpr bool isSanitized = false;
#endif

// Where the shared libraries lie that this process has loaded; beside them lies what they load when it is asked for (character sets, plugins).
std::vector<std::string> libraryFolders() {
    std::vector<std::string> folders;
    auto add = [](dl_phdr_info* info, size_t, void* found) {
        std::string folder = info->dlpi_name;
        const size_t slash = folder.rfind('/');
        if (slash == std::string::npos || slash == 0) return 0; // this program, or what the kernel has put there
        folder.resize(slash);
        auto& all = *static_cast<std::vector<std::string>*>(found);
        if (std::find(all.begin(), all.end(), folder) == all.end()) all.push_back(folder);
        return 0;
    };
    dl_iterate_phdr(add, &folders);
    return folders;
}

constexpr const char* readBySystemLibraries[] = {"/etc/ld.so.cache", "/etc/ssl/openssl.cnf", "/dev/urandom", "/sys/devices/system/cpu/online"};
constexpr const char* readToDraw[] = {"/etc/fonts",       "/usr/lib/locale",       "/etc/locale.alias", "/usr/share",
                                      "/usr/local/share", "/var/cache/fontconfig", "/etc/localtime"};
constexpr const char* readToDrawAtHome[] = {"/.fonts", "/.fonts.conf", "/.local/share/fonts", "/.config/fontconfig", "/.cache/fontconfig"};

std::vector<FileRule> fileRules(const Confinement& confinement) {
    std::vector<FileRule> rules;
    auto add = [&rules](const std::string& path, FileAccess access) { rules.push_back({path, access}); };
    for (const std::string& path : confinement.readable) add(path, FileAccess::Read);
    for (const std::string& path : confinement.listed) add(path, FileAccess::List);
    for (const std::string& path : confinement.writable) add(path, FileAccess::Write);
    for (const std::string& folder : libraryFolders()) add(folder, FileAccess::Read);
    for (const char* path : readBySystemLibraries) add(path, FileAccess::Read);
    add("/dev/null", FileAccess::Write);
    if (isSanitized) add("/proc/self", FileAccess::Read);
    if (!confinement.draws) return rules;
    for (const char* path : readToDraw) add(path, FileAccess::Read);
    if (const char* home = std::getenv("HOME"); home && *home == '/')
        for (const char* path : readToDrawAtHome) add(std::string(home) + path, FileAccess::Read);
    return rules;
}

bool hasOneThread() {
    struct stat threads {};
    return stat("/proc/self/task", &threads) != 0 || threads.st_nlink == 3;
}

// A limit only ever becomes lower.
void limit(__rlimit_resource_t what, rlim_t most) {
    rlimit now{};
    if (getrlimit(what, &now) != 0) return;
    now.rlim_max = std::min(now.rlim_max, most);
    now.rlim_cur = std::min(now.rlim_cur, now.rlim_max);
    setrlimit(what, &now);
}

void setLimits(const Confinement& confinement) {
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, confinement.largestFile);
    signal(SIGXFSZ, SIG_IGN); // a file that grows too large is an error of the write
    if (confinement.addressSpace && !isSanitized) limit(RLIMIT_AS, confinement.addressSpace);
    rlimit files{};
    if (getrlimit(RLIMIT_NOFILE, &files) == 0) limit(RLIMIT_NOFILE, files.rlim_cur);
}

std::string problem(const char* wall, int error) {
    return std::string("the program cannot be confined: ") + wall + " refuses (" + std::strerror(error) + ")";
}

}

std::string confineProcess(const Confinement& confinement) {
#if defined(MEMTAPE_WRITES_PROFILE)
    return {}; // what the run was like is written beside the objects when it ends
#endif
    MEMTAPE_CHECK(hasOneThread());
    if (confinement.endsWithParent) prctl(PR_SET_PDEATHSIG, SIGKILL);
    setLimits(confinement);
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return {}; // no such kernel has the others
    if (landlockVersion())
        if (int failed = restrictFiles(fileRules(confinement))) return problem("Landlock", failed);
    if (canFilterCalls())
        if (int failed = filterCalls({!confinement.writable.empty(), confinement.draws})) return problem("seccomp", failed);
    return {};
}

std::string wallsSentence() {
    const int version = landlockVersion();
    const std::string files = version ? "Landlock " + std::to_string(version) : "";
    const std::string calls = canFilterCalls() ? "seccomp" : "";
    if (files.empty() && calls.empty()) return "Programs are held by Memtape's own checks alone: this kernel has neither Landlock nor seccomp.";
    const std::string lacking = files.empty() ? "; this kernel lacks Landlock" : calls.empty() ? "; this kernel lacks seccomp" : "";
    return "Programs run behind " + files + (files.empty() || calls.empty() ? "" : ", ") + calls + " and limits of the process" + lacking + ".";
}

}

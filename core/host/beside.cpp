// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/beside.h"

#include <dirent.h>
#include <limits.h>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <string_view>

namespace memtape {

namespace {

bool isModule(std::string_view name) { return name.ends_with(".py"); }

bool isFolder(const std::string& path) {
    struct stat info {};
    return stat(path.c_str(), &info) == 0 && S_ISDIR(info.st_mode);
}
bool isThere(const std::string& path) {
    struct stat info {};
    return lstat(path.c_str(), &info) == 0;
}

bool holdsModules(const std::string& folder) {
    DIR* open = opendir(folder.c_str());
    if (!open) return false;
    bool found = false;
    while (const dirent* entry = found ? nullptr : readdir(open)) found = isModule(entry->d_name) && entry->d_name[0] != '.';
    closedir(open);
    return found;
}

bool leadsTo(const char* path, const std::string& folder) {
    char buffer[PATH_MAX];
    return path && *path && realpath(path, buffer) && folder == buffer;
}

std::string homeOfUser() {
    const passwd* user = getpwuid(getuid());
    return user ? user->pw_dir : "";
}

bool isShared(const std::string& folder) {
    if (folder == "/") return true;
    static const std::string home = homeOfUser();
    for (const char* path :
         {"/tmp", "/var/tmp", "/dev/shm", static_cast<const char*>(getenv("TMPDIR")), static_cast<const char*>(getenv("HOME")), home.c_str()})
        if (leadsTo(path, folder)) return true;
    return false;
}

}

bool mayReadBeside(const std::string& real, const std::string& folder) {
    std::string_view rest = std::string_view(real).substr(folder == "/" ? 0 : folder.size());
    if (rest.find("/.") != rest.npos) return false;
    if (!rest.empty() && rest[0] == '/') rest.remove_prefix(1);
    if (rest.empty() || !isThere(real)) return true;
    const size_t slash = rest.find('/');
    const bool isDirect = slash == rest.npos;
    if (isShared(folder)) {
        std::string first = folder + "/" + std::string(rest.substr(0, slash));
        return isThere(first + "/__init__.py") || (isDirect && isModule(rest));
    }
    return isDirect || isModule(rest) || isFolder(real) || holdsModules(real.substr(0, real.rfind('/')));
}

BesidePaths pathsBeside(const std::string& folder) {
    char real[PATH_MAX];
    if (!realpath(folder.c_str(), real)) return {};
    if (!isShared(real)) return {{real}, {}};
    BesidePaths paths{{}, {real}};
    DIR* open = opendir(real);
    while (const dirent* entry = open ? readdir(open) : nullptr) {
        const std::string path = std::string(real) + "/" + entry->d_name;
        if (entry->d_name[0] != '.' && (isModule(entry->d_name) || isThere(path + "/__init__.py"))) paths.readable.push_back(path);
    }
    if (open) closedir(open);
    return paths;
}

}

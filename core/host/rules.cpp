// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/rules.h"

#include <limits.h>

#include <cerrno>
#include <cstdlib>

#include "core/host/beside.h"
#include "core/host/host.h"
#include "core/host/mounts.h"
#include "core/host/scratch.h"

namespace memtape {

namespace {

// Where a path leads: the part of it that is there, without links, and the rest.
struct Place {
    std::string found, rest;
    std::string whole() const { return rest.empty() ? found : (found == "/" ? found : found + "/") + rest; }
    bool restGoesUp() const { return ("/" + rest + "/").find("/../") != std::string::npos; }
};

bool find(const std::string& path, Place& place) {
    char buffer[PATH_MAX];
    std::string head = path;
    bool wantsFolder = path.back() == '/';
    while (!realpath(head.c_str(), buffer)) {
        if (head == "." || head == "/") return false;
        while (head.size() > 1 && head.back() == '/') head.pop_back();
        size_t slash = head.rfind('/');
        std::string name = head.substr(slash == std::string::npos ? 0 : slash + 1);
        place.rest = place.rest.empty() ? name : name + "/" + place.rest;
        head = slash == std::string::npos ? "." : slash == 0 ? "/" : head.substr(0, slash);
    }
    if (wantsFolder && !place.rest.empty()) place.rest += '/';
    place.found = buffer;
    return true;
}

bool within(const std::string& real, const std::string& folder) {
    char buffer[PATH_MAX];
    if (folder.empty() || !realpath(folder.c_str(), buffer)) return false;
    std::string root = buffer;
    if (root == "/") return true;
    return real.compare(0, root.size(), root) == 0 && (real.size() == root.size() || real[root.size()] == '/');
}

bool withinAny(const std::string& real, const std::vector<std::string>& folders) {
    for (const std::string& folder : folders)
        if (within(real, folder)) return true;
    return false;
}

bool isReadableBeside(const std::string& real) {
    char folder[PATH_MAX];
    return host.readsBeside && within(real, host.programFolder) && realpath(host.programFolder.c_str(), folder) && mayReadBeside(real, folder);
}

bool isProgramFile(const std::string& real) {
    char buffer[PATH_MAX];
    return !host.programFile.empty() && realpath(host.programFile.c_str(), buffer) && real == buffer;
}

}

bool allowsAt(const std::string& real, FileUse use) {
    if (real == "/dev/null" || withinAny(real, host.allowWrite)) return true;
    return use == FileUse::Read && (isReadableBeside(real) || withinAny(real, host.allowRead) || isProgramFile(real));
}

WritesTo writesTo(const std::string& real) {
    if (real == "/dev/null" || withinAny(real, host.allowWrite)) return WritesTo::Disk;
    bool isOwn = within(real, host.programFolder) || (!host.workingFolder.empty() && within(real, host.workingFolder));
    if (isOwn && host.allowWrite.empty()) return WritesTo::Scratch;
    return !isOwn && (real == Scratch::home || isInScratchHome(real)) ? WritesTo::Scratch : WritesTo::Nowhere;
}

bool leadsToVisible(const std::string& real) {
    std::string below = real == "/" ? real : real + "/";
    for (const std::string& folder : visibleFolders())
        if (folder == real || folder.compare(0, below.size(), below) == 0) return true;
    return false;
}

bool isInScratchHome(const std::string& real) {
    std::string below = std::string(Scratch::home) + "/";
    if (real.compare(0, below.size(), below) != 0) return false;
    std::string first = real.substr(0, real.find('/', below.size()));
    return !allowsAt(first, FileUse::Read) && !leadsToVisible(first);
}

std::vector<std::string> visibleFolders() {
    std::vector<std::string> all{std::string(Scratch::home)};
    char buffer[PATH_MAX];
    auto add = [&](const std::string& folder) {
        if (folder.empty() || !realpath(folder.c_str(), buffer)) return;
        all.push_back(buffer);
        if (folder[0] == '/' && folder != buffer) all.push_back(folder); // as it is called, where a link leads to it
    };
    add(host.programFolder);
    add(host.workingFolder);
    for (const std::string& folder : host.allowRead) add(folder);
    for (const std::string& folder : host.allowWrite) add(folder);
    for (const Mount& mount : mounts()) all.push_back(mount.path);
    return all;
}

int hostResolve(const std::string& path, FileUse use, std::string& real) {
    if (path.find('\0') != std::string::npos) return EINVAL;
    if (path.empty()) return ENOENT;
    Place place;
    if (!find(path, place)) return errno;
    real = place.whole();
    // "not there/.." is nowhere, and must not be taken for what its text says.
    if (!allowsAt(place.restGoesUp() ? place.found : real, use)) return EACCES;
    return place.restGoesUp() ? ENOENT : 0;
}

bool hostAllows(const std::string& path, FileUse use) {
    std::string real;
    return hostResolve(path, use, real) == 0;
}

}

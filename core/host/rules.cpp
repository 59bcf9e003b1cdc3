// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/rules.h"

#include <limits.h>

#include <cerrno>
#include <cstdlib>

#include "core/host/host.h"

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

bool isProgramFile(const std::string& real) {
    char buffer[PATH_MAX];
    return !host.programFile.empty() && realpath(host.programFile.c_str(), buffer) && real == buffer;
}

bool allowed(const std::string& real, FileUse use) {
    if (withinAny(real, host.allowWrite)) return true;
    return use == FileUse::Read && (within(real, host.programFolder) || withinAny(real, host.allowRead) || isProgramFile(real));
}

}

int hostResolve(const std::string& path, FileUse use, std::string& real) {
    if (path.find('\0') != std::string::npos) return EINVAL;
    if (path.empty()) return ENOENT;
    Place place;
    if (!find(path, place)) return errno;
    real = place.whole();
    // "not there/.." is nowhere, and must not be taken for what its text says.
    if (!allowed(place.restGoesUp() ? place.found : real, use)) return EACCES;
    return place.restGoesUp() ? ENOENT : 0;
}

bool hostAllows(const std::string& path, FileUse use) {
    std::string real;
    return hostResolve(path, use, real) == 0;
}

}

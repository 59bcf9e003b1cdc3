// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/places.h"

#include <limits.h>
#include <unistd.h>

#include <cerrno>
#include <deque>

#include "core/host/host.h"
#include "core/host/rules.h"

namespace memtape {

namespace {

using Realm = Place::Realm;

constexpr int mostLinks = 40;

std::string joined(const std::string& folder, const std::string& name) { return folder == "/" ? "/" + name : folder + "/" + name; }
std::string parentOf(const std::string& path) {
    size_t slash = path.rfind('/');
    return slash == 0 ? "/" : path.substr(0, slash);
}

void putInFront(std::deque<std::string>& parts, std::string_view text) {
    std::deque<std::string> added;
    for (size_t at = 0; at <= text.size();) {
        size_t slash = text.find('/', at);
        if (slash == std::string_view::npos) slash = text.size();
        if (slash > at) added.emplace_back(text.substr(at, slash - at));
        at = slash + 1;
    }
    parts.insert(parts.begin(), added.begin(), added.end());
}

// What is at a path whose folder is there. Nothing is said here of whether the rules allow it.
void look(Place& place) {
    place.realm = Realm::Nowhere;
    place.failed = ENOENT;
    place.node = scratch.find(place.path);
    if (place.node && place.node->kind == ScratchNode::Kind::Removed) {
        place.node = nullptr;
        return;
    }
    if (place.node) {
        place.realm = Realm::Scratch;
        return;
    }
    if (scratch.hidesBelow(place.path)) return;
    std::string_view name;
    if (const Mount* mount = mountOf(place.path, name)) {
        place.mounted = MountedFile();
        if (!mount->find(name, place.mounted)) return;
        place.realm = Realm::Mount;
        place.mount = mount;
        place.mountedName = name;
        return;
    }
    if (isInScratchHome(place.path)) return; // what others keep there is not the program's
    if (lstat(place.path.c_str(), &place.disk) == 0) place.realm = Realm::Disk;
    else place.failed = errno;
}

std::string targetOf(const Place& place) {
    if (place.node) return place.node->content;
    char buffer[PATH_MAX];
    ssize_t size = readlink(place.path.c_str(), buffer, sizeof buffer);
    return size < 0 ? std::string() : std::string(buffer, static_cast<size_t>(size));
}

// A path whose first name is nowhere leads nowhere, which is no secret.
bool beginsNowhere(const std::string& path) {
    std::string first = path.substr(0, path.find('/', 1));
    struct stat info {};
    return lstat(first.c_str(), &info) != 0 && errno == ENOENT;
}

// Where the rules do not let the program look, nothing is said of what is there.
Place hideForbidden(Place place) {
    bool isOurs = place.realm == Realm::Scratch || place.realm == Realm::Mount;
    if (isOurs || allowsAt(place.path, FileUse::Read)) return place;
    std::string_view name;
    if (place.realm == Realm::Nowhere && mountOf(place.path, name)) return place;
    bool isMissing = place.realm == Realm::Nowhere && (place.failed == ENOENT || place.failed == ENOTDIR);
    if (isMissing && (writesTo(place.path) == WritesTo::Scratch || beginsNowhere(place.path))) return place;
    // What is mounted, or the scratch folder, may lie where the disk has nothing.
    if (leadsToVisible(place.path) && (place.realm == Realm::Nowhere || S_ISDIR(place.disk.st_mode))) {
        place.realm = Realm::Above;
        place.failed = 0;
        return place;
    }
    place.realm = Realm::Nowhere;
    place.failed = EACCES;
    return place;
}

}

bool Place::isFolder() const {
    switch (realm) {
    case Realm::Above: return true;
    case Realm::Disk: return S_ISDIR(disk.st_mode);
    case Realm::Scratch: return node->kind == ScratchNode::Kind::Folder;
    case Realm::Mount: return mounted.isFolder;
    case Realm::Nowhere: break;
    }
    return false;
}

bool Place::isLink() const { return realm == Realm::Disk ? S_ISLNK(disk.st_mode) : realm == Realm::Scratch && node->kind == ScratchNode::Kind::Link; }

std::string currentFolder() {
    if (!host.currentFolder.empty()) return host.currentFolder;
    if (!host.workingFolder.empty()) return host.workingFolder;
    char buffer[PATH_MAX];
    return getcwd(buffer, sizeof buffer) ? buffer : "/";
}

Place findPlace(const std::string& path, Links links) {
    Place place;
    auto fail = [&](int number) {
        place.realm = Realm::Nowhere;
        place.failed = number;
        return place;
    };
    if (path.find('\0') != std::string::npos) return fail(EINVAL);
    if (path.empty()) return fail(ENOENT);
    if (path.size() >= PATH_MAX) return fail(ENAMETOOLONG);
    std::deque<std::string> parts;
    putInFront(parts, path);
    if (path[0] != '/') putInFront(parts, currentFolder());
    place.wantsFolder = path.back() == '/';
    place.path = "/";
    look(place);
    place.parentIsThere = true;
    for (int followed = 0; !parts.empty();) {
        std::string part = parts.front();
        parts.pop_front();
        if (part == ".") continue;
        if (part.size() > NAME_MAX) return fail(ENAMETOOLONG);
        bool leadsOn = place.isFolder() || (!place.isThere() && leadsToVisible(place.path));
        if (!leadsOn) {
            // The rest of the path is nowhere; whether that may be said depends on where it would be.
            int failed = place.isThere() ? ENOTDIR : place.failed;
            bool goesUp = part == "..";
            for (const std::string& later : parts) goesUp |= later == "..";
            if (!goesUp) {
                place.path = joined(place.path, part);
                for (const std::string& later : parts) place.path = joined(place.path, later);
            }
            place.parentIsThere = false;
            fail(failed);
            return hideForbidden(place);
        }
        if (part == "..") {
            place.path = parentOf(place.path);
            look(place);
            continue;
        }
        place.path = joined(place.path, part);
        look(place);
        if (!place.isLink() || (parts.empty() && links == Links::Keep && !place.wantsFolder)) continue;
        if (++followed > mostLinks) return fail(ELOOP);
        std::string target = targetOf(place);
        if (target.empty()) return fail(ENOENT);
        place.throughLink = parts.empty();
        putInFront(parts, target);
        place.path = target[0] == '/' ? "/" : parentOf(place.path);
        look(place);
    }
    return hideForbidden(place);
}

}

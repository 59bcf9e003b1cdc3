// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where a path of the program leads: the one walk along its parts over all that a program sees, which is the disk as far as the rules allow it, with the program's
// scratch folder over it, and the trees that are mounted. For this folder's own use.

#include <sys/stat.h>

#include <string>

#include "core/host/mounts.h"
#include "core/host/scratch.h"

namespace memtape {

struct Place {
    enum class Realm {
        Nowhere,
        Disk,
        Scratch,
        Mount,
        Above
    } realm = Realm::Nowhere;   // Above: a folder that leads to what may be seen, and is itself no more than that
    std::string path;           // absolute, without links, '.' and '..'; of what is not there: where it would be
    int failed = 0;             // Nowhere: ENOENT, ENOTDIR, ELOOP, EACCES …
    bool parentIsThere = false; // the folder in which it lies, or would lie
    bool throughLink = false;   // a link that leads nowhere
    bool wantsFolder = false;   // the path ends in a slash

    struct stat disk {};
    ScratchPointer node;
    const Mount* mount = nullptr;
    std::string mountedName;
    MountedFile mounted;

    bool isThere() const { return realm != Realm::Nowhere; }
    bool isFolder() const;
    bool isLink() const;
};

enum class Links { Follow, Keep }; // what becomes of a link at the end of the path

Place findPlace(const std::string& path, Links links = Links::Follow);
std::string currentFolder();

}

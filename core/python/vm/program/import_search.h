// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where a module is: one of the native ones, in CPython's library, in a file of a folder that sys.path or a package's __path__ names.

#include <string>

#include "core/python/library/library_archive.h"
#include "core/python/objects/model/object.h"

namespace memtape {

struct FoundModule {
    enum class Kind {
        None,
        Native,
        Library, // compiled already; `entry`
        File,
        Compiled, // for CPython, in a shared object: it cannot run here
        Other,    // a namespace package, an archive, a path of another kind: importlib's finders know
    };
    Kind kind = Kind::None;
    std::string path;
    const LibraryEntry* entry = nullptr;
    bool isPackage = false;
    explicit operator bool() const { return kind != Kind::None; }
};

// A module by its dotted name. `path`: the __path__ of its package; null: it is a top-level one, and sys.path is searched.
FoundModule searchModule(const std::string& name, Object* path);
FoundModule searchLibrary(const std::string& name);
bool isProgramFile(const std::string& path); // it lies in the program's folder

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/library/library_mount.h"

#include "core/host/mounts.h"
#include "core/python/library/library_archive.h"

namespace memtape {

namespace {

bool find(std::string_view name, MountedFile& file) {
    if (const LibraryEntry* entry = library().find(name)) {
        file = {.isFolder = false, .size = entry->textSize};
        return true;
    }
    file = {.isFolder = true};
    return library().hasFolder(name);
}

bool list(std::string_view folder, std::vector<std::string>& names) {
    if (!library().hasFolder(folder)) return false;
    names = library().namesIn(folder);
    return true;
}

bool read(std::string_view name, std::string& content) {
    const LibraryEntry* entry = library().find(name);
    return entry && library().text(*entry, content);
}

}

void mountLibrary() { addMount({std::string(libraryRoot), find, list, read}); }

}

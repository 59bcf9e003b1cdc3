// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Trees of files that are no files of the system: something else in the process has their content and shows it to the program at a path. They are there in every
// run, may be read by every program and are never written to. open(), os.stat(), os.listdir() and import see them like folders; what really lies at the
// path is hidden.
//
// Names within a tree are given relative to it, without a slash at either end: "json/decoder.py"; "" is the tree itself.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace memtape {

struct MountedFile {
    bool isFolder = false;
    uint64_t size = 0;
};

struct Mount {
    std::string path;                                                       // absolute, without a slash at the end
    bool (*find)(std::string_view name, MountedFile& file);                 // false: there is none
    bool (*list)(std::string_view folder, std::vector<std::string>& names); // false: no such folder
    bool (*read)(std::string_view name, std::string& content);              // false: no such file
};

void addMount(const Mount& mount); // once in a process; again at the same path: takes the place of the one before
const std::vector<Mount>& mounts();
// The tree in which an absolute path without '.', '..' and links lies, and its name there; null: in none.
const Mount* mountOf(std::string_view path, std::string_view& name);

}

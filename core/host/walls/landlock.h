// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Landlock: the kernel's own rules for the files that a process may open, make, move and remove, which it can give itself and never widens. They hold for the
// calling thread and all that it starts. What they do not know: whether a file is there, its size and times, may always be asked.

#include <string>
#include <vector>

namespace memtape {

enum class FileAccess {
    List,  // a folder: the names in it and below
    Read,  // a file; or a folder and all that is below
    Write, // the same, and everything below may be written, made, moved and removed
};

struct FileRule {
    std::string path; // links are followed; what is not there is left out, and may not be made either
    FileAccess access = FileAccess::Read;
};

// Which version of it the kernel has, from 1; 0: none.
int landlockVersion();

// From here on only what the rules say; and where the kernel knows how: no TCP, no signals and no abstract sockets to processes outside. The process must
// have no_new_privs. 0 or an errno value: nothing is restricted.
int restrictFiles(const std::vector<FileRule>& rules);

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Programs of the tests run from their own folder, as their answers were kept.

#include <unistd.h>

#include <string>

namespace memtape {

// Goes there; what is left of `file` is its name in it. False: there is no such folder.
inline bool enterFolderOf(std::string& file) {
    size_t slash = file.rfind('/');
    if (slash == std::string::npos) return true;
    if (chdir(file.substr(0, slash).c_str()) != 0) return false;
    file.erase(0, slash + 1);
    return true;
}

}

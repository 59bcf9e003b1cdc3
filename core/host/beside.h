// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a program may read without having been allowed to: what lies in its own folder, and in those below that hold modules; modules themselves wherever they lie
// below; never what is hidden (a name that begins with a dot). A folder that people keep all sorts of things in (the home folder, "/", temporary ones) is not the
// program's own: there only modules are to be read, those beside the program and those of packages.

#include <string>
#include <vector>

namespace memtape {

// Both absolute and without links; `real` is `folder` or lies below it.
bool mayReadBeside(const std::string& real, const std::string& folder);

// The same as paths for the walls (walls/confinement.h), which know folders with all that is below them and no names: what is there now. Of a folder that is the
// program's own, the whole.
struct BesidePaths {
    std::vector<std::string> readable, listed;
};
BesidePaths pathsBeside(const std::string& folder);

}

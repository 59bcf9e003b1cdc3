// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/executable_folder.h"

#include <limits.h>
#include <unistd.h>

namespace memtape {

std::string executableFolder() {
    char executable[PATH_MAX];
    const ssize_t size = readlink("/proc/self/exe", executable, sizeof executable);
    std::string folder(executable, size > 0 ? static_cast<size_t>(size) : 0);
    folder.resize(folder.rfind('/') + 1); // npos + 1: nothing
    return folder;
}

}

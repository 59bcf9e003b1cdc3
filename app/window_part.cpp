// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window_part.h"

#include <unistd.h>

#include <cerrno>
#include <string>

#include "app/verbs.h"
#include "core/base/executable_folder.h"
#include "core/host/files.h"

namespace memtape {

namespace {

// Beside this executable, or where it is installed. Empty: it is not there.
std::string windowPart() {
    const std::string folder = executableFolder();
    for (const char* place : {"memtape-window", "../libexec/memtape-window"})
        if (access((folder + place).c_str(), X_OK) == 0) return folder + place;
    return {};
}

}

bool hasWindowPart() { return !windowPart().empty(); }

int becomeWindow(char** argv) {
    const std::string path = windowPart();
    if (path.empty()) {
        complain("this build has no window");
        return 2;
    }
    execv(path.c_str(), argv);
    complain(std::string("the window cannot be started: ") + errorText(errno));
    return 3;
}

}

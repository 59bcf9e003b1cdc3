// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The wall of system calls (seccomp): those of system_calls.def and no others. It holds for the calling thread and all that it starts.

namespace memtape {

struct CallsNeeded {
    bool changes = false; // files by their paths
    bool draws = false;   // pictures, with Qt
};

bool canFilterCalls(); // whether the kernel can

// From here on the other calls fail with EPERM, and calls of another architecture end the process. It must have no_new_privs. 0 or an errno value: nothing is filtered.
int filterCalls(const CallsNeeded& needed);

}

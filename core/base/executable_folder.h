// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace memtape {

// Where this process's executable lies, with a '/' at its end: what Memtape is made of lies beside it, or where that is installed. Empty: the kernel does not tell.
std::string executableFolder();

}

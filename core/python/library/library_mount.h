// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace memtape {

// Shows the library's files to programs, at libraryRoot (host/mounts.h).
void mountLibrary();

}

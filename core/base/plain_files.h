// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which files may be opened by their names: regular ones, which lie on a disk and have an end. A FIFO waits for somebody at its other end, a device may give
// bytes for ever, and what lies below /proc is of other processes. Excepted, where a person names the file, are /dev/null and what the shell has opened
// already (/dev/stdin, /dev/fd/63): nothing is waited for there.

#include <string>

namespace memtape {

constexpr int notPlainFile = -1; // beside the errno values; errorText() has words for it
constexpr const char* notPlainFileText = "Not a regular file";

bool isPlainFile(int descriptor);
bool isOpenAlready(const std::string& path); // as a path says it
// open(2), which waits for nobody: 0, an errno value, or notPlainFile.
int openPlainFile(const std::string& path, int flags, unsigned mode, int& descriptor);
// The same for a file that a person has named.
int openNamedFile(const std::string& path, int flags, int& descriptor);

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which files a program may touch. It may read what lies in its own folder and in the folders of Host::allowRead and allowWrite, and write what lies in
// those of allowWrite. What counts is where a path leads, not what it is called: links, '.' and '..' are followed first. So a link within a folder is
// allowed, one that leads out of all of them is not, whoever meets it: open() is refused (EACCES), and to os.path and import nothing is there, so that the
// import of a module or a package behind such a link is a ModuleNotFoundError. Only the program's own file may be read wherever it leads: the user named it.

#include <string>

namespace memtape {

enum class FileUse { Read, Write };

// Where the path leads, if the rules allow that: 0, and the path without links in `real`. Of a file or folders that are not there yet, the rest is behind what
// is there. Else an errno value: EACCES where it is not allowed, EINVAL for a path with a zero byte, ENOENT for an empty one.
int hostResolve(const std::string& path, FileUse use, std::string& real);

bool hostAllows(const std::string& path, FileUse use); // hostResolve() gives 0

}

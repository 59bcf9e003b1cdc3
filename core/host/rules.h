// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which files a program may touch. It may read what lies beside it (beside.h) and in the folders of Host::allowRead and allowWrite, and write what lies in
// those of allowWrite. What counts is where a path leads, not what it is called: links, '.' and '..' are followed first. So a link within a folder is
// allowed, one that leads out of all of them is not, whoever meets it: open() is refused (EACCES), and to os.path and import nothing is there, so that the
// import of a module or a package behind such a link is a ModuleNotFoundError. Only the program's own file may be read wherever it leads: the user named it.
//
// What the program writes elsewhere goes into its scratch folder (scratch.h): below "/tmp" always; in its own folder and in the one where it was started where the user has
// named no folder for writing.

#include <string>
#include <vector>

namespace memtape {

enum class FileUse { Read, Write };
enum class WritesTo { Nowhere, Disk, Scratch };

// Where the path leads, if the rules allow that: 0, and the path without links in `real`. Of a file or folders that are not there yet, the rest is behind what
// is there. Else an errno value: EACCES where it is not allowed, EINVAL for a path with a zero byte, ENOENT for an empty one.
int hostResolve(const std::string& path, FileUse use, std::string& real);

bool hostAllows(const std::string& path, FileUse use); // hostResolve() gives 0

// The same of a path that is absolute and without links, '.' and '..' already.
bool allowsAt(const std::string& real, FileUse use);
WritesTo writesTo(const std::string& real);
std::vector<std::string> visibleFolders(); // what a program may see, folder by folder, without links
bool leadsToVisible(const std::string& real);
bool isInScratchHome(const std::string& real); // below "/tmp", and not on a way to what the program may see of the disk

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Files, as far as the rules (rules.h) allow. They are read whole and written whole. A result that is an int is 0 or an errno value; EACCES where the rules say no.

#include <string>
#include <string_view>
#include <vector>

namespace memtape {

int hostReadFile(const std::string& path, std::string& content); // plain files only
int hostWriteFile(const std::string& path, std::string_view content);

enum class FileKind { Missing, File, Folder, Other }; // Other: a pipe, a device
FileKind hostFileKind(const std::string& path);       // Missing where not allowed
int hostListFolder(const std::string& path, std::vector<std::string>& names);

// Files that the user himself has named to Memtape (a program, a recording, what input() reads), for which there are no rules: of whatever kind, a pipe too.
// EISDIR for a folder.
int hostOpenNamed(const std::string& path, int& descriptor); // to be read, and closed by who asked
int hostReadNamed(const std::string& path, std::string& content);
std::string hostAbsolutePath(const std::string& path); // CPython's way: "./" at its beginning goes, no link is followed; "<stdin>" stays
std::string folderOfFile(const std::string& path);     // "." where the path has none
const char* errorText(int number);                     // strerror in English

}

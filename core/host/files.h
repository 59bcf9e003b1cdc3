// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Files and folders by their paths, as far as the rules (rules.h) allow; what is open is in handles.h. A result that is an int is 0 or an errno value; EACCES where the
// rules say no. Changes go to the disk or to the scratch folder, as writesTo() says; a file of the disk that is changed or moved in the scratch folder is copied there first.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace memtape {

int hostReadFile(const std::string& path, std::string& content); // plain files only
int hostWriteFile(const std::string& path, std::string_view content);

enum class FileKind { Missing, File, Folder, Other }; // Other: a pipe, a device
FileKind hostFileKind(const std::string& path);       // Missing where not allowed
int hostListFolder(const std::string& path, std::vector<std::string>& names);

constexpr uint32_t programUser = 1000; // who the program runs as, and owns the files that it makes

// What stat() says.
struct FileStatus {
    uint32_t mode = 0; // kind and rwx bits, as st_mode
    uint64_t inode = 0, device = 0, links = 1, specialDevice = 0;
    uint32_t user = 0, group = 0;
    int64_t size = 0, blockSize = 4096, blocks = 0;
    int64_t readNs = 0, writtenNs = 0, changedNs = 0; // since 1970
};
enum class LastLink { Follow, Keep };
int hostStatus(const std::string& path, FileStatus& status, LastLink last = LastLink::Follow);
int hostAccess(const std::string& path, int mode); // R_OK, W_OK, X_OK, F_OK

int hostMakeFolder(const std::string& path, uint32_t mode);
int hostRemoveFile(const std::string& path);
int hostRemoveFolder(const std::string& path);
int hostRename(const std::string& from, const std::string& to);
int hostLink(const std::string& from, const std::string& to);
int hostSymbolicLink(const std::string& target, const std::string& path);
int hostReadLink(const std::string& path, std::string& target);
int hostTruncateFile(const std::string& path, int64_t size);
int hostChangeMode(const std::string& path, uint32_t mode, LastLink last = LastLink::Follow);
int hostSetTimes(const std::string& path, int64_t readNs, int64_t writtenNs, LastLink last = LastLink::Follow);

std::string hostCurrentFolder();
int hostChangeFolder(const std::string& path);

// Files that the user himself has named to Memtape (a program, a recording, what input() reads), for which there are no rules but one: a file waits for
// nobody (base/plain_files.h). EISDIR for a folder.
int hostOpenNamed(const std::string& path, int& descriptor); // to be read, and closed by who asked
int hostReadNamed(const std::string& path, std::string& content);
std::string hostAbsolutePath(const std::string& path); // CPython's way: "./" at its beginning goes, no link is followed; "<stdin>" stays
std::string folderOfFile(const std::string& path);     // "." where the path has none
const char* errorText(int number);                     // strerror in English

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Open files, by the numbers that the program knows them by: 0, 1 and 2 are its standard streams, later ones the lowest that is free, as a system gives them out. They have nothing
// to do with the process's own numbers. Several may share one open file and its place in it (dup). A result that is an int is 0 or an errno value: EBADF where the number
// means nothing.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/host/files.h"

namespace memtape {

void beginHandles(); // of a run: the three streams
void endHandles();

int hostOpen(const std::string& path, int flags, uint32_t mode, int& handle); // O_RDONLY …
int hostClose(int handle);
// Fewer bytes than asked for where no more are there yet; none: the end. From the standard input: a line at a time; none also where an exception is pending or the run is
// being stopped. The same for writing, where some bytes may have been taken by then.
int hostReadHandle(int handle, char* data, size_t size, size_t& got);
int hostWriteHandle(int handle, std::string_view bytes, size_t& written);
int hostReadAt(int handle, char* data, size_t size, int64_t at, size_t& got);
int hostWriteAt(int handle, std::string_view bytes, int64_t at, size_t& written);
int hostSeek(int handle, int64_t offset, int whence, int64_t& position);
int hostTruncateHandle(int handle, int64_t size);
int hostHandleStatus(int handle, FileStatus& status);
int hostHandlePath(int handle, std::string& path); // of a file or a folder that has one
int hostSync(int handle);
int hostDuplicate(int handle, int& copy);  // the lowest number that is free
int hostDuplicateTo(int handle, int copy); // a number of the program's choice; what it meant is closed
int hostPipe(int handles[2]);              // within the process: what goes in at [1] comes out at [0]
int hostChangeHandleMode(int handle, uint32_t mode);

struct HandleFlags {
    bool inheritable = false, blocking = true;
};
HandleFlags* hostHandleFlags(int handle); // null: no such handle

uint32_t hostMask(); // umask
uint32_t hostSetMask(uint32_t mask);

}

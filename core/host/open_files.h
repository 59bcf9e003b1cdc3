// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The kinds of things that are open behind a handle. For this folder's own use.

#include <poll.h>

#include <cerrno>
#include <memory>
#include <string>
#include <string_view>

#include "core/host/files.h"
#include "core/host/places.h"

namespace memtape {

class OpenFile {
public:
    virtual ~OpenFile() = default;
    virtual int read(char* data, size_t size, size_t& got);
    virtual int write(std::string_view bytes, size_t& written);
    virtual int readAt(char* data, size_t size, int64_t at, size_t& got);
    virtual int writeAt(std::string_view bytes, int64_t at, size_t& written);
    virtual int seek(int64_t offset, int whence, int64_t& position);
    virtual int truncate(int64_t size);
    virtual int status(FileStatus& status) = 0;
    virtual int pollBits() const { return POLLIN | POLLOUT; } // what can be done without waiting (channels.h)
    virtual bool isChannel() const { return false; }
    virtual int shutDown(int) { return ENOTSOCK; }
    virtual int peek(size_t, std::string&) { return ENOTSOCK; }
    virtual int close() { return 0; } // the last handle is gone

    std::string path; // where it was opened
};

std::shared_ptr<OpenFile> openStream(int number); // 0 … 2
std::shared_ptr<OpenFile> openDisk(int descriptor, const std::string& path);
std::shared_ptr<OpenFile> openScratch(const Place& place, int access, bool appends);
std::shared_ptr<OpenFile> openMounted(const Place& place, std::string content);
std::shared_ptr<OpenFile> openFolder(const Place& place);

}

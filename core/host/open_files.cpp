// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/open_files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "core/host/clock.h"
#include "core/host/file_changes.h"
#include "core/host/streams.h"

namespace memtape {

int OpenFile::read(char*, size_t, size_t&) { return EBADF; }
int OpenFile::write(std::string_view, size_t&) { return EBADF; }
int OpenFile::readAt(char*, size_t, int64_t, size_t&) { return ESPIPE; }
int OpenFile::writeAt(std::string_view, int64_t, size_t&) { return ESPIPE; }
int OpenFile::seek(int64_t, int, int64_t&) { return ESPIPE; }
int OpenFile::truncate(int64_t) { return EINVAL; }

namespace {

// ---- the standard streams: pipes, as far as the program can tell

class Stream : public OpenFile {
public:
    explicit Stream(int number) : m_number(number) {}
    int read(char* data, size_t size, size_t& got) override {
        if (m_number != 0) return EBADF;
        if (size == 0) return 0;
        if (m_at >= m_line.size()) {
            m_at = 0;
            if (!hostReadLine(m_line)) m_line.clear();
        }
        got = std::min(size, m_line.size() - m_at);
        std::memcpy(data, m_line.data() + m_at, got);
        m_at += got;
        return 0;
    }
    int write(std::string_view bytes, size_t& written) override {
        if (m_number == 0) return EBADF;
        hostWrite(m_number == 1 ? OutputStream::Stdout : OutputStream::Stderr, bytes);
        written = bytes.size();
        return 0;
    }
    int status(FileStatus& status) override {
        status.mode = S_IFIFO | 0600;
        status.inode = static_cast<uint64_t>(m_number) + 1;
        return 0;
    }

private:
    int m_number;
    std::string m_line; // of the input, read and not taken yet from m_at on
    size_t m_at = 0;
};

// ---- a file of the disk

class DiskFile : public OpenFile {
public:
    explicit DiskFile(int descriptor) : m_descriptor(descriptor) {}
    ~DiskFile() override {
        if (m_descriptor >= 0) ::close(m_descriptor);
    }
    int read(char* data, size_t size, size_t& got) override { return count(::read(m_descriptor, data, size), got); }
    int write(std::string_view bytes, size_t& written) override { return count(::write(m_descriptor, bytes.data(), bytes.size()), written); }
    int readAt(char* data, size_t size, int64_t at, size_t& got) override { return count(pread(m_descriptor, data, size, at), got); }
    int writeAt(std::string_view bytes, int64_t at, size_t& written) override {
        return count(pwrite(m_descriptor, bytes.data(), bytes.size(), at), written);
    }
    int seek(int64_t offset, int whence, int64_t& position) override {
        position = lseek(m_descriptor, offset, whence);
        return position < 0 ? errno : 0;
    }
    int truncate(int64_t size) override { return ftruncate(m_descriptor, size) == 0 ? 0 : errno; }
    int status(FileStatus& status) override {
        struct stat info {};
        if (fstat(m_descriptor, &info) != 0) return errno;
        describeDisk(info, status);
        return 0;
    }
    int close() override {
        int descriptor = m_descriptor;
        m_descriptor = -1;
        return ::close(descriptor) == 0 ? 0 : errno;
    }

private:
    static int count(ssize_t result, size_t& done) {
        if (result < 0) return errno;
        done = static_cast<size_t>(result);
        return 0;
    }
    int m_descriptor;
};

// ---- a file in memory: of the scratch folder, or of a mounted tree

class MemoryFile : public OpenFile {
public:
    int read(char* data, size_t size, size_t& got) override {
        int failed = readAt(data, size, m_position, got);
        m_position += static_cast<int64_t>(got);
        return failed;
    }
    int readAt(char* data, size_t size, int64_t at, size_t& got) override {
        if (!m_reads) return EBADF;
        const std::string& all = content();
        got = static_cast<uint64_t>(at) < all.size() ? std::min(size, all.size() - static_cast<size_t>(at)) : 0;
        if (got) std::memcpy(data, all.data() + at, got);
        return 0;
    }
    int seek(int64_t offset, int whence, int64_t& position) override {
        if (whence < SEEK_SET || whence > SEEK_END) return EINVAL;
        int64_t base = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? m_position : static_cast<int64_t>(content().size());
        if (__builtin_add_overflow(base, offset, &position)) return EOVERFLOW;
        if (position < 0) return EINVAL;
        m_position = position;
        return 0;
    }

protected:
    virtual const std::string& content() const = 0;
    int64_t m_position = 0;
    bool m_reads = true;
};

class ScratchFile : public MemoryFile {
public:
    ScratchFile(ScratchPointer node, int access, bool appends) : m_node(std::move(node)), m_writes(access != O_RDONLY), m_appends(appends) {
        m_reads = access != O_WRONLY;
    }
    int write(std::string_view bytes, size_t& written) override {
        if (m_appends) m_position = static_cast<int64_t>(m_node->content.size());
        int failed = writeAt(bytes, m_position, written);
        m_position += static_cast<int64_t>(written);
        return failed;
    }
    int writeAt(std::string_view bytes, int64_t at, size_t& written) override {
        if (!m_writes) return EBADF;
        if (bytes.empty()) return 0;
        if (int failed = m_node->write(static_cast<uint64_t>(at), bytes)) return failed;
        written = bytes.size();
        return 0;
    }
    int truncate(int64_t size) override {
        if (!m_writes) return EINVAL;
        int failed = m_node->resize(static_cast<uint64_t>(size));
        if (!failed) m_node->touch();
        return failed;
    }
    int status(FileStatus& status) override {
        describeNode(*m_node, status);
        return 0;
    }

protected:
    const std::string& content() const override { return m_node->content; }

private:
    ScratchPointer m_node;
    bool m_writes, m_appends;
};

class MountedOpenFile : public MemoryFile {
public:
    MountedOpenFile(const Place& place, std::string text) : m_text(std::move(text)) { describe(place, m_status); }
    int status(FileStatus& status) override {
        status = m_status;
        return 0;
    }

protected:
    const std::string& content() const override { return m_text; }

private:
    std::string m_text;
    FileStatus m_status;
};

class OpenFolder : public OpenFile {
public:
    explicit OpenFolder(const Place& place) { describe(place, m_status); }
    int read(char*, size_t, size_t&) override { return EISDIR; }
    int readAt(char*, size_t, int64_t, size_t&) override { return EISDIR; }
    int status(FileStatus& status) override {
        status = m_status;
        return 0;
    }

private:
    FileStatus m_status;
};

// ---- pipes within the process

}

std::shared_ptr<OpenFile> openStream(int number) { return std::make_shared<Stream>(number); }

std::shared_ptr<OpenFile> openDisk(int descriptor, const std::string& path) {
    auto file = std::make_shared<DiskFile>(descriptor);
    file->path = path;
    return file;
}

std::shared_ptr<OpenFile> openScratch(const Place& place, int access, bool appends) {
    auto file = std::make_shared<ScratchFile>(place.node, access, appends);
    file->path = place.path;
    return file;
}

std::shared_ptr<OpenFile> openMounted(const Place& place, std::string content) {
    auto file = std::make_shared<MountedOpenFile>(place, std::move(content));
    file->path = place.path;
    return file;
}

std::shared_ptr<OpenFile> openFolder(const Place& place) {
    auto file = std::make_shared<OpenFolder>(place);
    file->path = place.path;
    return file;
}

}

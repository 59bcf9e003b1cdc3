// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file_to_be.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>

namespace memtape {

FileToBe::~FileToBe() {
    if (m_stream) std::fclose(m_stream);
    if (!m_beside.empty()) std::remove(m_beside.c_str());
}

int FileToBe::open(const std::string& path) {
    m_path = path;
    size_t slash = path.rfind('/');
    std::string folder = slash == std::string::npos ? "." : path.substr(0, slash + 1);
    int descriptor = ::open(folder.c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, 0600);
    if (descriptor < 0) {
        m_beside = besideName();
        descriptor = mkostemp(m_beside.data(), O_CLOEXEC);
    }
    int failed = errno;
    if (descriptor < 0) {
        m_beside.clear();
        return failed;
    }
    fchmod(descriptor, permissionsAt(path));
    m_stream = fdopen(descriptor, "wb");
    if (m_stream) return 0;
    failed = errno;
    close(descriptor);
    return failed;
}

int FileToBe::putInPlace() {
    if (std::fflush(m_stream) != 0 || (fdatasync(fileno(m_stream)) != 0 && errno != EINVAL)) return errno; // EINVAL: the file system has none
    if (m_beside.empty()) { // a name comes at once or, over an old file, by way of another one
        std::string open = "/proc/self/fd/" + std::to_string(fileno(m_stream));
        if (linkat(AT_FDCWD, open.c_str(), AT_FDCWD, m_path.c_str(), AT_SYMLINK_FOLLOW) == 0) return 0;
        std::string beside = besideName();
        int reserved = mkostemp(beside.data(), O_CLOEXEC);
        if (reserved < 0) return errno;
        close(reserved);
        std::remove(beside.c_str());
        if (linkat(AT_FDCWD, open.c_str(), AT_FDCWD, beside.c_str(), AT_SYMLINK_FOLLOW) != 0) return errno;
        m_beside = beside;
    }
    if (std::rename(m_beside.c_str(), m_path.c_str()) != 0) return errno;
    m_beside.clear();
    return 0;
}

unsigned permissionsAt(const std::string& path) {
    struct stat target {};
    if (stat(path.c_str(), &target) == 0) return target.st_mode & 07777;
    const mode_t mask = umask(0);
    umask(mask);
    return 0666 & ~mask;
}

}

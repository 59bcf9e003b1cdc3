// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/growing_tape.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "core/base/file_to_be.h"
#include "core/base/plain_files.h"
#include "core/host/files.h"
#include "core/tape/tape.h"

namespace memtape {

namespace {

bool isStillThere(int descriptor, const std::string& path) {
    struct stat opened {
    }, there{};
    return fstat(descriptor, &opened) == 0 && lstat(path.c_str(), &there) == 0 && opened.st_dev == there.st_dev && opened.st_ino == there.st_ino;
}

// Whether a file may be written over: it is empty, or what another recording has left there.
bool isLeftOver(int descriptor) {
    char beginning[8];
    const ssize_t got = pread(descriptor, beginning, sizeof beginning, 0);
    return got == 0 || (got > 0 && looksLikeTape({beginning, static_cast<size_t>(got)}));
}

}

GrowingTape::~GrowingTape() {
    if (isBeside() && !m_isKept) m_keeper.drop();
    if (m_descriptor >= 0) close(m_descriptor);
}

std::string GrowingTape::problem(int error) const { return "Cannot write '" + m_path + "': " + errorText(error) + "."; }

std::string GrowingTape::openBeside() {
    const std::string path = m_path + ".part";
    auto inTheWay = [&path](const char* why) { return "Cannot write '" + path + "': " + why + "."; };
    for (;;) { // until it is the one that has the name, and is locked: another process may have moved it meanwhile
        if (int failed = openPlainFile(path, O_RDWR | O_CREAT | O_NOFOLLOW, permissionsAt(m_path) | 0600, m_descriptor))
            return inTheWay(failed == ELOOP ? notPlainFileText : errorText(failed));
        if (flock(m_descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) return inTheWay("another recording is being written there");
        if (isStillThere(m_descriptor, path)) break;
        close(m_descriptor);
    }
    if (!isLeftOver(m_descriptor)) return inTheWay("a file is there that is no recording");
    if (ftruncate(m_descriptor, 0) != 0) return problem(errno);
    fchmod(m_descriptor, permissionsAt(m_path));
    m_unfinished = path;
    return {};
}

std::string GrowingTape::open() {
    if (std::string before = whyNotWritable(m_path); !before.empty()) return before;
    struct stat target {};
    if (stat(m_path.c_str(), &target) == 0 && !S_ISREG(target.st_mode)) {
        m_descriptor = ::open(m_path.c_str(), O_WRONLY | O_CLOEXEC);
        return m_descriptor < 0 ? problem(errno) : std::string();
    }
    if (std::string failed = openBeside(); !failed.empty()) return failed;
    if (int failed = m_keeper.start({[path = m_path](uint64_t, uint64_t) { return path; }, m_unfinished})) {
        std::remove(m_unfinished.c_str());
        m_unfinished.clear();
        return problem(failed);
    }
    return {};
}

int GrowingTape::write() {
    size_t written = 0;
    while (written < m_piece.size()) {
        const ssize_t now = ::write(m_descriptor, m_piece.data() + written, m_piece.size() - written);
        if (now >= 0) {
            written += static_cast<size_t>(now);
        } else if (errno != EINTR) {
            const int failed = errno;
            if (!isBeside()) m_piece.erase(0, written); // what went into a pipe cannot be had back
            else if (ftruncate(m_descriptor, m_size) == 0) lseek(m_descriptor, m_size, SEEK_SET);
            return failed;
        }
    }
    m_size += static_cast<off_t>(written);
    m_piece.clear();
    return 0;
}

int GrowingTape::advance(const Tape& tape) {
    if (m_pieces && m_pieces->isOutdated()) {
        if (ftruncate(m_descriptor, 0) != 0) return errno;
        lseek(m_descriptor, 0, SEEK_SET);
        m_size = 0;
        m_piece.clear();
        m_pieces = nullptr;
    }
    if (!m_pieces) m_pieces = std::make_unique<TapePieces>(tape);
    do {
        if (int failed = write()) return failed;
        m_pieces->next(m_piece);
    } while (!m_piece.empty());
    return 0;
}

void GrowingTape::grow(Tape& tape, bool forgets) {
    advance(tape);
    if (forgets && m_pieces) tape.forgetStored(m_pieces->chunkCount());
    // on its way to the disk, so that little is left to wait for at the end
    if (isBeside()) sync_file_range(m_descriptor, 0, 0, SYNC_FILE_RANGE_WRITE);
}

std::string GrowingTape::complete(const Tape& tape) {
    tape.settle();
    int failed = advance(tape);
    if (!failed) {
        m_pieces->last(m_piece);
        failed = write();
    }
    if (failed || !isBeside()) return failed ? problem(failed) : std::string();
    if (fdatasync(m_descriptor) != 0 && errno != EINVAL) return problem(errno); // EINVAL: the file system knows no such thing
    failed = m_keeper.keep();
    m_isKept = !failed;
    return failed ? problem(failed) : std::string();
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/kept/file_lock.h"

#include <QElapsedTimer>
#include <QFile>
#include <QThread>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>

namespace memtape {

FileLock::FileLock(const QString& folder, int patience) {
    m_descriptor = open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (m_descriptor < 0) return;
    QElapsedTimer waited;
    waited.start();
    constexpr unsigned long pause = 10; // milliseconds
    while (flock(m_descriptor, LOCK_EX | LOCK_NB) != 0) {
        if (errno != EINTR && (errno != EWOULDBLOCK || waited.elapsed() >= patience)) {
            close(m_descriptor);
            m_descriptor = -1;
            return;
        }
        QThread::msleep(pause);
    }
}

FileLock::~FileLock() {
    if (m_descriptor >= 0) close(m_descriptor);
}

}

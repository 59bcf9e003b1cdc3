// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/kept/whole_file.h"

#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>

#include "core/base/file_to_be.h"
#include "core/base/plain_files.h"

namespace memtape {

namespace {

QString words(int error) { return error == notPlainFile ? QLatin1String(notPlainFileText) : qt_error_string(error); }

// Where a chain of links ends, also where nothing is there yet.
QString targetOf(QString path) {
    constexpr int mostLinks = 40; // as the system has it
    for (int i = 0; i < mostLinks; ++i) {
        const QFileInfo info(path);
        if (!info.isSymLink()) break;
        path = info.symLinkTarget();
    }
    return path;
}

}

ReadFile readWholeFile(const QString& path, qint64 most) {
    ReadFile read;
    int descriptor = -1;
    if (int error = openNamedFile(QFile::encodeName(path).toStdString(), O_RDONLY, descriptor)) {
        read.problem = words(error);
        read.isMissing = error == ENOENT || error == ENOTDIR;
        return read;
    }
    QByteArray piece(qsizetype{1} << 16, Qt::Uninitialized);
    for (;;) {
        ssize_t size = ::read(descriptor, piece.data(), size_t(piece.size()));
        if (size < 0 && errno == EINTR) continue;
        if (size < 0) read.problem = words(errno);
        if (size <= 0) break;
        read.bytes.append(piece.constData(), size);
        if (read.bytes.size() <= most) continue;
        read.problem = words(EFBIG);
        read.isTooLarge = true;
        break;
    }
    close(descriptor);
    if (!read.problem.isEmpty()) read.bytes.clear();
    return read;
}

QString writeWholeFile(const QString& path, const QByteArray& bytes) {
    FileToBe file;
    if (int error = file.open(QFile::encodeName(targetOf(path)).toStdString())) return words(error);
    if (std::fwrite(bytes.constData(), 1, size_t(bytes.size()), file.stream()) != size_t(bytes.size())) return words(errno);
    int error = file.putInPlace();
    return error ? words(error) : QString();
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Files of the user's, read and written as a whole. Qt's own way (QSaveFile, and QSettings over it) puts a file that was cut off in its place when the disk is
// full: what fails when its buffer is emptied is not noticed there.

#include <QByteArray>
#include <QString>

namespace memtape {

struct ReadFile {
    QByteArray bytes;
    QString problem;         // why it cannot be read, in the system's words; empty: it was read
    bool isMissing = false;  // nothing is there; a problem too
    bool isTooLarge = false; // likewise
};

// A regular file of at most so many bytes; waits for nobody.
ReadFile readWholeFile(const QString& path, qint64 most);
// In one move: until then what was there stays, and whatever goes wrong, it stays for good. Where the path is a link, what it leads to is written.
// Empty: done, and on the disk; else what is wrong, in the system's words.
QString writeWholeFile(const QString& path, const QByteArray& bytes);

}

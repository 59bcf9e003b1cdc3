// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A program's text and the bytes of its file: a comment of its first lines may name an encoding (PEP 263), which stays the file's.

#include <QByteArray>
#include <QString>

namespace memtape {

// What cannot be read in the encoding that it names is read as UTF-8.
QString programText(const QByteArray& bytes);

struct ProgramBytes {
    QByteArray bytes;  // in UTF-8 where there is a problem
    QString encoding;  // that the text names and cannot be written in; empty: no problem
    QString character; // the first that the encoding has not; empty: the encoding is unknown
};
ProgramBytes programBytes(const QString& text);

}

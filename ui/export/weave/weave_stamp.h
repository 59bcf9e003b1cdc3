// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What `memtape weave` keeps beside its pictures, so that what has not changed is not drawn anew: for each block what was asked for, which files came of
// it, and what its program read besides. A stamp that cannot be read is none.

#include <QByteArray>
#include <QDir>
#include <QString>
#include <QVector>

namespace memtape {

struct StampedFile {
    QString path; // of a picture: its name in the folder; else from the text's folder
    QByteArray digest;
    QString alt; // of a picture
};

struct StampedBlock {
    QByteArray asked; // a digest of text, options and version
    QVector<StampedFile> pictures, read;
};

class WeaveStamp {
public:
    static inline const QString fileName = QStringLiteral("weave.json");

    static WeaveStamp ofFolder(const QDir& pictures);
    QByteArray json() const;

    // What was asked for was drawn, and both the pictures and what the program read are as they were then. Else null.
    const StampedBlock* find(const QByteArray& asked, const QDir& pictures, const QDir& text) const;

    QVector<StampedBlock> blocks;
};

QByteArray digestOf(const QByteArray& content);
QByteArray digestOfFile(const QString& path); // empty: it cannot be read

}

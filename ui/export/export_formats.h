// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The formats of snapshots: one row each, which the command line, the window and their sentences follow.

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace memtape {

class SnapshotPage;

struct ExportFormat {
    QString ending;                                          // of a file's name, in small letters
    QString name;                                            // as people call it
    bool isPage;                                             // with all that can be asked of a page; else the data of one step
    bool hasPixels;                                          // how many, the scale says
    QByteArray (*write)(SnapshotPage& page, QString* error); // the whole file; empty, and one sentence in `error`: it cannot be made
};

const QList<ExportFormat>& exportFormats();
// By the ending of a path; null: none has it.
const ExportFormat* exportFormatOf(const QString& path);
// Of all: `PNG`, …; `.png`, ….
QStringList exportFormatNames();
QStringList exportEndings();

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The formats of snapshots: one row each, which the command line, the window and their sentences follow.

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <cstdint>
#include <vector>

namespace memtape {

class Run;
class SnapshotPage;
struct ExportOptions;
struct RunPlan;

struct ExportFormat {
    QString ending; // of a file's name, in small letters
    QString name;   // as people call it
    enum class Kind : uint8_t {
        Page, // with all that can be asked of a page
        Data, // of one step
        Tale, // of many steps, in one file
        Film, // of many steps, in one file, each on a page like those
    } kind;
    bool hasPixels; // how many, the scale says
    // The whole file; empty, and one sentence in `error`: it cannot be made. The first of steps by themselves, the second of many.
    QByteArray (*write)(SnapshotPage& page, QString* error);
    QByteArray (*tell)(Run& run, const std::vector<uint64_t>& steps, const ExportOptions& options, const RunPlan& plan, QString* error);

    bool isPage() const { return kind == Kind::Page; }
    bool isData() const { return kind == Kind::Data; }
    bool isFilm() const { return kind == Kind::Film; }
    bool hasAllSteps() const { return tell != nullptr; } // in one file
    bool hasPageLook() const { return isPage() || isFilm(); }
    bool plansItself() const { return kind == Kind::Tale; } // what it is given counts for nothing
};

const QList<ExportFormat>& exportFormats();
// By the ending of a path; null: none has it.
const ExportFormat* exportFormatOf(const QString& path);
// Of all: `PNG`, …; `.png`, ….
QStringList exportFormatNames();
QStringList exportEndings();

}

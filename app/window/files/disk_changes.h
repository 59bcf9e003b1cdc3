// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// When another program writes the file of the program that is open, or takes it away: the text in the window is never given up for it unasked, nor the file
// for the text.

#include <QObject>

#include "ui/state/kept/program_on_disk.h"

namespace memtape {

class Questions;
struct Workbench;

class DiskChanges : public QObject {
    Q_OBJECT
public:
    DiskChanges(Workbench& bench, Questions& questions);
    // The document's file holds this, which is known.
    void follow(const QByteArray& bytes);
    const ProgramOnDisk& file() const { return m_file; }
    // Before the text is written to a path. False: something else is there by now, and it was asked what to do.
    bool mayWrite(const QString& path);

Q_SIGNALS:
    void saveWanted(bool askForPath);

private:
    void tell();
    void reload();
    void keepMine();
    void overwrite();

    Workbench& m_bench;
    Questions& m_questions;
    ProgramOnDisk m_file;
};

}

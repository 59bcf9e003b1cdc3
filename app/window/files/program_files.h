// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The program and its recording as files: opened, saved, begun anew, dropped on the window; and nothing that was written is lost unasked.

#include <QObject>
#include <memory>

#include "app/window/files/disk_changes.h"

class QMimeData;

namespace memtape {

class LeftText;
class Lessons;
class Messages;
class UnsavedChanges;
class Views;
class WindowLayout;
struct Workbench;

class ProgramFiles : public QObject {
    Q_OBJECT
public:
    ProgramFiles(Workbench& bench, Views& views, WindowLayout& layout, Messages& messages, Lessons& lessons);
    void openLast();                // as the session before left it
    bool open(const QString& path); // a program, or a recording; false: it cannot be read, which has been said
    void begin();                   // an empty program
    bool mayLeave();                // for another program: asks where there is something to lose
    bool mayClose();                // the window, which keeps a text that is in no file
    // A text that an ended window left: in the place of what is open, as not saved yet.
    void restore(const std::shared_ptr<LeftText>& left, UnsavedChanges& unsaved);
    const DiskChanges& disk() const { return m_disk; }
    bool takes(const QMimeData& dropped) const;
    void drop(const QMimeData& dropped);
    void keepSession();

Q_SIGNALS:
    void titleChanged();

private:
    void leave();
    bool openRecording(const QString& path);
    void editCopy();                     // of the lesson's program
    void beginWith(const QString& text); // a new program that is in no file
    void choose();
    void save(bool askForPath);
    bool askToLeave();
    void saveRecording();
    void saveWritten(int file); // that the program wrote
    void connectWritten();
    void addPackageFolder();
    void setPackageFolders(const QStringList& folders);
    void listPackageFolders();
    bool write(const QString& path, const QByteArray& bytes); // false: it cannot be, which has been said

    Workbench& m_bench;
    Views& m_views;
    WindowLayout& m_layout;
    Messages& m_messages;
    Lessons& m_lessons;
    DiskChanges m_disk;
};

}

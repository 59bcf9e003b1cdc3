// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The program and its recording as files: opened, saved, begun anew, dropped on the window; and nothing that was written is lost unasked.

#include <QObject>

class QMimeData;

namespace memtape {

class Lessons;
class Messages;
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
    bool mayLeave();                // asks where there is something to lose
    bool takes(const QMimeData& dropped) const;
    void drop(const QMimeData& dropped);
    void keepSession();

Q_SIGNALS:
    void titleChanged();

private:
    void leave();
    bool openRecording(const QString& path);
    void editCopy(); // of the lesson's program
    void choose();
    void save(bool askForPath);
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
};

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The file of the program that is open, as this window read or wrote it last, and whether it is still so: another program may write it, or take it away.

#include <QByteArray>
#include <QFileSystemWatcher>
#include <QObject>
#include <QString>
#include <QTimer>

namespace memtape {

class ProgramOnDisk : public QObject {
    Q_OBJECT
public:
    static constexpr qint64 mostBytes = 64 << 20; // of a program's file
    enum class State : uint8_t { Same, Changed, Gone };

    explicit ProgramOnDisk(QObject* parent = nullptr);
    // This is what the file holds now, and is known to hold. An empty path: there is no file.
    void follow(const QString& path, const QByteArray& bytes);
    const QString& path() const { return m_path; }
    const QByteArray& known() const { return m_known; }
    // As it is at this moment. What it holds, where it is Changed, is in current().
    State look();
    const QByteArray& current() const { return m_current; }

Q_SIGNALS:
    void stateChanged(); // look() says otherwise than before, or it has changed again

private:
    void watch();

    QString m_path;
    QByteArray m_known, m_current;
    State m_state = State::Same;
    QFileSystemWatcher m_watcher;
    QTimer m_soon;
};

}

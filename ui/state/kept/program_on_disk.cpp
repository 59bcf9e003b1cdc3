// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/kept/program_on_disk.h"

#include <QFileInfo>

#include "ui/state/kept/whole_file.h"

namespace memtape {

namespace {

constexpr int moment = 200; // milliseconds: who replaces a file takes it away first

}

ProgramOnDisk::ProgramOnDisk(QObject* parent) : QObject(parent) {
    m_soon.setSingleShot(true);
    m_soon.setInterval(moment);
    connect(&m_soon, &QTimer::timeout, this, &ProgramOnDisk::look);
    auto soon = [this] { m_soon.start(); };
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, soon);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, soon); // a new file may have come in its place
}

void ProgramOnDisk::follow(const QString& path, const QByteArray& bytes) {
    m_path = path;
    m_known = bytes;
    m_current.clear();
    m_state = State::Same;
    m_soon.stop();
    watch();
}

void ProgramOnDisk::watch() {
    const QStringList watched = m_watcher.files() + m_watcher.directories();
    QStringList wanted;
    if (!m_path.isEmpty()) wanted = {m_path, QFileInfo(m_path).path()};
    for (const QString& path : watched)
        if (!wanted.contains(path)) m_watcher.removePath(path);
    for (const QString& path : std::as_const(wanted))
        if (!watched.contains(path) && QFileInfo::exists(path)) m_watcher.addPath(path);
}

ProgramOnDisk::State ProgramOnDisk::look() {
    if (m_path.isEmpty()) return State::Same;
    m_soon.stop();
    watch(); // of a file that was replaced, the old one was watched
    const ReadFile file = readWholeFile(m_path, mostBytes);
    const State state = file.isMissing                                     ? State::Gone
                        : !file.problem.isEmpty() || file.bytes == m_known ? State::Same // who cannot read it cannot tell
                                                                           : State::Changed;
    const bool isNew = state != m_state || (state == State::Changed && file.bytes != m_current);
    m_state = state;
    m_current = state == State::Changed ? file.bytes : QByteArray();
    if (isNew) Q_EMIT stateChanged();
    return state;
}

}

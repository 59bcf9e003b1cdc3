// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Holds a folder for this process, so that others of ours wait; the system lets go of it when the process ends, however that comes. Nothing is left on the
// disk by it.

#include <QString>

namespace memtape {

class FileLock {
public:
    // Waits for so many milliseconds at most.
    FileLock(const QString& folder, int patience);
    ~FileLock();
    FileLock(FileLock&& other) noexcept : m_descriptor(other.m_descriptor) { other.m_descriptor = -1; }
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;

    bool isHeld() const { return m_descriptor >= 0; }

private:
    int m_descriptor = -1;
};

}

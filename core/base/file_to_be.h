// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A file that takes its place when it is complete, in one move: until then what was there stays, and whoever looks sees the old one or the new one whole, also after the
// power failed. Until then it has no name where the file system knows how, so that nothing is left of it whatever ends the process; else one beside its target.

#include <cstdio>
#include <string>

namespace memtape {

class FileToBe {
public:
    FileToBe() = default;
    ~FileToBe(); // not in its place: it is gone
    FileToBe(const FileToBe&) = delete;
    FileToBe& operator=(const FileToBe&) = delete;

    int open(const std::string& path); // 0 or an errno value, as the others
    FILE* stream() const { return m_stream; }
    int putInPlace();

private:
    std::string besideName() const { return m_path + ".XXXXXX"; }
    std::string m_path, m_beside; // m_beside: the name that it has, which is to be taken away
    FILE* m_stream = nullptr;
};

// The permissions of what takes the place of a path: those of the file that is there, or the usual ones.
unsigned permissionsAt(const std::string& path);

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Writes an archive of the library (library_archive.h), when Memtape is built.

#include <string>
#include <string_view>
#include <vector>

namespace memtape {

inline constexpr char libraryMagic[8] = {'M', 'e', 'm', 'L', 'i', 'b', '0', '1'};
inline constexpr std::string_view libraryFile = "memtape.library";
inline constexpr uint32_t maximumLibraryFile = 64u << 20; // no file of the library is larger

struct LibrarySource {
    std::string path; // below libraryRoot
    std::string text;
    std::string code; // encodeCodeUnit(); empty: no module
};

// The sources in any order. False: the file cannot be written; errno says why, and there is no half of it.
bool writeLibrary(const std::string& file, std::string_view pythonVersion, std::vector<LibrarySource> sources);

}

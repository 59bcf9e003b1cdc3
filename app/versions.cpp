// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/versions.h"

#include "core/python/library/library_archive.h"

namespace memtape {

std::string versionText() {
    std::string text = std::string("memtape ") + MEMTAPE_VERSION + "\n";
    const std::string_view python = library().pythonVersion();
    if (python.empty()) return text + libraryProblem() + "\n";
    return text + "The library of CPython " + std::string(python) + " goes with it.\n";
}

std::string compilerText() {
#ifdef __clang__
    std::string compiler = "Clang " __clang_version__;
#else
    std::string compiler = "GCC " __VERSION__;
#endif
    while (!compiler.empty() && compiler.back() == ' ') compiler.pop_back();
    const std::string kind = MEMTAPE_BUILD_TYPE;
    return compiler + (kind.empty() ? "" : ", " + kind);
}

}

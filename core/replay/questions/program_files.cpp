// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replay/questions/program_files.h"

namespace memtape {

std::string_view fileName(std::string_view path) {
    size_t slash = path.rfind('/');
    return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

std::vector<uint32_t> programFiles(const MemoryState& state) {
    std::vector<uint32_t> files;
    for (uint32_t f = 1; !state.filePath(f).empty(); f++)
        if (state.isProgramFile(f)) files.push_back(f);
    return files;
}

bool isMainFile(const MemoryState& state, uint32_t file) {
    for (uint32_t f = 1; f < file; f++)
        if (state.isProgramFile(f)) return false;
    return state.isProgramFile(file);
}

}

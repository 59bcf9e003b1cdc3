// SPDX-License-Identifier: GPL-3.0-or-later
// memtape_write_manual FOLDER: writes what is made of the table of the command line, when Memtape is built.
#include <filesystem>
#include <fstream>
#include <iostream>

#include "app/manual/manual.h"
#include "core/languages/languages.h"

int main(int argc, char** argv) {
    using namespace memtape;
    if (argc != 2) {
        std::cerr << "usage: memtape_write_manual FOLDER\n";
        return 2;
    }
    registerLanguages();
    const std::filesystem::path folder(argv[1]);
    std::error_code failed;
    std::filesystem::create_directories(folder, failed);
    const std::pair<const char*, std::string (*)()> files[] = {
        {"memtape.1", manual::manPage},           {"memtape.bash", manual::bashCompletion}, {"_memtape", manual::zshCompletion},
        {"memtape.fish", manual::fishCompletion}, {"verbs.md", manual::docsPage},
    };
    for (const auto& [name, text] : files) {
        std::ofstream file(folder / name, std::ios::binary);
        file << text();
        file.close();
        if (file) continue;
        std::cerr << "cannot write " << folder / name << "\n";
        return 1;
    }
    return 0;
}

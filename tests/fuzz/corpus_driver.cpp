// SPDX-License-Identifier: GPL-3.0-or-later
//
// fuzz_TARGET FILE-OR-FOLDER…: feeds the target each file, and says how many there were. What ends the process is a finding; its file was named before.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "tests/fuzz/served_program.h"
#include "tests/fuzz/target.h"

namespace fs = std::filesystem;

namespace {

std::vector<fs::path> filesAt(const fs::path& place) {
    if (!fs::is_directory(place)) return {place};
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(place))
        if (entry.is_regular_file()) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

}

int main(int argc, char** argv) {
    int inputs = 0;
    for (int i = 1; i < argc; ++i)
        for (const fs::path& path : filesAt(argv[i])) {
            std::ifstream file(path, std::ios::binary);
            if (!file) {
                std::fprintf(stderr, "%s: cannot be read\n", path.c_str());
                return 2;
            }
            std::printf("%s\n", path.c_str());
            std::fflush(stdout);
            const std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
            memtape::fuzz::tryInput(bytes);
            ++inputs;
        }
    memtape::fuzz::endServed();
    std::printf("%d inputs\n", inputs);
    return inputs > 0 ? 0 : 1; // else nothing was tested
}

// SPDX-License-Identifier: GPL-3.0-or-later

// memtape_code_dump [--mode exec|eval|single] FILE..: what the compiler makes of the files; see compare_code.py.

#include <cstdio>
#include <cstring>
#include <string>

#include "tests/support/code_dump.h"

namespace {

bool readFile(const char* path, std::string& content) {
    std::FILE* file = std::fopen(path, "rb");
    if (!file) return false;
    char buffer[65536];
    for (size_t size; (size = std::fread(buffer, 1, sizeof buffer, file)) > 0;) content.append(buffer, size);
    std::fclose(file);
    return true;
}

}

int main(int argc, char** argv) {
    std::string mode = "exec";
    for (int i = 1; i < argc; ++i) {
        if (std::strcmp(argv[i], "--mode") == 0 && i + 1 < argc) {
            mode = argv[++i];
            continue;
        }
        std::string content;
        if (!readFile(argv[i], content)) {
            std::fprintf(stderr, "%s: cannot be read\n", argv[i]);
            return 1;
        }
        const std::string dump = memtape::codeDump(argv[i], content, mode);
        std::printf("file %s\n", argv[i]);
        std::fwrite(dump.data(), 1, dump.size(), stdout);
    }
    return 0;
}

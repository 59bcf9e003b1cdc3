// SPDX-License-Identifier: GPL-3.0-or-later

// memtape_compile_library FOLDER VERSION OUT: compiles CPython's library, whose .py files lie in FOLDER, into the archive that goes with the executable
// (core/python/library). Run by the build.

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "core/python/bytecode/code_stream.h"
#include "core/python/compiler/compiler.h"
#include "core/python/library/library_archive.h"
#include "core/python/library/library_writer.h"
#include "core/python/syntax/parser.h"
#include "core/source/source_file.h"

using namespace memtape;
namespace fs = std::filesystem;

namespace {

// What is for CPython's own developers, or needs what Memtape does not have (windows of Tk, an installer), or is a system's own. sqlite3.py is dbm's: where it is there, dbm and
// shelve would take it for their files, and Memtape opens no databases.
constexpr const char* leftOut[] = {"__pycache__",   "test",          "tests",       "idlelib",          "turtledemo", "ensurepip",
                                   "site-packages", "dist-packages", "lib-dynload", "sitecustomize.py", "sqlite3.py"};

bool isLeftOut(const fs::path& path) {
    for (const char* name : leftOut)
        if (path.filename() == name) return true;
    return false;
}

std::string readFile(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

// Empty where the text has a mistake: some files of the library are there to have one.
std::string compiled(const std::string& path, const std::string& text) {
    Arena arena;
    SourceFile source = SourceFile::fromModuleBytes(std::string(libraryRoot) + "/" + path, text);
    ParseResult parsed = parseModule(source, arena);
    if (parsed.problem) return {};
    CompileResult made = compileModule(*parsed.module, source, arena);
    return made.problem ? std::string() : encodeCodeUnit(*made.code);
}

}

int main(int argc, char** argv) {
    if (argc != 4) {
        std::fprintf(stderr, "usage: memtape_compile_library FOLDER VERSION OUT\n");
        return 2;
    }
    std::vector<LibrarySource> sources;
    std::error_code failed;
    fs::path folder = argv[1];
    for (fs::recursive_directory_iterator at(folder, failed), end; at != end; at.increment(failed)) {
        if (isLeftOut(at->path())) {
            if (at->is_directory()) at.disable_recursion_pending();
            continue;
        }
        if (at->path().extension() != ".py" || !at->is_regular_file()) continue;
        std::string path = at->path().lexically_relative(folder).string(), text = readFile(at->path()), code = compiled(path, text);
        sources.push_back({std::move(path), std::move(text), std::move(code)});
    }
    if (failed || sources.empty()) {
        std::fprintf(stderr, "memtape_compile_library: there are no modules in %s\n", argv[1]);
        return 1;
    }
    if (!writeLibrary(argv[3], argv[2], std::move(sources))) {
        std::fprintf(stderr, "memtape_compile_library: %s: %s\n", argv[3], std::strerror(errno));
        return 1;
    }
    return 0;
}

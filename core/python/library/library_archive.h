// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// CPython's own library, as it goes with the executable: one file with the text and the compiled code of every module, each compressed by itself and read
// where it is asked for. The file is mapped; finding a module costs a binary search. It is written when Memtape is built (library_writer.h).
//
//   header     magic, version of the code's form, length of the whole, number of entries, CPython's version
//   entries    sorted by path; fixed size
//   paths      one after the other
//   content    zstd frames with checksums

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/python/bytecode/code_unit.h"

namespace memtape {

// Where the library's files are for a program: a folder that is on no disk. `json.__file__` is /memtape/lib/python3.13/json/__init__.py.
inline constexpr std::string_view libraryPrefix = "/memtape";
inline constexpr std::string_view libraryRoot = "/memtape/lib/python3.13";

struct LibraryEntry {
    uint32_t pathOffset, pathSize; // in the paths
    uint64_t textOffset, codeOffset;
    uint32_t textStored, textSize; // compressed, as it was
    uint32_t codeStored, codeSize; // 0: a file without code
};

struct LibraryHeader {
    char magic[8];
    uint32_t codeVersion, entryCount;
    uint64_t fileSize;
    uint32_t pathsSize;
    char python[20]; // "3.13.5"
};

class LibraryArchive {
public:
    ~LibraryArchive() { close(); }
    // An empty text, or a sentence that says what is wrong with the file.
    std::string open(const std::string& file);
    void close();
    bool isOpen() const { return m_data != nullptr; }
    std::string_view pythonVersion() const; // "" where it is not open

    // By a path below libraryRoot, "json/decoder.py"; null: there is none.
    const LibraryEntry* find(std::string_view path) const;
    bool hasFolder(std::string_view path) const;                     // "json"; "" is there
    std::vector<std::string> namesIn(std::string_view folder) const; // files and folders directly in it
    std::string_view pathOf(const LibraryEntry& entry) const;
    size_t count() const { return m_header ? m_header->entryCount : 0; }
    const LibraryEntry& entry(size_t index) const { return m_entries[index]; }

    // False, or null: the content is damaged.
    bool text(const LibraryEntry& entry, std::string& out) const;
    std::shared_ptr<CodeUnit> code(const LibraryEntry& entry) const;

private:
    size_t firstNotBefore(std::string_view path) const;
    bool content(uint64_t offset, uint32_t stored, uint32_t size, std::string& out) const;

    const char* m_data = nullptr;
    size_t m_size = 0;
    const LibraryHeader* m_header = nullptr;
    const LibraryEntry* m_entries = nullptr;
    const char* m_paths = nullptr;
};

// The one that this process runs programs with: opened when first asked for, beside the executable or in the share folder of its installation.
// Where there is none, or a damaged one, it is empty, and libraryProblem() is the sentence.
const LibraryArchive& library();
const std::string& libraryProblem();

// The path below libraryRoot, or nothing where the path does not lead there.
bool isInLibrary(std::string_view path, std::string_view* relative = nullptr);

}

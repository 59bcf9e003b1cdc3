// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/library/library_archive.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zstd.h>

#include <algorithm>
#include <cstring>

#include "core/base/executable_folder.h"
#include "core/python/bytecode/code_stream.h"
#include "core/python/library/library_writer.h"

namespace memtape {

std::string LibraryArchive::open(const std::string& file) {
    close();
    int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return "the Python library " + file + " is missing";
    struct stat info {};
    size_t size = fstat(descriptor, &info) == 0 && S_ISREG(info.st_mode) ? static_cast<size_t>(info.st_size) : 0;
    void* data = size >= sizeof(LibraryHeader) ? mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor, 0) : MAP_FAILED;
    ::close(descriptor);
    if (data == MAP_FAILED) return "the Python library " + file + " cannot be read";
    m_data = static_cast<const char*>(data);
    m_size = size;
    m_header = reinterpret_cast<const LibraryHeader*>(m_data);
    m_entries = reinterpret_cast<const LibraryEntry*>(m_header + 1);
    std::string problem;
    uint64_t tables = sizeof(LibraryHeader) + uint64_t{m_header->entryCount} * sizeof(LibraryEntry) + m_header->pathsSize;
    if (std::memcmp(m_header->magic, libraryMagic, sizeof libraryMagic) != 0) problem = "the Python library " + file + " is no such file";
    else if (m_header->codeVersion != codeStreamVersion()) problem = "the Python library " + file + " belongs to another version of Memtape";
    else if (m_header->fileSize != size || tables > size) problem = "the Python library " + file + " is cut off";
    m_paths = reinterpret_cast<const char*>(m_entries + m_header->entryCount);
    for (size_t i = 0; problem.empty() && i < m_header->entryCount; ++i) {
        const LibraryEntry& e = m_entries[i];
        if (uint64_t{e.pathOffset} + e.pathSize > m_header->pathsSize) problem = "the Python library " + file + " is damaged";
    }
    if (!problem.empty()) close();
    return problem;
}

void LibraryArchive::close() {
    if (m_data) munmap(const_cast<char*>(m_data), m_size);
    m_data = nullptr;
    m_header = nullptr;
}

std::string_view LibraryArchive::pythonVersion() const {
    return m_header ? std::string_view(m_header->python, strnlen(m_header->python, sizeof m_header->python)) : std::string_view();
}

std::string_view LibraryArchive::pathOf(const LibraryEntry& entry) const { return {m_paths + entry.pathOffset, entry.pathSize}; }

size_t LibraryArchive::firstNotBefore(std::string_view path) const {
    if (!m_header) return 0;
    const LibraryEntry* end = m_entries + m_header->entryCount;
    return static_cast<size_t>(std::lower_bound(m_entries, end, path, [this](const LibraryEntry& e, std::string_view p) { return pathOf(e) < p; }) -
                               m_entries);
}

const LibraryEntry* LibraryArchive::find(std::string_view path) const {
    size_t i = firstNotBefore(path);
    return i < count() && pathOf(m_entries[i]) == path ? &m_entries[i] : nullptr;
}

bool LibraryArchive::hasFolder(std::string_view path) const {
    if (path.empty()) return isOpen();
    std::string prefix(path);
    prefix += '/';
    size_t i = firstNotBefore(prefix);
    return i < count() && pathOf(m_entries[i]).starts_with(prefix);
}

std::vector<std::string> LibraryArchive::namesIn(std::string_view folder) const {
    std::vector<std::string> names;
    std::string prefix(folder);
    if (!prefix.empty()) prefix += '/';
    for (size_t i = firstNotBefore(prefix); i < count(); ++i) {
        std::string_view path = pathOf(m_entries[i]);
        if (!path.starts_with(prefix)) break;
        std::string name(path.substr(prefix.size(), path.find('/', prefix.size()) - prefix.size()));
        if (std::find(names.rbegin(), names.rend(), name) == names.rend()) names.push_back(name);
    }
    return names;
}

bool LibraryArchive::content(uint64_t offset, uint32_t stored, uint32_t size, std::string& out) const {
    if (offset > m_size || stored > m_size - offset || size > maximumLibraryFile) return false;
    out.resize(size);
    return ZSTD_decompress(out.data(), size, m_data + offset, stored) == size;
}

bool LibraryArchive::text(const LibraryEntry& entry, std::string& out) const {
    return content(entry.textOffset, entry.textStored, entry.textSize, out);
}

std::shared_ptr<CodeUnit> LibraryArchive::code(const LibraryEntry& entry) const {
    std::string bytes;
    return entry.codeSize && content(entry.codeOffset, entry.codeStored, entry.codeSize, bytes) ? decodeCodeUnit(bytes) : nullptr;
}

namespace {

std::string problem;

std::string findArchive() {
    const std::string beside = executableFolder() + std::string(libraryFile);
    const std::string installed = executableFolder() + "../share/memtape/" + std::string(libraryFile);
    return access(beside.c_str(), F_OK) != 0 && access(installed.c_str(), F_OK) == 0 ? installed : beside;
}

}

const LibraryArchive& library() {
    static LibraryArchive archive;
    static const bool opened = [] {
        problem = archive.open(findArchive());
        return true;
    }();
    (void)opened;
    return archive;
}

const std::string& libraryProblem() {
    library();
    return problem;
}

bool isInLibrary(std::string_view path, std::string_view* relative) {
    if (!path.starts_with(libraryRoot)) return false;
    std::string_view rest = path.substr(libraryRoot.size());
    if (!rest.empty() && rest[0] != '/') return false;
    if (relative) *relative = rest.empty() ? rest : rest.substr(1);
    return true;
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/library/library_writer.h"

#include <zstd.h>

#include <algorithm>
#include <cstdio>
#include <cstring>

#include "core/python/bytecode/code_stream.h"
#include "core/python/library/library_archive.h"

namespace memtape {

namespace {

constexpr int level = 19; // written once, read often

class Compressor {
public:
    Compressor() : m_context(ZSTD_createCCtx()) {
        ZSTD_CCtx_setParameter(m_context, ZSTD_c_compressionLevel, level);
        ZSTD_CCtx_setParameter(m_context, ZSTD_c_checksumFlag, 1);
    }
    ~Compressor() { ZSTD_freeCCtx(m_context); }
    Compressor(const Compressor&) = delete;
    Compressor& operator=(const Compressor&) = delete;

    // Appends the bytes to `out`; how many they have become.
    uint32_t add(std::string_view bytes, std::string& out) {
        size_t at = out.size(), bound = ZSTD_compressBound(bytes.size());
        out.resize(at + bound);
        size_t size = ZSTD_compress2(m_context, out.data() + at, bound, bytes.data(), bytes.size());
        out.resize(at + size);
        return static_cast<uint32_t>(size);
    }

private:
    ZSTD_CCtx* m_context;
};

template <class T> void append(std::string& out, const T& value) { out.append(reinterpret_cast<const char*>(&value), sizeof value); }

}

bool writeLibrary(const std::string& file, std::string_view pythonVersion, std::vector<LibrarySource> sources) {
    std::sort(sources.begin(), sources.end(), [](const LibrarySource& a, const LibrarySource& b) { return a.path < b.path; });
    std::vector<LibraryEntry> entries;
    std::string paths, contents;
    Compressor compressor;
    for (const LibrarySource& s : sources) {
        LibraryEntry e{};
        e.pathOffset = static_cast<uint32_t>(paths.size());
        e.pathSize = static_cast<uint32_t>(s.path.size());
        paths += s.path;
        e.textOffset = contents.size();
        e.textSize = static_cast<uint32_t>(s.text.size());
        e.textStored = compressor.add(s.text, contents);
        e.codeOffset = contents.size();
        e.codeSize = static_cast<uint32_t>(s.code.size());
        e.codeStored = s.code.empty() ? 0 : compressor.add(s.code, contents);
        entries.push_back(e);
    }
    uint64_t before = sizeof(LibraryHeader) + entries.size() * sizeof(LibraryEntry) + paths.size();
    LibraryHeader header{};
    std::memcpy(header.magic, libraryMagic, sizeof libraryMagic);
    header.codeVersion = codeStreamVersion();
    header.entryCount = static_cast<uint32_t>(entries.size());
    header.fileSize = before + contents.size();
    header.pathsSize = static_cast<uint32_t>(paths.size());
    std::memcpy(header.python, pythonVersion.data(), std::min(pythonVersion.size(), sizeof header.python - 1));
    std::string all;
    append(all, header);
    for (LibraryEntry& e : entries) {
        e.textOffset += before;
        e.codeOffset += before;
        append(all, e);
    }
    all += paths;
    all += contents;
    std::string unfinished = file + ".unfinished";
    FILE* out = std::fopen(unfinished.c_str(), "wb");
    if (!out) return false;
    bool written = std::fwrite(all.data(), 1, all.size(), out) == all.size();
    written = std::fclose(out) == 0 && written && std::rename(unfinished.c_str(), file.c_str()) == 0;
    if (!written) std::remove(unfinished.c_str());
    return written;
}

}

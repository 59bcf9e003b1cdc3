// SPDX-License-Identifier: GPL-3.0-or-later
#include <zstd.h>

#include "core/tape/tape.h"

namespace memtape {

namespace {

// Keeps up with recording, and is within a tenth of the size of far slower levels on these streams.
constexpr int compressionLevel = 1;
constexpr uint32_t tooShort = 32; // bytes of which nothing can be saved
// Floats of which less than an eighth was saved are kept as they are in so many chunks that follow: of a simulation's 6 in 100 bytes would be saved, in
// twice the time that it takes to record them.
constexpr unsigned untriedAfterLittle = 15;

struct Contexts {
    ZSTD_CCtx* compress = nullptr;
    ZSTD_DCtx* expand = nullptr;
    std::vector<uint8_t> packed; // room for what compressing may give
    ~Contexts() {
        ZSTD_freeCCtx(compress);
        ZSTD_freeDCtx(expand);
    }
};
thread_local Contexts contexts;

// What can be told without the events themselves.
bool holdsTogether(const ChunkInfo& info, const uint32_t (&sizes)[streamCount]) {
    uint64_t total = 0;
    for (uint32_t size : sizes) total += size;
    return total <= largestChunk && sizes[0] <= info.events && info.events <= uint64_t{sizes[0]} * mostInRow && info.steps <= info.events &&
           info.allocs <= info.events;
}

}

bool isPlausible(const StoredChunk& chunk) {
    uint64_t kept = 0;
    for (uint32_t size : chunk.storedSizes) kept += size;
    return kept == chunk.data.size() && holdsTogether(chunk.info, chunk.rawSizes);
}

bool isPlausible(const EncodedChunk& chunk) {
    ChunkInfo info;
    info.events = chunk.events;
    info.steps = chunk.steps;
    info.allocs = chunk.allocs;
    return holdsTogether(info, chunk.sizes) && chunk.bytes.size() == chunk.totalSize() + readSlack &&
           eventsOfOps(chunk.bytes.data(), chunk.size(Stream::Ops)) == chunk.events;
}

StoredChunk ChunkCompressor::compress(const EncodedChunk& chunk, const ChunkInfo& info, std::vector<uint8_t> room) {
    if (!contexts.compress) contexts.compress = ZSTD_createCCtx();
    std::vector<uint8_t>& packed = contexts.packed;
    size_t most = 0;
    for (uint32_t size : chunk.sizes) most += ZSTD_compressBound(size);
    if (packed.size() < most) packed.resize(most);
    StoredChunk stored;
    stored.info = info;
    const uint8_t* from = chunk.bytes.data();
    uint8_t* to = packed.data();
    for (unsigned s = 0; s < streamCount; s++) {
        uint32_t size = chunk.sizes[s];
        size_t used = size;
        const bool isFloats = s == static_cast<unsigned>(Stream::Floats);
        if (isFloats && m_untried) {
            --m_untried;
        } else if (size > tooShort) {
            used = ZSTD_compressCCtx(contexts.compress, to, ZSTD_compressBound(size), from, size, compressionLevel);
            if (ZSTD_isError(used) || used >= size) used = size;
            if (isFloats && used > size - size / 8) m_untried = untriedAfterLittle;
        }
        if (used == size && size) std::memcpy(to, from, size);
        stored.rawSizes[s] = size;
        stored.storedSizes[s] = static_cast<uint32_t>(used);
        from += size;
        to += used;
    }
    room.assign(packed.data(), to);
    stored.data = std::move(room);
    return stored;
}

std::shared_ptr<const EncodedChunk> expandChunk(const StoredChunk& stored) {
    if (!contexts.expand) contexts.expand = ZSTD_createDCtx();
    auto chunk = std::make_shared<EncodedChunk>();
    if (!isPlausible(stored)) return nullptr;
    uint64_t raw = 0;
    for (unsigned s = 0; s < streamCount; s++) raw += chunk->sizes[s] = stored.rawSizes[s];
    std::vector<uint8_t> bytes(raw + readSlack);
    const uint8_t* from = stored.data.data();
    uint8_t* to = bytes.data();
    for (unsigned s = 0; s < streamCount; s++) {
        uint32_t size = stored.rawSizes[s], packed = stored.storedSizes[s];
        if (packed == size) {
            if (size) std::memcpy(to, from, size);
        } else {
            size_t got = ZSTD_decompressDCtx(contexts.expand, to, size, from, packed);
            if (ZSTD_isError(got) || got != size) return nullptr;
        }
        from += packed;
        to += size;
    }
    if (eventsOfOps(bytes.data(), stored.rawSizes[0]) != stored.info.events) return nullptr;
    chunk->bytes = std::move(bytes);
    chunk->events = stored.info.events;
    chunk->steps = stored.info.steps;
    chunk->allocs = stored.info.allocs;
    return chunk;
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tape/beginning.h"

#include <vector>

#include <zstd.h>

#include "core/base/check.h"

namespace memtape {

// It is written now and then, not with every chunk: a level that packs as well as those of files do.
static constexpr int compressionLevel = 3;

KeptBytes packMemory(std::string_view bytes) {
    std::vector<uint8_t> packed(ZSTD_compressBound(bytes.size()));
    const size_t used = ZSTD_compress(packed.data(), packed.size(), bytes.data(), bytes.size(), compressionLevel);
    MEMTAPE_CHECK(!ZSTD_isError(used)); // there is room for the worst
    packed.resize(used);
    packed.shrink_to_fit();
    return packed;
}

std::optional<std::string> unpackMemory(const TapeBeginning& beginning) {
    if (beginning.size > TapeBeginning::mostBytes) return std::nullopt;
    const KeptBytes& packed = beginning.packed;
    if (ZSTD_getFrameContentSize(packed.data(), packed.size()) != beginning.size) return std::nullopt;
    std::string bytes(beginning.size, '\0');
    const size_t got = ZSTD_decompress(bytes.data(), bytes.size(), packed.data(), packed.size());
    if (ZSTD_isError(got) || got != beginning.size) return std::nullopt;
    return bytes;
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where a tape begins that has lost its oldest part (`record --keep-last`): how much of the run lies before, and the memory as it was there. What the
// memory's bytes say is replay's own (replay/beginning/memory_image.h); here they are kept compressed.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/kept_bytes.h"

namespace memtape {

struct TapeBeginning {
    uint64_t events = 0, steps = 0; // of the run, before the first chunk
    uint32_t lives = 0;             // objects allocated before it
    uint64_t size = 0;              // of the memory's bytes
    KeptBytes packed;               // those, compressed

    static constexpr uint64_t mostBytes = uint64_t{1} << 30;
};

KeptBytes packMemory(std::string_view bytes);
// None: they are damaged.
std::optional<std::string> unpackMemory(const TapeBeginning& beginning);

}

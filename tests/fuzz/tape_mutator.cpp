// SPDX-License-Identifier: GPL-3.0-or-later
// How libFuzzer changes an input that is a recording: mostly its events, with checksums that are right, as otherwise nearly all of them are refused.
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include "core/tape/tape.h"
#include "core/tape/tape_file.h"
#include "tests/support/tape_changes.h"

extern "C" size_t LLVMFuzzerMutate(uint8_t* data, size_t size, size_t maxSize); // its own way, which knows of bytes only

using namespace memtape;

extern "C" size_t LLVMFuzzerCustomMutator(uint8_t* data, size_t size, size_t maxSize, unsigned seed) {
    Random random(seed);
    if (below(random, 8) == 0) return LLVMFuzzerMutate(data, size, maxSize);
    const LoadedTape loaded = readTape(std::string_view(reinterpret_cast<const char*>(data), size));
    if (!loaded.tape) return LLVMFuzzerMutate(data, size, maxSize);
    const std::string bytes = writeTape(*damaged(*loaded.tape, random));
    if (bytes.size() > maxSize) return LLVMFuzzerMutate(data, size, maxSize);
    std::memcpy(data, bytes.data(), bytes.size());
    return bytes.size();
}

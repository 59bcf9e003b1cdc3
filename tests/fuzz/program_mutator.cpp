// SPDX-License-Identifier: GPL-3.0-or-later
// How libFuzzer changes an input that is a program: mostly so that it stays one.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>

#include "tests/support/program_changes.h"

extern "C" size_t LLVMFuzzerMutate(uint8_t* data, size_t size, size_t maxSize); // its own way, which knows of bytes only

using namespace memtape;

namespace {

size_t put(const std::string& text, uint8_t* place, size_t room) {
    const size_t size = std::min(text.size(), room);
    std::memcpy(place, text.data(), size);
    return size;
}

}

extern "C" size_t LLVMFuzzerCustomMutator(uint8_t* data, size_t size, size_t maxSize, unsigned seed) {
    Random random(seed);
    const std::string text(reinterpret_cast<const char*>(data), size);
    switch (below(random, 8)) {
    case 0: return LLVMFuzzerMutate(data, size, maxSize);
    case 1: return put(changedWildly(random, text, {text}), data, maxSize);
    default: return put(rearranged(random, text), data, maxSize);
    }
}

extern "C" size_t LLVMFuzzerCustomCrossOver(const uint8_t* data, size_t size, const uint8_t* other, size_t otherSize, uint8_t* out, size_t maxSize,
                                            unsigned seed) {
    Random random(seed);
    const std::string text(reinterpret_cast<const char*>(data), size);
    return put(crossed(random, text, {reinterpret_cast<const char*>(other), otherSize}), out, maxSize);
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/tape_changes.h"

#include <cstdint>
#include <string>
#include <type_traits>
#include <utility>

#include "core/tape/tape.h"

namespace memtape {

namespace {

// One byte: any, one bit off, the next number, or what stands elsewhere.
template <class Bytes> void changeByte(Random& random, Bytes& bytes, size_t size) {
    auto& byte = bytes[below(random, size)];
    using Byte = std::remove_reference_t<decltype(byte)>;
    switch (below(random, 4)) {
    case 0: byte = static_cast<Byte>(random()); break;
    case 1: byte = static_cast<Byte>(byte ^ 1 << below(random, 8)); break;
    case 2: byte = static_cast<Byte>(byte + 1); break;
    default: byte = bytes[below(random, size)];
    }
}

}

std::shared_ptr<Tape> damaged(const Tape& tape, Random& random) {
    auto copy = std::make_shared<Tape>(tape.language());
    std::string named = tape.definitions().serialize(0, tape.definitions().count());
    if (below(random, 4) == 0)
        for (size_t n = 1 + below(random, 3); n > 0 && !named.empty(); --n) changeByte(random, named, named.size());
    copy->definitionsForWriting().deserialize(named);
    tape.settle();
    for (size_t i = 0; auto stored = tape.storedChunk(i); ++i) {
        const auto expanded = expandChunk(*stored);
        if (!expanded) break;
        EncodedChunk chunk = *expanded;
        for (size_t n = below(random, 4); n > 0; --n) changeByte(random, chunk.bytes.own(), chunk.totalSize());
        StoredChunk again = ChunkCompressor().compress(chunk, stored->info);
        again.definitions = copy->definitions().count();
        copy->appendStored(std::move(again));
    }
    copy->finish();
    return copy;
}

}

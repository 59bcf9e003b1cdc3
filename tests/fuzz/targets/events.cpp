// SPDX-License-Identifier: GPL-3.0-or-later
// A stream of events, without the checksums that would refuse most of what is changed in a file: read to its end, and played in memory.
#include <algorithm>
#include <vector>

#include "core/events/decoder.h"
#include "core/languages/languages.h"
#include "core/replay/json/state_json.h"
#include "core/replay/replay.h"
#include "core/tape/tape.h"
#include "tests/fuzz/target.h"

namespace memtape::fuzz {

namespace {

// Two bytes are the length of each stream, of what is there; two more how many steps it is said to have.
EncodedChunk chunkOf(std::string_view bytes) {
    auto number = [&bytes] {
        const size_t low = bytes.empty() ? 0 : static_cast<unsigned char>(bytes[0]),
                     high = bytes.size() < 2 ? 0 : static_cast<unsigned char>(bytes[1]);
        bytes.remove_prefix(std::min<size_t>(2, bytes.size()));
        return static_cast<uint32_t>(low | high << 8);
    };
    EncodedChunk chunk;
    for (uint32_t& size : chunk.sizes) size = number();
    chunk.steps = number();
    uint32_t left = static_cast<uint32_t>(bytes.size());
    for (uint32_t& size : chunk.sizes) left -= size = std::min(size, left);
    std::vector<uint8_t> all(bytes.begin(), bytes.begin() + static_cast<ptrdiff_t>(chunk.totalSize()));
    all.resize(all.size() + readSlack);
    chunk.bytes = KeptBytes(std::move(all));
    chunk.events = static_cast<uint32_t>(eventsOfOps(chunk.bytes.data(), chunk.size(Stream::Ops)));
    chunk.allocs = std::min(chunk.events, chunk.steps);
    chunk.steps = std::min(chunk.events, chunk.steps);
    return chunk;
}

}

void tryInput(std::string_view bytes) {
    [[maybe_unused]] static const bool haveLanguages = (registerLanguages(), true);
    const auto chunk = std::make_shared<const EncodedChunk>(chunkOf(bytes));
    Decoder decoder(chunk);
    for (Event event; decoder.next(event);) {}
    if (!isPlausible(*chunk)) return;
    auto tape = std::make_shared<Tape>("python");
    tape->appendStored(ChunkCompressor().compress(*chunk, {0, 0, 0, chunk->events, chunk->steps, chunk->allocs}));
    tape->finish();
    Replay replay(tape, Replay::Learning::WhenAsked);
    for (uint64_t step : {uint64_t{0}, replay.stepCount() / 2}) {
        if (replay.seek(step)) stateJson(replay, step, {}, StateOutput::All);
    }
}

}

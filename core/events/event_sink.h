// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where a Recorder's chunks and definitions go. The calls come from the thread that records, in order.

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/base/kept_bytes.h"
#include "core/events/encoding.h"

namespace memtape {

// The bytes of a chunk: the streams one after another, and `readSlack` zeros.
struct EncodedChunk {
    KeptBytes bytes;
    uint32_t sizes[streamCount] = {};
    uint32_t events = 0, steps = 0, allocs = 0;

    const uint8_t* stream(Stream s) const {
        const uint8_t* p = bytes.data();
        for (unsigned i = 0; i < static_cast<unsigned>(s); i++) p += sizes[i];
        return p;
    }
    uint32_t size(Stream s) const { return sizes[static_cast<unsigned>(s)]; }
    uint64_t totalSize() const {
        uint64_t total = 0;
        for (uint32_t s : sizes) total += s;
        return total;
    }
};

class EventSink {
public:
    virtual void defineFile(uint32_t id, std::string_view path, std::string_view source, bool ofProgram) = 0;
    virtual void defineCode(const CodeInfo& code) = 0;
    // `life`: how many objects had been allocated by then (so that a class's granule may be used again).
    virtual void defineType(const TypeInfo& type, uint32_t life) = 0;
    virtual void attributeName(uint32_t type, uint32_t index, std::string_view name) = 0;

    // The program opens a file of data. Who keeps none of that leaves it.
    virtual void dataFile(const DataFile&) {}

    // Memory for a chunk that the sink has no more use for; may be empty.
    virtual std::vector<uint8_t> spareBuffer() { return {}; }
    // A chunk is complete.
    virtual void chunkFull(EncodedChunk chunk) = 0;
    // The chunk under way as far as it has come: readers may see it. Replaced by the next publish or chunkFull.
    virtual void publish(EncodedChunk openChunk) = 0;
    // No more chunks follow.
    virtual void finish() = 0;
    // The beginning may be dropped while the rest is kept: nothing may be said by what lies there.
    virtual bool mayDropBeginning() const { return false; }
    // No more room: the run should end.
    virtual bool isFull() const = 0;

protected:
    ~EventSink() = default;
};

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a Recorder writes, kept in memory, and its events as texts.

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/events/decoder.h"
#include "core/events/event_sink.h"
#include "core/events/memory_events.h"
#include "tests/support/catch.h"

namespace memtape {

struct Kept final : EventSink {
    void defineFile(uint32_t, std::string_view, std::string_view, bool) override {}
    void defineCode(const CodeInfo&) override {}
    void defineType(const TypeInfo&, uint32_t) override {}
    void attributeName(uint32_t, uint32_t, std::string_view) override {}
    void chunkFull(EncodedChunk chunk) override { chunks.push_back(std::make_shared<const EncodedChunk>(std::move(chunk))); }
    void publish(EncodedChunk chunk) override { open = std::make_shared<const EncodedChunk>(std::move(chunk)); }
    void finish() override { finished = true; }
    bool isFull() const override { return false; }
    std::vector<std::shared_ptr<const EncodedChunk>> chunks;
    std::shared_ptr<const EncodedChunk> open;
    bool finished = false;
};

// An event as text, all of it.
inline std::string text(const MemoryPlace& p) {
    std::string out;
    for (uint32_t v : {static_cast<uint32_t>(p.kind), static_cast<uint32_t>(p.cell), p.object, p.frame, p.index}) out += ' ' + std::to_string(v);
    return out;
}

inline std::string text(const Event& e) {
    std::string out = std::to_string(static_cast<int>(e.kind));
    for (uint64_t v : {static_cast<uint64_t>(e.a), static_cast<uint64_t>(e.object), static_cast<uint64_t>(e.value), static_cast<uint64_t>(e.index),
                       static_cast<uint64_t>(e.count), e.extra, e.extra2})
        out += ' ' + std::to_string(v);
    out += ' ' + std::to_string(static_cast<int>(e.payload)) + ' ' + std::string(e.bytes);
    for (uint32_t i = 0; e.kind == EventKind::CellFill && i < e.count; i++) out += ',' + std::to_string(e.values[i]);
    if (e.kind == EventKind::PointerSet || e.kind == EventKind::PointerCopy) out += text(e.pointer->holder) + text(e.pointer->target);
    return out;
}

inline std::vector<std::string> decodeAll(const Kept& kept) {
    std::vector<std::string> out;
    for (const auto& chunk : kept.chunks) {
        Decoder decoder(chunk);
        while (true) {
            Event e;
            if (!decoder.next(e)) break;
            out.push_back(text(e));
        }
        CHECK_FALSE(decoder.isDamaged());
        CHECK(decoder.position() == chunk->events);
    }
    return out;
}

}

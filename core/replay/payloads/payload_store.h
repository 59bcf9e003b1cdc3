// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where the values of strings and other texts are: in the tape, not in the state. A state keeps a PayloadPlace of eight bytes. Texts that grew by appending are chains of tails, each made once however often the tape is played over.

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/events/event_sink.h"
#include "core/events/payload_place.h"
#include "core/replay/payloads/computed_ints.h"

namespace memtape {

class Tape;

constexpr uint64_t wholeTextLimit = 64 * 1024;

class PayloadStore {
public:
    explicit PayloadStore(std::shared_ptr<const Tape> tape) : m_tape(std::move(tape)) {}

    // Keeps a text that lies in no chunk: of a memory with which the tape begins. `length`: of the whole, which may be more; isChain: it has grown.
    PayloadPlace add(std::string_view text, uint64_t length, bool isChain);
    // The text at `place` has `length` bytes in all, more than are there.
    void noteCut(PayloadPlace place, uint64_t length);
    // The text at `place` follows on that at `prefix`, which is a chain itself where `prefixIsChain`.
    void noteAppend(PayloadPlace place, PayloadPlace prefix, bool prefixIsChain, uint64_t tailLength);

    uint64_t fullLength(PayloadPlace place, bool isChain) const;
    // The beginning, or all of it: whole where it has up to 64 KiB. Views stay valid as long as `keep` holds them.
    struct Keep {
        std::vector<std::shared_ptr<const EncodedChunk>> chunks;
        std::vector<std::unique_ptr<std::string>> texts;
        void clear() { chunks.clear(), texts.clear(); }
    };
    std::string_view text(PayloadPlace place, bool isChain, Keep& keep) const;

    // A chunk of the tape, or one of those texts; the last few are at hand.
    std::shared_ptr<const EncodedChunk> chunk(size_t index) const;

private:
    struct Link {
        PayloadPlace prefix = 0;
        bool prefixIsChain = false;
        uint64_t length = 0;   // of the whole
        PayloadPlace head = 0; // the last link of this chain whose prefix is not yet 64 KiB long
    };
    uint64_t lengthLocked(PayloadPlace place, bool isChain) const;
    std::string_view piece(PayloadPlace place, Keep& keep) const;
    std::string computed(PayloadPlace place) const;

    std::shared_ptr<const Tape> m_tape;
    mutable ComputedInts m_computed;
    mutable std::mutex m_mutex;
    std::unordered_map<PayloadPlace, uint64_t> m_cut;
    std::unordered_map<PayloadPlace, Link> m_links;
    std::vector<std::shared_ptr<EncodedChunk>>
        m_added; // with a stream of bytes alone; a place numbers them downwards from the last chunk that there can be
    struct Cached {
        size_t index = SIZE_MAX;
        std::shared_ptr<const EncodedChunk> chunk;
    };
    mutable Cached m_cache[8];
    mutable unsigned m_nextCached = 0;
};

}

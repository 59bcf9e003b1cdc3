// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Reads the events of a chunk, one after another. Whatever the bytes are, it reads within them and stops: a damaged chunk
// gives events up to where it makes no sense, and isDamaged() says so.

#include <memory>
#include <vector>

#include "core/events/event_sink.h"

namespace memtape {

class Decoder {
public:
    Decoder() = default;
    explicit Decoder(std::shared_ptr<const EncodedChunk> chunk) { start(std::move(chunk)); }
    void start(std::shared_ptr<const EncodedChunk> chunk);

    // False: the chunk is over, or damaged.
    bool next(Event& event);
    // How many events have been read.
    uint32_t position() const { return m_chunk ? m_before + static_cast<uint32_t>(m_ops - m_opsBegin) : 0; }
    bool isDamaged() const { return m_damaged; }
    const std::shared_ptr<const EncodedChunk>& chunk() const { return m_chunk; }

private:
    bool fail();
    bool readRow(uint8_t code, Event& e);
    bool leaveRow();
    Granule ref();
    uint64_t number();
    uint32_t number32() { return static_cast<uint32_t>(number()); }
    uint32_t cellIndex(CellKind kind);
    Granule allocated(uint32_t how);
    void intValue(Event& e);
    void floatValue(Event& e);
    bool bytes(Event& e, uint64_t& length);
    void readStep(uint8_t code, Event& e);
    void readCall(uint8_t code, Event& e);
    bool readRare(uint8_t code, Event& e);
    bool readFill(uint8_t code, Event& e);
    bool readPointer(Event& e);
    bool inside() const;

    std::shared_ptr<const EncodedChunk> m_chunk;
    // Within a row m_ops is in `eventRows`, and where the chunk goes on stands beside it.
    const uint8_t *m_afterRow = nullptr, *m_afterRowEnd = nullptr;
    uint32_t m_before = 0; // events before m_opsBegin
    const uint8_t *m_opsBegin = nullptr, *m_ops = nullptr, *m_opsEnd = nullptr, *m_refs = nullptr, *m_refsEnd = nullptr, *m_numbers = nullptr,
                  *m_numbersEnd = nullptr, *m_ints = nullptr, *m_intsEnd = nullptr, *m_floats = nullptr, *m_floatsEnd = nullptr, *m_bytes = nullptr,
                  *m_bytesEnd = nullptr;
    bool m_damaged = false;
    Predictor m_guess;
    std::vector<Granule> m_values;
    PointerChange m_pointer;
};

}

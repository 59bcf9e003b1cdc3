// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/tape_wire.h"

#include <algorithm>
#include <chrono>
#include <cstring>

#include "core/tape/tape.h"

namespace memtape {

namespace {

constexpr auto betweenTwo = std::chrono::milliseconds(16);
constexpr size_t definitionsAtATime = 4096, bytesAtATime = 16u << 20;
// Chunks that are smaller than this together are copied out of their file: there may be only so many mappings in a process.
constexpr size_t smallestMapped = 128 * 1024;
// What definitions take beyond their bytes, and the last chunk beyond the limit at which the worker noticed it.
constexpr uint64_t beyondLimit = 256u << 20;

// As it lies in the message: both ends are the same executable.
struct ChunkHead {
    uint32_t events = 0, steps = 0, allocs = 0;
    uint32_t sizes[streamCount] = {}, storedSizes[streamCount] = {};
    uint64_t definitions = 0; // how many there were when it was complete
};

template <class T> std::string_view bytesOf(const T& value) { return {reinterpret_cast<const char*>(&value), sizeof value}; }
std::string_view viewOf(const KeptBytes& bytes) { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }

}

// ---- sending ---------------------------------------------------------------------------------------------------------

TapeSender::TapeSender(std::shared_ptr<Tape> tape, Channel& channel) : m_tape(std::move(tape)), m_channel(channel), m_thread([this] { follow(); }) {}

TapeSender::~TapeSender() { finish(); }

bool TapeSender::isOver() {
    std::lock_guard lock(m_mutex);
    return m_finished;
}

void TapeSender::follow() {
    constexpr unsigned atMost = 100; // milliseconds without anything new
    while (!isOver()) {
        uint64_t seen;
        {
            std::lock_guard lock(m_sending);
            seen = m_events;
        }
        m_tape->waitForMore(seen, atMost);
        if (isOver()) return;
        sendNew();
        std::unique_lock lock(m_mutex);
        m_over.wait_for(lock, betweenTwo, [this] { return m_finished; });
    }
}

void TapeSender::flush() {
    m_tape->settle();
    sendNew();
}

void TapeSender::finish() {
    {
        std::lock_guard lock(m_mutex);
        if (m_finished) return;
        m_finished = true;
    }
    m_over.notify_all();
    m_thread.join();
    flush();
}

void TapeSender::sendNew() {
    std::lock_guard lock(m_sending);
    while (sendChunks()) {}
    sendOpenChunk();
}

// All that there are: what is recorded meanwhile may come too early, never too late.
void TapeSender::sendDefinitions() {
    size_t count = m_tape->definitions().count();
    while (m_definitions < count) {
        size_t to = std::min(count, m_definitions + definitionsAtATime);
        m_channel.send(WorkerMessage::Definitions, {m_tape->definitions().serialize(m_definitions, to)});
        m_definitions = to;
    }
}

// Those that are compressed by now. False: there are no more.
bool TapeSender::sendChunks() {
    std::vector<std::shared_ptr<const StoredChunk>> chunks;
    std::vector<ChunkHead> heads;
    size_t size = 0;
    while (size < bytesAtATime) {
        auto chunk = m_tape->storedChunk(m_chunks + chunks.size());
        if (!chunk) break;
        ChunkHead head;
        head.events = chunk->info.events;
        head.steps = chunk->info.steps;
        head.allocs = chunk->info.allocs;
        std::copy(std::begin(chunk->rawSizes), std::end(chunk->rawSizes), head.sizes);
        std::copy(std::begin(chunk->storedSizes), std::end(chunk->storedSizes), head.storedSizes);
        head.definitions = chunk->definitions;
        heads.push_back(head);
        size += chunk->data.size();
        chunks.push_back(std::move(chunk));
    }
    if (chunks.empty()) return false;
    sendDefinitions();
    const uint64_t count = heads.size();
    std::vector<std::string_view> pieces{bytesOf(count), {reinterpret_cast<const char*>(heads.data()), heads.size() * sizeof(ChunkHead)}};
    for (const auto& chunk : chunks) pieces.push_back(viewOf(chunk->data));
    m_channel.send(WorkerMessage::Chunks, pieces);
    m_events = chunks.back()->info.firstEvent + chunks.back()->info.events;
    m_chunks += chunks.size();
    m_tape->forgetStored(m_chunks);
    return true;
}

// The chunk behind those that were sent: one that is not complete, or not compressed yet.
void TapeSender::sendOpenChunk() {
    if (m_chunks >= m_tape->chunkCount()) return;
    std::shared_ptr<const EncodedChunk> open = m_tape->chunk(m_chunks);
    if (!open) return;
    uint64_t events = m_tape->chunkInfo(m_chunks).firstEvent + open->events;
    if (events <= m_events) return;
    sendDefinitions();
    ChunkHead head;
    head.events = open->events;
    head.steps = open->steps;
    head.allocs = open->allocs;
    std::copy(std::begin(open->sizes), std::end(open->sizes), head.sizes);
    m_channel.send(WorkerMessage::OpenChunk, {bytesOf(head), viewOf(open->bytes)});
    m_events = events;
}

// ---- receiving -------------------------------------------------------------------------------------------------------

TapeReceiver::TapeReceiver(std::shared_ptr<Tape> tape, uint64_t limitBytes) : m_tape(std::move(tape)), m_left(limitBytes) {
    m_left += std::min(beyondLimit, UINT64_MAX - m_left);
}

bool TapeReceiver::take(const Channel::Message& message) {
    if (message.kind == WorkerMessage::OpenChunk) return takeOpenChunk(message.body);
    if (message.body.size() > m_left) return false;
    m_left -= message.body.size();
    return message.kind == WorkerMessage::Definitions ? takeDefinitions(message) : takeChunks(message.body);
}

bool TapeReceiver::takeDefinitions(const Channel::Message& message) { return m_tape->definitionsForWriting().deserialize(message.text()); }

bool TapeReceiver::takeChunks(const KeptBytes& body) {
    uint64_t count;
    if (body.size() < sizeof count) return false;
    std::memcpy(&count, body.data(), sizeof count);
    if (count == 0 || count > (body.size() - sizeof count) / sizeof(ChunkHead)) return false;
    const KeptBytes kept = body.size() < smallestMapped ? KeptBytes(std::vector<uint8_t>(body.data(), body.data() + body.size())) : body;
    size_t at = sizeof count + count * sizeof(ChunkHead);
    std::vector<StoredChunk> chunks; // all or none
    for (uint64_t i = 0; i < count; i++) {
        ChunkHead head;
        std::memcpy(&head, body.data() + sizeof count + i * sizeof head, sizeof head);
        StoredChunk chunk;
        chunk.info.events = head.events;
        chunk.info.steps = head.steps;
        chunk.info.allocs = head.allocs;
        uint64_t size = 0;
        for (unsigned s = 0; s < streamCount; s++) {
            chunk.rawSizes[s] = head.sizes[s];
            size += chunk.storedSizes[s] = head.storedSizes[s];
        }
        if (size > body.size() - at || head.definitions > m_tape->definitions().count()) return false;
        chunk.data = kept.part(at, size);
        chunk.definitions = head.definitions;
        at += size;
        if (!chunk.info.events || !isPlausible(chunk)) return false;
        chunks.push_back(std::move(chunk));
    }
    if (at != body.size()) return false;
    for (StoredChunk& chunk : chunks) m_tape->appendStored(std::move(chunk));
    return true;
}

bool TapeReceiver::takeOpenChunk(const KeptBytes& body) {
    ChunkHead head;
    if (body.size() < sizeof head) return false;
    std::memcpy(&head, body.data(), sizeof head);
    EncodedChunk open;
    open.bytes = body.part(sizeof head, body.size() - sizeof head);
    std::copy(std::begin(head.sizes), std::end(head.sizes), open.sizes);
    open.events = head.events;
    open.steps = head.steps;
    open.allocs = head.allocs;
    if (!open.events || !isPlausible(open)) return false;
    m_tape->publish(std::move(open));
    return true;
}

}

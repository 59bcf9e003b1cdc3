// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A recording: chunks of events, append-only, the definitions that they name, and the tag of the program's language. It knows no language.
//
// One thread writes (through EventSink), any number read meanwhile. A sealed chunk never changes; a second thread compresses it.
// The chunk under way is shown as far as it was last published: readers see whole events only, and what they were given stays valid.

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "core/events/end_reason.h"
#include "core/events/event_sink.h"
#include "core/tape/beginning.h"
#include "core/tape/definitions.h"
#include "core/tape/spare_buffers.h"

namespace memtape {

// Where a chunk stands in the run.
struct ChunkInfo {
    uint64_t firstEvent = 0, firstStep = 0;
    uint32_t firstLife = 0; // objects allocated before it
    uint32_t events = 0, steps = 0, allocs = 0;
};

// A chunk as it is kept: each stream compressed by itself, or as it is where that is no longer.
struct StoredChunk {
    ChunkInfo info;
    uint32_t rawSizes[streamCount] = {}, storedSizes[streamCount] = {};
    KeptBytes data;
    size_t definitions = 0; // how many there were when it was sealed
};

// The most bytes of a chunk before compression: far above what a recorder writes into one.
constexpr uint64_t largestChunk = 64u << 20;
// Whether what it says of itself can be so; its events may make no sense all the same.
bool isPlausible(const StoredChunk& chunk);
bool isPlausible(const EncodedChunk& chunk);

// Compresses the chunks of a tape one after another. Where floats gave little lately, they are kept as they are for some time.
class ChunkCompressor {
public:
    // room: a buffer that nobody needs any more, to lie in; may be empty.
    StoredChunk compress(const EncodedChunk& chunk, const ChunkInfo& info, std::vector<uint8_t> room = {});

private:
    unsigned m_untried = 0; // in so many more chunks floats are not compressed
};

// Null: the bytes are damaged.
std::shared_ptr<const EncodedChunk> expandChunk(const StoredChunk& chunk);

class Tape final : public EventSink {
public:
    static constexpr uint64_t defaultLimit = uint64_t{2} << 30; // bytes in memory: of the chunks as they are kept, and of what they name

    // language: the tag by which its Language and its Reading are found ("python").
    explicit Tape(std::string language, uint64_t limitBytes = defaultLimit);
    ~Tape();
    Tape(const Tape&) = delete;
    Tape& operator=(const Tape&) = delete;

    // -- for the one who writes
    void defineFile(uint32_t id, std::string_view path, std::string_view source, bool ofProgram) override;
    void defineCode(const CodeInfo& code) override;
    void defineType(const TypeInfo& type, uint32_t life) override;
    void attributeName(uint32_t type, uint32_t index, std::string_view name) override;
    void dataFile(const DataFile& file) override;
    std::vector<uint8_t> spareBuffer() override;
    void chunkFull(EncodedChunk chunk) override;
    void publish(EncodedChunk openChunk) override;
    void finish() override;
    bool mayDropBeginning() const override { return m_drops.load(std::memory_order_relaxed); }
    bool isFull() const override { return m_full.load(std::memory_order_relaxed); }
    // A chunk that comes compressed: from a file, or from another process. It takes the place of the one under way.
    void appendStored(StoredChunk chunk);
    // For a writer that is gone: what was last published is kept, and the end told in its place.
    void breakOff(EndReason reason, int exitStatus);
    // Forgets the first `count` chunks, which must be compressed: they are kept elsewhere, and cannot be read here any more.
    void forgetStored(size_t count);
    Definitions& definitionsForWriting() { return m_definitions; }

    // -- for the one who drops what is old (keepLast); who reads by chunks' numbers meanwhile has to be the same
    // From now on only the last `steps` steps count: the others wait to be dropped, and who writes waits where far too many do. 0: all count.
    void keepLast(uint64_t steps);
    // So many chunks from the front are compressed, and lie before the steps that count.
    size_t ripeChunks() const;
    // Takes the first `count` chunks off, which are ripe. The others count from 0 again.
    void dropFront(size_t count, std::shared_ptr<const TapeBeginning> beginning);
    // Of a tape that is still empty.
    void beginAt(std::shared_ptr<const TapeBeginning> beginning) { dropFront(0, std::move(beginning)); }

    // -- for those who read, from any thread
    const std::string& language() const { return m_language; }
    const Definitions& definitions() const { return m_definitions; }
    bool isFinished() const;                                // nothing more will come
    std::shared_ptr<const TapeBeginning> beginning() const; // null: it has all of the run
    uint64_t firstStep() const;                             // of those that it has; all before are gone
    uint64_t stepCount() const;                             // of the run, committed so far
    uint64_t eventCount() const;
    uint64_t storedBytes() const; // of the chunks as they are kept now
    size_t chunkCount() const;    // with the published one under way
    ChunkInfo chunkInfo(size_t index) const;
    size_t chunkOfStep(uint64_t step) const; // chunkCount() where there is none
    size_t chunkOfLife(uint32_t life) const; // with the life-th Alloc
    // The events of a chunk, expanded; null where the chunk is damaged. The chunk under way grows: ask again for what is new.
    std::shared_ptr<const EncodedChunk> chunk(size_t index) const;
    // Waits until something was committed after `steps` steps and `events` events were there, or the tape is finished, or the time is over.
    void waitForMore(uint64_t events, unsigned milliseconds) const;
    // Waits until all sealed chunks are compressed; then visits them in order.
    void settle() const;
    std::shared_ptr<const StoredChunk> storedChunk(size_t index) const;

private:
    struct Slot {
        ChunkInfo info;
        std::shared_ptr<EncodedChunk> raw; // until it is compressed
        std::shared_ptr<StoredChunk> stored;
        size_t definitions = 0;
    };
    void compressInBackground();
    void compressNext(std::unique_lock<std::mutex>& lock, ChunkCompressor& compressor);
    void append(StoredChunk chunk);
    void noteDefined(size_t bytes);
    size_t countRipe() const; // holds the mutex
    ChunkInfo infoAfter(const EncodedChunk& chunk) const;

    size_t backlog() const { return m_chunks.size() - m_compressed; }
    // What others wait for may have come; holds the mutex.
    void tell() const {
        if (m_waiting) m_changed.notify_all();
    }
    template <class Condition> void wait(std::unique_lock<std::mutex>& lock, Condition condition) const {
        ++m_waiting;
        m_changed.wait(lock, condition);
        --m_waiting;
    }

    const std::string m_language;
    Definitions m_definitions;
    mutable std::mutex m_mutex;
    mutable std::condition_variable m_work, m_changed; // for the compressor; for all others
    mutable unsigned m_waiting = 0, m_settling = 0;    // who wait for m_changed; those of them who need all to be compressed
    bool m_isIdle = false;                             // the compressor waits for the next chunk, not for several
    std::deque<Slot> m_chunks;                         // sealed
    std::shared_ptr<const EncodedChunk> m_open;
    ChunkInfo m_openInfo;
    ChunkInfo m_next;        // what the next chunk begins with
    size_t m_compressed = 0; // so many from the front are
    size_t m_forgotten = 0;  // and so many are not here any more
    std::shared_ptr<const TapeBeginning> m_beginning;
    uint64_t m_kept = 0;                    // how many steps count; 0: all
    SpareBuffers m_spareRaw, m_spareStored; // of chunks that are compressed, of those that are forgotten
    bool m_finished = false, m_stopping = false;
    uint64_t m_storedBytes = 0, m_limit;
    std::atomic<uint64_t> m_definedBytes{0};
    std::atomic<bool> m_full{false};
    std::atomic<bool> m_drops{false}; // or did: chunks have other numbers then
    std::thread m_compressor;
};

}

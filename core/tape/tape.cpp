// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tape/tape.h"

#include <algorithm>
#include <chrono>

namespace memtape {

// So many chunks may wait for the compressor; then the one who records waits until half of them are done.
static constexpr size_t mostBacklog = 64;
// The compressor is woken for so many chunks; fewer wait for a moment.
static constexpr size_t chunksAtOnce = 4;
static constexpr std::chrono::milliseconds aMoment{5};
// So many may wait to be dropped; then the one who records waits. Some hundred million events: far more than whoever drops them leaves.
static constexpr size_t mostRipe = 8192;

Tape::Tape(std::string language, uint64_t limitBytes) : m_language(std::move(language)), m_limit(limitBytes) {}

Tape::~Tape() {
    {
        std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_work.notify_one();
    if (m_compressor.joinable()) m_compressor.join();
}

// ---- writing ---------------------------------------------------------------------------------------------------------

// A program that compiles texts for ever fills the tape with these alone.
void Tape::noteDefined(size_t bytes) {
    if (m_definedBytes += bytes; m_definedBytes > m_limit) m_full = true;
}

void Tape::defineFile(uint32_t id, std::string_view path, std::string_view source, bool ofProgram) {
    noteDefined(sizeof(FileInfo) + path.size() + source.size());
    m_definitions.addFile({id, std::string(path), std::string(source), ofProgram});
}

void Tape::defineCode(const CodeInfo& code) {
    noteDefined(sizeof(CodeInfo) + code.slots.size() * sizeof(std::string));
    m_definitions.addCode(code);
}

void Tape::defineType(const TypeInfo& type, uint32_t life) {
    noteDefined(sizeof(TypeDefinition));
    TypeDefinition definition;
    static_cast<TypeInfo&>(definition) = type;
    definition.life = life;
    m_definitions.addType(std::move(definition));
}

void Tape::attributeName(uint32_t type, uint32_t index, std::string_view name) { m_definitions.addAttributeName({type, index, std::string(name)}); }

void Tape::dataFile(const DataFile& file) {
    noteDefined(sizeof(DataFile) + file.path.size());
    m_definitions.addDataFile(file);
}

ChunkInfo Tape::infoAfter(const EncodedChunk& chunk) const {
    ChunkInfo info = m_next;
    info.events = chunk.events;
    info.steps = chunk.steps;
    info.allocs = chunk.allocs;
    return info;
}

static void moveBehind(ChunkInfo& next, const ChunkInfo& info) {
    next.firstEvent = info.firstEvent + info.events;
    next.firstStep = info.firstStep + info.steps;
    next.firstLife = info.firstLife + info.allocs;
}

std::vector<uint8_t> Tape::spareBuffer() {
#if defined(MEMTAPE_WRITES_PROFILE)
    return {}; // how many there are depends on the compressor's thread
#endif
    std::lock_guard lock(m_mutex);
    return m_spareRaw.take();
}

void Tape::chunkFull(EncodedChunk chunk) {
    if (!chunk.events) return;
    auto raw = std::make_shared<EncodedChunk>(std::move(chunk));
    Slot slot;
    slot.raw = raw;
    slot.definitions = m_definitions.count();
    if (!m_compressor.joinable()) m_compressor = std::thread([this] { compressInBackground(); });
    std::unique_lock lock(m_mutex);
    slot.info = infoAfter(*raw);
    moveBehind(m_next, slot.info);
    m_chunks.push_back(std::move(slot));
    m_open = nullptr;
    if (m_isIdle || backlog() >= chunksAtOnce) m_work.notify_one();
    tell();
    if (backlog() > mostBacklog) wait(lock, [this] { return backlog() <= mostBacklog / 2; });
    wait(lock, [this] { return countRipe() <= mostRipe; });
}

void Tape::publish(EncodedChunk openChunk) {
    auto open = std::make_shared<const EncodedChunk>(std::move(openChunk));
    std::lock_guard lock(m_mutex);
    m_openInfo = infoAfter(*open);
    m_open = std::move(open);
    tell();
}

void Tape::finish() {
    std::lock_guard lock(m_mutex);
    m_finished = true;
    tell();
}

// The end of a recording, as a Recorder writes it, in a chunk of its own.
static EncodedChunk chunkOfEnd(EndReason reason, int exitStatus) {
    std::vector<uint8_t> bytes(1 + 2 * 10 + readSlack);
    bytes[0] = op::End;
    uint8_t* numbers = putVarint(bytes.data() + 1, static_cast<uint32_t>(reason));
    numbers = putVarint(numbers, zigzag(exitStatus));
    EncodedChunk chunk;
    chunk.events = chunk.sizes[static_cast<unsigned>(Stream::Ops)] = 1;
    chunk.sizes[static_cast<unsigned>(Stream::Numbers)] = static_cast<uint32_t>(numbers - bytes.data() - 1);
    bytes.resize(chunk.totalSize() + readSlack);
    chunk.bytes = std::move(bytes);
    return chunk;
}

void Tape::breakOff(EndReason reason, int exitStatus) {
    std::shared_ptr<const EncodedChunk> open;
    {
        std::lock_guard lock(m_mutex);
        open = m_open;
    }
    if (open) chunkFull(*open);
    chunkFull(chunkOfEnd(reason, exitStatus));
    finish();
}

void Tape::forgetStored(size_t count) {
    std::lock_guard lock(m_mutex);
    for (; m_forgotten < count && m_forgotten < m_compressed; m_forgotten++) {
        std::shared_ptr<StoredChunk> stored = std::move(m_chunks[m_forgotten].stored);
        if (stored.use_count() == 1) m_spareStored.give(stored->data.takeBuffer());
    }
}

// ---- dropping --------------------------------------------------------------------------------------------------------

void Tape::keepLast(uint64_t steps) {
    std::lock_guard lock(m_mutex);
    m_kept = steps;
    if (steps) m_drops = true;
    tell();
}

size_t Tape::countRipe() const {
    if (!m_kept || m_next.firstStep < m_kept) return 0;
    const uint64_t first = m_next.firstStep - m_kept; // of the steps that count, or a step before them
    auto after = std::partition_point(m_chunks.begin(), m_chunks.end(), [&](const Slot& slot) { return slot.info.firstStep <= first; });
    // the chunk in which it lies stays; so does one that is the last, for who adds to it
    const size_t before = static_cast<size_t>(after - m_chunks.begin());
    return before ? std::min(before - 1, m_compressed) : 0;
}

size_t Tape::ripeChunks() const {
    std::lock_guard lock(m_mutex);
    return countRipe();
}

void Tape::dropFront(size_t count, std::shared_ptr<const TapeBeginning> beginning) {
    std::lock_guard lock(m_mutex);
    for (; count && m_compressed; count--, m_compressed--) {
        if (const auto& stored = m_chunks.front().stored) m_storedBytes -= stored->data.size();
        if (m_forgotten) m_forgotten--;
        m_chunks.pop_front();
    }
    if (m_beginning) m_storedBytes -= m_beginning->packed.size();
    m_beginning = std::move(beginning);
    m_storedBytes += m_beginning->packed.size();
    if (m_chunks.empty() && !m_open) {
        m_next.firstEvent = m_beginning->events;
        m_next.firstStep = m_beginning->steps;
        m_next.firstLife = m_beginning->lives;
    }
    m_full = m_storedBytes + m_definedBytes > m_limit;
    tell();
}

std::shared_ptr<const TapeBeginning> Tape::beginning() const {
    std::lock_guard lock(m_mutex);
    return m_beginning;
}

uint64_t Tape::firstStep() const {
    std::lock_guard lock(m_mutex);
    return m_beginning ? m_beginning->steps : 0;
}

void Tape::appendStored(StoredChunk chunk) {
    std::lock_guard lock(m_mutex);
    append(std::move(chunk));
    tell();
}

void Tape::append(StoredChunk chunk) {
    Slot slot;
    slot.info = m_next;
    slot.info.events = chunk.info.events;
    slot.info.steps = chunk.info.steps;
    slot.info.allocs = chunk.info.allocs;
    slot.definitions = chunk.definitions;
    chunk.info = slot.info;
    moveBehind(m_next, slot.info);
    m_storedBytes += chunk.data.size();
    slot.stored = std::make_shared<StoredChunk>(std::move(chunk));
    m_chunks.push_back(std::move(slot));
    m_open = nullptr;
    m_compressed = m_chunks.size();
}

void Tape::compressInBackground() {
    ChunkCompressor compressor;
    const auto isWorthwhile = [this] { return m_stopping || (m_settling && backlog()) || backlog() >= chunksAtOnce; };
    std::unique_lock lock(m_mutex);
    while (!m_stopping) {
        const bool nothingCame = !m_work.wait_for(lock, aMoment, isWorthwhile) && !backlog();
        while (backlog() && !m_stopping) compressNext(lock, compressor);
        if (!nothingCame) continue;
        m_isIdle = true;
        m_work.wait(lock, [this] { return m_stopping || backlog(); });
        m_isIdle = false;
    }
}

void Tape::compressNext(std::unique_lock<std::mutex>& lock, ChunkCompressor& compressor) {
    std::shared_ptr<EncodedChunk> raw = m_chunks[m_compressed].raw;
    const ChunkInfo info = m_chunks[m_compressed].info;
    const size_t definitions = m_chunks[m_compressed].definitions;
    std::vector<uint8_t> room = m_spareStored.take();
    lock.unlock();
    auto stored = std::make_shared<StoredChunk>(compressor.compress(*raw, info, std::move(room)));
    stored->definitions = definitions;
    lock.lock();
    m_storedBytes += stored->data.size();
    if (m_storedBytes + m_definedBytes > m_limit) m_full = true;
    Slot& slot = m_chunks[m_compressed]; // the same chunk, whatever was dropped before it meanwhile
    slot.stored = std::move(stored);
    slot.raw = nullptr;
    if (raw.use_count() == 1) m_spareRaw.give(raw->bytes.takeBuffer());
    m_compressed++;
    tell();
}

// ---- reading ---------------------------------------------------------------------------------------------------------

bool Tape::isFinished() const {
    std::lock_guard lock(m_mutex);
    return m_finished;
}

uint64_t Tape::stepCount() const {
    std::lock_guard lock(m_mutex);
    return m_next.firstStep + (m_open ? m_openInfo.steps : 0);
}

uint64_t Tape::eventCount() const {
    std::lock_guard lock(m_mutex);
    return m_next.firstEvent + (m_open ? m_openInfo.events : 0);
}

uint64_t Tape::storedBytes() const {
    std::lock_guard lock(m_mutex);
    return m_storedBytes;
}

size_t Tape::chunkCount() const {
    std::lock_guard lock(m_mutex);
    return m_chunks.size() + (m_open ? 1 : 0);
}

ChunkInfo Tape::chunkInfo(size_t index) const {
    std::lock_guard lock(m_mutex);
    if (index < m_chunks.size()) return m_chunks[index].info;
    return m_open ? m_openInfo : m_next;
}

size_t Tape::chunkOfStep(uint64_t step) const {
    std::lock_guard lock(m_mutex);
    if (step >= m_next.firstStep)
        return m_open && step < m_openInfo.firstStep + m_openInfo.steps ? m_chunks.size() : m_chunks.size() + (m_open ? 1 : 0);
    auto after = std::upper_bound(m_chunks.begin(), m_chunks.end(), step, [](uint64_t s, const Slot& slot) { return s < slot.info.firstStep; });
    // chunks without steps begin with the same step as the next: the last of them holds it
    return static_cast<size_t>(after - m_chunks.begin()) - 1;
}

size_t Tape::chunkOfLife(uint32_t life) const {
    std::lock_guard lock(m_mutex);
    auto after =
        std::partition_point(m_chunks.begin(), m_chunks.end(), [&](const Slot& slot) { return slot.info.firstLife + slot.info.allocs < life; });
    return static_cast<size_t>(after - m_chunks.begin());
}

std::shared_ptr<const EncodedChunk> Tape::chunk(size_t index) const {
    std::shared_ptr<const StoredChunk> stored;
    {
        std::lock_guard lock(m_mutex);
        if (index >= m_chunks.size()) return index == m_chunks.size() ? m_open : nullptr;
        if (m_chunks[index].raw) return m_chunks[index].raw;
        stored = m_chunks[index].stored;
    }
    return stored ? expandChunk(*stored) : nullptr;
}

void Tape::waitForMore(uint64_t events, unsigned milliseconds) const {
    std::unique_lock lock(m_mutex);
    ++m_waiting;
    m_changed.wait_for(lock, std::chrono::milliseconds(milliseconds),
                       [&] { return m_finished || m_next.firstEvent + (m_open ? m_openInfo.events : 0) > events; });
    --m_waiting;
}

void Tape::settle() const {
    std::unique_lock lock(m_mutex);
    ++m_settling;
    m_work.notify_one();
    wait(lock, [this] { return !backlog(); });
    --m_settling;
}

std::shared_ptr<const StoredChunk> Tape::storedChunk(size_t index) const {
    std::lock_guard lock(m_mutex);
    return index < m_chunks.size() ? m_chunks[index].stored : nullptr;
}

}

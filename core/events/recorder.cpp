// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/recorder.h"

#include <algorithm>

#include "core/events/large_int.h"

namespace memtape {

Recorder* recorder = nullptr;

namespace {

// Room for the worst: untouched pages cost nothing.
constexpr size_t opsRoom = eventsPerChunk, refsRoom = size_t{eventsPerChunk} * refBytesPerEvent + fillBytesPerChunk,
                 numbersRoom = size_t{eventsPerChunk} * numberBytesPerEvent, intsRoom = size_t{eventsPerChunk} * 10,
                 floatsRoom = size_t{eventsPerChunk} * 8, bytesRoom = payloadBytesPerChunk;
constexpr size_t largestPayload = 256 * 1024; // in one event; output is divided, values are cut
constexpr uint32_t largestFill = 16 * 1024;   // references in one event

}

Recorder::Recorder(EventSink& sink) : m_sink(sink) {
    m_buffer.reset(new uint8_t[opsRoom + refsRoom + numbersRoom + intsRoom + floatsRoom + bytesRoom]);
    m_opsBegin = m_buffer.get();
    m_opsEnd = m_opsBegin + opsRoom;
    m_refsBegin = m_opsEnd;
    m_numbersBegin = m_refsBegin + refsRoom;
    m_intsBegin = m_numbersBegin + numbersRoom;
    m_floatsBegin = m_intsBegin + intsRoom;
    m_bytesBegin = m_floatsBegin + floatsRoom;
    startChunk();
}

Recorder::~Recorder() = default;

void Recorder::startChunk() {
    m_ops = m_opsBegin;
    m_refs = m_refsBegin;
    m_numbers = m_numbersBegin;
    m_ints = m_intsBegin;
    m_floats = m_floatsBegin;
    m_bytes = m_bytesBegin;
    m_fillLeft = fillBytesPerChunk;
    m_payloadLeft = payloadBytesPerChunk;
    m_inRows = 0;
    m_guess.reset();
}

EncodedChunk Recorder::copyOpenChunk() const {
    EncodedChunk chunk;
    std::vector<uint8_t> buffer = m_sink.spareBuffer();
    buffer.clear();
    const uint8_t* const begins[] = {m_opsBegin, m_refsBegin, m_numbersBegin, m_intsBegin, m_floatsBegin, m_bytesBegin};
    const uint8_t* const ends[] = {m_ops, m_refs, m_numbers, m_ints, m_floats, m_bytes};
    size_t total = 0;
    for (unsigned i = 0; i < streamCount; i++) total += chunk.sizes[i] = static_cast<uint32_t>(ends[i] - begins[i]);
    buffer.reserve(total + readSlack);
    for (unsigned i = 0; i < streamCount; i++) buffer.insert(buffer.end(), begins[i], ends[i]);
    buffer.resize(total + readSlack);
    chunk.bytes = std::move(buffer);
    chunk.events = chunk.sizes[0] + m_inRows;
    chunk.steps = m_steps - m_sealedSteps;
    chunk.allocs = m_lives - m_sealedLives;
    return chunk;
}

void Recorder::nextChunk() {
    EncodedChunk chunk = copyOpenChunk();
    m_sealedEvents += chunk.events;
    m_sealedBytes += chunk.totalSize();
    m_sealedChunks++;
    m_sealedLives = m_lives;
    m_sealedSteps = m_steps;
    m_sink.chunkFull(std::move(chunk));
    startChunk();
}

void Recorder::refMissed(Granule g, uint32_t place) {
    m_guess.named[place] = g;
    uint32_t distance = zigzag(static_cast<int32_t>(g - m_guess.lastMiss));
    m_guess.lastMiss = g;
    if (distance < 8) {
        *m_refs++ = static_cast<uint8_t>(Predictor::missBase + distance);
    } else {
        uint8_t* refs = m_refs;
        *refs = static_cast<uint8_t>(Predictor::missFar + (distance & 7));
        m_refs = putVarint(refs + 1, distance >> 3);
    }
}

void Recorder::publish() {
    if (m_ops != m_opsBegin) m_sink.publish(copyOpenChunk());
}

uint64_t Recorder::byteCount() const {
    return m_sealedBytes + static_cast<uint64_t>((m_ops - m_opsBegin) + (m_refs - m_refsBegin) + (m_numbers - m_numbersBegin) +
                                                 (m_ints - m_intsBegin) + (m_floats - m_floatsBegin) + (m_bytes - m_bytesBegin));
}

void Recorder::needPayload(size_t size) {
    if (size > m_payloadLeft || m_ops == m_opsEnd) nextChunk();
    m_payloadLeft -= static_cast<uint32_t>(size);
}

PayloadPlace Recorder::nextPayload(uint64_t length) const {
    return payloadPlace(m_sealedChunks, static_cast<uint64_t>(m_bytes - m_bytesBegin), length);
}

void Recorder::bytes(std::string_view text) {
    number(static_cast<uint32_t>(text.size()));
    if (text.empty()) return;
    std::memcpy(m_bytes, text.data(), text.size());
    m_bytes += text.size();
}

// ---- definitions -----------------------------------------------------------------------------------------------------

void Recorder::defineFile(uint32_t id, std::string_view path, std::string_view source, bool ofProgram) {
    m_sink.defineFile(id, path, source, ofProgram);
    put(op::DefineFile);
    number(id);
}

void Recorder::defineCode(const CodeInfo& code) {
    m_sink.defineCode(code);
    put(op::DefineCode);
    number(code.id);
}

void Recorder::defineType(const TypeInfo& type) {
    m_sink.defineType(type, m_lives);
    put(op::DefineType);
    number(type.id);
}

void Recorder::dataFile(DataFile file) {
    file.step = m_steps;
    m_sink.dataFile(file);
}

void Recorder::attributeName(uint32_t type, uint32_t index, std::string_view name) {
    m_sink.attributeName(type, index, name);
    put(op::AttributeName);
    number(type);
    number(index);
}

// ---- control ---------------------------------------------------------------------------------------------------------

void Recorder::frameSuspend(Granule generator) {
    put(op::FrameSuspend);
    ref(generator);
    m_guess.leaveFrame();
}

void Recorder::frameResume(Granule generator) {
    put(op::FrameResume);
    ref(generator);
    m_guess.enterGenerator();
}

void Recorder::switchThread(uint32_t thread) {
    put(op::Switch);
    number(thread);
}

void Recorder::raise(Granule exception) {
    put(op::Raise);
    ref(exception);
}

void Recorder::caught(Granule exception) {
    put(op::Catch);
    ref(exception);
}

// ---- objects ---------------------------------------------------------------------------------------------------------

void Recorder::immortal(Granule object) {
    put(op::Immortal);
    ref(object);
}

void Recorder::resize(Granule object, uint64_t size, uint64_t capacity) {
    put(op::Resize);
    ref(object);
    number64(size);
    number64(capacity);
}

void Recorder::cellErase(Granule object, CellKind kind, uint32_t index, uint32_t count) {
    put(op::CellErase);
    ref(object);
    number64(static_cast<uint64_t>(count) << 3 | static_cast<uint32_t>(kind));
    cellIndex(kind, index);
    subject(object);
}

void Recorder::cellFill(Granule object, CellKind kind, uint32_t index, const Granule* values, uint32_t count) {
    while (count) {
        uint32_t part = std::min(count, largestFill), room = part * 6;
        if (room > m_fillLeft || m_ops == m_opsEnd) nextChunk();
        m_fillLeft -= room;
        *m_ops++ = static_cast<uint8_t>(op::CellFill + static_cast<unsigned>(kind));
        ref(object);
        cellIndex(kind, index);
        number(part);
        for (uint32_t i = 0; i < part; i++) ref(values[i]);
        // what is put behind follows on
        m_guess.lastIndex[static_cast<unsigned>(kind)] = index + part - 1;
        subject(object);
        index += part;
        values += part;
        count -= part;
    }
}

void Recorder::cellTruncate(Granule object, CellKind kind, uint32_t length) {
    put(static_cast<uint8_t>(op::CellTruncate + static_cast<unsigned>(kind)));
    ref(object);
    number(length);
    subject(object);
}

void Recorder::cellMove(Granule from, Granule to, CellKind kind) {
    put(op::CellMove);
    ref(from);
    ref(to);
    number(static_cast<uint32_t>(kind));
}

void Recorder::pointer(uint32_t head, const MemoryPlace& holder, const MemoryPlace& target) {
    put(op::Pointer);
    if (holder.kind == MemoryPlace::Kind::Slot) {
        number(head | PointerHead::holderIsSlot);
        number(holder.frame);
        number(holder.index);
    } else {
        number(head | static_cast<uint32_t>(holder.cell) << PointerHead::cellShift);
        ref(holder.object);
        cellIndex(holder.cell, holder.index);
    }
    if (target.kind == MemoryPlace::Kind::Slot) number(target.frame);
    else ref(target.object);
    if (target.kind == MemoryPlace::Kind::Cell) number(static_cast<uint32_t>(target.cell));
    if (target.kind != MemoryPlace::Kind::Object) number(target.index);
}

void Recorder::pointerSet(MemoryPlace holder, RefKind ref, MemoryPlace target) {
    pointer(static_cast<uint32_t>(ref) << PointerHead::refShift | static_cast<uint32_t>(target.kind) << PointerHead::targetShift, holder, target);
}

void Recorder::pointerCopy(MemoryPlace holder, MemoryPlace from) {
    pointer(PointerHead::copies | static_cast<uint32_t>(from.kind) << PointerHead::targetShift, holder, from);
}

void Recorder::payloadSet(Granule object, std::string_view text, uint64_t fullLength) {
    text = text.substr(0, largestPayload);
    needPayload(text.size());
    put(op::PayloadBytes);
    ref(object);
    bytes(text);
    number64(fullLength - text.size());
}

void Recorder::payloadLargeInt(Granule object, std::string_view text, uint64_t fullLength, const IntOrigin* origin) {
    if (m_sink.mayDropBeginning() || text.size() != fullLength) {
        if (m_largeInts) m_largeInts->forget(object);
        return payloadSet(object, text, fullLength);
    }
    if (!m_largeInts) m_largeInts = std::make_unique<LargeIntPlaces>();
    const uint64_t magnitude = text.size() - 1;
    ComputedInt formula;
    if (!origin || !m_largeInts->compute(*origin, magnitude, eventCount(), formula)) {
        payloadSet(object, text, fullLength);
        return m_largeInts->add(object, magnitude, nextPayload(text.size()) - (text.size() << 20));
    }
    needPayload(computedIntBytes);
    const PayloadPlace place = nextPayload(0);
    formula.checksum = checksumOfLargeInt(text);
    char written[computedIntBytes];
    const unsigned size = writeComputedInt(reinterpret_cast<uint8_t*>(written), formula, place);
    put(op::PayloadComputed);
    ref(object);
    bytes({written, size});
    m_largeInts->add(object, magnitude, place | size | computedPayload);
}

void Recorder::payloadInt(Granule object, int64_t value) {
    put(op::PayloadInt);
    ref(object);
    intValue(value);
}

void Recorder::payloadFloat(Granule object, double value) {
    put(op::PayloadFloat);
    ref(object);
    floatValue(value);
}

void Recorder::payloadAppend(Granule object, Granule prefix, std::string_view tail) {
    std::string_view kept = tail.substr(0, largestPayload);
    needPayload(kept.size());
    put(op::PayloadAppend);
    ref(object);
    ref(prefix);
    bytes(kept);
    number64(tail.size() - kept.size());
}

// ---- the world outside -----------------------------------------------------------------------------------------------

void Recorder::output(OutputStream stream, std::string_view text) {
    while (!text.empty()) {
        std::string_view part = text.substr(0, largestPayload);
        needPayload(part.size());
        put(stream == OutputStream::Stdout ? op::OutputStdout : op::OutputStderr);
        bytes(part);
        text.remove_prefix(part.size());
    }
}

void Recorder::input(std::string_view text) {
    do {
        std::string_view part = text.substr(0, largestPayload);
        needPayload(part.size());
        put(op::Input);
        bytes(part);
        text.remove_prefix(part.size());
    } while (!text.empty());
}

void Recorder::collectBegin(uint32_t generation) {
    put(op::CollectBegin);
    number(generation);
}

void Recorder::collectEnd(uint32_t found, uint32_t kept) {
    put(op::CollectEnd);
    number(found);
    number(kept);
}

void Recorder::callLimit(uint32_t calls) {
    put(op::CallLimit);
    number(calls);
}

void Recorder::programBegin() { put(op::ProgramBegin); }

void Recorder::libraryBegin() { put(op::LibraryBegin); }
void Recorder::libraryEnd() { put(op::LibraryEnd); }

void Recorder::end(EndReason reason, int exitStatus) {
    put(op::End);
    number(static_cast<uint32_t>(reason));
    number(zigzag(exitStatus));
    nextChunk();
    m_sink.finish();
}

}

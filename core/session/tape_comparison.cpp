// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/tape_comparison.h"

#include <algorithm>
#include <cstring>

#include "core/events/decoder.h"
#include "core/tape/tape.h"

namespace memtape {

namespace {

// Whether all that the one holds is how the other begins.
bool isBeginningOf(const EncodedChunk& part, const EncodedChunk& whole) {
    for (unsigned i = 0; i < streamCount; ++i) {
        const auto stream = static_cast<Stream>(i);
        if (part.size(stream) > whole.size(stream) || std::memcmp(part.stream(stream), whole.stream(stream), part.size(stream))) return false;
    }
    return true;
}

bool areAlike(const Event& a, const Event& b) {
    if (a.kind != b.kind || a.a != b.a || a.payload != b.payload || a.object != b.object || a.value != b.value || a.index != b.index ||
        a.count != b.count || a.extra != b.extra || a.extra2 != b.extra2 || a.bytes != b.bytes)
        return false;
    switch (a.kind) { // of others these members mean nothing
    case EventKind::CellFill: return std::equal(a.values, a.values + a.count, b.values);
    case EventKind::PointerSet:
    case EventKind::PointerCopy:
        return a.pointer->holder == b.pointer->holder && a.pointer->ref == b.pointer->ref && a.pointer->target == b.pointer->target;
    default: return true;
    }
}

// How many steps both have before the first event that differs.
uint64_t stepsInCommon(std::shared_ptr<const EncodedChunk> a, std::shared_ptr<const EncodedChunk> b) {
    Decoder one(std::move(a)), other(std::move(b));
    Event x, y;
    uint64_t steps = 0;
    while (one.next(x) && other.next(y) && areAlike(x, y)) steps += x.kind == EventKind::Step;
    return steps;
}

}

void TapeComparison::defineFile(uint32_t, std::string_view path, std::string_view source, bool ofProgram) {
    if (ofProgram) compareFile(path, source);
}

void TapeComparison::compareFile(std::string_view path, std::string_view source) {
    for (uint32_t id = 1; const FileInfo* file = m_tape->definitions().file(id); ++id)
        if (file->path == path && file->source != source) m_changedFiles.emplace_back(path);
}

void TapeComparison::compare(const std::shared_ptr<const EncodedChunk>& chunk) {
    const size_t index = m_chunks++;
    const std::shared_ptr<const EncodedChunk> recorded = index < m_tape->chunkCount() ? m_tape->chunk(index) : nullptr;
    const uint64_t first = recorded ? m_tape->chunkInfo(index).firstStep : m_tape->stepCount();
    if (first >= m_steps || (recorded && isBeginningOf(*chunk, *recorded))) return;
    const uint64_t common = recorded ? first + stepsInCommon(chunk, recorded) : first;
    if (common < m_steps && common < m_tape->stepCount()) m_partedAt = common; // behind its last step a recording may have been cut off
}

void TapeComparison::chunkFull(EncodedChunk chunk) {
    if (!m_isOver && !m_partedAt && chunk.events) compare(std::make_shared<EncodedChunk>(std::move(chunk)));
}

void TapeComparison::publish(EncodedChunk openChunk) {
    chunkFull(std::move(openChunk));
    m_isOver = true;
}

void TapeComparison::compareRecorded(const Tape& again) {
    for (uint32_t id = 1; const FileInfo* file = again.definitions().file(id); ++id)
        if (file->ofProgram) compareFile(file->path, file->source);
    for (size_t index = 0; index < again.chunkCount() && !m_partedAt; ++index) {
        if (auto chunk = again.chunk(index)) compare(chunk);
        else m_partedAt = again.chunkInfo(index).firstStep;
    }
}

}

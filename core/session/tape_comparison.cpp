// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/tape_comparison.h"

#include <algorithm>
#include <cstring>

#include "core/events/computed_int.h"
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
    if (isFormula(a) || isFormula(b))
        return a.kind == b.kind && a.payload == b.payload && a.object == b.object && checksumOfValue(a) == checksumOfValue(b);
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

}

void TapeComparison::defineFile(uint32_t, std::string_view path, std::string_view source, bool ofProgram) {
    if (ofProgram) compareFile(path, source);
}

void TapeComparison::compareFile(std::string_view path, std::string_view source) {
    for (uint32_t id = 1; const FileInfo* file = m_tape->definitions().file(id); ++id)
        if (file->path == path && file->source != source) noteChanged(path);
}

void TapeComparison::dataFile(const DataFile& file) {
    const DataFile* recorded = m_tape->definitions().dataFile(m_dataFiles++);
    if (recorded && recorded->path == file.path && (recorded->size != file.size || recorded->checksum != file.checksum)) noteChanged(file.path);
}

void TapeComparison::noteChanged(std::string_view path) {
    if (std::find(m_changedFiles.begin(), m_changedFiles.end(), path) == m_changedFiles.end()) m_changedFiles.emplace_back(path);
}

std::vector<std::string> TapeComparison::changedFiles() const {
    std::vector<std::string> changed = m_changedFiles;
    const DataFile* next = m_tape->definitions().dataFile(m_dataFiles);
    if (changed.empty() && m_partedAt && next && next->step <= *m_partedAt) changed.push_back(next->path);
    return changed;
}

// False: they are not the same bytes, or do not begin at the same event.
bool TapeComparison::compareBytes(const EncodedChunk& chunk) {
    if (m_isWithin || m_nextRecorded >= m_tape->chunkCount()) return false;
    std::shared_ptr<const EncodedChunk> recorded = m_tape->chunk(m_nextRecorded);
    if (!recorded || !isBeginningOf(chunk, *recorded)) return false;
    ++m_nextRecorded;
    m_common += chunk.steps;
    if (chunk.events == recorded->events) return true;
    m_recorded.start(std::move(recorded));
    for (Event event; m_recorded.position() < chunk.events && m_recorded.next(event);) {}
    m_isWithin = true;
    return true;
}

bool TapeComparison::nextRecorded(Event& event) {
    for (;;) {
        if (m_isWithin && m_recorded.next(event)) return true;
        m_isWithin = false;
        if (m_nextRecorded >= m_tape->chunkCount()) return false;
        std::shared_ptr<const EncodedChunk> chunk = m_tape->chunk(m_nextRecorded++);
        if (!chunk) { // damaged: there is nothing to hold the run to
            m_isOver = true;
            return false;
        }
        m_recorded.start(std::move(chunk));
        m_isWithin = true;
    }
}

void TapeComparison::compare(const std::shared_ptr<const EncodedChunk>& chunk) {
    if (m_common >= m_steps || m_isOver || compareBytes(*chunk)) return;
    Decoder decoder(chunk);
    for (Event event; m_common < m_steps && decoder.next(event); event = {}) {
        Event recorded;
        if (!nextRecorded(recorded) || !areAlike(recorded, event)) {
            if (!m_isOver && m_common < m_tape->stepCount()) m_partedAt = m_common; // behind its last step a recording may have been cut off
            m_isOver = true;
            return;
        }
        m_common += event.kind == EventKind::Step;
    }
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
    for (size_t index = 0; const DataFile* file = again.definitions().dataFile(index); ++index) dataFile(*file);
    for (size_t index = 0; index < again.chunkCount() && !m_partedAt; ++index) {
        if (auto chunk = again.chunk(index)) compare(chunk);
        else m_partedAt = again.chunkInfo(index).firstStep;
    }
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
// A memory as bytes, and from bytes: what is not about single objects (memory_image_objects.cpp).
#include "core/replay/beginning/memory_image.h"

#include <algorithm>
#include <bit>
#include <vector>

#include "core/replay/memory.h"
#include "core/tape/tape.h"

namespace memtape {

namespace {

constexpr uint32_t recordWords = sizeof(FrameRecord) / 4;
constexpr uint32_t mostStack = 65536; // entries for which a frame has room when it is entered

// Where its words begin, and for how many there is room, follows when it is read.
template <class Io, class Frame> void passFrame(Io& io, Frame& f) {
    io.value(f.code), io.value(f.frame), io.value(f.line);
    io.value(f.codeObject), io.value(f.function), io.value(f.locals), io.value(f.generator);
    io.value(f.slots), io.value(f.held), io.value(f.flags), io.value(f.life);
}

template <class Words> void writeWords(ImageWriter& out, const Words& words, uint32_t from, uint32_t count) {
    out.value(count);
    uint32_t last = 0;
    for (uint32_t i = 0; i < count; i++) out.near(words[from + i], last);
}

template <class Words> uint32_t readWords(ImageReader& in, Words& words) {
    const uint32_t count = in.count();
    words.grow(count);
    uint32_t last = 0;
    for (uint32_t i = 0; i < count; i++) words.edit(i) = in.near(last);
    return count;
}

}

// ---- single values ---------------------------------------------------------------------------------------------------

// What follows from the tables is not among them.
template <class Io> void Memory::passNow(Io& io) {
    Now& n = m_now;
    StepInfo& s = n.step;
    io.value(s.step), io.value(s.kind), io.value(s.line), io.value(s.code), io.value(s.depth), io.value(s.hasResult);
    io.value(s.returned.granule), io.value(s.returned.life), io.value(s.raised.granule), io.value(s.raised.life);
    io.value(n.steps), io.value(n.peakHeapBytes), io.value(n.peakHeapObjects), io.value(n.stackBytes), io.value(n.peakStackBytes);
    io.value(n.lives), io.value(n.programFrames), io.value(n.peakDepth), io.value(n.maker), io.value(n.thread), io.value(n.frameLives);
    io.value(n.pointersSwept), io.value(n.callLimit), io.value(n.collections), io.value(n.programLife);
    ScalarTypes& t = n.scalars;
    io.value(t.integer), io.value(t.floating), io.value(t.nothing), io.value(t.integerBytes), io.value(t.digitBytes), io.value(t.digitBits);
    io.value(t.floatBytes);
    io.value(n.nothing), io.value(n.raised), io.value(n.exitStatus), io.value(n.endReason), io.value(n.libraryDepth);
    for (bool* flag : {&n.libraryFrame, &n.programBegan, &n.ended, &n.made, &n.released, &n.printed, &n.collected, &n.madeSince, &n.releasedSince,
                       &n.printedSince, &n.collectedSince})
        io.value(*flag);
}

template <class Io> bool Memory::passPointers(Io& io) {
    io.value(m_now.pointerEnd);
    if constexpr (Io::reads) {
        if (m_now.pointerEnd > io.rest().size()) return io.fail();
        m_pointers.grow(m_now.pointerEnd);
    }
    for (uint32_t i = 0; i < m_now.pointerEnd; i++) {
        PointerRecord p = m_pointers[i];
        io.value(p.isUsed);
        if (p.isUsed) {
            io.value(p.object), io.value(p.life), io.value(p.frame), io.value(p.index);
            io.value(p.ref), io.value(p.place), io.value(p.cell);
        }
        if constexpr (Io::reads) {
            if (!isUpTo(p.ref, RefKind::Weak) || !isUpTo(p.place, MemoryPlace::Kind::Slot) || !isUpTo(p.cell, CellKind::Attribute)) return io.fail();
            if (!p.isUsed) {
                p.object = m_now.freePointer;
                m_now.freePointer = i + 1;
            }
            m_pointers.edit(i) = p;
        }
    }
    return true;
}

// ---- frames, holds, threads ------------------------------------------------------------------------------------------

void Memory::writeFrames(ImageWriter& out) {
    out.value(m_now.frames);
    for (uint32_t f = 0; f < m_now.frames; f++) {
        const FrameRecord& frame = m_frames[f];
        passFrame(out, frame);
        writeWords(out, m_frameWords, frame.base, frame.slots + frame.held);
    }
    writeWords(out, m_natives, 0, m_now.natives);
    writeWords(out, m_interpreters, 0, m_now.interpreters);
}

bool Memory::hasSlotsOfCode(const FrameRecord& frame) const {
    const CodeInfo* info = codeInfo(frame.code);
    return frame.slots == (info ? info->slots.size() : 0);
}

bool Memory::readFrames(ImageReader& in) {
    const uint32_t frames = in.count();
    m_frames.grow(frames);
    for (uint32_t f = 0; f < frames && in.isGood(); f++) {
        FrameRecord frame{};
        passFrame(in, frame);
        const uint32_t words = in.count();
        if (!hasSlotsOfCode(frame) || words != uint64_t{frame.slots} + frame.held) return in.fail();
        const CodeInfo* info = codeInfo(frame.code);
        frame.base = m_now.frameWords;
        frame.room = std::max(words, frame.slots + (info ? std::min(info->stackSize, mostStack) : 0));
        m_frameWords.grow(frame.base + frame.room);
        uint32_t last = 0;
        for (uint32_t w = 0; w < words; w++) m_frameWords.edit(frame.base + w) = in.near(last);
        m_frames.edit(f) = frame;
        m_now.frames = f + 1;
        m_now.frameWords += frame.room;
        if (m_shared.pagePool.isOver()) return in.fail();
    }
    m_now.natives = readWords(in, m_natives);
    m_now.interpreters = readWords(in, m_interpreters);
    return m_now.maker <= m_now.frames || in.fail();
}

void Memory::writeThreads(ImageWriter& out) {
    uint32_t used = 0;
    for (uint32_t t = 0; t < m_now.threadEnd; t++) used += m_threads[t].isUsed;
    out.value(used);
    for (uint32_t t = 0; t < m_now.threadEnd; t++) {
        const ThreadRecord& thread = m_threads[t];
        if (!thread.isUsed) continue;
        out.value(thread.number), out.value(thread.frames), out.value(thread.natives), out.value(thread.programFrames);
        writeWords(out, m_cells, thread.offset, thread.frames * recordWords + thread.frameWords + thread.natives);
    }
}

bool Memory::readThreads(ImageReader& in) {
    const uint32_t threads = in.count();
    for (uint32_t t = 0; t < threads && in.isGood(); t++) {
        ThreadRecord thread{};
        in.value(thread.number), in.value(thread.frames), in.value(thread.natives), in.value(thread.programFrames);
        const uint32_t words = in.count();
        const uint64_t others = uint64_t{thread.frames} * recordWords + thread.natives;
        if (!words || others > words) return in.fail();
        thread.frameWords = words - static_cast<uint32_t>(others);
        thread.power = static_cast<uint32_t>(std::bit_width(words - 1));
        if (thread.power >= Now::powers) return in.fail();
        thread.isUsed = 1;
        thread.offset = allocateCells(static_cast<uint8_t>(thread.power));
        uint32_t last = 0;
        for (uint32_t w = 0; w < words; w++) m_cells.edit(thread.offset + w) = in.near(last);
        uint64_t end = 0; // of the words of the frames before
        for (uint32_t f = 0; f < thread.frames; f++) {
            const FrameRecord frame = asideFrame(thread, f);
            if (!hasSlotsOfCode(frame) || frame.base != end || uint64_t{frame.slots} + frame.held > frame.room) return in.fail();
            end += frame.room;
            if (end > thread.frameWords) return in.fail();
        }
        if (end != thread.frameWords) return in.fail();
        newThreadRecord() = thread;
    }
    return in.isGood();
}

// ---- pools and blocks beside objects ---------------------------------------------------------------------------------

void Memory::writeAreas(ImageWriter& out) {
    constexpr size_t words = size_t{1} << areaShift;
    std::vector<size_t> areas;
    for (size_t area = words; area + words <= m_areas.size(); area += words)
        if (m_areas[area]) areas.push_back(area);
    out.value(areas.size());
    for (size_t area : areas)
        for (size_t w = 0; w < words; w++) out.value(m_areas[area + w]);
}

bool Memory::readAreas(ImageReader& in) {
    constexpr size_t words = size_t{1} << areaShift;
    const uint32_t areas = in.count();
    for (uint32_t a = 0; a < areas && in.isGood(); a++) {
        const uint32_t page = in.take();
        if (!page || uint64_t{page - 1} << PageMap::shift >= granuleEnd) return in.fail();
        const size_t area = areaAt((page - 1) << PageMap::shift);
        for (size_t w = 1; w < words; w++) in.value(m_areas.edit(area + w));
        if (m_areas[area + 1] > poolBytesMost || m_shared.pagePool.isOver()) return in.fail();
    }
    return in.isGood();
}

// ---- all of it -------------------------------------------------------------------------------------------------------

std::string Memory::image() {
    std::string bytes;
    ImageWriter out(bytes);
    passNow(out);
    passPointers(out);
    writeFrames(out);
    writeThreads(out);
    writeObjects(out);
    writeAreas(out);
    return bytes;
}

bool Memory::readImage(std::string_view bytes) {
    ImageReader in(bytes);
    passNow(in);
    const bool isNow = in.isGood() && m_now.scalars.digitBits && isUpTo(m_now.step.kind, StepKind::Exception) &&
                       isUpTo(m_now.endReason, EndReason::CannotRead) && m_now.raised < granuleEnd && m_now.nothing < granuleEnd;
    return isNow && passPointers(in) && readFrames(in) && readThreads(in) && readObjects(in) && readAreas(in) && in.rest().empty();
}

}

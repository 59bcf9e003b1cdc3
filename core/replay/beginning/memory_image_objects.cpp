// SPDX-License-Identifier: GPL-3.0-or-later
// A memory as bytes, and from bytes: the objects, with their values and cells.
#include <algorithm>
#include <cstring>
#include <string>
#include <vector>

#include "core/replay/beginning/memory_image.h"
#include "core/replay/memory.h"

namespace memtape {

namespace {

constexpr uint32_t recordWords = sizeof(FrameRecord) / 4;

// What is near to what stood before.
struct Last {
    uint32_t granule = 0, life = 0, madeAt = 0, word = 0;
};

template <class Io, class Record> void passPlain(Io& io, Record& o) {
    io.value(o.type), io.value(o.size), io.value(o.capacity), io.value(o.flags), io.value(o.payloadKind), io.value(o.madeLine), io.value(o.madeCode);
}

}

// The texts of all objects that have one, in the order of their records. They are looked for in the order in which they lie on the tape, as each chunk that
// has one has to be expanded for it.
static std::vector<std::string> textsOf(const Memory& memory, const PayloadStore& payloads) {
    std::vector<uint32_t> numbers, order;
    for (uint32_t n = 1; n < memory.recordEnd(); n++)
        if (memory.record(n).alive() && memory.record(n).payloadKind == Event::Payload::Bytes) numbers.push_back(n);
    order.resize(numbers.size());
    for (uint32_t i = 0; i < order.size(); i++) order[i] = i;
    auto placeOf = [&](uint32_t i) { return memory.record(numbers[i]).payload; };
    std::sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) { return placeOf(a) < placeOf(b); });
    std::vector<std::string> texts(numbers.size());
    PayloadStore::Keep keep;
    for (uint32_t i : order) {
        texts[i] = payloads.text(placeOf(i), memory.record(numbers[i]).flags & ObjectRecord::Chain, keep);
        if (keep.chunks.size() > 4 || !keep.texts.empty()) keep.clear();
    }
    return texts;
}

void Memory::writeObjects(ImageWriter& out) {
    const std::vector<std::string> texts = textsOf(*this, m_shared.payloads);
    size_t text = 0;
    Last last;
    out.value(m_now.liveRecords);
    uint32_t before = 0;
    for (uint32_t n = 1; n < m_now.recordEnd; n++) {
        const ObjectRecord& o = m_objects[n];
        if (!o.alive()) continue;
        out.value(n - before);
        before = n;
        out.near(o.granule, last.granule), out.near(o.life, last.life), out.near(o.madeAt, last.madeAt);
        passPlain(out, o);
        if (o.payloadKind == Event::Payload::Int) out.value(zigzag64(static_cast<int64_t>(o.payload)));
        if (o.payloadKind == Event::Payload::Float) out.value(o.payload);
        if (o.payloadKind == Event::Payload::Bytes) {
            out.value(m_shared.payloads.fullLength(o.payload, o.flags & ObjectRecord::Chain));
            out.text(texts[text++]);
        }
        for (CellBlock block = o.cells; block.kind != BlockKind::None; block = m_blocks[block.next]) {
            out.value(block.kind), out.value(block.count);
            for (uint32_t w = 0; w < block.count; w++) out.near(m_cells[block.offset + w], last.word);
            if (!block.next) break;
        }
        out.value(BlockKind::None);
    }
    std::vector<uint32_t> free;
    for (uint32_t n = m_now.freeRecord; n; n = m_objects[n].cells.next) free.push_back(n);
    out.value(free.size());
    last = {};
    for (uint32_t n : free) out.near(n, last.word);
}

bool Memory::readCells(ImageReader& in, uint32_t number, uint32_t& lastWord) {
    struct Read {
        BlockKind kind;
        std::vector<uint32_t> words;
    };
    std::vector<Read> blocks;
    for (BlockKind kind; (kind = in.take<BlockKind>()) != BlockKind::None && in.isGood();) {
        const bool isThere = std::any_of(blocks.begin(), blocks.end(), [kind](const Read& block) { return block.kind == kind; });
        if (isThere || !isUpTo(kind, BlockKind::Suspended)) return in.fail();
        std::vector<uint32_t> words(in.count());
        for (uint32_t& word : words) word = in.near(lastWord);
        if (words.size() % 2 && (kind == BlockKind::Entries || kind == BlockKind::Attributes)) return in.fail();
        if (kind == BlockKind::Suspended && !words.empty()) {
            FrameRecord frame;
            if (words.size() < recordWords) return in.fail();
            std::memcpy(&frame, words.data(), sizeof frame);
            if (!hasSlotsOfCode(frame) || uint64_t{frame.slots} + frame.held != words.size() - recordWords) return in.fail();
        }
        blocks.push_back({kind, std::move(words)});
    }
    auto add = [&](const Read& block) {
        ensureBlock(number, block.kind);
        if (block.words.empty()) return;
        setCount(number, block.kind, static_cast<uint32_t>(block.words.size()));
        const uint32_t offset = findBlock(number, block.kind)->offset;
        for (uint32_t w = 0; w < block.words.size(); w++) m_cells.edit(offset + w) = block.words[w];
    };
    // a block that is added comes behind the first
    if (!blocks.empty()) add(blocks.front());
    for (size_t b = blocks.size(); b-- > 1;) add(blocks[b]);
    return in.isGood();
}

bool Memory::readObject(ImageReader& in, uint32_t number) {
    ObjectRecord o = m_objects[number]; // what is near to it stands there
    passPlain(in, o);
    if (o.granule >= granuleEnd || !o.granule || !o.alive() || !isUpTo(o.payloadKind, Event::Payload::Bytes) || o.life > m_now.lives)
        return in.fail();
    if (o.payloadKind == Event::Payload::Int) o.payload = static_cast<uint64_t>(unzigzag64(in.take<uint64_t>()));
    if (o.payloadKind == Event::Payload::Float) in.value(o.payload);
    if (o.payloadKind == Event::Payload::Bytes) {
        const uint64_t length = in.take<uint64_t>();
        o.payload = m_shared.payloads.add(in.text(), length, o.flags & ObjectRecord::Chain);
    }
    const uint32_t place = m_shared.pages.ensure(o.granule);
    m_index.grow(place + 1);
    if (m_index[place]) return in.fail();
    m_index.edit(place) = number;
    m_objects.edit(number) = o;
    m_now.liveRecords++;
    if (o.flags & ObjectRecord::OfProgram) m_now.heapObjects++, m_now.heapBytes += o.size;
    else if (o.flags & ObjectRecord::OfLibrary) m_now.libraryObjects++, m_now.libraryBytes += o.size;
    return true;
}

bool Memory::readObjects(ImageReader& in) {
    const uint32_t live = in.count();
    Last last;
    uint64_t number = 0;
    for (uint32_t i = 0; i < live && in.isGood(); i++) {
        const uint32_t gap = in.take();
        // numbers that are left out are told behind, a byte each at least
        if (!gap || (number += gap) > uint64_t{live} + in.rest().size()) return in.fail();
        m_now.recordEnd = static_cast<uint32_t>(number) + 1;
        m_objects.grow(m_now.recordEnd);
        ObjectRecord& o = m_objects.edit(number);
        o.granule = in.near(last.granule), o.life = in.near(last.life), o.madeAt = in.near(last.madeAt);
        if (!readObject(in, static_cast<uint32_t>(number)) || !readCells(in, static_cast<uint32_t>(number), last.word)) return false;
        if (m_shared.pagePool.isOver()) return in.fail();
    }
    std::vector<uint32_t> free(in.count());
    last = {};
    for (uint32_t& n : free) n = in.near(last.word);
    // all records are in use or free, once
    const uint32_t end = m_now.liveRecords + static_cast<uint32_t>(free.size()) + 1;
    if (end < m_now.recordEnd) return in.fail();
    m_now.recordEnd = end;
    m_objects.grow(end);
    std::vector<bool> isTold(end);
    for (size_t i = free.size(); i-- > 0;) {
        const uint32_t n = free[i];
        if (!n || n >= end || m_objects[n].alive() || isTold[n]) return in.fail();
        isTold[n] = true;
        m_objects.edit(n).cells.next = m_now.freeRecord;
        m_now.freeRecord = n;
    }
    return in.isGood();
}

}

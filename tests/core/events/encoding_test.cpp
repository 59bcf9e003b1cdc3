// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <random>

#include "core/events/decoder.h"
#include "core/events/recorder.h"
#include "core/python/heap/heap.h"
#include "tests/core/events/kept_chunks.h"
#include "tests/support/catch.h"

using namespace memtape;

namespace {

// Makes random calls, and keeps what each should be read as.
class Scribe {
public:
    Scribe(EventSink& sink, uint32_t seed) : m_pen(sink), m_random(seed) {}

    void one() {
        Event e;
        Granule object = granule(), value = granule();
        CellKind kind = static_cast<CellKind>(pick(5));
        uint32_t index = pick(3) ? pick(40) : static_cast<uint32_t>(m_random());
        switch (pick(38)) {
        case 0:
        case 1:
        case 2: {
            StepKind step = static_cast<StepKind>(pick(4));
            uint32_t line = pick(9) ? 100 + pick(60) : pick(1u << 30);
            bool withSubject = (step == StepKind::Return || step == StepKind::Exception) && pick(2);
            m_pen.step(step, line, withSubject ? value : 0);
            e.kind = EventKind::Step, e.a = static_cast<uint8_t>(step), e.index = line, e.value = withSubject ? value : 0;
            break;
        }
        case 3: {
            uint32_t code = pick(70);
            uint32_t frame = pick(2) ? 100 : static_cast<uint32_t>(m_random());
            uint8_t flags = static_cast<uint8_t>(pick(300));
            if (pick(2)) object = value = 7;
            m_pen.framePush(frame, code, object, value, object, flags);
            e.kind = EventKind::FramePush, e.index = frame, e.count = code, e.object = object, e.value = value, e.extra = object, e.a = flags;
            break;
        }
        case 4: m_pen.framePop(), e.kind = EventKind::FramePop; break;
        case 5: m_pen.frameSuspend(object), e.kind = EventKind::FrameSuspend, e.object = object; break;
        case 6: m_pen.frameResume(object), e.kind = EventKind::FrameResume, e.object = object; break;
        case 37: m_pen.switchThread(index), e.kind = EventKind::Switch, e.index = index; break;
        case 7:
        case 8:
        case 9: m_pen.slotSet(index, value), e.kind = EventKind::SlotSet, e.index = index, e.value = value; break;
        case 10: m_pen.slotClear(index), e.kind = EventKind::SlotClear, e.index = index; break;
        case 11:
        case 12: {
            HolderKind holder = static_cast<HolderKind>(pick(3));
            m_pen.holdSet(holder, index, value), e.kind = EventKind::HoldSet, e.a = static_cast<uint8_t>(holder), e.index = index, e.value = value;
            break;
        }
        case 13: {
            HolderKind holder = static_cast<HolderKind>(pick(3));
            m_pen.holdClear(holder, index), e.kind = EventKind::HoldClear, e.a = static_cast<uint8_t>(holder), e.index = index;
            break;
        }
        case 14: m_pen.raise(value), e.kind = EventKind::Raise, e.value = value; break;
        case 15: m_pen.caught(value), e.kind = EventKind::Catch, e.value = value; break;
        case 16:
        case 17: {
            uint32_t type = pick(400), size = pick(2) ? 48 : pick(100000);
            uint8_t flags = static_cast<uint8_t>(pick(3) ? 0 : pick(256));
            object = allocated();
            m_pen.alloc(object, type, size, flags);
            e.kind = EventKind::Alloc, e.object = object, e.count = type, e.extra = size, e.a = flags;
            break;
        }
        case 18:
        case 19: {
            int64_t v = pick(2) ? static_cast<int64_t>(pick(100)) - 50 : static_cast<int64_t>(m_random());
            object = allocated();
            m_pen.allocInt(object, v);
            e.kind = EventKind::Alloc, e.object = object, e.payload = Event::Payload::Int, e.extra2 = static_cast<uint64_t>(v);
            break;
        }
        case 20: {
            double v = pick(5) ? pick(1000) * 0.1 : -0.0;
            object = allocated();
            m_pen.allocFloat(object, v);
            e.kind = EventKind::Alloc, e.object = object, e.payload = Event::Payload::Float, e.extra2 = std::bit_cast<uint64_t>(v);
            break;
        }
        case 21: m_pen.immortal(object), e.kind = EventKind::Immortal, e.object = object; break;
        case 22:
        case 23: {
            FreeCause cause = static_cast<FreeCause>(pick(4) ? 0 : pick(4));
            m_pen.free(object, cause), e.kind = EventKind::Free, e.object = object, e.a = static_cast<uint8_t>(cause);
            m_freed.push_back(object);
            break;
        }
        case 24: {
            uint64_t size = m_random() >> pick(64), capacity = m_random() >> pick(64);
            m_pen.resize(object, size, capacity), e.kind = EventKind::Resize, e.object = object, e.extra = size, e.extra2 = capacity;
            break;
        }
        case 25:
            m_pen.cellSet(object, kind, index, value), e.kind = EventKind::CellSet, e.a = static_cast<uint8_t>(kind), e.object = object,
                                                       e.index = index, e.value = value;
            break;
        case 26:
            m_pen.cellInsert(object, kind, index, value), e.kind = EventKind::CellInsert, e.a = static_cast<uint8_t>(kind), e.object = object,
                                                          e.index = index, e.value = value;
            break;
        case 27:
            m_pen.cellClear(object, kind, index), e.kind = EventKind::CellClear, e.a = static_cast<uint8_t>(kind), e.object = object, e.index = index;
            break;
        case 28: {
            uint32_t count = pick(1000);
            m_pen.cellErase(object, kind, index, count), e.kind = EventKind::CellErase, e.a = static_cast<uint8_t>(kind), e.object = object,
                                                         e.index = index, e.count = count;
            break;
        }
        case 29: {
            m_values.resize(1 + pick(20));
            for (Granule& g : m_values) g = pick(4) ? granule() : 0;
            m_pen.cellFill(object, kind, index, m_values.data(), static_cast<uint32_t>(m_values.size()));
            e.kind = EventKind::CellFill, e.a = static_cast<uint8_t>(kind), e.object = object, e.index = index,
            e.count = static_cast<uint32_t>(m_values.size()), e.values = m_values.data();
            break;
        }
        case 30:
            m_pen.cellTruncate(object, kind, index), e.kind = EventKind::CellTruncate, e.a = static_cast<uint8_t>(kind), e.object = object,
                                                     e.index = index;
            break;
        case 31:
            m_pen.cellMove(object, value, kind), e.kind = EventKind::CellMove, e.a = static_cast<uint8_t>(kind), e.object = object, e.value = value;
            break;
        case 32: {
            m_text.assign(pick(50), static_cast<char>('a' + pick(26)));
            if (pick(2)) {
                uint64_t length = m_text.size() + pick(2) * pick(1u << 30);
                if (pick(2)) m_pen.payloadSet(object, m_text, length);
                else m_pen.payloadLargeInt(object, m_text, length, nullptr);
                e.kind = EventKind::PayloadSet, e.extra = length;
            } else {
                m_pen.payloadAppend(object, value, m_text), e.kind = EventKind::PayloadAppend, e.value = value, e.extra = m_text.size();
            }
            e.object = object, e.bytes = m_text, e.payload = Event::Payload::Bytes;
            break;
        }
        case 33: {
            int64_t v = static_cast<int64_t>(m_random());
            e.kind = EventKind::PayloadSet, e.object = object;
            if (pick(2)) m_pen.payloadInt(object, v), e.payload = Event::Payload::Int;
            else m_pen.payloadFloat(object, std::bit_cast<double>(v)), e.payload = Event::Payload::Float;
            e.extra2 = static_cast<uint64_t>(v);
            break;
        }
        case 34: {
            m_text.assign(1 + pick(50), 'o');
            uint32_t which = pick(3);
            if (which == 2) m_pen.input(m_text), e.kind = EventKind::Input;
            else m_pen.output(static_cast<OutputStream>(which), m_text), e.kind = EventKind::Output, e.a = static_cast<uint8_t>(which);
            e.bytes = m_text, e.payload = Event::Payload::Bytes;
            break;
        }
        case 35: {
            uint32_t id = pick(1000);
            switch (pick(8)) {
            case 0: m_pen.collectBegin(id), e.kind = EventKind::CollectBegin; break;
            case 1: m_pen.collectEnd(id, index), e.kind = EventKind::CollectEnd, e.index = index; break;
            case 2: m_pen.programBegin(), e.kind = EventKind::ProgramBegin, id = 0; break;
            case 3: m_pen.attributeName(id, index, "name"), e.kind = EventKind::AttributeName, e.index = index; break;
            case 4: m_pen.defineFile(id, "f", "", true), e.kind = EventKind::DefineFile; break;
            case 5: m_pen.defineCode({.id = id}), e.kind = EventKind::DefineCode; break;
            case 6: m_pen.callLimit(id), e.kind = EventKind::CallLimit; break;
            case 7: {
                TypeInfo info;
                info.id = id;
                m_pen.defineType(info), e.kind = EventKind::DefineType;
                break;
            }
            }
            e.count = id;
            break;
        }
        case 36: {
            m_pointer.holder = pick(2) ? MemoryPlace::ofCell(object, kind, index) : MemoryPlace::ofSlot(index, pick(20));
            m_pointer.target = place(value, index);
            bool copies = pick(3) == 0;
            m_pointer.ref = copies ? RefKind::Counts : static_cast<RefKind>(pick(3));
            if (copies) m_pen.pointerCopy(m_pointer.holder, m_pointer.target);
            else m_pen.pointerSet(m_pointer.holder, m_pointer.ref, m_pointer.target);
            e.kind = copies ? EventKind::PointerCopy : EventKind::PointerSet, e.a = static_cast<uint8_t>(m_pointer.ref);
            e.object = m_pointer.holder.object, e.value = m_pointer.target.object, e.pointer = &m_pointer;
            break;
        }
        }
        expected.push_back(text(e));
    }
    void end() {
        m_pen.end(EndReason::HeapLimit, -3);
        Event e;
        e.kind = EventKind::End, e.a = static_cast<uint8_t>(EndReason::HeapLimit), e.index = static_cast<uint32_t>(-3);
        expected.push_back(text(e));
    }
    Recorder& pen() { return m_pen; }
    std::vector<std::string> expected;

private:
    uint32_t pick(uint32_t below) { return static_cast<uint32_t>(m_random() % below); }
    MemoryPlace place(Granule g, uint32_t index) {
        switch (pick(4)) {
        case 0: return MemoryPlace::ofCell(g, static_cast<CellKind>(pick(5)), index);
        case 1: return MemoryPlace::ofByte(g, index);
        case 2: return MemoryPlace::ofSlot(index, pick(300));
        default: return MemoryPlace::ofObject(g);
        }
    }
    Granule granule() {
        if (pick(3)) return 1 + pick(30) * 2;
        return 1 + static_cast<uint32_t>(m_random() >> (32 + pick(32)));
    }
    Granule allocated() {
        if (m_freed.empty() || pick(3) == 0) return granule();
        Granule g = m_freed[m_freed.size() - 1 - pick(static_cast<uint32_t>(std::min<size_t>(m_freed.size(), 6)))];
        return g;
    }

    Recorder m_pen;
    std::mt19937_64 m_random;
    std::vector<Granule> m_freed, m_values;
    std::string m_text;
    PointerChange m_pointer;
};

}

TEST_CASE("every kind of event is read as it was written", "[events]") {
    for (uint32_t seed = 1; seed <= 3; seed++) {
        Kept kept;
        Scribe scribe(kept, seed);
        for (int i = 0; i < 70000; i++) scribe.one();
        scribe.end();
        CHECK(kept.finished);
        CHECK(kept.chunks.size() >= 3);
        std::vector<std::string> got = decodeAll(kept);
        REQUIRE(got.size() == scribe.expected.size());
        size_t different = 0;
        while (different < got.size() && got[different] == scribe.expected[different]) different++;
        INFO("event " << different << " of seed " << seed);
        if (different < got.size()) CHECK(got[different] == scribe.expected[different]);
        CHECK(different == got.size());
    }
}

TEST_CASE("the same calls give the same bytes, and chunks say how many events, steps and objects are in them", "[events]") {
    Kept a, b;
    Scribe first(a, 5), second(b, 5);
    for (int i = 0; i < 40000; i++) first.one(), second.one();
    second.pen().publish(); // looking does not change it
    first.end(), second.end();
    REQUIRE(a.chunks.size() == b.chunks.size());
    for (size_t i = 0; i < a.chunks.size(); i++) CHECK(a.chunks[i]->bytes == b.chunks[i]->bytes);
    uint64_t events = 0;
    for (const auto& chunk : a.chunks) {
        CHECK(chunk->events == eventsOfOps(chunk->stream(Stream::Ops), chunk->size(Stream::Ops)));
        uint32_t steps = 0, allocs = 0;
        Decoder decoder(chunk);
        for (Event e; decoder.next(e);) steps += e.kind == EventKind::Step, allocs += e.kind == EventKind::Alloc;
        CHECK(chunk->steps == steps);
        CHECK(chunk->allocs == allocs);
        events += chunk->events;
    }
    CHECK(events == first.pen().eventCount());
}

TEST_CASE("long fills and payloads are divided or cut", "[events]") {
    Kept kept;
    Recorder pen(kept);
    std::vector<Granule> values(300000);
    for (size_t i = 0; i < values.size(); i++) values[i] = static_cast<Granule>(i * 7919 + 1);
    pen.cellFill(5, CellKind::Item, 10, values.data(), static_cast<uint32_t>(values.size()));
    std::string big(3 << 20, 'z');
    pen.output(OutputStream::Stdout, big);
    pen.payloadSet(5, big, big.size());
    pen.end(EndReason::Exit, 0);
    std::vector<Granule> got;
    size_t printed = 0;
    uint64_t length = 0;
    for (const auto& chunk : kept.chunks) {
        Decoder decoder(chunk);
        Event e;
        while (decoder.next(e)) {
            if (e.kind == EventKind::CellFill) {
                CHECK(e.index == 10 + got.size());
                got.insert(got.end(), e.values, e.values + e.count);
            }
            if (e.kind == EventKind::Output) printed += e.bytes.size();
            if (e.kind == EventKind::PayloadSet) length = e.extra;
        }
    }
    CHECK(got == values);
    CHECK(printed == big.size());
    CHECK(length == big.size());
}

TEST_CASE("damaged chunks are read without harm", "[events]") {
    Kept kept;
    Scribe scribe(kept, 9);
    for (int i = 0; i < 400; i++) scribe.one();
    scribe.end();
    const EncodedChunk& whole = *kept.chunks[0];
    std::mt19937 random(3);
    for (int round = 0; round < 3000; round++) {
        auto chunk = std::make_shared<EncodedChunk>(whole);
        for (int flips = 1 + static_cast<int>(random() % 4); flips > 0; flips--)
            chunk->bytes.own()[random() % (chunk->bytes.size() - readSlack)] ^= static_cast<uint8_t>(1u << random() % 8);
        if (round % 3 == 0) { // streams of other lengths
            unsigned s = random() % streamCount;
            uint32_t cut = chunk->sizes[s] ? static_cast<uint32_t>(random()) % chunk->sizes[s] : 0;
            chunk->sizes[s] -= cut;
        }
        Decoder decoder(chunk);
        Event e;
        size_t count = 0;
        while (decoder.next(e)) count++;
        REQUIRE(count <= chunk->bytes.size() * mostInRow);
    }
}

TEST_CASE("a loop takes few bytes an event", "[events][size]") {
    Kept kept;
    Recorder pen(kept);
    // while i < n: s += i; i += 1        three blocks go round: a new int is made before the old one is let go
    Granule s = 0x1000, i = 0x1002, spare = 0x1004;
    pen.framePush(0, 1, 2, 3, 4, 0);
    int64_t sum = 0;
    uint64_t before = pen.eventCount();
    for (int64_t n = 300; n < 50300; n++) {
        pen.step(StepKind::Line, 3, 0);
        sum += n;
        pen.allocInt(spare, sum);
        pen.slotSet(1, spare);
        pen.free(s, FreeCause::Count);
        std::swap(s, spare);
        pen.step(StepKind::Line, 4, 0);
        pen.allocInt(spare, n + 1);
        pen.slotSet(0, spare);
        pen.free(i, FreeCause::Count);
        std::swap(i, spare);
        pen.step(StepKind::Line, 2, 0);
    }
    double each = static_cast<double>(pen.byteCount()) / static_cast<double>(pen.eventCount() - before);
    WARN("bytes an event in memory: " << each);
    CHECK(each <= 2);
}

TEST_CASE("addresses begin where the heap says", "[events]") { CHECK(shownAddress(1) == Heap::firstAddress + 16); }

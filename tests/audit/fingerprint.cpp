// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/audit/fingerprint.h"

namespace memtape {

namespace {

class Mixer {
public:
    void add(uint64_t word) { m_value = (m_value ^ word) * 0x9E3779B97F4A7C15u, m_value ^= m_value >> 29; }
    void add(std::string_view text) {
        add(text.size());
        for (char c : text) add(static_cast<uint8_t>(c));
    }
    void add(ObjectId id) { add(uint64_t{id.granule} << 32 | id.life); }
    uint64_t value() const { return m_value; }

private:
    uint64_t m_value = 1;
};

void addPointer(Mixer& mix, const PointerView& p) {
    mix.add(static_cast<uint64_t>(p.ref) << 16 | static_cast<uint64_t>(p.place) << 8 | p.isDangling);
    mix.add(p.object);
    mix.add(static_cast<uint64_t>(p.cell) << 32 | p.index);
    mix.add(p.frame);
}

void addFrame(Mixer& mix, const FrameView& frame) {
    mix.add(uint64_t{frame.code} << 32 | frame.frame);
    mix.add(uint64_t{frame.line} << 32 | frame.life);
    for (ObjectId id : {frame.codeObject, frame.function, frame.locals, frame.generator}) mix.add(id);
    for (const SlotView& slot : frame.slots) {
        mix.add(slot.value);
        if (slot.pointer) addPointer(mix, *slot.pointer);
    }
    mix.add(frame.held.size());
    for (ObjectId id : frame.held) mix.add(id);
}

}

uint64_t fingerprint(const Memory& memory) {
    Mixer mix;
    const Memory::Now& now = memory.now();
    for (uint64_t word : {now.steps, now.heapBytes, now.heapObjects, now.peakHeapBytes, now.peakHeapObjects, now.stackBytes, now.peakStackBytes})
        mix.add(word);
    mix.add(uint64_t{now.lives} << 32 | now.liveRecords);
    mix.add(uint64_t{now.collections} << 32 | now.programFrames);
    mix.add(static_cast<uint64_t>(now.step.kind) << 32 | now.step.line);
    mix.add(now.step.returned);
    mix.add(now.step.raised);
    for (size_t i = 0; i < memory.frameCount(); i++) addFrame(mix, memory.frame(i));
    mix.add(now.natives);
    for (uint32_t i = 0; i < now.natives; i++) mix.add(memory.nativeHold(i));
    for (uint32_t i = 0; i < now.interpreters; i++) mix.add(memory.interpreterHold(i));
    for (uint32_t n = 1; n < now.recordEnd; n++) {
        const ObjectRecord& o = memory.record(n);
        if (!o.alive()) continue;
        mix.add(ObjectId{o.granule, o.life});
        mix.add(uint64_t{o.type} << 32 | o.madeAt);
        mix.add(o.size);
        mix.add(uint64_t{o.capacity} << 32 | uint64_t{o.flags} << 8 | static_cast<uint64_t>(o.payloadKind));
        if (o.payloadKind == Event::Payload::Bytes && (o.flags & ObjectRecord::OfProgram)) mix.add(memory.object({o.granule, o.life}).payload);
        else mix.add(o.payload);
        memory.eachCell(o, [&](CellKind kind, uint32_t index, uint32_t word) {
            auto pointer = memory.pointerOf(word);
            mix.add(static_cast<uint64_t>(kind) << 60 | uint64_t{index} << 32 | (pointer ? granuleEnd : word));
            if (pointer) addPointer(mix, *pointer);
        });
    }
    for (const BlockArea& area : memory.blockAreas()) {
        mix.add(uint64_t{area.begin} << 32 | area.blockBytes);
        for (const BlockArea::Block& block : area.beside) {
            mix.add(uint64_t{block.begin} << 1 | block.ofProgram);
            mix.add(block.bytes);
        }
    }
    return mix.value();
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/audit/live_audit.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "core/python/objects/model/cycle_collector.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/text/bytes_object.h"
#include "core/python/reading/python_reading.h"
#include "core/python/threads/scheduler.h"
#include "core/python/vm/generators/generator_object.h"
#include "core/python/vm/loop/frame_recording.h"
#include "tests/audit/live_value.h"

namespace memtape {

namespace {

using CellPlace = std::tuple<CellKind, uint32_t, Granule, bool>; // … whether it does not count

class CellCollector final : public CellVisitor {
public:
    void visit(CellKind kind, uint32_t index, Object* referent) override {
        if (referent) cells.push_back({kind, index, granuleOf(referent), false});
    }
    void visitWeak(CellKind kind, uint32_t index, Object* referent) override {
        if (referent) cells.push_back({kind, index, granuleOf(referent), true});
    }
    std::vector<CellPlace> cells;
};

std::string cellText(const CellPlace& cell) {
    static const char* const kinds[] = {"field", "item", "key", "value", "attribute"};
    return std::string(kinds[static_cast<unsigned>(std::get<0>(cell))]) + " " + std::to_string(std::get<1>(cell));
}

Object* objectAtGranule(Granule g) { return static_cast<Object*>(atGranule(g)); }

}

std::vector<std::string> LiveAudit::compare(const Memory& memory) {
    m_memory = &memory;
    m_found.clear();
    compareFrames();
    compareThreads();
    compareHolds();
    compareObjects();
    compareCollected();
    compareMap();
    return std::move(m_found);
}

void LiveAudit::differ(const std::string& key, const std::string& sentence) {
    if (m_told.insert(key).second) m_found.push_back(sentence);
}

std::string LiveAudit::nameOf(Granule g) const {
    if (!g) return "nothing";
    ObjectId id = m_memory->objectAt(g);
    if (!id) return "what is not on the tape at granule " + std::to_string(g);
    PythonReading reading(*m_memory);
    ObjectView view = m_memory->object(id);
    std::string value = reading.valueText(id).substr(0, 40);
    std::string text = m_memory->type(view.type).name + (value.empty() ? "" : " " + value);
    for (const CellView& cell : m_memory->cells(id, 0, 16))
        if (cell.name == "__qualname__" || cell.name == "__name__" || cell.name == "qualname") {
            text += " " + reading.valueText(cell.value);
            break;
        }
    return text + " #" + std::to_string(id.life);
}

std::string LiveAudit::holdersOf(Granule g) const {
    static const char* const kinds[] = {"slot",   "function of frame", "code of frame", "names of frame", "stack",
                                        "native", "interpreter",       "cell",          "instance"};
    std::string text;
    unsigned shown = 0;
    for (const Holder& holder : m_memory->holders(m_memory->objectAt(g))) {
        if (++shown > 6) return text + ", …";
        if (!text.empty()) text += ", ";
        text += kinds[static_cast<unsigned>(holder.kind)];
        if (holder.kind == Holder::Kind::Cell) text = text.substr(0, text.size() - 4) + cellText({holder.cell, holder.index, 0, false});
        if (!holder.name.empty()) text += " " + std::string(holder.name);
        if (holder.object) text += " of " + nameOf(holder.object.granule);
        else if (holder.kind <= Holder::Kind::FrameStack) text += " " + std::to_string(holder.index) + " of frame " + std::to_string(holder.frame);
    }
    return text.empty() ? "none" : text;
}

// ---- frames ----------------------------------------------------------------------------------------------------------

void LiveAudit::compareFrame(const std::string& where, const FrameView& told, Frame* live) {
    auto same = [&](const std::string& what, ObjectId id, Object* o) {
        if (id.granule != granuleOf(o))
            differ(where + what, where + ": " + what + " is " + nameOf(granuleOf(o)) + ", on the tape " + nameOf(id.granule));
    };
    same("the code", told.codeObject, live->code);
    same("the function", told.function, live->function);
    same("the names", told.locals, live->locals);
    // The loop keeps the running frame's stack pointer in a register; the recorder has just been told.
    bool isRunning = live == interpreter.frame;
    uint32_t slots = live->code->localsPlusCount,
             used = isRunning ? slots + static_cast<uint32_t>(holderShadow.count) : static_cast<uint32_t>(live->stackTop);
    if (told.slots.size() != slots) {
        differ(where + "slots", where + ": " + std::to_string(slots) + " slots, on the tape " + std::to_string(told.slots.size()));
        return;
    }
    for (uint32_t i = 0; i < slots; i++)
        same("slot " + std::string(told.slots[i].name), told.slots[i].value, i < used ? live->localsPlus[i] : nullptr);
    uint32_t depth = used > slots ? used - slots : 0;
    for (uint32_t i = 0; i < std::max<uint32_t>(depth, static_cast<uint32_t>(told.held.size())); i++)
        same("stack entry " + std::to_string(i), i < told.held.size() ? told.held[i] : ObjectId{}, i < depth ? live->stackBase()[i] : nullptr);
}

void LiveAudit::compareFrames() {
    std::vector<Frame*> frames;
    for (Frame* f = interpreter.frame; f; f = f->previous) frames.push_back(f);
    std::reverse(frames.begin(), frames.end());
    if (frames.size() != m_memory->frameCount()) {
        differ("frames", std::to_string(frames.size()) + " frames, on the tape " + std::to_string(m_memory->frameCount()));
        return;
    }
    for (size_t i = 0; i < frames.size(); i++) {
        FrameView told = m_memory->frame(i);
        compareFrame("frame " + std::to_string(i) + ", " + m_memory->code(told.code).qualname, told, frames[i]);
        bool inGenerator = frames[i]->owner == FrameOwner::Generator;
        if (!inGenerator && told.frame != frameStackOffset(frames[i]))
            differ("place", "frame " + std::to_string(i) + " lies elsewhere on the interpreter's stack");
    }
}

// The threads that do not run: their frames, as they left them.
void LiveAudit::compareThreads() {
    if (m_memory->thread() != currentThread().number)
        differ("thread", "thread " + std::to_string(currentThread().number) + " runs, on the tape " + std::to_string(m_memory->thread()));
    std::map<uint32_t, ThreadView> told;
    for (ThreadView& view : m_memory->otherThreads()) told[view.number] = std::move(view);
    for (const Thread* thread : liveThreads()) {
        if (thread == &currentThread()) continue;
        std::string name = "thread " + std::to_string(thread->number);
        std::vector<Frame*> frames;
        for (Frame* f = stateOf(*thread).frame; f; f = f->previous) frames.push_back(f);
        std::reverse(frames.begin(), frames.end());
        const std::vector<FrameView>& views = told[thread->number].frames;
        if (frames.size() != views.size()) {
            differ(name, name + " has " + std::to_string(frames.size()) + " frames, on the tape " + std::to_string(views.size()));
            continue;
        }
        for (size_t i = 0; i < frames.size(); i++) compareFrame(name + ", frame " + std::to_string(i), views[i], frames[i]);
    }
}

// ---- holds outside the heap ------------------------------------------------------------------------------------------

void LiveAudit::compareHolds() {
    std::vector<Granule> live, told;
    for (uint32_t i = 0; i < interpreter.holdCount; i++) live.push_back(granuleOf(interpreter.holds[i]->object()));
    for (uint32_t i = 0; i < m_memory->now().natives; i++) told.push_back(m_memory->nativeHold(i));
    live.resize(std::max(live.size(), told.size()));
    told.resize(live.size());
    for (size_t i = 0; i < live.size(); i++)
        if (live[i] != told[i]) differ("native", "native hold " + std::to_string(i) + " is " + nameOf(live[i]) + ", on the tape " + nameOf(told[i]));
}

// ---- objects ---------------------------------------------------------------------------------------------------------

void LiveAudit::compareObjects() {
    std::vector<ObjectId> ids;
    for (uint32_t n = 1; n < m_memory->recordEnd(); n++)
        if (m_memory->record(n).alive()) ids.push_back({m_memory->record(n).granule, m_memory->record(n).life});
    std::vector<uint64_t> counts = m_memory->referenceCounts(ids);
    for (size_t i = 0; i < ids.size(); i++) compareObject(m_memory->record(m_memory->numberOf(ids[i])), counts[i]);
}

void LiveAudit::compareObject(const ObjectRecord& record, uint64_t holders) {
    Object* o = objectAtGranule(record.granule);
    std::string life = std::to_string(record.life);
    Type* type = o->type;
    if (!heap.owns(type) || type->recordId != record.type) {
        differ("type" + life, nameOf(record.granule) + " is on the tape, but no such object is there any more");
        return;
    }
    bool immortal = record.flags & ObjectRecord::Immortal;
    if (immortal != isImmortal(o))
        differ("immortal" + life, nameOf(record.granule) + (immortal ? " is immortal on the tape only" : " is immortal, not so on the tape"));
    else if (!immortal && o->refcount != holders)
        differ("count" + life, nameOf(record.granule) + " has count " + std::to_string(o->refcount) + ", on the tape " + std::to_string(holders) +
                                   " (" + holdersOf(record.granule) + ")");
    if (!type->dealloc && !isType(o)) return;
    uint64_t size = sizeOfObject(o);
    bool isDying = !o->refcount; // nobody can ask it then
    if (size != record.size && !isDying)
        differ("size" + life, nameOf(record.granule) + " has size " + std::to_string(size) + ", on the tape " + std::to_string(record.size));
    compareCells(record, o);
    compareValue(record, o);
    if (isAnyGenerator(o)) compareGenerator(record, o);
}

void LiveAudit::compareCells(const ObjectRecord& record, Object* o) {
    CellCollector live;
    visitCells(o, live);
    std::vector<CellPlace> told;
    m_memory->eachCell(record, [&](CellKind kind, uint32_t index, uint32_t word) {
        if (kind == CellKind::Field && index >= suspendedCells) return;
        auto pointer = m_memory->pointerOf(word);
        if (pointer && pointer->isDangling) differ("dangling" + std::to_string(record.life), nameOf(record.granule) + " dangles on the tape");
        if (pointer) told.push_back({kind, index, pointer->object.granule, true});
        else told.push_back({kind, index, word, false});
    });
    std::sort(live.cells.begin(), live.cells.end());
    std::sort(told.begin(), told.end());
    if (live.cells == told) return;
    if (!o->refcount) { // a weak reference that is dying is out of the other's list, which is told only when it is gone
        auto isWeak = [](const CellPlace& cell) { return std::get<bool>(cell); };
        std::erase_if(told, isWeak);
        std::erase_if(live.cells, isWeak);
        if (live.cells == told) return;
    }
    std::string what;
    std::vector<CellPlace> missing, extra;
    std::set_difference(live.cells.begin(), live.cells.end(), told.begin(), told.end(), std::back_inserter(missing));
    std::set_difference(told.begin(), told.end(), live.cells.begin(), live.cells.end(), std::back_inserter(extra));
    for (size_t i = 0; i < missing.size() && i < 3; i++)
        what += "; " + cellText(missing[i]) + " is " + nameOf(std::get<2>(missing[i])) + ", not so on the tape";
    for (size_t i = 0; i < extra.size() && i < 3; i++)
        what += "; " + cellText(extra[i]) + " is " + nameOf(std::get<2>(extra[i])) + " on the tape only";
    differ("cells" + std::to_string(record.life),
           nameOf(record.granule) + " has " + std::to_string(live.cells.size()) + " cells, on the tape " + std::to_string(told.size()) + what);
}

void LiveAudit::compareGenerator(const ObjectRecord& record, Object* o) {
    auto* g = static_cast<GeneratorObject*>(o);
    std::string name = nameOf(record.granule);
    auto told = m_memory->suspendedFrame({record.granule, record.life});
    bool suspended = g->state < GeneratorState::Completed;
    for (const Thread* thread : liveThreads())
        for (Frame* f = stateOf(*thread).frame; f; f = f->previous) suspended &= f != &g->frame;
    if (suspended != told.has_value())
        differ("suspended" + std::to_string(record.life),
               name + (suspended ? " is suspended, not so on the tape" : " is suspended on the tape only"));
    else if (suspended) compareFrame(name, *told, &g->frame);
}

void LiveAudit::compareValue(const ObjectRecord& record, Object* o) {
    if (!isByteArray(o)) { // the others keep their value for life
        if (record.life >= m_valueSeen.size()) m_valueSeen.resize(record.life + record.life / 2 + 1);
        if (m_valueSeen[record.life]) return;
        m_valueSeen[record.life] = true;
    }
    std::optional<LiveValue> live = liveValue(o);
    if (!live) return;
    bool same;
    if (record.payloadKind == Event::Payload::Bytes) {
        ObjectView view = m_memory->object({record.granule, record.life});
        same = live->bytes.substr(0, wholeTextLimit) == view.payload.substr(0, wholeTextLimit) && live->bytes.size() == view.payloadLength;
    } else {
        same = record.payloadKind != Event::Payload::None && live->word == record.payload && record.payloadKind == live->kind;
    }
    if (!same) differ("value" + std::to_string(record.life), nameOf(record.granule) + " has another value in the program");
}

// ---- the map ---------------------------------------------------------------------------------------------------------

namespace {

// What types keep for their next objects (CPython 3.13): 100 floats, 80 lists, 80 dicts, and tuples of up to 20 items, 2000 of each length, which are the largest.
// Blocks of one size serve tuples of two lengths.
constexpr size_t keptMost = 2 * 2000 + 600, keptLargest = 16 + 24 + 20 * 8;

size_t preHeadOf(const Object* o) {
    return (hasFlag(o->type, HaveGc) ? sizeof(GcHead) : 0) + (hasFlag(o->type, ManagedDict | ManagedWeakref) ? 16 : 0);
}

std::set<const void*> freeBlocksOf(const PoolHeader* pool) {
    std::set<const void*> blocks;
    for (FreeBlock* block = pool->freeBlock; block; block = block->next) {
        openMemory(block, sizeof(FreeBlock));
        blocks.insert(block);
    }
    for (const void* block : blocks) closeMemory(block, sizeof(FreeBlock));
    return blocks;
}

}

// Each block that the map has is in use in the heap's own pool, of its size and at its place; and what is in use and not on the map is what types keep.
void LiveAudit::comparePool(const MapPool& told) {
    auto granule = static_cast<Granule>((told.address - Heap::firstAddress) / 16);
    auto* pool = static_cast<PoolHeader*>(atGranule(granule));
    std::string name = "the pool at granule " + std::to_string(granule);
    if ((pool->sizeClass + 1) * 16 != told.blockBytes) {
        differ(name,
               name + " has blocks of " + std::to_string((pool->sizeClass + 1) * 16) + " bytes, on the map of " + std::to_string(told.blockBytes));
        return;
    }
    std::set<const void*> free = freeBlocksOf(pool);
    const char* begin = reinterpret_cast<const char*>(pool);
    for (const MapBlock& block : told.blocks) {
        const char* place = begin + (block.address - told.address);
        bool isUsed = place < begin + pool->nextOffset && !free.contains(place);
        if (!isUsed)
            differ(name + std::to_string(block.place) + "." + std::to_string(block.object.life),
                   "block " + std::to_string(block.place) + " of " + name + " (" + std::to_string(told.blockBytes) +
                       " bytes) is free, on the map it is " + (block.object ? nameOf(block.object.granule) : "beside an object"));
        if (!block.object) continue;
        Object* o = objectAtGranule(block.object.granule);
        size_t before = preHeadOf(o);
        if (before != block.before)
            differ(name + "before" + std::to_string(block.object.life), nameOf(block.object.granule) + " lies " + std::to_string(before) +
                                                                            " bytes behind its block's beginning, on the map " +
                                                                            std::to_string(block.before));
    }
    size_t kept = pool->count - told.blocks.size();
    if (kept && told.blockBytes > (keptLargest + 15) / 16 * 16)
        differ(name + "kept",
               std::to_string(kept) + " blocks of " + name + " (" + std::to_string(told.blockBytes) + " bytes) are in use and not on the map");
    m_kept[told.blockBytes] += kept;
}

void LiveAudit::compareMap() {
    std::optional<MemoryMap> map = PythonReading(*m_memory).memoryMap();
    if (!map || !map->knowsHeap) return differ("map", "there is no map of the heap");
    m_kept.clear();
    for (const MapPool& pool : map->pools) comparePool(pool);
    for (auto [bytes, kept] : m_kept)
        if (kept > keptMost) differ("kept", std::to_string(kept) + " blocks of " + std::to_string(bytes) + " bytes are in use and not on the map");
    for (const MapBlock& block : map->large) { // of an object the map has the size that the program is told
        if (block.object) continue;
        Granule granule = static_cast<Granule>((block.address - Heap::firstAddress) / 16);
        size_t bytes = heap.usableSize(atGranule(granule));
        if (bytes != block.bytes)
            differ("large" + std::to_string(granule),
                   "a large block of " + std::to_string(block.bytes) + " bytes is one of " + std::to_string(bytes));
    }
    uint64_t topmost = 0;
    for (Frame* f = interpreter.frame; f; f = f->previous)
        if (f->owner != FrameOwner::Generator) topmost = std::max<uint64_t>(topmost, frameStackOffset(f) + frameWords(f->code) * sizeof(void*));
    if (topmost != map->stackBytes)
        differ("stack", "the stack ends at " + std::to_string(topmost) + ", on the map at " + std::to_string(map->stackBytes));
}

// What the collector watches is alive: it has to be on the tape.
void LiveAudit::compareCollected() {
    for (Collector::Generation& generation : collector.generations)
        generation.list.forEach([this](GcHead* h) {
            Object* o = objectOf(h);
            if (!m_memory->objectAt(granuleOf(o)))
                differ("missing" + std::to_string(granuleOf(o)), std::string("a live ") + o->type->name + " is not on the tape");
        });
}

}

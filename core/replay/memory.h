// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The memory at a step as play keeps it: who is alive, what each object's cells refer to, what frames hold. References are
// kept forwards only; who refers to an object is found by a scan (memory_scan.cpp).
//
//     granule ─ PageMap ─→ number ─→ ObjectRecord ─→ block of cells ─→ another block …
//                                                     (fields | items | entries | attributes | a suspended frame)
//
// All tables are PagedArrays, and all else is in Now: save() and restore() copy page lists, undo() writes back old entries.
// An event that makes no sense (an object that is not there, a frame below the first) changes nothing.

#include <memory>
#include <type_traits>

#include "core/events/memory_events.h"
#include "core/replay/beginning/memory_beginning.h"
#include "core/replay/memory_state.h"
#include "core/replay/observer.h"
#include "core/replay/page_map.h"
#include "core/replay/page_pool.h"
#include "core/replay/paged_array.h"
#include "core/replay/payloads/payload_store.h"

namespace memtape {

class EventBatch;
class ImageReader;
class ImageWriter;
class Memory;
class Tape;
struct TypeDefinition;

// What the players of one tape share.
struct ReplayShared {
    static constexpr uint64_t mostPageBytes = uint64_t{4} << 30; // a gigabyte of the smallest objects takes three
    explicit ReplayShared(std::shared_ptr<const Tape> t, uint64_t mostBytes = mostPageBytes);
    ~ReplayShared();
    std::shared_ptr<const Tape> tape;
    PageMap pages;
    PayloadStore payloads;
    PagePool pagePool;
    MemoryBeginning beginning; // last: its memory has pages of the pool
};

// A run of words in the table of cells; an object has one for each kind that it has cells of.
// A reference that goes to a place, or does not count. In the tables of cells and of frames' words it is a word from granuleEnd on: granuleEnd
// and its number. So it moves with the others, and who takes such a word for a granule finds no object there.
struct PointerRecord {
    Granule object; // of a record that is free: the next free one
    uint32_t life;  // of the object, or of the frame, that was meant
    uint32_t frame; // Slot: index from the outermost
    uint32_t index;
    RefKind ref;
    MemoryPlace::Kind place;
    CellKind cell;
    bool isUsed;
};
// The word of a cell in its block, where cells lie by index: all but attributes.
constexpr uint32_t wordOf(CellKind kind, uint32_t index) {
    return kind == CellKind::Key ? 2 * index : kind == CellKind::Value ? 2 * index + 1 : index;
}
constexpr bool isPointerWord(uint32_t word) { return word >= granuleEnd; }

enum class BlockKind : uint8_t { None, Fields, Items, Entries, Attributes, Suspended };
struct CellBlock {
    uint32_t offset = 0;
    uint32_t count = 0; // words in use. Entries: key and value by turns; Attributes: name and value by turns, in order of insertion
    uint32_t next = 0;  // the object's next block, in the table of blocks
    BlockKind kind = BlockKind::None;
    uint8_t power = 0; // room for 2^power words; 0: none
    uint16_t unused = 0;
};

struct ObjectRecord {
    // OfProgram, OfLibrary: made since the program began, by its own code or for itself; by the language's library for itself. What the program comes to
    // hold of the library's is its own from then on. HoldsForProgram: the namespace of code of the program, which may be older than the program's begin.
    enum Flag : uint8_t { Alive = 1, Immortal = 2, OfProgram = 4, Chain = 8, OfLibrary = 16, HoldsForProgram = 32 };
    uint64_t payload; // int, bits of a float, or PayloadPlace (Chain: of the last link)
    uint64_t size;
    Granule granule;
    uint32_t life;
    uint32_t type;
    uint32_t madeAt; // step
    uint32_t capacity;
    uint8_t flags;
    Event::Payload payloadKind;
    uint16_t unused;
    uint32_t madeLine, madeCode; // of the innermost frame of the program, as it stood then; 0: none did
    CellBlock cells;             // the first block; of a record that is free, `next` is the next free one
    bool alive() const { return flags & Alive; }
};

struct FrameRecord {
    uint32_t code;
    uint32_t frame; // place in the interpreter's stack
    uint32_t line;
    Granule codeObject, function, locals, generator;
    uint32_t base, room; // its words: slots, then what its stack holds
    uint32_t slots;
    uint32_t held; // the highest depth held + 1
    uint32_t flags;
    uint32_t life;
};

// A thread that does not run, with what it has on its stacks: a run of words in the table of cells, its frames' records, then their words, then what
// its native functions hold.
struct ThreadRecord {
    uint32_t number;
    uint32_t offset;
    uint32_t power; // room for 2^power words
    uint32_t frames, frameWords, natives;
    uint32_t programFrames;
    uint32_t isUsed;
};

class Memory final : public MemoryState {
public:
    explicit Memory(ReplayShared& shared);

    // -- play
    void apply(const Event& event, uint64_t chunk, const uint8_t* bytesBegin);
    // Has what they will touch fetched (memory_foresight.cpp). Changes nothing.
    void foresee(const EventBatch& batch);
    // Sees every change; costs play half its speed.
    void setObserver(Observer* observer) { m_observer = observer; }
    // Sees output only.
    void setOutputObserver(Observer* observer) { m_outputObserver = observer; }

    // The types with a role, and what their objects take.
    struct ScalarTypes {
        uint32_t integer = 0, floating = 0, nothing = 0;
        uint8_t integerBytes = 0, digitBytes = 0, digitBits = 1, floatBytes = 0;
    };
    // All that is not in tables. Plain data.
    struct Now {
        static constexpr unsigned powers = 30;
        StepInfo step;
        uint64_t steps = 0;                                                              // how many Step events there were
        uint64_t heapBytes = 0, heapObjects = 0, peakHeapBytes = 0, peakHeapObjects = 0; // of the program
        uint64_t libraryBytes = 0, libraryObjects = 0;                                   // made since the program began, and not its own
        uint64_t stackBytes = 0, peakStackBytes = 0;
        uint32_t lives = 0, liveRecords = 0, recordEnd = 1, freeRecord = 0;
        uint32_t cellEnd = 0, freeCells[powers] = {}; // offsets + 1
        uint32_t blockEnd = 1, freeBlock = 0;
        uint32_t frames = 0, frameWords = 0, programFrames = 0, peakDepth = 0;
        uint32_t maker = 0;                                          // the innermost frame of the program, index + 1; 0: there is none
        uint32_t natives = 0, interpreters = 0;                      // ends of the lists of holds
        uint32_t thread = 0, threadEnd = 0;                          // which one runs; the end of the list of the others
        uint32_t frameLives = 0;                                     // calls so far
        uint32_t pointerEnd = 0, freePointer = 0, pointersSwept = 0; // freePointer: number + 1; pointersSwept: how many were in use at the last sweep
        uint32_t callLimit = 1000;
        uint32_t collections = 0, programLife = 0; // programLife: objects before ProgramBegin
        ScalarTypes scalars;
        Granule nothing = 0, raised = 0;
        int32_t exitStatus = 0;
        EndReason endReason = EndReason::Exit;
        uint32_t libraryDepth = 0; // LibraryBegin events without their end
        bool libraryFrame = false; // the running frame is the library's
        bool programBegan = false, ended = false;
        // between the last step and the one before it; and since the last step
        bool made = false, released = false, printed = false, collected = false;
        bool madeSince = false, releasedSince = false, printedSince = false, collectedSince = false;
    };
    const Now& now() const { return m_now; }

    // -- checkpoints and undo
    class Saved;
    std::unique_ptr<Saved> save();
    void restore(const Saved& saved);
    UndoLog& log() { return m_log; }
    const UndoLog& log() const { return m_log; }
    void undo(size_t logSize, const Now& now); // takes back what was played since the log had that size
    // All of it as bytes, for a tape that begins here; and from them, into a memory that is empty (memory_image.h). False: they make no sense.
    std::string image();
    bool readImage(std::string_view bytes);
    size_t pageCount() const;

    // Answers given out are no longer valid: called when the step changes.
    void forgetAnswers() { m_keep.clear(); }

    // -- MemoryState
    const StepInfo& step() const override { return m_now.step; }
    size_t frameCount() const override { return m_now.frames; }
    FrameView frame(size_t index) const override;
    uint32_t thread() const override { return m_now.thread; }
    std::vector<ThreadView> otherThreads() const override;
    bool isAlive(ObjectId id) const override { return recordOf(id) != nullptr; }
    ObjectId objectAt(Granule granule) const override;
    ObjectView object(ObjectId id) const override;
    uint32_t typeIdOf(ObjectId id) const override {
        const ObjectRecord* o = recordOf(id);
        return o ? o->type : 0;
    }
    size_t cellCount(ObjectId id) const override;
    size_t cellCount(ObjectId id, CellKind kind) const override;
    uint32_t cellEnd(ObjectId id, CellKind kind) const override;
    std::vector<CellView> cells(ObjectId id, size_t from, size_t count) const override;
    ObjectId cell(ObjectId id, CellKind kind, uint32_t index) const override;
    std::vector<Holder> holders(ObjectId id) const override;
    uint64_t referenceCount(ObjectId id) const override;
    std::vector<uint64_t> referenceCounts(const std::vector<ObjectId>& ids) const override;
    std::vector<ObjectId> liveObjects(bool ofProgramOnly) const override;
    std::vector<ObjectId> unreachable() const override;
    HeapGraph graph() const override;
    uint64_t heapBytes() const override { return m_now.heapBytes; }
    uint64_t heapObjects() const override { return m_now.heapObjects; }
    uint64_t libraryBytes() const override { return m_now.libraryBytes; }
    uint64_t libraryObjects() const override { return m_now.libraryObjects; }
    uint32_t interpreterPlaces() const override { return m_now.interpreters; }
    ObjectId heldByInterpreter(uint32_t place) const override { return place < m_now.interpreters ? idAt(m_interpreters[place]) : ObjectId(); }
    std::vector<BlockArea> blockAreas() const override;
    uint32_t callLimit() const override { return m_now.callLimit; }
    std::optional<FrameView> suspendedFrame(ObjectId generator) const override;
    const TypeInfo* typeOfClass(ObjectId classObject) const override;
    const TypeInfo& type(uint32_t id) const override;
    const CodeInfo& code(uint32_t id) const override;
    bool isProgramFile(uint32_t id) const override;
    std::string_view filePath(uint32_t id) const override;
    std::string_view fileSource(uint32_t id) const override;

    // -- for questions within replay
    std::string_view cellName(uint32_t type, CellKind kind, uint32_t index) const;
    std::string_view slotName(uint32_t frame, uint32_t slot) const;
    const FrameRecord& frameRecord(size_t index) const { return m_frames[index]; }
    ObjectId slotValue(uint32_t slot) const { // of the running frame; none: it is empty, or there is no such slot
        if (!m_now.frames || slot >= m_frames[m_now.frames - 1].slots) return {};
        return leadsTo(m_frameWords[m_frames[m_now.frames - 1].base + slot]);
    }
    // Marks, by record number, what is reached from frames, holds and immortal objects.
    std::vector<bool> reachedRecords() const;
    uint32_t numberOf(ObjectId id) const;
    uint32_t recordEnd() const { return m_now.recordEnd; }
    // Calls visit(word) for each reference that the object holds.
    template <class Visit> void eachWord(const ObjectRecord& o, Visit&& visit) const;
    // Calls visit(kind, index, word) for each cell that is present, until it returns false, if it returns anything.
    template <class Visit> void eachCell(const ObjectRecord& o, Visit&& visit) const;
    const ObjectRecord& record(uint32_t number) const { return m_objects[number]; }
    // What a word of a cell or slot refers to, none where that is no more: by a reference that counts; by one that counts or leads there.
    Granule countedBy(uint32_t word) const { return isPointerWord(word) ? pointedBy(word, RefKind::Counts) : word; }
    Granule reachedBy(uint32_t word) const { return isPointerWord(word) ? pointedBy(word, RefKind::Leads) : word; }
    std::optional<PointerView> pointerOf(uint32_t word) const;                      // none: an ordinary word
    Granule nativeHold(uint32_t index) const { return m_natives[index]; }           // below now().natives
    Granule interpreterHold(uint32_t index) const { return m_interpreters[index]; } // below now().interpreters

private:
    enum Table : unsigned { Index, Objects, Cells, Blocks, Frames, FrameWords, Natives, Interpreters, Pointers, Threads, Areas };

    // memory_objects.cpp
    void applyAlloc(const Event& e);
    void applyFree(const Event& e);
    void applyPayload(const Event& e, uint64_t chunk, const uint8_t* bytesBegin);
    void applyResize(const Event& e);
    void applyImmortal(const Event& e);
    void release(uint32_t number);
    void changeType(uint32_t number, const Event& e);
    void dropCells(uint32_t number);
    uint32_t numberAt(Granule g) const {
        uint32_t place = m_shared.pages.find(g);
        return place && place < m_index.size() ? m_index[place] : 0;
    }
    const ObjectRecord* recordOf(ObjectId id) const;
    ObjectId idAt(uint32_t word) const { return objectAt(countedBy(word)); }
    ObjectId leadsTo(uint32_t word) const { return objectAt(reachedBy(word)); }
    void chooseScalarTypes(uint32_t typeId);
    // memory_areas.cpp
    static constexpr unsigned areaShift = 7;                                     // words of a page
    static constexpr uint32_t largestBlock = 1u << 28, poolBytesMost = 1u << 20; // in granules; in bytes
    void applyArea(const Event& e);
    size_t areaAt(Granule g); // where the words of its page begin
    void setBlockBit(Granule g, bool set);
    Granule blockEnd(Granule begin) const; // 0: none
    // memory_foresight.cpp
    bool isStrange(Granule g);
    // beginning/memory_image.cpp
    template <class Io> void passNow(Io& io);
    template <class Io> bool passPointers(Io& io);
    bool hasSlotsOfCode(const FrameRecord& frame) const;
    void writeFrames(ImageWriter& out);
    bool readFrames(ImageReader& in);
    void writeThreads(ImageWriter& out);
    bool readThreads(ImageReader& in);
    void writeAreas(ImageWriter& out);
    bool readAreas(ImageReader& in);
    // beginning/memory_image_objects.cpp
    void writeObjects(ImageWriter& out);
    bool readObjects(ImageReader& in);
    bool readObject(ImageReader& in, uint32_t number);
    bool readCells(ImageReader& in, uint32_t number, uint32_t& lastWord);
    // memory_cells.cpp
    void applyCell(const Event& e);
    uint32_t allocateCells(uint8_t power);
    void freeCells(uint32_t offset, uint8_t power);
    const CellBlock* findBlock(uint32_t number, BlockKind kind) const;
    CellBlock* editBlock(uint32_t number, BlockKind kind); // null: the object has none
    CellBlock& ensureBlock(uint32_t number, BlockKind kind);
    void dropBlock(uint32_t number, BlockKind kind);
    void setCount(uint32_t number, BlockKind kind, uint32_t count); // more words begin as 0
    bool isCellOf(uint32_t number, uint32_t index) const;           // false: no object of its size has such a cell
    void clearCell(uint32_t number, CellKind kind, uint32_t index);
    void setCell(uint32_t number, CellKind kind, uint32_t index, Granule value);
    Granule cellOf(uint32_t number, CellKind kind, uint32_t index) const;
    void truncateCells(uint32_t number, CellKind kind, uint32_t length);
    void eraseCells(uint32_t number, CellKind kind, uint32_t index, uint32_t count);
    void insertCell(uint32_t number, CellKind kind, uint32_t index, Granule value);
    void removeAttribute(uint32_t number, uint32_t index);
    void fillItems(uint32_t number, uint32_t index, const Granule* values, uint32_t count);
    void moveCells(uint32_t from, uint32_t to, CellKind kind);
    // memory_frames.cpp
    void applyStep(const Event& e);
    void pushFrame(FrameRecord frame, uint32_t room);
    void applyFramePush(const Event& e);
    void applyFramePop();
    void applySuspend(const Event& e);
    void applyResume(const Event& e);
    void applySlot(const Event& e);
    // memory_threads.cpp
    void applySwitch(const Event& e);
    void putThreadAside();
    void takeThreadUp(uint32_t number);
    ThreadRecord& newThreadRecord();
    FrameRecord asideFrame(const ThreadRecord& thread, uint32_t frame) const;
    // Where the words of that frame begin, in the table of cells.
    uint32_t asideWords(const ThreadRecord& thread, const FrameRecord& frame) const;
    template <class Visit> void eachAsideRoot(const ThreadRecord& thread, Visit&& visit) const; // visit(word) of each reference of its own
    // memory_frames.cpp
    void applyHold(const Event& e);
    bool needFrameRoom(uint32_t words);
    void findMaker();
    // -- whose objects are (memory_owners.cpp)
    bool libraryMakes() const { return m_now.libraryDepth || m_now.libraryFrame; }
    void noteRunningFrame();
    void noteNamespace(const FrameRecord& frame);
    void countMade(ObjectRecord& object);
    void countOfProgram(ObjectRecord& object);
    void countSize(const ObjectRecord& object, uint64_t size); // before it changes to that
    void countReleased(const ObjectRecord& object);
    bool holdsForProgram(uint32_t number) const { return m_objects[number].flags & (ObjectRecord::OfProgram | ObjectRecord::HoldsForProgram); }
    void adopt(uint32_t word) { // the program has come to hold this
        if (m_now.libraryObjects && isOfLibrary(word)) [[unlikely]]
            adoptAll(word);
    }
    void adoptAll(uint32_t word);
    bool isOfLibrary(uint32_t word) const {
        uint32_t number = numberAt(reachedBy(word));
        return number && m_objects[number].flags & ObjectRecord::OfLibrary;
    }
    bool staysOfLibrary(const ObjectRecord& object) const;

    void countFrame(const FrameRecord& frame, bool entered);
    // memory_pointers.cpp
    void applyPointer(const Event& e);
    uint32_t wordAt(const MemoryPlace& holder) const; // 0: nothing there, or no such place
    void setWord(const MemoryPlace& holder, uint32_t word);
    uint32_t pointerTo(RefKind ref, const MemoryPlace& target);
    uint32_t copyOfPointer(uint32_t word);
    uint32_t allocatePointer();
    void sweepPointers();
    bool isOver(const PointerRecord& p) const;
    Granule pointedBy(uint32_t word, RefKind weakest) const;
    // memory_view.cpp
    template <class Word> FrameView viewFrame(const FrameRecord& frame, Word&& word) const; // word(i): of its slots and holds
    FrameRecord suspendedRecord(const CellBlock& block) const;
    const TypeDefinition* definition(uint32_t type) const;
    const CodeInfo* codeInfo(uint32_t id) const;
    // memory_scan.cpp
    Granule typeGranule(const ObjectRecord& o) const;
    template <class Visit> void eachRoot(Visit&& visit) const;

    ReplayShared& m_shared;
    Now m_now;
    UndoLog m_log;
    PagedArray<uint32_t, PageMap::shift> m_index; // by place in the PageMap: record number
    PagedArray<ObjectRecord, 6> m_objects;
    PagedArray<uint32_t, 10> m_cells;
    PagedArray<CellBlock, 6> m_blocks;
    PagedArray<FrameRecord, 4> m_frames;
    PagedArray<uint32_t, 8> m_frameWords, m_natives, m_interpreters;
    PagedArray<PointerRecord, 6> m_pointers;
    PagedArray<ThreadRecord, 4> m_threads;
    PagedArray<uint32_t, areaShift> m_areas;
    static constexpr uint32_t touchedEntries = 1024;
    std::vector<Granule> m_touched = std::vector<Granule>(touchedEntries); // by place: what was touched last (memory_foresight.cpp)
    Observer *m_observer = nullptr, *m_outputObserver = nullptr;
    mutable PayloadStore::Keep m_keep;
    mutable std::vector<const TypeDefinition*> m_types; // by id, as far as asked
    mutable std::vector<const CodeInfo*> m_codes;
};

class Memory::Saved {
public:
    Now now;
    PagedArray<uint32_t, PageMap::shift>::Saved index;
    PagedArray<ObjectRecord, 6>::Saved objects;
    PagedArray<uint32_t, 10>::Saved cells;
    PagedArray<CellBlock, 6>::Saved blocks;
    PagedArray<FrameRecord, 4>::Saved frames;
    PagedArray<uint32_t, 8>::Saved frameWords, natives, interpreters;
    PagedArray<PointerRecord, 6>::Saved pointers;
    PagedArray<ThreadRecord, 4>::Saved threads;
    PagedArray<uint32_t, Memory::areaShift>::Saved areas;
};

template <class Visit> void Memory::eachAsideRoot(const ThreadRecord& thread, Visit&& visit) const {
    auto give = [&](uint32_t word) {
        if (word) visit(word);
    };
    for (uint32_t f = 0; f < thread.frames; f++) {
        FrameRecord frame = asideFrame(thread, f);
        for (Granule g : {frame.codeObject, frame.function, frame.locals}) give(g);
        uint32_t words = asideWords(thread, frame);
        for (uint32_t w = 0; w < frame.slots + frame.held; w++) give(m_cells[words + w]);
    }
    uint32_t natives = thread.offset + thread.frames * static_cast<uint32_t>(sizeof(FrameRecord) / 4) + thread.frameWords;
    for (uint32_t i = 0; i < thread.natives; i++) give(m_cells[natives + i]);
}

template <class Visit> void Memory::eachWord(const ObjectRecord& o, Visit&& visit) const {
    for (CellBlock block = o.cells; block.kind != BlockKind::None; block = m_blocks[block.next]) {
        if (block.kind == BlockKind::Suspended) {
            if (block.count >= sizeof(FrameRecord) / 4) {
                // words 3…5 of the record are what the frame itself refers to (FrameRecord); its slots and holds follow the record
                for (uint32_t w = 3; w < 6; w++)
                    if (uint32_t word = m_cells[block.offset + w]) visit(word);
                for (uint32_t w = sizeof(FrameRecord) / 4; w < block.count; w++)
                    if (uint32_t word = m_cells[block.offset + w]) visit(word);
            }
        } else {
            uint32_t first = block.kind == BlockKind::Attributes ? 1 : 0, each = block.kind == BlockKind::Attributes ? 2 : 1;
            for (uint32_t w = first; w < block.count; w += each)
                if (uint32_t word = m_cells[block.offset + w]) visit(word);
        }
        if (!block.next) break;
    }
}

// In the order in which it is shown.
template <class Visit> void Memory::eachCell(const ObjectRecord& o, Visit&& visit) const {
    const CellBlock* blocks[6] = {};
    for (const CellBlock* block = &o.cells; block->kind != BlockKind::None; block = &m_blocks[block->next]) {
        blocks[static_cast<unsigned>(block->kind)] = block;
        if (!block->next) break;
    }
    auto of = [&](BlockKind kind) { return blocks[static_cast<unsigned>(kind)]; };
    // False: the visitor wants no more. An empty word is no cell.
    auto show = [&](CellKind kind, uint32_t index, uint32_t word) {
        if (!word) return true;
        if constexpr (std::is_void_v<std::invoke_result_t<Visit, CellKind, uint32_t, uint32_t>>) return visit(kind, index, word), true;
        else return visit(kind, index, word);
    };
    auto dense = [&](const CellBlock* b, CellKind kind) {
        for (uint32_t w = 0; b && w < b->count; w++)
            if (!show(kind, w, m_cells[b->offset + w])) return false;
        return true;
    };
    if (!dense(of(BlockKind::Fields), CellKind::Field)) return;
    constexpr uint32_t recordWords = sizeof(FrameRecord) / 4;
    if (const CellBlock* b = of(BlockKind::Suspended); b && b->count >= recordWords) {
        for (uint32_t w = 3; w < 6; w++)
            if (!show(CellKind::Field, suspendedCells + w - 3, m_cells[b->offset + w])) return;
        for (uint32_t w = recordWords; w < b->count; w++)
            if (!show(CellKind::Field, suspendedCells + 3 + w - recordWords, m_cells[b->offset + w])) return;
    }
    if (!dense(of(BlockKind::Items), CellKind::Item)) return;
    if (const CellBlock* b = of(BlockKind::Entries))
        for (uint32_t w = 0; w < b->count; w++)
            if (!show(w & 1 ? CellKind::Value : CellKind::Key, w / 2, m_cells[b->offset + w])) return;
    if (const CellBlock* b = of(BlockKind::Attributes))
        for (uint32_t w = 0; w + 1 < b->count; w += 2)
            if (!show(CellKind::Attribute, m_cells[b->offset + w], m_cells[b->offset + w + 1])) return;
}

}

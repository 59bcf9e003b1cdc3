// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The memory of the program at one step, as an answerer of questions: never a container that callers walk whole. It knows
// events only, nothing of the interpreter. Replay (replay.h) makes it and moves it from step to step; a MemoryState is valid
// until its Replay moves.
//
// An object is named by ObjectId: its granule together with its life (a block that is freed and used again is another object).

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/events/memory_events.h"

namespace memtape {

struct ObjectId {
    Granule granule = 0;
    uint32_t life = 0; // ordinal of the Alloc event in the run, which never repeats
    bool operator==(const ObjectId&) const = default;
    auto operator<=>(const ObjectId&) const = default;
    explicit operator bool() const { return granule != 0; }
};

// Where a step stands in the program.
struct StepInfo {
    uint64_t step = 0;
    StepKind kind = StepKind::Line;
    uint32_t line = 0;
    uint32_t code = 0;      // CodeInfo id of the running frame
    uint32_t depth = 0;     // program frames on the stack, 1 for the module alone
    ObjectId returned;      // Return: the object
    bool hasResult = false; // Return: it hands that object back; else an error passes through, or the call has no result
    ObjectId raised;        // Exception: the object
};

// Where a reference goes that goes to a place, or does not count.
struct PointerView {
    RefKind ref = RefKind::Leads;
    MemoryPlace::Kind place = MemoryPlace::Kind::Object; // what in the object; Slot: a slot of a frame
    ObjectId object;                                     // the life that was meant when the reference was set; none: Slot
    CellKind cell = CellKind::Field;                     // Cell
    uint32_t index = 0;                                  // of the cell, of the slot; Byte: offset
    uint32_t frame = 0;                                  // Slot: index of the frame from the outermost
    bool isDangling = false;                             // that object or frame is over, whatever is in its place now
    bool operator==(const PointerView&) const = default;
};

struct SlotView {
    std::string_view name;
    uint32_t index = 0;
    uint8_t kind = 0; // a number of the language's own (CodeInfo::slotKinds)
    ObjectId value;   // none: unbound, or what `pointer` says does not count
    std::optional<PointerView> pointer;
};

struct FrameView {
    uint32_t code = 0;
    uint32_t frame = 0; // place in the interpreter's stack, in bytes
    uint32_t line = 0;  // current line
    uint32_t life = 0;  // ordinal of the call in the run, which never repeats
    bool ofProgram = true;
    ObjectId codeObject, function, locals; // locals: the dict of names of a module or class body
    ObjectId generator;                    // the generator that owns the frame, if one does
    std::vector<SlotView> slots;           // fast locals
    std::vector<ObjectId> held;            // the evaluation stack as it stays across the step (none: an empty place)
};

// A thread that does not run at this step.
struct ThreadView {
    uint32_t number = 0;
    std::vector<FrameView> frames; // 0 is the outermost
};

struct CellView {
    CellKind kind;
    uint32_t index;
    std::string_view name; // Field, Attribute
    ObjectId value;        // none: empty, or what `pointer` says does not count
    std::optional<PointerView> pointer;
};

// What a slot or a cell leads to: where its reference counts, or goes there all the same. None: a weak one, a dangling one, one into a frame.
template <class Row> ObjectId reachedFrom(const Row& row) {
    bool leads = row.pointer && row.pointer->ref == RefKind::Leads && !row.pointer->isDangling;
    return leads ? row.pointer->object : row.value;
}

// Field cells from here on are what a suspended generator's frame refers to: its code, function and names, then slots, then its stack.
constexpr uint32_t suspendedCells = 1u << 24;

// One reference to an object that counts or leads to it: all but the weak ones.
struct Holder {
    enum class Kind : uint8_t { Slot, FrameFunction, FrameCode, FrameLocals, FrameStack, Native, Interpreter, Cell, Instance, Thread } kind;
    uint32_t frame = 0; // index from the outermost: Slot, Frame*; Thread: the number of the thread, one that does not run
    ObjectId object;    // Cell: the object that holds; Instance: the one whose type it is
    CellKind cell = CellKind::Field;
    uint32_t index = 0;    // slot, stack depth, cell index
    std::string_view name; // slot, field or attribute name
    RefKind ref = RefKind::Counts;
};

struct ObjectView {
    ObjectId id;
    uint32_t type = 0; // TypeInfo id
    uint64_t address = 0;
    uint64_t size = 0, capacity = 0;
    bool immortal = false;
    bool ofProgram = false;  // made after ProgramBegin
    uint64_t madeAtStep = 0; // the step whose line made it (0 for what was there before the first)
    uint32_t madeAtLine = 0; // that line, of the innermost frame of the program
    uint32_t madeInCode = 0; // CodeInfo id of that frame
    // The value as the tape has it; its Reading makes a text of it (reading.h).
    Event::Payload payloadKind = Event::Payload::None;
    uint64_t scalar = 0;        // Int: the number; Float: its bits
    std::string_view payload;   // Bytes: texts (UTF-8), bytes, large numbers; cut where longer than 64 KiB
    uint64_t payloadLength = 0; // whole length
};

struct HeapGraph; // questions/heap_graph.h
// A stretch of memory that the allocator has divided into blocks, with those of them that lie beside objects: a list's items, a table. Blocks in which
// objects lie are told by the objects.
struct BlockArea {
    struct Block {
        Granule begin;
        uint64_t bytes;
        bool ofProgram; // taken since the program began
    };
    Granule begin = 0;
    uint32_t blockBytes = 0;   // of each block; 0: of any size, and `begin` says nothing
    std::vector<Block> beside; // in order of address
};

class MemoryState {
public:
    virtual ~MemoryState() = default;

    virtual const StepInfo& step() const = 0;
    virtual size_t frameCount() const = 0; // all frames, library ones too; 0 is the outermost
    virtual FrameView frame(size_t index) const = 0;
    virtual uint32_t thread() const { return 0; }                       // whose frames those are: the running one's number, 0 is the main one
    virtual std::vector<ThreadView> otherThreads() const { return {}; } // by number

    virtual bool isAlive(ObjectId id) const = 0;
    virtual ObjectId objectAt(Granule granule) const = 0; // the life that is there now, or none
    virtual ObjectView object(ObjectId id) const = 0;
    virtual uint32_t typeIdOf(ObjectId id) const { return object(id).type; } // for who asks that alone
    virtual size_t cellCount(ObjectId id) const = 0;                         // present cells of all kinds
    virtual size_t cellCount(ObjectId id, CellKind kind) const = 0;          // of one kind
    virtual uint32_t cellEnd(ObjectId id,
                             CellKind kind) const = 0; // one more than the highest index that may be present: quick for items and entries
    virtual std::vector<CellView> cells(ObjectId id, size_t from = 0,
                                        size_t count = SIZE_MAX) const = 0; // fields, items, entries in order, attributes

    virtual std::vector<Holder> holders(ObjectId id) const = 0; // every reference to it: a scan, milliseconds
    virtual uint64_t referenceCount(ObjectId id) const = 0;     // how many holders count, or 4294967295 where immortal
    // Counts of many objects by one scan.
    virtual std::vector<uint64_t> referenceCounts(const std::vector<ObjectId>& ids) const = 0;
    virtual std::vector<ObjectId> liveObjects(bool ofProgramOnly) const = 0; // in order of birth
    virtual std::vector<ObjectId> unreachable() const = 0; // alive, of the program, not reached from any frame or interpreter holder
    virtual HeapGraph graph() const = 0;                   // all of it at once, for questions about ways and cycles: a scan
    virtual uint64_t heapBytes() const = 0;                // sizes of the live objects that the program made
    virtual uint64_t heapObjects() const = 0;
    virtual uint64_t libraryBytes() const { return 0; } // of those that the language's library made for itself meanwhile
    virtual uint64_t libraryObjects() const { return 0; }
    // What the language's implementation holds outside the frames, by its own numbers of places (HoldSet with HolderKind::Interpreter).
    virtual uint32_t interpreterPlaces() const { return 0; }
    virtual ObjectId heldByInterpreter(uint32_t) const { return {}; }
    // Pools in order of address, then all blocks that are in none; empty: the tape does not tell.
    virtual std::vector<BlockArea> blockAreas() const { return {}; }
    virtual uint32_t callLimit() const = 0; // how many calls may nest: sys.getrecursionlimit()

    virtual ObjectId cell(ObjectId id, CellKind kind, uint32_t index) const = 0; // what one cell refers to
    // The frame of an activation (a generator) that is suspended; its slots and what it holds are also cells of the generator (suspendedCells).
    virtual std::optional<FrameView> suspendedFrame(ObjectId activation) const = 0;
    // What is known of a class as a type; null: no instance of it has been seen, or it is no class.
    virtual const TypeInfo* typeOfClass(ObjectId classObject) const = 0;

    virtual const TypeInfo& type(uint32_t id) const = 0;
    virtual const CodeInfo& code(uint32_t id) const = 0;
    virtual bool isProgramFile(uint32_t id) const = 0;
    virtual std::string_view filePath(uint32_t id) const = 0;
    virtual std::string_view fileSource(uint32_t id) const = 0;
};

}

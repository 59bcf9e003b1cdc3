// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The events of a recording: what happened to memory, in order. Language-neutral and few. A reader that applies them in order
// has the memory of the program at each step; nothing else of the run is on the tape.
//
// Objects are named by granule (address / 16 in the region, 0: none). A granule may be used again after Free: an Alloc begins a new life.
// A cell is one place in an object that holds one reference. Most references go to an object and count: CellSet and SlotSet tell those.
// The others, to a place or without counting, are told by PointerSet, in the same cells and slots.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/events/end_reason.h"

namespace memtape {

using Granule = uint32_t;

// Those of objects are below: replay has words of its own beside them in the same tables.
constexpr Granule granuleEnd = 0xC0000000;

// What an object's address is shown as, the same on every machine: the heap's regions begin there (Heap::firstAddress).
constexpr uint64_t shownAddress(Granule g) { return 0x7f0000000000 + static_cast<uint64_t>(g) * 16; }

enum class EventKind : uint8_t {
    // definitions, written before first use
    DefineFile,
    DefineCode,
    DefineType,
    // control
    Step,
    FramePush,
    FramePop,
    FrameSuspend,
    FrameResume,
    Switch,
    SlotSet,
    SlotClear,
    HoldSet,
    HoldClear,
    Raise,
    Catch,
    // objects
    Alloc,
    Free,
    Resize,
    Immortal,
    CellSet,
    CellClear,
    CellInsert,
    CellErase,
    CellFill,
    CellTruncate,
    CellMove,
    PointerSet,
    PointerCopy,
    AttributeName,
    PayloadSet,
    PayloadAppend,
    // the world outside
    Output,
    Input,
    CollectBegin,
    CollectEnd,
    CallLimit,
    ProgramBegin,
    LibraryBegin,
    LibraryEnd,
    End,
};

enum class StepKind : uint8_t { Call, Line, Return, Exception };

// Which part of an object a cell belongs to. An object may have several (an instance of a list's subclass: items and attributes).
enum class CellKind : uint8_t {
    Field, // a fixed field: index into the type's field names (DefineType)
    Item,  // list, tuple, deque: by position. set: by table index. A closure's cells, a code object's constants: by position
    Key,
    Value,     // dict: by entry index
    Attribute, // instance attribute: index of the name in the type's attribute names (AttributeName)
};

// Count, Cycle, Exit: the language's own doing. GivenBack: the program gave the block back itself (free of C); what refers to it dangles then.
enum class FreeCause : uint8_t { Count, Cycle, Exit, GivenBack };

// What a reference does for the object to which it leads.
enum class RefKind : uint8_t {
    Counts, // enters its count and keeps it
    Leads,  // does not count; who has the reference can reach the object nevertheless (a pointer of C)
    Weak,   // neither counts nor makes it reachable
};

// A place in memory: where a reference lies, or where it goes.
struct MemoryPlace {
    enum class Kind : uint8_t { Object, Cell, Byte, Slot } kind = Kind::Object;
    CellKind cell = CellKind::Field; // Cell
    Granule object = 0;              // Object, Cell, Byte; 0: nothing
    uint32_t frame = 0;              // Slot: how many frames out from the running one
    uint32_t index = 0;              // of the cell, of the slot; Byte: offset from the object's beginning

    static constexpr MemoryPlace ofObject(Granule g) { return {.object = g}; }
    static constexpr MemoryPlace ofCell(Granule g, CellKind kind, uint32_t index) { return {Kind::Cell, kind, g, 0, index}; }
    static constexpr MemoryPlace ofByte(Granule g, uint32_t offset) { return {Kind::Byte, CellKind::Field, g, 0, offset}; }
    static constexpr MemoryPlace ofSlot(uint32_t slot, uint32_t frame = 0) { return {Kind::Slot, CellKind::Field, 0, frame, slot}; }
    bool operator==(const MemoryPlace&) const = default;
};

// A reference that is set in a cell or a slot.
struct PointerChange {
    MemoryPlace holder; // a Cell or a Slot
    RefKind ref = RefKind::Leads;
    MemoryPlace target; // PointerSet: where it goes from now on; PointerCopy: the cell or slot whose reference is taken over, dangling or not
};
enum class OutputStream : uint8_t { Stdout, Stderr };

// A file of data that the program opened to read, as it was then: so that a run which goes another way when it is repeated can say whether that has changed.
struct DataFile {
    std::string path;
    uint64_t size = 0;     // bytes
    uint32_t checksum = 0; // of its bytes; of a large file, of its beginning and its end
    uint32_t step = 0;     // so many steps there had been
};

// Which holder outside the heap a HoldSet names. Stack: a position of a frame's evaluation stack. Native: a reference that
// a running native function keeps. Interpreter: the interpreter's own (sys.modules, the builtins, the exception being handled, …).
enum class HolderKind : uint8_t { Stack, Native, Interpreter };

// What a reader must know of a type whatever the language: which one an object is of that comes with its value alone, and which
// object stands for "nothing" where a return names none. The first type of a role, among those that are not the program's, has it.
enum class TypeRole : uint8_t { None, Integer, Float, Nothing };

// How the cells of a type's instances are to be read (DefineType).
struct TypeInfo {
    uint32_t id = 0;     // number on the tape
    Granule granule = 0; // the type object
    std::string name;    // as the language shows it
    std::string qualname, module;
    uint8_t shape = 0; // a number of the language's own, for its Reading
    TypeRole role = TypeRole::None;
    // Integer, Float: the size of an object of them: `fixedBytes`, and `digitBytes` for each `digitBits` of the value, one digit at least.
    uint8_t fixedBytes = 0, digitBytes = 0, digitBits = 0;
    bool ofProgram = false; // a definition in the program's own files made it
    // What its instances define. A function or a class that the language's library made stays the library's, whoever refers to it.
    enum class Defines : uint8_t { Nothing, Code, Class } defines = Defines::Nothing;
    std::vector<std::string> fields; // names of Field cells
    std::vector<Granule> bases;
};

struct CodeInfo {
    uint32_t id = 0, file = 0;
    Granule granule = 0; // the code object, 0 where it is not known (a FramePush names it too)
    std::string name, qualname;
    uint32_t firstLine = 0;
    bool ofProgram = true;  // false: no steps
    bool ofLibrary = false; // of the language's library: what it makes for itself is not the program's
    uint32_t argCount = 0;
    std::vector<std::string> slots;         // names of localsplus, in order
    std::vector<uint8_t> slotKinds;         // of the language's own
    uint32_t stackSize = 0, frameBytes = 0; // evaluation stack entries; the frame's size
};

// One decoded event. Which members have a meaning depends on the kind:
//
//   Define…        count: id (the definition itself is in the tape's tables)         AttributeName  count: type, index
//   Step           a: StepKind, index: line, value: what is returned or raised        CollectBegin   count: generation
//   FramePush      object: code object, value: function, extra: locals, index: frame, count: code, a: flags
//   FrameSuspend, FrameResume  object: generator                                      CollectEnd     count: found, index: kept
//   SlotSet, SlotClear  index: slot, value                                            Raise, Catch   value
//   Switch         index: thread
//   HoldSet, HoldClear  a: HolderKind, index, value
//   Alloc          object, count: type (0: the exact int or float), extra: size (0: as that type has it), a: flags, payload: what `extra2` holds
//   Free           object, a: FreeCause        Resize  object, extra: size, extra2: capacity        Immortal  object
//   CellSet, CellClear, CellInsert  object, a: CellKind, index, value                 CellErase      … index, count
//   CellFill       object, a: CellKind, index, count, values                          CellTruncate   … index: length
//   CellMove       object: from, value: to, a: CellKind
//   PointerSet, PointerCopy  pointer, object: of the holder (0: a slot), value: of the target (0: a slot, or none), a: RefKind
//   PayloadSet     object, payload; Bytes: bytes, extra: whole length, a: 1 where they are a formula (computed_int.h)
//                  PayloadAppend  object, value: prefix, bytes: tail
//   Output, Input  a: OutputStream, bytes                                             End            a: EndReason, index: exit status
//   CallLimit      count: calls
struct Event {
    // How the value of a scalar comes along: not at all, as `extra2` (the int; the bits of the float), or as `bytes`.
    enum class Payload : uint8_t { None, Int, Float, Bytes };

    EventKind kind = EventKind::End;
    uint8_t a = 0;
    Payload payload = Payload::None;
    Granule object = 0; // the object (or frame) that the event is about
    Granule value = 0;  // the object referred to
    uint32_t index = 0; // cell, slot, depth, line
    uint32_t count = 0; // how many, id
    uint64_t extra = 0, extra2 = 0;
    const Granule* values = nullptr;        // CellFill: `count` of them, until the next event is read
    const PointerChange* pointer = nullptr; // until the next event is read
    std::string_view bytes;                 // payload, output: as long as the chunk is held
};

inline bool isFormula(const Event& e) { return e.kind == EventKind::PayloadSet && e.payload == Event::Payload::Bytes && e.a; }

}

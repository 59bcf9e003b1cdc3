// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The events of a recording: what happened to memory, in order. Language-neutral and few. A reader that applies them in order
// has the memory of the program at each step; nothing else of the run is on the tape.
//
// Objects are named by granule (address / 16 in the region, 0: none). A granule may be used again after Free: an Alloc begins a new life.
// A cell is one place in an object that holds one counted reference.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace memtape {

using Granule = uint32_t;

enum class EventKind : uint8_t {
    // definitions, written before first use
    DefineString, DefineFile, DefineCode, DefineType,
    // control
    Step, FramePush, FramePop, FrameSuspend, FrameResume,
    SlotSet, SlotClear, HoldSet, HoldClear, Raise, Catch, Switch,
    // objects
    Alloc, Free, Resize, Immortal, CellSet, CellClear, CellInsert, CellErase, CellFill, CellCopy, CellPermute, CellTruncate, CellMove, AttributeName,
    PayloadSet, PayloadAppend,
    // the world outside
    Output, Input, CollectBegin, CollectEnd, ProgramBegin, End,
};

enum class StepKind : uint8_t { Call, Line, Return, Exception };

// Which part of an object a cell belongs to. An object may have several (an instance of a list's subclass: items and attributes).
enum class CellKind : uint8_t {
    Field,      // a fixed field: index into the type's field names (DefineType)
    Item,       // list, tuple, deque: by position. set: by table index. A closure's cells, a code object's constants: by position
    Key, Value, // dict: by entry index
    Attribute,  // instance attribute: index of the name in the type's attribute names (AttributeName)
};

enum class FreeCause : uint8_t { Count, Cycle, Exit };
enum class EndReason : uint8_t { Exit, Limit, Stopped, TapeFull };
enum class OutputStream : uint8_t { Stdout, Stderr };

// Which holder outside the heap a HoldSet names. Stack: a position of a frame's evaluation stack. Native: a reference that
// a running native function keeps. Interpreter: the interpreter's own (sys.modules, the builtins, the exception being handled, …).
enum class HolderKind : uint8_t { Stack, Native, Interpreter };

// How the cells of a type's instances are to be read (DefineType).
struct TypeInfo {
    uint32_t id = 0;                        // number on the tape
    Granule granule = 0;                    // the type object
    std::string name;                       // type(x).__name__
    std::string qualname, module;
    enum class Shape : uint8_t { Plain, Int, Float, Complex, Bool, None, Str, Bytes, ByteArray, Range, Ellipsis, NotImplemented, Sequence, Set, Dict,
                                 Function, Class, Module, Method, Generator, Exception, Cell, Code, Frame, Traceback } shape = Shape::Plain;
    bool ofProgram = false;                 // a class statement of the program's own files made it
    std::vector<std::string> fields;        // names of Field cells
    std::vector<Granule> bases;
};

struct CodeInfo {
    uint32_t id = 0, file = 0;
    std::string name, qualname;
    uint32_t firstLine = 0;
    bool ofProgram = true;                  // false: library code, no steps
    uint32_t argCount = 0;
    std::vector<std::string> slots;         // names of localsplus, in order
    std::vector<uint8_t> slotKinds;         // LocalKind bits
    uint32_t stackSize = 0, frameBytes = 0; // evaluation stack entries; the frame's size by CPython's formula
};

// One decoded event. Which members have a meaning depends on the kind; see the table in events/README or recorder.h, where each
// recorder call says what it carries.
struct Event {
    EventKind kind;
    uint8_t a = 0;            // StepKind, CellKind, FreeCause, HolderKind, OutputStream, EndReason, flags
    Granule object = 0;       // the object (or frame) that the event is about
    Granule value = 0;        // the object referred to
    uint32_t index = 0;       // cell, slot, depth, line
    uint32_t count = 0;       // how many, size, id
    uint64_t extra = 0;
    const Granule* values = nullptr; // CellFill, CellPermute: `count` of them
    std::string_view bytes;   // payload, output, name
};

}

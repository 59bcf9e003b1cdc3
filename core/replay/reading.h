// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What lies on a tape, as the program's language means it: kinds, names, parts. Each language has a Reading of its own, which is
// found by the name that the tape carries; whoever shows a memory asks it and never looks at a type's name. It gives facts and kinds,
// and texts that are code (`class Node`, `[1, 2]`); words of the reader's own language are put to them where they are shown.
//
// A Reading belongs to one MemoryState, and answers for the step at which that stands. Nothing of the program runs.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/replay/map/memory_map.h"
#include "core/replay/memory_state.h"
#include "core/replay/outlook.h"

namespace memtape {

class Replay;
struct StateOptions;
enum class StateOutput;

// What an object is to its language, as far as showing it makes a difference. Kinds of values come first.
enum class ObjectKind : uint8_t {
    Other,          // none of these; its parts are told by their names
    Nothing,        // the object that stands for no value
    Truth,          // true, false
    Number,         //
    Marker,         // an object that means itself alone
    Range,          // numbers in order, which are not there each
    Text,           // characters, which never change
    Bytes,          // bytes, which never change
    Buffer,         // bytes that can change
    FixedSequence,  // items by position, which never change
    Sequence,       // items by position
    Set,            // items without an order of their own
    Table,          // entries: keys and their values
    Record,         // a thing with named parts, made to a definition of the program or of a library
    Routine,        // a function that was written in the language
    NativeRoutine,  // one that was not
    Method,         // a routine with the object that it is called on
    Class,          // a definition of a kind of objects
    Module,         //
    Activation,     // a call that can pause, with its frame: a generator
    Error,          // what is raised
    SharedVariable, // a name that several frames or routines share, as an object
    Code,           // instructions
    Frame,          // a call's frame, as an object
    Trace,          // where an error went through
    Iterator,       // a place in something gone through one by one
    WeakReference,  // refers without holding
    Block,          // raw memory that the program was given
};

// Values that are told by their text alone.
constexpr bool isValueKind(ObjectKind kind) {
    return kind == ObjectKind::Nothing || kind == ObjectKind::Truth || kind == ObjectKind::Number || kind == ObjectKind::Text ||
           kind == ObjectKind::Bytes || kind == ObjectKind::Buffer;
}
constexpr bool isSequence(ObjectKind kind) { return kind == ObjectKind::Sequence || kind == ObjectKind::FixedSequence; }
constexpr bool isContainer(ObjectKind kind) { return isSequence(kind) || kind == ObjectKind::Set || kind == ObjectKind::Table; }
// What programs are made of, rather than what they work on.
constexpr bool isDefinition(ObjectKind kind) { return kind == ObjectKind::Class || kind == ObjectKind::Routine || kind == ObjectKind::Code; }

// What a part of an object is to who looks at it.
enum class PartRole : uint8_t {
    Plumbing, // the language's own machinery: not shown
    Item,     // by position
    Element,  // of a set: its index means nothing
    Key,      // of the entry whose value follows
    Entry,    // a value under a key
    Named,    // an attribute or a field, by its name
    Held,     // what a paused call keeps on its evaluation stack
    Content,  // of a shared variable: shown empty too
};

// A name of a namespace, and what it refers to.
struct NameEntry {
    std::string_view name;
    ObjectId value;
    uint32_t index = 0; // of the entry in the namespace's table
};

// A part of a routine or a class, and the cell in which it is.
struct DefinitionPart {
    std::string name;
    ObjectId value, owner;
    CellKind cell = CellKind::Field;
    uint32_t index = 0;
    bool isInPlace = false; // shown where it stands, whatever else it is drawn as
};

// An error that the running code has to do with at a step, and how far it has come.
struct ErrorAtWork {
    enum class Stage : uint8_t {
        None,
        Raised,  // in the running frame just now: the step is its
        Leaving, // the running frame is about to go because of it
        Sought,  // its handler: the clauses of the running frame are gone through, or those that run whatever happens
        Handled, // by a clause of this frame, or of one that called it
    } stage = Stage::None;
    ObjectId error;
    bool operator==(const ErrorAtWork&) const = default;
};

// Details of how the language's implementation keeps memory, which are said beside what they are about.
enum class Remark : uint8_t {
    Frames,   // where the frames of calls lie
    Released, // when an object is released, and what becomes of its block
};

// What it means that an error leaves the program's last frame.
enum class ErrorRole : uint8_t {
    Failure,   // the program failed
    Exit,      // it ended itself
    Interrupt, // its user wanted it to end
};

// A place of a program that a text names, as a report of errors does.
struct NamedPlace {
    size_t begin = 0, end = 0; // what of the text stands for the place, in bytes
    std::string file;
    uint32_t line = 0;
    uint32_t before = 0; // how many times the same report has named the place already
};

struct ValueText {
    std::string text;    // UTF-8
    uint64_t length = 0; // characters of the whole
    bool cut = false;    // `text` is only its beginning
};

class Reading {
public:
    explicit Reading(const MemoryState& state) : m_state(state) {}
    virtual ~Reading() = default;
    Reading(const Reading&) = delete;
    Reading& operator=(const Reading&) = delete;
    const MemoryState& state() const { return m_state; }

    // ---- the language
    virtual std::string_view language() const = 0;                    // `Python`
    virtual std::string_view implementation() const = 0;              // whose details are told: `CPython 3.13`
    virtual std::string_view sizeName() const { return {}; }          // how a program asks for an object's size: `sys.getsizeof`; empty: it cannot
    virtual std::string_view remark(Remark) const { return {}; }      // in English, to be translated; empty: there is none
    virtual std::string_view meaningOfError(std::string_view) const { // of a type of errors: the same; empty: nothing is known
        return {};
    }

    virtual ErrorRole errorRole(ObjectId) const { return ErrorRole::Failure; }
    virtual std::vector<NamedPlace> placesNamedIn(std::string_view) const { return {}; } // in what the language prints of errors

    // ---- objects
    virtual ObjectKind kindOf(const TypeInfo& type) const = 0; // of its objects, also of those that are gone
    ObjectKind kind(ObjectId id) const { return kindOf(m_state.type(m_state.typeIdOf(id))); }
    // The value as the language writes it, whole up to 64 Ki characters, of objects that have one (numbers, texts …); else empty.
    virtual ValueText value(ObjectId id) const = 0;
    std::string valueText(ObjectId id) const { return value(id).text; }
    virtual bool isTrue(ObjectId truth) const { return m_state.object(truth).scalar != 0; } // of an object that is true or false
    // The name that a class, routine, module … was given; of a value, the value; empty: none.
    virtual std::string name(ObjectId id) const { return valueText(id); }
    // The object in a few words of code: `30`, `class Node`, `function push`, else its type's name; empty: a native routine without a name.
    virtual std::string title(ObjectId id) const;
    // Small or shared, so that it is shown where it is referred to: numbers, short texts, classes …
    virtual bool isDrawnInPlace(ObjectId id) const { return isValueKind(kind(id)); }
    // Always followed by the cycle collector, so that its generation is known.
    virtual bool isWatched(ObjectId) const { return false; }
    // Of each generation of the cycle collector, the youngest first, as a program finds it; empty: the language has no such collector.
    virtual std::vector<uint32_t> collectorThresholds() const { return {}; }
    // What a weak reference refers to; none: nothing any more, or the object is no weak reference.
    virtual ObjectId weakTarget(ObjectId) const { return {}; }

    // ---- parts
    // `type`: of the object that the cell is of.
    virtual PartRole roleOf(const TypeInfo& type, const CellView& cell) const;

    // What an object's part is that a program calls by a name or a number; none: there is no such part, or it refers to nothing.
    virtual ObjectId attribute(ObjectId id, std::string_view name) const;
    ObjectId item(ObjectId id, int64_t index) const; // of a sequence, negative from the end; of a table, under the key that is that number
    // How many parts it has as the language counts them (items, entries, characters, bytes); none: it has no such length, or it is not known.
    virtual std::optional<uint64_t> length(ObjectId id) const;

    // ---- names
    // Whether a slot of a frame is a name of the program at this step; one that refers to nothing yet may be.
    virtual bool isName(const SlotView& slot) const { return !slot.name.empty(); }
    // Whether an entry of a namespace is shown as a name.
    virtual bool isName(std::string_view name) const { return !name.empty(); }
    // What a routine or a class has inside, where how it holds that is left out: the variables that a routine shares with those it was made in, and
    // what its parameters are by default; the attributes and methods of a class. Empty: nothing that is worth it.
    virtual std::vector<DefinitionPart> insideOf(ObjectId) const { return {}; }
    // The entries of a namespace that are names and refer to something, in order.
    virtual std::vector<NameEntry> names(ObjectId table) const;
    // Whether a table is the names of a module or of a class body that runs.
    bool isNamespace(ObjectId table) const;
    // Whether it is the code of a module's own statements, not of a routine.
    virtual bool isModule(const CodeInfo&) const { return false; }
    // The head of a call's card: `push(self, node)`.
    virtual std::string callTitle(const CodeInfo& code) const;
    // What the program calls the thread whose frames these are, from the outermost; empty: nothing.
    virtual std::string threadName(const std::vector<FrameView>&) const { return {}; }
    // What an expression of names refers to, as the running frame sees them: `node.next`, `rows[0]`; none: there is no such thing.
    virtual ObjectId objectAt(std::string_view) const { return {}; }
    virtual Outlook outlook(std::string_view source, uint32_t line) const; // of a line of the text; 1 is the first

    virtual ErrorAtWork errorAtWork() const;
    // How the language's implementation lays memory out; none: nothing is known of that.
    virtual std::optional<MemoryMap> memoryMap() const { return std::nullopt; }

    // ---- the state for other programs and for people; the replay stands at the step
    virtual std::string stateJson(Replay& replay, const StateOptions& options, StateOutput output) const = 0;
    virtual std::string stateText(Replay& replay, const StateOptions& options) const = 0;

private:
    const MemoryState& m_state;
};

// ---- how a reading is found: languages register theirs before the first tape is read

using MakeReading = std::unique_ptr<Reading> (*)(const MemoryState& state);
void registerReading(std::string_view language, MakeReading make); // again: takes the place of the one before
bool hasReading(std::string_view language);
// Where nothing is registered for the language, one that knows types' names alone.
std::unique_ptr<Reading> readingFor(std::string_view language, const MemoryState& state);

}

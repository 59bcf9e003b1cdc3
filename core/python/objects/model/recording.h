// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How objects tell the recorder what happens to them. Each call costs one predicted branch when nothing is recorded.
//
// The rules for whoever writes a type:
//  1. Allocation (typeAlloc, allocateObject, …) emits Alloc and freeObject emits Free by themselves.
//  2. When a new object is complete, `recordCells(o)` emits its references (through the type's `cells` or `fields`), `recordPayload(o)` the
//     value of a scalar (int, float, str, bytes …).
//  3. Every later change of a counted reference inside an object is followed by the event for it: recordCell (set; null: cleared),
//     recordInsert / recordErase (items move), recordTruncate, recordRefill (anything else: all cells of a kind anew).
//  4. A change of what sys.getsizeof says is followed by recordResize(o).
//  5. dealloc: `Dying dying(o);` first, where anything in it may run Python code; take each reference out of the object before it is
//     dropped (clearField), then freeObject.
//  6. A native function that may run Python code keeps its own references in Held, not Ref.
// A count that no recorded holder explains is a bug.

#include "core/events/recorder.h"
#include "core/python/heap/heap.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/object.h"
#include "core/python/objects/model/runtime.h"
#include "core/python/objects/model/type.h"

namespace memtape {

// Receives each cell of an object: visit(kind, index, referent); null referents may be given and are skipped.
class CellVisitor {
public:
    virtual void visit(CellKind kind, uint32_t index, Object* referent) = 0;
    // A cell whose reference does not count.
    virtual void visitWeak(CellKind, uint32_t, Object*) {}

protected:
    ~CellVisitor() = default;
};

// The cells of items that lie side by side, by their place.
inline void visitItems(CellVisitor& visitor, Object* const* items, ssize count) {
    for (ssize i = 0; i < count; ++i) visitor.visit(CellKind::Item, static_cast<uint32_t>(i), items[i]);
}

// All cells of an object: type->cells, else its fields, and for instances their attributes, managed dict and slots.
void visitCells(Object* o, CellVisitor& visitor);

inline bool recording() { return recorder != nullptr; }

void recordAllocSlow(Object* o);
void recordAllocSized(Object* o, size_t size); // where the object cannot be asked yet
void recordFreeSlow(Object* o);
void recordCellsSlow(Object* o);
void recordPayloadSlow(Object* o);
void recordRefillSlow(Object* o, CellKind kind);
void recordResizeSlow(Object* o);

inline void recordAlloc(Object* o) {
    if (recording()) [[unlikely]]
        recordAllocSlow(o);
}
inline void recordFree(Object* o) {
    if (recording()) [[unlikely]]
        recordFreeSlow(o);
}
inline void recordCells(Object* o) {
    if (recording()) [[unlikely]]
        recordCellsSlow(o);
}
inline void recordPayload(Object* o) {
    if (recording()) [[unlikely]]
        recordPayloadSlow(o);
}
inline void recordRefill(Object* o, CellKind kind) {
    if (recording()) [[unlikely]]
        recordRefillSlow(o, kind);
}
inline void recordResize(Object* o) {
    if (recording()) [[unlikely]]
        recordResizeSlow(o);
}
inline void recordCell(Object* o, CellKind kind, uint32_t index, Object* value) {
    if (recording()) [[unlikely]] {
        if (value) recorder->cellSet(granuleOf(o), kind, index, granuleOf(value));
        else recorder->cellClear(granuleOf(o), kind, index);
    }
}
// Item cells: a new one at `index`, later ones move up; `count` erased from `index` on, later ones move down; all from `length` on gone.
inline void recordInsert(Object* o, uint32_t index, Object* value) {
    if (recording()) [[unlikely]]
        recorder->cellInsert(granuleOf(o), CellKind::Item, index, granuleOf(value));
}
inline void recordErase(Object* o, uint32_t index, uint32_t count) {
    if (recording()) [[unlikely]]
        recorder->cellErase(granuleOf(o), CellKind::Item, index, count);
}
inline void recordTruncate(Object* o, CellKind kind, uint32_t length) {
    if (recording()) [[unlikely]]
        recorder->cellTruncate(granuleOf(o), kind, length);
}

// Field cells by offset: for types with a `fields` table, and for `__slots__`.
constexpr uint32_t noFieldCell = UINT32_MAX;
uint32_t fieldCell(const Type* type, uint32_t offset);
void recordFieldSlow(Object* o, uint32_t offset, Object* value);
inline void recordField(Object* o, uint32_t offset, Object* value) {
    if (recording()) [[unlikely]]
        recordFieldSlow(o, offset, value);
}
// Sets an owned field of an object and records it.
// What is made while this lives is the library's: a module of it is being imported.
class LibraryWork {
public:
    LibraryWork() : m_recorder(recorder) {
        if (m_recorder) m_recorder->libraryBegin();
    }
    ~LibraryWork() {
        if (m_recorder && m_recorder == recorder) recorder->libraryEnd();
    }
    LibraryWork(const LibraryWork&) = delete;
    LibraryWork& operator=(const LibraryWork&) = delete;

private:
    Recorder* m_recorder;
};

template <class T> void setField(Object* owner, T*& field, OwnedOf<T> value) {
    T* old = field;
    field = value.pointer;
    recordField(owner, static_cast<uint32_t>(reinterpret_cast<char*>(&field) - reinterpret_cast<char*>(owner)),
                reinterpret_cast<Object*>(value.pointer));
    if (old) decref(old);
}

// Says that the references of `o` are being taken out one by one, so that a step in between shows what is left. Only the innermost of those
// dying changes: how many of the outer ones are on the tape as they are is in `dyingTold`.
extern size_t dyingTold;
class Dying {
public:
    explicit Dying(Object* o) {
        if (recording()) [[unlikely]]
            interpreter.dying.push_back(o), m_pushed = true;
    }
    ~Dying() {
        if (!m_pushed) return;
        interpreter.dying.pop_back();
        size_t left = interpreter.dying.size();
        if (dyingTold >= left) dyingTold = left ? left - 1 : 0;
    }

private:
    bool m_pushed = false;
};
// Can dropping this reference run Python code (now, by itself)? Scalars and what others keep alive cannot.
bool lastDropMayRunCode(const Object* o); // of what is no scalar
inline bool isScalar(const Object* o) {
    const Type* t = o->type;
    return t == types::Int || t == types::Str || t == types::Float || t == types::Bytes;
}
inline bool dropMayRunCode(const Object* o) { return o->refcount == 1 && !isScalar(o) && lastDropMayRunCode(o); }

// ---- the recording as a whole -------------------------------------------------------------------------------------

// At the start of a recording: every live object that the types, names, builtins and modules lead to, as Alloc, Immortal, payload and cells.
void recordBaseline();
// Whether a class whose `__module__` this is belongs to the program (the vm says so, as it knows which files are the program's).
extern bool (*isProgramModule)(Object* moduleName);
// Why objects die now: by their count, or because the cycle collector or the exit clears them.
extern FreeCause freeCause;
// The interpreter itself keeps `o`, counted, to the end of the run; to be told once.
void recordKeptForGood(Object* o);
// The type's number on the tape; defines it (and its attribute names so far) where it has none. Only while recording.
uint32_t recordType(Type* type);
// The names of the attributes that a type's instances share: called when a name has joined type->cachedKeys.
void recordAttributeNames(Type* type);

// ---- allocation ---------------------------------------------------------------------------------------------------

struct GcHead {
    uintptr_t next, prev;
}; // CPython's PyGC_Head: next 0: not tracked; low bits of prev: flags
inline GcHead* gcHead(const Object* o) { return reinterpret_cast<GcHead*>(const_cast<Object*>(o)) - 1; }
inline bool isTracked(const Object* o) { return gcHead(o)->next != 0; }
void gcTrack(Object* o);
void gcUntrack(Object* o);

// A block for an object of `bytes` (head included, GC head and pre-header not), refcount 1; Alloc emitted with `size`
// as sys.getsizeof has it (GC head included). The rest of the block is not initialised. Null: MemoryError pending.
Object* allocateObject(Type* type, size_t bytes);   // not a GC type
Object* allocateGcObject(Type* type, size_t bytes); // a GC type; untracked until gcTrack; may make a collection due
VarObject* allocateVarObject(Type* type, size_t bytes, ssize count);
VarObject* allocateGcVarObject(Type* type, size_t bytes, ssize count);
void freeObject(Object* o); // emits Free, gives the block back (GC types: untracked first)
// Side blocks (list items, dict keys): MemoryError pending on null.
void* allocateBlock(size_t bytes);
void* reallocateBlock(void* block, size_t bytes);
void releaseBlock(void* block);
// Asked before a native gathers so many bytes outside of the heap that are to become an object: MemoryError pending where it would not fit.
bool wantRoom(uint64_t bytes);
// What sys.getsizeof says by the type's slots alone, GC head and pre-header included (no Python __sizeof__).
size_t sizeOfObject(Object* o);

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A type: the table of functions ("slots") that say what its instances do, as CPython 3.13's PyTypeObject. Slots have CPython's
// meaning and calling rules, but return Owned / bool instead of bare pointers / 0 and -1:
//   Owned  null: exception pending.      bool  false: exception pending (unless the slot says otherwise).
//   ssize / int  -1: exception pending.  IterNext  null without an exception pending: exhausted.
//
// A builtin type is described in its own file by `void defineXxxType(Type*)`, which fills in slots and tables, and has one row in
// types.def. readyType() then inherits what is missing from the bases and fills the type's dict with descriptors.

#include "core/python/objects/model/native.h"
#include "core/python/objects/model/object.h"
#include "core/python/shapes/shapes.h"

namespace memtape {

struct StrObject;
struct TupleObject;
struct DictObject;
struct DictKeys;
struct CodeObject;
class CellVisitor;

using UnaryFunc = Owned (*)(Object*);
using BinaryFunc = Owned (*)(Object*, Object*);
using TernaryFunc = Owned (*)(Object*, Object*, Object*);
using TruthFunc = int (*)(Object*); // 1, 0, -1
using LengthFunc = ssize (*)(Object*);
using ItemFunc = Owned (*)(Object*, ssize);
using SetItemFunc = bool (*)(Object*, ssize, Object*);        // null value: delete
using SetSubscriptFunc = bool (*)(Object*, Object*, Object*); // null value: delete
using ContainsFunc = int (*)(Object*, Object*);               // 1, 0, -1
using HashFunc = int64_t (*)(Object*);                        // -1: exception pending
using CallFunc = Owned (*)(Object* self, Args args);
using GetAttrFunc = Owned (*)(Object*, Object* name);
using SetAttrFunc = bool (*)(Object*, Object* name, Object* value); // null value: delete
enum class Comparison : int { Lt, Le, Eq, Ne, Gt, Ge };             // CPython's Py_LT … Py_GE
using RichCompareFunc = Owned (*)(Object*, Object*, Comparison);    // may return NotImplemented
using DescrGetFunc = Owned (*)(Object* descr, Object* instance /*or null*/, Object* owner);
using DescrSetFunc = bool (*)(Object* descr, Object* instance, Object* value); // null value: delete
using InitFunc = bool (*)(Object* self, Args args);
using NewFunc = Owned (*)(Type* type, Args args);
using AllocFunc = Owned (*)(Type* type, ssize itemCount);
using Destructor = void (*)(Object*);
using FinalizeFunc = void (*)(Object*);                 // tp_finalize: keeps a pending exception as it was
using Visit = int (*)(Object* referent, void* context); // non-zero stops the walk
using TraverseFunc = int (*)(Object* self, Visit visit, void* context);
using ClearFunc = void (*)(Object*);
// Names every counted reference that the object holds, each as one cell (recording.h). A superset of what traverse visits.
using CellsFunc = void (*)(Object* self, CellVisitor& visitor);
using SizeFunc = size_t (*)(Object* self); // what sys.getsizeof says, without the GC head
enum class SendResult { Return, Error, Next };

// A counted reference at a fixed place in the object. Types with nothing else list their fields, and traverse, clear, dealloc and cells follow.
struct Field {
    const char* name; // how the picture and `refs` call it; CPython's attribute name where it has one
    uint32_t offset;
};

enum TypeFlag : uint64_t { // CPython's Py_TPFLAGS_* values
    StaticBuiltin = 1u << 1,
    InlineValues = 1u << 2,
    ManagedWeakref = 1u << 3,
    ManagedDict = 1u << 4,
    IsSequence = 1u << 5,
    IsMapping = 1u << 6,
    DisallowInstantiation = 1u << 7,
    ImmutableType = 1u << 8,
    HeapType = 1u << 9,
    BaseType = 1u << 10,
    HaveVectorcall = 1u << 11,
    Ready = 1u << 12,
    HaveGc = 1u << 14,
    MethodDescriptor = 1u << 17,
    ItemsAtEnd = 1u << 23,
    IntSubclass = 1u << 24,
    ListSubclass = 1u << 25,
    TupleSubclass = 1u << 26,
    BytesSubclass = 1u << 27,
    StrSubclass = 1u << 28,
    DictSubclass = 1u << 29,
    ExceptionSubclass = 1u << 30,
    TypeSubclass = 1ull << 31,
    IsAbstract = 1u << 20,
    MatchSelf = 1u << 22,
};

struct Type : VarObject {
    const char* name; // static types: "int", "collections.deque"; heap types: the text of nameObject
    ssize basicSize, itemSize;
    uint64_t flags;
    ssize dictOffset, weaklistOffset; // -1: managed (before the object); 0: none

    // life
    Destructor dealloc;
    FinalizeFunc finalize;
    TraverseFunc traverse;
    ClearFunc clear;
    CellsFunc cells;
    SizeFunc size;       // null: basicSize + itemSize * count
    const Field* fields; // ends with a null name; or null
    AllocFunc alloc;
    NewFunc create; // tp_new
    InitFunc init;
    // identity and text
    UnaryFunc repr, str;
    HashFunc hash;
    RichCompareFunc richCompare;
    // attributes and calls
    GetAttrFunc getAttr;
    SetAttrFunc setAttr;
    CallFunc call;
    DescrGetFunc descrGet;
    DescrSetFunc descrSet;
    // iteration
    UnaryFunc iter, iterNext;
    UnaryFunc await, asyncIter, asyncNext;
    SendResult (*send)(Object* self, Object* value, Object** result);
    // numbers
    BinaryFunc add, subtract, multiply, remainder, divmod, lshift, rshift, bitAnd, bitXor, bitOr, floorDivide, trueDivide, matrixMultiply;
    TernaryFunc power;
    BinaryFunc inplaceAdd, inplaceSubtract, inplaceMultiply, inplaceRemainder, inplaceLshift, inplaceRshift, inplaceAnd, inplaceXor, inplaceOr,
        inplaceFloorDivide, inplaceTrueDivide, inplaceMatrixMultiply;
    TernaryFunc inplacePower;
    UnaryFunc negative, positive, absolute, invert, toInt, toFloat, index;
    TruthFunc truth;
    // sequences
    LengthFunc sequenceLength;
    BinaryFunc concat, inplaceConcat;
    ItemFunc repeat, item, inplaceRepeat;
    SetItemFunc setItem;
    ContainsFunc contains;
    // mappings
    LengthFunc mappingLength;
    BinaryFunc subscript;
    SetSubscriptFunc setSubscript;

    // tables of a builtin type (static; each ends with a null name)
    const MethodDef* methods;
    const MemberDef* members;
    const GetSetDef* getsets;
    const char* doc;

    // what readyType or type() makes
    Type* base;
    Object* dict; // DictObject
    TupleObject *bases, *mro;
    Object* subclasses;  // dict: id → weak reference, or null
    uint32_t versionTag; // changes whenever a lookup through this type could give another answer; 0: none, do not cache
    uint32_t recordId;   // the type's number on the tape, 0: not defined there yet
    PythonShape shape;   // how a builtin type's objects are to be read, where the recorder cannot tell by itself (recording.cpp)
    // heap types
    StrObject *nameObject, *qualname;
    TupleObject* slots;     // __slots__ or null
    Object* module;         // C-level owner, null for the program's classes
    DictKeys* cachedKeys;   // keys that instances share (split tables)
    Object* weakrefs;       // weak references to the class itself
    const char* nameBuffer; // what `name` points to, for heap types (outside the region)
    MemberDef* slotMembers; // one for each of `slots`, then a null name (outside the region)
    uint32_t slotCount;
};

inline bool hasFlag(const Type* t, uint64_t flag) { return (t->flags & flag) != 0; }
inline bool hasFlag(const Object* o, uint64_t flag) { return (o->type->flags & flag) != 0; }

bool isSubtype(const Type* a, const Type* b);
inline bool isInstance(const Object* o, const Type* t) { return o->type == t || isSubtype(o->type, t); }
inline bool isType(const Object* o) { return hasFlag(o, TypeSubclass); }
inline bool isHeapType(const Type* t) { return (t->flags & HeapType) != 0; }

// Class objects of builtin types are not GC objects although `type` is a GC type.
inline bool isGcObject(const Object* o) { return hasFlag(o, HaveGc) && (!isType(o) || isHeapType(static_cast<const Type*>(o))); }

// Looks a name up along the MRO, without raising (_PyType_Lookup): borrowed, or null. Cached by version.
Object* lookupInType(Type* type, Object* name);
// The same without the cache (_PyType_Lookup's slow half), and along another class's MRO from a place on (super).
Object* findInMro(Type* type, Object* name);
// The same for the type of o, bound: a new reference to the bound special method or null; raises only what a descriptor's __get__ raises.
Owned lookupSpecial(Object* o, Object* name);

bool readyType(Type* type);
// What instances of a builtin type need to be made and dropped, before the type is ready: making types ready makes such objects.
void prepareType(Type* type);
void typeModified(Type* type); // forget what is cached about the type and its subclasses
// type(name, bases, namespace): the whole of type.__new__.
Owned newClass(Type* metatype, Args args);

// A number for what a lookup through the type gives now, made when asked for; 0: cannot be cached (too many changes).
uint32_t typeVersion(Type* type);
// After a change of the class attribute `name`: the slots that follow from it (update_slot).
void updateTypeSlot(Type* type, Object* name);
// The parts of readyType that type() and `__bases__ = …` need too.
// Overtaken: an mro() of the program has assigned __bases__ meanwhile, and the order that followed from those is kept.
enum class MroResult : uint8_t { Failed, Computed, Overtaken };
MroResult computeMro(Type* type);
bool addSubclass(Type* base, Type* type);
void removeSubclass(Type* base, Type* type);
bool inheritSlots(Type* type);
bool fixupSlotDispatchers(Type* type);
// The most derived of the metatypes of the bases; null: TypeError pending.
Type* calculateMetaclass(Type* metatype, Object* bases);
Type* bestBase(Object* bases);
// True where the subclass adds nothing to the layout of the base that an instance would see (compatible_for_assignment).
bool compatibleForAssignment(Type* oldType, Type* newType, const char* attribute);
Owned typeQualifiedName(Type* type); // "module.qualname", builtins without module

// Allocates an instance: zeroed beyond the head, refcount 1, tracked by the collector where its type is a GC type.
// typeAlloc is the default of Type::alloc. Emits Alloc.
Owned typeAlloc(Type* type, ssize itemCount);

}

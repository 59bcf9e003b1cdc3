// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/objects/model/runtime.h"

#include <cstring>

#include "core/base/check.h"
#include "core/python/heap/heap.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/cycle_collector.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

namespace types {
#define TYPE(Name) ::memtape::Type* Name = nullptr;
#include "core/python/objects/model/types.def"
#undef TYPE
}

namespace exc {
#define EXCEPTION(Name, Base, layout, doc) ::memtape::Type* Name = nullptr;
#include "core/python/objects/exceptions/exceptions.def"
#undef EXCEPTION
}

namespace names {
#define NAME(identifier, text) Object* identifier = nullptr;
#include "core/python/objects/model/names.def"
#undef NAME
}

Object* None = nullptr;
Object* NotImplemented = nullptr;
Object* Ellipsis = nullptr;
Object* True = nullptr;
Object* False = nullptr;

namespace {

// The interpreter's own block: beyond the limit too, which is for what the program makes and meets it at the next one.
void* allocateOwn(size_t bytes) {
    const uint64_t limit = heap.limit();
    heap.setLimit(UINT64_MAX);
    void* block = heap.allocate(bytes);
    heap.setLimit(limit);
    MEMTAPE_CHECK(block);
    return block;
}

// A block of the region for something that lives as long as the run: zeroed, immortal.
template <class T> T* permanent(Type* type, size_t bytes = sizeof(T)) {
    void* block = allocateOwn(bytes);
    std::memset(block, 0, bytes);
    T* o = static_cast<T*>(block);
    o->refcount = immortalRefcount;
    o->type = type;
    return o;
}

// With room for a GC head in front, which stays zero: "not tracked" to whoever looks.
Object* permanentBehindHead(Type* type, size_t bytes) {
    char* block = static_cast<char*>(allocateOwn(sizeof(GcHead) + bytes));
    std::memset(block, 0, sizeof(GcHead) + bytes);
    Object* o = reinterpret_cast<Object*>(block + sizeof(GcHead));
    o->refcount = immortalRefcount;
    o->type = type;
    return o;
}
Type* permanentType() { return static_cast<Type*>(permanentBehindHead(nullptr, sizeof(Type))); }

void startSmallInts() {
    for (int i = 0; i < 262; i++) {
        int value = i - 5;
        IntObject* o = permanent<IntObject>(types::Int);
        o->tag = value == 0 ? 1 : (1u << 3 | (value < 0 ? 2 : 0));
        o->digits[0] = static_cast<uint32_t>(value < 0 ? -value : value);
        smallInts[i] = o;
    }
}

void makeImmortalName(Object*& slot, std::string_view text) {
    Owned s = internStr(text);
    MEMTAPE_CHECK(s);
    s.pointer->refcount = immortalRefcount;
    asStr(s.pointer)->interned = 2;
    slot = s.pointer;
}

void (*upperTypes[static_cast<size_t>(UpperType::Count)])(Type*) = {};

void defineUpperType(UpperType which, Type* type) {
    auto define = upperTypes[static_cast<size_t>(which)];
    MEMTAPE_CHECK(define);
    define(type);
}

void startNames() {
#define NAME(identifier, text) makeImmortalName(names::identifier, text);
#include "core/python/objects/model/names.def"
#undef NAME
}

}

void describeUpperType(UpperType type, void (*define)(Type*)) { upperTypes[static_cast<size_t>(type)] = define; }

void startTypeObjects() {
#define TYPE(Name) types::Name = permanentType();
#include "core/python/objects/model/types.def"
#undef TYPE
#define EXCEPTION(Name, Base, layout, doc) exc::Name = permanentType();
#include "core/python/objects/exceptions/exceptions.def"
#undef EXCEPTION
#define TYPE(Name) types::Name->type = types::Type;
#include "core/python/objects/model/types.def"
#undef TYPE
#define EXCEPTION(Name, Base, layout, doc) exc::Name->type = types::Type;
#include "core/python/objects/exceptions/exceptions.def"
#undef EXCEPTION
}

Type* makeModuleType(void (*define)(Type*)) {
    Type* t = permanentType();
    t->type = types::Type;
    define(t);
    t->flags |= ImmutableType;
    recordAlloc(t);
    if (!readyType(t)) return nullptr;
    // as of CPython's types that are not compiled in as such: the module is an attribute of the class
    const char* dot = hasFlag(t, StaticBuiltin) ? nullptr : std::strrchr(t->name, '.');
    if (dot) {
        Ref<> module = internStr({t->name, static_cast<size_t>(dot - t->name)});
        if (!module || !Ref<>(dictSetDefault(t->dict, names::dunderModule, module))) return nullptr;
    }
    recordCells(t);
    return t;
}

void startSimpleObjects() {
    None = permanent<Object>(types::None);
    NotImplemented = permanent<Object>(types::NotImplemented);
    Ellipsis = permanent<Object>(types::Ellipsis);
    IntObject* falseObject = permanent<IntObject>(types::Bool);
    falseObject->tag = 1;
    IntObject* trueObject = permanent<IntObject>(types::Bool);
    trueObject->tag = 1u << 3;
    trueObject->digits[0] = 1;
    False = falseObject;
    True = trueObject;
}

void readyBuiltinTypes() {
#define TYPE(Name) define##Name##Type(types::Name);
#define UPPER_TYPE(Name) defineUpperType(UpperType::Name, types::Name);
#include "core/python/objects/model/types.def"
#undef TYPE
    defineExceptionTypes();
    // What the flags of a builtin type say beyond its own file: it is static, its attributes cannot be set.
    auto complete = [](Type* t) {
        t->flags |= StaticBuiltin | ImmutableType;
        prepareType(t);
    };
#define TYPE(Name) complete(types::Name);
#include "core/python/objects/model/types.def"
#undef TYPE
#define EXCEPTION(Name, Base, layout, doc) complete(exc::Name);
#include "core/python/objects/exceptions/exceptions.def"
#undef EXCEPTION
    MEMTAPE_CHECK(readyType(types::Object));
    MEMTAPE_CHECK(readyType(types::Type));
#define TYPE(Name) MEMTAPE_CHECK(readyType(types::Name));
#include "core/python/objects/model/types.def"
#undef TYPE
#define EXCEPTION(Name, Base, layout, doc) MEMTAPE_CHECK(readyType(exc::Name));
#include "core/python/objects/exceptions/exceptions.def"
#undef EXCEPTION
}

void startRuntime(uint64_t heapLimit) {
    if (!heap.start(heapLimit)) noAddressSpace();
    collector.start();
    startTypeObjects();
    // The first objects need the basic shape of str, int, tuple and dict before these are ready.
    auto basic = [](Type* t, uint64_t flags) {
        t->flags |= flags;
        t->alloc = typeAlloc;
    };
    basic(types::Str, StrSubclass);
    basic(types::Int, IntSubclass);
    basic(types::Bool, IntSubclass);
    basic(types::Tuple, TupleSubclass | HaveGc);
    basic(types::Dict, DictSubclass | HaveGc);
    basic(types::Type, TypeSubclass | HaveGc);
    types::Str->hash = hashStr;
    startSimpleObjects();
    startSmallInts();
    emptyTuple = permanentBehindHead(types::Tuple, 24);
    startNames();
    readyBuiltinTypes();
}

void endRuntime() {
    RuntimeCache::dropAll();
    freeCause = FreeCause::Count;
    interpreter.pending = nullptr;
    interpreter.handledByMain = HandledException();
    interpreter.handled = nullptr;
    interpreter.frame = nullptr;
    interpreter.builtins = interpreter.modules = interpreter.sysDict = nullptr;
    interpreter.holdCount = interpreter.holdsUnchanged = 0;
    interpreter.dying.clear();
    interpreter.reprStack.clear();
    interpreter.breaker.store(0);
    interpreter.stopping = interpreter.finalizing = false;
    const Interpreter fresh;
    interpreter.recursionLimit = fresh.recursionLimit;
    interpreter.recursionRemaining = fresh.recursionRemaining;
    interpreter.nativeRemaining = fresh.nativeRemaining;
    interpreter.asyncFirstIter = interpreter.asyncFinalizer = nullptr;
    interpreter.traceFunction = interpreter.profileFunction = nullptr;
    interpreter.inTrace = false;
    interpreter.coroutineOriginDepth = 0;
    emptyTuple = nullptr;
    None = NotImplemented = Ellipsis = True = False = nullptr;
#define NAME(identifier, text) names::identifier = nullptr;
#include "core/python/objects/model/names.def"
#undef NAME
#define TYPE(Name) types::Name = nullptr;
#include "core/python/objects/model/types.def"
#undef TYPE
#define EXCEPTION(Name, Base, layout, doc) exc::Name = nullptr;
#include "core/python/objects/exceptions/exceptions.def"
#undef EXCEPTION
    heap.end();
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Functions, bound methods, native functions, cells, modules, and code: what calls need. The types' behaviour is in the .cpp files
// beside (function_object.cpp, method_object.cpp …); how a Python function is run is the vm's.

#include <memory>
#include <string_view>

#include "core/python/bytecode/code_unit.h"
#include "core/python/objects/model/native.h"
#include "core/python/objects/model/object.h"
#include "core/python/objects/model/runtime.h"

namespace memtape {

// sys.getsizeof(f) is 160 with the GC head, as CPython 3.13's PyFunctionObject.
struct FunctionObject : Object {
    Object *globals, *builtins, *name, *qualname, *code, *defaults, *kwdefaults, *closure, *doc, *dict, *weakrefs, *module, *annotations, *typeParams;
    void* vectorcall;
    uint32_t version;
};

struct MethodObject : Object { // bound method; 64 bytes with the GC head
    Object *func, *self, *weakrefs;
    void* vectorcall;
};

// builtin_function_or_method; 72 bytes with the GC head.
struct NativeFunctionObject : Object {
    const MethodDef* definition;
    Object *self, *module, *weakrefs;
    void* vectorcall;
};

struct CellObject : Object {
    Object* contents;
};

struct ModuleObject : Object { // 72 bytes with the GC head
    Object* dict;
    const void* definition;
    Object* state; // what a native module keeps beside its dict; or null
    Object *weakrefs, *name;
};

struct CodeExtra; // the vm's: instructions with caches, tables (vm/frames/code_extra.h)

// Not CPython's size to the byte (sys.getsizeof of code is not compared): the instructions live beside it.
struct CodeObject : Object {
    Object *constants /*tuple*/, *names /*tuple*/, *localsPlusNames /*tuple*/;
    Object *filename, *name, *qualname;
    Object* weakrefs;
    std::shared_ptr<CodeUnit>* unit; // tables as compiled, shared with the compiler's result, outside the region
    CodeExtra* extra;                // outside the region
    uint32_t flags, argCount, posOnlyArgCount, kwOnlyArgCount, stackSize, localsPlusCount, localCount, cellCount, freeCount, firstLine;
    uint32_t recordId;
    bool ofProgram; // in the program's own files: has steps
    bool ofLibrary; // of CPython's library: what its frames make for themselves is not the program's
};

inline const CodeUnit* codeUnit(const CodeObject* code) { return code->unit->get(); }

inline bool isFunction(const Object* o) { return o->type == types::Function; }
inline bool isMethod(const Object* o) { return o->type == types::Method; }
inline bool isNativeFunction(const Object* o) { return o->type == types::NativeFunction; }
inline bool isCell(const Object* o) { return o->type == types::Cell; }
inline FunctionObject* asFunction(Object* o) { return static_cast<FunctionObject*>(o); }
inline MethodObject* asMethod(Object* o) { return static_cast<MethodObject*>(o); }

Owned newFunction(Object* code, Object* globals); // MAKE_FUNCTION; name, qualname, doc, module, builtins from code and globals
Owned newMethod(Object* function, Object* self);
Owned newNativeFunction(const MethodDef* definition, Object* self, Object* module);
Owned newCell(Object* contentsOrNull);
Owned newModule(std::string_view name);
inline Object* moduleDict(Object* m) { return static_cast<ModuleObject*>(m)->dict; }
bool addToModule(Object* module, const char* name, Owned value); // takes over value; false where value is null
bool addFunctions(Object* module, const MethodDef* table);       // ends with a null name

}

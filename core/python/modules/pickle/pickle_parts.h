// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the files of _pickle share.
//
//   pickle_module.cpp      functions, exceptions, the module
//   pickle_buffer.cpp      PickleBuffer
//   pickle_names.cpp       from an object to the name by which it is found again, and back
//   pickle_memo            the table of what has been written
//   pickle_output          the bytes, in frames
//   pickler_object.cpp     Pickler; saver.h: one dump, with saver_….cpp for what is written of each kind of object
//   unpickler_object.cpp   Unpickler; loader.h: one load, with loader_….cpp for what each opcode does

#include <cstdint>
#include <string>

#include "core/python/modules/pickle/pickle_memo.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/object.h"
#include "core/python/objects/model/type.h"

namespace memtape::pickle {

constexpr int highestProtocol = 5, defaultProtocol = 4;

extern Type *pickleError, *picklingError, *unpicklingError;
extern Type *bufferType, *picklerType, *picklerMemoType, *unpicklerType, *unpicklerMemoType;

void defineBuffer(Type* t);
void definePickler(Type* t);
void definePicklerMemo(Type* t);
void defineUnpickler(Type* t);
void defineUnpicklerMemo(Type* t);
extern const struct BufferSourceOfPickles { void (*add)(Type*); } bufferSource;

struct PicklerObject : Object {
    Memo memo;
    Object *persistentId /*an attribute of its own*/, *dispatchTable, *write, *bufferCallback; // null: none
    int protocol, binary, fast;
    bool fixImports;
};
inline PicklerObject* asPickler(Object* o) { return static_cast<PicklerObject*>(o); }

struct PicklerOptions {
    Object *protocol = nullptr, *fixImports = nullptr, *bufferCallback = nullptr;
};
PicklerObject* newPickler();
bool setOptions(PicklerObject* p, const PicklerOptions& options);

// Objects that are being put together, and those that can be asked for again by number.
struct UnpicklerObject : Object {
    Object **stack, **memo; // blocks of the region
    ssize count, room, memoRoom, memoCount;
    Object *persistentLoad /*an attribute of its own*/, *read, *readLine, *buffers; // null: none
    Object *encoding, *errors;                                                      // str
    int protocol;
    bool fixImports;
};
inline UnpicklerObject* asUnpickler(Object* o) { return static_cast<UnpicklerObject*>(o); }

struct UnpicklerOptions {
    Object *fixImports = nullptr, *encoding = nullptr, *errors = nullptr, *buffers = nullptr;
};
UnpicklerObject* newUnpickler();
bool setOptions(UnpicklerObject* u, const UnpicklerOptions& options);
bool memoize(UnpicklerObject* u, ssize index, Object* value);
Owned load(UnpicklerObject* u, std::string_view bytes); // read null: from bytes

// ---- names

Owned attributeOf(const char* module, const char* name);       // of a module of the library
Owned optionalAttr(Object* o, const char* name, bool* failed); // null: not there, or failed
// What is to be called in place of a method that the type itself has: an attribute of the object, or a subclass's method. Null: neither, or failed.
Owned overridden(Object* o, Object* attributeOrNull, Type* type, const char* name, bool* failed);
// The object behind a dotted name, and the one that it is an attribute of. Null without an exception: there is none.
Owned deepAttribute(Object* module, Object* path /*list of str*/, Held<>& parent);
Owned dottedPath(Object* name, Object* objectOrNull); // list of str; AttributeError where it goes through a call's locals
Owned moduleOf(Object* global, Object* path);         // the name of the module where it is found
Owned importNamed(Object* name);
Owned findClass(UnpicklerObject* u, Object* module, Object* name);

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// _ctypes, by its parts; ctypes_module.cpp puts it together. Classes of C's types can be declared, as ctypes does many times when it is imported and programs do at their
// beginning, and asked for the sizes of all but structures. There is no memory in C's form, so that no instance of one is made.

#include "core/python/modules/refused/refusal.h"

namespace memtape::ctypes {

extern const Refusal noMemory;    // refused: objects in C's form
extern const Refusal noLibraries; // refused: libraries and their functions

// The kinds of C's types: the class that programs derive theirs from, and the class of those classes.
enum class Kind { Structure, Union, Pointer, Array, Simple, Function, Count };
Type* baseClass(Kind kind);
bool addBaseClasses(Object* module); // ctypes_classes.cpp

Owned arrayClass(Object* item, ssize length);                 // item * length
Owned pointerClass(Object* target, Object* cache /*a dict*/); // POINTER(target)

// In bytes; −1: an exception is pending. ctypes_sizes.cpp
ssize sizeOfClass(Type* type);
ssize alignmentOfClass(Type* type);
ssize sizeOfCode(char code); // of the letter that is a simple type's _type_; 0: there is no such
extern const char simpleCodes[];

}

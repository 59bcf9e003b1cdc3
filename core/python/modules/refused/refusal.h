// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Modules of CPython's library that reach for what Memtape gives no program: other processes, terminals, C's memory, databases, the network. They can be
// imported, have their names, constants, classes and exceptions, and say why not when they are used. A module of this folder is a table of its functions and
// classes, each with the refusal that fits.

#include <initializer_list>

#include "core/python/objects/model/native.h"
#include "core/python/objects/model/object.h"
#include "core/python/objects/model/type.h"

namespace memtape {

// What a use of it raises. The classes of modules are made with the module, so that they are named by where they are kept.
struct Refusal {
    Type** exception; // null: OSError
    int number;       // errno, for OSError and its subclasses; 0: the exception has its text alone
    const char* why;
};
Failure raiseRefused(const Refusal& because);

// A function or a method that refuses, whatever it is given.
template <const Refusal& because> Owned refuse(Object*, Args) { return raiseRefused(because); }

// A class that is there and of which no instance is made. Programs make subclasses of those with BaseType; those with DisallowInstantiation are not made by a call in
// CPython either, and say so in its words.
struct RefusedClass {
    const char* name; // "module.name"
    const char* doc;
    uint64_t flags;
    const MethodDef* methods;
};
void defineRefusedClass(Type* type, const RefusedClass& row, NewFunc create);
bool addRefusedClass(Object* module, void (*define)(Type*));
template <const RefusedClass& row, const Refusal& because> bool addRefusedClass(Object* module) {
    return addRefusedClass(module, [](Type* type) { defineRefusedClass(type, row, [](Type*, Args) -> Owned { return raiseRefused(because); }); });
}

// An exception of a module's own, kept in `out` to the end of the run and added under the last part of its name.
bool addExceptionClass(Object* module, Type*& out, const char* qualifiedName, std::initializer_list<Type*> bases, const char* doc = nullptr);

}

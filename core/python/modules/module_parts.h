// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What modules are put together from besides functions and types: constants and exceptions of their own.

#include <cstdint>
#include <initializer_list>

#include "core/python/objects/model/object.h"

namespace memtape {

struct IntConstant {
    const char* name; // null: at the end of a table
    int64_t value;
};
bool addConstants(Object* module, const IntConstant* table);
bool addText(Object* module, const char* name, const char* text);

// A new exception class, as PyErr_NewExceptionWithDoc makes it; "module.name". It lives to the end of the run. Null: an exception is pending.
Type* newExceptionClass(const char* qualifiedName, std::initializer_list<Type*> bases, const char* doc = nullptr);

// Keeps a module's own object (a cache) to the end of the run, however programs treat the module. Null stays null.
Object* keptForGood(Owned made);

}

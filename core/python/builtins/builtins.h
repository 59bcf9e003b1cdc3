// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The module builtins: the free functions by theme, one table each, and the types and exceptions under their names.

#include "core/python/objects/model/native.h"
#include "core/python/objects/model/object.h"

namespace memtape {

extern const MethodDef outputFunctions[];        // print, input, open, format, repr, ascii …
extern const MethodDef numberFunctions[];        // abs, divmod, pow, round, sum, min, max, hex …
extern const MethodDef sequenceFunctions[];      // len, iter, next, sorted, any, all …
extern const MethodDef introspectionFunctions[]; // id, hash, getattr, dir, vars, globals, eval, exec …
extern const MethodDef classFunctions[];         // __build_class__, isinstance, issubclass, callable

Owned makeBuiltinsModule();
bool addQuitters(Object* dict); // exit and quit, as CPython's module site adds them

// sys.<name>, borrowed; null where it is not there (no exception).
Object* sysAttribute(const char* name);

}

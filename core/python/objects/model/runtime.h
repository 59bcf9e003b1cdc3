// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What exists before the program does: the builtin types, the singletons, the interned names. One program runs at a time in a
// process; all of its objects lie in the heap's region, and the whole region is dropped when the run is over.

#include "core/python/objects/model/object.h"
#include "core/python/objects/model/type.h"

namespace memtape {

namespace types {
#define TYPE(Name) extern ::memtape::Type* Name;
#include "core/python/objects/model/types.def"
#undef TYPE
}

// The interned strings that the interpreter itself uses (immortal): names::dunderInit is '__init__'.
namespace names {
#define NAME(identifier, text) extern Object* identifier;
#include "core/python/objects/model/names.def"
#undef NAME
}

// Immortal singletons.
extern Object* None;
extern Object* NotImplemented;
extern Object* Ellipsis;
extern Object* True;
extern Object* False;

inline bool isNone(const Object* o) { return o == None; }
inline Owned newNone() { return Owned(None); } // immortal: no counting needed
inline Owned newBool(bool b) { return Owned(b ? True : False); }
inline Owned notImplemented() { return Owned(NotImplemented); }

// Makes the heap, the types, the singletons and the names; drops them all.
void startRuntime(uint64_t heapLimit = uint64_t{1} << 30); // bytes of blocks in use
void endRuntime();

}

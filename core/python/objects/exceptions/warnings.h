// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Warnings that the interpreter itself gives while a program runs (those of its text: vm/errors/warnings.h). The warnings module decides what becomes of them; as long as the program has not imported it,
// its standard filters hold and the text is written from here, as CPython does it, so that a warning imports nothing.

#include <string_view>

#include "core/python/objects/model/object.h"

namespace memtape {

// The warning is of the line that the running Python frame is at. False: an exception is pending (a filter made an error of it).
// `source`: the object that is to blame, or null.
bool warn(Type* category, std::string_view message, Object* source = nullptr);
bool warnDeprecated(std::string_view message);
// "__int__ returned non-int (type bool).  The ability to return …": a conversion gave an instance of a strict subclass.
bool warnStrictSubclass(std::string_view method, const char* base, const Type* type);

// RuntimeWarning for a coroutine that dies without having run. What goes wrong is printed, not raised.
void warnNeverAwaited(Object* coroutine, Object* qualname);
// The same for what asend(), athrow(), aclose() of an async generator gave.
void warnMethodNeverAwaited(Object* generator, const char* method, Object* qualname);

}

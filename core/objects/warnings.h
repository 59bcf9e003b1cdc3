// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Warnings that the interpreter itself gives, by way of the warnings module, whose filters decide what becomes of them.

#include <string_view>

#include "core/objects/object.h"

namespace memtape {

// The warning is of the line that the running Python frame is at. False: an exception is pending (a filter made an error of it).
// `source`: the object that is to blame, or null.
bool warn(Type* category, std::string_view message, Object* source = nullptr);
bool warnDeprecated(std::string_view message);

// RuntimeWarning for a coroutine that dies without having run. What goes wrong is printed, not raised.
void warnNeverAwaited(Object* coroutine, Object* qualname);
// The same for what asend(), athrow(), aclose() of an async generator gave.
void warnMethodNeverAwaited(Object* generator, const char* method, Object* qualname);

}

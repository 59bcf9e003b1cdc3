// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// An exception as CPython 3.13 prints it: causes and contexts first, then the traceback with source lines and carets, the message, notes,
// suggestions ("Did you mean"), exception groups as trees.

#include <string>

#include "core/python/objects/model/object.h"

namespace memtape {

// Ends with a line break. Runs the exception's __str__; what that raises is swallowed as CPython does.
std::string exceptionText(Object* exception);

// The same for an exception that is only reported (in __del__, in a callback): CPython prints those without Python code, so without marks, chain,
// notes and suggestions, and with the colon even where there is no message.
std::string ignoredExceptionText(Object* exception);

// The text of source files for tracebacks, kept from when they were compiled (linecache reads them again; a program that was edited meanwhile
// must still show what ran).
void rememberSource(const std::string& file, std::string text);
std::string rememberedLine(const std::string& file, int line); // empty where there is none

}

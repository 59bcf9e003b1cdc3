// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Arguments of native functions as C++ values, with the words that CPython has for each kind (Argument Clinic's converters). A null object is an
// argument that was not given: `out` stays as it was. False: an exception is pending.

#include <string>

#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/object.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"

namespace memtape {

bool intArgument(Object* o, int* out);                // C int
bool unsignedArgument(Object* o, unsigned long* out); // the low bits of any int, as the unsigned masks of CPython take them
bool uint64Argument(Object* o, uint64_t* out);        // an int itself, without __index__; refuses what does not fit
bool sizeArgument(Object* o, ssize* out);             // Py_ssize_t
bool boolArgument(Object* o, bool* out);              // by its truth
// A str without null characters; `where` is "argument 1" or "argument 'name'".
bool textArgument(const char* function, const char* where, Object* o, std::string* out);
Failure raiseWrongArgument(const char* function, const char* where, const char* expected, Object* got);

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Warnings that Memtape itself gives to the person who runs the program. The filters are those of the library's `warnings` module once the
// program has imported it; before, what CPython shows by default.

#include <string>

#include "core/source/diagnostic.h"
#include "core/source/source_file.h"

namespace memtape {

// Shows a SyntaxWarning on sys.stderr, with its line. False: an exception is pending, as a filter says "error" or sys.stderr cannot be
// written; where it is the warning itself, a SyntaxError of the same message and place has taken its place.
bool warnOfSyntax(const SourceFile& source, const SyntaxWarning& warning);

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What becomes of a warning: the filters of the library's module `warnings`, and what has been shown already. Once the program has imported that
// module its attributes count (filters, defaultaction, onceregistry, _showwarnmsg); before, the lists here.

#include "core/python/objects/model/object.h"

namespace memtape {

struct WarningState {
    Object* filters;       // list of (action, message, category, module, line)
    Object* onceRegistry;  // dict: what "once" has shown
    Object* defaultAction; // str
    int64_t version;       // registries of another version are out of date
};
// Made when first asked for; null: an exception is pending.
WarningState* warningState();
// Whether anybody may have changed the filters: the state has been made, or the module is there.
bool warningFiltersInUse();

struct WarningPlace {
    Object *filename, *module /*null: from the file's name*/, *registry /*dict, or null or None*/;
    int line;
};
// message: a text, or a Warning, whose class is the category then. False: an exception is pending (the warning itself, where a filter says "error").
bool warnExplicit(Object* category, Object* message, const WarningPlace& place, Object* source);
// The warning is of the frame that many levels up, not counting frames of files that begin so (a tuple of str, or null).
bool warnAtLevel(Object* category, Object* message, ssize level, Object* source, Object* skippedPrefixes);
// Writes "file:line: Category: text" and the line to sys.stderr, without the module.
bool showWarning(Type* category, Object* text, Object* filename, int line);

}

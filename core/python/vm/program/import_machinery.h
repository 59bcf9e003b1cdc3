// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// CPython's importlib above our own import. A plain `import` finds and runs modules without it, as that is quicker; importlib begins when somebody asks for it or
// for what only it can make: a module's __spec__ and __loader__, sys.meta_path, sys.path_hooks, a namespace package. From then on each module that is
// imported gets its __spec__ at once, and where the program has put finders of its own into sys.meta_path or sys.path_hooks, every import goes through them.

#include <string>

#include "core/python/objects/model/object.h"
#include "core/python/vm/program/import_search.h"

namespace memtape {

bool hasImportMachinery();
bool startImportMachinery(); // at most once; false: an exception is pending
bool hasOwnFinders();        // the program has changed sys.meta_path or sys.path_hooks

// Gives a module that was just made its __spec__ and __loader__, if the machinery runs.
bool giveSpec(Object* module, const std::string& name, const FoundModule& found);
// What importlib._bootstrap._find_and_load gives. Its own frames are taken off the traceback of what fails.
Owned importThroughFinders(Object* name);

// `_frozen_importlib`, `_frozen_importlib_external`: the library's importlib/_bootstrap.py and _bootstrap_external.py, under the names CPython has for them.
std::string frozenName(const std::string& module);     // "importlib._bootstrap"; "" for others
std::string frozenFilename(const std::string& module); // "<frozen importlib._bootstrap>"

// A module's attribute that is not there before the machinery is. False: there is none by this name; `failed`: or an exception is pending.
bool makeLateAttribute(Object* module, Object* name, bool* failed);

}

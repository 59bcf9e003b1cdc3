// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// import: sys.modules first, then native modules, then what sys.path or a package's __path__ name: the folder of the program, CPython's library
// (import_search.h). Files are read through the host: a module behind a link that leads out is not there, and one that cannot be read is CPython's OSError.
// What is out of the ordinary, and what the program's own finders want to see, goes through importlib (import_machinery.h).

#include <string>

#include "core/python/objects/model/object.h"
#include "core/python/objects/protocol/vm_hooks.h"

namespace memtape {

Owned importModule(Object* name); // the module of a dotted name, its parents imported first
// __import__(name, globals, locals, fromlist, level)
Owned importWithLevel(Object* name, Object* globals, Object* from, int level);
Owned compileAndRunModule(Object* module, const std::string& path, const std::string& source, bool ofProgram);
ModuleStanding moduleStanding(Object* module);
bool isProgramModuleName(Object* name); // the module's file lies in the program's folder, or it is __main__

}

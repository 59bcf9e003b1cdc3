// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// import: modules beside the program (files and packages), Memtape's own library (native, or Python text built in), in this order of
// names: sys.modules, native, built-in text, the program's folder (Host::programFolder). Nothing else is read from disk, and what lies there only
// through the host: a module behind a link that leads out is not there, and one that cannot be read is CPython's OSError.

#include <string>

#include "core/python/objects/model/object.h"

namespace memtape {

Owned importModule(Object* name); // the module of a dotted name, its parents imported first
// __import__(name, globals, locals, fromlist, level)
Owned importWithLevel(Object* name, Object* globals, Object* from, int level);
Owned compileAndRunModule(Object* module, const std::string& path, const std::string& source, bool ofProgram);
bool isProgramModuleName(Object* name); // the module's file lies in the program's folder, or it is __main__

}

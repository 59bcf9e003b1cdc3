// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The library modules that Memtape has: native ones by the rows of modules.def, and those written in Python, whose texts
// (modules/python) are built in.

#include <string>
#include <string_view>
#include <vector>

#include "core/python/objects/model/object.h"

namespace memtape {

bool isNativeModule(std::string_view name);
Owned makeNativeModule(std::string_view name);          // a new module object; the name must be a native module's
std::string_view embeddedSource(std::string_view name); // "" where there is none
bool isEmbeddedPackage(std::string_view name);          // its text is <name>/__init__.py
// A module of CPython 3.13's standard library, whether Memtape has it or not (sys.stdlib_module_names).
bool isKnownStandardModule(std::string_view name);
// The tables themselves, sorted: sys.builtin_module_names and sys.stdlib_module_names.
std::vector<std::string_view> nativeModuleNames();
std::vector<std::string_view> standardModuleNames();
// A module that is in sys.modules when CPython 3.13.0 begins a program.
bool isLoadedAtStartup(std::string_view name);

// Registers the builtin types that modules describe (describeUpperType).
void describeModuleTypes();

}

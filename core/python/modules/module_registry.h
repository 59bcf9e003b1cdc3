// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The native modules, by the rows of modules.def. All others of the library are CPython's own (core/python/library).

#include <string>
#include <string_view>
#include <vector>

#include "core/python/objects/model/object.h"

namespace memtape {

bool isNativeModule(std::string_view name);
Owned makeNativeModule(std::string_view name); // a new module object; the name must be a native module's
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

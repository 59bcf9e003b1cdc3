// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Parts of `sys`, each a table of functions that ends with a null name.

#include "core/python/objects/model/native.h"

namespace memtape {

extern const MethodDef sysAuditFunctions[];         // sys_audit.cpp: audit hooks
extern const MethodDef sysIntrospectionFunctions[]; // sys_introspection.cpp: what the interpreter tells of itself
// sys_introspection.cpp: thread_info …; false: an exception is pending.
bool addSysIntrospection(Object* module);
// sys.builtin_module_names and sys.stdlib_module_names are some 400 strings, so each is made when it is first asked for: that of this name, or what is
// missing of both. False: an exception is pending.
bool makeSysModuleNames(Object* nameOrNull);

}

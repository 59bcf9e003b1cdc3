// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Parts of `sys`, each a table of functions that ends with a null name.

#include "core/python/objects/model/native.h"

namespace memtape {

extern const MethodDef sysAuditFunctions[];         // sys_audit.cpp: audit hooks
extern const MethodDef sysIntrospectionFunctions[]; // sys_introspection.cpp: what the interpreter tells of itself
// sys_introspection.cpp: names of modules, thread_info …; false: an exception is pending.
bool addSysIntrospection(Object* module);

}

// SPDX-License-Identifier: GPL-3.0-or-later

// _posixsubprocess: beneath subprocess, which can be imported, and refuses to start anything.

#include <cerrno>

#include "core/python/modules/native_modules.h"
#include "core/python/modules/os/os_error.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/exceptions/errors.h"

namespace memtape {

namespace {

Owned forkExec(Object*, Args) { return raiseRefusal(EPERM, "Memtape runs no other programs"); }

const MethodDef functions[] = {{"fork_exec", forkExec, 0, -1}, {}};

}

Owned makePosixsubprocessModule() {
    Ref<> m = newModule("_posixsubprocess");
    return m && addFunctions(m, functions) ? m.release() : nullptr;
}

}

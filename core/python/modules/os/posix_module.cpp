// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/modules/native_modules.h"
#include "core/python/modules/os/posix_parts.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/object.h"
#include "core/python/objects/text/str_object.h"

// posix: what CPython's os.py, pathlib, shutil and tempfile ask of the system. All of it is the host's answer.

namespace memtape {

Owned makePosixModule() {
    Ref<> module(newModule("posix"));
    if (!module) return nullptr;
    for (const MethodDef* table : {posix::fileFunctions, posix::changeFunctions, posix::handleFunctions, posix::processFunctions,
                                   posix::refusedFunctions, posix::textFunctions, posix::scandirFunctions})
        if (!addFunctions(module, table)) return nullptr;
    bool ok =
        addToModule(
            module, "__doc__",
            newStr("This module provides access to operating system functionality that is\nstandardized by the C Standard and the POSIX standard (a "
                   "thinly\ndisguised Unix interface).  Refer to the library manual and\ncorresponding Unix manual entries for more information "
                   "on calls.")) &&
        posix::addStatTypes(module) && posix::addProcessTypes(module) && posix::addScandirTypes(module) && posix::addConstants(module) &&
        posix::addEnvironment(module) && addToModule(module, "error", newRef(exc::OSError));
    return ok ? module.release() : nullptr;
}

}

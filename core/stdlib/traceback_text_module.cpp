// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/objects/errors.h"
#include "core/objects/exception_object.h"
#include "core/objects/function_object.h"
#include "core/objects/vm_hooks.h"
#include "core/stdlib/native_modules.h"

// _traceback_text: an exception as the interpreter itself prints it; traceback.py is built on that.

namespace memtape {

static Owned formatException(Object*, Object* exception) {
    if (!isException(exception)) return raise(exc::TypeError, "Exception expected for value, {} found", exception->type->name);
    return vmHooks.formatException(exception);
}

static const MethodDef functions[] = {{"format", formatException}, {}};

Owned makeTracebackTextModule() {
    Ref<> module(newModule("_traceback_text"));
    return module && addFunctions(module, functions) ? module.release() : nullptr;
}

}

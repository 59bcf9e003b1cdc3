// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/modules/native_modules.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/exceptions/exception_object.h"
#include "core/python/objects/protocol/vm_hooks.h"

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

// SPDX-License-Identifier: GPL-3.0-or-later

// _contextvars: values that belong to a thread's or a task's context.

#include "core/python/modules/native_modules.h"
#include "core/python/modules/threads/context_objects.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/model/module_types.h"
#include "core/python/objects/model/recording.h"

namespace memtape {

namespace {

Owned copyContext(Object*) { return copyOfCurrentContext(); }

const MethodDef functions[] = {{"copy_context", copyContext}, {}};

// Token.MISSING: the old value of a variable that had none.
bool addMissing() {
    missingType = makeModuleType(defineTokenMissingType);
    if (!missingType) return false;
    Ref<> missing(missingType->alloc(missingType, 0));
    return missing && dictSetText(tokenType->dict, "MISSING", missing);
}

}

Owned makeContextvarsModule() {
    Ref<> m = newModule("_contextvars");
    if (!m || !addFunctions(m, functions)) return nullptr;
    bool ok = addTypeToModule(m, contextType, defineContextType) && addTypeToModule(m, contextVarType, defineContextVarType) &&
              addTypeToModule(m, tokenType, defineTokenType) && makeContextIterators() && addMissing();
    return ok ? m.release() : nullptr;
}

}

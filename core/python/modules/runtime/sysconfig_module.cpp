// SPDX-License-Identifier: GPL-3.0-or-later

// _sysconfig: how the interpreter was built, as far as sysconfig.py asks for it.

#include "core/python/modules/native_modules.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/numbers/int_object.h"

namespace memtape {

namespace {

Owned configurationVariables(Object*) {
    Ref<DictObject> variables = newDict();
    Ref<> no = newInt(0);
    return variables && dictSetText(variables, "Py_GIL_DISABLED", no) ? variables.release() : nullptr;
}

const MethodDef functions[] = {{"config_vars", configurationVariables}, {}};

}

Owned makeSysconfigModule() {
    Ref<> module = newModule("_sysconfig");
    return module && addFunctions(module, functions) ? module.release() : Owned(nullptr);
}

}

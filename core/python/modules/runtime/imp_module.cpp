// SPDX-License-Identifier: GPL-3.0-or-later

// _imp: what importlib asks the interpreter. There are no frozen modules and none in shared objects; the native ones are the builtin ones.

#include "core/python/modules/module_registry.h"
#include "core/python/modules/native_modules.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/native.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

namespace {

Owned none(Object*) { return newNone(); }
Owned noneOf(Object*, Args) { return newNone(); }
Owned lockHeld(Object*) { return newBool(false); }
Owned extensionSuffixes(Object*) { return newList(0); }
Owned notFrozen(Object*, Object* name) {
    return isStr(name) ? newBool(false) : raise(exc::TypeError, "argument must be str, not {}", name->type->name);
}
Owned findFrozen(Object*, Args) { return newNone(); }

Owned noFrozen(Object*, Args args) { return raise(exc::ImportError, "No such frozen object named {}", args[0]); }

// 1: there is one by this name; −1: it may not be loaded anew.
Owned isBuiltin(Object*, Object* name) {
    if (!isStr(name)) return raise(exc::TypeError, "is_builtin() argument must be str, not {}", name->type->name);
    std::string text = strToUtf8(name);
    return newInt(!isNativeModule(text) ? 0 : text == "sys" || text == "builtins" ? -1 : 1);
}

Owned createBuiltin(Object*, Object* spec) {
    Held<> name(getAttr(spec, "name"));
    if (!name) return nullptr;
    if (!isStr(name)) return raise(exc::TypeError, "name must be string, not {}", name->type->name);
    if (Object* known = dictFind(interpreter.modules, name)) return newRef(known);
    std::string text = strToUtf8(name);
    return isNativeModule(text) ? makeNativeModule(text) : newNone();
}

Owned execBuiltin(Object*, Object*) { return newInt(0); }

Owned createDynamic(Object*, Args args) {
    Held<> name(getAttr(args[0], "name"));
    if (!name) return nullptr;
    return raise(exc::ImportError, "Memtape runs Python code only: {} is compiled for another interpreter", name);
}

constexpr MethodDef functions[] = {
    {"acquire_lock", none},
    {"release_lock", none},
    {"lock_held", lockHeld},
    {"extension_suffixes", extensionSuffixes},
    {"is_builtin", isBuiltin},
    {"is_frozen", notFrozen},
    {"is_frozen_package", noFrozen, 1, 1},
    {"find_frozen", findFrozen, 1, 2},
    {"get_frozen_object", noFrozen, 1, 2},
    {"init_frozen", noneOf, 1, 1},
    {"_frozen_module_names", extensionSuffixes},
    {"create_builtin", createBuiltin},
    {"exec_builtin", execBuiltin},
    {"create_dynamic", createDynamic, 1, 2},
    {"exec_dynamic", execBuiltin},
    {"_fix_co_filename", noneOf, 2, 2},
    {"_override_frozen_modules_for_tests", noneOf, 1, 1},
    {"_override_multi_interp_extensions_check", noneOf, 1, 1},
    {},
};

}

Owned makeImpModule() {
    Ref<> module(newModule("_imp"));
    if (!module || !addFunctions(module, functions) || !addToModule(module, "check_hash_based_pycs", newStr("default"))) return nullptr;
    return module.release();
}

}

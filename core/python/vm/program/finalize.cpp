// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/vm/program/finalize.h"

#include <vector>

#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/classes/weakref_object.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/exceptions/unraisable.h"
#include "core/python/objects/model/cycle_collector.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

namespace {

// Two passes, as _PyModule_ClearDict: names with one leading underscore first, then the others but __builtins__; each is set to None.
void clearModuleDict(Object* dict) {
    for (int pass = 0; pass < 2; ++pass) {
        ssize position = 0;
        Object *key, *value;
        while (dictNext(dict, &position, &key, &value)) {
            if (isNone(value) || !isStr(key)) continue;
            StrObject* name = asStr(key);
            uint32_t first = name->length > 0 ? charAt(name, 0) : 0, second = name->length > 1 ? charAt(name, 1) : 0;
            bool wanted = pass == 0 ? first == '_' && second != '_' : first != '_' || !strEqualsText(key, "__builtins__");
            if (wanted && !dictSet(dict, key, None)) clearError();
        }
    }
}

void runAtExit() {
    Object* module = dictFindText(interpreter.modules, "atexit");
    if (!module || module->type != types::Module) return;
    Held<> run(getAttr(module, "_run_exitfuncs"));
    Ref<> result = run ? Ref<>(call(run)) : Ref<>();
    if (!result) {
        if (errorOccurred()) writeUnraisable(module);
    }
}

// sys attributes that keep the program's objects alive.
void forgetSpecialNames() {
    for (const char* name :
         {"path", "argv", "ps1", "ps2", "last_exc", "last_type", "last_value", "last_traceback", "path_hooks", "path_importer_cache", "meta_path"}) {
        if (dictFindText(interpreter.sysDict, name) && !dictSetText(interpreter.sysDict, name, None)) clearError();
    }
}

}

void waitForThreads() {
    Object* module = dictFindText(interpreter.modules, "threading");
    if (!module || module->type != types::Module) return;
    Held<> keep(newRef(module)), shutdown(getAttr(module, "_shutdown"));
    Ref<> result = shutdown ? Ref<>(call(shutdown)) : Ref<>();
    if (!result && errorOccurred()) writeIgnored("Exception ignored on threading shutdown:");
}

int finalizeInterpreter() {
    runAtExit();
    interpreter.finalizing = true;
    forgetSpecialNames();
    // Every module is looked at through a weak reference from here on.
    std::vector<Ref<>> modules;
    {
        ssize position = 0;
        Object *key, *value;
        while (dictNext(interpreter.modules, &position, &key, &value)) {
            if (value->type != types::Module) continue;
            Ref<> reference = newWeakReference(value, nullptr);
            if (reference) modules.push_back(std::move(reference));
            else clearError();
        }
        position = 0;
        while (dictNext(interpreter.modules, &position, &key, &value)) {
            if (!dictSet(interpreter.modules, key, None)) clearError();
        }
    }
    dictClear(interpreter.modules);
    if (!interpreter.stopping) collector.collect(Collector::oldest);
    for (size_t i = modules.size(); i > 0 && !interpreter.stopping; --i) {
        Object* target = weakTarget(modules[i - 1]);
        if (!target) continue;
        Held<> module(Held<>::share(target));
        Object* dict = moduleDict(module);
        if (dict && dict != interpreter.builtins && dict != interpreter.sysDict) clearModuleDict(dict);
    }
    return 0;
}

}

// SPDX-License-Identifier: GPL-3.0-or-later

// _warnings: warn() and the filters, for the library's warnings.py.

#include "core/python/modules/arguments.h"
#include "core/python/modules/native_modules.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/exceptions/warning_filters.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

namespace {

// The category: the message's own class where it is a Warning, UserWarning where none is given.
Owned categoryOf(Object* message, Object* category) {
    const int isWarning = isInstanceOf(message, exc::Warning);
    if (isWarning < 0) return nullptr;
    if (isWarning) return newRef(message->type);
    if (!category || isNone(category)) return newRef(exc::UserWarning);
    const int isKind = isType(category) ? isSubclassOf(category, exc::Warning) : 0;
    if (isKind < 0) return nullptr;
    if (isKind) return newRef(category);
    return raise(exc::TypeError, "category must be a Warning subclass, not '{}'", category->type->name);
}

Owned warnFunction(Object*, Args args) {
    Object* out[5] = {};
    if (!parseArgs("warn", args, "message | category stacklevel source $ skip_file_prefixes", out)) return nullptr;
    ssize level = 1;
    if (!sizeArgument(out[2], &level)) return nullptr;
    Object* prefixes = out[4];
    if (prefixes && !isTuple(prefixes))
        return raise(exc::TypeError, "warn() argument 'skip_file_prefixes' must be tuple, not {}", isNone(prefixes) ? "None" : prefixes->type->name);
    if (prefixes && asTuple(prefixes)->count == 0) prefixes = nullptr;
    if (prefixes && level < 2) level = 2;
    Held<> category(categoryOf(out[0], out[1]));
    if (!category) return nullptr;
    return warnAtLevel(category, out[0], level, out[3] && !isNone(out[3]) ? out[3] : nullptr, prefixes) ? newNone() : Owned(nullptr);
}

Owned warnExplicitly(Object*, Args args) {
    Object* out[8] = {};
    if (!parseArgs("warn_explicit", args, "message category filename lineno | module registry module_globals source", out)) return nullptr;
    int line;
    if (!isStr(out[2]))
        return raise(exc::TypeError, "warn_explicit() argument 'filename' must be str, not {}", isNone(out[2]) ? "None" : out[2]->type->name);
    if (!intArgument(out[3], &line)) return nullptr;
    if (out[6] && !isNone(out[6]) && !isDict(out[6])) return raise(exc::TypeError, "module_globals must be a dict, not '{}'", out[6]->type->name);
    const WarningPlace place{out[2], out[4], out[5], line};
    return warnExplicit(out[1], out[0], place, out[7] && !isNone(out[7]) ? out[7] : nullptr) ? newNone() : Owned(nullptr);
}

Owned filtersMutated(Object*) {
    WarningState* state = warningState();
    if (!state) return nullptr;
    ++state->version;
    return newNone();
}

const MethodDef functions[] = {
    {"warn", warnFunction, NativeKind::Keywords}, {"warn_explicit", warnExplicitly, NativeKind::Keywords}, {"_filters_mutated", filtersMutated}, {}};

}

Owned makeWarningsModule() {
    Ref<> module = newModule("_warnings");
    WarningState* state = warningState();
    bool ok = module && state && addFunctions(module, functions) && addToModule(module, "filters", newRef(state->filters)) &&
              addToModule(module, "_onceregistry", newRef(state->onceRegistry)) &&
              addToModule(module, "_defaultaction", newRef(state->defaultAction));
    return ok ? module.release() : Owned(nullptr);
}

}

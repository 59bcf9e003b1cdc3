// SPDX-License-Identifier: GPL-3.0-or-later
// _suggestions: "Did you mean" for traceback.py.

#include "core/base/suggestions.h"
#include "core/python/modules/native_modules.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

namespace {

Owned generateSuggestions(Object*, Args args) {
    if (!isExactList(args[0])) return raise(exc::TypeError, "candidates must be a list");
    if (!isStr(args[1]))
        return raise(exc::TypeError, "_generate_suggestions() argument 2 must be str, not {}", isNone(args[1]) ? "None" : args[1]->type->name);
    std::vector<std::string> candidates;
    for (ssize i = 0; i < asList(args[0])->count; ++i) {
        Object* candidate = asList(args[0])->items[i];
        if (!isStr(candidate)) return raise(exc::TypeError, "all elements in 'candidates' must be strings");
        candidates.push_back(strToUtf8(candidate));
    }
    const std::string found = closestName(candidates, strToUtf8(args[1]));
    return found.empty() ? newNone() : newStr(found);
}

const MethodDef functions[] = {{"_generate_suggestions", generateSuggestions, 2, 2}, {}};

}

Owned makeSuggestionsModule() {
    Ref<> module = newModule("_suggestions");
    return module && addFunctions(module, functions) ? module.release() : nullptr;
}

}

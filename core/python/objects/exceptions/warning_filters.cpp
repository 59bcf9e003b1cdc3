// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/objects/exceptions/warning_filters.h"

#include <string>

#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/exceptions/exception_object.h"
#include "core/python/objects/model/cycle_collector.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/protocol/vm_hooks.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

namespace {

WarningState state{};
RuntimeCache stateCache([] { state = WarningState{}; });

bool addFilter(ListObject* filters, const char* action, Type* category, const char* module) {
    Ref<> what(internStr(action)), where(module ? internStr(module) : newNone()), line(newInt(0));
    if (!what || !where) return false;
    Ref<> filter(packTuple(what.get(), None, static_cast<Object*>(category), where.get(), line.get()));
    return filter && listAppend(filters, filter);
}

// An attribute of the module where it is there; null without an exception: it is not.
Owned moduleAttribute(const char* name, bool import) {
    Ref<> moduleName(internStr("warnings"));
    if (!moduleName) return nullptr;
    Held<> module;
    if (import && !interpreter.finalizing) {
        module = vmHooks.importModule(moduleName);
        if (!module && errorMatches(exc::ImportError)) clearError();
        if (!module) return nullptr;
    } else {
        if (interpreter.finalizing || !interpreter.modules) return nullptr;
        Object* found = dictFind(interpreter.modules, moduleName);
        if (!found || isNone(found)) return nullptr;
        module = newRef(found);
    }
    bool failed = false;
    Ref<> attribute(internStr(name));
    return attribute ? findAttr(module, attribute, &failed) : Owned(nullptr);
}

// What counts now: the module's attribute, else what is kept here.
Owned current(Object* kept, const char* name) {
    Owned attribute = moduleAttribute(name, false);
    return attribute || errorOccurred() ? attribute : newRef(kept);
}

// ---- filters

// None matches everything, a text itself, anything else what its match() says.
int matches(Object* pattern, Object* text) {
    if (isNone(pattern)) return 1;
    if (isExactStr(pattern)) return strEquals(pattern, text);
    Ref<> name(internStr("match"));
    Held<> result(name ? callMethod(pattern, name, text) : Owned(nullptr));
    return result ? isTrue(result) : -1;
}

// Whether the filter is for this warning: 1, 0, -1.
int filterApplies(TupleObject* filter, Object* category, Object* text, int line, Object* module) {
    const int goodText = matches(filter->items[1], text);
    if (goodText < 0) return -1;
    const int goodModule = matches(filter->items[3], module);
    if (goodModule < 0) return -1;
    const int isKind = isSubclassOf(category, filter->items[2]);
    if (isKind < 0) return -1;
    const ssize wanted = indexAsSize(filter->items[4], nullptr);
    if (wanted == -1 && errorOccurred()) return -1;
    return goodText && goodModule && isKind && (wanted == 0 || wanted == line);
}

// The action for a warning, and the filter that says so.
Owned findAction(Object* category, Object* text, int line, Object* module, Held<>& item) {
    Held<> filters(warningState() ? current(state.filters, "filters") : Owned(nullptr));
    if (!filters) return nullptr;
    if (!isList(filters)) return raise(exc::ValueError, "_warnings.filters must be a list");
    for (ssize i = 0; i < asList(filters)->count; ++i) {
        item = newRef(asList(filters)->items[i]);
        if (!isTuple(item) || asTuple(item)->count != 5) return raise(exc::ValueError, "_warnings.filters item {} isn't a 5-tuple", i);
        Object* action = asTuple(item)->items[0];
        if (!isStr(action)) return raise(exc::TypeError, "action must be a string, not '{}'", action->type->name);
        const int applies = filterApplies(asTuple(item), category, text, line, module);
        if (applies < 0) return nullptr;
        if (applies) return newRef(action);
    }
    Held<> action(current(state.defaultAction, "defaultaction"));
    if (!action) return nullptr;
    item = newNone();
    if (!isStr(action)) return raise(exc::TypeError, "_warnings.defaultaction must be a string, not '{}'", action->type->name);
    return action.release();
}

// ---- what has been shown

// Whether the registry has the key: 1, 0, -1. A registry from before the filters changed is emptied.
int wasShown(Object* registry, Object* key, bool remember) {
    Held<> version(Held<>::share(dictFindText(registry, "version")));
    int overflow = 0;
    if (!version || !isInt(version) || intValue(version, &overflow) != state.version) {
        dictClear(registry);
        Ref<> current(newInt(state.version));
        if (!current || !dictSetText(registry, "version", current)) return -1;
    } else {
        Held<> shown(Held<>::share(dictFind(registry, key)));
        if (!shown && errorOccurred()) return -1;
        const int already = shown ? isTrue(shown) : 0;
        if (already != 0) return already;
    }
    return !remember || dictSet(registry, key, True) ? 0 : -1;
}

int wasShownAnywhere(Object* registry, Object* text, Object* category) {
    Held<> key(packTuple(text, category));
    return key ? wasShown(registry, key, true) : -1;
}

// By the action: shown before (1), to be shown (0), an exception (-1).
int rememberShown(Object* action, Object* item, Object* registry, Object* key, Object* text, Object* category) {
    const bool hasRegistry = registry && !isNone(registry);
    if (strEqualsText(action, "always")) return 0;
    if (hasRegistry && !dictSet(registry, key, True)) return -1;
    if (strEqualsText(action, "once")) {
        if (hasRegistry) return wasShownAnywhere(registry, text, category);
        Held<> once(current(state.onceRegistry, "onceregistry"));
        if (!once) return -1;
        if (!isDict(once)) return raise(exc::TypeError, "_warnings.onceregistry must be a dict, not '{}'", once->type->name);
        return wasShownAnywhere(once, text, category);
    }
    if (strEqualsText(action, "module")) return hasRegistry ? wasShownAnywhere(registry, text, category) : 0;
    if (strEqualsText(action, "default")) return 0;
    return raise(exc::RuntimeError, "Unrecognized action ({!r}) in warnings.filters:\n {}", action, item);
}

// ---- showing

bool showThroughModule(Object* function, Object* message, Object* category, const WarningPlace& place, Object* source) {
    if (!isCallable(function)) return raise(exc::TypeError, "warnings._showwarnmsg() must be set to a callable");
    Held<> type(moduleAttribute("WarningMessage", false));
    if (!type) return errorOccurred() ? false : raise(exc::RuntimeError, "unable to get warnings.WarningMessage");
    Held<> line(newInt(place.line));
    Object* args[] = {message, category, place.filename, line, None, None, source ? source : None};
    Held<> described(line ? call(type, Args{args, 7, nullptr}) : Owned(nullptr));
    return described && Ref<>(call(function, described.get()));
}

// The module's name where none is given: the file's without ".py".
Owned moduleOfFile(Object* filename) {
    if (!isStr(filename)) return newRef(filename);
    const ssize length = asStr(filename)->length;
    if (length == 0) return newStr("<unknown>");
    Ref<> ending(length >= 3 ? strSubstring(filename, length - 3, length) : newStr(""));
    if (!ending) return nullptr;
    return strEqualsText(ending, ".py") ? strSubstring(filename, 0, length - 3) : newRef(filename);
}

}

WarningState* warningState() {
    if (state.filters) return &state;
    MadeAtStartup early;
    Ref<ListObject> filters(newList(0));
    Ref<> once(newDict()), action(internStr("default"));
    if (!filters || !once || !action) return nullptr;
    bool ok = addFilter(filters, "default", exc::DeprecationWarning, "__main__") && addFilter(filters, "ignore", exc::DeprecationWarning, nullptr) &&
              addFilter(filters, "ignore", exc::PendingDeprecationWarning, nullptr) && addFilter(filters, "ignore", exc::ImportWarning, nullptr) &&
              addFilter(filters, "ignore", exc::ResourceWarning, nullptr);
    if (!ok) return nullptr;
    for (Object* kept : {static_cast<Object*>(filters.get()), once.get(), action.get()}) recordKeptForGood(kept);
    state.filters = filters.releaseRaw();
    state.onceRegistry = once.releaseRaw();
    state.defaultAction = action.releaseRaw();
    return &state;
}

bool warningFiltersInUse() {
    if (state.filters) return true;
    Object* module = interpreter.modules ? dictFindText(interpreter.modules, "warnings") : nullptr;
    return module && !isNone(module);
}

bool warnExplicit(Object* category, Object* given, const WarningPlace& place, Object* source) {
    if (place.module && isNone(place.module)) return true; // late in the program's end
    Object* registry = place.registry;
    if (registry && !isNone(registry) && !isDict(registry)) return raise(exc::TypeError, "'registry' must be a dict or None");
    if (!warningState()) return false;
    Held<> module(place.module ? newRef(place.module) : moduleOfFile(place.filename));
    if (!module) return false;
    const int isWarning = isInstanceOf(given, exc::Warning);
    if (isWarning < 0) return false;
    if (isWarning) category = given->type;
    Held<> text(isWarning ? strOf(given) : newRef(given));
    Held<> message(!text ? Owned(nullptr) : isWarning ? newRef(given) : call(category, given));
    Held<> line(newInt(place.line));
    Held<> key(text && message ? packTuple(text.get(), category, line.get()) : Owned(nullptr));
    if (!key) return false;
    if (registry && !isNone(registry)) {
        const int shown = wasShown(registry, key, false);
        if (shown) return shown > 0;
    }
    Held<> item;
    Held<> action(findAction(category, text, place.line, module, item));
    if (!action) return false;
    if (strEqualsText(action, "error")) return raiseInstance(message);
    if (strEqualsText(action, "ignore")) return true;
    const int shown = rememberShown(action, item, registry, key, text, category);
    if (shown) return shown > 0;
    Held<> function(moduleAttribute("_showwarnmsg", source != nullptr));
    if (function) return showThroughModule(function, message, category, place, source);
    if (errorOccurred()) return false;
    return showWarning(static_cast<Type*>(category), text, place.filename, place.line);
}

}

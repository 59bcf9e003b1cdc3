// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/objects/exceptions/warnings.h"

#include <string>

#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/exceptions/warning_filters.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/model/runtime.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/protocol/vm_hooks.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

namespace {

// The module is gone or going when the modules are cleared: the bare line is all that CPython prints then.
bool writeBareWarning(Type* category, std::string_view message) {
    Object* found = dictFindText(interpreter.sysDict, "stderr");
    if (!found || isNone(found)) return true;
    Held<> stream(newRef(found));
    Held<> line(newStr("<sys>:0: " + std::string(category->name) + ": " + std::string(message) + "\n"));
    if (line) Ref<> written = callMethod(stream, names::write, line);
    clearError();
    return true;
}

bool callWarnings(const char* function, Object* const* values, size_t positional, TupleObject* keywords) {
    Ref<> name = internStr("warnings");
    Held<> module(name ? vmHooks.importModule(name) : Owned(nullptr));
    if (!module) return false;
    Held<> callable(getAttr(module, function));
    if (!callable) return false;
    Ref<> done = call(callable, Args{values, positional, keywords});
    return static_cast<bool>(done);
}

// What the filters are before anybody changes them: as long as that is so, a warning makes no objects of theirs.
bool isIgnoredByDefault(Type* category, Object* globals) {
    if (category == exc::PendingDeprecationWarning || category == exc::ImportWarning || category == exc::ResourceWarning) return true;
    if (category != exc::DeprecationWarning) return false;
    Object* name = dictFindText(globals, "__name__");
    return !name || !isStr(name) || !strEqualsText(name, "__main__");
}

// Once for each line and text: the module's `__warningregistry__` remembers. False: an exception is pending.
bool isFirstTime(Object* globals, Object* key, bool* first) {
    *first = false;
    Object* registry = dictFindText(globals, "__warningregistry__");
    if (!registry) {
        Ref<> made = newDict();
        Ref<> version = newInt(0);
        if (!made || !version || !dictSetText(made, "version", version) || !dictSetText(globals, "__warningregistry__", made)) return false;
        registry = made;
    }
    if (!isDict(registry)) return raise(exc::TypeError, "'registry' must be a dict or None");
    Object* seen = dictFind(registry, key);
    if (!seen && errorOccurred()) return false;
    *first = !seen || seen == False;
    return !*first || dictSet(registry, key, True);
}

// The warning is of the running frame's line.
bool warnHere(Type* category, Object* text) {
    Object *filename = nullptr, *globals = vmHooks.runningGlobals();
    int line = 0;
    if (!globals || !vmHooks.runningPlace(&filename, &line)) {
        std::string shown;
        return appendStr(shown, text) && writeBareWarning(category, shown);
    }
    if (isIgnoredByDefault(category, globals)) return true;
    Ref<> number = newInt(line);
    Held<> key(number ? packTuple(text, static_cast<Object*>(category), number.get()) : Owned(nullptr));
    bool first;
    if (!key || !isFirstTime(globals, key, &first)) return false;
    return !first || showWarning(category, text, filename, line);
}

// Runs with no exception pending and gives the one that was back.
template <class Action> void asideOfPending(Object* where, Action action) {
    Held<> pending(takeError());
    if (!action()) writeUnraisable(where);
    if (pending) restoreError(pending.release());
}

}

bool warn(Type* category, std::string_view message, Object* source) {
    if (interpreter.stopping) return false;
    if (interpreter.finalizing && !interpreter.frame) return category == exc::ResourceWarning || writeBareWarning(category, message);
    Held<> text(newStr(message));
    if (!text) return false;
    if (!source && !warningFiltersInUse()) return warnHere(category, text);
    return warnAtLevel(category, text, 1, source, nullptr);
}

bool showWarning(Type* category, Object* text, Object* filename, int line) {
    std::string out;
    if (!appendStr(out, filename)) return false;
    out += ":" + std::to_string(line) + ": " + category->name + ": ";
    if (!appendStr(out, text)) return false;
    out += "\n";
    std::string source = vmHooks.sourceLine(filename, line);
    if (!source.empty()) out += "  " + source + "\n";
    Object* found = dictFindText(interpreter.sysDict, "stderr");
    if (!found || isNone(found)) return true;
    Held<> stream(newRef(found));
    Held<> shown(newStr(out));
    if (shown) Ref<> written = callMethod(stream, names::write, shown);
    clearError();
    return true;
}

bool warnDeprecated(std::string_view message) { return warn(exc::DeprecationWarning, message); }

bool warnStrictSubclass(std::string_view method, const char* base, const Type* type) {
    std::string text(method);
    text = text + " returned non-" + base + " (type " + type->name + ").  The ability to return an instance of a strict subclass of " + base +
           " is deprecated, and may be removed in a future version of Python.";
    return warnDeprecated(text);
}

void warnNeverAwaited(Object* coroutine, Object* qualname) {
    if (interpreter.stopping) return;
    asideOfPending(coroutine, [&] {
        if (interpreter.finalizing) {
            std::string text = "coroutine '";
            appendStr(text, qualname);
            return writeBareWarning(exc::RuntimeWarning, text + "' was never awaited");
        }
        return callWarnings("_warn_unawaited_coroutine", &coroutine, 1, nullptr);
    });
}

void warnMethodNeverAwaited(Object* generator, const char* method, Object* qualname) {
    if (interpreter.stopping) return;
    asideOfPending(generator, [&] {
        std::string text = std::string("coroutine method '") + method + "' of ";
        if (!appendRepr(text, qualname)) return false;
        return warn(exc::RuntimeWarning, text + " was never awaited", generator);
    });
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/objects/warnings.h"

#include <string>

#include "core/objects/dict_object.h"
#include "core/objects/errors.h"
#include "core/objects/int_object.h"
#include "core/objects/interpreter.h"
#include "core/objects/protocol.h"
#include "core/objects/recording.h"
#include "core/objects/runtime.h"
#include "core/objects/str_object.h"
#include "core/objects/tuple_object.h"
#include "core/objects/vm_hooks.h"

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

// Runs with no exception pending and gives the one that was back.
template <class Action> void asideOfPending(Object* where, Action action) {
    Held<> pending(takeError());
    if (!action()) writeUnraisable(where);
    if (pending) restoreError(pending.release());
}

}

bool warn(Type* category, std::string_view message, Object* source) {
    if (interpreter.stopping) return false;
    if (interpreter.finalizing && !interpreter.frame) return writeBareWarning(category, message);
    Held<> text(newStr(message));
    if (!text) return false;
    Ref<> one = newInt(1);
    Ref<> stackLevelName = internStr("stacklevel"), sourceName = internStr("source");
    Ref<> keywords = stackLevelName && sourceName ? Ref<>(packTuple(stackLevelName.get(), sourceName.get())) : Ref<>();
    if (!one || !keywords) return false;
    Object* values[] = {text, category, one, source ? source : None};
    return callWarnings("warn", values, 2, static_cast<TupleObject*>(keywords.get()));
}

bool warnDeprecated(std::string_view message) { return warn(exc::DeprecationWarning, message); }

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

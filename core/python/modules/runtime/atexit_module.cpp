// SPDX-License-Identifier: GPL-3.0-or-later

// atexit: functions that run when the program is over, last registered first. They lie in a list that the module keeps as its state.

#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/exceptions/unraisable.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/model/runtime.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"

namespace memtape {

namespace {

ListObject* callbacks(Object* module) { return asList(static_cast<ModuleObject*>(module)->state); }

Owned registerFunction(Object* module, Args args) {
    if (args.count == 0) return raise(exc::TypeError, "register() takes at least 1 argument (0 given)");
    if (!isCallable(args[0])) return raise(exc::TypeError, "the first argument must be callable");
    Held<> positional(newTupleOf(args.values + 1, static_cast<ssize>(args.count - 1)));
    Held<> keywords(newNone());
    if (args.keywordCount()) {
        keywords = Owned(newDict());
        if (!keywords) return nullptr;
        for (size_t i = 0; i < args.keywordCount(); i++)
            if (!dictSet(keywords, args.keywordName(i), args.keywordValue(i))) return nullptr;
    }
    Ref<> entry = positional ? packTuple(args[0], positional.get(), keywords.get()) : Owned(nullptr);
    if (!entry || !listAppend(callbacks(module), entry)) return nullptr;
    return newRef(args[0]);
}

bool contains(ListObject* list, Object* entry) {
    for (ssize i = 0; i < list->count; i++)
        if (list->items[i] == entry) return true;
    return false;
}

void reportFailure(Object* function) {
    Held<> exception(takeError());
    std::string headline = "Exception ignored in atexit callback ";
    if (!appendRepr(headline, function)) {
        clearError();
        headline += "<object repr() failed>";
    }
    restoreError(exception.release());
    writeIgnored(headline + ":");
}

// Not even an exception in one keeps the others from running. What one unregisters does not run any more; what one registers comes too late.
Owned runAll(Object* module) {
    Held<> registered(newListOf(callbacks(module)->items, callbacks(module)->count));
    if (!registered) return nullptr;
    for (ssize i = asList(registered)->count; i > 0; i--) {
        Held<> entry(Held<>::share(asList(registered)->items[i - 1]));
        if (!contains(callbacks(module), entry)) continue;
        Object** part = asTuple(entry)->items;
        Ref<> result = callWithTuple(part[0], part[1], part[2] == None ? nullptr : part[2]);
        if (result) continue;
        if (interpreter.stopping) return nullptr;
        reportFailure(part[0]);
    }
    return callMethod(callbacks(module), names::clear);
}

Owned clear(Object* module) {
    Ref<> result = callMethod(callbacks(module), names::clear);
    return result ? newNone() : Owned(nullptr);
}

Owned unregister(Object* module, Object* function) {
    for (ssize i = callbacks(module)->count - 1; i >= 0; i--) {
        if (i >= callbacks(module)->count) continue; // a comparison has taken some out
        Held<> entry(Held<>::share(callbacks(module)->items[i]));
        int equal = richCompareBool(asTuple(entry)->items[0], function, Comparison::Eq);
        if (equal < 0) return nullptr;
        if (!equal) continue;
        Held<> index(newInt(i));
        if (!index || !deleteItem(callbacks(module), index)) return nullptr;
    }
    return newNone();
}

Owned count(Object* module) { return newInt(callbacks(module)->count); }

constexpr MethodDef functions[] = {{"register", registerFunction, NativeKind::Keywords},
                                   {"_clear", clear},
                                   {"unregister", unregister},
                                   {"_run_exitfuncs", runAll},
                                   {"_ncallbacks", count},
                                   {}};

}

Owned makeAtexitModule() {
    Ref<> m = newModule("atexit");
    if (!m || !addFunctions(m, functions)) return nullptr;
    Ref<> list = newList(0);
    if (!list) return nullptr;
    setField(m.get(), static_cast<ModuleObject*>(m.get())->state, list.release());
    return m.release();
}

}

// SPDX-License-Identifier: GPL-3.0-or-later

// sys.addaudithook() and sys.audit(). The interpreter itself raises no events but those that the program asks for.

#include "core/python/modules/runtime/sys_parts.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

namespace {

// A list of functions, which nobody can take out again; null: there are none.
ListObject* hooks = nullptr;
RuntimeCache hooksCache([] { hooks = nullptr; });

bool raiseEvent(Object* event, Object* arguments) {
    for (ssize i = 0; hooks && i < hooks->count; ++i) {
        Held<> hook(newRef(hooks->items[i]));
        Ref<> done = call(hook, event, arguments);
        if (!done) return false;
    }
    return true;
}

Owned audit(Object*, Args args) {
    if (!checkNoKeywords("sys.audit", args)) return nullptr;
    if (args.count == 0) return raise(exc::TypeError, "audit() missing 1 required positional argument: 'event'");
    if (!hooks) return newNone();
    if (!isStr(args[0])) return raise(exc::TypeError, "expected str for argument 'event', not {}", args[0]->type->name);
    Held<> arguments(newTupleOf(args.values + 1, static_cast<ssize>(args.count - 1)));
    return arguments && raiseEvent(args[0], arguments) ? newNone() : Owned(nullptr);
}

Owned addAuditHook(Object*, Args args) {
    Object* out[1] = {nullptr};
    if (!parseArgs("addaudithook", args, "hook", out)) return nullptr;
    Held<> event(newStr("sys.addaudithook"));
    if (!event) return nullptr;
    // A hook that raises keeps the new one out, in silence.
    if (!raiseEvent(event, emptyTuple)) {
        if (!errorMatches(exc::Exception)) return nullptr;
        clearError();
        return newNone();
    }
    if (!hooks) {
        Ref<ListObject> list(newList(0));
        if (!list) return nullptr;
        hooks = static_cast<ListObject*>(list.releaseRaw());
        recordKeptForGood(hooks);
    }
    return listAppend(hooks, out[0]) ? newNone() : Owned(nullptr);
}

}

const MethodDef sysAuditFunctions[] = {{"audit", audit, NativeKind::Keywords}, {"addaudithook", addAuditHook, NativeKind::Keywords}, {}};

}
